"""Inter and the Noto families, registered from the font packages; no path of a machine.

`register_first` costs one file and is all a window needs to start; `register_rest` adds the other
scripts after the first paint.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

_FIRST = ("justmytype_western_core", ("inter/Inter[opsz,wght].ttf",))
_REST: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "justmytype_intl_cjk",
        tuple(f"notosans{s.lower()}/NotoSans{s}[wght].ttf" for s in ("JP", "KR", "SC", "TC")),
    ),
    ("justmytype_intl_rtl", ("Arabic", "Hebrew")),
    ("justmytype_intl_sea", ("Thai", "Khmer", "Lao", "Myanmar")),
    ("justmytype_intl_south_asia", ("Devanagari", "Bengali", "Tamil", "Telugu")),
    ("justmytype_intl_africa", ("Ethiopic",)),
)
_SCRIPTS = (
    "Arabic", "Hebrew", "Thai", "Devanagari", "Bengali", "Tamil", "Telugu", "Khmer", "Lao",
    "Myanmar", "Ethiopic",
    "Georgian", "Armenian", "Sinhala", "Gujarati", "Gurmukhi", "Tibetan", "Thaana",
)  # fmt: skip
# The last seven come in no package: the system's Noto serves where it is installed.
FAMILIES = (
    "Inter",
    *(f"Noto Sans {script}" for script in ("JP", "KR", "SC", "TC")),
    *(f"Noto Sans {script}" for script in _SCRIPTS),
)
# Han forms follow the order of families, so a cell of Chinese names asks for these instead.
FAMILIES_CHINESE = ("Inter", "Noto Sans SC", "Noto Sans TC", *FAMILIES[1:])

_registered: set[Path] = set()


def register_first() -> None:
    """Register Inter."""
    package, files = _FIRST
    _register(package, files)


def register_rest() -> None:
    """Register the families of the other scripts."""
    for package, names in _REST:
        files = (
            name if "/" in name else f"notosans{name.lower()}/NotoSans{name}[wdth,wght].ttf"
            for name in names
        )
        _register(package, tuple(files))


def _register(package: str, files: tuple[str, ...]) -> None:
    found = find_spec(package)
    if found is None or found.origin is None:
        return  # the system's fonts serve; paper is strict about missing glyphs, the window is not
    folder = Path(found.origin).parent / "fonts" / "ofl"
    for name in files:
        path = folder / name
        if path not in _registered and path.exists():
            QFontDatabase.addApplicationFont(str(path))
            _registered.add(path)
