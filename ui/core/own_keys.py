"""Keys a part of the window keeps for itself while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_PLAIN = Qt.KeyboardModifier.NoModifier


def keeps(event: QEvent, *keys: Qt.Key, held: Qt.KeyboardModifier = _PLAIN) -> bool:
    """Whether Qt asks who wants one of these keys; it is then kept from the window's actions.

    For `event()` of a widget that handles them in `keyPressEvent`. A `QShortcut` of the widget with
    the keys of an action of the window would be ambiguous: Qt then does neither.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    pad = Qt.KeyboardModifier.KeypadModifier
    mine = event.key() in keys and event.modifiers() & ~pad == held
    if mine:
        event.accept()
    return mine
