"""Jobs: answers in the window's thread, only to those who wait; long work that can be stopped."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt

from app.core.errors import BelfryError, CancelledError
from app.core.text import N_, Sentence, say
from ui.core import problems
from ui.core.jobs import Jobs
from ui.core.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.ui.fakes import Beat, FakeOffice


@dataclass(frozen=True)
class Told:
    label: Sentence
    tables: frozenset[str] = frozenset({"person"})
    ids: frozenset[UUID] = frozenset()
    by: str = ""
    undoable: bool = True


def test_answers_come_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[str] = []
    answers: list[int] = []

    def query(_: object, number: int) -> int:
        threads.append(threading.current_thread().name)
        return number * 2

    jobs.ask(query, 21, then=answers.append)
    qtbot.waitUntil(lambda: answers == [42])
    assert threads == ["office"]


def test_only_the_latest_of_a_channel_is_answered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), list[str]()
    jobs.ask(lambda _: gate.wait(2), then=lambda _: None)
    for word in ("t", "ta", "tan"):
        jobs.ask(lambda _, w=word: w, then=answers.append, channel="search")
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    done: list[int] = []
    jobs.ask(lambda _: 1, then=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert answers == ["tan"]


def test_nothing_reaches_an_owner_that_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), list[int]()
    owner = QObject()
    jobs.ask(lambda _: gate.wait(2), then=lambda _: None)
    jobs.ask(lambda _: 1, then=answers.append, owner=owner)
    owner.deleteLater()
    del owner
    qtbot.wait(0)
    gate.set()
    done: list[int] = []
    jobs.ask(lambda _: 2, then=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert answers == []


def test_an_error_is_told_once_to_who_asked_or_to_all(jobs: Jobs, qtbot: QtBot) -> None:
    def fail(_: object) -> None:
        raise BelfryError(say(N_("The disk is full. Free some space and try again.")))

    mine: list[Exception] = []
    jobs.run(fail, failed=mine.append)
    qtbot.waitUntil(lambda: len(mine) == 1)
    with qtbot.waitSignal(jobs.problem) as told:
        jobs.run(fail)
    assert told.args is not None
    assert problems.sentence_of(told.args[0]).startswith("The disk is full.")


def test_an_unforeseen_error_is_a_sentence_and_a_log(caplog: pytest.LogCaptureFixture) -> None:
    assert "try again" in problems.sentence_of(ZeroDivisionError("x")).lower()
    assert "ZeroDivisionError" in caplog.text


def test_changes_come_with_what_undo_would_do(jobs: Jobs, office: FakeOffice, qtbot: QtBot) -> None:
    def write(_: object) -> None:
        office.undo_label = say(N_("Add person"))
        office.tell(Told(say(N_("Added a person"))))

    with qtbot.waitSignal(jobs.changed) as heard:
        jobs.run(write)
    assert heard.args is not None
    assert heard.args[0].tables == {"person"}
    assert str(jobs.undo_label) == "Add person"


def test_long_work_tells_how_far_and_stops_when_asked(jobs: Jobs, qtbot: QtBot) -> None:
    watch = Watch()
    steps: list[tuple[int, int]] = []
    watch.progressed.connect(lambda done, total, _: steps.append((done, total)))
    going = threading.Event()

    def long(progress: Callable[[int, int], None]) -> None:
        for number in range(1_000_000):
            progress(number, 2_000_000)
            going.set()

    failed: list[Exception] = []
    jobs.background(long, watch=watch, failed=failed.append)
    qtbot.waitUntil(going.is_set)
    watch.cancel()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], CancelledError)
    assert steps


def test_the_window_keeps_its_beat_while_others_work(jobs: Jobs, qtbot: QtBot, beat: Beat) -> None:
    done: list[int] = []

    def busy() -> int:
        return sum(n * n for n in range(400_000))

    jobs.background(busy, then=done.append)
    jobs.ask(lambda _: busy(), then=done.append)
    qtbot.waitUntil(lambda: len(done) == 2, timeout=5000)
    assert beat.longest > 0


def test_an_office_that_does_not_open_says_why(qtbot: QtBot) -> None:
    def opener() -> FakeOffice:
        raise BelfryError(say(N_("This is not an office.")))

    jobs = Jobs(opener)
    with qtbot.waitSignal(jobs.unopened) as told:
        pass
    assert told.args is not None
    assert str(told.args[0]) == "This is not an office."
    jobs.close()


def test_closing_closes_the_office(qtbot: QtBot, office: FakeOffice) -> None:
    jobs = Jobs(lambda: office)
    with qtbot.waitSignal(jobs.ready):
        pass
    jobs.close()
    assert office.done == ["close"]


def test_what_goes_on_after_closing_tells_nothing(qtbot: QtBot, office: FakeOffice) -> None:
    jobs = Jobs(lambda: office)
    with qtbot.waitSignal(jobs.ready):
        pass
    told: list[object] = []
    jobs._told.connect(lambda: told.append("told"), Qt.ConnectionType.DirectConnection)
    jobs.close()
    told.clear()
    jobs._tell()
    assert told == []


def test_a_cancelled_work_tells_no_more(qtbot: QtBot) -> None:
    del qtbot
    watch = Watch()
    told: list[object] = []
    watch.progressed.connect(lambda *values: told.append(values))
    watch.step(1, 1)
    watch.cancel()
    with pytest.raises(CancelledError):
        watch.step(1, 1)
    assert len(told) == 1
