"""The overview of a reception: why it is held and what the host must know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.policy.rules import goal_title
from app.receptions.queries import reception_overview
from app.receptions.rules import kind_label
from ui.core import language
from ui.core.cards import Card, Facts, Scroll, clear, column, row
from ui.core.labels import Text
from ui.core.language import day, read, tr
from ui.dossiers.stage_cards import StageCards
from ui.receptions.date_card import DateCard
from ui.receptions.noun import RECEPTION

if TYPE_CHECKING:
    from app.receptions.queries import ReceptionSheet
    from ui.core.page import Desk


class OverviewTab(QWidget):
    """Cards with the next stage, the checklist and what belongs to it, then the facts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        inner = QWidget()
        self.stages = StageCards(desk, RECEPTION, reception_overview)
        self._box = column(gap=12)
        self.more = column(gap=12)  # cards that stay where others are made anew
        self.date = DateCard(desk)
        self._whole = column(self.stages, self.more, self.date, self._box, None, gap=12)
        self.date.told.connect(self._place_date)
        inner.setLayout(self._whole)
        self.setLayout(column(Scroll(inner)))

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Show a reception."""
        self.stages.show_record(sheet.id)
        clear(self._box)
        self.date.show_sheet(sheet)
        facts = sheet.draft.dossier
        why = self._facts(
            (tr("Kind"), read(kind_label(sheet.draft.kind))),
            (tr("Reason"), facts.reason),
            (tr("Objective"), facts.objective),
            (tr("Asked by"), sheet.requested_by),
            (tr("Priorities"), ", ".join(sheet.priorities)),
            (tr("Goals"), self._goals(facts.goals)),
        )
        practical = self._facts(
            (tr("Place"), facts.place),
            (tr("Host"), facts.host),
            (tr("Capacity"), language.number(sheet.draft.capacity) if sheet.draft.capacity else ""),
            (tr("Reply by"), day(sheet.draft.reply_by, "full")),
            (tr("Dress"), sheet.draft.dress),
            (tr("Precedence"), read(sheet.precedence.told)),
            (tr("Expected"), language.number(sheet.expected) if sheet.expected else ""),
        )
        cards = Card(tr("Why")).add(why), Card(tr("Practical")).add(practical)
        for card in cards:
            card.body.addStretch(1)
        first = row(*cards, gap=12)
        first.setStretch(0, 1)
        first.setStretch(1, 1)
        self._box.addLayout(first)
        self._box.addWidget(self._host_card(sheet))
        if facts.note:
            self._box.addWidget(Card(tr("Notes")).add(Text(facts.note, wrap=True, selectable=True)))

    def _place_date(self, grave: bool) -> None:  # noqa: FBT001 - a signal's value
        """The date stands first until invitations go out, and when something is in its way."""
        self._whole.insertWidget(0 if grave else 1, self.date)

    def _host_card(self, sheet: ReceptionSheet) -> Card:
        facts = sheet.draft.dossier
        card = Card(tr("For the host"))
        if facts.host_part:
            card.add(Text(facts.host_part, wrap=True, selectable=True))
        for number, point in enumerate(facts.points_to_raise, start=1):
            card.add(Text(f"{number}.  {point}", wrap=True, selectable=True))
        if facts.to_avoid:
            rather = tr("Rather not: {what}", what=facts.to_avoid)
            card.add(Text(rather, ink="attention_ink", wrap=True, selectable=True))
        if not (facts.host_part or facts.points_to_raise or facts.to_avoid):
            hint = tr("Points to raise and what to avoid stand here and in the briefing.")
            card.add(Text(hint, ink="text2", wrap=True))
        return card

    @staticmethod
    def _facts(*rows: tuple[str, str]) -> Facts:
        shown = Facts()
        for name, value in rows:
            if value:
                shown.add(name, value)
        return shown

    @staticmethod
    def _goals(numbers: tuple[int, ...]) -> str:
        spoken = language.current()
        return "\n".join(f"{number} · {goal_title(number, spoken)}" for number in numbers)
