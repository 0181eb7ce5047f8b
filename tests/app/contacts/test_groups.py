"""Tags, interests, mailing sets and work on many contacts, on every engine, with one undo each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.contacts.commands import (
    add_mailing_set,
    add_members,
    add_tag,
    change_mailing_set,
    change_people,
    change_tag,
    merge_tags,
    remove_mailing_set,
    remove_members,
    remove_organisation,
    remove_person,
    remove_tag,
    set_tags,
    tag_contacts,
    untag_contacts,
)
from app.contacts.draft import BulkDraft, MailingSetDraft, TagDraft
from app.contacts.queries import (
    borne_tags,
    mailing_sets,
    offered_tags,
    person_sheet,
    sets_of,
    tags,
)
from app.contacts.rules.tags import GOALS, Role
from app.core.errors import CancelledError, ConflictError, InvalidError
from app.core.text import Language, plain
from app.dossiers.bulk_tasks import SharedTaskDraft, add_tasks
from app.dossiers.model import Task
from app.policy.commands import add_priority
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import make_organisation, make_person

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

HYDROGEN = TagDraft("Hydrogen", "sector")
CARDS = MailingSetDraft("Cards", "New-year cards", "Public task", "The new-year reception")


def crowd(office: Workspace, count: int = 3) -> list[UUID]:
    """Some people."""
    return [make_person(office, family_name=f"P{n}", given_name="") for n in range(count)]


def undone_and_done_again(office: Workspace, before: dict[str, list[object]]) -> None:
    """Undo gives the office as it was, redo what was done; the directory follows."""
    after = dump(office)
    office.undo()
    assert dump(office) == before
    assert_directory_whole(office)
    office.redo()
    assert dump(office) == after
    assert_directory_whole(office)


# --- tags ---


def test_a_contact_keeps_exactly_the_tags_it_is_given(office: Workspace) -> None:
    person, port = (
        make_person(office),
        make_organisation(office, name="North Sea Port", kind="port"),
    )
    study = TagDraft("Study")
    office.run(
        set_tags, "person", person, [(HYDROGEN, "interest", None), (HYDROGEN, "network", port)]
    )
    before = dump(office)
    office.run(set_tags, "person", person, [(HYDROGEN, "network", None), (study, "", None)])
    borne = [(one.draft.name, one.role, one.opens_for) for one in office.ask(borne_tags, person)]
    assert borne == [("Study", "", ""), ("Hydrogen", "network", "")]
    undone_and_done_again(office, before)
    office.run(set_tags, "organisation", port, [(HYDROGEN, "expertise", None)])
    assert [one.role for one in office.ask(borne_tags, port)] == ["expertise"]
    counts = {row.draft.name: (row.people, row.organisations) for row in office.ask(tags)}
    assert counts == {"Hydrogen": (1, 1), "Study": (1, 0)}


def test_priorities_and_goals_are_offered_as_tags(office: Workspace) -> None:
    office.run(add_priority, "Higher education")
    office.run(add_tag, TagDraft("SDG 11", "goal", 11))
    offered = office.ask(offered_tags)
    assert sum(one.kind == "goal" for one in offered) == len(GOALS)
    assert TagDraft("Higher education", "priority") in offered
    goal = next(row for row in office.ask(tags) if row.draft.goal == 11)
    assert "Duurzame steden" in goal.name(Language.NL)


def test_two_tags_become_one_and_nobody_bears_it_twice(office: Workspace) -> None:
    both, one = crowd(office, 2)
    other = office.run(add_tag, TagDraft("H2"))
    kept = office.run(add_tag, HYDROGEN)
    office.run(tag_contacts, [both, one], [], TagDraft("H2"), "interest")
    office.run(tag_contacts, [both], [], HYDROGEN, "interest")
    before = dump(office)
    office.run(merge_tags, other, kept)
    assert [(row.draft.name, row.people) for row in office.ask(tags)] == [("Hydrogen", 2)]
    undone_and_done_again(office, before)


def test_a_tag_is_renamed_unless_the_name_is_taken(office: Workspace) -> None:
    first = office.run(add_tag, TagDraft("H2"))
    office.run(add_tag, TagDraft("Hydrogen"))
    with pytest.raises(ConflictError):
        office.run(change_tag, first, None, TagDraft("Hydrogen"))
    office.run(change_tag, first, None, TagDraft("Ports"))
    assert [row.draft.name for row in office.ask(tags)] == ["Hydrogen", "Ports"]


def test_a_tag_is_removed_from_everybody(office: Workspace) -> None:
    people = crowd(office)
    office.run(tag_contacts, people, [], HYDROGEN)
    before = dump(office)
    office.run(remove_tag, office.ask(tags)[0].id)
    assert office.ask(tags) == []
    undone_and_done_again(office, before)


def test_many_are_tagged_and_untagged_as_one_step(office: Workspace) -> None:
    people, post = crowd(office), make_organisation(office)
    office.run(tag_contacts, people[:1], [], HYDROGEN)
    before = dump(office)
    assert office.run(tag_contacts, people, [post], HYDROGEN) == 3
    assert str(office.undo_label) == "Gave 3 contacts the tag Hydrogen"
    undone_and_done_again(office, before)
    assert office.run(untag_contacts, people[1:], [post], office.ask(tags)[0].id) == 3
    assert office.ask(tags)[0].people == 1


# --- mailing sets ---


def test_a_mailing_set_says_its_purpose_and_keeps_its_members(office: Workspace) -> None:
    with pytest.raises(InvalidError):
        office.run(add_mailing_set, MailingSetDraft("Cards", " "))
    made = office.run(add_mailing_set, CARDS)
    with pytest.raises(ConflictError):
        office.run(add_mailing_set, CARDS)
    people = crowd(office)
    before = dump(office)
    assert office.run(add_members, made, people, reinvite=True) == 3
    assert office.run(add_members, made, people) == 0
    row = office.ask(mailing_sets)[0]
    assert (row.draft, row.members, row.reinvite) == (CARDS, 3, 3)
    assert office.ask(sets_of, people[0]) == ["Cards"]
    undone_and_done_again(office, before)
    fresh = MailingSetDraft("Cards 2027", "Cards", keep_until=dt.date(2027, 2, 1))
    office.run(change_mailing_set, made, None, fresh)
    assert office.run(remove_members, made, people[:2]) == 2
    assert office.ask(mailing_sets)[0].members == 1
    before = dump(office)
    office.run(remove_mailing_set, made)
    assert office.ask(mailing_sets) == []
    undone_and_done_again(office, before)


def test_who_is_removed_leaves_tags_and_sets(office: Workspace) -> None:
    made, person = office.run(add_mailing_set, CARDS), make_person(office)
    port = make_organisation(office, name="North Sea Port", kind="port")
    other = make_person(office, family_name="Okafor")
    office.run(add_members, made, [person])
    office.run(tag_contacts, [person], [port], HYDROGEN)
    office.run(set_tags, "person", other, [(HYDROGEN, "network", port)])
    before = dump(office)
    office.run(remove_person, person)
    undone_and_done_again(office, before)
    before = dump(office)
    office.run(remove_organisation, port)
    assert [(row.people, row.organisations) for row in office.ask(tags)] == [(1, 0)]
    undone_and_done_again(office, before)


# --- many at once ---


def test_many_people_are_changed_together_where_asked(office: Workspace) -> None:
    people = crowd(office)
    before = dump(office)
    draft = BulkDraft(language="fr", city="", note="Moved house")
    assert office.run(change_people, people, draft) == 3
    sheet = office.ask(person_sheet, people[0])
    assert (sheet.draft.language, sheet.draft.note) == ("fr", "Moved house")
    undone_and_done_again(office, before)
    assert office.run(change_people, people, BulkDraft(language="fr")) == 0
    with pytest.raises(InvalidError):
        office.run(change_people, people, BulkDraft())


def test_each_of_many_gets_the_same_task(office: Workspace) -> None:
    people, post = crowd(office), make_organisation(office)
    before = dump(office)
    draft = SharedTaskDraft("Farewell call", "Mia", dt.date(2026, 12, 18))
    assert office.run(add_tasks, people, [post], draft) == 4
    assert office.ask(_tasks) == [("Farewell call", dt.date(2026, 12, 18))] * 4
    undone_and_done_again(office, before)
    with pytest.raises(InvalidError):
        office.run(add_tasks, people, [], SharedTaskDraft(" "))


def _tasks(session: Session) -> list[tuple[str, dt.date | None]]:
    return [(title, due) for title, due in session.execute(select(Task.title, Task.due_on))]


def test_work_that_is_cancelled_changes_nothing(office: Workspace) -> None:
    people = crowd(office)
    made = office.run(add_mailing_set, CARDS)
    before = dump(office)

    def stop(_done: int, _total: int, /) -> None:
        raise CancelledError(plain("enough"))

    steps: list[Callable[[], object]] = [
        lambda: office.run(tag_contacts, people, [], HYDROGEN, Role.INTEREST, stop),
        lambda: office.run(change_people, people, BulkDraft(city="Gent"), stop),
        lambda: office.run(add_members, made, people, progress=stop),
        lambda: office.run(add_tasks, people, [], SharedTaskDraft("Call"), stop),
    ]
    for step in steps:
        with pytest.raises(CancelledError):
            step()
    assert dump(office) == before
