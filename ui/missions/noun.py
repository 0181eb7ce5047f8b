"""Missions, for the parts they share with other dossiers."""

from __future__ import annotations

from app.core.text import N_
from app.missions.commands import set_mission_stage
from app.missions.rules.mission import Kind, kind_label
from ui.dossiers.noun import Noun

MISSION = Noun(
    "mission",
    "missions",
    "mission_templates",
    Kind,
    kind_label,
    N_("Missions"),
    N_("Missions by stage"),
    N_("Nothing to do. A template brings what such a mission usually needs."),
    N_("A template brings programme, checklist, roles and papers into a new mission."),
    set_mission_stage,
)
