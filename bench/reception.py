"""Puts a reception with many guests into an office: `python -m bench.reception OFFICE COUNT`."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from app.contacts.commands import add_organisation, add_person, add_posting
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.core.office import open_office
from app.dossiers.draft import DossierDraft
from app.receptions.commands import add_reception, invite
from app.receptions.draft import ReceptionDraft
from app.schema import TRADE
from bench.people import people

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

_SENDERS = (
    *("JP", "FR", "DE", "PL", "TR", "MA", "GB", "IT", "ES", "PT", "SE", "NO", "FI", "DK"),
    *("CZ", "SK", "HU", "RO", "BG", "GR", "IE", "CA", "BR", "IN", "KR", "VN", "TH", "ZA"),
)
_FUNCTIONS = ("ambassador", "counsellor", "first_secretary", "consul_general", "attache")


def build(workspace: Workspace, count: int) -> UUID:
    """A reception of `count` invited guests from embassies; its id."""
    posts = [
        workspace.run(
            add_organisation,
            OrganisationDraft(kind="embassy", country=code, host_country="BE", city="Brussels"),
        )
        for code in _SENDERS
    ]
    invited = []
    for number, row in enumerate(people(count)):
        person = workspace.run(
            add_person,
            PersonDraft(
                family_name=row[0],
                given_name=row[1],
                native_name=row[2],
                gender=row[3],
                nationality=row[4],
                emails=(row[9],),
            ),
        )
        began = dt.date(2021, 1, 4) + dt.timedelta(days=5 * number)
        posting = PostingDraft(
            function=_FUNCTIONS[number // len(posts) % len(_FUNCTIONS)],
            starts_on=began,
            credentials_on=began + dt.timedelta(days=40),
        )
        workspace.run(add_posting, person, posting, posts[number % len(posts)])
        invited.append(person)
    dossier = DossierDraft(
        title="New Year reception",
        starts_at=dt.datetime(2027, 1, 14, 18, 0),  # noqa: DTZ001 - local time, as the model keeps it
        ends_at=dt.datetime(2027, 1, 14, 21, 0),  # noqa: DTZ001 - as above
    )
    reception = workspace.run(add_reception, ReceptionDraft(dossier))
    workspace.run(invite, reception, invited, "accepted")
    return reception


if __name__ == "__main__":
    office = open_office(sys.argv[1], TRADE)
    made = build(office, int(sys.argv[2]))
    office.close()
    sys.stdout.write(f"{made.hex}\n")
