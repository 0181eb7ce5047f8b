"""The balance page: what the city wanted to hold beside what it had to, by year and in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtWidgets import QWidget

from app.briefings.balance_chart import balance_chart
from app.core import clock
from app.core.text import N_
from app.overview.balance import (
    Balance,
    balance_in_parts,
    set_balance_target,
    share,
    target_words,
)
from ui.briefings.drawing_view import DrawingView
from ui.briefings.one_paper import OnePaper
from ui.core import language
from ui.core.buttons import Button, ChipBar
from ui.core.cards import Card, Scroll, clear, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.form import Form
from ui.core.labels import Link, Text
from ui.core.language import read, tr
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.today.balance import Swatch

if TYPE_CHECKING:
    from app.core.errors import Problem
    from app.overview.balance import Side
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json


@dataclass(frozen=True, slots=True)
class _Line:
    """A part as a row of its table."""

    id: UUID
    side: Side


def _own(one: _Line) -> int:
    return one.side.proactive


def _asked(one: _Line) -> int:
    return one.side.reactive


def _share(one: _Line) -> Cell:
    got = share(one.side.proactive, one.side.reactive)
    return Cell("" if got is None else str(got))


def _columns(title: str) -> tuple[Column, ...]:
    return (
        Column("name", title, 180, Kind.NAME, value=lambda one: one.side.name, stretch=1),
        Column("proactive", N_("Own"), 62, Kind.NUMBER, value=_own),
        Column("reactive", N_("Asked"), 82, Kind.NUMBER, value=_asked),
        Column("share", N_("Share"), 90, Kind.BAR, value=_share),
    )


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """The target as typed."""

    percent: int | None

    def problems(self) -> list[Problem]:
        """The command says what is wrong."""
        return []


class TargetEditor(Editor[TargetDraft]):
    """Asks for the share the office aims at."""

    width_wanted = 420

    def build(self) -> Form:
        """The form, empty."""
        hint = tr(
            "Of the receptions of a year. The city’s policy asks for a balance, not a figure."
        )
        percent = NumberField(
            "percent", tr("On our initiative, in %"), least=0, most=100, hint=hint, needed=True
        )
        return Form([percent])

    def fill(self, draft: TargetDraft) -> None:
        """Show the target."""
        self.form.set_values({"percent": draft.percent})

    def draft(self) -> TargetDraft:
        """The target as typed."""
        value = self.form.values()["percent"]
        return TargetDraft(value if isinstance(value, int) else None)


class BalancePage(ListPage):
    """Chart of the years, and one year by country, priority and partner."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "reception", "guest", "posting", "organisation", "dossier_priority",
         "dossier_partner", "priority", "setting"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Balance of receptions"))
        self._balance: Balance | None = None
        self._year = clock.today().year
        back = Link(f"‹ {tr('Receptions')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Receptions"))
        back.clicked.connect(lambda: desk.go("receptions"))
        self.body.insertWidget(0, back)
        target = Button(tr("Target…"), icon="edit")
        target.clicked.connect(self._set_target)
        paper = Button(tr("Paper"), icon="print")
        paper.clicked.connect(self._print)
        self.buttons.addWidget(target)
        self.buttons.addWidget(paper)
        self.chips = ChipBar([(str(self._year), str(self._year))], name=tr("Year"))
        self.chips.chosen.connect(self._choose)
        self._words = Text("", "strong", wrap=True)
        self._chart = column()
        told = Card(tr("Over the years")).add(self._legend(), self._chart, self._words)
        self.models = {
            "country": ListModel(_columns(N_("Country")), parent=self),
            "priority": ListModel(_columns(N_("Priority")), parent=self),
            "partner": ListModel(_columns(N_("Partner")), parent=self),
        }
        names = {"country": tr("By country"), "priority": tr("By priority"),
                 "partner": tr("By partner")}  # fmt: skip
        self.lists = {key: Table(model, names[key]) for key, model in self.models.items()}
        parts = row(*(self._part(names[key], key) for key in self.models), gap=12)
        for place in range(len(self.models)):
            parts.setStretch(place, 1)
        inner = QWidget()
        whole = column(told, self.chips, parts, gap=12)
        whole.setStretch(2, 1)
        inner.setLayout(whole)
        self.body.addWidget(Scroll(inner), 1)

    def _part(self, name: str, key: str) -> QWidget:
        made = QWidget()
        box = column(Text(name, "strong"), TableCard(self.lists[key]), gap=8)
        box.setStretch(1, 1)
        made.setLayout(box)
        made.setMinimumHeight(260)
        return made

    @staticmethod
    def _legend() -> QWidget:
        made = QWidget()
        dashed = Text(tr("- - where the target would be met"), "small", ink="text2")
        line = row(
            Swatch("accent"), Text(tr("on our initiative"), "small"), 8, Swatch("handle"),
            Text(tr("on request"), "small"), 8, dashed, None, gap=6,
        )  # fmt: skip
        made.setLayout(line)
        return made

    def refresh(self) -> None:
        """Ask for the balance."""
        self.desk.jobs.ask(
            balance_in_parts, language.current(), self._year,
            then=self._answered, owner=self, channel="balance",
        )  # fmt: skip

    def _answered(self, found: Balance) -> None:
        self._balance = found
        years = [(one.year, one.proactive, one.reactive) for one in found.years]
        words = read(target_words(found.of_year, found.target))
        self._words.say(tr("{year}: {words}", year=str(found.year), words=words))
        clear(self._chart)
        drawing = balance_chart(years, found.target, 720.0)
        self._chart.addWidget(DrawingView(drawing, f"{self.title()}: {words}"))
        choices = [(str(one.year), str(one.year)) for one in reversed(found.years)]
        self.chips.offer(choices, str(found.year))
        for key, sides in (("country", found.countries), ("priority", found.priorities),
                           ("partner", found.partners)):  # fmt: skip
            lines = [_Line(uuid5(NAMESPACE_OID, f"{key} {one.name}"), one) for one in sides]
            self.models[key].show(lines)

    def _choose(self, year: str) -> None:
        self._year = int(year)
        self.refresh()

    def _set_target(self) -> None:
        if self._balance is None:
            return

        def save(made: TargetDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                set_balance_target, made.percent or 0, then=done, failed=failed, owner=self
            )

        draft = TargetDraft(self._balance.target)
        TargetEditor.edit(self, tr("Target of the balance"), draft, save=save)

    def _print(self) -> None:
        OnePaper(self, self.desk, "balance").open()

    def state(self) -> dict[str, Json]:
        """The year chosen."""
        return {"year": self._year}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take the year again."""
        year = kept.get("year")
        if isinstance(year, int):
            self._year = year
