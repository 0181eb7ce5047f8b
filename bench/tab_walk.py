"""Walks every tab a dossier page has, and tells how soon each is painted with what it shows.

A tab is painted when a widget of it was painted while each visible table of it had rows, or while
nothing was being asked any more. Time in which this process was ready and had no processor is the
neighbours' and does not count.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.fakes import Beat, waited_for_processor
from ui.core.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.jobs import Jobs
    from ui.core.page import DossierPage

PAPERS = "delegation, travel papers shown"
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a tab came: until it was painted, and the longest step of the event loop, in seconds."""

    painted: float
    stalled: float


class PaintWatch(QObject):
    """Whether something inside a widget was painted since it began to watch."""

    def __init__(self, inside: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._inside = inside
        self.painted = False
        self._app = QApplication.instance()
        if self._app is not None:
            self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a paint."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            tab = self._inside()
            if tab is not None and (watched is tab or tab.isAncestorOf(watched)):
                self.painted = True
        return False

    def stop(self) -> None:
        """Watch no more."""
        if self._app is not None:
            self._app.removeEventFilter(self)


def look(jobs: Jobs, act: Callable[[], object], tab: Callable[[], QWidget | None]) -> Look:
    """Do something, and wait until what it shows is painted, then until all is quiet."""
    watch, beat = PaintWatch(tab), Beat()
    begun, waited = time.perf_counter(), waited_for_processor()
    act()
    painted = 0.0
    while not painted or jobs.is_working:
        _turn()
        shown = tab()
        if not painted and watch.painted and shown is not None and _is_filled(jobs, shown):
            lost = max(0.0, waited_for_processor() - waited)
            painted = time.perf_counter() - begun - lost
        watch.painted = False
        if time.perf_counter() - begun > PATIENCE:
            raise RuntimeError(f"nothing was painted of {shown}")
        if not painted and not jobs.is_working and shown is not None:
            shown.update()
    beat.stop()
    watch.stop()
    return Look(painted, beat.longest)


def _turn() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _is_filled(jobs: Jobs, tab: QWidget) -> bool:
    if not jobs.is_working:
        return True
    tables = [one for one in tab.findChildren(Table) if one.isVisible()]
    return bool(tables) and all(one.rows.rowCount() for one in tables)


def walk(page: DossierPage) -> dict[str, Look]:
    """Each tab of a page that was just opened, by key, in its order; none was looked at yet but
    the first. Where a tab hides travel papers they are shown as well.
    """
    found: dict[str, Look] = {}
    keys = [str(page.tabs.tabData(number)) for number in range(page.tabs.count())]
    jobs = page.desk.jobs
    for key in [*keys[1:], keys[0]]:
        shown = partial(page.tab, key)
        found[key] = look(jobs, partial(page.tabs.choose, key), shown)
        reveal = getattr(shown(), "toggle_papers", None)
        if reveal is not None:
            found[PAPERS] = look(jobs, reveal, shown)
            reveal()
    return found
