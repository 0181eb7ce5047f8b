"""Agreements: what kind they are, and how near their end is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    import datetime as dt

NEAR_DAYS = 90
"""So many days before its end an agreement is told of: time to renew it."""
ENDED_DAYS = 30
"""So many days after its end it is still told of."""


class AgreementKind(StrEnum):
    """What was signed, in the order of offering."""

    MEMORANDUM = "memorandum"
    INTENT = "intent"
    COOPERATION = "cooperation"
    SISTER_CITY = "sister_city"
    CONTRACT = "contract"
    OTHER = "other"


_KINDS: dict[AgreementKind, str] = {
    AgreementKind.MEMORANDUM: N_("Memorandum of understanding"),
    AgreementKind.INTENT: N_("Declaration of intent"),
    AgreementKind.COOPERATION: N_("Cooperation agreement"),
    AgreementKind.SISTER_CITY: N_("Sister-city charter"),
    AgreementKind.CONTRACT: N_("Contract between companies"),
    AgreementKind.OTHER: N_("Other agreement"),
}


def agreement_label(code: str) -> Sentence:
    """The word for a kind of agreement; one we do not know is another one."""
    known = AgreementKind(code) if code in set(AgreementKind) else AgreementKind.OTHER
    return say(_KINDS[known])


def state_words(
    signed_on: dt.date | None, ends_on: dt.date | None, today: dt.date
) -> tuple[Sentence, bool]:
    """How an agreement stands on a day, and whether somebody should look at it."""
    if signed_on is None:
        return say(N_("not signed yet")), True
    if signed_on > today:
        return say(N_("to be signed on {day}"), day=signed_on), False
    if ends_on is None:
        return say(N_("without an end")), False
    if ends_on < today:
        return say(N_("ended on {day}"), day=ends_on), True
    return say(N_("until {day}"), day=ends_on), (ends_on - today).days <= NEAR_DAYS
