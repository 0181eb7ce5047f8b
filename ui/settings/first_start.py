"""The first start: create an office, open one, or look around in the sample office."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from app.core import settings
from ui.core import problems, theme
from ui.core.buttons import PRIMARY, SECONDARY, Button
from ui.core.cards import Banner, Card, Scroll, column, row
from ui.core.icons import IconView
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.progress import ProgressBar, ProgressPanel
from ui.core.watch import Watch
from ui.settings.create_form import CreateForm
from ui.settings.making import Away, Made, Wish, make_office, make_sample
from ui.settings.recovery_code import RecoveryCode

if TYPE_CHECKING:
    from ui.core.window_state import WindowState

WIDTH = 560


class FirstStart(QWidget):
    """`chosen(location, key)` once there is an office to open; `complain(error)` says what failed.

    `key` is an `app.core.office_file.Key` or None where the keyring has it.
    """

    chosen = Signal(str, object)

    def __init__(self, state: WindowState | None = None) -> None:
        super().__init__()
        self.setAccessibleName(tr("Begin"))
        self._state = state
        self._away = Away(self)
        self._made: Made | None = None
        self.watch: Watch | None = None
        self.code: RecoveryCode | None = None
        self.banner = Banner()
        self._box = QStackedLayout()
        self._home = self._make_home()
        self.new_office = CreateForm()
        self.new_office.wanted.connect(self._make_office)
        self.new_office.left.connect(self.go_home)
        for part in (self._home, self.new_office):
            self._box.addWidget(self._centred(part))
        whole = column(gap=0)
        whole.addLayout(self._box)
        self.setLayout(whole)

    # The parts

    def _centred(self, part: QWidget) -> QWidget:
        part.setMaximumWidth(theme.px(WIDTH))
        part.setMinimumWidth(min(theme.px(WIDTH), 680))
        inner = QWidget()
        middle = row(None, part, None, margin=24)
        inner.setLayout(column(None, middle, None))
        return Scroll(inner)

    def _make_home(self) -> QWidget:
        mark = IconView("belfry", size=48, ink="accent")
        title = Text(tr("Welcome to Belfry"), "title")
        words = Text(
            tr("The people, receptions and papers of a city’s protocol office, in one place."),
            ink="text2",
            wrap=True,
        )
        for text in (title, words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        home = QWidget()
        box = column(row(None, mark, None), title, words, self.banner, gap=12)
        recent = self._recent()
        if recent is not None:
            box.addWidget(recent)
        self.begin = Button(tr("Create an office"), SECONDARY if recent else PRIMARY, icon="add")
        self.begin.clicked.connect(self.show_create)
        self.open_one = Button(tr("Open an office…"), icon="open")
        self.open_one.clicked.connect(self._ask_file)
        self.look = Button(tr("Look around"), icon="search")
        self.look.clicked.connect(self.look_around)
        for button, told in (
            (self.begin, tr("A new office, encrypted, in a file of your own.")),
            (self.open_one, tr("An office that lies on this machine or on a share.")),
            (self.look, tr("A sample office with invented people, to try everything.")),
        ):
            box.addWidget(self._way(button, told))
        ways = (self.begin, self.open_one, self.look)
        widest = max(button.sizeHint().width() for button in ways)
        for button in ways:
            button.setFixedWidth(widest)
        home.setLayout(box)
        return home

    @staticmethod
    def _way(button: Button, told: str) -> Card:
        card = Card(margin=12)
        line = row(Text(told, ink="text2", wrap=True), button, gap=12)
        line.setStretch(0, 1)
        card.add(line)
        return card

    def _recent(self) -> Card | None:
        place = settings.load().last_office
        if not place or not ("://" in place or Path(place).exists()):
            return None
        name = place.rsplit("/", 1)[-1] if "://" in place else Path(place).stem
        card = Card(margin=12)
        go = Button(tr("Open {name}", name=_short(name)), PRIMARY)
        go.clicked.connect(partial(self.chosen.emit, place, None))
        line = row(Text(tr("The office of last time"), ink="text2", wrap=True), go, gap=12)
        line.setStretch(0, 1)
        card.add(line)
        return card

    # Going about

    def go_home(self) -> None:
        """Back to the ways to begin."""
        self._box.setCurrentIndex(0)

    def show_create(self) -> None:
        """Show the form of a new office."""
        self.banner.say("")
        self._box.setCurrentIndex(1)
        self.new_office.form["name"].setFocus()

    def complain(self, error: Exception) -> None:
        """Say in one sentence what went wrong."""
        self._drop_extra()
        self.go_home()
        if not problems.is_cancel(error):
            self.banner.say(problems.sentence_of(error))

    def _ask_file(self) -> None:
        kinds = f"{tr('Belfry offices')} (*.belfry);;{tr('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Open an office"), "", kinds)
        if name:
            self.chosen.emit(name, None)

    def look_around(self) -> None:
        """Build the sample office where it is not there yet, and open it."""
        self.watch = Watch(self)
        panel = ProgressPanel(tr("Building the sample office"), self.watch)
        self._show_extra(panel)
        watch = self.watch
        self._away.do(lambda: make_sample(watch), self._sample_made, self.complain)

    def _sample_made(self, made: Made) -> None:
        self._drop_extra()
        self.chosen.emit(made.location, made.key)

    def _make_office(self, wish: Wish) -> None:
        self.new_office.banner.say("")
        busy = Card(margin=24)
        bar = ProgressBar()
        bar.show_part(-1.0)
        busy.add(Text(tr("Creating the office…"), "strong"), bar)
        self._show_extra(busy)
        self._away.do(lambda: make_office(wish), self._office_made, self._not_made)

    def _office_made(self, made: Made) -> None:
        self._made = made
        if not made.recovery_code:
            self._open_made()
            return
        self.code = RecoveryCode(made.recovery_code, Path(made.location).stem)
        self.code.went_on.connect(self._open_made)
        self._show_extra(self.code)

    def _not_made(self, error: Exception) -> None:
        self._drop_extra()
        self._box.setCurrentIndex(1)
        self.new_office.refuse(error)

    def _open_made(self) -> None:
        made = self._made
        if made is not None:
            self.chosen.emit(made.location, made.key)

    # Parts that come and go

    def _show_extra(self, part: QWidget) -> None:
        self._drop_extra()
        self._box.addWidget(self._centred(part))
        self._box.setCurrentIndex(2)

    def _drop_extra(self) -> None:
        extra = self._box.widget(2)
        if extra is not None:
            self._box.removeWidget(extra)
            extra.deleteLater()


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27]}…"
