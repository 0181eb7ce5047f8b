"""The papers of the guest list: whom to phone, and what the kitchen must know and must not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.briefings import catering_sheet, guest_list, phone_list
from app.briefings.blocks import Document, Row, Table, TickBox, plain_text
from app.briefings.catering_sheet import Plate
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.contacts.commands import add_relationship
from app.contacts.draft import RelationshipDraft
from app.core import clock
from app.core.text import Language
from app.receptions.commands import keep_guest, represent, set_catering, set_status
from app.receptions.draft import CateringDraft, CompanionDraft, GuestDraft
from app.receptions.queries import guests
from tests.builders import make_guest, make_person, make_post, make_posting, make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

NOW = dt.datetime(2027, 4, 9, 12, 0, tzinfo=dt.UTC)


def rows_of(document: Document) -> list[list[str]]:
    """The cells of the rows of a document's first table, as words."""
    table = next(one for one in document.blocks if isinstance(one, Table))
    rows = [one for one in table.rows if isinstance(one, Row)]
    return [
        ["" if isinstance(cell, TickBox) else plain_text(cell) for cell in row.cells]
        for row in rows
    ]


@pytest.fixture
def dinner(office: Workspace) -> UUID:
    """A dinner of three who come, with notes, and one who has not answered."""
    reception = make_reception(office, reply_by=dt.date(2027, 4, 7))
    for family, seat in (("Aoki", "10"), ("Bo", "9"), ("Cruz", "")):
        guest = make_guest(office, reception, make_person(office, family_name=family))
        spouse = CompanionDraft(f"Spouse {family}", seat=f"{seat}b" if seat else "")
        office.run(keep_guest, guest, None, GuestDraft(persons=2, seat=seat, companions=(spouse,)))
        office.run(set_status, [guest], "accepted")
        row = next(one for one in office.ask(guests, reception, Language.EN) if one.id == guest)
        notes = [
            CateringDraft("No shellfish"),
            CateringDraft("vegetarian", companion=row.companions[0].id),
        ]
        office.run(set_catering, guest, notes)
    waiting = make_guest(office, reception, make_person(office, family_name="Dietz"))
    office.run(set_catering, waiting, [CateringDraft("no sugar")])
    return reception


def test_the_caterer_reads_seats_and_no_names(office: Workspace, dinner: UUID) -> None:
    made = office.ask(catering_sheet.compose, dinner, Language.EN, Audience.EXTERNAL)
    assert [(one.seat, one.instruction) for one in made.plates] == [
        ("9", "No shellfish"), ("9b", "vegetarian"), ("10", "No shellfish"), ("10b", "vegetarian"),
        ("", "No shellfish"), ("", "vegetarian"),
    ]  # fmt: skip
    assert made.totals == (("No shellfish", 3), ("vegetarian", 3))
    assert made.persons == 6
    assert {one.name for one in made.plates} == {""}
    printed = str(catering_sheet.document(made))
    assert not any(name in printed for name in ("Aoki", "Bo", "Cruz", "no sugar"))
    assert "seat to follow" in printed


def test_in_the_house_a_name_stands_for_a_seat_that_is_missing(
    office: Workspace, dinner: UUID
) -> None:
    made = office.ask(catering_sheet.compose, dinner, Language.EN, Audience.INTERNAL)
    assert made.plates[0] == Plate("9", "No shellfish")
    assert [one.name for one in made.plates[-2:]] == ["Aoi Cruz", "Spouse Cruz"]


def test_a_guest_list_never_tells_the_kitchen(office: Workspace, dinner: UUID) -> None:
    for audience in Audience:
        made = office.ask(guest_list.compose, dinner, Language.EN, audience)
        printed = f"{guest_list.document(made)} {guest_list.door_document(made)}"
        assert "shellfish" not in printed.lower()


def test_the_phone_list_has_numbers_and_why(office: Workspace, dinner: UUID) -> None:
    head = make_person(office, family_name="Eke", phones=("+32 2 500 00 01",))
    make_posting(office, head, make_post(office, "NG", name="Embassy", phones=("+32 2 500 00 00",)))
    helper = make_person(office, family_name="Foss", given_name="Ida", phones=("+32 2 500 00 02",))
    office.run(add_relationship, head, RelationshipDraft("secretary"), helper)
    make_guest(office, dinner, head)
    with clock.stopped_at(NOW):
        inside = office.ask(phone_list.compose, dinner, Language.EN, Audience.INTERNAL)
        outside = office.ask(phone_list.compose, dinner, Language.EN, Audience.EXTERNAL)
    table = rows_of(phone_list.document(inside))
    assert [row[4] for row in table] == ["The deadline passed 2 days ago"] * 2
    assert table[0][3] == (
        "+32 2 500 00 02 (Secretary: Ida Foss)\n+32 2 500 00 01\n+32 2 500 00 00 (Post: Embassy)"
    )
    assert rows_of(phone_list.document(outside))[0][3] == "+32 2 500 00 00 (Post: Embassy)"


def test_a_substitute_is_printed_for_whom_they_come(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception, make_person(office, family_name="Aoki"), "accepted")
    office.run(represent, guest, substitute_name="Mr Chen")
    made = office.ask(guest_list.compose_for_door, reception, Language.EN, Audience.EXTERNAL)
    [row] = rows_of(guest_list.door_document(made))
    assert row[2] == "Mr Chen (for Aoki, Aoi)"
    ranked = office.ask(guest_list.compose, reception, Language.EN, Audience.EXTERNAL)
    assert "Represented by Mr Chen." in rows_of(guest_list.document(ranked))[0][1]
    assert plain_text(ranked.people[0].listed_words()).startswith("Aoi Aoki")


@pytest.mark.parametrize("language", Language)
def test_the_papers_print_without_a_warning(
    office: Workspace, dinner: UUID, language: Language
) -> None:
    with clock.stopped_at(NOW):
        for paper in (phone_list, catering_sheet):
            made = office.ask(paper.compose, dinner, language, Audience.INTERNAL)
            assert [str(one) for one in print_bytes(paper.document(made)).warnings] == []
