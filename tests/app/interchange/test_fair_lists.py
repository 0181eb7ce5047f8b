"""Lists of companies, hosts and wishes come in, whatever their form; meetings go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core.errors import UnreadableError
from app.core.text import Language
from app.interchange.fair_import import (
    import_parties,
    import_wishes,
    rehearse_parties,
    rehearse_wishes,
)
from app.interchange.fair_lists import read_parties, read_wishes
from app.interchange.meetings import export_meetings
from app.missions.commands import take_schedule
from app.missions.queries import propose
from tests.app.missions.fairs import board_of, make_fair

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace

PARTIES = (
    "Nom;Côté;Recherché;Offre;Langue;Au plus;Absent\n"
    "C01;nous;acier;grues;;2;1, 09:40\n"
    "Kaga;hôte;;soie;ja;deux;7\n"
    "Kaga;hôte;;;;;\n"
    ";hôte;;;;;\n"
    "Noto;neither;;;;;\n"
)


def _file(folder: Path, words: str) -> Path:
    path = folder / "list.csv"
    path.write_text(words, encoding="utf-8")
    return path


def test_parties_come_in_and_what_is_wrong_is_told(office: Workspace, tmp_path: Path) -> None:
    board = make_fair(office)
    read = read_parties(_file(tmp_path, PARTIES))
    assert [one.draft.name for one in read.parties] == ["C01", "Kaga", "Kaga", "Noto"]
    foretold = office.ask(rehearse_parties, read.parties, board.mission)
    done = office.run(import_parties, read.parties, "list.csv", board.mission)
    assert foretold == done
    assert (done.added, done.updated, done.skipped) == (2, 1, 1)
    now = board_of(office, board.mission)
    first = now.companies[0].draft
    assert (first.wanted, first.offered, first.most) == ("acier", "grues", 2)
    assert first.away == (now.slots[0].position, now.slots[2].position)
    kaga = next(one.draft for one in now.hosts if one.name == "Kaga")
    assert (kaga.language, kaga.most) == ("ja", None)
    told = [str(one.sentence) for one in (*read.problems, *done.problems)]
    assert told == [
        "“deux” is no number; it was left out.",
        "This row has no name; it was left out.",
        "“neither” is no side; it was taken as ours.",
        "There is no slot 7; it was left out.",
        "“Kaga” stands in the list before: the first row counts.",
    ]
    office.undo()
    assert board_of(office, board.mission).companies == board.companies
    with pytest.raises(UnreadableError, match="no column with names"):
        read_parties(_file(tmp_path, "a;b\n1;2\n"))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("bedrijf;gastheer;gewicht\nC01;H02;5\nC02;h01;\n", {("C01", "H02"): 5, ("C02", "H01"): 3}),
        ("company;host;wish;side\nC01;H01;4;host\n", {("H01", "C01"): 4}),
        ("company;1;2\nC03;H02;H01\nH01;C01;\n",
         {("C03", "H02"): 5, ("C03", "H01"): 4, ("H01", "C01"): 5}),
        ("x;H01;H02\nC01;2;\nC02;;x\n", {("C01", "H01"): 2, ("C02", "H02"): 3}),
    ],
)  # fmt: skip
def test_wishes_come_in_three_forms(
    workspace: Workspace, tmp_path: Path, words: str, wanted: dict[tuple[str, str], int]
) -> None:
    board = make_fair(workspace, 3, 2, 2, chance=0)
    read = read_wishes(_file(tmp_path, words))
    assert workspace.ask(rehearse_wishes, read.wishes, board.mission).added == len(wanted)
    workspace.run(import_wishes, read.wishes, "list.csv", board.mission)
    now = board_of(workspace, board.mission)
    names = {one.id: one.name for one in now.parties.values()}
    assert {(names[a], names[b]): weight for (a, b), weight in now.wishes.items()} == wanted


def test_a_name_nobody_knows_is_told(workspace: Workspace, tmp_path: Path) -> None:
    board = make_fair(workspace, 1, 1, 1, chance=0)
    read = read_wishes(_file(tmp_path, "company;host;weight\nC01;H99;nine\n"))
    done = workspace.run(import_wishes, read.wishes, "list.csv", board.mission)
    assert (done.added, done.skipped) == (0, 1)
    told = [str(one.sentence) for one in (*read.problems, *done.problems)]
    assert told == [
        "“nine” is no wish from 1 to 5; 3 was taken.",
        "“H99” is not among the companies and hosts: add it first.",
    ]


def test_meetings_go_out_with_names(workspace: Workspace, tmp_path: Path) -> None:
    board = make_fair(workspace, 2, 1, 2)
    made = propose(board, 1.0)
    workspace.run(take_schedule, board.mission, made.seen, made.meetings)
    out = tmp_path / "out.csv"
    assert workspace.ask(export_meetings, board.mission, out, Language.NL) == 2
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Dag;Van;Tot;Bedrijf;Gastheer;Tafel")
    assert lines[1].startswith("2026-06-08;09:00;09:20;C0")
    assert ";H01;Tafel 1;" in lines[1]
