"""Reading who people are to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.contacts.draft import RelationshipDraft
from app.contacts.model import Relationship
from app.contacts.queries.people import PersonSheet, PostingRow, current_posting, people
from app.contacts.rules.relations import COUPLES, Invited, Relation, is_couple
from app.core import clock

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.names import Name

RELATIONSHIP_FIELDS = tuple(RelationshipDraft.__slots__)


@dataclass(frozen=True, slots=True)
class RelationshipRow:
    """A relationship as one of the two sees it.

    `other` is the draft's kind of this person; where `from_the_other` is true it is the other way
    round: this person is the other's assistant. A couple is one from both sides.
    """

    id: UUID
    revision: UUID
    draft: RelationshipDraft
    other_id: UUID
    other: Name
    gender: str
    from_the_other: bool
    posting: PostingRow | None

    def runs_on(self, day: dt.date) -> bool:
        """Whether it is so on that day; open ends count as running."""
        return _runs(self.draft.starts_on, self.draft.ends_on, day)


@dataclass(frozen=True, slots=True)
class Partner:
    """A spouse or life partner on a day, with the function they hold themselves on it."""

    sheet: PersonSheet
    posting: PostingRow | None
    invited: str
    joint_envelope: bool
    relationship_id: UUID

    @property
    def together(self) -> bool:
        """Whether one invitation asks both."""
        return self.joint_envelope or self.invited == Invited.TOGETHER


def relationships(session: Session, person_id: UUID) -> list[RelationshipRow]:
    """Who is what to a person, and whom they are something to; those that ended come last."""
    own = Relationship.person_id == person_id
    query = select(Relationship).where(or_(own, Relationship.other_id == person_id))
    rows = list(session.scalars(query))
    known = _sheets(session, (one for row in rows for one in (row.person_id, row.other_id)))
    day = clock.today()
    made = [_row(row, person_id, known, day) for row in rows]
    kinds = [str(one) for one in Relation]

    def order(row: RelationshipRow) -> tuple[bool, bool, int, str, str]:
        place = kinds.index(row.draft.kind) if row.draft.kind in kinds else len(kinds)
        return not row.runs_on(day), row.from_the_other, place, row.other.family, row.id.hex

    return sorted(made, key=order)


def _row(
    row: Relationship, person_id: UUID, known: dict[UUID, PersonSheet], day: dt.date
) -> RelationshipRow:
    turned = row.person_id != person_id
    other = known[row.person_id if turned else row.other_id]
    return RelationshipRow(
        row.id,
        row.revision,
        RelationshipDraft(**{name: getattr(row, name) for name in RELATIONSHIP_FIELDS}),
        other.id,
        other.name,
        other.draft.gender,
        turned and not is_couple(row.kind),
        current_posting(other.postings, day),
    )


def partner_of(session: Session, person_id: UUID, day: dt.date) -> Partner | None:
    """The spouse or life partner of a person on a day, from whichever side it was entered."""
    return partners_of(session, [person_id], day).get(person_id)


def partners_of(session: Session, person_ids: Sequence[UUID], day: dt.date) -> dict[UUID, Partner]:
    """The spouses and life partners of people on a day; where several run, the latest."""
    wanted = set(person_ids)
    sides = or_(Relationship.person_id.in_(wanted), Relationship.other_id.in_(wanted))
    query = select(Relationship).where(sides, Relationship.kind.in_(COUPLES))
    found: dict[UUID, tuple[Relationship, UUID]] = {}
    for row in sorted(session.scalars(query), key=_begun):
        if not _runs(row.starts_on, row.ends_on, day):
            continue
        for one, other in ((row.person_id, row.other_id), (row.other_id, row.person_id)):
            if one in wanted:
                found[one] = (row, other)
    known = _sheets(session, (other for _, other in found.values()))
    return {
        one: Partner(
            known[other],
            current_posting(known[other].postings, day),
            row.invited,
            row.joint_envelope,
            row.id,
        )
        for one, (row, other) in found.items()
    }


def households(session: Session, person_ids: Sequence[UUID], day: dt.date) -> dict[UUID, Partner]:
    """Who gets one envelope with whom: the partners with whom a joint envelope was agreed."""
    there = partners_of(session, person_ids, day)
    return {one: partner for one, partner in there.items() if partner.joint_envelope}


def copied_for(session: Session, person_id: UUID, day: dt.date | None = None) -> list[PersonSheet]:
    """Who gets a copy of a person's invitations on a day (today): they never rank as guests."""
    at = day or clock.today()
    query = (
        select(Relationship)
        .where(Relationship.person_id == person_id, Relationship.copied)
        .options(joinedload(Relationship.other))
    )
    rows = [row for row in session.scalars(query) if _runs(row.starts_on, row.ends_on, at)]
    rows.sort(key=lambda row: (row.other.family_name, row.id.hex))
    return people(session, list(dict.fromkeys(row.other_id for row in rows)))


def copies_of(
    session: Session, person_ids: Sequence[UUID], day: dt.date
) -> dict[UUID, tuple[PersonSheet, ...]]:
    """Who gets a copy of the invitations of each of several people on a day, by family name."""
    query = select(Relationship).where(
        Relationship.person_id.in_(set(person_ids)), Relationship.copied
    )
    rows = [row for row in session.scalars(query) if _runs(row.starts_on, row.ends_on, day)]
    known = _sheets(session, (row.other_id for row in rows))
    found: dict[UUID, dict[UUID, PersonSheet]] = {}
    for row in rows:
        found.setdefault(row.person_id, {})[row.other_id] = known[row.other_id]

    def order(sheet: PersonSheet) -> tuple[str, str]:
        return sheet.name.family, sheet.id.hex

    return {one: tuple(sorted(others.values(), key=order)) for one, others in found.items()}


def _sheets(session: Session, ids: Iterable[UUID]) -> dict[UUID, PersonSheet]:
    return {one.id: one for one in people(session, list(dict.fromkeys(ids)))}


def _runs(starts_on: dt.date | None, ends_on: dt.date | None, day: dt.date) -> bool:
    return (starts_on is None or starts_on <= day) and (ends_on is None or ends_on >= day)


def _begun(row: Relationship) -> tuple[int, str]:
    return row.starts_on.toordinal() if row.starts_on else 0, row.id.hex
