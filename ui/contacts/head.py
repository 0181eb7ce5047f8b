"""The head of the contacts page: buttons, views, filter; the same before the office is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.contacts.rules.views import FURNISHED
from ui.contacts.view_bar import ViewBar
from ui.core import language, theme
from ui.core.buttons import PRIMARY, QUIET, Button
from ui.core.cards import row
from ui.core.language import tr
from ui.core.search_field import SearchField

if TYPE_CHECKING:
    from ui.core.page import ListPage

FILTER_RESTS_MS = 120
KEPT = "contacts/views"


class ContactsHead(QObject):
    """Puts `more`, `bring` and `new` at the right of the title; `views`, `keep` (to save a changed
    view) and `filter` below it.
    """

    def __init__(self, page: ListPage) -> None:
        super().__init__(page)
        self.menu = QMenu()
        self.more = Button(tr("More"), menu=self.menu)
        self.bring = Button(tr("Import…"))
        self.new = Button(tr("New person"), PRIMARY, icon="add")
        for button in (self.more, self.bring, self.new):
            page.buttons.addWidget(button)
        self.views = ViewBar(_last_seen(page.desk.state.get(KEPT, [])))
        self.keep_menu = QMenu()
        self.keep = Button(tr("Save view"), QUIET, icon="save", menu=self.keep_menu)
        self.keep.hide()
        self.filter = SearchField(tr("Filter this list"), rest=FILTER_RESTS_MS)
        line = row(self.views, self.keep, self.filter, gap=12)
        line.setAlignment(self.filter, Qt.AlignmentFlag.AlignTop)
        line.setStretch(0, 4)
        line.setStretch(2, 1)
        page.body.addLayout(line)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.filter.setMinimumWidth(theme.px(130))
        self.filter.setMaximumWidth(theme.px(200))


def _last_seen(kept: object) -> list[tuple[str, str]]:
    """The chips of the last time, so that nothing moves while the office opens; else the first."""
    pairs = kept if isinstance(kept, list) else []
    seen = [(str(one[0]), str(one[1])) for one in pairs if isinstance(one, list) and len(one) == 2]
    return seen or [(one.id.hex, one.name_in(language.current())) for one in FURNISHED]
