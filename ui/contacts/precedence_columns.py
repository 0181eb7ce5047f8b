"""What the tables of the lists of precedence show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.rules.precedence_lists import OrderedBy, order_label, own_words
from app.core.text import N_
from ui.contacts.precedence_editors import token_words
from ui.core.columns import Cell, Column, Kind
from ui.core.language import read, tr

if TYPE_CHECKING:
    from app.contacts.queries import BandRow, PrecedenceListRow


def list_name(row: PrecedenceListRow) -> str:
    """What a list is called in the window's language."""
    return read(row.name)


def _list(row: PrecedenceListRow) -> Cell:
    return Cell(list_name(row), tr("usual") if row.usual else "")


LIST_COLUMNS = (Column("name", N_("List"), 190, Kind.NAME, value=_list, stretch=1),)


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


def functions_words(row: BandRow) -> str:
    """Who stands in a band, by their functions."""
    return ", ".join(token_words(one) for one in row.draft.functions)


def _order(row: BandRow) -> object:
    """What orders the people of a band, where it is not just the list."""
    by = row.draft.ordered_by
    return "" if by == OrderedBy.NAME or not row.draft.functions else order_label(by)


BAND_COLUMNS = (
    Column("position", N_("Rank"), 56, Kind.NUMBER),
    Column("numbered", N_("In source"), 78, value=lambda row: row.draft.numbered, empty=""),
    Column("label", N_("Who"), 270, Kind.NAME, value=lambda row: own_words(row.draft.label),
           stretch=3),
    Column("mark", N_("State"), 100, Kind.PILL, value=_mark),
    Column("functions", N_("Functions"), 220, value=functions_words, stretch=2),
    Column("ordered_by", N_("Among themselves"), 160, Kind.QUIET, value=_order, empty=""),
    Column("source", N_("Source"), 170, Kind.QUIET,
           value=lambda row: own_words(row.draft.source), stretch=1, shown=False),
)  # fmt: skip
