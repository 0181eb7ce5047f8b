"""The raw first screenful is what the real query gives, and never more than a silence elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import first_page, search
from app.core.directory import View
from tests.builders import make_ambassador, make_person, make_reception

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace

KINDS = ("person", "organisation")


def test_the_first_screenful_is_that_of_the_real_query(file_office: Workspace) -> None:
    for country in ("JP", "FR", "PL"):
        make_ambassador(file_office, country)
    for number in range(80):
        make_person(file_office, family_name=f"Claes {number:02}", given_name="Ann")
    make_reception(file_office)
    wanted = file_office.ask(search.first_lines, View(kinds=KINDS), "docid", first_page.LIMIT)
    assert first_page.first_lines(file_office.place.location, KINDS) == wanted
    assert len(wanted) == first_page.LIMIT


def test_what_cannot_be_read_this_way_gives_nothing(tmp_path: Path) -> None:
    words = tmp_path / "letter.txt"
    words.write_text("no office at all, but words enough to be longer than a salt")
    for location in ("postgresql://desk@nowhere/office", str(tmp_path), str(words), ""):
        assert first_page.first_lines(location, KINDS) == []
