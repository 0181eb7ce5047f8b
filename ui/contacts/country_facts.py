"""What the page of a country asks in the worker: everything of it in one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.contacts.queries import CountrySheet, country_of, country_sheet
from app.core import clock, history
from app.dossiers.greetings import Greeting, greetings_of
from app.receptions.countries import (
    CountryGift,
    CountryReception,
    country_gifts,
    country_receptions,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.history import HistoryRow

HISTORY_SHOWN = 8


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """A country with what every room remembers of it."""

    sheet: CountrySheet
    receptions: tuple[CountryReception, ...]
    gifts: tuple[CountryGift, ...]
    greetings: dict[tuple[UUID, int], Greeting]
    history: tuple[HistoryRow, ...]
    year: int


def country_facts(session: Any, country_id: UUID) -> CountryFacts:  # a session: ui knows no SQL
    """Everything of a country.

    Raises:
        NotFoundError: the office has no such country.
    """
    sheet = country_sheet(session, country_id)
    code = sheet.row.code
    return CountryFacts(
        sheet,
        tuple(country_receptions(session, code)),
        tuple(country_gifts(session, code)),
        greetings_of(session, [one.id for one in sheet.days]),
        tuple(history.rows(session, country_id, HISTORY_SHOWN)),
        clock.today().year,
    )


def country_id(session: Any, code: str) -> UUID | None:  # a session: ui knows no SQL
    """The id of a country by its code; None where the office has no facts of it."""
    found = country_of(session, code)
    return found.id if found else None
