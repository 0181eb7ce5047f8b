"""The import from file to result, in the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.core import search
from tests.builders import make_person
from ui.core.jobs import Jobs
from ui.core.page import Desk
from ui.interchange.page import ImportPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.ui.fakes import Beat
    from ui.core.window_state import WindowState

LIST = (
    "Prénom;Nom;Fonction;Organisation;Pays;E-mail\r\n"
    "Aoi;Tanaka;Ambassadeur;Ambassade du Japon;Japon;a.tanaka@jp.example\r\n"
    "Inês;Ferreira;Conseiller;Ambassade du Portugal;Portugal;no mail here\r\n"
)


@dataclass
class Told:
    """What the page told its frame."""

    gone: list[object] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    complaints: list[Exception] = field(default_factory=list)


@pytest.fixture
def told() -> Told:
    """What the page told."""
    return Told()


@pytest.fixture
def page(
    workspace: Workspace,
    state: WindowState,
    told: Told,
    keep: Callable[[ImportPage], ImportPage],
    qtbot: QtBot,
) -> Iterator[ImportPage]:
    """The import page over an office in which Aoi Tanaka is known."""
    make_person(workspace, family_name="Tanaka", given_name="Aoi", emails=("a.tanaka@jp.example",))
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    desk = Desk(jobs, state, told.gone.append, told.said.append, told.complaints.append)
    made = keep(ImportPage(desk))
    made.resize(1100, 760)
    made.show()
    yield made
    jobs.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small list as Excel in Belgium writes it."""
    path = tmp_path / "corps.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


def to_map(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    """Open a file and wait for its columns."""
    page.open_file(path)
    qtbot.waitUntil(lambda: page.map is not None)


def to_preview(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    """Go on to the rows."""
    to_map(qtbot, page, path)
    assert page.map is not None
    page.map.go_on.click()
    qtbot.waitUntil(lambda: page.preview is not None and page.preview.model.rowCount() > 0)


def count(page: ImportPage, qtbot: QtBot, words: str) -> int:
    """How many lines of the office answer."""
    found: list[int] = []
    page.desk.jobs.ask(search.count, words, then=found.append, owner=page)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_list_comes_in_and_goes_out_again(
    qtbot: QtBot, page: ImportPage, file: Path, tmp_path: Path
) -> None:
    to_preview(qtbot, page, file)
    assert page.preview is not None
    rows = page.preview.model.rows()
    assert [row.name for row in rows] == ["Tanaka, Aoi", "Ferreira, Inês"]
    assert rows[0].function == "Ambassador"
    assert len(rows[1].problems) == 1
    page.preview.start.click()
    qtbot.waitUntil(lambda: page.result is not None)
    assert page.result is not None
    assert [problem.line for problem in page.result.problems] == [3]
    assert count(page, qtbot, "ferreira") == 1
    assert count(page, qtbot, "aoi") == 1
    page.result.save.emit(tmp_path / "problems.csv")
    qtbot.waitUntil((tmp_path / "problems.csv").exists)
    page.result.back.click()
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.choose)
    assert count(page, qtbot, "ferreira") == 0


def test_the_columns_are_guessed_and_may_be_left_out(
    qtbot: QtBot, page: ImportPage, file: Path
) -> None:
    to_map(qtbot, page, file)
    step = page.map
    assert step is not None
    assert step.plan().columns[:3] == ("given_name", "family_name", "function")
    assert page.found is not None
    assert page.found.samples[1] == "Tanaka · Ferreira"
    qtbot.waitUntil(step.columns.is_built)
    for combo in step.columns.combos:
        combo.setCurrentIndex(0)
    step.go_on.click()
    assert page.preview is None
    assert step.banner.words()


def test_what_would_come_of_it_is_told_for_each_way(
    qtbot: QtBot, page: ImportPage, file: Path
) -> None:
    to_preview(qtbot, page, file)
    step = page.preview
    assert step is not None
    qtbot.waitUntil(lambda: "would be added" in step._outcome.words())
    before = step._outcome.words()
    step.duplicates.choose("add")
    step.duplicates.chosen.emit("add")
    qtbot.waitUntil(
        lambda: "would be added" in step._outcome.words() and step._outcome.words() != before
    )


def test_a_file_that_is_no_list_is_refused_in_a_sentence(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    picture = tmp_path / "list.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page.open_file(picture)
    qtbot.waitUntil(lambda: bool(page.choose.banner.words()))
    assert "list.csv" in page.choose.banner.words()


def test_a_dropped_file_begins_the_import(qtbot: QtBot, page: ImportPage, file: Path) -> None:
    drop(page, file)
    qtbot.waitUntil(lambda: page.map is not None)


def test_cancelling_changes_nothing(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    path = long_list(tmp_path, 6_000)
    to_preview(qtbot, page, path)
    assert page.preview is not None
    page.preview.start.click()
    assert page.watch is not None
    page.watch.cancel()
    shown = page.preview
    qtbot.waitUntil(lambda: page._stack.currentWidget() is shown, timeout=20_000)
    assert count(page, qtbot, "person") == 0


@pytest.mark.parametrize("columns", [0, 90])
def test_the_window_lives_at_every_step_of_an_import(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, beat: Beat, columns: int
) -> None:
    path = long_list(tmp_path, 6_000, columns)
    beat.begin_anew()  # writing the list is no part of it
    drop(page, path)
    qtbot.waitUntil(lambda: page.map is not None and page.map.columns.is_built())
    assert page.map is not None
    assert len(page.map.columns.combos) == columns + 3
    page.map.columns.combos[0].setCurrentIndex(0)
    page.map.go_on.click()
    qtbot.waitUntil(lambda: page.preview is not None and page.preview.start.isEnabled())
    assert page.preview is not None
    qtbot.waitUntil(lambda: not page.desk.jobs.is_working, timeout=30_000)
    page.preview.start.click()
    qtbot.waitUntil(lambda: page.result is not None, timeout=30_000)
    assert page.result is not None
    assert len(page.result.problems) == 6_000
    page.start_again()
    qtbot.waitUntil(lambda: page._stack.count() <= 3)
    assert page.found is not None
    assert page.found.rows == 6_000


def drop(page: ImportPage, path: Path) -> None:
    """Drop a file onto the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, left, plain)
    QCoreApplication.sendEvent(page.choose, enter)
    dropped = QDropEvent(QPointF(20, 20), copy, data, left, plain)
    QCoreApplication.sendEvent(page.choose, dropped)


def long_list(folder: Path, rows: int, more: int = 0) -> Path:
    """A list of many invented people, perhaps with many columns; each with a mail that is none."""
    path = folder / "many.csv"
    others = [f"Champ {n}" for n in range(more)]
    empty = ";" * more
    lines = [f"Given{n};Person{n};person{n} at many{empty}" for n in range(rows)]
    head = ";".join(["Prénom", "Nom", "E-mail", *others])
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    return path
