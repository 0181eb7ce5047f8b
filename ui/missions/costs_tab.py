"""What a mission costs and who pays: lines, payers, rates, the list of invoices."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QFileDialog, QMenu, QStackedLayout, QWidget

from app.briefings.bar_chart import Bar, bar_chart
from app.briefings.cost_sheet import parts_told, payer_name
from app.core.text import N_
from app.interchange.invoices import export_invoices
from app.missions.commands import add_cost, change_cost, remove_costs, remove_rate, set_rate
from app.missions.draft import CostDraft, RateDraft, ShareDraft
from app.missions.queries import CostRow, costs
from app.missions.rules.costs import Money
from app.missions.rules.figures import amount, decimal, plain_amount
from app.missions.rules.shares import Payer
from ui.briefings.drawing_view import DrawingView
from ui.core import language
from ui.core.buttons import PRIMARY, Button, IconButton
from ui.core.cards import Card, Empty, Figure, clear, column, row
from ui.core.columns import Column, Kind
from ui.core.labels import Text
from ui.core.language import day, tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.missions.cost_editor import CostEditor, CostEntry, RateEditor
from ui.missions.findings import FindingsCard
from ui.missions.list_tab import ListTab

if TYPE_CHECKING:
    from uuid import UUID

    from app.missions.queries import Costs, RateRow
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk

_RATES_SHOWN = 6


def _money(money: Money | None) -> str:
    return amount(money, language.current()) if money is not None else ""


def _euro(one: CostRow) -> str:
    euro = one.paid_euro if one.paid is not None else one.planned_euro
    if euro is None:
        return language.tr("no rate") if one.due is not None else ""
    return plain_amount(euro, language.current())


_COLUMNS = (
    Column("what", N_("What for"), 230, Kind.NAME, value=lambda one: one.draft.what, stretch=2),
    Column("day", N_("Day"), 110, Kind.DATE, value=lambda one: one.draft.spent_on),
    Column("planned", N_("Planned"), 130, Kind.NUMBER, value=lambda one: _money(one.planned)),
    Column("paid", N_("Paid"), 130, Kind.NUMBER, value=lambda one: _money(one.paid)),
    Column("euro", N_("In euro"), 110, Kind.NUMBER, value=_euro),
    Column(
        "who", N_("Who pays"), 230, stretch=2,
        value=lambda one: parts_told(one, language.current()),
    ),
)  # fmt: skip


class CostsTab(ListTab):
    """Lines with their shares; what each payer owes; the rates they are counted with."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"cost_line", "cost_share", "exchange_rate", "participant", "person", "mission", "dossier",
         "participant_group", "group_member", "organisation"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: UUID | None = None
        self.costs: Costs | None = None
        self._figures = {
            "planned": Figure(tr("Planned")),
            "paid": Figure(tr("Paid")),
            "city": Figure(tr("The city pays")),
            "others": Figure(tr("Others pay")),
        }
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Costs"), desk.state)
        self.chart = DrawingView(bar_chart([]), "")
        self.findings = FindingsCard(tr("To look at"), "", lambda _record: None)
        self._holder = QStackedLayout()
        self._rates = column(gap=4)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._add = Button(tr("Add a cost…"), PRIMARY, icon="add")
        self._invoices = Button(tr("Invoice list (CSV)…"), icon="export")
        tools = row(None, self._invoices, self._add, gap=8)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(
            Empty(
                "policy",
                tr("No cost is noted yet"),
                tr("Add what is planned; shares add up to the cent, in every currency."),
                (tr("Add a cost…"), self.add),
            )
        )
        left = column(tools, box, gap=12)
        left.setStretch(1, 1)
        self._chart_card = Card(tr("Who pays, in euro")).add(self.chart)
        head = row(Text(tr("Rates of exchange"), "strong"), None, gap=8)
        fresh = Button(tr("Add a rate…"), icon="add")
        fresh.clicked.connect(self.add_rate)
        head.addWidget(fresh)
        rates = Card().add(head, self._rates)
        rates.setAccessibleName(tr("Rates of exchange"))
        side = QWidget()
        side.setLayout(column(self._chart_card, rates, self.findings, None, gap=12))
        self._side = side
        parts = row(gap=12)
        parts.addLayout(left, 1)
        parts.addWidget(side)
        whole = column(row(*self._figures.values(), gap=12), gap=12)
        whole.addLayout(parts, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._add.clicked.connect(self.add)
        self._invoices.clicked.connect(self.export)
        self.table.menu_maker = self._fill_menu
        self.bind(self.table, edit=self.edit, remove=self.remove, add=self.add)

    # --- showing ---

    def show_record(self, mission: UUID) -> None:
        """Ask for the costs of a mission; to be called again when one of `tables` changed."""
        self.record = mission
        self._desk.jobs.ask(
            costs, mission, then=self._answered, owner=self, channel="mission costs"
        )

    def _answered(self, found: Costs) -> None:
        self.costs = found
        self._show_figures(found)
        self._show_chart(found)
        self._show_rates(found.rates)
        self.findings.show_findings([(one, "", None, False) for one in found.findings])
        self.findings.setVisible(bool(found.findings))
        self._add.setEnabled(not found.party.is_closed)
        self._invoices.setEnabled(bool(found.lines))
        self.model.show(found.lines)
        self._holder.setCurrentIndex(0 if found.lines else 1)

    def _show_figures(self, found: Costs) -> None:
        spoken = language.current()
        for what in ("planned", "paid"):
            whole = plain_amount(found.euro(what), spoken)
            others = [one for code, one in found.totals(what).items() if code != "EUR"]
            of_it = " + ".join(amount(one, spoken) for one in others)
            remark = tr("EUR, {others} in it", others=of_it) if others else "EUR"
            self._figures[what].show_figure(whole, remark)
        city = sum(one.units for key, one in found.due.euro.items() if key.payer == Payer.CITY)
        whole_sum = found.euro("due").units
        self._figures["city"].show_figure(plain_amount(Money(city), spoken), "EUR")
        self._figures["others"].show_figure(plain_amount(Money(whole_sum - city), spoken), "EUR")

    def _show_chart(self, found: Costs) -> None:
        """Bars of the city, of each partner, and of the participants together."""
        spoken = language.current()
        people = [key for key in found.due.euro if key.payer == Payer.PARTICIPANT]
        owed: list[tuple[str, Money]] = [
            (payer_name(key, spoken), money)
            for key, money in found.due.euro.items()
            if key not in people
        ]
        if people:
            label = trn("{n} participant", "{n} participants", len(people))
            units = sum(found.due.euro[key].units for key in people)
            owed.append((label, Money(units)))
        bars = [
            Bar(name, float(money.units), plain_amount(money, spoken), at == 0)
            for at, (name, money) in enumerate(owed)
        ]
        told = "; ".join(f"{name} {amount(money, spoken)}" for name, money in owed)
        self.chart.show_drawing(bar_chart(bars), told)
        self._chart_card.setVisible(bool(bars))

    def _show_rates(self, rates: tuple[RateRow, ...]) -> None:
        clear(self._rates)
        if not rates:
            none = Text(tr("None is needed while all is in euro."), ink="text2", wrap=True)
            self._rates.addWidget(none)
        for one in rates[:_RATES_SHOWN]:
            worth = decimal(one.draft.value() or 0, language.current(), 8)
            said = tr("1 {currency} = {euro} EUR", currency=one.draft.currency, euro=worth)
            when = day(one.draft.day) if one.draft.day else ""
            away = IconButton(
                "delete", tr("Remove the rate {rate}", rate=f"{said}, {when}"), size=24
            )
            away.clicked.connect(partial(self._desk.jobs.run, remove_rate, one.id))
            words = Text(said, "body")
            quiet = Text(" · ".join(part for part in (when, one.draft.source) if part), "small",
                         ink="text2", elide=True)  # fmt: skip
            line = row(words, quiet, away, gap=8)
            line.setStretch(1, 1)
            self._rates.addLayout(line)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit cost…"), self.edit)
        menu.addSeparator()
        menu.addAction(tr("Remove cost"), self.remove)

    # --- doing ---

    def add(self) -> None:
        """Add a line, paid by all participants alike unless told."""
        mission, found = self.record, self.costs
        if mission is None or found is None:
            return

        def save(entry: CostEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(add_cost, mission, entry.draft, then=done, failed=failed)

        draft = CostDraft(spent_on=found.party.starts_on, shares=(ShareDraft(Payer.CITY),))
        CostEditor.edit(self, tr("New cost"), CostEntry(draft, found.party), save=save)

    def edit(self) -> None:
        """Change the current line."""
        one: Any = self.table.current_row()
        found = self.costs
        if one is None or found is None:
            return

        def save(entry: CostEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                change_cost, one.id, one.revision, entry.draft, then=done, failed=failed
            )

        CostEditor.edit(self, tr("Cost"), CostEntry(one.draft, found.party), save=save)

    def remove(self) -> None:
        """Take the selected lines out."""
        ids = self.table.selected_ids()
        if ids:
            self._desk.jobs.run(remove_costs, ids)

    def add_rate(self) -> None:
        """Note what a currency was worth on a day."""

        def save(draft: RateDraft, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(set_rate, draft, then=done, failed=failed)

        lacking = [one.draft.currency for one in self.costs.lines if one.rate is None and
                   one.draft.currency != "EUR"] if self.costs else []  # fmt: skip
        first = self.costs.party.starts_on if self.costs else None
        draft = RateDraft(lacking[0] if lacking else "", first)
        RateEditor.edit(self, tr("Rate of exchange"), draft, save=save)

    def remove_rate(self, rate: UUID, *_: object) -> None:
        """Take a rate away."""
        self._desk.jobs.run(remove_rate, rate)

    def export(self) -> None:
        """Ask where, and write the list of invoices there."""
        if self.costs is None:
            return
        title = self.costs.party.title.replace("/", "-")
        start = str(Path.home() / f"{tr('Invoice list')} - {title}.csv")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Invoice list"), start, tr("CSV files (*.csv)")
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the list of invoices to a file."""

        def written(count: int) -> None:
            told = trn("{n} line in {name}", "{n} lines in {name}", count, name=path.name)
            self._desk.say(told)

        self._desk.jobs.ask(
            export_invoices, self.record, path, language.current(),
            then=written, failed=self._desk.complain, owner=self,
        )  # fmt: skip
