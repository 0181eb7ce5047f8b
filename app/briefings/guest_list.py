"""Guest lists: in order of precedence for protocol, by family name with boxes for the door."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.briefings.blocks import Column, Fact, Facts, Row, Table, TickBox
from app.briefings.guest_words import GuestWords, guest_words
from app.briefings.house import Audience, Frame, frame, span_words
from app.contacts.rules import names
from app.core.fold import sort_key
from app.core.text import N_, Language, t
from app.receptions.queries import ReceptionSheet, guests, reception_sheet
from app.receptions.queries.door import numbers as door_numbers
from app.receptions.rules import COMING, Status, label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Cell, Document


@dataclass(frozen=True, slots=True)
class GuestList:
    """A guest list before it is laid out; `people` in the order of printing."""

    frame: Frame
    reception: ReceptionSheet
    people: tuple[GuestWords, ...]
    numbers: Mapping[UUID, str] = field(default_factory=dict)


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> GuestList:
    """The guests in order of precedence."""
    sheet = reception_sheet(session, reception_id)
    listed = [row for row in guests(session, reception_id, language) if row.place]
    people = guest_words(session, listed, language, audience, sheet.day)
    return GuestList(frame(session, language, audience), sheet, tuple(people))


def compose_for_door(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> GuestList:
    """The guests who come or have not answered, by family name."""
    found = compose(session, reception_id, language, audience)
    people = sorted(found.people, key=lambda one: sort_key(one.row.name.family, one.row.name.given))
    return GuestList(
        found.frame, found.reception, tuple(people), door_numbers(session, reception_id)
    )


def document(listed: GuestList) -> Document:
    """The list in order of precedence; an internal one says why everybody stands there."""
    language = listed.frame.language
    internal = listed.frame.audience is Audience.INTERNAL
    columns = [
        Column("#", width=9, kind="number"),
        Column(t(N_("Name"), language), share=1.6, weight=600),
        Column(t(N_("Function"), language), share=1.4),
        Column(t(N_("Spoken"), language)),
    ]
    if internal:
        columns.append(Column(t(N_("Why this place"), language), share=1.6))
        columns.append(Column(t(N_("Reply"), language), width=22))
    rows = tuple(Row(_ranked(one, language, internal=internal), one.where) for one in listed.people)
    table = Table(tuple(columns), rows, t(N_("Nobody is on the list yet."), language))
    title = t(N_("Guest list in order of precedence"), language)
    blocks = (_facts(listed), table)
    return listed.frame.document(title, blocks, _title(listed), landscape=internal)


def _ranked(one: GuestWords, language: Language, *, internal: bool) -> tuple[Cell, ...]:
    cells: tuple[Cell, ...] = (str(one.row.place), one.listed_words(), one.title, one.spoken)
    if not internal:
        return cells
    return (*cells, one.row.reason.to(language), label(Status(one.row.status)).to(language))


def door_document(listed: GuestList) -> Document:
    """The list for the door: number, a box to tick, family name first, how many persons.

    Its numbers are those the door window takes: a list ticked on paper is entered by number.
    """
    language = listed.frame.language
    columns = (
        Column(t(N_("No."), language), width=11, kind="number"),
        Column("", width=8, kind="tick"),
        Column(t(N_("Family name, given name"), language), share=1.5, weight=600),
        Column(t(N_("Function"), language), share=1.5),
        Column(t(N_("Persons"), language), width=17, kind="number"),
        Column(t(N_("Reply"), language), width=25),
    )
    rows = tuple(Row(_at_door(one, listed), one.where) for one in listed.people)
    table = Table(columns, rows, t(N_("Nobody is on the list yet."), language))
    title = t(N_("Guest list for the door"), language)
    return listed.frame.document(title, (_facts(listed, ranked=False), table), _title(listed))


def _at_door(one: GuestWords, listed: GuestList) -> tuple[Cell, ...]:
    row, language = one.row, listed.frame.language
    number = listed.numbers.get(row.id, "")
    persons = str(row.persons) if row.status in COMING else ""
    told = label(Status(row.status)).to(language)
    name: Cell = names.list_name(row.name)
    if row.status == Status.REPRESENTED and row.substitute:
        name = t(N_("{substitute} (for {guest})"), language, substitute=row.substitute, guest=name)
    return (number, TickBox(row.status == Status.ATTENDED), name, one.title, persons, told)


def _title(listed: GuestList) -> str:
    return listed.reception.draft.dossier.title


def _facts(listed: GuestList, *, ranked: bool = True) -> Facts:
    facts, language = listed.reception.draft.dossier, listed.frame.language
    by = listed.reception.precedence.told.to(language) if ranked else ""
    coming = sum(one.row.persons for one in listed.people if one.row.status in COMING)
    rows = (
        (N_("When"), span_words(facts.starts_at, facts.ends_at, language)),
        (N_("Where"), facts.place),
        (N_("Expected"), str(coming)),
        (N_("Precedence"), by),
    )
    return Facts(tuple(Fact(t(name, language), value) for name, value in rows if value))
