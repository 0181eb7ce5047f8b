"""Reference data for a new office: countries and forms of address, from then on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.commands import add_shipped_lists, furnish_missing_views
from app.contacts.model import AddressForm, Country, NationalDay, PrecedenceList
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
        facts: dict[str, Any] = {
            f"capital_{one}": countries.capital(known.code, one) for one in Language
        }
        facts |= {f"official_{one}": countries.official_name(known.code, one) for one in Language}
        days = [_day(*one) for one in enumerate(countries.national_days(known.code))]
        session.add(Country(code=known.code, **facts, source=known.source, days=days))
    _add_missing_forms(session)
    furnish_missing_views(session)
    add_shipped_lists(session)


def _add_missing_forms(session: Session) -> None:
    columns = [getattr(AddressForm, name) for name in FORM_KEY]
    known = {tuple(row) for row in session.execute(select(*columns).distinct())}
    for row in rows("address_forms"):
        key = tuple(row[name] for name in FORM_KEY)
        if key not in known:
            fields: dict[str, Any] = {name: row[name] for name in (*FORM_KEY, "template", "source")}
            session.add(AddressForm(**fields, verified=row["verified"] == "yes"))


@command(N_("Furnished the office with what is new"), undoable=False)
def furnish_missing(session: Session) -> None:
    """Give an office of an older schema the reference data that came since.

    An office that was never furnished stays as it is, and so does what the office has or removed:
    only forms of address and kinds of reference data of which there is nothing at all are added.
    """
    if session.scalars(select(Country.id)).first() is None:
        return
    _add_missing_forms(session)
    if session.scalars(select(PrecedenceList.id)).first() is None:
        add_shipped_lists(session)
    furnish_missing_views(session)


def _day(position: int, known: countries.NationalDay) -> NationalDay:
    return NationalDay(
        rule=known.rule,
        name_en=known.names["en"],
        name_nl=known.names["nl"],
        name_fr=known.names["fr"],
        position=position,
        source=known.source,
        verified=known.verified,
    )
