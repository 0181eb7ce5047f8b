"""Words on the screen: text, links, pills, initials."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from ui.core import theme


class Text(QLabel):
    """Plain words in a role of type and the colour of a token.

    `wrap` breaks lines, `elide` cuts with … (the whole is then the tooltip), `selectable` lets
    people copy it.
    """

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        *,
        ink: str = "text",
        wrap: bool = False,
        elide: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        self._role = role
        self._ink = ink
        self._elide = elide
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.say(words)

    def say(self, words: str, ink: str | None = None) -> None:
        """Show other words, in another colour where a ink is given."""
        self._words = words
        if ink is not None and ink != self._ink:
            self._ink = ink
            self.restyle()
        self._show_words()

    def words(self) -> str:
        """The whole words, also where they are cut."""
        return self._words

    def restyle(self) -> None:
        """Take font and colour of the present theme."""
        self.setFont(theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._ink))
        self.setPalette(palette)
        self._show_words()

    def _show_words(self) -> None:
        if not self._elide:
            self.setText(self._words)
            return
        cut = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, max(self.width(), 1)
        )
        self.setText(cut)
        self.setToolTip(self._words if cut != self._words else "")
        self.setAccessibleName(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew."""
        super().resizeEvent(event)
        if self._elide:
            self._show_words()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The width of the whole words where they may be cut."""
        hint = super().sizeHint()
        if self._elide:
            hint.setWidth(self.fontMetrics().horizontalAdvance(self._words) + 1)
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Cut words may become narrow."""
        hint = super().minimumSizeHint()
        if self._elide:
            hint.setWidth(min(theme.px(40), self.sizeHint().width()))
        return hint


class Link(QAbstractButton):
    """Words that lead somewhere, in the accent; a button to the keyboard and the reader."""

    def __init__(self, words: str, *, role: str = "body", ink: str = "accent") -> None:
        super().__init__()
        self._role = role
        self._ink = ink
        self.setText(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the font of the present text size."""
        self.setFont(theme.font(self._role))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its words."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + theme.px(4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Cut where there is no room."""
        return QSize(min(theme.px(40), self.sizeHint().width()), self.sizeHint().height())

    def _cut(self) -> str:
        """The words as far as there is room; the whole is then the tooltip."""
        words = self.text()
        cut = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(words if cut != words else "")
        return cut

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the words, underlined under the pointer."""
        painter = QPainter(self)
        font = theme.font(self._role)
        painter.setFont(font)
        ink = self._ink if self.isEnabled() else "strong_line"
        painter.setPen(theme.colour(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        shown = self._cut()
        painter.drawText(self.rect(), flags, shown)
        if self.underMouse() and self.isEnabled():
            metrics = self.fontMetrics()
            line = self.rect().center().y() + metrics.ascent() / 2 + 1
            painter.drawLine(QPointF(0, line), QPointF(metrics.horizontalAdvance(shown), line))
        painter.end()


class Pill(QWidget):
    """A status: its colour and its word; tones are neutral, accent, attention, wrong, good."""

    def __init__(self, word: str, tone: str = "neutral") -> None:
        super().__init__()
        self._word = word
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.say(word, tone)

    def say(self, word: str, tone: str = "neutral") -> None:
        """Show another status; without a word it takes no room and draws nothing."""
        self._word = word
        self._tone = tone
        self.setAccessibleName(word)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its word."""
        return pill_size(self._word) if self._word else QSize(0, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        if not self._word:
            return
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._word, self._tone)
        painter.end()


def pill_size(word: str) -> QSize:
    """What a pill needs."""
    width = theme.metrics("small_strong").horizontalAdvance(word)
    return QSize(round(width) + theme.px(26), theme.px(20))


def paint_pill(painter: QPainter, area: QRectF, word: str, tone: str) -> None:
    """Draw a pill: ground, dot and word."""
    ink, ground = theme.tone(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setBrush(ink)
    radius = theme.px(6) / 2
    painter.drawEllipse(QPointF(area.left() + theme.px(11), area.center().y()), radius, radius)
    painter.setPen(ink)
    painter.setFont(theme.font("small_strong"))
    painter.drawText(
        area.adjusted(theme.px(18), 0, -theme.px(4), 0),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        word,
    )


def initials(name: str) -> str:
    """At most two letters of a name in reading order: "Tanaka, Aoi" gives "AT"."""
    family, comma, given = name.partition(",")
    ordered = f"{given} {family}" if comma else name
    letters = [part[0].upper() for part in ordered.split() if part[0].isalpha()]
    return letters[0] + letters[-1] if len(letters) > 1 else "".join(letters)


class Avatar(QWidget):
    """Initials on the soft accent, round or with the house's corners."""

    def __init__(self, name: str, *, size: int = 56, round_: bool = False) -> None:
        super().__init__()
        self._size = size
        self._round = round_
        self._letters = ""
        theme.changed.connect(self.restyle)
        self.show_name(name)
        self.restyle()

    def show_name(self, name: str) -> None:
        """Show the initials of another name."""
        self._letters = initials(name)
        self.setAccessibleName(name)
        self.update()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedSize(theme.px(self._size), theme.px(self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        corner = self.width() / 2 if self._round else theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font("title" if self._size >= 40 else "small_strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()
