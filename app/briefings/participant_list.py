"""Participant lists of a mission: in order of precedence, and by family name.

Who withdrew or waits is in neither, so that nobody prints them by accident. Travel papers,
emergency contacts and notes are in none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Column, Fact, Facts, Row, Run, Table, name
from app.briefings.house import Audience, Frame, days_words, frame
from app.contacts import protocol
from app.contacts.rules import names
from app.contacts.rules.addressing import Addressee, styled_name
from app.core.text import N_, Language, t
from app.dossiers.rules.printings import PARTICIPANT, key_of
from app.missions.queries import (
    MissionSheet,
    ParticipantRow,
    alphabetical,
    delegation,
    mission_sheet,
)
from app.missions.rules.delegation import GOING, role_label, status_label

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Cell, Document


@dataclass(frozen=True, slots=True)
class ParticipantList:
    """A participant list before it is laid out; `people` in the order of printing."""

    frame: Frame
    mission: MissionSheet
    people: tuple[ParticipantRow, ...]


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> ParticipantList:
    """The participants who go, in order of precedence."""
    rows = delegation(session, mission_id, language)
    sheet = mission_sheet(session, mission_id, language)
    people = tuple(row for row in rows if row.status in GOING)
    return ParticipantList(frame(session, language, audience), sheet, people)


def compose_alphabetical(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> ParticipantList:
    """The participants who go, by family name."""
    found = compose(session, mission_id, language, audience)
    people = alphabetical([row for row in found.people if row.place])
    return ParticipantList(found.frame, found.mission, tuple(people))


def document(listed: ParticipantList) -> Document:
    """The list in order of precedence; an internal one says why everybody stands there."""
    language, internal = listed.frame.language, _is_internal(listed)
    columns = [
        Column("#", width=10, kind="number", ordinal=True),
        Column(t(N_("Name"), language), share=1.4, weight=600),
        Column(t(N_("Function and organisation"), language), share=1.8),
        Column(t(N_("Role"), language), share=0.9),
    ]
    if internal:
        columns.append(Column(t(N_("Groups"), language), share=0.8))
        columns.append(Column(t(N_("Why this place"), language), share=1.5, ordinal=True))
        columns.append(Column(t(N_("Status"), language), width=26))
    rows = tuple(
        _row(one, _ranked(one, language, internal=internal), language) for one in listed.people
    )
    title = t(N_("Participants in order of precedence"), language)
    return _printed(listed, title, Table(tuple(columns), rows, _nobody(language)))


def _ranked(one: ParticipantRow, language: Language, *, internal: bool) -> tuple[Cell, ...]:
    place = str(one.place) if one.place else ""
    who = _name(one, styled(one, language), language)
    cells: tuple[Cell, ...] = (place, who, as_what(one), role_label(one.role).to(language))
    if not internal:
        return cells
    status = status_label(one.status).to(language)
    return (*cells, ", ".join(one.groups), one.reason.to(language), status)


def alphabetical_document(listed: ParticipantList) -> Document:
    """The list by family name, with everybody's place in the other one."""
    language = listed.frame.language
    columns = (
        Column(t(N_("Family name, given name"), language), share=1.4, weight=600),
        Column(t(N_("Function and organisation"), language), share=1.8),
        Column(t(N_("Role"), language), share=0.9),
        Column("#", width=12, kind="number", ordinal=True),
    )
    rows = tuple(
        _row(
            one,
            (
                _name(one, names.list_name(one.name), language),
                as_what(one),
                role_label(one.role).to(language),
                str(one.place),
            ),
            language,
        )
        for one in listed.people
    )
    title = t(N_("Participants by family name"), language)
    return _printed(listed, title, Table(columns, rows, _nobody(language)))


def _row(one: ParticipantRow, cells: tuple[Cell, ...], language: Language) -> Row:
    called = names.full_name(one.name)
    return Row(cells, _where(one, language), key=key_of(PARTICIPANT, one.id), label=called)


def _printed(listed: ParticipantList, title: str, table: Table) -> Document:
    subtitle = listed.mission.draft.dossier.title
    wide = _is_internal(listed) and len(table.columns) > 4
    return listed.frame.document(title, (_facts(listed), table), subtitle, landscape=wide)


def _is_internal(listed: ParticipantList) -> bool:
    return listed.frame.audience is Audience.INTERNAL


def _nobody(language: Language) -> str:
    return t(N_("Nobody goes along yet."), language)


def _where(one: ParticipantRow, language: Language) -> str:
    return t(N_("participant {name}"), language, name=names.full_name(one.name))


def _name(one: ParticipantRow, said: str, language: Language) -> tuple[Run, ...]:
    where = _where(one, language)
    first = name(said, where=where)
    if not one.name.native:
        return (first,)
    return (first, Run(" "), name(one.name.native, where=where))


def styled(one: ParticipantRow, language: Language) -> str:
    """The name with its style, in the function held on the day the mission leaves."""
    posting = one.posting
    if posting is None:
        return styled_name(Addressee(one.name, one.gender, one.honorific), language)
    who = Addressee(
        one.name,
        one.gender,
        one.honorific,
        posting.draft.function,
        posting.draft.title,
        posting.place.country,
        protocol.place_of(posting, language),
        posting.place.city,
    )
    return styled_name(who, language)


def as_what(one: ParticipantRow) -> str:
    """Title and organisation as kept; a title that names its organisation says it once."""
    if one.organisation and one.organisation in one.title:
        return one.title
    return ", ".join(part for part in (one.title, one.organisation) if part)


def _facts(listed: ParticipantList) -> Facts:
    sheet, language = listed.mission, listed.frame.language
    going = sum(1 for one in listed.people if one.place)
    cities = ", ".join(dict.fromkeys(one.draft.city for one in sheet.destinations))
    rows = (
        (N_("When"), days_words(sheet.day, sheet.back_on, language)),
        (N_("Where to"), cities or sheet.draft.dossier.place),
        (N_("Led by"), sheet.organiser),
        (N_("Participants"), str(going)),
    )
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))
