"""What an office knows of countries: corrected, undone, found, and celebrated per year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.contacts.commands import change_country, set_celebration
from app.contacts.draft import CelebrationDraft, CountryDraft, NationalDayDraft
from app.contacts.furnish import furnish
from app.contacts.queries import (
    country_of,
    country_sheet,
    days_of_month,
    find_countries,
    heads_of_posts,
    national_days,
)
from app.core import clock, history
from app.core.errors import ConflictError, InvalidError, NotFoundError
from app.core.text import Language
from tests.app.core.dump import dump
from tests.builders import make_ambassador, make_organisation, make_person, make_posting

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

HARBOUR = CountryDraft(
    official_en="the Kingdom of Japan",
    official_nl="het Koninkrijk Japan",
    official_fr="le Royaume du Japon",
    capital_en="Tokyo",
    capital_nl="Tokio",
    capital_fr="Tokyo",
    head_of_state="Hana the First",
    head_of_state_title="Empress",
    usual_posting_months=36,
    note="Asks for green tea.",
    source="the embassy, by telephone",
    verified=True,
)


@pytest.fixture
def japan(office: Workspace) -> UUID:
    """A furnished office; the id of Japan."""
    office.run(furnish)
    found = office.ask(country_of, "JP")
    assert found is not None
    return found.id


def test_everything_of_a_country_is_kept_and_undone(office: Workspace, japan: UUID) -> None:
    before = dump(office)
    seeded = office.ask(country_sheet, japan)
    day = seeded.days[0]
    draft = replace(
        HARBOUR,
        days=(
            NationalDayDraft("third Monday of April", "Harbour Day", "Havendag", "Fête du port"),
            NationalDayDraft(
                day.rule, day.name_en, "Keizersdag", day.name_fr, "the embassy", True, day.id
            ),
            NationalDayDraft(),
        ),
    )
    office.run(change_country, japan, seeded.row.revision, draft)
    sheet = office.ask(country_sheet, japan)
    for name in ("official_fr", "capital_nl", "head_of_state", "usual_posting_months", "verified"):
        assert getattr(sheet.row, name) == getattr(HARBOUR, name)
    assert [one.name_nl for one in sheet.days] == ["Havendag", "Keizersdag"]
    assert sheet.days[1].id == day.id
    assert office.ask(history.rows, japan)[0].label.to(Language.EN) == "Changed the facts of Japan"
    after = dump(office)
    office.undo()
    assert dump(office) == before
    office.redo()
    assert dump(office) == after
    with pytest.raises(ConflictError):
        office.run(change_country, japan, seeded.row.revision, draft)


def test_a_day_that_does_not_exist_or_has_no_day_is_refused(office: Workspace, japan: UUID) -> None:
    for day in (NationalDayDraft("02-30"), NationalDayDraft("", "A day")):
        with pytest.raises(InvalidError):
            office.run(change_country, japan, None, replace(HARBOUR, days=(day,)))
    with pytest.raises(InvalidError):
        office.run(change_country, japan, None, replace(HARBOUR, usual_posting_months=0))


def test_a_celebration_of_a_year_is_noted_changed_and_forgotten(
    office: Workspace, japan: UUID
) -> None:
    day = office.ask(country_sheet, japan).days[0]
    before = dump(office)
    held = CelebrationDraft(2027, dt.date(2027, 2, 17), "Hotel of Invention", "black tie")
    office.run(set_celebration, day.id, held)
    office.run(set_celebration, day.id, replace(held, place="Town hall"))
    (kept,) = office.ask(national_days, ["JP"])["JP"][0].celebrations
    assert (kept.year, kept.held_on, kept.place) == (2027, dt.date(2027, 2, 17), "Town hall")
    office.run(set_celebration, day.id, CelebrationDraft(2027))
    assert not office.ask(national_days, ["JP"])["JP"][0].celebrations
    for _step in range(3):
        office.undo()
    assert dump(office) == before
    with pytest.raises(InvalidError):
        office.run(set_celebration, day.id, CelebrationDraft(2027, dt.date(2031, 1, 1)))


def test_a_month_lists_days_by_date_and_those_nobody_can_date(
    office: Workspace, japan: UUID
) -> None:
    del japan
    dated, undated = office.ask(days_of_month, 2027, 2)
    dates = [one.on for one in dated if one.on is not None]
    assert len(dates) == len(dated)
    assert dates == sorted(dates)
    assert all((day.year, day.month) == (2027, 2) for day in dates)
    assert "JP" in {one.day.country for one in dated}
    assert {one.day.country for one in undated} == {"IL", "VA"}
    assert [one.on for one in office.ask(days_of_month, 2025, 4)[0] if one.day.country == "NL"] == [
        dt.date(2025, 4, 26)
    ]


def test_a_day_nobody_can_compute_takes_that_of_its_celebration(
    office: Workspace, japan: UUID
) -> None:
    del japan
    day = office.ask(national_days, ["IL"])["IL"][0]
    office.run(set_celebration, day.id, CelebrationDraft(2027, dt.date(2027, 5, 12)))
    dated, undated = office.ask(days_of_month, 2027, 5)
    assert ("IL", dt.date(2027, 5, 12)) in [(one.day.country, one.on) for one in dated]
    assert "IL" not in {one.day.country for one in undated}


def test_a_sheet_shows_posts_people_and_towns_the_highest_first(
    office: Workspace, japan: UUID
) -> None:
    with clock.stopped_at(dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)):
        clerk = make_person(office, family_name="Mori")
        make_ambassador(office, "JP", language="fr")
        consulate = make_organisation(office, kind="honorary_consulate", city="Ghent")
        make_posting(office, clerk, consulate, function="honorary_consul")
        gone = make_person(office, family_name="Abe")
        make_posting(office, gone, consulate, ends_on=dt.date(2025, 1, 1))
        make_organisation(office, kind="city", name="Kanazawa", city="Kanazawa")
        make_organisation(office, kind="company", name="Invented Steel", city="Osaka")
        sheet = office.ask(country_sheet, japan)
        heads = office.ask(heads_of_posts, ["JP", "FR"])
    assert [one.place.kind for one in sheet.posts] == ["embassy", "honorary_consulate"]
    assert [one.posting.person.family for one in sheet.people] == ["Tanaka", "Mori"]
    assert [one.place.name for one in sheet.cities] == ["Kanazawa"]
    assert [one.place.name for one in sheet.others] == ["Invented Steel"]
    assert [one.language for one in heads["JP"]] == ["fr", ""]
    assert "FR" not in heads


def test_countries_are_found_in_the_reader_s_language(office: Workspace, japan: UUID) -> None:
    assert not office.ask(find_countries, "giappone", Language.NL)
    found = office.ask(find_countries, "japo", Language.NL)
    assert [(one.id, one.kind, one.title) for one in found] == [(japan, "country", "Japan")]
    assert office.ask(find_countries, "allem", Language.FR)[0].title == "Allemagne"


def test_a_country_that_is_not_there_says_so(office: Workspace) -> None:
    person = make_person(office)
    with pytest.raises(NotFoundError):
        office.ask(country_sheet, person)
