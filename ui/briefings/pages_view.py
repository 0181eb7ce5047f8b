"""Pages of a PDF on the screen, drawn when they are first looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.core import theme
from ui.core.cards import Scroll, clear
from ui.core.language import tr

if TYPE_CHECKING:
    from ui.core.jobs import Jobs

POINTS = 72.0
_AT_ONCE = 12
"""So many pages are put in the window in one turn of its event loop."""


class Picture(NamedTuple):
    """A page as pixels: width, height, bytes a line, BGRX bytes."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        return [document[at].get_size() for at in range(len(document))]
    finally:
        document.close()


def draw_page(pdf: bytes, at: int, scale: float) -> Picture:
    """A page as a picture; `scale` is pixels a point. Call it in one thread only."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        bitmap = document[at].render(scale=scale, prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()


class PageView(QWidget):
    """One page; asks for its picture when first painted."""

    def __init__(self, jobs: Jobs, pdf: bytes, at: int, size: tuple[float, float]) -> None:
        super().__init__()
        self._jobs = jobs
        self._pdf = pdf
        self._at = at
        self._points = size
        self._image: QImage | None = None
        self._asked = False
        self.setAccessibleName(tr("Page {n}", n=at + 1))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.fit(theme.px(560))

    def fit(self, width: int) -> None:
        """Be so wide, as high as the page wants."""
        height = round(width * self._points[1] / self._points[0])
        if self.size() != QSize(width, height):
            self.setFixedSize(width, height)
            self._asked = False
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """The page on white, with a hairline; white alone until it is drawn."""
        painter = QPainter(self)
        area = QRect(0, 0, self.width() - 1, self.height() - 1)
        painter.fillRect(area, Qt.GlobalColor.white)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)
        painter.setPen(theme.colour("line"))
        painter.drawRect(area)
        if not self._asked:
            self._asked = True
            scale = self.width() * self.devicePixelRatioF() / self._points[0]
            self._jobs.background(
                draw_page, self._pdf, self._at, scale, then=self._show, owner=self
            )

    def _show(self, picture: Picture) -> None:
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
        self._image = image.copy()
        self.update()


class PagesView(QWidget):
    """All pages of a document under each other."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._pages: list[PageView] = []
        self._turn = 0
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(theme.px(16))
        self._scroll = Scroll(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)

    def show_pdf(self, pdf: bytes, sizes: list[tuple[float, float]]) -> None:
        """Show a document from its first page."""
        self.clear()
        self._turn += 1
        self._more(pdf, sizes, self._turn)
        self._scroll.verticalScrollBar().setValue(0)

    def _more(self, pdf: bytes, sizes: list[tuple[float, float]], turn: int) -> None:
        """Some pages, then the others in the next turns of the event loop."""
        if turn != self._turn:
            return
        first = len(self._pages)
        fresh = [
            PageView(self._jobs, pdf, first + at, size)
            for at, size in enumerate(sizes[first : first + _AT_ONCE])
        ]
        for page in fresh:
            self._column.addWidget(page)
        self._pages += fresh
        self._fit(fresh)
        if len(self._pages) < len(sizes):
            QTimer.singleShot(0, self, partial(self._more, pdf, sizes, turn))

    def clear(self) -> None:
        """Show nothing."""
        self._turn += 1
        clear(self._column)
        self._pages = []

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Pages follow the width, within what reads well."""
        del event
        self._fit(self._pages)

    def _fit(self, pages: list[PageView]) -> None:
        width = max(theme.px(320), min(self.width() - theme.px(40), theme.px(820)))
        for page in pages:
            page.fit(width)
