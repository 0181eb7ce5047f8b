"""What the lists of parties and of meetings show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_
from app.missions.rules.meetings import Result, Side, result_label, table_label
from ui.core import language
from ui.core.columns import Cell, Column, Kind
from ui.missions.schedule_model import language_words

if TYPE_CHECKING:
    from uuid import UUID

    from app.missions.queries import FairBoard, MeetingRow, PartyRow, SlotRow

RESULT_TONES = {
    Result.DEAL: "good",
    Result.FOLLOW_UP: "accent",
    Result.CONTACT: "accent",
    Result.NONE: "neutral",
    Result.NOT_HELD: "wrong",
}


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party in the list, with how many wishes and meetings it has."""

    row: PartyRow
    wishes: int
    met: int
    unmet: int

    @property
    def id(self) -> UUID:
        """The party's."""
        return self.row.id


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in the list of outcomes."""

    row: MeetingRow
    company: str
    host: str
    slot: SlotRow | None

    @property
    def id(self) -> UUID:
        """The meeting's."""
        return self.row.id


def party_lines(board: FairBoard) -> list[PartyLine]:
    """Companies first, then hosts, by name."""
    wishes: dict[UUID, int] = {}
    for one, _other in board.wishes:
        wishes[one] = wishes.get(one, 0) + 1
    unmet: dict[UUID, int] = {}
    for pair in board.pair_wishes:
        if pair not in board.placed:
            for one in pair:
                unmet[one] = unmet.get(one, 0) + 1
    return [
        PartyLine(one, wishes.get(one.id, 0), len(board.days.get(one.id, {})), unmet.get(one.id, 0))
        for one in (*board.companies, *board.hosts)
    ]


def meeting_lines(board: FairBoard) -> list[MeetingLine]:
    """Meetings by time, then by company."""
    slots = {one.id: one for one in board.slots}
    lines = [
        MeetingLine(
            one,
            board.parties[one.company].name,
            board.parties[one.host].name,
            slots.get(one.slot) if one.slot else None,
        )
        for one in board.meetings
    ]
    last = len(slots) + 1
    return sorted(lines, key=lambda one: (one.slot.number if one.slot else last, one.company))


def _side(one: PartyLine) -> str:
    ours = one.row.draft.side == Side.OURS
    return language.tr("Delegation") if ours else language.tr("Host")


PARTY_COLUMNS = (
    Column("name", N_("Company or host"), 190, Kind.NAME, value=lambda one: one.row.name,
           stretch=2),
    Column("side", N_("Side"), 88, value=_side),
    Column("wanted", N_("Wanted"), 180, value=lambda one: one.row.draft.wanted, stretch=2),
    Column("offered", N_("Offered"), 180, value=lambda one: one.row.draft.offered, stretch=2),
    Column("language", N_("Interpreter"), 96,
           value=lambda one: language_words(one.row.draft.language)),
    Column("wishes", N_("Wishes"), 80, Kind.NUMBER),
    Column("met", N_("Meetings"), 104, Kind.NUMBER),
    Column("unmet", N_("Not met"), 104, Kind.NUMBER),
    Column("known", N_("Contact"), 110, value=lambda one: one.row.known_as, stretch=1),
)  # fmt: skip


def _when(one: MeetingLine) -> str:
    if one.slot is None:
        return language.tr("no time yet")
    return f"{language.day(one.slot.starts_at.date())} {one.slot.starts_at:%H:%M}"


def _result(one: MeetingLine) -> Cell:
    known = set(Result)
    tone = RESULT_TONES[Result(one.row.result)] if one.row.result in known else "attention"
    return Cell(language.read(result_label(one.row.result)), tone=tone)


def _follow(one: MeetingLine) -> str:
    task = one.row.task
    return task.title if task is not None else ""


def _owner(one: MeetingLine) -> str:
    task = one.row.task
    if task is None:
        return ""
    if task.done_on is not None:
        return language.tr("done")
    due = language.day(task.due_on) if task.due_on else ""
    return " · ".join(part for part in (task.owner, due) if part)


OUTCOME_COLUMNS = (
    Column("when", N_("When"), 130, value=_when),
    Column("company", N_("Company"), 160, Kind.NAME, stretch=2),
    Column("host", N_("Host"), 160, Kind.NAME, stretch=2),
    Column("place", N_("Table"), 84,
           value=lambda one: table_label(one.row.place) if one.row.place else ""),
    Column("result", N_("What came of it"), 160, Kind.PILL, value=_result),
    Column("outcome", N_("In words"), 200, value=lambda one: one.row.outcome, stretch=3),
    Column("follow", N_("To follow up"), 170, value=_follow, stretch=2),
    Column("owner", N_("By whom, before"), 150, Kind.QUIET, value=_owner),
)  # fmt: skip
