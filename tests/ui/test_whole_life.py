"""Three hundred guests from the first idea to the last word, with clicks, keys and a list.

No step holds the window for more than a tenth of a second.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.contacts.furnish import furnish
from app.core import clock
from app.receptions.commands import represent, set_round
from app.receptions.queries import attendance, guests
from app.receptions.rules import COMING, Status
from tests.builders import make_ambassador, make_person
from tests.ui.fakes import Beat, Far
from tests.ui.receptions.dialogs import keep as kept
from tests.ui.receptions.dialogs import opened, shown
from ui.core import language
from ui.core.jobs import Jobs
from ui.dossiers.choosing import ChoosePeople
from ui.dossiers.evaluation_editor import EvaluationEditor
from ui.main_window import MainWindow, OfficeWords
from ui.receptions.beginning import BeginEditor
from ui.receptions.door_window import DoorWindow
from ui.receptions.dossier import ReceptionPage
from ui.receptions.follow_up_editors import WordEditor
from ui.receptions.replies_dialog import RepliesDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from app.receptions.queries import GuestRow
    from ui.core.table import Table
    from ui.core.window_state import WindowState
    from ui.receptions.who_to_invite import WhoToInvite

STEP = 0.100  # seconds
LONG = 30_000  # ms
STATES = ("JP", "FR", "PL", "MA", "BR", "IN", "TH", "GR", "UA", "NG", "PE", "KE")
NAMES = """
    Aerts Baert Claes Dhondt Everaert Fierens Goethals Haeck Ingels Janssens Kerckhove Lammens
    Maertens Nachtergaele Oosterlinck Pauwels Quintens Roelandt Segers Tytgat Uyttendaele Verhaege
    Wauters Xhonneux Ysebaert"""
FAMILIES = NAMES.split()
GIVEN = ("Ada", "Bo", "Cis", "Dirk", "Els", "Fons", "Gust", "Hilde", "Ine", "Jef", "Kaat", "Leo")


@pytest.fixture
def office(workspace: Workspace) -> Workspace:
    """Twelve ambassadors and three hundred people of the city, each with a mail address."""
    workspace.run(furnish)
    workspace.furnish()
    for number, code in enumerate(STATES):
        family = f"Élan-{code.title()}"
        make_ambassador(workspace, code, family_name=family, given_name=GIVEN[number])
    for family in FAMILIES:
        for given in GIVEN:
            make_person(
                workspace, family_name=family, given_name=given, emails=(mail(given, family),)
            )
    return workspace


def mail(given: str, family: str) -> str:
    """An address nobody has."""
    return f"{given}.{family}@example.org".lower()


@pytest.fixture
def window(
    office: Workspace, state: WindowState, keep: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window on that office."""
    jobs = Jobs(lambda: office)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "receptions")
    made.show()
    made.activateWindow()
    yield made
    jobs.close()


class Walk:
    """Somebody at the desk, and a watch that runs while they do a step."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.longest: dict[str, float] = {}
        self.qtbot = qtbot

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        beat = Beat()
        try:
            yield
        finally:
            beat.stop()
            self.longest[name] = beat.longest

    def until(self, done: Callable[[], object]) -> None:
        """Wait for the office's answer."""
        self.qtbot.waitUntil(lambda: bool(done()), timeout=LONG)

    @property
    def page(self) -> ReceptionPage:
        """The reception that is open."""
        found = self.window.frame.pages.page()
        assert isinstance(found, ReceptionPage)
        return found

    @property
    def rows(self) -> list[GuestRow]:
        """The guests as the table shows them."""
        found: list[GuestRow] = self.page.guests.model.rows()
        return found

    def statuses(self) -> dict[str, int]:
        """How many guests have each status."""
        count: dict[str, int] = {}
        for one in self.rows:
            count[one.status] = count.get(one.status, 0) + 1
        return count

    def select(self, ids: list[UUID]) -> None:
        """Select guests, as with Ctrl and clicks."""
        table, model = self.page.guests.table, self.page.guests.model
        chosen = QItemSelection()
        for one in ids:
            index = model.index(model.place_of(one), 0)
            chosen.select(index, index)
        how = QItemSelectionModel.SelectionFlag
        table.selectionModel().select(chosen, how.ClearAndSelect | how.Rows)

    def press(self, table: Table, key: Qt.Key) -> None:
        """Press a key on the rows of a table that are selected."""
        self.window.activateWindow()
        self.until(lambda: table.hasFocus() or table.setFocus())
        QTest.keyClick(table, key)


def write_replies(path: Path, invited: list[GuestRow]) -> None:
    """Two hundred and fifty replies as they come: typos, double ones, strangers, "2 persons"."""
    chance = random.Random(7)  # noqa: S311 - the same list each time
    with path.open("w", encoding="cp1252", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(["Naam", "E-mail", "Antwoord", "Opmerking"])
        for number, one in enumerate(invited[:250]):
            given, family = one.name.given, one.name.family
            answer = ("ja", "ja, met 2 personen", "komt niet", "oui", "yes, 2 persons")[number % 5]
            name = f"{given} {family}" if number % 3 else f"{family}, {given}"
            if number % 10 == 4:
                at = chance.randrange(1, len(family) - 1)
                name = f"{given} {family[:at]}{family[at + 1]}{family[at]}{family[at + 2 :]}"
            address = mail(given, family) if number % 2 else ""
            out.writerow([name, address, answer, ""])
            if number % 50 == 0:
                out.writerow([name, address, "verontschuldigd", "toch niet"])
        out.writerow(["Iemand Onbekend", "", "ja", ""])
        out.writerow(["", "niemand@example.org", "ja", ""])


def test_from_the_first_idea_to_the_last_word(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    walk = Walk(window, qtbot)
    walk.until(lambda: window.frame.pages.page() is not None)
    begin(walk)
    propose(walk)
    invite_in_rounds(walk)
    take_replies(walk, tmp_path / "antwoorden.csv")
    represent_some(walk)
    shift_the_programme(walk)
    at_the_door(walk)
    follow_up(walk)
    slow = {name: f"{taken * 1000:.0f} ms" for name, taken in walk.longest.items() if taken > STEP}
    assert not slow


def begin(walk: Walk) -> None:
    """A gala from its template: programme, checklist, roles."""
    walk.window._act("receptions.new")
    dialog = opened(walk.qtbot, BeginEditor)
    template = next(one for one in dialog._entry.templates if one.draft.dossier_kind == "dinner")
    dialog.form["template"].set_value(template.id.hex)
    dialog.form["template"].changed.emit()
    with walk.step("begin"):  # it is held today: a life in fast motion
        kept(walk.qtbot, BeginEditor, title="Three hundred", day=clock.today(), capacity=260)
        walk.until(lambda: walk.window.frame.pages.key() == "reception")
        walk.until(lambda: walk.page.title() == "Three hundred")
    with walk.step("overview"):
        walk.page.tabs.choose("overview")
        walk.until(lambda: walk.page.programme.model.rowCount() > 3)


def propose(walk: Walk) -> None:
    """The ambassadors by their reasons, everybody else from the contacts."""
    with walk.step("who to invite"):
        walk.page.tabs.choose("who")
        walk.until(lambda: walk.page.who.model.rowCount() == len(STATES))
    who = walk.page.who
    with walk.step("accept"):
        for left in range(len(STATES), 0, -1):
            who.table.selectRow(0)
            walk.press(who.table, Qt.Key.Key_A)
            walk.until(partial(fewer, who, left))
    walk.page.tabs.choose("guests")
    walk.until(lambda: len(walk.rows) == len(STATES))
    walk.page.guests.add()
    adding = opened(walk.qtbot, ChoosePeople)
    walk.until(lambda: adding.model.rowCount() == 300)
    with walk.step("add three hundred"):
        QTest.keyClick(adding.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        adding.add.click()
        walk.until(lambda: len(walk.rows) == 300 + len(STATES))


def fewer(who: WhoToInvite, number: int) -> bool:
    """Whether fewer are proposed than that."""
    return who.model.rowCount() < number


def invite_in_rounds(walk: Walk) -> None:
    """The last fifty wait for regrets; one key invites the others."""
    far = Far(walk.qtbot, walk.page.desk.jobs)
    later = [one.id for one in walk.rows[-50:]]
    with walk.step("rounds"):
        far.run(set_round, later, 2)
        walk.until(lambda: sum(one.waits for one in walk.rows) == 50)
    first = [one.id for one in walk.rows if one.invitation_round == 1]
    with walk.step("invite"):
        walk.select(first)
        walk.press(walk.page.guests.table, Qt.Key.Key_I)
        walk.until(lambda: walk.statuses().get(Status.INVITED) == len(first))


def take_replies(walk: Walk, path: Path) -> None:
    """A list of replies is laid beside the guests; what is doubtful is confirmed line by line."""
    invited = [one for one in walk.rows if one.status == Status.INVITED]
    write_replies(path, [one for one in invited if "Élan" not in one.name.family])
    page = walk.page
    assert page.record is not None
    with walk.step("replies beside guests"):
        dialog = RepliesDialog.show_file(page.guests, page.desk, page.record, path)
        walk.until(lambda: dialog.model.rowCount() > 0)
    states = [one.state for one in dialog._lines]
    assert len(states) == 250 + 5 + 2
    assert states.count("unknown") == 2
    assert states.count("earlier") == 5
    with walk.step("confirm"):
        for one in [one for one in dialog._lines if one.state == "doubtful"]:
            dialog.table.select_id(one.id)
            QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert sum(one.taken for one in dialog._lines) == 250
    with walk.step("note replies"):
        dialog.note.click()
        walk.until(lambda: shown(RepliesDialog) is None)
        walk.until(lambda: walk.statuses().get(Status.REGRETS, 0) > 40)
    persons = sum(one.persons for one in walk.rows if one.status in COMING)
    assert persons <= 260, "the room holds no more; the others wait"
    with walk.step("the next are invited"):
        walk.press(walk.page.guests.table, Qt.Key.Key_B)
        QCoreApplication.processEvents()


def represent_some(walk: Walk) -> None:
    """Five send somebody else, who takes the seat and not the rank."""
    far = Far(walk.qtbot, walk.page.desk.jobs)
    coming = [one.id for one in walk.rows if one.status == Status.ACCEPTED][:5]
    with walk.step("represent"):
        for number, one in enumerate(coming):
            far.run(represent, one, None, f"Substitute {number}")
        walk.until(lambda: walk.statuses().get(Status.REPRESENTED) == 5)
    found = far.ask(guests, walk.page.record, language.current())
    assert {one.substitute for one in found if one.status == Status.REPRESENTED} == {
        f"Substitute {number}" for number in range(5)
    }


def shift_the_programme(walk: Walk) -> None:
    """A line that takes longer moves what follows."""
    with walk.step("programme"):
        walk.page.tabs.choose("programme")
        walk.until(lambda: walk.page.programme.model.rowCount() > 3)
    tab = walk.page.programme
    before = [one.draft for one in tab.model.rows()]
    keys = [column.key for column in tab.model.columns]
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index(1, keys.index("minutes")))
    longer = (before[1].minutes or 0) + 10
    with walk.step("shift"):
        QTest.keyClick(tab.table, str(longer)[0])  # type: ignore[call-overload]  # a digit
        find = tab.table.viewport().findChild
        walk.until(lambda: find(QLineEdit, "CellEditor"))
        line: Any = find(QLineEdit, "CellEditor")
        line.setText(str(longer))
        QTest.keyClick(line, Qt.Key.Key_Return)
        walk.until(lambda: tab.model.rows()[1].draft.minutes == longer)
    after = [one.draft for one in tab.model.rows()]
    assert before[2].starts_at is not None
    assert not before[2].fixed
    assert after[2].starts_at == before[2].starts_at + dt.timedelta(minutes=10)


def at_the_door(walk: Walk) -> None:
    """Everybody who is expected comes, in no order; each is found by name and ticked."""
    with walk.step("open the door"):
        walk.page.open_door()
        walk.until(lambda: door_open() is not None)
        door = door_open()
        assert door is not None
        walk.until(lambda: door.model.rows)
    due = [one for one in walk.rows if one.status in COMING]
    random.Random(3).shuffle(due)  # noqa: S311 - the order of arrival
    with walk.step("three hundred at the door"):
        for number, one in enumerate(due, start=1):
            name = one.substitute or f"{one.name.given} {one.name.family}"
            door.look_for(name)
            QTest.keyClick(door.field, Qt.Key.Key_Return)
            if number % 10 == 0:
                walk.until(lambda: not walk.page.desk.jobs.is_working)
        walk.until(lambda: not walk.page.desk.jobs.is_working)
    walk.until(lambda: door._door is not None and door._door.counts.came == len(due))
    door.close_door()
    walk.until(lambda: not walk.page.desk.jobs.is_working)
    door.close()


def door_open() -> DoorWindow | None:
    """The door, where it stands open."""
    windows = QApplication.topLevelWidgets()
    return next((one for one in windows if isinstance(one, DoorWindow) and one.isVisible()), None)


def follow_up(walk: Walk) -> None:
    """Outcome, a moment for everybody who came, the five questions."""
    with walk.step("follow-up"):
        walk.page.tabs.choose("follow-up")
        walk.until(lambda: walk.page.follow_up.is_filled)
    tab = walk.page.follow_up
    with walk.step("moments"):
        tab.write_down()
        kept(walk.qtbot, WordEditor, words="Spoke of the port.")
        far = Far(walk.qtbot, walk.page.desk.jobs)
        assert far.ask(attendance, walk.page.record).unlogged == ()
    with walk.step("evaluation"):
        tab.evaluate()
        kept(walk.qtbot, EvaluationEditor, **{"mark aim": 4, "mark worth": 5})
        walk.until(lambda: tab._brought is not None and tab._brought.follow_up.mean == 4.5)
