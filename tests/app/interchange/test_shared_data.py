"""Real lists into an office, where they lie beside the project: what the first issue promises."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.contacts.model import Organisation, Person, Posting
from app.core import search
from app.core.check import findings
from app.interchange.adding import import_contacts
from app.interchange.importing import plan
from app.interchange.reading import read_table

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace
    from app.interchange.adding import Imported

DATA = Path(__file__).parents[4] / "shared" / "data"
DIPLOMATIC = DATA / "diplomatic"
TERMS = "everypolitician_terms"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real lists are not here")


def bring(office: Workspace, path: Path, holds: str = "") -> Imported:
    return office.run(import_contacts, plan(path, holds).drafts(), path.name)


def counts(session: Session) -> list[int]:
    tables = (Person, Organisation, Posting)
    return [session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


def understood(session: Session) -> int:
    known = select(func.count()).select_from(Organisation)
    return (
        session.scalar(known.where(Organisation.country != "", Organisation.kind != "other")) or 0
    )


def test_the_embassies_of_the_world(workspace: Workspace) -> None:
    path = DIPLOMATIC / "database_of_embassies.csv"
    done = bring(workspace, path, "organisations")
    assert done.read == 9852
    assert done.added >= 9700
    assert workspace.ask(understood) >= 9700
    assert done.added + done.skipped == done.read
    again = bring(workspace, path, "organisations")
    assert (again.read, again.added, again.updated) == (9852, 0, 0)
    assert not findings(workspace)
    workspace.undo()
    assert workspace.ask(counts) == [0, 0, 0]
    assert workspace.ask(search.kind_counts) == {}


def test_every_problem_of_the_embassies_has_its_line(workspace: Workspace) -> None:
    done = bring(workspace, DIPLOMATIC / "database_of_embassies.csv", "organisations")
    assert all(str(problem.sentence) and problem.line for problem in done.problems)


def test_german_missions_give_posts_people_and_postings(workspace: Workspace) -> None:
    path = DIPLOMATIC / "german_missions_abroad_honorary_consuls.csv"
    done = bring(workspace, path)
    assert done.read == 564
    people, posts, postings = workspace.ask(counts)
    assert people > 480
    assert posts > 500
    assert postings >= people
    again = bring(workspace, path)
    assert (again.added, again.updated) == (0, 0)


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("french_mayors_cp1252_semicolon.csv", "french_mayors.csv"),
        ("french_mayors_macroman.csv", "french_mayors.csv"),
        ("georgia_members_utf16be.csv", f"{TERMS}/Georgia__Parliament__term-8.csv"),
        ("greek_mps_cp1253.csv", f"{TERMS}/Greece__Parliament__term-9.csv"),
        ("japan_members_cp932.csv", f"{TERMS}/Japan__House_of_Representatives__term-46.csv"),
    ],
)
def test_an_encoded_list_arrives_with_its_letters(
    workspace: Workspace, name: str, original: str
) -> None:
    table = read_table(DATA / "encodings" / name)
    with (DIPLOMATIC / original).open(encoding="utf-8-sig", newline="") as file:
        _header, *wanted = csv.reader(file)
    cells = zip(table.rows, wanted, strict=True)
    wrong = [
        (cell, right)
        for row, rights in cells
        for cell, right in zip(row.cells, rights, strict=True)
        if cell != right and "?" not in cell  # lost when the file was made
    ]
    assert wrong == []
    done = bring(workspace, DATA / "encodings" / name)
    assert done.added > 0


def test_the_cyrillic_list_has_cyrillic_names(workspace: Workspace) -> None:
    done = bring(workspace, DATA / "encodings" / "ukraine_rada_cp1251.csv")
    assert done.added > 300
    letters = Counter(one for name in workspace.ask(_names) for one in name if one.isalpha())
    cyrillic = sum(number for letter, number in letters.items() if "\u0400" <= letter <= "\u04ff")
    assert cyrillic == letters.total()


def _names(session: Session) -> list[str]:
    query = select(Person.family_name, Person.given_name, Person.native_name)
    return [" ".join(row) for row in session.execute(query)]
