"""Missions by the command line: registrations in, lists out, travel papers only on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core.office import open_office
from app.schema import TRADE
from tests.builders import make_mission

if TYPE_CHECKING:
    from tests.app.cli.console import Console

NUMBER = "EX7654321"
LIST = (
    "Name;Company;Role;Status;Passport number\n"
    f"Wouters Lore;Zeewind Energie NV;business;confirmed;{NUMBER}\n"
    "Smet Pieter;Zeewind-Energie;press;maybe;\n"
)


@pytest.fixture
def japan(console: Console) -> str:
    """The id of a mission."""
    workspace = open_office(console.options[1], TRADE)
    made = make_mission(workspace, title="Mission to Japan")
    workspace.close()
    return made.hex


def test_registrations_come_in_by_title_or_id(console: Console, japan: str) -> None:
    file = console.file("list.csv", LIST)
    wanted = ("import", file, "--as", "participants", "--into")
    foretold = console.json(*wanted, japan, "--dry-run")
    assert console.json("list", "people") == []
    done = console.json(*wanted, "Mission to Japan")
    assert (done["read"], done["added"], done["updated"], done["skipped"]) == (2, 2, 0, 0)
    assert [one["line"] for one in done["problems"]] == [3, 3]
    assert foretold["added"] == 2
    assert done["mapping"]["Role"] == "role"
    assert NUMBER not in str(done)
    assert console.json(*wanted, japan[:12])["added"] == 0
    assert console("import", file, "--as", "participants").code == 2
    console.refused(*wanted, "Nothing of the kind")


def test_missions_are_listed_and_found(console: Console, japan: str) -> None:
    [row] = console.json("list", "missions")
    assert (row["id"], row["name"], row["stage"]) == (japan, "Mission to Japan", "idea")
    [found] = console.json("search", "japan mission")
    assert (found["kind"], found["id"]) == ("mission", japan)


def test_travel_papers_go_out_only_where_somebody_says_so(console: Console, japan: str) -> None:
    console.json("import", console.file("list.csv", LIST), "--as", "participants", "--into", japan)
    assert "--private" in console.refused("list", "travel-papers")
    out = console.folder / "out.csv"
    assert "--private" in console.refused("export", out, "--what", "travel-papers")
    assert console.json("export", out, "--what", "travel-papers", "--private")["written"]
    assert NUMBER in out.read_text(encoding="utf-8")
    assert NUMBER not in str(console.json("list", "participants"))
    assert NUMBER not in str(console.json("history"))
    assert NUMBER not in console("search", NUMBER).out


def test_each_participant_gets_a_calendar_and_a_schedule(console: Console, japan: str) -> None:
    console.json("import", console.file("list.csv", LIST), "--as", "participants", "--into", japan)
    out = console.folder / "calendars"
    done = console.json("calendars", japan, "--out", out)
    assert (done["calendars"], done["events"]) == (2, 0)
    assert sorted(one.name for one in out.iterdir()) == ["Smet Pieter.ics", "Wouters Lore.ics"]
    one = console.json(
        "calendars", japan, "--out", console.folder / "one.zip", "--for", "Smet, Pieter"
    )
    assert one["files"] == [str(console.folder / "one.zip")]
    console.refused("calendars", japan, "--out", out, "--for", "Nobody")
    paper = console.folder / "schedules.pdf"
    printed = console.json("brief", "personal-schedule", japan, "--out", paper)
    assert printed["pages"] == 3
    alone = ("brief", "personal-schedule", japan, "--out", paper, "--for", "Smet Pieter")
    assert console.json(*alone)["pages"] == 1
    assert console("brief", "cost-sheet", japan, "--out", paper, "--for", "Smet Pieter").code == 2


def test_meetings_by_lists(console: Console, japan: str) -> None:
    parties = console.file("parties.csv", "name;side;wanted\nZeewind;ours;steel\nKaga;host;wind\n")
    into = ("--as", "fair-parties", "--into", japan)
    assert console.json("import", parties, *into, "--dry-run")["added"] == 2
    assert console.json("import", parties, *into)["added"] == 2
    wishes = console.file("wishes.csv", "company;host;weight\nZeewind;Kaga;5\n")
    assert console.json("import", wishes, "--as", "fair-wishes", "--into", japan)["added"] == 1
    assert len(console.json("list", "fair-wishes")) == 1
    out = console.folder / "meetings.csv"
    assert console.json("export", out, "--of", japan) == {"written": 0}


def test_columns_of_a_registration_are_named_by_hand(console: Console, japan: str) -> None:
    known = {one["field"] for one in console.json("import", "--fields", "--as", "participants")}
    assert {"family_name", "role", "emergency_contact"} <= known
    file = console.file("l.csv", "Name;As what;Brings along\nWouters Lore;press;samples\n")
    wanted = ("import", file, "--as", "participants", "--into", japan)
    done = console.json(*wanted, "--map", "As what=role")
    assert (done["mapping"]["As what"], done["mapping"]["Brings along"]) == ("role", "note")
    [row] = console.json("list", "participants")
    assert (row["role"], row["note"]) == ("press", "Brings along: samples")
    console.refused(*wanted, "--map", "No such column=role")


def test_a_mission_is_found_by_who_is_met_there(console: Console, japan: str) -> None:
    parties = console.file("parties.csv", "name;side\nKaga Silk;host\n")
    console.json("import", parties, "--as", "fair-parties", "--into", japan)
    assert [one["id"] for one in console.json("search", "kaga silk")] == [japan]
    console.json("undo")
    assert console.json("search", "kaga silk") == []


def test_what_is_not_there_is_named(console: Console, japan: str) -> None:
    file = console.file("m.csv", "title;organiser\nTo Osaka;Agency of Nowhere\n")
    [told] = console.json("import", file, "--as", "missions")["problems"]
    assert "Agency of Nowhere" in told["message"]
    out = console.folder / "year.pdf"
    assert "2026" in console.refused("brief", "travel-year", japan, "--out", out)
