"""The strip of a posting's steps: agrément, arrival, credentials, farewell, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.contacts.rules.posting_steps import Moments, State, Step, steps_of
from app.core import clock
from ui.core import theme
from ui.core.cards import column, row
from ui.core.icons import IconView
from ui.core.labels import Text
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from app.contacts.draft import PostingDraft

_INKS = {
    State.DONE: "accent",
    State.DUE: "attention",
    State.AHEAD: "strong_line",
    State.UNKNOWN: "strong_line",
}


class StepsStrip(QWidget):
    """Dots joined by a line; under each its word and its day."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        super().__init__()
        self._steps = steps
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(f"{read(one.label)}: {_told(one)}" for one in steps))
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the present text size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a dot and two lines of small type."""
        line = theme.metrics("small").lineSpacing()
        return QSize(theme.px(78) * len(self._steps), round(theme.px(16) + 2 * line))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words are cut before the strip is."""
        return QSize(theme.px(52) * len(self._steps), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for at, (one, width) in enumerate(zip(self._steps, self._widths(), strict=True)):
            if at + 1 < len(self._steps):
                done = self._steps[at + 1].state is State.DONE
                painter.setPen(QPen(theme.colour("accent" if done else "line"), theme.px(2)))
                y = theme.px(6)
                start, end = x + theme.px(14), x + width - theme.px(4)
                painter.drawLine(QPointF(start, y), QPointF(end, y))
            self._paint_step(painter, one, x, width)
            x += width
        painter.end()

    def _widths(self) -> list[float]:
        """What the words of each step want, stretched or pressed to the room there is."""
        strong, small = theme.metrics("small_medium"), theme.metrics("small")
        wanted = [
            max(
                strong.horizontalAdvance(read(one.label)),
                small.horizontalAdvance(_told(one)),
                theme.px(40),
            )
            + theme.px(10)
            for one in self._steps
        ]
        spare = (self.width() - sum(wanted)) / max(len(wanted), 1)
        if spare >= 0:
            return [width + spare for width in wanted]
        return [width * self.width() / sum(wanted) for width in wanted]

    def _paint_step(self, painter: QPainter, one: Step, x: float, width: float) -> None:
        ink = theme.colour(_INKS[one.state])
        full = one.state in (State.DONE, State.DUE)
        painter.setPen(QPen(ink, theme.px(2)))
        painter.setBrush(ink if full else Qt.BrushStyle.NoBrush)
        side = theme.px(8)
        painter.drawEllipse(QRectF(x + theme.px(1), theme.px(2), side, side))
        line = theme.metrics("small").lineSpacing()
        room = width - theme.px(4)
        due = one.state is State.DUE
        for at, (words, role, colour) in enumerate(
            (
                (read(one.label), "small_medium", "attention_ink" if due else "text"),
                (_told(one), "small", "attention_ink" if due else "text2"),
            )
        ):
            metrics = theme.metrics(role)
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(colour))
            area = QRectF(x, theme.px(15) + at * line, room + theme.px(2), line)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


def _told(one: Step) -> str:
    if one.day is not None:
        return day(one.day)
    return {State.DUE: tr("due"), State.UNKNOWN: tr("not noted")}.get(one.state, "–")


def steps_part(draft: PostingDraft) -> QWidget | None:
    """The strip with the sentence of what is due; None for a function that knows no steps."""
    found = steps_of(
        Moments(
            draft.function,
            draft.agrement_on,
            draft.arrived_on,
            draft.starts_on,
            draft.credentials_on,
            draft.exequatur_on,
            draft.farewell_on,
            draft.ends_on,
        ),
        clock.today(),
    )
    if found is None:
        return None
    holder = QWidget()
    box = column(StepsStrip(found.steps), gap=4)
    if found.due is not None:
        box.addLayout(attention(read(found.due)))
    holder.setLayout(box)
    return holder


def attention(words: str, icon: str = "clock") -> QHBoxLayout:
    """A sentence that asks for attention: a sign and the words."""
    line = row(IconView(icon, size=14, ink="attention_ink"),
               Text(words, "small", ink="attention_ink", wrap=True), gap=4)  # fmt: skip
    line.setStretch(1, 1)
    return line
