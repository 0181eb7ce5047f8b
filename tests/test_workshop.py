"""The workshop and the bench do what they say."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from bench import people
from bench.measure import Result, best_of, percentile
from tools import system_libraries

if TYPE_CHECKING:
    from pathlib import Path


def test_a_library_that_is_not_there_is_missed() -> None:
    assert system_libraries.missing(["libbelfry-of-nowhere.so.9"]) == ["libbelfry-of-nowhere.so.9"]


def test_without_root_the_command_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(system_libraries, "missing", lambda names: [next(iter(names))])
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert system_libraries.provide() is False
    assert "sudo apt-get install --no-install-recommends libegl1" in capsys.readouterr().err


def test_the_invented_people_are_always_the_same(tmp_path: Path) -> None:
    written = people.write(tmp_path / "people.csv", 50).read_text("utf-8").splitlines()
    assert len(written) == 51
    assert list(people.people(50)) == list(itertools.islice(people.people(50), 50))
    assert all(people.IN_EVERY_ROW in line for line in written[1:])
    assert len({row[9] for row in people.people(500)}) == 500


def test_a_figure_is_a_ratio_to_its_peer() -> None:
    line = Result("import", ours=3.0, peer=2.0, goal=1.5)
    assert line.reached
    expected = {"name": "import", "ours": 3.0, "peer": 2.0, "ratio": 1.5, "goal": 1.5}
    assert line.as_json() == expected


def test_the_best_of_several_turns_counts() -> None:
    ours, peer = iter([3.0, 1.0, 2.0]), iter([5.0, 6.0, 4.0])
    assert best_of(3, lambda: next(ours), lambda: next(peer)) == (1.0, 4.0)


@pytest.mark.parametrize(("share", "value"), [(0.5, 51), (0.95, 96), (1.0, 100)])
def test_percentiles(share: float, value: float) -> None:
    assert percentile(list(range(1, 101)), share) == value
