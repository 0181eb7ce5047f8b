"""Writes to the kitchen's notes, and their end: dropped after the event, from the history too."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.contacts.rules import names
from app.core import clock, history
from app.core.command import command, naming
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
_NOTING = (N_("Changed the catering notes of {name}"), N_("Noted {n} reply from {file}"))
"""The labels of the steps in which notes came in."""


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
def drop_catering(session: Session) -> int:
    """Drop the kitchen's notes of receptions that are over for as long as the office keeps them.

    What earlier steps remember of them is blotted out of the history, also of notes and guests
    that were removed before, and this step keeps no images. It cannot be taken back: that is its
    purpose (DOMAIN section 5). Several desks may do it at once.

    Returns:
        How many were dropped.
    """
    dropped = 0
    for reception_id in sorted({*due(session), *_due_of_history(session)}):
        query = select(CateringNote).join(CateringNote.guest)
        of_list = query.where(Guest.reception_id == reception_id).order_by(CateringNote.id)
        for note in session.scalars(of_list.with_for_update(of=CateringNote)):
            session.delete(note)
            dropped += 1
        blot_out(session, reception_id)
    naming(session, n=dropped)
    return dropped


def _due_of_history(session: Session) -> set[UUID]:
    """The receptions of which only the history still remembers notes, and should no more.

    Of a reception that was removed the history forgets them as long after they were noted.
    """
    last = clock.today() - dt.timedelta(days=guest_rules(session).catering_days)
    noting, found = [history.change_log.c.label.contains(words) for words in _NOTING], set()
    log = history.change_log.c
    steps = select(log.step, log.at).where(or_(*noting), log.images.is_not(None))
    for step, at in session.execute(steps).all():
        notes = history.load(session.connection(), step).images.get(TABLE, {})
        there = [image for pair in notes.values() for image in pair if image]
        for guest_id in {image["guest_id"] for image in there}:
            reception_id = _reception_of(session, guest_id)
            reception = session.get(Reception, reception_id) if reception_id else None
            begun = reception.starts_at if reception else at
            if reception_id and begun is not None and begun.date() <= last:
                found.add(reception_id)
    return found


def _reception_of(session: Session, guest_id: UUID) -> UUID | None:
    """The reception of a guest, also of one who was taken off its list."""
    guest = session.get(Guest, guest_id)
    if guest is not None:
        return guest.reception_id
    touch, log = history.change_touch.c, history.change_log.c
    steps = select(log.step).where(touch.row == guest_id, log.images.is_not(None))
    for step in session.scalars(steps.join(history.change_log, log.seq == touch.seq)):
        images = history.load(session.connection(), step).images.get("guest", {})
        for image in images.get(guest_id, ()):
            if image is not None:
                found: UUID = image["reception_id"]
                return found
    return None


def blot_out(session: Session, reception_id: UUID) -> None:
    """Take the kitchen's notes of a reception out of every step of the history."""
    touch = history.change_touch
    log = history.change_log
    steps = select(log.c.step).join(touch, touch.c.seq == log.c.seq).distinct()
    of_list = list(session.scalars(steps.where(touch.c.row == reception_id)))
    guests = set(session.scalars(select(Guest.id).where(Guest.reception_id == reception_id)))
    guests |= history.rows_of(session.connection(), "guest", of_list)
    for guest_id in guests:
        of_list += session.scalars(steps.where(touch.c.row == guest_id))
    history.blot_out(session.connection(), TABLE, sorted(set(of_list)))
