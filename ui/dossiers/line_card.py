"""What a line of the programme says beside what its row has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.core.cards import Card, Facts, Scroll, clear, column
from ui.core.labels import Text
from ui.core.language import tr, trn
from ui.dossiers.spoken import spoken_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from app.dossiers.draft import ProgrammeDraft
    from ui.dossiers.programme_table import Shown


class LineCard(Card):
    """The current line: who takes part, who speaks, phone, way, rain plan, note."""

    def __init__(self) -> None:
        super().__init__(margin=12)
        inner = QWidget()
        self._box: QVBoxLayout = column(gap=8)
        inner.setLayout(self._box)
        self.body.addWidget(Scroll(inner))
        self._shown: ProgrammeDraft | None = None
        self.hide()

    def show_line(self, line: Shown | None) -> None:
        """Show a line; without one there is no card."""
        draft = line.draft if line is not None else None
        self.setVisible(draft is not None)
        if draft is None or draft == self._shown:
            return
        self._shown = draft
        clear(self._box)
        self.setAccessibleName(draft.title)
        self._box.addWidget(Text(draft.title, "strong", wrap=True))
        facts = Facts(label_width=84)
        rows = [(name, value) for name, value in _rows(draft) if value]
        for name, value in rows:
            facts.add(name, value)
        if rows:
            self._box.addWidget(facts)
        else:
            hint = tr("Enter opens the line: way, speaker, rain plan, notes.")
            self._box.addWidget(Text(hint, "small", ink="text2", wrap=True))
        self._box.addStretch(1)


def _rows(draft: ProgrammeDraft) -> list[tuple[str, str]]:
    way = draft.travel_minutes
    return [
        (tr("Takes part"), draft.attendees),
        (tr("Speaker"), draft.speaker),
        (tr("Language"), spoken_name(draft.language) if draft.language else ""),
        (tr("Interpreter"), draft.interpreter),
        (tr("Phone"), draft.phone),
        (tr("Way"), trn("{n} minute", "{n} minutes", way) if way else ""),
        (tr("If it rains"), draft.rain_plan),
        (tr("Note"), draft.note),
    ]
