"""The calendar of moving days: `python -m tools.special_days` writes it for the years it covers.

Calculated calendars (Hebrew, Julian and Gregorian Easter) are worked out by their rules;
what hangs on the moon as it is seen, or on an almanac, is taken from the package `holidays` and
marked as an estimate. `tests/app/dossiers/test_special_days.py` holds the one against the other.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.contacts.rules import days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

YEARS = range(2025, 2031)
FILE = Path(__file__).parents[1] / "resources" / "reference" / "special_days.csv"
FIELDS = (
    "key", "name_en", "name_nl", "name_fr", "starts_on", "ends_on", "from_evening", "advice",
    "source", "verified",
)  # fmt: skip
HEBREW = "Hebrew calendar, by its rules of calculation"
JULIAN = "Julian reckoning of Easter (Meeus, Astronomical Algorithms, ch. 8)"
GREGORIAN = "Gregorian reckoning of Easter (Meeus, Astronomical Algorithms, ch. 8)"
ESTIMATE = "Python package holidays; set by the moon as it is seen, so a day earlier or later"
ALMANAC = "Python package holidays; differs by country and almanac"


def rosh_hashanah(year: int) -> dt.date:
    """1 Tishri in a civil year, by molad and the four postponements."""
    return dt.date.fromordinal(_tishri(year + 3761))


def _tishri(hebrew: int) -> int:
    """The proleptic Gregorian ordinal of 1 Tishri (Dershowitz and Reingold's delays)."""
    return _elapsed(hebrew) + _delay(hebrew) - 1_373_427


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


def _delay(year: int) -> int:
    before, now, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    if after - now == 356:
        return 2
    return 1 if now - before == 382 else 0


def passover(year: int) -> dt.date:
    """15 Nisan: 163 days before the next 1 Tishri."""
    return rosh_hashanah(year) - dt.timedelta(days=163)


def _calculated(year: int) -> Iterator[tuple[Any, ...]]:
    new, spring = rosh_hashanah(year), passover(year)
    jewish = (HEBREW, "yes")
    eve = "yes"
    yield "passover_first", spring, 2, eve, "rest", *jewish
    yield "passover_last", spring + dt.timedelta(days=6), 2, eve, "rest", *jewish
    yield "shavuot", spring + dt.timedelta(days=50), 2, eve, "rest", *jewish
    yield "tisha_bav", _fast_of_av(spring), 1, eve, "fast", *jewish
    yield "rosh_hashanah", new, 2, eve, "rest", *jewish
    yield "yom_kippur", new + dt.timedelta(days=9), 1, eve, "fast", *jewish
    yield "sukkot_first", new + dt.timedelta(days=14), 2, eve, "rest", *jewish
    yield "shemini_atzeret", new + dt.timedelta(days=21), 2, eve, "rest", *jewish
    sunday, eastern = days.easter(year), days.orthodox_easter(year)
    yield "good_friday", sunday - dt.timedelta(days=2), 1, "no", "feast", GREGORIAN, "yes"
    yield "orthodox_good_friday", eastern - dt.timedelta(days=2), 1, "no", "fast", JULIAN, "yes"
    yield "orthodox_easter", eastern, 2, "no", "feast", JULIAN, "yes"
    yield "orthodox_christmas", dt.date(year, 1, 7), 1, eve, "feast", "Julian calendar", "yes"


def _fast_of_av(spring: dt.date) -> dt.date:
    """9 Av, put off by a day where it would be a Saturday."""
    day = spring + dt.timedelta(days=112)
    return day + dt.timedelta(days=1) if day.weekday() == 5 else day


def _estimated(year: int) -> Iterator[tuple[Any, ...]]:
    from holidays.calendars.buddhist import _BuddhistLunisolar
    from holidays.calendars.chinese import _ChineseLunisolar
    from holidays.calendars.hindu import _HinduLunisolar
    from holidays.calendars.islamic import _IslamicLunar
    from holidays.calendars.persian import _Persian

    islamic: Any = _IslamicLunar()

    def in_year(found: Iterable[tuple[dt.date, bool]]) -> list[dt.date]:
        return sorted({day for day, _sure in found if day.year == year})

    fitr = {day for near in (year, year + 1) for day, _ in islamic.eid_al_fitr_dates(near)}
    for begun in in_year(islamic.ramadan_beginning_dates(year)):
        ends = min(day for day in fitr if day > begun)
        yield "ramadan", begun, (ends - begun).days, "no", "daytime_fast", ESTIMATE, "no"
    for day in in_year(islamic.eid_al_fitr_dates(year)):
        yield "eid_al_fitr", day, 3, "yes", "feast", ESTIMATE, "no"
    for day in in_year(islamic.eid_al_adha_dates(year)):
        yield "eid_al_adha", day, 4, "yes", "feast", ESTIMATE, "no"
    for day in in_year(islamic.hijri_new_year_dates(year)):
        yield "hijri_new_year", day, 1, "yes", "feast", ESTIMATE, "no"
    for day in in_year(islamic.ashura_dates(year)):
        yield "ashura", day, 1, "yes", "fast", ESTIMATE, "no"
    chinese: Any = _ChineseLunisolar()
    yield "lunar_new_year", chinese.lunar_new_year_date(year)[0], 7, "yes", "travel", ALMANAC, "no"
    yield "mid_autumn", chinese.mid_autumn_date(year)[0], 1, "no", "feast", ALMANAC, "no"
    hindu: Any = _HinduLunisolar()
    yield "holi", hindu.holi_date(year)[0], 1, "no", "feast", ALMANAC, "no"
    yield "dussehra", hindu.dussehra_date(year)[0], 1, "no", "feast", ALMANAC, "no"
    yield "diwali", hindu.diwali_india_date(year)[0], 1, "no", "feast", ALMANAC, "no"
    buddhist: Any = _BuddhistLunisolar()
    yield "vesak", buddhist.vesak_date(year)[0], 1, "no", "feast", ALMANAC, "no"
    persian: Any = _Persian()
    yield "nowruz", persian.new_year_date(year), 4, "no", "travel", ALMANAC, "no"


NAMES: dict[str, tuple[str, str, str]] = {
    "passover_first": ("Passover, first days", "Pesach, eerste dagen", "Pessah, premiers jours"),
    "passover_last": ("Passover, last days", "Pesach, laatste dagen", "Pessah, derniers jours"),
    "shavuot": ("Shavuot", "Sjavoeot", "Chavouot"),
    "tisha_bav": ("Tisha B’Av", "Tisja Be’av", "Ticha Beav"),
    "rosh_hashanah": ("Rosh Hashanah", "Rosj Hasjana", "Roch Hachana"),
    "yom_kippur": ("Yom Kippur", "Jom Kipoer", "Yom Kippour"),
    "sukkot_first": ("Sukkot, first days", "Soekot, eerste dagen", "Souccot, premiers jours"),
    "shemini_atzeret": (
        "Shemini Atzeret and Simchat Torah",
        "Sjemini Atseret en Simchat Thora",
        "Chemini Atseret et Sim’hat Torah",
    ),
    "good_friday": ("Good Friday", "Goede Vrijdag", "Vendredi saint"),
    "orthodox_good_friday": (
        "Orthodox Good Friday", "Orthodoxe Goede Vrijdag", "Vendredi saint orthodoxe",
    ),
    "orthodox_easter": ("Orthodox Easter", "Orthodox Pasen", "Pâques orthodoxes"),
    "orthodox_christmas": ("Orthodox Christmas", "Orthodox Kerstmis", "Noël orthodoxe"),
    "ramadan": ("Ramadan", "Ramadan", "Ramadan"),
    "eid_al_fitr": ("Eid al-Fitr", "Suikerfeest (Eid al-Fitr)", "Aïd el-Fitr"),
    "eid_al_adha": ("Eid al-Adha", "Offerfeest (Eid al-Adha)", "Aïd el-Adha"),
    "hijri_new_year": ("Islamic New Year", "Islamitisch nieuwjaar", "Nouvel an musulman"),
    "ashura": ("Ashura", "Asjoera", "Achoura"),
    "lunar_new_year": ("Lunar New Year", "Maannieuwjaar", "Nouvel an lunaire"),
    "mid_autumn": ("Mid-Autumn Festival", "Midherfstfeest", "Fête de la mi-automne"),
    "holi": ("Holi", "Holi", "Holi"),
    "dussehra": ("Dussehra", "Dussehra", "Dussehra"),
    "diwali": ("Diwali", "Divali", "Divali"),
    "vesak": ("Vesak", "Vesak", "Vesak"),
    "nowruz": ("Nowruz", "Noroez", "Norouz"),
}  # fmt: skip


def calendar() -> list[dict[str, str]]:
    """Every row, by date."""
    made = []
    for year in YEARS:
        for key, day, length, eve, advice, source, sure in (*_calculated(year), *_estimated(year)):
            last = day + dt.timedelta(days=length - 1)
            ends = last.isoformat() if length > 1 else ""
            values = (key, *NAMES[key], day.isoformat(), ends, eve, advice, source, sure)
            made.append(dict(zip(FIELDS, values, strict=True)))
    return sorted(made, key=lambda row: (row["starts_on"], row["key"]))


def main() -> None:
    """Write the file."""
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(calendar())


if __name__ == "__main__":
    main()
