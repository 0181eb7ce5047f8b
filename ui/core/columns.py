"""What a table shows: columns, and the cells they make of a row.

A cell is what the delegate paints: its text, a quiet second part (a name's native script) and a
tone (of a pill). Rows are frozen values with an `id`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from app.core.text import Sentence
from ui.core import language


class Row(Protocol):
    """A frozen value of the office."""

    @property
    def id(self) -> UUID: ...


class Kind(StrEnum):
    """How a cell is set; a BAR shows a share of 0 to 100 as a thin bar."""

    TEXT = "text"
    NAME = "name"
    QUIET = "quiet"
    NUMBER = "number"
    DATE = "date"
    PILL = "pill"
    BAR = "bar"


class Cell(NamedTuple):
    """What one cell paints."""

    text: str
    quiet: str = ""
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    key: attribute of the row, and the name under which width and place are kept.
    title: a message marked with `N_`; read when painted.
    width: pixels at 100 %; `stretch` shares what is left.
    value: reads the row where the attribute alone will not do. It may give text, a Sentence, a
        number, a date (or its ISO form), or a Cell.
    quiet: attribute with the native script of a NAME.
    tone: gives a PILL its tone from the row.
    sort: what the page is asked to sort by; "" where it cannot be sorted.
    shown: whether it is there before people choose.
    """

    key: str
    title: str
    width: int = 140
    kind: Kind = Kind.TEXT
    value: Callable[[Any], object] | None = None
    quiet: str = ""
    tone: Callable[[Any], str] | None = None
    sort: str = ""
    stretch: int = 0
    shown: bool = True
    empty: str = "—"

    @property
    def right(self) -> bool:
        """Numbers stand at the right."""
        return self.kind is Kind.NUMBER

    def name(self) -> str:
        """The title in the window's language."""
        return language.tr(self.title) if self.title else ""

    def cell(self, row: object) -> Cell:
        """What the row shows here."""
        value = self.value(row) if self.value is not None else getattr(row, self.key)
        if isinstance(value, Cell):
            return value
        text = written(value)
        if not text and self.kind is not Kind.PILL:
            return Cell(self.empty)
        quiet = str(getattr(row, self.quiet)) if self.quiet else ""
        return Cell(text, quiet, self.tone(row) if self.tone is not None else "neutral")

    def plain(self, row: object) -> str:
        """The cell as words, for copying; dates as ISO so that a spreadsheet knows them."""
        value = self.value(row) if self.value is not None else getattr(row, self.key)
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, Cell):
            return " ".join(part for part in (value.text, value.quiet) if part)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        quiet = str(getattr(row, self.quiet)) if self.quiet else ""
        return " ".join(part for part in (written(value), quiet) if part)


def written(value: object) -> str:
    """A value as the window's language writes it."""
    if value is None or value == "":
        return ""
    if isinstance(value, Sentence):
        return language.read(value)
    if isinstance(value, dt.date):
        return language.day(value)
    if isinstance(value, bool):
        return language.tr("yes") if value else ""
    if isinstance(value, int | float):
        return language.number(value)
    return str(value)


def iso_date(value: str) -> dt.date | None:
    """The date in an ISO text, for `Column.value` over rows that carry text."""
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


class PackedIds(Sequence[UUID]):
    """Ids in 16 bytes each, one behind the other: a million are 16 MB and no objects."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed) // 16

    def __getitem__(self, place: Any) -> Any:  # Sequence overloads; a slice gives PackedIds
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            if step == 1:
                return PackedIds(self._packed[start * 16 : stop * 16])
            return [self[number] for number in range(start, stop, step)]
        at = place if place >= 0 else len(self) + place
        if not 0 <= at < len(self):
            raise IndexError(place)
        return UUID(bytes=self._packed[at * 16 : at * 16 + 16])

    def index(self, value: UUID, start: int = 0, stop: int | None = None) -> int:
        """The place of an id. Raises ValueError where it is not among them."""
        end = len(self._packed) if stop is None else stop * 16
        at = self._packed.find(value.bytes, start * 16, end)
        while at >= 0 and at % 16:
            at = self._packed.find(value.bytes, at + 1, end)
        if at < 0:
            raise ValueError(value)
        return at // 16

    def __contains__(self, value: object) -> bool:
        try:
            return isinstance(value, UUID) and self.index(value) >= 0
        except ValueError:
            return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PackedIds) and other._packed == self._packed

    def __hash__(self) -> int:
        return hash(self._packed)

    def reversed(self) -> PackedIds:
        """The same ids, last first."""
        packed = self._packed
        places = range(len(packed) - 16, -1, -16)
        return PackedIds(b"".join(packed[at : at + 16] for at in places))
