"""Sends a mailing from the window: one letter after the other, office and server by turns.

It belongs to the jobs, not to a page: pages come and go while letters are under way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import CancelledError
from app.mailing.courier import Courier, MailServerError, Outcome
from app.mailing.sending import Queue, Run, address_of, hand_over, noted, queue
from app.receptions.commands import note_invited, note_outcome, take_up
from app.receptions.rules.messages import State
from ui.core.language import tr
from ui.core.problems import sentence_of
from ui.core.watch import Watch

if TYPE_CHECKING:
    from uuid import UUID

    from app.receptions.commands.mailings import TakenUp
    from ui.core.jobs import Jobs


class MailRun(QObject):
    """Signals `ended(run, why)` once nothing is under way any more; `why` is "" where all went.

    `watch` tells how far it is and takes Cancel, which counts between two letters.
    """

    ended = Signal(object, str)

    def __init__(self, jobs: Jobs, mailing: UUID, password: str) -> None:
        super().__init__(jobs)
        self.mailing = mailing
        self.watch = Watch(self)
        self._jobs = jobs
        self._password = password
        self._courier: Courier | None = None
        self._queue: Queue | None = None
        self._left: list[UUID] = []
        self._run = Run(mailing)
        self._why = ""

    @classmethod
    def of(cls, jobs: Jobs) -> MailRun | None:
        """The run that is under way in this window, where one is."""
        return jobs.findChild(cls)

    def begin(self) -> None:
        """Read what is left and send the first."""
        self._jobs.ask(queue, self.mailing, then=self._read, failed=self._cannot, owner=self)

    def _read(self, made: Queue) -> None:
        self._queue = made
        self._courier = Courier(made.post.settings, self._password)
        self._left = list(made.waiting)
        self._next()

    def _next(self) -> None:
        made = self._queue
        if made is None or not self._left:
            self._end()
            return
        done = made.done + len(made.waiting) - len(self._left)
        try:
            self.watch.step(done, made.total, tr("One letter after the other"))
        except CancelledError:
            self._why = tr("Stopped by you: the rest waits.")
            self._end()
            return
        line = self._left.pop(0)
        self._jobs.run(
            take_up, line, made.domain, then=self._taken, failed=self._not_taken, owner=self
        )

    def _not_taken(self, error: Exception) -> None:
        """Another desk was first: go on."""
        del error
        self._next()

    def _taken(self, taken: TakenUp | None) -> None:
        if taken is None or self._courier is None or self._queue is None:
            self._next()
            return

        def handed(outcome: Outcome) -> None:
            self._note(taken, outcome)

        def failed(error: Exception) -> None:
            self._why = sentence_of(error)
            self._jobs.run(
                note_outcome, taken.id, State.WAITING if isinstance(error, MailServerError)
                else State.SENDING, then=lambda _: self._end(), owner=self,
            )  # fmt: skip

        self._jobs.background(
            hand_over, self._courier, self._queue, taken, then=handed, failed=failed, owner=self
        )

    def _note(self, taken: TakenUp, outcome: Outcome) -> None:
        state, words = noted(outcome)
        address = address_of(self._queue, taken) if self._queue else ""
        goes_on = self._run.count(outcome)
        if not goes_on:
            self._why = tr("The line to the mail server broke again and again: the rest waits.")

        def kept(_nothing: object) -> None:
            if goes_on and self._left:
                QTimer.singleShot(self._pause(), self, self._next)
            elif goes_on:
                self._next()
            else:
                self._end()

        self._jobs.run(
            note_outcome, taken.id, state, words, address, then=kept, failed=self._cannot,
            owner=self,
        )  # fmt: skip

    def _pause(self) -> int:
        """Milliseconds between two letters."""
        rate = self._queue.post.settings.per_minute if self._queue else 1
        return round(60_000 / rate)

    def _cannot(self, error: Exception) -> None:
        self._why = sentence_of(error)
        self._end()

    def _end(self) -> None:
        if self._courier is not None:
            self._jobs.background(self._courier.close, owner=self)

        def told(_count: object) -> None:
            self.watch.finished.emit()
            self.ended.emit(self._run, self._why)
            self.setParent(None)
            self.deleteLater()

        self._run.ended = not self._why
        self._jobs.run(note_invited, self.mailing, then=told, failed=told, owner=self)
