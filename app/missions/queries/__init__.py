"""Reading missions."""

from __future__ import annotations

from app.missions.queries.costs import (
    CostRow,
    Costs,
    InvoiceLine,
    RateRow,
    costs,
    invoice_lines,
    rates,
)
from app.missions.queries.delegation import (
    PARTICIPANT_FIELDS,
    ParticipantRow,
    alphabetical,
    delegation,
    group_names,
    participant,
)
from app.missions.queries.factors import (
    Counting,
    FactorRow,
    counting,
    factor_rows,
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
from app.missions.queries.rooms import (
    Rooming,
    RoomRow,
    Sleeper,
    passport_names,
    rooming,
)
from app.missions.queries.travel import (
    LegRow,
    Sum,
    Travel,
    travel,
)
from app.missions.queries.travel_years import travel_years
from app.missions.queries.who import (
    Party,
    Traveller,
    party,
)

__all__ = [
    "DAYS_SETTING",
    "DESTINATION_FIELDS",
    "MISSION_FIELDS",
    "OBJECTIVE_FIELDS",
    "PAPERS_FIELDS",
    "PARTICIPANT_FIELDS",
    "USUAL_DAYS",
    "CostRow",
    "Costs",
    "Counting",
    "DestinationRow",
    "FactorRow",
    "InvoiceLine",
    "LegRow",
    "MissionRow",
    "MissionSheet",
    "ObjectiveRow",
    "PapersRow",
    "ParticipantRow",
    "Party",
    "RateRow",
    "Related",
    "RoomRow",
    "Rooming",
    "Sleeper",
    "Sum",
    "Travel",
    "Traveller",
    "alphabetical",
    "costs",
    "counting",
    "delegation",
    "erased_from",
    "factor_rows",
    "group_names",
    "invoice_lines",
    "mission_sheet",
    "missions",
    "missions_past_term",
    "papers_days",
    "papers_of",
    "participant",
    "party",
    "passport_names",
    "rates",
    "rooming",
    "travel",
    "travel_papers",
    "travel_years",
]
