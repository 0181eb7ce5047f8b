"""Scenes of the receptions, their tabs and their papers, over the sample office."""

from __future__ import annotations

import shutil
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from app.core import office
from app.sample_office import furnish_and_build
from app.schema import TRADE
from ui.briefings.panel import PaperPanel
from ui.core.jobs import Jobs
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow, OfficeWords
from ui.receptions.dossier import ReceptionPage
from ui.receptions.page import ReceptionsPage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.workspace import Workspace

TABS = ("overview", "guests", "programme", "follow-up", "paper")


@cache
def _sample() -> tuple[Path, UUID, Mapping[str, UUID]]:
    """The sample office in a folder of its own, made once; the reception worth looking at, all."""
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Sample office.belfry"
    workspace = office.create(str(place), TRADE, plain=True).workspace
    made = furnish_and_build(workspace)
    workspace.close()
    return place, made.briefed, made.receptions


def sample_copy() -> Workspace:
    """Open a copy of the sample office."""
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Sample office.belfry"
    shutil.copyfile(_sample()[0], place)
    return office.open_office(str(place), TRADE)


def sample_reception(key: str = "") -> UUID:
    """A reception by its key in the sample's file; without one, the one worth looking at."""
    return _sample()[2][key] if key else _sample()[1]


def sample_window(page: str) -> MainWindow:
    _sample()  # before the picture's time begins to run
    folder = Path(mkdtemp(prefix="belfry-gallery-"))
    window = MainWindow(WindowState(folder / "window.json"))
    jobs = Jobs(sample_copy, window)  # type: ignore[arg-type]  # a workspace
    window.destroyed.connect(jobs.close)
    window.furnish(jobs, OfficeWords("Sample office", encrypted=True, who="Mia Vermeulen"), page)
    return window


def _list(window: QWidget) -> ReceptionsPage | None:
    page = window.findChild(ReceptionsPage)
    return page if isinstance(page, ReceptionsPage) and page.model.rowCount() else None


def _listed(window: QWidget) -> bool:
    return _list(window) is not None


def dossier_shown(window: QWidget, key: str) -> ReceptionPage | None:
    """A reception's page, opened step by step; None until it is there."""
    listed = _list(window)
    if listed is None:
        return None
    page = window.findChild(ReceptionPage)
    if not isinstance(page, ReceptionPage):
        listed.open(sample_reception(key))
        return None
    return page


def tab_shown(tab: str, window: QWidget) -> bool:
    """Step by step: the list, the dossier, the tab; true when its data has come."""
    listed = _list(window)
    if listed is None:
        return False
    page = window.findChild(ReceptionPage)
    if not isinstance(page, ReceptionPage):
        listed.open(_sample()[1])
        return False
    if page.tabs.current() != tab:
        page.tabs.choose(tab)
        return False
    if tab == "overview":
        shown = page.overview.stages
        return shown.shown is not None and shown.height() >= shown.sizeHint().height()
    if tab == "guests":
        return page.guests.model.rowCount() > 0
    paper = page.findChild(PaperPanel)
    return tab != "paper" or (isinstance(paper, PaperPanel) and paper.is_shown)


def _reception() -> QWidget:
    return sample_window("receptions")


scene("receptions", 1440, 900, ready=_listed)(_reception)
scene("receptions-small", 1100, 700, ready=_listed)(_reception)
for _tab in TABS:
    scene(f"reception-{_tab}", 1440, 900, ready=partial(tab_shown, _tab))(_reception)
scene("reception-guests-150", 1440, 900, ready=partial(tab_shown, "guests"), scale=1.5)(_reception)
