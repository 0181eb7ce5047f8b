"""The line of a post: every head after the other with the vacancies between, the newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.contacts.queries import terms_of
from app.contacts.rules import names
from app.contacts.rules.succession import Head, Term, Vacancy, line_of
from app.core import clock
from ui.contacts.accredited import add_expected
from ui.contacts.choices import function_words
from ui.contacts.detail_parts import link, period
from ui.contacts.steps_strip import steps_part
from ui.core import theme
from ui.core.cards import Facts, column, row
from ui.core.labels import Text
from ui.core.language import day, tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from app.contacts.queries import PostingRow
    from app.contacts.rules.tenure import Habit


class PostLine(QWidget):
    """Heads and vacancies of a post; `opened(person id)` when a name is followed."""

    opened = Signal(object)

    def __init__(self, rows: Sequence[PostingRow], habits: Mapping[str, Habit]) -> None:
        super().__init__()
        self._rows = {one.id: one for one in rows}
        self._habits = habits
        self._today = clock.today()
        self.entries = line_of(terms_of(rows), self._today)
        box = column(gap=0)
        for at, one in enumerate(self.entries):
            box.addWidget(self._entry(one, last=at + 1 == len(self.entries)))
        self.setLayout(box)

    def _entry(self, one: Head | Vacancy, *, last: bool) -> QWidget:
        inner = column(gap=2)
        if isinstance(one, Vacancy):
            self._vacancy(inner, one)
            ink, full = "attention", one.until is None
        else:
            self._head(inner, one)
            full = self._rows[one.term.id].held_on(self._today)
            ink = "accent" if full else "strong_line"
        inner.setContentsMargins(0, 0, 0, 0 if last else theme.px(10))
        holder = QWidget()
        whole = row(_Mark(ink, full=full, last=last), inner, gap=8)
        whole.setStretch(1, 1)
        holder.setLayout(whole)
        return holder

    def _head(self, box: QVBoxLayout, one: Head) -> None:
        posting = self._rows[one.term.id]
        box.addWidget(self._name(posting))
        function = posting.draft.title or function_words(posting.draft.function)
        told = " · ".join(part for part in (function, period(posting.draft)) if part)
        box.addWidget(Text(told, "small", ink="text2", wrap=True))
        after = self._rows.get(one.before) if one.before else None
        if after is not None:
            words = tr("Successor of {name}", name=names.full_name(after.person))
            box.addWidget(Text(words, "small", ink="text2", wrap=True))
        for other in one.acting:
            self._acting(box, other)
        if posting.held_on(self._today):
            self._present(box, posting)

    def _present(self, box: QVBoxLayout, posting: PostingRow) -> None:
        steps = steps_part(posting.draft)
        if steps is not None:
            box.addSpacing(theme.px(4))
            box.addWidget(steps)
        facts = Facts(label_width=84)
        add_expected(facts, posting, self._habits)
        box.addWidget(facts)

    def _vacancy(self, box: QVBoxLayout, one: Vacancy) -> None:
        if one.until is None:
            words = tr("Vacant since {day}", day=day(one.since))
        elif one.until >= self._today:
            words = tr("Vacant from {start} until {end}", start=day(one.since), end=day(one.until))
        else:
            words = tr("Vacant {start} – {end}", start=day(one.since), end=day(one.until))
        box.addWidget(Text(words, "medium", ink="attention_ink", wrap=True))
        for other in one.acting:
            self._acting(box, other)
        if not one.acting and one.until is None:
            told = tr("No chargé d’affaires a.i. known: ask the post who is in charge.")
            box.addWidget(Text(told, "small", ink="text2", wrap=True))

    def _acting(self, box: QVBoxLayout, one: Term) -> None:
        posting = self._rows[one.id]
        box.addWidget(self._name(posting))
        told = " · ".join(
            part for part in (function_words(one.function), period(posting.draft)) if part
        )
        box.addWidget(Text(told, "small", ink="text2", wrap=True))

    def _name(self, posting: PostingRow) -> QWidget:
        name = names.full_name(posting.person)
        go = partial(self._follow, posting.person_id)
        return link(name, go, tr("Show {name}", name=name))

    def _follow(self, person: UUID) -> None:
        self.opened.emit(person)


class _Mark(QWidget):
    """A dot on the line of time; full where it lasts."""

    def __init__(self, ink: str, *, full: bool, last: bool) -> None:
        super().__init__()
        self._ink, self._full, self._last = ink, full, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedWidth(theme.px(14))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the dot and the line to the next."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, middle = theme.px(8), theme.px(10)
        x = theme.px(6)
        if not self._last:
            painter.setPen(QPen(theme.colour("line"), theme.px(2)))
            painter.drawLine(QPointF(x, middle + side), QPointF(x, self.height()))
        ink = theme.colour(self._ink)
        painter.setPen(QPen(ink, theme.px(2)))
        if self._full:
            painter.setBrush(ink)
        painter.drawEllipse(QRectF(x - side / 2, middle - side / 2, side, side))
        painter.end()
