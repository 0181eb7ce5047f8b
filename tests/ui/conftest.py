"""Qt without a screen; a warning of Qt fails the test; widgets are held and then let go."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")

from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.text import Language
from tests.ui.fakes import Beat, FakeOffice
from ui.core import language, theme
from ui.core.collector import Collector
from ui.core.jobs import Jobs
from ui.core.window_state import WindowState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
_HARMLESS = ("propagateSizeHints",)  # the offscreen platform says so of each dialog
STALL_LIMIT = 0.050


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application as `theme.application` makes it."""
    return ["belfry", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The house's look, light, at 100 %, in English."""
    if not getattr(qapp, "is_dressed", False):
        theme.start(mode="light")
        theme.add_scripts()
        qapp.is_dressed = True  # type: ignore[attr-defined]  # ours, for the whole session
    yield
    language.set_language(Language.EN)
    if theme.is_dark() or theme.scale() != 1.0:
        theme.apply(dark=False, scale=1.0)


@pytest.fixture(autouse=True)
def no_qt_warnings(qtlog: Any) -> Iterator[None]:
    """What Qt warns of is a mistake of ours."""
    yield
    said = [record.message for record in qtlog.records if record.type_name != "QtDebugMsg"]
    assert not [words for words in said if not any(part in words for part in _HARMLESS)]


@pytest.fixture(autouse=True)
def collector(qapp: QApplication) -> Iterator[Collector]:
    """The program's own: what hangs on Qt must not die in a worker."""
    del qapp
    made = Collector(lambda: False)
    made.begin()
    yield made
    made.end()


@pytest.fixture
def keep(qapp: QApplication) -> Iterator[Callable[[W], W]]:
    """Hold a widget until the test ends, then close and delete it."""
    held: list[Any] = []

    def holding(widget: W) -> W:
        held.append(widget)
        return widget

    yield holding
    for widget in held:
        widget.close()
        widget.deleteLater()
    held.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()


@pytest.fixture
def state(tmp_path: Path) -> WindowState:
    """What a window remembers, in a file of the test's own."""
    return WindowState(tmp_path / "window.json")


@pytest.fixture
def office() -> FakeOffice:
    """An office without a database."""
    return FakeOffice()


@pytest.fixture
def jobs(qtbot: QtBot, office: FakeOffice) -> Iterator[Jobs]:
    """Jobs over the fake office, open."""
    made = Jobs(lambda: office)
    qtbot.waitUntil(lambda: made.is_open)
    QCoreApplication.processEvents()
    yield made
    made.close()


@pytest.fixture
def beat(qapp: QApplication) -> Iterator[Beat]:
    """Asserts that the window's beat never stalled for more than 50 ms during the test."""
    qapp.processEvents()
    made = Beat()
    yield made
    made.stop()
    assert made.longest <= STALL_LIMIT, f"{made.longest * 1000:.0f} ms"
