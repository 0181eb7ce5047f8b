"""Valid records with as few words as a test needs, made through commands like any other.

Each builder gives the id of what it made; `**changes` are fields of its draft.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.commands import add_organisation, add_person, add_posting
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.core.command import command
from app.core.text import N_
from app.dossiers.commands import add_documents, add_gift, add_task, log_moment
from app.dossiers.draft import DocumentDraft, DossierDraft, GiftDraft, MomentDraft, TaskDraft
from app.missions.commands import add_mission, add_participants
from app.missions.draft import MissionDraft
from app.missions.model import Participant
from app.policy.commands import add_priority
from app.receptions.commands import add_reception, invite
from app.receptions.draft import ReceptionDraft
from app.receptions.model import Guest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

_DOSSIER = frozenset(DossierDraft.__slots__)


def person_draft(**changes: Any) -> PersonDraft:
    """Somebody invented, with a name."""
    return PersonDraft(**{"family_name": "Tanaka", "given_name": "Aoi", **changes})


def organisation_draft(**changes: Any) -> OrganisationDraft:
    """An invented embassy in Brussels."""
    usual = {"kind": "embassy", "country": "JP", "host_country": "BE", "city": "Brussels"}
    return OrganisationDraft(**{**usual, **changes})


def posting_draft(**changes: Any) -> PostingDraft:
    """An ambassador since 2024."""
    return PostingDraft(**{"function": "ambassador", "starts_on": dt.date(2024, 3, 1), **changes})


def reception_draft(**changes: Any) -> ReceptionDraft:
    """A reception on an evening in 2027; fields of the dossier and of the reception alike."""
    dossier = {name: changes.pop(name) for name in set(changes) & _DOSSIER}
    usual = {"title": "Spring reception", "starts_at": dt.datetime(2027, 4, 21, 18, 0)}  # noqa: DTZ001 - local time, as the model keeps it
    return ReceptionDraft(DossierDraft(**{**usual, **dossier}), **changes)


def make_person(workspace: Workspace, **changes: Any) -> UUID:
    """Add a person."""
    return workspace.run(add_person, person_draft(**changes))


def make_people(
    workspace: Workspace, drafts: Sequence[PersonDraft], place: UUID | None = None, **changes: Any
) -> list[UUID]:
    """Add many people at once, each with a function at a place where one is given."""
    return workspace.run(_add_people, drafts, place, changes)


@command(N_("Added the people of a test"))
def _add_people(
    session: Session, drafts: Sequence[PersonDraft], place: UUID | None, changes: dict[str, Any]
) -> list[UUID]:
    made = [add_person(session, one) for one in drafts]
    for one in made if place is not None else ():
        add_posting(session, one, posting_draft(**changes), place)
    return made


def make_organisation(workspace: Workspace, **changes: Any) -> UUID:
    """Add an embassy."""
    return workspace.run(add_organisation, organisation_draft(**changes))


def make_post(workspace: Workspace, country: str, **changes: Any) -> UUID:
    """Add the embassy of a country, named after it."""
    return make_organisation(workspace, country=country, **changes)


def make_posting(
    workspace: Workspace,
    person_id: UUID | None = None,
    organisation_id: UUID | None = None,
    **changes: Any,
) -> UUID:
    """Make somebody ambassador (a new person at a new embassy unless told)."""
    person_id = person_id or make_person(workspace)
    organisation_id = organisation_id or make_organisation(workspace)
    return workspace.run(add_posting, person_id, posting_draft(**changes), organisation_id)


def make_ambassador(workspace: Workspace, country: str, **changes: Any) -> UUID:
    """Add a person who heads the embassy of a country; answers the person."""
    person_id = make_person(workspace, **changes)
    make_posting(workspace, person_id, make_post(workspace, country))
    return person_id


def make_priority(workspace: Workspace, name: str = "Ports and water") -> UUID:
    """Add a priority."""
    return workspace.run(add_priority, name)


def make_reception(workspace: Workspace, **changes: Any) -> UUID:
    """Open the dossier of a reception."""
    return workspace.run(add_reception, reception_draft(**changes))


def make_guest(
    workspace: Workspace,
    reception_id: UUID | None = None,
    person_id: UUID | None = None,
    status: str = "invited",
    circle: str = "guests",
) -> UUID:
    """Put somebody on the list of a reception (both new unless told)."""
    reception_id = reception_id or make_reception(workspace)
    person_id = person_id or make_person(workspace)
    workspace.run(invite, reception_id, [person_id], status, circle)
    return workspace.ask(guest_of, reception_id, person_id)


def guest_of(session: Session, reception_id: UUID, person_id: UUID) -> UUID:
    """The id of a person's place on a list."""
    wanted = select(Guest.id).where(Guest.reception_id == reception_id)
    return session.scalars(wanted.where(Guest.person_id == person_id)).one()


def make_moment(workspace: Workspace, *people: UUID, **changes: Any) -> UUID:
    """Log a conversation with people."""
    usual = {"happened_on": dt.date(2026, 7, 6), "subject": "Port hydrogen"}
    return workspace.run(log_moment, MomentDraft(**{**usual, "people": people, **changes}))


def make_task(workspace: Workspace, **changes: Any) -> UUID:
    """Add a task."""
    return workspace.run(add_task, TaskDraft(**{"title": "Thank-you letter", **changes}))


def make_document(workspace: Workspace, body: bytes = b"Dear reader", **changes: Any) -> UUID:
    """Keep a file."""
    draft = DocumentDraft(**{"name": "letter.txt", **changes})
    return workspace.run(add_documents, [(draft, body)])[0]


def make_gift(workspace: Workspace, **changes: Any) -> UUID:
    """Register a gift."""
    usual = {"what": "Lace bookmark", "given_on": dt.date(2026, 3, 5), "receiver": "the guest"}
    return workspace.run(add_gift, GiftDraft(**{**usual, **changes}))


def mission_draft(**changes: Any) -> MissionDraft:
    """A trade mission of a week in 2027; fields of the dossier and of the mission alike."""
    dossier = {name: changes.pop(name) for name in set(changes) & _DOSSIER}
    usual = {
        "title": "Mission to Japan",
        "starts_at": dt.datetime(2027, 5, 10, 9, 0),  # noqa: DTZ001 - local time, as the model keeps it
        "ends_at": dt.datetime(2027, 5, 16, 20, 0),  # noqa: DTZ001 - as above
    }
    return MissionDraft(DossierDraft(**{**usual, **dossier}), **changes)


def make_mission(workspace: Workspace, **changes: Any) -> UUID:
    """Open the dossier of a mission."""
    return workspace.run(add_mission, mission_draft(**changes))


def make_participant(
    workspace: Workspace,
    mission_id: UUID | None = None,
    person_id: UUID | None = None,
    role: str = "business",
    status: str = "registered",
) -> UUID:
    """Put somebody in a delegation (both new unless told)."""
    mission_id = mission_id or make_mission(workspace)
    person_id = person_id or make_person(workspace)
    workspace.run(add_participants, mission_id, [person_id], role, status)
    return workspace.ask(participant_of, mission_id, person_id)


def participant_of(session: Session, mission_id: UUID, person_id: UUID) -> UUID:
    """The id of a person's place in a delegation."""
    wanted = select(Participant.id).where(Participant.mission_id == mission_id)
    return session.scalars(wanted.where(Participant.person_id == person_id)).one()
