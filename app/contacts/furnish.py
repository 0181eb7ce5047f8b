"""Reference data for a new office: countries and forms of address, from then on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.contacts.commands import furnish_missing_views
from app.contacts.model import AddressForm, Country
from app.contacts.rules import countries
from app.contacts.rules.reference import rows
from app.core.command import command
from app.core.text import N_, Language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@command(N_("Furnished the office with countries and forms of address"), undoable=False)
def furnish(session: Session) -> None:
    """Fill a new office with the reference data that comes with the program."""
    for known in countries.countries():
        days = countries.national_days(known.code)
        first = days[0] if days else None
        facts: dict[str, Any] = {
            f"capital_{one}": countries.capital(known.code, one) for one in Language
        }
        facts |= {f"official_{one}": countries.official_name(known.code, one) for one in Language}
        session.add(
            Country(
                code=known.code,
                **facts,
                national_day=_day(first),
                national_day_name=first.name if first else "",
                source=known.source,
                verified=first is not None and first.verified,
            )
        )
    for row in rows("address_forms"):
        names = ("function", "language", "gender", "channel", "template", "source")
        fields: dict[str, Any] = {name: row[name] for name in names}
        session.add(AddressForm(**fields, verified=row["verified"] == "yes"))
    furnish_missing_views(session)


def _day(day: countries.NationalDay | None) -> str:
    if day is None:
        return ""
    return f"{day.month:02d}-{day.day:02d}" if day.month else day.rule
