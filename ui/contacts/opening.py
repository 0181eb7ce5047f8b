"""Contacts while the office opens: its first screenful at once, the whole page a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.contacts.columns import CONTACT_COLUMNS, NAME_ORDER
from ui.contacts.head import ContactsHead
from ui.core.language import tr
from ui.core.page import ListPage, Page
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.page import Desk
    from ui.core.window_state import Json


class OpeningPage(Page):
    """Shows what `desk.jobs` has of the first screenful, then the contacts page in its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_title(tr("Contacts"))
        self.real: Page | None = None
        self._kept: dict[str, Json] = {}
        self._record: UUID | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._first: QWidget | None = None
        if desk.jobs.is_open:
            self._furnish()
            return
        self._first = FirstScreenful(desk)
        self._box.addWidget(self._first)
        desk.jobs.ready.connect(self._furnish)

    def _furnish(self) -> None:
        """The office is open, its libraries are loaded: put the whole page here."""
        if self.real is not None:
            return
        from ui.contacts.page import ContactsPage

        self.real = ContactsPage(self.desk)
        self.handlers = self.real.handlers
        if self._kept:
            self.real.restore(self._kept)
        self._box.addWidget(self.real)
        if self._first is not None:
            self._first.hide()
            self._first.deleteLater()
            self._first = None
        if self._record is not None:
            self.real.show_record(self._record)
        if self.isVisible():
            self.desk.go("contacts")

    def show_record(self, record: UUID) -> None:
        """Bring a contact before the person, as soon as there is a page for it."""
        self._record = record
        if self.real is not None:
            self.real.show_record(record)

    def state(self) -> dict[str, Json]:
        """What the contacts page keeps."""
        return self.real.state() if self.real is not None else self._kept

    def restore(self, kept: dict[str, Json]) -> None:
        """Hand it on."""
        self._kept = kept
        if self.real is not None:
            self.real.restore(kept)


class FirstScreenful(ListPage):
    """The head and the first lines of contacts, to look at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Contacts"))
        self.head = ContactsHead(self)
        model = ListModel(CONTACT_COLUMNS, desk.jobs.first, parent=self)
        self.table = Table(model, tr("Contacts"), desk.state)
        self.table.mark_sorted(NAME_ORDER)
        self.body.addWidget(TableCard(self.table), 1)
        self.set_pane(QWidget(), name=tr("Contact"))
