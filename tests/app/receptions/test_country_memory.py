"""What receptions remember of a country: who was received, and gifts exchanged."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.model import Organisation, Person
from app.core.command import command
from app.core.records import checked
from app.dossiers.model import Gift
from app.receptions.countries import country_gifts, country_receptions
from tests.builders import (
    make_ambassador,
    make_guest,
    make_organisation,
    make_person,
    make_post,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace


@command("Gave {what}")
def _give(
    session: Session,
    what: str,
    day: dt.date,
    person: UUID | None = None,
    organisation: UUID | None = None,
) -> None:
    gift = Gift(what=what, given_on=day, value=2500, receiver="Somebody")
    gift.person = checked(session, Person, person, None) if person else None
    gift.organisation = checked(session, Organisation, organisation, None) if organisation else None
    session.add(gift)


def test_receptions_count_who_held_a_post_on_the_day(office: Workspace) -> None:
    first = make_ambassador(office, "JP")
    post = make_post(office, "JP")
    before = make_person(office, family_name="Abe")
    make_posting(office, before, post, starts_on=dt.date(2019, 1, 1), ends_on=dt.date(2022, 1, 1))
    for title, year, person in (
        ("Old", 2021, before),
        ("New", 2026, first),
        ("Late", 2026, before),
    ):
        held = make_reception(office, title=title, starts_at=dt.datetime(year, 5, 3, 18))  # noqa: DTZ001 - local time
        make_guest(office, held, person)
        if title == "New":
            make_guest(office, held, make_ambassador(office, "FR"))
    found = office.ask(country_receptions, "JP")
    assert [(one.title, one.guests) for one in found] == [
        ("New", ("Aoi Tanaka",)),
        ("Old", ("Aoi Abe",)),
    ]
    assert [one.title for one in office.ask(country_receptions, "FR")] == ["New"]
    assert office.ask(country_receptions, "JP", 1)[0].day == dt.date(2026, 5, 3)


def test_gifts_of_people_and_organisations_of_a_country(office: Workspace) -> None:
    person = make_ambassador(office, "JP")
    town = make_organisation(office, kind="city", name="Kanazawa")
    office.run(_give, "Lace", dt.date(2025, 3, 1), person=person)
    office.run(_give, "Lantern", dt.date(2026, 3, 1), organisation=town)
    office.run(_give, "Pen", dt.date(2026, 4, 1), person=make_ambassador(office, "FR"))
    found = office.ask(country_gifts, "JP")
    assert [(one.what, one.with_) for one in found] == [
        ("Lantern", "Somebody"),
        ("Lace", "Aoi Tanaka"),
    ]
    assert found[0].place is not None
    assert found[0].place.name == "Kanazawa"
