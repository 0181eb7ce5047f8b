"""The list of meetings of a mission, with names, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import N_, Language, t
from app.interchange.writing import write_csv, written
from app.missions.queries import fair_board
from app.missions.rules.meetings import result_label, table_label

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.queries import FairBoard, MeetingRow


def export_meetings(session: Session, mission_id: UUID, path: Path, language: Language) -> int:
    """Write a line for each meeting, in order of time.

    Returns:
        How many were written.

    Raises:
        NotFoundError: there is no such mission (any more).
        CannotWriteError: the file cannot be written; an older one stays as it was.
    """
    header = [
        t(words, language)
        for words in (
            N_("Day"), N_("From"), N_("Until"), N_("Company"), N_("Host"), N_("Table"),
            N_("Interpreter"), N_("Wish"), N_("What came of it"), N_("In words"),
            N_("To follow up"), N_("By whom"), N_("Before"),
        )
    ]  # fmt: skip
    board = fair_board(session, mission_id)
    lines = [_cells(board, one, language) for one in board.meetings]
    return write_csv(path, header, lines, bom=True)


def _cells(board: FairBoard, one: MeetingRow, language: Language) -> list[str]:
    slot = board.slots[board.slot_places[one.slot]] if one.slot else None
    task = one.task
    return [
        slot.starts_at.date().isoformat() if slot else "",
        f"{slot.starts_at:%H:%M}" if slot else "",
        f"{slot.ends_at:%H:%M}" if slot else "",
        written(board.parties[one.company].name),
        written(board.parties[one.host].name),
        written(table_label(one.place).to(language)),
        written(one.interpreter),
        str(board.pair_wishes.get(one.pair, "")),
        result_label(one.result).to(language),
        written(one.outcome),
        written(task.title) if task else "",
        written(task.owner) if task else "",
        task.due_on.isoformat() if task and task.due_on else "",
    ]
