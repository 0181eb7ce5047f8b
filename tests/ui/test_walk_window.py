"""The whole chain by hand: a list in, a reception, sixty guests in order, a French briefing saved.

Everything is done as a person does it, with clicks and keys; the window never stands still while a
list comes in or a paper is made.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from app.contacts.furnish import furnish
from app.core.text import Language
from tests.app.briefings.reading import text
from tests.ui.calm import calm
from tests.ui.receptions.dialogs import keep as kept
from tests.ui.receptions.dialogs import opened
from ui.core.jobs import Jobs
from ui.dossiers.choosing import ChoosePeople
from ui.main_window import MainWindow, OfficeWords
from ui.receptions.beginning import BeginEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.briefings.panel import PaperPanel
    from ui.core.window_state import WindowState

COUNTRIES = "Japan France Poland Morocco Brazil India Thailand Greece Ukraine Nigeria Peru Kenya"
LONG = 20_000  # ms: an import or a print may take so long on a busy machine


@pytest.fixture
def corps(tmp_path: Path) -> Path:
    """Sixty invented ambassadors, counsellors and consuls."""
    lines = ["Nom;Prénom;Fonction;Organisation;Pays;Lettres de créance;E-mail"]
    countries = COUNTRIES.split()
    functions = ("Ambassadeur", "Conseiller", "Chargé d'affaires a.i.", "Consul général")
    for number in range(60):
        country = countries[number % len(countries)]
        function = functions[number // len(countries) % len(functions)]
        post = "Consulate General" if "Consul g" in function else "Embassy"
        day = f"{1 + number % 28:02}/03/2024" if function == "Ambassadeur" else ""
        cells = (f"Élan{number:02}", "Łucja", function, f"{post} of {country}", country, day)
        lines.append(";".join((*cells, f"guest{number}@example.org")))
    path = tmp_path / "corps.csv"
    path.write_text("\r\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def window(
    workspace: Workspace,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    """The window on a furnished office without anybody in it."""
    workspace.run(furnish)
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "contacts")
    made.show()
    made.activateWindow()
    yield made
    jobs.close()


def page(window: MainWindow) -> Any:
    """The page before the person."""
    return window.frame.pages.page()


def click(inside: QWidget, words: str) -> None:
    """Click the visible button that says so."""
    for button in inside.findChildren(QAbstractButton):
        if button.isVisible() and words in (button.text(), button.accessibleName()):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button says {words}")


def test_from_a_list_to_a_french_briefing(
    window: MainWindow,
    corps: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def wait(done: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(done()), timeout=LONG)

    # The list: choose a file, look at its columns and rows, import.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(corps), ""))
    window.go("import")
    importing = page(window)
    click(importing, "Choose a file…")
    wait(lambda: importing.map)
    click(importing, "Look at the rows")
    wait(lambda: importing.preview and importing.preview.start.isEnabled())
    with calm():
        click(importing, "Import 60 rows")
        wait(lambda: importing.result)
    assert not importing.result.problems
    click(importing, "Show the contacts")
    wait(lambda: window.frame.pages.key() == "contacts")

    # A reception.
    click(window, "Receptions")
    click(page(window), "New reception")
    kept(qtbot, BeginEditor, title="Evening of the corps", day=dt.date(2400, 5, 1))
    wait(lambda: window.frame.pages.key() == "reception")
    dossier = page(window)

    # Its guests: all sixty, in order, everybody with a reason.
    dossier.tabs.choose("guests")
    wait(lambda: dossier.title() == "Evening of the corps")
    click(dossier, "Add guests…")
    adding = opened(qtbot, ChoosePeople)
    wait(lambda: adding.model.rowCount() == 60)
    QTest.keyClick(adding.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    click(adding, "Add to the list")
    wait(lambda: dossier.guests.model.rowCount() == 60)
    rows = dossier.guests.model.rows()
    assert [one.place for one in rows] == list(range(1, 61))
    assert all(one.reason.to(Language.FR) for one in rows)
    assert str(rows[0].reason) == "Credentials 1 Mar 2024, no. 1 that day"
    assert rows[0].posting.draft.function == "ambassador"

    # The briefing, in French, to a file.
    dossier.tabs.choose("paper")
    paper: PaperPanel = dossier.tab("paper")
    wait(paper._save.isEnabled)
    out = tmp_path / "briefing.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    english = paper._made
    with calm():
        click(paper, "FR")
        wait(lambda: paper._made not in (None, english))
        click(paper, "Save as PDF…")
        wait(lambda: out.exists() and out.stat().st_size > 1_000)
    found = text(out.read_bytes())
    assert "préséance" in found
    assert all(f"Élan{number:02}" in found for number in range(60))
