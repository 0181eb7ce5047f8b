"""What stands beside the guests of a list: whom they bring, their delegation, the kitchen's notes.

Read for a whole list at once, never guest by guest. What the kitchen must do is sensitive: a list
knows only how many notes there are, and `catering_notes` is asked for on purpose.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.contacts.model import Organisation, Person
from app.contacts.rules import names
from app.receptions.draft.guests import CateringDraft, CompanionDraft, DelegationDraft
from app.receptions.model import CateringNote, Companion, Delegation, Guest
from app.receptions.rules.guests import announced, least_persons, names_missing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence


@dataclass(frozen=True, slots=True)
class CompanionRow:
    """Somebody a guest brings along; `name` is what is printed."""

    id: UUID
    draft: CompanionDraft
    name: str
    checked_in_at: dt.datetime | None = None

    @property
    def badge(self) -> str:
        """The name on the badge."""
        return self.draft.badge_name or self.name


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation of a reception with how many of it are named."""

    id: UUID
    revision: UUID
    draft: DelegationDraft
    organisation: str
    named: int

    @property
    def told(self) -> Sentence:
        """ "12 announced, 9 named"."""
        return announced(self.draft.expected, self.named)


@dataclass(frozen=True, slots=True)
class CateringRow:
    """A note for the kitchen; `whom` is a companion's name, "" for the guest."""

    id: UUID
    guest_id: UUID
    draft: CateringDraft
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """All of a list, by guest."""

    companions: dict[UUID, tuple[CompanionRow, ...]] = field(default_factory=dict)
    notes: Counter[UUID] = field(default_factory=Counter)
    delegations: dict[UUID, str] = field(default_factory=dict)
    interpreted: dict[UUID, str] = field(default_factory=dict)


def beside(session: Session, reception_id: UUID) -> Beside:
    """What stands beside the guests of a reception."""
    of_list = Guest.reception_id == reception_id
    counted = select(CateringNote.guest_id, func.count()).join(CateringNote.guest).where(of_list)
    notes = session.execute(counted.group_by(CateringNote.guest_id)).all()
    called = select(Delegation.id, Delegation.name).where(Delegation.reception_id == reception_id)
    named = (
        select(Guest.interprets_for_id, Person)
        .join(Person, Person.id == Guest.interprets_for_id)
        .where(of_list)
    )
    return Beside(
        _companions(session, reception_id),
        Counter(dict(notes)),
        dict(session.execute(called).all()),
        {one: names.full_name(person.name) for one, person in session.execute(named) if one},
    )


def _companions(session: Session, reception_id: UUID) -> dict[UUID, tuple[CompanionRow, ...]]:
    query = (
        select(Companion)
        .join(Companion.guest)
        .where(Guest.reception_id == reception_id)
        .options(joinedload(Companion.person))
        .order_by(Companion.position)
    )
    found: dict[UUID, list[CompanionRow]] = {}
    for one in session.scalars(query):
        found.setdefault(one.guest_id, []).append(_companion_row(one))
    return {guest: tuple(rows) for guest, rows in found.items()}


def _companion_row(one: Companion) -> CompanionRow:
    draft = CompanionDraft(
        one.name, one.relation, one.badge_name, one.seat, one.note, one.person_id, one.id
    )
    name = one.name or (names.full_name(one.person.name) if one.person else "")
    return CompanionRow(one.id, draft, name, one.checked_in_at)


def delegations(session: Session, reception_id: UUID) -> list[DelegationRow]:
    """The delegations of a reception, by name."""
    query = (
        select(Delegation, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Delegation.organisation_id)
        .where(Delegation.reception_id == reception_id)
        .order_by(Delegation.name, Delegation.id)
    )
    named: Counter[UUID] = Counter()
    members = select(Guest.delegation_id).where(Guest.reception_id == reception_id)
    companions = select(Guest.delegation_id).join(Companion, Companion.guest_id == Guest.id)
    for part in (members, companions.where(Guest.reception_id == reception_id)):
        named.update(session.scalars(part.where(Guest.delegation_id.is_not(None))))
    return [
        DelegationRow(
            one.id,
            one.revision,
            DelegationDraft(one.name, one.expected, one.note, one.organisation_id),
            organisation or "",
            named[one.id],
        )
        for one, organisation in session.execute(query)
    ]


def catering_notes(session: Session, reception_id: UUID) -> dict[UUID, tuple[CateringRow, ...]]:
    """The notes for the kitchen by guest. Sensitive: asked for only where somebody wants them."""
    query = (
        select(CateringNote)
        .join(CateringNote.guest)
        .where(Guest.reception_id == reception_id)
        .options(joinedload(CateringNote.companion).joinedload(Companion.person))
    )
    found: dict[UUID, list[CateringRow]] = {}
    for one in session.scalars(query):
        draft = CateringDraft(
            one.instruction, one.source, one.told_on, one.consent, one.companion_id
        )
        whom = _companion_row(one.companion).name if one.companion else ""
        found.setdefault(one.guest_id, []).append(CateringRow(one.id, one.guest_id, draft, whom))
    return {
        guest: tuple(sorted(rows, key=lambda row: (row.whom, row.draft.instruction)))
        for guest, rows in found.items()
    }


def unnamed(persons: int, companions: Sequence[CompanionRow]) -> int:
    """How many of a guest's company have no name yet."""
    return names_missing(persons, len(companions))


def least(companions: Sequence[CompanionRow]) -> int:
    """How many a guest counts for at the least."""
    return least_persons(len(companions))
