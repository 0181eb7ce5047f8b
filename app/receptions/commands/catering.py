"""Writes to the kitchen's notes, and their end: dropped after the event, from the history too."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.rules import names
from app.core import clock, forgetting
from app.core.command import command, naming
from app.core.entity import Base
from app.core.errors import Problem
from app.core.records import as_seen, checked, refuse
from app.core.text import N_, say
from app.receptions.draft.guests import CateringDraft
from app.receptions.model import CateringNote, Guest, Reception
from app.receptions.queries.guest_rules import guest_rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


TABLE = "catering_note"


@command(N_("Changed the catering notes of {name}"))
def set_catering(
    session: Session,
    guest_id: UUID,
    drafts: Sequence[CateringDraft],
    seen: Sequence[CateringDraft] | None = None,
) -> None:
    """Keep the notes of a guest and of whom they bring; the label never says what they are.

    `seen` are the notes these take the place of: none that came in since is lost.

    Raises:
        ConflictError: there are other notes than those seen.
        InvalidError: an instruction is empty, or for somebody the guest does not bring.
    """
    guest = checked(session, Guest, guest_id, None)
    as_seen(seen, map(_draft, guest.catering))
    known = {one.id: one for one in guest.companions}
    for draft in drafts:
        refuse(draft.problems())
        if draft.companion is not None and draft.companion not in known:
            wrong = N_("This guest brings nobody of that name: choose who it is for.")
            refuse([Problem("companion", say(wrong))])
    kept = {_key(one): one for one in guest.catering}
    fresh = []
    for draft in drafts:
        note = kept.get((draft.instruction, draft.companion)) or CateringNote(instruction="")
        note.instruction, note.source = draft.instruction.strip(), draft.source.strip()
        note.told_on, note.consent = draft.told_on, draft.consent
        note.companion = known[draft.companion] if draft.companion else None
        fresh.append(note)
    guest.catering = fresh
    naming(session, name=names.full_name(guest.person.name))


def _draft(one: CateringNote) -> CateringDraft:
    return CateringDraft(one.instruction, one.source, one.told_on, one.consent, one.companion_id)


def _key(one: CateringNote) -> tuple[str, UUID | None]:
    return one.instruction, one.companion_id


def due(session: Session) -> list[UUID]:
    """The receptions whose kitchen's notes are to be dropped today.

    A reception without a day is never due: its notes go when it has one, or with their guest.
    """
    last = clock.today() - dt.timedelta(days=guest_rules(session).catering_days)
    moment = dt.datetime.combine(last, dt.time.max)
    query = (
        select(Guest.reception_id)
        .join(CateringNote, CateringNote.guest_id == Guest.id)
        .join(Reception, Reception.id == Guest.reception_id)
        .where(Reception.starts_at <= moment)
        .distinct()
    )
    return list(session.scalars(query))


@command(
    N_("Dropped {n} catering note after the event"),
    N_("Dropped {n} catering notes after the event"),
    undoable=False,
)
def drop_catering(session: Session, last: str, today: str) -> int:
    """Drop the kitchen's notes of receptions that are over for as long as the office keeps them.

    What earlier steps remember of them is forgotten too, and so are notes and guests removed as
    long ago; this step keeps no images. It cannot be taken back: that is its purpose (DOMAIN
    section 5). Several desks may do it at once.

    Args:
        session: the office.
        last: the ISO day on which this was done before.
        today: the ISO day that came.

    Returns:
        How many were dropped.
    """
    dropped = 0
    for reception_id in due(session):
        blot_out(session, reception_id)
        query = select(CateringNote).join(CateringNote.guest)
        of_list = query.where(Guest.reception_id == reception_id).order_by(CateringNote.id)
        for note in session.scalars(of_list.with_for_update(of=CateringNote)):
            session.delete(note)
            dropped += 1
    term = dt.timedelta(guest_rules(session).catering_days)
    forgetting.forget_days(session.connection(), Base.metadata, TABLE, last, today, term)
    naming(session, n=dropped)
    return dropped


def blot_out(session: Session, reception_id: UUID) -> None:
    """Take the kitchen's notes of a reception out of every step of the history."""
    connection, metadata = session.connection(), Base.metadata
    around = forgetting.steps_touching(connection, [reception_id])
    images = forgetting.images_of(connection, metadata, around, "guest")
    everybody = {image["id"] for image in images if image["reception_id"] == reception_id}
    everybody |= set(session.scalars(select(Guest.id).where(Guest.reception_id == reception_id)))
    steps = forgetting.steps_touching(connection, [reception_id, *everybody])
    forgetting.forget(
        connection, metadata, TABLE, steps, lambda image: image["guest_id"] in everybody
    )
