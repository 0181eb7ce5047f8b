"""Words and pictures of travel that paper and window share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.bar_chart import Bar, bar_chart
from app.briefings.years_chart import WIDTH, years_chart
from app.core.text import N_, Language, t
from app.missions.rules.figures import decimal, kilograms
from app.missions.rules.travel_words import band, contrails, how, mode_label, per

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.briefings.drawing import Drawing
    from app.missions.queries import Sum
    from app.missions.rules.travel import Factor
    from app.missions.rules.years import TravelYears

FACTOR_DIGITS = 5


def modes_chart(sums: Sequence[Sum], language: Language) -> Drawing:
    """Kilograms of CO2e by mode; a mode no row counts for says so."""
    bars = []
    for one in sums:
        figure = kilograms(one.kg, language)
        if one.uncounted and not one.kg:
            figure = t(N_("not counted"), language)
        bars.append(Bar(mode_label(one.name).to(language), one.kg, figure, one.name == "plane"))
    return bar_chart(bars)


def modes_told(sums: Sequence[Sum], language: Language) -> str:
    """The same in words, for who does not see it."""
    parts = [f"{mode_label(one.name).to(language)} {kilograms(one.kg, language)}" for one in sums]
    return "; ".join(parts)


def year_chart_of(found: TravelYears, language: Language, width: float = WIDTH) -> Drawing:
    """The years with the one that is told in parts."""
    return years_chart(found.years, found.year, language, width)


def factor_words(factor: Factor, language: Language) -> str:
    """What a row is for: "Plane, business class, from 3700 km, with contrails"."""
    parts = [how(factor.mode, factor.travel_class).to(language)]
    parts += [
        band(factor.from_km, factor.below_km).to(language), contrails(factor).to(language)
    ]  # fmt: skip
    return ", ".join(part for part in parts if part)


def factor_value(value: float, factor: Factor, language: Language) -> str:
    """The value of a row with what it is per."""
    return f"{decimal(value, language, FACTOR_DIGITS)} {per(factor.mode).to(language)}"
