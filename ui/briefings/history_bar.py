"""Above a paper: how often it was handed out, what changed since, and who must not be on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.text import format_time
from ui.core import language
from ui.core.cards import Banner, column, row
from ui.core.labels import Text
from ui.core.language import day, read, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.briefings.reprint import Standing
    from app.core.text import Sentence

SHOWN = 5


class HistoryBar(QWidget):
    """Signal `toggled()`: marks are wanted, or not any more."""

    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.gone = Banner("Notice")
        self.line = Text("", "small", ink="text2", elide=True)
        self.marks = QCheckBox(tr("Mark what changed"))
        self.marks.setChecked(True)
        self.marks.toggled.connect(lambda _on: self.toggled.emit())
        told = row(self.line, self.marks, gap=12)
        told.setStretch(0, 1)
        self.setLayout(column(self.gone, told, gap=8))
        self.hide()

    @property
    def wants_marks(self) -> bool:
        """Whether the paper is to say what changed."""
        return self.marks.isChecked()

    def show_standing(self, standing: Standing, gone: Sequence[Sentence], *, is_kept: bool) -> None:
        """Show how a paper stands; one that keeps no printings has no line."""
        words = [read(one) for one in gone[:SHOWN]]
        more = len(gone) - SHOWN
        if more > 0:
            words.append(trn("and {n} more", "and {n} more", more))
        self.gone.say("\n".join(words))
        self.line.say(_line(standing) if is_kept else "")
        self.marks.setVisible(is_kept and standing.printed > 0)
        self.line.setVisible(is_kept)
        self.setVisible(is_kept or bool(gone))


def _line(standing: Standing) -> str:
    if standing.last_at is None:
        return tr("Not handed out yet. Saving or printing it is noted.")
    when = f"{day(standing.last_at.date())}, {format_time(standing.last_at, language.current())}"
    times = trn(
        "Printed {n}×, on {when}", "Printed {n}×, last on {when}", standing.printed, when=when
    )
    if not standing.changes:
        return f"{times} · {tr('nothing changed since')}"
    since = trn("{n} change since", "{n} changes since", standing.changes)
    return f"{times} · {since} · {tr('this is version {n}', n=standing.version)}"
