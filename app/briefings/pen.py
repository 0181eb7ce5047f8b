"""What draws on a page: words, lines, surfaces, pictures and marks for screen readers.

Points from the top left corner, y down. The one place that turns tokens into PDF.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.briefings import theme
from app.briefings.runs import Role
from app.briefings.text.embed import PdfFont
from app.briefings.text.shape import house_font
from app.briefings.text.tags import Element, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.briefings.text.layout import Laid, Line, Piece
    from app.briefings.text.shape import Font


class _Canvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that names no font of its own: Helvetica would not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:  # noqa: N802 - overrides
        """Fonts are ours."""


class Pen:
    """Draws on the current page of a document."""

    def __init__(self, *, title: str, author: str, language: str) -> None:
        rl_config.useA85 = 0
        self._file = io.BytesIO()
        self._canvas = _Canvas(
            self._file,
            pagesize=theme.A4,
            pageCompression=1,
            invariant=1,
            lang=language,
            pdfVersion=(1, 7),
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Belfry")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._code: list[str] = self._canvas._code  # noqa: SLF001 - operators are written directly
        self._fonts: dict[Font, PdfFont] = {}
        self._bookmarks = 0
        self._depth = -1
        self.tree = Tree()
        self.places: dict[str, int] = {}  # the page of each anchor, counted from 1
        self.page = 0
        self.height = theme.A4[1]
        self._fill: Role | None = None

    def begin_page(self, width: float, height: float) -> None:
        """Set the size of the page to draw."""
        self._canvas.setPageSize((width, height))
        self.height = height
        self._fill = None
        self._code = self._canvas._code  # noqa: SLF001 - a new list per page

    def end_page(self) -> None:
        """Close the page."""
        self._canvas.showPage()
        self.page += 1

    def save(self, *, exact_size: bool) -> bytes:
        """The whole file. `exact_size` asks the viewer not to scale it in print."""
        document = self._canvas._doc  # noqa: SLF001 - fonts and tags are objects of ours
        if exact_size:
            self._canvas.setViewerPreference("PrintScaling", "None")
        resources = document.idToObject["BasicFonts"]
        for font in self._fonts.values():
            resources[font.resource] = document.Reference(font.finish())
        self.tree.add_to(document)
        self._canvas.save()
        return self._file.getvalue()

    # structure -----------------------------------------------------------------------------

    @contextmanager
    def marked(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside belongs to the element; to no element: decoration."""
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            number = self.tree.mark(self.page, element)
            self._code.append(f"/{element.kind} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    def outline(self, title: str, level: int, y: float) -> None:
        """A line in the outline of the file that leads here."""
        self._bookmarks += 1
        level = self._depth = min(level, self._depth + 1)  # no level is left out
        key = f"b{self._bookmarks}"
        self._canvas.bookmarkHorizontal(key, 0, self.height - y)
        self._canvas.addOutlineEntry(title, key, level, closed=level > 0)

    def arrive(self, key: str, y: float) -> None:
        """A place in the file that contents lead to."""
        self._canvas.bookmarkHorizontal(f"a-{key}", 0, self.height - y)

    def leads_to(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """A rectangle that leads to such a place."""
        if key in self.places:
            area = (x, self.height - y - height, x + width, self.height - y)
            self._canvas.linkAbsolute("", f"a-{key}", area, Border="[0 0 0]")

    # words ---------------------------------------------------------------------------------

    def words(
        self, laid: Laid, x: float, y: float, width: float = 0.0, align: str = "start"
    ) -> None:
        """Draw lines from their top; `width` is the room they stand in."""
        for number in range(len(laid.lines)):
            self.line_of(laid, number, x, y + number * laid.leading, width, align)

    def line_of(
        self,
        laid: Laid,
        number: int,
        x: float,
        y: float,
        width: float = 0.0,
        align: str = "start",
        base: float = 0.0,
    ) -> None:
        """Draw one line of laid words from the top of that line.

        `base` is the size whose baseline they stand on, where they stand beside larger words.
        """
        line = laid.lines[number]
        space = max(0.0, width - line.width)
        start = x + {"start": 0.0, "middle": space / 2, "end": space}[align]
        self.baseline(line, start, y + baseline(base or laid.size, laid.leading))

    def baseline(self, line: Line, x: float, y: float) -> None:
        """Draw a line at its baseline."""
        if not line.pieces:
            return
        if line.rtl:
            x -= sum(piece.width for piece in line.pieces) - line.width
        out = [f"BT 1 0 0 1 {x:.2f} {self.height - y:.2f} Tm"]
        font, size, role = None, 0.0, self._fill
        for piece in line.pieces:
            if piece.font is not font or piece.size != size or piece.role is not role:
                if font is not None:
                    out.append("]TJ")
                out.append(self._look(piece, changed=piece.role is not role))
                font, size, role = piece.font, piece.size, piece.role
            out.append(self._pdf_font(piece.font).fragment(piece.shaped, piece.size))
        self._fill = role
        self._code.append("".join([*out, "]TJ ET"]))

    def _look(self, piece: Piece, *, changed: bool) -> str:
        colour = f" {_operands(piece.role)} rg" if changed else ""
        return f"{colour} /{self._pdf_font(piece.font).resource} {piece.size:g} Tf["

    def _pdf_font(self, font: Font) -> PdfFont:
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = PdfFont(f"F{len(self._fonts) + 1}", font)
        return found

    # shapes --------------------------------------------------------------------------------

    def rect(self, x: float, y: float, width: float, height: float, fill: Role) -> None:
        """A filled surface."""
        self._fill_with(fill)
        self._code.append(f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def line(self, x1: float, y1: float, x2: float, y2: float, **how: Any) -> None:
        """A straight line."""
        h = self.height
        path = f"{x1:.2f} {h - y1:.2f} m {x2:.2f} {h - y2:.2f} l S"
        self._code.append(f"q {_stroke(**how)} {path} Q")

    def frame(self, x: float, y: float, width: float, height: float, **how: Any) -> None:
        """The outline of a rectangle."""
        path = f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re S"
        self._code.append(f"q {_stroke(**how)} {path} Q")

    def path(
        self,
        operators: str,
        *,
        fill: Role | None,
        stroke: Role | None,
        line: float = 0.75,
        opacity: float = 1.0,
    ) -> None:
        """Path operators already in the page's own measure."""
        if not (fill or stroke):
            return
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[
            bool(fill), bool(stroke)
        ]
        self._canvas.saveState()
        if opacity < 1:
            self._canvas.setFillAlpha(opacity)
        colour = f"{_operands(fill)} rg " if fill else ""
        self._code.append(f"{colour}{_stroke(stroke or Role.INK, line)} {operators} {paint}")
        self._canvas.restoreState()

    def areas(
        self, drawn: tuple[tuple[str, str, bool], ...], x: float, y: float, scale: float
    ) -> None:
        """Coloured areas of a flag, given in a measure of their own with y down, at a corner."""
        self._code.append(f"q {scale:.4f} 0 0 {-scale:.4f} {x:.2f} {self.height - y:.2f} cm")
        for colour, operators, even_odd in drawn:
            parts = " ".join(f"{int(colour[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))
            self._code.append(f"{parts} rg {operators} {'f*' if even_odd else 'f'}")
        self._code.append("Q")

    def _fill_with(self, role: Role) -> None:
        if role is not self._fill:
            self._code.append(f"{_operands(role)} rg")
            self._fill = role

    @contextmanager
    def turned(self, degrees: float, x: float, y: float) -> Iterator[None]:
        """What is drawn inside is turned clockwise about a point."""
        self._canvas.saveState()
        self._canvas.translate(x, self.height - y)
        self._canvas.rotate(-degrees)
        self._canvas.translate(-x, -(self.height - y))
        before = self._fill
        yield
        self._canvas.restoreState()
        self._fill = before

    def picture(self, jpeg: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture scaled to a rectangle."""
        image = ImageReader(io.BytesIO(jpeg))
        self._canvas.drawImage(image, x, self.height - y - height, width, height)


def baseline(size: float, leading: float) -> float:
    """From the top of a line to its baseline: Inter stands in the middle of its leading."""
    house = house_font(400)
    above, below = house.ascent * size / 1000, house.descent * size / 1000
    return (leading - above - below) / 2 + above


def _operands(role: Role) -> str:
    return " ".join(f"{part:.4g}" for part in theme.rgb(role))


def _stroke(role: Role = Role.FAINT, thick: float = 0.6, dash: tuple[float, ...] = ()) -> str:
    dashes = f" [{' '.join(f'{d:g}' for d in dash)}] 0 d" if dash else ""
    return f"{_operands(role)} RG {thick:g} w{dashes}"
