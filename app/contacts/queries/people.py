"""Reading people, organisations and their postings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.contacts.draft import (
    AccreditationDraft,
    OrganisationDraft,
    PersonDraft,
    PostingDraft,
)
from app.contacts.model import (
    AddressOverride,
    Organisation,
    Person,
    Photo,
    Posting,
)
from app.contacts.rules import codes
from app.contacts.rules.places import Place
from app.core import clock
from app.core.entity import ALWAYS
from app.core.errors import NotFoundError
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.names import Name

PERSON_LISTS = ("languages", "emails", "phones")
PERSON_FIELDS = tuple(name for name in PersonDraft.__slots__ if name not in PERSON_LISTS)
ORGANISATION_LISTS = ("jurisdictions", "emails", "phones")
ORGANISATION_FIELDS = tuple(
    name for name in OrganisationDraft.__slots__ if name not in ORGANISATION_LISTS
)
POSTING_FIELDS = tuple(PostingDraft.__slots__)


@dataclass(frozen=True, slots=True)
class PostingRow:
    """A posting with who and where, and the further accreditations of its holder."""

    id: UUID
    revision: UUID
    draft: PostingDraft
    person_id: UUID
    person: Name
    gender: str
    organisation_id: UUID | None
    place: Place
    accreditations: tuple[AccreditationDraft, ...] = ()

    def held_on(self, day: dt.date) -> bool:
        """Whether it runs on that day; open ends count as running."""
        begun = self.draft.starts_on is None or self.draft.starts_on <= day
        return begun and (self.draft.ends_on is None or self.draft.ends_on >= day)


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """A person's own form of address."""

    language: str
    channel: str
    words: str
    confirmed_on: dt.date | None
    company: str = ""
    valid_from: dt.date = ALWAYS


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """Everything of one person; `draft` is what an editor starts from."""

    id: UUID
    revision: UUID
    draft: PersonDraft
    name: Name
    postings: tuple[PostingRow, ...]
    overrides: tuple[OverrideRow, ...]
    photo: bytes | None

    @property
    def current(self) -> PostingRow | None:
        """The posting that names the person today: the highest they hold."""
        return current_posting(self.postings, clock.today())


@dataclass(frozen=True, slots=True)
class OrganisationSheet:
    """Everything of one organisation, with its line of heads and staff, the newest first."""

    id: UUID
    revision: UUID
    draft: OrganisationDraft
    place: Place
    postings: tuple[PostingRow, ...]


def current_posting(postings: Sequence[PostingRow], day: dt.date) -> PostingRow | None:
    """The highest posting held on a day, None where there is none."""
    held = [row for row in postings if row.held_on(day)]
    return min(held, key=weight, default=None)


def weight(row: PostingRow) -> tuple[int, int, str]:
    """How high a posting is: the least is the highest, the newer of two equals."""
    function = row.draft.function
    rank = codes.diplomatic_class(function) or 10 + (codes.consular_class(function) or 10)
    started = row.draft.starts_on.toordinal() if row.draft.starts_on else 0
    return rank, -started, row.id.hex


def person_sheet(session: Session, person_id: UUID) -> PersonSheet:
    """One person, whole.

    Raises:
        NotFoundError: there is no such person (any more).
    """
    found = people(session, [person_id])
    if not found:
        raise NotFoundError(say(N_("This person is no longer in the office.")))
    return found[0]


def people(session: Session, ids: Sequence[UUID]) -> list[PersonSheet]:
    """People, whole, in the order asked; those that are gone are left out."""
    wanted = (
        select(Person)
        .where(Person.id.in_(ids))
        .options(
            selectinload(Person.overrides),
            selectinload(Person.photo),
            selectinload(Person.postings).options(
                joinedload(Posting.organisation), selectinload(Posting.accreditations)
            ),
        )
    )
    found = {person.id: _person(person) for person in session.scalars(wanted)}
    return [found[one] for one in ids if one in found]


def _person(person: Person) -> PersonSheet:
    fields: dict[str, Any] = {name: getattr(person, name) for name in PERSON_FIELDS}
    fields |= {name: tuple(getattr(person, name)) for name in PERSON_LISTS}
    draft = PersonDraft(**fields)
    return PersonSheet(
        person.id,
        person.revision,
        draft,
        person.name,
        _newest_first(posting_row(one, person) for one in person.postings),
        tuple(_override(one) for one in person.overrides),
        person.photo.image if person.photo else None,
    )


def organisation_sheet(session: Session, organisation_id: UUID) -> OrganisationSheet:
    """One organisation, whole.

    Raises:
        NotFoundError: there is no such organisation (any more).
    """
    one = session.get(Organisation, organisation_id)
    if one is None:
        raise NotFoundError(say(N_("This organisation is no longer in the office.")))
    fields: dict[str, Any] = {name: getattr(one, name) for name in ORGANISATION_FIELDS}
    fields |= {name: tuple(getattr(one, name)) for name in ORGANISATION_LISTS}
    draft = OrganisationDraft(**fields)
    line = select(Posting).where(Posting.organisation_id == organisation_id)
    postings = session.scalars(
        line.options(
            joinedload(Posting.person),
            joinedload(Posting.organisation),
            selectinload(Posting.accreditations),
        )
    )
    rows = _newest_first(posting_row(row, row.person) for row in postings)
    return OrganisationSheet(one.id, one.revision, draft, one.place, rows)


def posting_row(posting: Posting, person: Person) -> PostingRow:
    """The row of a posting whose organisation and accreditations are loaded."""
    organisation = posting.organisation
    return PostingRow(
        posting.id,
        posting.revision,
        PostingDraft(**{name: getattr(posting, name) for name in POSTING_FIELDS}),
        person.id,
        person.name,
        person.gender,
        organisation.id if organisation else None,
        organisation.place if organisation else Place(),
        _accreditations(posting),
    )


def _accreditations(posting: Posting) -> tuple[AccreditationDraft, ...]:
    """By the moment of each; those without a date last."""
    made = [
        AccreditationDraft(**{name: getattr(one, name) for name in AccreditationDraft.__slots__})
        for one in posting.accreditations
    ]
    made.sort(key=lambda one: (one.credentials_on or dt.date.max, one.body))
    return tuple(made)


def _newest_first(rows: Iterable[PostingRow]) -> tuple[PostingRow, ...]:
    def key(row: PostingRow) -> tuple[bool, int, str]:
        started = row.draft.starts_on or row.draft.credentials_on
        return row.draft.ends_on is not None, -(started.toordinal() if started else 0), row.id.hex

    return tuple(sorted(rows, key=key))


def _override(one: AddressOverride) -> OverrideRow:
    return OverrideRow(
        one.language, one.channel, one.words, one.confirmed_on, one.company, one.valid_from
    )


def photo(session: Session, person_id: UUID) -> bytes | None:
    """A portrait as JPEG, None where there is none."""
    return session.scalar(select(Photo.image).where(Photo.person_id == person_id))
