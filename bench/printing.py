"""Paper: a briefing set of 300 guests, whole processes, against LibreOffice on as many pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pypdfium2

from bench import people
from bench.desk import program
from bench.measure import Result, best_of, seconds

if TYPE_CHECKING:
    from pathlib import Path

    from bench.desk import Desk

GUESTS = 300
GOAL = 1.0
LINES_A_PAGE = 24
OFFICE_XML = "urn:oasis:names:tc:opendocument:xmlns"


def printing(desk: Desk, rounds: int) -> list[Result]:
    """Briefing, guest list and place cards of one reception."""
    writer = program("soffice", "libreoffice-writer")
    office = desk.new_office("reception.belfry")
    reception = desk.run(desk.python("-m", "bench.reception", office, str(GUESTS))).strip()
    print_set = desk.python("-m", "bench.briefing_set", office, reception, desk.folder)
    pages = int(desk.run(print_set))
    letter = _as_many_pages(desk.folder / "peer.fodt", pages)
    profile = (desk.folder / "writer").as_uri()
    convert = [
        *(writer, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"),
        *("--outdir", str(desk.folder), str(letter)),
    ]
    desk.run(convert)  # makes the profile; every timed run finds it warm
    if _pages_of(letter.with_suffix(".pdf")) != pages:
        raise RuntimeError("LibreOffice did not print as many pages")
    best, other = best_of(
        rounds,
        lambda: seconds(lambda: desk.run(print_set)),
        lambda: seconds(lambda: desk.run(convert)),
    )
    name = f"briefing set of {GUESTS} guests, {pages} pages"
    return [Result(name, best, other, GOAL, "s", "LibreOffice, as many pages")]


def _pages_of(pdf: Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    return pages


def _as_many_pages(path: Path, pages: int) -> Path:
    """A text document of `pages` pages, each with a table of guests as an office would type it."""
    everybody = people.people(pages * LINES_A_PAGE)
    tables = []
    for _ in range(pages):
        rows = [
            (f"{number}", f"{one[0]}, {one[1]}", "Ambassador", one[8], "accepted")
            for number, one in zip(range(1, LINES_A_PAGE + 1), everybody, strict=False)
        ]
        tables.append(_PAGE.replace("@@", "".join(map(_row, rows))))
    path.write_text(_LETTER.replace("@@", "".join(tables)), "utf-8")
    return path


def _row(words: tuple[str, ...]) -> str:
    cells = (
        f"<table:table-cell><text:p>{escape(one)}</text:p></table:table-cell>" for one in words
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


_PAGE = """<text:p text:style-name="first">Guests</text:p>
<table:table><table:table-column table:number-columns-repeated="5"/>@@</table:table>"""
_LETTER = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{OFFICE_XML}:office:1.0" xmlns:text="{OFFICE_XML}:text:1.0"
 xmlns:style="{OFFICE_XML}:style:1.0" xmlns:fo="{OFFICE_XML}:xsl-fo-compatible:1.0"
 xmlns:table="{OFFICE_XML}:table:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="first" style:family="paragraph">
<style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles>
<office:body><office:text>@@</office:text></office:body></office:document>
"""
