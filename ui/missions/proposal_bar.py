"""Above the schedule: how the arranging goes, then what is proposed, to be taken or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Card, column, row
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.progress import ProgressPanel

if TYPE_CHECKING:
    from app.missions.queries import FairBoard, Proposal
    from ui.core.watch import Watch


class ProposalBar(QWidget):
    """Signals `taken()` and `dropped()`."""

    taken = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=8)
        self.setLayout(self._box)
        self._card = Card(margin=12, gap=4)
        self._head = Text("", "strong", wrap=True)
        self._words = Text("", "small", ink="text2", wrap=True)
        self.take = Button(tr("Take this schedule"), PRIMARY, icon="check")
        self.drop = Button(tr("Leave it as it was"))
        self.take.clicked.connect(self.taken)
        self.drop.clicked.connect(self.dropped)
        line = row(column(self._head, self._words, gap=2), self.drop, self.take, gap=8)
        line.setStretch(0, 1)
        self._card.add(line)
        self._box.addWidget(self._card)
        self._card.hide()
        self.progress: ProgressPanel | None = None
        self.hide()

    def follow(self, watch: Watch) -> None:
        """Show how far it is, with Cancel."""
        self.clear()
        self.progress = ProgressPanel(tr("Arranging: total reached, of the most possible"), watch)
        self._box.addWidget(self.progress)
        self.show()

    def show_proposal(self, made: Proposal) -> None:
        """Say how good it is and what it would change."""
        self.clear()
        head = tr("Proposal: {n} meetings", n=len(made.meetings))
        self._head.say(f"{head} · {read(made.words())}")
        wishes = tr("{n} of {all} wishes fulfilled", n=made.fulfilled, all=made.wished)
        parts = [
            wishes,
            trn("{n} new", "{n} new", made.fresh) if made.fresh else "",
            trn("{n} moved", "{n} moved", made.moved) if made.moved else "",
            trn("{n} dropped", "{n} dropped", made.dropped) if made.dropped else "",
        ]
        if not (made.fresh or made.moved or made.dropped):
            parts.append(tr("nothing would change"))
        self._words.say(" · ".join(part for part in parts if part))
        self.take.setEnabled(bool(made.fresh or made.moved or made.dropped))
        self._card.show()
        self.show()

    def clear(self) -> None:
        """Nothing is under way."""
        if self.progress is not None:
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None
        self._card.hide()
        self.hide()


def lacking_for(board: FairBoard) -> str:
    """What must be there before anything can be proposed, in a sentence; "" where all is."""
    steps = [
        words
        for words, there in (
            (tr("add companies"), board.companies),
            (tr("add hosts"), board.hosts),
            (tr("make slots"), board.slots),
        )
        if not there
    ]
    told = tr("Before the meetings can be arranged: {steps}.", steps=", ".join(steps))
    return told if steps else ""
