"""Dialogs as a person meets them: the one before them, filled and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

D = TypeVar("D", bound=QDialog)


def shown(kind: type[D]) -> D | None:
    """The dialog of a kind that is open."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, kind) and one.isVisible():
            return one
    return None


def opened(qtbot: QtBot, kind: type[D]) -> D:
    """Wait for a dialog."""
    qtbot.waitUntil(lambda: shown(kind) is not None)
    found = shown(kind)
    assert found is not None
    return found


def keep(qtbot: QtBot, kind: type[Any], **values: object) -> None:
    """Wait for an editor, fill it, save it, and wait until it closes."""
    dialog = opened(qtbot, kind)
    dialog.form.set_values(values)
    dialog.keep.click()
    qtbot.waitUntil(lambda: shown(kind) is None)
