"""At the door: ticks, badges, walk-ins, numbers of the printed list, closing."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.core.command import command
from app.core.errors import InvalidError, NotFoundError
from app.core.text import N_, Language
from app.receptions.commands import (
    add_walk_in,
    check_in,
    check_out,
    close_door,
    remove_guests,
    represent,
    set_status,
)
from app.receptions.draft import WalkInDraft
from app.receptions.model import Companion, Delegation, Guest
from app.receptions.queries import bearer, door, found
from app.receptions.rules.door import (
    bearer_mark,
    door_code,
    read_code,
    read_number,
    split_name,
    tick_words,
)
from tests.builders import (
    make_ambassador,
    make_guest,
    make_person,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace
    from app.receptions.queries import Door, DoorRow

    Colleague = Callable[[Workspace], Workspace]

SIX = dt.datetime(2027, 4, 21, 18, 4)  # noqa: DTZ001 - local time, as the model keeps it
LATER = dt.datetime(2027, 4, 21, 18, 20)  # noqa: DTZ001 - as above


def seen(office: Workspace, reception: UUID) -> Door:
    return office.ask(door, reception, Language.EN)


def row_of(office: Workspace, reception: UUID, one: UUID) -> DoorRow:
    return next(row for row in seen(office, reception).rows if row.id == one)


@command(N_("Changed a guest"))
def with_company(session: Session, /, guest_id: UUID, *names: str, **fields: Any) -> list[UUID]:
    """Give a guest companions, and other fields."""
    guest = session.get_one(Guest, guest_id)
    for name, value in fields.items():
        setattr(guest, name, value)
    guest.companions += [Companion(name=name, position=at) for at, name in enumerate(names)]
    session.flush()
    return [one.id for one in guest.companions]


# --- codes and numbers ---


def test_a_code_says_whose_it_is() -> None:
    reception, person = uuid4(), uuid4()
    code = door_code(reception, person)
    assert code == f"BELFRY:{reception.hex[:12].upper()}:{bearer_mark(person)}"
    read = read_code(f" {code.lower()}\n")
    assert read is not None
    assert read.is_of(reception)
    assert not read.is_of(person)
    assert read.bearer == bearer_mark(person)


def test_a_scanner_set_to_another_keyboard_is_read() -> None:
    azerty = str.maketrans("1234567890aA:", "&é\"'(§è!çàqQM")
    for _ in range(20):
        code = door_code(uuid4(), uuid4())
        assert read_code(code.translate(azerty)) == read_code(code)
        assert read_code(code.lower().translate(azerty)) == read_code(code)


@pytest.mark.parametrize("text", ["", "Tanaka", "12", "BELFRY:12:34", "BELFRY:" + "g" * 12])
def test_other_words_are_no_code(text: str) -> None:
    assert read_code(text) is None


def test_numbers_of_the_list() -> None:
    assert read_number(" 12B ") == (12, "b")
    assert read_number("7") == (7, "")
    assert read_number("12 Tanaka") is None


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Aoi Tanaka", ("Tanaka", "Aoi")),
        ("Tanaka, Aoi", ("Tanaka", "Aoi")),
        ("Jan van der Meulen", ("van der Meulen", "Jan")),
        ("Madonna", ("Madonna", "")),
    ],
)
def test_a_name_as_it_is_said_is_split(said: str, parts: tuple[str, str]) -> None:
    assert split_name(said) == parts


# --- the list ---


def test_the_list_stands_by_family_name_and_an_answer_moves_no_number(office: Workspace) -> None:
    reception = make_reception(office)
    ids = [
        make_guest(office, reception, make_person(office, family_name=name, given_name="A"))
        for name in ("Özil", "Aalto", "Mori")
    ]
    office.run(set_status, ids[1:2], "regrets")
    rows = seen(office, reception).rows
    assert [(row.number, row.name) for row in rows] == [
        ("1", "Aalto, A"),
        ("2", "Mori, A"),
        ("3", "Özil, A"),
    ]


def test_a_line_tells_function_organisation_and_company(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception, make_ambassador(office, "JP"), "accepted")
    [child, _aide] = office.run(
        with_company, guest, "Mei Tanaka", "Ken Sato", seat="Table 3", persons=4, photo_consent="no"
    )
    row = row_of(office, reception, guest)
    assert (row.role, row.seat, row.others, row.unnamed) == (
        "Ambassador", "Table 3", ("Mei Tanaka", "Ken Sato"), 1,
    )  # fmt: skip
    assert "Japan" in row.place
    assert row.no_photo
    with_her = row_of(office, reception, child)
    assert (with_her.number, with_her.with_whom, with_her.seat) == ("1a", "Tanaka, Aoi", "Table 3")


def test_anything_of_a_name_finds(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception, make_ambassador(office, "JP", family_name="Łukasiewicz"))
    company = office.run(with_company, guest, "Mei Ito")
    other = make_guest(office, reception, make_person(office, family_name="Иванова"))
    office.run(_join, other, "Delegation of Kanazawa")
    whole = seen(office, reception)
    for typed in ("lukas", "siewicz", "japan", "LUK aoi", "Łuk"):
        assert guest in [row.id for row in found(whole, typed)], typed
    assert [row.id for row in found(whole, "mei it")] == [company[0], guest]
    for typed in ("ivanova", "kanazawa"):
        assert [row.id for row in found(whole, typed)] == [other], typed
    assert [row.id for row in found(whole, "1")] == [guest]
    assert [row.id for row in found(whole, "1a")] == company
    assert found(whole, "nobody") == []
    assert len(found(whole, "")) == 3


@command(N_("Joined a delegation"))
def _join(session: Session, guest_id: UUID, name: str) -> None:
    guest = session.get_one(Guest, guest_id)
    delegation = Delegation(name=name)
    delegation.reception = guest.reception
    guest.delegation = delegation


# --- ticks ---


def test_a_tick_says_when_and_counts(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception, make_person(office), "accepted")
    [child] = office.run(with_company, guest, "Mei", persons=3)
    make_guest(office, reception, make_person(office, family_name="Mori"), "accepted")
    [told] = office.run(check_in, [guest], at=SIX)
    assert str(tick_words(told)) == "Aoi Tanaka is in."
    assert str(office.undo_label) == "In: Aoi Tanaka"
    counts = seen(office, reception).counts
    assert (counts.came, counts.expected, counts.persons, counts.persons_expected) == (1, 2, 2, 4)
    office.run(check_in, [], [child], at=LATER)
    assert seen(office, reception).counts.persons == 3
    assert row_of(office, reception, guest).came_at == SIX


def test_a_second_tick_is_told_and_changes_nothing(office: Workspace, colleague: Colleague) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception, make_person(office), "accepted")
    colleague(office).run(check_in, [guest], at=SIX)
    label = office.undo_label
    [told] = office.run(check_in, [guest], at=LATER)
    assert str(tick_words(told)) == "Aoi Tanaka is already in, since 18:04."
    assert office.undo_label == label
    assert row_of(office, reception, guest).came_at == SIX


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("regrets", "Aoi Tanaka had regretted, and is in."),
        ("proposed", "Aoi Tanaka was not invited yet, and is in."),
        ("absent", "Aoi Tanaka was noted as absent, and is in."),
        ("waiting", "Aoi Tanaka was on the waiting list, and is in."),
        ("invited", "Aoi Tanaka is in."),
    ],
)
def test_whoever_shows_up_is_let_in_with_a_word_and_a_tick_is_taken_back(
    office: Workspace, status: str, words: str
) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception, make_person(office), status)
    [told] = office.run(check_in, [guest], at=SIX)
    assert str(tick_words(told)) == words
    assert row_of(office, reception, guest).status == "attended"
    office.run(check_out, [guest])
    row = row_of(office, reception, guest)
    assert (row.status, row.came, row.came_at) == (status, False, None)


def test_a_substitute_comes_and_the_guest_stays_represented(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception, make_person(office), "invited")
    office.run(represent, guest, None, "Mr Chen")
    row = row_of(office, reception, guest)
    assert (row.name, row.instead_of) == ("Mr Chen", "Tanaka, Aoi")
    [told] = office.run(check_in, [guest], at=SIX)
    assert told.name == "Mr Chen"
    row = row_of(office, reception, guest)
    assert (row.status, row.came, row.name) == ("represented", True, "Mr Chen")
    office.run(check_out, [guest])
    assert not row_of(office, reception, guest).came
    assert office.run(close_door, reception) == 1


def test_a_guest_taken_off_the_list_is_said_so(office: Workspace) -> None:
    guest = make_guest(office)
    office.run(remove_guests, [guest])
    with pytest.raises(NotFoundError, match="no longer on the list"):
        office.run(check_in, [guest], at=SIX)


def test_a_badge_finds_its_bearer(office: Workspace) -> None:
    reception, person = make_reception(office), make_person(office)
    guest = make_guest(office, reception, person)
    [child] = office.run(with_company, guest, "Mei")
    whole = seen(office, reception)
    for bearer_id, wanted in ((person, guest), (child, child)):
        code = read_code(door_code(reception, bearer_id))
        assert code is not None
        row = bearer(whole, code)
        assert row is not None
        assert row.id == wanted
    stranger = read_code(door_code(reception, uuid4()))
    assert stranger is not None
    assert bearer(whole, stranger) is None


# --- walk-ins ---


def test_a_slip_at_the_door_is_put_right_on_the_list(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception)
    office.run(check_in, [guest], at=SIX)
    office.run(set_status, [guest], "absent")
    assert not row_of(office, reception, guest).came
    assert seen(office, reception).counts.came == 0


def test_a_walk_in_becomes_a_person_and_a_guest(office: Workspace) -> None:
    reception = make_reception(office)
    make_posting(office)
    guest = office.run(add_walk_in, reception, WalkInDraft("Jan van Eyck", "Gilde van Gent"))
    row = row_of(office, reception, guest)
    assert (row.name, row.place, row.status) == ("van Eyck, Jan", "Gilde van Gent", "attended")
    assert row.walk_in
    assert seen(office, reception).counts.walk_ins == 1
    assert str(office.undo_label) == "Jan van Eyck came without being on the list"
    second = office.run(add_walk_in, reception, WalkInDraft("Hugo Goes", "gilde van gent"))
    assert office.ask(_organisations, [guest, second]) == 1
    office.undo()
    office.undo()
    assert seen(office, reception).rows == ()


def _organisations(session: Session, guests: list[UUID]) -> int:
    found = session.scalars(select(Guest).where(Guest.id.in_(guests)))
    return len({post.organisation_id for one in found for post in one.person.postings})


def test_a_walk_in_the_office_knows_is_not_entered_twice(office: Workspace) -> None:
    reception, person = make_reception(office), make_person(office)
    guest = make_guest(office, reception, person, "regrets")
    assert office.run(add_walk_in, reception, WalkInDraft(person=person)) == guest
    assert row_of(office, reception, guest).status == "attended"
    other = make_person(office, family_name="Mori")
    fresh = office.run(add_walk_in, reception, WalkInDraft(person=other))
    assert row_of(office, reception, fresh).walk_in


def test_a_walk_in_has_a_name(office: Workspace) -> None:
    with pytest.raises(InvalidError, match="name of who is at the door"):
        office.run(add_walk_in, make_reception(office), WalkInDraft("  "))


# --- afterwards ---


def test_a_list_is_entered_afterwards_and_the_rest_was_absent(office: Workspace) -> None:
    reception = make_reception(office)
    names = ("Aalto", "Bo", "Cruz", "Dü", "Eik")
    people = [make_person(office, family_name=name) for name in names]
    ids = [
        make_guest(office, reception, person, status)
        for person, status in zip(
            people, ("accepted", "accepted", "invited", "regrets", "accepted"), strict=True
        )
    ]
    office.run(check_in, ids[:1])
    assert office.run(close_door, reception) == 2
    assert str(office.undo_label) == "2 guests did not come"
    told = {row.id: (row.status, row.came_at) for row in seen(office, reception).rows}
    wanted = ("attended", "absent", "invited", "regrets", "absent")
    assert [told[one] for one in ids] == [(status, None) for status in wanted]
    office.undo()
    assert row_of(office, reception, ids[1]).status == "accepted"


# --- two desks ---


def test_two_desks_tick_at_once_and_nothing_is_lost(
    shared_office: Workspace, colleague: Colleague
) -> None:
    office, other = shared_office, colleague(shared_office)
    reception = make_reception(office)
    ids = [
        make_guest(office, reception, make_person(office, family_name=f"Guest {n}"), "accepted")
        for n in range(30)
    ]
    failed: list[BaseException] = []
    already: list[UUID] = []

    def tick(desk: Workspace, order: list[UUID], at: dt.datetime) -> None:
        try:
            for one in order:
                already.extend(told.id for told in desk.run(check_in, [one], at=at) if told.already)
        except BaseException as error:
            failed.append(error)

    threads = [
        threading.Thread(target=tick, args=(office, ids, SIX)),
        threading.Thread(target=tick, args=(other, ids[::-1], LATER)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert sorted(already) == sorted(ids)  # each guest once by each desk, the second was told
    assert seen(other, reception).counts.came == 30
