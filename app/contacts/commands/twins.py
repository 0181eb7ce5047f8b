"""Remembering that two records are two."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import select

from app.contacts.model import NotSame, NotSameOrganisation, Organisation, Person
from app.contacts.rules.names import full_name
from app.contacts.rules.naming import place_name
from app.contacts.rules.places import place_code
from app.core.command import command, naming
from app.core.errors import InvalidError
from app.core.records import checked
from app.core.text import N_, Language, say

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

_Two: TypeAlias = "tuple[UUID, UUID]"


@command(N_("Kept {one} and {two} apart"))
def keep_apart(session: Session, one_id: UUID, two_id: UUID, reason: str = "") -> None:
    """Two people are two: they are not proposed for merging again."""
    first, second = (checked(session, Person, one, None) for one in _sorted(one_id, two_id))
    known = select(NotSame).where(NotSame.first_id == first.id, NotSame.second_id == second.id)
    if session.scalars(known).first() is None:
        session.add(NotSame(reason=reason, first=first, second=second))
    naming(session, one=full_name(first.name), two=full_name(second.name))


@command(N_("Kept {one} and {two} apart"))
def keep_organisations_apart(
    session: Session, one_id: UUID, two_id: UUID, reason: str = ""
) -> None:
    """Two organisations are two: they are not proposed for merging again."""
    first, second = (checked(session, Organisation, one, None) for one in _sorted(one_id, two_id))
    known = select(NotSameOrganisation).where(
        NotSameOrganisation.first_id == first.id, NotSameOrganisation.second_id == second.id
    )
    if session.scalars(known).first() is None:
        session.add(NotSameOrganisation(reason=reason, first=first, second=second))
    naming(session, one=_called(first), two=_called(second))


def _sorted(one_id: UUID, two_id: UUID) -> _Two:
    if one_id == two_id:
        raise InvalidError(say(N_("This is one record already: choose two.")), ())
    return (one_id, two_id) if one_id < two_id else (two_id, one_id)


def _called(one: Organisation) -> str:
    return one.name or place_name(place_code(one.place), Language.NL) or one.city
