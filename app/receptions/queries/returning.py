"""Who was on a list before: the history knows, although the guest is gone from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import history
from app.core.text import N_, say
from app.receptions.model import Mailing, Sending
from app.receptions.rules.reception import ANSWERED, Status, label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.images import Image
    from app.core.text import Sentence

TAKEN_OFF = N_("Took {n} guest off the list")


@dataclass(frozen=True, slots=True)
class Before:
    """How somebody stood on a list before they were taken off it.

    `sent_on` is the day a message of this reception last went to them.
    """

    status: str
    invited_on: dt.date | None
    replied_on: dt.date | None
    sent_on: dt.date | None = None

    @property
    def told(self) -> Sentence:
        """ "Was on this list before: Regrets, 3 March 2026"."""
        words = label(Status(self.status))
        day = self.replied_on if self.status in ANSWERED else self.invited_on
        if day is None:
            return say(N_("Was on this list before: {status}"), status=words)
        return say(N_("Was on this list before: {status}, {day}"), status=words, day=day)


def were_before(
    session: Session, reception_id: UUID, person_ids: Iterable[UUID]
) -> dict[UUID, Before]:
    """Those of these people who were taken off this list, with how they last stood on it."""
    wanted = set(person_ids)
    sent = _sent(session, reception_id, wanted)
    found: dict[UUID, Before] = {}
    for images in _removals(session, reception_id):
        for image, after in images:
            person = image["person_id"] if image else None
            if image and after is None and person in wanted and person not in found:
                found[person] = Before(
                    image["status"], image["invited_on"], image["replied_on"], sent.get(person)
                )
    return found


def _removals(
    session: Session, reception_id: UUID
) -> list[Sequence[tuple[Image | None, Image | None]]]:
    """What the removals from a list left in the history, the newest first."""
    touching = select(history.change_touch.c.seq).where(history.change_touch.c.row == reception_id)
    log = history.change_log
    query = (
        select(log.c.step)
        .where(log.c.seq.in_(touching), log.c.act == history.DONE, log.c.label.contains(TAKEN_OFF))
        .order_by(log.c.seq.desc())
    )
    steps = [history.load(session.connection(), one) for one in session.scalars(query)]
    return [_of_list(step.images.get("guest", {}), reception_id) for step in steps]


def _of_list(
    rows: Mapping[UUID, tuple[Image | None, Image | None]], reception_id: UUID
) -> list[tuple[Image | None, Image | None]]:
    return [pair for pair in rows.values() if pair[0] and pair[0]["reception_id"] == reception_id]


def _sent(session: Session, reception_id: UUID, people: set[UUID]) -> dict[UUID, dt.date]:
    query = (
        select(Sending.person_id, Sending.sent_at)
        .join(Mailing, Mailing.id == Sending.mailing_id)
        .where(Mailing.reception_id == reception_id, Sending.sent_at.is_not(None))
        .order_by(Sending.sent_at)
    )
    return {person: at.date() for person, at in session.execute(query) if at and person in people}
