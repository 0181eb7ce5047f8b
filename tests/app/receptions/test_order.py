"""The order of sixty guests: total, with reasons, the same on every engine, whoever came first."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

import pytest

from app.contacts.draft import ContactDraft, OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.furnish import furnish
from app.contacts.queries import precedence_lists
from app.core.text import Language
from app.interchange.adding import import_contacts
from app.receptions.commands import choose_precedence_list, invite
from app.receptions.queries import guests, last_met, meetings, receptions
from tests.builders import make_ambassador, make_guest, make_person, make_reception

if TYPE_CHECKING:
    from app.core.workspace import Workspace

COUNTRIES = (
    "JP",
    "FR",
    "PL",
    "KR",
    "MA",
    "BR",
    "IN",
    "TH",
    "GR",
    "IL",
    "EG",
    "UA",
    "VN",
    "NG",
    "PE",
)
FUNCTIONS = (
    "ambassador",
    "charge_ai",
    "counsellor",
    "consul_general",
    "honorary_consul",
    "attache",
)
OTHERS = (
    "nuncio", "king", "cardinal", "mayor", "governor", "bishop", "rector", "journalist", "speaker",
    "partner_of", "business", "deputy_mayor", "regional_speaker", "minister_president",
    "foreign_minister", "cabinet_minister", "chair", "director",
)  # fmt: skip
"""Belgian authorities and partners."""


def corps() -> list[ContactDraft]:
    """Sixty invented people, several with one date, some without any."""
    drafts = []
    for number in range(60 - len(OTHERS)):
        country = COUNTRIES[number % len(COUNTRIES)]
        function = FUNCTIONS[number % len(FUNCTIONS)]
        day = dt.date(2022, 1, 1) + dt.timedelta(days=37 * (number % 11))
        known = number % 7 != 0
        posting = PostingDraft(
            function,
            starts_on=day,
            credentials_on=day if known and function == "ambassador" else None,
            exequatur_on=day if known and "consul" in function else None,
            receiving_body="european_union" if number % 9 == 0 else "",
        )
        kind = "consulate" if "consul" in function else "embassy"
        place = OrganisationDraft(kind=kind, country=country, host_country="BE", city="Brussels")
        person = PersonDraft(f"Family{number % 40:02}", f"Given{number:02}")
        drafts.append(ContactDraft(person, place, posting, number + 2))
    for number, function in enumerate(OTHERS):
        person = PersonDraft(f"Other{number:02}", "Ö")
        place = OrganisationDraft(f"House {number}", "government", "BE")
        drafts.append(ContactDraft(person, place, PostingDraft(function), 50 + number))
    return drafts


Told = list[tuple[int, str, str]]


def order_of(office: Workspace, seed: int, language: Language) -> dict[str, Told]:
    """Import the corps, invite them in some order, and read the guests by every list."""
    office.run(furnish)
    people = list(office.run(import_contacts, corps(), "corps.csv").people)
    random.Random(seed).shuffle(people)  # noqa: S311 - no secret
    reception = make_reception(office)
    for start in range(0, len(people), 25):
        office.run(invite, reception, people[start : start + 25])
    told = {}
    for by in office.ask(precedence_lists):
        office.run(choose_precedence_list, reception, by.id)
        told[by.draft.name] = [
            (row.place, row.name.given + row.name.family, row.reason.to(language))
            for row in office.ask(guests, reception, language)
        ]
    return told


def test_sixty_guests_stand_in_one_order_on_every_engine(
    office: Workspace, workspace: Workspace
) -> None:
    here = order_of(office, 1, Language.FR)
    for told in here.values():
        assert [place for place, _name, _reason in told] == list(range(1, 61))
        assert all(reason for _place, _name, reason in told)
    assert here == order_of(workspace, 2, Language.FR)
    assert len({tuple(name for _place, name, _reason in told) for told in here.values()}) > 3


def test_the_order_does_not_hang_on_the_language(workspace: Workspace) -> None:
    reception = make_reception(workspace)
    for country in COUNTRIES:
        make_guest(workspace, reception, make_ambassador(workspace, country, given_name=country))
    for language in Language:
        rows = workspace.ask(guests, reception, language)
        assert sorted(row.name.given for row in rows) == sorted(COUNTRIES)
        assert all(row.reason.to(language) for row in rows)


def test_who_regrets_leaves_no_gap(workspace: Workspace) -> None:
    reception = make_reception(workspace)
    for status in ("accepted", "regrets", "invited", "absent", "proposed"):
        person = make_person(workspace, family_name=status.title())
        make_guest(workspace, reception, person, status)
    rows = workspace.ask(guests, reception, Language.EN)
    assert [row.place for row in rows] == [1, 2, 3, 0, 0]
    assert [row.name.family for row in rows[3:]] == ["Absent", "Regrets"]


def test_the_function_is_that_of_the_day(workspace: Workspace) -> None:
    reception = make_reception(workspace, starts_at=dt.datetime(2023, 5, 1, 18))  # noqa: DTZ001 - local time
    person = make_ambassador(workspace, "JP")  # from March 2024
    make_guest(workspace, reception, person)
    [row] = workspace.ask(guests, reception, Language.EN)
    assert row.posting is None


@pytest.mark.parametrize(
    ("status", "met"), [("attended", True), ("accepted", True), ("absent", False)]
)
def test_the_last_meeting_is_the_newest_one_they_came_to(
    workspace: Workspace, status: str, met: bool
) -> None:
    person = make_person(workspace)
    for year in (2019, 2021, 2031):
        begins = dt.datetime(year, 5, 1, 18)  # noqa: DTZ001 - local time
        reception = make_reception(workspace, title=f"Evening {year}", starts_at=begins)
        make_guest(workspace, reception, person, status)
    found = last_met(workspace.ask(meetings, [person])[person], dt.date(2027, 1, 1))
    assert (found.title if found else None) == ("Evening 2021" if met else None)


def test_coming_receptions_stand_before_past_ones(office: Workspace) -> None:
    for year in (2001, 2400, 2015, 2300):
        begins = dt.datetime(year, 5, 1, 18)  # noqa: DTZ001 - local time
        make_reception(office, title=str(year), starts_at=begins)
    make_reception(office, title="open", starts_at=None)
    titles = [row.title for row in office.ask(receptions)]
    assert titles == ["2300", "2400", "open", "2015", "2001"]
