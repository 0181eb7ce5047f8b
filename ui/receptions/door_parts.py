"""Parts of the door window: its figures, the strip that tells of a tick, the walk-in's card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from app.contacts.rules import lines
from app.core import search
from app.receptions.draft import WalkInDraft
from ui.core import language, theme
from ui.core.buttons import PRIMARY, QUIET, Button
from ui.core.cards import Card, clear, column, row
from ui.core.labels import Link, Text
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.core.directory import Line
    from ui.core.jobs import Jobs

KNOWN_SHOWN = 5


class DoorFigure(QWidget):
    """One large number with what it counts and of how many."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._figure = Text("", "door_figure")
        self._of = Text("", "door_body", ink="text2")
        line = row(self._figure, self._of, None, gap=8)
        line.setAlignment(self._of, Qt.AlignmentFlag.AlignBottom)
        self._of.setContentsMargins(0, 0, 0, theme.px(6))
        self.setLayout(column(Text(title, "door_body", ink="text2"), line, gap=0))

    def show_figure(self, figure: int, of: int | None = None) -> None:
        """Show a number, and of how many."""
        self._figure.say(language.number(figure))
        told = tr("of {n}", n=language.number(of)) if of is not None else ""
        self._of.say(told)
        self.setAccessibleName(f"{self._title}: {figure} {told}".strip())

    def words(self) -> str:
        """The number as shown."""
        return self._figure.words()


class DoorStrip(QWidget):
    """What the last tick said, in its colour and in large type, with a way back."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "neutral"
        self._words = Text("", "door_name", elide=True)
        self.undo = Link("", role="door_strong")
        box = row(self._words, self.undo, gap=12)
        box.setStretch(0, 1)
        box.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self.setLayout(box)
        self._do: Callable[[], object] | None = None
        self.undo.clicked.connect(self._pressed)
        self.setFixedHeight(theme.px(52))
        self.say("")

    def say(
        self, sentence: str, tone: str = "neutral", undo: Callable[[], object] | None = None
    ) -> None:
        """Tell something; `undo` takes it back."""
        self._tone = tone
        self._words.say(sentence, ink_of(tone))
        self._do = undo
        self.undo.setText(tr("Not in (Del)") if undo else "")
        self.undo.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def words(self) -> str:
        """The sentence shown."""
        return self._words.words()

    def _pressed(self) -> None:
        if self._do is not None:
            self._do()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the ground of its tone."""
        if not self.words():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tone(self._tone)[1])
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        painter.end()


def ink_of(tone: str) -> str:
    """The token of a tone's words."""
    return {"neutral": "text2", "attention": "attention_ink"}.get(tone, tone)


class BigLine(QLineEdit):
    """A line in large type. Signals `entered()` with Enter, `entered_alone()` with Shift+Enter,
    `taken_back()` with Delete or Ctrl+Z where nothing is typed.
    """

    entered = Signal()
    entered_alone = Signal()
    taken_back = Signal()

    def __init__(self, placeholder: str, role: str = "door_name") -> None:
        super().__init__()
        self.setObjectName("Big")
        self._role = role
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFont(theme.font(self._role))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter is told, all else typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.entered_alone if shifted else self.entered).emit()
        elif not self.text() and (
            event.key() == Qt.Key.Key_Delete or event.matches(QKeySequence.StandardKey.Undo)
        ):
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


class WalkInCard(Card):
    """Name and organisation of who is not on the list; whom the office knows stands beneath.

    Signals `let_in(draft)`, `scanned(text)` where a badge was read into the name, `left()`.
    """

    let_in = Signal(object)
    scanned = Signal(str)
    left = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(margin=16, gap=10)
        self._jobs = jobs
        self.setAccessibleName(tr("Walk-in"))
        self.name = BigLine(tr("Name"))
        self.place = BigLine(tr("Organisation (may stay empty)"))
        self.keep = Button(tr("Let in"), PRIMARY, icon="check")
        leave = Button(tr("Cancel"), QUIET)
        self.known: list[Link] = []
        self._hits = column(gap=4)
        self._told = Text("", "door_body", ink="wrong", wrap=True)
        line = row(self.name, self.place, self.keep, leave, gap=8)
        line.setStretch(0, 3)
        line.setStretch(1, 3)
        head = Text(tr("Somebody who is not on the list"), "door_strong")
        self.add(head, line, self._hits, self._told)
        self._told.hide()
        self.name.textEdited.connect(self._look)
        self.name.entered.connect(self._name_entered)
        self.place.entered.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        leave.clicked.connect(self.left)

    def begin(self, name: str) -> None:
        """Begin with what was searched for."""
        self.name.setText(name)
        self.place.clear()
        self.complain("")
        self.show()
        self.name.setFocus()
        self._look(name)

    def complain(self, sentence: str) -> None:
        """Say what is wrong."""
        self._told.say(sentence)
        self._told.setVisible(bool(sentence))

    def _name_entered(self) -> None:
        from app.receptions.rules.door import read_code

        if read_code(self.name.text()) is not None:
            self.scanned.emit(self.name.text())
        else:
            self.place.setFocus()

    def _look(self, typed: str) -> None:
        if len(typed.strip()) < 2:
            self._show([])
            return
        self._jobs.ask(
            search.find, typed, ("person",), KNOWN_SHOWN,
            then=self._show, owner=self, channel="walk-in",
        )  # fmt: skip

    def _show(self, found: list[Line]) -> None:
        clear(self._hits)
        self.known = []
        if found:
            self._hits.addWidget(Text(tr("In the office already:"), "door_body", ink="text2"))
        for one in found:
            role = lines.subtitle(one, language.current())
            link = Link(" · ".join(filter(None, (one.title, role))), role="door_body")
            link.clicked.connect(partial(self._take, one.id))
            self._hits.addWidget(link)
            self.known.append(link)

    def _take(self, person: UUID) -> None:
        self.let_in.emit(WalkInDraft(person=person))

    def _keep(self) -> None:
        self.let_in.emit(WalkInDraft(self.name.text().strip(), self.place.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
