"""Beside the schedule: one party, its day slot by slot, and whom it would still meet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.missions.rules.meetings import result_label, table_label
from ui.core import theme
from ui.core.buttons import QUIET, Button, Chip
from ui.core.cards import Card, Hairline, Scroll, clear, column, row
from ui.core.flow import Flow
from ui.core.labels import Link, Text
from ui.core.language import read, tr
from ui.missions.schedule_model import language_words

if TYPE_CHECKING:
    from uuid import UUID

    from app.missions.queries import FairBoard, PartyRow

_CHIPS = 14


class PartyPanel(Card):
    """Signals `meet(party, other)` by a chip, `edited(id)`, `ranked(id)`, `gone_to(id)`."""

    meet = Signal(object, object)
    edited = Signal(object)
    ranked = Signal(object)
    gone_to = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.setAccessibleName(tr("Company or host"))
        self.party: UUID | None = None
        self._name = Text("", "heading", elide=True)
        self._edit = Button(tr("Edit…"), QUIET)
        self._rank = Button(tr("Ranked wishes…"), QUIET)
        self._edit.clicked.connect(lambda: self.edited.emit(self.party))
        self._rank.clicked.connect(lambda: self.ranked.emit(self.party))
        self._facts = column(gap=4)
        self._unmet_title = Text("", "strong")
        self._chips = QWidget()
        self._chips.setObjectName("Clear")
        self._flow = Flow(self._chips, gap=4)
        self._day_title = Text(tr("Its day"), "strong")
        self._day = column(gap=2)
        inner = QWidget()
        inner.setLayout(
            column(
                self._facts,
                self._unmet_title,
                self._chips,
                Hairline(),
                self._day_title,
                self._day,
                None,
                gap=8,
            )
        )
        acts = QWidget()
        flow = Flow(acts, gap=4)
        for one in (self._edit, self._rank):
            flow.addWidget(one)
        self.add(self._name, Scroll(inner), acts)
        self.body.setStretch(1, 1)

    def show_party(self, board: FairBoard, party: UUID | None) -> None:
        """Show one of the parties; nobody where it is gone."""
        found = board.parties.get(party) if party is not None else None
        self.party = found.id if found is not None else None
        for layout in (self._facts, self._day, self._flow):
            clear(layout)
        for one in (self._edit, self._rank):
            one.setEnabled(found is not None)
        self._name.say(found.name if found else tr("Choose a company or a host"))
        if found is None:
            self._unmet_title.say("")
            return
        self._show_facts(found)
        self._show_unmet(board, found)
        self._show_day(board, found)

    def _show_facts(self, party: PartyRow) -> None:
        draft = party.draft
        told = (
            (tr("Wants"), draft.wanted),
            (tr("Offers"), draft.offered),
            (tr("Interpreter"), language_words(draft.language)),
            (tr("At most"), str(draft.most or "")),
            (tr("In the office"), party.known_as),
            (tr("Note"), draft.note),
        )
        for label, words in told:
            if words:
                head = Text(label, "small", ink="text2")
                head.setFixedWidth(theme.px(76))
                line = row(head, Text(words, wrap=True), gap=8)
                line.setAlignment(head, Qt.AlignmentFlag.AlignTop)
                line.setStretch(1, 1)
                self._facts.addLayout(line)

    def _show_unmet(self, board: FairBoard, party: PartyRow) -> None:
        unmet = board.unmet(party.id)
        title = tr("Wishes not met · {n}", n=len(unmet)) if unmet else tr("Every wish is met")
        self._unmet_title.say(title)
        for other, weight in unmet[:_CHIPS]:
            chip = Chip(f"{board.parties[other].name} · {weight}", checkable=False)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setToolTip(tr("Set a meeting…"))
            chip.clicked.connect(partial(self.meet.emit, party.id, other))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(unmet))

    def _show_day(self, board: FairBoard, party: PartyRow) -> None:
        ours = party in board.companies
        for slot, meeting in board.day_of(party.id):
            hour = Text(f"{slot.starts_at:%H:%M}", "small", ink="text2")
            hour.setFixedWidth(theme.px(36))
            if meeting is None:
                away = board.is_away(party, slot)
                who: QWidget = Text(tr("cannot come") if away else tr("free"), ink="text2")
                where = ""
            else:
                other = meeting.host if ours else meeting.company
                who = Link(board.parties[other].name)
                who.clicked.connect(partial(self.gone_to.emit, other))
                where = read(table_label(meeting.place)) if meeting.place else ""
                where = read(result_label(meeting.result)) if meeting.result else where
            line = row(hour, who, None, Text(where, "small", ink="text2"), gap=8)
            line.setStretch(1, 1)
            self._day.addLayout(line)
