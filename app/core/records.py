"""What every command does first: refuse a bad draft, fetch the record as the person saw it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from app.core.errors import ConflictError, InvalidError, NotFoundError, Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.entity import Entity

E = TypeVar("E", bound="Entity")


def checked(session: Session, entity: type[E], row_id: UUID, revision: UUID | None) -> E:
    """The record, if it is still as the person saw it.

    Raises:
        NotFoundError: it is gone.
        ConflictError: somebody changed it in between. Pass None to change it as it is now.
    """
    found = session.get(entity, row_id)
    if found is None:
        raise NotFoundError(say(N_("This record is no longer in the office.")))
    if revision is not None and found.revision != revision:
        raise ConflictError(
            say(N_("Somebody else changed this in the meantime: look at it again, then save."))
        )
    return found


def as_seen(seen: Iterable[Hashable] | None, now: Iterable[Hashable]) -> None:
    """Refuse to replace a list that is no longer as the person saw it; None replaces it as it is.

    Raises:
        ConflictError: somebody changed it in between.
    """
    if seen is not None and Counter(seen) != Counter(now):
        raise ConflictError(
            say(N_("Somebody else changed this in the meantime: look at it again, then save."))
        )


def refuse(problems: Iterable[Problem]) -> None:
    """Raise what a draft complains of.

    Raises:
        InvalidError: with the problems, the first one as its sentence.
    """
    found = tuple(problems)
    if found:
        raise InvalidError(found[0].sentence, found)
