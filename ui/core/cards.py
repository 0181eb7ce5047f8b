"""Frames for what belongs together: cards, figures, facts, empty pages, banners."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.core import theme
from ui.core.buttons import PRIMARY, SECONDARY, Button, IconButton
from ui.core.flow import Flow
from ui.core.icons import IconView
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

_Box = TypeVar("_Box", QVBoxLayout, QHBoxLayout)


def column(*items: QWidget | QLayout | int | None, gap: int = 8, margin: int = 0) -> QVBoxLayout:
    """Things under each other; a number is a fixed space, None takes what is left."""
    return _fill(QVBoxLayout(), items, gap, margin)


def row(*items: QWidget | QLayout | int | None, gap: int = 8, margin: int = 0) -> QHBoxLayout:
    """Things side by side; a number is a fixed space, None takes what is left."""
    return _fill(QHBoxLayout(), items, gap, margin)


def _fill(
    box: _Box, items: tuple[QWidget | QLayout | int | None, ...], gap: int, margin: int
) -> _Box:
    box.setSpacing(theme.px(gap))
    box.setContentsMargins(*[theme.px(margin)] * 4)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif item is None:
            box.addStretch(1)
        else:
            box.addSpacing(theme.px(item))
    return box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Card(QFrame):
    """A surface with a hairline; `body` is its layout."""

    def __init__(self, title: str = "", *, margin: int = 16, gap: int = 8) -> None:
        super().__init__()
        self.setObjectName("Card")
        self.body = column(margin=margin, gap=gap)
        self.setLayout(self.body)
        if title:
            self.setAccessibleName(title)
            self.body.addWidget(Text(title, "strong"))

    def add(self, *items: QWidget | QLayout) -> Card:
        """Put things under what is there."""
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)
        return self


class Hairline(QFrame):
    """A thin line between parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Hairline")
        self.setFixedHeight(1)


class Figure(Card):
    """A tile with one number: what it counts, the figure, a remark."""

    def __init__(self, title: str, figure: str = "", remark: str = "") -> None:
        super().__init__(margin=12, gap=2)
        self._title = title
        self._figure = Text("", "figure")
        self._remark = Text("", "small", ink="text2", elide=True)
        self.add(Text(title, "small", ink="text2", elide=True))
        line = row(self._figure, self._remark, gap=8)
        line.setAlignment(self._figure, Qt.AlignmentFlag.AlignBaseline)
        self.body.addLayout(line)
        self.show_figure(figure, remark)

    def show_figure(self, figure: str, remark: str = "") -> None:
        """Show another number."""
        self._figure.say(figure)
        self._remark.say(remark)
        self.setAccessibleName(f"{self._title}: {figure} {remark}".strip())


class Facts(QWidget):
    """Labels and values in two columns; a value may be copied or be any widget."""

    def __init__(self, *, label_width: int = 92) -> None:
        super().__init__()
        self._width = label_width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self._grid.setColumnMinimumWidth(0, theme.px(self._width))

    def add(self, label: str, value: str | QWidget, *, copied: str = "") -> None:
        """Add a line; `copied` names the copy button ("Copy envelope") where there is one."""
        line = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        name = Text(label, "small", ink="text2", wrap=True)
        name.setContentsMargins(0, 2, 0, 0)
        self._grid.addWidget(name, line, 0, top)
        if isinstance(value, QWidget):
            self._grid.addWidget(value, line, 1, top)
            return
        words = Text(value, wrap=True, selectable=True)
        words.setAccessibleName(f"{label}: {value}")
        self._grid.addWidget(words, line, 1)
        if copied:
            button = _CopyButton(copied, words)
            self._grid.addWidget(button, line, 2, top)

    def clear(self) -> None:
        """Take all lines away."""
        clear(self._grid)


class _CopyButton(IconButton):
    def __init__(self, name: str, words: Text) -> None:
        super().__init__("copy", name, size=24)
        self._of = words
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._of.words())
        self.setToolTip(tr("Copied"))


class Empty(QWidget):
    """An empty page: what belongs here, and the first step."""

    def __init__(
        self,
        icon: str,
        title: str,
        explanation: str,
        *steps: tuple[str, Callable[[], None]],
        step_icon: str = "add",
    ) -> None:
        """`steps` are buttons (words, what to do); the first is the primary one."""
        super().__init__()
        picture = IconView(icon, size=40)
        head = Text(title, "heading")
        words = Text(explanation, ink="text2", wrap=True)
        for text in (head, words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMinimumWidth(theme.px(240))
        words.setMaximumWidth(theme.px(520))
        buttons = QWidget()
        line = Flow(buttons, centred=True)
        for number, (label, do) in enumerate(steps):
            button = Button(
                label, SECONDARY if number else PRIMARY, icon="" if number else step_icon
            )
            button.clicked.connect(do)
            line.addWidget(button)
        middle = row(None, words, None, gap=0)
        middle.setStretch(1, 100)
        self.setLayout(
            column(None, row(None, picture, None), head, middle, 4, buttons, None, margin=24)
        )


class Banner(QFrame):
    """A sentence across the top of a form or page: what went wrong and what to do next."""

    def __init__(self, kind: str = "Banner") -> None:
        """`kind` is "Banner" (wrong) or "Notice" (attention)."""
        super().__init__()
        self.setObjectName(kind)
        ink = "wrong" if kind == "Banner" else "attention_ink"
        self._words = Text("", ink=ink, wrap=True)
        self.beside = row(gap=8)
        sign = IconView("wrong" if kind == "Banner" else "attention", ink=ink)
        line = row(sign, self._words, self.beside, margin=8, gap=8)
        line.setStretch(1, 1)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the banner."""
        self._words.say(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def words(self) -> str:
        """The sentence shown."""
        return self._words.words()


class Scroll(QScrollArea):
    """A page part that scrolls up and down; never takes focus itself."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setViewport(QWidget())  # unlike Qt's own it paints no ground
        self.setObjectName("Bare")
        inner.setObjectName(inner.objectName() or "Clear")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
