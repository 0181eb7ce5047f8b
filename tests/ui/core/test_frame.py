"""The frame: pages by the table, keys, search, language, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.core.text import N_, Language, Sentence, say
from ui import actions
from ui.core import language
from ui.core.hits import Hit
from ui.core.page import Desk, DossierPage, ListPage
from ui.core.palette import Palette
from ui.core.settings_menu import choose_language, choose_look
from ui.core.window_state import Json, WindowState
from ui.gallery_core import SamplePage
from ui.main_window import MainWindow, OfficeWords
from ui.navigation import PageSpec

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.fakes import FakeOffice
    from ui.core.jobs import Jobs

Keep = Callable[[Any], Any]


class Listed(ListPage):
    """Counts its refreshes; keeps a filter."""

    tables = frozenset({"person"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, language.tr("Contacts"))
        self.refreshed = 0
        self.made = 0
        self.filter = ""
        self.shown_record: UUID | None = None
        self.on("contacts.new_person", self._make)

    def _make(self) -> None:
        self.made += 1

    def refresh(self) -> None:
        self.refreshed += 1

    def show_record(self, record: UUID) -> None:
        self.shown_record = record

    def state(self) -> dict[str, Json]:
        return {"filter": self.filter}

    def restore(self, kept: dict[str, Json]) -> None:
        self.filter = str(kept["filter"])


class Dossier(DossierPage):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Receptions", "Kanazawa garden")


PAGES = (
    PageSpec("contacts", N_("Contacts"), "contacts", Listed, group=1),
    PageSpec("receptions", N_("Receptions"), "receptions", SamplePage, group=1),
    PageSpec("reception", N_("Reception"), "receptions", Dossier, parent="receptions"),
)


@dataclass(frozen=True)
class Told:
    label: Sentence
    tables: frozenset[str]
    ids: frozenset[UUID] = field(default=frozenset())
    by: str = ""
    undoable: bool = True


@pytest.fixture
def window(keep: Keep, jobs: Jobs, state: WindowState) -> MainWindow:
    made: MainWindow = keep(MainWindow(state, PAGES))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=True, who="Mia Vermeulen"))
    made.show()
    return made


def page(window: MainWindow) -> Any:
    return window.frame.pages.page()


def test_alt_and_a_number_go_to_a_page_and_back_returns(window: MainWindow) -> None:
    assert window.frame.pages.key() == "contacts"
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.frame.pages.key() == "receptions"
    window.go("reception")
    assert window.frame.rail.buttons["receptions"].isChecked()
    page(window)._back.click()
    assert window.frame.pages.key() == "receptions"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.frame.pages.key() == "contacts"


def test_a_page_is_shown_as_it_was_left(window: MainWindow) -> None:
    first = page(window)
    window.go("receptions")
    window.go("contacts", UUID(int=5))
    assert page(window) is first
    assert first.shown_record == UUID(int=5)


def test_pages_refresh_when_their_tables_change_and_only_when_seen(
    window: MainWindow, jobs: Jobs, office: FakeOffice, qtbot: QtBot
) -> None:
    listed = page(window)
    assert listed.refreshed == 1

    def write(_: object, tables: frozenset[str]) -> None:
        office.undo_label = say(N_("Add person"))
        office.tell(Told(say(N_("Added a person")), tables))

    for table in ("reception", "person"):
        with qtbot.waitSignal(jobs.changed):
            jobs.run(write, frozenset({table}))
    assert listed.refreshed == 2
    window.go("receptions")
    with qtbot.waitSignal(jobs.changed):
        jobs.run(write, frozenset({"person"}))
    assert listed.refreshed == 2
    assert listed.stale()
    window.go("contacts")
    assert listed.refreshed == 3
    toast = window.frame.status.toast
    assert toast.words() == "Added a person"
    toast._action.click()
    qtbot.waitUntil(lambda: "undo" in office.done)
    assert window.frame.status.saved.words().startswith("Saved ")
    assert "Add person" in window.frame.top.undo.toolTip()


def test_keys_of_a_page_count_on_that_page_only(window: MainWindow) -> None:
    listed = page(window)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_N, control)
    assert listed.made == 1
    window.go("reception")
    QTest.keyClick(window, Qt.Key.Key_N, control)
    assert listed.made == 1


def test_another_language_builds_everything_anew_where_people_were(window: MainWindow) -> None:
    old = page(window)
    old.filter = "heads"
    window.go("receptions")
    language.set_language(Language.NL)
    assert window.frame.pages.key() == "receptions"
    window.go("contacts")
    assert page(window) is not old
    assert page(window).filter == "heads"


def test_settings_are_kept(window: MainWindow, state: WindowState, tmp_path: Path) -> None:
    choose_language(state, "fr")
    choose_look(state, mode="dark", scale=1.25)
    window.close()
    kept = WindowState(tmp_path / "window.json")
    assert kept.get("language", "") == "fr"
    assert kept.get("theme", "") == "dark"
    assert kept.get("text_size", 1.0) == 1.25
    assert kept.get("page", "") == "contacts"
    choose_look(state, mode="light", scale=1.0)


@pytest.mark.parametrize("words", ["", "{", "[1]", '{"page": 3}'])
def test_a_damaged_state_is_no_reason_to_stop(words: str, tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text(words)
    assert WindowState(tmp_path / "window.json").get("page", "contacts") == "contacts"


def test_the_rail_folds_in_a_narrow_window(window: MainWindow) -> None:
    wide = window.frame.rail.width()
    window.resize(1000, 700)
    assert window.frame.rail.width() < wide
    assert "Contacts" in window.frame.rail.buttons["contacts"].toolTip()


def test_the_pane_folds_and_opens_in_place_of_the_list(window: MainWindow) -> None:
    window.go("receptions")
    sample = page(window)
    assert sample.pane.isVisible()
    window.resize(900, 700)
    assert not sample.pane.isVisible()
    sample.open_pane()
    assert sample.pane.isVisible()
    QTest.keyClick(sample.pane, Qt.Key.Key_Escape)
    assert not sample.pane.isVisible()
    assert sample._left.isVisible()


def test_search_finds_commands_and_does_them(window: MainWindow, qtbot: QtBot) -> None:
    window.go("receptions")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.search_box()
    assert palette.isVisible()
    QTest.keyClicks(palette.line, "new per")
    qtbot.waitUntil(lambda: [hit.title for hit in palette.hits()] == ["New person"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.frame.pages.key() == "contacts"
    assert page(window).made == 1


def test_the_window_tells_once_that_it_is_painted(window: MainWindow, qtbot: QtBot) -> None:
    told: list[bool] = []
    with qtbot.waitSignal(window.painted):
        window.painted.connect(lambda: told.append(True))
    assert window.frame.search_box is not None
    window.repaint()
    QTest.qWait(60)
    assert told == [True]


def test_escape_closes_the_search(window: MainWindow) -> None:
    window.search()
    palette = window.search_box()
    QTest.keyClicks(palette.line, "zz")
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def hits(count: int) -> list[Hit]:
    return [
        Hit(f"Person {n}", "Embassy of Japan", "person", "person", lambda: None)
        for n in range(count)
    ]


def test_older_answers_are_dropped_and_arrows_choose(keep: Keep, window: MainWindow) -> None:
    waiting: list[Callable[[list[Hit]], None]] = []
    palette = keep(Palette(window, lambda _, answer: waiting.append(answer)))
    palette.open()
    QTest.keyClicks(palette.line, "ta")
    waiting[2](hits(3))
    waiting[1](hits(9))
    assert len(palette.hits()) == 3
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    assert palette.line.hasFocus()


def test_files_dropped_on_the_window_are_handed_on(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/x/contacts.csv"), QUrl.fromLocalFile("/x/photo.png")])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(window.files_dropped) as dropped:
        window.dropEvent(drop)
    assert dropped.args == [[Path("/x/contacts.csv")]]


def test_the_sheet_of_shortcuts_opens(window: MainWindow) -> None:
    window.show_shortcuts()
    from ui.core.shortcut_sheet import ShortcutSheet

    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    sheet.accept()


def test_no_two_actions_share_keys_where_both_count() -> None:
    seen: dict[tuple[str, str], str] = {}
    for action in actions.ACTIONS:
        for keys in action.keys:
            for where in {action.page, ""} if not action.page else {action.page}:
                clash = seen.get((where, keys)) or seen.get(("", keys))
                assert clash is None or action.local, (action.id, clash)
                seen[(where, keys)] = action.id


def test_every_action_stands_in_the_table_once() -> None:
    ids = [action.id for action in actions.ACTIONS]
    assert len(ids) == len(set(ids))


def test_the_frame_starts_lean() -> None:
    import subprocess
    import sys

    words = "import sys, ui.main_window; print(*(m for m in sys.modules))"
    python = [sys.executable, "-c", words]
    done = subprocess.run(python, capture_output=True, text=True, check=True)  # noqa: S603 - this very Python
    loaded = set(done.stdout.split())
    heavy = {"sqlalchemy", "babel", "keyring", "reportlab", "openpyxl", "platformdirs", "uharfbuzz"}
    assert not heavy & loaded
