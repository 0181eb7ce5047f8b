"""What is neither kept nor opened, by name and by content; names that are safe to write."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.core.pictures import cleaned, portrait
from app.dossiers.rules.file_content import problem_of
from app.dossiers.rules.files import SIZE_LIMIT, endings, name_problem, opens, safe_name


def packed(**members: bytes) -> bytes:
    """A zip of members; two underscores stand for a dot, `_S_` for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in members.items():
            archive.writestr(name.replace("_S_", "/").replace("__", "."), body)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FINE = {
    "visit.pdf": b"%PDF-1.7 hello",
    "note.txt": b"plain words, <script> among them",
    "list.csv": b"a;b\n1;2\n",
    "old.doc": OLE + b"\0" * 100,
    "letter.docx": packed(word_S_document__xml=b"<w:p/>", word_S_printer1__bin=b"xx"),
    "photos.zip": packed(a__jpg=b"\xff\xd8\xff", b__txt=b"words"),
    "logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    "page.html": b"<html><body><p>Good day</p></body></html>",
    "tickets booking.com.pdf": b"%PDF-1.7",
    "Письмо послу.docx": packed(word_S_document__xml=b"<w:p/>"),
    "محضر.pdf": b"%PDF-1.7",
}
BAD = {
    "setup.exe": b"anything",
    "invoice.pdf.exe": b"anything",
    "invoice.exe.pdf": b"%PDF-1.7",
    "setup.EXE . ": b"anything",
    "setup.\uff25\uff38\uff25": b"anything",
    "photo\u202egpj.exe": b"anything",
    "photo\u202egpj.pdf": b"%PDF-1.7",
    "run.pdf": b"MZ\x90\x00",
    "tool": b"\x7fELF\x02",
    "mac": b"\xcf\xfa\xed\xfe",
    "script": b"#!/bin/sh\n",
    "go.txt": b"L\x00\x00\x00\x01\x14\x02\x00",
    "go.url": b"[InternetShortcut]\nURL=file://x",
    "go": b"[Desktop Entry]\nExec=rm",
    "letter.docm": packed(a=b""),
    "letter.docx": packed(word_S_vbaProject__bin=b"x"),
    "sheet.ods": packed(Basic_S_Standard_S_m__xml=b"x"),
    "linked.docx": packed(
        word_S__rels_S_settings__xml__rels=b'<R Type="x/attachedTemplate" Target="http://x" '
        b'TargetMode="External"/>'
    ),
    "old.doc": OLE + b"\0" * 64 + "_VBA_PROJECT\0".encode("utf-16-le"),
    "old.pdf": OLE,
    "page.html": b"<html><body onload=alert(1)>",
    "wide.html": "<html><script>1</script>".encode("utf-16"),
    "hidden.html": b"<a href='&#106;avascript:x'>",
    "logo.svg": b"<svg><script>1</script></svg>",
    "other.svg": b"<svg><a xlink:href='javascript:x'/></svg>",
    "entity.xml": b"<!DOCTYPE a [<!ENTITY b SYSTEM 'secret'>]><a/>",
    "tools.zip": packed(setup__exe=b"x"),
    "hidden.zip": packed(picture__jpg=b"MZ\x90\x00"),
    "nested.zip": packed(inner__zip=packed(setup__bat=b"x")),
    "broken.zip": b"PK\x03\x04 not really",
    "behind.zip": b"GIF89a" + packed(setup__exe=b"x"),
    "data.rar": b"Rar!\x1a\x07\x00",
    "data": b"7z\xbc\xaf\x27\x1c",
    "letter.rtf": b"{\\rtf1 {\\object\\objdata 01}}",
    "start.pdf": b"%PDF-1.4 /Launch /F (cmd)",
    "mail.mht": b"MIME",
    " . ": b"x",
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_fine_is_kept(name: str) -> None:
    assert problem_of(name, FINE[name]) is None


@pytest.mark.parametrize("name", BAD)
def test_what_may_do_harm_is_refused_in_one_sentence(name: str) -> None:
    found = problem_of(name, BAD[name])
    assert found is not None
    assert "\u202e" not in str(found)
    assert str(found).endswith(".")


def test_a_large_file_is_refused() -> None:
    found = problem_of("film.mp4", bytes(SIZE_LIMIT + 1))
    assert str(found) == "“film.mp4” is larger than 25 MB: make it smaller, or keep it elsewhere."


def test_only_known_kinds_are_opened() -> None:
    assert opens("visit.PDF")
    assert not opens("plan.dwg")
    assert name_problem("plan.dwg") is None
    assert endings("a.B.c") == ("b", "c")


@given(st.text(max_size=300))
def test_a_safe_name_leads_nowhere(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('\\/:*?"<>|\0\n')
    assert safe.count(".") <= 1
    assert safe not in (".", "..")
    assert not safe.startswith(("-", "."))
    assert len(safe.encode()) <= 140


def _photo(kind: str, mode: str = "RGB", **extra: object) -> bytes:
    image = Image.new(mode, (800, 400), (200, 10, 10, 120) if mode == "RGBA" else (200, 10, 10))
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    exif[0x0112] = 6  # lies on its side
    out = io.BytesIO()
    image.save(out, kind, exif=exif, **extra)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_is_scaled_upright_and_without_metadata(kind: str) -> None:
    made = cleaned(_photo(kind), 300)
    assert made is not None
    assert b"Secret" not in made.body
    with Image.open(io.BytesIO(made.body)) as image:
        assert image.size == (150, 300)
        assert not image.getexif()


def test_see_through_pictures_stay_so_and_portraits_do_not() -> None:
    made = cleaned(_photo("PNG", "RGBA"), 300)
    assert made is not None
    assert made.ending == "png"
    kept = portrait(_photo("PNG", "RGBA"), 300)
    assert kept is not None
    assert kept.startswith(b"\xff\xd8")


def test_scans_of_several_pages_keep_them() -> None:
    pages = [Image.new("RGB", (40, 60), one) for one in ("white", "black", "red")]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    made = cleaned(out.getvalue(), 300)
    assert made is not None
    with Image.open(io.BytesIO(made.body)) as image:
        assert image.n_frames == 3  # type: ignore[attr-defined]  # of a TIFF


def test_what_is_no_picture_is_told_apart() -> None:
    assert cleaned(b"no picture", 300) is None
    assert cleaned(_photo("JPEG")[:200], 300) is None
    assert portrait(_photo("TIFF"), 300) is None
