"""Replies of a list, and what is private, by the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.cli.console import Console

GUESTS = "Family name;Given name\nTanaka;Aoi\nPeeters;Jan\nOkafor;Chidi\n"
REPLIES = """Naam;Antwoord;Dieet
Aoi Tanaka;ja, met 2 personen;geen vis
Jan Peters;komt niet;
Onbekende;oui;
C. Okafor;ja;
"""


def test_replies_are_noted_and_what_is_left_is_told(console: Console) -> None:
    reception = "title;kind;starts_at\nSpring;reception;2030-04-21T18:00:00\n"
    console.json("import", console.file("r.csv", reception), "--as", "receptions")
    guests = console.file("guests.csv", GUESTS)
    console.json("import", guests, "--as", "guests", "--into", "Spring")
    file, report = console.file("replies.csv", REPLIES), console.folder / "report.csv"
    rehearsed = console.json("import", file, "--as", "replies", "--into", "Spring", "--dry-run")
    done = console.json("import", file, "--as", "replies", "--into", "Spring", "--report", report)
    assert rehearsed == done
    assert (done["read"], done["updated"], done["skipped"], done["added"]) == (4, 2, 2, 0)
    assert done["mapping"] == {"Naam": "name", "Antwoord": "answer", "Dieet": "catering"}
    assert [one["line"] for one in done["problems"]] == [4, 5]
    assert "Onbekende" in report.read_text(encoding="utf-8-sig")
    listed = {row["person"]: row["status"] for row in console.json("list", "guests")}
    assert listed == {
        "Tanaka, Aoi": "accepted",
        "Peeters, Jan": "regrets",
        "Okafor, Chidi": "proposed",
    }
    assert "vis" not in json.dumps(console.json("list", "guests"))
    again = console.json("import", file, "--as", "replies", "--into", "Spring")
    assert again["updated"] == 0
    console.json("undo")
    assert {row["status"] for row in console.json("list", "guests")} == {"proposed"}


def test_the_kitchens_notes_leave_only_where_asked(console: Console) -> None:
    out = console.folder / "out.csv"
    said = console.refused("export", out, "--what", "catering-notes")
    assert "--private" in said
    assert "--private" in console.refused("list", "catering notes")
    assert not out.exists()
    written = console.json("export", out, "--what", "catering-notes", "--private")
    assert written == {"written": 0}


def test_a_list_without_replies_is_refused(console: Console) -> None:
    reception = "title;kind;starts_at\nSpring;reception;2030-04-21T18:00:00\n"
    console.json("import", console.file("r.csv", reception), "--as", "receptions")
    file = console.file("list.csv", "naam;stad\nAoi Tanaka;Gent\n")
    said = console.refused("import", file, "--as", "replies", "--into", "Spring")
    assert "No replies are found" in said
