"""What the papers of a mission's programme share: hours with their clocks, who, what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.programme_words import language_name
from app.core.text import N_, Language, format_date, format_time, n, t
from app.dossiers.rules.programme import ItemKind, item_label
from app.dossiers.rules.zones import clock_name, zone_words
from app.missions.rules.itinerary import Of
from app.missions.rules.travel_words import mode_label

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from app.dossiers.draft import ProgrammeDraft
    from app.missions.queries import MissionLine, MissionProgramme, Traveller
    from app.missions.rules.itinerary import Step

_NAMED = 3


def day_heading(day: dt.date, clock: dt.datetime, language: Language) -> str:
    """The day with the clock it begins by: "Tuesday 23 February 2027 · JST, UTC+9"."""
    return f"{format_date(day, language, 'full')} · {zone_words(clock)}"


def step_hours(one: Step, clock: dt.datetime, language: Language) -> str:
    """From when to when; a clock that is not that of the day is said, and a day that is later."""
    words = format_time(one.begins, language)
    if one.begins.utcoffset() != clock.utcoffset():
        words = f"{words} {clock_name(one.begins)}"
    ends = one.ends
    if ends is None:
        return words
    until = format_time(ends, language)
    days = (ends.date() - one.day).days
    until += f"\u00a0+{days}" if days else ""
    if ends.utcoffset() != one.begins.utcoffset():
        until += f" {clock_name(ends)}"
    return f"{words} – {until}"


def step_title(one: Step, language: Language) -> str:
    """What happens."""
    if one.of is Of.GAP:
        return item_label(ItemKind.FREE).to(language)
    if one.of is Of.MEETING:
        return t(N_("Meeting with {name}"), language, name=one.title)
    return one.title


def step_kind(one: Step, language: Language) -> str:
    """What sort of thing it is and with which carrier; "" for an ordinary line."""
    if one.of is Of.LEG:
        return ", ".join(part for part in (mode_label(one.kind).to(language), one.detail) if part)
    if one.of is Of.MEETING and one.detail:
        return t(N_("Interpreter: {name}"), language, name=one.detail)
    if one.of is Of.LINE and one.kind in (ItemKind.TRANSFER, ItemKind.FREE, ItemKind.BREAK):
        label = item_label(one.kind).to(language)
        return "" if label.casefold() in one.title.casefold() else label
    return ""


def line_details(draft: ProgrammeDraft, language: Language) -> list[str]:
    """Who receives, who speaks in which language, and the way there."""
    told = []
    if draft.host:
        told.append(t(N_("Host: {name}"), language, name=draft.host))
    if draft.speaker:
        told.append(t(N_("Speaker: {name}"), language, name=draft.speaker))
    if draft.language:
        spoken = language_name(draft.language, language)
        told.append(t(N_("Language: {name}"), language, name=spoken))
    if draft.interpreter:
        told.append(t(N_("Interpreter: {name}"), language, name=draft.interpreter))
    return told


def way_words(minutes: int, language: Language) -> str:
    """How long the way there takes; "" without one."""
    if not minutes:
        return ""
    return n(N_("{n} minute on the way"), N_("{n} minutes on the way"), minutes, language)


def by_name(
    line: MissionLine | None, people: frozenset[UUID], found: MissionProgramme
) -> list[Traveller]:
    """Those a line or journey says by name: the few who are neither everybody nor a group."""
    if line is not None:
        people &= frozenset(line.people)
    if people == frozenset(found.stays) or _group(people, found):
        return []
    named = [one for one in found.party.people if one.id in people]
    return named if len(named) <= _NAMED else []


def _group(people: frozenset[UUID], found: MissionProgramme) -> str:
    """The group of exactly these; one alone has a name of their own."""
    alike = (one.name for one in found.groups if one.members == people)
    return next(alike, "") if len(people) > 1 else ""


def whom_words(
    line: MissionLine | None, people: frozenset[UUID], found: MissionProgramme, language: Language
) -> str:
    """For whom something is: everybody, groups, a few by name, else how many.

    `people` are those who go through it; who withdrew or waits is among no words.
    """
    if line is None or not (line.groups or line.people):
        return _people_words(line, people, found, language)
    told = [group.name for group in found.groups if group.id in line.groups]
    if people & frozenset(line.people):
        told.append(_people_words(line, people & frozenset(line.people), found, language))
    return ", ".join(told)


def _people_words(
    line: MissionLine | None, people: frozenset[UUID], found: MissionProgramme, language: Language
) -> str:
    if people == frozenset(found.stays):
        return t(N_("Everybody"), language)
    group = _group(people, found)
    if group:
        return group
    named = by_name(line, people, found)
    if named:
        return ", ".join(one.name for one in named)
    return n(N_("{n} person"), N_("{n} persons"), len(people), language)
