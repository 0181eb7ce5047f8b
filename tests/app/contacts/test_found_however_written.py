"""A name is found however it is written or typed, on every engine; names before notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core import search
from tests.builders import make_ambassador, make_organisation, make_person

if TYPE_CHECKING:
    from app.core.workspace import Workspace

PEOPLE = (
    {"family_name": "Müller", "given_name": "Jürgen"},
    {"family_name": "Mueller", "given_name": "Greta"},
    {"family_name": "Иванова", "given_name": "Петя"},
    {"family_name": "Al-Khatib", "given_name": "Nour", "native_name": "محمد نور"},
    {"family_name": "Kanazawa", "given_name": "Yui", "native_name": "金沢 結衣"},
    {"family_name": "Papadopoulou", "given_name": "Ελένη"},
    {"family_name": "Wouters", "given_name": "Kim", "phones": ("+32 2 555 01 58",)},
    {"family_name": "Zander", "given_name": "Otto", "note": "knows Kanazawa and Muller"},
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Jurgen Muller", "Müller, Jürgen"),
        ("Mueller J", "Müller, Jürgen"),
        ("Müller Greta", "Mueller, Greta"),
        ("muller gre", "Mueller, Greta"),
        ("МЮЛЛЕР", "Müller, Jürgen"),
        ("Мюллер Юрген", "Müller, Jürgen"),
        ("Ivanova", "Иванова, Петя"),
        ("petya iva", "Иванова, Петя"),
        ("محمد", "Al-Khatib, Nour"),
        ("金沢", "Kanazawa, Yui"),
        ("kanazawa", "Kanazawa, Yui"),
        ("eleni papad", "Papadopoulou, Ελένη"),
        ("+32 (0)2 555-01-58", "Wouters, Kim"),
        ("0032 2 555 01 58", "Wouters, Kim"),
        ("02/555.01.58", "Wouters, Kim"),
        ("5550158", "Wouters, Kim"),
        ("02 555 01", "Wouters, Kim"),
    ],
)
def test_found_as_typed(office: Workspace, typed: str, first: str) -> None:
    for person in PEOPLE:
        make_person(office, **person)
    found = office.ask(search.find, typed)
    assert found
    assert found[0].title == first


def test_beginnings_of_name_post_and_country_together(office: Workspace) -> None:
    make_ambassador(office, "JP")
    make_ambassador(office, "KR", family_name="Tanaka", given_name="Other")
    assert [line.title for line in office.ask(search.find, "tanaka emb jap")] == ["Tanaka, Aoi"]


def test_a_whole_name_stands_before_a_note(office: Workspace) -> None:
    make_person(office, family_name="Aaron", given_name="A", note="brings Kanazawa along")
    make_person(office, family_name="Kanazawa", given_name="Yui")
    found = [line.title for line in office.ask(search.find, "kanazawa")]
    assert found == ["Kanazawa, Yui", "Aaron, A"]


def test_an_organisation_in_another_script(office: Workspace) -> None:
    make_organisation(office, name="Театр Наука", kind="association", country="BG")
    assert office.ask(search.find, "teatr nauka")


@pytest.mark.parametrize("typed", ["'", '"', "(", "a OR b", "NEAR", "*", "ü:*", "&|!", "ю"])
def test_no_sign_stops_a_search(office: Workspace, typed: str) -> None:
    make_person(office)
    office.ask(search.find, typed)
