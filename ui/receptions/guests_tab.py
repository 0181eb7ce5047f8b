"""The guest list: in order of precedence with the reason of each place; one key sets a reply."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core import clock
from app.core.fold import words
from app.receptions.commands import (
    choose_precedence_list,
    invite,
    invite_successor,
    join_delegation,
    keep_guest,
    leave_delegation,
    move_guest,
    place_by_rule,
    remove_guests,
    represent,
    set_catering,
    set_circle,
    set_guest_rules,
    set_round,
    set_status,
    take_next,
)
from app.receptions.queries import GuestRow, guests
from app.receptions.rules import Status
from app.receptions.rules.guests import drops_on
from ui.actions import bind_keys
from ui.core import language
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty, column, row
from ui.core.labels import Text
from ui.core.language import tr, trn
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard
from ui.dossiers.choosing import ChoosePeople, PlaceDraft, PlaceEditor
from ui.receptions import guest_views
from ui.receptions.catering_editor import CateringEditor
from ui.receptions.columns import GUEST_COLUMNS, guest_has
from ui.receptions.delegations_dialog import DelegationsDialog, ask_delegation
from ui.receptions.guest_around import Around, around
from ui.receptions.guest_editor import GuestEditor
from ui.receptions.guest_figures import GuestFigures
from ui.receptions.guest_findings import GuestFindings
from ui.receptions.guest_menu import fill_menu
from ui.receptions.guest_rules_editor import GuestRulesEditor
from ui.receptions.guest_views import ALL, PHONE, PHONE_COLUMNS, Deadline
from ui.receptions.order_line import OrderLine
from ui.receptions.substitute_editor import SubstituteEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from app.contacts.queries import PrecedenceListRow
    from app.receptions.draft import GuestRules
    from app.receptions.queries import DelegationRow, ReceptionSheet, Succeeded
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.receptions.catering_editor import CateringEntry
    from ui.receptions.guest_editor import GuestEntry

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
        self._around = Around()
        self._revealed = False
        self._figures = GuestFigures()
        self._chips = ChipBar([(ALL, tr("By precedence"))], ALL, name=tr("View"))
        self._filter = SearchField(tr("Filter guests"))
        self.model = ListModel(GUEST_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Guests"), desk.state)
        self.who = Button(tr("Who to invite…"), icon="star")
        self._add = Button(tr("Guests…"), PRIMARY, icon="add")
        self._add.setAccessibleName(tr("Add guests…"))
        self._more = QMenu(self)
        self._reveal = self._more.addAction(tr("Show catering notes"))
        self.findings = GuestFindings()
        self.order = OrderLine()
        self.order.chosen.connect(self.choose_list)
        self.order.shown.connect(lambda record: desk.go("precedence", record))
        self._holder = QStackedLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        keys = Text(
            tr("Keys: A accepts · R regrets · P represented · T attended · C catering"), "small",
            ink="text2", elide=True,
        )  # fmt: skip
        more = Button(tr("This list"), menu=self._more)
        tools = row(self._chips, self._filter, self.who, more, self._add, gap=8)
        tools.setStretch(0, 1)
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
        foot = row(self.order, keys, gap=12)
        foot.setStretch(0, 1)
        whole = column(self._figures, self.findings, tools, box, foot, gap=12)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._add.clicked.connect(self.add)
        self._chips.chosen.connect(self._choose_view)
        self._filter.textChanged.connect(lambda _text: self._show())
        self.table.opened.connect(lambda _row: self.edit())
        self.table.menu_maker = self._fill_menu
        for action, status in _KEYS.items():
            bind_keys(self.table, action, partial(self.set_status, status))
        bind_keys(self.table, "guests.represented", self.represent)
        bind_keys(self.table, "guests.remove", self.remove)
        bind_keys(self.table, "guests.move", self.move_by_hand)
        bind_keys(self.table, "guests.next", self.findings.accept_offer)
        bind_keys(self.table, "guests.catering", self.edit_catering)
        self.findings.offered.connect(self._offer)
        self.findings.succeeds.connect(self._succeed)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self.reveal)
        self._more.addSeparator()
        self._more.addAction(tr("Replies from a list…"), self.import_replies)
        self._more.addAction(tr("Delegations…"), self.show_delegations)
        self._more.addSeparator()
        self._more.addAction(tr("Rules of the guest lists…"), self.edit_rules)

    # --- showing ---

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a low window the list keeps the room of the figures."""
        self._figures.fit(self.height())
        super().resizeEvent(event)

    def refresh(self, sheet: ReceptionSheet) -> None:
        """Ask for the guests and their order, and for what stands beside them."""
        if self._sheet is None or self._sheet.id != sheet.id:
            self._rows, self._around = [], Around()
            self._reveal.setChecked(False)
        self._sheet = sheet
        self.order.show_list(sheet.precedence)
        self._ask_around()
        self._desk.jobs.ask(
            guests, sheet.id, language.current(), then=self._answered, owner=self, channel="guests"
        )

    def _ask_around(self) -> None:
        if self._sheet is not None:
            self._desk.jobs.ask(
                around, self._sheet.id, kitchen=self._revealed, phones=self._to_phone(),
                then=self._know, owner=self, channel="around",
            )  # fmt: skip

    def _to_phone(self) -> list[UUID]:
        """Whose numbers are wanted: of those to phone, while they are looked at."""
        if self._chips.current() != PHONE:
            return []
        return [one.person.id for one in guest_views.shown(self._rows, PHONE, self._deadline())]

    def _choose_view(self, view: str) -> None:
        """Show another view; that of who is to be phoned has columns of its own."""
        self.table.show_columns(PHONE_COLUMNS if view == PHONE else ())
        self._show()
        if view == PHONE:
            self._ask_around()

    def _know(self, found: Around) -> None:
        self._around = found
        self.findings.show_succeeded(found.succeeded)
        if self._rows:
            self._answered(self._rows)

    def _answered(self, rows: list[GuestRow]) -> None:
        self._rows = self._around.put_in(rows)
        self._renamed(len(rows))
        deadline = self._deadline()
        capacity = self._sheet.draft.capacity if self._sheet else None
        self._figures.show_figures(guest_views.figures(rows, capacity, deadline))
        self._chips.offer(guest_views.chips(rows, deadline))
        self.findings.show_rows(rows, capacity, open_=self._is_open())
        self._show()

    def _deadline(self) -> Deadline:
        draft = self._sheet.draft if self._sheet else None
        day = (draft.reply_by if draft else None) or (self._sheet.day if self._sheet else None)
        return Deadline(day, clock.today(), self._around.rules.phone_days)

    def _is_open(self) -> bool:
        """Whether the reception is still to come."""
        day = self._sheet.day if self._sheet else None
        return day is None or day >= clock.today()

    def _show(self) -> None:
        view, wanted = self._chips.current(), words(self._filter.text()).split()
        found = guest_views.shown(self._rows, view, self._deadline())
        if wanted:
            found = [one for one in found if guest_has(one, wanted)]
        self.table.groups.show(())
        self.model.show(found)
        self.table.groups.show(guest_views.groups(found, view, self._around.delegations))
        self._holder.setCurrentIndex(0 if self._rows else 1)

    def _fill_menu(self, menu: QMenu) -> None:
        fill_menu(menu, self)

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
        dialog = ChoosePeople(self, self._desk.jobs, tr("Add guests"), tr("Add to the list"), known)
        dialog.chosen.connect(self.invite)
        dialog.open()

    def invite(self, people: list[UUID]) -> None:
        """Put people on the list; who was on it already is told."""
        asked = len(people)

        def told(added: int) -> None:
            there = asked - added
            if there:
                self._desk.say(
                    trn("{n} was on the list already.", "{n} were on the list already.", there)
                )

        if self._sheet is not None:
            self._desk.jobs.run(invite, self._sheet.id, people, then=told)

    def set_status(self, status: Status, *, beyond: bool = False) -> None:
        """Note the reply of the selected guests."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(set_status, ids, status, beyond=beyond)

    def set_circle(self, circle: str) -> None:
        """Say why the selected guests are on the list."""
        self._with_selected(set_circle, circle)

    def set_round(self, number: int) -> None:
        """Put the selected guests in a round of invitations."""
        self._with_selected(set_round, number)

    def join(self, delegation: UUID | None) -> None:
        """Put the selected guests in a delegation; None takes them out."""
        if delegation is None:
            self._with_selected(leave_delegation)
        else:
            self._with_selected(join_delegation, delegation)

    def new_delegation(self) -> None:
        """Begin a delegation with the selected guests."""
        if self._sheet is not None:
            ask_delegation(self, self._desk.jobs, self._sheet.id, self.table.selected_ids())

    def delegations(self) -> list[DelegationRow]:
        """The delegations there are."""
        return list(self._around.delegations.values())

    def _with_selected(self, command: Callable[..., object], *values: object) -> None:
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(command, ids, *values)

    def _offer(self, ids: list[UUID]) -> None:
        self._desk.jobs.run(take_next, ids)

    def _succeed(self, found: Succeeded) -> None:
        self._desk.jobs.run(invite_successor, found.guest_id, found.successor_id)

    def reveal(self, wanted: bool) -> None:  # noqa: FBT001 - what Qt's signal tells
        """Show what the kitchen must do, or hide it again."""
        self._revealed = wanted
        self._ask_around()

    def import_replies(self) -> None:
        """Choose a list of replies and look at what it says."""
        if self._sheet is not None:
            from ui.receptions.replies_dialog import RepliesDialog

            RepliesDialog.ask(self, self._desk, self._sheet.id)

    def show_delegations(self) -> None:
        """Show the delegations of the reception."""
        if self._sheet is not None:
            DelegationsDialog(self, self._desk.jobs, self._sheet.id).open()

    def edit_rules(self) -> None:
        """Change the office's own numbers."""

        def save(rules: GuestRules, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(set_guest_rules, rules, then=done, failed=failed)

        title = tr("Rules of the guest lists")
        GuestRulesEditor.edit(self, title, self._around.rules, save=save)

    def edit_catering(self) -> None:
        """Edit the kitchen's notes of the current guest."""
        one = self.table.current_row()
        if one is None or self._sheet is None:
            return

        def save(entry: CateringEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                set_catering, one.id, entry.drafts, entry.seen, then=done, failed=failed
            )

        ends = drops_on(self._sheet.day, self._around.rules.catering_days)
        CateringEditor.begin(self, self._desk.jobs, one, (self._sheet.id, ends), save)

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
            PlaceEditor.edit(
                self,
                tr("Move to a place"),
                PlaceDraft(one.manual_place or max(1, one.place)),
                save=lambda draft, done, failed: self._desk.jobs.run(
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
        if one is None or self._sheet is None:
            return

        def save(entry: GuestEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                keep_guest, one.id, one.revision, entry.draft, then=done, failed=failed
            )

        where = (self._sheet.id, self._sheet.day)
        GuestEditor.begin(self, self._desk.jobs, one, where, save)

    def remove(self) -> None:
        """Take the selected guests off the list."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(remove_guests, ids)
