"""Lists in and out: the whole process, from a file of 100,000 people to an office and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.desk import program
from bench.measure import Result, best_of, seconds

if TYPE_CHECKING:
    from bench.desk import Desk

IMPORT_GOAL = 1.5
EXPORT_GOAL = 10.0


def importing(desk: Desk, rounds: int) -> list[Result]:
    """`import` into an encrypted office, searchable at its end, against sqlite-utils."""
    assert desk.list_of_people  # noqa: S101 - written before the clock starts

    def ours() -> float:
        office = desk.new_office("import.belfry")
        return seconds(lambda: desk.import_people(office))

    def peer() -> float:
        return seconds(lambda: desk.insert_with_sqlite_utils(desk.folder / "import.db"))

    best, other = best_of(rounds, ours, peer)
    against = "sqlite-utils insert --csv, enable-fts"
    return [Result(f"import {desk.count} people", best, other, IMPORT_GOAL, "s", against)]


def exporting(desk: Desk, rounds: int) -> list[Result]:
    """`export` of an encrypted office against sqlite3 reading a plain file, both sorted."""
    shell = program("sqlite3", "sqlite3")
    office, plain, out = desk.office, desk.plain_database, desk.folder / "out.csv"
    sorted_people = 'SELECT * FROM people ORDER BY "Family name", "Given name"'

    def ours() -> float:
        out.unlink(missing_ok=True)
        taken = seconds(lambda: desk.belfry("--office", office, "export", out))
        with out.open("rb") as file:
            if sum(1 for _ in file) < desk.count:
                raise RuntimeError("the export lacks people")
        return taken

    def peer() -> float:
        begun = desk.folder / "peer.csv"
        command = ["sqlite3", "-header", "-csv", str(plain), f".output {begun}", sorted_people]
        return seconds(lambda: desk.run([shell, *command[1:]]))

    best, other = best_of(rounds, ours, peer)
    against = "sqlite3 -csv on a plain file"
    return [Result(f"export {desk.count} people", best, other, EXPORT_GOAL, "s", against)]
