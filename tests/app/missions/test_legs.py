"""Legs, the rows they were counted with, and their sums: golden cases computed by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.contacts.furnish import furnish
from app.core.command import command
from app.core.errors import ConflictError, InvalidError
from app.core.text import N_, Language
from app.interchange.record_import import put_records, read_records
from app.interchange.records import noun_of
from app.missions.commands import (
    add_leg,
    change_leg,
    choose_sources,
    count_with,
    note_train,
    put_on_legs,
    recount_legs,
    remove_legs,
    set_train_limit,
)
from app.missions.commands.clearing import clear_travel, forget_travel_of
from app.missions.draft import LegDraft
from app.missions.furnish import furnish_factors, furnish_missing_factors
from app.missions.model import EmissionFactor, Mission, Participant
from app.missions.queries import factor_rows, travel, travel_years
from app.missions.rules.airports import air_km, airport_of, airports_named
from app.missions.rules.comparing import Way, compare, told
from app.missions.rules.travel import Factor, Leg, Mode, TravelClass, factor_for, train_first
from app.missions.rules.travel_words import band, factor_title, how
from app.sample_office.travel import plan_travel
from tests.app.missions.delegations import LEAVES, make_mission, put, put_participant

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

ADEME, DESNZ = "ADEME Base Carbone", "UK DESNZ 2024"
UNDATED = "UK DESNZ, undated copy"


def _leg(people: list[UUID], mode: str = "plane", **fields: Any) -> LegDraft:
    usual: dict[str, Any] = {
        "start": "A",
        "end": "B",
        "departs_at": LEAVES,
        "travellers": tuple(people),
    }
    return LegDraft(mode=mode, **{**usual, **fields})


@pytest.mark.parametrize(
    ("source", "draft", "row", "kilograms"),
    [
        (ADEME, {"distance_km": 900.0}, "ADEME Base Carbone, air 2018 below 1000 km", 232.2),
        (ADEME, {"distance_km": 1000.0}, "ADEME Base Carbone, air 2018 1000 to 3500 km", 187.0),
        (ADEME, {"distance_km": 9446.3}, "ADEME Base Carbone, air 2018 from 3500 km", 1435.8376),
        (ADEME, {"mode": "train", "travel_class": "high_speed", "distance_km": 320.0},
         "ADEME Base Carbone, rail 2022", 0.9376),
        (ADEME, {"mode": "train", "travel_class": "intercity", "distance_km": 320.0},
         "ADEME Base Carbone, rail 2022", 2.8736),
        (ADEME, {"mode": "train", "travel_class": "regional", "distance_km": 60.0},
         "ADEME Base Carbone, rail 2022", 1.662),
        (DESNZ, {"travel_class": "economy", "distance_km": 900.0},
         "UK DESNZ 2024, v1.1 below 3700 km", 164.583),
        (DESNZ, {"travel_class": "business", "distance_km": 9000.0},
         "UK DESNZ 2024, v1.1 from 3700 km", 5222.52),
        (DESNZ, {"travel_class": "first", "distance_km": 9000.0},
         "UK DESNZ 2024, v1.1 from 3700 km", 7203.6),
        (DESNZ, {"mode": "train", "travel_class": "international", "distance_km": 320.0},
         "UK DESNZ 2024, v1.1", 1.4272),
        (DESNZ, {"mode": "car", "distance_km": 100.0, "shared_by": 4},
         "UK DESNZ 2024, v1.1", 4.246),
        (DESNZ, {"mode": "taxi", "distance_km": 20.0}, "UK DESNZ 2024, v1.1", 2.0805),
        (UNDATED, {"travel_class": "business", "distance_km": 9000.0},
         "UK DESNZ, undated copy, RF ratio 1.69 from 3700 km", 3054.6),
        (UNDATED, {"travel_class": "business", "distance_km": 1000.0},
         "UK DESNZ, undated copy, RF ratio 1.69", 316.56),
        (UNDATED, {"mode": "ferry", "distance_km": 40.0},
         "UK DESNZ, undated copy, RF ratio 1.69", 0.7484),
    ],
)  # fmt: skip
def test_golden_emissions_with_their_row(
    workspace: Workspace, source: str, draft: dict[str, Any], row: str, kilograms: float
) -> None:
    workspace.run(furnish_factors)
    workspace.run(choose_sources, [source])
    mission, people = make_mission(workspace, "Peeters", "Maes")
    workspace.run(add_leg, mission, _leg(people, **draft))
    (leg,) = workspace.ask(travel, mission).legs
    assert leg.factor is not None
    told_row = f"{factor_title(leg.factor.source, leg.factor.edition)} "
    told_row += str(band(leg.factor.from_km, leg.factor.below_km))
    print(f"{leg.draft.distance_km} km x {leg.factor.value} = {kilograms}: {told_row}")  # noqa: T201 - the golden case tells its source row
    assert told_row.strip() == row
    assert leg.kg_each == pytest.approx(kilograms, rel=1e-9)
    assert leg.kg_all == pytest.approx(2 * kilograms, rel=1e-9)


def test_a_changed_factor_changes_no_leg_and_no_closed_mission(office: Workspace) -> None:
    office.run(furnish_factors)
    mission, people = make_mission(office, "Peeters")
    leg = office.run(add_leg, mission, _leg(people, distance_km=1000.0))
    row = office.ask(travel, mission).legs[0].factor
    assert row is not None
    assert row.key is not None
    office.run(put, EmissionFactor, row.key, value=0.5, note="a later edition")
    (kept,) = office.ask(travel, mission).legs
    assert kept.kg_each == pytest.approx(187.0)
    assert "now says 0.5; this leg keeps the 0.187" in str(kept.findings[-1])
    office.run(change_leg, leg, kept.revision, replace(kept.draft, operator="SN", note="window"))
    assert office.ask(travel, mission).total.kg == pytest.approx(187.0)
    office.run(recount_legs, [leg])
    assert office.ask(travel, mission).total.kg == pytest.approx(500.0)
    office.undo()
    assert office.ask(travel, mission).total.kg == pytest.approx(187.0)
    office.run(put, Mission, mission, closed_on=dt.date(2400, 7, 1))
    assert not office.ask(travel, mission).party.is_closed
    office.run(recount_legs, [leg])
    office.undo()
    office.run(put, Mission, mission, closed_on=dt.date(2026, 7, 1))
    assert office.ask(travel, mission).party.is_closed
    refused: tuple[tuple[Any, tuple[Any, ...]], ...] = (
        (recount_legs, ([leg],)), (remove_legs, ([leg],)), (count_with, (leg, row.key)),
        (add_leg, (mission, _leg(people))), (note_train, (leg, 300, "")),
    )  # fmt: skip
    for act, given in refused:
        with pytest.raises(InvalidError, match="closed on 1 Jul 2026"):
            office.run(act, *given)
    assert office.ask(travel, mission).total.kg == pytest.approx(187.0)


def test_a_leg_is_counted_anew_only_where_it_differs(office: Workspace) -> None:
    office.run(furnish_factors)
    mission, people = make_mission(office, "Peeters")
    leg = office.run(add_leg, mission, _leg(people, distance_km=1000.0))
    (row,) = office.ask(travel, mission).legs
    office.run(choose_sources, [DESNZ])
    office.run(change_leg, leg, row.revision, replace(row.draft, note="same way"))
    assert office.ask(travel, mission).legs[0].factor_value == 0.187
    with pytest.raises(ConflictError):
        office.run(change_leg, leg, row.revision, row.draft)
    office.run(change_leg, leg, None, replace(row.draft, travel_class="business"))
    assert office.ask(travel, mission).legs[0].factor_value == 0.2743
    by_hand = next(one for one in office.ask(factor_rows) if one.factor.value == 0.14253)
    office.run(count_with, leg, by_hand.id)
    (row,) = office.ask(travel, mission).legs
    assert row.factor_value == 0.14253
    assert row.kg_each == pytest.approx(142.53)
    assert [one.legs for one in office.ask(factor_rows) if one.id == by_hand.id] == [1]


def test_sums_by_person_mode_unit_and_year(office: Workspace) -> None:
    office.run(furnish_factors)
    mission, (one, two) = make_mission(office, "Peeters", "Maes")
    gone = office.run(put_participant, mission, "Wouters", status="withdrawn")
    guest = office.run(put_participant, mission, "Claes", organisation_name="City")
    every = [one, two, gone, guest]
    flight = office.run(add_leg, mission, _leg(every, distance_km=1000.0))
    office.run(add_leg, mission, _leg([one], "train", travel_class="high_speed", distance_km=300.0))
    office.run(add_leg, mission, _leg([two], "coach", distance_km=50.0))
    found = office.ask(travel, mission)
    assert [(x.name, x.people, x.legs, round(x.kg, 3), x.uncounted) for x in found.by_mode] == [
        ("train", 1, 1, 0.879, 0), ("plane", 3, 1, 561.0, 0), ("coach", 1, 1, 0.0, 1),
    ]  # fmt: skip
    assert [(x.name, round(x.kg, 3)) for x in found.by_person] == [
        ("Peeters, An", 187.879), ("Claes, An", 187.0), ("Maes, An", 187.0),
    ]  # fmt: skip
    assert [(x.name, x.people, round(x.kg, 3)) for x in found.by_unit] == [
        ("North Port", 2, 374.879), ("City", 1, 187.0),
    ]  # fmt: skip
    assert found.total.kg == pytest.approx(sum(x.kg for x in found.by_person))
    assert found.total.km == 3 * 1000 + 300 + 50
    told_leg = next(x for x in found.legs if x.id == flight)
    assert "1 traveller does not go any more" in str(told_leg.remarks[0])
    years = office.ask(travel_years)
    assert [(x.name, x.journeys, round(x.kg, 3)) for x in years.missions] == [
        ("Kanazawa", 5, 561.879)
    ]
    assert [(x.name, round(x.kg, 3)) for x in years.units] == [
        ("North Port", 374.879), ("City", 187.0),
    ]  # fmt: skip
    assert [x.name for x in years.modes] == ["plane", "train", "coach"]


def test_travellers_come_and_go(office: Workspace) -> None:
    office.run(furnish_factors)
    mission, (one, two) = make_mission(office, "Peeters", "Maes")
    other, (stranger,) = make_mission(office, "Elsewhere")
    leg = office.run(add_leg, mission, _leg([one], "car", distance_km=100.0))
    office.run(put_on_legs, [leg], [one, two])
    assert office.ask(travel, mission).legs[0].kg_each == pytest.approx(8.492)
    with pytest.raises(InvalidError, match="of this mission"):
        office.run(put_on_legs, [leg], [stranger])
    office.run(put, Participant, two, status="waiting")
    assert office.ask(travel, mission).legs[0].kg_each == pytest.approx(16.984)
    office.run(remove_legs, [leg])
    assert not office.ask(travel, mission).legs
    office.undo()
    assert office.ask(travel, mission).legs[0].names == ("An Peeters",)
    assert not office.ask(travel, other).legs


def test_a_plane_between_airports_knows_its_distance(workspace: Workspace) -> None:
    workspace.run(furnish_factors)
    mission, people = make_mission(workspace, "Peeters")
    flight = _leg(people, start="BRU Brussels Airport", end="HND Tokyo")
    leg = workspace.run(add_leg, mission, flight)
    (row,) = workspace.ask(travel, mission).legs
    assert row.draft.distance_km == pytest.approx(9446, abs=15)
    workspace.run(change_leg, leg, None, replace(row.draft, end="CDG Paris"))
    assert workspace.ask(travel, mission).legs[0].draft.distance_km == pytest.approx(252, abs=5)
    workspace.run(change_leg, leg, None, replace(flight, distance_km=9800.0))
    assert workspace.ask(travel, mission).legs[0].draft.distance_km == 9800.0


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("BRU", 50.9014, 4.4844), ("CRL", 50.4592, 4.4538), ("ANR", 51.1894, 4.4603),
        ("LGG", 50.6374, 5.4432), ("OST", 51.1989, 2.8622), ("KJK", 50.8172, 3.2047),
        ("LUX", 49.6233, 6.2044), ("HND", 35.5523, 139.7797), ("CDG", 49.0128, 2.55),
    ],
)  # fmt: skip
def test_airports_lie_where_they_are(code: str, latitude: float, longitude: float) -> None:
    found = airport_of(code)
    assert found is not None
    assert found.place.latitude == pytest.approx(latitude, abs=0.005)
    assert found.place.longitude == pytest.approx(longitude, abs=0.01)


def test_airports_are_found_by_code_city_and_name() -> None:
    assert airports_named("bru")[0].code == "BRU"
    assert {one.code for one in airports_named("tokyo")} >= {"HND", "NRT"}
    assert [one.code for one in airports_named("gdansk")] == ["GDN"]
    assert airports_named("  ") == []
    assert airport_of("Brussels") is None
    assert air_km("BRU", "Ghent") is None


def test_the_train_comes_first(office: Workspace) -> None:
    office.run(furnish_factors)
    mission, people = make_mission(office, "Peeters")
    near = office.run(add_leg, mission, _leg(people, distance_km=600.0))
    office.run(add_leg, mission, _leg(people, start="C", distance_km=9000.0))
    by_route = {row.route: row for row in office.ask(travel, mission).legs}
    assert "Look up" in str(by_route["A – B"].train)
    assert by_route["C – B"].train is None
    office.run(note_train, near, 340, "")
    assert "5:40" in str(office.ask(travel, mission).legs[0].train)
    office.run(note_train, near, 340, "two meetings the same day")
    assert office.ask(travel, mission).legs[0].train is None
    office.run(note_train, near, 340, "")
    office.run(set_train_limit, 300)
    assert office.ask(travel, mission).legs[0].train is None
    with pytest.raises(InvalidError):
        office.run(set_train_limit, 0)


def test_how_far_a_train_comes_in_a_day() -> None:
    assert train_first("plane", None, "", 480, 2560.0) is not None
    assert train_first("plane", None, "", 480, 2561.0) is None


def test_ways_are_compared() -> None:
    rows = [
        Factor(ADEME, "air 2018", Mode.PLANE, 0.258, below_km=1000),
        Factor(ADEME, "rail 2022", Mode.TRAIN, 0.00898, TravelClass.INTERCITY),
    ]
    ways = [
        Way(Mode.PLANE, distance_km=815.0, minutes=270),
        Way(Mode.TRAIN, TravelClass.INTERCITY, 1336.0, 340),
        Way(Mode.COACH, distance_km=1000.0),
    ]
    found = compare(ways, dt.date(2026, 6, 5), rows, [ADEME])
    assert [one.way.mode for one in found] == ["train", "plane", "coach"]
    assert str(told(found, Language.EN)) == (
        "Train 12\u00a0kg and 5:40 · Plane 210\u00a0kg and 4:30"
    )


def test_of_one_edition_the_narrower_band_counts() -> None:
    wide = Factor("X", "", Mode.PLANE, 0.3, TravelClass.BUSINESS)
    far = Factor("X", "", Mode.PLANE, 0.34, TravelClass.BUSINESS, from_km=3700)
    newer = replace(wide, value=0.2, valid_from=dt.date(2027, 1, 1))
    ride = Leg(Mode.PLANE, 5000, dt.date(2026, 6, 5), TravelClass.BUSINESS)
    assert factor_for(ride, [wide, far, newer], "X") is far
    assert factor_for(replace(ride, day=dt.date(2027, 6, 5)), [wide, far, newer], "X") is newer


def test_what_a_leg_lacks_is_said() -> None:
    assert [one.field for one in LegDraft().problems()] == ["start", "end"]
    wrong = LegDraft(
        "plane", "regional", start="a", end="b", distance_km=0.0, shared_by=0, train_minutes=0,
        departs_at=LEAVES, arrives_at=LEAVES - dt.timedelta(days=2),
    )  # fmt: skip
    assert [one.field for one in wrong.problems()] == [
        "travel_class", "distance_km", "shared_by", "train_minutes", "arrives_at",
    ]  # fmt: skip
    assert str(how("plane", "business")) == "Plane, business class"


def test_older_offices_get_the_factors_once(office: Workspace) -> None:
    office.run(furnish_missing_factors)
    assert not office.ask(factor_rows)
    office.run(furnish)
    office.run(furnish_missing_factors)
    first = office.ask(factor_rows)
    assert len(first) == 22
    assert [one.factor.source for one in first if one.place == 1] == [ADEME] * 6
    assert all(one.factor.verified == (one.factor.source == ADEME) for one in first)
    office.run(furnish_missing_factors)
    assert office.ask(factor_rows) == first
    with pytest.raises(InvalidError):
        office.run(choose_sources, [])
    with pytest.raises(InvalidError):
        office.run(choose_sources, ["Unknown"])


@command(N_("Removed for a test"))
def remove_all(session: Session, mission: UUID, participant: UUID) -> None:
    """What whoever removes a participant, then a mission, does first."""
    forget_travel_of(session, participant)
    session.delete(session.get_one(Participant, participant))
    clear_travel(session, mission)
    session.delete(session.get_one(Mission, mission))


def test_what_hangs_on_them_goes_with_participant_and_mission(office: Workspace) -> None:
    office.run(furnish_factors)
    mission, people = make_mission(office, *"ABCDEFGH")
    plan_travel(office, mission, people, dt.date(2026, 6, 5))
    kg = office.ask(travel, mission).total.kg
    office.run(remove_all, mission, people[2])
    assert office.ask(travel_years).years == ()
    office.undo()
    assert office.ask(travel, mission).total.kg == pytest.approx(kg)


def test_further_rows_come_in_as_a_list_of_records(workspace: Workspace, tmp_path: Path) -> None:
    workspace.run(furnish_factors)
    noun, path = noun_of("emission_factors"), tmp_path / "factors.csv"
    path.write_text(
        "source,mode,value,travel_class,edition,valid_from\n"
        "ADEME Base Carbone,plane,0.2,average,air 2027,2027-01-01\n",
        encoding="utf-8",
    )
    read = read_records(path, noun)
    assert read.problems == ()
    workspace.run(put_records, read.noun, read.drafts, path.name)
    mission, people = make_mission(workspace, "Peeters")
    workspace.run(add_leg, mission, _leg(people, distance_km=1000.0))
    later = dt.datetime(2027, 5, 1)  # noqa: DTZ001 - local time, as the model keeps it
    workspace.run(add_leg, mission, _leg(people, distance_km=1000.0, departs_at=later))
    values = [one.factor_value for one in workspace.ask(travel, mission).legs]
    assert values == [0.187, 0.2]
