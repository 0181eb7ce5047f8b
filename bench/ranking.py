"""The order of precedence of sixty guests, by every list that comes with the program."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from app.contacts.rules.codes import Function
from app.contacts.rules.precedence import PrecedenceRules, RankInput, rank
from app.contacts.rules.precedence_lists import shipped_lists
from bench.measure import Result, seconds

if TYPE_CHECKING:
    from bench.desk import Desk

GUESTS = 60
LIMIT_MS = 10.0
_SENDERS = ("JP", "FR", "PL", "KR", "MA", "BR", "IN", "TH", "GR", "IL", "EG", "UA", "VN", "BE", "")


def ranking(desk: Desk, rounds: int) -> list[Result]:
    """The slowest list, each at its best of several turns, against ten milliseconds."""
    del desk
    guests = mixed_guests()
    taken = []
    for one in shipped_lists():
        rules = PrecedenceRules(one.bands, one.host_body, one.tie_language)
        turns = [seconds(lambda: rank(guests, rules)) for _ in range(max(rounds, 5))]  # noqa: B023 - run at once
        taken.append(min(turns) * 1000)
    name = f"rank {GUESTS} mixed guests, slowest list"
    return [Result(name, max(taken), LIMIT_MS, 1.0, "ms", f"a limit of {LIMIT_MS:.0f} ms")]


def mixed_guests() -> list[RankInput]:
    """Invented diplomats, consuls, authorities and partners, many of them tied."""
    functions = [str(one) for one in Function]
    day = dt.date(2024, 3, 6)
    return [
        RankInput(
            UUID(int=number),
            functions[number % len(functions)],
            _SENDERS[number % len(_SENDERS)],
            f"Family{number % 40:02}",
            f"Given{number:02}",
            credentials_on=day + dt.timedelta(days=number % 5) if number % 4 else None,
            exequatur_on=day if number % 3 else None,
            since=day - dt.timedelta(days=number),
        )
        for number in range(GUESTS)
    ]
