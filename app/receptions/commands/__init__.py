"""Every write to receptions, their guests and gifts."""

from __future__ import annotations

from app.receptions.commands.gifts import add_gift, change_gift, remove_gift
from app.receptions.commands.mailings import (
    begin_mailing,
    count_as_arrived,
    note_invited,
    note_outcome,
    note_posted,
    send_again,
    stop_mailing,
    take_up,
)
from app.receptions.commands.messages import drop_own_message, keep_message
from app.receptions.commands.reception import (
    add_reception,
    change_guest,
    change_reception,
    choose_precedence_list,
    invite,
    move_guest,
    place_by_rule,
    remove_guests,
    remove_reception,
    represent,
    set_status,
)

__all__ = [
    "add_gift",
    "add_reception",
    "begin_mailing",
    "change_gift",
    "change_guest",
    "change_reception",
    "choose_precedence_list",
    "count_as_arrived",
    "drop_own_message",
    "invite",
    "keep_message",
    "move_guest",
    "note_invited",
    "note_outcome",
    "note_posted",
    "place_by_rule",
    "remove_gift",
    "remove_guests",
    "remove_reception",
    "represent",
    "send_again",
    "set_status",
    "stop_mailing",
    "take_up",
]
