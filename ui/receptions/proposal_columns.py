"""What the lists of proposals and of decisions on them show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import N_
from app.receptions.rules.proposals import Decision, choice_label
from ui.core.columns import Cell, Column, Kind
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    from app.receptions.queries import DecidedRow, ProposedRow


def reasons_words(row: ProposedRow) -> str:
    """The reasons in a line; the first letter is a capital."""
    told = " · ".join(read(one.words) for one in row.told)
    return told[:1].upper() + told[1:]


def _name(row: ProposedRow) -> Cell:
    return Cell(row.styled, row.name.native)


def _share(row: ProposedRow) -> Cell:
    return Cell(str(row.share))


PROPOSAL_COLUMNS = (
    Column("share", N_("Weight"), 74, Kind.BAR, value=_share),
    Column("name", N_("Name"), 200, Kind.NAME, value=_name, stretch=2),
    Column("title", N_("Function"), 210, stretch=2),
    Column("reasons", N_("Why"), 380, value=reasons_words, stretch=5),
)


def _decision(row: DecidedRow) -> Cell:
    words = read(choice_label(Decision(row.decision)))
    if row.decision == Decision.LATER and row.again_on is not None:
        return Cell(tr("Later: from {day}", day=day(row.again_on)), tone="attention")
    if row.everywhere:
        words = tr("No, nowhere")
    return Cell(words, tone="wrong")


DECISION_COLUMNS = (
    Column("name", N_("Name"), 220, Kind.NAME, stretch=2),
    Column("decision", N_("Decision"), 212, Kind.PILL, value=_decision),
    Column("reason", N_("Reason"), 380, stretch=4),
    Column("decided_on", N_("Decided on"), 120, Kind.DATE),
)
