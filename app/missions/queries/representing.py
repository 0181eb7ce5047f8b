"""Who of the delegation stands for a company in the meetings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation
from app.core.fold import words
from app.missions.model import FairParty, Participant
from app.missions.rules.meetings import Side

if TYPE_CHECKING:
    from collections.abc import Container, Hashable
    from uuid import UUID

    from sqlalchemy.orm import Session


def representatives(
    session: Session, mission_id: UUID, among: Container[UUID] | None = None
) -> dict[UUID, frozenset[UUID]]:
    """Participants by the company they stand for: its own person, else those of its organisation,
    else those of an organisation of the same name.

    `among` leaves out others; without it everybody counts, who withdrew or waits too.
    """
    people: dict[Hashable, set[UUID]] = defaultdict(set)
    query = (
        select(
            Participant.id, Participant.person_id, Participant.organisation_id,
            Participant.organisation_name, Organisation.name,
        )
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(Participant.mission_id == mission_id)
    )  # fmt: skip
    for one, person, organisation, at_the_time, name in session.execute(query):
        if among is None or one in among:
            for key in (person, organisation, words(at_the_time or name or "")):
                if key:
                    people[key].add(one)
    companies = select(
        FairParty.id, FairParty.person_id, FairParty.organisation_id, FairParty.name
    ).where(FairParty.mission_id == mission_id, FairParty.side == Side.OURS)
    return {
        one: frozenset(
            people.get(person) or people.get(organisation) or people.get(words(name)) or ()
        )
        for one, person, organisation, name in session.execute(companies)
    }
