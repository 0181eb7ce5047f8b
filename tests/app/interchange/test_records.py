"""A list of any kind of record comes back as it was: every table and field of the model."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import UnreadableError
from app.core.office import create
from app.core.text import Language
from app.interchange.record_import import put_records, read_records, rehearse_records
from app.interchange.records import export_records, noun_of, nouns
from app.schema import TRADE
from tests.app.core.dump import JOURNALLED, dump
from tests.app.core.test_undo_of_the_model import fill
from tests.builders import make_ambassador, make_person
from tests.made_of_the_model import is_bytes, mappers

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace

BYTES = {str(one.local_table) for one in mappers() if is_bytes(one)}


def _exported(workspace: Workspace, folder: Path) -> dict[str, Path]:
    files = {}
    for name, noun in nouns().items():
        files[name] = folder / f"{name}.csv"
        workspace.ask(export_records, noun, files[name], Language.NL)
    return files


def _content(workspace: Workspace) -> dict[str, list[Any]]:
    """Every row without its revision, which is the Step's."""
    rows = dump(workspace)
    rows.pop("directory")
    return {
        name: sorted(_without_revision(row) for row in found)
        for name, found in rows.items()
        if name not in BYTES
    }


def _without_revision(row: str) -> str:
    start = row.find("'revision': UUID(")
    if start < 0:
        return row
    return row[:start] + row[row.index(")", start) + 1 :]


def test_every_table_is_a_list_or_bytes() -> None:
    listed = {table.name for noun in nouns().values() for table in noun.entity.__mapper__.tables}
    assert {table.name for table in JOURNALLED} - listed == BYTES
    for noun in nouns().values():
        for table in noun.entity.__mapper__.tables:
            told = {*noun.header, "revision", "noun"}
            assert {column.key for column in table.columns} <= told


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_lists_of_everything_bring_the_office_back(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("records")
    office = create(str(folder / "one.belfry"), TRADE, plain=True).workspace
    other = create(str(folder / "two.belfry"), TRADE, plain=True).workspace
    fill(office, seed)
    files = _exported(office, folder)
    before = _content(office)
    for name, file in files.items():
        read = read_records(file, nouns()[name])
        assert read.problems == ()
        done = office.run(put_records, read.noun, read.drafts, file.name)
        assert (done.added, done.updated, done.problems) == (0, 0, ()), name
    assert _content(office) == before
    order = [str(one.local_table).replace("_", "-") for one in mappers()]
    for name in [one for one in order if one in files]:
        read = read_records(files[name], nouns()[name])
        done = other.run(put_records, read.noun, read.drafts, files[name].name)
        assert done.problems == (), name
    assert _content(other) == before
    office.close()
    other.close()


# --- by hand ---


def _write(path: Path, *rows: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def test_a_row_typed_by_hand_names_its_person(office: Workspace, tmp_path: Path) -> None:
    person = make_person(office, family_name="Tanaka", given_name="Aoi")
    file = _write(
        tmp_path / "tasks.csv", ("title", "due_on", "person"), ("Call", "3-12-2026", "Tanaka, Aoi")
    )
    read = read_records(file, noun_of("tasks"))
    done = office.run(put_records, read.noun, read.drafts, file.name)
    assert (done.added, done.problems) == (1, ())
    office.ask(export_records, read.noun, tmp_path / "out.csv", Language.NL)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as out:
        row = next(csv.DictReader(out, delimiter=";"))
    assert (row["person_id"], row["person"]) == (person.hex, "Tanaka, Aoi")
    assert (row["title"], row["due_on"]) == ("Call", "2026-12-03")
    office.undo()
    assert office.ask(export_records, read.noun, tmp_path / "out.csv", Language.NL) == 0


def test_a_bad_row_is_told_and_the_others_are_kept(office: Workspace, tmp_path: Path) -> None:
    make_ambassador(office, "JP")
    file = _write(
        tmp_path / "tasks.csv",
        ("title", "due_on", "person"),
        ("One", "tomorrow", ""),
        ("Two", "", "Nobody, Known"),
        ("", "", ""),
        ("Three", "2026-12-24", ""),
    )
    read = read_records(file, noun_of("task"))
    assert [(one.line, one.field) for one in read.problems] == [(2, "due_on")]
    rehearsed = office.ask(rehearse_records, read)
    done = office.run(put_records, read.noun, read.drafts, file.name)
    assert rehearsed == done
    assert (done.added, [(one.line, one.field) for one in done.problems]) == (1, [(3, "person_id")])


def test_a_word_the_program_does_not_count_with_is_told(office: Workspace, tmp_path: Path) -> None:
    file = _write(
        tmp_path / "receptions.csv",
        ("title", "kind", "stage"),
        ("Evening", "soirée", "idea"),
        ("Dinner", "dinner", ""),
        ("Something", "", "cleared"),
    )
    read = read_records(file, noun_of("receptions"))
    assert [(one.line, one.field) for one in read.problems] == [(2, "kind")]
    assert "courtesy_call" in read.problems[0].to(Language.EN)
    assert office.run(put_records, read.noun, read.drafts, file.name).added == 2
    office.ask(export_records, read.noun, tmp_path / "out.csv", Language.NL)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as out:
        rows = {one["title"]: one for one in csv.DictReader(out, delimiter=";")}
    assert (rows["Dinner"]["kind"], rows["Dinner"]["stage"]) == ("dinner", "idea")
    assert (rows["Something"]["kind"], rows["Something"]["stage"]) == ("reception", "cleared")


def test_a_new_record_needs_what_the_model_needs(office: Workspace, tmp_path: Path) -> None:
    file = _write(tmp_path / "tasks.csv", ("owner", "note"), ("MV", "no title"))
    read = read_records(file, noun_of("task"))
    done = office.run(put_records, read.noun, read.drafts, file.name)
    assert [(one.line, one.field) for one in done.problems] == [(2, "title")]


def test_a_list_nobody_knows_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no list “dragons”"):
        noun_of("dragons")
    file = _write(tmp_path / "x.csv", ("colour", "size"), ("red", "9"))
    with pytest.raises(UnreadableError, match="is a field of “task”"):
        read_records(file, noun_of("task"))
