"""Which files an office keeps and opens: by what they hold, whatever their name says.

The signs are those of the formats' own specifications: MZ (PE), ELF, Mach-O, `#!`, the class id of
a shell link (MS-SHLLINK 2.1), the header of compound files (MS-CFB 2.2), ZIP.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from app.core.text import N_, Sentence, say
from app.dossiers.rules.files import (
    DANGEROUS,
    MEDIA_TYPES,
    SIZE_LIMIT,
    about,
    ending,
    name_problem,
)

_RUNS = DANGEROUS["exe"]
_LEADS = DANGEROUS["lnk"]
_MACROS = DANGEROUS["docm"]
_SEALED = DANGEROUS["rar"]
_ACTS = say(N_("“{name}” holds a script that would run when it is opened: save it as PDF first."))
_INSIDE = say(N_("“{name}” holds a program or a script: unpack it and bring what is safe."))
_BROKEN = say(N_("“{name}” is damaged, so Belfry cannot look inside: ask for another copy."))

_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
    b"\xef\xbb\xbf#!",
    b"\x00asm",
    b"dex\n",
    b"!<arch>\n",
    b"\xed\xab\xee\xdb",
)
_SHORTCUTS = (b"L\x00\x00\x00\x01\x14\x02\x00",)
_PACKED = (
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"MSCF",
    b"xar!",
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_OFFICE = frozenset({"doc", "xls", "ppt", "msg"})
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_VBA = ("_VBA_PROJECT", "VBA", "Macros", "_VBA_PROJECT_CUR")
_MARKUP = frozenset({"html", "htm", "svg", "xml", "xhtml", "xht", "xsl", "xslt"})
_TEXT_SHORTCUT = re.compile(rb"^\s*\[(desktop entry|internetshortcut|\{?000214a0)", re.IGNORECASE)
_SCRIPTED = re.compile(
    r"<\s*(?:\w+:)?(script|iframe|object|embed|applet|frame|base|foreignobject|handler)\b"
    r"|[\s\"'/](on[a-z]{3,})\s*="
    r"|(?:java|vb)script\s*:|data\s*:\s*text/html"
    r"|<!(?:doctype[^>]*\[|entity)|<\?xml-stylesheet|http-equiv\s*=\s*[\"']?\s*refresh",
    re.IGNORECASE,
)
_LIKE_MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|svg|\?xml)", re.IGNORECASE)
_RTF_ACTS = re.compile(rb"\\(?:objdata|objupdate|ddeauto|dde\b|objautlink)", re.IGNORECASE)
_PDF_ACTS = re.compile(rb"/Launch\b")
_ZIP_MACROS = re.compile(
    r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml|macrosheets/|basic/|scripts/|activex/|embeddings/[^/]+\.bin)",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    rb"(?:attachedTemplate|oleObject|frame)\"[^>]*TargetMode\s*=\s*\"External", re.IGNORECASE
)
_DEPTH = 3
_LOOKED_AT = 64 * 1024


def problem_of(name: str, body: bytes) -> Sentence | None:
    """Why a file is neither kept nor opened; None where nothing speaks against it."""
    if len(body) > SIZE_LIMIT:
        return too_large(name)
    return name_problem(name) or _inside(name, body, _DEPTH)


def too_large(name: str) -> Sentence:
    """The sentence for a file over the limit."""
    large = N_("“{name}” is larger than {n} MB: make it smaller, or keep it elsewhere.")
    return say(large, name=name, n=SIZE_LIMIT // (1024 * 1024))


def _inside(name: str, body: bytes, depth: int) -> Sentence | None:
    for signs, sentence in ((_PROGRAMS, _RUNS), (_SHORTCUTS, _LEADS), (_PACKED, _SEALED)):
        if body.startswith(signs):
            return about(sentence, name)
    if _TEXT_SHORTCUT.match(body[:_LOOKED_AT]):
        return about(_LEADS, name)
    if body[257:262] == b"ustar":
        return about(_SEALED, name)
    if body.startswith(_COMPOUND):
        return _compound_problem(name, body)
    if body.startswith(_ZIPPED) or zipfile.is_zipfile(io.BytesIO(body)):
        return _zip_problem(name, body, depth)
    return _text_problem(name, body)


def _compound_problem(name: str, body: bytes) -> Sentence | None:
    """Old office files: names of their parts stand in UTF-16, those of macros among them."""
    if ending(name) not in _OLD_OFFICE:
        return about(_RUNS, name)
    if any(f"{one}\0".encode("utf-16-le") in body for one in _VBA):
        return about(_MACROS, name)
    return None


def _zip_problem(name: str, body: bytes, depth: int) -> Sentence | None:
    if not body.startswith(_ZIPPED):  # a zip behind something else: both would be read
        return about(_SEALED, name)
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for member in archive.infolist():
                found = _member_problem(name, archive, member, depth)
                if found is not None:
                    return found
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, ValueError, EOFError):
        return about(_BROKEN, name)
    return None


def _member_problem(
    name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, depth: int
) -> Sentence | None:
    office = ending(name) in MEDIA_TYPES and ending(name) != "zip"
    if office and _ZIP_MACROS.search(member.filename):
        return about(_MACROS, name)
    within = member.filename.rpartition("/")[2]
    harmless = office and ending(within) == "bin"  # settings of a printer
    if within and not harmless and name_problem(within) is not None:
        return about(_INSIDE, name)
    if member.is_dir():
        return None
    if member.flag_bits & 1 or depth == 0 or member.file_size > SIZE_LIMIT:
        return about(_SEALED, name)
    content = archive.read(member)
    if office:
        return about(_MACROS, name) if _REMOTE.search(content) else None
    return about(_INSIDE, name) if _inside(member.filename, content, depth - 1) else None


def _text_problem(name: str, body: bytes) -> Sentence | None:
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rtf") and _RTF_ACTS.search(body):
        return about(_ACTS, name)
    if start.startswith(b"%PDF") and _PDF_ACTS.search(body):
        return about(_ACTS, name)
    if ending(name) in _MARKUP or _LIKE_MARKUP.match(start):
        return about(_ACTS, name) if _SCRIPTED.search(_read_text(body)) else None
    return None


def _read_text(body: bytes) -> str:
    """Markup as a browser would read it; entities that hide letters are taken back."""
    import html

    coded = "utf-16" if body[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    if b"\0" in body[:64] and coded == "utf-8":
        coded = "utf-16-le" if body[1:2] == b"\0" else "utf-16-be"
    words = body.decode(coded, errors="ignore").replace("\0", "")
    return f"{words}\n{html.unescape(words)}"
