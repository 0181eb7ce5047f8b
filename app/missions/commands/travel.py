"""Writing legs and what they are counted with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.missions.commands.closed import open_mission
from app.missions.model import EmissionFactor, Leg, LegTraveller, Participant
from app.missions.queries.factors import counting
from app.missions.queries.travel import LEG_FIELDS, as_counted, rules_day
from app.missions.rules.airports import air_km
from app.missions.rules.travel import Mode, chosen_factor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.draft.travel import LegDraft

_COUNTED = ("mode", "travel_class", "distance_km")
"""What decides which row counts for a leg."""


@command(N_("Added the leg {route}"))
def add_leg(session: Session, mission_id: UUID, draft: LegDraft) -> UUID:
    """Add a leg with its travellers, counted with the office's sources."""
    refuse(draft.problems())
    mission = open_mission(session, mission_id)
    last = select(func.max(Leg.position)).where(Leg.mission_id == mission_id)
    leg = Leg(position=(session.scalars(last).one() or 0) + 1)
    leg.mission = mission
    session.add(leg)
    _fill(session, leg, draft)
    _count(session, leg)
    return leg.id


@command(N_("Changed the leg {route}"))
def change_leg(session: Session, leg_id: UUID, revision: UUID | None, draft: LegDraft) -> None:
    """Keep a leg as the draft has it.

    It keeps the row it was counted with, unless mode, class or distance changed.
    """
    refuse(draft.problems())
    leg = _open_leg(session, leg_id, revision)
    before = [getattr(leg, name) for name in _COUNTED]
    _fill(session, leg, draft)
    if leg.factor_value is None or before != [getattr(leg, name) for name in _COUNTED]:
        _count(session, leg)


@command(N_("Removed {n} leg"), N_("Removed {n} legs"))
def remove_legs(session: Session, leg_ids: Sequence[UUID]) -> None:
    """Take legs out of the journey."""
    for leg_id in leg_ids:
        session.delete(_open_leg(session, leg_id))
    naming(session, n=len(leg_ids))


@command(N_("Counted {n} leg anew"), N_("Counted {n} legs anew"))
def recount_legs(session: Session, leg_ids: Sequence[UUID]) -> None:
    """Count legs with the rows the office uses today; only this changes a counted leg.

    Raises:
        InvalidError: the mission is closed.
    """
    for leg_id in leg_ids:
        _count(session, _open_leg(session, leg_id))
    naming(session, n=len(leg_ids))


@command(N_("Counted {route} with a row chosen by hand"))
def count_with(session: Session, leg_id: UUID, factor_id: UUID) -> None:
    """Count a leg with a row chosen by hand.

    Raises:
        InvalidError: the mission is closed, or the leg has no distance yet.
    """
    leg = _open_leg(session, leg_id)
    if leg.distance_km is None:
        told = N_("The distance is missing: type the kilometres of the route.")
        refuse([Problem("distance_km", say(told))])
    factor = checked(session, EmissionFactor, factor_id, None)
    leg.factor, leg.factor_value = factor, factor.value
    _name(session, leg)


@command(N_("Compared {route} with the train"))
def note_train(session: Session, leg_id: UUID, minutes: int | None, motive: str) -> None:
    """Keep how long the train takes, and why one flies all the same."""
    leg = _open_leg(session, leg_id)
    if minutes is not None and minutes < 1:
        refuse([Problem("train_minutes", say(N_("A train takes a minute or more.")))])
    leg.train_minutes, leg.motive = minutes, motive.strip()
    _name(session, leg)


@command(N_("Put {n} traveller on legs"), N_("Put {n} travellers on legs"))
def put_on_legs(session: Session, leg_ids: Sequence[UUID], participant_ids: Sequence[UUID]) -> None:
    """Let participants travel on legs too; who is on one already stays."""
    for leg_id in leg_ids:
        leg = _open_leg(session, leg_id)
        known = {one.participant_id for one in leg.travellers}
        _board(session, leg, [one for one in participant_ids if one not in known])
    naming(session, n=len(participant_ids))


def _open_leg(session: Session, leg_id: UUID, revision: UUID | None = None) -> Leg:
    leg = checked(session, Leg, leg_id, revision)
    open_mission(session, leg.mission_id)
    return leg


def _fill(session: Session, leg: Leg, draft: LegDraft) -> None:
    moved = (leg.start, leg.end, leg.mode) != (draft.start, draft.end, draft.mode)
    typed = draft.distance_km is not None and draft.distance_km != leg.distance_km
    for name in LEG_FIELDS:
        setattr(leg, name, getattr(draft, name))
    if draft.mode == Mode.PLANE and not typed and (moved or draft.distance_km is None):
        leg.distance_km = _flown(leg) or draft.distance_km
    wanted = set(draft.travellers)
    for gone in [one for one in leg.travellers if one.participant_id not in wanted]:
        leg.travellers.remove(gone)
    known = {one.participant_id for one in leg.travellers}
    _board(session, leg, [one for one in dict.fromkeys(draft.travellers) if one not in known])
    _name(session, leg)


def _flown(leg: Leg) -> float | None:
    """The great circle of a leg between two airports, to a tenth of a kilometre."""
    found = air_km(leg.start, leg.end)
    return round(found, 1) if found else None


def _board(session: Session, leg: Leg, people: Sequence[UUID]) -> None:
    """Put participants of the same mission on a leg.

    Raises:
        InvalidError: somebody belongs to another mission.
    """
    if not people:
        return
    query = select(Participant).where(Participant.id.in_(people))
    found = {one.id: one for one in session.scalars(query)}
    for person in people:
        one = found.get(person) or checked(session, Participant, person, None)
        if one.mission_id != leg.mission.id:
            told = N_("Only participants of this mission travel on its legs.")
            refuse([Problem("travellers", say(told))])
        leg.travellers.append(LegTraveller(participant=one))


def _count(session: Session, leg: Leg) -> None:
    ridden = as_counted(leg, rules_day(leg))
    office = counting(session)
    row = chosen_factor(ridden, office.factors, office.sources) if ridden else None
    leg.factor = session.get(EmissionFactor, row.key) if row else None
    leg.factor_value = row.value if row else None
    _name(session, leg)


def _name(session: Session, leg: Leg) -> None:
    naming(session, route=f"{leg.start} – {leg.end}")
