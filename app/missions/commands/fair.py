"""Writing who may meet: parties of both sides, their wishes, the slots, the room."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from app.contacts.model import Organisation, Person
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.fold import words
from app.core.records import as_seen, checked, refuse
from app.core.text import N_, say
from app.missions.draft.meetings import FairPartyDraft, WishDraft
from app.missions.model import FairParty, FairSlot, FairWish, Meeting, Mission, Participant
from app.missions.queries.fair import FAIR_PARTY_FIELDS
from app.missions.rules.delegation import GOING, Role
from app.missions.rules.meetings import Side, interpreters_kept, rank_weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.draft.meetings import RoomOfTablesDraft, SlotsDraft

_COMPANIES = (Role.BUSINESS, Role.ACADEMIC, Role.CULTURE)


def hold_meetings(session: Session, mission_id: UUID) -> Mission:
    """The mission, its meetings held for this transaction: no other desk writes them meanwhile.

    A file office has one writer anyway; in a shared one the row of the mission is the lock.

    Raises:
        NotFoundError: it is gone.
    """
    row = Mission.__table__.c.id
    session.execute(select(row).where(row == mission_id).with_for_update(key_share=True))
    return checked(session, Mission, mission_id, None)


# --- parties ---


@command(N_("Added {name} to the meetings"))
def add_party(session: Session, mission_id: UUID, draft: FairPartyDraft) -> UUID:
    """Let a company or a host meet others."""
    refuse(draft.problems())
    party = FairParty(name=draft.name)
    party.mission = checked(session, Mission, mission_id, None)
    session.add(party)
    _fill(session, party, draft)
    naming(session, name=party.name)
    return party.id


@command(N_("Added {n} company or host"), N_("Added {n} companies and hosts"))
def add_parties(
    session: Session, mission_id: UUID, drafts: Sequence[FairPartyDraft]
) -> tuple[int, int]:
    """Let several meet; one there already, by name and side, takes over what the draft says.

    Returns:
        How many are new, and how many were changed.
    """
    refuse(problem for one in drafts for problem in one.problems())
    mission = checked(session, Mission, mission_id, None)
    there = select(FairParty).where(FairParty.mission_id == mission_id)
    known = {(one.side, words(one.name)): one for one in session.scalars(there)}
    fresh = 0
    for draft in drafts:
        key = (draft.side, words(draft.name))
        party = known.get(key)
        if party is None:
            party = FairParty(name=draft.name)
            party.mission = mission
            session.add(party)
            known[key] = party
            fresh += 1
        else:
            draft = replace(
                draft,
                organisation=draft.organisation or party.organisation_id,
                person=draft.person or party.person_id,
            )
        _fill(session, party, draft)
    naming(session, n=len(drafts))
    return fresh, len(drafts) - fresh


@command(N_("Took {n} company of the delegation"), N_("Took {n} companies of the delegation"))
def add_companies_of_delegation(session: Session, mission_id: UUID) -> int:
    """Every organisation business, academic and cultural participants come from; known ones stay.

    Returns:
        How many were added.
    """
    mission = checked(session, Mission, mission_id, None)
    theirs = select(FairParty).where(
        FairParty.mission_id == mission_id, FairParty.side == Side.OURS
    )
    kept = list(session.scalars(theirs))
    known = {one.organisation_id for one in kept if one.organisation_id}
    names = {words(one.name) for one in kept}
    query = (
        select(Participant.organisation_id, Participant.organisation_name, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(
            Participant.mission_id == mission_id,
            Participant.role.in_(_COMPANIES),
            Participant.status.in_(GOING),
        )
    )
    added = 0
    for organisation_id, at_the_time, name in session.execute(query).all():
        called = (at_the_time or name or "").strip()
        if not called or organisation_id in known or words(called) in names:
            continue
        names.add(words(called))
        party = FairParty(name=called, side=Side.OURS)
        party.mission = mission
        if organisation_id is not None:
            known.add(organisation_id)
            party.organisation = checked(session, Organisation, organisation_id, None)
        session.add(party)
        added += 1
    naming(session, n=added)
    return added


@command(N_("Changed {name} in the meetings"))
def change_party(
    session: Session, party_id: UUID, revision: UUID | None, draft: FairPartyDraft
) -> None:
    """Keep a company or host as the draft has it; its side stays while it has meetings."""
    refuse(draft.problems())
    party = checked(session, FairParty, party_id, revision)
    if draft.side != party.side and _has_any(session, party_id):
        told = say(N_("It has wishes or meetings: remove them before it changes sides."))
        refuse([Problem("side", told)])
    _fill(session, party, draft)
    naming(session, name=party.name)


@command(
    N_("Removed {n} company or host from the meetings"),
    N_("Removed {n} companies and hosts from the meetings"),
)
def remove_parties(session: Session, party_ids: Sequence[UUID]) -> None:
    """Take companies or hosts out, with their wishes and meetings; tasks that follow stay."""
    for party_id in party_ids:
        party = checked(session, FairParty, party_id, None)
        _clear(session, [party.id])
        session.delete(party)
    naming(session, n=len(party_ids))


def clear_fair(session: Session, mission_id: UUID) -> None:
    """Remove everything of the meetings of a mission, before it is removed."""
    parties = list(session.scalars(select(FairParty).where(FairParty.mission_id == mission_id)))
    _clear(session, [one.id for one in parties])
    slots = session.scalars(select(FairSlot).where(FairSlot.mission_id == mission_id))
    for one in (*parties, *slots):
        session.delete(one)
    session.flush()


def _clear(session: Session, ids: Sequence[UUID]) -> None:
    meetings = select(Meeting).where(or_(Meeting.company_id.in_(ids), Meeting.host_id.in_(ids)))
    wishes = select(FairWish).where(or_(FairWish.party_id.in_(ids), FairWish.other_id.in_(ids)))
    for one in (*session.scalars(meetings), *session.scalars(wishes)):
        session.delete(one)
    session.flush()


def _has_any(session: Session, party_id: UUID) -> bool:
    wish = select(FairWish.id).where(
        or_(FairWish.party_id == party_id, FairWish.other_id == party_id)
    )
    met = select(Meeting.id).where(or_(Meeting.company_id == party_id, Meeting.host_id == party_id))
    return any(session.scalars(one.limit(1)).first() is not None for one in (wish, met))


def _fill(session: Session, party: FairParty, draft: FairPartyDraft) -> None:
    for name in FAIR_PARTY_FIELDS:
        setattr(party, name, getattr(draft, name))
    party.name = draft.name.strip()
    party.away = [str(one) for one in sorted(set(draft.away))]
    party.organisation = (
        checked(session, Organisation, draft.organisation, None) if draft.organisation else None
    )
    party.person = checked(session, Person, draft.person, None) if draft.person else None


# --- wishes ---


@command(N_("Changed {n} wish to meet"), N_("Changed {n} wishes to meet"))
def set_wishes(session: Session, mission_id: UUID, wishes: Iterable[WishDraft]) -> None:
    """Keep these wishes; those of weight 0 are taken back, all others stay.

    Raises:
        InvalidError: two of one side cannot meet, or somebody belongs to another mission.
    """
    wanted = list(wishes)
    refuse(problem for one in wanted for problem in one.problems())
    checked(session, Mission, mission_id, None)
    query = select(FairParty).where(FairParty.mission_id == mission_id)
    parties = {one.id: one for one in session.scalars(query)}
    kept = _kept(session, mission_id)
    for one in wanted:
        party, other = parties.get(one.party), parties.get(one.other)
        if party is None or other is None or party.side == other.side:
            told = say(N_("A company meets a host of the same mission: choose one of each side."))
            refuse([Problem("other", told)])
            return
        wish = kept.get((one.party, one.other))
        if not one.weight:
            if wish is not None:
                session.delete(wish)
                del kept[one.party, one.other]
        elif wish is None:
            wish = FairWish(weight=one.weight, party=party, other=other)
            kept[one.party, one.other] = wish
            session.add(wish)
        else:
            wish.weight = one.weight
    naming(session, n=len(wanted))


@command(N_("Changed the wishes of {name}"))
def rank_wishes(
    session: Session,
    party_id: UUID,
    others: Sequence[UUID],
    seen: Sequence[tuple[UUID, int]] | None = None,
) -> None:
    """Keep the wishes of a party as a ranked list: the first weighs most, who is not named none.

    Raises:
        ConflictError: they are no longer those that were `seen` (see `FairBoard.ranking`).
    """
    party = checked(session, FairParty, party_id, None)
    wished = select(FairWish).where(FairWish.party_id == party_id)
    kept = {one.other_id: one.weight for one in session.scalars(wished)}
    as_seen(seen, kept.items())
    mine = list(kept)
    dropped = [WishDraft(party_id, one, 0) for one in mine if one not in others]
    ranked = [
        WishDraft(party_id, one, rank_weight(place))
        for place, one in enumerate(dict.fromkeys(others))
    ]
    set_wishes(session, party.mission_id, [*dropped, *ranked])
    naming(session, name=party.name)


def _kept(session: Session, mission_id: UUID) -> dict[tuple[UUID, UUID], FairWish]:
    query = (
        select(FairWish)
        .join(FairParty, FairParty.id == FairWish.party_id)
        .where(FairParty.mission_id == mission_id)
    )
    return {(one.party_id, one.other_id): one for one in session.scalars(query)}


# --- slots and the room ---


@command(N_("Made {n} slot"), N_("Made {n} slots"))
def make_slots(session: Session, mission_id: UUID, draft: SlotsDraft) -> int:
    """Add the slots of a day.

    Raises:
        InvalidError: one of them overlaps with a slot there is.
    """
    refuse(draft.problems())
    mission = hold_meetings(session, mission_id)
    kept = list(session.scalars(select(FairSlot).where(FairSlot.mission_id == mission_id)))
    last = session.scalars(
        select(func.max(FairSlot.position)).where(FairSlot.mission_id == mission_id)
    ).one()
    times = draft.times()
    minutes = draft.minutes or 0
    for at in times:
        if any(_overlap(at, minutes, one) for one in kept):
            told = say(N_("There is a slot at this time already: choose other hours."))
            refuse([Problem("starts", told)])
    for place, at in enumerate(times, start=(last or 0) + 1):
        slot = FairSlot(starts_at=at, minutes=minutes, position=place)
        slot.mission = mission
        session.add(slot)
    naming(session, n=len(times))
    return len(times)


def _overlap(at: dt.datetime, minutes: int, slot: FairSlot) -> bool:
    ends = slot.starts_at + dt.timedelta(minutes=slot.minutes)
    return at < ends and slot.starts_at < at + dt.timedelta(minutes=minutes)


@command(N_("Removed {n} slot"), N_("Removed {n} slots"))
def remove_slots(session: Session, slot_ids: Sequence[UUID]) -> None:
    """Take slots away; meetings in them are kept without a time, to be placed anew."""
    for slot_id in slot_ids:
        slot = checked(session, FairSlot, slot_id, None)
        hold_meetings(session, slot.mission_id)
        for one in session.scalars(select(Meeting).where(Meeting.slot_id == slot_id)):
            one.slot, one.locked, one.place, one.interpreter = None, False, "", ""
        session.flush()
        session.delete(slot)
    naming(session, n=len(slot_ids))


@command(N_("Changed tables and interpreters of {title}"))
def set_tables(
    session: Session, mission_id: UUID, revision: UUID | None, draft: RoomOfTablesDraft
) -> None:
    """Keep how many tables and interpreters there are."""
    refuse(draft.problems())
    mission = checked(session, Mission, mission_id, revision)
    mission.tables = draft.tables
    mission.interpreters = interpreters_kept(dict(draft.interpreters))
    naming(session, title=mission.title)
