"""What is wrong, or worth a look, in the programme of a day: each in one sentence with its line."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from app.core.fold import words as folded
from app.core.text import N_, Sentence, plain, say
from app.dossiers.rules.programme import ItemKind
from app.dossiers.rules.weekdays import written_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

PAUSE = 20
"""Minutes nobody has planned anything for, beyond the way, that are worth saying."""
_PEOPLE = re.compile(r"\s*(?:[;,/&+]|\b(?:en|et|and)\b)\s*")


class Severity(StrEnum):
    """How much a finding matters."""

    WRONG = "wrong"
    ATTENTION = "attention"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence about a line (None: about the dossier itself)."""

    kind: str
    severity: Severity
    sentence: Sentence
    line: UUID | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line as the rules look at it; `elsewhere` and `dossier` name another dossier it is of."""

    id: UUID
    title: str
    starts_at: dt.datetime | None = None
    minutes: int | None = None
    kind: str = ItemKind.ITEM
    place: str = ""
    host: str = ""
    owner: str = ""
    speaker: str = ""
    interpreter: str = ""
    attendees: str = ""
    travel_minutes: int | None = None
    public: bool = True
    fixed: bool = False
    elsewhere: str = ""
    dossier: UUID | None = None

    @property
    def ends_at(self) -> dt.datetime | None:
        """When it is over, as far as that is known."""
        if self.starts_at is None:
            return None
        return self.starts_at + dt.timedelta(minutes=self.minutes or 0)

    def people(self) -> dict[str, str]:
        """Who must be there, by folded name."""
        found: dict[str, str] = {}
        for field in (self.owner, self.host, self.speaker, self.interpreter):
            for name in _PEOPLE.split(field):
                if key := folded(name):
                    found.setdefault(key, name.strip())
        return found


def _hour(moment: dt.datetime) -> str:
    return f"{moment:%H:%M}"


def in_sequence(lines: Sequence[Line]) -> list[Finding]:
    """Overlaps, ways too short, pauses and lines out of order, among what the guests go through.

    Lines for staff alone run beside these; so do lines with other attendees each.
    """
    found = []
    chain = [one for one in lines if one.starts_at is not None and _for_guests(one)]
    for one, other in pairwise(chain):
        finding = _between(one, other)
        if finding is not None:
            found.append(finding)
    return found


def _for_guests(line: Line) -> bool:
    return line.public or line.kind == ItemKind.TRANSFER


def _apart(one: Line, other: Line) -> bool:
    both = one.attendees and other.attendees
    return bool(both) and folded(one.attendees) != folded(other.attendees)


def _between(one: Line, other: Line) -> Finding | None:
    ends, begins = one.ends_at, other.starts_at
    if ends is None or begins is None or one.starts_at is None:
        return None
    names = {"one": one.title, "other": other.title}
    if begins < one.starts_at and not other.fixed:
        return Finding(
            "order",
            Severity.NOTE,
            say(
                N_("“{other}” begins at {begins} but stands after “{one}” of {at}."),
                **names, begins=_hour(begins), at=_hour(one.starts_at),
            ),
            other.id,
        )  # fmt: skip
    minutes = round((begins - ends).total_seconds() / 60)
    if minutes < 0:
        return None if _apart(one, other) else _overlap(one, other, -minutes)
    way = other.travel_minutes or 0
    if minutes < way:
        return Finding(
            "travel",
            Severity.WRONG,
            say(
                N_("The way to “{other}” takes {way} min, but there are {minutes} between “{one}”"
                   " ({ends}) and {begins}."),
                **names, way=way, minutes=minutes, ends=_hour(ends), begins=_hour(begins),
            ),
            other.id,
        )  # fmt: skip
    if one.minutes is not None and minutes - way >= PAUSE:
        return Finding(
            "pause",
            Severity.NOTE,
            say(
                N_("Nothing is planned from {ends} to {begins}, between “{one}” and “{other}”."),
                **names, ends=_hour(ends), begins=_hour(begins - dt.timedelta(minutes=way)),
            ),
            other.id,
        )  # fmt: skip
    return None


def _overlap(one: Line, other: Line, minutes: int) -> Finding:
    ends, begins = one.ends_at, other.starts_at
    if ends is None or begins is None:
        raise ValueError("an overlap is of lines with a time")
    return Finding(
        "overlap",
        Severity.WRONG,
        say(
            N_("“{one}” ends at {ends} but “{other}” begins at {begins}: {n} minute overlap."),
            N_("“{one}” ends at {ends} but “{other}” begins at {begins}: {n} minutes overlap."),
            one=one.title, other=other.title, ends=_hour(ends), begins=_hour(begins), n=minutes,
        ),
        other.id,
    )  # fmt: skip


def in_two_places(lines: Sequence[Line], others: Sequence[Line] = ()) -> list[Finding]:
    """Who must be in two places at once, in this programme or in another of the day.

    A line of open length counts as the moment it begins.
    """
    found: dict[tuple[str, UUID, UUID], Finding] = {}
    for at, one in enumerate(lines):
        for other in (*lines[at + 1 :], *others):
            if not _at_once(one, other) or not _different(one.place, other.place):
                continue
            shared = one.people().keys() & other.people().keys()
            for key in shared:
                found.setdefault((key, one.id, other.id), _twice(one.people()[key], one, other))
    return list(found.values())


def _at_once(one: Line, other: Line) -> bool:
    if None in (one.starts_at, one.ends_at, other.starts_at, other.ends_at):
        return False
    if one.starts_at == other.starts_at:
        return True
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at  # type: ignore[operator]  # not None


def _different(one: str, other: str) -> bool:
    return bool(one and other) and folded(one) != folded(other)


def _twice(name: str, one: Line, other: Line) -> Finding:
    at = _hour(max(filter(None, (one.starts_at, other.starts_at))))
    words = {"name": name, "at": at, "one": one.title, "other": other.title}
    told = say(N_("{name} is needed in two places at {at}: “{one}” and “{other}”."), **words)
    if other.elsewhere:
        told = say(
            N_("{name} is needed in two places at {at}: “{one}”, and “{other}” of {dossier}."),
            **words, dossier=other.elsewhere,
        )  # fmt: skip
    return Finding("twice", Severity.WRONG, told, one.id)


def weekdays(
    texts: Iterable[tuple[str, UUID | None, bool]], day: dt.date | None, year: int
) -> list[Finding]:
    """Weekdays that contradict a date.

    Each text comes with its line and whether it speaks of the day itself (a title): then a weekday
    or a date other than that of `day` is said too.
    """
    found = []
    for text, line, of_the_day in texts:
        for one in written_dates(text, day.year if day else year):
            told = None
            if one.contradicts_itself and one.day is not None:
                told = say(
                    N_("“{words}” is no such day: {date} is {weekday}."),
                    words=one.words, date=_numbers(one.day), weekday=_weekday(one.day),
                )  # fmt: skip
            elif of_the_day and day is not None and _other_day(one.weekday, one.day, day):
                told = say(
                    N_("It says “{words}”, but the date, {date}, is {weekday}."),
                    words=one.words, weekday=_weekday(day), date=_numbers(day),
                )  # fmt: skip
            if told is not None:
                found.append(Finding("weekday", Severity.WRONG, told, line))
    return found


def _other_day(weekday: int | None, written: dt.date | None, day: dt.date) -> bool:
    if written is not None:
        return written != day
    return weekday is not None and weekday != day.weekday()


def _numbers(day: dt.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


_DAYS = (
    N_("a Monday"), N_("a Tuesday"), N_("a Wednesday"), N_("a Thursday"), N_("a Friday"),
    N_("a Saturday"), N_("a Sunday"),
)  # fmt: skip


def _weekday(day: dt.date) -> Sentence:
    return say(_DAYS[day.weekday()])


def outside_hours(
    lines: Sequence[Line], begins: dt.datetime | None, ends: dt.datetime | None
) -> list[Finding]:
    """Lines for guests before the dossier begins or after it ends."""
    found = []
    for one in lines:
        if not one.public or one.starts_at is None or one.ends_at is None:
            continue
        told = None
        if begins is not None and one.starts_at < begins:
            told = say(
                N_("“{one}” begins at {at}, before the hour of the invitation ({begins})."),
                one=one.title, at=_hour(one.starts_at), begins=_hour(begins),
            )  # fmt: skip
        elif ends is not None and one.ends_at > ends:
            told = say(
                N_("“{one}” lasts until {at}, after the end that was announced ({ends})."),
                one=one.title, at=_hour(one.ends_at), ends=_hour(ends),
            )  # fmt: skip
        if told is not None:
            found.append(Finding("hours", Severity.ATTENTION, told, one.id))
    return found


def lacking(lines: Sequence[Line]) -> list[Finding]:
    """What a run sheet cannot do without: an owner on every line, and a time."""
    found = []
    timeless = [one for one in lines if one.starts_at is None]
    if timeless and len(timeless) < len(lines):
        told = say(
            N_("{n} line has no time yet: {lines}."),
            N_("{n} lines have no time yet: {lines}."),
            n=len(timeless),
            lines=_titles(timeless),
        )
        found.append(Finding("time", Severity.NOTE, told, timeless[0].id))
    ownerless = [one for one in lines if not one.owner.strip()]
    if ownerless:
        told = say(
            N_("{n} line has no owner: {lines}."),
            N_("{n} lines have no owner: {lines}."),
            n=len(ownerless),
            lines=_titles(ownerless),
        )
        found.append(Finding("owner", Severity.NOTE, told, ownerless[0].id))
    return found


def _titles(lines: Sequence[Line]) -> Sentence:
    first = ", ".join(one.title for one in lines[:3])
    return plain(f"{first} …" if len(lines) > 3 else first)


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who will listen: `languages` are ISO codes, empty where nobody knows."""

    name: str
    languages: frozenset[str]
    honoured: bool = False


def unheard(lines: Sequence[tuple[Line, str]], listeners: Sequence[Listener]) -> list[Finding]:
    """Speeches in a language that guests of honour, or most guests, do not have on their card.

    `lines` come with their language. Where an interpreter is named nothing is said.
    """
    found = []
    known = [one for one in listeners if one.languages]
    for line, language in lines:
        if not language or line.interpreter.strip() or line.kind != ItemKind.SPEECH:
            continue
        deaf = [one for one in known if language not in one.languages]
        honoured = [one.name for one in deaf if one.honoured]
        title, spoken = line.title, language_words(language)
        if honoured:
            told = say(
                N_("“{line}” is in {language}, which is not on the card of {names}, and no"
                   " interpreter is named."),
                line=title, language=spoken, names=", ".join(honoured[:3]),
            )  # fmt: skip
            found.append(Finding("interpreter", Severity.ATTENTION, told, line.id))
        elif len(deaf) * 2 > len(known):
            told = say(
                N_("“{line}” is in {language}, which is not on the card of {deaf} of {all} guests,"
                   " and no interpreter is named."),
                line=title, language=spoken, deaf=len(deaf), all=len(known),
            )  # fmt: skip
            found.append(Finding("interpreter", Severity.ATTENTION, told, line.id))
    return found


_LANGUAGES = {"nl": N_("Dutch"), "fr": N_("French"), "en": N_("English"), "de": N_("German")}


def language_words(code: str) -> Sentence:
    """A language by its name; a rarer one by its code."""
    return say(_LANGUAGES[code]) if code in _LANGUAGES else plain(code.upper())


_ORDER = {Severity.WRONG: 0, Severity.ATTENTION: 1, Severity.NOTE: 2}


def sorted_findings(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is wrong first."""
    return tuple(sorted(found, key=lambda one: _ORDER[one.severity]))
