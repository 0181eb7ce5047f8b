"""The sheet of keyboard shortcuts (`?`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from ui.core import theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Hairline, Scroll, column, row
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.actions import Action


def by_place(titles: Mapping[str, str], table: Sequence[Action]) -> list[tuple[str, list[Action]]]:
    """The actions that have keys, under the title of where they count; `titles` by page."""
    groups = [(title, [one for one in table if one.page == key and one.keys])
              for key, title in titles.items()]  # fmt: skip
    return [(title, actions) for title, actions in groups if actions]


class ShortcutSheet(QDialog):
    """All keys, by where they count."""

    def __init__(self, parent: QWidget | None, groups: Sequence[tuple[str, list[Action]]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner = QWidget()
        body = column(Text(tr("Keyboard shortcuts"), "title"), margin=20, gap=16)
        for title, actions in groups:
            body.addWidget(Text(title, "strong"))
            body.addLayout(_lines(actions))
        inner.setLayout(body)
        shut = Button(tr("Close"), PRIMARY)
        shut.clicked.connect(self.accept)
        self.setLayout(column(Scroll(inner), Hairline(), row(None, shut, margin=12), gap=0))
        screen = self.screen().availableGeometry()
        self.resize(
            min(theme.px(460), screen.width() - 40),
            min(inner.sizeHint().height() + theme.px(60), screen.height() - 80),
        )


def _lines(actions: list[Action]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(1, 1)
    for line, action in enumerate(actions):
        native = QKeySequence.SequenceFormat.NativeText
        keys = "  ".join(QKeySequence(keys).toString(native) for keys in action.keys)
        grid.addWidget(Text(keys, "small_strong", ink="text2"), line, 0)
        grid.addWidget(Text(tr(action.text), wrap=True), line, 1)
    return grid
