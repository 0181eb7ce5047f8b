"""What stands in the way of somebody's itinerary, each thing once, with who it is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from app.core.text import N_, Sentence, plain, say
from app.dossiers.rules.findings import Finding, Severity, sorted_findings
from app.dossiers.rules.zones import clock_name
from app.missions.rules.itinerary import Of, alike, early, gaps, late, overlaps, too_short

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from uuid import UUID

    from app.core.text import Value
    from app.missions.rules.itinerary import Alike, Gap, Stay, Step

    Key: TypeAlias = tuple[object, ...]
    Telling: TypeAlias = Callable[[Sentence], Finding]

_NAMED = 3


def itinerary_findings(
    steps: Sequence[Step],
    stays: Mapping[UUID, Stay],
    groups: Sequence[tuple[str, frozenset[UUID]]] = (),
) -> tuple[Finding, ...]:
    """Overlaps, impossible connections, steps outside a stay and free time, what is wrong first.

    People with the same itinerary are looked at once; a finding is told once for all it is about.
    """
    about: dict[Key, list[UUID]] = {}
    told: dict[Key, Telling] = {}
    for one in alike(steps, stays):
        for key, tell in _of(one):
            about.setdefault(key, []).extend(one.people)
            told[key] = tell
    who = _Who(stays, groups)
    return sorted_findings(told[key](who.told(people)) for key, people in about.items())


def _of(one: Alike) -> Iterator[tuple[Key, Telling]]:
    for first, second in overlaps(one.steps):
        yield ("overlap", first.id, second.id), partial(_overlap, first, second)
    for first, second in too_short(one.steps):
        yield ("travel", first.id, second.id), partial(_travel, first, second)
    for step, moment in early(one):
        yield ("early", step.id, moment), partial(_early, step, moment)
    for step, moment in late(one):
        yield ("late", step.id, moment), partial(_late, step, moment)
    for gap in gaps(one.steps):
        yield ("gap", gap.after.id, gap.before.id), partial(_gap, gap)


class _Who:
    """Names a set of participants: everybody, a group, or by name."""

    def __init__(
        self, stays: Mapping[UUID, Stay], groups: Sequence[tuple[str, frozenset[UUID]]]
    ) -> None:
        self._stays = stays
        self._groups = {frozenset(members): name for name, members in groups}

    def told(self, people: Sequence[UUID]) -> Sentence:
        """Who they are, in words."""
        if len(people) == len(self._stays) and len(people) > 1:
            return say(N_("Everybody"))
        group = self._groups.get(frozenset(people))
        if group is not None and len(people) > 1:
            return say(N_("Group {name}"), name=group)
        asked = [self._stays[one].name for one in people]
        if len(asked) <= _NAMED:
            return plain(", ".join(asked))
        return say(
            N_("{names} and {n} other"),
            N_("{names} and {n} others"),
            names=", ".join(asked[:_NAMED]), n=len(asked) - _NAMED,
        )  # fmt: skip


def at_words(moment: dt.datetime) -> str:
    """A moment by its own clock: "09:00 JST"."""
    return f"{moment:%H:%M} {clock_name(moment)}"


def _line(*steps: Step) -> UUID | None:
    """The line of the programme a finding leads to: the later one."""
    return next((one.id for one in reversed(steps) if one.of is Of.LINE), None)


def _overlap(one: Step, other: Step, who: Sentence) -> Finding:
    sentence = N_("{who}: “{one}” lasts until {ends}, but “{other}” begins at {begins} ({day}).")
    if other.of is Of.LEG:
        sentence = N_(
            "{who}: “{one}” lasts until {ends}, but “{other}” leaves at {begins} ({day})."
        )
    elif one.of is Of.LEG:
        sentence = N_("{who}: “{one}” arrives at {ends}, but “{other}” begins at {begins} ({day}).")
    told = say(
        sentence,
        who=who, one=one.title, other=other.title, day=other.day,
        ends=at_words(one.until), begins=at_words(other.begins),
    )  # fmt: skip
    if one.ends is None or one.start == other.start:
        told = say(
            N_("{who}: “{one}” and “{other}” both begin at {begins} ({day})."),
            who=who, one=one.title, other=other.title, day=other.day,
            begins=at_words(other.begins),
        )  # fmt: skip
    return Finding("overlap", Severity.WRONG, told, _line(one, other))


def _travel(one: Step, other: Step, who: Sentence) -> Finding:
    between = round((other.start - one.stop).total_seconds() / 60)
    told = say(
        N_("{who}: the way to “{other}” takes {way} min, but there are {minutes} between “{one}”"
           " ({ends}) and {begins} ({day})."),
        who=who, one=one.title, other=other.title, way=other.travel, minutes=between,
        ends=at_words(one.until), begins=at_words(other.begins), day=other.day,
    )  # fmt: skip
    return Finding("travel", Severity.WRONG, told, _line(one, other))


def _early(step: Step, arrives: dt.datetime, who: Sentence) -> Finding:
    told = say(
        N_("{who}: “{line}” begins at {at} ({day}), before the arrival at {then}."),
        line=step.title, at=at_words(step.begins), day=step.day, who=who,
        then=_beside(arrives, step.begins),
    )  # fmt: skip
    return Finding("early", Severity.WRONG, told, _line(step))


def _late(step: Step, leaves: dt.datetime, who: Sentence) -> Finding:
    told = say(
        N_("{who}: “{line}” lasts until {at} ({day}), after the departure at {then}."),
        line=step.title, at=at_words(step.until), day=step.until.date(), who=who,
        then=_beside(leaves, step.until),
    )  # fmt: skip
    return Finding("late", Severity.WRONG, told, _line(step))


def _beside(moment: dt.datetime, other: dt.datetime) -> str:
    """A moment by the clock of another one, with its day where that differs."""
    own = moment.astimezone(other.tzinfo)
    return at_words(own) if own.date() == other.date() else f"{own:%d/%m} {at_words(own)}"


def _gap(gap: Gap, who: Sentence) -> Finding:
    told = say(
        N_("{who}: {n} hour free from {begins} to {ends} ({day})."),
        N_("{who}: {n} hours free from {begins} to {ends} ({day})."),
        who=who, n=gap.hours, day=gap.before.day,
        begins=f"{gap.begins:%H:%M}", ends=at_words(gap.ends),
    )  # fmt: skip
    return Finding("free", Severity.NOTE, told, _line(gap.after, gap.before))


def clock_findings(
    lines: Sequence[tuple[UUID, str, dt.datetime, str, bool, str]],
) -> list[Finding]:
    """What is odd with the clock of lines: (id, title, local time, zone, known or guessed, doubt).

    `doubt` is "missing", "twice" or "" (see `zones.doubt`).
    """
    found = []
    for line, title, local, zone, sure, odd in lines:
        told: dict[str, Value] = {
            "line": title, "at": f"{local:%H:%M}", "day": local.date(), "zone": zone,
        }  # fmt: skip
        if not sure:
            sentence = say(
                N_("“{line}”: by which clock? Give the line or its city a time zone."), line=title
            )
            found.append(Finding("clock", Severity.ATTENTION, sentence, line))
        if odd == "missing":
            sentence = say(
                N_("“{line}”: {at} does not exist on {day} in {zone}, the clocks go forward."),
                **told,
            )
            found.append(Finding("clock", Severity.WRONG, sentence, line))
        elif odd == "twice":
            sentence = say(
                N_("“{line}”: {at} comes twice on {day} in {zone}, the clocks go back; it is taken"
                   " for the first."),
                **told,
            )  # fmt: skip
            found.append(Finding("clock", Severity.ATTENTION, sentence, line))
    return found
