"""What a booklet tells besides delegation and programme: faces, hotels, whom to call and meet.

Nothing here reads travel papers. A question each, whatever the number of participants.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.contacts.model import Organisation, Person, Photo
from app.contacts.rules.codes import OrganisationKind
from app.contacts.rules.lines import place_title
from app.core.fold import sort_key
from app.dossiers.model import DossierRole
from app.missions.model import Destination, FairParty, Participant, Room
from app.missions.rules.delegation import GOING

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.names import Name
    from app.core.text import Language

_POSTS = (
    OrganisationKind.EMBASSY,
    OrganisationKind.HIGH_COMMISSION,
    OrganisationKind.CONSULATE_GENERAL,
    OrganisationKind.CONSULATE,
    OrganisationKind.HONORARY_CONSULATE_GENERAL,
    OrganisationKind.HONORARY_CONSULATE,
    OrganisationKind.TRADE_OFFICE,
)
"""Posts that help travellers, the first to call first."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody is reached and what they speak (ISO 639-1)."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post of the office's country in a country the mission goes to."""

    id: UUID
    title: str
    country: str
    lines: tuple[str, ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CounterpartRow:
    """Somebody on the other side whom the delegation meets."""

    id: UUID
    name: str
    organisation: str
    person: Name | None
    offered: str
    language: str
    reach: Reach = field(default_factory=Reach)


@dataclass(frozen=True, slots=True)
class CallRow:
    """Who does what on the way, and their number there."""

    id: UUID
    role: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class HotelRow:
    """A hotel of the mission, from the first night to the last morning."""

    name: str
    from_on: dt.date | None
    until_on: dt.date | None


def portraits(session: Session, mission_id: UUID, consents: tuple[str, ...]) -> dict[UUID, bytes]:
    """The photos of those who go and answered one of these, by person."""
    wanted = (
        select(Photo.person_id, Photo.image)
        .join(Participant, Participant.person_id == Photo.person_id)
        .where(
            Participant.mission_id == mission_id,
            Participant.status.in_(GOING),
            Participant.photo_consent.in_(consents),
        )
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


def reaches(session: Session, mission_id: UUID) -> dict[UUID, Reach]:
    """How those who go are reached, by person."""
    wanted = (
        select(Person.id, Person.phones, Person.emails, Person.languages)
        .join(Participant, Participant.person_id == Person.id)
        .where(Participant.mission_id == mission_id, Participant.status.in_(GOING))
    )
    return {
        one: Reach(tuple(phones), tuple(emails), tuple(spoken))
        for one, phones, emails, spoken in session.execute(wanted)
    }


def posts_there(session: Session, mission_id: UUID, home: str, language: Language) -> list[PostRow]:
    """The posts of a country (alpha-2) where the mission goes, embassies first."""
    abroad = select(Destination.country_code).where(
        Destination.mission_id == mission_id, Destination.country_code != home
    )
    wanted = select(Organisation).where(
        Organisation.country == home,
        Organisation.host_country.in_(abroad),
        Organisation.kind.in_(_POSTS),
    )
    found = sorted(
        session.scalars(wanted),
        key=lambda one: (one.host_country, _POSTS.index(OrganisationKind(one.kind)), one.id.int),
    )
    return [
        PostRow(
            one.id,
            place_title(one.place, language),
            one.host_country,
            tuple(line for line in (one.street, f"{one.postal_code} {one.city}".strip()) if line),
            tuple(one.phones),
            tuple(one.emails),
        )
        for one in found
    ]


def hosts(session: Session, mission_id: UUID, language: Language) -> list[CounterpartRow]:
    """Hosts the delegation may meet, by name."""
    wanted = (
        select(FairParty, Organisation, Person)
        .outerjoin(Organisation, Organisation.id == FairParty.organisation_id)
        .outerjoin(Person, Person.id == FairParty.person_id)
        .where(FairParty.mission_id == mission_id, FairParty.side == "host")
    )
    found = [
        CounterpartRow(
            party.id,
            party.name,
            place_title(where.place, language) if where else "",
            who.name if who else None,
            party.offered,
            party.language,
            Reach(
                tuple((who.phones if who else []) or (where.phones if where else [])),
                tuple((who.emails if who else []) or (where.emails if where else [])),
            ),
        )
        for party, where, who in session.execute(wanted)
    ]
    return sorted(found, key=lambda one: (sort_key(one.name), one.id.int))


def calls(session: Session, mission_id: UUID) -> list[CallRow]:
    """Whom to call, in the order of the dossier; roles nobody fills are left out."""
    wanted = select(DossierRole).where(DossierRole.dossier_id == mission_id)
    return [
        CallRow(one.id, one.role, one.name, one.phone)
        for one in session.scalars(wanted.order_by(DossierRole.position))
        if one.name or one.phone
    ]


def hotels(session: Session, mission_id: UUID) -> list[HotelRow]:
    """The hotels, the first night first."""
    first = func.min(Room.from_on)
    wanted = (
        select(Room.hotel, first, func.max(Room.until_on))
        .where(Room.mission_id == mission_id, Room.hotel != "")
        .group_by(Room.hotel)
        .order_by(first, Room.hotel)
    )
    return [HotelRow(*row) for row in session.execute(wanted)]
