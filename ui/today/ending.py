"""Agreements that end soon or ended lately; the card hides where there are none."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.core import clock
from app.core.text import N_
from app.dossiers.rules.agreements import ENDED_DAYS, NEAR_DAYS, state_words
from ui.core.cards import column
from ui.core.labels import Link, Text
from ui.core.language import read, tr, trn
from ui.today.cards import TodayCard

if TYPE_CHECKING:
    from app.dossiers.queries import AgreementRow
    from ui.core.language import Language
    from ui.core.page import Desk

SHOWN = 6


class EndingCard(TodayCard):
    """A line for each agreement; a click opens the partner, else where it was signed."""

    tables: ClassVar[frozenset[str]] = frozenset({"agreement", "organisation", "dossier"})
    title: ClassVar[str] = N_("Agreements that end")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.hide()

    @staticmethod
    def ask(session: Any, spoken: Language) -> Any:
        """What ends in the coming months, and what ended in the last."""
        from app.dossiers.queries import agreements_ending

        today = clock.today()
        first, last = dt.timedelta(days=ENDED_DAYS), dt.timedelta(days=NEAR_DAYS)
        return agreements_ending(session, today - first, today + last, spoken)

    def show_answer(self, answer: list[AgreementRow]) -> None:
        """Show them, or nothing at all."""
        self.setVisible(bool(answer))
        self.lines([self._line(one) for one in answer[:SHOWN]])
        more = len(answer) - SHOWN
        if more > 0:
            self.quiet(trn("and {n} more", "and {n} more", more))

    def _line(self, one: AgreementRow) -> QWidget:
        title = Link(one.draft.title, role="small_medium")
        title.setAccessibleName(tr("Show {name}", name=one.draft.title))
        title.clicked.connect(partial(self._open, one))
        state, _look = state_words(one.draft.signed_on, one.draft.ends_on, clock.today())
        told = " · ".join(part for part in (one.partner, read(state)) if part)
        box = QWidget()
        box.setLayout(column(title, Text(told, "small", ink="text2", wrap=True), gap=0, margin=4))
        return box

    def _open(self, one: AgreementRow) -> None:
        if one.organisation is not None:
            self.desk.go("contacts", one.organisation.id)
        elif one.dossier is not None:
            self.desk.go(one.dossier.kind, one.dossier.id)
