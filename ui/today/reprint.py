"""Papers that are out with somebody who does not go; the card hides where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.core.text import N_
from ui.core.cards import column
from ui.core.labels import Link, Text
from ui.core.language import read, tr, trn
from ui.today.cards import TodayCard, going

if TYPE_CHECKING:
    from app.missions.queries import GoneRow
    from ui.core.language import Language
    from ui.core.page import Desk

SHOWN = 6


class ReprintCard(TodayCard):
    """A line for each name; a click opens the mission."""

    tables: ClassVar[frozenset[str]] = frozenset({"printing", "participant", "dossier", "person"})
    title: ClassVar[str] = N_("To print anew")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.hide()

    @staticmethod
    def ask(session: Any, spoken: Language) -> Any:
        """Who stands in a paper of a coming mission and does not go."""
        from app.missions.queries import to_reprint

        del spoken
        return to_reprint(session)

    def show_answer(self, answer: list[GoneRow]) -> None:
        """Show them, or nothing at all."""
        self.setVisible(bool(answer))
        self.lines([self._line(one) for one in answer[:SHOWN]])
        more = len(answer) - SHOWN
        if more > 0:
            self.quiet(trn("and {n} more", "and {n} more", more))

    def _line(self, one: GoneRow) -> QWidget:
        title = Link(one.mission, role="small_medium")
        title.setAccessibleName(tr("Show {name}", name=one.mission))
        title.clicked.connect(going(self.desk, "mission", one.mission_id))
        box = QWidget()
        box.setLayout(column(title, Text(read(one.sentence), "small", wrap=True), gap=0, margin=4))
        return box
