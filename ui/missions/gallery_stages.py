"""Scenes of missions by stage, their templates, copies and other dates."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from app.core.text import say
from app.dossiers.draft import DossierDraft, MoveDraft
from app.dossiers.queries import TemplateRow, templates
from app.dossiers.rules.templates import MISSION
from app.missions.draft import MissionBeginningDraft, MissionCopyDraft, MissionDraft
from app.missions.queries import Booked
from app.missions.rules.stages import papers_words
from app.missions.rules.under_way import Planned
from app.overview.abroad import Abroad, AheadRow, UnderWay
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.page import Desk
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.missions.beginning import BeginMissionEditor, Beginning
from ui.missions.copying import Copying, DepartureEditor, MissionCopyEditor, Moving
from ui.missions.dossier import MissionPage
from ui.missions.page import BOARD, MissionsPage
from ui.missions.templates_page import MissionTemplatesPage
from ui.receptions.gallery import sample_copy, sample_window
from ui.today.abroad import AbroadCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEAVES = dt.datetime(2027, 2, 22, 8)  # noqa: DTZ001 - local time, as the model keeps it


def _board(window: QWidget) -> bool:
    page = window.findChild(MissionsPage)
    if not isinstance(page, MissionsPage) or not page.model.rowCount():
        return False
    if page.looks.current() != BOARD:
        page.show_look(BOARD)
        return False
    return any(one.cards.cards for one in page.board.columns)


def _templates(window: QWidget) -> bool:
    page = window.findChild(MissionTemplatesPage)
    if not isinstance(page, MissionTemplatesPage):
        window.go("mission_templates")  # type: ignore[attr-defined]  # a main window
        return False
    return bool(page.lines_model.rowCount())


def _opened(title: str, window: QWidget) -> bool:
    listed = window.findChild(MissionsPage)
    if not isinstance(listed, MissionsPage) or not listed.model.rowCount():
        return False
    page = window.findChild(MissionPage)
    if not isinstance(page, MissionPage):
        listed.open(next(one.id for one in listed.model.rows() if title in one.title))
        return False
    page.tabs.choose("overview")
    return page.overview.stages.shown is not None


_missions = partial(sample_window, "missions")
scene("missions-board", 1440, 900, ready=_board)(_missions)
scene("missions-board-small", 1100, 700, ready=_board)(_missions)
scene("mission-templates", 1440, 900, ready=_templates)(_missions)
scene("mission-stages", 1440, 1500, ready=partial(_opened, "Kanazawa"))(_missions)
scene("mission-stages-inside", 1100, 1500, ready=partial(_opened, "Gentse delegatie"))(_missions)


def _known() -> list[TemplateRow]:
    office = sample_copy()
    found: list[TemplateRow] = office.ask(templates, MISSION)
    office.close()
    return found


@scene("mission-new", 740, 620)
def new() -> QWidget:
    """A new mission from a template, late for some of its tasks."""
    known = _known()
    soon = dt.datetime.combine(dt.date.today() + dt.timedelta(days=100), dt.time(8))  # noqa: DTZ011 - as a person would choose
    facts = DossierDraft("Handelsmissie naar Rotterdam", starts_at=soon)
    draft = MissionBeginningDraft(MissionDraft(facts, "trade_mission"), known[0].id)
    return BeginMissionEditor(None, tr("New mission"), Beginning(draft, tuple(known)))


@scene("mission-copy", 700, 520)
def copy() -> QWidget:
    """A copy of a past mission."""
    draft = MissionCopyDraft("Haven- en waterstofmissie naar Bergen", LEAVES)
    return MissionCopyEditor(None, tr("Copy {name}", name=draft.title), Copying(draft, 11))


@scene("mission-move", 620, 420)
def move() -> QWidget:
    """Another departure, with people to tell and bookings to change."""
    after = LEAVES + dt.timedelta(days=14)
    entry = Moving(MoveDraft(after), LEAVES, Booked(19, 6, 11))
    return DepartureEditor(None, tr("Move {name}", name="Gent in Kanazawa"), entry)


@scene("today-abroad", 820, 420)
def out() -> QWidget:
    """A mission under way, and one to come with much to see to."""
    there = dt.datetime(2027, 2, 24, 10, 15, tzinfo=ZoneInfo("Asia/Tokyo"))
    talks = there.replace(hour=10, minute=0)
    dinner = there.replace(hour=18, minute=30)
    under_way = UnderWay(
        UUID(int=1), "Gent in Kanazawa", "Kanazawa", there, "JST, UTC+9",
        Planned("Wandeling in de tuin", talks, 60, "Kenroku-en"),
        Planned("Diner bij de burgemeester", dinner, 120, "Stadhuis van Kanazawa"),
        dt.date(2027, 3, 1),
    )  # fmt: skip
    ahead = AheadRow(
        UUID(int=2), "Federale economische missie naar Japan", "Tokio, Nagoya, Osaka",
        dt.date(2027, 6, 27), "cleared", 12, 2,
        (say("{n} task late", "{n} tasks late", n=2), say("no decision of the college yet"),
         say("registration closes in {n} day", "registration closes in {n} days", n=9),
         papers_words(7)),
    )  # fmt: skip
    jobs = Jobs(sample_copy)  # type: ignore[arg-type]  # a workspace
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    card = AbroadCard(Desk(jobs, state))
    card.destroyed.connect(jobs.close)
    card.show_answer(Abroad((under_way,), (ahead,), 3))
    return card
