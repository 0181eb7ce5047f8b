"""Writing a programme line by line, so that what follows keeps step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.model import Dossier, ProgrammeItem
from app.dossiers.queries.dossier import PROGRAMME_FIELDS
from app.dossiers.queries.findings import programme_draft
from app.dossiers.rules import programme as rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.programme import ProgrammeDraft
    from app.dossiers.rules.programme import Slot, Starts


@command(N_("Changed the programme of {title}"))
def set_programme(session: Session, dossier_id: UUID, items: Sequence[ProgrammeDraft]) -> None:
    """Keep the programme as given, in this order."""
    refuse(problem for item in items for problem in item.problems())
    dossier = checked(session, Dossier, dossier_id, None)
    naming(session, title=dossier.title)
    kept = list(dossier.programme)
    for position, item in enumerate(items):
        if position < len(kept):
            line = kept[position]
        else:
            line = ProgrammeItem(title=item.title)
            dossier.programme.append(line)
        _fill(line, item)
        line.position = position
    for extra in kept[len(items) :]:
        dossier.programme.remove(extra)


@command(N_("Put “{line}” in the programme of {title}"))
def add_line(
    session: Session, dossier_id: UUID, draft: ProgrammeDraft, at: int | None = None
) -> UUID:
    """Put a line at a place (None: where its time belongs, else at the end).

    Without a time it begins where the line before it ends, and what follows makes room.
    """
    refuse(draft.problems())
    dossier = checked(session, Dossier, dossier_id, None)
    lines = list(dossier.programme)
    place = _place(lines, draft) if at is None else max(0, min(at, len(lines)))
    begins, starts = rules.inserted(_slots(lines), place, draft.slot)
    _start(lines, starts)
    made = ProgrammeItem(title=draft.title)
    _fill(made, replace(draft, starts_at=begins))
    dossier.programme.append(made)
    lines.insert(place, made)
    _number(lines)
    naming(session, line=draft.title, title=dossier.title)
    session.flush()
    return made.id


@command(N_("Changed “{line}” in the programme of {title}"))
def change_line(
    session: Session,
    line_id: UUID,
    revision: UUID | None,
    draft: ProgrammeDraft,
    *,
    shift: bool = True,
) -> None:
    """Keep a line as the draft has it; what follows moves with its end, up to a fixed line."""
    refuse(draft.problems())
    line = checked(session, ProgrammeItem, line_id, revision)
    lines = list(line.dossier.programme)
    starts = rules.following(_slots(lines), lines.index(line), draft.slot)
    _fill(line, draft)
    if shift:
        _start(lines, starts)
    naming(session, line=draft.title, title=line.dossier.title)


@command(N_("Moved “{line}” in the programme of {title}"))
def move_line(session: Session, line_id: UUID, to: int) -> None:
    """Put a line at another place, counted from 0; those between change places in time."""
    line = checked(session, ProgrammeItem, line_id, None)
    lines = list(line.dossier.programme)
    order, starts = rules.moved(_slots(lines), lines.index(line), max(0, min(to, len(lines) - 1)))
    lines = [lines[place] for place in order]
    _start(lines, starts)
    _number(lines)
    naming(session, line=line.title, title=line.dossier.title)


@command(N_("Moved the programme of {title} from “{line}” on by {n} minute"),
         N_("Moved the programme of {title} from “{line}” on by {n} minutes"))  # fmt: skip
def shift_lines(session: Session, line_id: UUID, minutes: int) -> None:
    """Everything from a line on some minutes later, or earlier if negative."""
    line = checked(session, ProgrammeItem, line_id, None)
    lines = list(line.dossier.programme)
    _start(lines, rules.shifted(_slots(lines), lines.index(line), minutes))
    naming(session, line=line.title, title=line.dossier.title, n=minutes)


@command(N_("Took “{line}” out of the programme of {title}"))
def remove_line(session: Session, line_id: UUID) -> None:
    """Take a line out; the others keep their time."""
    line = checked(session, ProgrammeItem, line_id, None)
    dossier = line.dossier
    naming(session, line=line.title, title=dossier.title)
    dossier.programme.remove(line)
    _number(dossier.programme)


def _fill(line: ProgrammeItem, draft: ProgrammeDraft) -> None:
    for name in PROGRAMME_FIELDS:
        setattr(line, name, getattr(draft, name))


def _slots(lines: Sequence[ProgrammeItem]) -> list[Slot]:
    return [programme_draft(one).slot for one in lines]


def _start(lines: Sequence[ProgrammeItem], starts: Starts) -> None:
    for line, start in zip(lines, starts, strict=True):
        line.starts_at = start


def _number(lines: Sequence[ProgrammeItem]) -> None:
    for position, line in enumerate(lines):
        line.position = position


def _place(lines: Sequence[ProgrammeItem], draft: ProgrammeDraft) -> int:
    begins = draft.starts_at
    if begins is None:
        return len(lines)
    later = (n for n, one in enumerate(lines) if one.starts_at and one.starts_at > begins)
    return next(later, len(lines))
