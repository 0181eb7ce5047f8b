"""Travel by year: golden sums computed by hand, the train's share, motives, rows and sources."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from app.core.text import Language
from app.interchange.travel_list import export_travel_year
from app.missions.commands import add_leg, recount_legs
from app.missions.draft import LegDraft
from app.missions.furnish import furnish_factors
from app.missions.model import EmissionFactor, Mission
from app.missions.queries import travel_years
from app.missions.rules.years import YearRow, contradiction, year_id, year_of, year_words
from tests.app.missions.delegations import make_mission, put, put_participant

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.core.workspace import Workspace


def _leg(
    office: Workspace, mission: UUID, mode: str, km: float, who: list[UUID], **more: Any
) -> UUID:
    usual = {"start": "A", "end": "B", "departs_at": dt.datetime(2026, 6, 5, 9)}  # noqa: DTZ001 - local time, as the model keeps it
    draft = LegDraft(mode, distance_km=km, travellers=tuple(who), **{**usual, **more})
    return office.run(add_leg, mission, draft)


@pytest.fixture
def travelled(office: Workspace) -> UUID:
    """2025: a flight. 2026: a train, flights with and without motive, a coach no row counts for."""
    office.run(furnish_factors)
    mission, (one, two) = make_mission(office, "Peeters", "Maes")
    port = office.run(put_participant, mission, "Claes", organisation_name="north  port")
    gone = office.run(put_participant, mission, "Wouters", status="withdrawn")
    old, (first,) = make_mission(office, "Janssens", title="Bergen")
    before = dt.datetime(2025, 12, 31, 23)  # noqa: DTZ001 - local time, as the model keeps it
    _leg(office, old, "plane", 1000.0, [first], departs_at=before, train_minutes=900)
    _leg(office, mission, "train", 300.0, [one, two, port, gone], travel_class="high_speed")
    _leg(office, mission, "plane", 900.0, [one, two], train_minutes=300, travel_class="economy")
    _leg(office, mission, "plane", 500.0, [one], train_minutes=480, start="B", end="C",
         motive="Council the day before", travel_class="economy")  # fmt: skip
    _leg(office, mission, "plane", 9000.0, [two], start="C", end="D", travel_class="economy")
    _leg(office, mission, "plane", 400.0, [two], start="D", end="E", travel_class="economy")
    _leg(office, mission, "coach", 50.0, [port], start="E", end="F")
    return mission


def test_years_stand_beside_each_other(office: Workspace, travelled: UUID) -> None:
    found = office.ask(travel_years, 2026)
    assert [one.year for one in found.years] == [2025, 2026]
    year = found.of_year
    # train 3 × 300 × 0.00293; planes 2 × 900 × 0.258, 500 × 0.258, 9000 × 0.152, 400 × 0.258
    assert year.kg == pytest.approx(2.637 + 464.4 + 129.0 + 1368.0 + 103.2)
    assert year.plane_kg == pytest.approx(2064.6)
    assert (year.journeys, year.by_train, year.by_plane, year.uncounted) == (9, 3, 5, 1)
    assert year.km == 3 * 300 + 2 * 900 + 500 + 9000 + 400 + 50
    assert year.train_share == 38
    assert found.years[0].kg == pytest.approx(187.0)
    assert travelled


def test_a_year_is_told_in_parts(office: Workspace, travelled: UUID) -> None:
    found = office.ask(travel_years, 2026)
    assert [(x.name, x.people, x.journeys, round(x.kg, 3), x.uncounted) for x in found.modes] == [
        ("plane", 2, 5, 2064.6, 0), ("train", 3, 3, 2.637, 0), ("coach", 1, 1, 0.0, 1),
    ]  # fmt: skip
    assert [(x.name, x.id) for x in found.missions] == [("Kanazawa", travelled)]
    assert [(x.name, x.people, x.journeys) for x in found.units] == [("North Port", 3, 9)]
    assert [(x.name, round(x.kg, 3)) for x in found.people] == [
        ("Maes, An", 1704.279), ("Peeters, An", 362.079), ("Claes, An", 0.879),
    ]  # fmt: skip
    for parts in (found.modes, found.missions, found.units, found.people):
        assert sum(x.kg for x in parts) == pytest.approx(found.of_year.kg)
        assert sum(x.journeys for x in parts) == found.of_year.journeys


def test_flights_with_a_train_at_hand_tell_their_motive(office: Workspace, travelled: UUID) -> None:
    found = office.ask(travel_years, 2026)
    assert [(x.start, x.travellers, x.train_minutes, x.motive) for x in found.flown] == [
        ("A", 2, 300, ""), ("B", 1, 480, "Council the day before"),
    ]  # fmt: skip
    assert (found.without_motive, found.unasked) == (1, 1)
    assert {x.mission for x in found.flown} == {travelled}


def test_rows_keep_what_they_said_and_sources_disagree(office: Workspace, travelled: UUID) -> None:
    before = office.ask(travel_years, 2026)
    told = [(x.factor.source, x.value, x.journeys, round(x.kg, 3)) for x in before.counted_with]
    assert told == [
        ("ADEME Base Carbone", 0.152, 1, 1368.0), ("ADEME Base Carbone", 0.258, 4, 696.6),
        ("ADEME Base Carbone", 0.00293, 3, 2.637),
    ]  # fmt: skip
    by = {x.source: x for x in before.by_source}
    assert by["ADEME Base Carbone"].kg == pytest.approx(2064.6)
    # 2700 km below 3700 km, 9000 km from there on
    assert by["UK DESNZ 2024"].kg == pytest.approx(2700 * 0.18287 + 9000 * 0.20011)
    assert by["UK DESNZ, undated copy"].kg == pytest.approx(11_700 * 0.10916)
    assert [x.source for x in before.by_source if x.chosen] == list(by)[:2]
    assert str(contradiction(before.by_source)) == (
        "UK DESNZ 2024 counts 204 % more than UK DESNZ, undated copy, without RF for the same"
        " flights."
    )
    row = before.counted_with[0].factor.key
    assert row is not None
    office.run(put, EmissionFactor, row, value=0.9)
    after = office.ask(travel_years, 2026)
    assert after.of_year == before.of_year
    assert [x.changed for x in after.counted_with] == [True, False, False]
    assert travelled


def test_a_closed_year_stays_as_it_was(office: Workspace, travelled: UUID) -> None:
    before = office.ask(travel_years, 2026)
    office.run(put, Mission, travelled, closed_on=dt.date(2026, 7, 1))
    for used in before.counted_with:
        assert used.factor.key is not None
        office.run(put, EmissionFactor, used.factor.key, value=9.0)
    with pytest.raises(Exception, match="closed"):
        office.run(recount_legs, [before.flown[0].leg])
    after = office.ask(travel_years, 2026)
    assert (after.years, after.modes, after.people) == (before.years, before.modes, before.people)


def test_a_leg_without_a_day_takes_that_of_its_mission(office: Workspace) -> None:
    office.run(furnish_factors)
    mission, (one,) = make_mission(office, "Peeters")
    other, (two,) = make_mission(office, "Maes", starts_at=None)
    _leg(office, mission, "plane", 1000.0, [one], departs_at=None)
    _leg(office, other, "plane", 1000.0, [two], departs_at=None)
    found = office.ask(travel_years)
    assert ([x.year for x in found.years], found.undated) == ([2026], 1)


def test_without_journeys_there_are_no_years(office: Workspace) -> None:
    found = office.ask(travel_years, None)
    assert (found.years, found.of_year.train_share, found.modes) == ((), None, ())
    assert str(year_words(found.of_year, None)) == "Nobody travelled by train or plane."


def test_a_year_is_told_beside_the_one_before() -> None:
    before = YearRow(2025, by_train=1, by_plane=1, kg=200.0)
    for kg, words in ((250.0, "25 % more CO2e than in 2025"), (100.0, "50 % less"),
                      (200.0, "as much CO2e as in 2025")):  # fmt: skip
        row = YearRow(2026, by_train=3, by_plane=1, kg=kg)
        assert words in str(year_words(row, before))
        assert "75 % went by train" in str(year_words(row, before))
    assert (year_of(year_id(2026)), year_of(None)) == (2026, None)


def test_the_rows_are_a_list(office: Workspace, travelled: UUID, tmp_path: Path) -> None:
    path = tmp_path / "year.csv"
    count = office.ask(export_travel_year, 2026, path, Language.NL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = list(csv.reader(file, delimiter=";"))
    assert len(lines) == count == 3 + 1 + 1 + 3
    assert header[0] == "Jaar"
    assert lines[0] == ["2026", "Vervoermiddel", "Vliegtuig", "2", "5", "11700,0", "2064,6", "0"]
    assert lines[2][2:] == ["Bus", "1", "1", "50,0", "", "1"]
    assert travelled
