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
from app.briefings.book import Keyed
from app.briefings.house import Audience, Frame, frame
from app.briefings.schedule_words import (
    by_name,
    day_heading,
    line_details,
    step_hours,
    step_kind,
    step_title,
    way_words,
    whom_words,
)
from app.core.text import N_, Language, t
from app.dossiers.rules.printings import NAMED, key_of
from app.missions.queries import MissionProgramme, mission_programme, programme_findings
from app.missions.rules.itinerary import Of

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.missions.queries import MissionLine
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
    language = made.frame.language
    blocks: list[Block] = [table(made, owners=made.internal), *_groups(made)]
    if made.internal:
        blocks += _looked_at(made)
    title = t(N_("Programme of the mission"), language)
    return made.frame.document(title, tuple(blocks), made.found.title)


def table(made: WholeProgramme, *, owners: bool, size: float = 9.0) -> Table:
    """The days with their lines and journeys, what has no time yet last; no rows where all is open.

    `owners` adds who sees to a line, and their phone.
    """
    language, found = made.frame.language, made.found
    columns = [
        Column(t(N_("Time (local)"), language), width=30, weight=600),
        Column(t(N_("Programme"), language), share=1.8),
        Column(t(N_("Where"), language), share=1.1),
        Column(t(N_("For"), language), share=0.9),
    ]
    if owners:
        columns.append(Column(t(N_("Owner"), language), share=0.8))
    rows: list[Row | GroupRow] = []
    steps = [one for one in found.steps if one.of is not Of.MEETING]
    shown = [one for one in steps if _is_shown(one.people, found.line(one.id), made)]
    for day, theirs in groupby(shown, key=lambda one: one.day):
        whole = list(theirs)
        clock = whole[0].begins
        rows.append(GroupRow(day_heading(day, clock, language)))
        rows += [_step_row(one, made, clock, owners=owners) for one in whole]
    waiting = [one for one in found.untimed if _is_shown(found.people_of(one), one, made)]
    if waiting:
        rows.append(GroupRow(t(N_("No time yet"), language)))
        rows += [_untimed_row(one, made, owners=owners) for one in waiting]
    return Table(tuple(columns), tuple(rows), t(N_("The programme follows."), language), size=size)


def _is_shown(people: frozenset[UUID], line: MissionLine | None, made: WholeProgramme) -> bool:
    if not people and made.found.stays:
        return False
    return made.internal or line is None or line.row.draft.public


def _step_row(one: Step, made: WholeProgramme, clock: dt.datetime, *, owners: bool) -> Row:
    language, line = made.frame.language, made.found.line(one.id)
    what = _what(step_title(one, language), step_kind(one, language), line, one.travel, made)
    key = key_of("item" if one.of is Of.LINE else str(one.of), one.id)
    cells = (step_hours(one, clock, language), what, one.place)
    return _row(key, one.title, cells, line, one.people, made, owners=owners)


def _untimed_row(line: MissionLine, made: WholeProgramme, *, owners: bool) -> Row:
    draft = line.row.draft
    cells = ("", _what(draft.title, "", line, draft.travel_minutes or 0, made), draft.place)
    people = made.found.people_of(line)
    key = key_of("item", line.id)
    return _row(key, draft.title, cells, line, people, made, owners=owners)


def _row(
    key: str, title: str, cells: tuple[Words, ...], line: MissionLine | None,
    people: frozenset[UUID], made: WholeProgramme, *, owners: bool,
) -> Row:  # fmt: skip
    language, found = made.frame.language, made.found
    whom = whom_words(line, people, found, language)
    common = people == frozenset(found.stays)
    cells = (*cells, whom if common else (bold(whom),))
    if owners:
        draft = line.row.draft if line else None
        told = [part for part in (draft.owner, draft.phone) if part] if draft else []
        cells = (*cells, "\n".join(told))
    named = tuple((key_of(NAMED, one.id), one.name) for one in by_name(line, people, found))
    return Row(cells, title, key=key, label=title, named=named)


def _what(
    title: str, kind: str, line: MissionLine | None, travel: int, made: WholeProgramme
) -> Words:
    language = made.frame.language
    said: list[str | Run] = [bold(title)]
    lines = [kind]
    if line is not None:
        draft = line.row.draft
        lines += [*line_details(draft, language), way_words(travel, language)]
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
            members = {one: name for one, name in names.items() if one in group.members}
            listed = Paragraph((bold(group.name), f": {', '.join(members.values())}"))
            named = tuple((key_of(NAMED, one), name) for one, name in members.items())
            told.append(Keyed((listed,), key_of("group", group.id), group.name, named=named))
    if not told:
        return []
    return [Heading(t(N_("Who is in which group"), language)), *told]


def _looked_at(made: WholeProgramme) -> list[Block]:
    language = made.frame.language
    told = [one.sentence.to(language) for one in programme_findings(made.found)]
    title = t(N_("To look at"), language)
    return [Callout("\n".join(told), "attention", title)] if told else []
