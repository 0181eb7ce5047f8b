"""Long work: what is being done, how far, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.core import theme
from ui.core.buttons import Button
from ui.core.cards import column, row
from ui.core.labels import Text
from ui.core.language import number, tr

if TYPE_CHECKING:
    from ui.core.watch import Watch


class ProgressBar(QWidget):
    """A thin bar, 0 to 1; below 0 the whole is not known."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Show how far."""
        self._part = min(part, 1.0)
        self.setAccessibleName(f"{round(max(part, 0) * 100)} %")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Thin."""
        return QSize(theme.px(120), theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw ground and part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        half = area.height() / 2
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(area, half, half)
        painter.setBrush(theme.colour("accent"))
        if self._part < 0:
            third = area.width() / 3
            area = QRectF(third, 0, third, area.height())
        else:
            area.setWidth(max(area.width() * self._part, area.height()) if self._part else 0)
        painter.drawRoundedRect(area, half, half)
        painter.end()


class ProgressPanel(QFrame):
    """Follows a `Watch`: shows its steps and lets people cancel; hides when the work ends."""

    def __init__(self, title: str, watch: Watch) -> None:
        super().__init__()
        self.setObjectName("Card")
        self.setAccessibleName(title)
        self._watch = watch
        self._title = Text(title, "strong", elide=True)
        self._bar = ProgressBar()
        self._words = Text(tr("Starting…"), "small", ink="text2", elide=True)
        self._cancel = Button(tr("Cancel"))
        self._cancel.clicked.connect(self.cancel)
        left = column(self._title, self._bar, self._words, gap=6)
        line = row(left, self._cancel, gap=16, margin=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        watch.progressed.connect(self.show_step)
        watch.finished.connect(self.finish)

    def show_step(self, done: int, total: int, words: str) -> None:
        """Show how far the work is."""
        self._bar.show_part(done / total if total else -1.0)
        count = tr("{done} of {total}", done=number(done), total=number(total)) if total else ""
        self._words.say(" · ".join(part for part in (words, count) if part))

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next step."""
        self._cancel.setEnabled(False)
        self._words.say(tr("Stopping…"))
        self._watch.cancel()

    def finish(self) -> None:
        """The work ended, one way or another."""
        self.hide()
