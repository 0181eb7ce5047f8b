"""Reading the programme of a reception: what is wrong with it, and for whose ears it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Person
from app.contacts.rules import names
from app.dossiers.model import ProgrammeItem
from app.dossiers.queries import programme_findings
from app.dossiers.queries.findings import line_of
from app.dossiers.rules.findings import Finding, Listener, sorted_findings, unheard
from app.dossiers.rules.programme import ItemKind
from app.receptions.model import Guest
from app.receptions.rules.reception import Circle, Status

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

AWAY = (Status.REGRETS, Status.ABSENT)


def reception_findings(session: Session, reception_id: UUID) -> tuple[Finding, ...]:
    """What is wrong or worth a look in the programme of a reception, what is wrong first."""
    found = programme_findings(session, reception_id)
    query = select(ProgrammeItem).where(
        ProgrammeItem.dossier_id == reception_id, ProgrammeItem.kind == ItemKind.SPEECH
    )
    speeches = [
        (line_of(one, ""), one.language)
        for one in session.scalars(query.order_by(ProgrammeItem.position))
    ]
    if not any(language for _line, language in speeches):
        return found
    return sorted_findings((*found, *unheard(speeches, listeners(session, reception_id))))


def listeners(session: Session, reception_id: UUID) -> list[Listener]:
    """Those who will listen, with the languages on their card; who has an interpreter hears all."""
    query = (
        select(Person, Guest.guest_of_honour, Guest.circle)
        .join(Guest, Guest.person_id == Person.id)
        .where(Guest.reception_id == reception_id, Guest.status.not_in(AWAY))
        .order_by(Person.family_name, Person.given_name)
    )
    helped = set(
        session.scalars(
            select(Guest.interprets_for_id).where(
                Guest.reception_id == reception_id, Guest.interprets_for_id.is_not(None)
            )
        )
    )
    return [
        Listener(
            names.full_name(person.name),
            frozenset(filter(None, (person.language, *person.languages))),
            honoured=honoured or circle == Circle.PRINCIPAL,
        )
        for person, honoured, circle in session.execute(query)
        if person.id not in helped
    ]
