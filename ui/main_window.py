"""The frame: rail, bars, pages, search. It knows pages by the table, and nothing of the trade."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.actions import GEAR, Action, Actions, keys_of
from ui.core import language, problems, theme
from ui.core.bars import StatusBar, TopBar, words_of
from ui.core.cards import column, row
from ui.core.drops import files_of
from ui.core.focus_ring import FocusRing
from ui.core.language import tr
from ui.core.page import Desk
from ui.core.pages import Pages
from ui.core.rail import Rail
from ui.core.settings_menu import settings_menu
from ui.core.shortcut_sheet import ShortcutSheet, by_place
from ui.navigation import PAGES, PageSpec, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from ui.core.jobs import Changes, Jobs
    from ui.core.palette import Palette
    from ui.core.window_state import Json, WindowState

FOLDS_UNDER = 1180
_AFTER_PAINT_MS = 20  # the picture reaches the screen first


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What the frame says of the office and of who is at the desk."""

    name: str
    encrypted: bool
    who: str = ""


@dataclass(slots=True)
class _Frame:
    jobs: Jobs
    rail: Rail
    top: TopBar
    status: StatusBar
    pages: Pages
    search_box: Palette | None = None


class MainWindow(QMainWindow):
    """Begin with `welcome` (no office yet) or `furnish` (an open one).

    Signals: `files_dropped(list[Path])`; `asked(id)` for window actions the frame does not do
    itself (app.import, app.settings, app.backup); `painted()` once, after the first picture.
    """

    files_dropped = Signal(list)
    asked = Signal(str)
    painted = Signal()

    def __init__(self, state: WindowState, pages: Sequence[PageSpec] = PAGES) -> None:
        super().__init__()
        self._state = state
        self._specs = tuple(pages)
        self._jobs: Jobs | None = None
        self._office = OfficeWords("Belfry", encrypted=False)
        self._frame: _Frame | None = None
        self._welcome: Callable[[], QWidget] | None = None
        self._saved: dt.datetime | None = None
        self.desk: Desk | None = None
        self.actions_table = Actions(self)
        self.actions_table.wanted.connect(self._act)
        self._keys = [self._page_key(place, spec) for place, spec in enumerate(self._rail_specs())]
        self._ring: FocusRing | None = None
        self._is_painted = False
        self.setAcceptDrops(True)
        self.setWindowTitle("Belfry")
        self.setMinimumSize(720, 480)
        wanted = QSize(state.get("window_width", 1440), state.get("window_height", 900))
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        if state.get("maximised", fallback=False):
            self.setWindowState(Qt.WindowState.WindowMaximized)
        language.changed.connect(self._rebuild)
        theme.changed.connect(self._fold)

    # For the composition root

    def welcome(self, make: Callable[[], QWidget]) -> None:
        """Show a page by itself (first start); it is made anew when the language changes."""
        self._welcome = make
        self._drop_frame()
        self.setCentralWidget(make())

    def furnish(self, jobs: Jobs, office: OfficeWords, first: str = "") -> None:
        """Show an office; `first` is the page to begin with, else the one left last."""
        self._welcome = None
        self._jobs = jobs
        self._office = office
        self.setWindowTitle(f"{office.name} – Belfry")
        jobs.changed.connect(self._changed)
        jobs.ready.connect(self._office_ready)
        jobs.problem.connect(self.complain)
        self.desk = Desk(jobs, self._state, self.go, self.say, self.complain)
        self._build({})
        wanted = first or self._state.get("page", "")
        known = [spec.key for spec in self._rail_specs()]
        usual = next((spec.key for spec in self._rail_specs() if spec.opens), known[0])
        self.go(wanted if wanted in known else usual)

    def go(self, page: str, record: UUID | None = None) -> None:
        """Show a page, and a record on it."""
        if self._frame is not None:
            self._frame.pages.go(page, record)

    def back(self) -> None:
        """Return to the page before."""
        if self._frame is not None:
            self._frame.pages.back()

    def say(self, sentence: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Tell something in the status bar."""
        if self._frame is not None:
            self._frame.status.toast.say(sentence, action, do)

    def complain(self, error: Exception) -> None:
        """Tell what went wrong, in one sentence."""
        if self._frame is not None and not problems.is_cancel(error):
            self._frame.status.toast.complain(problems.sentence_of(error))

    def search(self) -> None:
        """Open the search over the window."""
        if self._frame is not None:
            self.search_box().open()

    def search_box(self) -> Palette:
        """The box that searches, made when it is first wanted. Raises as `frame`."""
        frame = self.frame
        if frame.search_box is None:
            from ui.core.palette import Palette
            from ui.search import Finder

            frame.search_box = Palette(self, Finder(frame.jobs, self._commands, self.go, self._do))
        return frame.search_box

    @property
    def frame(self) -> _Frame:
        """The parts of the frame. Raises RuntimeError before `furnish`."""
        if self._frame is None:
            raise RuntimeError("no office is shown")
        return self._frame

    # Building

    def _rail_specs(self) -> list[PageSpec]:
        return [spec for spec in self._specs if not spec.parent]

    def _drop_frame(self) -> None:
        if self._frame is not None and self._frame.search_box is not None:
            self._frame.search_box.hide()
            self._frame.search_box.deleteLater()
        self._frame = None
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()

    def _build(self, states: dict[str, dict[str, Json]]) -> None:
        if self._jobs is None or self.desk is None:
            return
        self._drop_frame()
        rail = Rail(
            [(s.key, tr(s.title), s.icon, s.group) for s in self._rail_specs()], tr("Pages")
        )
        top = TopBar(keys_of("app.search"), self._office.who)
        status = StatusBar(self._office.name, encrypted=self._office.encrypted)
        pages = Pages(self._specs, self.desk)
        pages.keep(states)
        self._frame = _Frame(self._jobs, rail, top, status, pages)
        rail.chosen.connect(self.go)
        pages.shown.connect(self._shown)
        pages.titled.connect(self._titled)
        top.search.clicked.connect(self.search)
        top.undo.clicked.connect(self._undo)
        top.redo.clicked.connect(self._redo)
        top.settings.clicked.connect(self._settings)
        self._lay_out(self._frame)
        self._show_steps()
        self._show_saved()
        self._fold()
        if self._jobs.is_open:
            self._count()

    def _lay_out(self, frame: _Frame) -> None:
        right = column(frame.top, frame.pages, frame.status, gap=0)
        right.setStretch(1, 1)
        whole = row(frame.rail, right, gap=0)
        whole.setStretch(1, 1)
        central = QWidget()
        central.setLayout(whole)
        self.setCentralWidget(central)

    def _rebuild(self) -> None:
        """Another language: everything anew, where people were."""
        self.actions_table.retranslate()
        if self._welcome is not None:
            self.welcome(self._welcome)
        if self._frame is not None:
            key, states = self._frame.pages.key(), self._frame.pages.states()
            self._build(states)
            self.go(key)

    def _page_key(self, place: int, spec: PageSpec) -> QShortcut:
        shortcut = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
        shortcut.setObjectName(spec.key)
        shortcut.activated.connect(self._go_by_key)
        return shortcut

    def _go_by_key(self) -> None:
        self.go(self.sender().objectName())

    # What happens

    def _shown(self, key: str) -> None:
        spec = self.frame.pages.spec()
        if spec is None:
            return
        top_key = spec.parent or key
        self.frame.rail.choose(top_key)
        self._state.put("page", top_key)
        page = self.frame.pages.page()
        self.actions_table.use(key, set(page.handlers) if page is not None else set())

    def _titled(self, words: str) -> None:
        parts = [words, self._office.name, "Belfry"]
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _changed(self, changes: Changes) -> None:
        self._count(changes.tables)
        self._show_steps()
        if changes.by:
            self.frame.status.hear(changes)
            return
        self._saved = dt.datetime.now().astimezone()
        self._show_saved()
        if changes.undoable:  # the log of a mailing is told by its page
            can_undo = self._jobs is not None and self._jobs.undo_label is not None
            self.say(language.read(changes.label), tr("Undo") if can_undo else "", self._undo)

    def _office_ready(self) -> None:
        self._show_steps()
        self._count()

    def _show_saved(self) -> None:
        saved = tr("Saved {time}", time=f"{self._saved:%H:%M}") if self._saved else tr("Saved")
        self.frame.status.saved.say(saved)

    def _show_steps(self) -> None:
        if self._jobs is None:
            return
        undo, redo = words_of(self._jobs.undo_label), words_of(self._jobs.redo_label)
        self.frame.top.show_steps(undo, redo)
        self.actions_table["app.undo"].setEnabled(bool(undo))
        self.actions_table["app.redo"].setEnabled(bool(redo))

    def _count(self, tables: frozenset[str] | None = None) -> None:
        if self._jobs is None:
            return
        for spec in self._rail_specs():
            if spec.count and (tables is None or tables & spec.tables):
                button = self.frame.rail.buttons[spec.key]
                self._jobs.ask(counted, spec, then=button.show_count, owner=button)

    def _undo(self) -> None:
        if self._jobs is not None:
            self._jobs.undo()

    def _redo(self) -> None:
        if self._jobs is not None:
            self._jobs.redo()

    # Commands

    def _commands(self) -> list[Action]:
        """What the search box offers: of the window, of the rail's pages, all of the open page."""
        keys = {spec.key for spec in self._rail_specs()}
        return [
            action
            for action in self.actions_table.table
            if self._is_here(action)
            or (action.searched and (action.page in keys or self._is_open(action)))
        ]

    def _is_here(self, action: Action) -> bool:
        return bool(action.page) and action.page == self.frame.pages.key() and self._is_open(action)

    def _is_open(self, action: Action) -> bool:
        return not action.local and self.actions_table[action.id].isEnabled()

    def _do(self, name: str) -> None:
        """Do a command by its id, on its page where it has one."""
        action = next(action for action in self.actions_table.table if action.id == name)
        if action.page and action.page != self.frame.pages.key():
            self.go(action.page)
        self._act(name)

    def _act(self, name: str) -> None:
        own: dict[str, Callable[[], object]] = {
            "app.search": self.search,
            "app.undo": self._undo,
            "app.redo": self._redo,
            "app.back": self.back,
            "app.shortcuts": self.show_shortcuts,
            "app.full_screen": self._full_screen,
            "app.quit": self.close,
        }
        page = self._frame.pages.page() if self._frame is not None else None
        handlers = page.handlers if page is not None else {}
        do = handlers.get(name) or own.get(name)
        if do is not None:
            do()
        else:
            self.asked.emit(name)

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        titles = {"": tr("Everywhere")} | {spec.key: tr(spec.title) for spec in self._specs}
        ShortcutSheet(self, by_place(titles, self.actions_table.table)).open()

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _settings(self) -> None:
        menu = settings_menu(self, self._state, [self.actions_table[name] for name in GEAR])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.frame.top.settings
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    # The window

    def _fold(self) -> None:
        if self._frame is not None:
            self._frame.rail.fold(narrow=self.width() < FOLDS_UNDER * (1 + theme.scale()) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """After the first picture, make what is not seen in it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_AFTER_PAINT_MS, self, self._complete)

    def _complete(self) -> None:
        if self._frame is not None:
            self.search_box()
        self._ring = FocusRing(self)  # it sees every event: at the start that is slow
        QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the rail in a narrow window."""
        super().resizeEvent(event)
        self._fold()
        box = self._frame.search_box if self._frame is not None else None
        if box is not None and box.isVisible():
            box.close_over()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files an import may read."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand them on."""
        event.acceptProposedAction()
        self.files_dropped.emit(files_of(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember place and size."""
        maximised = self.isMaximized()
        self._state.put("maximised", maximised)
        if not maximised:
            self._state.put("window_width", self.width())
            self._state.put("window_height", self.height())
        self._state.save()
        super().closeEvent(event)
