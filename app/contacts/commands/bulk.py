"""Changing many people at once: one Step, one undo."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.model import Person
from app.core.command import Progress, command, naming, unwatched
from app.core.records import refuse
from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import BulkDraft

CHUNK = 500


@command(N_("Changed {n} person together"), N_("Changed {n} people together"))
def change_people(
    session: Session, people: Sequence[UUID], draft: BulkDraft, progress: Progress | None = None
) -> int:
    """Give many people the same language, country, town …: what the draft leaves open stays.

    Returns:
        How many were changed by it.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    refuse(draft.problems())
    tell, changed = progress or unwatched, 0
    plain = {
        one.name: value
        for one in fields(draft)
        if one.name != "note" and (value := getattr(draft, one.name)) is not None
    }
    for start in range(0, len(people), CHUNK):
        chunk = people[start : start + CHUNK]
        for person in session.scalars(select(Person).where(Person.id.in_(chunk))):
            changed += _change(person, plain, draft.note or "")
        session.flush()
        tell(start + len(chunk), len(people))
    naming(session, n=changed)
    return changed


def _change(person: Person, plain: dict[str, Any], note: str) -> bool:
    fresh = {name: value for name, value in plain.items() if getattr(person, name) != value}
    if note:
        fresh["note"] = "\n".join(part for part in (person.note, note) if part)
    for name, value in fresh.items():
        setattr(person, name, value)
    return bool(fresh)
