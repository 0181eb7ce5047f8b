"""The lines of a mission's programme, and what a group or a person goes through, as rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.core.text import N_
from app.dossiers.rules.programme import ItemKind, item_label
from app.dossiers.rules.zones import zone_words
from app.missions.rules.itinerary import Of, with_free
from app.missions.rules.travel_words import mode_label
from ui.core import language
from ui.core.columns import Cell, Column, Kind
from ui.core.language import read, tr, trn
from ui.dossiers.programme_table import COLUMNS, Shown, face

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from app.dossiers.rules.findings import Finding
    from app.missions.queries import MissionProgramme
    from app.missions.queries.itinerary import MissionLine
    from app.missions.rules.itinerary import Step

_NAMED = 2


@dataclass(frozen=True, slots=True)
class MissionShown(Shown):
    """A line with its clock, said where it changes, and for whom it is."""

    zone: str = ""
    whom: str = ""
    narrowed: bool = False


def mission_face(key: str, found: MissionProgramme, wrong: tuple[Finding, ...]) -> list[Shown]:
    """The lines of a face of a mission's programme, with clocks, people and what is wrong."""
    lines = {one.id: one for one in found.lines}
    made: list[Shown] = []
    last = ""
    for one in face(key, list(found.programme), wrong):
        line = lines[one.id]
        zone = zone_words(line.begins) if line.begins else ""
        told = zone if zone and zone != last else ""
        last = zone or last
        whom = whom_words(line, found)
        made.append(
            MissionShown(one.of, one.number, one.finding, told, whom, narrowed=not line.common)
        )
    return made


def whom_words(line: MissionLine, found: MissionProgramme) -> str:
    """For whom a line is: everybody, groups, or people by name."""
    if line.common:
        return tr("Everybody")
    groups = [one.name for one in found.groups if one.id in line.groups]
    names = [one.name for one in found.party.people if one.id in line.people]
    if len(names) > _NAMED:
        names = [*names[:_NAMED], trn("{n} more", "{n} more", len(names) - _NAMED)]
    return ", ".join([*groups, *names])


def _time(one: MissionShown) -> Cell:
    begins = one.draft.starts_at
    quiet = " · ".join(part for part in (one.zone, tr("fixed") if one.draft.fixed else "") if part)
    return Cell(f"{begins:%H:%M}" if begins else "", quiet)


def _whom(one: MissionShown) -> Cell:
    if one.draft.public:
        return Cell(one.whom)
    return Cell(tr("Staff"), one.whom if one.narrowed else "")


def _columns() -> tuple[Column, ...]:
    made = []
    for one in COLUMNS:
        if one.key == "time":
            made.append(replace(one, title=N_("Time (local)"), width=146, value=_time))
        elif one.key == "place":
            made.append(Column("whom", N_("For"), 150, value=_whom, stretch=2))
            made.append(replace(one, width=150))
        elif one.key in ("host", "owner"):
            made.append(replace(one, shown=one.key == "owner"))
        elif one.key != "public":
            made.append(one)
    return tuple(made)


MISSION_COLUMNS = _columns()


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of an itinerary as a row; `zone` is said where the clock changes."""

    id: UUID
    step: Step
    zone: str = ""


def step_rows(steps: Sequence[Step]) -> list[StepRow]:
    """An itinerary with its free time, clocks said where they change."""
    made, last = [], ""
    for one in with_free(steps):
        zone = zone_words(one.begins)
        made.append(StepRow(one.id, one, zone if zone != last else ""))
        last = zone
    return made


def step_title(one: Step) -> str:
    """What happens, in the window's language."""
    if one.of is Of.GAP:
        return read(item_label(ItemKind.FREE))
    if one.of is Of.MEETING:
        return tr("Meeting with {name}", name=one.title)
    return one.title


def step_kind(one: Step) -> str:
    """What sort of thing it is; "" for an ordinary line."""
    if one.of is Of.LEG:
        return read(mode_label(one.kind))
    if one.of is Of.LINE and one.kind != ItemKind.ITEM:
        return read(item_label(one.kind))
    return ""


def _hours(one: StepRow) -> Cell:
    return Cell(f"{one.step.begins:%H:%M}", one.zone)


def _until(one: StepRow) -> str:
    ends = one.step.ends
    if ends is None:
        return ""
    days = (ends.date() - one.step.day).days
    far = f" +{days}" if days else ""
    zone = f" {zone_words(ends)}" if zone_words(ends) != zone_words(one.step.begins) else ""
    return f"{ends:%H:%M}{far}{zone}"


def _what(one: StepRow) -> Cell:
    quiet = " · ".join(part for part in (step_kind(one.step), one.step.detail) if part)
    return Cell(step_title(one.step), quiet)


STEP_COLUMNS = (
    Column("time", N_("Time (local)"), 150, value=_hours),
    Column("until", N_("Until"), 150, value=_until),
    Column("what", N_("What"), 320, Kind.NAME, value=_what, stretch=4),
    Column("place", N_("Where"), 180, value=lambda one: one.step.place, stretch=2),
    Column("way", N_("Way"), 60, Kind.NUMBER, value=lambda one: one.step.travel or None),
)


def days_of_steps(rows: Sequence[StepRow]) -> list[tuple[str, int]]:
    """Headings of the days, and how many steps each has."""
    days: list[tuple[dt.date, int]] = []
    for one in rows:
        if days and days[-1][0] == one.step.day:
            days[-1] = (one.step.day, days[-1][1] + 1)
        else:
            days.append((one.step.day, 1))
    return [(language.day(day, "full"), number) for day, number in days]
