"""Whom the sample office would invite: the first ten and why, read and found sensible."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.core import clock
from app.core import office as offices
from app.core.text import Language
from app.receptions.queries import who_to_invite
from app.receptions.rules.proposals import spread_words
from app.sample_office import furnish_and_build
from app.schema import TRADE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.core.workspace import Workspace
    from app.sample_office import Sample

GOLDEN = Path(__file__).parents[2] / "golden"
TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Sample]]:
    path = tmp_path_factory.mktemp("choosing") / "sample.belfry"
    office = offices.create(str(path), TRADE, plain=True).workspace
    yield office, furnish_and_build(office, TODAY)
    office.close()


@pytest.mark.parametrize("language", list(Language))
def test_the_first_ten_and_their_reasons(
    built: tuple[Workspace, Sample], language: Language, request: pytest.FixtureRequest
) -> None:
    """Where a change is meant: `pytest --update-golden`, and read the difference."""
    office, sample = built
    with clock.stopped_at(dt.datetime.combine(TODAY, dt.time(9), dt.UTC)):
        found = "\n".join(
            _told(office, sample, key, language) for key in ("waterstof", "kanazawa", "consulair")
        )
    golden = GOLDEN / f"who-to-invite-{language}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def _told(office: Workspace, sample: Sample, key: str, language: Language) -> str:
    found = office.ask(who_to_invite, sample.receptions[key], language, 10)
    out = [f"# {key}", spread_words(found.there).to(language)]
    for place, row in enumerate(found.rows, start=1):
        reasons = [f"{one.points:+d} {one.words.to(language)}" for one in row.reasons]
        out += [
            f"{place}. {row.styled}, {row.title}: {row.score}",
            *(f"   {one}" for one in reasons),
        ]
    return "\n".join([*out, ""])
