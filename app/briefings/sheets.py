"""Labels, badges and place cards: the sheets with their measures, and words made to fit a cell.

All measures of a sheet are in millimetres on A4; `Sheet` refuses one that does not add up to it.
L7160 and L7163 are Avery's published grids. C32011-10 is a grid that adds up, not yet laid on a
bought sheet. Badges and tents are cut by the office from blank card.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings import blocks as b
from app.briefings import theme
from app.briefings.drawn import paint
from app.briefings.flow import Strip
from app.briefings.runs import Role, Words, plain_text, styled
from app.briefings.setting import Place, strips_of
from app.briefings.text.layout import Laid, Prepared, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.briefings.drawing import Drawing
    from app.briefings.pen import Pen
    from app.briefings.text.tags import Element

PAGE = (210.0, 297.0)
_LEADING = 1.26
_HAIR = 0.01
_BAND = 8.5  # mm
_BESIDE = 4.0
"""Points between words and the mark at the end of a card."""
_BAND_TYPE = Type(7.5, 10.0, 600, Role.ON_ACCENT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells on A4 in mm, and how a card in one is set: sizes in points, `align` of its lines."""

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    column_gap: float = 0.0
    row_gap: float = 0.0
    pad: tuple[float, float] = (4.0, 3.0)
    align: str = "start"
    sizes: tuple[float, float, float] = (10.0, 9.0, 8.5)
    floor: float = 6.0
    folded: bool = False
    cut: bool = False  # the office cuts it: a faint line shows where

    def __post_init__(self) -> None:
        """Margins, cells and gaps must add up to the page: left and right alike, top and foot."""
        across = 2 * self.left + self.columns * self.width + (self.columns - 1) * self.column_gap
        down = 2 * self.top + self.rows * self.height + (self.rows - 1) * self.row_gap
        if abs(across - PAGE[0]) > _HAIR or abs(down - PAGE[1]) > _HAIR:
            raise ValueError(f"the sheet measures {across:g} x {down:g} mm, not A4")

    @property
    def cells(self) -> int:
        """Cells on a sheet."""
        return self.columns * self.rows

    def corner(self, cell: int) -> tuple[float, float]:
        """The top left corner of a cell, counted from 0 along the rows, in mm."""
        row, column = divmod(cell, self.columns)
        x = self.left + column * (self.width + self.column_gap)
        return x, self.top + row * (self.height + self.row_gap)


SHEETS = {
    b.SheetName.L7160: Sheet(3, 7, 63.5, 38.1, 7.25, 15.15, 2.5),
    b.SheetName.L7163: Sheet(2, 7, 99.1, 38.1, 4.65, 15.15, 2.5, pad=(6.0, 3.0)),
    b.SheetName.C32011: Sheet(
        2, 5, 85, 54, 15, 13.5, 10, pad=(5.0, 5.0), align="middle", sizes=(18, 13, 10), floor=7
    ),
    b.SheetName.BADGE: Sheet(
        2, 5, 90, 54, 15, 13.5, pad=(5.0, 4.0), align="middle", sizes=(17, 12, 9.5), floor=7,
        cut=True,
    ),
    b.SheetName.TENT: Sheet(
        1, 3, 190, 90, 10, 13.5, pad=(12.0, 5.0), align="middle", sizes=(38, 22, 14), floor=12,
        folded=True, cut=True,
    ),
    b.SheetName.A5: Sheet(
        1, 2, 210, 148.5, 0, 0, pad=(28.0, 18.0), align="middle", sizes=(22, 15, 12.5), floor=9,
        cut=True,
    ),
}  # fmt: skip
_KINDS = {"name": (0, 600, Role.INK), "second": (1, 400, Role.INK), "detail": (2, 400, Role.INK)}


@dataclass(slots=True)
class FittedCard:
    """The lines of a card as they will be printed; `over` is how much is too high, in points."""

    lines: list[Laid]
    over: float = 0.0

    @property
    def height(self) -> float:
        """Points."""
        return sum(laid.height for laid in self.lines)


def fit(card: b.Card, width: float, height: float, sheet: Sheet) -> FittedCard:
    """Make a card's words fit a room in points.

    Each line shrinks by itself down to the floor to stay one line; what is still too wide is
    wrapped at the largest size at which the whole card fits; if none does, `over` says by how much.
    """
    lines = list(_lines(card, sheet))
    single = [_one_line(words, style, width, sheet.floor) for words, style in lines]
    best = FittedCard([])
    scale = 1.0
    while True:
        laid = [
            one if one and scale == 1.0 else _wrapped(words, style, scale, width, sheet.floor)
            for one, (words, style) in zip(single, lines, strict=True)
        ]
        best = FittedCard(laid)
        best.over = max(0.0, best.height - height)
        broken = any(line.broken for line in laid)
        at_floor = all(line.size <= sheet.floor + _HAIR for line in laid)
        if (best.over <= _HAIR and not broken) or at_floor:
            return best
        scale -= 0.04


def _lines(card: b.Card, sheet: Sheet) -> Iterator[tuple[Words, Type]]:
    where = _where(card)
    for number, line in enumerate(card.lines):
        kind = line.kind if isinstance(line, b.CardLine) else ("detail" if number else "name")
        words = _words(line)
        if not plain_text(words).strip():
            continue
        index, weight, role = _KINDS[kind]
        size = sheet.sizes[index]
        yield (
            styled(words, where=where),
            Type(size, round(size * _LEADING, 2), weight, role),
        )


def _where(card: b.Card) -> str:
    return card.where or (plain_text(_words(card.lines[0])) if card.lines else "")


def _words(line: Words | b.CardLine) -> Words:
    return line.words if isinstance(line, b.CardLine) else line


def _one_line(words: Words, style: Type, width: float, floor: float) -> Laid | None:
    """The words on one line, as large as may be; None where they do not fit at the floor."""
    wide = Prepared(words, style).natural_width()
    least = max(floor, style.size * 0.62)  # a line much smaller than its neighbours is wrapped
    size = style.size if wide <= width else int(20 * style.size * width / wide) / 20
    if size < least:
        return None
    laid = Prepared(words, style.at(size)).set(width)
    return laid if not laid.broken else None


def _wrapped(words: Words, style: Type, scale: float, width: float, floor: float) -> Laid:
    size = max(floor, round(20 * style.size * scale) / 20)
    return Prepared(words, style.at(min(size, style.size))).set(width)


@strips_of.register
def _cards(block: b.Cards, place: Place) -> list[Strip]:
    sheet = SHEETS[block.sheet]
    start = max(0, min(block.start, sheet.cells) - 1)
    pages: dict[int, list[tuple[int, b.Card]]] = {}
    for index, card in enumerate(block.cards, start):
        pages.setdefault(index // sheet.cells, []).append((index % sheet.cells, card))
    setter = _Setter(block, sheet, place)
    return [setter.page(cards) for cards in pages.values()]


class _Setter:
    def __init__(self, block: b.Cards, sheet: Sheet, place: Place) -> None:
        self.block, self.sheet, self.place = block, sheet, place

    def page(self, cards: list[tuple[int, b.Card]]) -> Strip:
        """One sheet."""
        drawn = [(cell, self._card(card)) for cell, card in cards]

        def draw(pen: Pen, _y: float) -> None:
            for cell, card in drawn:
                right, down = self.block.shift
                x, y = self.sheet.corner(cell)
                card.draw(pen, (x + right) * theme.MM, (y + down) * theme.MM)

        return Strip(0.0, draw, bare=True)

    def _card(self, card: b.Card) -> _SetCard:
        sheet = self.sheet
        whole = (sheet.width - 2 * sheet.pad[0]) * theme.MM
        width = whole - (card.mark.width + _BESIDE if card.mark else 0.0)
        high = sheet.height / 2 if sheet.folded else sheet.height
        band = _BAND if plain_text(card.band) and not sheet.folded else 0.0
        height = (high - 2 * sheet.pad[1] - band) * theme.MM
        fitted = fit(card, width, height, sheet)
        where = _where(card)
        if fitted.over > _HAIR:
            self.place.report.overflow(where, fitted.over / theme.MM)
        for laid in fitted.lines:
            self.place.report.missing(laid.missing)
            if laid.broken:
                self.place.report.broken(_text(laid), where)
        strip = None
        if band:
            words = styled(card.band, where=where)
            strip = self.place.lay(words, _BAND_TYPE, whole)
            strip.lines = strip.lines[:1]
        return _SetCard(self, fitted, strip, self.place.element.child("P"), card.mark)


def _text(laid: Laid) -> str:
    return "".join(piece.text for line in laid.lines for piece in line.pieces)


@dataclass(slots=True)
class _SetCard:
    setter: _Setter
    fitted: FittedCard
    band: Laid | None
    element: Element
    mark: Drawing | None = None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        sheet = self.setter.sheet
        width, height = sheet.width * theme.MM, sheet.height * theme.MM
        with pen.marked(None):
            if self.setter.block.outline or sheet.cut:
                pen.frame(x, y, width, height, thick=0.4)
            if self.band:
                pen.rect(x, y, width, _BAND * theme.MM, Role.ACCENT)
        if not sheet.folded:
            if self.mark:
                self._mark(pen, x, y, width, height)
            with pen.marked(self.element):
                self._lines(pen, x, y, height)
            return
        with pen.marked(None):
            fold = y + height / 2
            pen.line(x, fold, x + width, fold, role=Role.MUTED, thick=0.5, dash=(2, 2))
            with pen.turned(180, x + width / 2, y + height / 4):
                self._lines(pen, x, y, height / 2)
        with pen.marked(self.element):
            self._lines(pen, x, fold, height / 2)

    def _mark(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        mark = self.mark
        if mark is None:
            return
        right = x + width - self.setter.sheet.pad[0] * theme.MM / 2 - mark.width
        band = _BAND * theme.MM if self.band else 0.0
        top = y + band + (height - band - mark.height) / 2
        with pen.marked(None):
            paint(pen, mark, right, top, 1.0, self.setter.place.report)

    def _lines(self, pen: Pen, x: float, y: float, height: float) -> None:
        sheet = self.setter.sheet
        x += sheet.pad[0] * theme.MM
        whole = (sheet.width - 2 * sheet.pad[0]) * theme.MM
        width = whole - (self.mark.width + _BESIDE if self.mark else 0.0)
        if self.band:
            high = _BAND * theme.MM
            pen.words(self.band, x, y + (high - self.band.height) / 2, whole)
            y, height = y + high, height - high
        y += max(sheet.pad[1] * theme.MM, (height - self.fitted.height) / 2)
        for laid in self.fitted.lines:
            pen.words(laid, x, y, width, "start" if self.mark else sheet.align)
            y += laid.height
