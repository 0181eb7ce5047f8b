"""Public holidays of States, by the `holidays` package, in the reader's language where it can.

The package is loaded on use: it costs a tenth of a second. Flanders keeps 11 July beside the
holidays of Belgium; it is no public holiday by law, but a day on which the city does not invite.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from app.core.text import N_, Language, t

BELGIUM = "BE"
FLANDERS = "BE-VLG"
"""ISO 3166-2; understood besides the codes of countries."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday: `name` in the language asked where the package has it."""

    day: dt.date
    name: str


@lru_cache(maxsize=512)
def public_holidays(country: str, year: int, language: Language) -> tuple[Holiday, ...]:
    """The public holidays of a country (or of Flanders) in a year, in order of date.

    A territory the package does not know has none; a name it does not have in the language is given
    in English, else in the country's own.
    """
    code = BELGIUM if country == FLANDERS else country
    found = [Holiday(day, name) for day, name in _of_package(code, year, language)]
    if country == FLANDERS:
        name = t(N_("Day of the Flemish Community"), language)
        found.append(Holiday(dt.date(year, 7, 11), name))
    return tuple(sorted(found, key=lambda one: (one.day, one.name)))


def holidays_on(country: str, day: dt.date, language: Language = Language.EN) -> tuple[str, ...]:
    """What a country keeps on a day; empty where it is a day like any other."""
    return tuple(one.name for one in public_holidays(country, day.year, language) if one.day == day)


def _of_package(code: str, year: int, language: Language) -> list[tuple[dt.date, str]]:
    import holidays

    if code not in holidays.list_supported_countries(include_aliases=False):
        return []
    spoken = holidays.list_localized_countries().get(code, [])
    wanted = (language, f"{language}_BE", "en_US", "en_GB", "en")
    chosen = next((one for one in wanted if one in spoken), None)
    kept = holidays.country_holidays(code, years=year, language=chosen)
    return [(day, name) for day in sorted(kept) for name in kept.get_list(day)]
