"""The page of the lists of precedence: bands moved by keys, edited, copied, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from app.contacts.commands import add_shipped_lists
from app.contacts.queries import precedence_list, precedence_lists
from tests.ui.contacts.hands import press
from tests.ui.fakes import Far
from tests.ui.receptions.dialogs import keep as keep_dialog
from tests.ui.receptions.dialogs import opened
from ui.contacts.precedence_editors import BandEditor, FunctionEditor, PrecedenceListEditor
from ui.contacts.precedence_page import PrecedencePage
from ui.core import language
from ui.core.jobs import Jobs
from ui.core.language import Language
from ui.core.page import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.ui.contacts.conftest import Told
    from ui.core.table import Table
    from ui.core.window_state import WindowState


@pytest.fixture
def listed(
    workspace: Workspace, state: WindowState, told: Told,
    keep: Callable[[PrecedencePage], PrecedencePage], qtbot: QtBot,
) -> Iterator[PrecedencePage]:  # fmt: skip
    """The page over an office with the shipped lists, the usual one chosen."""
    workspace.run(add_shipped_lists)
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    goes = Desk(jobs, state, lambda *to: told.gone.append(to), told.said.append,
                told.complaints.append)  # fmt: skip
    page = keep(PrecedencePage(goes))
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.bands.rowCount() > 0)
    yield page
    jobs.close()


@pytest.fixture
def far(qtbot: QtBot, listed: PrecedencePage) -> Workspace:
    """The office behind the page, asked through the page's jobs."""
    return cast("Workspace", Far(qtbot, listed.desk.jobs))


def labels(page: PrecedencePage) -> list[str]:
    return [row.draft.label for row in page.bands.rows()]


def key(qtbot: QtBot, table: Table, place: int, press_key: Qt.Key, alt: bool = False) -> None:
    """Choose a row and press a key on it."""
    table.setFocus()
    table.selectRow(place)
    qtbot.waitUntil(table.hasFocus)
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(table, press_key, held)


def test_bands_move_by_keys_and_come_back(
    qtbot: QtBot, listed: PrecedencePage, far: Workspace
) -> None:
    before = labels(listed)
    key(qtbot, listed.band_table, 1, Qt.Key.Key_Up, alt=True)
    qtbot.waitUntil(lambda: labels(listed)[0] == before[1])
    assert listed.band_table.current_row().draft.label == before[1], "it stays the present one"
    press(listed, "Move the band down (Alt+Down)")
    qtbot.waitUntil(lambda: labels(listed) == before)
    listed.desk.jobs.undo()
    qtbot.waitUntil(lambda: labels(listed)[0] == before[1])
    assert far.ask(precedence_list).bands[0].draft.label == before[1]


def test_a_band_is_edited_with_its_functions(qtbot: QtBot, listed: PrecedencePage) -> None:
    key(qtbot, listed.band_table, 5, Qt.Key.Key_Return)  # heads of government
    dialog = opened(qtbot, BandEditor)
    assert dialog.form["functions"].value() == ("head_of_government", "minister_president")
    press(dialog, "Move Minister-president up")
    press(dialog, "Add a function…")
    keep_dialog(qtbot, FunctionEditor, function="speaker", country="EU")
    assert dialog.form["functions"].value() == (
        "minister_president", "head_of_government", "speaker@EU",
    )  # fmt: skip
    dialog.form["verified"].set_value(True)
    dialog.keep.click()
    qtbot.waitUntil(lambda: len(listed.bands.rows()[5].draft.functions) == 3)
    assert listed.bands.rows()[5].draft.verified


def test_a_function_that_stands_elsewhere_is_said_in_the_dialog(
    qtbot: QtBot, listed: PrecedencePage
) -> None:
    listed.new_band()
    dialog = opened(qtbot, BandEditor)
    dialog.form.set_values({"label": "Again", "functions": ("mayor",)})
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(dialog.form["functions"].problem()))
    assert "stands in “Mayor” already" in dialog.form["functions"].problem()
    dialog.form.set_values({"label": "Lecturers", "functions": ("mayor@FR",)})
    dialog.keep.click()
    qtbot.waitUntil(lambda: "Lecturers" in labels(listed))
    place = labels(listed).index("Lecturers")
    listed.band_table.selectRow(place)
    listed.remove_band()
    qtbot.waitUntil(lambda: "Lecturers" not in labels(listed))


def test_a_list_is_copied_made_usual_and_removed(
    qtbot: QtBot, listed: PrecedencePage, far: Workspace, told: Told
) -> None:
    listed.remove_list()
    qtbot.waitUntil(lambda: bool(told.complaints))
    listed.copy_list()
    keep_dialog(qtbot, PrecedenceListEditor, name="Ours", source="College, 8 Jan 2026")
    qtbot.waitUntil(lambda: (row := listed.current()) is not None and row.draft.name == "Ours")
    press(listed, "Make it the usual list")
    qtbot.waitUntil(lambda: (row := listed.current()) is not None and row.usual)
    listed.list_table.select_id(listed.lists.rows()[0].id)
    listed.remove_list()
    qtbot.waitUntil(lambda: listed.lists.rowCount() == 6)
    names = {row.draft.name for row in far.ask(precedence_lists)}
    assert "Usual list of the office" not in names
    listed.take_shipped()
    qtbot.waitUntil(lambda: listed.lists.rowCount() == 7)


def test_words_of_ours_stay_readable_in_every_language(
    qtbot: QtBot, listed: PrecedencePage, far: Workspace
) -> None:
    language.set_language(Language.NL)
    listed.edit_list()
    keep_dialog(qtbot, PrecedenceListEditor, tie_language="fr")
    qtbot.waitUntil(
        lambda: (row := listed.current()) is not None and row.draft.tie_language == "fr"
    )
    kept = far.ask(precedence_list)
    assert kept.draft.name == "Usual list of the office"
    assert kept.name.to(Language.NL) == "Gebruikelijke lijst van het kantoor"


def test_an_office_without_lists_is_offered_ours(
    qtbot: QtBot, listed: PrecedencePage, far: Workspace
) -> None:
    far.undo()
    listed.mark_stale()
    qtbot.waitUntil(lambda: listed._holder.currentIndex() == 1)
    press(listed, "Take the lists that come with Belfry")
    qtbot.waitUntil(lambda: listed.bands.rowCount() > 0)
