"""Reference data for a new office: countries and forms of address, from then on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.model import AddressForm, Country
from app.contacts.queries.forms import KEY_FIELDS as FORM_KEY
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
    _add_missing_forms(session)


@command(N_("Furnished the office with the forms of address it lacked"), undoable=False)
def furnish_missing_forms(session: Session) -> int:
    """Give an older office the templates that came since; answers how many.

    What the office has of a key, in whatever words and from whatever day, stays untouched; done
    again it adds nothing.
    """
    return _add_missing_forms(session)


def _add_missing_forms(session: Session) -> int:
    columns = [getattr(AddressForm, name) for name in FORM_KEY]
    known = {tuple(row) for row in session.execute(select(*columns).distinct())}
    added = 0
    for row in rows("address_forms"):
        key = tuple(row[name] for name in FORM_KEY)
        if key not in known:
            fields: dict[str, Any] = {name: row[name] for name in (*FORM_KEY, "template", "source")}
            session.add(AddressForm(**fields, verified=row["verified"] == "yes"))
            added += 1
    return added


def _day(day: countries.NationalDay | None) -> str:
    if day is None:
        return ""
    return f"{day.month:02d}-{day.day:02d}" if day.month else day.rule
