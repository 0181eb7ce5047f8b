"""The guest list: in order of precedence with the reason of each place; one key sets a reply."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core.fold import words
from app.receptions.commands import (
    change_guest,
    choose_precedence_list,
    invite,
    move_guest,
    place_by_rule,
    remove_guests,
    represent,
    set_status,
)
from app.receptions.queries import GuestRow, guests
from app.receptions.rules import COMING, Status, label
from ui.actions import bind_keys
from ui.core import language
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty, Figure, column, row
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard
from ui.receptions.columns import GUEST_COLUMNS, guest_words
from ui.receptions.guest_dialogs import AddGuests, GuestEditor, MoveEditor, SubstituteEditor
from ui.receptions.order_line import OrderLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.contacts.queries import PrecedenceListRow
    from app.receptions.queries import ReceptionSheet
    from ui.core.page import Desk

ALL, AWAITING, COME, AWAY = "all", "awaiting", "coming", "away"
_KEYS = {
    "guests.accepted": Status.ACCEPTED,
    "guests.regrets": Status.REGRETS,
    "guests.invited": Status.INVITED,
    "guests.attended": Status.ATTENDED,
    "guests.absent": Status.ABSENT,
}


class GuestsTab(QWidget):
    """Everybody on the list of one reception."""

    def __init__(self, desk: Desk, renamed: Callable[[int], None]) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: ReceptionSheet | None = None
        self._renamed = renamed
        self._rows: list[GuestRow] = []
        self._figures = {
            "coming": Figure(tr("Coming")),
            "awaiting": Figure(tr("Awaiting reply")),
            "regrets": Figure(tr("Regrets")),
            "represented": Figure(tr("Represented")),
            "persons": Figure(tr("Persons expected")),
        }
        self._chips = ChipBar([(ALL, tr("By precedence"))], ALL, name=tr("View"))
        self._filter = SearchField(tr("Filter guests"))
        self.model = ListModel(GUEST_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Guests"), desk.state)
        self._add = Button(tr("Add guests…"), PRIMARY, icon="add")
        self.who = Button(tr("Who to invite…"), icon="star")
        self.order = OrderLine()
        self.order.chosen.connect(self.choose_list)
        self.order.shown.connect(lambda record: desk.go("precedence", record))
        self._holder = QStackedLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        keys = Text(
            tr("Keys: A accepts · R regrets · P represented · T attended"), "small", ink="text2",
            elide=True,
        )  # fmt: skip
        figures = row(*self._figures.values(), gap=12)
        tools = row(self._chips, self._filter, keys, self.who, self._add, gap=12)
        tools.setStretch(2, 1)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(
            Empty(
                "contacts",
                tr("Nobody is on the list yet"),
                tr("Add people from Contacts; they are put in order of precedence at once."),
                (tr("Add guests…"), self.add),
            )
        )
        whole = column(figures, tools, box, self.order, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._add.clicked.connect(self.add)
        self._chips.chosen.connect(lambda _key: self._show())
        self._filter.textChanged.connect(lambda _text: self._show())
        self.table.opened.connect(lambda _row: self.edit())
        self.table.menu_maker = self._fill_menu
        for action, status in _KEYS.items():
            bind_keys(self.table, action, partial(self.set_status, status))
        bind_keys(self.table, "guests.represented", self.represent)
        bind_keys(self.table, "guests.remove", self.remove)
        bind_keys(self.table, "guests.move", self.move_by_hand)

    # --- showing ---

    def refresh(self, sheet: ReceptionSheet) -> None:
        """Ask for the guests and their order."""
        if self._sheet is None or self._sheet.id != sheet.id:
            self._rows = []
        self._sheet = sheet
        self.order.show_list(sheet.precedence)
        self._desk.jobs.ask(
            guests, sheet.id, language.current(), then=self._answered, owner=self, channel="guests"
        )

    def _answered(self, rows: list[GuestRow]) -> None:
        self._rows = rows
        self._renamed(len(rows))
        count = {status: sum(one.status == status for one in rows) for status in Status}
        coming = sum(count[status] for status in COMING)
        persons = sum(one.persons for one in rows if one.status in COMING)
        capacity = self._sheet.draft.capacity if self._sheet else None
        of_all = tr("of {n}", n=language.number(len(rows)))
        seats = tr("of {n} seats", n=language.number(capacity)) if capacity else ""
        self._figures["coming"].show_figure(language.number(coming), of_all)
        self._figures["awaiting"].show_figure(language.number(count[Status.INVITED]))
        self._figures["regrets"].show_figure(language.number(count[Status.REGRETS]))
        self._figures["represented"].show_figure(language.number(count[Status.REPRESENTED]))
        self._figures["persons"].show_figure(language.number(persons), seats)
        self._chips.offer(
            [
                (ALL, tr("By precedence")),
                (COME, tr("Coming · {n}", n=coming)),
                (AWAITING, tr("Awaiting · {n}", n=count[Status.INVITED])),
                (AWAY, tr("Regrets · {n}", n=count[Status.REGRETS] + count[Status.ABSENT])),
            ]
        )
        self._show()

    def _show(self) -> None:
        view, wanted = self._chips.current(), words(self._filter.text()).split()

        def shown(one: GuestRow) -> bool:
            in_view = {
                COME: one.status in COMING,
                AWAITING: one.status == Status.INVITED,
                AWAY: one.place == 0,
            }.get(view, True)
            return in_view and all(part in words(guest_words(one)) for part in wanted)

        self.model.show([one for one in self._rows if shown(one)])
        self._holder.setCurrentIndex(0 if self._rows else 1)

    def _fill_menu(self, menu: QMenu) -> None:
        for status in Status:
            if status is not Status.REPRESENTED:
                words_of = read(label(status))
                menu.addAction(words_of, partial(self.set_status, status))
        menu.addAction(tr("Represented by…"), self.represent)
        menu.addSeparator()
        menu.addAction(tr("Move to a place…"), self.move_by_hand)
        menu.addAction(tr("Back in order of precedence"), self.by_rule)
        menu.addAction(tr("Edit guest…"), self.edit)
        menu.addSeparator()
        menu.addAction(tr("Take off the list"), self.remove)

    # --- doing ---

    def offer_lists(self, lists: Sequence[PrecedenceListRow]) -> None:
        """The lists of precedence to choose from."""
        self.order.offer(lists)

    def choose_list(self, record: UUID | None) -> None:
        """Let the guests stand by another list; None is the usual one."""
        if self._sheet is not None:
            self._desk.jobs.run(choose_precedence_list, self._sheet.id, record)

    def add(self) -> None:
        """Choose people and put them on the list."""
        known = {one.person.id for one in self._rows}
        dialog = AddGuests(self, self._desk.jobs, known)
        dialog.chosen.connect(self.invite)
        dialog.open()

    def invite(self, people: list[UUID]) -> None:
        """Put people on the list."""
        if self._sheet is not None:
            self._desk.jobs.run(invite, self._sheet.id, people)

    def set_status(self, status: Status) -> None:
        """Note the reply of the selected guests."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(set_status, ids, status)

    def represent(self) -> None:
        """Note who comes instead of the current guest."""
        one = self.table.current_row()
        if one is not None:
            SubstituteEditor.begin(
                self,
                self._desk.jobs,
                lambda draft, done, failed: self._desk.jobs.run(
                    represent, one.id, draft.person, draft.name, then=done, failed=failed
                ),
            )

    def move_by_hand(self) -> None:
        """Give the current guest a place by hand, with a reason."""
        one = self.table.current_row()
        if one is not None:
            MoveEditor.begin(
                self,
                one,
                lambda draft, done, failed: self._desk.jobs.run(
                    move_guest, one.id, draft.place, draft.reason, then=done, failed=failed
                ),
            )

    def by_rule(self) -> None:
        """Forget the place given by hand."""
        one = self.table.current_row()
        if one is not None:
            self._desk.jobs.run(place_by_rule, one.id)

    def edit(self) -> None:
        """Edit what the list says of the current guest."""
        one = self.table.current_row()
        if one is not None:
            GuestEditor.begin(
                self,
                one,
                lambda draft, done, failed: self._desk.jobs.run(
                    change_guest,
                    one.id,
                    circle=draft.circle,
                    persons=draft.persons,
                    note=draft.note,
                    guest_of_honour=draft.guest_of_honour,
                    then=done,
                    failed=failed,
                ),
            )

    def remove(self) -> None:
        """Take the selected guests off the list."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(remove_guests, ids)
