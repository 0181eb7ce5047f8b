"""The delegation: in order with the reason of each place; one key sets how sure it is.

Travel papers are not part of it: a button shows them in a table of their own, which forgets them
when they are hidden, when another mission is opened, and when the tab is left.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core.fold import words
from app.missions.commands import (
    add_participants,
    change_participant,
    group_participants,
    keep_papers,
    move_participant,
    participant_by_rule,
    remove_participants,
    set_host_order,
    set_participant_status,
    set_role,
    withdraw,
)
from app.missions.queries import PapersRow, ParticipantRow, delegation, travel_papers
from app.missions.rules.delegation import GOING, Role, Status, role_label, status_label
from ui.actions import bind_keys
from ui.core import language
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty, Figure, column, row
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard
from ui.dossiers.choosing import ChoosePeople, PlaceDraft, PlaceEditor
from ui.missions.columns import (
    PAPERS_COLUMNS,
    PARTICIPANT_COLUMNS,
    Traveller,
    participant_words,
)
from ui.missions.face_editor import edit_face
from ui.missions.papers_table import PapersTable
from ui.missions.participant_dialogs import (
    GroupEditor,
    PapersEditor,
    ParticipantEditor,
    WithdrawEditor,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QHideEvent

    from app.missions.queries import MissionSheet
    from ui.core.page import Desk
    from ui.missions.known import Known

ALL, HOST = "all", "host"
_LIST, _EMPTY, _PAPERS = range(3)
_CHIPS = (Status.CONFIRMED, Status.REGISTERED, Status.WAITING, Status.WITHDRAWN)
_KEYS = {
    "participants.confirmed": Status.CONFIRMED,
    "participants.registered": Status.REGISTERED,
    "participants.waiting": Status.WAITING,
}


class DelegationTab(QWidget):
    """Everybody on the list of one mission."""

    def __init__(self, desk: Desk, counted: Callable[[int], None]) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: MissionSheet | None = None
        self._counted = counted
        self._rows: list[ParticipantRow] = []
        self._shows_papers = False
        self._found: dict[UUID, PapersRow] = {}
        self._figures = {
            "going": Figure(tr("Going along")),
            str(Status.CONFIRMED): Figure(tr("Confirmed")),
            str(Status.WAITING): Figure(tr("Waiting list")),
            str(Status.WITHDRAWN): Figure(tr("Withdrawn")),
            "organisations": Figure(tr("Organisations")),
        }
        self._chips = ChipBar([(ALL, tr("By precedence"))], ALL, name=tr("View"))
        self._filter = SearchField(tr("Filter participants"))
        self.model = ListModel(PARTICIPANT_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Participants"), desk.state)
        self.travellers = ListModel(PAPERS_COLUMNS, parent=self)
        self.papers = PapersTable(self.travellers, desk.say)
        self._add = Button(tr("Add people…"), PRIMARY, icon="add")
        self._import = Button(tr("Import registrations…"), icon="import")
        self.reveal = Button(tr("Show travel papers"), icon="lock")
        self._order = Text("", "small", ink="text2", elide=True)
        self._holder = QStackedLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        keys = Text(
            tr("Keys: C confirmed · R registered · W waits · X withdraws · G group · M moves"),
            "small", ink="text2", elide=True,
        )  # fmt: skip
        figures = row(*self._figures.values(), gap=12)
        tools = row(self._chips, self._filter, self._add, gap=12)
        tools.setStretch(0, 1)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(
            Empty(
                "missions",
                tr("Nobody goes along yet"),
                tr("Add people from Contacts, or import the list of registrations; they are put in"
                   " order of precedence at once."),
                (tr("Add people…"), self.add),
                (tr("Import registrations…"), self.bring_in),
            )
        )  # fmt: skip
        self._holder.addWidget(TableCard(self.papers))
        foot = row(self._order, keys, self._import, self.reveal, gap=12)
        foot.setStretch(0, 2)
        foot.setStretch(1, 3)
        whole = column(figures, tools, box, foot, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._add.clicked.connect(self.add)
        self._import.clicked.connect(self.bring_in)
        self.reveal.clicked.connect(self.toggle_papers)
        self._chips.chosen.connect(self._chosen)
        self._filter.textChanged.connect(lambda _text: self._show())
        self.table.opened.connect(lambda _row: self.edit())
        self.papers.opened.connect(lambda _row: self.edit_papers())
        self.table.menu_maker = self._fill_menu
        for action, status in _KEYS.items():
            bind_keys(self.table, action, partial(self.set_status, status))
        bind_keys(self.table, "participants.withdraw", self.withdraw)
        bind_keys(self.table, "participants.group", self.group)
        bind_keys(self.table, "participants.move", self.move_by_hand)
        bind_keys(self.table, "participants.remove", self.remove)

    # --- showing ---

    def know(self, known: Known) -> None:
        """By which list people of one role stand."""
        if known.by is not None:
            self._order.say(tr("Order: by role, then {list}", list=read(known.by.told)))

    def refresh(self, sheet: MissionSheet) -> None:
        """Ask for the participants and their order."""
        if self._sheet is None or self._sheet.id != sheet.id:
            self._rows = []
        self._sheet = sheet
        self._ask()

    def _ask(self) -> None:
        if self._sheet is None:
            return
        by_host = self._chips.current() == HOST
        self._desk.jobs.ask(
            delegation, self._sheet.id, language.current(), by_host=by_host,
            then=self._answered, owner=self, channel="delegation",
        )  # fmt: skip

    def _answered(self, rows: list[ParticipantRow]) -> None:
        self._rows = rows
        count = {str(status): sum(one.status == status for one in rows) for status in Status}
        going = sum(count[status] for status in GOING)
        self._counted(going)
        seats = {one.organisation for one in rows if one.status in GOING and one.organisation}
        self._figures["going"].show_figure(
            language.number(going), tr("of {n}", n=language.number(len(rows)))
        )
        for status in (Status.CONFIRMED, Status.WAITING, Status.WITHDRAWN):
            self._figures[status].show_figure(language.number(count[status]))
        self._figures["organisations"].show_figure(language.number(len(seats)))
        self._chips.offer(
            [
                (ALL, tr("By precedence")),
                (HOST, tr("The host's order")),
                *(
                    (str(one), tr("{name} · {n}", name=read(status_label(one)), n=count[one]))
                    for one in _CHIPS
                    if count[one]
                ),
            ]
        )
        self._show()
        if self._shows_papers:
            self._ask_papers()

    def _chosen(self, key: str) -> None:
        if key in (ALL, HOST):
            self._ask()
        else:
            self._show()

    def _show(self) -> None:
        shown = self._wanted()
        self.model.show(shown)
        if self._shows_papers:
            ids = {one.id for one in shown}
            self.travellers.show([one for one in self._travellers() if one.id in ids])
        page = _LIST if self._rows else _EMPTY
        self._holder.setCurrentIndex(_PAPERS if self._shows_papers else page)

    def _wanted(self) -> list[ParticipantRow]:
        view, wanted = self._chips.current(), words(self._filter.text()).split()
        in_view = [one for one in self._rows if view in (ALL, HOST, one.status)]
        if not wanted:
            return in_view
        return [
            one for one in in_view if all(part in words(participant_words(one)) for part in wanted)
        ]

    # --- travel papers ---

    def toggle_papers(self) -> None:
        """Show the travel papers, or hide and forget them."""
        if self._shows_papers:
            self.hide_papers()
        else:
            self._ask_papers()

    def _ask_papers(self) -> None:
        if self._sheet is not None:
            self._desk.jobs.ask(
                travel_papers, self._sheet.id, then=self._reveal, owner=self, channel="papers"
            )

    def _reveal(self, found: dict[UUID, PapersRow]) -> None:
        if not self.isVisible():
            return
        self._found = found
        self._shows_papers = True
        self.reveal.setText(tr("Hide travel papers"))
        self._show()

    def _travellers(self) -> list[Traveller]:
        return [Traveller(one, self._found[one.id]) for one in self._rows if one.id in self._found]

    def hide_papers(self) -> None:
        """Forget what was shown of them."""
        self._shows_papers = False
        self._found = {}
        self.travellers.show([])
        self.reveal.setText(tr("Show travel papers"))
        self._holder.setCurrentIndex(_LIST if self._rows else _EMPTY)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks any more."""
        super().hideEvent(event)
        if self._shows_papers:
            self.hide_papers()

    def edit_papers(self) -> None:
        """Edit the travel papers of the current participant."""
        one = self.papers.current_row()
        if isinstance(one, Traveller):
            PapersEditor.edit(
                self,
                tr("Travel papers"),
                one.papers.draft,
                save=lambda draft, done, failed: self._desk.jobs.run(
                    keep_papers, one.id, one.papers.revision, draft, then=done, failed=failed
                ),
            )

    # --- doing ---

    def _fill_menu(self, menu: QMenu) -> None:
        for status in (Status.CONFIRMED, Status.REGISTERED, Status.WAITING):
            menu.addAction(read(status_label(status)), partial(self.set_status, status))
        menu.addAction(tr("Does not go along…"), self.withdraw)
        menu.addSeparator()
        roles = menu.addMenu(tr("Role"))
        for role in Role:
            roles.addAction(read(role_label(role)), partial(self.set_role, role))
        menu.addAction(tr("Put in a group…"), self.group)
        menu.addSeparator()
        menu.addAction(tr("Move to a place…"), self.move_by_hand)
        menu.addAction(tr("Back in order of precedence"), self.by_rule)
        menu.addAction(tr("Make this the host's order"), self.host_order)
        menu.addSeparator()
        menu.addAction(tr("Edit participant…"), self.edit)
        one = self.table.current_row()
        menu.addAction(tr("Photo and consent…"), partial(edit_face, self, self._desk, one))
        menu.addAction(tr("Take off the list"), self.remove)

    def add(self) -> None:
        """Choose people and put them on the list."""
        known = {one.person_id for one in self._rows}
        dialog = ChoosePeople(
            self, self._desk.jobs, tr("Add people"), tr("Add to the delegation"), known
        )
        dialog.chosen.connect(self.take)
        dialog.open()

    def take(self, people: list[UUID]) -> None:
        """Put people on the list."""
        if self._sheet is not None:
            self._desk.jobs.run(add_participants, self._sheet.id, people)

    def bring_in(self) -> None:
        """Import a list of registrations."""
        from ui.missions.registration import RegistrationDialog

        if self._sheet is not None:
            RegistrationDialog(self, self._desk, self._sheet.id).open()

    def set_status(self, status: Status) -> None:
        """Say how sure it is of the selected participants."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(set_participant_status, ids, status)

    def set_role(self, role: Role) -> None:
        """Say as what the selected participants go along."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(set_role, ids, role)

    def withdraw(self) -> None:
        """Note that the selected participants do not go, and what is due."""
        ids = self.table.selected_ids()
        if ids:
            WithdrawEditor.begin(
                self,
                lambda draft, done, failed: self._desk.jobs.run(
                    withdraw, ids, draft.rule, draft.day, then=done, failed=failed
                ),
            )

    def group(self) -> None:
        """Put the selected participants in a group."""
        ids = self.table.selected_ids()
        known = sorted({name for one in self._rows for name in one.groups})
        if ids:
            GroupEditor.begin(
                self,
                known,
                lambda draft, done, failed: self._desk.jobs.run(
                    group_participants, ids, draft.group, then=done, failed=failed
                ),
            )

    def move_by_hand(self) -> None:
        """Give the current participant a place by hand, with a reason."""
        one = self.table.current_row()
        if one is not None:
            PlaceEditor.edit(
                self,
                tr("Move to a place"),
                PlaceDraft(one.manual_place or max(1, one.place)),
                save=lambda draft, done, failed: self._desk.jobs.run(
                    move_participant, one.id, draft.place, draft.reason, then=done, failed=failed
                ),
            )

    def by_rule(self) -> None:
        """Forget the place given by hand."""
        one = self.table.current_row()
        if one is not None:
            self._desk.jobs.run(participant_by_rule, one.id)

    def host_order(self) -> None:
        """Take the order of those who go as the host's, to be changed from there."""
        ids = [one.id for one in self._rows if one.place]
        if ids:
            self._desk.jobs.run(set_host_order, ids)

    def edit(self) -> None:
        """Edit what the list says of the current participant."""
        one = self.table.current_row()
        if one is not None:
            ParticipantEditor.begin(
                self,
                one,
                self._rows,
                lambda draft, done, failed: self._desk.jobs.run(
                    change_participant, one.id, one.revision, draft, then=done, failed=failed
                ),
            )

    def remove(self) -> None:
        """Take the selected participants off the list."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(remove_participants, ids)
