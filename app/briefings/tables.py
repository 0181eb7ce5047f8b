"""Tables on paper: widths, one size of type per column, rows over pages under a repeated header."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from app.briefings import blocks as b
from app.briefings import theme
from app.briefings.flow import Strip, nothing, together
from app.briefings.runs import Role, Words, plain_text, styled
from app.briefings.setting import NOTE, Place, barred, line_strips, strips_of
from app.briefings.text.layout import Laid, Prepared, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.briefings.pen import Pen
    from app.briefings.text.tags import Element

_LONG = 14  # lines; a taller row may be cut over two pages
_BOX = 8.5  # a box to tick
_TICK_COLUMN = 22.0
_HEADER_SIZE = 8.0
_STEP = 0.5
_HAIR = 0.01
_EASE = 0.5  # points to spare, so that rounding breaks no line
_GROWTH = 1.35  # how far a column of a given width gives way to its longest word
_FAIR = 0.3  # of the table: more than this no column may claim for one word
SetCell: TypeAlias = "Laid | b.TickBox"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with what was worked out for it."""

    given: b.Column
    x: float
    width: float
    style: Type

    @property
    def room(self) -> float:
        return self.width - 2 * theme.CELL_PAD

    @property
    def align(self) -> str:
        """Figures stand against the end, boxes in the middle."""
        return {"number": "end", "tick": "middle"}.get(self.given.kind, self.given.align)


@strips_of.register
def _table(block: b.Table, place: Place) -> list[Strip]:
    rows = [row for row in block.rows if isinstance(row, b.Row)]
    if not block.rows:
        laid = place.lay(block.empty, NOTE)
        return line_strips(laid, place, place.element.child("P"), air=theme.AIR)
    return _Setter(block, rows, place).strips()


class _Setter:
    def __init__(self, block: b.Table, rows: list[b.Row], place: Place) -> None:
        self.block, self.place = block, place
        self.base = Type(block.size, round(block.size * theme.CELL_LEADING, 2))
        self._prepared = [self._prepare(row) for row in rows]
        self._titles = [Prepared(c.header, self._title_style()) for c in block.columns]
        self._rows = iter(zip(rows, self._prepared, strict=True))
        self.columns = self._columns()
        self.element = place.element.child("Table")

    def strips(self) -> list[Strip]:
        header = self._header() if any(plain_text(c.header) for c in self.columns_given) else []
        again = self._header(repeated=True)[0] if header else None
        strips = list(header)
        for row in self.block.rows:
            made = self._group(row) if isinstance(row, b.GroupRow) else self._row()
            for strip in made:
                strip.head = again
            strips += made
        strips[0].air = theme.AIR + 4
        return [*strips, nothing(3.0)]

    @property
    def columns_given(self) -> tuple[b.Column, ...]:
        return self.block.columns

    # measures ------------------------------------------------------------------------------

    def _prepare(self, row: b.Row, size: float | None = None) -> list[Prepared | None]:
        return [
            None
            if isinstance(cell, b.TickBox)
            else self._prepare_cell(cell, column, row, size or self.base.size)
            for cell, column in zip(row.cells, self.columns_given, strict=True)
        ]

    def _prepare_cell(self, cell: Words, column: b.Column, row: b.Row, size: float) -> Prepared:
        weight = 600 if row.strong else column.weight
        words = styled(cell, weight=weight, role=column.role, where=row.where)
        prepared = Prepared(words, replace(self.base, size=size))
        if size == self.base.size:
            self.place.report.missing(prepared.missing)
        return prepared

    def _title_style(self) -> Type:
        size = min(_HEADER_SIZE, self.base.size)
        return Type(size, round(size * theme.CELL_LEADING, 2), 600, Role.MUTED)

    def _columns(self) -> list[_Column]:
        x = self.place.x
        made = []
        for index, (column, width) in enumerate(
            zip(self.columns_given, self._widths(), strict=True)
        ):
            size = self._size(index, width - 2 * theme.CELL_PAD)
            made.append(_Column(column, x, width, replace(self.base, size=size)))
            x += width
        return made

    def _widths(self) -> list[float]:
        """Fixed first, then those that fit their content, then shares of the rest."""
        total = sum(c.share for c in self.columns_given) or 1.0
        least = [self._least(index) for index in range(len(self.columns_given))]
        found: dict[int, float] = {}
        for index, column in enumerate(self.columns_given):
            if column.width:
                width = column.width * theme.MM
                found[index] = max(width, min(least[index], width * _GROWTH))
            elif column.kind == "tick":
                title = self._titles[index].longest_word() + 2 * theme.CELL_PAD
                found[index] = max(_TICK_COLUMN, title)
            elif column.fit:
                share = self.place.width * column.share / total
                wanted = self._natural(index) + 2 * theme.CELL_PAD + _EASE
                found[index] = max(min(wanted, share), least[index])
        self._share_out(found, least)
        return self._within([found[index] for index in range(len(self.columns_given))])

    def _share_out(self, found: dict[int, float], least: list[float]) -> None:
        """Give the columns left the rest by their shares, none less than its longest word."""
        pool = [index for index in range(len(least)) if index not in found]
        while pool:
            rest = self.place.width - sum(found.values())
            shares = sum(self.columns_given[index].share for index in pool) or 1.0
            given = {index: rest * self.columns_given[index].share / shares for index in pool}
            short = [index for index in pool if given[index] < least[index]]
            found.update({index: least[index] for index in short} if short else given)
            pool = [index for index in pool if index not in found]

    def _least(self, index: int) -> float:
        """Room for the longest word of a column, as far as that is fair to the others."""
        most = self.place.width * _FAIR
        words = [cell.longest_word() for row in self._prepared if (cell := row[index])]
        words.append(self._titles[index].longest_word())
        wide = [word + 2 * theme.CELL_PAD + _EASE for word in words]
        return max((word for word in wide if word <= most), default=0.0)

    def _within(self, widths: list[float]) -> list[float]:
        """Never past the margin, and no column without room."""
        widths = [max(width, 16.0) for width in widths]
        scale = min(1.0, self.place.width / sum(widths))
        return [width * scale for width in widths]

    def _natural(self, index: int) -> float:
        cells = (row[index] for row in self._prepared)
        found = max((c.natural_width() for c in cells if c), default=0.0)
        return max(found, self._titles[index].natural_width())

    def _size(self, index: int, room: float) -> float:
        """The largest size at which no word of the column is broken, down to the floor.

        A word too wide even at the floor will be broken anyway: it does not make the others small.
        """
        most = room * self.base.size / theme.CELL_FLOOR + _HAIR
        words = (cell.longest_word() for row in self._prepared if (cell := row[index]))
        longest = max((word for word in words if word <= most), default=0.0)
        size = self.base.size
        while longest * size / self.base.size > room + _HAIR and size > theme.CELL_FLOOR:
            size = max(size - _STEP, theme.CELL_FLOOR)
        return size

    # rows ----------------------------------------------------------------------------------

    def _header(self, *, repeated: bool = False) -> list[Strip]:
        line = None if repeated else self.element.child("TR")
        cells = [
            (column, prepared.set(column.room), line and line.child("TH", attributes=_SCOPE))
            for column, prepared in zip(self.columns, self._titles, strict=True)
        ]
        height = max(laid.height for _, laid, _ in cells)
        place = self.place

        def draw(pen: Pen, y: float) -> None:
            for column, laid, element in cells:
                with pen.marked(element):
                    top = y + height - laid.height
                    pen.words(laid, column.x + theme.CELL_PAD, top, column.room, column.align)
            with pen.marked(None):
                foot = y + height + 3
                pen.line(place.x, foot, place.x + place.width, foot, role=Role.MUTED, thick=0.8)

        return [Strip(height + 3.8, draw, keep=True)]

    def _group(self, row: b.GroupRow) -> list[Strip]:
        laid = self.place.lay(
            styled(row.words, weight=600),
            replace(self.base, role=Role.ACCENT),
            self.place.width - 2 * theme.CELL_PAD,
        )
        span = f"/O/Table/ColSpan {len(self.columns)}"
        element = self.element.child("TR").child("TH", attributes=span)
        height = laid.height + 2 * theme.CELL_PAD
        place = self.place

        def draw(pen: Pen, y: float) -> None:
            with pen.marked(None):
                pen.rect(place.x, y, place.width, height, Role.ACCENT_SOFT)
            with pen.marked(element):
                pen.words(laid, place.x + theme.CELL_PAD, y + theme.CELL_PAD)

        return [Strip(height, draw, keep=True)]

    def _row(self) -> list[Strip]:
        row, prepared = next(self._rows)
        cells = list(self._cells(row, prepared))
        line = self.element.child("TR")
        elements = [line.child("TD") for _ in cells]
        count = max((len(c.lines) for c in cells if isinstance(c, Laid)), default=1) or 1
        strips = [self._line(cells, elements, n, count) for n in range(count)]
        if row.barred:
            barred(strips, self.place)
        return together(strips) if count <= _LONG else strips

    def _cells(self, row: b.Row, prepared: list[Prepared | None]) -> Iterator[SetCell]:
        smaller: dict[float, list[Prepared | None]] = {}
        for index, (cell, column) in enumerate(zip(row.cells, self.columns, strict=True)):
            if isinstance(cell, b.TickBox):
                yield cell
                continue
            size, ready = column.style.size, prepared[index]
            if size != self.base.size:
                if size not in smaller:
                    smaller[size] = self._prepare(row, size)
                ready = smaller[size][index]
            assert ready is not None  # noqa: S101 - not a box: prepared above
            laid = ready.set(column.room)
            if laid.broken:
                self.place.report.broken(plain_text(cell), row.where)
            yield laid

    def _line(
        self, cells: list[SetCell], elements: list[Element], number: int, count: int
    ) -> Strip:
        above = theme.CELL_PAD if number == 0 else 0.0
        last = number == count - 1
        leading = self.base.leading
        height = leading + above + (theme.CELL_PAD if last else 0.0)
        place = self.place

        def draw(pen: Pen, y: float) -> None:
            for column, cell, element in zip(self.columns, cells, elements, strict=True):
                if isinstance(cell, b.TickBox):
                    if number == 0:
                        with pen.marked(element):
                            _tick(pen, column, y + above + (leading - _BOX) / 2, cell)
                elif number < len(cell.lines):
                    with pen.marked(element):
                        x = column.x + theme.CELL_PAD
                        top, base = y + above, self.base.size
                        pen.line_of(cell, number, x, top, column.room, column.align, base)
            if last:
                with pen.marked(None):
                    foot = y + height
                    pen.line(place.x, foot, place.x + place.width, foot, thick=theme.HAIR)

        return Strip(height, draw)


_SCOPE = "/O/Table/Scope/Column"


def _tick(pen: Pen, column: _Column, y: float, box: b.TickBox) -> None:
    space = {"start": 0.0, "middle": column.room / 2 - _BOX / 2, "end": column.room - _BOX}
    x = column.x + theme.CELL_PAD + space[column.align]
    pen.frame(x, y, _BOX, _BOX, role=Role.MUTED, thick=0.8)
    if box.ticked:
        middle = (x + 3.6, y + 6.6)
        pen.line(x + 1.8, y + 4.4, *middle, role=Role.INK, thick=1.2)
        pen.line(*middle, x + 7.0, y + 1.8, role=Role.INK, thick=1.2)
