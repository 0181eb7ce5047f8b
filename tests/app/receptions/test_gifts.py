"""The gift register: amounts as typed, the same gift told, both directions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.core.text import Language
from app.dossiers.commands import change_gift, remove_gift
from app.dossiers.draft import GiftDraft
from app.dossiers.queries import gift, gifts
from app.dossiers.rules import cents_of, euros, is_same_gift
from app.receptions.queries import given_alike
from tests.builders import make_gift, make_organisation, make_person, make_reception

if TYPE_CHECKING:
    from app.core.workspace import Workspace

EN = Language.EN


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("12,50", 1250), ("12.5", 1250), ("€ 12", 1200), ("1.250", 125000), ("1 250,05", 125005),
        ("0", 0), ("1,250.50", 125050), ("twelve", None), ("", None), ("-3", None), ("1,2,3", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_typed(typed: str, cents: int | None) -> None:
    assert cents_of(typed) == cents


def test_an_amount_is_written_as_it_is_typed() -> None:
    assert (euros(1205), euros(None)) == ("12,05", "")
    assert cents_of(euros(7)) == 7


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lace bookmark", "bookmark, lace", True),
        ("Bookmark of Ghent lace", "Lace bookmark", True),
        ("Boekenlegger in kant", "boekenlegers kant", True),
        ("Lace bookmark", "Print of the city hall", False),
        ("", "Lace", False),
    ],
)
def test_the_same_kind_of_gift_is_known(one: str, other: str, *, same: bool) -> None:
    assert is_same_gift(one, other) is same


def test_nobody_gets_the_same_twice_unwarned(office: Workspace) -> None:
    person, post = make_person(office), make_organisation(office)
    first = make_gift(office, person=person, organisation=post, value=1250)
    again = GiftDraft("A lace bookmark", person=person)
    assert [one.gift.id for one in office.ask(given_alike, again, EN)] == [first]
    successor = GiftDraft("Lace bookmark", organisation=post)
    assert [one.gift.id for one in office.ask(given_alike, successor, EN)] == [first]
    assert not office.ask(given_alike, again, EN, first)
    assert not office.ask(given_alike, replace(again, direction="in"), EN)
    assert not office.ask(given_alike, GiftDraft("Lace bookmark", receiver="somebody"), EN)


def test_the_register_is_kept_changed_and_taken_back(office: Workspace) -> None:
    person, evening = make_person(office), make_reception(office)
    make_gift(office, what="Print", given_on=dt.date(2026, 1, 1), person=person)
    vase = make_gift(
        office, what="Vase", direction="in", given_on=None, giver="Embassy", kept_at="Town hall",
        dossier=evening,
    )  # fmt: skip
    assert [one.draft.what for one in office.ask(gifts, EN)] == ["Vase", "Print"]
    assert [one.party for one in office.ask(gifts, EN)] == ["the guest", "Aoi Tanaka"]
    row = office.ask(gift, vase, EN)
    office.run(change_gift, vase, row.revision, replace(row.draft, kept_at="Museum"))
    assert office.ask(gift, vase, EN).draft.kept_at == "Museum"
    office.run(remove_gift, vase)
    assert len(office.ask(gifts, EN)) == 1
    office.undo()
    assert office.ask(gift, vase, EN).draft.kept_at == "Museum"


def test_a_gift_says_what_it_lacks() -> None:
    assert [one.field for one in GiftDraft().problems()] == ["what", "person"]
    assert [one.field for one in GiftDraft("x", "up", value=-1, giver="y").problems()] == [
        "direction",
        "value",
    ]
