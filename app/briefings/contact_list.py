"""The contact list: everybody with function, place and how to reach them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from app.briefings.blocks import Column, Row, Run, Table, name
from app.briefings.house import Audience, Frame, frame
from app.contacts import protocol
from app.contacts.queries import PersonSheet, people
from app.contacts.rules import names
from app.core import search
from app.core.directory import View
from app.core.text import N_, Language, say, t

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.briefings.blocks import Cell, Document

CHUNK = 500


@dataclass(frozen=True, slots=True)
class ContactList:
    """People in name order."""

    frame: Frame
    people: tuple[PersonSheet, ...]


def compose(
    session: Session, _nothing: UUID | None, language: Language, audience: Audience
) -> ContactList:
    """Everybody in the office; an external list has no telephone numbers of persons."""
    joined = search.ordered_ids(session, View(kinds=("person",)))
    ids = [UUID(bytes=joined[at : at + 16]) for at in range(0, len(joined), 16)]
    found: list[PersonSheet] = []
    for start in range(0, len(ids), CHUNK):
        found += people(session, ids[start : start + CHUNK])
        session.expunge_all()
    return ContactList(frame(session, language, audience), tuple(found))


def document(listed: ContactList) -> Document:
    """Lay the list out, landscape."""
    language = listed.frame.language
    internal = listed.frame.audience is Audience.INTERNAL
    columns = [
        Column(t(N_("Name"), language), share=1.3, weight=600),
        Column(t(N_("Function"), language), share=1.5),
        Column(t(N_("Organisation"), language), share=1.4),
        Column(t(N_("E-mail"), language), share=1.5),
    ]
    if internal:
        columns.append(Column(t(N_("Telephone"), language), share=0.9))
    rows = tuple(_row(sheet, language, internal=internal) for sheet in listed.people)
    table = Table(tuple(columns), rows, t(N_("Nobody is in the office yet."), language), size=8.5)
    title = t(N_("Contact list"), language)
    count = say(N_("{n} person"), N_("{n} persons"), n=len(rows)).to(language)
    return listed.frame.document(title, (table,), count, landscape=True)


def _row(sheet: PersonSheet, language: Language, *, internal: bool) -> Row:
    posting = sheet.current
    plain = names.list_name(sheet.name)
    native = sheet.name.native
    shown: tuple[Run, ...] = (name(plain),)
    if native:
        shown = (*shown, Run(" "), name(native, protocol.script_of(sheet), where=plain))
    function = protocol.title_of(posting, sheet.draft.gender, language)
    place = protocol.place_of(posting, language)
    cells: tuple[Cell, ...] = (shown, function, place, "\n".join(sheet.draft.emails))
    return Row((*cells, "\n".join(sheet.draft.phones)) if internal else cells, plain)
