"""Travel and CO2 by year in the window: figures, views, a list, paper, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from app.missions.commands import note_train
from app.missions.queries import travel
from ui.briefings.one_paper import OnePaper
from ui.missions.travel_tab import TravelTab
from ui.missions.travel_years_page import TravelYearsPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.ui.missions.travel.conftest import Table


@pytest.fixture
def page(travelling: Table, keep: Callable[[Any], Any], qtbot: QtBot) -> TravelYearsPage:
    """The page, filled."""
    made = TravelYearsPage(travelling.desk)
    keep(made)
    made.resize(1300, 900)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def _choose(page: TravelYearsPage, key: str) -> None:
    page.views.choose(key)
    page.views.chosen.emit(key)


def test_a_year_is_told_by_mode_mission_unit_and_traveller(page: TravelYearsPage) -> None:
    assert page.found is not None
    assert page.found.year == 2026
    assert page.years.current() == "2026"
    assert page.over.accessibleName().startswith("2026: ")
    assert [line.one.name for line in page.model.rows()] == ["plane", "train", "taxi", "coach"]
    for view, first, count in (("mission", "Kanazawa", 1), ("unit", "North Port", 1),
                               ("person", "Aerts, An", 8)):  # fmt: skip
        _choose(page, view)
        assert page.model.rows()[0].one.name == first
        assert page.model.rowCount() == count
        assert page.chart.accessibleName().startswith(first)
    assert [one.one.motive for one in page.flown.rows()] == [
        "", "Dezelfde avond terug voor de gemeenteraad"
    ]  # fmt: skip
    assert page.rows.rowCount() > 2
    assert "more than" in page._apart.words()


def test_it_follows_what_is_written(page: TravelYearsPage, travelling: Table, qtbot: QtBot) -> None:
    legs = travelling.far.ask(travel, travelling.mission).legs
    asked = next(one for one in legs if one.train is not None and one.draft.train_minutes)
    travelling.far.run(note_train, asked.id, 190, "The only way that day")
    qtbot.waitUntil(lambda: page.found is not None and not page.found.without_motive)
    travelling.far.undo()
    qtbot.waitUntil(lambda: page.found is not None and page.found.without_motive == 1)


def test_its_rows_are_written_and_it_prints(
    page: TravelYearsPage, travelling: Table, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "year.csv"
    page.export_to(file)
    qtbot.waitUntil(lambda: bool(travelling.said))
    assert travelling.said == ["14 lines in year.csv"]
    assert len(file.read_text("utf-8-sig").splitlines()) == 15
    page.print()
    [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, OnePaper)]
    qtbot.waitUntil(lambda: dialog.panel.is_shown)
    dialog.reject()


def test_a_mission_is_opened_and_the_year_kept(
    page: TravelYearsPage, travelling: Table, keep: Callable[[Any], Any]
) -> None:
    gone: list[tuple[str, UUID | None]] = []
    object.__setattr__(travelling.desk, "go", lambda key, record=None: gone.append((key, record)))
    _choose(page, "mission")
    page.table.opened.emit(page.model.rows()[0])
    tab = TravelTab(travelling.desk)
    keep(tab)
    tab.open_years()
    assert gone == [("mission", travelling.mission), ("travel_years", None)]
    page._choose("2026")
    assert page.state() == {"year": 2026, "by": "mission"}
    page.restore({"year": 2025, "by": "unit"})
    assert page.state() == {"year": 2025, "by": "unit"}
