"""Walks every tab a dossier page has, and tells how soon each is painted with what it shows.

A tab is painted once each visible table of it has rows (or, without a table, once nothing is asked
any more) and it was drawn; a page once it has its title. Time in which a thread of this process was
ready and had no processor is the neighbours' and does not count: that of the thread that waited
longest.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from tests.ui.fakes import Beat
from ui.core.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.core.jobs import Jobs
    from ui.core.page import DossierPage

PAPERS = "delegation, travel papers shown"
PATIENCE = 20.0
_TURN_MS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """How a tab came, in seconds: until it was painted, and the longest step of the event loop
    (0 where it was not watched: watching takes time itself).
    """

    painted: float
    stalled: float


@dataclass(frozen=True, slots=True)
class Eye:
    """What looks: the jobs behind the page, and whether the event loop is watched."""

    jobs: Jobs
    watches: bool = False

    def look(
        self,
        act: Callable[[], object],
        page: Callable[[], DossierPage],
        key: str,
        ready: Callable[[DossierPage], bool] | None = None,
    ) -> Look:
        """Do something, wait until a tab shows it (`ready`, where tables do not tell), then until
        all is quiet.
        """
        beat = Beat() if self.watches else None
        wake = QTimer()
        wake.start(_TURN_MS)
        begun, waited = time.perf_counter(), _waited()
        act()
        painted = 0.0
        while not painted or self.jobs.is_working:
            _turn()
            if not painted and self._is_filled(page(), key, ready):
                _draw(page().tab(key))
                took = time.perf_counter() - begun
                painted = max(0.001, took - _lost(waited))
            if time.perf_counter() - begun > PATIENCE:
                raise RuntimeError(f"nothing was painted of {key}")
        wake.stop()
        if beat is not None:
            beat.stop()
        return Look(painted, beat.longest if beat is not None else 0.0)

    def _is_filled(
        self, page: DossierPage, key: str, ready: Callable[[DossierPage], bool] | None
    ) -> bool:
        if not self.jobs.is_working:
            return True
        if ready is not None:
            return ready(page)
        tables = _tables(page.tab(key))
        return bool(tables) and all(one.rows.rowCount() for one in tables)


def _tables(tab: QWidget) -> list[Table]:
    return [one for one in tab.findChildren(Table) if one.isVisible()]


def _draw(tab: QWidget) -> None:
    tab.repaint()
    for table in _tables(tab):
        table.viewport().repaint()


def _waited() -> dict[str, float]:
    """Seconds each thread of this process was ready and had no processor; none where untold."""
    found = {}
    for told in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError, IndexError, ValueError):
            found[told.parent.name] = int(told.read_text().split()[1]) / 1e9
    return found


def _lost(before: dict[str, float]) -> float:
    return max((told - before.get(key, told) for key, told in _waited().items()), default=0.0)


def _turn() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def walk(page: DossierPage, eye: Eye) -> dict[str, Look]:
    """Each tab of a page that was just opened, by key, in its order; none was looked at yet but
    the first. Where a tab hides travel papers they are shown as well.
    """
    found: dict[str, Look] = {}
    keys = [str(page.tabs.tabData(number)) for number in range(page.tabs.count())]
    for key in [*keys[1:], keys[0]]:
        found[key] = eye.look(partial(page.tabs.choose, key), lambda: page, key)
        reveal = getattr(page.tab(key), "toggle_papers", None)
        if reveal is not None:
            found[PAPERS] = eye.look(reveal, lambda: page, key, lambda _page: False)
            reveal()
    return found
