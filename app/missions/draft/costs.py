"""Costs, shares and exchange rates as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.rules.shares import Payer

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

_CURRENCY = re.compile(r"^[A-Z]{3}$")
_WEIGHT_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """A part of a cost: of the city, of a partner by `name`, of one participant or of all.

    A participant's share without `participant` is one of `weight` for each who goes along.
    """

    payer: str = Payer.CITY
    weight: int = 1
    name: str = ""
    participant: UUID | None = None


@dataclass(frozen=True, slots=True)
class CostDraft:
    """A line of the budget; `planned` and `paid` in minor units of `currency` (ISO 4217).

    Without shares the city pays. `spent_on` is the day whose rate counts.
    """

    what: str = ""
    planned: int | None = None
    paid: int | None = None
    paid_by: str = ""
    currency: str = "EUR"
    spent_on: dt.date | None = None
    shares: tuple[ShareDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.what.strip():
            found.append(Problem("what", say(N_("Say what it is for."))))
        if not _CURRENCY.match(self.currency):
            found.append(Problem("currency", say(N_("A currency has three letters: EUR, JPY."))))
        return [*found, *self._shares()]

    def _shares(self) -> list[Problem]:
        found = []
        weights = [one.weight for one in self.shares]
        if weights and (min(weights) < 0 or not sum(weights) or max(weights) > _WEIGHT_LIMIT):
            sentence = say(N_("Shares count from 0, and one at least is more."))
            found.append(Problem("shares", sentence))
        if any(one.payer not in set(Payer) for one in self.shares):
            found.append(Problem("shares", say(N_("Choose one from the list."))))
        if any(one.payer == Payer.PARTNER and not one.name.strip() for one in self.shares):
            found.append(Problem("shares", say(N_("Name the partner who pays."))))
        return found


@dataclass(frozen=True, slots=True)
class RateDraft:
    """What one unit of a currency was worth in euro on a day; `euro` is an exact number."""

    currency: str = ""
    day: dt.date | None = None
    euro: str = ""
    source: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not _CURRENCY.match(self.currency) or self.currency == "EUR":
            sentence = say(N_("A currency other than the euro has three letters: JPY, USD."))
            found.append(Problem("currency", sentence))
        if self.day is None:
            found.append(Problem("day", say(N_("Say of which day the rate is."))))
        if self.value() is None:
            found.append(Problem("euro", say(N_("Type what one unit is worth in euro: 0.0061."))))
        return found

    def value(self) -> Decimal | None:
        """The rate as an exact number above nothing; None where it is none."""
        try:
            read = Decimal(self.euro.strip().replace(",", "."))
        except InvalidOperation:
            return None
        return read if read.is_finite() and read > 0 else None
