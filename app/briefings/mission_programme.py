"""The programme of a whole mission by day: which group goes where, by which clock.

External readers get no line for staff, no owner and no phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Callout,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    muted,
)
from app.briefings.house import Audience, Frame, frame
from app.briefings.schedule_words import (
    day_heading,
    line_details,
    step_hours,
    step_kind,
    step_title,
    way_words,
    whom_words,
)
from app.core.text import N_, Language, t
from app.missions.queries import MissionProgramme, mission_programme
from app.missions.rules.itinerary import Of

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.missions.rules.itinerary import Step


@dataclass(frozen=True, slots=True)
class WholeProgramme:
    """The programme of a mission before it is laid out."""

    frame: Frame
    found: MissionProgramme

    @property
    def internal(self) -> bool:
        """Whether it is for the house."""
        return self.frame.audience is Audience.INTERNAL


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> WholeProgramme:
    """Gather the lines and journeys; meetings stand on the schedules of those who have them."""
    return WholeProgramme(
        frame(session, language, audience), mission_programme(session, mission_id)
    )


def document(made: WholeProgramme) -> Document:
    """Lay it out: a heading for each day, a row for each line, the groups beside it."""
    language, found = made.frame.language, made.found
    columns = [
        Column(t(N_("Time (local)"), language), width=30, weight=600),
        Column(t(N_("Programme"), language), share=1.8),
        Column(t(N_("Where"), language), share=1.1),
        Column(t(N_("For"), language), share=0.9),
    ]
    if made.internal:
        columns.append(Column(t(N_("Owner"), language), share=0.8))
    rows: list[Row | GroupRow] = []
    steps = [one for one in found.steps if _is_shown(one, made)]
    for day, theirs in groupby(steps, key=lambda one: one.day):
        whole = list(theirs)
        clock = whole[0].begins
        rows.append(GroupRow(day_heading(day, clock, language)))
        rows += [_row(one, made, clock) for one in whole]
    table = Table(tuple(columns), tuple(rows), t(N_("The programme follows."), language))
    blocks: list[Block] = [table, *_groups(made)]
    if made.internal:
        blocks += _looked_at(made)
    title = t(N_("Programme of the mission"), language)
    return made.frame.document(title, tuple(blocks), found.title)


def _is_shown(one: Step, made: WholeProgramme) -> bool:
    if one.of is Of.MEETING or not one.people:
        return False
    line = made.found.line(one.id)
    return made.internal or line is None or line.row.draft.public


def _row(one: Step, made: WholeProgramme, clock: dt.datetime) -> Row:
    language, found = made.frame.language, made.found
    line = found.line(one.id)
    whom = whom_words(one, found, language)
    common = one.people == frozenset(found.stays)
    cells: list[Words] = [
        step_hours(one, clock, language),
        _what(one, made),
        one.place,
        whom if common else (bold(whom),),
    ]
    if made.internal:
        draft = line.row.draft if line else None
        told = [part for part in (draft.owner, draft.phone) if part] if draft else []
        cells.append("\n".join(told))
    return Row(tuple(cells), one.title)


def _what(one: Step, made: WholeProgramme) -> Words:
    language = made.frame.language
    line = made.found.line(one.id)
    said: list[str | Run] = [bold(step_title(one, language))]
    lines = [step_kind(one, language)]
    if line is not None:
        draft = line.row.draft
        lines += [*line_details(draft, language), way_words(one.travel, language)]
        if made.internal:
            lines += [draft.note, "" if draft.public else t(N_("For staff"), language)]
    for words in filter(None, lines):
        said += [Run("\n"), muted(words)]
    return tuple(said)


def _groups(made: WholeProgramme) -> list[Block]:
    """Who is in which group, as far as lines are for groups."""
    language, found = made.frame.language, made.found
    used = {group for line in found.lines for group in line.groups}
    names = {one.id: one.name for one in found.party.people}
    told = []
    for group in found.groups:
        if group.id in used:
            members = [name for person, name in names.items() if person in group.members]
            told.append(Paragraph((bold(group.name), f": {', '.join(members)}")))
    if not told:
        return []
    return [Heading(t(N_("Who is in which group"), language)), *told]


def _looked_at(made: WholeProgramme) -> list[Block]:
    language = made.frame.language
    told = [one.sentence.to(language) for one in made.found.findings]
    title = t(N_("To look at"), language)
    return [Callout("\n".join(told), "attention", title)] if told else []
