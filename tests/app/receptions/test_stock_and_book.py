"""The stock of gifts, never the same twice, and the golden book."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core.errors import InUseError, InvalidError
from app.core.text import Language
from app.dossiers.commands import add_stock, change_stock, remove_stock
from app.dossiers.draft import DocumentDraft, GiftDraft, GiftStockDraft
from app.dossiers.queries import documents, gift_stock, gifts
from app.receptions.commands import (
    add_golden_page,
    change_golden_page,
    remove_golden_page,
    set_golden_scan,
)
from app.receptions.draft import GoldenPageDraft
from app.receptions.queries import Whose, given_alike, golden_pages, golden_suggestion
from app.receptions.rules.golden_book import Occasion, suggested_words
from tests.builders import (
    make_ambassador,
    make_gift,
    make_guest,
    make_person,
    make_post,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

EN = Language.EN
ETCHING = GiftStockDraft("Etching", 4500, 5, "Cupboard", "numbered")


def told(office: Workspace, draft: GiftDraft) -> list[str]:
    return [one.whose for one in office.ask(given_alike, draft, EN)]


def test_what_is_left_is_counted_from_the_register(office: Workspace) -> None:
    stock = office.run(add_stock, ETCHING)
    make_gift(office, what="Etching", stock=stock)
    make_gift(office, what="Etching", stock=stock, direction="in")
    make_gift(office, what="Etching")
    (row,) = office.ask(gift_stock)
    assert (row.given, row.left, row.is_low) == (1, 4, False)
    office.run(change_stock, stock, row.revision, GiftStockDraft("Etching", 4500, 4))
    (row,) = office.ask(gift_stock)
    assert (row.left, row.is_low, row.draft.kept_at) == (3, True, "")
    assert {one.draft.stock for one in office.ask(gifts, EN)} == {stock, None}
    with pytest.raises(InUseError):
        office.run(remove_stock, stock)


def test_a_gift_of_the_stock_is_removed_and_comes_back(office: Workspace) -> None:
    stock = office.run(add_stock, ETCHING)
    office.run(remove_stock, stock)
    assert office.ask(gift_stock) == []
    office.undo()
    assert [row.draft for row in office.ask(gift_stock)] == [ETCHING]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (GiftStockDraft(" "), "what"),
        (GiftStockDraft("x" * 300), "what"),
        (GiftStockDraft("Etching", -1), "value"),
        (GiftStockDraft("Etching", 1, -1), "bought"),
    ],
)
def test_stock_typed_wrong_is_told_at_its_field(
    office: Workspace, draft: GiftStockDraft, field: str
) -> None:
    assert [one.field for one in draft.problems()] == [field]
    with pytest.raises(InvalidError):
        office.run(add_stock, draft)


@pytest.fixture
def japan(office: Workspace) -> tuple[UUID, UUID, UUID]:
    """The embassy of Japan, a former ambassador who got an etching, and the present one."""
    post = make_post(office, "JP")
    before, now = make_person(office, given_name="Ren"), make_person(office, given_name="Aoi")
    make_posting(office, before, post, starts_on=dt.date(2021, 1, 4), ends_on=dt.date(2024, 1, 31))
    make_posting(office, now, post)
    make_gift(office, what="Etching of the town hall", person=before)
    return post, before, now


def test_the_same_went_to_the_person_their_predecessor_or_their_country(
    office: Workspace, japan: tuple[UUID, UUID, UUID]
) -> None:
    post, before, now = japan
    etching = "etching, town hall"
    assert told(office, GiftDraft(etching, person=before)) == [Whose.PERSON]
    assert told(office, GiftDraft(etching, person=now)) == [Whose.POST]
    assert told(office, GiftDraft(etching, organisation=post)) == [Whose.POST]
    consul = make_person(office)
    consulate = make_post(office, "JP", kind="consulate_general", city="Antwerp")
    make_posting(office, consul, consulate, function="consul_general")
    assert told(office, GiftDraft(etching, person=consul)) == [Whose.COUNTRY]
    other = make_ambassador(office, "NO")
    assert told(office, GiftDraft(etching, person=other)) == []
    assert told(office, GiftDraft("Lace", person=now)) == []
    assert told(office, GiftDraft(etching, direction="in", person=now)) == []


def test_the_nearest_is_told_first_and_the_same_stock_is_the_same(
    office: Workspace, japan: tuple[UUID, UUID, UUID]
) -> None:
    _post, _before, now = japan
    stock = office.run(add_stock, ETCHING)
    make_gift(office, what="Called otherwise", person=now, stock=stock)
    draft = GiftDraft("Etching of the town hall", person=now, stock=stock)
    assert told(office, draft) == [Whose.PERSON, Whose.POST]


# --- the golden book ---


def test_a_page_is_prepared_signed_scanned_and_taken_back(office: Workspace) -> None:
    reception = make_reception(office, title="Ten years")
    page = office.run(
        add_golden_page, GoldenPageDraft("Two cities", "Aoi\nMia", None, "", reception)
    )
    (row,) = office.ask(golden_pages, reception)
    assert (row.title, row.day, row.first_line, row.scan) == (
        "Ten years", dt.date(2027, 4, 21), "Two cities", None,
    )  # fmt: skip
    signed = GoldenPageDraft("Two cities", "Aoi\nMia", dt.date(2027, 4, 21), "page 3", reception)
    office.run(change_golden_page, page, row.revision, signed)
    scan = DocumentDraft("page.jpg", "image/jpeg", dossier=reception)
    office.run(set_golden_scan, page, scan, b"\xff\xd8\xff\xe0 picture")
    (row,) = office.ask(golden_pages)
    assert row.draft == signed
    assert row.scan is not None
    assert row.scan[1] == "page.jpg"
    assert [one.draft.name for one in office.ask(documents, dossier=reception)] == ["page.jpg"]
    office.run(remove_golden_page, page)
    assert office.ask(golden_pages) == []
    office.undo()
    office.undo()
    assert office.ask(golden_pages)[0].scan is None


def test_pages_to_be_signed_stand_first_then_the_newest(office: Workspace) -> None:
    for words, day in (("old", dt.date(2020, 1, 1)), ("open", None), ("new", dt.date(2024, 1, 1))):
        office.run(add_golden_page, GoldenPageDraft(words, "", day))
    assert [row.first_line for row in office.ask(golden_pages)] == ["open", "new", "old"]


def test_an_empty_page_is_refused(office: Workspace) -> None:
    with pytest.raises(InvalidError, match="who signs"):
        office.run(add_golden_page, GoldenPageDraft(" ", ""))
    assert [one.field for one in GoldenPageDraft("x" * 5000).problems()] == ["words"]


def test_the_words_are_suggested_from_the_reception(office: Workspace) -> None:
    reception = make_reception(office, title="Ten years", host="")
    person = make_ambassador(office, "JP", gender="f")
    make_guest(office, reception, person, circle="principal")
    made = office.ask(golden_suggestion, reception, EN)
    first, second, third = made.words.split("\n")
    assert first == "On Wednesday, 21 April 2027 the city of Ghent welcomed"
    assert second == "H.E. Ms Aoi Tanaka, Ambassador of Japan"
    assert third == "on the occasion of “Ten years”."
    assert made.signatories.split("\n") == ["H.E. Ms Aoi Tanaka", "the mayor of Ghent"]
    assert made.reception == reception


def test_words_for_nobody_or_no_day() -> None:
    assert suggested_words(Occasion(None, "Ghent", (), ""), EN) == ""
    two = suggested_words(Occasion(None, "Ghent", ("Aoi", "Ren", "Mia"), ""), EN)
    assert two == "The city of Ghent welcomed\nAoi, Ren and Mia"
    assert suggested_words(Occasion(dt.date(2027, 4, 21), "Ghent", (), "X"), EN).startswith(
        "Wednesday, 21 April 2027"
    )
