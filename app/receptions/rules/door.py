"""At the door: the code on a badge, what is typed there, and what a tick says.

A hand scanner is a keyboard: it types the code of a badge or an invitation and then Enter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from app.core.fold import words
from app.core.text import N_, Sentence, say
from app.receptions.rules.reception import COMING, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

MARK = "BELFRY"
_FIGURES = 12
_CODE = re.compile(rf"^{MARK}[^0-9A-Z]?([0-9A-F]{{12}})[^0-9A-Z]?([0-9A-F]{{12}})$")
_BELGIAN_KEYS = str.maketrans(
    {"&": "1", "é": "2", '"': "3", "'": "4", "(": "5", "§": "6", "è": "7", "!": "8", "ç": "9",
     "à": "0", "-": "6", "_": "8", "q": "a", "Q": "A", "m": ":", "M": ":"}
)  # fmt: skip
_NUMBER = re.compile(r"^(\d{1,4})([a-z]?)$")


@dataclass(frozen=True, slots=True)
class DoorCode:
    """Twelve hex digits each of a reception and of who is on the badge."""

    reception: str
    bearer: str

    def is_of(self, reception_id: UUID) -> bool:
        """Whether the badge is of this reception."""
        return self.reception == short(reception_id)


def short(record: UUID) -> str:
    """How a reception stands in a code."""
    return record.hex[:_FIGURES].upper()


def bearer_mark(record: UUID) -> str:
    """How a person, or somebody a guest brings along, stands in a code.

    Drawn from the whole id: the ids of one import begin alike.
    """
    return blake2b(record.bytes, digest_size=_FIGURES // 2).hexdigest().upper()


def door_code(reception_id: UUID, bearer_id: UUID) -> str:
    """The words of a QR code: capitals and figures only, so that it stays small.

    The bearer is a person, or somebody a guest brings along.
    """
    return f"{MARK}:{short(reception_id)}:{bearer_mark(bearer_id)}"


def read_code(text: str) -> DoorCode | None:
    """What a scanner typed, None where it is no code of ours.

    A scanner set to another keyboard than the computer (Belgian and French machines have letters
    and figures elsewhere) types other signs; they are read as the keys they stand on.
    """
    typed = text.strip()
    for tried in (typed, typed.translate(_BELGIAN_KEYS)):
        found = _CODE.match(tried.upper())
        if found is not None:
            return DoorCode(found[1], found[2])
    return None


def read_number(text: str) -> tuple[int, str] | None:
    """A number of the printed list as typed: "12", or "12b" for whom guest 12 brings along."""
    found = _NUMBER.match(text.strip().lower())
    return (int(found[1]), found[2]) if found else None


def number_words(number: int, place: int = 0) -> str:
    """The number on the list: "12", the first whom guest 12 brings along "12a"."""
    return f"{number}{'abcdefghijklmnopqrstuvwxyz'[(place - 1) % 26]}" if place else str(number)


def how_found(typed: Sequence[str], named: str, told: str) -> int | None:
    """How well the folded words typed fit a line: 0 where the name begins so, 1 where a word of a
    name does, 2 for any other place; None where one of them is nowhere.

    Of a name any part serves from three letters on; of functions and organisations (`told`) only
    the beginning of a word.
    """
    starts, inside = f" {named}", f" {told}"
    for one in typed:
        in_name = f" {one}" in starts or (len(one) > 2 and one in named)
        if not (in_name or f" {one}" in inside):
            return None
    if named.startswith(typed[0]):
        return 0
    return 1 if f" {typed[0]}" in starts else 2


def typed_words(text: str) -> list[str]:
    """The folded words of what was typed."""
    return words(text).split()


def split_name(text: str) -> tuple[str, str]:
    """Family name and given name of a name as somebody says it, or as a list has it.

    "Aoi Tanaka" and "Tanaka, Aoi" are one; small words before the last name belong to it.
    """
    family, comma, given = (part.strip() for part in text.strip().partition(","))
    if comma:
        return family, given
    parts = text.split()
    if len(parts) < 2:
        return text.strip(), ""
    at = len(parts) - 1
    while at > 1 and parts[at - 1][:1].islower():
        at -= 1
    return " ".join(parts[at:]), " ".join(parts[:at])


def has_come(status: str, checked_in_at: dt.datetime | None) -> bool:
    """Whether a guest came: a substitute's coming leaves the guest represented."""
    return status == Status.ATTENDED or checked_in_at is not None


def status_come(before: str) -> Status:
    """The status of a guest who comes, or for whom somebody comes."""
    return Status.REPRESENTED if before == Status.REPRESENTED else Status.ATTENDED


def is_no_show(status: str, checked_in_at: dt.datetime | None) -> bool:
    """Whether somebody who was to come is missing when the door closes."""
    return status in COMING and not has_come(status, checked_in_at)


@dataclass(frozen=True, slots=True)
class Ticked:
    """What came of a tick: `before` is the reply until then, `already` that they were in.

    `at` is local; None where a list is entered afterwards.
    """

    id: UUID
    name: str
    at: dt.datetime | None
    before: str = ""
    already: bool = False


_LET_IN: dict[str, str] = {
    Status.REGRETS: N_("{name} had regretted, and is in."),
    Status.PROPOSED: N_("{name} was not invited yet, and is in."),
    Status.WAITING: N_("{name} was on the waiting list, and is in."),
    Status.ABSENT: N_("{name} was noted as absent, and is in."),
}
UNEXPECTED = frozenset(_LET_IN)
"""Who comes with such a reply is let in with a word."""


def tick_words(ticked: Ticked) -> Sentence:
    """What the door says of a tick."""
    time = f"{ticked.at:%H:%M}" if ticked.at else ""
    if ticked.already and time:
        return say(N_("{name} is already in, since {time}."), name=ticked.name, time=time)
    if ticked.already:
        return say(N_("{name} is already in."), name=ticked.name)
    told = _LET_IN.get(ticked.before, N_("{name} is in."))
    return say(told, name=ticked.name)


ELSEWHERE = say(N_("This badge is of another reception: look for the name, or enter a walk-in."))
UNKNOWN = say(N_("This badge is of nobody on this list: look for the name, or enter a walk-in."))
