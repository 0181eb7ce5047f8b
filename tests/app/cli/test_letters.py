"""A letter from the command line, named by its id."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.furnish import furnish
from app.core.office import open_office
from app.dossiers.commands import write_letter
from app.dossiers.draft import LetterDraft
from app.schema import TRADE
from tests.builders import make_ambassador

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.cli.console import Console


def test_a_letter_is_printed_by_the_beginning_of_its_id(console: Console, tmp_path: Path) -> None:
    workspace = open_office(console.options[-1], TRADE)
    workspace.run(furnish)
    person = make_ambassador(workspace, "JP", gender="f")
    draft = LetterDraft(dt.date(2026, 5, 4), "fr", "Kanazawa", "Un jardin.", person_id=person)
    letter = workspace.run(write_letter, draft)
    workspace.close()
    out = tmp_path / "letter.pdf"
    said = console.json("brief", "letter", letter.hex[:10], "--out", out)
    assert (said["pages"], said["warnings"]) == (1, [])
    assert out.read_bytes().startswith(b"%PDF")
    assert "letter" in [one["kind"] for one in console.json("brief", "--list")]


def test_what_is_no_letter_is_said(console: Console, tmp_path: Path) -> None:
    assert "ffffffff" in console.refused("brief", "letter", "ffffffff", "--out", tmp_path / "a.pdf")
    assert console("brief", "letter", "--out", tmp_path / "a.pdf").code == 2
