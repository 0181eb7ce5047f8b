"""The head of the contacts page: buttons, views, filter; the same before the office is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from ui.contacts.columns import VIEWS
from ui.core import theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import row
from ui.core.language import tr
from ui.core.search_field import SearchField

if TYPE_CHECKING:
    from ui.core.page import ListPage

FILTER_RESTS_MS = 120


class ContactsHead(QObject):
    """Puts `more`, `bring` and `new` at the right of the title, `chips` and `filter` below it."""

    def __init__(self, page: ListPage) -> None:
        super().__init__(page)
        self.menu = QMenu()
        self.more = Button(tr("More"), menu=self.menu)
        self.bring = Button(tr("Import…"))
        self.new = Button(tr("New person"), PRIMARY, icon="add")
        for button in (self.more, self.bring, self.new):
            page.buttons.addWidget(button)
        self.chips = ChipBar([(one.key, tr(one.words)) for one in VIEWS], name=tr("Views"))
        self.filter = SearchField(tr("Filter this list"), rest=FILTER_RESTS_MS)
        line = row(self.chips, self.filter, gap=12)
        line.setAlignment(self.filter, Qt.AlignmentFlag.AlignTop)
        line.setStretch(0, 3)
        line.setStretch(1, 1)
        page.body.addLayout(line)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.filter.setMinimumWidth(theme.px(150))
        self.filter.setMaximumWidth(theme.px(200))
