"""Fonts inside the file: Type 0, one code per glyph and the letters it stands for.

Each document has its own codes, so that the same glyph drawn for two different letters is copied
as the right one. On save HarfBuzz cuts the font to the glyphs used and pins its axes: milliseconds,
so nothing is cached on disk.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream

from app.briefings.text.shape import EM, Font, Glyph, Shaped

if TYPE_CHECKING:
    from collections.abc import Callable

_DROPPED = (
    "GSUB GPOS GDEF BASE JSTF name post cmap OS/2 STAT kern hdmx VDMX LTSH gasp meta DSIG"
    " MATH vhea vmtx VORG COLR CPAL SVG"
)
_KEPT_PER_RANGE = 100  # the most bfchar lines a ToUnicode block may hold


class Raw(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object written by hand; its text is asked for when the file is written."""

    __RefOnly__ = 1

    def __init__(self, body: Callable[[Any], str]) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:
        """What stands in the file."""
        return self.body(document).encode("ascii")


def refer(document: Any, thing: PDFObject) -> str:
    """How another object names this one: `12 0 R`."""
    written: bytes = document.Reference(thing).format(document)
    return written.decode("ascii")


def stream(data: bytes, **extra: int) -> PDFStream:
    """A compressed stream."""
    made = PDFStream(content=zlib.compress(data, 6))
    made.dictionary["Filter"] = Raw(lambda _: "/FlateDecode")
    for key, value in extra.items():
        made.dictionary[key] = value
    return made


class PdfFont:
    """A font as one document uses it."""

    def __init__(self, resource: str, font: Font) -> None:
        self.resource = resource
        self.font = font
        self._codes: dict[tuple[int, str], int] = {}
        self._widths: list[int] = []
        self._drawn: dict[Shaped, str] = {}

    def fragment(self, shaped: Shaped, size: float) -> str:
        """What stands between the brackets of a TJ operator to draw these glyphs."""
        found = self._drawn.get(shaped)
        if found is None:
            found = self._fragment(shaped, size)
            if not any(glyph.dy for glyph in shaped.glyphs):  # a rise depends on the size
                self._drawn[shaped] = found
        return found

    def _code(self, glyph: Glyph) -> int:
        key = (glyph.number, glyph.letters)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1
            self._widths.append(self.font.width_of(glyph.number))
        return code

    def _fragment(self, shaped: Shaped, size: float) -> str:
        out: list[str] = []
        codes: list[str] = []
        wanted, drawn, rise = 0, 0, 0

        def close() -> None:
            if codes:
                out.append("<" + "".join(codes) + ">")
                codes.clear()

        for glyph in shaped.glyphs:
            code = self._code(glyph)
            if glyph.dy != rise:
                close()
                rise = glyph.dy
                out.append(f"]TJ {rise * size / EM:.2f} Ts[")
            if wanted + glyph.dx != drawn:
                close()
                out.append(str(drawn - wanted - glyph.dx))
                drawn = wanted + glyph.dx
            codes.append(f"{code:04X}")
            drawn += self._widths[code - 1]
            wanted += glyph.advance
        close()
        if rise:
            out.append("]TJ 0 Ts[")
        if wanted != drawn:
            out.append(str(drawn - wanted))
        return "".join(out)

    def finish(self) -> PDFObject:
        """Cut the font and give the object that the pages' resources name."""
        glyphs = sorted({number for number, _ in self._codes})
        data, renumbered = _subset(self.font, glyphs)
        name = self._name(glyphs)
        to_glyph = bytearray(2 * (len(self._codes) + 1))
        for (number, _), code in self._codes.items():
            to_glyph[2 * code : 2 * code + 2] = renumbered[number].to_bytes(2, "big")
        file = stream(data, Length1=len(data))
        mapping, letters = stream(bytes(to_glyph)), stream(self._to_unicode())
        font = self.font
        box = f"{_BOX[0]} {-font.descent - 200} {_BOX[1]} {font.ascent + 200}"
        descriptor = Raw(
            lambda doc: (
                f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]"
                f"/ItalicAngle {-10 if 'Italic' in font.name else 0}/Ascent {font.ascent}"
                f"/Descent {-font.descent}/CapHeight 728/StemV {50 + font.weight // 8}"
                f"/FontFile2 {refer(doc, file)}>>"
            )
        )
        widths = " ".join(map(str, self._widths))
        cid_font = Raw(
            lambda doc: (
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/FontDescriptor {refer(doc, descriptor)}/DW 0/W[1[{widths}]]"
                f"/CIDToGIDMap {refer(doc, mapping)}>>"
            )
        )
        return Raw(
            lambda doc: (
                f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
                f"/DescendantFonts[{refer(doc, cid_font)}]/ToUnicode {refer(doc, letters)}>>"
            )
        )

    def _name(self, glyphs: list[int]) -> str:
        """Six letters from what is inside: two subsets never share a name by accident."""
        seed = repr((self.font.name, self.font.face.path.name, glyphs)).encode()
        digest = hashlib.sha256(seed).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + self.font.name

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{code:04X}> <{letters.encode('utf-16-be').hex().upper()}>"
            for (_, letters), code in self._codes.items()
            if letters
        ]
        out = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(rows), _KEPT_PER_RANGE):
            part = rows[start : start + _KEPT_PER_RANGE]
            out += [f"{len(part)} beginbfchar", *part, "endbfchar"]
        out.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(out).encode("ascii")


_BOX = (-500, 2500)  # wide enough for any glyph: a viewer only clips by it


def _subset(font: Font, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    """The font file with only these glyphs at one weight, and their new numbers."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(
        int.from_bytes(f"{tag:<4}".encode("ascii"), "big") for tag in _DROPPED.split()
    )
    for tag, value in font.pins.items():
        wanted.pin_axis_location(font.face.face, tag, value)
    plan = hb.SubsetPlan(font.face.face, wanted)
    mapping = plan.old_to_new_glyph_mapping
    made = plan.execute()
    return bytes(made.blob.data), {glyph: mapping[glyph] for glyph in glyphs}
