"""The menu of the gear: language, light or dark, text size, and what the house adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.core import language, theme
from ui.core.language import Language, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.window_state import WindowState

_LANGUAGES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}


def settings_menu(parent: QWidget, state: WindowState, more: list[QAction]) -> QMenu:
    """Make the menu; what is chosen counts at once and is kept."""
    menu = QMenu(parent)
    _choices(
        menu.addMenu(tr("Language")),
        [(words, spoken) for spoken, words in _LANGUAGES.items()],
        language.current(),
        lambda spoken: choose_language(state, spoken),
    )
    modes = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
    _choices(
        menu.addMenu(tr("Theme")),
        [(words, mode) for mode, words in modes.items()],
        theme.mode(),
        lambda mode: choose_look(state, mode=mode),
    )
    _choices(
        menu.addMenu(tr("Text size")),
        [(f"{round(size * 100)} %", str(size)) for size in theme.SCALES],
        str(theme.scale()),
        lambda size: choose_look(state, scale=float(size)),
    )
    menu.addSeparator()
    menu.addActions(more)
    return menu


def choose_language(state: WindowState, spoken: str) -> None:
    """Speak another language from now on."""
    state.put("language", str(spoken))
    language.set_language(Language(spoken))


def choose_look(state: WindowState, *, mode: str | None = None, scale: float | None = None) -> None:
    """Look otherwise from now on."""
    if mode is not None:
        state.put("theme", mode)
    if scale is not None:
        state.put("text_size", scale)
    theme.choose(mode=mode, scale=scale)


def start_as_kept(state: WindowState, *, spoken: Language | None = None) -> None:
    """Dress the application as the person left it; `spoken` is the language where none is kept."""
    kept = state.get("language", str(spoken or Language.EN))
    language.set_language(Language(kept) if kept in set(Language) else Language.EN)
    theme.start(mode=state.get("theme", "system"), scale=state.get("text_size", 1.0))


def _choices(
    menu: QMenu, entries: list[tuple[str, str]], chosen: str, choose: Callable[[str], None]
) -> None:
    group = QActionGroup(menu)
    for words, value in entries:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(value == chosen)
        entry.setData(value)
        group.addAction(entry)
    group.triggered.connect(lambda entry: choose(str(entry.data())))
