"""Which font has a letter: the fonts of the packages first, the system's for scripts they lack.

The packages bring Inter (Latin, Greek, Cyrillic) and Noto Sans for most scripts as variable
TrueType files. Georgian, Armenian, Gujarati and some others are looked for among the system's
fonts, and only when such a letter turns up.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import uharfbuzz as hb

_PACKS = (
    "justmytype_western_core",
    "justmytype_intl_rtl",
    "justmytype_intl_south_asia",
    "justmytype_intl_sea",
    "justmytype_intl_africa",
    "justmytype_intl_cjk",
)
UPRIGHT, ITALIC = "Inter", "Inter-Italic"
_SCRIPTS = {
    "Arab": "NotoSansArabic",
    "Hebr": "NotoSansHebrew",
    "Deva": "NotoSansDevanagari",
    "Beng": "NotoSansBengali",
    "Taml": "NotoSansTamil",
    "Telu": "NotoSansTelugu",
    "Thai": "NotoSansThai",
    "Laoo": "NotoSansLao",
    "Khmr": "NotoSansKhmer",
    "Mymr": "NotoSansMyanmar",
    "Ethi": "NotoSansEthiopic",
    "Hira": "NotoSansJP",
    "Kana": "NotoSansJP",
    "Hang": "NotoSansKR",
    "Bopo": "NotoSansTC",
}
_HAN = {
    "ja": "NotoSansJP",
    "ko": "NotoSansKR",
    "zh": "NotoSansSC",
    "zh-hans": "NotoSansSC",
    "zh-hant": "NotoSansTC",
}
_FANCY = ("serif", "mono", "italic", "oblique", "condensed", "bold", "light", "thin", "black", "ui")
_HOUSE_HAN = "NotoSansJP"  # where nothing is known of the person; see the decision record
_GENERAL = ("NotoSans", "NotoSansSymbols2", "STIXTwoMath")
CJK = frozenset(("Hani", "Hira", "Kana", "Hang", "Bopo"))


@dataclass(frozen=True, eq=False)
class Face:
    """One font file (one face of it) with the letters it has."""

    key: str
    path: Path
    face: hb.Face
    letters: frozenset[int]
    axes: dict[str, tuple[float, float, float]]

    def has(self, cluster: str) -> bool:
        """Whether every letter that shows ink is there."""
        return all(ord(c) in self.letters or _invisible(c) for c in cluster)


def _invisible(letter: str) -> bool:
    """Joiners, direction marks and variation selectors: nothing to draw."""
    code = ord(letter)
    return 0x200B <= code <= 0x200F or 0xFE00 <= code <= 0xFE0F or code in (0x2060, 0xFEFF)


def _open(path: Path, index: int = 0) -> Face | None:
    """Open a face that can be embedded: TrueType outlines, and its licence does not forbid it."""
    import uharfbuzz as hb

    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        tags = set(face.table_tags)
    except (hb.HarfBuzzError, OSError):
        return None
    if not {"glyf", "cmap", "hmtx"} <= tags or _forbids_embedding(face, tags):
        return None
    axes = {a.tag: (a.min_value, a.default_value, a.max_value) for a in face.axis_infos}
    return Face(path.stem.split("[")[0], path, face, frozenset(face.unicodes), axes)


def _forbids_embedding(face: hb.Face, tags: set[str]) -> bool:
    """OS/2 fsType, bit 1: restricted licence."""
    if "OS/2" not in tags:
        return False
    data = face.reference_table("OS/2").data
    return bool(int.from_bytes(data[8:10], "big") & 0x0F == 0x02)


@cache
def _files() -> dict[str, Path]:
    """Font files of the packages by the name before the axes."""
    found: dict[str, Path] = {}
    for pack in _PACKS:
        spec = importlib.util.find_spec(pack)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for path in sorted((Path(place) / "fonts").glob("*/*/*.ttf")):
                found.setdefault(path.stem.split("[")[0].removesuffix("-Regular"), path)
    return found


@cache
def packaged(key: str) -> Face | None:
    """A font of the packages by name; None where the package is not installed."""
    path = _files().get(key)
    return _open(path) if path else None


def language_key(lang: str) -> str:
    """`zh-Hant-TW`, `zh_TW` and `zh-HK` are one matter for Han letters."""
    parts = lang.lower().replace("_", "-").split("-")
    if parts[0] == "zh":
        return "zh-hant" if {"hant", "tw", "hk", "mo"} & set(parts) else "zh-hans"
    return parts[0] if parts[0] in _HAN else ""


@lru_cache(maxsize=8192)
def face_for(cluster: str, script: str, han: str, *, italic: bool) -> Face | None:
    """The first font that has the whole cluster; None where no font at all has it."""
    for key in _chain(script, han, italic=italic):
        face = packaged(key)
        if face and face.has(cluster):
            return face
    for path in _system_paths():
        face = _system_face(path)
        if face and face.has(cluster):
            return face
    return None


def _chain(script: str, han: str, *, italic: bool) -> Iterator[str]:
    if script == "Hani":
        yield _HAN.get(han, _HOUSE_HAN)
    elif script in _SCRIPTS:
        yield _SCRIPTS[script]
    if italic:
        yield ITALIC
        yield "NotoSans-Italic"
    yield UPRIGHT
    yield from _GENERAL
    yield from ("NotoSansJP", "NotoSansSC", "NotoSansTC", "NotoSansKR")


def _system_places() -> list[Path]:
    """Where this kind of system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return [Path(place) / "fonts" for place in (own, *shared.split(":"))] + [home / ".fonts"]


def _rank(path: Path) -> tuple[int, str]:
    """Noto Sans before other Noto, plain before fancy."""
    name = path.stem.lower().replace("-", "").replace(" ", "")
    fancy = any(word in name for word in _FANCY)
    return (2 * (not name.startswith("notosans")) + 4 * fancy, path.name)


@cache
def _system_paths() -> tuple[Path, ...]:
    """The system's font files, the likeliest first."""
    found = {
        path
        for place in _system_places()
        if place.is_dir()
        for path in place.rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc")
    }
    return tuple(sorted(found, key=_rank))


@cache
def _system_face(path: Path) -> Face | None:
    return _open(path)


@cache
def bold_of(face: Face) -> Face:
    """The bold file beside a system font of one weight; the face itself where there is none."""
    if "wght" in face.axes:
        return face
    wanted = face.path.stem.lower().removesuffix("-regular") + "-bold"
    found = (path for path in _system_paths() if path.stem.lower() == wanted)
    bold = next((other for path in found if (other := _system_face(path))), None)
    return bold if bold and bold.letters >= face.letters else face
