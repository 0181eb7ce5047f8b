"""CO2 against cases computed by hand; the train first."""

from __future__ import annotations

import datetime as dt

import pytest

from app.missions.rules.travel import (
    Factor,
    Leg,
    Mode,
    Place,
    TravelClass,
    emission_kg,
    factor_for,
    footprint,
    great_circle_km,
    train_first,
)

BRUSSELS, TOKYO = Place(50.9014, 4.4844), Place(35.5523, 139.7797)
DAY = dt.date(2026, 6, 5)
ADEME = [
    Factor("ADEME", "2018", Mode.PLANE, 0.258, below_km=1000, with_contrails=True),
    Factor("ADEME", "2018", Mode.PLANE, 0.187, from_km=1000, below_km=3500, with_contrails=True),
    Factor("ADEME", "2018", Mode.PLANE, 0.152, from_km=3500, with_contrails=True),
    Factor("ADEME", "2022", Mode.TRAIN, 0.00293),
]
DESNZ = [
    Factor("DESNZ", "2024", Mode.PLANE, 0.20011, TravelClass.ECONOMY, from_km=3700),
    Factor("DESNZ", "2024", Mode.PLANE, 0.58028, TravelClass.BUSINESS, from_km=3700),
    Factor("DESNZ", "2024", Mode.CAR, 0.16984),
]


def test_great_circle_between_two_airports() -> None:
    assert great_circle_km(BRUSSELS, TOKYO) == pytest.approx(9446, abs=15)
    assert great_circle_km(TOKYO, TOKYO) == 0
    quarter = great_circle_km(Place(0, 0), Place(0, 90))
    assert quarter == pytest.approx(10007.557, abs=0.01)


@pytest.mark.parametrize(
    ("leg", "source", "kilograms"),
    [
        (Leg(Mode.PLANE, 900, DAY), "ADEME", 232.2),
        (Leg(Mode.PLANE, 1000, DAY), "ADEME", 187.0),
        (Leg(Mode.PLANE, 9000, DAY), "ADEME", 1368.0),
        (Leg(Mode.PLANE, 9000, DAY, TravelClass.BUSINESS), "DESNZ", 5222.52),
        (Leg(Mode.TRAIN, 300, DAY), "ADEME", 0.879),
        (Leg(Mode.CAR, 100, DAY, passengers=4), "DESNZ", 4.246),
    ],
)
def test_emissions_by_hand(leg: Leg, source: str, kilograms: float) -> None:
    row = factor_for(leg, ADEME + DESNZ, source)
    assert row is not None
    assert emission_kg(leg, row) == pytest.approx(kilograms, rel=1e-9)


def test_the_edition_that_had_begun_counts() -> None:
    later = Factor("ADEME", "2027", Mode.TRAIN, 0.004, valid_from=dt.date(2027, 1, 1))
    rows = [*ADEME, later]
    assert factor_for(Leg(Mode.TRAIN, 1, DAY), rows, "ADEME") is ADEME[3]
    assert factor_for(Leg(Mode.TRAIN, 1, dt.date(2027, 1, 1)), rows, "ADEME") is later
    assert factor_for(Leg(Mode.FERRY, 1, DAY), rows, "ADEME") is None


def test_what_no_row_counts_for_is_said() -> None:
    train, ferry = Leg(Mode.TRAIN, 300, DAY), Leg(Mode.FERRY, 40, DAY)
    made = footprint([(train, ADEME[3]), (ferry, None)])
    assert made.kilograms == pytest.approx(0.879)
    assert made.kilometres == {Mode.TRAIN: 300, Mode.FERRY: 40}
    assert made.uncounted == 1


def test_the_train_comes_first() -> None:
    assert train_first(Mode.TRAIN, 120, "") is None
    assert str(train_first(Mode.PLANE, 245, "")) == "The train takes 4:05: say why one flies."
    assert train_first(Mode.PLANE, 245, "two meetings the same day") is None
    assert train_first(Mode.PLANE, 481, "") is None
    assert "Look up" in str(train_first(Mode.PLANE, None, ""))
