"""Scenes of the missions, their tabs, dialogs and papers, over the sample office."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from uuid import UUID

from app.core.errors import Problem
from app.core.text import N_, say
from app.interchange.adding import Imported
from app.interchange.registrations import Registrations
from app.missions.draft import (
    DestinationDraft,
    MissionDraft,
    ObjectiveDraft,
    PapersDraft,
    ParticipantDraft,
)
from ui.briefings.panel import PaperPanel
from ui.core.jobs import Jobs
from ui.core.page import Desk
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.missions.aims import DestinationEditor, ErasingDraft, ErasingEditor, ObjectiveEditor
from ui.missions.dossier import MissionPage
from ui.missions.editor import Surroundings, editor_for
from ui.missions.page import MissionsPage
from ui.missions.participant_dialogs import (
    PapersEditor,
    ParticipantEditor,
    WithdrawDraft,
    WithdrawEditor,
)
from ui.missions.registration import ListRead, RegistrationDialog
from ui.receptions.gallery import sample_copy, sample_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TABS = ("overview", "delegation", "paper")


def _list(window: QWidget) -> MissionsPage | None:
    page = window.findChild(MissionsPage)
    return page if isinstance(page, MissionsPage) and page.model.rowCount() else None


def _listed(window: QWidget) -> bool:
    return _list(window) is not None


def page_of(window: QWidget, title: str) -> MissionPage | None:
    """The dossier of a mission, opened step by step."""
    listed = _list(window)
    if listed is None:
        return None
    page = window.findChild(MissionPage)
    if not isinstance(page, MissionPage):
        rows = listed.model.rows()
        listed.open(next(one.id for one in rows if title in one.title))
        return None
    return page


def _tab_shown(tab: str, window: QWidget, *, title: str = "Kanazawa", papers: bool = False) -> bool:
    """True when the tab's data has come."""
    page = page_of(window, title)
    if page is None:
        return False
    if page.tabs.current() != tab:
        page.tabs.choose(tab)
        return False
    if papers and not page.delegation.travellers.rowCount():
        if page.delegation.model.rowCount():
            page.delegation.toggle_papers()
        return False
    panel = page.findChild(PaperPanel)
    if tab == "paper":
        return isinstance(panel, PaperPanel) and panel.is_shown
    return page.title() != "" and bool(page.delegation.model.rowCount())


def _missions() -> QWidget:
    return sample_window("missions")


scene("missions", 1440, 900, ready=_listed)(_missions)
scene("missions-small", 1100, 700, ready=_listed)(_missions)
for _tab in TABS:
    scene(f"mission-{_tab}", 1440, 900, ready=partial(_tab_shown, _tab))(_missions)
scene("mission-overview-past", 1440, 900,
      ready=partial(_tab_shown, "overview", title="Bergen"))(_missions)  # fmt: skip
scene("mission-travel-papers", 1440, 900,
      ready=partial(_tab_shown, "delegation", papers=True))(_missions)  # fmt: skip
scene("mission-delegation-small", 1100, 700, ready=partial(_tab_shown, "delegation"))(_missions)


DRAFT = ParticipantDraft(
    "business", "confirmed", "Managing director for the whole of Europe and the Middle East",
    "Hanabi Instruments Europe", "D. Fujisakura", "Born in Kanazawa.", ("Companies", "Ports"),
    registered_on=dt.date(2026, 9, 1), emergency_contact="Emi Fujisakura",
    emergency_phone="+32 9 000 10 95",
)  # fmt: skip


@scene("mission-editor", 760, 900)
def _editor() -> QWidget:
    jobs = Jobs(sample_copy)  # type: ignore[arg-type]  # a workspace
    made = editor_for(Surroundings(jobs))(None, "Gent in Kanazawa", MissionDraft())
    made.destroyed.connect(jobs.close)
    return made


@scene("mission-participant", 700, 860)
def _participant() -> QWidget:
    return ParticipantEditor(None, "Daichi Fujisakura", DRAFT)


@scene("mission-papers-editor", 640, 620)
def _papers() -> QWidget:
    draft = PapersDraft("FUJISAKURA DAICHI", "Fujisakura D.", "EX0000107", "JP",
                        dt.date(1979, 3, 2), dt.date(2029, 3, 1), "not_needed")  # fmt: skip
    return PapersEditor(None, "Daichi Fujisakura", draft)


@scene("mission-withdraw", 560, 320)
def _withdraw() -> QWidget:
    return WithdrawEditor(None, "Daichi Fujisakura", WithdrawDraft("", dt.date(2026, 11, 25)))


@scene("mission-destination", 560, 460)
def _destination() -> QWidget:
    draft = DestinationDraft("Kanazawa", "JP", "Asia/Tokyo", dt.date(2027, 2, 23),
                             dt.date(2027, 2, 26), "Sister city.")  # fmt: skip
    return DestinationEditor(None, "Kanazawa", draft)


@scene("mission-objective", 560, 520)
def _objective() -> QWidget:
    return ObjectiveEditor(None, "Kanazawa", ObjectiveDraft("Student places", "a year", "12"))


@scene("mission-erase", 560, 260)
def _erase() -> QWidget:
    return ErasingEditor(None, "Kanazawa", ErasingDraft())


@scene("mission-registration", 860, 640)
def _registration() -> QWidget:
    jobs = Jobs(sample_copy)  # type: ignore[arg-type]  # a workspace
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    made = RegistrationDialog(None, Desk(jobs, state), UUID(int=1))
    made.destroyed.connect(jobs.close)
    mapping = {"Naam": "family_name", "Voornaam": "given_name", "Bedrijf": "organisation_name",
               "Rol": "role", "Paspoortnummer": "number"}  # fmt: skip
    found = ListRead("registrations.csv", Registrations((), (), mapping), ())
    told = N_("“{name}” looks like “{other}” of line {line}: one company in two spellings?")
    alike = say(told, name="Zeewind-Energie", other="Zeewind Energie NV", line=2)
    outcome = Imported(24, 21, 0, 3, (Problem("organisation_name", alike, 9),))
    made.show_list(found, outcome)
    return made
