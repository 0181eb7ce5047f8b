"""Whose badge or letter it is that is read at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Person
from app.core.text import Language
from app.interchange.adding import import_contacts
from app.interchange.importing import plan
from app.receptions.commands import invite, represent
from app.receptions.queries import bearer, door
from app.receptions.rules.door import door_code, read_code
from tests.builders import guest_of, make_guest, make_person, make_reception

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace


def test_people_of_one_import_have_badges_of_their_own(office: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Last Name;First Name\nAalto;Bo\nBerg;Ida\nCosta;Rui\n", encoding="utf-8")
    office.run(import_contacts, plan(file).drafts(), file.name)
    reception = make_reception(office)
    people = office.ask(lambda session: list(session.scalars(select(Person.id))))
    office.run(invite, reception, people)
    for person in people:
        code = read_code(door_code(reception, person))
        assert code is not None
        row = bearer(office.ask(door, reception, Language.EN), code)
        assert row is not None
        assert row.guest_id == office.ask(guest_of, reception, person)


def test_the_code_of_a_substitutes_own_letter_is_known(office: Workspace) -> None:
    reception = make_reception(office)
    instead = make_person(office, family_name="Costa")
    guest = make_guest(office, reception)
    office.run(represent, guest, instead)
    code = read_code(door_code(reception, instead))
    assert code is not None
    row = bearer(office.ask(door, reception, Language.EN), code)
    assert row is not None
    assert row.guest_id == guest
