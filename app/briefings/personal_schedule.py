"""The schedule of each participant: their lines, journeys, meetings and free time, a page each.

In their own language unless one is chosen. Who waits or withdrew has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.briefings.blocks import (
    Block,
    Column,
    Fact,
    Facts,
    GroupRow,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    muted,
)
from app.briefings.book import Keyed
from app.briefings.house import Audience, Frame, frame
from app.briefings.participant_list import as_what
from app.briefings.programme_words import language_name
from app.briefings.schedule_words import (
    day_heading,
    line_details,
    step_hours,
    step_kind,
    step_title,
    way_words,
)
from app.contacts.rules import names
from app.core.errors import NotFoundError
from app.core.fold import words as folded
from app.core.profile import profile
from app.core.text import N_, Language, format_date, n, say, t
from app.dossiers.rules.printings import PARTICIPANT, key_of
from app.dossiers.rules.programme import ItemKind
from app.missions.model import Mission, MissionText
from app.missions.queries import delegation, mission_programme, rooming
from app.missions.rules.delegation import GOING, Status
from app.missions.rules.itinerary import with_free
from app.missions.rules.itinerary_findings import at_words

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words
    from app.missions.queries import MissionProgramme, ParticipantRow, RoomRow
    from app.missions.rules.itinerary import Step


@dataclass(frozen=True, slots=True)
class Person:
    """A participant with the language their schedule is in."""

    row: ParticipantRow
    language: Language
    rooms: tuple[RoomRow, ...]

    @property
    def name(self) -> str:
        """As they are called."""
        return names.full_name(self.row.name)


@dataclass(frozen=True, slots=True)
class Schedules:
    """Schedules before they are laid out; `emergency` is whom to call in need, by language."""

    frame: Frame
    found: MissionProgramme
    people: tuple[Person, ...]
    emergency: dict[Language, str]
    alone: bool

    def steps_of(self, one: Person) -> list[Step]:
        """What somebody goes through, without what is for staff alone where others read it."""
        return [step for step in self.found.of(one.row.id) if self._is_shown(step)]

    def _is_shown(self, step: Step) -> bool:
        line = self.found.line(step.id)
        if line is None or line.row.draft.public:
            return True
        return self.frame.audience is Audience.INTERNAL


def choices(session: Session, mission_id: UUID) -> list[tuple[str, str]]:
    """Whose schedules can be printed: (key, words) of the groups, then of the participants."""
    found = mission_programme(session, mission_id)
    groups = [(one.id.hex, one.name) for one in found.groups if one.members]
    return [*groups, *((one.id.hex, one.listed) for one in found.party.going())]


def compose(
    session: Session,
    mission_id: UUID,
    language: Language | None,
    audience: Audience,
    whom: str = "",
) -> Schedules:
    """Gather the schedules of everybody, of a group or of one participant.

    `whom` is the id or the name of a group or a participant, "" for everybody; `language` None
    gives each their own.

    Raises:
        NotFoundError: nobody is called so, or they do not go.
    """
    found = mission_programme(session, mission_id)
    own = profile(session).language
    rows = {row.id: row for row in delegation(session, mission_id, language or own)}
    wanted = whose(found, rows, whom)
    rooms: dict[UUID, list[RoomRow]] = {}
    for room in rooming(session, mission_id).rooms:
        for sleeper in room.sleepers:
            rooms.setdefault(sleeper.id, []).append(room)
    spoken = {one: language or _language(rows[one].language, own) for one in wanted}
    by_language = {language or own: rows}
    for other in set(spoken.values()) - set(by_language):
        by_language[other] = {row.id: row for row in delegation(session, mission_id, other)}
    people = [
        Person(by_language[spoken[one]][one], spoken[one], tuple(rooms.get(one, ())))
        for one in wanted
    ]
    return Schedules(
        frame(session, language or own, audience),
        found,
        tuple(people),
        _emergency(session, mission_id, set(spoken.values())),
        alone=len(people) == 1 and bool(whom),
    )


def whose(found: MissionProgramme, rows: dict[UUID, ParticipantRow], whom: str) -> list[UUID]:
    """Those a wish means, in the order of names.

    Raises:
        NotFoundError: nobody is called so, or they do not go.
    """
    going = [one.id for one in found.party.going()]
    if not whom:
        return going
    wanted = whom.strip().replace("-", "").lower()
    for group in found.groups:
        if wanted == group.id.hex or folded(whom) == folded(group.name):
            return [one for one in going if one in group.members]
    people = [
        one
        for one in rows.values()
        if wanted == one.id.hex
        or folded(whom) in (folded(names.full_name(one.name)), folded(names.list_name(one.name)))
    ]
    if not people:
        raise NotFoundError(say(N_("No group or participant is called “{name}”."), name=whom))
    there = [one.id for one in people if one.status in GOING]
    if there:
        return there
    name = names.full_name(people[0].name)
    sentence = N_("{name} is on the waiting list: there is no schedule to print.")
    if people[0].status == Status.WITHDRAWN:
        sentence = N_("{name} withdrew: there is no schedule to print.")
    raise NotFoundError(say(sentence, name=name))


def _language(code: str, own: Language) -> Language:
    return Language(code) if code in set(Language) else own


def _emergency(session: Session, mission_id: UUID, languages: set[Language]) -> dict[Language, str]:
    usual = session.scalar(select(Mission.emergency).where(Mission.id == mission_id)) or ""
    wanted = select(MissionText.language, MissionText.words).where(
        MissionText.mission_id == mission_id, MissionText.part == "emergency"
    )
    kept = {row.language: row.words for row in session.execute(wanted) if row.words}
    return {one: kept.get(str(one), usual) for one in languages}


def document(made: Schedules) -> Document:
    """Lay them out: of one person alone, else a list of names, then everybody on a new page."""
    language, title = made.frame.language, made.found.title
    if made.alone:
        one = made.people[0]
        own = Frame(
            made.frame.profile, one.language, made.frame.audience, made.frame.printed_at,
            made.frame.who,
        )  # fmt: skip
        told = " · ".join(part for part in (as_what(one.row), title) if part)
        return own.document(one.name, tuple(_schedule(one, made)), told)
    blocks: list[Block] = [_names(made)]
    for one in made.people:
        told = " · ".join(part for part in (as_what(one.row), title) if part)
        page = (Heading(one.name), Paragraph((muted(told),)), *_schedule(one, made))
        key = key_of(PARTICIPANT, one.row.id)
        blocks += [PageBreak(), Keyed(page, key, one.name, language=one.language)]
    heading = t(N_("Personal schedules"), language)
    return made.frame.document(heading, tuple(blocks), title)


def _names(made: Schedules) -> Table:
    language = made.frame.language
    columns = (
        Column(t(N_("Name"), language), share=1.2, weight=600),
        Column(t(N_("Function and organisation"), language), share=1.6),
        Column(t(N_("Groups"), language), share=1),
        Column(t(N_("Language"), language), width=24),
    )
    rows = tuple(
        Row(
            (
                names.list_name(one.row.name), as_what(one.row), ", ".join(one.row.groups),
                language_name(str(one.language), language),
            ),
            one.name, key=key_of(PARTICIPANT, one.row.id), label=one.name,
        )
        for one in made.people
    )  # fmt: skip
    return Table(columns, rows, t(N_("Nobody goes along yet."), language))


def _schedule(one: Person, made: Schedules) -> list[Block]:
    language = one.language
    columns = (
        Column(t(N_("Time (local)"), language), width=32, weight=600),
        Column(t(N_("What"), language), share=1.9),
        Column(t(N_("Where"), language), share=1.1),
        Column(t(N_("Whom to call"), language), share=0.8),
    )
    rows: list[Row | GroupRow] = []
    for day, theirs in groupby(with_free(made.steps_of(one)), key=lambda step: step.day):
        whole = list(theirs)
        clock = whole[0].begins
        rows.append(GroupRow(day_heading(day, clock, language)))
        rows += [_row(step, made, clock, language) for step in whole]
    table = Table(columns, tuple(rows), t(N_("The programme follows."), language))
    note = t(N_("All times are those of the place where you are then."), language)
    return [_facts(one, made), table, Paragraph(note, "note")]


def _facts(one: Person, made: Schedules) -> Facts:
    language, stay = one.language, made.found.stays.get(one.row.id)
    rows: list[tuple[str, str]] = [(N_("Groups"), ", ".join(one.row.groups))]
    if stay is not None and stay.arrives is not None:
        rows.append((N_("Arrival"), _moment(stay.arrives, language)))
    if stay is not None and stay.leaves is not None:
        rows.append((N_("Departure"), _moment(stay.leaves, language)))
    rows.append((N_("Hotel"), "\n".join(_room(room, language) for room in one.rooms)))
    rows.append((N_("In need"), made.emergency.get(language, "")))
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _moment(moment: dt.datetime, language: Language) -> str:
    return f"{format_date(moment, language, 'full')}, {at_words(moment)}"


def _room(room: RoomRow, language: Language) -> str:
    draft, told = room.draft, [room.draft.hotel]
    if draft.number:
        told.append(t(N_("room {number}"), language, number=draft.number))
    if draft.from_on and draft.until_on:
        first = format_date(draft.from_on, language, "medium")
        told.append(f"{first} – {format_date(draft.until_on, language, 'medium')}")
    if room.nights:
        told.append(n(N_("{n} night"), N_("{n} nights"), room.nights, language))
    return ", ".join(part for part in told if part)


def _row(step: Step, made: Schedules, clock: dt.datetime, language: Language) -> Row:
    hours = step_hours(step, clock, language)
    if step.kind == ItemKind.FREE:
        what: Words = (muted(step_title(step, language)),)
        return Row(((muted(hours),), what, (muted(step.place),), ""))
    line = made.found.line(step.id)
    draft = line.row.draft if line else None
    said: list[str | Run] = [bold(step_title(step, language))]
    told = [step_kind(step, language)]
    if draft is not None:
        told += [*line_details(draft, language), way_words(step.travel, language), draft.note]
        told += [] if draft.public else [t(N_("For staff"), language)]
    for words in filter(None, told):
        said += [Run("\n"), muted(words)]
    call = [part for part in (draft.owner, draft.phone) if part] if draft else []
    return Row((hours, tuple(said), step.place, "\n".join(call)), step.title)
