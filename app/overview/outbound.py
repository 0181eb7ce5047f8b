"""What missions tell a timeline: who went along as what, who led or asked for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, exists, false, func, or_, select

from app.core.text import N_, Language, Sentence, plain, say
from app.missions.model import Mission, Participant
from app.missions.rules.delegation import role_label, status_label
from app.overview.entries import COUNTRY, MISSION, PERSON, Kind, Scope, TimelineRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

_LEFT_ON = func.date(Mission.starts_at, type_=Date)


def where(scope: Scope) -> Select[Any]:
    """The missions of a scope: that its people went along on, that its organisations led or asked
    for; of a country, those that went there; of a mission, the larger one and those inside it.
    """
    order = Mission.starts_at.desc().nulls_first()
    if scope.is_dossier:
        larger = select(Mission.parent_id).where(Mission.id == scope.id)
        near = or_(Mission.parent_id == scope.id, Mission.id.in_(larger.scalar_subquery()))
        return select(Mission.id).where(near).order_by(order, Mission.id)
    along = (
        exists()
        .where(
            Participant.mission_id == Mission.id, scope.of_person(Participant.person_id, _LEFT_ON)
        )
        .correlate_except(Participant)
    )
    led = or_(
        scope.of_organisation(Mission.organiser_id), scope.of_organisation(Mission.requested_by_id)
    )
    there = Mission.destinations.any(country_code=scope.code) if scope.kind == COUNTRY else false()
    return select(Mission.id).where(or_(along, led, there)).order_by(order, Mission.id)


def read(
    session: Session, scope: Scope, _language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    """The newest of them."""
    ids = list(session.scalars(wanted))
    roles = _roles(session, scope, ids) if scope.kind == PERSON else {}
    found = []
    for one in session.scalars(select(Mission).where(Mission.id.in_(ids))):
        day = one.starts_at.date() if one.starts_at else None
        under = _under(one, scope, roles.get(one.id))
        found.append(TimelineRow(Kind.MISSION, day, plain(one.title), under, "mission", one.id))
    return found


def _roles(session: Session, scope: Scope, ids: Sequence[UUID]) -> dict[UUID, tuple[str, str]]:
    query = select(Participant.mission_id, Participant.role, Participant.status)
    mine = query.where(Participant.mission_id.in_(ids), Participant.person_id == scope.id)
    return {row[0]: (row[1], row[2]) for row in session.execute(mine)}


def _under(one: Mission, scope: Scope, along: tuple[str, str] | None) -> Sentence:
    if along is not None:
        role, status = along
        return say(N_("{role} · {status}"), role=role_label(role), status=status_label(status))
    if scope.kind == MISSION:
        inside = one.parent_id == scope.id
        return say(N_("travels inside")) if inside else say(N_("the larger mission"))
    if scope.kind != COUNTRY and one.organiser_id == scope.id:
        return say(N_("under their lead"))
    if scope.kind != COUNTRY and one.requested_by_id == scope.id:
        return say(N_("at their request"))
    return plain(", ".join(dict.fromkeys(place.city for place in one.destinations)))
