"""Writing who meets whom and when, and what came of it: nobody sits at two tables at once.

Every command first holds the meetings of the mission (`hold_meetings`), then looks, then writes,
in one transaction; what an undo would bring about the database itself refuses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.errors import ConflictError, InvalidError, Problem
from app.core.records import as_seen, checked, refuse
from app.core.text import N_, say
from app.dossiers.commands.tasks import add_to
from app.dossiers.draft import TaskDraft
from app.missions.commands.fair import hold_meetings
from app.missions.draft.meetings import OutcomeDraft
from app.missions.model import FairParty, FairSlot, Meeting
from app.missions.queries.fair import FairBoard, MeetingRow, fair_board
from app.missions.rules.meetings import Seat, Side, result_label, seat, table_name

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence
    from app.missions.draft.meetings import MeetingDraft
    from app.missions.queries.proposing import Placed


@command(N_("Arranged {n} meeting"), N_("Arranged {n} meetings"))
def take_schedule(
    session: Session,
    mission_id: UUID,
    seen: Iterable[Hashable] | None,
    meetings: Sequence[Placed],
) -> int:
    """Take a proposal: its meetings stand from now on, with a table and an interpreter each.

    Meetings that stay keep everything; others are moved, added or dropped.

    Raises:
        ConflictError: parties, wishes, slots or meetings changed since the proposal was made.
        InvalidError: the proposal cannot be kept; the first contradiction is named.
    """
    hold_meetings(session, mission_id)
    board = fair_board(session, mission_id)
    as_seen(seen, board.seen)
    wanted = {(company, host): slot for company, host, slot in meetings}
    rows = {one.pair: one for one in board.meetings}
    for pair, one in rows.items():
        if one.stays and wanted.get(pair) != one.slot:
            told = N_("A meeting that was set by hand is not in this proposal: arrange anew.")
            raise ConflictError(say(told))
    planned = replace(board, meetings=_planned(board, meetings))
    _refuse_impossible(planned)
    _write(session, board, wanted)
    session.flush()
    _seat_all(session, mission_id)
    naming(session, n=len(meetings))
    return len(meetings)


def _planned(board: FairBoard, meetings: Sequence[Placed]) -> tuple[MeetingRow, ...]:
    """The proposal as rows to look at; who is not of this mission, or twice there, is refused."""
    ours, hosts = {one.id for one in board.companies}, {one.id for one in board.hosts}
    made = []
    for company, host, slot in meetings:
        if company not in ours or host not in hosts or slot not in board.slot_places:
            raise ConflictError(
                say(N_("The proposal is of another state of things: arrange anew."))
            )
        made.append(MeetingRow(board.mission, board.revision, company, host, slot))
    return tuple(made)


def _refuse_impossible(board: FairBoard) -> None:
    wrong = board.contradictions(all_of_them=True)
    if wrong:
        raise InvalidError(wrong[0], tuple(Problem("meetings", one) for one in wrong))


def _write(session: Session, board: FairBoard, wanted: dict[tuple[UUID, UUID], UUID]) -> None:
    """Bring the rows to what is wanted; who moves leaves first, so that nobody is ever twice."""
    kept = {(one.company_id, one.host_id): one for one in _rows(session, board.mission)}
    for pair, one in list(kept.items()):
        if pair not in wanted and not board.met[pair].result and not board.met[pair].task:
            session.delete(one)
            del kept[pair]
        elif one.slot_id is not None and wanted.get(pair) != one.slot_id:
            one.slot, one.place, one.interpreter = None, "", ""
    session.flush()
    slots = {one.id: one for one in _slots(session, board.mission)}
    parties = {one.id: one for one in _parties(session, board.mission)}
    for pair, slot in wanted.items():
        there = kept.get(pair)
        if there is None:
            there = Meeting(company=parties[pair[0]], host=parties[pair[1]], slot=slots[slot])
            session.add(there)
        elif there.slot_id != slot:
            there.slot = slots[slot]


def _rows(session: Session, mission_id: UUID) -> list[Meeting]:
    query = select(Meeting).join(FairParty, FairParty.id == Meeting.company_id)
    return list(session.scalars(query.where(FairParty.mission_id == mission_id)))


def _slots(session: Session, mission_id: UUID) -> list[FairSlot]:
    return list(session.scalars(select(FairSlot).where(FairSlot.mission_id == mission_id)))


def _parties(session: Session, mission_id: UUID) -> list[FairParty]:
    return list(session.scalars(select(FairParty).where(FairParty.mission_id == mission_id)))


def _seat_all(session: Session, mission_id: UUID) -> None:
    """Tables and interpreters for everybody; what stays keeps its own."""
    board = fair_board(session, mission_id)
    found = seat(_seats(board), board.tables, board.interpreters)
    for one in _rows(session, mission_id):
        if one.slot_id is not None:
            place, interpreter = found[one.id.hex]
            if (one.place, one.interpreter) != (place, interpreter):
                one.place, one.interpreter = place, interpreter


def _seats(board: FairBoard) -> list[Seat]:
    return [
        Seat(
            one.id.hex,
            board.slot_places[one.slot],
            one.host.hex,
            board.language_of(one.company, one.host),
            one.place if one.stays else "",
            one.interpreter if one.stays else "",
        )
        for one in board.meetings
        if one.slot is not None
    ]


# --- one meeting, by hand ---


@command(N_("{company} meets {host}"))
def add_meeting(session: Session, mission_id: UUID, draft: MeetingDraft) -> UUID:
    """Set a meeting by hand; without a place it gets a free table.

    Raises:
        InvalidError: they meet already, or one of them cannot come then; named in words.
    """
    refuse(draft.problems())
    hold_meetings(session, mission_id)
    board = fair_board(session, mission_id)
    company = _party(session, board, draft.company, Side.OURS)
    host = _party(session, board, draft.host, Side.HOST)
    if (company.id, host.id) in board.met:
        told = say(N_("{one} and {two} meet already."), one=company.name, two=host.name)
        refuse([Problem("host", told)])
    one = Meeting(locked=draft.locked, company=company, host=host)
    session.add(one)
    session.flush()
    _put(session, one, draft.slot, draft.place, draft.interpreter)
    return one.id


@command(N_("Moved the meeting of {company} and {host}"))
def move_meeting(
    session: Session,
    meeting_id: UUID,
    revision: UUID | None,
    slot_id: UUID | None,
    place: str | None = None,
    locked: bool = True,  # noqa: FBT001, FBT002 - a tick is a boolean
) -> None:
    """Put a meeting in another slot, or at another table; moved by hand it stays there.

    Without a `place` it keeps its table where that is free then, and else gets a free one.

    Raises:
        ConflictError: somebody changed the meeting in between.
        InvalidError: one of them is away or meets somebody else then, or the table is taken.
    """
    one = checked(session, Meeting, meeting_id, None)
    hold_meetings(session, one.company.mission_id)
    session.refresh(one)
    one = checked(session, Meeting, meeting_id, revision)
    one.locked = locked
    _put(session, one, slot_id, place, None)


@command(N_("Swapped two meetings"))
def swap_meetings(session: Session, first_id: UUID, second_id: UUID) -> None:
    """Let two meetings change slot and table.

    Raises:
        InvalidError: that would seat somebody twice, or one of them is away.
    """
    first = checked(session, Meeting, first_id, None)
    mission_id = first.company.mission_id
    hold_meetings(session, mission_id)
    second = checked(session, Meeting, second_id, None)
    for one in (first, second):
        session.refresh(one)
    ways = [(first, second.slot, second.place), (second, first.slot, first.place)]
    for one, _slot, _place in ways:
        one.slot, one.locked = None, True
    session.flush()
    board = fair_board(session, mission_id)
    rows = {one.id: one for one in board.meetings}
    planned = [one for one in board.meetings if one.id not in (first_id, second_id)]
    planned += [
        replace(rows[one.id], slot=slot.id if slot else None, place=place)
        for one, slot, place in ways
    ]
    _refuse_impossible(replace(board, meetings=tuple(planned)))
    for one, slot, place in ways:
        one.slot, one.place = slot, place
    naming(session, company=first.company.name, host=first.host.name)


@command(N_("{n} meeting stays where it is"), N_("{n} meetings stay where they are"))
def lock_meetings(session: Session, meeting_ids: Sequence[UUID]) -> None:
    """Let meetings stay when the rest is arranged anew."""
    for meeting_id in meeting_ids:
        checked(session, Meeting, meeting_id, None).locked = True
    naming(session, n=len(meeting_ids))


@command(N_("{n} meeting may be moved"), N_("{n} meetings may be moved"))
def unlock_meetings(session: Session, meeting_ids: Sequence[UUID]) -> None:
    """Let meetings be moved when the rest is arranged anew."""
    for meeting_id in meeting_ids:
        checked(session, Meeting, meeting_id, None).locked = False
    naming(session, n=len(meeting_ids))


@command(N_("Removed {n} meeting"), N_("Removed {n} meetings"))
def remove_meetings(session: Session, meeting_ids: Sequence[UUID]) -> None:
    """Take meetings out of the schedule; a task that follows on one stays."""
    for meeting_id in meeting_ids:
        session.delete(checked(session, Meeting, meeting_id, None))
    naming(session, n=len(meeting_ids))


def _put(
    session: Session, one: Meeting, slot_id: UUID | None, place: str | None, voice: str | None
) -> None:
    """Seat a meeting in a slot, if everybody can come and the table is free."""
    board = fair_board(session, one.company.mission_id)
    naming(session, company=one.company.name, host=one.host.name)
    if slot_id is None:
        one.slot, one.place, one.interpreter, one.locked = None, "", "", False
        return
    slot = checked(session, FairSlot, slot_id, None)
    if slot.mission_id != board.mission:
        refuse([Problem("slot", say(N_("This slot belongs to another mission.")))])
    others = [row for row in board.meetings if row.id != one.id]
    refuse(_in_the_way(board, others, one, slot_id))
    place, voice = _seated(board, others, one, slot_id, place, voice)
    row = MeetingRow(
        one.id, board.revision, one.company_id, one.host_id, slot_id, place, voice, locked=True
    )
    before = {str(told) for told in _wrong(board, others)}
    fresh = [told for told in _wrong(board, [*others, row]) if str(told) not in before]
    refuse(Problem("slot", told) for told in fresh)
    one.slot, one.place, one.interpreter = slot, place, voice


def _wrong(board: FairBoard, rows: Iterable[MeetingRow]) -> list[Sentence]:
    planned = replace(board, meetings=tuple(rows))
    return planned.contradictions(all_of_them=True)


def _in_the_way(
    board: FairBoard, others: Sequence[MeetingRow], one: Meeting, slot_id: UUID
) -> list[Problem]:
    """Whom of the two somebody else meets then, by name."""
    number = board.slot_places[slot_id] + 1
    told = N_("{name} meets {other} in slot {slot} already.")
    found = []
    for row in others:
        if row.slot != slot_id:
            continue
        if row.company == one.company_id:
            name, other = one.company.name, board.parties[row.host].name
        elif row.host == one.host_id:
            name, other = one.host.name, board.parties[row.company].name
        else:
            continue
        found.append(Problem("slot", say(told, name=name, other=other, slot=number)))
    return found


def _seated(
    board: FairBoard,
    others: Sequence[MeetingRow],
    one: Meeting,
    slot_id: UUID,
    place: str | None,
    voice: str | None,
) -> tuple[str, str]:
    """The table and the interpreter of a meeting in a slot."""
    there = [row for row in others if row.slot == slot_id]
    taken = {row.place for row in there}
    wanted = place or (one.place if one.place not in taken else "")
    most = board.tables or len(board.hosts)
    free = (table_name(n + 1) for n in range(most) if table_name(n + 1) not in taken)
    at = wanted or next(free, "")
    language = board.language_of(one.company_id, one.host_id)
    seats = [
        Seat(row.id.hex, 0, row.host.hex, board.language_of(*row.pair), row.place, row.interpreter)
        for row in there
    ]
    mine = Seat(one.id.hex, 0, one.host_id.hex, language, at, voice or one.interpreter)
    if mine.interpreter in {row.interpreter for row in there if row.interpreter}:
        mine = replace(mine, interpreter="")
    return seat([*seats, mine], board.tables, board.interpreters)[one.id.hex]


def _party(session: Session, board: FairBoard, party_id: UUID | None, side: Side) -> FairParty:
    found = checked(session, FairParty, party_id, None) if party_id else None
    if found is None or found.mission_id != board.mission or found.side != side:
        told = say(N_("A company meets a host of the same mission: choose one of each side."))
        refuse([Problem("host", told)])
        raise AssertionError
    return found


# --- what came of it ---


@command(N_("{company} and {host}: {result}"))
def note_outcome(
    session: Session, meeting_id: UUID, revision: UUID | None, draft: OutcomeDraft
) -> None:
    """Note what came of a meeting; what is to follow becomes a task of the mission.

    Without words for it the task it had is taken away again, unless it is done.
    """
    refuse(draft.problems())
    one = checked(session, Meeting, meeting_id, revision)
    one.result, one.outcome = draft.result, draft.outcome.strip()
    if draft.task.strip():
        _follow(session, one, draft)
    elif one.task is not None:
        task, one.task = one.task, None
        session.flush()
        if task.done_on is None:
            session.delete(task)
    naming(
        session,
        company=one.company.name,
        host=one.host.name,
        result=result_label(draft.result),
    )


def _follow(session: Session, one: Meeting, draft: OutcomeDraft) -> None:
    if one.task is None:
        wanted = TaskDraft(
            draft.task.strip(),
            draft.owner.strip(),
            draft.due_on,
            person=one.host.person_id,
            organisation=None if one.host.person_id else one.host.organisation_id,
            dossier=one.company.mission_id,
        )
        one.task = add_to(session, wanted, None)
        return
    task = one.task
    task.title, task.owner, task.due_on = draft.task.strip(), draft.owner.strip(), draft.due_on


@command(N_("{n} meeting: {result}"), N_("{n} meetings: {result}"))
def set_results(session: Session, meeting_ids: Sequence[UUID], result: str) -> None:
    """Note the same outcome for several meetings; their words and tasks stay."""
    refuse(OutcomeDraft(result).problems())
    for meeting_id in meeting_ids:
        checked(session, Meeting, meeting_id, None).result = result
    naming(session, n=len(meeting_ids), result=result_label(result))
