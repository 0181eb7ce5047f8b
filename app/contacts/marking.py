"""What tags and mailing sets add to the directory lines of people and organisations.

A mark is "tag:", the role of a tag ("interest:", "expertise:", "network:") or "set:", and the id,
32 hex digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Membership, Tagging
from app.core.directory import Contribution, Facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.images import TableImages

CHUNK = 5_000
_OWNERS = ("person_id", "organisation_id")


def _affected(_session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    pairs = (pair for rows in images.values() for pair in rows.values())
    both = [image for pair in pairs for image in pair if image is not None]
    return {image[name] for image in both for name in _OWNERS if image.get(name) is not None}


def _facts(session: Session, ids: Sequence[UUID] | None) -> Mapping[UUID, Facts]:
    marks: dict[UUID, set[str]] = {}
    for part in parts(ids):
        for column in (Tagging.person_id, Tagging.organisation_id):
            tagged = select(column, Tagging.tag_id, Tagging.role).where(column.is_not(None))
            if part is not None:
                tagged = tagged.where(column.in_(part))
            for owner, tag, role in session.execute(tagged):
                if owner is not None:
                    names = {"tag", role or "tag"}
                    marks.setdefault(owner, set()).update(f"{name}:{tag.hex}" for name in names)
        kept = select(Membership.person_id, Membership.mailing_set_id)
        if part is not None:
            kept = kept.where(Membership.person_id.in_(part))
        for owner, mailing_set in session.execute(kept):
            marks.setdefault(owner, set()).add(f"set:{mailing_set.hex}")
    return {owner: Facts(marks=frozenset(found)) for owner, found in marks.items()}


def parts(ids: Sequence[UUID] | None) -> Iterator[Sequence[UUID] | None]:
    """Ids in parts a statement can take; None, for all, stays whole."""
    if ids is None:
        yield None
        return
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


CONTRIBUTIONS = (Contribution(frozenset({"tagging", "membership"}), _affected, _facts),)
