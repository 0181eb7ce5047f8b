"""Costs of a mission: lines, shares, withdrawals and currencies add up to the cent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import InvalidError
from app.core.text import Language
from app.dossiers.model import CostLine
from app.missions.commands import (
    add_cost,
    change_cost,
    change_participant,
    remove_costs,
    remove_rate,
    set_rate,
    withdraw,
)
from app.missions.draft import CostDraft, RateDraft, ShareDraft
from app.missions.model import Mission, Participant
from app.missions.queries import costs, invoice_lines, participant
from app.missions.rules.costs import MINOR_DIGITS, Money, Rate, digits, split, totals
from app.missions.rules.figures import amount, decimal, kilograms
from app.missions.rules.shares import (
    CITY,
    Going,
    Owed,
    Payer,
    PayerKey,
    Share,
    euro_of,
    owed_rule,
    shared,
    sums,
)
from tests.app.missions.delegations import make_mission, put, put_participant

if TYPE_CHECKING:
    from app.core.workspace import Workspace

DAY = dt.date(2026, 5, 1)
ONE, TWO = UUID(int=1), UUID(int=2)
EACH = Share(Payer.PARTICIPANT)
RATES = [
    Rate("JPY", DAY, Decimal("0.0061")),
    Rate("KWD", DAY, Decimal("2.987")),
    Rate("BHD", DAY, Decimal("2.4371")),
    Rate("XOF", DAY, Decimal("0.00152449")),
    Rate("USD", DAY, Decimal("0.91234")),
]


def _parts(units: int, *given_shares: Share, **people: Going) -> dict[str, int]:
    known = {UUID(int=at): one for at, one in enumerate(people.values(), 1)}
    found = shared(Money(units), given_shares, known)
    return {part.payer.name or part.payer.payer: part.money.units for part in found}


def _gone(name: str, rule: str, day: dt.date | None = DAY) -> Going:
    return Going(name, withdrawn=True, withdrawn_on=day, rule=rule)


def test_the_city_pays_what_nobody_shares() -> None:
    assert _parts(1001) == {"city": 1001}
    assert _parts(1001, EACH) == {"city": 1001}


def test_parts_of_city_partner_and_participants() -> None:
    half = (Share(weight=2), Share(Payer.PARTNER, 1, "Voka"), EACH)
    assert _parts(1000, *half, a=Going("A"), b=Going("B")) == {
        "city": 400, "Voka": 200, "A": 200, "B": 200,
    }  # fmt: skip
    assert _parts(100, EACH, a=Going("A"), b=Going("B"), c=Going("C")) == {
        "A": 34, "B": 33, "C": 33,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "owed", "city"),
    [
        ("", 500, None), ("all", 500, None), ("full", 500, None), ("half", 250, 250),
        ("nothing", 0, 500), ("free", 0, 500), ("replaced", 0, 500), ("deposit", 0, 500),
        ("free_until:2026-05-01", 0, 500), ("free_until:2026-04-30", 500, None),
        ("free_until:soon", 500, None), ("whatever", 500, None),
    ],
)  # fmt: skip
def test_what_a_withdrawal_costs(rule: str, owed: int, city: int | None) -> None:
    found = _parts(1000, EACH, a=Going("A"), b=_gone("B", rule))
    assert (found["A"], found["B"], found.get("city")) == (500, owed, city)


def test_a_deposit_is_what_stands_in_their_own_name() -> None:
    own = Share(Payer.PARTICIPANT, participant=ONE)
    assert _parts(1000, own, b=_gone("B", "deposit")) == {"B": 1000}
    assert owed_rule("free_until:2026-05-01", None) is Owed.ALL


CURRENCIES = ["EUR", "USD", "XXX", *MINOR_DIGITS]
MONEY = st.builds(Money, st.integers(-(10**9), 10**9), st.sampled_from(CURRENCIES))
SHARES = st.lists(
    st.builds(
        Share,
        st.sampled_from(list(Payer)),
        st.integers(0, 12),
        st.sampled_from(["", "Voka", "Port"]),
        st.sampled_from([None, ONE, TWO, UUID(int=9)]),
    ),
    max_size=5,
).map(tuple)
GOING = st.builds(
    Going,
    st.sampled_from(["An", "Bo"]),
    withdrawn=st.booleans(),
    withdrawn_on=st.sampled_from([None, DAY]),
    rule=st.sampled_from([*Owed, "", "free_until:2026-04-01", "free_until:2026-06-01"]),
)
PEOPLE = st.dictionaries(st.integers(1, 12).map(lambda at: UUID(int=at)), GOING, max_size=8)


@settings(max_examples=300)
@given(lines=st.lists(st.tuples(MONEY, SHARES), max_size=8), people=PEOPLE)
def test_payers_add_up_to_the_lines_in_every_currency(
    lines: list[tuple[Money, tuple[Share, ...]]], people: dict[UUID, Going]
) -> None:
    amounts = [(one, euro_of(one, DAY, RATES), by) for one, by in lines]
    found = sums(amounts, people)
    paid = [part for theirs in found.by_currency.values() for part in theirs.values()]
    assert totals(paid) == totals(one for one, _by in lines)
    euro = [one.units for _line, one, _by in amounts if one is not None]
    assert sum(one.units for one in found.euro.values()) == sum(euro)
    assert found.unrated == len(amounts) - len(euro)
    for one, by in lines:
        parts = shared(one, by, people)
        assert sum(part.money.units for part in parts) == one.units
        assert len({part.payer for part in parts}) == len(parts)


@settings(max_examples=300)
@given(
    amount=MONEY,
    weights=st.lists(st.integers(0, 9), min_size=1, max_size=14).filter(any)
    | st.integers(1, 600).map(lambda many: [3] * many),
)
def test_a_split_gives_each_their_share_to_the_unit(amount: Money, weights: list[int]) -> None:
    parts = split(amount, weights)
    assert sum(one.units for one in parts) == amount.units
    assert {one.currency for one in parts} == {amount.currency}
    for one, weight in zip(parts, weights, strict=True):
        assert abs(Decimal(one.units) - Decimal(amount.units * weight) / sum(weights)) < 1
    alike = [one.units for one in parts if len(set(weights)) == 1]
    assert alike == sorted(alike, reverse=amount.units > 0)


def test_currencies_have_the_decimals_of_iso_4217() -> None:
    none, three = ("JPY", "KRW", "XOF", "ISK"), ("KWD", "BHD", "TND", "OMR", "IQD")
    assert {digits(one) for one in none} == {0}
    assert {digits(one) for one in three} == {3}
    assert {digits(one) for one in ("EUR", "USD", "CNY")} == {2}
    assert amount(Money(1_234_567, "BHD"), Language.EN) == "1,234.567\u00a0BHD"


def test_free_until_a_day_is_a_rule_people_choose(office: Workspace) -> None:
    mission, (one, two) = make_mission(office, "Peeters", "Maes")
    each = (ShareDraft(Payer.PARTICIPANT),)
    office.run(add_cost, mission, CostDraft("Coach", 1001, spent_on=DAY, shares=each))
    rule = "free_until:2026-04-01"
    office.run(withdraw, [one], rule, dt.date(2026, 4, 1))

    def owed() -> list[int]:
        found = office.ask(costs, mission).due.by_currency
        return [found.get(PayerKey(Payer.PARTICIPANT, name, who), {"EUR": Money(0)})["EUR"].units
                for name, who in (("An Peeters", one), ("An Maes", two))]  # fmt: skip

    assert owed() == [0, 501]
    row = office.ask(participant, one, Language.EN)
    assert row.draft.withdrawal_rule == rule
    assert str(row.reason) == "Withdrawn: Free until 1 Apr 2026, then all of it"
    assert row.draft.problems() == []
    later = replace(row.draft, withdrawn_on=dt.date(2026, 4, 2))
    office.run(change_participant, one, row.revision, later)
    assert owed() == [500, 501]
    office.undo()
    assert owed() == [0, 501]
    for wrong in ("free_until:", "free_until:soon", "perhaps", ""):
        with pytest.raises(InvalidError):
            office.run(withdraw, [two], wrong)
    lacking = replace(row.draft, withdrawal_rule="free_until:")
    assert [str(each.sentence) for each in lacking.problems()] == [
        "Say until which day it was free to withdraw."
    ]


def _share(payer: str, **fields: Any) -> ShareDraft:
    return ShareDraft(payer, **fields)


@settings(max_examples=12)
@given(
    lines=st.lists(
        st.tuples(
            st.none() | st.integers(-(10**7), 10**7),
            st.none() | st.integers(-(10**7), 10**7),
            st.sampled_from(["EUR", "JPY", "KWD", "CHF"]),
            st.lists(
                st.tuples(st.sampled_from(["city", "partner", "each", "one"]), st.integers(1, 9)),
                max_size=4, unique_by=lambda one: one[0],
            ),
        ),
        max_size=5,
    ),
    rules=st.lists(st.sampled_from(["", "half", "nothing", "stays"]), min_size=1, max_size=4),
)  # fmt: skip
def test_the_whole_query_adds_up(workspace: Workspace, lines: list[Any], rules: list[str]) -> None:
    mission, people = make_mission(workspace)
    for at, rule in enumerate(rules):
        fields = {} if rule == "stays" else {"status": "withdrawn", "withdrawal_rule": rule}
        people.append(workspace.run(put_participant, mission, f"P{at}", **fields))
    workspace.run(set_rate, RateDraft("JPY", DAY, "0.0061"))
    workspace.run(set_rate, RateDraft("KWD", DAY, "2,987"))
    kinds = {
        "city": _share("city"), "partner": _share("partner", name="Voka"),
        "each": _share("participant"), "one": _share("participant", participant=people[0]),
    }  # fmt: skip
    for planned, paid, currency, given_shares in lines:
        by = tuple(replace(kinds[kind], weight=weight) for kind, weight in given_shares)
        draft = CostDraft("Line", planned, paid, currency=currency, spent_on=DAY, shares=by)
        workspace.run(add_cost, mission, draft)
    found = workspace.ask(costs, mission)
    for what in ("planned", "paid", "due"):
        counted = getattr(found, what)
        parts = [one for theirs in counted.by_currency.values() for one in theirs.values()]
        assert totals(parts) == found.totals(what)
    in_euro = [one.paid_euro if one.paid is not None else one.planned_euro for one in found.lines]
    assert found.euro("due").units == sum(one.units for one in in_euro if one is not None)
    invoiced = totals(one.money for one in workspace.ask(invoice_lines, mission))
    city = found.due.by_currency.get(CITY, {})
    for currency, whole in found.totals("due").items():
        theirs = invoiced.get(currency, Money(0)).units
        assert theirs + city.get(currency, Money(0)).units == whole.units


def test_lines_are_kept_shared_and_taken_back(office: Workspace) -> None:
    mission, (one, two) = make_mission(office, "Peeters", "Maes")
    _other, (stranger,) = make_mission(office, "Elsewhere")
    by = (ShareDraft(weight=1), ShareDraft(Payer.PARTICIPANT, 1, participant=one))
    draft = CostDraft("Coach", 30000, 30001, "the city", "JPY", dt.date(2026, 6, 6), by)
    line = office.run(add_cost, mission, draft)
    office.run(set_rate, RateDraft("JPY", DAY, "0.0061", "ECB"))
    office.run(set_rate, RateDraft("JPY", dt.date(2026, 6, 7), "0.9"))
    found = office.ask(costs, mission)
    (row,) = found.lines
    assert row.rate == Rate("JPY", DAY, Decimal("0.0061"), "ECB")
    assert row.paid_euro == Money(18301)
    key = PayerKey(Payer.PARTICIPANT, "An Peeters", one)
    assert found.due.by_currency == {
        CITY: {"JPY": Money(15001, "JPY")}, key: {"JPY": Money(15000, "JPY")},
    }  # fmt: skip
    assert found.euro("due") == Money(18301)
    office.run(change_cost, line, row.revision, replace(draft, shares=by[1:]))
    assert office.ask(costs, mission).due.by_currency == {key: {"JPY": Money(30001, "JPY")}}
    office.run(put, Participant, one, status="withdrawn", withdrawal_rule="half")
    (invoiced,) = office.ask(invoice_lines, mission)
    assert (invoiced.money, invoiced.euro, invoiced.withdrawn) == (
        Money(15001, "JPY"), Money(9151), True,
    )  # fmt: skip
    with pytest.raises(InvalidError, match="of this mission"):
        office.run(
            change_cost, line, None,
            replace(draft, shares=(ShareDraft(Payer.PARTICIPANT, participant=stranger),)),
        )  # fmt: skip
    office.run(remove_costs, [line])
    assert not office.ask(costs, mission).lines
    office.undo()
    assert office.ask(costs, mission).lines[0].draft.shares == by[1:]
    office.run(put, Mission, mission, closed_on=DAY)
    with pytest.raises(InvalidError, match="closed"):
        office.run(remove_costs, [line])
    assert two


def test_what_lacks_a_rate_or_a_rule_is_said(office: Workspace) -> None:
    mission, (one, _two) = make_mission(office, "Peeters", "Maes")
    office.run(add_cost, mission, CostDraft("Coach", 500, currency="JPY"))
    office.run(put, Participant, one, status="withdrawn")
    found = office.ask(costs, mission)
    assert [str(told) for told in found.findings] == [
        "No rate of JPY is known: the total in euro leaves these lines out.",
        "An Peeters withdrew and no rule says what is owed: everything is counted.",
    ]
    assert (found.planned.unrated, found.euro("planned")) == (1, Money(0))
    rate = office.run(set_rate, RateDraft("JPY", DAY, "0.0061"))
    assert office.run(set_rate, RateDraft("JPY", DAY, "0.0062")) == rate
    assert office.ask(costs, mission).euro("planned") == Money(310)
    office.run(remove_rate, rate)
    assert not office.ask(costs, mission).rates


def test_what_a_line_lacks_is_said() -> None:
    wrong = CostDraft(currency="euro", shares=(ShareDraft(Payer.PARTNER, 0), ShareDraft("you", 0)))
    assert [one.field for one in wrong.problems()] == [
        "what", "currency", "shares", "shares", "shares",
    ]  # fmt: skip
    assert [one.field for one in RateDraft("EUR", None, "-1").problems()] == [
        "currency", "day", "euro",
    ]  # fmt: skip


def test_figures_are_written_as_the_language_writes_them() -> None:
    assert amount(Money(125005), Language.EN) == "1,250.05\u00a0EUR"
    assert amount(Money(12000, "JPY"), Language.NL) == "12.000\u00a0JPY"
    assert kilograms(1368.0, Language.EN) == "1,368\u00a0kg"
    assert kilograms(0.94, Language.NL) == "0,9\u00a0kg"
    assert decimal(0.00293, Language.FR, 5) == "0,00293"


def test_a_line_of_another_kind_of_dossier_stays_away(office: Workspace) -> None:
    mission, _people = make_mission(office)
    line = office.run(add_cost, mission, CostDraft("Coach", 5))
    assert office.ask(lambda session: session.get_one(CostLine, line).planned) == 5
