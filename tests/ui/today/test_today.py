"""The page of the day: its cards, its calm, one key for a task."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel

from app.contacts.furnish import furnish
from app.contacts.rules.views import Met
from app.core import clock
from tests.builders import make_ambassador, make_reception, make_task
from tests.ui.receptions.dialogs import opened, shown
from ui.briefings.drawing_view import DrawingView
from ui.contacts.page import ContactsPage
from ui.core.jobs import Jobs
from ui.dossiers.task_editor import TaskEditor
from ui.main_window import MainWindow, OfficeWords
from ui.today.page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.window_state import WindowState


def window_on(
    workspace: Workspace, state: WindowState, keep: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> tuple[MainWindow, TodayPage, Jobs]:
    """A window on the page of the day, its cards answered."""
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "today")
    made.show()
    page = made.findChild(TodayPage)
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: all(one.content.count() for one in page.cards))
    return made, page, jobs


def words_of(page: TodayPage) -> str:
    """Everything the page says."""
    labels = [one.text() for one in page.findChildren(QLabel)]
    return " | ".join(labels + [one.text() for one in page.findChildren(QAbstractButton)])


def test_an_empty_office_has_a_calm_day(
    workspace: Workspace,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> None:
    _, page, jobs = window_on(workspace, state, keep, qtbot)
    told = words_of(page)
    for words in ("No reception ahead", "Nothing to do", "No reception planned", "Every head"):
        assert words in told
    qtbot.waitUntil(lambda: page.remark.words() == "no reception this week")
    jobs.close()


def test_the_day_shows_what_is_coming_due_and_open(
    workspace: Workspace,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> None:
    person: UUID = make_ambassador(workspace, "JP")
    soon = dt.datetime.combine(clock.today(), dt.time(18)) + dt.timedelta(days=2)
    evening = make_reception(
        workspace, title="Evening", starts_at=soon, host="Mayor", stage="cleared"
    )
    make_task(workspace, title="Late", due_on=dt.date(2020, 1, 6), owner="desk", dossier=evening)
    make_task(workspace, title="Another’s", owner="Jan", person=person)
    window, page, jobs = window_on(workspace, state, keep, qtbot)
    told = words_of(page)
    for words in ("Evening", "nobody on the list", "1 task open", "Overdue", "1 never received",
                  "Ambassador of Japan"):  # fmt: skip
        assert words in told
    assert page.findChildren(DrawingView)[0].accessibleName().startswith("Proactive and reactive")
    assert len(page.findChildren(QCheckBox)) == 2
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Mine").click()
    qtbot.waitUntil(lambda: len(page.findChildren(QCheckBox)) == 1)
    QTest.keyClick(page.findChildren(QCheckBox)[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Late" not in words_of(page))
    page.handlers["today.task"]()
    dialog = opened(qtbot, TaskEditor)
    QTest.keyClicks(dialog.form["title"].editor, "Fresh")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    qtbot.waitUntil(lambda: shown(TaskEditor) is None)
    qtbot.waitUntil(lambda: "Fresh" in words_of(page))
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Evening").click()
    assert window.frame.pages.key() == "reception"
    jobs.close()


def test_a_count_of_heads_leads_to_the_view_that_lists_them(
    workspace: Workspace,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> None:
    workspace.run(furnish)
    make_ambassador(workspace, "JP")
    window, page, jobs = window_on(workspace, state, keep, qtbot)
    link = next(
        one for one in page.findChildren(QAbstractButton) if one.text() == "1 never received"
    )
    link.click()
    contacts = window.findChild(ContactsPage)
    assert isinstance(contacts, ContactsPage)
    qtbot.waitUntil(lambda: contacts.views.row().draft.conditions.met == Met.NEVER)
    jobs.close()


def test_cards_are_one_column_in_a_narrow_window(
    workspace: Workspace,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> None:
    window, page, jobs = window_on(workspace, state, keep, qtbot)
    window.resize(820, 700)
    qtbot.waitUntil(lambda: page.right_cards[0].x() == page.left_cards[0].x())
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: page.right_cards[0].x() > page.left_cards[0].x())
    jobs.close()


def test_the_frame_does_not_know_the_day_before_it_is_shown() -> None:
    """Start-up of the contacts page pays nothing for it; the page itself asks SQL in the worker."""
    probe = (
        "import sys, ui.start, ui.contacts.opening; "
        "assert not [m for m in sys.modules if m.startswith(('ui.today', 'app.overview'))]; "
        "import ui.today.page, ui.today.coming, ui.today.balance, ui.today.heads; "
        "assert 'sqlalchemy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", probe], check=True, timeout=60)  # noqa: S603 - our own interpreter
