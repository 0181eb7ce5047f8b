"""Whom a message goes to: the person of the day, the couple, the assistant, and what is wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.contacts.commands import add_posting, add_relationship, change_posting
from app.contacts.draft import PersonDraft, RelationshipDraft
from app.contacts.furnish import furnish
from app.contacts.queries import person_sheet
from app.core import clock
from app.core.profile import Profile, set_profile
from app.core.text import Language
from app.receptions.commands import begin_mailing, invite, note_posted, represent, set_status
from app.receptions.draft import MailingDraft, SendingDraft
from app.receptions.queries import Round, round_of
from tests.builders import (
    guest_of,
    make_ambassador,
    make_organisation,
    make_person,
    make_posting,
    make_reception,
    posting_draft,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.receptions.queries import Recipient

HELD = dt.datetime(2027, 4, 21, 18, 0)  # noqa: DTZ001 - local time, as the model keeps it
TODAY = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _march() -> Any:
    """The clock stands seven weeks before the reception."""
    with clock.stopped_at(TODAY):
        yield


@pytest.fixture
def house(workspace: Workspace) -> Workspace:
    """A furnished office in Ghent."""
    workspace.run(furnish)
    workspace.furnish()
    workspace.run(set_profile, Profile("Stad Gent", "Protocol"))
    return workspace


def _round(office: Workspace, reception: UUID, kind: str = "invitation", by: str = "mail") -> Round:
    return office.ask(round_of, reception, kind, by, Language.EN)


def _only(found: Round) -> Recipient:
    assert len(found.recipients) == 1, [one.name for one in found.recipients]
    return found.recipients[0]


def _words(found: object) -> str:
    return " ".join(str(one) for one in found)  # type: ignore[attr-defined]  # a tuple


def test_the_person_the_language_the_opening_the_address(house: Workspace) -> None:
    post = make_organisation(
        house, country="MA", emails=("post@maroc.example",), street="Laan 1", postal_code="1050"
    )
    amrani = make_person(house, family_name="Amrani", given_name="Driss", gender="m")
    make_posting(house, amrani, post)
    reception = make_reception(house, starts_at=HELD)
    house.run(invite, reception, [amrani])
    one = _only(_round(house, reception))
    assert (one.language, one.mail) == ("fr", "post@maroc.example")
    assert one.opening == "Monsieur l'Ambassadeur,"
    assert (one.postal.street, one.postal.city) == ("Laan 1", "Brussels")
    assert one.ready


def test_what_keeps_a_letter_back(house: Workspace) -> None:
    nobody = make_person(house, family_name="Claes", given_name="An", gender="f", language="nl")
    reception = make_reception(house, starts_at=None)
    house.run(invite, reception, [nobody])
    found = _only(_round(house, reception))
    assert "no date" in _words(found.problems)
    assert "No mail address" in _words(found.problems)
    assert not found.ready
    on_paper = _only(_round(house, reception, "save_the_date", "post"))
    assert "No postal address" in _words(on_paper.problems)
    assert "No mail address" not in _words(on_paper.problems)


def test_a_couple_gets_one_letter_for_both(house: Workspace) -> None:
    """Whoever holds the function is written to; both are on the list and both are covered."""
    post = make_organisation(house, country="SE")
    anna = make_person(
        house, family_name="Lind", given_name="Anna", gender="f", emails=("a@lind.example",)
    )
    make_posting(house, anna, post)
    erik = make_person(
        house, family_name="Lind", given_name="Erik", gender="m", emails=("e@lind.example",)
    )
    together = RelationshipDraft("spouse", invited="together", joint_envelope=True)
    house.run(add_relationship, anna, together, erik)
    reception = make_reception(house, starts_at=HELD)
    house.run(invite, reception, [erik, anna])
    one = _only(_round(house, reception))
    assert (one.id, one.partners) == (anna, (erik,))
    assert "One letter for both" in _words(one.notes)
    assert "Lind" in one.forms["envelope"].text
    draft = MailingDraft(
        "invitation", "post", (SendingDraft(anna, "nl", partners=(erik,)),), event_at=HELD
    )
    house.run(note_posted, reception, draft)
    again = _only(_round(house, reception))
    assert again.had is not None
    assert {row.status for row in _guests(house, reception)} == {"invited"}
    house.run(set_status, [house.ask(guest_of, reception, anna)], "regrets")
    alone = _only(_round(house, reception))
    assert alone.id == erik
    assert alone.had is not None  # the one letter was for both


def _guests(office: Workspace, reception: UUID) -> Any:
    from app.receptions.queries import guests

    return office.ask(guests, reception, Language.NL)


def test_an_assistant_gets_a_copy_and_no_letter(house: Workspace) -> None:
    boss = make_ambassador(house, "JP", emails=("boss@jp.example",))
    helper = PersonDraft("Maes", "Jo", emails=("jo@jp.example",))
    house.run(add_relationship, boss, RelationshipDraft("assistant", copied=True), None, helper)
    mute = PersonDraft("Sels", "Bo")
    house.run(add_relationship, boss, RelationshipDraft("assistant", copied=True), None, mute)
    reception = make_reception(house, starts_at=HELD)
    house.run(invite, reception, [boss])
    one = _only(_round(house, reception))
    assert one.copies == ("jo@jp.example",)
    assert "Bo Sels" in _words(one.notes)
    assert one.ready


def test_a_predecessors_name_does_not_go_out(house: Workspace) -> None:
    """Whose posting ends before the day is asked about, and who follows is named."""
    post = make_organisation(house, country="JP")
    leaving = make_person(house, family_name="Sato", gender="m", emails=("s@jp.example",))
    posting = make_posting(house, leaving, post)
    reception = make_reception(house, starts_at=HELD)
    house.run(invite, reception, [leaving])
    assert _only(_round(house, reception)).ready
    row = house.ask(person_sheet, leaving).postings[0]
    ended = replace(row.draft, ends_on=dt.date(2027, 4, 1))
    house.run(change_posting, posting, row.revision, ended, post)
    one = _only(_round(house, reception))
    assert not one.ready
    assert "No longer Ambassador of Japan on the day" in _words(one.doubts)
    assert "Ask who follows" in _words(one.doubts)
    mori = make_person(house, family_name="Mori", given_name="Ken", gender="m")
    house.run(add_posting, mori, posting_draft(starts_on=dt.date(2027, 4, 5)), post)
    assert "Ken Mori follows: put them on the list instead." in _words(
        _only(_round(house, reception)).doubts
    )
    house.run(invite, reception, [mori])
    both = {one.name: one for one in _round(house, reception).recipients}
    assert "and is on the list" in _words(both["Sato, Aoi"].doubts)
    assert not both["Mori, Ken"].doubts


def test_who_a_kind_is_for(house: Workspace) -> None:
    reception = make_reception(house, starts_at=HELD)
    statuses = ("proposed", "invited", "accepted", "regrets", "represented", "attended", "absent")
    for status in statuses:
        person = make_person(
            house, family_name=status, given_name="", emails=(f"{status}@x.example",)
        )
        house.run(invite, reception, [person], status)
    meant = {
        kind: [one.sheet.name.family for one in _round(house, reception, kind).recipients]
        for kind in ("save_the_date", "invitation", "reminder", "practical_information",
                     "regrets_answered", "thank_you", "date_moved")
    }  # fmt: skip
    assert meant == {
        "save_the_date": ["invited", "proposed"],
        "invitation": ["invited", "proposed"],
        "reminder": ["invited"],
        "practical_information": ["accepted", "represented"],
        "regrets_answered": ["regrets"],
        "thank_you": ["attended", "represented"],
        "date_moved": [],
    }


def test_practical_information_goes_to_whoever_comes(house: Workspace) -> None:
    boss = make_ambassador(house, "JP", emails=("boss@jp.example",))
    deputy = make_person(house, family_name="Abe", given_name="Jun", emails=("abe@jp.example",))
    reception = make_reception(house, starts_at=HELD)
    house.run(invite, reception, [boss])
    house.run(represent, house.ask(guest_of, reception, boss), deputy)
    assert _only(_round(house, reception, "practical_information")).id == deputy


def test_nobody_is_thanked_unasked_for_having_sent_somebody_else(house: Workspace) -> None:
    reception = make_reception(house, starts_at=HELD)
    boss = make_ambassador(house, "JP", emails=("boss@jp.example",))
    house.run(invite, reception, [boss])
    house.run(represent, house.ask(guest_of, reception, boss), None, "Jun Abe")
    only = _only(_round(house, reception, "thank_you"))
    assert not only.ready
    assert "Jun Abe comes instead" in _words(only.doubts)


def test_two_at_one_address_and_the_later_round(house: Workspace) -> None:
    one, two = (
        make_person(house, family_name=name, given_name="X", emails=("same@x.example",))
        for name in ("Aerts", "Bos")
    )
    reception = make_reception(house, starts_at=HELD, reply_by=dt.date(2027, 2, 1))
    house.run(invite, reception, [one, two])
    found = _round(house, reception)
    assert all("same mail address" in _words(each.notes) for each in found.recipients)
    assert all(each.ready for each in found.recipients)
    assert "which is past" in _words(found.remarks)


def test_nobody_is_written_to_in_a_language_without_a_text(house: Workspace) -> None:
    from app.receptions.rules import recipients as rules

    assert "no text in this language (FR)" in str(rules.no_text(Language.FR))
    someone = make_person(house, language="fr", emails=("x@x.example",))
    reception = make_reception(house, starts_at=HELD)
    house.run(invite, reception, [someone])
    assert _only(_round(house, reception)).ready


def test_a_mailing_needs_somebody(house: Workspace) -> None:
    reception = make_reception(house, starts_at=HELD)
    with pytest.raises(Exception, match="at least one person"):
        house.run(begin_mailing, reception, MailingDraft("invitation"))
