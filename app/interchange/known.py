"""What the office knows already, read once before an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.draft import OrganisationDraft
from app.contacts.model import Organisation, Person, Posting
from app.contacts.rules.places import Place
from app.core.fold import fold, sort_key
from app.interchange.matching import KnownPerson, Organisations, People

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def organisations(session: Session) -> tuple[Organisations, dict[str, Place]]:
    """Every organisation of the office, to match by and to name places with."""
    known: Organisations = Organisations()
    places: dict[str, Place] = {}
    wanted = select(
        Organisation.id,
        Organisation.name,
        Organisation.kind,
        Organisation.country,
        Organisation.host_country,
        Organisation.city,
        Organisation.external_id,
    )
    for row_id, name, kind, country, host, city, outside in session.execute(wanted):
        draft = OrganisationDraft(
            name=name, kind=kind, country=country, host_country=host, city=city, external_id=outside
        )
        places[row_id.hex] = Place(name, kind, country, city)
        known.add(draft, row_id.hex)
    return known, places


def people(session: Session) -> People:
    """Everybody in the office, to match by."""
    known, found = People(), _known_people(session)
    columns = (Person.id, Person.family_name, Person.given_name)
    for row_id, family, given in session.execute(select(*columns)):
        known.add(sort_key(family, given), found[row_id])
    return known


def _known_people(session: Session) -> dict[UUID, KnownPerson]:
    columns = (Person.id, Person.external_id, Person.birth_date, Person.city, Person.emails)
    found = {
        row_id: KnownPerson(
            row_id.hex,
            outside,
            born.isoformat() if born else "",
            fold(city),
            tuple(mail.lower() for mail in mails),
        )
        for row_id, outside, born, city, mails in session.execute(select(*columns))
    }
    columns_held = (Posting.person_id, Posting.organisation_id, Posting.function, Posting.starts_on)
    for holder, organisation_id, function, begun in session.execute(select(*columns_held)):
        organisation = organisation_id.hex if organisation_id else ""
        day = begun.isoformat() if begun else ""
        found[holder].postings.append((organisation, function, day))
    return found
