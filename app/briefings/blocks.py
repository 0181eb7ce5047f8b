"""What a document says, as data: titles, facts, points, people, tables and cards.

A briefing is composed to these frozen values and then printed by `paper`. Nothing here knows
fonts or pages, so a test reads a document without printing it. Wherever words go in, a plain
string will do; give `Run`s where a part looks different or is somebody's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from app.briefings.runs import (
    Role,
    Run,
    Words,
    bold,
    italic,
    muted,
    name,
    plain_text,
    runs_of,
    styled,
)

if TYPE_CHECKING:
    from app.briefings.book import Chapter, Contents, Cover, CutCards, Keyed, NoteLines
    from app.briefings.drawing import Drawing
    from app.core.text import Language

__all__ = [
    "Block",
    "Callout",
    "Card",
    "CardLine",
    "Cards",
    "Cell",
    "Column",
    "Document",
    "Envelope",
    "Fact",
    "Facts",
    "Figure",
    "Flag",
    "GroupRow",
    "Heading",
    "Image",
    "Inset",
    "PageBreak",
    "Paragraph",
    "PersonCard",
    "Points",
    "Role",
    "Row",
    "Rule",
    "Run",
    "SheetName",
    "Spacer",
    "Table",
    "TickBox",
    "Together",
    "Words",
    "bold",
    "italic",
    "muted",
    "name",
    "plain_text",
    "runs_of",
    "styled",
]

Align: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words. `lead` is larger, `note` small and muted, `engraved` for a page of honour, the
    others a letter's.
    """

    words: Words
    style: Literal["body", "lead", "note", "letter", "letterhead", "engraved"] = "body"
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, 1 to 3; it stays with what follows and stands in the outline of the file."""

    words: Words
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is so."""

    label: Words
    value: Words


@dataclass(frozen=True, slots=True)
class Facts:
    """Who, when, where, why: labels left, values right. Rows without a value are left out."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Points to raise, numbered; or a plain list."""

    items: tuple[Words, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Callout:
    """A coloured strip: what to avoid (`attention`), what is wrong, what is good to know."""

    words: Words
    kind: Literal["attention", "wrong", "good", "note"] = "attention"
    title: Words = ""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody one will meet: picture or initials, name, function, lines, and facts at the side.

    `photo` is a PNG or JPEG file as bytes, printed with `dpi` dots an inch. `where` names the
    person in warnings (default: the name).
    """

    name: Words
    function: Words = ""
    lines: tuple[Words, ...] = ()
    side: tuple[Fact, ...] = ()
    initials: str = ""
    photo: bytes | None = None
    where: str = ""
    dpi: int = 300


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick by hand, or ticked already."""

    ticked: bool = False


Cell: TypeAlias = "Words | TickBox"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `width` is in mm (a little more where a word asks for it); 0 shares what is left over by
    `share`. `fit` makes the column as wide as its longest cell, or its share where that is less.
    No column is narrower than its longest word if that is fair to the others. `number` sets
    figures against the end. An `ordinal` column moves when others come and go: a reprint does not
    call that a change.
    """

    header: Words = ""
    width: float = 0.0
    share: float = 1.0
    fit: bool = False
    kind: Literal["text", "number", "tick"] = "text"
    align: Align = "start"
    weight: int | None = None
    role: Role | None = None
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, one per column. `where` names the row in warnings ("guest 17, …").

    `key` says which record it tells of, `label` what that is called, `named` whom it names besides
    (their keys and names); a `barred` one has a bar in the margin, because it is new or changed
    since the last printing (`reprint`).
    """

    cells: tuple[Cell, ...]
    where: str = ""
    strong: bool = False
    key: str = ""
    label: str = ""
    barred: bool = False
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading inside a table, over all columns ("Table 3", "Regrets"); stays with its rows."""

    words: Words


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers; the header is repeated on each page.

    A word wider than its column makes the whole column smaller, down to 7 points; below that the
    word is broken and a warning says so. `empty` is printed where there are no rows.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    empty: Words = ""
    size: float = 9.0


class SheetName(StrEnum):
    """The sheets an office buys or cuts; `sheets.py` has their measures."""

    L7160 = "L7160"  # 21 labels, 63.5 x 38.1 mm
    L7163 = "L7163"  # 14 labels, 99.1 x 38.1 mm
    C32011 = "C32011-10"  # 10 cards, 85 x 54 mm
    BADGE = "badge-90x54"  # 10 badges, cut on the office's own guillotine
    TENT = "tent-190x90"  # 3 place cards, folded
    A5 = "A5"  # 2 cards, cut across the middle of A4


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card; `detail` is small, `second` between (a name in its own script)."""

    words: Words
    kind: Literal["name", "second", "detail"] = "detail"


@dataclass(frozen=True, slots=True)
class Card:
    """A label, badge or place card; of plain words the first is the name, the others details.

    `band` is the strip at the top of a badge (a folded card has none), `mark` a drawing at its end,
    in its own size. `where` names the card in warnings (default: the first line).
    """

    lines: tuple[Words | CardLine, ...]
    band: Words = ""
    where: str = ""
    mark: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards on a sheet, from the `start`-th cell (1 is the first) of a half-used one.

    `outline` draws the cells, for the eye on screen; never for real sheets. `shift` moves
    everything for a printer that pulls paper askew: mm to the right, mm down.
    """

    sheet: SheetName
    cards: tuple[Card, ...]
    start: int = 1
    outline: bool = False
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope: to whom, line by line, and small above left from whom; a page of its own.

    The document names its size (`Document.page`). `where` names it in warnings.
    """

    lines: tuple[str, ...]
    sender: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, made no larger than the page is wide; `alt` says it in words."""

    drawing: Drawing
    alt: str
    caption: Words = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """The flag of a country at the right of the title, `width` in mm; the first block of a page.

    `svg` is its drawing as `app.contacts.rules.flags` gives it; `alt` names it.
    """

    svg: str
    alt: str
    width: float = 19.0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (PNG or JPEG bytes), `width` in mm; `alt` says it in words."""

    data: bytes
    alt: str
    width: float = 60.0
    caption: Words = ""


@dataclass(frozen=True, slots=True)
class Spacer:
    """Air, in points."""

    height: float = 12.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page where they fit on one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Inset:
    """Blocks moved in from the left by so many mm (the address of a letter)."""

    blocks: tuple[Block, ...]
    left: float


Block: TypeAlias = (
    "Paragraph | Heading | Facts | Points | Callout | PersonCard | Table | Cards | Envelope"
    " | Figure | Flag | Image | Spacer | Rule | PageBreak | Together | Inset"
    " | Cover | Contents | Chapter | Keyed | CutCards | NoteLines"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language.

    `header` is the city's name and the office, `confidentiality` stands opposite it where the
    paper is internal, `footer` is version, time and maker. `logo` is a PNG or JPEG file as bytes.
    A document that holds nothing but `Cards` is printed without any of these. `page` is another
    size than A4, in mm, width first (an envelope). A `letter` has no
    printed title; the header stands from its second page on, with the number of the page.
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    subtitle: Words = ""
    header: Words = ""
    footer: Words = ""
    confidentiality: Words | None = None
    logo: bytes | None = None
    author: str = ""
    landscape: bool = False
    letter: bool = False
    page: tuple[float, float] | None = None
