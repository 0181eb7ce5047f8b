"""Wishes become meetings: nobody twice at once, near the bound, contradictions by name."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from app.missions.rules.fair import Fair, Fixed, Party, contradictions
from app.missions.rules.matchmaking import arrange

pytest.importorskip("ortools")


def fair_of(seed: int, wished: int, away: float = 0.0, tables: int | None = None) -> Fair:
    """Sixty companies, forty hosts, sixteen slots."""
    chance = random.Random(seed)  # noqa: S311 - an invented fair

    def party(key: str) -> Party:
        free = frozenset(slot for slot in range(16) if chance.random() >= away)
        return Party(key, f"Party {key}", free if away else None)

    companies = tuple(party(f"c{at}") for at in range(60))
    hosts = tuple(party(f"h{at}") for at in range(40))
    wishes: Counter[tuple[str, str]] = Counter()
    for one in companies:
        for other in chance.sample(hosts, wished):
            wishes[one.key, other.key] += chance.choice((1, 2, 3, 5))
    for other in hosts:
        for one in chance.sample(companies, wished):
            wishes[one.key, other.key] += chance.choice((1, 2, 3))
    return Fair(companies, hosts, 16, wishes, tables=tables)


def check(fair: Fair, meetings: tuple[Fixed, ...]) -> None:
    """Nobody in two places at once, no pair twice, everybody there, no more than the tables."""
    at_once = Counter((key, one.slot) for one in meetings for key in one.pair)
    assert not [key for key, times in at_once.items() if times > 1]
    assert len({one.pair for one in meetings}) == len(meetings)
    met = Counter(key for one in meetings for key in one.pair)
    for party in (*fair.companies, *fair.hosts):
        assert party.most is None or met[party.key] <= party.most
        mine = {one.slot for one in meetings if party.key in one.pair}
        assert party.free is None or mine <= party.free
    if fair.tables is not None:
        assert max(Counter(one.slot for one in meetings).values()) <= fair.tables


@pytest.mark.parametrize("wished", [6, 12, 20, 30])
@pytest.mark.parametrize("away", [0.0, 0.15, 0.4])
@pytest.mark.parametrize("tables", [None, 25])
def test_near_the_bound(wished: int, away: float, tables: int | None) -> None:
    fair = fair_of(wished, wished, away, tables)
    made = arrange(fair, seconds=1.0)
    check(fair, made.meetings)
    assert made.total == sum(fair.wishes[one.pair] for one in made.meetings)
    assert made.bound * 0.97 <= made.total <= made.bound


def test_what_is_fixed_stays_and_a_company_meets_no_more_than_it_wishes() -> None:
    fair = fair_of(3, 10)
    first = Party("c0", "First", most=2)
    fixed = (Fixed(("c0", "h0"), 5), Fixed(("c1", "h0"), 6))
    fair = Fair((first, *fair.companies[1:]), fair.hosts, 16, fair.wishes, fixed)
    made = arrange(fair, seconds=1.0)
    check(fair, made.meetings)
    assert set(fixed) <= set(made.meetings)
    assert sum(one.pair[0] == "c0" for one in made.meetings) == 2


def test_interpreters_are_never_at_two_tables() -> None:
    fair = fair_of(4, 10)
    speaking = tuple(Party(one.key, one.name, language="ja") for one in fair.hosts[:10])
    fair = Fair(fair.companies, speaking + fair.hosts[10:], 16, fair.wishes, interpreters={"ja": 3})
    made = arrange(fair, seconds=1.0)
    check(fair, made.meetings)
    spoken = {one.key for one in speaking}
    at_once = Counter(one.slot for one in made.meetings if one.pair[1] in spoken)
    assert max(at_once.values()) == 3


def test_contradictions_are_named() -> None:
    free = frozenset({0, 1})
    companies = (Party("a", "Arkwright"), Party("b", "Bobbin"))
    hosts = (Party("x", "Port of X", free), Party("y", "Yard"))
    fixed = (Fixed(("a", "x"), 2), Fixed(("a", "y"), 2), Fixed(("b", "y"), 0), Fixed(("b", "y"), 1))
    said = {str(one) for one in contradictions(Fair(companies, hosts, 3, {}, fixed, tables=1))}
    assert said == {
        "Port of X is not there in slot 3.",
        "Arkwright has two meetings in slot 3.",
        "Bobbin and Yard meet 2 times.",
        "2 meetings stand in slot 3, with 1 tables.",
    }
