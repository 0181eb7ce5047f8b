"""Every write to a delegation: who goes along, as what, where they stand, with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.contacts import protocol
from app.contacts.model import Person, Posting
from app.contacts.queries import PostingRow, posting_row, precedence_list
from app.contacts.rules import names
from app.core import clock
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.profile import profile
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.missions.commands.clearing import forget_programme_of, forget_travel_of, has_lines
from app.missions.model import GroupMember, Mission, Participant, ParticipantGroup
from app.missions.queries.delegation import PARTICIPANT_FIELDS
from app.missions.rules.delegation import (
    Role,
    Status,
    role_label,
    status_label,
    usual_role,
)
from app.missions.rules.withdrawal import is_rule, rule_lacking

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language
    from app.missions.draft import ParticipantDraft

_CHUNK = 400


@command(N_("Put {n} participant on the list"), N_("Put {n} participants on the list"))
def add_participants(
    session: Session,
    mission_id: UUID,
    person_ids: Sequence[UUID],
    role: str = "",
    status: str = Status.REGISTERED,
) -> int:
    """Put people on the list with the title and organisation they have now; who is on it stays.

    Without a `role` everybody gets the usual one of their function.

    Returns:
        How many were added.
    """
    mission = checked(session, Mission, mission_id, None)
    known = set(
        session.scalars(select(Participant.person_id).where(Participant.mission_id == mission_id))
    )
    fresh = [one for one in dict.fromkeys(person_ids) if one not in known]
    at = _Now.of(session)
    for start in range(0, len(fresh), _CHUNK):
        part = fresh[start : start + _CHUNK]
        found = _people(session, part)
        for person_id in part:
            person = found.get(person_id) or checked(session, Person, person_id, None)
            session.add(_participant(mission, person, at, role, Status(status)))
    naming(session, n=len(fresh))
    return len(fresh)


@dataclass(frozen=True, slots=True)
class _Now:
    """When, before whom and in which language people are looked at as they register."""

    today: dt.date
    host_body: str
    language: Language

    @classmethod
    def of(cls, session: Session) -> _Now:
        """As the office is today."""
        by = precedence_list(session)
        return cls(clock.today(), by.draft.host_body, profile(session).language)

    def posting(self, person: Person) -> PostingRow | None:
        """What somebody is."""
        held = [posting_row(one, person) for one in person.postings]
        return protocol.posting_before(held, self.today, self.host_body)


def _people(session: Session, ids: Sequence[UUID]) -> dict[UUID, Person]:
    wanted = select(Person).where(Person.id.in_(ids))
    whole = selectinload(Person.postings).options(
        selectinload(Posting.organisation), selectinload(Posting.accreditations)
    )
    return {one.id: one for one in session.scalars(wanted.options(whole))}


def _participant(
    mission: Mission, person: Person, at: _Now, role: str, status: Status
) -> Participant:
    posting = at.posting(person)
    usual = usual_role(posting.draft.function if posting else "")
    made = Participant(
        role=Role(role) if role else usual,
        status=status,
        title=protocol.title_of(posting, person.gender, at.language),
        organisation_name=protocol.place_of(posting, at.language),
        registered_on=at.today,
        withdrawn_on=at.today if status == Status.WITHDRAWN else None,
        person=person,
    )
    made.mission = mission
    if posting is not None and posting.organisation_id is not None:
        held = (one.organisation for one in person.postings if one.id == posting.id)
        made.organisation = next(held, None)
    return made


@command(N_("Changed {name} in the delegation"))
def change_participant(
    session: Session, participant_id: UUID, revision: UUID | None, draft: ParticipantDraft
) -> None:
    """Keep what the list says of a participant, with their groups and whom they accompany."""
    refuse(draft.problems())
    one = checked(session, Participant, participant_id, revision)
    naming(session, name=_called(one))
    fill_participant(session, one, draft)


def fill_participant(session: Session, one: Participant, draft: ParticipantDraft) -> None:
    """Write a draft onto a participant; a withdrawal gets its day, a return loses it."""
    for name in PARTICIPANT_FIELDS:
        setattr(one, name, getattr(draft, name))
    _settle_withdrawal(one)
    one.accompanies = _accompanied(session, one, draft.with_id)
    _set_groups(session, one, draft.groups)


def _settle_withdrawal(one: Participant) -> None:
    if one.status == Status.WITHDRAWN:
        one.withdrawn_on = one.withdrawn_on or clock.today()
    else:
        one.withdrawn_on, one.withdrawal_rule = None, ""


def _accompanied(session: Session, one: Participant, with_id: UUID | None) -> Participant | None:
    if with_id is None:
        return None
    other = checked(session, Participant, with_id, None)
    if other.id == one.id or other.mission_id != one.mission_id:
        sentence = say(N_("Choose somebody else of this delegation."))
        refuse([Problem("with_id", sentence)])
    return other


def _set_groups(session: Session, one: Participant, wanted: Sequence[str]) -> None:
    """Groups are made as they are named; one nobody is in any more goes, unless it has lines of
    the programme: they would be everybody's.
    """
    chosen = {name.strip(): None for name in wanted if name.strip()}
    mission = one.mission or checked(session, Mission, one.mission_id, None)
    known = {group.name: group for group in mission.groups}
    for group in list(mission.groups):
        if group.name not in chosen:
            for member in [each for each in group.members if each.participant is one]:
                group.members.remove(member)
            if not group.members and not has_lines(session, group.id):
                mission.groups.remove(group)
    for name in chosen:
        into = known.get(name)
        if into is None:
            into = ParticipantGroup(name=name)
            mission.groups.append(into)
        if all(each.participant is not one for each in into.members):
            into.members.append(GroupMember(participant=one))


@command(N_("Set {n} participant to: {status}"), N_("Set {n} participants to: {status}"))
def set_participant_status(session: Session, ids: Sequence[UUID], status: str) -> None:
    """Say how sure it is that participants go along."""
    wanted = Status(status)
    for participant_id in ids:
        one = checked(session, Participant, participant_id, None)
        one.status = wanted
        _settle_withdrawal(one)
    naming(session, n=len(ids), status=status_label(wanted))


@command(N_("{n} participant withdrew"), N_("{n} participants withdrew"))
def withdraw(session: Session, ids: Sequence[UUID], rule: str, day: dt.date | None = None) -> None:
    """Note that participants do not go, since when, and what they still owe.

    Raises:
        InvalidError: nobody said what is due.
    """
    if not is_rule(rule):
        refuse([Problem("rule", rule_lacking(rule))])
    for participant_id in ids:
        one = checked(session, Participant, participant_id, None)
        one.status, one.withdrawal_rule = Status.WITHDRAWN, rule
        one.withdrawn_on = day or clock.today()
    naming(session, n=len(ids))


@command(N_("{n} participant goes along as: {role}"), N_("{n} participants go along as: {role}"))
def set_role(session: Session, ids: Sequence[UUID], role: str) -> None:
    """Say as what participants go along."""
    wanted = Role(role)
    for participant_id in ids:
        checked(session, Participant, participant_id, None).role = wanted
    naming(session, n=len(ids), role=role_label(wanted))


@command(N_("Moved {name} to place {place}"))
def move_participant(session: Session, participant_id: UUID, place: int, reason: str) -> None:
    """Give a participant a place by hand, with the reason that is shown and printed.

    Raises:
        InvalidError: no reason was given.
    """
    problems = []
    if not reason.strip():
        problems.append(Problem("reason", say(N_("Say why: the reason stands beside the place."))))
    if place < 1:
        problems.append(Problem("place", say(N_("Places count from 1."))))
    refuse(problems)
    one = checked(session, Participant, participant_id, None)
    one.manual_place, one.place_reason = place, reason.strip()
    naming(session, name=_called(one), place=place)


@command(N_("{name} is back in order of precedence"))
def participant_by_rule(session: Session, participant_id: UUID) -> None:
    """Forget a place given by hand."""
    one = checked(session, Participant, participant_id, None)
    one.manual_place, one.place_reason = None, ""
    naming(session, name=_called(one))


@command(
    N_("Put {n} participant in the host's order"), N_("Put {n} participants in the host's order")
)
def set_host_order(session: Session, ids: Sequence[UUID]) -> None:
    """The host's own order: these participants get the host's places 1, 2, 3 …"""
    for place, participant_id in enumerate(ids, start=1):
        checked(session, Participant, participant_id, None).host_place = place
    naming(session, n=len(ids))


@command(
    N_("Put {n} participant in the group {group}"), N_("Put {n} participants in the group {group}")
)
def group_participants(session: Session, ids: Sequence[UUID], group: str) -> None:
    """Put participants in a group as well, which is made where there is none of that name.

    Raises:
        InvalidError: the group has no name.
    """
    if not group.strip():
        refuse([Problem("group", say(N_("Give the group a name.")))])
    for participant_id in ids:
        one = checked(session, Participant, participant_id, None)
        there = [each.name for each in one.mission.groups
                 if any(member.participant is one for member in each.members)]  # fmt: skip
        _set_groups(session, one, [*there, group])
    naming(session, n=len(ids), group=group.strip())


@command(N_("Took {n} participant off the list"), N_("Took {n} participants off the list"))
def remove_participants(session: Session, ids: Sequence[UUID]) -> None:
    """Take participants off the list who were put on it by mistake, with their journeys and beds.

    Whoever withdrew stays.
    """
    going = [checked(session, Participant, participant_id, None) for participant_id in ids]
    for one in going:
        with_them = select(Participant).where(Participant.with_id == one.id)
        for left in session.scalars(with_them):
            left.accompanies = None
        _set_groups(session, one, ())
        forget_travel_of(session, one.id)
        forget_programme_of(session, one.id)
    session.flush()
    for one in going:
        session.delete(one)
    naming(session, n=len(ids))


def _called(one: Participant) -> str:
    return names.full_name(one.person.name)
