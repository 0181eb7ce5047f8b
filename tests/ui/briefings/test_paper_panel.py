"""Documents beside their list: shown as they will print, in the language chosen, saved, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter

from app.receptions.commands import invite
from tests.app.briefings.reading import text
from tests.builders import make_ambassador, make_person, make_reception
from tests.ui.calm import calm
from ui.briefings.pages_view import PageView, draw_page, page_sizes
from ui.briefings.panel import PaperPanel
from ui.core.jobs import Jobs
from ui.core.page import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.window_state import WindowState


@pytest.fixture
def evening(workspace: Workspace) -> UUID:
    """A reception with two guests and a note."""
    made = make_reception(workspace, title="Evening / corps", note="SECRET NOTE")
    people = [make_ambassador(workspace, "JP", native_name="田中 葵"), make_person(workspace)]
    workspace.run(invite, made, people, "accepted")
    return made


@pytest.fixture
def said() -> list[str]:
    """What the panel told its frame."""
    return []


@pytest.fixture
def panel(
    workspace: Workspace,
    evening: UUID,
    state: WindowState,
    said: list[str],
    keep: Callable[[PaperPanel], PaperPanel],
    qtbot: QtBot,
) -> Iterator[PaperPanel]:
    """The papers of the reception, the first one shown."""
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    desk = Desk(jobs, state, say=said.append, complain=lambda error: said.append(str(error)))
    made = keep(PaperPanel(desk, "reception"))
    made.resize(1200, 800)
    made.show()
    made.show_record(evening, "Evening / corps")
    settled(qtbot, made)
    yield made
    jobs.close()


def settled(qtbot: QtBot, panel: PaperPanel) -> str:
    """Wait until the paper is made; answer its text."""
    qtbot.waitUntil(panel._save.isEnabled)
    assert panel._made is not None
    return text(panel._made.pdf)


def test_the_first_paper_is_shown_at_once(panel: PaperPanel, qtbot: QtBot) -> None:
    assert panel.paper.kind == "reception-briefing"
    assert "SECRET NOTE" in settled(qtbot, panel)
    [page] = panel._pages._pages
    assert isinstance(page, PageView)
    qtbot.waitUntil(lambda: page._image is not None)
    assert page._image is not None
    assert page._image.width() >= page.width()


def test_every_paper_can_be_chosen(panel: PaperPanel, qtbot: QtBot) -> None:
    told = set()
    for one in panel._papers:
        panel._list.select_id(one.id)
        assert panel.paper is one.paper
        panel.refresh()
        told.add(settled(qtbot, panel))
    assert len(told) == len(panel._papers) >= 7


def test_the_paper_has_its_own_language_and_audience(panel: PaperPanel, qtbot: QtBot) -> None:
    english = settled(qtbot, panel)
    panel._languages.choose("fr")
    panel.refresh()
    french = settled(qtbot, panel)
    assert "préséance" in french
    assert "préséance" not in english
    panel._audiences.choose("external")
    panel.refresh()
    assert "SECRET NOTE" not in settled(qtbot, panel)


def test_only_the_paper_chosen_last_can_be_saved(panel: PaperPanel, qtbot: QtBot) -> None:
    panel.refresh()
    panel._audiences.choose("external")
    panel.refresh()
    assert not panel._save.isEnabled()
    assert panel._made is None
    assert "SECRET NOTE" not in settled(qtbot, panel)
    qtbot.wait(200)
    assert "SECRET NOTE" not in settled(qtbot, panel)


def test_a_paper_that_fails_leaves_no_older_one(
    panel: PaperPanel, said: list[str], qtbot: QtBot
) -> None:
    panel._record = uuid4()
    panel.refresh()
    qtbot.waitUntil(lambda: bool(said))
    assert not panel._save.isEnabled()
    assert panel._pages._pages == []


def test_a_paper_is_saved(panel: PaperPanel, said: list[str], tmp_path: Path, qtbot: QtBot) -> None:
    assert panel.file_name() == "Reception briefing - Evening - corps - en.pdf"
    path = tmp_path / "briefing.pdf"
    panel.save_to(path)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Saved briefing.pdf"]
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    document.close()


def test_a_disk_that_refuses_is_said(
    panel: PaperPanel, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    panel.save_to(tmp_path / "nowhere" / "briefing.pdf")
    qtbot.waitUntil(lambda: bool(said))
    assert "Saved" not in said[0]


def test_a_paper_is_printed(
    panel: PaperPanel, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    panel.print_on(printer)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said == ["Sent to the printer"]
    assert page_sizes((tmp_path / "printed.pdf").read_bytes())


def test_a_page_is_drawn_as_large_as_asked(panel: PaperPanel) -> None:
    assert panel._made is not None
    picture = draw_page(panel._made.pdf, 0, 0.5)
    width, _height = panel._made.sizes[0]
    assert abs(picture.width - width / 2) <= 1
    assert len(picture.pixels) == picture.stride * picture.height


def test_making_a_paper_never_stops_the_window(panel: PaperPanel, qtbot: QtBot) -> None:
    panel._languages.choose("nl")
    with calm():
        panel.refresh()
        qtbot.waitUntil(lambda: panel._made is not None)
