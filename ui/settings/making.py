"""What the first start does away from the window: make an office, build the sample office."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.core import settings
from app.core.office_file import Key
from app.core.text import N_, Language, say
from ui.core.ticket import Ticket
from ui.core.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.core.watch import Watch

SAMPLE = "sample-office.belfry"


@dataclass(frozen=True, slots=True)
class Wish:
    """The office somebody wants: where, how it is called on paper, and whether it is encrypted."""

    path: Path
    city: str = ""
    service: str = ""
    encrypted: bool = True
    passphrase: str = field(default="", repr=False)
    language: Language = Language.NL
    """Of its paper and templates."""


@dataclass(frozen=True, slots=True)
class Made:
    """An office that was made and closed again; `key` opens it where no keyring does."""

    location: str
    recovery_code: str = field(default="", repr=False)
    key: Key | None = field(default=None, repr=False)


class Away(QObject):
    """One thing at a time in a thread; its end comes back into the window's thread."""

    _ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker: Worker[Ticket] | None = None
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        act: Callable[[], Any],
        then: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Call `act` in the thread, then `then(result)` or `failed(error)` here."""
        if self._worker is None:
            self._worker = Worker("first start", self._end)
        self._worker.add(Ticket(act, then, failed))

    def _end(self) -> None:
        with suppress(RuntimeError):  # the window closed meanwhile
            self._ended.emit()

    @Slot()
    def _tell(self) -> None:
        ticket = self._worker.finished() if self._worker is not None else None
        if ticket is None:
            return
        answer, error = ticket.take()
        if error is None and ticket.then is not None:
            ticket.then(answer)
        elif error is not None and ticket.failed is not None:
            ticket.failed(error)


def make_office(wish: Wish) -> Made:
    """Make an office with its reference data and details; in the thread.

    Raises:
        CannotOpenError: something is there already, or the folder cannot be written.
        KeyNeededError: no keyring answers and no passphrase was given.
    """
    from app.core.office import create
    from app.core.profile import Profile, set_profile
    from app.schema import TRADE, furnish_office

    created = create(str(wish.path), TRADE, plain=not wish.encrypted, passphrase=wish.passphrase)
    try:
        usual = Profile()
        profile = Profile(
            wish.city or usual.city, wish.service or usual.service, language=wish.language
        )
        created.workspace.run(set_profile, profile)
        furnish_office(created.workspace)
    finally:
        created.workspace.close()
    key = Key(passphrase=wish.passphrase) if wish.passphrase else None
    return Made(str(wish.path), created.recovery_code, key)


def sample_place() -> Path:
    """Where the sample office lives."""
    return settings.folder() / SAMPLE


def make_sample(watch: Watch) -> Made:
    """Build the sample office, or take the one that is there; in the thread.

    Raises:
        CancelledError: somebody cancelled; nothing is left behind.
    """
    place = sample_place()
    if place.exists():
        return Made(str(place))
    from app.core.office import create
    from app.sample_office import furnish_and_build
    from app.schema import TRADE

    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f"{place.stem}.building{place.suffix}")
    _forget(fresh)
    workspace = create(str(fresh), TRADE, plain=True).workspace
    steps = 0

    def count(_: object) -> None:
        nonlocal steps
        steps += 1
        watch.step(steps, 0, say(N_("{n} steps of the office’s story"), n=steps))

    workspace.on_change(count)
    try:
        furnish_and_build(workspace)
    except BaseException:
        workspace.close()
        _forget(fresh)
        raise
    workspace.close()
    fresh.replace(place)
    return Made(str(place))


def _forget(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
