"""Every write to missions, their delegations and travel papers."""

from __future__ import annotations

from app.missions.commands.delegation import (
    add_participants,
    change_participant,
    fill_participant,
    group_participants,
    move_participant,
    participant_by_rule,
    remove_participants,
    set_host_order,
    set_participant_status,
    set_role,
    withdraw,
)
from app.missions.commands.mission import (
    add_mission,
    change_mission,
    remove_mission,
    set_destinations,
    set_objectives,
)
from app.missions.commands.papers import (
    erase_papers,
    erase_papers_by_rule,
    keep_papers,
    set_papers_days,
)

__all__ = [
    "add_mission",
    "add_participants",
    "change_mission",
    "change_participant",
    "erase_papers",
    "erase_papers_by_rule",
    "fill_participant",
    "group_participants",
    "keep_papers",
    "move_participant",
    "participant_by_rule",
    "remove_mission",
    "remove_participants",
    "set_destinations",
    "set_host_order",
    "set_objectives",
    "set_papers_days",
    "set_participant_status",
    "set_role",
    "withdraw",
]
