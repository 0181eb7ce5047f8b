"""Heads of mission who leave soon, or whom the city never received."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.contacts.rules.views import LEAVING_DAYS
from app.core import clock
from app.core.text import N_
from ui.core import theme
from ui.core.cards import column, row
from ui.core.flow import Flow
from ui.core.labels import Link, Text
from ui.core.language import day, tr, trn
from ui.today.cards import TodayCard, going

if TYPE_CHECKING:
    from app.overview.day import HeadRow, Heads
    from ui.core.language import Language

_DAYS_A_YEAR = 365.25


class HeadsCard(TodayCard):
    """Counts that lead to Contacts, and the most urgent by name."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"posting", "person", "organisation", "guest", "reception", "dossier"}
    )
    title: ClassVar[str] = N_("Leaving soon, never received")

    @staticmethod
    def ask(session: Any, spoken: Language) -> Any:
        """The counts and the first of them."""
        from app.overview.day import heads

        return heads(session, spoken)

    def show_answer(self, answer: Heads) -> None:
        """Show them."""
        if not answer.rows:
            self.quiet(tr("Every head of mission in office was received, and none leaves soon."))
            return
        holder = QWidget()
        counts = Flow(holder, gap=12)
        leave = trn("{n} leaves soon", "{n} leave soon", answer.leaving) if answer.leaving else ""
        unmet = (
            trn("{n} never received", "{n} never received", answer.never) if answer.never else ""
        )
        for words, view in ((leave, answer.leaving_view), (unmet, answer.never_view)):
            if words:
                link = Link(words)
                link.setToolTip(tr("To Contacts"))
                link.clicked.connect(going(self.desk, "contacts", view))
                counts.addWidget(link)
        self.content.addWidget(holder)
        self.content.addSpacing(theme.px(6))
        self.lines([self._line(one) for one in answer.rows])

    def _line(self, one: HeadRow) -> QWidget:
        title = Link(one.title or one.name, role="medium", ink="text")
        title.setAccessibleName(tr("Show {name}", name=one.name))
        title.clicked.connect(going(self.desk, "contacts", one.person_id))
        remark, ink = _remark(one)
        there = _stay((clock.today() - one.since).days) if one.since else ""
        under = row(Text(remark, "small", ink=ink), None, Text(there, "small", ink="text2"), gap=8)
        line = column(title, under, gap=0)
        line.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        made = QWidget()
        made.setLayout(line)
        made.setToolTip(one.name)
        return made


def _stay(days: int) -> str:
    """How long somebody is here: "3 y 10 m"."""
    months = int(days / _DAYS_A_YEAR * 12)
    return tr("{years} y {months} m", years=months // 12, months=months % 12)


def _remark(one: HeadRow) -> tuple[str, str]:
    """Never received, or when they leave; a day that is a guess says about when."""
    leaves = _leaves(one)
    if not one.leaves_by(clock.today() + dt.timedelta(days=LEAVING_DAYS)):
        return tr("never received"), "attention_ink"
    if one.received:
        return leaves, "text2"
    return f"{tr('never received')}, {leaves}", "attention_ink"


def _leaves(one: HeadRow) -> str:
    """A guess that has gone by says only that they stay longer than most."""
    if one.guessed and one.leaves_by(clock.today()):
        return tr("here longer than usual")
    when = day(one.leaves_on)
    return tr("leaves about {day}", day=when) if one.guessed else tr("leaves {day}", day=when)
