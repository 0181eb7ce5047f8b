"""Who stands twice in the office: found, told with reasons, remembered when they are two."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.contacts.commands import keep_apart, keep_organisations_apart
from app.contacts.queries.twins import find_twins, organisation_twins_of, twins_of
from app.core.errors import CancelledError
from app.core.text import say
from tests.builders import (
    make_ambassador,
    make_organisation,
    make_person,
    make_posting,
    organisation_draft,
    person_draft,
)

if TYPE_CHECKING:
    from app.core.workspace import Workspace


def names(office: Workspace, least: float = 0.7) -> list[frozenset[str]]:
    found = office.ask(find_twins, least)
    return [frozenset((row.a.name, row.b.name)) for row in found]


def test_pairs_come_best_first_with_reasons(office: Workspace) -> None:
    make_person(
        office, family_name="Wiśniewska", given_name="Zofia", birth_date=dt.date(1970, 1, 2)
    )
    make_person(
        office, family_name="Wisniewska", given_name="Zofia", birth_date=dt.date(1970, 1, 2)
    )
    make_person(office, family_name="Van der Velde", given_name="Anke")
    make_person(office, family_name="vander Velde", given_name="Anke")
    make_person(office, family_name="Somebody", given_name="Else")
    found = office.ask(find_twins)
    assert [row.score for row in found] == sorted((row.score for row in found), reverse=True)
    assert {found[0].a.name, found[0].b.name} == {"Wiśniewska, Zofia", "Wisniewska, Zofia"}
    assert [str(one) for one in found[0].reasons] == ["same name", "same birth date"]
    assert frozenset(("Van der Velde, Anke", "vander Velde, Anke")) in names(office)


def test_the_native_name_and_the_post_count(office: Workspace) -> None:
    japan = make_organisation(office)
    one = make_person(office, family_name="Tanaka", given_name="Aoi", native_name="田中 葵")
    two = make_person(office, family_name="田中", given_name="葵")
    make_posting(office, one, japan)
    make_posting(office, two, japan)
    (row,) = office.ask(find_twins)
    assert "same post" in [str(reason) for reason in row.reasons]
    assert row.score > 0.95


def test_kept_apart_is_not_proposed_again_until_undone(office: Workspace) -> None:
    one, two = make_person(office), make_person(office)
    assert len(names(office)) == 1
    office.run(keep_apart, one, two)
    office.run(keep_apart, two, one)
    assert names(office) == []
    assert office.ask(twins_of, person_draft(), one) == []
    office.undo()
    assert len(names(office)) == 1


def test_organisations_stand_twice_too(office: Workspace) -> None:
    one = make_organisation(office, name="Kunsthal Ledeberg vzw", kind="association", city="Gent")
    two = make_organisation(office, name="Kunsthal Ledeberg", kind="association", city="Gent")
    make_organisation(office, kind="embassy", country="JP", city="Brussels")
    make_organisation(office, kind="embassy", country="KR", city="Brussels")
    assert names(office) == [frozenset(("Kunsthal Ledeberg vzw", "Kunsthal Ledeberg"))]
    office.run(keep_organisations_apart, two, one)
    assert names(office) == []


def test_more_of_a_name_than_a_block_holds_is_still_compared(office: Workspace) -> None:
    for number in range(30):
        mail = f"guest{number}@example.org"
        make_person(office, family_name="Peeters", given_name="Jan", emails=(mail,))
    make_person(office, family_name="Peeters", given_name="Jan", emails=("guest7@example.org",))
    assert len(names(office, 0.9)) == 1


def test_a_scan_can_be_cancelled(office: Workspace) -> None:
    make_person(office)
    make_person(office)

    def stop(done: int, total: int, /) -> None:
        assert done <= total
        raise CancelledError(say("Stop"))

    with pytest.raises(CancelledError):
        office.ask(find_twins, 0.7, stop)


def test_progress_runs_from_nothing_to_all(office: Workspace) -> None:
    make_person(office)
    make_person(office)
    told: list[tuple[int, int]] = []
    office.ask(find_twins, 0.7, lambda done, total, /: told.append((done, total)))
    assert told
    assert all(0 <= done <= total for done, total in told)


def test_who_is_being_entered_looks_like_somebody(office: Workspace) -> None:
    person = make_ambassador(office, "JP", phones=("+32 2 555 01 58",))
    found = office.ask(twins_of, person_draft(family_name="TANAKA", given_name="A."))
    assert [row.b.id for row in found] == [person]
    assert office.ask(twins_of, person_draft(), person) == []
    assert office.ask(twins_of, person_draft(family_name="Other", given_name="Name")) == []


def test_an_organisation_being_entered_looks_like_another(office: Workspace) -> None:
    post = make_organisation(office)
    found = office.ask(organisation_twins_of, organisation_draft(city="Brussel"))
    assert [row.b.id for row in found] == [post]
