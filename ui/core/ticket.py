"""A question on its way from the window to a worker and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.core.watch import Watch

Failed: TypeAlias = Callable[[Exception], object]


class _Owner:
    """Whoever waits for an answer, not held; the worker may look at `gone` and at nothing else."""

    __slots__ = ("_who", "gone")

    def __init__(self, who: QObject) -> None:
        self.gone = False
        self._who = ref(who, self._leave)

    def _leave(self, _: object) -> None:
        self.gone = True

    def waits(self) -> bool:
        """Whether it is still there; in the window's thread, where alone it may be held."""
        who = self._who()
        return who is not None and shiboken6.isValid(who)


@dataclass(eq=False, slots=True)
class Ticket:
    """What is asked, who waits, what came of it. `cancel()` makes the answer fall away.

    The window makes it and lets it go; with `act`, `then` and a traceback hang the window's things.
    """

    act: Callable[[], object] | None
    then: Callable[..., object] | None = None
    failed: Failed | None = None
    owner: _Owner | None = None
    watch: Watch | None = None
    channel: str = ""
    writes: bool = False
    cancelled: bool = False
    _answer: object = None
    _error: Exception | None = None

    def cancel(self) -> None:
        """Nobody waits for the answer any more."""
        self.cancelled = True

    def wanted(self) -> bool:
        """Whether somebody still waits; in the window's thread."""
        return not self.cancelled and (self.owner is None or self.owner.waits())

    def work(self) -> None:
        """Do what was asked, unless it is known that nobody waits; in the worker."""
        left = self.cancelled or (self.owner is not None and self.owner.gone)
        if self.act is None or (left and not self.writes):
            return
        try:
            self._answer = self.act()
        except Exception as caught:
            self._error = caught

    def take(self) -> tuple[object, Exception | None]:
        """What came of it, once; in the window's thread, which lets go of the work here."""
        answer, error = self._answer, self._error
        self.act = self._answer = self._error = None
        return answer, error


def owner_of(owner: QObject | None, then: Callable[..., object] | None) -> _Owner | None:
    """The owner, or the object a bound method belongs to."""
    mine = owner if owner is not None else getattr(then, "__self__", None)
    return _Owner(mine) if isinstance(mine, QObject) else None
