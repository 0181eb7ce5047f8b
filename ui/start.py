"""The window's beginning: settings, theme, the office of last time or the first start."""

from __future__ import annotations

import gc
import logging
import os
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.core import settings
from app.core.errors import KeyNeededError, WrongKeyError
from app.core.first_page import first_lines
from ui.core import theme
from ui.core.collector import Collector
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.settings_menu import start_as_kept
from ui.core.window_state import WindowState
from ui.main_window import MainWindow, OfficeWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

logger = logging.getLogger(__name__)
DIRECTORY_KINDS = ("person", "organisation")
AHEAD = (
    "babel.numbers",
    "app.interchange.adding",
    "app.interchange.importing",
    "app.interchange.rehearsing",
    "app.briefings.catalogue",
    "ui.dossiers.spoken",
)
"""Rooms whose pages would make the window wait when first opened: a tenth of a second of Python."""


def start(location: str = "") -> int:
    """Show the window until it is closed.

    Returns:
        The exit code of the program.
    """
    gc.disable()  # for good: see ui.core.collector
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    application = theme.application()
    desk = Begin(application, WindowState())
    desk.begin(location or settings.load().last_office)
    return QApplication.exec()


class Begin(QObject):
    """Holds the window and what is open; the composition root of the window's side."""

    def __init__(self, application: QObject, state: WindowState) -> None:
        super().__init__(application)
        self.state = state
        start_as_kept(state)
        self.window = MainWindow(state)
        self.jobs: Jobs | None = None
        self.location = ""
        self.is_painted = False
        self.collector = Collector(self._quiet, self)
        self._one_was_open = False
        self.window.files_dropped.connect(self._import_files)
        self.window.asked.connect(self._asked)
        self.window.painted.connect(self._painted)

    def begin(self, location: str) -> None:
        """Open an office where one is known, else show the first start; then the window."""
        if location:
            self.open(location)
        else:
            self.welcome()
        self.window.show()

    def welcome(self, problem: Exception | None = None) -> None:
        """The first start: create, open, look around."""
        from ui.settings.first_start import FirstStart

        def make() -> QWidget:
            page = FirstStart(self.state)
            page.chosen.connect(self.open)
            if problem is not None:
                page.complain(problem)
            return page

        self.window.welcome(make)

    def open(self, location: str, key: Any = None) -> None:
        """Open an office behind the frame, which is shown at once."""
        self.close_office()
        self.location = location
        first = first_lines(location, DIRECTORY_KINDS) if key is None else []
        self.jobs = Jobs(partial(_open, location, key), self, first)
        self.jobs.unopened.connect(self._not_opened)
        self.jobs.ready.connect(self._opened)
        self.window.furnish(self.jobs, _words(location))
        if self.is_painted:
            self.jobs.begin()

    def close_office(self) -> None:
        """Let go of the office that is open."""
        if self.jobs is not None:
            self.jobs.close()
            self.jobs = None
            self._one_was_open = True

    def _painted(self) -> None:
        """The first people are seen: now what they did not need, and the office."""
        self.is_painted = True
        theme.add_scripts()
        self.collector.begin()
        if self.jobs is not None:
            self.jobs.begin()

    def _opened(self) -> None:
        settings.change(last_office=self.location)
        if self._one_was_open:  # its pages are gone
            self.collector.whole()
        else:
            self.collector.settle()  # the libraries of the office stay
        QTimer.singleShot(0, self, self._load_ahead)  # two threads must not load the same rooms

    def _load_ahead(self) -> None:
        """Once the page of contacts has loaded what it needs, in this thread."""
        if self.jobs is not None:
            self.jobs.background(load_ahead, then=self._loaded, owner=self)

    def _loaded(self, _: object) -> None:
        self.collector.settle()

    def _quiet(self) -> bool:
        return self.jobs is None or not self.jobs.is_working

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, KeyNeededError | WrongKeyError):
            from ui.settings.unlock import UnlockDialog

            key = UnlockDialog.ask(self.window, error)
            if key is not None:
                self.open(self.location, key)
                return
        self.close_office()
        self.welcome(error)

    # --- what the frame leaves to us ---

    def _import_files(self, files: list[Path]) -> None:
        if files:
            self._import(files[0])

    def _import(self, file: Path | None = None) -> None:
        from ui.interchange.wizard import ImportWizard

        if self.window.desk is not None:
            ImportWizard.begin(self.window, self.window.desk, file)

    def _asked(self, name: str) -> None:
        doing: dict[str, Callable[[], object]] = {
            "app.import": self._import,
            "app.settings": self._settings,
            "app.mail": self._mail,
            "app.address_forms": self._address_forms,
            "app.backup": self._backup,
            "app.precedence": partial(self.window.go, "precedence"),
        }
        do = doing.get(name)
        if do is not None:
            do()

    def _settings(self) -> None:
        from ui.settings.office_details import OfficeDetails

        if self.window.desk is not None:
            OfficeDetails.begin(self.window, self.window.desk)

    def _mail(self) -> None:
        from ui.settings.mail_settings import MailSettingsEditor

        if self.window.desk is not None:
            MailSettingsEditor.begin(self.window, self.window.desk)

    def _address_forms(self) -> None:
        self.window.go("address_forms")

    def _backup(self) -> None:
        if self.jobs is None:
            return
        from PySide6.QtWidgets import QFileDialog

        start_at = str(Path(self.location).with_suffix(".backup.belfry"))
        chosen, _kind = QFileDialog.getSaveFileName(self.window, tr("Back up the office"), start_at)
        if chosen:
            goal = Path(chosen)
            self.jobs.with_office(
                lambda workspace: workspace.backup(goal),
                then=lambda _nothing: self.window.say(tr("The copy is {name}", name=goal.name)),
                failed=self.window.complain,
                owner=self,
            )


def load_ahead() -> None:
    """Load what pages need when they are first opened; in a worker."""
    for name in AHEAD:
        import_module(name)


def _open(location: str, key: Any) -> Any:
    """Open an office; called in the worker, so that the window does not wait for its libraries."""
    from app.core.office import open_office
    from app.schema import TRADE

    return open_office(location, TRADE, key)


def _words(location: str) -> OfficeWords:
    """What the frame says of an office before it is open."""
    if "://" in location:
        return OfficeWords(location.rsplit("/", 1)[-1], encrypted=False, who=settings.who())
    path = Path(location)
    try:
        with path.open("rb") as file:
            encrypted = file.read(15) != b"SQLite format 3"
    except OSError:
        encrypted = False
    return OfficeWords(path.stem, encrypted=encrypted, who=settings.who())
