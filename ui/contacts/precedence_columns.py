"""What the tables of the lists of precedence show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.rules.precedence_lists import OrderedBy, order_label, own_words
from app.core.text import N_
from ui.contacts.precedence_editors import token_words
from ui.core.columns import Cell, Column, Kind
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    from app.contacts.queries import BandRow, PrecedenceListRow


def list_name(row: PrecedenceListRow) -> str:
    """What a list is called in the window's language."""
    return read(row.name)


def _list(row: PrecedenceListRow) -> Cell:
    return Cell(list_name(row), day(row.draft.dated) if row.draft.dated else "")


def _usual(row: PrecedenceListRow) -> Cell:
    return Cell(tr("usual"), "", "accent") if row.usual else Cell("")


LIST_COLUMNS = (
    Column("name", N_("List"), 190, Kind.NAME, value=list_name, stretch=1),
    Column("usual", N_("In use"), 74, Kind.PILL, value=_usual),
)


def band_mark(row: BandRow) -> tuple[str, str]:
    """How sure a place is: the word and its tone."""
    if row.draft.gap:
        return tr("gap"), "attention"
    if row.draft.verified:
        return tr("verified"), "good"
    return tr("assumed"), "neutral"


def _mark(row: BandRow) -> Cell:
    word, tone = band_mark(row)
    return Cell(word, "", tone)


def _functions(row: BandRow) -> str:
    return ", ".join(token_words(one) for one in row.draft.functions)


def _order(row: BandRow) -> object:
    """What orders the people of a band, where it is not just the list."""
    by = row.draft.ordered_by
    return "" if by == OrderedBy.NAME or not row.draft.functions else order_label(by)


BAND_COLUMNS = (
    Column("position", N_("Place"), 56, Kind.NUMBER),
    Column("numbered", N_("In source"), 78, value=lambda row: row.draft.numbered, empty=""),
    Column("label", N_("Who"), 270, Kind.NAME, value=lambda row: own_words(row.draft.label),
           stretch=3),
    Column("mark", N_("State"), 100, Kind.PILL, value=_mark),
    Column("functions", N_("Functions"), 220, value=_functions, stretch=2),
    Column("ordered_by", N_("Among themselves"), 160, Kind.QUIET, value=_order, empty=""),
    Column("source", N_("Source"), 170, Kind.QUIET,
           value=lambda row: own_words(row.draft.source), stretch=1),
)  # fmt: skip
