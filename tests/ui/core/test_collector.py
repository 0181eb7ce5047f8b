"""Cycles are found in the window's thread alone, and never for long."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import BelfryError
from app.core.text import N_, say
from ui.core.collector import LIGHT, QUIET, Collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ui.core.jobs import Jobs

SEVERAL = 10 * LIGHT


def deaths(thing: object) -> list[threading.Thread]:
    """The threads in which a thing ends, as it ends."""
    found: list[threading.Thread] = []
    weakref.finalize(thing, lambda: found.append(threading.current_thread()))
    return found


def litter() -> int:
    """Far more rubbish in cycles than Python lets lie by itself."""
    for _ in range(SEVERAL):
        ring: list[object] = []
        ring.append(ring)
    return SEVERAL


def test_a_widget_in_a_cycle_never_dies_in_a_worker(
    jobs: Jobs, qtbot: QtBot, collector: Collector
) -> None:
    class Knot(QWidget):
        itself: Knot

    widget = Knot()
    widget.itself = widget
    inside, outside = deaths(widget), list[threading.Thread]()
    widget.destroyed.connect(
        lambda: outside.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )
    del widget
    done: list[int] = []
    jobs.background(litter, then=done.append)
    jobs.ask(lambda _: litter(), then=done.append)
    qtbot.waitUntil(lambda: len(done) == 2, timeout=20_000)
    collector.whole()
    assert inside == [threading.main_thread()]
    assert outside == [threading.main_thread()]


@pytest.fixture
def lingering(jobs: Jobs) -> Iterator[Callable[[], None]]:
    """The worker stays in its telling until the test lets it go, as if it were slow to let go."""
    worker, go = jobs._database, threading.Event()
    told = worker._told

    def tell() -> None:
        told()
        go.wait(5)

    worker._told = tell
    yield go.set
    go.set()


@pytest.mark.parametrize("fails", [False, True])
def test_what_hangs_on_a_question_ends_in_the_windows_thread(
    jobs: Jobs, qtbot: QtBot, lingering: Callable[[], None], fails: bool
) -> None:
    def ask() -> list[threading.Thread]:
        thing = QWidget()  # held by what is asked, by its frame in a traceback, by both answers

        def query(_: object) -> bool:
            held = thing
            if fails:
                raise BelfryError(say(N_("The disk is full. Free some space and try again.")))
            return held is not None

        jobs.ask(query, then=lambda _: thing.close(), failed=lambda _: thing.close())
        return deaths(thing)

    died = ask()
    qtbot.waitUntil(lambda: bool(died))
    lingering()
    assert died == [threading.main_thread()]


def test_hundreds_of_questions_end_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    def ask() -> list[threading.Thread]:
        thing = QWidget()
        jobs.ask(lambda _: thing, then=lambda _: thing)
        return deaths(thing)

    died = [ask() for _ in range(300)]
    qtbot.waitUntil(lambda: all(died), timeout=20_000)
    assert {thread for one in died for thread in one} == {threading.main_thread()}
    assert not jobs.is_working


def test_a_question_nobody_waits_for_ends_there_too(
    jobs: Jobs, qtbot: QtBot, lingering: Callable[[], None]
) -> None:
    thing = QWidget()
    died = deaths(thing)
    ticket = jobs.ask(lambda _, held=thing: held, then=thing.setObjectName)
    ticket.cancel()
    del ticket, thing
    qtbot.waitUntil(lambda: bool(died))
    lingering()
    assert died == [threading.main_thread()]


def test_many_new_things_wait_until_no_worker_works() -> None:
    working = True
    made = Collector(lambda: not working)
    gc.collect(0)
    kept = [[number] for number in range((LIGHT + QUIET) // 2)]
    made.look()
    assert gc.get_count()[0] > LIGHT
    working = False
    made.look()
    assert gc.get_count()[0] < len(kept) // 2


def test_few_new_things_are_looked_through_at_any_time() -> None:
    made = Collector(lambda: False)
    gc.collect(0)
    ring: list[object] = []
    ring.append(ring)
    kept = [[number] for number in range(LIGHT // 4)]
    made.look()
    assert gc.get_count()[0] < len(kept)
