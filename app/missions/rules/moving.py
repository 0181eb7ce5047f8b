"""A mission gets other dates: what moves along, and what somebody must see to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say
from app.dossiers.rules.moving import moment_words

if TYPE_CHECKING:
    import datetime as dt


def to_rebook(told: int, legs: int, rooms: int, before: dt.datetime) -> list[Sentence]:
    """What was arranged for the dates that no longer hold, the most urgent first."""
    found = []
    if told:
        found.append(
            say(
                N_("{n} participant knows {day} as the departure: tell them."),
                N_("{n} participants know {day} as the departure: tell them."),
                n=told,
                day=moment_words(before),
            )
        )
    if legs:
        found.append(
            say(
                N_("{n} journey keeps its day: have the ticket changed."),
                N_("{n} journeys keep their day: have the tickets changed."),
                n=legs,
            )
        )
    if rooms:
        found.append(
            say(
                N_("{n} hotel room keeps its nights: have the booking changed."),
                N_("{n} hotel rooms keep their nights: have the bookings changed."),
                n=rooms,
            )
        )
    return found


def together(sentences: list[Sentence]) -> Sentence:
    """Sentences one after the other."""
    message = " ".join(f"{{s{at}}}" for at in range(len(sentences)))
    return Sentence(message, tuple((f"s{at}", one) for at, one in enumerate(sentences)))
