"""What the contacts page writes, each dialog as one Step, one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.contacts import commands
from app.core.command import command, naming
from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from ui.contacts.person_editor import PersonEntry


@command(N_("Added {name}"))
def add_person(session: Any, entry: PersonEntry) -> UUID:  # a session: ui knows no SQL
    """Add a person with function and photo."""
    person_id = commands.add_person(session, entry.draft, entry.posting, entry.organisation_id)
    if entry.photo is not None:
        session.flush()
        commands.set_photo(session, person_id, entry.photo)
    return person_id


@command(N_("Changed {name}"))
def change_person(session: Any, person_id: UUID, revision: UUID, entry: PersonEntry) -> UUID:
    """Keep a person as edited; the photo where it is another one."""
    commands.change_person(session, person_id, revision, entry.draft)
    if entry.photo != entry.photo_was:
        commands.set_photo(session, person_id, entry.photo)
    return person_id


@command(N_("Removed {n} contact"), N_("Removed {n} contacts"))
def remove_contacts(session: Any, people: Sequence[UUID], organisations: Sequence[UUID]) -> None:
    """Remove several contacts as one Step.

    Raises:
        InUseError: one of them is still used elsewhere; nothing is removed.
    """
    for person_id in people:
        commands.remove_person(session, person_id)
    session.flush()
    for organisation_id in organisations:
        commands.remove_organisation(session, organisation_id)
    naming(session, n=len(people) + len(organisations))
