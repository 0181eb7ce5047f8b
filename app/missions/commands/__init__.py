"""Every write to missions."""

from __future__ import annotations

from app.missions.commands.costs import (
    add_cost,
    change_cost,
    remove_costs,
    remove_rate,
    set_rate,
)
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
from app.missions.commands.faces import set_face
from app.missions.commands.factors import (
    choose_sources,
    set_train_limit,
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
from app.missions.commands.rooms import (
    add_room,
    add_singles,
    change_room,
    remove_rooms,
)
from app.missions.commands.texts import forget_texts, set_texts
from app.missions.commands.travel import (
    add_leg,
    change_leg,
    count_with,
    note_train,
    put_on_legs,
    recount_legs,
    remove_legs,
)

__all__ = [
    "add_cost",
    "add_leg",
    "add_mission",
    "add_participants",
    "add_room",
    "add_singles",
    "change_cost",
    "change_leg",
    "change_mission",
    "change_participant",
    "change_room",
    "choose_sources",
    "count_with",
    "erase_papers",
    "erase_papers_by_rule",
    "fill_participant",
    "forget_texts",
    "group_participants",
    "keep_papers",
    "move_participant",
    "note_train",
    "participant_by_rule",
    "put_on_legs",
    "recount_legs",
    "remove_costs",
    "remove_legs",
    "remove_mission",
    "remove_participants",
    "remove_rate",
    "remove_rooms",
    "set_destinations",
    "set_face",
    "set_host_order",
    "set_objectives",
    "set_papers_days",
    "set_participant_status",
    "set_rate",
    "set_role",
    "set_texts",
    "set_train_limit",
    "withdraw",
]
