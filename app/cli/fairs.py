"""Commands about the meetings of missions: lists in, and the list of meetings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.common import answer, context, opened, resolve
from app.cli.data import Wishes, tell_imported
from app.core.text import N_, say

if TYPE_CHECKING:
    from pathlib import Path

PARTIES, WISHES = "fair-parties", "fair-wishes"


def import_fair(file: Path, holds: str, into: str, *, dry_run: bool, report: Path | None) -> int:
    """Bring companies and hosts, or wishes, into the meetings of a mission."""
    from app.interchange import fair_import
    from app.interchange.fair_lists import read_parties, read_wishes

    parties = holds == PARTIES
    read = read_parties(file) if parties else read_wishes(file)
    with opened() as workspace:
        mission = workspace.ask(resolve, into, ("mission",))
        if parties and dry_run:
            done = workspace.ask(fair_import.rehearse_parties, read.parties, mission)
        elif parties:
            done = workspace.run(fair_import.import_parties, read.parties, file.name, mission)
        elif dry_run:
            done = workspace.ask(fair_import.rehearse_wishes, read.wishes, mission)
        else:
            done = workspace.run(fair_import.import_wishes, read.wishes, file.name, mission)
    counts = {name: getattr(done, name) for name in ("read", "added", "updated", "skipped")}
    problems = (*read.problems, *done.problems)
    tell_imported(counts, problems, read.table, read.mapping, Wishes(holds, into, report=report))
    return 0


def export_meetings(file: Path, mission: str) -> int:
    """Write the list of meetings of a mission, with names."""
    from app.interchange.meetings import export_meetings as write

    with opened() as workspace:
        record = workspace.ask(resolve, mission, ("mission",))
        count = workspace.ask(write, record, file, context().language)
    told = say(
        N_("Wrote {n} row to {file}."), N_("Wrote {n} rows to {file}."), n=count, file=str(file)
    )
    answer({"written": count}, told)
    return 0
