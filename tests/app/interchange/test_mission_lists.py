"""Lists of a mission as offices really send them: each fault is told, good rows are kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core.text import Language
from app.interchange.fair_import import import_parties, import_wishes
from app.interchange.fair_lists import read_parties, read_wishes
from app.interchange.importing import plan
from app.interchange.participants import import_participants
from app.interchange.record_import import put_records, read_records
from app.interchange.records import noun_of
from app.interchange.registrations import read_registrations
from app.missions.queries import delegation, factor_rows
from tests.app.missions.fairs import board_of, make_fair
from tests.builders import make_mission

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.core.errors import Problem
    from app.core.workspace import Workspace

FAR = "9" * 5000


def _file(folder: Path, words: str) -> Path:
    path = folder / "list.csv"
    path.write_text(words, encoding="utf-8-sig")
    return path


def _told(problems: Iterable[Problem]) -> list[tuple[int | None, str]]:
    return [(one.line, one.field) for one in problems]


@pytest.mark.parametrize("number", ["99999999999999999999", FAR, "0", "-3", "½"])
def test_no_number_of_meetings_stops_a_list(office: Workspace, tmp_path: Path, number: str) -> None:
    mission = make_mission(office)
    read = read_parties(_file(tmp_path, f"name;most;company or host\nBig;{number};\nGood;3;x\n"))
    office.run(import_parties, read.parties, "list.csv", mission)
    assert _told(read.problems) == [(None, "name"), (2, "most")]
    kept = {one.name: one.draft.most for one in board_of(office, mission).companies}
    assert kept == {"Big": None, "Good": 3}


def test_a_list_without_a_column_keeps_what_the_office_knows(
    office: Workspace, tmp_path: Path
) -> None:
    mission = make_mission(office)
    for words in ("name;wanted;most\nAcme;steel;3\n", "name;language\nAcme;ja\n"):
        read = read_parties(_file(tmp_path, words))
        office.run(import_parties, read.parties, "list.csv", mission)
    [acme] = board_of(office, mission).companies
    assert (acme.draft.wanted, acme.draft.most, acme.draft.language) == ("steel", 3, "ja")


def test_half_wishes_and_wishes_twice_are_told(office: Workspace, tmp_path: Path) -> None:
    board = make_fair(office, chance=0.0)
    rows = f"C01;H01;5\nC01;;3\n;H01;3\nC01;H01;1\nC02;H02;{FAR}\n"
    read = read_wishes(_file(tmp_path, f"company;host;weight\n{rows}"))
    done = office.run(import_wishes, read.wishes, "list.csv", board.mission)
    assert _told(read.problems) == [(3, "host"), (4, "company"), (6, "weight")]
    assert _told(done.problems) == [(5, "name")]
    now = board_of(office, board.mission)
    names = {one.id: one.name for one in now.parties.values()}
    assert {(names[a], names[b]): n for (a, b), n in now.wishes.items()} == {
        ("C01", "H01"): 5, ("C02", "H02"): 3,
    }  # fmt: skip


def test_a_hundred_times_a_hundred_wishes_come_in(workspace: Workspace, tmp_path: Path) -> None:
    mission = make_mission(workspace)
    names = [f"P{n:03}" for n in range(100)]
    parties = "".join(f"{one};{side}\n" for one in names for side in ("ours", "host"))
    read = read_parties(_file(tmp_path, f"name;side\n{parties}"))
    workspace.run(import_parties, read.parties, "list.csv", mission)
    pairs = "".join(f"{one};{two};4\n" for one in names for two in names)
    wishes = read_wishes(_file(tmp_path, f"company;host;weight\n{pairs}"))
    done = workspace.run(import_wishes, wishes.wishes, "list.csv", mission)
    assert (done.read, done.added, done.problems) == (10_000, 10_000, ())


def test_hours_and_places_that_are_none_are_told(office: Workspace, tmp_path: Path) -> None:
    mission = make_mission(office)
    rows = (
        f"An;Maes;press;5/6/2027 25:99;x\nBo;Maes;wizard;5-6-2027 9:30;{FAR}\nCy;Baert;press;;2\n"
    )
    text = f"first name;family name;role;arrival;host order\n{rows}"
    read = read_registrations(plan(_file(tmp_path, text), "participants"))
    office.run(import_participants, read.rows, "list.csv", mission)
    assert {(2, "arrives_at"), (3, "role")} <= set(_told(read.problems))
    found = {one.name.given: one.draft for one in office.ask(delegation, mission, Language.NL)}
    assert found["An"].arrives_at == dt.datetime(2027, 6, 5)  # noqa: DTZ001 - local time
    assert found["Bo"].arrives_at == dt.datetime(2027, 6, 5, 9, 30)  # noqa: DTZ001 - local time
    assert set(found) == {"An", "Bo", "Cy"}


def test_factors_come_in_with_commas_and_empty_cells(office: Workspace, tmp_path: Path) -> None:
    before = len(office.ask(factor_rows))
    rows = (
        "X;train;0,05;1/1/2026;;\n"
        "X;rocket;1;2026-01-01;;\n"
        "X;train;nan;2026-01-01;;\n"
        "X;train;1e400;2026-01-01;;\n"
        "X;plane;0.2;never;10;\n"
    )
    text = f"source;mode;value;valid_from;from_km;travel_class\n{rows}"
    read = read_records(_file(tmp_path, text), noun_of("emission-factors"))
    office.run(put_records, read.noun, read.drafts, "list.csv")
    told = [(3, "mode"), (4, "value"), (5, "value"), (6, "valid_from")]
    assert _told(read.problems) == told
    found = office.ask(factor_rows)
    assert len(found) == before + 1
    assert [
        (one.factor.value, one.factor.from_km) for one in found if one.factor.source == "X"
    ] == [(0.05, 0.0)]
