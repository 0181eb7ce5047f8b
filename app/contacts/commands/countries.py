"""Every write to what the office knows of countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Celebration, Country, NationalDay
from app.contacts.rules.countries import country_name
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_, Language

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import CelebrationDraft, CountryDraft, NationalDayDraft

FACTS = (
    "official_en", "official_nl", "official_fr", "capital_en", "capital_nl", "capital_fr",
    "head_of_state", "head_of_state_title", "usual_posting_months", "note", "source", "verified",
)  # fmt: skip
DAY_FACTS = ("rule", "name_en", "name_nl", "name_fr", "source", "verified")


@command(N_("Changed the facts of {country}"))
def change_country(
    session: Session, country_id: UUID, revision: UUID | None, draft: CountryDraft
) -> None:
    """Keep what the office knows of a country, with its national days in this order.

    Raises:
        InUseError: a day left out has a greeting planned for it.
    """
    refuse(draft.problems())
    country = checked(session, Country, country_id, revision)
    naming(session, country=country_name(country.code, Language.EN))
    for name in FACTS:
        setattr(country, name, getattr(draft, name))
    wanted = [one for one in draft.days if not one.is_empty]
    known = {day.id: day for day in country.days}
    kept = {one.id for one in wanted if one.id is not None}
    for day in [day for day in country.days if day.id not in kept]:
        country.days.remove(day)
    for position, one in enumerate(wanted):
        _fill_day(country, known.get(one.id) if one.id else None, one, position)


def _fill_day(
    country: Country, day: NationalDay | None, draft: NationalDayDraft, position: int
) -> None:
    if day is None:
        day = NationalDay()
        country.days.append(day)
    for name in DAY_FACTS:
        setattr(day, name, getattr(draft, name))
    day.position = position


@command(N_("Noted how {country} celebrates its national day in {year}"))
def set_celebration(session: Session, day_id: UUID, draft: CelebrationDraft) -> None:
    """Keep when and where a national day is celebrated in a year; an empty draft forgets it."""
    refuse(draft.problems())
    day = checked(session, NationalDay, day_id, None)
    name = country_name(day.country.code, Language.EN)
    naming(session, country=name, year=str(draft.year))
    here = next((one for one in day.celebrations if one.year == draft.year), None)
    if draft.is_empty:
        if here is not None:
            day.celebrations.remove(here)
        return
    if here is None:
        here = Celebration(year=draft.year)
        day.celebrations.append(here)
    here.held_on, here.place, here.note = draft.held_on, draft.place, draft.note
