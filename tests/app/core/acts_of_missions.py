"""What the property of undo does to missions: their dossier, delegation, programme and figures."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.contacts.model import Organisation, Person
from app.dossiers.draft import MoveDraft, ProgrammeDraft
from app.dossiers.model import CostLine, ProgrammeItem, Template
from app.missions import commands as missions
from app.missions.draft import (
    CostDraft,
    DayCopy,
    DestinationDraft,
    LegDraft,
    MissionAlong,
    MissionBeginningDraft,
    MissionCopyDraft,
    MissionLineDraft,
    ObjectiveDraft,
    ParticipantDraft,
    RateDraft,
    RoomDraft,
    ShareDraft,
    TextDraft,
    TextsDraft,
)
from app.missions.model import (
    Destination,
    ExchangeRate,
    Leg,
    Mission,
    Objective,
    Participant,
    ParticipantGroup,
    Room,
)
from app.missions.rules.delegation import Role, Status
from app.missions.rules.withdrawal import Withdrawal, free_until
from tests.builders import mission_draft

if TYPE_CHECKING:
    from collections.abc import Callable

ZONES = ("Asia/Tokyo", "Pacific/Honolulu", "", "Europe/Lisbon")
ANSWERS = ("yes", "no such answer", "partly")
PARTS = ("foreword", "practical", "emergency")


def _moment(a: int, b: int) -> dt.datetime:
    return dt.datetime(2027, 1 + a % 12, 1 + b % 28, 10 + a % 8)  # noqa: DTZ001 - local time, as the model keeps it


def _mission(desk: Any, a: int, b: int, word: str) -> Any:
    start = _moment(a, b) if b % 4 else None
    end = start + dt.timedelta(days=a % 9) if start else None
    organiser = desk.pick(Organisation, a) if a % 2 else None
    parent = desk.pick(Mission, b) if b % 3 == 0 and desk.ids(Mission) else None
    return mission_draft(
        title=word, starts_at=start, ends_at=end, organiser=organiser, parent=parent, decision=word
    )


def _places(a: int, b: int) -> list[DestinationDraft]:
    cities = ("Kanazawa", "Tokyo", "Honolulu", "Porto")
    return [
        DestinationDraft(cities[(a + at) % 4], "JP", ZONES[(a + at) % 4], _moment(a, b).date())
        for at in range(b % 4)
    ]


def _begin(desk: Any, a: int, b: int, word: str) -> object:
    template = desk.pick(Template, a) if a % 3 == 0 else None
    draft = MissionBeginningDraft(_mission(desk, a, b, word), template, tuple(_places(a, b)))
    return desk.workspace.run(missions.begin_mission, draft)


def _copy(desk: Any, a: int, b: int, word: str) -> object:
    own = frozenset(tuple(MissionAlong)[a % 5 :]) if a % 2 else frozenset(MissionAlong)
    draft = MissionCopyDraft(word, _moment(a, b) if b % 3 else None, own=own)
    return desk.workspace.run(missions.copy_mission, desk.pick(Mission, a), draft)


def _objectives(desk: Any, a: int, b: int, word: str) -> object:
    drafts = [ObjectiveDraft(word, str(at), result=word) for at in range(b % 4)]
    return desk.workspace.run(missions.set_objectives, desk.pick(Mission, a), drafts)


def _texts(desk: Any, a: int, b: int, word: str) -> object:
    spoken = ("nl", "fr", "en")[b % 3]
    texts = [TextDraft(PARTS[a % 3], spoken, word)]
    if a % 2:
        texts.append(TextDraft("facts", spoken, word, desk.pick(Destination, b)))
    return desk.workspace.run(missions.set_texts, desk.pick(Mission, a), TextsDraft(tuple(texts)))


def _participant(desk: Any, a: int, b: int, word: str) -> object:
    draft = ParticipantDraft(
        tuple(Role)[a % 12], tuple(Status)[b % 4], word, word, word, word,
        ("ports", word)[: b % 3], desk.pick(Participant, b) if b % 2 else None,
        _moment(a, b), None, word,
    )  # fmt: skip
    return desk.workspace.run(missions.change_participant, desk.pick(Participant, a), None, draft)


def _withdraw(desk: Any, a: int, b: int, _word: str) -> object:
    rule = free_until(_moment(a, b).date()) if b % 2 else tuple(Withdrawal)[a % 5]
    going = desk.ids(Participant)[: a % 3]
    return desk.workspace.run(missions.withdraw, going, rule, _moment(b, a).date())


def _line(desk: Any, a: int, b: int, word: str) -> MissionLineDraft:
    line = ProgrammeDraft(word, _moment(a, b) if b % 5 else None, b % 90, time_zone=ZONES[a % 4])
    groups, people = desk.ids(ParticipantGroup)[: a % 2], desk.ids(Participant)[: b % 3]
    return MissionLineDraft(line, tuple(groups), tuple(people))


def _copy_day(desk: Any, a: int, b: int, _word: str) -> object:
    to_day = _moment(b, a).date()
    draft = DayCopy(_moment(a, b).date(), desk.pick(ParticipantGroup, a), to_day)
    return desk.workspace.run(missions.copy_day, desk.pick(Mission, a), draft)


def _leg(desk: Any, a: int, b: int, word: str) -> object:
    mode = ("train", "plane", "car")[a % 3]
    places = ("BRU", "HND", "HNL", word)
    riders = tuple(desk.ids(Participant)[: b % 4])
    draft = LegDraft(
        mode, start=places[a % 4], end=places[b % 4], departs_at=_moment(a, b),
        distance_km=a * 10 or None, travellers=riders,
    )  # fmt: skip
    if a % 3 == 0:
        return desk.workspace.run(missions.change_leg, desk.pick(Leg, b), None, draft)
    return desk.workspace.run(missions.add_leg, desk.pick(Mission, a), draft)


def _room(desk: Any, a: int, b: int, word: str) -> object:
    draft = RoomDraft(word, ("single", "double")[b % 2], sleepers=tuple(desk.ids(Participant)[:a]))
    if a % 3 == 0:
        return desk.workspace.run(missions.change_room, desk.pick(Room, b), None, draft)
    return desk.workspace.run(missions.add_room, desk.pick(Mission, b), draft)


def _cost(desk: Any, a: int, b: int, word: str) -> object:
    shares = (
        ShareDraft("city", a % 3),
        ShareDraft("participant", 1, participant=desk.pick(Participant, b) if b % 2 else None),
        ShareDraft("partner", b % 4, word),
    )[: b % 4]
    draft = CostDraft(word, a * 100, b * 100, currency=("EUR", "JPY")[a % 2], shares=shares)
    if a % 3 == 0:
        return desk.workspace.run(missions.change_cost, desk.pick(CostLine, b), None, draft)
    return desk.workspace.run(missions.add_cost, desk.pick(Mission, b), draft)


ACTS: dict[str, Callable[[Any, int, int, str], object]] = {
    "begin mission": _begin,
    "copy mission": _copy,
    "change mission": lambda d, a, b, w: d.workspace.run(
        missions.change_mission, d.pick(Mission, a), None, _mission(d, a, b, w)
    ),
    "move mission": lambda d, a, b, _w: d.workspace.run(
        missions.move_mission, d.pick(Mission, a), None, MoveDraft(_moment(b, a))
    ),
    "remove mission": lambda d, a, _b, _w: d.workspace.run(
        missions.remove_mission, d.pick(Mission, a)
    ),
    "close mission": lambda d, a, b, _w: d.workspace.run(
        missions.close_mission, d.pick(Mission, a), despite=bool(b % 2)
    ),
    "reopen mission": lambda d, a, _b, _w: d.workspace.run(
        missions.reopen_mission, d.pick(Mission, a)
    ),
    "set destinations": lambda d, a, b, _w: d.workspace.run(
        missions.set_destinations, d.pick(Mission, a), _places(a, b)
    ),
    "set objectives": _objectives,
    "set result": lambda d, a, b, w: d.workspace.run(
        missions.set_result, d.pick(Objective, a), None, ANSWERS[b % 3], w
    ),
    "set texts": _texts,
    "add participants": lambda d, a, b, _w: d.workspace.run(
        missions.add_participants, d.pick(Mission, a), d.ids(Person)[: b % 5]
    ),
    "change participant": _participant,
    "set participant status": lambda d, a, b, _w: d.workspace.run(
        missions.set_participant_status, d.ids(Participant)[: a % 3], tuple(Status)[b % 4]
    ),
    "withdraw": _withdraw,
    "group participants": lambda d, a, b, w: d.workspace.run(
        missions.group_participants, d.ids(Participant)[b % 3 :][: a % 4], w
    ),
    "move participant": lambda d, a, b, w: d.workspace.run(
        missions.move_participant, d.pick(Participant, a), b % 10, w
    ),
    "host order": lambda d, a, _b, _w: d.workspace.run(
        missions.set_host_order, d.ids(Participant)[: a % 4]
    ),
    "set face": lambda d, a, b, w: d.workspace.run(
        missions.set_face, d.pick(Participant, a), None, w.encode() or None, ("", "yes")[b % 2]
    ),
    "remove participants": lambda d, a, b, _w: d.workspace.run(
        missions.remove_participants, d.ids(Participant)[b % 3 :][: 1 + a % 3]
    ),
    "add mission line": lambda d, a, b, w: d.workspace.run(
        missions.add_mission_line, d.pick(Mission, b), _line(d, a, b, w)
    ),
    "change mission line": lambda d, a, b, w: d.workspace.run(
        missions.change_mission_line, d.pick(ProgrammeItem, b), None, _line(d, a, b, w)
    ),
    "shift mission lines": lambda d, a, b, _w: d.workspace.run(
        missions.shift_mission_lines, d.pick(ProgrammeItem, a), b - 20
    ),
    "set line whom": lambda d, a, b, _w: d.workspace.run(
        missions.set_line_whom, d.ids(ProgrammeItem)[: a % 3],
        d.ids(ParticipantGroup)[: b % 2], d.ids(Participant)[: b % 3],
    ),
    "copy day": _copy_day,
    "leg": _leg,
    "put on legs": lambda d, a, b, _w: d.workspace.run(
        missions.put_on_legs, d.ids(Leg)[: a % 3], d.ids(Participant)[: b % 4]
    ),
    "recount legs": lambda d, a, _b, _w: d.workspace.run(missions.recount_legs, d.ids(Leg)[:a]),
    "remove legs": lambda d, a, _b, _w: d.workspace.run(missions.remove_legs, d.ids(Leg)[: a % 3]),
    "room": _room,
    "add singles": lambda d, a, b, w: d.workspace.run(
        missions.add_singles, d.pick(Mission, a), RoomDraft(w), d.ids(Participant)[: b % 3]
    ),
    "remove rooms": lambda d, a, _b, _w: d.workspace.run(
        missions.remove_rooms, d.ids(Room)[: a % 3]
    ),
    "cost": _cost,
    "remove costs": lambda d, a, _b, _w: d.workspace.run(
        missions.remove_costs, d.ids(CostLine)[: a % 3]
    ),
    "set rate": lambda d, a, b, w: d.workspace.run(
        missions.set_rate, RateDraft("JPY", _moment(a % 2, b % 2).date(), f"0.00{a + 1}", w)
    ),
    "remove rate": lambda d, a, _b, _w: d.workspace.run(
        missions.remove_rate, d.pick(ExchangeRate, a)
    ),
}  # fmt: skip

SEED = (
    ("begin mission", 1, 2, "Kanazawa"),
    ("add participants", 0, 3, ""),
    ("group participants", 2, 0, "ports"),
    ("add mission line", 1, 7, "Harbour"),
)
"""A mission with somebody in it, to begin with."""
