"""The face somebody has in the booklet, and whether they agreed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.commands import set_photo
from app.contacts.rules import names
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.missions.model import Participant
from app.missions.rules.booklet import PHOTO_ANSWERS

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@command(N_("Changed the photo of {name} and whether it may be printed"))
def set_face(
    session: Session, participant_id: UUID, revision: UUID | None, image: bytes | None, consent: str
) -> None:
    """Keep a portrait (JPEG, scaled, without metadata; None for none) and the answer about it."""
    if consent not in PHOTO_ANSWERS:
        refuse([Problem("photo_consent", say(N_("Choose one from the list.")))])
    one = checked(session, Participant, participant_id, revision)
    one.photo_consent = consent
    kept = one.person.photo.image if one.person.photo else None
    if image != kept:
        set_photo(session, one.person_id, image)
    naming(session, name=names.full_name(one.person.name))
