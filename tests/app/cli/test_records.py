"""Lists of other records than contacts, by the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.cli.console import Console


def test_other_records_go_out_and_come_in_by_their_name(console: Console) -> None:
    rows = "title;owner;due_on\nCall the port;MV;2026-12-03\nNo day;MV;someday\n"
    file = console.file("tasks.csv", rows)
    rehearsed = console.json("import", file, "--as", "tasks", "--dry-run")
    done = console.json("import", file, "--as", "tasks")
    assert rehearsed == done
    assert (done["read"], done["added"], done["updated"], done["skipped"]) == (2, 1, 0, 0)
    assert [(one["line"], one["field"]) for one in done["problems"]] == [(3, "due_on")]
    assert [row["title"] for row in console.json("list", "tasks")] == ["Call the port"]
    assert console.json("export", console.folder / "out.csv", "--what", "tasks") == {"written": 1}
    again = console.json("import", console.folder / "out.csv", "--as", "tasks")
    assert (again["added"], again["updated"], again["skipped"]) == (0, 0, 1)
