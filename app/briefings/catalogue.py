"""Every document of the house: what it is called, what it is of, how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.briefings import (
    after_report,
    badges,
    balance,
    booklet,
    catering_sheet,
    contact_list,
    cost_sheet,
    country_sheet,
    emergency_card,
    flag_plan,
    gift_papers,
    golden_book_page,
    greeting_card,
    guest_list,
    letter,
    meeting_schedule,
    mission_programme,
    mission_report,
    participant_list,
    personal_schedule,
    phone_list,
    place_cards,
    programme,
    reception_briefing,
    rooming_list,
    run_sheet,
    speech_order,
    travel_sheet,
    travel_year,
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

    `of` is the noun it needs: reception, mission, country, letter, gift, year or none. One that is
    made for everybody, a group or one person has `choices`, a query of the record that says which;
    it may be in each reader's own language.
    """

    kind: str
    title: str
    reader: str
    of: str
    compose: Callable[..., Any]
    lay_out: Callable[..., Document]
    choices: Callable[..., list[tuple[str, str]]] | None = None

    def make(
        self,
        session: Session,
        reference: UUID | None,
        language: Language | None,
        audience: Audience,
        whom: str = "",
    ) -> Document:
        """Compose and lay out; a query, so ask the workspace for it.

        `whom` and no `language` (each their own) are for a paper that has choices.
        """
        more = (whom,) if self.choices is not None else ()
        return self.lay_out(self.compose(session, reference, language, audience, *more))


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
        "programme",
        N_("Programme"),
        N_("the guests"),
        "reception",
        programme.compose,
        programme.document,
    ),
    Paper(
        "run-sheet",
        N_("Run sheet"),
        N_("ushers, drivers and all who work on the day"),
        "reception",
        run_sheet.compose,
        run_sheet.document,
    ),
    Paper(
        "speech-order",
        N_("Order of speeches"),
        N_("the speakers and the master of ceremonies"),
        "reception",
        speech_order.compose,
        speech_order.document,
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
        "badges",
        N_("Badges"),
        N_("guests, and the door that reads them"),
        "reception",
        badges.compose,
        badges.document,
    ),
    Paper(
        "after-report",
        N_("After-report"),
        N_("the college and partners, once it was held"),
        "reception",
        after_report.compose,
        after_report.document,
    ),
    Paper(
        "flag-plan",
        N_("Flag plan"),
        N_("who hoists the flags"),
        "reception",
        flag_plan.compose,
        flag_plan.document,
    ),
    Paper(
        "golden-book-page",
        N_("Golden book page"),
        N_("the calligrapher and the guest of honour"),
        "reception",
        golden_book_page.compose,
        golden_book_page.document,
    ),
    Paper(
        "phone-list",
        N_("Guests to phone"),
        N_("whoever phones"),
        "reception",
        phone_list.compose,
        phone_list.document,
    ),
    Paper(
        "catering-sheet",
        N_("Catering sheet"),
        N_("the caterer"),
        "reception",
        catering_sheet.compose,
        catering_sheet.document,
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
        "balance",
        N_("Balance of receptions"),
        N_("the college and the yearly report"),
        "",
        balance.compose,
        balance.document,
    ),
    Paper(
        "gift-register",
        N_("Gift register"),
        N_("the college and the audit"),
        "",
        gift_papers.compose_register,
        gift_papers.register_document,
    ),
    Paper(
        "gift-slip",
        N_("Gift slip"),
        N_("with the gift, and the register"),
        "gift",
        gift_papers.compose_slip,
        gift_papers.slip_document,
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
        "booklet",
        N_("Delegation booklet"),
        N_("participants, who carry it, and hosts, who keep it"),
        "mission",
        booklet.compose,
        booklet.document,
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
    Paper(
        "mission-programme",
        N_("Programme of the mission"),
        N_("the delegation, its hosts and whoever leads it"),
        "mission",
        mission_programme.compose,
        mission_programme.document,
    ),
    Paper(
        "personal-schedule",
        N_("Personal schedules"),
        N_("each participant"),
        "mission",
        personal_schedule.compose,
        personal_schedule.document,
        personal_schedule.choices,
    ),
    Paper(
        "emergency-card",
        N_("Emergency cards"),
        N_("each participant, to carry"),
        "mission",
        emergency_card.compose,
        emergency_card.document,
    ),
    Paper(
        "travel-sheet",
        N_("Travel and CO2"),
        N_("the agent and the yearly report"),
        "mission",
        travel_sheet.compose,
        travel_sheet.document,
    ),
    Paper(
        "travel-year",
        N_("Travel and CO2 of a year"),
        N_("the college and the yearly report"),
        "year",
        travel_year.compose,
        travel_year.document,
    ),
    Paper(
        "rooming-list",
        N_("Rooming list"),
        N_("the hotel"),
        "mission",
        rooming_list.compose,
        rooming_list.document,
    ),
    Paper(
        "cost-sheet",
        N_("Cost sheet"),
        N_("the finance service"),
        "mission",
        cost_sheet.compose,
        cost_sheet.document,
    ),
    Paper(
        "mission-report",
        N_("Mission report"),
        N_("the college and partners, once it is back"),
        "mission",
        mission_report.compose,
        mission_report.document,
    ),
    Paper(
        "meeting-schedule",
        N_("Meetings by company"),
        N_("the companies, each its own page"),
        "mission",
        meeting_schedule.compose,
        meeting_schedule.document,
    ),
    Paper(
        "meeting-schedule-hosts",
        N_("Meetings by host"),
        N_("the hosts, each its own page"),
        "mission",
        meeting_schedule.compose,
        meeting_schedule.hosts_document,
    ),
    Paper(
        "meeting-list",
        N_("Meetings of the whole room"),
        N_("who leads the room of tables"),
        "mission",
        meeting_schedule.compose,
        meeting_schedule.list_document,
    ),
)


def paper(kind: str) -> Paper | None:
    """The document of a kind."""
    return next((one for one in CATALOGUE if one.kind == kind), None)
