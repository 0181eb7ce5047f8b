"""What the search over the window offers: the office's lines, then the commands that fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from app.core.fold import words as folded
from app.core.text import N_, Language
from ui.actions import Action, keys_of
from ui.core import language
from ui.core.hits import Hit
from ui.core.language import tr
from ui.navigation import KINDS, PAGE_OF_KIND, found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from ui.core.jobs import Jobs

LINES = 40
# "module:function" giving the quiet words of a line in a language; a room may tell more than
# the directory's own place.
COUNTRIES = "app.contacts.queries:find_countries"
"""Countries have no lines in the directory; they come first, and are few."""
SUBTITLE = "app.contacts.rules.lines:subtitle"


class Line(Protocol):
    """A line of the directory."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def native(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def day(self) -> str: ...


class Finder:
    """Answers the search box: `go` opens a page on a record, `do` a command by its id."""

    def __init__(
        self,
        jobs: Jobs,
        commands: Callable[[], Sequence[Action]],
        go: Callable[[str, UUID], object],
        do: Callable[[str], object],
    ) -> None:
        self._jobs = jobs
        self._commands = commands
        self._go = go
        self._do = do

    def __call__(self, typed: str, answer: Callable[[Sequence[Hit]], None]) -> None:
        """Answer with hits; at once where nothing is typed."""
        commands = self._command_hits(typed)
        if not typed:
            answer(commands)
            return
        self._jobs.ask(
            find_lines,
            typed,
            language.current(),
            then=lambda lines: answer([*map(self._line_hit, lines), *commands]),
            failed=lambda _: answer(commands),
            channel="search",
            urgent=True,
        )

    def _command_hits(self, typed: str) -> list[Hit]:
        wanted = folded(typed).split()
        hits = []
        for action in self._commands():
            text = tr(action.text)
            name = f" {folded(text)} {folded(action.text)}"
            if all(f" {part}" in name for part in wanted):
                run = partial(self._do, action.id)
                hits.append(Hit(text, "", keys_of(action.id), action.icon, run))
        return hits

    def _line_hit(self, told: tuple[Any, str]) -> Hit:
        line, subtitle = told
        icon, kind = KINDS.get(line.kind, ("search", N_("record")))
        page = PAGE_OF_KIND.get(line.kind, "contacts")
        quiet = " · ".join(part for part in (line.native, subtitle) if part)
        return Hit(line.title, quiet, tr(kind), icon, partial(self._go, page, line.id))


def find_lines(session: object, typed: str, spoken: Language) -> list[tuple[Any, str]]:
    """In the worker: the lines found, each with its quiet words."""
    lines = [
        *found(COUNTRIES)(session, typed, spoken),
        *found("app.core.search:find")(session, typed, (), LINES),
    ]
    try:
        subtitle = found(SUBTITLE)
    except (ImportError, AttributeError):
        return [(line, plain_subtitle(line, spoken)) for line in lines]
    return [(line, subtitle(line, spoken)) for line in lines]


def plain_subtitle(line: Line, spoken: Language) -> str:
    """The place and the day, as the directory has them."""
    del spoken
    return " · ".join(part for part in (line.place, language.day(line.day)) if part)
