"""How everything looks: colours, type and measures by name, switched live.

No page names a colour or a pixel: it says `Text(…, "small", ink="text2")` or `theme.px(12)`.
Trap: connect only bound methods of QObjects to `changed`; a lambda outlives its widget.
"""

from __future__ import annotations

import sys
import tempfile
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.core import fonts
from ui.core.tokens import DARK, LIGHT, ROLES, TONES

STYLE = Path(__file__).parents[2] / "resources" / "style"
MODES = ("system", "light", "dark")
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
_WEIGHT = QFont.Tag("wght")
_OPTICAL = QFont.Tag("opsz")
_TABULAR = QFont.Tag("tnum")


class _Look(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dark = False
        self.scale = 1.0
        self.mode = "system"
        self.folder: tempfile.TemporaryDirectory[str] | None = None

    def follow_system(self) -> None:
        """Take the system's light or dark, where the person chose neither."""
        if self.mode == "system" and _system_is_dark() != self.dark:
            apply(dark=_system_is_dark())


_look = _Look()
changed = _look.changed


def application() -> QApplication:
    """The application, made in Fusion where there is none yet.

    The style is named as on a command line: what `setStyle` gives back makes PySide load hundreds
    of names that nobody uses.
    """
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    return QApplication([*sys.argv[:1], "-style", "Fusion"])


def start(*, mode: str = "system", scale: float = 1.0) -> None:
    """Dress the application: Inter, palette, sheet; once, before the first window."""
    fonts.register_first()
    QGuiApplication.styleHints().colorSchemeChanged.connect(_look.follow_system)
    _look.mode = mode
    apply(dark=_wanted_dark(), scale=scale)


def add_scripts() -> None:
    """Register the other scripts, and lay out anew what was laid out without them."""
    fonts.register_rest()
    font.cache_clear()
    metrics.cache_clear()
    changed.emit()


def choose(*, mode: str | None = None, scale: float | None = None) -> None:
    """Take the person's choice of `MODES` and of text size (1.0 to 2.0)."""
    if mode is not None:
        _look.mode = mode
    apply(dark=_wanted_dark(), scale=scale)


def apply(*, dark: bool | None = None, scale: float | None = None) -> None:
    """Show light or dark at a text size; what is not given stays."""
    if dark is not None:
        _look.dark = dark
    if scale is not None:
        _look.scale = min(max(scale, 1.0), 2.0)
    font.cache_clear()
    metrics.cache_clear()
    colour.cache_clear()
    dressed = _application()
    dressed.setPalette(palette())
    dressed.setFont(font("body"))
    dressed.setStyleSheet(qss())
    changed.emit()


def mode() -> str:
    """What the person chose: system, light or dark."""
    return _look.mode


def is_dark() -> bool:
    """Whether the dark tokens are shown."""
    return _look.dark


def scale() -> float:
    """The text size as a factor, 1.0 to 2.0."""
    return _look.scale


def px(size: float) -> int:
    """A measure on the 4 px grid, at the present text size."""
    return round(size * _look.scale)


def value(token: str) -> str:
    """The hex value of a token (`#AARRGGBB` where it is see-through)."""
    return (DARK if _look.dark else LIGHT)[token]


@lru_cache(maxsize=64)
def colour(token: str) -> QColor:
    """The colour of a token."""
    return QColor(value(token))


def tone(name: str) -> tuple[QColor, QColor]:
    """Ink and ground of a status: neutral, accent, attention, wrong, good."""
    ink, ground = TONES[name]
    return colour(ink), colour(ground)


@lru_cache(maxsize=64)
def font(role: str) -> QFont:
    """The font of a role of type; treat it as read-only, it is shared."""
    asked = ROLES[role]
    made = QFont()
    made.setFamilies(list(fonts.FAMILIES))
    made.setPixelSize(px(asked.size))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setVariableAxis(_WEIGHT, asked.weight)
    if asked.size >= 16:  # where the optical axis of Inter starts to matter
        made.setVariableAxis(_OPTICAL, asked.size)
    if asked.figures:
        made.setFeature(_TABULAR, 1)
    return made


@lru_cache(maxsize=64)
def metrics(role: str) -> QFontMetricsF:
    """The measures of a role's font."""
    return QFontMetricsF(font(role))


def palette() -> QPalette:
    """Qt's palette from the tokens, for what Fusion draws by itself."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "background",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "rail",
        role.Text: "text",
        role.PlaceholderText: "text2",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "on_accent",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "text",
        role.ToolTipText: "surface",
        role.Light: "surface",
        role.Midlight: "line",
        role.Mid: "strong_line",
        role.Dark: "strong_line",
        role.Shadow: "strong_line",
    }
    for which, token in pairs.items():
        made.setColor(which, colour(token))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, colour("strong_line"))
    return made


def qss() -> str:
    """The sheet of `resources/style/belfry.qss` with tokens and measures filled in."""
    sheet = _sheet()
    for name in sorted(LIGHT, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", value(name))
    for size in (40, 30, 28, 24, 20, 16, 13, 12, 11, 10, 8, 6, 4, 3, 2):
        sheet = sheet.replace(f"{{{size}}}", f"{px(size)}px")
    _write_sheet_icons()
    return sheet


@lru_cache(maxsize=1)
def _sheet() -> str:
    return (STYLE / "belfry.qss").read_text(encoding="utf-8")


def _write_sheet_icons() -> None:
    """The sheet can only name files: write its arrow and tick in the present colours."""
    if _look.folder is None:
        _look.folder = tempfile.TemporaryDirectory(prefix="belfry-look-")
    folder = Path(_look.folder.name) / ("dark" if _look.dark else "light")
    if not folder.exists():
        folder.mkdir()
        icons = STYLE.parent / "icons"
        for name, token in (("chevron-down", "text2"), ("check", "on_accent")):
            drawing = (icons / f"{name}.svg").read_text(encoding="utf-8")
            (folder / f"{name}.svg").write_text(
                drawing.replace("currentColor", value(token)), encoding="utf-8"
            )
    QDir.setSearchPaths("theme", [str(folder)])


def _wanted_dark() -> bool:
    return _system_is_dark() if _look.mode == "system" else _look.mode == "dark"


def _system_is_dark() -> bool:
    """The system's answer; one that does not know (offscreen, bare X) counts as light."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _application() -> QApplication:
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        raise TypeError("make a QApplication before dressing it")
    return made
