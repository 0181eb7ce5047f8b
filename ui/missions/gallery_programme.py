"""Scenes of the programme of a mission, over the sample office."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.missions.draft import MissionLineDraft
from app.missions.queries import mission_programme
from ui.core.language import tr
from ui.gallery import scene
from ui.missions.gallery import page_of
from ui.missions.line_editor import LineEntry, MissionLineEditor
from ui.missions.programme_dialogs import CopyDayEditor, CopyEntry
from ui.receptions.gallery import sample_copy, sample_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.missions.queries import MissionProgramme

WHOLE, GROUP, PERSON = "whole", "group", "person"


def _shown(whose: str, window: QWidget) -> bool:
    page = page_of(window, "Kanazawa")
    if page is None:
        return False
    if page.tabs.current() != "programme":
        page.tabs.choose("programme")
        return False
    tab = page.programme
    if tab.found is None or not tab.model.rowCount():
        return False
    if whose == WHOLE or tab.steps.rowCount():
        return bool(tab.findings.lines())
    if whose == GROUP:
        tab.show_group(tab.found.groups[0].id)
    else:
        tab.show_person(next(iter(tab.found.stays)))
    return False


for _whose in (WHOLE, GROUP, PERSON):
    scene(f"mission-programme-{_whose}", 1440, 900, ready=partial(_shown, _whose))(
        partial(sample_window, "missions")
    )
scene("mission-programme-small", 1000, 640, ready=partial(_shown, WHOLE))(
    partial(sample_window, "missions")
)


def _found() -> MissionProgramme:
    from app.missions.queries import missions

    workspace = sample_copy()
    rows = workspace.ask(missions)
    record = next(one.id for one in rows if "Kanazawa" in one.title)
    found: MissionProgramme = workspace.ask(mission_programme, record)
    workspace.close()
    return found


@scene("mission-line-editor", 740, 900)
def _editor() -> QWidget:
    found = _found()
    line = next(one for one in found.lines if one.groups and one.people)
    draft = MissionLineDraft(line.row.draft, line.groups, line.people)
    return MissionLineEditor(None, tr("Line of the programme"), LineEntry(draft, found))


@scene("mission-copy-day", 560, 320)
def _copy() -> QWidget:
    return CopyDayEditor(None, tr("Copy a day for a group"), CopyEntry(_found()))
