"""Every document of the house: what it is called, what it is of, how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.briefings import (
    contact_list,
    country_sheet,
    greeting_card,
    guest_list,
    letter,
    participant_list,
    place_cards,
    reception_briefing,
)
from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.briefings.house import Audience
    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the house.

    `of` is the noun it needs: reception, mission, country, letter or none.
    """

    kind: str
    title: str
    reader: str
    of: str
    compose: Callable[..., Any]
    lay_out: Callable[..., Document]

    def make(
        self, session: Session, reference: UUID | None, language: Language, audience: Audience
    ) -> Document:
        """Compose and lay out; a query, so ask the workspace for it."""
        return self.lay_out(self.compose(session, reference, language, audience))


CATALOGUE = (
    Paper(
        "reception-briefing",
        N_("Reception briefing"),
        N_("the mayor and the cabinet"),
        "reception",
        reception_briefing.compose,
        reception_briefing.document,
    ),
    Paper(
        "guest-list",
        N_("Guest list in order of precedence"),
        N_("protocol and the master of ceremonies"),
        "reception",
        guest_list.compose,
        guest_list.document,
    ),
    Paper(
        "guest-list-door",
        N_("Guest list for the door"),
        N_("door and cloakroom"),
        "reception",
        guest_list.compose_for_door,
        guest_list.door_document,
    ),
    Paper(
        "place-cards",
        N_("Place cards"),
        N_("the tables"),
        "reception",
        place_cards.compose,
        place_cards.document,
    ),
    Paper(
        "country-sheet",
        N_("Country sheet"),
        N_("the mayor, before receiving"),
        "country",
        country_sheet.compose,
        country_sheet.document,
    ),
    Paper(
        "greeting-card",
        N_("Greeting card for the national day"),
        N_("heads of post, signed by the mayor"),
        "country",
        greeting_card.compose,
        greeting_card.document,
    ),
    Paper(
        "contact-list",
        N_("Contact list"),
        N_("the office"),
        "",
        contact_list.compose,
        contact_list.document,
    ),
    Paper(
        "letter",
        N_("Letter"),
        N_("whom it is written to"),
        "letter",
        letter.compose,
        letter.document,
    ),
    Paper(
        "participant-list",
        N_("Participants in order of precedence"),
        N_("protocol, the host and whoever leads the mission"),
        "mission",
        participant_list.compose,
        participant_list.document,
    ),
    Paper(
        "participant-list-alphabetical",
        N_("Participants by family name"),
        N_("desks, coaches and hotels"),
        "mission",
        participant_list.compose_alphabetical,
        participant_list.alphabetical_document,
    ),
)


def paper(kind: str) -> Paper | None:
    """The document of a kind."""
    return next((one for one in CATALOGUE if one.kind == kind), None)
