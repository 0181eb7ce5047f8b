"""`python -m bench [--only NAME]`: measure, print the table, write build/bench.json."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from typing import TYPE_CHECKING

from bench import booklet, duplicates, lists, meetings, printing, ranking, tabs, views, window
from bench.desk import HOUSE, Desk
from bench.measure import MissingPeerError, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MEASUREMENTS: Mapping[str, Callable[[Desk, int], list[Result]]] = {
    "start": window.starting,
    "keys": window.typing,
    "import": lists.importing,
    "export": lists.exporting,
    "lists": views.showing,
    "printing": printing.printing,
    "booklet": booklet.booklet,
    "ranking": ranking.ranking,
    "twins": duplicates.found,
    "scan": duplicates.scanning,
    "tabs": tabs.opening,
    "meetings": meetings.arranging,
}
PEOPLE = 100_000


def main() -> int:
    """Measure what is asked; 1 where a goal is missed or something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=list(MEASUREMENTS), help="again for more"
    )
    parser.add_argument("--people", type=int, default=PEOPLE, help="how many stand in the office")
    parser.add_argument("--rounds", type=int, default=3, help="turns each takes; the best counts")
    asked = parser.parse_args()
    folder = HOUSE / "build" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    desk = Desk(folder, asked.people)
    results: list[Result] = []
    broken = 0
    for name in asked.only or MEASUREMENTS:
        try:
            results += MEASUREMENTS[name](desk, asked.rounds)
        except MissingPeerError as missing:
            tell(f"{name}: skipped, {missing}.")
        except RuntimeError as error:
            broken += 1
            tell(f"{name}: could not be measured. {error}")
    (HOUSE / "build" / "bench.json").write_text(
        json.dumps([one.as_json() for one in results], indent=1) + "\n", "utf-8"
    )
    print_table(results)
    return 1 if broken or not all(one.reached for one in results) else 0


def print_table(results: list[Result]) -> None:
    """The figures for people to read."""
    line = "{:46} {:>11} {:>11} {:>7} {:>6}  {:6} {}"
    print(line.format("", "ours", "peer", "ratio", "goal", "", "against"))
    for one in results:
        ours, peer = f"{one.ours:.3f} {one.unit}", f"{one.peer:.3f} {one.unit}"
        reached = "ok" if one.reached else "MISSED"
        print(line.format(one.name, ours, peer, f"{one.ratio:.2f}", one.goal, reached, one.against))


def tell(words: str) -> None:
    """Say something beside the table."""
    print(words, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
