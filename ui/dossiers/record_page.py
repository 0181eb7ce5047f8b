"""The page of one dossier, whatever its noun: head with its stage and papers, and its tabs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from app.dossiers.commands import set_stage
from app.dossiers.rules import Stage
from app.dossiers.rules import label as dossier_label
from app.policy.rules import goal_title
from ui.briefings.panel import PaperPanel
from ui.core import language
from ui.core.buttons import Button
from ui.core.cards import row
from ui.core.labels import Pill, Text
from ui.core.language import read, tr
from ui.core.page import DossierPage
from ui.core.tabs import StageLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.dossiers.draft import DossierDraft
    from ui.core.page import Desk
    from ui.core.window_state import Json

_STAGES = list(Stage)


class HasDossier(Protocol):
    """The draft of a noun, with the dossier in it."""

    @property
    def dossier(self) -> DossierDraft: ...


class Sheet(Protocol):
    """What a query answers for an opened dossier."""

    @property
    def id(self) -> UUID: ...

    @property
    def draft(self) -> HasDossier: ...

    @property
    def priorities(self) -> tuple[str, ...]: ...


S = TypeVar("S", bound=Sheet)
W = TypeVar("W", bound=QWidget)


class RecordPage(DossierPage, Generic[S]):
    """A dossier opened. A page of a noun says how it is asked for, and what its tabs show.

    In the head stand `mark` (a pill), the menu of stages, Edit, what `head_buttons` adds, Papers.
    `keep` gives the page a part, made now or when its tab is first looked at; what is given with it
    is called with each sheet that comes.
    """

    noun: ClassVar[str] = ""
    """As the catalogue of papers says it."""

    def __init__(self, desk: Desk, back_to: str, title: str) -> None:
        super().__init__(desk, back_to, title)
        self.record: UUID | None = None
        self._sheet: S | None = None
        self._shown_by: list[Callable[[S], object]] = []
        self.mark = Pill("")
        self._build_head()
        self._when = Text("", "strong")
        self._line = Text("", ink="text2", wrap=True)
        self._days_left = Text("", "small", ink="text2")
        self._stage = StageLine([read(dossier_label(one, self.noun)) for one in _STAGES])
        self._stage.chosen.connect(self._stage_chosen)
        stages = row(self._stage, self._days_left, gap=12)
        stages.insertStretch(1, 1)
        facts = row(self._when, self._line, gap=12)
        facts.setStretch(1, 1)
        self.facts.addLayout(facts)
        self.facts.addLayout(stages)

    # --- for the page of a noun to fill in ---

    def ask(self, record: UUID) -> None:
        """Ask for the dossier; it is answered to `answered`, or to `gone`."""

    def head_buttons(self) -> list[Button]:
        """What stands between Edit and Papers."""
        return []

    def head_words(self, sheet: S) -> tuple[str, list[str], str]:
        """When it is, the facts about it, how far off it is."""
        raise NotImplementedError

    def edit(self) -> None:
        """Edit the facts of the dossier."""

    def another(self) -> None:
        """Another dossier is opened on the page than was."""

    # --- building ---

    def _build_head(self) -> None:
        self.remark.hide()
        self.buttons.insertWidget(0, self.mark)
        menu = QMenu(self)
        for stage in _STAGES:
            menu.addAction(read(dossier_label(stage, self.noun)), partial(self._set_stage, stage))
        self.buttons.addWidget(Button(tr("Stage"), menu=menu))
        change = Button(tr("Edit…"), icon="edit")
        change.clicked.connect(self.edit)
        self.buttons.addWidget(change)
        for button in self.head_buttons():
            self.buttons.addWidget(button)
        paper = Button(tr("Papers"), icon="print")
        paper.clicked.connect(lambda: self.to_papers())
        self.buttons.addWidget(paper)

    def keep(self, part: W, show: Callable[[S], object]) -> W:
        """It goes with the page, also where nobody looks at its tab; it shows what is open."""
        part.setParent(self)
        part.hide()
        self._shown_by.append(show)
        if self._sheet is not None:
            show(self._sheet)
        return part

    def make_paper(self) -> PaperPanel:
        """The tab of papers."""
        made = PaperPanel(self.desk, self.noun)
        if self._sheet is not None:
            made.show_record(self._sheet.id, self._sheet.draft.dossier.title)
        return made

    # --- showing ---

    def show_record(self, record: UUID) -> None:
        """Open a dossier."""
        if record != self.record:
            self.record = record
            self._sheet = None
            self.another()
        self.mark_stale()

    def state(self) -> dict[str, Json]:
        """Which dossier, which tab."""
        return super().state() | {"record": self.record.hex if self.record else ""}

    def restore(self, kept: dict[str, Json]) -> None:
        """Open it again."""
        if kept.get("record"):
            self.show_record(UUID(str(kept["record"])))
        super().restore(kept)

    def refresh(self) -> None:
        """Ask for the dossier, then for what its tabs show."""
        if self.record is not None:
            self.ask(self.record)

    def gone(self, error: Exception) -> None:
        """The dossier is no longer there."""
        del error
        self.left.emit()

    def answered(self, sheet: S) -> None:
        """Show a dossier in the head and in every part that was made."""
        self._sheet = sheet
        facts = sheet.draft.dossier
        self.heading.say(facts.title)
        self.set_title(facts.title)
        when, others, distance = self.head_words(sheet)
        self._when.say(when)
        self._line.say(" · ".join(others))
        self._stage.show_stage(_STAGES.index(Stage(facts.stage)))
        self._days_left.say(distance)
        for show in self._shown_by:
            show(sheet)
        paper = self._made.get("paper")
        if isinstance(paper, PaperPanel):
            paper.show_record(sheet.id, facts.title)

    # --- doing ---

    def to_papers(self, kind: str = "") -> None:
        """Go to the papers; to one of them where it is told."""
        self.tabs.choose("paper")
        made = self._made.get("paper")
        if kind and isinstance(made, PaperPanel):
            made.choose(kind)

    def _stage_chosen(self, place: int) -> None:
        self._set_stage(_STAGES[place])

    def _set_stage(self, stage: Stage) -> None:
        if self.record is not None:
            self.desk.jobs.run(set_stage, self.record, stage)


def purposes(sheet: Sheet) -> list[str]:
    """The priorities and the first goals a dossier serves, for the line of facts."""
    spoken = language.current()
    sdg = tr("SDG\u00a0{n}")
    goals = sheet.draft.dossier.goals[:3]
    return [
        *sheet.priorities,
        *(f"{sdg.format(n=one)} {goal_title(one, spoken)}" for one in goals),
    ]
