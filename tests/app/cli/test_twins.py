"""`duplicates`: likely pairs as JSON, with id, name and source line, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.cli.console import Console


def test_duplicates_are_told_as_the_contract_says(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Number;Family name;Given name;Birth date\n"
        "a1;Łukasiewicz;Paweł;1970-02-03\n"
        "a2;Claes;Noor;\n"
        "a3;Pawel;Lukasiewicz;1970-02-03\n",
        "utf-8",
    )
    console.json("import", file, "--map", "Number=external_id", "--as", "people")
    (pair,) = console.json("duplicates", "--min-score", "0.9")
    assert set(pair) == {"a", "b", "score", "reason"}
    sides = sorted((pair["a"], pair["b"]), key=lambda side: side["line"])
    assert [side["line"] for side in sides] == [2, 4]
    assert [side["external_id"] for side in sides] == ["a1", "a3"]
    assert [side["name"] for side in sides] == ["Łukasiewicz, Paweł", "Pawel, Lukasiewicz"]
    assert pair["score"] > 0.95
    assert pair["reason"] == "Same name in another order, same birth date"
    assert console.json("duplicates", "--min-score", "1") == []
