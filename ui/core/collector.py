"""Python's search for cycles, in the window's thread only and never for long.

By itself it runs in whichever thread makes one object too many. In a worker it would destroy the
widgets it finds there, which Qt does not survive, and its rounds grow with all that is alive. Here
it runs from the event loop: each second, over so many objects as nobody notices, and over all of
them when the person is elsewhere or an office was closed.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_MS = 1000
FEW = 2_000
"""Fewer new objects are not worth a round."""
LIGHT = 20_000
"""So many objects take some 5 ms to look through: at any time."""
QUIET = 100_000
"""So many take some 25 ms: while no worker works."""
MOST = 8_000_000
"""So many new objects are looked through whatever it costs, for the sake of memory."""
PATIENCE = 20  # quiet rounds after which size no longer counts
OLDER_EVERY = 8  # rounds of a generation before the next one is due


class Collector(QObject):
    """Collects until `end`; `quiet()` says whether no worker works."""

    def __init__(self, quiet: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._quiet_rounds = 0
        self._rounds = [0, 0]  # of the first two generations since the next was looked through
        self._held = [0, 0]  # objects in the two older generations, at most
        self._behind = False  # something was frozen since the last whole round
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on nothing is collected but here; what is alive stays."""
        gc.disable()
        self.settle()
        self._timer.start()

    def end(self) -> None:
        """Collect what is new, and leave it to Python again."""
        self._timer.stop()
        gc.collect(1)
        gc.unfreeze()
        gc.enable()

    def settle(self) -> None:
        """What is alive now stays: it is not looked through but in a whole round. Takes no time."""
        gc.freeze()
        self._rounds, self._held = [0, 0], [0, 0]
        self._behind = True

    def whole(self) -> None:
        """Look through everything; it may take a quarter of a second."""
        gc.unfreeze()
        gc.collect()
        self.settle()
        self._behind = False

    def look(self) -> None:
        """One round: the oldest generation that is due and not too large for now."""
        self._quiet_rounds = self._quiet_rounds + 1 if self._quiet() else 0
        if self._behind and self._quiet_rounds > 1 and self._elsewhere():
            self.whole()
            return
        young = gc.get_count()[0]
        due = self._due()
        if young < FEW and due < 2:
            return
        sizes = (young, young + self._held[0], young + sum(self._held))
        fitting = [at for at in range(due + 1) if sizes[at] <= self._limit()]
        if fitting:
            self._round(fitting[-1], young)
        elif young > MOST:
            self._round(0, young)

    def _due(self) -> int:
        if self._rounds[0] < OLDER_EVERY:
            return 0
        return 2 if self._rounds[1] >= OLDER_EVERY and self._quiet_rounds else 1

    def _limit(self) -> int:
        if not self._quiet_rounds:
            return LIGHT
        return QUIET if self._quiet_rounds < PATIENCE else MOST

    def _round(self, generation: int, young: int) -> None:
        gc.collect(generation)
        if generation == 0:
            self._rounds[0] += 1
            self._held[0] += young
        elif generation == 1:
            self._rounds = [0, self._rounds[1] + 1]
            self._held = [0, sum(self._held) + young]
        else:
            self._rounds = [0, 0]
            self._held = [0, sum(self._held) + young]
            if self._held[1] > LIGHT:
                self.settle()

    @staticmethod
    def _elsewhere() -> bool:
        return QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
