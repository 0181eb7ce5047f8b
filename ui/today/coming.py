"""The coming receptions with what is still open in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.core import clock
from app.core.text import N_
from ui.core import theme
from ui.core.cards import column, row
from ui.core.flow import Flow
from ui.core.labels import Link, Pill, Text
from ui.core.language import locale, number, read, tr, trn
from ui.today.cards import TodayCard, going

if TYPE_CHECKING:
    import datetime as dt

    from app.overview.day import Coming, ComingRow
    from ui.core.language import Language

_NEAR = 7
_DAY_WIDTH = 104
_SAME_YEAR = 270  # days ahead in which nobody mistakes the year


class ComingCard(TodayCard):
    """The nearest first; a click opens the reception."""

    tables: ClassVar[frozenset[str]] = frozenset({"dossier", "reception", "guest", "task"})
    title: ClassVar[str] = N_("Coming receptions")

    @staticmethod
    def ask(session: Any, spoken: Language) -> Any:
        """The next receptions."""
        from app.overview.day import coming

        del spoken
        return coming(session)

    def show_answer(self, answer: Coming) -> None:
        """Show them."""
        if not answer.rows:
            self.quiet(tr("No reception ahead. The next one stands here with what it still needs."))
            return
        self.lines([self._line(one) for one in answer.rows])
        left = answer.total - len(answer.rows)
        if left > 0:
            more = Link(trn("{n} more in Receptions", "{n} more in Receptions", left))
            more.clicked.connect(going(self.desk, "receptions"))
            self.content.addWidget(more)

    def _line(self, one: ComingRow) -> QWidget:
        told = short_day(one.starts_at) if one.starts_at else tr("No day yet")
        when = Text(told, ink="text2", wrap=True)
        when.setFixedWidth(theme.px(_DAY_WIDTH))
        title = Link(one.title, role="strong", ink="text")
        title.setAccessibleName(tr("Show {name}", name=one.title))
        title.clicked.connect(going(self.desk, "reception", one.id))
        place = Text(one.place, "small", ink="text2", elide=True)
        replies = ""
        if one.invited:
            replies = tr("{n} of {total}", n=number(one.coming), total=number(one.invited))
        word, tone = _pill(one)
        head = row(title, place, Text(replies, "small", ink="text2"), Pill(word, tone), gap=8)
        head.setStretch(1, 1)
        words = column(head, gap=2)
        if one.open:
            holder = QWidget()
            flow = Flow(holder, gap=12)
            for what in one.open:
                flow.addWidget(Text(read(what), ink="attention_ink"))
            words.addWidget(holder)
        line = row(column(when, None), words, gap=8)
        line.setStretch(1, 1)
        line.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        whole = QWidget()
        whole.setLayout(line)
        return whole


def short_day(when: dt.date) -> str:
    """ "Fri 27 Nov"; with the year where it is far ahead."""
    from PySide6.QtCore import QDate

    days = when.toordinal() - clock.today().toordinal()
    pattern = "ddd d MMM" if 0 <= days < _SAME_YEAR else "ddd d MMM yyyy"
    return locale().toString(QDate(when.year, when.month, when.day), pattern)


def _pill(one: ComingRow) -> tuple[str, str]:
    """How near it is where it is near, else its stage; ready where nothing is open."""
    from app.dossiers.rules import Stage, label

    if one.starts_at is not None:
        days = (one.starts_at.date() - clock.today()).days
        if days <= _NEAR and one.open:
            near = {0: tr("today"), 1: tr("tomorrow")}.get(days)
            return near or trn("In {n} day", "In {n} days", days), "attention"
        if not one.open:
            return tr("Ready"), "good"
    tones = {Stage.CONFIRMED: "accent", Stage.INVITED: "accent"}
    return read(label(Stage(one.stage))), tones.get(Stage(one.stage), "neutral")
