"""At the door: one line to type in, and the list in large type. It follows what other desks tick.

All keys go to the search line, wherever the focus is: a hand scanner is a keyboard.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.core import clock
from app.receptions.commands import add_walk_in, check_in, check_out, close_door
from app.receptions.commands.door import now
from app.receptions.queries import Door, DoorRow, bearer, door, found
from app.receptions.rules.door import (
    ELSEWHERE,
    UNEXPECTED,
    UNKNOWN,
    Ticked,
    read_code,
    read_number,
    tick_words,
)
from ui.core import language, problems
from ui.core.buttons import QUIET, Button, ChipBar, IconButton
from ui.core.cards import Card, column, row
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import day, read, tr
from ui.receptions.door_list import DoorLines, DoorModel
from ui.receptions.door_parts import BigLine, DoorFigure, DoorStrip, WalkInCard

if TYPE_CHECKING:
    from uuid import UUID

    from app.receptions.draft import WalkInDraft
    from ui.core.jobs import Changes, Jobs

TABLES = frozenset(
    {"guest", "companion", "delegation", "person", "organisation", "posting", "dossier"}
)
ALL, AWAITED, INSIDE = "all", "awaited", "inside"
LIVE, AFTERWARDS = "live", "afterwards"
_LOOKS_MS = 1000
"""An office file is asked so often whether another window wrote to it."""


class DoorWindow(QWidget):
    """The door of one reception, a window of its own."""

    def __init__(self, parent: QWidget | None, jobs: Jobs, reception: UUID) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.reception = reception
        self._jobs = jobs
        self._door: Door | None = None
        self._last: list[UUID] = []
        self._walked = False  # the person went to a line with arrows or pointer
        self.model = DoorModel(self)
        self.lines = DoorLines(self.model)
        self.field = BigLine(tr("Name, number or badge"), "door")
        self.strip = DoorStrip()
        self.came = DoorFigure(tr("Guests in"))
        self.persons = DoorFigure(tr("Persons in the room"))
        self.walk_ins = DoorFigure(tr("Walk-ins"))
        self.views = ChipBar(
            [(ALL, tr("All")), (AWAITED, tr("Still to come")), (INSIDE, tr("In"))], ALL,
            name=tr("What is shown"),
        )  # fmt: skip
        self.modes = ChipBar(
            [(LIVE, tr("Ticking now")), (AFTERWARDS, tr("Entering the paper list"))], LIVE,
            name=tr("When guests came"),
        )  # fmt: skip
        self.walk_in = WalkInCard(jobs)
        self._lay_out()
        self._connect()
        self._ring = FocusRing(self)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOKS_MS)
        self._looks.timeout.connect(jobs.look_again)
        self._looks.start()
        self.field.setFocus()
        self.strip.say(tr("Type part of a name, or a number, or scan a badge: Enter ticks."))
        self.refresh()

    # Building

    def _lay_out(self) -> None:
        self._title = Text("", "door", elide=True)
        self._where = Text("", "door_body", ink="text2", elide=True)
        leave = IconButton("close", tr("Leave the door (Esc)"), size=40)
        leave.clicked.connect(self.close)
        head = row(
            column(self._title, self._where, gap=2), self.came, self.persons, self.walk_ins, leave,
            gap=32,
        )  # fmt: skip
        head.setStretch(0, 1)
        head.setAlignment(leave, Qt.AlignmentFlag.AlignTop)
        other = Button(tr("Walk-in…"), icon="add")
        other.setToolTip(tr("Let in somebody who is not on the list (Ctrl+N)"))
        other.clicked.connect(self.begin_walk_in)
        rest = Button(tr("Everybody else was absent"), QUIET)
        rest.clicked.connect(self.close_door)
        tools = row(self.views, self.modes, other, gap=12)
        tools.setStretch(0, 1)
        keys = tr(
            "Enter: in, with whom they bring · Shift+Enter: this one alone · Del: not in · "
            "arrows: another line"
        )
        listed = Card(margin=1)
        listed.add(self.lines)
        foot = row(Text(keys, "door_body", ink="text2", elide=True), rest, gap=12)
        foot.setStretch(0, 1)
        whole = column(
            head, self.field, self.strip, self.walk_in, tools, listed, foot, margin=24, gap=12
        )
        whole.setStretch(5, 1)
        self.setLayout(whole)
        self.walk_in.hide()
        self.setWindowTitle(tr("At the door"))

    def _connect(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.entered.connect(self.enter)
        self.field.entered_alone.connect(partial(self.enter, alone=True))
        self.field.taken_back.connect(self.untick)
        self.views.chosen.connect(lambda _view: self._show(None))
        self.lines.clicked.connect(self._point)
        self.lines.doubleClicked.connect(lambda _index: self.enter())
        self.walk_in.let_in.connect(self._let_in)
        self.walk_in.scanned.connect(self._scanned_elsewhere)
        self.walk_in.left.connect(self._end_walk_in)
        self._jobs.changed.connect(self._changed)
        language.changed.connect(self._again)
        for keys, do in (
            ("Ctrl+N", self.begin_walk_in), ("Ctrl+Z", self.untick), ("F11", self._toggle_full),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _again(self) -> None:
        """Another language: the same door anew."""
        full = self.isFullScreen()
        fresh = DoorWindow(self.parentWidget(), self._jobs, self.reception)
        fresh.setGeometry(self.geometry())
        fresh.showFullScreen() if full else fresh.show()
        self.close()

    # Showing

    def refresh(self) -> None:
        """Ask for the list as it is now."""
        self._jobs.ask(
            door, self.reception, language.current(),
            then=self._answered, failed=self._failed, owner=self, channel="door", urgent=True,
        )  # fmt: skip

    def _changed(self, changes: Changes) -> None:
        if TABLES & changes.tables:
            self.refresh()

    def _answered(self, whole: Door) -> None:
        first = self._door is None
        self._door = whole
        self._title.say(whole.title)
        when = whole.starts_at
        told = f"{day(when.date(), 'full')}, {when:%H:%M}" if when else tr("no date yet")
        self._where.say(" · ".join(filter(None, (told, whole.place))))
        counts = whole.counts
        self.came.show_figure(counts.came, counts.expected)
        self.persons.show_figure(counts.persons, counts.persons_expected)
        self.walk_ins.show_figure(counts.walk_ins)
        if not whole.rows:
            self.strip.say(tr("Nobody is on the list yet."))
        if first and when is not None and when.date() < clock.today():
            self.modes.choose(AFTERWARDS)
        self._show(self._current_id())

    def _show(self, current: UUID | None) -> None:
        if self._door is None:
            return
        view = self.views.current()
        rows = found(self._door, self.field.text())
        if view != ALL:
            rows = [row for row in rows if row.came == (view == INSIDE)]
        self.model.show(rows)
        self._go(max(0, self.model.place_of(current)))

    def _go(self, place: int) -> None:
        if self.model.rows:
            index = self.model.index(min(max(place, 0), len(self.model.rows) - 1))
            self.lines.setCurrentIndex(index)
            self.lines.scrollTo(index)

    def _current(self) -> DoorRow | None:
        place = self.lines.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def _current_id(self) -> UUID | None:
        row = self._current()
        return row.id if row else None

    def look_for(self, text: str) -> None:
        """Show who answers these words, as if they were typed."""
        self.field.setText(text)
        self._typed(text)

    def _typed(self, _text: str) -> None:
        self._walked = False
        self._show(None)
        if self.field.text() and not self.model.rows and read_code(self.field.text()) is None:
            number = read_number(self.field.text()) is not None
            self.strip.say(
                tr("Nobody on the list has this number.")
                if number
                else tr("Nobody on the list is called so. Ctrl+N lets them in as a walk-in.")
            )

    def _point(self) -> None:
        self._walked = True
        self.field.setFocus()

    # Ticking

    def enter(self, *, alone: bool = False) -> None:
        """Enter: a badge, else the line chosen, else the first that was found."""
        typed = self.field.text().strip()
        code = read_code(typed)
        if code is not None:
            self.field.clear()
            self._scan(typed)
            return
        row = self._current()
        if row is None or not (typed or self._walked):
            return  # a scanner that ends with two Enters ticks nobody else
        self.tick(row, alone=alone)

    def _scan(self, typed: str) -> None:
        code = read_code(typed)
        if code is None or self._door is None:
            return
        if not code.is_of(self.reception):
            self.strip.say(read(ELSEWHERE), "wrong")
            return
        row = bearer(self._door, code)
        if row is None:
            self.strip.say(read(UNKNOWN), "wrong")
        else:
            self.tick(row)

    def _scanned_elsewhere(self, typed: str) -> None:
        self.walk_in.name.clear()
        self._end_walk_in()
        self._scan(typed)

    def tick(self, row: DoorRow, *, alone: bool = False) -> None:
        """Tick a line; a guest with whom they bring, unless `alone`."""
        guests, others = ([], [row.id]) if row.is_companion else ([row.id], [])
        if not row.is_companion and not alone and self._door is not None:
            others = [
                one.id for one in self._door.rows
                if one.is_companion and one.guest_id == row.id and not one.came
            ]  # fmt: skip
        at = now() if self.modes.current() == LIVE else None
        self._jobs.run(
            check_in, guests, others, at=at, then=self._ticked, failed=self._failed, owner=self
        )
        self.field.clear()
        self._walked = False
        self._show(row.id)

    def _ticked(self, told: list[Ticked]) -> None:
        first, *others = told
        words = read(tick_words(first))
        came = [one.name or tr("somebody without a name") for one in others if not one.already]
        if came:
            words = f"{words}  + {', '.join(came)}"
        self._last = [one.id for one in told if not one.already]
        tone = "attention" if first.already or first.before in UNEXPECTED else "good"
        self.strip.say(words, tone, partial(self._untick, self._last) if self._last else None)

    def untick(self) -> None:
        """Take a tick back: of the line chosen, else the last one made here."""
        row = self._current()
        if self._walked and row is not None and row.came:
            self._untick([row.id])
        elif self._last:
            self._untick(self._last)

    def _untick(self, ids: list[UUID]) -> None:
        self._jobs.run(check_out, ids, then=self._unticked, failed=self._failed, owner=self)
        self._last = []

    def _unticked(self, _: object) -> None:
        self.strip.say(tr("Taken back."), "neutral")
        self.field.setFocus()

    def close_door(self) -> None:
        """Everybody who was to come and did not was absent."""
        self._jobs.run(
            close_door, self.reception, then=self._closed, failed=self._failed, owner=self
        )

    def _closed(self, number: int) -> None:
        words = language.trn("{n} guest noted as absent.", "{n} guests noted as absent.", number)
        self.strip.say(words, "neutral")

    def _failed(self, error: Exception) -> None:
        self.strip.say(problems.sentence_of(error), "wrong")

    # Walk-ins

    def begin_walk_in(self) -> None:
        """Ask for the name of who is not on the list."""
        self.strip.hide()
        self.walk_in.begin(self.field.text().strip())

    def _end_walk_in(self) -> None:
        self.walk_in.hide()
        self.strip.show()
        self.field.setFocus()

    def _let_in(self, draft: WalkInDraft) -> None:
        wrong = draft.problems()
        if wrong:
            self.walk_in.complain(read(wrong[0].sentence))
            return
        self._jobs.run(
            add_walk_in, self.reception, draft, then=self._is_in, failed=self._failed, owner=self
        )
        self.field.clear()
        self._end_walk_in()

    def _is_in(self, guest: UUID) -> None:
        self._last = [guest]
        self.strip.say(
            tr("Let in: the list has one more guest."), "good", partial(self._untick, self._last)
        )

    # The window

    def place_before(self) -> None:
        """Fill the second screen where there is one, else this one."""
        parent = self.parentWidget()
        here = parent.screen() if parent is not None else self.screen()
        other = next((one for one in QGuiApplication.screens() if one is not here), here)
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def _toggle_full(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys the search line did not want, and those typed while something else has the focus."""
        key = event.key()
        steps = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8,
        }  # fmt: skip
        if key in steps:
            self._walked = True
            self._go(self.lines.currentIndex().row() + steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif event.text().isprintable() and event.text():
            self.field.setFocus()
            self.field.insert(event.text())
            self._typed(self.field.text())
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.field.text():
            self.field.clear()
            self._show(None)
        else:
            self.close()


def open_door(parent: QWidget, jobs: Jobs, reception: UUID) -> DoorWindow:
    """The door of a reception, brought to the front where it is open already."""
    for one in parent.findChildren(DoorWindow):
        if one.reception == reception and one.isVisible():
            one.activateWindow()
            return one
    made = DoorWindow(parent, jobs, reception)
    made.place_before()
    return made
