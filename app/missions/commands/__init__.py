"""Every write to missions."""

from __future__ import annotations

from app.missions.commands.after import (
    close_mission,
    reopen_mission,
    set_mission_stage,
    set_result,
)
from app.missions.commands.beginning import (
    begin_mission,
    copy_mission,
)
from app.missions.commands.costs import (
    add_cost,
    change_cost,
    remove_costs,
    remove_rate,
    set_rate,
)
from app.missions.commands.counterparts import (
    keep_counterparts,
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
from app.missions.commands.fair import (
    add_companies_of_delegation,
    add_parties,
    add_party,
    change_party,
    make_slots,
    rank_wishes,
    remove_parties,
    remove_slots,
    set_tables,
    set_wishes,
)
from app.missions.commands.itinerary import (
    add_mission_line,
    change_mission_line,
    copy_day,
    set_line_whom,
    shift_mission_lines,
)
from app.missions.commands.meetings import (
    add_meeting,
    lock_meetings,
    move_meeting,
    note_outcome,
    remove_meetings,
    set_results,
    swap_meetings,
    take_schedule,
    unlock_meetings,
)
from app.missions.commands.mission import (
    add_mission,
    change_mission,
    remove_mission,
    set_destinations,
    set_objectives,
)
from app.missions.commands.moving import (
    move_mission,
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
from app.missions.commands.texts import (
    forget_texts,
    set_texts,
)
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
    "add_companies_of_delegation",
    "add_cost",
    "add_leg",
    "add_meeting",
    "add_mission",
    "add_mission_line",
    "add_participants",
    "add_parties",
    "add_party",
    "add_room",
    "add_singles",
    "begin_mission",
    "change_cost",
    "change_leg",
    "change_mission",
    "change_mission_line",
    "change_participant",
    "change_party",
    "change_room",
    "choose_sources",
    "close_mission",
    "copy_day",
    "copy_mission",
    "count_with",
    "erase_papers",
    "erase_papers_by_rule",
    "fill_participant",
    "forget_texts",
    "group_participants",
    "keep_counterparts",
    "keep_papers",
    "lock_meetings",
    "make_slots",
    "move_meeting",
    "move_mission",
    "move_participant",
    "note_outcome",
    "note_train",
    "participant_by_rule",
    "put_on_legs",
    "rank_wishes",
    "recount_legs",
    "remove_costs",
    "remove_legs",
    "remove_meetings",
    "remove_mission",
    "remove_participants",
    "remove_parties",
    "remove_rate",
    "remove_rooms",
    "remove_slots",
    "reopen_mission",
    "set_destinations",
    "set_face",
    "set_host_order",
    "set_line_whom",
    "set_mission_stage",
    "set_objectives",
    "set_papers_days",
    "set_participant_status",
    "set_rate",
    "set_result",
    "set_results",
    "set_role",
    "set_tables",
    "set_texts",
    "set_train_limit",
    "set_wishes",
    "shift_mission_lines",
    "swap_meetings",
    "take_schedule",
    "unlock_meetings",
    "withdraw",
]
