"""The portrait in a form: shown, chosen from a file, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFileDialog

from app.core.pictures import portrait
from ui.core import theme
from ui.core.buttons import QUIET, Button
from ui.core.cards import column, row
from ui.core.fields import Field
from ui.core.labels import Avatar
from ui.core.language import tr

SIDE = 600
"""A portrait is kept no larger than this, in pixels."""
FILE_LIMIT = 30 * 1024 * 1024


class Portrait(Avatar):
    """The photo with the house's corners; initials where there is none."""

    def __init__(self, name: str, image: bytes | None = None, *, size: int = 56) -> None:
        self._photo = QImage()
        super().__init__(name, size=size)
        self.show_photo(image)

    def show_photo(self, image: bytes | None) -> None:
        """Show another photo, or the initials again."""
        self._photo = QImage.fromData(QByteArray(image)) if image else QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the middle of the photo."""
        if self._photo.isNull():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        corner = theme.px(6)
        shape = QPainterPath()
        shape.addRoundedRect(area, corner, corner)
        painter.setClipPath(shape)
        side = min(self._photo.width(), self._photo.height())
        left = (self._photo.width() - side) / 2
        top = (self._photo.height() - side) / 4  # faces stand in the upper part
        painter.drawImage(area, self._photo, QRectF(left, top, side, side))
        painter.end()


class PhotoField(Field):
    """`value()` is the portrait as JPEG, or None."""

    def __init__(self, key: str, label: str) -> None:
        super().__init__(key, label, hint=tr("JPEG or PNG; it is kept small, without metadata."))
        self._image: bytes | None = None
        self.picture = Portrait("", size=72)
        self.choose = Button(tr("Choose a photo…"))
        self.drop = Button(tr("Remove the photo"), QUIET)
        self.choose.clicked.connect(self._ask)
        self.drop.clicked.connect(self._remove)
        beside = column(None, row(self.choose, self.drop, None), None, gap=0)
        self._box.addLayout(row(self.picture, beside, gap=12))
        self._editors = [self.choose]
        self.setFocusProxy(self.choose)
        self.choose.setAccessibleName(f"{label}: {self.choose.text()}")
        self._show_below()
        self.set_value(None)

    def value(self) -> bytes | None:
        """The portrait."""
        return self._image

    def set_value(self, value: object) -> None:
        """Show a portrait."""
        self._image = value if isinstance(value, bytes) else None
        self.picture.show_photo(self._image)
        self.drop.setVisible(self._image is not None)

    def take_file(self, path: Path) -> None:
        """Take the picture in a file; says so where it is none."""
        image = portrait_of(path)
        if image is None:
            words = tr("{name} is no picture we can read: choose a JPEG or PNG.", name=path.name)
            self.show_problem(words)
            return
        self.set_value(image)
        self._edited()

    def _ask(self) -> None:
        kinds = f"{tr('Pictures')} (*.jpg *.jpeg *.png)"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Choose a photo"), "", kinds)
        if name:
            self.take_file(Path(name))

    def _remove(self) -> None:
        self.set_value(None)
        self._edited()


def portrait_of(path: Path) -> bytes | None:
    """A picture scaled to at most 600 pixels, as JPEG without metadata; None where it is none."""
    try:
        if path.stat().st_size > FILE_LIMIT:
            return None
        return portrait(path.read_bytes(), SIDE)
    except OSError:
        return None
