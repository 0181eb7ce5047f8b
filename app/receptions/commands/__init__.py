"""Every write to receptions, their guests and gifts."""

from __future__ import annotations

from app.receptions.commands.flags import set_flag_rules, set_masts
from app.receptions.commands.gifts import add_gift, change_gift, remove_gift
from app.receptions.commands.golden_book import (
    add_golden_page,
    change_golden_page,
    remove_golden_page,
    set_golden_scan,
)
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
from app.receptions.commands.stock import add_stock, change_stock, remove_stock

__all__ = [
    "accept_proposals",
    "add_gift",
    "add_golden_page",
    "add_reception",
    "add_stock",
    "change_gift",
    "change_golden_page",
    "change_guest",
    "change_reception",
    "change_stock",
    "choose_precedence_list",
    "forget_decision",
    "invite",
    "move_guest",
    "place_by_rule",
    "put_off_proposal",
    "refuse_proposal",
    "remove_gift",
    "remove_golden_page",
    "remove_guests",
    "remove_reception",
    "remove_stock",
    "represent",
    "set_flag_rules",
    "set_golden_scan",
    "set_masts",
    "set_status",
    "set_weights",
]
