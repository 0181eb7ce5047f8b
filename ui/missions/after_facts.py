"""What the follow-up of a mission asks in the worker: everything in one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.core import settings
from app.core.profile import profile
from app.core.text import Language
from app.dossiers.queries import FollowUp, GiftRow, TaskRow, follow_up, gifts_of
from app.missions.queries import (
    ContactMade,
    MissionSheet,
    Outcomes,
    ToThank,
    contacts_made,
    letters_of,
    mission_actions,
    mission_sheet,
    outcomes,
    to_settle,
    to_thank,
)
from app.missions.rules.thanks import first_text
from ui.core import language

if TYPE_CHECKING:
    from uuid import UUID

    from app.missions.rules.closing import ClosingFinding


@dataclass(frozen=True, slots=True)
class After:
    """What a mission brought. `texts` are the words letters of thanks begin with, by language;
    `usual` is the language of whoever is known to speak none of the house's.
    """

    sheet: MissionSheet
    follow_up: FollowUp
    contacts: tuple[ContactMade, ...]
    meetings: Outcomes
    gifts: tuple[GiftRow, ...]
    actions: tuple[TaskRow, ...]
    thanks: tuple[ToThank, ...]
    letters: tuple[UUID, ...]
    findings: tuple[ClosingFinding, ...]
    texts: dict[str, tuple[str, str]]
    usual: str
    host: str

    @property
    def unthanked(self) -> tuple[ToThank, ...]:
        """Whom nobody thanked yet."""
        return tuple(one for one in self.thanks if one.letter is None)


def after(session: Any, mission: UUID) -> After:  # a session: ui knows no SQL
    """Everything the tab shows."""
    spoken = language.current()
    sheet = mission_sheet(session, mission, spoken)
    cities = dict.fromkeys(one.draft.city for one in sheet.destinations)
    where = ", ".join(cities) or sheet.draft.dossier.place or sheet.draft.dossier.title
    office = profile(session)
    return After(
        sheet,
        follow_up(session, mission),
        tuple(contacts_made(session, mission, spoken)),
        outcomes(session, mission),
        tuple(gifts_of(session, mission, spoken)),
        tuple(mission_actions(session, mission, spoken)),
        tuple(to_thank(session, mission, spoken)),
        tuple(letters_of(session, mission)),
        to_settle(session, mission),
        {str(one): first_text(where, one) for one in Language},
        str(office.language),
        sheet.draft.dossier.host or settings.who(),
    )
