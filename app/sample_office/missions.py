"""The missions of the sample, of `missions.json`: one that came back, one that is to leave."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.core.text import Language
from app.dossiers.commands import set_partners, set_stage
from app.dossiers.draft import DossierDraft, PartnerDraft
from app.dossiers.rules.templates import MISSION
from app.missions.commands import (
    add_participants,
    begin_mission,
    change_mission,
    change_participant,
    keep_papers,
    move_participant,
    set_destinations,
    set_objectives,
    withdraw,
)
from app.missions.draft import (
    DestinationDraft,
    MissionBeginningDraft,
    MissionDraft,
    ObjectiveDraft,
    PapersDraft,
)
from app.missions.model import Participant
from app.missions.queries import mission_sheet, participant
from app.sample_office.itineraries import plan_itinerary
from app.sample_office.meetings import FAIR, plan_meetings
from app.sample_office.mission_after import plan_after
from app.sample_office.stages import template_for, work_off
from app.sample_office.travel import plan_short_travel, plan_travel

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.sample_office import Builder

_FILE = Path(__file__).parents[2] / "resources" / "sample" / "missions.json"
_WORDS = ("title", "subtitle", "origin", "reason", "objective")
_PLAIN = ("decision", "practical", "emergency", "foreword")


def plan_missions(builder: Builder) -> None:
    """Everything on its day: the decision, registrations, changes, the return."""
    for told in json.loads(_FILE.read_text(encoding="utf-8")):
        _plan(builder, told)


def _plan(builder: Builder, told: dict[str, Any]) -> None:
    day = builder.calendar.reception_day(told["weeks"], told["weekday"])

    def on(days: int, act: Any, *args: object) -> None:
        builder.on(day + dt.timedelta(days=days), act, builder, told, *args)

    begun = told["created"]
    on(begun, _mission, day)
    on(begun + 1, _aims, day)
    for stage, days in told["stages"].items():
        on(days, _stage, stage)
    for number, one in enumerate(told["people"]):
        on(begun + 20 + number // 5, _along, one)
    for person, place in told.get("places", {}).items():
        on(begun + 30, _place, person, place)
    on(begun + 31, _keep_all, day)
    on(begun + 32, _travel, day)
    on(begun + 33, plan_itinerary, day)
    if told["key"] == FAIR:
        on(begun + 33, _meetings, day)
    plan_after(builder, told["key"], day)
    if "closed" in told:
        on(told["closed"], _close, day)
    builder.on(builder.calendar.today, _work_off, builder, told)


def _mission(builder: Builder, told: dict[str, Any], day: dt.date) -> None:
    back = day + dt.timedelta(days=told["days"])
    dossier = DossierDraft(
        **{name: told[name] for name in _WORDS},
        starts_at=dt.datetime.combine(day, dt.time(8, 0)),
        ends_at=dt.datetime.combine(back, dt.time(20, 0)),
        place=", ".join(one["city"] for one in told["destinations"]),
        requested_by=builder.organisations[told["requested_by"]],
        priorities=tuple(builder.priorities[name] for name in told["priorities"]),
        goals=tuple(told["goals"]),
    )
    register = told.get("register_days")
    draft = MissionDraft(
        dossier,
        told["kind"],
        builder.organisations[told["organiser"]],
        builder.missions.get(told.get("parent", "")),
        budget=told["budget"] or None,
        decided_on=builder.calendar.day(told["decided"], 3) if told["decision"] else None,
        register_by=day - dt.timedelta(days=register) if register else None,
        **{name: told[name] for name in _PLAIN if name in told},
    )
    template = template_for(builder.workspace, told["kind"], MISSION)
    begun = MissionBeginningDraft(draft, template)
    builder.missions[told["key"]] = builder.workspace.run(begin_mission, begun)


def _aims(builder: Builder, told: dict[str, Any], day: dt.date) -> None:
    """Where it goes, and what it is to bring about; results come when it is closed."""
    mission = builder.missions[told["key"]]
    places = [
        DestinationDraft(
            one["city"],
            one["country_code"],
            one["time_zone"],
            day + dt.timedelta(days=one["from"]),
            day + dt.timedelta(days=one["until"]),
            one["facts"],
        )
        for one in told["destinations"]
    ]
    builder.workspace.run(set_destinations, mission, places)
    wanted = [
        ObjectiveDraft(one["what"], one["measure"], one["target"]) for one in told["objectives"]
    ]
    builder.workspace.run(set_objectives, mission, wanted)


def _work_off(builder: Builder, told: dict[str, Any]) -> None:
    """Tick what is due; name the partners who asked something of it."""
    mission = builder.missions[told["key"]]
    work_off(builder.workspace, mission)
    wishes = [
        PartnerDraft(builder.organisations[key], wish)
        for key, wish in told.get("partners", {}).items()
    ]
    if wishes:
        builder.workspace.run(set_partners, mission, wishes)


def _stage(builder: Builder, told: dict[str, Any], stage: str) -> None:
    builder.workspace.run(set_stage, builder.missions[told["key"]], stage)


def _along(builder: Builder, told: dict[str, Any], one: dict[str, Any]) -> None:
    mission, person = builder.missions[told["key"]], builder.people[one["person"]]
    status = "registered" if one["status"] == "withdrawn" else one["status"]
    builder.workspace.run(add_participants, mission, [person], one["role"], status)
    row_id = _of(builder, told, one["person"])
    kept = builder.workspace.ask(participant, row_id, Language.NL)
    draft = replace(
        kept.draft,
        groups=tuple(one.get("groups", ())),
        bio=one.get("bio", ""),
        emergency_contact=one.get("contact", ""),
        emergency_phone=one.get("phone", ""),
    )
    if draft != kept.draft:
        builder.workspace.run(change_participant, row_id, None, draft)
    if one["status"] == "withdrawn":
        builder.workspace.run(withdraw, [row_id], one["rule"])


def _travel(builder: Builder, told: dict[str, Any], day: dt.date) -> None:
    """Who is not waiting or withdrawn travels, sleeps and pays a part."""
    mission = builder.missions[told["key"]]
    going = [
        _of(builder, told, one["person"])
        for one in told["people"]
        if one["status"] in ("confirmed", "registered")
    ]
    plan = plan_travel if told["key"] == "kanazawa" else plan_short_travel
    plan(builder.workspace, mission, going, day)


def _meetings(builder: Builder, told: dict[str, Any], day: dt.date) -> None:
    plan_meetings(builder.workspace, builder.missions[told["key"]], told["key"], day)


def _place(builder: Builder, told: dict[str, Any], person: str, place: list[Any]) -> None:
    builder.workspace.run(move_participant, _of(builder, told, person), *place)


def _keep_all(builder: Builder, told: dict[str, Any], day: dt.date) -> None:
    """The travel papers, with invented numbers."""
    for one in told["people"]:
        kept = dict(one.get("papers", {}))
        if not kept:
            continue
        expires = day + dt.timedelta(weeks=kept.pop("expires_weeks"))
        draft = PapersDraft(**kept, nationality="BE", expires_on=expires, visa="not_needed")
        row_id = _of(builder, told, one["person"])
        builder.workspace.run(keep_papers, row_id, None, draft)


def _close(builder: Builder, told: dict[str, Any], day: dt.date) -> None:
    mission = builder.missions[told["key"]]
    reached = [
        ObjectiveDraft(**{name: one[name] for name in ObjectiveDraft.__slots__})
        for one in told["objectives"]
    ]
    builder.workspace.run(set_objectives, mission, reached)
    sheet = builder.workspace.ask(mission_sheet, mission)
    closed = replace(sheet.draft, closed_on=day + dt.timedelta(days=told["closed"]))
    builder.workspace.run(change_mission, mission, None, closed)


def _of(builder: Builder, told: dict[str, Any], person: str) -> UUID:
    mission = builder.missions[told["key"]]
    return builder.workspace.ask(participant_row, mission, builder.people[person])


def participant_row(session: Session, mission_id: UUID, person_id: UUID) -> UUID:
    """The id of somebody on the list of a mission."""
    wanted = select(Participant.id).where(Participant.mission_id == mission_id)
    return session.scalars(wanted.where(Participant.person_id == person_id)).one()
