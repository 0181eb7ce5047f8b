"""Heads of mission who leave soon, or whom the city never received."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

from app.core import clock
from app.core.text import N_
from ui.core.cards import row
from ui.core.labels import Link
from ui.core.language import day, tr, trn
from ui.today.cards import TodayCard, going, link_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.overview.day import HeadRow, Heads
    from ui.core.language import Language

_DAYS_A_YEAR = 365.25
SOON = dt.timedelta(days=183)


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
        counts = row(gap=12)
        for words in (
            trn("{n} leaves soon", "{n} leave soon", answer.leaving) if answer.leaving else "",
            trn("{n} never received", "{n} never received", answer.never) if answer.never else "",
        ):
            if words:
                link = Link(words)
                link.setToolTip(tr("To Contacts"))
                link.clicked.connect(going(self.desk, "contacts"))
                counts.addWidget(link)
        counts.addStretch(1)
        counts.setContentsMargins(0, 0, 0, 6)
        self.content.addLayout(counts)
        self.lines([self._line(one) for one in answer.rows])

    def _line(self, one: HeadRow) -> QWidget:
        remark, ink = _remark(one)
        there = _stay((clock.today() - one.since).days) if one.since else "–"
        show = going(self.desk, "contacts", one.person_id)
        made = link_line(there, one.title or one.name, remark, show, ink=ink)
        made.setToolTip(one.name)
        return made


def _stay(days: int) -> str:
    """How long somebody is here: "3 y 10 m"."""
    months = int(days / _DAYS_A_YEAR * 12)
    return tr("{years} y {months} m", years=months // 12, months=months % 12)


def _remark(one: HeadRow) -> tuple[str, str]:
    """Never received, or when they leave; a day that is a guess says about when."""
    when = day(one.leaves_on)
    leaves = tr("leaves about {day}", day=when) if one.guessed else tr("leaves {day}", day=when)
    if not one.leaves_by(clock.today() + SOON):
        return tr("never received"), "attention_ink"
    if one.received:
        return leaves, "text2"
    return f"{tr('never received')}, {leaves}", "attention_ink"
