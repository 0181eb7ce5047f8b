"""Prints the briefing set of a reception in one process: `bench.briefing_set OFFICE ID FOLDER`.

The peer prints all its pages in one process too. Answers the number of pages.
"""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.cli.paper import print_one
from app.core.office import open_office
from app.core.text import Language
from app.schema import TRADE

SET = ("reception-briefing", "guest-list", "place-cards")


def print_set(office: str, reception: UUID, folder: Path) -> int:
    """Print each document of the set; how many pages they have together."""
    workspace = open_office(office, TRADE)
    pages = 0
    for kind in SET:
        wanted = paper(kind)
        if wanted is None:
            raise LookupError(kind)
        out = folder / f"{kind}.pdf"
        printed = print_one(workspace, wanted, reception, Language.NL, Audience.INTERNAL, out)
        pages += printed.pages
    workspace.close()
    return pages


if __name__ == "__main__":
    made = print_set(sys.argv[1], UUID(sys.argv[2]), Path(sys.argv[3]))
    sys.stdout.write(f"{made}\n")
