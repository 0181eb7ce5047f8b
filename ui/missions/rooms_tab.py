"""The rooming list of a mission, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core.text import N_
from app.missions.commands import add_room, add_singles, change_room, remove_rooms
from app.missions.draft import RoomDraft
from app.missions.queries import RoomRow, rooming
from app.missions.rules.rooms import Kind as RoomKind
from app.missions.rules.rooms import kind_label
from ui.core import language
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Empty, Figure, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.language import tr
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.missions.findings import FindingsCard
from ui.missions.list_tab import ListTab
from ui.missions.room_editor import RoomEditor, RoomEntry

if TYPE_CHECKING:
    from uuid import UUID

    from app.missions.queries import Rooming
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


def _sleepers(one: RoomRow) -> str:
    return "; ".join(who.listed for who in one.sleepers) or language.tr("nobody yet")


def _passport(one: RoomRow) -> Cell:
    unknown = sum(not who.passport_known for who in one.sleepers)
    if not one.sleepers:
        return Cell("")
    if unknown:
        return Cell(language.tr("{n} without", n=unknown), tone="attention")
    return Cell(language.tr("known"), tone="good")


_COLUMNS = (
    Column("hotel", N_("Hotel"), 130, value=lambda one: one.draft.hotel, stretch=1),
    Column("number", N_("Room"), 76, value=lambda one: one.draft.number),
    Column("kind", N_("Kind"), 138, value=lambda one: kind_label(one.draft.kind)),
    Column("sleepers", N_("Who sleeps in it"), 240, Kind.NAME, value=_sleepers, stretch=3),
    Column("from", N_("First night"), 98, Kind.DATE, value=lambda one: one.draft.from_on),
    Column("until", N_("Leaves on"), 98, Kind.DATE, value=lambda one: one.draft.until_on),
    Column("nights", N_("Nights"), 68, Kind.NUMBER),
    Column("passport", N_("Passport name"), 106, Kind.PILL, value=_passport),
    Column("note", N_("Note"), 90, Kind.QUIET, value=lambda one: one.draft.note, stretch=1),
)


class RoomsTab(ListTab):
    """Rooms by hotel; who has none; nights booked twice."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"room", "room_sleeper", "participant", "person", "travel_papers", "participant_group",
         "group_member", "mission", "dossier", "organisation"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: UUID | None = None
        self.rooming: Rooming | None = None
        self._figures = {
            "rooms": Figure(tr("Rooms")),
            "nights": Figure(tr("Room nights")),
            "people": Figure(tr("Have a room")),
            "without": Figure(tr("Without a room")),
        }
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Rooms"), desk.state)
        self.findings = FindingsCard(
            tr("To look at"), tr("Everybody has a room, and none is booked twice."), self.show_room
        )
        self._holder = QStackedLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._add = Button(tr("Add a room…"), PRIMARY, icon="add")
        self._each = Button(tr("A room each for who has none…"))
        tools = row(None, self._each, self._add, gap=8)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(
            Empty(
                "seat",
                tr("No room is booked yet"),
                tr("Give everybody a single room at once, then put together who shares."),
                (tr("A room each for who has none…"), self.add_each),
                (tr("Add a room…"), self.add),
            )
        )
        left = column(tools, box, gap=12)
        left.setStretch(1, 1)
        self._side = self.findings
        parts = row(gap=12)
        parts.addLayout(left, 1)
        parts.addWidget(self.findings)
        whole = column(row(*self._figures.values(), gap=12), gap=12)
        whole.addLayout(parts, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._add.clicked.connect(self.add)
        self._each.clicked.connect(self.add_each)
        self.table.menu_maker = self._fill_menu
        self.bind(self.table, edit=self.edit, remove=self.remove, add=self.add)

    # --- showing ---

    def show_record(self, mission: UUID) -> None:
        """Ask for the rooms of a mission; to be called again when one of `tables` changed."""
        self.record = mission
        self._desk.jobs.ask(
            rooming, mission, then=self._answered, owner=self, channel="mission rooms"
        )

    def _answered(self, found: Rooming) -> None:
        self.rooming = found
        without = len(found.without_room())
        going = len(found.party.going())
        nights = sum(one.nights or 0 for one in found.rooms)
        self._figures["rooms"].show_figure(language.number(len(found.rooms)))
        self._figures["nights"].show_figure(language.number(nights))
        of_all = tr("of {n}", n=language.number(going))
        self._figures["people"].show_figure(language.number(going - without), of_all)
        self._figures["without"].show_figure(language.number(without))
        self._each.setEnabled(without > 0)
        hotels = {one.id: _called(one) for one in found.rooms}
        self.findings.show_findings(
            [
                (
                    one.sentence,
                    hotels.get(one.rooms[0], "") if one.rooms else "",
                    one.rooms[0] if one.rooms else None,
                    one.wrong,
                )
                for one in found.findings
            ]
        )
        self.model.show(found.rooms)
        self._holder.setCurrentIndex(0 if found.rooms else 1)

    def show_room(self, room: UUID) -> None:
        """Go to a room in the list."""
        self.table.select_id(room)
        self.table.setFocus()

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit room…"), self.edit)
        menu.addSeparator()
        menu.addAction(tr("Remove room"), self.remove)

    # --- doing ---

    def _usual(self) -> RoomDraft:
        """A room like the last: the hotel and the nights; else the nights of the mission."""
        found = self.rooming
        if found is not None and found.rooms:
            last = found.rooms[-1].draft
            return RoomDraft(last.hotel, from_on=last.from_on, until_on=last.until_on)
        party = found.party if found is not None else None
        return RoomDraft(
            from_on=party.starts_on if party else None, until_on=party.ends_on if party else None
        )

    def add(self) -> None:
        """Book a room."""
        mission, found = self.record, self.rooming
        if mission is None or found is None:
            return

        def save(entry: RoomEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(add_room, mission, entry.draft, then=done, failed=failed)

        draft = replace(self._usual(), kind=RoomKind.DOUBLE)
        RoomEditor.edit(self, tr("New room"), RoomEntry(draft, found.party), save=save)

    def add_each(self) -> None:
        """Book a room for everybody who has none."""
        mission, found = self.record, self.rooming
        if mission is None or found is None:
            return

        def save(entry: RoomEntry, done: Done, failed: Failed) -> None:
            draft = replace(entry.draft, sleepers=())
            self._desk.jobs.run(
                add_singles, mission, draft, entry.draft.sleepers, then=done, failed=failed
            )

        draft = replace(self._usual(), sleepers=found.without_room())
        entry = RoomEntry(draft, found.party, each=True)
        RoomEditor.edit(self, tr("A room each"), entry, save=save)

    def edit(self) -> None:
        """Change the current room."""
        one: Any = self.table.current_row()
        found = self.rooming
        if one is None or found is None:
            return

        def save(entry: RoomEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                change_room, one.id, one.revision, entry.draft, then=done, failed=failed
            )

        RoomEditor.edit(self, tr("Room"), RoomEntry(one.draft, found.party), save=save)

    def remove(self) -> None:
        """Give the selected rooms back."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(remove_rooms, ids)


def _called(one: RoomRow) -> str:
    return f"{one.draft.hotel} {one.draft.number}".strip()
