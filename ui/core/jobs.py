"""The window's way to the office: one database thread, one thread for other heavy work.

`ask` reads, `run` writes, `background` computes; each gives its result back in the window's thread,
or not at all where its owner is gone, it was cancelled, or a newer question of the same channel
came after it. The window never waits.
"""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication

from ui.core.ticket import Failed, Ticket, owner_of
from ui.core.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.core.text import Sentence
    from ui.core.watch import Watch

_log = logging.getLogger(__name__)
_PAINT_SECONDS = 1.0  # so long the office waits for the first paint, at most
_SWITCH_SECONDS = 0.0005  # shorter turns of Python's lock keep the window's beat even
R = TypeVar("R")


def _not_heard(error: Exception) -> None:
    """The next notice or look tells; nobody asked for this one."""
    _log.info("What another desk did is not known: %s", type(error).__name__)


class Changes(Protocol):
    """What a write touched; `app.core.command.Changes` is one."""

    @property
    def label(self) -> Sentence: ...
    @property
    def tables(self) -> frozenset[str]: ...
    @property
    def ids(self) -> frozenset[UUID]: ...
    @property
    def by(self) -> str: ...
    @property
    def undoable(self) -> bool: ...


class Office(Protocol):
    """What jobs need of a workspace."""

    def run(self, command: Callable[..., R], /, *args: object, **values: object) -> R: ...
    def ask(self, query: Callable[..., R], /, *args: object, **values: object) -> R: ...
    def undo(self) -> object: ...
    def redo(self) -> object: ...
    def close(self) -> None: ...
    @property
    def undo_label(self) -> Sentence | None: ...
    @property
    def redo_label(self) -> Sentence | None: ...


class Jobs(QObject):
    """Made with a function that opens the office; it is called in the worker.

    Signals, all in the window's thread: `ready()` once the office is open, `unopened(error)` where
    it could not be, `changed(changes)` after each write, `problem(error)` for a failure nobody else
    took, `busy(bool)` while something is being written.
    """

    ready = Signal()
    unopened = Signal(object)
    changed = Signal(object)
    problem = Signal(object)
    busy = Signal(bool)
    _told = Signal()
    _changes = Signal(object, object, object)
    _noticed = Signal(object)

    def __init__(
        self,
        opener: Callable[[], Office],
        parent: QObject | None = None,
        first: Sequence[Any] = (),
    ) -> None:
        """`first` are lines known before the office is open; it is then opened after `begin`, so
        that nothing competes with their painting.
        """
        super().__init__(parent)
        self.first = tuple(first)
        self._begun = threading.Event()
        if not first:
            self._begun.set()
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._speaking = threading.Lock()
        self._silent = False
        self._office: Office | None = None
        self._heard: list[Changes] = []
        self._latest: dict[str, Ticket] = {}
        self._under_way = 0
        self._writing = 0
        self.undo_label: Sentence | None = None
        self.redo_label: Sentence | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._told.connect(self._deliver_next, queued)
        self._changes.connect(self._tell_changes, queued)
        self._noticed.connect(self._take_in, queued)
        windows = QGuiApplication.instance()
        if isinstance(windows, QGuiApplication):
            windows.focusWindowChanged.connect(self._focus_moved)
        self._other: Worker[Ticket] | None = None
        self._database = Worker[Ticket]("office", self._tell)
        self._add(
            self._database,
            Ticket(partial(self._open, opener), self._tell_opened, self.unopened.emit),
        )

    def begin(self) -> None:
        """The first lines are painted: open the office."""
        self._begun.set()

    # Asking and writing

    def ask(
        self,
        query: Callable[..., R],
        *args: object,
        then: Callable[[R], object],
        failed: Failed | None = None,
        owner: QObject | None = None,
        channel: str = "",
        urgent: bool = False,
        **values: object,
    ) -> Ticket:
        """Read: `then(result)` follows in the window's thread.

        Of a `channel` only the latest question is answered (typing in a search box); `urgent` goes
        before what waits.
        """
        ticket = Ticket(
            lambda: self._open_office().ask(query, *args, **values),
            then,
            failed,
            owner_of(owner, then),
            channel=channel,
        )
        self._take_channel(ticket)
        return self._add(self._database, ticket, urgent=urgent)

    def run(
        self,
        command: Callable[..., R],
        *args: object,
        then: Callable[[R], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        watch: Watch | None = None,
        **values: object,
    ) -> Ticket:
        """Write. With a `watch` the command gets `progress=watch.step` and can be cancelled."""
        if watch is not None:
            values["progress"] = watch.step
        return self._write(
            lambda office: office.run(command, *args, **values), then, failed, owner, watch
        )

    def undo(self, then: Callable[[object], object] | None = None) -> Ticket:
        """Take back the last step."""
        return self._write(lambda office: office.undo(), then, None, None, None)

    def redo(self, then: Callable[[object], object] | None = None) -> Ticket:
        """Do the step again that was taken back."""
        return self._write(lambda office: office.redo(), then, None, None, None)

    def background(
        self,
        work: Callable[..., R],
        *args: object,
        then: Callable[[R], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        watch: Watch | None = None,
        **values: object,
    ) -> Ticket:
        """Work without the office (printing, reading a file) in a thread of its own."""
        if self._other is None:
            self._other = Worker("desk", self._tell)
        if watch is not None:
            values["progress"] = watch.step
        ticket = Ticket(lambda: work(*args, **values), then, failed, owner_of(owner, then), watch)
        return self._add(self._other, ticket)

    def with_office(
        self,
        act: Callable[[Any], R],  # the workspace; Office names only what jobs need of it
        *,
        then: Callable[[R], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Do something to the office itself (a backup, a check): `act(workspace)` in the worker."""
        return self._write(act, then, failed, owner, None)

    def look_again(self) -> None:
        """Ask whether another window wrote to the office file; `changed` follows if so."""
        if self._office is not None and hasattr(self._office, "look_again"):
            self._follow("look_again")

    def close(self) -> None:
        """Finish what is being done, close the office, end the threads."""
        if self._other is not None:
            self._other.stop()
        self._under_way += 1
        self._database.stop(Ticket(self._close_office))
        with self._speaking:  # a thread that did not end in time
            self._silent = True

    @property
    def is_open(self) -> bool:
        """Whether the office is open."""
        return self._office is not None

    @property
    def is_working(self) -> bool:
        """Whether anything is asked, written or worked on."""
        return self._under_way > 0

    @property
    def is_writing(self) -> bool:
        """Whether a write is under way."""
        return self._writing > 0

    def _write(
        self,
        act: Callable[[Office], R],
        then: Callable[[R], object] | None,
        failed: Failed | None,
        owner: QObject | None,
        watch: Watch | None,
    ) -> Ticket:
        work = partial(self._write_in_office, act)
        ticket = Ticket(work, then, failed, owner_of(owner, then), watch, writes=True)
        self._count_writes(+1)
        return self._add(self._database, ticket)

    def _add(self, worker: Worker[Ticket], ticket: Ticket, *, urgent: bool = False) -> Ticket:
        self._under_way += 1
        worker.add(ticket, urgent=urgent)
        return ticket

    def _count_writes(self, more: int) -> None:
        self._writing += more
        self.busy.emit(self.is_writing)

    def _take_channel(self, ticket: Ticket) -> None:
        if not ticket.channel:
            return
        before = self._latest.get(ticket.channel)
        if before is not None:
            before.cancel()
        self._latest[ticket.channel] = ticket

    # In the worker

    def _tell(self) -> None:
        """Tell the window's thread that something is done."""
        self._say(self._told)

    def _say(self, signal: SignalInstance, *values: object) -> None:
        """Emit, unless the jobs are closed: then Qt's own objects may be going at this moment."""
        with self._speaking:
            if not self._silent:
                with suppress(RuntimeError):  # closed by nobody, and gone: nobody listens
                    signal.emit(*values)

    def _open(self, opener: Callable[[], Office]) -> tuple[Sentence | None, Sentence | None]:
        self._begun.wait(_PAINT_SECONDS)
        office = opener()
        listen = getattr(office, "on_change", None)
        if listen is not None:
            listen(lambda changes: self._heard.append(changes))
        hear = getattr(office, "hear", None)
        if hear is not None:
            hear(self._hear)
        self._office = office
        return office.undo_label, office.redo_label

    def _open_office(self) -> Office:
        if self._office is None:
            raise RuntimeError("no office is open")
        return self._office

    def _close_office(self) -> None:
        if self._office is not None:
            self._office.close()
            self._office = None

    def _write_in_office(self, act: Callable[[Office], R]) -> R:
        try:
            return act(self._open_office())
        finally:
            self._pass_on_changes()

    def _pass_on_changes(self) -> None:
        heard, self._heard = self._heard, []
        if heard and self._office is not None:
            labels = self._office.undo_label, self._office.redo_label
            for changes in heard:
                self._say(self._changes, changes, *labels)

    # Other desks

    def _hear(self, notices: object) -> None:
        """In the ear's thread: hand on to the window's."""
        self._say(self._noticed, notices)

    @Slot(object)
    def _focus_moved(self, window: object) -> None:
        """Somebody comes back to a window of ours."""
        if window is not None:
            self.look_again()

    @Slot(object)
    def _take_in(self, notices: object) -> None:
        if self._office is not None:
            self._follow("take_in", notices)

    def _follow(self, what: str, *args: object) -> None:
        def act(office: Any) -> None:  # the workspace
            getattr(office, what)(*args)

        work = partial(self._write_in_office, act)
        self._add(self._database, Ticket(work, failed=_not_heard), urgent=True)

    # Back in the window's thread

    @Slot()
    def _deliver_next(self) -> None:
        """One at a time: each answer has a turn of the event loop for itself."""
        for worker in (self._database, self._other):
            ticket = worker.finished() if worker is not None else None
            if ticket is not None:
                self._deliver(ticket)
                return

    def _deliver(self, ticket: Ticket) -> None:
        answer, error = ticket.take()
        self._under_way -= 1
        if ticket.writes:
            self._count_writes(-1)
        elif self._latest.get(ticket.channel) is ticket:
            del self._latest[ticket.channel]
        if ticket.watch is not None and shiboken6.isValid(ticket.watch):
            ticket.watch.finished.emit()
        if error is not None:
            self._deliver_error(ticket, error)
        elif ticket.then is not None and ticket.wanted():
            ticket.then(answer)

    def _deliver_error(self, ticket: Ticket, error: Exception) -> None:
        if not ticket.wanted() and not ticket.writes:
            _log.info("A question nobody waited for failed: %s", type(error).__name__)
        elif ticket.failed is not None and ticket.wanted():
            ticket.failed(error)
        else:  # a write that failed is told even where its page is gone
            self.problem.emit(error)

    @Slot(object, object, object)
    def _tell_changes(
        self, changes: Changes, undo_label: Sentence | None, redo_label: Sentence | None
    ) -> None:
        self.undo_label = undo_label
        self.redo_label = redo_label
        self.changed.emit(changes)

    def _tell_opened(self, labels: tuple[Sentence | None, Sentence | None]) -> None:
        self.undo_label, self.redo_label = labels
        self.ready.emit()
