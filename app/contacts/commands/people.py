"""Every write to people, organisations and their postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.commands.accreditations import fill_accreditations
from app.contacts.commands.tags import forget_bearer
from app.contacts.model import (
    Organisation,
    Person,
    Photo,
    Posting,
    Relationship,
)
from app.contacts.queries import (
    ORGANISATION_FIELDS,
    ORGANISATION_LISTS,
    PERSON_FIELDS,
    PERSON_LISTS,
    POSTING_FIELDS,
)
from app.contacts.rules import names
from app.contacts.rules.naming import place_name
from app.contacts.rules.places import place_code
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_, Language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import (
        AccreditationDraft,
        OrganisationDraft,
        PersonDraft,
        PostingDraft,
    )


@command(N_("Added {name}"))
def add_person(
    session: Session,
    draft: PersonDraft,
    posting: PostingDraft | None = None,
    organisation_id: UUID | None = None,
) -> UUID:
    """Add a person, with the function they hold where one is given."""
    refuse([*draft.problems(), *(posting.problems() if posting else ())])
    person = Person()
    _fill_person(person, draft)
    if posting is not None:
        person.postings.append(_posting(session, posting, organisation_id))
    session.add(person)
    naming(session, name=names.full_name(person.name))
    return person.id


@command(N_("Changed {name}"))
def change_person(
    session: Session, person_id: UUID, revision: UUID | None, draft: PersonDraft
) -> None:
    """Keep a person as the draft has it."""
    refuse(draft.problems())
    person = checked(session, Person, person_id, revision)
    _fill_person(person, draft)
    naming(session, name=names.full_name(person.name))


@command(N_("Removed {name}"))
def remove_person(session: Session, person_id: UUID) -> None:
    """Remove a person with their postings, and with what they are to others.

    Raises:
        InUseError: they are a guest somewhere.
    """
    person = checked(session, Person, person_id, None)
    naming(session, name=names.full_name(person.name))
    for row in session.scalars(select(Relationship).where(Relationship.other_id == person_id)):
        session.delete(row)
    forget_bearer(session, person)
    session.flush()
    session.delete(person)


def _fill_person(person: Person, draft: PersonDraft) -> None:
    for name in PERSON_FIELDS:
        setattr(person, name, getattr(draft, name))
    for name in PERSON_LISTS:
        setattr(person, name, list(getattr(draft, name)))


@command(N_("Added {name}"))
def add_organisation(session: Session, draft: OrganisationDraft) -> UUID:
    """Add a post or another organisation."""
    refuse(draft.problems())
    organisation = Organisation()
    _fill_organisation(organisation, draft)
    session.add(organisation)
    naming(session, name=_called(organisation))
    return organisation.id


@command(N_("Changed {name}"))
def change_organisation(
    session: Session, organisation_id: UUID, revision: UUID | None, draft: OrganisationDraft
) -> None:
    """Keep an organisation as the draft has it."""
    refuse(draft.problems())
    organisation = checked(session, Organisation, organisation_id, revision)
    _fill_organisation(organisation, draft)
    naming(session, name=_called(organisation))


@command(N_("Removed {name}"))
def remove_organisation(session: Session, organisation_id: UUID) -> None:
    """Remove an organisation.

    Raises:
        InUseError: somebody holds or held a function there.
    """
    organisation = checked(session, Organisation, organisation_id, None)
    naming(session, name=_called(organisation))
    forget_bearer(session, organisation)
    session.delete(organisation)


def _called(organisation: Organisation) -> str:
    """What an organisation is called in the log; a post without a name by kind and country."""
    made = place_name(place_code(organisation.place), Language.NL)
    return organisation.name or made or organisation.city


def _fill_organisation(organisation: Organisation, draft: OrganisationDraft) -> None:
    for name in ORGANISATION_FIELDS:
        setattr(organisation, name, getattr(draft, name))
    for name in ORGANISATION_LISTS:
        setattr(organisation, name, list(getattr(draft, name)))


@command(N_("Added a posting of {name}"))
def add_posting(
    session: Session,
    person_id: UUID,
    draft: PostingDraft,
    organisation_id: UUID | None,
    accreditations: Sequence[AccreditationDraft] = (),
) -> UUID:
    """Give a person a function at an organisation, with further accreditations."""
    refuse(draft.problems())
    person = checked(session, Person, person_id, None)
    posting = _posting(session, draft, organisation_id)
    fill_accreditations(posting, accreditations)
    person.postings.append(posting)
    naming(session, name=names.full_name(person.name))
    return posting.id


@command(N_("Changed a posting of {name}"))
def change_posting(
    session: Session,
    posting_id: UUID,
    revision: UUID | None,
    draft: PostingDraft,
    organisation_id: UUID | None,
    accreditations: Sequence[AccreditationDraft] | None = None,
) -> None:
    """Keep a posting as the draft has it; without `accreditations` those stay as they are."""
    refuse(draft.problems())
    posting = checked(session, Posting, posting_id, revision)
    for name in POSTING_FIELDS:
        setattr(posting, name, getattr(draft, name))
    posting.organisation = _organisation(session, organisation_id)
    if accreditations is not None:
        fill_accreditations(posting, accreditations)
    naming(session, name=names.full_name(posting.person.name))


@command(N_("Removed a posting of {name}"))
def remove_posting(session: Session, posting_id: UUID) -> None:
    """Remove a posting that was entered by mistake (one that ended gets an end date)."""
    posting = checked(session, Posting, posting_id, None)
    person = posting.person
    naming(session, name=names.full_name(person.name))
    person.postings.remove(posting)


def _posting(session: Session, draft: PostingDraft, organisation_id: UUID | None) -> Posting:
    posting = Posting(**{name: getattr(draft, name) for name in POSTING_FIELDS})
    posting.organisation = _organisation(session, organisation_id)
    return posting


def _organisation(session: Session, organisation_id: UUID | None) -> Organisation | None:
    if organisation_id is None:
        return None
    return checked(session, Organisation, organisation_id, None)


@command(N_("Changed the photo of {name}"))
def set_photo(session: Session, person_id: UUID, image: bytes | None) -> None:
    """Keep a portrait (JPEG, already scaled and without metadata), or take it away."""
    person = checked(session, Person, person_id, None)
    naming(session, name=names.full_name(person.name))
    if image is None:
        person.photo = None
    elif person.photo is None:
        person.photo = Photo(image=image)
    else:
        person.photo.image = image
