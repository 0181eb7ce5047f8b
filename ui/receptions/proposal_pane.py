"""Beside the proposals: one of them with every reason and its points, and what to do about it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.core import clock
from app.receptions.draft import PutOffDraft, RefusalDraft
from ui.contacts.flag import FlagView
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Card, Hairline, Scroll, clear, column, row
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, TextField
from ui.core.form import Form
from ui.core.labels import Link, Text
from ui.core.language import read, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QHBoxLayout

    from app.receptions.queries import ProposedRow
    from app.receptions.rules.proposals import Reason

_AGAIN = dt.timedelta(days=14)
_WIDTH = 340


class ProposalPane(Card):
    """Signals: `accepted()`, `refused(RefusalDraft)`, `put_off(PutOffDraft)`, `left()` for the list
    again, `opened(id)` for the person's page.
    """

    accepted = Signal()
    refused = Signal(object)
    put_off = Signal(object)
    left = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(margin=16, gap=8)
        self.setAccessibleName(tr("Proposal"))
        self.row: ProposedRow | None = None
        self._flag = FlagView("", width=28)
        self._name = Link("", role="strong")
        self._name.clicked.connect(self._open)
        self._title = Text("", "small", ink="text2", wrap=True)
        head = row(self._flag, column(self._name, self._title, gap=2), gap=12)
        head.setStretch(1, 1)
        head.setAlignment(self._flag, Qt.AlignmentFlag.AlignTop)
        self._reasons = column(gap=6)
        inner = QWidget()
        inner.setLayout(column(self._reasons, None, gap=0))
        self._verbs = QWidget()
        self._ask_no, self.no_form = self._asking(
            [
                TextField("reason", tr("Why not?"), needed=True),
                CheckField("everywhere", tr("Nor to any other reception")),
            ],
            tr("Do not invite"),
            self._say_no,
        )
        self._ask_later, self.later_form = self._asking(
            [
                DateField("again_on", tr("Propose again from"), needed=True),
                TextField("reason", tr("Why later?")),
            ],
            tr("Later"),
            self._say_later,
        )
        self._build_verbs()
        foot = QWidget()
        self._foot = QStackedLayout(foot)
        for part in (self._verbs, self._ask_no, self._ask_later):
            self._foot.addWidget(part)
        self.add(head, Hairline(), Scroll(inner), foot)
        self.body.setStretch(2, 1)
        self.setFixedWidth(_WIDTH)
        self.show_row(None)

    def _build_verbs(self) -> None:
        yes = Button(tr("Accept"), PRIMARY, icon="check")
        yes.clicked.connect(self.accepted)
        later = Button(tr("Later…"))
        later.clicked.connect(self.ask_later)
        no = Button(tr("No…"))
        no.clicked.connect(self.ask_no)
        line = row(yes, later, no, None, gap=8)
        self._verbs.setLayout(column(None, line, gap=0))

    def _asking(
        self, fields: list[TextField | CheckField | DateField], words: str, do: object
    ) -> tuple[QWidget, Form]:
        form = Form(fields)
        save, cancel = Button(words, PRIMARY), Button(tr("Cancel"))
        save.clicked.connect(do)
        cancel.clicked.connect(self.cancel)
        box = QWidget()
        box.setLayout(column(form, row(None, cancel, save, gap=8), gap=8))
        return box, form

    # --- showing ---

    def show_row(self, one: ProposedRow | None) -> None:
        """Show a proposal; what was being typed about another one is dropped."""
        changed = (one.id if one else None) != (self.row.id if self.row else None)
        self.row = one
        if changed or one is None:
            self._foot.setCurrentIndex(0)
        clear(self._reasons)
        self._verbs.setVisible(one is not None)
        self._flag.setVisible(bool(one and one.country))
        self._name.setText(one.styled if one else "")
        if one is None:
            self._title.say(tr("Choose somebody in the list."))
            return
        self._flag.show_code(one.country)
        self._title.say(one.title)
        for reason in one.reasons:
            self._reasons.addLayout(self._line(reason))
        if not one.reasons:
            self._reasons.addWidget(
                Text(tr("Nothing speaks for or against."), ink="text2", wrap=True)
            )

    @staticmethod
    def _line(reason: Reason) -> QHBoxLayout:
        words = read(reason.words)
        told = Text(words[:1].upper() + words[1:], wrap=True)
        ink = "good" if reason.points > 0 else "wrong"
        sign = "+" if reason.points > 0 else "−"
        points = Text(f"{sign}{abs(reason.points)}", "small_medium", ink=ink)
        line = row(told, points, gap=8)
        line.setStretch(0, 1)
        line.setAlignment(points, Qt.AlignmentFlag.AlignTop)
        return line

    # --- asking ---

    def ask_no(self) -> None:
        """Ask why they are not invited."""
        if self.row is not None:
            self.no_form.set_values({"reason": "", "everywhere": False})
            self._foot.setCurrentIndex(1)
            self.no_form["reason"].setFocus()

    def ask_later(self) -> None:
        """Ask from when they are proposed again."""
        if self.row is not None:
            again = clock.today() + _AGAIN
            self.later_form.set_values({"again_on": again, "reason": ""})
            self._foot.setCurrentIndex(2)
            self.later_form["again_on"].setFocus()

    def cancel(self) -> None:
        """Ask nothing."""
        self._foot.setCurrentIndex(0)
        self.left.emit()

    def _say_no(self) -> None:
        values = self.no_form.values()
        draft = RefusalDraft(str(values["reason"]), everywhere=bool(values["everywhere"]))
        found = draft.problems()
        if found:
            self.no_form.show_problems(found)
            return
        self.refused.emit(draft)

    def _say_later(self) -> None:
        if not self.later_form.readable():
            return
        values = self.later_form.values()
        day = values["again_on"]
        draft = PutOffDraft(day if isinstance(day, dt.date) else None, str(values["reason"]))
        found = draft.problems()
        if found:
            self.later_form.show_problems(found)
            return
        self.put_off.emit(draft)

    def _open(self) -> None:
        if self.row is not None:
            self.opened.emit(self.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps what is asked, Esc goes back to the list."""
        asking = self._foot.currentIndex()
        if asking and event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif asking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._say_no if asking == 1 else self._say_later)()
        else:
            super().keyPressEvent(event)
