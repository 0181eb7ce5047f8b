"""Money that adds up: amounts in minor units, dated rates, and splits without a cent lost.

Rounding: an amount in another currency is rounded half to even once, on the line; a split gives
each payer the whole part of their share and the units left over to the largest remainders, the
first named where they are equal. So parts always add up to the whole, in every currency.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from app.core.errors import InvalidError, Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

MINOR_DIGITS = {
    **dict.fromkeys(
        ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
         "XAF", "XOF", "XPF"), 0
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}  # fmt: skip
"""Digits of the minor unit where they are not two (ISO 4217)."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the minor units of a currency (ISO 4217): cents, yen, fils."""

    units: int
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency was worth in euro on a day, as its source gave it."""

    currency: str
    day: dt.date
    euro: Decimal
    source: str = ""


def digits(currency: str) -> int:
    """How many decimals a currency is written with."""
    return MINOR_DIGITS.get(currency, 2)


def units_of(amount: Decimal, currency: str) -> int | None:
    """The minor units of an amount; None where it has more decimals than the currency."""
    whole = amount.scaleb(digits(currency))
    return int(whole) if whole == whole.to_integral_value() else None


def exact(money: Money) -> Decimal:
    """An amount as an exact number of its currency."""
    return Decimal(money.units).scaleb(-digits(money.currency))


def rate_on(rates: Iterable[Rate], currency: str, day: dt.date) -> Rate | None:
    """The rate of a currency that held on a day: the last known until then."""
    known = [one for one in rates if one.currency == currency and one.day <= day]
    return max(known, key=lambda one: one.day, default=None)


def in_euro(amount: Money, rate: Rate | None) -> Money:
    """An amount in euro cents, rounded half to even.

    Raises:
        InvalidError: there is no rate, or it is of another currency.
    """
    if amount.currency == "EUR":
        return amount
    if rate is None or rate.currency != amount.currency:
        lacking = N_("There is no rate for {currency} on that day.")
        problem = Problem("rate", say(lacking, currency=amount.currency))
        raise InvalidError(problem.sentence, (problem,))
    whole = Decimal(amount.units).scaleb(-digits(amount.currency)) * rate.euro
    return Money(int(whole.scaleb(2).quantize(Decimal(1), ROUND_HALF_EVEN)))


def split(amount: Money, weights: Sequence[Fraction | int]) -> list[Money]:
    """Share an amount by weights so that the parts add up to it.

    A negative amount (a refund) is shared as its positive twin.

    Raises:
        InvalidError: a weight is negative, or all are nothing.
    """
    if sum(weights) <= 0 or any(one < 0 for one in weights):
        problem = Problem("share", say(N_("Shares count from 0, and one at least is more.")))
        raise InvalidError(problem.sentence, (problem,))
    sign = -1 if amount.units < 0 else 1
    if len(set(weights)) == 1:  # all alike: the units left over go to the first
        each, left = divmod(abs(amount.units), len(weights))
        more, less = (Money(sign * units, amount.currency) for units in (each + 1, each))
        return [more] * left + [less] * (len(weights) - left)
    exact = _whole(weights)
    whole, total = abs(amount.units), sum(exact)
    parts = [whole * one // total for one in exact]
    left = whole - sum(parts)
    order = sorted(range(len(exact)), key=lambda at: (-(whole * exact[at] % total), at))
    for at in order[:left]:
        parts[at] += 1
    return [Money(sign * one, amount.currency) for one in parts]


def _whole(weights: Sequence[Fraction | int]) -> list[int]:
    """Weights as whole numbers in the same proportion, so that nothing is lost in between."""
    common = (
        lcm(*(Fraction(one).denominator for one in weights))
        if any(isinstance(one, Fraction) for one in weights)
        else 1
    )
    return [int(one * common) for one in weights]


def totals(amounts: Iterable[Money]) -> Mapping[str, Money]:
    """What amounts add up to, by currency."""
    found: dict[str, int] = {}
    for one in amounts:
        found[one.currency] = found.get(one.currency, 0) + one.units
    return {currency: Money(units, currency) for currency, units in sorted(found.items())}
