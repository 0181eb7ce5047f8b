"""From blocks to strips: how each block of a document looks on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TYPE_CHECKING

from app.briefings import blocks as b
from app.briefings import theme
from app.briefings.flow import Strip, nothing, together
from app.briefings.runs import Role, Run, Words, plain_text, runs_of, styled
from app.briefings.text.layout import Laid, Type, lay

if TYPE_CHECKING:
    from app.briefings.book import Chapter
    from app.briefings.pen import Pen
    from app.briefings.report import Report
    from app.briefings.text.tags import Element

BODY = Type(*theme.BODY)
LABEL = Type(theme.SMALL[0], theme.BODY[1], role=Role.MUTED)
NOTE = Type(*theme.SMALL, role=Role.MUTED)
_LONG = 10  # lines; what is longer may be cut over two pages
_PARAGRAPHS = {
    "body": BODY,
    "lead": Type(*theme.LEAD),
    "note": NOTE,
    "letter": Type(*theme.LETTER),
    "engraved": Type(*theme.ENGRAVED),
    "letterhead": Type(*theme.LETTER_HEAD),
}
_HEADING_ROLES = {1: Role.ACCENT, 2: Role.INK, 3: Role.MUTED}
_CALLOUTS = {
    "attention": (Role.ATTENTION, Role.ATTENTION_SOFT),
    "wrong": (Role.WRONG, Role.WRONG_SOFT),
    "good": (Role.GOOD, Role.GOOD_SOFT),
    "note": (Role.ACCENT, Role.ACCENT_SOFT),
}
_CALLOUT_PAD = 7.0
_CALLOUT_INDENT = 12.0
_POINT_INDENT = 17.0
_BAR, _BESIDE = 2.4, 10.0  # the bar of a mark: width, distance from the words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block is set: from `x`, `width` wide, inside an element of the structure.

    `chapters` are those of the whole document, for its contents.
    """

    x: float
    width: float
    element: Element
    report: Report
    chapters: tuple[Chapter, ...] = ()

    def shifted(self, by: float) -> Place:
        """The same, indented."""
        return replace(self, x=self.x + by, width=self.width - by)

    def lay(self, words: Words, style: Type, width: float | None = None) -> Laid:
        """Set words here and tell of letters that are missing."""
        laid = lay(words, style, self.width if width is None else width)
        self.report.missing(laid.missing)
        return laid


@singledispatch
def strips_of(block: object, place: Place) -> list[Strip]:
    """The strips of a block, in reading order."""
    del place
    raise TypeError(f"paper knows no block of type {type(block).__name__}")


def line_strips(
    laid: Laid, place: Place, element: Element, *, air: float = 0.0, align: str = "start"
) -> list[Strip]:
    """One strip per line; the first two lines stay together, and the last two."""
    count = len(laid.lines)
    return [
        Strip(
            laid.leading,
            _line(laid, number, place, element, align),
            air=air if number == 0 else 0.0,
            keep=number < count - 1 and number in (0, count - 2),
        )
        for number in range(count)
    ]


def _line(laid: Laid, number: int, place: Place, element: Element, align: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a Draw
    def draw(pen: Pen, y: float) -> None:
        with pen.marked(element):
            pen.line_of(laid, number, place.x, y, place.width, align)

    return draw


@strips_of.register
def _paragraph(block: b.Paragraph, place: Place) -> list[Strip]:
    laid = place.lay(block.words, _PARAGRAPHS[block.style])
    return line_strips(laid, place, place.element.child("P"), air=theme.AIR, align=block.align)


@strips_of.register
def _heading(block: b.Heading, place: Place) -> list[Strip]:
    size, leading = theme.HEADINGS[block.level]
    laid = place.lay(block.words, Type(size, leading, 600, _HEADING_ROLES[block.level]))
    element = place.element.child(f"H{block.level + 1}")
    title = plain_text(block.words)

    def draw(pen: Pen, y: float) -> None:
        pen.outline(title, block.level, y)
        with pen.marked(element):
            pen.words(laid, place.x, y)

    after = theme.AIR_AFTER_HEADING[block.level]
    air = theme.AIR_BEFORE_HEADING[block.level]
    return [Strip(laid.height + after - theme.AIR, draw, air=air, keep=True)]


@strips_of.register
def _facts(block: b.Facts, place: Place) -> list[Strip]:
    table = place.element.child("Table")
    rows = [row for row in block.rows if plain_text(row.value).strip()]
    strips: list[Strip] = []
    for number, row in enumerate(rows):
        line = table.child("TR")
        label = place.lay(row.label, LABEL, theme.LABEL_WIDTH - 8)
        value = place.lay(row.value, BODY, place.width - theme.LABEL_WIDTH)
        cells = (
            (label, line.child("TH", attributes="/O/Table/Scope/Row"), place),
            (value, line.child("TD"), place.shifted(theme.LABEL_WIDTH)),
        )
        strips += _side_by_side(cells, air=theme.AIR if number == 0 else 3.6)
    return strips


def _side_by_side(cells: tuple[tuple[Laid, Element, Place], ...], *, air: float) -> list[Strip]:
    """Cells with one leading, line by line; short ones are not cut."""
    count = max(len(laid.lines) for laid, _, _ in cells)
    base = max(laid.size for laid, _, _ in cells)

    def line(number: int) -> Strip:
        def draw(pen: Pen, y: float) -> None:
            for laid, element, place in cells:
                if number < len(laid.lines):
                    with pen.marked(element):
                        pen.line_of(laid, number, place.x, y, base=base)

        leading = max(laid.leading for laid, _, _ in cells)
        return Strip(leading, draw, air=air if number == 0 else 0.0)

    strips = [line(number) for number in range(count)]
    return together(strips) if count <= _LONG else strips


@strips_of.register
def _points(block: b.Points, place: Place) -> list[Strip]:
    items = place.element.child("L")
    strips: list[Strip] = []
    inner = place.shifted(_POINT_INDENT)
    for number, words in enumerate(block.items, 1):
        item = items.child("LI")
        mark = place.lay(f"{number}." if block.numbered else "•", BODY, _POINT_INDENT)
        mark_place = replace(place, x=place.x + 2)
        laid = inner.lay(words, BODY)
        cells = (
            (mark, item.child("Lbl"), mark_place),
            (laid, item.child("LBody"), inner),
        )
        strips += _side_by_side(cells, air=theme.AIR if number == 1 else 4.6)
    return strips


@strips_of.register
def _callout(block: b.Callout, place: Place) -> list[Strip]:
    strong, soft = _CALLOUTS[block.kind]
    words = runs_of(block.words)
    if runs_of(block.title):
        between = (Run(" — "),) if words else ()
        words = (*styled(block.title, weight=600, role=strong), *between, *words)
    inner = replace(place, x=place.x + _CALLOUT_INDENT, width=place.width - 2 * _CALLOUT_INDENT)
    laid = inner.lay(words, BODY)
    element = place.element.child("P")
    last = len(laid.lines) - 1

    def line(number: int) -> Strip:
        above = _CALLOUT_PAD if number == 0 else 0.0
        height = laid.leading + above + (_CALLOUT_PAD if number == last else 0.0)

        def draw(pen: Pen, y: float) -> None:
            with pen.marked(None):
                pen.rect(place.x, y, place.width, height, soft)
                pen.rect(place.x, y, 1.6, height, strong)
            with pen.marked(element):
                pen.line_of(laid, number, inner.x, y + above)

        return Strip(height, draw, air=theme.AIR + 3 if number == 0 else 0.0)

    strips = [line(number) for number in range(last + 1)]
    return together(strips) if last < _LONG else strips


@strips_of.register
def _spacer(block: b.Spacer, place: Place) -> list[Strip]:
    del place
    return [nothing(0.0, air=block.height)]


@strips_of.register
def _page_break(block: b.PageBreak, place: Place) -> list[Strip]:
    del block, place
    return [nothing(0.0, fresh=True)]


@strips_of.register
def _rule(block: b.Rule, place: Place) -> list[Strip]:
    del block
    return [rule(place, air=theme.AIR + 2)]


def rule(place: Place, *, air: float, role: Role = Role.FAINT, width: float = theme.RULE) -> Strip:
    """A line across."""

    def draw(pen: Pen, y: float) -> None:
        with pen.marked(None):
            pen.line(place.x, y, place.x + place.width, y, role=role, thick=width)

    return Strip(width, draw, air=air)


@strips_of.register
def _together(block: b.Together, place: Place) -> list[Strip]:
    return together([strip for inner in block.blocks for strip in strips_of(inner, place)])


@strips_of.register
def _inset(block: b.Inset, place: Place) -> list[Strip]:
    inner = place.shifted(block.left * theme.MM)
    return [strip for one in block.blocks for strip in strips_of(one, inner)]


def barred(strips: list[Strip], place: Place) -> list[Strip]:
    """The same strips with a bar beside them."""
    for strip in strips:
        strip.draw = _beside(strip, place.x - _BESIDE)
    return strips


def _beside(strip: Strip, x: float):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a Draw
    inner, height = strip.draw, strip.height

    def draw(pen: Pen, y: float) -> None:
        inner(pen, y)
        if height > 1.0:
            with pen.marked(None):
                pen.rect(x, y, _BAR, height, Role.ATTENTION)

    return draw
