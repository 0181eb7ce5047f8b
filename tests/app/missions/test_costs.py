"""Every split adds up, in every currency."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest

from app.core.errors import InvalidError
from app.missions.rules.costs import Money, Rate, in_euro, rate_on, split, totals


@pytest.mark.parametrize("seed", range(200))
def test_parts_add_up(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a property test
    amount = Money(chance.randint(-(10**7), 10**7), chance.choice(["EUR", "JPY", "KWD"]))
    weights = [chance.randint(0, 9) for _ in range(chance.randint(1, 12))]
    weights[0] += 1
    parts = split(amount, weights)
    assert sum(one.units for one in parts) == amount.units
    assert {one.currency for one in parts} == {amount.currency}
    for one, weight in zip(parts, weights, strict=True):
        assert abs(one.units - amount.units * weight / sum(weights)) < 1
        assert weight or one.units == 0


def test_units_left_over_go_to_the_largest_remainder_then_the_first() -> None:
    assert [one.units for one in split(Money(100), [1, 1, 1])] == [34, 33, 33]
    assert [one.units for one in split(Money(101), [1, 2])] == [34, 67]
    with pytest.raises(InvalidError):
        split(Money(1), [0, 0])


def test_a_rate_of_its_day() -> None:
    first = Rate("JPY", dt.date(2026, 1, 1), Decimal("0.0061"))
    second = Rate("JPY", dt.date(2026, 6, 1), Decimal("0.00625"))
    held = rate_on([second, first], "JPY", dt.date(2026, 5, 31))
    assert held is first
    assert in_euro(Money(10_000, "JPY"), held) == Money(6100)
    assert in_euro(Money(2, "JPY"), second) == Money(1)  # 1.25 cents
    assert in_euro(Money(1_234, "KWD"), Rate("KWD", first.day, Decimal("3.0"))) == Money(370)
    with pytest.raises(InvalidError):
        in_euro(Money(5, "USD"), held)


def test_totals_by_currency() -> None:
    made = totals([Money(5), Money(7, "JPY"), Money(-2)])
    assert made == {"EUR": Money(3), "JPY": Money(7, "JPY")}
