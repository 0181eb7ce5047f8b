"""Other desks: heard at once on a shared office, at the next look on a file."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.contacts.commands import change_person
from app.core import hearing
from app.core.hearing import MISSED, Notice
from tests.builders import make_person, make_reception, person_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.core.command import Changes
    from app.core.hearing import Heard
    from app.core.workspace import Workspace
    from tests.conftest import Server

    Colleague = Callable[[Workspace], Workspace]

SOON = 5.0
"""Seconds to wait for at most; a notice takes a thousandth of one."""


class Desk:
    """An office that listens, and what its screens were told."""

    def __init__(self, office: Workspace) -> None:
        self.office = office
        self._came: queue.Queue[Sequence[Heard]] = queue.Queue()
        self.told: list[Changes] = []
        office.on_change(self.told.append)
        office.hear(self._came.put)

    def wait(self) -> Sequence[Heard]:
        """The next notices, taken in."""
        heard = self._came.get(timeout=SOON)
        self.office.take_in(heard)
        return heard

    def begin(self) -> None:
        """Until the ear listens: a step of one's own is heard too, and means nothing."""
        make_reception(self.office, title="First")
        self.wait()
        self.told.clear()


@pytest.fixture
def desk(shared_office: Workspace) -> Desk:
    made = Desk(shared_office)
    made.begin()
    return made


def test_a_notice_is_written_and_read() -> None:
    desk, step = uuid4(), uuid4()
    words = hearing.written(desk, step, "do", {"guest", "dossier"})
    assert words.endswith("do dossier,guest")
    assert hearing.read(words) == Notice(desk, step, "do", frozenset({"guest", "dossier"}))


def test_too_many_tables_for_a_notice_mean_all() -> None:
    words = hearing.written(uuid4(), uuid4(), "do", {f"table_{n}" * 30 for n in range(100)})
    assert len(words) < 100
    heard = hearing.read(words)
    assert heard is not None
    assert heard.tables is None


@pytest.mark.parametrize("payload", ["", "hello", "1 2 3 4", "a b c d e"])
def test_what_says_nothing_means_that_anything_may_have_changed(payload: str) -> None:
    assert hearing.read(payload) is MISSED


def test_a_step_of_another_desk_is_heard(desk: Desk, colleague: Colleague) -> None:
    label = desk.office.undo_label
    other = colleague(desk.office)
    make_person(other)
    desk.wait()
    [changes] = desk.told
    assert (str(changes.label), changes.by) == ("Added Aoi Tanaka", "colleague")
    assert "person" in changes.tables
    assert desk.office.undo_label == label  # nobody undoes the steps of a colleague


def test_undo_and_redo_of_another_desk_are_heard(desk: Desk, colleague: Colleague) -> None:
    other = colleague(desk.office)
    make_person(other)
    other.undo()
    other.redo()
    while len(desk.told) < 3:
        desk.wait()
    assert [str(one.label) for one in desk.told] == [
        "Added Aoi Tanaka",
        "Taken back: Added Aoi Tanaka",
        "Added Aoi Tanaka",
    ]


def test_own_steps_are_told_once(desk: Desk) -> None:
    person = make_person(desk.office)
    desk.wait()
    assert len(desk.told) == 1
    desk.office.run(change_person, person, None, person_draft())  # changes nothing
    make_person(desk.office, family_name="Mori")
    desk.wait()
    assert [one.by for one in desk.told] == ["", ""]


def test_a_failed_step_is_not_heard(desk: Desk, colleague: Colleague) -> None:
    other = colleague(desk.office)
    with pytest.raises(Exception, match="needs a name"):
        make_person(other, family_name="", given_name="")
    make_person(other)
    desk.wait()
    assert len(desk.told) == 1


def test_a_killed_ear_listens_again_and_takes_all_as_changed(
    desk: Desk, colleague: Colleague, server: Server
) -> None:
    other = colleague(desk.office)
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE query LIKE 'LISTEN%' OR query LIKE '%FROM change_log' AND datname <> 'postgres'"
    )
    assert desk.wait() == [MISSED]
    [changes] = desk.told
    assert {"person", "guest", "dossier"} <= changes.tables
    make_person(other)
    desk.wait()
    assert str(desk.told[-1].label) == "Added Aoi Tanaka"


def test_what_was_written_before_the_ear_listened_is_not_missed(
    shared_office: Workspace, colleague: Colleague
) -> None:
    from app.core import history

    with shared_office._unit(write=False) as connection:
        seen = history.last(connection)
    make_person(colleague(shared_office))
    came: queue.Queue[Sequence[Heard]] = queue.Queue()
    ear = hearing.Ear(shared_office.place.location, came.put, seen)
    assert came.get(timeout=SOON) == [MISSED]
    ear.close()


def test_an_ear_that_is_closed_is_quiet(shared_office: Workspace, colleague: Colleague) -> None:
    desk = Desk(shared_office)
    desk.begin()
    other = colleague(shared_office)
    ear = shared_office._ear
    assert ear is not None
    ear.close()
    shared_office._ear = None
    make_person(other)
    assert desk._came.empty()


# --- files ---


def test_another_window_on_the_same_file_is_seen_at_the_next_look(
    file_office: Workspace, colleague: Colleague
) -> None:
    told: list[Changes] = []
    file_office.on_change(told.append)
    other = colleague(file_office)
    file_office.look_again()
    assert told == []
    make_person(other)
    label = file_office.undo_label
    file_office.look_again()
    [changes] = told
    assert {"person", "guest"} <= changes.tables
    assert changes.by
    assert file_office.undo_label == label
    file_office.look_again()
    assert len(told) == 1


def test_own_steps_on_a_file_are_no_news(file_office: Workspace) -> None:
    make_person(file_office)
    told: list[Changes] = []
    file_office.on_change(told.append)
    file_office.look_again()
    assert told == []


def test_a_file_cannot_be_listened_to(file_office: Workspace) -> None:
    file_office.hear(lambda _: None)
    assert file_office._ear is None
