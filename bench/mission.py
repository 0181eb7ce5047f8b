"""Puts a mission with a large delegation into an office: `python -m bench.mission OFFICE COUNT`."""

from __future__ import annotations

import datetime as dt
import sys
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.contacts.draft import ContactDraft, OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.model import Organisation
from app.core.command import command
from app.core.directory import View
from app.core.office import open_office
from app.core.search import ordered_ids
from app.core.text import N_
from app.dossiers.commands import add_agreement, add_gift, add_task, set_programme
from app.dossiers.draft import (
    AgreementDraft,
    DossierDraft,
    GiftDraft,
    ProgrammeDraft,
    TaskDraft,
)
from app.interchange.adding import import_contacts
from app.missions.commands import (
    add_cost,
    add_leg,
    add_mission,
    add_participants,
    add_room,
    group_participants,
    keep_papers,
    set_destinations,
    set_objectives,
    set_participant_status,
    set_rate,
    take_schedule,
    withdraw,
)
from app.missions.draft import (
    CostDraft,
    DestinationDraft,
    LegDraft,
    MissionDraft,
    ObjectiveDraft,
    PapersDraft,
    RateDraft,
    RoomDraft,
    ShareDraft,
)
from app.missions.furnish import furnish_missing_factors
from app.missions.model import Participant
from app.missions.queries import propose
from app.missions.rules.rooms import Kind
from app.missions.rules.shares import Payer
from app.schema import TRADE
from bench import fair
from bench.people import COLUMNS, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

FIRST = dt.datetime(2027, 5, 10, 9, 0)  # noqa: DTZ001 - local time, as the model keeps it
_DAYS, _GROUPS, _COMPANIES = 8, 12, 180
_CITIES = ("Tokyo", "Kanazawa", "Osaka", "Fukuoka")
_WITH_PAPERS = 5  # one in so many has no papers yet
_LINES_A_DAY = 9
_FAIR_DAY, _WISHES, _BROUGHT = 1, 12, 20


def build(workspace: Workspace, count: int) -> UUID:
    """A mission of `count` participants with everything a mission can have; its id."""
    workspace.run(furnish_missing_factors)
    workspace.run(import_contacts, _contacts(count), "delegation")
    found = workspace.ask(ordered_ids, View(kinds=("person",)), "docid")
    persons = [UUID(bytes=found[at : at + 16]) for at in range(0, len(found), 16)][:count]
    dossier = DossierDraft(
        title="Federal mission to Japan", starts_at=FIRST, ends_at=FIRST + dt.timedelta(_DAYS)
    )
    mission = workspace.run(add_mission, MissionDraft(dossier, "state_mission"))
    workspace.run(add_participants, mission, persons)
    along = workspace.ask(_participants, mission)
    workspace.run(set_participant_status, along[: count * 3 // 5], "confirmed")
    workspace.run(withdraw, along[-count // 20 :], "half", FIRST.date() - dt.timedelta(30))
    going = along[: -count // 20]
    for number in range(_GROUPS):
        workspace.run(group_participants, going[number::_GROUPS], f"Group {number + 1}")
    _aims(workspace, mission)
    _programme(workspace, mission)
    workspace.run(_papers, along)
    workspace.run(_legs, mission, going)
    workspace.run(_rooms, mission, going)
    workspace.run(_costs, mission, going)
    _meetings(workspace, mission)
    workspace.run(_after, mission)
    return mission


def _contacts(count: int) -> Iterator[ContactDraft]:
    for number, row in enumerate(people(count)):
        told = dict(zip(COLUMNS, row, strict=True))
        person = PersonDraft(
            told["Family name"], told["Given name"], native_name=told["Native name"],
            language=told["Language"], emails=(told["Email"],), phones=(told["Phone"],),
        )  # fmt: skip
        company = OrganisationDraft(f"Company {number % _COMPANIES:03}", "company", "BE")
        yield ContactDraft(person, company, PostingDraft("director"))


def _participants(session: Session, mission: UUID) -> list[UUID]:
    wanted = select(Participant.id).where(Participant.mission_id == mission)
    return list(session.scalars(wanted.order_by(Participant.id)))


def _day(days: int, hour: int = 9, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(FIRST.date() + dt.timedelta(days), dt.time(hour, minute))


def _aims(workspace: Workspace, mission: UUID) -> None:
    stops = [
        DestinationDraft(city, "JP", "Asia/Tokyo", _day(2 * at).date(), _day(2 * at + 2).date(),
                         "Population, economy, and who receives.")
        for at, city in enumerate(_CITIES)
    ]  # fmt: skip
    workspace.run(set_destinations, mission, stops)
    aims = [ObjectiveDraft(f"Objective {at}", "agreements", "3") for at in range(6)]
    workspace.run(set_objectives, mission, aims)
    for at in range(30):
        due = FIRST.date() - dt.timedelta(days=3 * at)
        workspace.run(add_task, TaskDraft(title=f"Task {at}", due_on=due, dossier=mission))


def _programme(workspace: Workspace, mission: UUID) -> None:
    lines = [
        ProgrammeDraft(f"Item {day + 1}.{at + 1}", _day(day, 9 + at), 45, _CITIES[day // 2 % 4])
        for day in range(_DAYS)
        if day != _FAIR_DAY
        for at in range(_LINES_A_DAY)
    ]
    workspace.run(set_programme, mission, lines)


@command(N_("Papers for the bench"))
def _papers(session: Session, along: list[UUID]) -> None:
    for number, one in enumerate(along):
        if number % _WITH_PAPERS:
            draft = PapersDraft(
                "INVENTED NAME", "INVENTED NAME", f"EX{number:07}", "BE",
                expires_on=FIRST.date() + dt.timedelta(days=100 + number), visa="asked",
            )  # fmt: skip
            keep_papers(session, one, None, draft)


@command(N_("Legs for the bench"))
def _legs(session: Session, mission: UUID, going: list[UUID]) -> None:
    def leg(mode: str, start: str, end: str, at: dt.datetime, who: list[UUID], **more: object
            ) -> None:  # fmt: skip
        draft = LegDraft(mode, start=start, end=end, departs_at=at, travellers=tuple(who), **more)  # type: ignore[arg-type]  # fields of a leg
        add_leg(session, mission, draft)

    for part in range(4):
        who = going[part::4]
        leg("plane", "BRU Brussels Airport", "HND Tokyo", _day(0, 10 + part), who,
            travel_class="economy")  # fmt: skip
        leg("plane", "HND Tokyo", "BRU Brussels Airport", _day(_DAYS, 10 + part), who,
            travel_class="economy")  # fmt: skip
    for at, (start, end) in enumerate(pairwise(_CITIES)):
        leg("train", start, end, _day(2 * at + 2), going, distance_km=400.0 + 10 * at,
            travel_class="high_speed")  # fmt: skip
    for number in range(_GROUPS):
        for day in range(_DAYS):
            leg("coach", f"Hotel {number + 1}", "Venue", _day(day, 8, number),
                going[number::_GROUPS], distance_km=12.0)  # fmt: skip


@command(N_("Rooms for the bench"))
def _rooms(session: Session, mission: UUID, going: list[UUID]) -> None:
    for number, one in enumerate(going[: len(going) * 9 // 10]):
        draft = RoomDraft(
            f"Hotel {number % 4 + 1}", Kind.SINGLE, str(number), _day(0).date(),
            _day(_DAYS).date(), "", (one,),
        )  # fmt: skip
        add_room(session, mission, draft)


@command(N_("Costs for the bench"))
def _costs(session: Session, mission: UUID, going: list[UUID]) -> None:
    set_rate(session, RateDraft("JPY", FIRST.date() - dt.timedelta(60), "0.0061", "Invented"))
    each = (ShareDraft(Payer.PARTICIPANT),)
    own = tuple(ShareDraft(Payer.PARTICIPANT, participant=one) for one in going[::_GROUPS])
    shared = (ShareDraft(Payer.CITY, 1), ShareDraft(Payer.PARTNER, 2, "Chamber of commerce"))
    for number in range(40):
        currency = "JPY" if number % 2 else "EUR"
        draft = CostDraft(
            f"Cost {number}", 100_000 + 137 * number, None, "", currency, FIRST.date(),
            (each, own, shared, ())[number % 4],
        )  # fmt: skip
        add_cost(session, mission, draft)


def _meetings(workspace: Workspace, mission: UUID) -> None:
    firms = workspace.ask(_companies)
    board = fair.fill(workspace, mission, _WISHES, 0.1, None, firms)
    made = propose(board)
    workspace.run(take_schedule, mission, made.seen, made.meetings)


def _companies(session: Session) -> list[UUID]:
    known = select(Organisation.id).where(Organisation.name.startswith("Company "))
    return list(session.scalars(known.order_by(Organisation.name).limit(fair.COMPANIES)))


@command(N_("What a mission brought, for the bench"))
def _after(session: Session, mission: UUID) -> None:
    for number in range(_BROUGHT):
        add_agreement(session, AgreementDraft(f"Agreement {number}", dossier=mission))
        add_gift(session, GiftDraft(f"Gift {number}", receiver="Host", dossier=mission))


if __name__ == "__main__":
    office = open_office(sys.argv[1], TRADE)
    made = build(office, int(sys.argv[2]))
    office.close()
    sys.stdout.write(f"{made.hex}\n")
