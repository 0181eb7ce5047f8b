"""Tabs of a dossier and the line of its stages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.core import theme


class Tabs(QTabBar):
    """Underlined tabs; `chosen` gives the key. Arrow keys and screen readers work as in Qt's."""

    chosen = Signal(str)

    def __init__(self, choices: list[tuple[str, str]], *, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, words in choices:
            self.setTabData(self.addTab(words), key)
        self.currentChanged.connect(self._chosen)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFont(theme.font("medium"))
        self.setMinimumHeight(theme.px(34))

    def current(self) -> str:
        """The key of the chosen tab."""
        return str(self.tabData(self.currentIndex()))

    def choose(self, key: str) -> None:
        """Go to a tab."""
        for number in range(self.count()):
            if self.tabData(number) == key:
                self.setCurrentIndex(number)

    def rename(self, key: str, words: str) -> None:
        """Say something else on a tab ("Guests · 86")."""
        for number in range(self.count()):
            if self.tabData(number) == key:
                self.setTabText(number, words)

    def _chosen(self, number: int) -> None:
        self.chosen.emit(str(self.tabData(number)))

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Words and the gap to the next."""
        width = theme.metrics("strong").horizontalAdvance(self.tabText(index))
        return QSize(round(width) + theme.px(21), theme.px(34))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Tabs are never cut; they scroll."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw words, and a bar under the chosen one."""
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for number in range(self.count()):
            area = self.tabRect(number)
            chosen = number == self.currentIndex()
            painter.setPen(theme.colour("accent" if chosen else "text2"))
            painter.setFont(theme.font("strong" if chosen else "medium"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area.adjusted(0, 0, 0, -theme.px(4)), flags, self.tabText(number))
            if chosen:
                width = round(theme.metrics("strong").horizontalAdvance(self.tabText(number)))
                bar = QRect(area.left(), self.height() - theme.px(2), width, theme.px(2))
                painter.fillRect(bar, theme.colour("accent"))
        painter.end()


class StageLine(QWidget):
    """Where a dossier stands: dots and words, those reached in the accent.

    Signals `chosen(place)` by a click on a stage, or by arrows and Enter.
    """

    chosen = Signal(int)

    def __init__(self, stages: list[str], reached: int = 0) -> None:
        """`reached` is the place of the present stage."""
        super().__init__()
        self._stages = stages
        self._reached = reached
        self._at = reached
        self._spans: list[tuple[float, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.restyle)
        self.show_stage(reached)

    def show_stage(self, reached: int) -> None:
        """Show another stage."""
        self._reached = self._at = reached
        self.setAccessibleName(self._stages[reached] if self._stages else "")
        self.update()

    def restyle(self) -> None:
        """Take the present text size."""
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[float]:
        metrics = theme.metrics("chip_strong")
        return [theme.px(14) + metrics.horizontalAdvance(words) for words in self._stages]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All stages with short lines between."""
        return QSize(round(sum(self._widths())) + theme.px(44) * len(self._stages), theme.px(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Only dots, and the word of the present stage."""
        return QSize(theme.px(20) * len(self._stages) + theme.px(90), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw dots, words and lines; words but the present one go where there is no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roomy = self.width() >= sum(self._widths()) + theme.px(20) * len(self._stages)
        x = 0.0
        middle = self.height() / 2
        self._spans = []
        for number, words in enumerate(self._stages):
            begins = x
            x = self._paint_stage(painter, number, words if self._says(number, roomy) else "", x)
            self._spans.append((begins, x))
            if number == self._at and self.hasFocus():
                painter.setPen(theme.colour("accent"))
                low = self.height() - theme.px(2)
                painter.drawLine(QPointF(begins, low), QPointF(x, low))
            if number + 1 < len(self._stages):
                painter.setPen(theme.colour("line"))
                end = x + theme.px(28 if roomy else 8)
                painter.drawLine(QPointF(x, middle), QPointF(end, middle))
                x = end + theme.px(8)
        painter.end()

    def _says(self, number: int, roomy: bool) -> bool:  # noqa: FBT001 - private, two callers
        return roomy or number == self._reached

    def _paint_stage(self, painter: QPainter, number: int, words: str, x: float) -> float:
        done = number <= self._reached
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if done else "strong_line"))
        dot = theme.px(8)
        painter.drawEllipse(QRectF(x, (self.height() - dot) / 2, dot, dot))
        x += theme.px(14)
        if not words:
            return x
        role = "chip_strong" if number == self._reached else "chip"
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("accent" if done else "text2"))
        width = theme.metrics(role).horizontalAdvance(words)
        area = QRectF(x, 0, width + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        return x + width + theme.px(8)

    def stage_at(self, x: float) -> int:
        """The place of the stage drawn there; -1 between them."""
        for place, (left, right) in enumerate(self._spans):
            if left - theme.px(4) <= x <= right + theme.px(4):
                return place
        return -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click chooses a stage."""
        place = self.stage_at(event.position().x())
        if place >= 0 and place != self._reached:
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows walk along the stages, Enter and Space choose."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            self._at = min(max(self._at + step, 0), len(self._stages) - 1)
            self.setAccessibleName(self._stages[self._at])
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._at != self._reached:
                self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)
