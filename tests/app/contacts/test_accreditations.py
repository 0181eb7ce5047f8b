"""Envoys to several States and bodies: entered by commands, ranked before each host rightly."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from app.contacts import protocol
from app.contacts.commands import (
    add_posting,
    add_precedence_list,
    change_posting,
    choose_usual_list,
    set_accreditations,
)
from app.contacts.draft import AccreditationDraft, PrecedenceListDraft
from app.contacts.furnish import furnish
from app.contacts.queries import (
    organisation_sheet,
    person_sheet,
    posting_habits,
    precedence_list,
    precedence_lists,
)
from app.contacts.rules.tenure import Habit
from app.core.errors import InvalidError
from app.core.text import Language
from app.receptions.commands import choose_precedence_list, invite
from app.receptions.queries import GuestRow, guests
from tests.builders import make_organisation, make_person, make_post, make_reception, posting_draft

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

DAY = dt.date(2027, 4, 21)  # of the receptions
AMBASSADOR, COMMISSIONER = "Ambassador of the Maldives", "High Commissioner of the Maldives"
KING, EU, LONDON, THE_HAGUE = "king_of_the_belgians", "european_union", "GB", "NL"

FURTHER = (
    AccreditationDraft(EU, credentials_on=dt.date(2015, 4, 21)),
    AccreditationDraft(LONDON, "high_commissioner", credentials_on=dt.date(2016, 2, 18)),
    AccreditationDraft(THE_HAGUE, credentials_on=dt.date(2016, 12, 14)),
)
"""One envoy of the Maldives: to the King (March 2015) and the Union, the United Kingdom (February
2016) and the Netherlands (14 December 2016); the days that no source gives are invented."""


def envoy(office: Workspace, country: str, family: str, *, further: Any = (), **days: Any) -> UUID:
    """An ambassador at an embassy in Brussels, accredited to the King unless told."""
    person = make_person(office, family_name=family)
    draft = posting_draft(**{"starts_on": dt.date(2010, 1, 1), "receiving_body": KING, **days})
    office.run(add_posting, person, draft, make_post(office, country), further)
    return person


def colleagues(office: Workspace) -> list[UUID]:
    """The Maldives and two others, each the elder of them before one host."""
    return [
        envoy(office, "MV", "Didi", credentials_on=dt.date(2015, 3, 11), further=FURTHER),
        envoy(office, "JP", "Aoki", credentials_on=dt.date(2014, 6, 4), further=(
            AccreditationDraft(EU, credentials_on=dt.date(2018, 1, 1)),)),
        envoy(office, "PT", "Silva", credentials_on=dt.date(2016, 6, 1), further=(
            AccreditationDraft(THE_HAGUE, credentials_on=dt.date(2017, 1, 1)),
            AccreditationDraft(EU, credentials_on=dt.date(2013, 1, 1), ends_on=dt.date(2020, 1, 1)),
        )),
    ]  # fmt: skip


def listed(office: Workspace, host: str) -> list[GuestRow]:
    """The guest list by a list whose host is accredited to a State or body."""
    reception = make_reception(office)
    draft = PrecedenceListDraft(f"Before {host}", tie_language="en", host_body=host)
    usual = office.ask(precedence_list)
    by = office.run(add_precedence_list, draft, usual.id)
    office.run(choose_precedence_list, reception, by)
    office.run(invite, reception, colleagues(office))
    return office.ask(guests, reception, Language.EN)


@pytest.mark.parametrize(
    ("host", "order", "function", "title", "reason"),
    [
        (KING, "Aoki Didi Silva", "ambassador", AMBASSADOR, "Credentials 11 Mar 2015"),
        (EU, "Didi Aoki Silva", "ambassador", AMBASSADOR, "Credentials 21 Apr 2015"),
        (LONDON, "Didi Aoki Silva", "high_commissioner", COMMISSIONER,
         "Credentials 18 Feb 2016"),
        (THE_HAGUE, "Didi Silva Aoki", "ambassador", AMBASSADOR,
         "Credentials 14 Dec 2016"),
    ],
)  # fmt: skip
def test_one_envoy_ranks_before_each_host_by_that_accreditation(
    office: Workspace, host: str, order: str, function: str, title: str, reason: str
) -> None:
    office.run(furnish)
    rows = listed(office, host)
    assert " ".join(row.name.family for row in rows) == order
    own = next(row for row in rows if row.name.family == "Didi")
    assert str(own.reason) == reason
    assert own.posting is not None
    assert own.posting.draft.function == function
    assert protocol.title_of(own.posting, "m", Language.EN) == title


def test_who_is_not_accredited_there_goes_after_the_hosts_own_corps(office: Workspace) -> None:
    office.run(furnish)
    rows = {row.name.family: row for row in listed(office, LONDON)}
    words = "Accredited to King of the Belgians: after the host's own corps"
    assert str(rows["Aoki"].reason) == str(rows["Silva"].reason) == words
    ended = {row.name.family: row for row in listed(office, EU)}
    assert str(ended["Silva"].reason) == words, "that to the Union ended in 2020"


def test_a_posting_of_its_own_counts_before_the_body_it_is_to(office: Workspace) -> None:
    person = envoy(office, "FR", "Moreau", credentials_on=dt.date(2020, 1, 1))
    mission = make_organisation(office, kind="mission_to_eu", country="FR")
    union = posting_draft(function="head_of_delegation", credentials_on=dt.date(2021, 1, 1))
    office.run(add_posting, person, union, mission)
    postings = office.ask(person_sheet, person).postings
    for host, function in ((KING, "ambassador"), (EU, "head_of_delegation")):
        found = protocol.posting_before(postings, DAY, host)
        assert found is not None
        assert found.draft.function == function


def test_accreditations_stand_at_the_posting_and_at_the_post(office: Workspace) -> None:
    person = envoy(office, "MV", "Didi", further=FURTHER)
    [posting] = office.ask(person_sheet, person).postings
    assert posting.accreditations == FURTHER
    assert posting.organisation_id is not None
    [same] = office.ask(organisation_sheet, posting.organisation_id).postings
    assert same == posting
    shorter = (FURTHER[0], AccreditationDraft(LONDON, "high_commissioner", "H.C."))
    office.run(change_posting, posting.id, posting.revision, posting.draft, None, shorter)
    [changed] = office.ask(person_sheet, person).postings
    assert set(changed.accreditations) == set(shorter)
    office.undo()
    assert office.ask(person_sheet, person).postings == (posting,)
    office.run(set_accreditations, posting.id, ())
    assert office.ask(person_sheet, person).postings[0].accreditations == ()
    assert str(office.undo_label).startswith("Changed the accreditations of")


@pytest.mark.parametrize(
    ("further", "words"),
    [
        ((AccreditationDraft(),), "Choose the State or body."),
        ((AccreditationDraft("NL"), AccreditationDraft("NL")), "twice"),
        ((AccreditationDraft("BE"),), "twice"),
        ((AccreditationDraft("NL", credentials_sequence=0),), "from 1"),
        (
            (AccreditationDraft("NL", agrement_on=DAY, credentials_on=dt.date(2020, 1, 1)),),
            "agrément",
        ),
    ],
)  # fmt: skip
def test_an_accreditation_that_cannot_be_is_refused(
    workspace: Workspace, further: tuple[AccreditationDraft, ...], words: str
) -> None:
    with pytest.raises(InvalidError, match=words):
        envoy(workspace, "MV", "Didi", further=further)


def test_habits_are_counted_per_sending_state(office: Workspace) -> None:
    post = make_post(office, "JP")
    for year in (2010, 2013, 2016, 2019):
        draft = posting_draft(starts_on=dt.date(year, 1, 1), ends_on=dt.date(year + 3, 1, 1))
        office.run(add_posting, make_person(office), draft, post)
    short = posting_draft(
        function="charge_ai", starts_on=dt.date(2022, 1, 2), ends_on=dt.date(2022, 2, 1)
    )
    office.run(add_posting, make_person(office), short, post)
    office.run(add_posting, make_person(office), posting_draft(), make_post(office, "PT"))
    assert office.ask(posting_habits) == {"JP": Habit(36, "JP", 4)}
    assert office.ask(posting_habits, "PT") == {}


def test_the_usual_list_is_followed_where_none_is_chosen(office: Workspace) -> None:
    office.run(furnish)
    reception = make_reception(office)
    office.run(invite, reception, colleagues(office))
    assert office.ask(guests, reception, Language.EN)[0].name.family == "Aoki"
    union = next(row for row in office.ask(precedence_lists) if row.draft.host_body == EU)
    office.run(choose_usual_list, union.id)
    assert office.ask(guests, reception, Language.EN)[0].name.family == "Didi"
    office.undo()
    assert office.ask(guests, reception, Language.EN)[0].name.family == "Aoki"
