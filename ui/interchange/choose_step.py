"""The first step of an import: a file, chosen or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.core import theme
from ui.core.cards import Banner, Empty, column
from ui.core.drops import READ, files_of
from ui.core.language import tr


class ChooseStep(QWidget):
    """Signals `chosen(path)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._over = False
        self.banner = Banner()
        self.empty = Empty(
            "import",
            tr("Bring in a list"),
            tr(
                "Drop a file here, or choose one: CSV in any encoding, Excel (.xlsx) or vCard. You"
                " see what becomes of it before anything is kept."
            ),
            (tr("Choose a file…"), self.ask),
            step_icon="open",
        )
        box = column(self.banner, self.empty, gap=0, margin=16)
        box.setStretch(1, 1)
        self.setLayout(box)

    def ask(self) -> None:
        """Let the person choose a file."""
        endings = " ".join(f"*{one}" for one in READ)
        kinds = f"{tr('Lists')} ({endings});;{tr('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Choose a list"), "", kinds)
        if name:
            self.chosen.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take a file an import may read."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """The file went elsewhere."""
        super().dragLeaveEvent(event)
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take it."""
        self._over = False
        self.update()
        found = files_of(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.chosen.emit(found[0])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """A place to drop into."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self._over else "strong_line"))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent_soft" if self._over else "surface"))
        corner = theme.px(6)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, corner, corner)
        painter.end()
