"""The overview of a mission: why it goes, where to, what it is to bring about."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.dossiers.rules import Stage
from app.dossiers.rules import label as stage_label
from app.missions.commands import erase_papers, set_destinations, set_objectives, set_papers_days
from app.missions.draft import DestinationDraft, ObjectiveDraft
from app.missions.queries import mission_overview, printed_and_gone
from app.missions.rules.mission import kind_label, reached_label
from app.policy.rules import goal_title
from ui.contacts.choices import country_words
from ui.core import language
from ui.core.buttons import QUIET, Button
from ui.core.cards import Banner, Card, Facts, Scroll, clear, column, row
from ui.core.labels import Link, Pill, Text
from ui.core.language import day, read, tr, trn
from ui.dossiers.stage_cards import StageCards
from ui.missions.aims import DaysDraft, DaysEditor, DestinationEditor, ObjectiveEditor
from ui.missions.columns import span
from ui.missions.noun import MISSION
from ui.missions.texts_editor import TextsCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from app.missions.queries import GoneRow, MissionSheet, Related
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.missions.known import Known

_TONES = {"yes": "good", "partly": "attention", "no": "wrong"}


NEAREST = 14
"""How many tasks of the checklist are shown at first: a mission has some thirty."""


class OverviewTab(QWidget):
    """Stage and checklist, then the facts; destinations and objectives are edited where they
    stand. Signals `inside()` for a new delegation inside the mission.
    """

    inside = Signal()

    def __init__(self, desk: Desk, edit: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._edit = edit
        self._sheet: MissionSheet | None = None
        self._days = 60
        self.stages = StageCards(desk, MISSION, mission_overview, most=NEAREST)
        inner = QWidget()
        self._box = column(gap=12)
        inner.setLayout(column(self.stages, self._box, gap=12))
        self.setLayout(column(Scroll(inner)))

    def know(self, known: Known) -> None:
        """How long travel papers stay."""
        self._days = known.papers_days

    def show_sheet(self, sheet: MissionSheet) -> None:
        """Show a mission."""
        self._sheet = sheet
        self.stages.show_record(sheet.id)
        clear(self._box)
        self.reprint = Banner("Notice")
        self._box.addWidget(self.reprint)
        self._desk.jobs.ask(printed_and_gone, sheet.id, then=self._warn, owner=self.reprint)
        self._pair(self._why(sheet), self._practical(sheet))
        self._pair(self._destinations(sheet), self._objectives(sheet))
        self._pair(self._around(sheet), self._papers(sheet))
        self.texts = TextsCard(self._desk)
        self._box.addWidget(self.texts)
        self.texts.ask(sheet.id)
        if sheet.draft.dossier.note:
            words = Text(sheet.draft.dossier.note, wrap=True, selectable=True)
            self._box.addWidget(Card(tr("Notes")).add(words))
        self._box.addStretch(1)

    def _warn(self, gone: list[GoneRow]) -> None:
        """Who is out on a paper and does not go any more."""
        self.reprint.say("\n".join(read(one.sentence) for one in gone[:5]))

    def _pair(self, *cards: Card) -> None:
        for card in cards:
            card.body.addStretch(1)
        line = row(*cards, gap=12)
        for place in range(len(cards)):
            line.setStretch(place, 1)
        self._box.addLayout(line)

    # --- the cards ---

    def _why(self, sheet: MissionSheet) -> Card:
        facts = sheet.draft.dossier
        shown = _facts(
            (tr("Kind"), read(kind_label(sheet.draft.kind))),
            (tr("Reason"), facts.reason),
            (tr("Objective"), facts.objective),
            (tr("Led by"), sheet.organiser),
            (tr("Asked by"), sheet.requested_by),
            (tr("Priorities"), ", ".join(sheet.priorities)),
            (tr("Goals"), _goals(facts.goals)),
        )
        return Card(tr("Why")).add(shown)

    def _around(self, sheet: MissionSheet) -> Card:
        """The larger mission it travels in, and the delegations that travel inside it."""
        card = Card(tr("Larger mission, delegations inside"))
        shown = Facts()
        for name, missions in (
            (tr("Inside"), (sheet.parent,) if sheet.parent else ()),
            (tr("Travels along"), sheet.inside),
        ):
            if missions:
                shown.add(name, self._links(missions))
        card.add(shown)
        if not (sheet.parent or sheet.inside):
            hint = tr("It stands on its own: not in a larger mission, and none travels inside it.")
            card.add(Text(hint, ink="text2", wrap=True))
        card.add(_adding(tr("New delegation inside…"), self.inside.emit))
        return card

    def _links(self, missions: Sequence[Related]) -> QWidget:
        box = QWidget()
        lines = column(gap=6)
        for one in missions:
            link = Link(one.title)
            link.setAccessibleName(tr("Show {name}", name=one.title))
            link.clicked.connect(partial(self._desk.go, "mission", one.id))
            told = [
                span(one.starts_on, one.ends_on),
                read(stage_label(Stage(one.stage), MISSION.code)),
            ]
            if one.going:
                told.append(trn("{n} goes along", "{n} go along", one.going))
            lines.addLayout(
                column(row(link, None), Text(" · ".join(told), "small", ink="text2"), gap=0)
            )
        box.setLayout(lines)
        return box

    def _practical(self, sheet: MissionSheet) -> Card:
        draft = sheet.draft
        decided = draft.decision
        if draft.decided_on:
            on = tr("of {day}", day=day(draft.decided_on))
            decided = f"{decided} ({on})" if decided else day(draft.decided_on, "full")
        budget = tr("€ {n}", n=language.number(draft.budget // 100)) if draft.budget else ""
        shown = _facts(
            (tr("When"), span(sheet.day, sheet.back_on)),
            (tr("Registration"), tr("until {day}", day=day(draft.register_by))
             if draft.register_by else ""),
            (tr("Decision"), decided),
            (tr("Budget"), budget),
            (tr("Participants"), _participants(sheet)),
            (tr("Closed"), day(draft.closed_on, "full")),
        )  # fmt: skip
        card = Card(tr("Decision and budget")).add(shown)
        if not (decided or budget):
            hint = tr("The decision of the college and the budget stand here.")
            link = Link(tr("Fill them in"))
            link.clicked.connect(self._edit)
            card.add(Text(hint, ink="text2", wrap=True), row(link, None))
        return card

    def _destinations(self, sheet: MissionSheet) -> Card:
        card = Card(tr("Where to"))
        for at, one in enumerate(sheet.destinations):
            card.add(self._destination(at, one.draft))
        if not sheet.destinations:
            hint = tr("Each city with its days and its own time.")
            card.add(Text(hint, ink="text2", wrap=True))
        card.add(_adding(tr("Add a destination…"), self.add_destination))
        return card

    def _destination(self, at: int, one: DestinationDraft) -> QWidget:
        link = Link(one.city, role="strong")
        link.setAccessibleName(tr("Edit {name}", name=one.city))
        link.clicked.connect(partial(self.edit_destination, at))
        days = span(one.arrives_on, one.leaves_on) if one.arrives_on or one.leaves_on else ""
        told = " · ".join(
            part for part in (country_words(one.country_code), days, one.time_zone) if part
        )
        box = QWidget()
        lines = column(row(link, None), Text(told, "small", ink="text2", wrap=True), gap=0)
        if one.facts:
            lines.addWidget(Text(one.facts, wrap=True, selectable=True))
        box.setLayout(lines)
        return box

    def _objectives(self, sheet: MissionSheet) -> Card:
        card = Card(tr("What it is to bring about"))
        for at, one in enumerate(sheet.objectives):
            card.add(self._objective(at, one.draft))
        if not sheet.objectives:
            hint = tr("What is to come of it, how it is measured, and afterwards what came.")
            card.add(Text(hint, ink="text2", wrap=True))
        card.add(_adding(tr("Add an objective…"), self.add_objective))
        return card

    def _objective(self, at: int, one: ObjectiveDraft) -> QWidget:
        link = Link(one.what, role="strong")
        link.setAccessibleName(tr("Edit {name}", name=one.what))
        link.clicked.connect(partial(self.edit_objective, at))
        head = row(link, None, gap=8)
        if one.reached:
            head.addWidget(Pill(read(reached_label(one.reached)), _TONES.get(one.reached, "")))
        aim = f"{one.target} {one.measure}".strip()
        told = tr("Aim: {what}", what=aim) if aim else ""
        box = QWidget()
        lines = column(head, gap=0)
        if told:
            lines.addWidget(Text(told, "small", ink="text2", wrap=True))
        if one.result:
            lines.addWidget(Text(one.result, wrap=True, selectable=True))
        box.setLayout(lines)
        return box

    def _papers(self, sheet: MissionSheet) -> Card:
        """How many travel papers the office holds, and when they go; never what they say."""
        card = Card(tr("Travel papers"))
        held = trn(
            "The office holds those of {n} participant.",
            "The office holds those of {n} participants.",
            sheet.papers,
        )
        told = held if sheet.papers else tr("The office holds none.")
        card.add(Text(told))
        rule = trn(
            "They are erased {n} day after the return, also from the history.",
            "They are erased {n} days after the return, also from the history.",
            self._days,
        )
        card.add(Text(rule, "small", ink="text2", wrap=True))
        if sheet.papers:
            card.add(Text(self._when_erased(sheet), "small", ink="text2", wrap=True))
        change = Link(tr("Change the term…"))
        change.clicked.connect(self.change_days)
        line = row(change, None, gap=12)
        if sheet.papers:
            erase = Button(tr("Erase now"), QUIET, icon="delete")
            erase.setToolTip(tr("This cannot be taken back."))
            erase.clicked.connect(self._erase)
            line.addWidget(erase)
        card.add(line)
        return card

    def _when_erased(self, sheet: MissionSheet) -> str:
        if sheet.back_on is None:
            return tr("The mission has no dates yet: until then nothing is erased by itself.")
        return tr("That is on {day}.", day=day(sheet.back_on + dt.timedelta(self._days + 1)))

    # --- doing ---

    def _erase(self) -> None:
        from ui.missions.aims import confirm_erasing

        sheet = self._sheet
        if sheet is not None:
            erase = partial(self._desk.jobs.run, erase_papers, sheet.id)
            confirm_erasing(self, sheet.papers, erase)

    def change_days(self) -> None:
        """Ask how long travel papers stay."""

        def save(draft: DaysDraft, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(set_papers_days, draft.days, then=done, failed=failed)

        DaysEditor.edit(self, tr("Travel papers"), DaysDraft(self._days), save=save)

    def add_destination(self) -> None:
        """One more city, behind the others."""
        sheet = self._sheet
        if sheet is not None:
            last = sheet.destinations[-1].draft if sheet.destinations else DestinationDraft()
            fresh = DestinationDraft(
                country_code=last.country_code,
                time_zone=last.time_zone,
                arrives_on=last.leaves_on or sheet.day,
            )
            self._one(DestinationEditor, tr("Destination"), set_destinations,
                      [one.draft for one in sheet.destinations], None, fresh)  # fmt: skip

    def edit_destination(self, at: int) -> None:
        """One of the cities."""
        sheet = self._sheet
        if sheet is not None:
            drafts = [one.draft for one in sheet.destinations]
            self._one(
                DestinationEditor, tr("Destination"), set_destinations, drafts, at, drafts[at]
            )

    def add_objective(self) -> None:
        """One more objective."""
        sheet = self._sheet
        if sheet is not None:
            drafts = [one.draft for one in sheet.objectives]
            self._one(
                ObjectiveEditor, tr("Objective"), set_objectives, drafts, None, ObjectiveDraft()
            )

    def edit_objective(self, at: int) -> None:
        """One of the objectives, with what came of it."""
        sheet = self._sheet
        if sheet is not None:
            drafts = [one.draft for one in sheet.objectives]
            self._one(ObjectiveEditor, tr("Objective"), set_objectives, drafts, at, drafts[at])

    def _one(
        self,
        editor: type[Editor[Any]],
        title: str,
        command: Any,
        kept: list[Any],
        at: int | None,
        draft: Any,
    ) -> None:
        """Edit one of several: the whole list is kept anew; `at` is None for a new one."""
        sheet = self._sheet
        if sheet is None:
            return

        def write(drafts: list[Any], done: Done | None, failed: Failed | None) -> None:
            self._desk.jobs.run(command, sheet.id, drafts, kept, then=done, failed=failed)

        def save(fresh: Any, done: Done, failed: Failed) -> None:
            changed = [*kept, fresh] if at is None else [*kept[:at], fresh, *kept[at + 1 :]]
            write(changed, done, failed)

        dialog = editor.edit(self, title, draft, save=save)
        if at is not None:
            remove = Button(tr("Remove"), QUIET, icon="delete")
            rest = [*kept[:at], *kept[at + 1 :]]

            def take_away() -> None:
                dialog.form.dirty = False
                dialog.reject()
                write(rest, None, None)

            remove.clicked.connect(take_away)
            dialog.foot.insertWidget(0, remove)


def _adding(words: str, do: Callable[[], object]) -> Any:
    button = Button(words, icon="add")
    button.clicked.connect(do)
    return row(button, None)


def _facts(*rows: tuple[str, str]) -> Facts:
    shown = Facts()
    for name, value in rows:
        if value:
            shown.add(name, value)
    return shown


def _goals(numbers: tuple[int, ...]) -> str:
    spoken = language.current()
    return "\n".join(f"{number} · {goal_title(number, spoken)}" for number in numbers)


def _participants(sheet: MissionSheet) -> str:
    waiting = sheet.counts.get("waiting", 0)
    going = language.number(sheet.going) if sheet.going else ""
    return f"{going} + {tr('{n} waiting', n=waiting)}" if waiting else going
