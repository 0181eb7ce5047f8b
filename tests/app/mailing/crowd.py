"""Three hundred invented heads of mission on the list of one reception, added in one step."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.commands import add_organisation, add_person
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.furnish import furnish
from app.core.command import command
from app.core.profile import Profile, set_profile
from app.receptions.commands import invite
from tests.builders import make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

LANGUAGES = ("nl", "fr", "en")
OPENINGS = {
    "nl": {"f": "Mevrouw de ambassadeur", "m": "Mijnheer de ambassadeur"},
    "fr": {"f": "Madame l'Ambassad", "m": "Monsieur l'Ambassadeur"},
    "en": {"f": "Excellency", "m": "Excellency"},
}
DAY = dt.datetime(2027, 4, 21, 18, 30)  # noqa: DTZ001 - local time, as the model keeps it


def address(number: int) -> str:
    """The mail address of a guest."""
    return f"gast{number:03}@ambassade.example"


@command("Added a crowd")
def add_crowd(session: Session, count: int) -> list[UUID]:
    """People with a posting, a language and a mail address each."""
    post = OrganisationDraft(
        kind="embassy", country="SE", host_country="BE", city="Brussel", street="Kompasplein 1",
        postal_code="1050",
    )  # fmt: skip
    place = add_organisation(session, post)
    return [
        add_person(
            session,
            PersonDraft(
                f"Łindqvist{number:03}", "Ingrid" if number % 2 else "Anders",
                gender="f" if number % 2 else "m", language=LANGUAGES[number % 3],
                emails=(address(number),),
            ),
            PostingDraft(function="ambassador", starts_on=dt.date(2024, 3, 1)),
            place,
        )
        for number in range(count)
    ]  # fmt: skip


def furnished(office: Workspace) -> None:
    """Forms of address and texts of messages."""
    office.run(furnish)
    office.furnish()
    office.run(set_profile, Profile("Stad Gent", "Protocol"))


def crowd_of(office: Workspace, count: int) -> tuple[UUID, list[UUID]]:
    """A reception with so many guests proposed, in a furnished office."""
    furnished(office)
    people = office.run(add_crowd, count)
    reception = make_reception(
        office,
        title="Voorjaarsreceptie: “één” stad",
        starts_at=DAY,
        place="Stadhuis, Pacificatiezaal",
        reply_by=dt.date(2027, 4, 1),
    )
    office.run(invite, reception, people)
    return reception, people
