"""Over the real lists, where they lie beside the project: nothing raises, letters are right."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.core.errors import BelfryError
from app.interchange.importing import plan
from app.interchange.reading import read_table

DATA = Path(__file__).parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real lists are not here")
ENCODED = {
    "french_mayors_cp1252_semicolon.csv": "french_mayors.csv",
    "french_mayors_macroman.csv": "french_mayors.csv",
    "georgia_members_utf16be.csv": "everypolitician_terms/Georgia__Parliament__term-8.csv",
    "greek_mps_cp1253.csv": "everypolitician_terms/Greece__Parliament__term-9.csv",
    "japan_members_cp932.csv": "everypolitician_terms/Japan__House_of_Representatives__term-46.csv",
}


def test_every_file_is_read_or_refused_in_a_sentence() -> None:
    for path in sorted(DATA.rglob("*")):
        if path.is_dir():
            continue
        try:
            made = plan(path)
        except BelfryError:
            continue
        for draft in made.drafts():
            draft.problems()
        assert all(str(problem.sentence) for problem in made.table.problems)


@pytest.mark.parametrize("name", ENCODED)
def test_encoded_lists_have_the_letters_of_their_originals(name: str) -> None:
    path, original = DATA / "encodings" / name, DATA / "diplomatic" / ENCODED[name]
    with original.open(encoding="utf-8", newline="") as file:
        _header, *wanted = csv.reader(file)
    differing = 0
    for row, right in zip(read_table(path).rows, wanted, strict=True):
        for cell, expected in zip(row.cells, right, strict=True):
            differing += cell != expected and "?" not in cell  # "?": lost when the file was made
    assert differing == 0


def test_the_embassies_of_the_world_are_understood() -> None:
    made = plan(DATA / "diplomatic" / "database_of_embassies.csv", "organisations")
    found = [one.organisation for one in made.drafts()]
    assert len(found) == 9852
    posts = [one for one in found if one and one.country and one.kind != "other"]
    assert len(posts) >= 9700


def test_german_missions_become_posts_people_and_postings() -> None:
    made = plan(DATA / "diplomatic" / "german_missions_abroad_honorary_consuls.csv")
    found = list(made.drafts())
    assert len(found) == 564
    assert sum(one.person is not None for one in found) > 480
    of_germany = [one.organisation for one in found if one.organisation]
    assert sum(one.country == "DE" for one in of_germany) > 500
