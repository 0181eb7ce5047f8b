"""How figures of a mission are written: kilograms, kilometres, hours, amounts of money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import Language
from app.missions.rules.costs import Money, digits, exact

if TYPE_CHECKING:
    from decimal import Decimal

NO_BREAK = "\u00a0"
_EXACT_BELOW = 100  # kilograms: below this a tenth is told


def decimal(value: float | Decimal, language: Language, most: int = 0, least: int = 0) -> str:
    """A number as CLDR writes it, rounded to at most `most` decimals and at least `least`."""
    from babel.numbers import format_decimal

    tail = "0" * least + "#" * (most - least)
    pattern = f"#,##0.{tail}" if tail else "#,##0"
    return format_decimal(value, format=pattern, locale=_LOCALES[language])


_LOCALES = {Language.NL: "nl_BE", Language.FR: "fr_BE", Language.EN: "en_GB"}


def kilograms(value: float, language: Language) -> str:
    """Kilograms of CO2e: whole from a hundred on, else with a tenth."""
    return f"{decimal(value, language, 0 if value >= _EXACT_BELOW else 1)}{NO_BREAK}kg"


def kilometres(value: float, language: Language) -> str:
    """Kilometres, whole."""
    return f"{decimal(value, language)}{NO_BREAK}km"


def hours(minutes: int) -> str:
    """Minutes as hours and minutes: 340 is "5:40"."""
    return f"{minutes // 60}:{minutes % 60:02}"


def amount(money: Money, language: Language) -> str:
    """An amount with its currency's code: "1,250.00 EUR", "12,000 JPY"."""
    return f"{plain_amount(money, language)}{NO_BREAK}{money.currency}"


def plain_amount(money: Money, language: Language) -> str:
    """An amount without its currency."""
    places = digits(money.currency)
    return decimal(exact(money), language, places, places)
