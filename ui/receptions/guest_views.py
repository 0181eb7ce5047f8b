"""Views of a guest list: by precedence, by circle, by delegation, and those to do something about.

Pure functions on rows, so that three hundred guests are shown anew in a few milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.receptions.rules import AWAY, COMING, Circle, Status, label
from app.receptions.rules.guests import FIRST_ROUND, round_letter, to_phone
from ui.core import language
from ui.core.language import read, tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from app.receptions.queries import DelegationRow, GuestRow

ALL, CIRCLES, DELEGATIONS = "all", "circles", "delegations"
AWAITING, PHONE, OUT, WAITING, ROUND = "awaiting", "phone", "away", "waiting", "round"
PHONE_COLUMNS = ("place", "guest", "function", "phones", "reply", "language", "note")
"""What is shown of those to phone."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when replies are asked, seen from today; `within` days ahead people are phoned."""

    day: dt.date | None
    today: dt.date
    within: int = 3

    def calls(self, one: GuestRow) -> bool:
        """Whether a guest is to be phoned."""
        return to_phone(one.status, self.day, self.today, self.within) is not None

    @property
    def is_past(self) -> bool:
        """Whether nobody should be awaited any more."""
        return self.day is not None and self.day < self.today


def chips(rows: Sequence[GuestRow], deadline: Deadline) -> list[tuple[str, str]]:
    """The views worth offering, with how many stand in each."""
    count = {key: sum(map(test, rows)) for key, test in _tests(deadline).items()}
    offered = [(ALL, tr("By precedence"))]
    if len({one.circle for one in rows}) > 1:
        offered.append((CIRCLES, tr("By circle")))
    if any(one.delegation_id for one in rows):
        offered.append((DELEGATIONS, tr("Delegations")))
    words = {
        AWAITING: tr("Awaiting · {n}", n=count[AWAITING]),
        PHONE: tr("To phone · {n}", n=count[PHONE]),
        WAITING: tr("Waiting list · {n}", n=count[WAITING]),
        OUT: tr("Regrets · {n}", n=count[OUT]),
    }
    offered += [(key, told) for key, told in words.items() if key == AWAITING or count[key]]
    for number in sorted(
        {one.invitation_round for one in rows if one.invitation_round > FIRST_ROUND}
    ):
        size = sum(one.invitation_round == number for one in rows)
        told = tr("Round {letter} · {n}", letter=round_letter(number), n=size)
        offered.append((f"{ROUND}{number}", told))
    return offered


def _tests(deadline: Deadline) -> dict[str, Callable[[GuestRow], bool]]:
    return {
        AWAITING: lambda one: one.status == Status.INVITED,
        PHONE: deadline.calls,
        WAITING: lambda one: one.status == Status.WAITING,
        OUT: lambda one: one.status in AWAY,
    }


def shown(rows: Iterable[GuestRow], view: str, deadline: Deadline) -> list[GuestRow]:
    """The rows of a view, in its order."""
    if view.startswith(ROUND):
        number = view.removeprefix(ROUND)
        return [one for one in rows if str(one.invitation_round) == number]
    if view == CIRCLES:
        order = [str(one) for one in Circle]
        return sorted(rows, key=lambda one: order.index(one.circle))
    if view == DELEGATIONS:
        inside = [one for one in rows if one.delegation_id]
        return sorted(inside, key=lambda one: (one.delegation.lower(), str(one.delegation_id)))
    test = _tests(deadline).get(view)
    return [one for one in rows if test(one)] if test else list(rows)


def groups(
    rows: Sequence[GuestRow], view: str, known: Mapping[UUID, DelegationRow]
) -> list[tuple[str, int]]:
    """The headings of a view that is grouped; rows already stand in its order."""
    if view not in (CIRCLES, DELEGATIONS):
        return []
    found: list[tuple[str, int]] = []
    last: object = None
    for one in rows:
        key = one.circle if view == CIRCLES else one.delegation_id
        if key != last:
            found.append((_heading(one, view, known), 0))
            last = key
        words, count = found[-1]
        found[-1] = (words, count + 1)
    return found


def _heading(one: GuestRow, view: str, known: Mapping[UUID, DelegationRow]) -> str:
    if view == CIRCLES:
        return read(label(Circle(one.circle)))
    row = known.get(one.delegation_id) if one.delegation_id else None
    return f"{one.delegation} · {read(row.told)}" if row else one.delegation


def figures(
    rows: Sequence[GuestRow], capacity: int | None, deadline: Deadline
) -> dict[str, tuple[str, str]]:
    """The numbers above the list: figure and remark by key."""
    number = language.number
    count = {status: sum(one.status == status for one in rows) for status in Status}
    coming = sum(count[status] for status in COMING)
    persons = sum(one.persons for one in rows if one.status in COMING)
    unnamed = sum(one.missing_names for one in rows if one.status in COMING)
    late = count[Status.INVITED] if deadline.is_past else 0
    seats = tr("of {n} seats", n=number(capacity)) if capacity else ""
    missing = tr("{n} without a name", n=number(unnamed)) if unnamed else ""
    waiting = count[Status.WAITING]
    return {
        "coming": (number(coming), tr("of {n}", n=number(len(rows)))),
        "awaiting": (
            number(count[Status.INVITED]),
            tr("{n} past deadline", n=number(late)) if late else "",
        ),
        "regrets": (
            number(count[Status.REGRETS]),
            tr("{n} on the waiting list", n=number(waiting)) if waiting else "",
        ),
        "represented": (number(count[Status.REPRESENTED]), ""),
        "persons": (number(persons), " · ".join(filter(None, (seats, missing)))),
        "catering": (number(sum(one.catering for one in rows)), tr("no reasons kept")),
    }
