"""Paper: a briefing set of 300 guests, whole processes, against LibreOffice on as many pages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from bench import people
from bench.desk import HOUSE, program
from bench.measure import Result, best_of, seconds

if TYPE_CHECKING:
    from pathlib import Path

    from bench.desk import Desk

GUESTS = 300
GOAL = 1.0
SET = ("reception-briefing", "guest-list", "place-cards")
LINES_A_PAGE = 34
OFFICE_XML = "urn:oasis:names:tc:opendocument:xmlns"


def printing(desk: Desk, rounds: int) -> list[Result]:
    """Briefing, guest list and place cards of one reception."""
    writer = program("soffice", "libreoffice-writer")
    office = desk.new_office("reception.belfry")
    reception = desk.run(desk.python("-m", "bench.reception", office, str(GUESTS))).strip()
    pages = sum(_print_set(desk, office, reception))
    letter = _as_many_pages(desk.folder / "peer.fodt", pages)
    profile = (desk.folder / "writer").as_uri()
    convert = [
        *(writer, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"),
        *("--outdir", str(desk.folder), str(letter)),
    ]
    desk.run(convert)  # makes the profile; every timed run finds it warm
    best, other = best_of(
        rounds,
        lambda: seconds(lambda: _print_set(desk, office, reception)),
        lambda: seconds(lambda: desk.run(convert)),
    )
    name = f"briefing set of {GUESTS} guests, {pages} pages"
    return [Result(name, best, other, GOAL, "s", "LibreOffice, as many pages")]


def _print_set(desk: Desk, office: Path, reception: str) -> list[int]:
    made = []
    for kind in SET:
        out = desk.folder / f"{kind}.pdf"
        answer = desk.belfry("--office", office, "brief", kind, reception, "--out", out)
        made.append(int(answer["pages"]))
    return made


def _as_many_pages(path: Path, pages: int) -> Path:
    """A text document of `pages` pages, each a table-like list of guests."""
    rows = iter([row[0] + ", " + row[1] for row in people.people(pages * LINES_A_PAGE)])
    paragraphs = []
    for _ in range(pages):
        for place in range(LINES_A_PAGE):
            style = "first" if place == 0 else "line"
            words = escape(f"{place + 1}\u2003{next(rows)}\u2003Ambassador\u2003accepted")
            paragraphs.append(f'<text:p text:style-name="{style}">{words}</text:p>')
    path.write_text(_LETTER.replace("@@", "".join(paragraphs)), "utf-8")
    return path


_LETTER = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{OFFICE_XML}:office:1.0" xmlns:text="{OFFICE_XML}:text:1.0"
 xmlns:style="{OFFICE_XML}:style:1.0" xmlns:fo="{OFFICE_XML}:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="line" style:family="paragraph"/>
<style:style style:name="first" style:family="paragraph">
<style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles>
<office:body><office:text>@@</office:text></office:body></office:document>
"""

if __name__ == "__main__":
    sys.exit(f"Run `python -m bench --only printing` in {HOUSE}.")
