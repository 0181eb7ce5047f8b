"""One document as it will print, over the page it was asked from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.briefings.catalogue import paper
from ui.briefings.panel import PaperPanel
from ui.core import theme
from ui.core.cards import column
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.page import Desk


class OnePaper(QDialog):
    """The preview of one kind of document of the office, or of one record of it."""

    def __init__(
        self, parent: QWidget, desk: Desk, kind: str, record: UUID | None = None, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = paper(kind)
        title = tr(wanted.title) if wanted else name
        self.setWindowTitle(title)
        self.panel = PaperPanel(desk, wanted.of if wanted else "")
        self.panel.show_only(kind)
        self.panel.show_record(record, name)
        box = column(Text(title, "title", elide=True), self.panel, margin=20, gap=12)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._ring = FocusRing(self)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(900), room.width() - 40), min(theme.px(860), room.height() - 80))
