"""What a template brings, when each of its tasks is due and when each line of its programme begins.

The templates that come with the program stand in `resources/reference/dossier_templates.csv`, those
of missions in `mission_templates.csv`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.contacts.rules.reference import rows
from app.core.fold import words
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.core.text import Language

RECEPTION, MISSION = "reception", "mission"
_FILES = {RECEPTION: "dossier_templates", MISSION: "mission_templates"}
MORNING = dt.time(9)
"""When the first line of a later day of a programme is proposed to begin."""


class Part(StrEnum):
    """What a line of a template brings."""

    ITEM = "item"
    TASK = "task"
    ROLE = "role"
    PAPER = "paper"


_PARTS: dict[Part, str] = {
    Part.ITEM: N_("Programme"),
    Part.TASK: N_("Checklist"),
    Part.ROLE: N_("Roles"),
    Part.PAPER: N_("Papers"),
}


def part_label(part: str) -> Sentence:
    """The words for what a line brings."""
    return say(_PARTS[Part(part)])


def before_words(days_before: int) -> Sentence:
    """When a relative task is due: "14 days before", "on the day", "2 days after"."""
    if days_before == 0:
        return say(N_("on the day"))
    if days_before > 0:
        return say(N_("{n} day before"), N_("{n} days before"), n=days_before)
    return say(N_("{n} day after"), N_("{n} days after"), n=-days_before)


def due_of(days_before: int | None, begins: dt.datetime | None) -> dt.date | None:
    """The day a relative task is due; None where the dossier has no day, or the task none."""
    if days_before is None or begins is None:
        return None
    return begins.date() - dt.timedelta(days=days_before)


class Timed(Protocol):
    """A line of a programme as a template has it."""

    @property
    def minutes(self) -> int | None: ...

    @property
    def public(self) -> bool: ...


T = TypeVar("T", bound=Timed)


def timetable(items: Sequence[T], begins: dt.datetime | None) -> list[tuple[T, dt.datetime | None]]:
    """When each line begins: one after the other, the first public line as the dossier begins.

    Lines of the staff before it (setting up) run up to that moment.
    """
    if begins is None:
        return [(one, None) for one in items]
    first = next((at for at, one in enumerate(items) if one.public), 0)
    ahead = sum(one.minutes or 0 for one in items[:first])
    at = begins - dt.timedelta(minutes=ahead)
    found: list[tuple[T, dt.datetime | None]] = []
    for one in items:
        found.append((one, at))
        at += dt.timedelta(minutes=one.minutes or 0)
    return found


class Dayed(Timed, Protocol):
    """A line that may stand on a day of its own."""

    @property
    def days_before(self) -> int | None: ...


D = TypeVar("D", bound=Dayed)


def over_days(items: Sequence[D], begins: dt.datetime | None) -> list[tuple[D, dt.datetime | None]]:
    """When each line of a programme of several days begins.

    `days_before` of a line counts from the first day (-1 is the day after); a line without one
    follows the line before it. Days after the first are proposed from `MORNING` on.
    """
    found: list[tuple[D, dt.datetime | None]] = []
    chunk: list[D] = []
    day = 0

    def close() -> None:
        at = begins
        if at is not None and day:
            at = dt.datetime.combine(at.date() - dt.timedelta(days=day), MORNING)
        found.extend(timetable(chunk, at))
        chunk.clear()

    for one in items:
        if one.days_before is not None and one.days_before != day:
            close()
            day = one.days_before
        chunk.append(one)
    close()
    return found


def same(one: str, other: str) -> bool:
    """Whether two titles name the same thing; case, accents and signs do not count."""
    return words(one) == words(other)


def missing(wanted: Iterable[str], there: Iterable[str]) -> list[int]:
    """The places of the titles that are not there yet; what is wanted twice is there twice."""
    left: dict[str, int] = {}
    for title in there:
        left[words(title)] = left.get(words(title), 0) + 1
    found = []
    for at, title in enumerate(wanted):
        key = words(title)
        if left.get(key):
            left[key] -= 1
        else:
            found.append(at)
    return found


# --- those that come with the program ---


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """A line of a template that comes with the program, in one language."""

    part: Part
    title: str
    days_before: int | None = None
    minutes: int | None = None
    owner: str = ""
    public: bool = True
    item_kind: str = "item"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A template that comes with the program, in one language; `kind` is a kind of dossier."""

    kind: str
    name: str
    lines: tuple[ShippedLine, ...]


def shipped(language: Language, noun: str = RECEPTION) -> list[Shipped]:
    """The templates of a noun that come with the program, in the language of an office."""
    known = rows(_FILES[noun])
    owners = {row["code"]: row[str(language)] for row in known if row["part"] == "owner"}
    return [
        Shipped(
            row["code"],
            row[str(language)],
            tuple(
                _line(line, owners, language)
                for line in known
                if line["part"] in set(Part) and row["code"] in line["templates"].split()
            ),
        )
        for row in known
        if row["part"] == "template"
    ]


def _line(row: dict[str, str], owners: dict[str, str], language: Language) -> ShippedLine:
    part = Part(row["part"])
    return ShippedLine(
        part,
        row["code"] if part is Part.PAPER else row[str(language)],
        int(row["days_before"]) if row["days_before"] else None,
        int(row["minutes"]) if row["minutes"] else None,
        owners[row["owner"]] if row["owner"] else "",
        row["public"] != "no",
        row["code"] if part is Part.ITEM and row["code"] else "item",
    )
