"""The balance: years, one of them in parts, the target, where a reception puts it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core import clock
from app.core.errors import InvalidError
from app.core.text import Language
from app.dossiers.commands import set_partners
from app.dossiers.draft import PartnerDraft
from app.overview.balance import (
    balance_in_parts,
    balance_target,
    set_balance_target,
    share,
    standing,
    standing_words,
    target_words,
)
from app.overview.day import YearBalance
from tests.builders import (
    make_ambassador,
    make_guest,
    make_organisation,
    make_priority,
    make_reception,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from app.core.workspace import Workspace

EN = Language.EN


@pytest.fixture(autouse=True)
def november() -> Iterator[None]:
    with clock.stopped_at(dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)):
        yield


def held(office: Workspace, origin: str, year: int = 2026, **changes: object) -> UUID:
    day = dt.datetime(year, 3, 1, 18)  # noqa: DTZ001 - local time, as the model keeps it
    return make_reception(office, origin=origin, starts_at=day, **{"stage": "held", **changes})


def test_a_year_is_told_by_country_priority_and_partner(office: Workspace) -> None:
    port = make_organisation(office, kind="port", name="Port", country="BE")
    club = make_organisation(office, kind="association", name="Club", country="BE")
    embassy = make_organisation(office, country="FR")
    ports, schools = make_priority(office, "Ports"), make_priority(office, "Schools")
    japan, norway = make_ambassador(office, "JP"), make_ambassador(office, "NO")
    one = held(office, "proactive", requested_by=port, priorities=(ports,))
    two = held(office, "reactive", requested_by=embassy, priorities=(ports,))
    office.run(set_partners, one, [PartnerDraft(port), PartnerDraft(club)])
    for reception, person, status in (
        (one, japan, "attended"), (two, japan, "represented"), (two, norway, "regrets"),
    ):  # fmt: skip
        make_guest(office, reception, person, status)
    found = office.ask(balance_in_parts, EN)
    assert [(row.name, row.proactive, row.reactive, row.code) for row in found.countries] == [
        ("Japan", 1, 1, "JP")
    ]
    assert [(row.name, row.total) for row in found.priorities] == [("Ports", 2), ("Schools", 0)]
    assert [(row.name, row.proactive, row.reactive) for row in found.partners] == [
        ("Club", 1, 0), ("Port", 1, 0),
    ]  # fmt: skip
    assert found.of_year == YearBalance(2026, 1, 1)
    assert schools
    other = office.ask(balance_in_parts, EN, 2020)
    assert (other.of_year, other.countries, other.partners) == (YearBalance(2020, 0, 0), (), ())


def test_next_year_is_shown_once_something_is_planned(office: Workspace) -> None:
    years = [row.year for row in office.ask(balance_in_parts, EN).years]
    assert years == [2022, 2023, 2024, 2025, 2026]
    held(office, "proactive", 2027, stage="cleared")
    assert office.ask(balance_in_parts, EN).years[-1] == YearBalance(2027, 1, 0)


def test_the_line_of_a_reception_counts_it_though_it_is_an_idea(office: Workspace) -> None:
    held(office, "reactive")
    idea = held(office, "proactive", stage="idea")
    found = office.ask(standing, idea)
    assert found is not None
    told = "With this one 2026 stands at 1 proactive, 1 reactive: 50 %; target 50 %."
    assert str(standing_words(found)) == told
    undated = make_reception(office, starts_at=None)
    assert office.ask(standing, undated) is None


def test_the_office_sets_its_target(office: Workspace) -> None:
    assert office.ask(balance_target) == 50
    office.run(set_balance_target, 60)
    assert office.ask(balance_in_parts, EN).target == 60
    with pytest.raises(InvalidError, match="percentage"):
        office.run(set_balance_target, 101)
    office.undo()
    assert office.ask(balance_target) == 50


@pytest.mark.parametrize(
    ("own", "asked", "target", "words"),
    [
        (3, 1, 50, "75 % on our initiative: the target of 50 % is met."),
        (1, 3, 50, "25 % on our initiative, target 50 %: 2 more of our own would meet it."),
        (0, 1, 100, "0 % on our initiative, target 100 %."),
        (0, 0, 50, "No reception planned or held in 2026 yet."),
    ],
)
def test_the_way_to_the_target_is_said(own: int, asked: int, target: int, words: str) -> None:
    assert str(target_words(YearBalance(2026, own, asked), target)) == words
    assert share(own, asked) == (round(100 * own / (own + asked)) if own + asked else None)
