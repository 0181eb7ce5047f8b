"""A paper printed again says what changed since it was handed out.

A paper takes part by giving keys to what it tells of: rows (`Row.key`), blocks (`Keyed`), cards
(`CutCard.key`); whom they name besides (`named`) stands in it too. Nothing else is needed: the
lines that are kept, the marks, the list of changes and the number of the version follow from them,
for every kind of paper of a dossier.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from app.briefings.blocks import (
    Callout,
    Column,
    Fact,
    Facts,
    Heading,
    Inset,
    Role,
    Row,
    Run,
    Table,
    Together,
    plain_text,
    runs_of,
)
from app.briefings.book import Chapter, Contents, Cover, CutCard, CutCards, Keyed
from app.briefings.house import Audience
from app.contacts.rules.names import full_name
from app.core.text import N_, format_date, format_time, say, t
from app.dossiers.queries import printings_of
from app.dossiers.rules.printings import (
    NAMED,
    PEOPLE,
    Difference,
    as_lines,
    compared_with,
    difference,
    digest,
    kind_of,
    record_of,
    version_of,
)
from app.missions.queries import participant_names, participants_going

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document
    from app.briefings.catalogue import Paper
    from app.core.text import Language

_OF_DOSSIERS = frozenset({"reception", "mission"})
_LOOKS = frozenset(
    {
        "where",
        "key",
        "label",
        "named",
        "note",
        "barred",
        "dpi",
        "style",
        "kind",
        "level",
        "language",
    }
)
"""Fields of blocks that say nothing a reader sees."""
OWN = ""
"""The language of a printing in which each part is in its reader's own."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How often a paper was handed out in this language for this audience, when last, and what
    would change if it were printed now.
    """

    printed: int = 0
    last_at: dt.datetime | None = None
    changes: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """A paper ready to print, and what is kept of it once it is handed out.

    A paper that never had `lines` takes no part: nothing is kept.
    """

    document: Document
    lines: tuple[str, ...] = ()
    standing: Standing = Standing()

    @property
    def is_kept(self) -> bool:
        """Whether handing it out is noted."""
        return bool(self.lines) or self.standing.printed > 0


def edition(
    session: Session,
    paper: Paper,
    reference: UUID | None,
    language: Language | None,
    audience: Audience,
    whom: str = "",
    *,
    marks: bool = True,
) -> Edition:
    """Compose a paper and mark what is new, changed or gone since it was handed out.

    Without `marks` it only says which version it is. A paper for `whom` alone takes no part; one in
    each reader's own language (None) has printings of its own.
    """
    document = paper.make(session, reference, language, audience, whom)
    if reference is None or whom or paper.of not in _OF_DOSSIERS:
        return Edition(document)
    lines = lines_of(document, reference.bytes)
    rows = printings_of(session, reference, paper.kind, language or OWN, audience)
    if not lines and not rows:
        return Edition(document)
    printed = [one.lines for one in rows]
    standing = Standing(
        len(rows),
        rows[-1].printed_at if rows else None,
        len(_news(session, printed[-1], lines)) if rows else 0,
        version_of(printed, lines),
    )
    at = compared_with(printed, lines) if marks else None
    if at is not None:
        found = _news(session, printed[at], lines)
        gone = _gone(session, found.gone, document.language)
        since = rows[at].printed_at
        internal = audience is Audience.INTERNAL
        document = _Marks(document, found, gone, since, internal=internal).document()
    return Edition(_numbered(document, standing.version), lines, standing)


def standing_of(
    session: Session, kind: str, reference: UUID, language: str, audience: str, lines: Sequence[str]
) -> Standing:
    """The same of a paper composed before, whose lines these are."""
    rows = printings_of(session, reference, kind, language, audience)
    printed = [one.lines for one in rows]
    return Standing(
        len(rows),
        rows[-1].printed_at if rows else None,
        len(_news(session, printed[-1], lines)) if rows else 0,
        version_of(printed, lines),
    )


def _news(session: Session, before: Sequence[str], now: Sequence[str]) -> Difference:
    """What a reader is told: whom a line begins or ceases to name is told by the line alone, unless
    they do not go any more.
    """
    found = difference(before, now)
    named = [UUID(record_of(key)) for key in found.gone if kind_of(key) == NAMED]
    going = participants_going(session, named) if named else set()
    gone = (key for key in found.gone if kind_of(key) != NAMED or UUID(record_of(key)) not in going)
    new, changed = (
        tuple(key for key in keys if kind_of(key) != NAMED) for keys in (found.new, found.changed)
    )
    return Difference(new, changed, tuple(gone))


def _moment(at: dt.datetime, language: Language) -> str:
    return f"{format_date(at, language, 'long')}, {format_time(at, language)}"


def _numbered(document: Document, version: int) -> Document:
    """The number of the version at the foot of each page, and on a cover."""
    words = t(N_("Version {n}"), document.language, n=version)
    blocks = tuple(
        replace(one, version=(f"{words} · ", *runs_of(one.version)))
        if isinstance(one, Cover)
        else one
        for one in document.blocks
    )
    return replace(document, blocks=blocks, footer=f"{words} · {plain_text(document.footer)}")


# --- what stands in a paper ---


def lines_of(document: Document, seal: bytes) -> tuple[str, ...]:
    """A line (key=digest) for each record a paper tells of; `seal` is the dossier's."""
    found: dict[str, list[str | bytes]] = {}
    named: dict[str, str] = {}
    for key, parts, others in _keyed(document.blocks):
        found.setdefault(key, []).extend(parts)
        named |= others
    for key, called in named.items():
        found.setdefault(key, [called])
    return as_lines({key: digest(parts, seal) for key, parts in found.items()})


_Line: TypeAlias = "tuple[str, list[str | bytes], tuple[tuple[str, str], ...]]"
"""A key, what is said of its record, and whom it names besides."""


def _keyed(blocks: Iterable[Any]) -> Iterator[_Line]:
    for block in blocks:
        if isinstance(block, Keyed):
            yield block.key, list(_words(block)), block.named
        elif isinstance(block, CutCard):
            yield block.key, list(_words(block)), ()
        elif isinstance(block, Table):
            yield from _rows(block)
        elif isinstance(block, CutCards):
            yield from _keyed(one for one in block.cards if one.key)
        else:
            yield from _keyed(getattr(block, "blocks", ()))


def _rows(table: Table) -> Iterator[_Line]:
    for row in table.rows:
        if isinstance(row, Row) and row.key:
            cells = zip(row.cells, table.columns, strict=True)
            counted = [cell for cell, column in cells if not column.ordinal]
            yield row.key, list(_words(tuple(counted))), row.named


def _words(thing: Any) -> Iterator[str | bytes]:
    """Every word and picture in a block, in the order of its fields."""
    if isinstance(thing, str | bytes):
        yield thing
    elif isinstance(thing, Run):
        yield thing.text
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _words(part)
    elif is_dataclass(thing):
        for one in fields(thing):
            if one.name not in _LOOKS:
                yield from _words(getattr(thing, one.name))


# --- marks ---


def _gone(session: Session, keys: Sequence[str], language: Language) -> tuple[str, ...]:
    """Those no longer there, by name where the office has it still, else by number and kind."""
    people = list(dict.fromkeys(UUID(record_of(key)) for key in keys if kind_of(key) in PEOPLE))
    names = participant_names(session, people)
    found = [full_name(names[one]) for one in people if one in names]
    lost = len(people) - len(found)
    others = sum(kind_of(key) not in PEOPLE for key in keys)
    if lost:
        told = say(
            N_("{n} person who was taken off the list"),
            N_("{n} persons who were taken off the list"),
            n=lost,
        )
        found.append(told.to(language))
    if others:
        found.append(say(N_("{n} other line"), N_("{n} other lines"), n=others).to(language))
    return tuple(found)


class _Marks:
    """A document with its marks, their meaning, and for the house what changed by name."""

    def __init__(
        self,
        document: Document,
        found: Difference,
        gone: tuple[str, ...],
        since: dt.datetime,
        *,
        internal: bool,
    ) -> None:
        self._document, self._gone, self._since = document, gone, since
        self._internal = internal
        self._kinds = dict.fromkeys(found.new, "new") | dict.fromkeys(found.changed, "changed")
        self._labels: dict[str, str] = {}
        self._language = document.language

    def document(self) -> Document:
        """The whole, marked."""
        blocks = [self._block(one) for one in self._document.blocks]
        legend = self._legend()
        at = next((n for n, one in enumerate(blocks, 1) if isinstance(one, Contents)), 0)
        if at:
            changes = self._changes(Chapter(self._title(), "changes")) if self._internal else []
            blocks[at:at] = [legend, *changes]
        else:
            changes = self._changes(Heading(self._title())) if self._internal else []
            blocks = [legend, *blocks, *changes]
        return replace(self._document, blocks=tuple(blocks))

    def _title(self) -> str:
        return t(N_("What changed"), self._language)

    def _legend(self) -> Callout:
        told = t(
            N_("A bar in the margin: new or changed since the printing of {moment}."),
            self._language,
            moment=_moment(self._since, self._language),
        )
        return Callout(told, "note")

    def _block(self, block: Block) -> Block:
        if isinstance(block, Keyed):
            return self._marked(block)
        if isinstance(block, Table):
            at = self._first(block.columns)
            return replace(block, rows=tuple(self._row(one, at) for one in block.rows))
        if isinstance(block, CutCards):
            self._labels |= {one.key: one.label for one in block.cards if one.key}
        if isinstance(block, Together | Inset):
            return replace(block, blocks=tuple(self._block(one) for one in block.blocks))
        return block

    def _marked(self, block: Keyed) -> Keyed:
        kind = self._kind(block)
        if kind is None:
            return block
        language = block.language or self._language
        told = t(N_("New"), language)
        if kind == "changed":
            since = _moment(self._since, language)
            told = t(N_("Changed since {moment}"), language, moment=since)
        return replace(block, note=told)

    def _row(self, row: Any, at: int) -> Any:
        if not isinstance(row, Row) or not row.key:
            return row
        kind = self._kind(row)
        cell = row.cells[at]
        if kind is None or not isinstance(cell, str | Run | tuple):
            return row
        told = t(N_("new") if kind == "new" else N_("changed"), self._language)
        mark = Run(f" {told}", role=Role.ATTENTION, weight=600)
        cells = (*row.cells[:at], (*runs_of(cell), mark), *row.cells[at + 1 :])
        return replace(row, cells=cells, barred=True)

    def _kind(self, one: Keyed | Row) -> str | None:
        """Whether it is new or changed; what it tells of has a name from here on."""
        self._labels.setdefault(one.key, one.label)
        return self._kinds.get(one.key)

    @staticmethod
    def _first(columns: Sequence[Column]) -> int:
        """The column whose words say what a row is: the first in strong type, else of words."""
        strong = (n for n, one in enumerate(columns) if one.weight)
        words = (n for n, one in enumerate(columns) if not one.ordinal)
        return next(strong, next(words, 0))

    def _changes(self, title: Block) -> list[Block]:
        """By name what is new, changed and gone."""
        told = (
            (N_("New"), self._named("new")),
            (N_("Changed"), self._named("changed")),
            (N_("No longer there"), self._gone),
        )
        rows = tuple(
            Fact(t(head, self._language), " · ".join(names)) for head, names in told if names
        )
        return [title, Facts(rows)] if rows else []

    def _named(self, kind: str) -> tuple[str, ...]:
        keys = (key for key, one in self._kinds.items() if one == kind)
        return tuple(dict.fromkeys(self._labels.get(key) or key for key in keys))
