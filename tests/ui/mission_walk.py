"""Somebody at the desk, with a mission open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from app.core.text import Language
from app.missions.queries import (
    costs,
    delegation,
    fair_board,
    mission_overview,
    mission_programme,
    mission_sheet,
    rooming,
    travel,
    travel_papers,
)
from tests.ui.fakes import Far
from tests.ui.walking import Walk
from ui.missions.dossier import MissionPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.missions.queries import ParticipantRow
    from ui.main_window import MainWindow

NL = Language.NL
PORT = "North Port"
NUMBER = "EX7654321"
LIST = """\
Family name;Given name;Company;Role
Dierckx;Lore;Zeewind Energie NV;business
Everts;Tom;Zeewind-Energie;business
Maes;Tuur;Havenhuis;press
Claes;Noor;Staalkade;business
Peeters;Jan;Universiteit van de Delta;academic
"""


class MissionWalk(Walk):
    """Somebody at the desk, with a mission open."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.far: Far | None = None

    @property
    def page(self) -> MissionPage:
        """The mission that is open."""
        found = self.window.frame.pages.page()
        assert isinstance(found, MissionPage)
        return found

    @property
    def rows(self) -> list[ParticipantRow]:
        """The delegation as the table shows it."""
        found: list[ParticipantRow] = self.page.delegation.model.rows()
        return found

    def row(self, family: str) -> ParticipantRow:
        """One of them."""
        return next(one for one in self.rows if one.name.family == family)

    def ask(self, query: Callable[..., Any], *args: object) -> Any:
        """What the office answers about the mission."""
        return Far(self.qtbot, self.page.desk.jobs).ask(query, self.page.record, *args)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: not self.page.desk.jobs.is_working)
        QCoreApplication.processEvents()
        self.until(lambda: not self.page.desk.jobs.is_working)

    def look_at(self, key: str) -> None:
        """Click a tab, and wait until it is there with what it shows."""
        with self.step(f"tab {key}"):
            bar = self.page.tabs
            place = next(at for at in range(bar.count()) if bar.tabData(at) == key)
            QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
            self.until(self.page.tab(key).isVisible)
            self.settle()

    def everything(self) -> tuple[Any, ...]:
        """All the mission holds, but when it was last written."""
        found = [
            [one.draft for one in self.ask(delegation, NL)],
            [(one.name.family, one.place, one.groups) for one in self.ask(delegation, NL)],
            [(one.row.draft, one.groups, one.people) for one in self.ask(mission_programme).lines],
            [(one.draft, one.going, one.kg_all) for one in self.ask(travel).legs],
            [one.draft for one in self.ask(rooming).rooms],
            [one.draft for one in self.ask(costs).lines],
            [(one.draft, one.paid_euro, one.planned_euro) for one in self.ask(costs).lines],
            sorted(str(one.pair) + str(one.slot) for one in self.ask(fair_board).meetings),
            [one.draft for one in self.ask(mission_overview, Language.EN).tasks],
            sorted(repr(one.draft) for one in self.ask(travel_papers).values()),
        ]
        sheet = self.ask(mission_sheet, NL)
        found += [sheet.draft, [one.draft for one in sheet.destinations + sheet.objectives]]
        return tuple(found)
