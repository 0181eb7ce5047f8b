"""Golden cases at the edges of bands, and rows that change, come again or go: legs keep theirs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.core.command import command
from app.core.errors import BelfryError, InvalidError
from app.core.text import N_, Language
from app.interchange.record_import import put_records, read_records
from app.interchange.records import export_records, noun_of
from app.missions.commands import add_leg, change_leg, choose_sources, put_on_legs, recount_legs
from app.missions.draft import LegDraft
from app.missions.furnish import furnish_factors, furnish_missing_factors
from app.missions.model import EmissionFactor, Mission
from app.missions.queries import travel
from app.missions.rules.airports import air_km
from app.missions.rules.travel import Place, great_circle_km
from tests.app.briefings.spelled import spelled
from tests.app.missions.delegations import LEAVES, make_mission, put

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

ADEME, DESNZ = "ADEME Base Carbone", "UK DESNZ 2024"
UNDATED, NO_RF = "UK DESNZ, undated copy", "UK DESNZ, undated copy, without RF"


def _flight(office: Workspace, mission: UUID, who: list[UUID], km: float, seat: str) -> UUID:
    draft = LegDraft("plane", seat, start="A", end="B", departs_at=LEAVES, distance_km=km,
                     travellers=tuple(who))  # fmt: skip
    return office.run(add_leg, mission, draft)


@pytest.mark.parametrize(
    ("source", "seat", "km", "value", "kilograms"),
    [
        (ADEME, "average", 999.9, 0.258, 257.9742),
        (ADEME, "average", 1000.0, 0.187, 187.0),
        (ADEME, "average", 3499.9, 0.187, 654.4813),
        (ADEME, "average", 3500.0, 0.152, 532.0),
        (DESNZ, "economy", 3699.9, 0.18287, 676.600713),
        (DESNZ, "economy", 3700.0, 0.20011, 740.407),
        (DESNZ, "business", 3699.9, 0.2743, 1014.88257),
        (DESNZ, "business", 3700.0, 0.58028, 2147.036),
        (DESNZ, "first", 3700.0, 0.8004, 2961.48),
        (DESNZ, "first", 3699.9, None, None),
        (DESNZ, "premium", 5000.0, None, None),
        (DESNZ, "average", 5000.0, None, None),
        (UNDATED, "average", 5000.0, 0.14253, 712.65),
        (NO_RF, "average", 5000.0, 0.0842, 421.0),
    ],
)
def test_golden_cases_at_the_edges_of_bands(
    workspace: Workspace, source: str, seat: str, km: float, value: float, kilograms: float
) -> None:
    workspace.run(furnish_factors)
    workspace.run(choose_sources, [source])
    mission, people = make_mission(workspace, "Peeters")
    _flight(workspace, mission, people, km, seat)
    (leg,) = workspace.ask(travel, mission).legs
    assert leg.factor_value == value
    if value is None:
        assert leg.kg_each is None
        assert "No row of the office's sources counts for it" in str(leg.remarks)
        return
    assert leg.kg_each == pytest.approx(kilograms, rel=1e-9)
    assert leg.factor is not None
    assert leg.factor.with_contrails is (source != NO_RF)
    wanted = paper("travel-sheet")
    assert wanted is not None
    told = spelled(workspace.ask(wanted.make, mission, Language.EN, Audience.EXTERNAL))
    contrails = "without contrails" if source == NO_RF else "with contrails"
    for words in (source, f"{value} kg per passenger-km", contrails):
        assert words in told, words


@pytest.mark.parametrize(
    ("one", "two", "kilometres"),
    [
        # a degree of the mean meridian is 111.195 km (2 pi x 6371.0088 / 360)
        (Place(0, 0), Place(1, 0), 111.195),
        (Place(0, 0), Place(0, 180), 20_015.115),
        (Place(90, 0), Place(-90, 0), 20_015.115),
        (Place(60, 0), Place(60, 180), 6_671.705),
        (Place(10, 179.5), Place(10, -179.5), 109.505),
    ],
)
def test_great_circles_known_by_geometry(one: Place, two: Place, kilometres: float) -> None:
    assert great_circle_km(one, two) == pytest.approx(kilometres, abs=0.01)
    assert great_circle_km(two, one) == pytest.approx(kilometres, abs=0.01)


@pytest.mark.parametrize(
    ("start", "end", "kilometres"),
    # published great-circle distances between airports, to half a per cent
    [("LHR", "JFK", 5_540), ("SYD", "LAX", 12_051), ("CDG", "NRT", 9_713), ("AMS", "BRU", 157)],
)
def test_great_circles_between_airports(start: str, end: str, kilometres: float) -> None:
    assert air_km(start, end) == pytest.approx(kilometres, rel=0.005)


@command(N_("Removed a factor row for a test"))
def remove_row(session: Session, row: UUID) -> None:
    """What a cleaner hand would do to a row that is in use."""
    session.delete(session.get_one(EmissionFactor, row))


@pytest.fixture
def flown(office: Workspace) -> dict[str, Any]:
    """Two missions with the same flight, one of them closed."""
    office.run(furnish_factors)
    found: dict[str, Any] = {}
    for name in ("open", "closed"):
        mission, people = make_mission(office, name.title())
        leg = _flight(office, mission, people, 1000.0, "average")
        found |= {name: mission, f"{name} leg": leg, f"{name} people": people}
    office.run(put, Mission, found["closed"], closed_on=dt.date(2026, 7, 1))
    row = office.ask(travel, found["open"]).legs[0].factor
    assert row is not None
    found["row"] = row.key
    return found


def _kg(office: Workspace, flown: dict[str, Any]) -> list[float]:
    return [round(office.ask(travel, flown[one]).total.kg, 6) for one in ("open", "closed")]


def test_a_changed_row_is_told_in_the_open_and_changes_nothing(
    office: Workspace, flown: dict[str, Any]
) -> None:
    office.run(put, EmissionFactor, flown["row"], value=0.5, below_km=900.0, mode="ferry")
    assert _kg(office, flown) == [187.0, 187.0]
    for one in ("open", "closed"):
        (leg,) = office.ask(travel, flown[one]).legs
        assert "now says 0.5; this leg keeps the 0.187" in " ".join(map(str, leg.remarks))
    draft = office.ask(travel, flown["open"]).legs[0].draft
    office.run(put_on_legs, [flown["open leg"]], flown["open people"])
    office.run(change_leg, flown["open leg"], None, draft)
    assert _kg(office, flown) == [187.0, 187.0]
    with pytest.raises(InvalidError, match="closed"):
        office.run(change_leg, flown["closed leg"], None, draft)
    with pytest.raises(InvalidError, match="closed"):
        office.run(recount_legs, [flown["closed leg"]])
    assert _kg(office, flown) == [187.0, 187.0]


def test_a_row_in_use_is_not_removed(office: Workspace, flown: dict[str, Any]) -> None:
    with pytest.raises(BelfryError):
        office.run(remove_row, flown["row"])
    assert _kg(office, flown) == [187.0, 187.0]


def test_rows_imported_again_change_no_leg(
    office: Workspace, flown: dict[str, Any], tmp_path: Path
) -> None:
    noun, file = noun_of("emission_factors"), tmp_path / "factors.csv"
    office.ask(export_records, noun, file, Language.EN)
    words = file.read_text("utf-8-sig")
    file.write_text(words.replace("0.187", "0.999"), "utf-8")
    read = read_records(file, noun)
    assert read.problems == ()
    office.run(put_records, read.noun, read.drafts, file.name)
    assert _kg(office, flown) == [187.0, 187.0]
    file.write_text(
        "source,mode,value,edition,valid_from\nADEME Base Carbone,plane,0.7,air 2027,2020-01-01\n",
        "utf-8",
    )
    read = read_records(file, noun)
    office.run(put_records, read.noun, read.drafts, file.name)
    office.run(furnish_missing_factors)
    office.run(choose_sources, [DESNZ, ADEME])
    assert _kg(office, flown) == [187.0, 187.0]
    office.run(recount_legs, [flown["open leg"]])
    assert _kg(office, flown) == [700.0, 187.0]
    office.undo()
    assert _kg(office, flown) == [187.0, 187.0]
