"""Scenes of travel, rooms and costs, over a mission of the gallery's own."""

from __future__ import annotations

import shutil
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from app.core import office
from app.missions.draft import RateDraft
from app.missions.queries import costs, counting, rooming, travel
from app.missions.rules.airports import air_km
from app.sample_office.travel_scene import FIRST, travelling_mission
from app.schema import TRADE
from ui.core import theme
from ui.core.cards import column
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.page import Desk
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow
from ui.missions.compare_editor import CompareEditor, CompareEntry
from ui.missions.cost_editor import CostEditor, CostEntry, RateEditor
from ui.missions.costs_tab import CostsTab
from ui.missions.factors_dialog import FactorsDialog
from ui.missions.leg_editor import LegEditor, LegEntry
from ui.missions.page import MissionsPage
from ui.missions.room_editor import RoomEditor, RoomEntry
from ui.missions.rooms_tab import RoomsTab
from ui.missions.travel_tab import TravelTab
from ui.missions.travel_years_page import TravelYearsPage
from ui.receptions.gallery import sample_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from app.core.workspace import Workspace
    from app.missions.queries import Costs, Rooming, Travel


@cache
def _made() -> tuple[Path, UUID]:
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Sample office.belfry"
    workspace = office.create(str(place), TRADE, plain=True).workspace
    mission = travelling_mission(workspace)
    workspace.close()
    return place, mission


def travel_office() -> tuple[Workspace, UUID]:
    """A copy of an office with one mission that travels, and that mission."""
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Sample office.belfry"
    shutil.copyfile(_made()[0], place)
    return office.open_office(str(place), TRADE), _made()[1]


class TravelHost(QWidget):
    """A page's part in small: it shows a tab of the mission, again after each change."""

    def __init__(self, make: Callable[[Desk], Any]) -> None:
        super().__init__()
        self.setObjectName("Page")
        workspace, mission = travel_office()
        place = workspace.place.location
        workspace.close()
        folder = Path(mkdtemp(prefix="belfry-gallery-"))
        self.jobs = Jobs(lambda: office.open_office(place, TRADE), self)  # type: ignore[arg-type, return-value]  # a workspace
        self.tab = make(Desk(self.jobs, WindowState(folder / "window.json")))
        self.setLayout(column(self.tab, margin=24))
        self.jobs.changed.connect(lambda _changes: self.tab.show_record(mission))
        self.jobs.ready.connect(lambda: self.tab.show_record(mission))
        self.destroyed.connect(self.jobs.close)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("background"))
        painter.end()


def _filled(widget: QWidget) -> bool:
    return isinstance(widget, TravelHost) and widget.tab.model.rowCount() > 0


def _view(key: str, widget: QWidget) -> bool:
    if not _filled(widget):
        return False
    tab = widget.tab  # type: ignore[attr-defined]  # a host
    if tab.views.current() != key:
        tab.views.choose(key)
        tab.views.chosen.emit(key)
        return False
    return True


def _asked(query: Callable[..., Any]) -> Any:
    """What the office of the gallery answers about its mission."""
    workspace, mission = travel_office()
    found = workspace.ask(query, mission)
    workspace.close()
    return found


def _leg() -> QWidget:
    found: Travel = _asked(travel)
    return LegEditor(None, tr("Leg"), LegEntry(found.legs[6].draft, found.party, flown=_told_km))


def _told_km(start: str, end: str, answer: Callable[[float | None], None]) -> None:
    answer(air_km(start, end))


def _taxi() -> QWidget:
    found: Travel = _asked(travel)
    return LegEditor(None, tr("Leg"), LegEntry(found.legs[5].draft, found.party))


def _comparing() -> QWidget:
    found: Travel = _asked(travel)
    chosen = _asked(lambda session, _mission: counting(session))
    leg = found.legs[8]
    entry = CompareEntry(leg, chosen, FIRST, leg.draft.train_minutes, leg.draft.motive)
    made = CompareEditor(None, leg.route, entry)
    made.form["train_km"].set_value(823)
    made.form["car_km"].set_value(748)
    made.form["own_minutes"].set_value(255)
    made.form.changed.emit()
    return made


def _room() -> QWidget:
    found: Rooming = _asked(rooming)
    draft = found.rooms[-1].draft
    return RoomEditor(None, tr("Room"), RoomEntry(draft, found.party))


def _cost() -> QWidget:
    found: Costs = _asked(costs)
    return CostEditor(None, tr("Cost"), CostEntry(found.lines[3].draft, found.party))


def _rate() -> QWidget:
    return RateEditor(None, tr("Rate of exchange"), RateDraft("JPY", FIRST, "0.0061", "ECB"))


def _factors() -> QWidget:
    return _over_the_office(FactorsDialog)


def _over_the_office(make: Callable[[None, Desk], QDialog]) -> QWidget:
    workspace, _mission = travel_office()
    place = workspace.place.location
    workspace.close()
    jobs = Jobs(lambda: office.open_office(place, TRADE))  # type: ignore[arg-type, return-value]  # a workspace
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    made = make(None, Desk(jobs, state))
    jobs.setParent(made)
    made.destroyed.connect(jobs.close)
    return made


def _rows_listed(widget: QWidget) -> bool:
    return isinstance(widget, FactorsDialog) and widget.model.rowCount() > 0


_TRAVEL = partial(TravelHost, TravelTab)
scene("mission-travel", 1440, 860, ready=_filled)(_TRAVEL)
scene("mission-travel-small", 1100, 700, ready=_filled)(_TRAVEL)
scene("mission-travel-people", 1440, 860, ready=partial(_view, "people"))(_TRAVEL)
scene("mission-rooms", 1440, 860, ready=_filled)(partial(TravelHost, RoomsTab))
scene("mission-costs", 1440, 860, ready=_filled)(partial(TravelHost, CostsTab))
scene("mission-leg", 680, 760)(_leg)
scene("mission-leg-taxi", 680, 700)(_taxi)
scene("mission-compare", 600, 520)(_comparing)
scene("mission-room", 600, 560)(_room)
scene("mission-cost", 640, 720)(_cost)
scene("mission-rate", 480, 400)(_rate)
scene("mission-factors", 1040, 680, ready=_rows_listed)(_factors)


def _years(view: str, window: QWidget) -> bool:
    page = window.findChild(TravelYearsPage)
    if not isinstance(page, TravelYearsPage):
        if isinstance(window, MainWindow) and window.findChild(MissionsPage):
            window.go("travel_years")
        return False
    if page.model.rowCount() and page.views.current() != view:
        page.views.choose(view)
        page.views.chosen.emit(view)
    return bool(page.model.rowCount() and page.flown.rowCount())


_SAMPLE = partial(sample_window, "missions")
scene("travel-years", 1440, 1400, ready=partial(_years, "mode"))(_SAMPLE)
scene("travel-years-units", 1100, 760, ready=partial(_years, "unit"))(_SAMPLE)
