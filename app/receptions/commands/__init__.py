"""Every write to receptions, their guests and gifts."""

from __future__ import annotations

from app.receptions.commands.gifts import add_gift, change_gift, remove_gift
from app.receptions.commands.proposals import (
    accept_proposals,
    forget_decision,
    put_off_proposal,
    refuse_proposal,
    set_weights,
)
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
    "accept_proposals",
    "add_gift",
    "add_reception",
    "change_gift",
    "change_guest",
    "change_reception",
    "choose_precedence_list",
    "forget_decision",
    "invite",
    "move_guest",
    "place_by_rule",
    "put_off_proposal",
    "refuse_proposal",
    "remove_gift",
    "remove_guests",
    "remove_reception",
    "represent",
    "set_status",
    "set_weights",
]
