"""A letter as it will print, to save and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.briefings.panel import PaperPanel
from ui.core import theme
from ui.core.cards import column
from ui.core.labels import Text

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.page import Desk


class LetterPaper(QDialog):
    """The preview of one letter over the page it was opened from."""

    def __init__(self, parent: QWidget | None, desk: Desk, letter_id: UUID, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.panel = PaperPanel(desk, "letter", alone=True)
        self.panel.show_record(letter_id, name)
        box = column(Text(name, "title", elide=True), self.panel, margin=20, gap=12)
        box.setStretch(1, 1)
        self.setLayout(box)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(900), room.width() - 40), min(theme.px(860), room.height() - 80))
