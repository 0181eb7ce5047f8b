"""What a file to import holds: numbered rows under a header, whatever format it came in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.core.text import Sentence

PROBLEM_LIMIT = 1000


class RawRow(NamedTuple):
    """The cells of a row; `line` is where it begins in the file, counted from 1."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Format:
    """How the file was read. `kind` is csv, xlsx or vcard; `header_line` is 0 where there is none.

    `line_end` is the commonest: CRLF, LF or CR.
    """

    kind: str
    encoding: str = ""
    delimiter: str = ""
    header: tuple[str, ...] = ()
    header_line: int = 0
    line_end: str = ""
    bom: bool = False


class Problems:
    """Problems found while rows are read; beyond a thousand they are only counted."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._more = 0

    def add(self, line: int | None, sentence: Sentence, column: str = "") -> None:
        """Keep a problem of a line, where there is room."""
        if len(self._kept) < PROBLEM_LIMIT:
            self._kept.append(Problem(column, sentence, line))
        else:
            self._more += 1

    def clear(self) -> None:
        """Forget all: the rows are read anew."""
        self._kept.clear()
        self._more = 0

    def listed(self) -> list[Problem]:
        """The problems kept, in order of line, and a word about the others."""
        found = sorted(self._kept, key=lambda problem: problem.line or 0)
        if self._more:
            found.append(
                Problem(
                    "",
                    say(
                        N_("{n} more line has a problem: mend these first."),
                        N_("{n} more lines have problems: mend these first."),
                        n=self._more,
                    ),
                )
            )
        return found


@dataclass(slots=True)
class Table:
    """A file that was understood: its format, and rows that can be read as often as needed.

    `problems` is complete once the rows were read to the end. `size` estimates their number.
    """

    format: Format
    header: tuple[str, ...]
    source: Callable[[Problems], Iterator[RawRow]]
    size: int
    standing: tuple[Problem, ...] = ()
    found: Problems = field(default_factory=Problems)

    @property
    def rows(self) -> Iterator[RawRow]:
        """The rows from the first, without the header and without blank ones."""
        self.found.clear()
        return self.source(self.found)

    @property
    def problems(self) -> list[Problem]:
        """What was wrong with the file, by line."""
        return [*self.standing, *self.found.listed()]

    def preview(self, count: int = 20) -> list[RawRow]:
        """The first rows, to look at and to guess the mapping from."""
        return [row for row, _ in zip(self.rows, range(count), strict=False)]


def unique_names(names: Sequence[str]) -> tuple[str, ...]:
    """Header names, each once: a second “Titre” is “Titre (2)”, a nameless one “Column 4”."""
    seen: dict[str, int] = {}
    result = []
    for place, raw in enumerate(names, start=1):
        name = " ".join(raw.split()) or f"Column {place}"
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(result)
