"""What a timeline is made of: its rows, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select

from app.contacts.model import Organisation, Person, Posting
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    import datetime as dt

_NOBODY = UUID(int=0)
PERSON, ORGANISATION, COUNTRY = "person", "organisation", "country"
RECEPTION, MISSION = "reception", "mission"
DOSSIERS = (RECEPTION, MISSION)


class Kind(StrEnum):
    """What a row tells of."""

    POSTING = "posting"
    MOMENT = "moment"
    RECEPTION = "reception"
    MISSION = "mission"
    GIFT = "gift"
    LETTER = "letter"
    DOCUMENT = "document"
    TASK = "task"


_LABELS: dict[Kind, str] = {
    Kind.POSTING: N_("Postings"),
    Kind.MOMENT: N_("Contacts"),
    Kind.RECEPTION: N_("Receptions"),
    Kind.MISSION: N_("Missions"),
    Kind.GIFT: N_("Gifts"),
    Kind.LETTER: N_("Letters"),
    Kind.DOCUMENT: N_("Documents"),
    Kind.TASK: N_("Tasks done"),
}


def label(code: str) -> Sentence:
    """The word for a kind of row."""
    return say(_LABELS[Kind(code)])


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line: what, when, and which record it opens (`ref_kind`, `ref_id`).

    `status` is a code of the record (a guest's reply); `phase` tells two lines of one record apart
    (the beginning and the end of a posting).
    """

    kind: str
    day: dt.date | None
    title: Sentence
    subtitle: Sentence
    ref_kind: str
    ref_id: UUID
    phase: str = ""
    status: str = ""
    confidential: bool = False

    @property
    def id(self) -> UUID:
        """A key of its own for each line."""
        return uuid5(self.ref_id, self.phase) if self.phase else self.ref_id


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose timeline: a person, an organisation, a dossier (by id), a country (by code)."""

    kind: str
    id: UUID = _NOBODY
    code: str = ""

    @property
    def is_dossier(self) -> bool:
        """Whether it is a reception or a mission: what names the dossier is its own."""
        return self.kind in DOSSIERS

    def posts(self) -> ColumnElement[bool]:
        """Which organisations belong to it."""
        if self.kind == COUNTRY:
            return Organisation.country == self.code
        if self.kind == ORGANISATION:
            return Organisation.id == self.id
        return false()

    def of_organisation(self, column: Any) -> ColumnElement[bool]:
        """Whether an organisation's key is one of its own."""
        if self.kind == ORGANISATION:
            return column == self.id  # type: ignore[no-any-return]  # a comparison of columns
        if self.kind == COUNTRY:
            return column.in_(select(Organisation.id).where(self.posts()))  # type: ignore[no-any-return]  # a comparison of columns
        return false()

    def of_person(self, column: Any, day: Any) -> ColumnElement[bool]:
        """Whether a person's key is one of its own on a day (a column; None for any)."""
        if self.kind == PERSON:
            return column == self.id  # type: ignore[no-any-return]  # a comparison of columns
        if self.is_dossier:
            return false()
        posted = (
            exists()
            .where(
                Posting.person_id == column,
                self.of_organisation(Posting.organisation_id),
                _held(day),
            )
            .correlate_except(Posting)
        )
        if self.kind != COUNTRY:
            return posted
        nationals = select(Person.id).where(Person.nationality == self.code)
        return or_(posted, column.in_(nationals))

    def of_either(self, person: Any, organisation: Any, day: Any) -> ColumnElement[bool]:
        """Whether a record about a person, an organisation or both is one of its own.

        For a post, what names an organisation is that one's alone.
        """
        theirs = self.of_person(person, day)
        if self.kind in (ORGANISATION, COUNTRY):
            theirs = and_(organisation.is_(None), theirs)
        return or_(self.of_organisation(organisation), theirs)


def _held(day: Any) -> ColumnElement[bool]:
    begun = func.coalesce(
        Posting.starts_on, Posting.arrived_on, Posting.credentials_on, Posting.exequatur_on
    )
    return and_(
        or_(begun.is_(None), begun <= day),
        or_(Posting.ends_on.is_(None), Posting.ends_on >= day),
    )
