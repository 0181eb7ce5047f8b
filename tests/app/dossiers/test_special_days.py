"""The calendar of moving days: as its rules say, put in once, and never again."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.contacts.furnish import furnish
from app.core.text import Language
from app.dossiers.queries.days_to_mind import minded_days
from app.dossiers.rules.days_to_mind import ADVICE, advice_words, is_sabbath, name_in, touches
from app.dossiers.special_days import furnish_special_days
from tools import special_days as calendar

if TYPE_CHECKING:
    from app.core.workspace import Workspace


def day(text: str, hour: int = 12) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(hour))


def rows() -> list[dict[str, str]]:
    with calendar.FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_file_is_what_the_rules_give() -> None:
    assert rows() == calendar.calendar()


def test_every_year_has_every_day() -> None:
    once = set(calendar.NAMES) - {"ramadan", "eid_al_fitr", "hijri_new_year", "ashura"}
    for year in calendar.YEARS:
        keys = [row["key"] for row in rows() if row["starts_on"].startswith(str(year))]
        assert once <= set(keys)
        assert {"ramadan", "eid_al_fitr", "eid_al_adha"} <= set(keys)
    assert {row["advice"] for row in rows()} <= set(ADVICE)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2024, "2024-10-03"), (2025, "2025-09-23"), (2026, "2026-09-12"), (2027, "2027-10-02")],
)
def test_rosh_hashanah_as_it_was_announced(year: int, expected: str) -> None:
    assert calendar.rosh_hashanah(year).isoformat() == expected


def test_the_hebrew_reckoning_agrees_with_the_package() -> None:
    from holidays.calendars.hebrew import _HebrewLunisolar

    known = _HebrewLunisolar()
    for year in range(1990, 2060):
        assert calendar.rosh_hashanah(year) == known.rosh_hashanah_date(year)
        assert calendar.passover(year) == known.passover_date(year)


def test_ramadan_is_within_two_days_of_the_tabular_calendar() -> None:
    """The civil Islamic calendar: 30 years of 354 days and 11 leap days, from 16 July 622."""
    epoch = 227_015
    for row in rows():
        if row["key"] != "ramadan":
            continue
        begins = dt.date.fromisoformat(row["starts_on"])
        year = round((begins.toordinal() - epoch) / 354.36667)
        months = (29.5 * 8) + (year - 1) * 354 + (3 + 11 * year) // 30
        assert abs(epoch + months - begins.toordinal()) <= 2
        assert 29 <= (dt.date.fromisoformat(row["ends_on"]) - begins).days + 1 <= 30
        assert row["verified"] == "no"


def test_what_hangs_on_the_moon_is_an_estimate() -> None:
    for row in rows():
        assert row["source"]
        calculated = "calculation" in row["source"] or "reckoning" in row["source"]
        assert (row["verified"] == "yes") is (calculated or row["key"] == "orthodox_christmas")


def test_the_calendar_is_put_in_once(office: Workspace) -> None:
    assert office.run(furnish_special_days) == 0  # never furnished: not ours to fill
    office.run(furnish)
    assert office.run(furnish_special_days) == len(rows())
    assert office.run(furnish_special_days) == 0


def test_days_meet_the_hours_of_a_dossier(office: Workspace) -> None:
    office.run(furnish)
    office.run(furnish_special_days)

    def names(moment: dt.datetime, ends: dt.datetime | None = None) -> list[str]:
        found = office.ask(minded_days, moment, ends)
        return [name_in(one.names, Language.EN) for one in found]

    assert names(day("2026-03-01")) == ["Ramadan"]
    assert names(day("2026-02-17")) == ["Lunar New Year"]
    assert names(day("2026-09-11", 12), day("2026-09-11", 14)) == []
    assert names(day("2026-09-11", 18), day("2026-09-11", 20)) == ["Rosh Hashanah"]
    assert names(day("2026-09-12")) == ["Rosh Hashanah"]
    assert names(day("2026-11-10")) == []


def test_evenings_and_the_sabbath() -> None:
    first = dt.date(2026, 9, 12)
    at_six, noon = day("2026-09-11", 18), day("2026-09-11", 12)
    assert touches(first, first, from_evening=True, begins=at_six, ends=None)
    assert not touches(first, first, from_evening=False, begins=at_six, ends=None)
    assert not touches(first, first, from_evening=True, begins=noon, ends=None)
    assert is_sabbath(at_six, None)
    assert not is_sabbath(noon, day("2026-09-11", 14))
    assert is_sabbath(day("2026-09-12", 11), None)
    assert not is_sabbath(day("2026-09-12", 20), None)
    assert not is_sabbath(day("2026-09-14", 20), None)


def test_advice_is_told_in_every_language() -> None:
    for code in ADVICE:
        assert len({advice_words(code).to(one) for one in Language}) == 3
    assert str(advice_words("own words")) == "own words"
    assert name_in(("", "Suikerfeest", ""), Language.FR) == "Suikerfeest"
