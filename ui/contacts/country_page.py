"""A country on a page of its own: what every room knows of it, and its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.contacts.commands import change_country, set_celebration
from app.contacts.rules.public_holidays import FLANDERS, public_holidays
from ui.briefings.panel import PaperPanel
from ui.contacts import country_cards as cards
from ui.contacts.choices import country_words
from ui.contacts.country_editor import (
    CelebrationEditor,
    CountryEditor,
    celebration_draft,
    country_draft,
)
from ui.contacts.country_facts import CountryFacts, country_facts
from ui.contacts.flag import FlagView
from ui.core import language, theme
from ui.core.buttons import Button, ChipBar
from ui.core.cards import Card, Scroll, clear, column, row
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.page import DossierPage
from ui.dossiers.subject import COUNTRY, Subject
from ui.dossiers.work import MemoryWork

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtGui import QResizeEvent

    from app.contacts.draft import CelebrationDraft, CountryDraft
    from app.contacts.queries import DayOfYear
    from app.contacts.rules.public_holidays import Holiday
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json

TWO_COLUMNS = 760


class CountryPage(DossierPage):
    """One country: sheet and papers."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"country", "national_day", "celebration", "organisation", "person", "posting", "task",
         "guest", "reception", "mission", "destination", "participant", "dossier", "gift"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Contacts"), tr("Country"))
        self.record: UUID | None = None
        self.known: CountryFacts | None = None
        self.dialog: Editor[Any] | None = None
        self.leads = cards.Leads(self)
        self.leads.opened.connect(self._open)
        self.leads.celebrate.connect(self.celebrate)
        self.memory = MemoryWork(self, desk, self._open)
        self.remark.hide()
        self._buttons()
        self._flag = FlagView(width=54)
        self._official = Text("", "strong", wrap=True)
        self._line = Text("", ink="text2", wrap=True)
        line = row(self._flag, column(self._official, self._line, gap=2), gap=12)
        line.setStretch(1, 1)
        self.facts.addLayout(line)
        self.sheet = CountrySheetTab(desk)
        self.sheet.setParent(self)
        self.sheet.hide()
        self.add_tab("sheet", tr("Country"), lambda: self.sheet)
        self.add_tab("paper", tr("Paper"), self._make_paper)
        self.on("country.edit", self.edit)
        self.on("country.print", lambda: self.tabs.choose("paper"))

    def _buttons(self) -> None:
        for words, icon, do in (
            (tr("National days"), "flag", lambda: self.desk.go("national_days")),
            (tr("Timeline"), "history", self._timeline),
            (tr("Edit…"), "edit", self.edit),
            (tr("Papers"), "print", lambda: self.tabs.choose("paper")),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(do)
            self.buttons.addWidget(button)

    def _timeline(self) -> None:
        if self.known is not None:
            code = self.known.sheet.row.code
            self.memory.timeline(Subject(COUNTRY, name=country_words(code), code=code))

    def _make_paper(self) -> PaperPanel:
        made = PaperPanel(self.desk, "country")
        if self.known is not None:
            made.show_record(self.known.sheet.id, self.title())
        return made

    # --- showing ---

    def show_record(self, record: UUID) -> None:
        """Open a country on its sheet."""
        if record != self.record:
            self.record = record
            self.known = None
            self.tabs.choose("sheet")
        self.mark_stale()

    def state(self) -> dict[str, Json]:
        """Which country, which tab."""
        return super().state() | {"record": self.record.hex if self.record else ""}

    def restore(self, kept: dict[str, Json]) -> None:
        """Open it again."""
        if kept.get("record"):
            self.show_record(UUID(str(kept["record"])))
        super().restore(kept)

    def refresh(self) -> None:
        """Ask for everything of the country."""
        if self.record is not None:
            self.desk.jobs.ask(
                country_facts, self.record, then=self._answered, failed=self._gone, owner=self,
                channel="country", urgent=True,
            )  # fmt: skip

    def _gone(self, error: Exception) -> None:
        del error
        self.left.emit()

    def _answered(self, facts: CountryFacts) -> None:
        self.known = facts
        row_ = facts.sheet.row
        name = country_words(row_.code)
        spoken = language.current()
        self.heading.say(name)
        self.set_title(name)
        self._flag.show_code(row_.code)
        official = getattr(row_, f"official_{spoken}")
        self._official.say(official)
        self._official.setVisible(official not in ("", name))
        capital = getattr(row_, f"capital_{spoken}")
        head = " ".join(part for part in (row_.head_of_state_title, row_.head_of_state) if part)
        self._line.say(
            " · ".join(
                part
                for part in (
                    tr("Capital: {name}", name=capital) if capital else "",
                    tr("Head of State: {name}", name=head) if head else "",
                )
                if part
            )
        )
        self.sheet.show_facts(facts, self.leads)
        paper = self._made.get("paper")
        if isinstance(paper, PaperPanel):
            paper.show_record(facts.sheet.id, name)

    def _open(self, kind: str, record: UUID) -> None:
        self.desk.go(kind if kind in ("reception", "mission") else "contacts", record)

    # --- doing ---

    def edit(self) -> None:
        """Correct the facts of the country, national days included."""
        if self.known is None:
            return
        sheet = self.known.sheet

        def save(draft: CountryDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                change_country, sheet.id, sheet.row.revision, draft, then=done, failed=failed
            )

        title = country_words(sheet.row.code)
        self.dialog = CountryEditor.edit(self, title, country_draft(sheet), save=save)

    def celebrate(self, day: DayOfYear) -> None:
        """Note how a national day is celebrated in a year."""
        self.dialog = edit_celebration(self, self.desk, day)


def edit_celebration(page: QWidget, desk: Desk, day: DayOfYear) -> Editor[CelebrationDraft]:
    """Ask when and where a national day is celebrated in a year."""

    def save(draft: CelebrationDraft, done: Done, failed: Failed) -> None:
        desk.jobs.run(set_celebration, day.day.id, draft, then=done, failed=failed)

    name = day.day.name(language.current())
    title = " · ".join(part for part in (country_words(day.day.country), name) if part)
    return CelebrationEditor.edit(page, title, celebration_draft(day), save=save)


class CountrySheetTab(QWidget):
    """Cards in two columns, under each other where there is little room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._code = ""
        self._this_year = 0
        inner = QWidget()
        self._left, self._right = column(gap=12), column(gap=12)
        self._columns = row(self._left, self._right, gap=12)
        self._columns.setStretch(0, 3)
        self._columns.setStretch(1, 2)
        inner.setLayout(self._columns)
        self.setLayout(column(Scroll(inner)))
        self._years: ChipBar | None = None
        self._list = column(gap=0)

    def show_facts(self, facts: CountryFacts, leads: cards.Leads) -> None:
        """Show a country."""
        clear(self._left)
        clear(self._right)
        sheet = facts.sheet
        left = [
            cards.posts_card(sheet, leads),
            cards.partners_card(sheet, leads),
            cards.receptions_card(facts.receptions, leads),
            cards.gifts_card(facts.gifts),
        ]
        if sheet.row.note:
            notes = Text(sheet.row.note, wrap=True, selectable=True)
            left.append(Card(tr("Notes")).add(notes))
        right = [
            cards.facts_card(sheet),
            cards.days_card(facts, leads),
            self._holidays_card(facts),
            cards.history_card(facts),
        ]
        for box, shown in ((self._left, left), (self._right, right)):
            for one in shown:
                if one is not None:
                    box.addWidget(one)
            box.addStretch(1)

    def _holidays_card(self, facts: CountryFacts) -> Card:
        """Public holidays of this or next year; they come from the background."""
        self._code, self._this_year = facts.sheet.row.code, facts.year
        card = Card()
        years = [(str(one), str(one)) for one in (facts.year, facts.year + 1)]
        self._years = ChipBar(years, name=tr("Year"))
        self._years.chosen.connect(self._ask_holidays)
        head = row(Text(tr("Public holidays"), "strong"), self._years, gap=8)
        head.setStretch(0, 1)
        self._list = column(Text(tr("One moment…"), ink="text2"), gap=0)
        card.add(head, self._list)
        self._ask_holidays()
        return card

    def _ask_holidays(self) -> None:
        year = int(self._years.current()) if self._years else self._this_year
        code = FLANDERS if self._code == "BE" else self._code
        self._desk.jobs.background(
            public_holidays, code, year, language.current(), then=self._holidays_came, owner=self
        )

    def _holidays_came(self, rows: tuple[Holiday, ...]) -> None:
        clear(self._list)
        self._list.addWidget(cards.holiday_facts(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Under each other where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(TWO_COLUMNS)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
