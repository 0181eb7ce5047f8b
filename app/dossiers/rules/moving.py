"""A dossier gets another day: what hangs on it moves along, and guests must be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.rules.days import day_words
from app.core.text import N_, Sentence, plain, say

if TYPE_CHECKING:
    import datetime as dt


def distance(before: dt.datetime | None, after: dt.datetime | None) -> dt.timedelta | None:
    """How far a dossier moved; None where it had no day, has none any more, or stayed."""
    if before is None or after is None or before == after:
        return None
    return after - before


def days_between(before: dt.datetime, after: dt.datetime) -> dt.timedelta:
    """How many whole days of the calendar lie between two moments, whatever their hours."""
    return after.date() - before.date()


def moment_words(moment: dt.datetime) -> Sentence:
    """A day with its weekday, and the hour."""
    day = day_words(moment.date())
    return Sentence("{day}, {hour}", (("day", day), ("hour", f"{moment:%H:%M}")))


def to_tell(number: int, before: dt.datetime) -> Sentence:
    """Who was invited for the day that no longer holds; a sentence of nothing where nobody was."""
    if not number:
        return plain("")
    return say(
        N_("{n} guest was invited for {day}: tell them."),
        N_("{n} guests were invited for {day}: tell them."),
        n=number,
        day=moment_words(before),
    )
