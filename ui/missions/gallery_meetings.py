"""Scenes of meetings: the schedule, wishes, parties, outcomes, a large fair, dialogs."""

from __future__ import annotations

import datetime as dt
import random
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.core import office
from app.dossiers.draft import DossierDraft
from app.missions.commands import add_mission, add_parties, make_slots, set_wishes
from app.missions.draft import (
    FairPartyDraft,
    MeetingDraft,
    MissionDraft,
    OutcomeDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.queries import fair_board
from app.sample_office.meetings import note_outcomes, plan_meetings
from app.schema import TRADE
from ui.core import theme
from ui.core.cards import column
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.page import Desk
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.missions.counterparts_dialog import CounterpartsDialog
from ui.missions.meeting_editors import (
    MeetingEditor,
    MeetingEntry,
    OutcomeEditor,
    PartyEditor,
    PartyEntry,
)
from ui.missions.meetings_tab import OUTCOMES, PARTIES, SCHEDULE, WISHES, MeetingsTab
from ui.missions.suggestions_dialog import SuggestionsDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QDialog

    from app.core.workspace import Workspace
    from app.missions.queries import FairBoard

FIRST = dt.date(2026, 6, 5)


def _kanazawa(workspace: Workspace) -> UUID:
    mission = _mission(workspace)
    plan_meetings(workspace, mission, "kanazawa", FIRST)
    return mission


def _bergen(workspace: Workspace) -> UUID:
    mission = _mission(workspace)
    plan_meetings(workspace, mission, "bergen", FIRST)
    note_outcomes(workspace, mission, "bergen", FIRST)
    return mission


def _mission(workspace: Workspace) -> UUID:
    return workspace.run(add_mission, MissionDraft(DossierDraft(title="Kanazawa")))


def _large(workspace: Workspace) -> UUID:
    """Sixty companies, forty hosts, sixteen slots."""
    mission = _mission(workspace)
    ours = [FairPartyDraft(f"Company of Ghent {n + 1}") for n in range(60)]
    hosts = [FairPartyDraft(f"Host of Ishikawa {n + 1}", "host") for n in range(40)]
    workspace.run(add_parties, mission, [*ours, *hosts])
    slots = SlotsDraft(FIRST, dt.time(9), dt.time(16), 20, 5)
    workspace.run(make_slots, mission, slots)
    board = workspace.ask(fair_board, mission)
    dice = random.Random(1)  # noqa: S311 - invented wishes
    wishes = [
        WishDraft(one.id, other.id, dice.randint(1, 5))
        for one in board.companies
        for other in dice.sample(board.hosts, 10)
    ]
    workspace.run(set_wishes, mission, wishes)
    return mission


class FairHost(QWidget):
    """A page's part in small: the tab of meetings over an office of its own."""

    def __init__(self, make: Callable[[Workspace], UUID], face: str = SCHEDULE) -> None:
        super().__init__()
        self.setObjectName("Page")
        folder = Path(mkdtemp(prefix="belfry-gallery-"))
        place = str(folder / "Sample office.belfry")
        workspace = office.create(place, TRADE, plain=True).workspace
        self.mission = make(workspace)
        workspace.close()
        self.jobs = Jobs(lambda: office.open_office(place, TRADE), self)  # type: ignore[arg-type, return-value]  # a workspace
        self.desk = Desk(self.jobs, WindowState(folder / "window.json"))
        self.tab = MeetingsTab(self.desk)
        self.tab.faces.choose(face)
        self.setLayout(column(self.tab, margin=24))
        self.jobs.changed.connect(lambda _changes: self.tab.show_record(self.mission))
        self.jobs.ready.connect(lambda: self.tab.show_record(self.mission))
        self.destroyed.connect(self.jobs.close)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("background"))
        painter.end()


def _filled(widget: QWidget) -> bool:
    return isinstance(widget, FairHost) and widget.tab.board is not None


def _proposed(widget: QWidget) -> bool:
    if not _filled(widget) or not isinstance(widget, FairHost):
        return False
    if widget.tab.proposal is None:
        widget.tab.arrange()
    return widget.tab.proposal is not None


def _over(make: Callable[[Desk, FairBoard], QDialog], fair: Callable[[Workspace], UUID]) -> QDialog:
    """A dialog over an office of its own."""
    folder = Path(mkdtemp(prefix="belfry-gallery-"))
    place = str(folder / "Sample office.belfry")
    workspace = office.create(place, TRADE, plain=True).workspace
    board = workspace.ask(fair_board, fair(workspace))
    workspace.close()
    jobs = Jobs(lambda: office.open_office(place, TRADE))  # type: ignore[arg-type, return-value]  # a workspace
    made = make(Desk(jobs, WindowState(folder / "window.json")), board)
    jobs.setParent(made)
    made.destroyed.connect(jobs.close)
    return made


def _party(desk: Desk, board: FairBoard) -> QDialog:
    one = board.hosts[2]
    return PartyEditor(None, one.name, PartyEntry(one.draft, desk.jobs, board.slots))


def _meeting(_desk: Desk, board: FairBoard) -> QDialog:
    draft = MeetingDraft(board.companies[1].id, board.hosts[2].id)
    return MeetingEditor(None, tr("New meeting"), MeetingEntry(draft, board))


def _outcome(_desk: Desk, _board: FairBoard) -> QDialog:
    draft = OutcomeDraft(
        "deal", "Letter of intent for two test tanks.", "Send the signed letter", "An", FIRST
    )
    return OutcomeEditor(None, "Scheldewind Energy – Bryggen Hydrogen", draft)


def _counterparts(desk: Desk, board: FairBoard) -> QDialog:
    return CounterpartsDialog(None, desk, board.mission)


def _suggested(desk: Desk, board: FairBoard) -> QDialog:
    return SuggestionsDialog(None, desk, board)


def _listed(widget: QWidget) -> bool:
    return isinstance(widget, CounterpartsDialog | SuggestionsDialog) and bool(
        widget.model.rowCount()
    )


for _name, _make, _face in (
    ("meetings", _kanazawa, SCHEDULE),
    ("meetings-wishes", _kanazawa, WISHES),
    ("meetings-parties", _kanazawa, PARTIES),
    ("meetings-outcomes", _bergen, OUTCOMES),
    ("meetings-empty", _mission, SCHEDULE),
    ("meetings-wishes-large", _large, WISHES),
):
    scene(_name, 1400, 860, ready=_filled)(partial(FairHost, _make, _face))
scene("meetings-proposal-large", 1400, 860, ready=_proposed)(partial(FairHost, _large))
scene("meeting-party", 640, 720)(partial(_over, _party, _kanazawa))
scene("meeting-new", 580, 440)(partial(_over, _meeting, _kanazawa))
scene("meeting-outcome", 580, 520)(partial(_over, _outcome, _bergen))
scene("meeting-counterparts", 880, 560, ready=_listed)(partial(_over, _counterparts, _kanazawa))
scene("meeting-suggestions", 820, 560, ready=_listed)(partial(_over, _suggested, _kanazawa))
