"""The travel of a mission: its legs, what they emit, the train first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.briefings.bar_chart import bar_chart
from app.briefings.travel_words import modes_chart, modes_told
from app.core import clock
from app.missions.commands import (
    add_leg,
    change_leg,
    count_with,
    note_train,
    recount_legs,
    remove_legs,
)
from app.missions.draft import LegDraft
from app.missions.queries import LegRow, counting, travel
from app.missions.rules.airports import air_km, airports_named
from app.missions.rules.figures import kilograms, kilometres
from ui.briefings.drawing_view import DrawingView
from ui.core import language
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Card, Empty, Figure, column, row
from ui.core.flow import Flow
from ui.core.language import tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.missions.compare_editor import CompareEditor, CompareEntry
from ui.missions.factors_dialog import FactorsDialog
from ui.missions.findings import FindingsCard
from ui.missions.leg_editor import LegEditor, LegEntry
from ui.missions.list_tab import ListTab
from ui.missions.travel_columns import LEG_COLUMNS, SUM_COLUMNS, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.missions.queries import Counting, Travel
    from app.missions.rules.airports import Airport
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk

LEGS, PEOPLE, UNITS = "legs", "people", "units"


class TravelTab(ListTab):
    """Legs, travellers and organisations with their kilograms; a chart, and what to look at."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"leg", "leg_traveller", "participant", "person", "participant_group", "group_member",
         "mission", "dossier", "emission_factor", "setting", "organisation"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: UUID | None = None
        self.travel: Travel | None = None
        self._figures = {
            "kg": Figure(tr("Emission")),
            "each": Figure(tr("Per traveller")),
            "km": Figure(tr("Passenger-kilometres")),
            "uncounted": Figure(tr("Not counted")),
        }
        views = [(LEGS, tr("Legs")), (PEOPLE, tr("By traveller")), (UNITS, tr("By organisation"))]
        self.views = ChipBar(views, LEGS, name=tr("View"))
        self.model = ListModel(LEG_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Legs"), desk.state)
        self.sums = ListModel(SUM_COLUMNS, parent=self)
        self.sums_table = Table(self.sums, tr("Sums"), desk.state)
        self.chart = DrawingView(bar_chart([]), "")
        self.findings = FindingsCard(
            tr("To look at"), tr("Every leg is counted, and the train comes first."), self.show_leg
        )
        self._holder = QStackedLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._add = Button(tr("Add a leg…"), PRIMARY, icon="add")
        self._compare = Button(tr("Compare…"))
        more = QMenu(self)
        more.addAction(tr("Emission factors…"), self.open_factors)
        more.addAction(tr("Travel and CO2 by year"), self.open_years)
        self._more = Button(tr("CO2"), menu=more)
        acts = QWidget()
        flow = Flow(acts)
        for one in (self._more, self._compare, self._add):
            flow.addWidget(one)
        tools = row(self.views, acts, gap=8)
        tools.setStretch(0, 1)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(TableCard(self.sums_table))
        self._holder.addWidget(
            Empty(
                "missions",
                tr("No leg is planned yet"),
                tr("Add how the delegation travels; each leg says at once what it emits."),
                (tr("Add a leg…"), self.add),
            )
        )
        left = column(tools, box, gap=12)
        left.setStretch(1, 1)
        self._chart_card = Card(tr("kg CO2e by mode")).add(self.chart)
        side = QWidget()
        side.setLayout(column(self._chart_card, self.findings, gap=12))
        side.layout().setStretch(1, 1)  # type: ignore[union-attr]  # set above
        self._side = side
        parts = row(gap=12)
        parts.addLayout(left, 1)
        parts.addWidget(side)
        whole = column(row(*self._figures.values(), gap=12), gap=12)
        whole.addLayout(parts, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._add.clicked.connect(self.add)
        self._compare.clicked.connect(self.compare)
        self.views.chosen.connect(lambda _key: self._show())
        self.table.menu_maker = self._fill_menu
        self.bind(self.table, edit=self.edit, remove=self.remove, add=self.add)

    # --- showing ---

    def show_record(self, mission: UUID) -> None:
        """Ask for the travel of a mission; to be called again when one of `tables` changed."""
        self.record = mission
        self._desk.jobs.ask(
            travel, mission, then=self._answered, owner=self, channel="mission travel"
        )

    def _answered(self, found: Travel) -> None:
        self.travel = found
        total, spoken = found.total, language.current()
        people = len(found.party.going())
        self._figures["kg"].show_figure(kilograms(total.kg, spoken), tr("CO2e"))
        each = kilograms(total.kg / people, spoken) if people else "—"
        count = trn("{n} traveller", "{n} travellers", people)
        self._figures["each"].show_figure(each, count)
        self._figures["km"].show_figure(kilometres(total.km, spoken))
        self._figures["uncounted"].show_figure(
            language.number(total.uncounted), trn("journey", "journeys", total.uncounted)
        )
        words = modes_told(found.by_mode, spoken)
        self.chart.show_drawing(modes_chart(found.by_mode, spoken), words)
        self._chart_card.setVisible(bool(found.by_mode))
        told = [
            (one, leg.route, leg.id, one is leg.train) for leg in found.legs for one in leg.findings
        ]
        self.findings.show_findings(sorted(told, key=lambda one: not one[3]))
        self._add.setEnabled(not found.party.is_closed)
        self._show()

    def _show(self) -> None:
        found, view = self.travel, self.views.current()
        if found is None:
            return
        self.model.show(found.legs)
        sums = {UNITS: found.by_unit, PEOPLE: found.by_person}.get(view, ())
        self.sums.show(listed(sums))
        self._compare.setEnabled(bool(found.legs) and view == LEGS)
        if not found.legs:
            self._holder.setCurrentIndex(2)
            return
        self._holder.setCurrentIndex(0 if view == LEGS else 1)
        if self.table.current_row() is None:
            self.table.select_id(found.legs[0].id)

    def show_leg(self, leg: UUID) -> None:
        """Go to a leg in the list."""
        self.views.choose(LEGS)
        self._show()
        self.table.select_id(leg)
        self.table.setFocus()

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit leg…"), self.edit)
        menu.addAction(tr("Compare with other ways…"), self.compare)
        menu.addSeparator()
        menu.addAction(tr("Count anew with the office's sources"), self.recount)
        menu.addAction(tr("Count with another row…"), self.pick_factor)
        menu.addAction(tr("Same leg again…"), self.duplicate)
        menu.addSeparator()
        menu.addAction(tr("Remove leg"), self.remove)

    # --- doing ---

    def add(self) -> None:
        """Plan a leg, with everybody on it, where the last one ended."""
        if self.travel is None:
            return
        going = tuple(one.id for one in self.travel.party.going())
        last = self.travel.legs[-1].draft if self.travel.legs else LegDraft()
        self._edit(
            tr("New leg"), LegDraft(start=last.end, travel_class="high_speed", travellers=going)
        )

    def duplicate(self) -> None:
        """Plan a leg like the current one."""
        one = self._current()
        if one is not None:
            self._edit(tr("New leg"), one.draft)

    def _edit(self, title: str, draft: LegDraft) -> None:
        mission, found = self.record, self.travel
        if mission is None or found is None:
            return

        def save(entry: LegEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(add_leg, mission, entry.draft, then=done, failed=failed)

        entry = LegEntry(draft, found.party, self._look, self._flown)
        LegEditor.edit(self, title, entry, save=save, then=self._select_later)

    def _select_later(self, leg: object) -> None:
        self.table.clearSelection()
        del leg

    def edit(self) -> None:
        """Change the current leg."""
        one, found = self._current(), self.travel
        if one is None or found is None:
            return

        def save(entry: LegEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                change_leg, one.id, one.revision, entry.draft, then=done, failed=failed
            )

        entry = LegEntry(one.draft, found.party, self._look, self._flown)
        LegEditor.edit(self, tr("Leg"), entry, save=save)

    def compare(self) -> None:
        """Compare the current leg with a train and a car."""
        one = self._current()
        if one is None:
            return

        def begin(chosen: Counting) -> None:
            day = one.draft.departs_at.date() if one.draft.departs_at else clock.today()
            entry = CompareEntry(one, chosen, day, one.draft.train_minutes, one.draft.motive)
            CompareEditor.edit(self, one.route, entry, save=save)

        def save(entry: CompareEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                note_train, one.id, entry.train_minutes, entry.motive, then=done, failed=failed
            )

        self._desk.jobs.ask(counting, then=begin, owner=self)

    def recount(self) -> None:
        """Count the selected legs with what the office uses now."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(recount_legs, ids)

    def open_factors(self) -> None:
        """Show the rows one counts with."""
        FactorsDialog(self, self._desk).open()

    def open_years(self) -> None:
        """Go to what all missions travelled and emitted, year by year."""
        self._desk.go("travel_years")

    def pick_factor(self) -> None:
        """Count the current leg with a row chosen by hand."""
        one = self._current()
        if one is None:
            return
        dialog = FactorsDialog(self, self._desk, pick=True)
        dialog.picked.connect(lambda row: self._desk.jobs.run(count_with, one.id, row))
        dialog.open()

    def remove(self) -> None:
        """Take the selected legs out."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(remove_legs, ids)

    def _current(self) -> LegRow | None:
        found: Any = self.table.current_row()
        return found if isinstance(found, LegRow) else None

    def _look(self, text: str, answer: Callable[[Sequence[Airport]], None]) -> None:
        self._desk.jobs.background(airports_named, text, then=answer, owner=self)

    def _flown(self, start: str, end: str, answer: Callable[[float | None], None]) -> None:
        self._desk.jobs.background(air_km, start, end, then=answer, owner=self)
