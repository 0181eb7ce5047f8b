"""Every write to receptions, their guests and gifts."""

from __future__ import annotations

from app.receptions.commands.beginning import (
    begin_reception,
    copy_reception,
)
from app.receptions.commands.catering import (
    drop_catering,
    set_catering,
)
from app.receptions.commands.delegations import (
    add_delegation,
    change_delegation,
    join_delegation,
    leave_delegation,
    remove_delegation,
)
from app.receptions.commands.door import (
    add_walk_in,
    check_in,
    check_out,
    close_door,
)
from app.receptions.commands.flags import (
    set_flag_rules,
    set_masts,
)
from app.receptions.commands.follow_up import (
    log_attendance,
)
from app.receptions.commands.golden_book import (
    add_golden_page,
    change_golden_page,
    remove_golden_page,
    set_golden_scan,
)
from app.receptions.commands.guests import (
    invite_successor,
    keep_guest,
    set_circle,
    set_guest_rules,
    set_round,
    take_next,
)
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
from app.receptions.commands.messages import (
    drop_own_message,
    keep_message,
    keep_messages,
)
from app.receptions.commands.moving import (
    move_reception,
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

__all__ = [
    "accept_proposals",
    "add_delegation",
    "add_golden_page",
    "add_reception",
    "add_walk_in",
    "begin_mailing",
    "begin_reception",
    "change_delegation",
    "change_golden_page",
    "change_guest",
    "change_reception",
    "check_in",
    "check_out",
    "choose_precedence_list",
    "close_door",
    "copy_reception",
    "count_as_arrived",
    "drop_catering",
    "drop_own_message",
    "forget_decision",
    "invite",
    "invite_successor",
    "join_delegation",
    "keep_guest",
    "keep_message",
    "keep_messages",
    "leave_delegation",
    "log_attendance",
    "move_guest",
    "move_reception",
    "note_invited",
    "note_outcome",
    "note_posted",
    "place_by_rule",
    "put_off_proposal",
    "refuse_proposal",
    "remove_delegation",
    "remove_golden_page",
    "remove_guests",
    "remove_reception",
    "represent",
    "send_again",
    "set_catering",
    "set_circle",
    "set_flag_rules",
    "set_golden_scan",
    "set_guest_rules",
    "set_masts",
    "set_round",
    "set_status",
    "set_weights",
    "stop_mailing",
    "take_next",
    "take_up",
]
