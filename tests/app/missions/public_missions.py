"""Three missions as they were in public, entered as an office would: people are invented.

The frames are those of reports (DOMAIN §2.1): a mayor and one official in Kanazawa from 5 to 11
June with a company meeting in Tokyo first; a city's delegation inside a federal mission of six
hundred to four cities of Japan, 5 to 9 December 2022; a mayor, a port's chief executive and a
business developer inside a federal mission.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_organisation, add_person
from app.contacts.draft import OrganisationDraft, PersonDraft
from app.core.text import Language
from app.dossiers.draft import DossierDraft, ProgrammeDraft
from app.missions.commands import (
    add_cost,
    add_leg,
    add_mission,
    add_mission_line,
    add_participants,
    add_singles,
    change_participant,
    set_destinations,
    set_objectives,
    set_rate,
)
from app.missions.draft import (
    CostDraft,
    DestinationDraft,
    LegDraft,
    MissionDraft,
    MissionLineDraft,
    ObjectiveDraft,
    RateDraft,
    RoomDraft,
    ShareDraft,
)
from app.missions.queries import mission_programme, participant
from app.missions.rules.mission import Kind
from app.missions.rules.rooms import Kind as RoomKind
from app.missions.rules.shares import Payer
from tests.builders import make_people, participant_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.core.workspace import Workspace

TOKYO = "Asia/Tokyo"
JAPAN = ("Tokyo", "Nagoya", "Osaka", "Kyoto")
Line = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Along:
    """Somebody who goes along."""

    given: str
    family: str
    role: str
    title: str
    organisation: str
    bio: str = ""
    groups: tuple[str, ...] = ()


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """A local time, as the model keeps it."""
    return dt.datetime.combine(day, dt.time(hour, minute))


class Office:
    """An office in which a mission is entered."""

    def __init__(self, workspace: Workspace) -> None:
        self.run = workspace.run
        self.ask = workspace.ask
        self._bodies: dict[str, UUID] = {}

    def body(self, name: str, **fields: Any) -> UUID:
        """An organisation by its name."""
        if name not in self._bodies:
            draft = OrganisationDraft(**{"kind": "company", "name": name, **fields})
            self._bodies[name] = self.run(add_organisation, draft)
        return self._bodies[name]

    def mission(self, kind: str, dossier: DossierDraft, **fields: Any) -> UUID:
        """Open its dossier."""
        return self.run(add_mission, MissionDraft(dossier, kind, **fields))

    def along(self, mission: UUID, people: Sequence[Along]) -> list[UUID]:
        """Put people into the delegation, as they are at the time."""
        made = []
        for one in people:
            person = self.run(add_person, PersonDraft(family_name=one.family, given_name=one.given))
            self.run(add_participants, mission, [person], one.role, "confirmed")
            row_id = self.ask(participant_of, mission, person)
            kept = self.ask(participant, row_id, Language.NL)
            draft = replace(
                kept.draft, title=one.title, organisation_name=one.organisation, bio=one.bio,
                groups=one.groups,
            )  # fmt: skip
            self.run(change_participant, row_id, None, draft)
            made.append(row_id)
        return made

    def programme(self, mission: UUID, lines: Sequence[Line]) -> None:
        """Lines of the programme: when (local), minutes, what, where, for which groups."""
        groups = {one.name: one.id for one in self.ask(mission_programme, mission).groups}
        for starts_at, minutes, title, place, *names in lines:
            draft = ProgrammeDraft(title, starts_at, minutes, place, fixed=True)
            whom = tuple(groups[one] for one in names)
            self.run(add_mission_line, mission, MissionLineDraft(draft, whom))

    def leg(self, mission: UUID, mode: str, start: str, end: str, **fields: Any) -> None:
        """A stretch of the journey."""
        self.run(add_leg, mission, LegDraft(mode, start=start, end=end, **fields))


def kanazawa(workspace: Workspace) -> UUID:
    """The mayor and one official; a representative of the embassy joins on the spot."""
    office, first = Office(workspace), dt.date(2026, 6, 5)
    office.body("Belgian embassy in Tokyo", kind="embassy", country="BE",
                host_country="JP", city="Tokyo")  # fmt: skip
    mission = office.mission(
        Kind.SISTER_CITY_VISIT,
        DossierDraft(
            title="Official visit to the sister city of Kanazawa",
            reason="A visit of this kind is paid once in a mayor's term.",
            starts_at=at(first, 8), ends_at=at(dt.date(2026, 6, 11), 20), goals=(11, 17),
            place="Tokyo, Kanazawa",
        ),
        decision="2026/0417", decided_on=dt.date(2026, 4, 16), budget=1_450_000,
        foreword="For half a century two cities of crafts have learnt from each other.",
        practical="Plugs are of type A, 100 V. Trams and buses take cards.",
        emergency="Ambulance and fire 119, police 110.",
    )  # fmt: skip
    office.run(set_destinations, mission, [
        DestinationDraft("Tokyo", "JP", TOKYO, dt.date(2026, 6, 6), dt.date(2026, 6, 8)),
        DestinationDraft("Kanazawa", "JP", TOKYO, dt.date(2026, 6, 8), dt.date(2026, 6, 11),
                         "Sister city since 1971; crafts, gold leaf, theatre."),
    ])  # fmt: skip
    office.run(
        set_objectives,
        mission,
        [
            ObjectiveDraft("Companies meet Ghent in Tokyo", "Companies at the table", "12"),
            ObjectiveDraft("Pupils of both theatre schools", "Exchanges agreed on", "1"),
        ],
    )
    people = office.along(mission, [
        Along("Odette", "Vlaeminck", "head", "Mayor", "City of Ghent",
              "Mayor since 2025; was alderman of education."),
        Along("Joris", "Depoorter", "official", "Adviser international policy", "City of Ghent"),
        Along("Mireille", "Castaigne", "official", "First secretary", "Belgian embassy in Tokyo"),
    ])  # fmt: skip
    day = [first + dt.timedelta(days=n) for n in range(7)]
    office.programme(mission, [
        (at(day[2], 9, 30), 120, "Meeting with companies", "Chamber of commerce, Tokyo"),
        (at(day[2], 18), 150, "Dinner of the embassy", "Residence, Tokyo"),
        (at(day[3], 15), 60, "Talks between the mayors", "City hall of Kanazawa"),
        (at(day[3], 19), 120, "Dinner offered by the mayor", "Kanazawa"),
        (at(day[4], 10), 90, "Lecture at the university", "Kanazawa"),
        (at(day[4], 14), 180, "Festival of the city", "Castle park, Kanazawa"),
        (at(day[5], 10), 120, "Visit to the theatre school", "Kanazawa"),
    ])  # fmt: skip
    going = tuple(people[:2])
    office.leg(mission, "train", "Gent-Sint-Pieters", "Brussels Airport-Zaventem",
               distance_km=68.0, travel_class="intercity", departs_at=at(day[0], 7),
               travellers=going)  # fmt: skip
    office.leg(mission, "plane", "BRU", "HND", travel_class="economy", departs_at=at(day[0], 11),
               arrives_at=at(day[1], 7), travellers=going)  # fmt: skip
    office.leg(mission, "train", "Tokyo", "Kanazawa", distance_km=451.0,
               travel_class="high_speed", departs_at=at(day[3], 9), arrives_at=at(day[3], 12),
               travellers=tuple(people))  # fmt: skip
    office.leg(mission, "plane", "HND", "BRU", travel_class="economy", departs_at=at(day[6], 11),
               arrives_at=at(day[6], 18), travellers=going)  # fmt: skip
    hotel = RoomDraft("Hotel Asanogawa", RoomKind.SINGLE, "", day[3], day[6])
    office.run(add_singles, mission, hotel, list(going))
    office.run(set_rate, RateDraft("JPY", dt.date(2026, 5, 4), "0.0061", "Invented for a test"))
    office.run(add_cost, mission, CostDraft("Flights", 340_000, 338_210, spent_on=day[0]))
    office.run(add_cost, mission, CostDraft("Hotel", 210_000, 214_300, currency="JPY",
                                            spent_on=day[3]))  # fmt: skip
    return mission


def japan(workspace: Workspace, number: int = 600) -> tuple[UUID, UUID]:
    """A federal mission of `number` to four cities, and the city's delegation inside it."""
    office, first = Office(workspace), dt.date(2022, 12, 5)
    last = dt.date(2022, 12, 9)
    agency = office.body("Agency for Foreign Trade", kind="ministry", country="BE", city="Brussels")
    dossier = DossierDraft(title="Economic mission to Japan", starts_at=at(first, 8),
                           ends_at=at(last, 20), place=", ".join(JAPAN))  # fmt: skip
    whole = office.mission(Kind.STATE_MISSION, dossier, organiser=agency)
    stays = [DestinationDraft(city, "JP", TOKYO, first + dt.timedelta(days=n),
                              first + dt.timedelta(days=n + 1))
             for n, city in enumerate(JAPAN)]  # fmt: skip
    office.run(set_destinations, whole, stays)
    drafts = [PersonDraft(f"Delegatie {n:03d}", "Noor") for n in range(number)]
    people = make_people(workspace, drafts)
    office.run(add_participants, whole, people, "business", "confirmed")
    city = office.mission(
        Kind.STATE_MISSION, replace(dossier, title="Ghent in the mission to Japan"),
        organiser=agency, parent=whole, budget=2_600_000, decided_on=dt.date(2022, 9, 29),
    )  # fmt: skip
    office.run(set_destinations, city, stays)
    along = [
        Along("Odette", "Vlaeminck", "head", "Mayor", "City of Ghent"),
        Along("Rachid", "El Amrani", "deputy", "Alderman for the port", "City of Ghent"),
        Along("Joris", "Depoorter", "official", "Adviser international policy", "City of Ghent"),
        Along("Greet", "Maenhout", "business", "Chief executive", "Port of the Canal",
              groups=("Ports",)),
        Along("Wim", "Pauwels", "business", "Business developer", "Port of the Canal",
              groups=("Ports",)),
        Along("Katrien", "De Zutter", "academic", "Vice-rector", "University by the Leie",
              groups=("Life sciences",)),
        Along("Samuel", "Okonkwo", "business", "Managing director", "Enzymes & Co",
              groups=("Life sciences",)),
        Along("Lieve", "Braeckman", "press", "Spokesperson", "City of Ghent"),
    ]  # fmt: skip
    going = office.along(city, along)
    office.programme(city, [
        (at(first, 19), 120, "Welcome dinner", "Tokyo"),
        (at(first + dt.timedelta(days=1), 7, 30), 90, "Power breakfast", "Hotel, Tokyo"),
        (at(first + dt.timedelta(days=1), 10), 120, "Seminar on hydrogen", "Tokyo", "Ports"),
        (at(first + dt.timedelta(days=1), 10), 120, "Visit to a laboratory", "Tokyo",
         "Life sciences"),
        (at(first + dt.timedelta(days=1), 15), 60, "Signing ceremony", "Tokyo"),
        (at(first + dt.timedelta(days=2), 10), 150, "Visit to a company", "Nagoya"),
        (at(first + dt.timedelta(days=3), 10), 120, "Seminar on life sciences", "Osaka"),
        (at(first + dt.timedelta(days=4), 10), 90, "Visit to the university", "Kyoto"),
    ])  # fmt: skip
    every = tuple(going)
    office.leg(city, "plane", "BRU", "NRT", travel_class="economy",
               departs_at=at(first - dt.timedelta(days=1), 11), arrives_at=at(first, 8),
               travellers=every)  # fmt: skip
    for n, (start, end, km) in enumerate((("Tokyo", "Nagoya", 342.0), ("Nagoya", "Osaka", 173.0),
                                          ("Osaka", "Kyoto", 43.0)), 1):  # fmt: skip
        office.leg(city, "train", start, end, distance_km=km, travel_class="high_speed",
                   departs_at=at(first + dt.timedelta(days=n), 17),
                   arrives_at=at(first + dt.timedelta(days=n), 19), travellers=every)  # fmt: skip
    office.leg(city, "plane", "KIX", "BRU", travel_class="economy", departs_at=at(last, 22),
               arrives_at=at(last + dt.timedelta(days=1), 6), travellers=every)  # fmt: skip
    shares = (ShareDraft(Payer.CITY, 1), ShareDraft(Payer.PARTICIPANT))
    office.run(add_cost, city, CostDraft("Flights", 1_120_000, 1_118_437, shares=shares))
    return whole, city


def port(workspace: Workspace) -> tuple[UUID, UUID]:
    """A mayor, a port's chief executive and a business developer inside a federal mission."""
    office, first = Office(workspace), dt.date(2023, 2, 6)
    last = dt.date(2023, 2, 9)
    dossier = DossierDraft(title="Federal mission: offshore and ports", starts_at=at(first, 8),
                           ends_at=at(last, 20), place="Aberdeen, Edinburgh")  # fmt: skip
    whole = office.mission(Kind.STATE_MISSION, dossier)
    mission = office.mission(Kind.TRADE_MISSION, replace(dossier, title="Port visit to Aberdeen"),
                             parent=whole)  # fmt: skip
    office.run(set_destinations, mission, [
        DestinationDraft("Aberdeen", "GB", "Europe/London", first, dt.date(2023, 2, 8)),
        DestinationDraft("Edinburgh", "GB", "Europe/London", dt.date(2023, 2, 8), last),
    ])  # fmt: skip
    going = tuple(office.along(mission, [
        Along("Bart", "Vansteenkiste", "head", "Mayor", "City on Sea"),
        Along("Dirk", "Lagae", "deputy", "Chief executive", "Port on Sea"),
        Along("Ann", "Hoste", "business", "Business developer", "Port on Sea"),
    ]))  # fmt: skip
    office.programme(mission, [
        (at(dt.date(2023, 2, 7), 9, 30), 90, "Panel: ports and offshore wind", "Aberdeen"),
        (at(dt.date(2023, 2, 7), 14), 120, "Visit to a maker of turbines", "Aberdeen"),
        (at(dt.date(2023, 2, 8), 11), 90, "Talks with the port", "Edinburgh"),
    ])  # fmt: skip
    office.leg(mission, "train", "Oostende", "London", distance_km=440.0,
               travel_class="high_speed", departs_at=at(first, 8), arrives_at=at(first, 12),
               travellers=going)  # fmt: skip
    office.leg(mission, "train", "London", "Aberdeen", distance_km=843.0, travel_class="intercity",
               departs_at=at(first, 13), arrives_at=at(first, 20), travellers=going)  # fmt: skip
    office.leg(mission, "plane", "EDI", "BRU", travel_class="economy", departs_at=at(last, 18),
               arrives_at=at(last, 21), travellers=going, train_minutes=780,
               motive="The council sits the next morning")  # fmt: skip
    return whole, mission
