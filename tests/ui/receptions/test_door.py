"""At the door: typing and scanning tick guests, and two desks see each other."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core import clock
from app.core.office import open_office
from app.receptions.commands import check_in, invite, represent, set_status
from app.receptions.rules.door import door_code
from app.schema import TRADE
from tests.app.receptions.test_door import with_company
from tests.builders import guest_of, make_person, make_reception
from tests.ui.fakes import Beat, Far
from ui.core.jobs import Jobs
from ui.receptions.door_window import AFTERWARDS, DoorWindow, open_door

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.main_window import MainWindow

    Keep = Callable[[DoorWindow], DoorWindow]

FAMILIES = ("Aalto", "Bo", "Cruz", "Dürer")
STEP_LIMIT = 0.100


class Evening:
    """A reception with four guests who accepted, and its door."""

    def __init__(self, qtbot: QtBot, keep: Keep, jobs: Jobs, reception: UUID) -> None:
        self.qtbot = qtbot
        self.reception = reception
        self.window = keep(DoorWindow(None, jobs, reception))
        self.window.resize(1200, 800)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.window._door is not None)

    def type(self, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Type into the line, then press a key."""
        QTest.keyClicks(self.window.field, text)
        if key is not None:
            QTest.keyClick(self.window.field, key)

    def says(self, words: str) -> None:
        """Wait until the strip says this."""
        self.qtbot.waitUntil(lambda: self.window.strip.words() == words)

    def counts(self, number: int) -> None:
        """Wait until so many are in."""
        self.qtbot.waitUntil(lambda: self.window.came.words() == str(number))

    def inside(self) -> list[str]:
        """Who is in, as the list says."""
        assert self.window._door is not None
        return [row.name for row in self.window._door.rows if row.came]


@pytest.fixture
def door_jobs(workspace: Workspace, qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: made.is_open)
    yield made
    made.close()


@pytest.fixture
def listed(workspace: Workspace) -> UUID:
    """Four guests this evening; the first brings Mei."""
    today = dt.datetime.combine(clock.today(), dt.time(18))
    reception = make_reception(workspace, starts_at=today)
    people = [make_person(workspace, family_name=one, given_name="X") for one in FAMILIES]
    workspace.run(invite, reception, people, "accepted")
    workspace.run(with_company, workspace.ask(guest_of, reception, people[0]), "Mei", persons=2)
    return reception


@pytest.fixture
def desk(qtbot: QtBot, keep: Keep, listed: UUID, door_jobs: Jobs) -> Evening:
    return Evening(qtbot, keep, door_jobs, listed)


def test_a_part_of_a_name_and_enter_tick_with_whom_they_bring(desk: Evening) -> None:
    desk.type("aal")
    desk.says("X Aalto is in.  + Mei")
    desk.counts(1)
    assert desk.window.persons.words() == "2"
    assert desk.inside() == ["Aalto, X", "Mei"]
    assert desk.window.field.text() == ""
    desk.type("", Qt.Key.Key_Return)  # a scanner may send Enter twice: nobody else comes in
    desk.type("aalto")
    desk.qtbot.waitUntil(lambda: "already in, since" in desk.window.strip.words())
    assert desk.inside() == ["Aalto, X", "Mei"]


def test_a_guest_is_ticked_alone_and_the_companion_later(desk: Evening) -> None:
    QTest.keyClicks(desk.window.field, "aal")
    QTest.keyClick(desk.window.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.says("X Aalto is in.")
    desk.type("mei")
    desk.says("Mei is in.")
    desk.qtbot.waitUntil(lambda: desk.window.persons.words() == "2")


def test_delete_takes_a_tick_back(desk: Evening) -> None:
    desk.type("2")
    desk.says("X Bo is in.")
    desk.counts(1)
    desk.type("", Qt.Key.Key_Delete)
    desk.says("Taken back.")
    desk.counts(0)
    desk.type("bo", Qt.Key.Key_Return)
    desk.counts(1)
    desk.type("", Qt.Key.Key_Down)  # to another line, and back: the tick of the line goes
    desk.type("", Qt.Key.Key_Up)
    desk.type("", Qt.Key.Key_Delete)
    desk.counts(0)


def test_a_badge_is_read_wherever_the_focus_is(desk: Evening) -> None:
    assert desk.window._door is not None
    row = desk.window._door.rows[2]
    code = f"BELFRY:{desk.reception.hex[:12]}:{row.code}".upper()
    desk.window.views.setFocus()
    QTest.keyClicks(desk.window, code)  # to the window, as where a button has the focus
    QTest.keyClick(desk.window.field, Qt.Key.Key_Return)
    desk.says("X Bo is in.")
    desk.type(door_code(uuid4(), uuid4()))
    desk.says("This badge is of another reception: look for the name, or enter a walk-in.")
    desk.type(door_code(desk.reception, uuid4()))
    desk.says("This badge is of nobody on this list: look for the name, or enter a walk-in.")


def test_a_badge_is_read_in_the_walk_ins_name_too(desk: Evening) -> None:
    assert desk.window._door is not None
    row = desk.window._door.rows[2]
    desk.window.begin_walk_in()
    QTest.keyClicks(desk.window.walk_in.name, f"BELFRY:{desk.reception.hex[:12]}:{row.code}")
    QTest.keyClick(desk.window.walk_in.name, Qt.Key.Key_Return)
    desk.says("X Bo is in.")
    assert not desk.window.walk_in.isVisible()


def test_a_walk_in_is_let_in(desk: Evening) -> None:
    desk.type("Jan van Eyck", None)
    assert "Ctrl+N" in desk.window.strip.words()
    desk.window.begin_walk_in()
    card = desk.window.walk_in
    assert card.name.text() == "Jan van Eyck"
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    QTest.keyClicks(card.place, "Gilde van Gent")
    QTest.keyClick(card.place, Qt.Key.Key_Return)
    desk.says("Let in: the list has one more guest.")
    desk.counts(1)
    assert desk.inside() == ["van Eyck, Jan"]
    assert desk.window.walk_ins.words() == "1"


def test_a_walk_in_the_office_knows_is_chosen(desk: Evening, door_jobs: Jobs) -> None:
    far = Far(desk.qtbot, door_jobs)
    from app.contacts.commands import add_person
    from tests.builders import person_draft

    far.run(add_person, person_draft(family_name="Mori", given_name="Ken"))
    desk.window.begin_walk_in()
    card = desk.window.walk_in
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    QTest.keyClick(card.place, Qt.Key.Key_Return)
    assert card._told.words() == "Type the name of who is at the door."
    QTest.keyClicks(card.name, "mor")
    desk.qtbot.waitUntil(lambda: len(card.known) == 1)
    card.known[0].click()
    desk.counts(1)
    assert desk.inside() == ["Mori, Ken"]


def test_the_paper_list_is_entered_by_number_and_the_rest_was_absent(desk: Evening) -> None:
    desk.window.modes.choose(AFTERWARDS)
    for number, name in (("1", "X Aalto is in.  + Mei"), ("3", "X Cruz is in.")):
        desk.type(number)
        desk.says(name)
    desk.type("99", None)
    assert desk.window.strip.words() == "Nobody on the list has this number."
    desk.window.close_door()
    desk.says("2 guests noted as absent.")
    desk.window.field.clear()

    def replies() -> list[str]:
        whole = desk.window._door
        return [row.status for row in whole.rows if not row.is_companion] if whole else []

    desk.qtbot.waitUntil(lambda: replies() == ["attended", "absent", "attended", "absent"])
    assert desk.window._door is not None
    assert desk.window._door.rows[0].came_at is None


def test_who_regretted_and_who_comes_instead(desk: Evening, door_jobs: Jobs) -> None:
    assert desk.window._door is not None
    far, rows = Far(desk.qtbot, door_jobs), desk.window._door.rows
    far.run(set_status, [rows[2].id], "regrets")
    far.run(represent, rows[3].id, None, "Mr Chen")
    desk.qtbot.waitUntil(lambda: desk.window._door.rows[3].name == "Mr Chen")  # type: ignore[union-attr]  # it has come
    desk.type("bo")
    desk.says("X Bo had regretted, and is in.")
    desk.type("cruz")  # the guest's name finds who comes instead
    desk.says("Mr Chen is in.")


def test_views_show_who_is_awaited(desk: Evening) -> None:
    desk.type("bo")
    desk.counts(1)
    desk.window.views.choose("inside")
    desk.window._show(None)
    assert [row.name for row in desk.window.model.rows] == ["Bo, X"]
    desk.window.views.choose("awaited")
    desk.window._show(None)
    assert len(desk.window.model.rows) == 4


def test_the_door_opens_from_the_reception_once(
    window: MainWindow, evening: UUID, qtbot: QtBot
) -> None:
    window.go("reception", evening)
    page: Any = window.frame.pages.page()
    qtbot.waitUntil(lambda: page._sheet is not None)
    window._act("reception.door")
    [opened] = window.findChildren(DoorWindow)
    assert opened.isFullScreen()
    assert open_door(window, page.desk.jobs, evening) is opened
    opened.close()


# --- two desks ---


def test_another_window_on_the_same_file_is_seen(desk: Evening, workspace: Workspace) -> None:
    other = open_office(workspace.place.location, TRADE)
    assert desk.window._door is not None
    other.run(check_in, [desk.window._door.rows[2].id])
    desk.counts(1)  # the door asks the file each second
    other.close()


_OTHER_DESK = """
import sys
from uuid import UUID
from app.core.office import open_office
from app.receptions.commands import check_in
from app.receptions.commands.door import now
from app.schema import TRADE
workspace = open_office(sys.argv[1], TRADE)
for one in sys.argv[2:]:
    workspace.run(check_in, [UUID(one)], at=now())
workspace.close()
"""


def test_two_desks_tick_at_once_and_both_see_it(
    shared_office: Workspace, qtbot: QtBot, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This window and another process, on one PostgreSQL office, tick forty guests."""
    reception = make_reception(shared_office)
    people = [make_person(shared_office, family_name=f"Guest {n:02}") for n in range(40)]
    shared_office.run(invite, reception, people, "accepted")
    ids = [shared_office.ask(guest_of, reception, one) for one in people]
    jobs = Jobs(lambda: shared_office)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    here = Evening(qtbot, keep, jobs, reception)
    monkeypatch.setenv("BELFRY_WHO", "colleague")
    order = [str(one) for one in reversed(ids[10:])]  # twenty guests are ticked by both
    with subprocess.Popen(  # noqa: S603 - a program of our own
        [sys.executable, "-c", _OTHER_DESK, shared_office.place.location, *order],
        cwd=Path(__file__).parents[3],
    ) as other:
        for number in range(1, 31):
            here.type(str(number))
            qtbot.waitUntil(lambda: not here.window.field.text() and not jobs.is_writing)
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    assert other.returncode == 0
    here.counts(40)
    assert len(here.inside()) == 40
    assert str(jobs.undo_label).startswith("In: ")  # and that is one of this desk
    jobs.close()


def test_each_of_two_windows_sees_the_other_within_a_second(
    shared_office: Workspace,
    colleague: Callable[[Workspace], Workspace],
    qtbot: QtBot,
    keep: Keep,
) -> None:
    reception = make_reception(shared_office)
    people = [make_person(shared_office, family_name=name) for name in FAMILIES]
    shared_office.run(invite, reception, people, "accepted")
    offices = (shared_office, colleague(shared_office))
    jobs = [Jobs(lambda office=office: office) for office in offices]  # type: ignore[misc]  # each its own
    qtbot.waitUntil(lambda: all(one.is_open for one in jobs))
    one, two = (Evening(qtbot, keep, each, reception) for each in jobs)
    for typing, seeing, number in ((one, two, 1), (two, one, 2), (one, two, 3)):
        typing.type(str(number))
        qtbot.waitUntil(partial(_sees, seeing, number), timeout=1000)
        qtbot.waitUntil(partial(_sees, typing, number), timeout=1000)
    for each in jobs:
        each.close()


def _sees(desk: Evening, number: int) -> bool:
    return desk.window.came.words() == str(number)


def test_three_hundred_guests_in_order_of_arrival(
    workspace: Workspace, qtbot: QtBot, keep: Keep
) -> None:
    """No step takes the window longer than a tenth of a second."""
    reception = make_reception(workspace)
    people = [make_person(workspace, family_name=f"Guest {n:03}") for n in range(300)]
    workspace.run(invite, reception, people, "accepted")
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    here = Evening(qtbot, keep, jobs, reception)
    here.type("1")
    here.counts(1)
    beat = Beat()
    for number in range(2, 301):
        here.type(str((number * 7) % 300 + 1))
        if number % 10 == 0:
            qtbot.waitUntil(lambda: not jobs.is_working)
    qtbot.waitUntil(lambda: not jobs.is_working, timeout=20_000)
    beat.stop()
    assert beat.longest <= STEP_LIMIT, f"{beat.longest * 1000:.0f} ms"
    assert len(here.inside()) >= 298
    jobs.close()
