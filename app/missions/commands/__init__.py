"""Every write to missions."""

from __future__ import annotations

from app.missions.commands.costs import (
    add_cost,
    change_cost,
    remove_costs,
    remove_rate,
    set_rate,
)
from app.missions.commands.factors import choose_sources, set_train_limit
from app.missions.commands.rooms import add_room, add_singles, change_room, remove_rooms
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
    "add_room",
    "add_singles",
    "change_cost",
    "change_leg",
    "change_room",
    "choose_sources",
    "count_with",
    "note_train",
    "put_on_legs",
    "recount_legs",
    "remove_costs",
    "remove_legs",
    "remove_rate",
    "remove_rooms",
    "set_rate",
    "set_train_limit",
]
