"""Reading missions, their delegations and their travel papers."""

from __future__ import annotations

from app.missions.queries.delegation import (
    PARTICIPANT_FIELDS,
    ParticipantRow,
    alphabetical,
    delegation,
    group_names,
    participant,
)
from app.missions.queries.mission import (
    DESTINATION_FIELDS,
    MISSION_FIELDS,
    OBJECTIVE_FIELDS,
    DestinationRow,
    MissionRow,
    MissionSheet,
    ObjectiveRow,
    Related,
    mission_sheet,
    missions,
)
from app.missions.queries.papers import (
    DAYS_SETTING,
    PAPERS_FIELDS,
    USUAL_DAYS,
    PapersRow,
    erased_from,
    missions_past_term,
    papers_days,
    papers_of,
    travel_papers,
)

__all__ = [
    "DAYS_SETTING",
    "DESTINATION_FIELDS",
    "MISSION_FIELDS",
    "OBJECTIVE_FIELDS",
    "PAPERS_FIELDS",
    "PARTICIPANT_FIELDS",
    "USUAL_DAYS",
    "DestinationRow",
    "MissionRow",
    "MissionSheet",
    "ObjectiveRow",
    "PapersRow",
    "ParticipantRow",
    "Related",
    "alphabetical",
    "delegation",
    "erased_from",
    "group_names",
    "mission_sheet",
    "missions",
    "missions_past_term",
    "papers_days",
    "papers_of",
    "participant",
    "travel_papers",
]
