"""By which rule somebody withdraws: one of the list, or free until a day."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from app.core.text import N_, Sentence, plain, say


class Withdrawal(StrEnum):
    """What somebody still owes who withdrew."""

    NOTHING = "nothing"
    REPLACED = "replaced"
    DEPOSIT = "deposit"
    HALF = "half"
    ALL = "all"


FREE_UNTIL = "free_until:"
"""Prefix of the rule "free until a day", with the day in ISO form behind it."""
_LABELS = {
    Withdrawal.NOTHING: N_("Nothing is due"),
    Withdrawal.REPLACED: N_("Somebody else goes instead: nothing is due"),
    Withdrawal.DEPOSIT: N_("The deposit is kept"),
    Withdrawal.HALF: N_("Half of the cost is due"),
    Withdrawal.ALL: N_("The whole cost is due"),
}


def withdrawal_label(code: str) -> Sentence:
    """What is still due, in words."""
    if code in set(Withdrawal):
        return say(_LABELS[Withdrawal(code)])
    day = free_day(code)
    if day is None:
        return plain(code)
    return say(N_("Free until {day}, then all of it"), day=day)


def free_until(day: dt.date | None) -> str:
    """The rule "free until a day"; without the day it is not said yet."""
    return f"{FREE_UNTIL}{day.isoformat() if day else ''}"


def free_day(rule: str) -> dt.date | None:
    """Until which day a rule is free; None where it is another rule, or says no day."""
    if not rule.startswith(FREE_UNTIL):
        return None
    try:
        return dt.date.fromisoformat(rule.removeprefix(FREE_UNTIL))
    except ValueError:
        return None


def rule_lacking(rule: str) -> Sentence:
    """What is said of a code that is no rule: what is due, or until which day it was free."""
    if rule.startswith(FREE_UNTIL):
        return say(N_("Say until which day it was free to withdraw."))
    return say(N_("Say what is still due: the cost sheet follows it."))


def is_rule(rule: str) -> bool:
    """Whether a code is a rule by which somebody may withdraw."""
    return rule in set(Withdrawal) or free_day(rule) is not None
