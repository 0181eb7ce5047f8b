"""What stands in a schedule of meetings: who meets whom in which slot, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from app.missions.rules.meetings import Side, interpreter_parts, table_label
from ui.core import language
from ui.core.language import read, tr
from ui.missions.grid_view import ROOT, GridModel, Index

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.missions.queries import FairBoard, MeetingRow, PartyRow, Proposal, SlotRow

MIME = "application/x-belfry-meeting"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: who meets in it, or why nobody can; `fresh` says how a proposal differs."""

    meeting: MeetingRow | None = None
    other: str = ""
    place: str = ""
    voice: str = ""
    locked: bool = False
    away: bool = False
    fresh: str = ""
    weight: int = 0


_EMPTY, _AWAY = Spot(), Spot(away=True)


class ScheduleModel(GridModel):
    """Companies (or hosts) by slots. While a proposal is shown its meetings stand here."""

    def __init__(self) -> None:
        super().__init__()
        self.board: FairBoard | None = None
        self.proposal: Proposal | None = None
        self.side = Side.OURS
        self._cells: dict[tuple[UUID, UUID], Spot] = {}

    def show(self, board: FairBoard, proposal: Proposal | None, side: Side) -> None:
        """Show the meetings as they stand, or as proposed, from one side."""
        self.beginResetModel()
        self.board, self.proposal, self.side = board, proposal, side
        self._cells = self._spots(board, proposal)
        self.endResetModel()

    def _spots(self, board: FairBoard, proposal: Proposal | None) -> dict[tuple[UUID, UUID], Spot]:
        ours = self.side is Side.OURS
        made: dict[tuple[UUID, UUID], Spot] = {}
        if proposal is None:
            for one in board.meetings:
                if one.slot is not None:
                    me, other = (one.company, one.host) if ours else (one.host, one.company)
                    made[me, one.slot] = self._spot(board, one, other)
            return made
        for company, host, slot in proposal.meetings:
            me, other = (company, host) if ours else (host, company)
            there = board.placed.get((company, host))
            same = there is not None and there.slot == slot
            if there is not None and same:
                made[me, slot] = self._spot(board, there, other)
            else:
                weight = board.pair_wishes.get((company, host), 0)
                word = tr("new") if there is None else tr("moved")
                name = board.parties[other].name
                made[me, slot] = Spot(None, name, fresh=word, weight=weight)
        return made

    def _spot(self, board: FairBoard, one: MeetingRow, other: UUID) -> Spot:
        return Spot(
            one,
            board.parties[other].name,
            read(table_label(one.place)) if one.place else "",
            voice_words(one.interpreter),
            one.locked,
            weight=board.pair_wishes.get(one.pair, 0),
        )

    @property
    def rows(self) -> Sequence[PartyRow]:
        """Whose days are shown."""
        if self.board is None:
            return ()
        return self.board.companies if self.side is Side.OURS else self.board.hosts

    def party(self, row: int) -> PartyRow:
        """Whose day a row is."""
        return self.rows[row]

    def slot(self, column: int) -> SlotRow:
        """The slot of a column."""
        assert self.board is not None  # noqa: S101 - a column exists only with a board
        return self.board.slots[column]

    def at(self, row: int, column: int) -> Spot:
        """What a cell holds."""
        party, slot = self.party(row), self.slot(column)
        found = self._cells.get((party.id, slot.id))
        if found is not None:
            return found
        return _AWAY if slot.position in party.draft.away else _EMPTY

    def words_at(self, row: int, column: int) -> str:
        """A cell in words."""
        spot = self.at(row, column)
        if spot.away:
            return tr("cannot come")
        if not spot.other:
            return tr("free")
        parts = [spot.other, spot.place, spot.voice, tr("locked") if spot.locked else ""]
        return " · ".join(part for part in parts if part)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """A row for each party."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """A column for each slot."""
        return 0 if parent.isValid() or self.board is None else len(self.board.slots)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Names at the left, slots above."""
        if role != Qt.ItemDataRole.DisplayRole or self.board is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.party(section).name if section < len(self.rows) else None
        slots = self.board.slots
        return slot_words(slots, section) if section < len(slots) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A meeting may be dragged, an other cell dropped on; a proposal stands still."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or self.proposal is not None:
            return usual
        spot = self.at(index.row(), index.column())
        return usual | (
            Qt.ItemFlag.ItemIsDragEnabled if spot.meeting else Qt.ItemFlag.ItemIsDropEnabled
        ) | Qt.ItemFlag.ItemIsDropEnabled  # fmt: skip

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Only our own."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The meeting that is dragged."""
        made = QMimeData()
        spot = self.at(indexes[0].row(), indexes[0].column())
        made.setData(MIME, spot.meeting.id.bytes if spot.meeting else b"")
        return made


def voice_words(kept: str) -> str:
    """An interpreter in words: "Japanese 2", or the name as typed."""
    found = interpreter_parts(kept)
    if found is None:
        return kept
    name = language_words(found[0])
    return f"{name} {found[1]}" if found[1] else name


def language_words(code: str) -> str:
    """The name of a language in the window's."""
    from app.briefings.programme_words import language_name

    return language_name(code, language.current())


def slot_words(slots: Sequence[SlotRow], place: int) -> str:
    """A slot's number and time, with its day where a day begins."""
    one = slots[place]
    head = f"{one.number} · {one.starts_at:%H:%M}"
    several = slots[0].starts_at.date() != slots[-1].starts_at.date()
    if several and (not place or slots[place - 1].starts_at.date() != one.starts_at.date()):
        return f"{head} · {one.starts_at.day}/{one.starts_at.month}"
    return head
