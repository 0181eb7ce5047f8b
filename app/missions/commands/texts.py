"""Every write to the texts of a booklet in its languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.errors import Problem
from app.core.profile import profile
from app.core.records import as_seen, checked, refuse
from app.core.text import N_, say
from app.missions.model import Destination, Mission, MissionText
from app.missions.queries.texts import mission_texts

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.draft import TextDraft, TextsDraft


@command(N_("Changed the texts of {title}"))
def set_texts(
    session: Session, mission_id: UUID, draft: TextsDraft, seen: TextsDraft | None = None
) -> None:
    """Keep texts; those not given stay as they are, an empty translation goes.

    What is in the office's own language stands with the mission and its destinations themselves.
    With `seen`, the texts as they were looked at, none is replaced that somebody changed since.

    Raises:
        ConflictError: somebody changed one of them in between.
    """
    refuse(draft.problems())
    mission = checked(session, Mission, mission_id, None)
    if seen is not None:
        as_seen(_those(seen, draft), _those(mission_texts(session, mission_id).draft, draft))
    naming(session, title=mission.title)
    own = profile(session).language
    wanted = select(MissionText).where(MissionText.mission_id == mission_id)
    kept = {(one.part, one.language, one.destination_id): one for one in session.scalars(wanted)}
    for text in draft.texts:
        place = _place(session, mission, text.destination)
        if text.language == own:
            setattr(place or mission, text.part, text.words.strip())
        else:
            at = text.part, text.language, text.destination
            _translate(session, mission, place, text, kept.get(at))


def _those(texts: TextsDraft, wanted: TextsDraft) -> list[TextDraft]:
    """The texts of the same parts, languages and cities."""
    places = {replace(one, words="") for one in wanted.texts}
    return [one for one in texts.texts if replace(one, words="") in places]


def _place(session: Session, mission: Mission, wanted: UUID | None) -> Destination | None:
    if wanted is None:
        return None
    place = checked(session, Destination, wanted, None)
    if place.mission_id != mission.id:
        sentence = say(N_("This city is no longer one of the mission's: look at it again."))
        refuse([Problem("words", sentence)])
    return place


def _translate(
    session: Session,
    mission: Mission,
    place: Destination | None,
    text: TextDraft,
    kept: MissionText | None,
) -> None:
    words = text.words.strip()
    if kept is not None and words:
        kept.words = words
    elif kept is not None:
        session.delete(kept)
    elif words:
        made = MissionText(part=text.part, language=text.language, words=words)
        made.mission, made.destination = mission, place
        session.add(made)


def forget_texts(session: Session, mission_id: UUID, destination: UUID | None = None) -> None:
    """Remove the translations of a mission, or of one destination, before that is removed."""
    wanted = select(MissionText).where(MissionText.mission_id == mission_id)
    if destination is not None:
        wanted = wanted.where(MissionText.destination_id == destination)
    for one in session.scalars(wanted):
        session.delete(one)
    session.flush()
