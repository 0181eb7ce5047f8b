"""Lists of matchmaking into a mission: parties known by name and side, wishes by both names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.core.command import command, naming
from app.core.errors import Problem
from app.core.fold import words
from app.core.text import N_, say
from app.missions.commands import add_parties, set_wishes
from app.missions.draft import WishDraft
from app.missions.queries import fair_board
from app.missions.rules.meetings import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.interchange.fair_lists import PartyLine, WishLine
    from app.missions.draft import FairPartyDraft
    from app.missions.queries import FairBoard


@dataclass(frozen=True, slots=True)
class FairBrought:
    """What came, or would come, of a list."""

    read: int
    added: int
    updated: int
    skipped: int
    problems: tuple[Problem, ...] = ()


@command(
    N_("Imported {n} company or host from {file}"),
    N_("Imported {n} companies and hosts from {file}"),
)
def import_parties(
    session: Session, lines: Sequence[PartyLine], file: str, mission_id: UUID
) -> FairBrought:
    """Bring companies and hosts in; who is there already takes over the columns of the list."""
    board = fair_board(session, mission_id)
    drafts, problems = _drafts(board, lines)
    fresh, changed = add_parties(session, mission_id, drafts)
    naming(session, n=len(drafts), file=file)
    return FairBrought(len(lines), fresh, changed, len(lines) - len(drafts), tuple(problems))


def rehearse_parties(session: Session, lines: Sequence[PartyLine], mission_id: UUID) -> FairBrought:
    """What an import of parties would do; a query, so nothing is written."""
    board = fair_board(session, mission_id)
    drafts, problems = _drafts(board, lines)
    known = {(one.draft.side, words(one.name)) for one in board.parties.values()}
    changed = sum((one.side, words(one.name)) in known for one in drafts)
    left = len(lines) - len(drafts)
    return FairBrought(len(lines), len(drafts) - changed, changed, left, tuple(problems))


def _drafts(
    board: FairBoard, lines: Sequence[PartyLine]
) -> tuple[list[FairPartyDraft], list[Problem]]:
    slots = {str(one.number): one.position for one in board.slots}
    slots |= {f"{one.starts_at:%H:%M}": one.position for one in board.slots}
    there = {(one.draft.side, words(one.name)): one.draft for one in board.parties.values()}
    found: dict[tuple[str, str], FairPartyDraft] = {}
    problems: list[Problem] = []
    for line in lines:
        name = (line.draft.side, words(line.draft.name))
        if name in found:
            problems.append(_before(line.draft.name, line.line))
            continue
        away = []
        for each in line.away:
            position = slots.get(each if len(each) != 4 else f"0{each}")
            if position is None:
                told = say(N_("There is no slot {slot}; it was left out."), slot=each[:20])
                problems.append(Problem("away", told, line.line))
            else:
                away.append(position)
        draft = replace(line.draft, away=tuple(away))
        if name in there:
            told_here = {one: getattr(draft, one) for one in line.said}
            draft = replace(there[name], **told_here)
        found[name] = draft
    return list(found.values()), problems


@command(N_("Imported {n} wish from {file}"), N_("Imported {n} wishes from {file}"))
def import_wishes(
    session: Session, lines: Sequence[WishLine], file: str, mission_id: UUID
) -> FairBrought:
    """Bring wishes in; those of the list replace what there was for the same two."""
    board = fair_board(session, mission_id)
    wishes, brought = _wishes(board, lines)
    set_wishes(session, mission_id, wishes)
    naming(session, n=len(wishes), file=file)
    return brought


def rehearse_wishes(session: Session, lines: Sequence[WishLine], mission_id: UUID) -> FairBrought:
    """What an import of wishes would do; a query, so nothing is written."""
    return _wishes(fair_board(session, mission_id), lines)[1]


def _wishes(board: FairBoard, lines: Sequence[WishLine]) -> tuple[list[WishDraft], FairBrought]:
    ours = {words(one.name): one.id for one in board.companies}
    hosts = {words(one.name): one.id for one in board.hosts}
    found: dict[tuple[UUID, UUID], WishDraft] = {}
    problems: list[Problem] = []
    for line in lines:
        one, other = words(line.party), words(line.other)
        host_wishes = line.side == Side.HOST or (not line.side and one in hosts and one not in ours)
        mine, theirs = (hosts, ours) if host_wishes else (ours, hosts)
        for name, said, known in ((one, line.party, mine), (other, line.other, theirs)):
            if name not in known:
                told = N_("“{name}” is not among the companies and hosts: add it first.")
                problems.append(Problem("name", say(told, name=said[:60]), line.line))
        if one in mine and other in theirs:
            pair = (mine[one], theirs[other])
            if pair in found:
                problems.append(_before(f"{line.party} – {line.other}", line.line))
            found.setdefault(pair, WishDraft(*pair, line.weight))
    wishes = list(found.values())
    there = sum((one.party, one.other) in board.wishes for one in wishes)
    left = len(lines) - len(wishes)
    brought = FairBrought(len(lines), len(wishes) - there, there, left, tuple(problems))
    return wishes, brought


def _before(name: str, line: int) -> Problem:
    told = N_("“{name}” stands in the list before: the first row counts.")
    return Problem("name", say(told, name=name), line)
