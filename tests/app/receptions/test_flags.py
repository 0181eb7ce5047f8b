"""The flags of a reception: which guests', the office's rules, its own number of masts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.contacts.rules.flag_days import flag_day
from app.core.errors import InvalidError
from app.core.text import Language
from app.receptions.commands import change_guest, set_flag_rules, set_masts
from app.receptions.draft import FlagRulesDraft
from app.receptions.queries import flag_rules, flag_sheet
from tests.builders import (
    make_ambassador,
    make_guest,
    make_organisation,
    make_person,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace


@pytest.fixture
def reception(office: Workspace) -> UUID:
    """Sweden as principal, Germany as guest of honour, Norway among the guests, a Belgian city."""
    made = make_reception(office, starts_at=dt.datetime(2027, 7, 11, 18))  # noqa: DTZ001 - local
    make_guest(office, made, make_ambassador(office, "SE"), "accepted", "principal")
    honour = make_guest(office, made, make_ambassador(office, "DE"), "accepted", "corps")
    office.run(
        change_guest, honour, circle="corps", persons=1, note="", guest_of_honour=True
    )  # fmt: skip
    make_guest(office, made, make_ambassador(office, "NO"), "accepted", "corps")
    make_guest(office, made, make_ambassador(office, "FR"), "regrets", "principal")
    home = make_organisation(office, kind="city", country="BE")
    mayor = make_person(office)
    make_posting(office, mayor, home, function="mayor")
    make_guest(office, made, mayor, "accepted", "principal")
    return made


def test_flags_of_the_guests_of_honour_fly_in_the_alphabet_chosen(
    office: Workspace, reception: UUID
) -> None:
    sheet = office.ask(flag_sheet, reception)
    assert sheet.countries == ("DE", "SE")  # Duitsland, Zweden
    assert [one.key for one in sheet.plan.order[:3]] == ["state", "DE", "SE"]
    assert sheet.flag_day is not None
    assert sheet.flag_day.name(Language.EN) == "Day of the Flemish Community"
    office.run(set_flag_rules, FlagRulesDraft(language="fr"))
    assert office.ask(flag_sheet, reception).countries == ("DE", "SE")  # Allemagne, Suède
    office.run(set_flag_rules, FlagRulesDraft(whose="coming"))
    assert office.ask(flag_sheet, reception).countries == ("DE", "NO", "SE")
    office.run(set_flag_rules, FlagRulesDraft(whose="nobody"))
    assert office.ask(flag_sheet, reception).countries == ()


def test_a_reception_may_have_its_own_number_of_masts(office: Workspace, reception: UUID) -> None:
    assert len(office.ask(flag_sheet, reception).plan.left_over) == 2
    office.run(set_masts, reception, 7)
    sheet = office.ask(flag_sheet, reception)
    assert (sheet.masts, len(sheet.plan.from_street), sheet.plan.left_over) == (7, 7, ())
    office.run(set_masts, reception, None)
    assert office.ask(flag_sheet, reception).masts is None
    office.undo()
    assert office.ask(flag_sheet, reception).masts == 7
    with pytest.raises(InvalidError):
        office.run(set_masts, reception, 16)


def test_the_rules_are_the_offices_own(office: Workspace) -> None:
    draft = FlagRulesDraft(odd="3-1-2", masts=3, guests_after="last", verified=True)
    office.run(set_flag_rules, draft)
    assert office.ask(flag_rules) == draft.rules()
    with pytest.raises(InvalidError):
        office.run(set_flag_rules, FlagRulesDraft(odd="1-1"))
    office.undo()
    assert office.ask(flag_rules) == FlagRulesDraft().rules()


def test_flag_days_are_known_as_far_as_they_were_listed() -> None:
    half = flag_day(dt.date(2027, 2, 17))
    assert half is not None
    assert half.half_mast
    assert half.name(Language.NL) == ""
    assert flag_day(dt.date(2027, 3, 3)) is None
