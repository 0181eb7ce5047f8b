"""How the sample's delegation travels and sleeps, and what it costs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.missions.commands import add_cost, add_leg, add_room, add_singles, set_rate
from app.missions.draft import CostDraft, LegDraft, RateDraft, RoomDraft, ShareDraft
from app.missions.rules.rooms import Kind
from app.missions.rules.shares import Payer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.core.workspace import Workspace

_HOTEL = "Hotel Hakusan"


def plan_travel(
    workspace: Workspace, mission: UUID, people: Sequence[UUID], first: dt.date
) -> None:
    """Legs, rooms and costs of a week in Japan from `first` on; eight people or more."""
    _legs(workspace, mission, people, first)
    _rooms(workspace, mission, people, first)
    _costs(workspace, mission, people, first)


def plan_short_travel(
    workspace: Workspace, mission: UUID, people: Sequence[UUID], first: dt.date
) -> None:
    """Legs to Bergen and back: most by train as far as Hamburg, some all the way by plane."""
    by_rail, in_haste, flying = tuple(people[:6]), tuple(people[6:7]), tuple(people[7:])
    legs = (
        LegDraft("train", "intercity", "NMBS, DB", "", "Gent-Sint-Pieters", "Hamburg Hbf",
                 _at(first, -1, 8), distance_km=742.0, travellers=by_rail),
        LegDraft("plane", "economy", "", "", "BRU Brussels Airport", "HAM Hamburg Airport",
                 _at(first, -1, 18), train_minutes=435, travellers=in_haste,
                 motive="Gemeenteraad tot de middag"),
        LegDraft("plane", "economy", "", "", "HAM Hamburg Airport", "BGO Bergen Airport",
                 _at(first, 0, 9), train_minutes=1_380, travellers=by_rail + in_haste),
        LegDraft("plane", "economy", "", "", "BRU Brussels Airport", "BGO Bergen Airport",
                 _at(first, 0, 7), train_minutes=1_860, travellers=flying),
        LegDraft("coach", "average", "", "", "Bergen", "Mongstad",
                 _at(first, 1, 11, 30), distance_km=66.0, travellers=tuple(people)),
        LegDraft("plane", "economy", "", "", "BGO Bergen Airport", "AMS Amsterdam Schiphol",
                 _at(first, 2, 15), train_minutes=1_740, travellers=tuple(people)),
        LegDraft("plane", "economy", "", "", "AMS Amsterdam Schiphol", "BRU Brussels Airport",
                 _at(first, 2, 18), train_minutes=112, travellers=tuple(people[:4])),
        LegDraft("train", "high_speed", "Eurostar", "", "Schiphol", "Antwerpen-Centraal",
                 _at(first, 2, 18), distance_km=142.0, travellers=tuple(people[4:])),
    )  # fmt: skip
    for leg in legs:
        workspace.run(add_leg, mission, leg)


def _at(first: dt.date, days: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(first + dt.timedelta(days=days), dt.time(hour, minute))


def _legs(workspace: Workspace, mission: UUID, people: Sequence[UUID], first: dt.date) -> None:
    every, port, mayor = tuple(people), tuple(people[2:6]), tuple(people[:2])

    def leg(mode: str, start: str, end: str, days: int, hour: int, **fields: Any) -> None:
        usual: dict[str, Any] = {"departs_at": _at(first, days, hour), "travellers": every}
        draft = LegDraft(mode, start=start, end=end, **{**usual, **fields})
        workspace.run(add_leg, mission, draft)

    leg("train", "Gent-Sint-Pieters", "Brussels Airport-Zaventem", 0, 6, distance_km=68.0,
        travel_class="intercity", operator="NMBS")  # fmt: skip
    leg("plane", "BRU Brussels Airport", "HND Tokyo International Airport", 0, 11,
        travel_class="economy", operator="ANA", number="NH232", travellers=every[2:],
        arrives_at=_at(first, 1, 6, 40))  # fmt: skip
    leg("plane", "BRU Brussels Airport", "HND Tokyo International Airport", 0, 11,
        travel_class="business", operator="ANA", number="NH232", travellers=mayor,
        arrives_at=_at(first, 1, 6, 40))  # fmt: skip
    leg("train", "Tokyo", "Kanazawa", 1, 13, distance_km=451.0, travel_class="high_speed",
        operator="JR", number="Kagayaki 509")  # fmt: skip
    leg("coach", "Kanazawa", "Kanazawa Port", 3, 9, distance_km=9.0, travellers=port)
    leg("taxi", "Kanazawa", "Komatsu", 4, 10, distance_km=32.0, shared_by=3, travellers=port)
    leg("plane", "KMQ Komatsu Airport", "HND Tokyo International Airport", 5, 8,
        travel_class="economy", travellers=mayor, train_minutes=190)  # fmt: skip
    leg("plane", "HND Tokyo International Airport", "BRU Brussels Airport", 6, 11,
        travel_class="economy", operator="ANA", number="NH231")  # fmt: skip
    leg("plane", "BRU Brussels Airport", "GVA Geneva", 8, 7, travellers=mayor, train_minutes=340,
        motive="Dezelfde avond terug voor de gemeenteraad")  # fmt: skip


def _rooms(workspace: Workspace, mission: UUID, people: Sequence[UUID], first: dt.date) -> None:
    def room(kind: str, number: str, *sleepers: UUID, note: str = "") -> RoomDraft:
        return RoomDraft(
            _HOTEL, kind, number, first + dt.timedelta(days=1), first + dt.timedelta(days=6),
            note, sleepers,
        )  # fmt: skip

    workspace.run(add_room, mission, room(Kind.SUITE, "1201", people[0], note="Hoge verdieping"))
    workspace.run(add_singles, mission, room(Kind.SINGLE, ""), people[1:3])
    workspace.run(add_room, mission, room(Kind.TWIN, "804", *people[3:5]))
    workspace.run(add_room, mission, room(Kind.DOUBLE, "805", people[5]))


def _costs(workspace: Workspace, mission: UUID, people: Sequence[UUID], first: dt.date) -> None:
    day = first - dt.timedelta(days=60)
    source = "Verzonnen voor het voorbeeld"
    workspace.run(set_rate, RateDraft("JPY", day, "0.0061", source))
    each, city = ShareDraft(Payer.PARTICIPANT), ShareDraft(Payer.CITY)
    voka = ShareDraft(Payer.PARTNER, 1, "Kamer van koophandel")
    own = (
        ShareDraft(Payer.CITY, 1),
        *[ShareDraft(Payer.PARTICIPANT, participant=one) for one in people[2:6]],
    )
    lines = (
        CostDraft("Vluchten", 1_240_000, 1_238_455, "Reisbureau", "EUR", day, (each,)),
        CostDraft("Hotel", 1_560_000, 1_562_300, "", "JPY", first, (each,)),
        CostDraft("Ontvangst in de residentie", 480_000, None, "", "JPY", first, (city, voka)),
        CostDraft("Autocar en taxi’s", 96_000, None, "", "JPY", first, own),
        CostDraft("Tolk", 180_000, None, "", "EUR", None, ()),
    )
    for line in lines:
        workspace.run(add_cost, mission, line)
