"""The greeting card of a country over the list of days, as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.briefings.panel import PaperPanel
from ui.core import theme
from ui.core.buttons import Button
from ui.core.cards import column, row
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.page import Desk

GREETING = "greeting-card"


class GreetingDialog(QDialog):
    """Preview, save and print the greeting card of a country."""

    def __init__(self, parent: QWidget | None, desk: Desk, country: UUID, name: str) -> None:
        super().__init__(parent)
        title = tr("Greeting card for {name}", name=name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = PaperPanel(desk, "country")
        self.panel.show_only(GREETING)
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        head = row(Text(title, "title", elide=True), close, gap=8)
        head.setStretch(0, 1)
        box = column(head, self.panel, margin=20, gap=12)
        box.setStretch(1, 1)
        self.setLayout(box)
        screen = self.screen().availableGeometry()
        self.resize(
            min(theme.px(860), screen.width() - 40), min(theme.px(780), screen.height() - 80)
        )
        self._ring = FocusRing(self)
        self.panel.show_record(country, name)
