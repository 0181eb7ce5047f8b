"""Reading the texts of a mission in the three languages of its papers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.errors import NotFoundError
from app.core.profile import profile
from app.core.text import N_, Language, say
from app.missions.draft import TextDraft, TextsDraft
from app.missions.model import Destination, Mission, MissionText
from app.missions.rules.texts import OF_MISSION, Part, Told, lacking, told_in

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text: its part, the destination and its city where it is of one, words by language."""

    part: str
    destination: UUID | None
    city: str
    words: dict[Language, str] = field(hash=False)

    @property
    def lacks(self) -> tuple[Language, ...]:
        """The languages it is not in, where it is in one."""
        return lacking(self.words)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a mission in their order; `own` is the office's language."""

    own: Language
    rows: tuple[TextRow, ...]

    def told(self, part: str, language: Language, destination: UUID | None = None) -> Told:
        """The words of a part for a reader of a language."""
        for one in self.rows:
            if one.part == part and one.destination == destination:
                return told_in(one.words, language, self.own)
        return Told()

    @property
    def draft(self) -> TextsDraft:
        """Every text in every language, empty where there is none."""
        return TextsDraft(
            tuple(
                TextDraft(one.part, spoken, one.words.get(spoken, ""), one.destination)
                for one in self.rows
                for spoken in Language
            )
        )

    @property
    def lacks(self) -> tuple[Language, ...]:
        """The languages any text lacks."""
        missing = {language for one in self.rows for language in one.lacks}
        return tuple(one for one in Language if one in missing)


def mission_texts(session: Session, mission_id: UUID) -> Texts:
    """Foreword, practical notes, emergency, then what to know of each destination.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    mission = session.get(Mission, mission_id)
    if mission is None:
        raise NotFoundError(say(N_("This mission is no longer in the office.")))
    own = profile(session).language
    kept: dict[tuple[str, UUID | None], dict[Language, str]] = {}
    wanted = select(MissionText).where(MissionText.mission_id == mission_id)
    for one in session.scalars(wanted):
        if one.language in set(Language) and one.language != own:
            words = kept.setdefault((one.part, one.destination_id), {})
            words[Language(one.language)] = one.words
    rows = [
        TextRow(part, None, "", {**kept.get((part, None), {}), own: getattr(mission, part)})
        for part in OF_MISSION
    ]
    places = select(Destination).where(Destination.mission_id == mission_id)
    for place in session.scalars(places.order_by(Destination.position)):
        words = {**kept.get((Part.FACTS, place.id), {}), own: place.facts}
        rows.append(TextRow(Part.FACTS, place.id, place.city, words))
    return Texts(own, tuple(rows))
