"""Lists and exports of saved views on the command line."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.cli.console import Console

LIST = (
    "Family name;Given name;Company;Function\n"
    "Tanaka;Aoi;Embassy of Japan;Ambassador\n"
    "Abe;Jun;Embassy of Japan;Ambassador\n"
    "Aalto;Bo;Harbour Works;Director\n"
    "Cruz;Dee;;\n"
)


@pytest.fixture
def filled(console: Console) -> Console:
    """Two ambassadors, a director, and somebody without a function."""
    console.json("import", console.file("list.csv", LIST))
    return console


def names(console: Console, view: str, what: str = "people") -> list[str]:
    """The names a view lists."""
    return [row["name"] for row in console.json("list", what, "--view", view)]


def test_a_view_is_listed_in_its_order_by_its_name_in_any_language(filled: Console) -> None:
    assert names(filled, "Heads of mission") == ["Abe, Jun", "Tanaka, Aoi"]
    assert names(filled, "missiehoofden") == ["Abe, Jun", "Tanaka, Aoi"]
    assert names(filled, "People without a function") == ["Cruz, Dee"]
    assert names(filled, "Organisations", "organisations") == ["Harbour Works"]
    assert names(filled, "Organisations") == []
    row = filled.json("list", "people", "--view", "Heads of mission")[0]
    assert {"language", "last_met", "times_met", "expected_end"} <= set(row)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf"])
def test_a_view_is_exported(filled: Console, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"heads.{ending}"
    written = filled.json("export", str(path), "--view", "Heads of mission")
    assert written == {"written": 2}
    if ending == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        assert [row["family_name"] for row in rows] == ["Abe", "Tanaka"]


def test_a_view_there_is_not_is_refused_with_those_there_are(filled: Console) -> None:
    assert "Leaving soon" in filled.refused("list", "people", "--view", "Elephants")
