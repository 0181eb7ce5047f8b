"""From letters to placed glyphs: one instance of a variable font, shaped by HarfBuzz.

All measures are in thousandths of the type size, whole numbers, so that what was measured is
exactly what is drawn.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from app.briefings import fonts
from app.briefings.fonts import Face, bold_of
from app.briefings.text.levels import mirror

if TYPE_CHECKING:
    import uharfbuzz as hb

EM = 1000
MISSING_BOX = "\u25a1"
_SYNTHETIC_BOLD_FROM = 550


class Glyph(NamedTuple):
    """A glyph in its place, and the letters it stands for when text is copied."""

    number: int
    advance: int
    dx: int
    dy: int
    letters: str


class Shaped:
    """Glyphs from left to right. `trail` is the room its last spaces take."""

    __slots__ = ("advance", "glyphs", "trail")

    def __init__(self, glyphs: tuple[Glyph, ...], trail: int) -> None:
        self.glyphs = glyphs
        self.advance = sum(glyph.advance for glyph in glyphs)
        self.trail = trail


class Font:
    """A face at one weight."""

    def __init__(self, face: Face, weight: int) -> None:
        import uharfbuzz as hb

        self.face = face
        self.weight = weight
        self.name = f"{face.key.replace('-', '')}-{weight}"
        self.pins = _pins(face, weight)
        self._font: hb.Font = hb.Font(face.face)
        if self.pins:
            self._font.set_variations(self.pins)
        self._font.scale = (EM, EM)
        extents = self._font.get_font_extents("ltr")
        self.ascent, self.descent = int(extents.ascender), int(-extents.descender)
        self._shaped: dict[tuple[str, bool, str, str], Shaped] = {}

    def width_of(self, number: int) -> int:
        """A glyph's own advance."""
        return int(self._font.get_glyph_h_advance(number))

    def shape(self, text: str, *, rtl: bool = False, lang: str = "", script: str = "") -> Shaped:
        """Shape a stretch of one script and direction; each is done once and kept."""
        key = (text, rtl, lang, script)
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) > 20_000:
                self._shaped.clear()
            found = self._shaped[key] = self._shape(text, rtl=rtl, lang=lang, script=script)
        return found

    def _shape(self, text: str, *, rtl: bool, lang: str, script: str) -> Shaped:
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        if script not in ("", "Zyyy"):
            buffer.script = script
        if lang:
            buffer.language = lang
        buffer.guess_segment_properties()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        letters = _deal([info.cluster for info in infos], [p.x_advance for p in places], text, rtl)
        glyphs = tuple(
            Glyph(info.codepoint, p.x_advance, p.x_offset, p.y_offset, own)
            for info, p, own in zip(infos, places, letters, strict=True)
        )
        return Shaped(glyphs, _trail(glyphs, text, rtl=rtl))

    def has_box(self) -> bool:
        """Whether the font has the hollow box that stands for a missing letter."""
        return ord(MISSING_BOX) in self.face.letters


def _pins(face: Face, weight: int) -> dict[str, float]:
    wanted = {"wght": float(weight)}
    return {
        tag: min(max(wanted.get(tag, default), low), high)
        for tag, (low, default, high) in face.axes.items()
    }


def _trail(glyphs: tuple[Glyph, ...], text: str, *, rtl: bool) -> int:
    spaces = len(text) - len(text.rstrip(" "))
    if not spaces:
        return 0
    return sum(g.advance for g in (glyphs[:spaces] if rtl else glyphs[-spaces:]))


def _deal(clusters: list[int], advances: list[int], text: str, rtl: bool) -> list[str]:  # noqa: FBT001 - a value passed on
    """Deal the letters of each cluster over its glyphs that advance; marks get none."""
    if not clusters:  # nothing but joiners: no glyph at all
        return []
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    members: dict[int, list[int]] = {start: [] for start in starts}
    for place, start in enumerate(clusters):
        members[start].append(place)
    dealt = [""] * len(clusters)
    for start, places in members.items():
        letters = text[start : ends[start]]
        if rtl:  # HarfBuzz draws the mirrored bracket; a reader of the file turns it back
            letters = "".join(map(mirror, letters))
            places = places[::-1]
        takers = [place for place in places if advances[place]] or places[:1]
        for i, taker in enumerate(takers):
            dealt[taker] = letters[i:] if i == len(takers) - 1 else letters[i : i + 1]
    return dealt


@cache
def font(face: Face, weight: int) -> Font:
    """The one instance of a face at a weight."""
    if "wght" not in face.axes:
        chosen = bold_of(face) if weight >= _SYNTHETIC_BOLD_FROM else face
        return _plain(chosen)
    return Font(face, weight)


@cache
def _plain(face: Face) -> Font:
    return Font(face, 700 if "bold" in face.key.lower() else 400)


@cache
def house_font(weight: int, *, italic: bool = False) -> Font:
    """Inter, in which the house writes."""
    face = fonts.packaged(fonts.ITALIC if italic else fonts.UPRIGHT)
    if face is None:
        raise FontsMissingError
    return font(face, weight)


@cache
def box_font() -> Font:
    """A font with the hollow box."""
    found = fonts.face_for(MISSING_BOX, "Zyyy", "", italic=False)
    return font(found, 400) if found else house_font(400)


class FontsMissingError(RuntimeError):
    """The font package is not installed: nothing can be printed."""

    def __init__(self) -> None:
        super().__init__("the package justmytype-international is not installed")
