"""Moments, tasks and documents: kept, changed, taken back; refusals in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.contacts.commands import remove_organisation, remove_person
from app.core import clock, history
from app.core.errors import InUseError, InvalidError, NotFoundError
from app.core.office import open_office
from app.core.text import Language
from app.dossiers.commands import (
    add_documents,
    add_tasks,
    change_document,
    change_moment,
    log_moment,
    remove_document,
    remove_moment,
    set_done,
)
from app.dossiers.draft import DocumentDraft, MomentDraft, TaskDraft
from app.dossiers.queries import (
    document_body,
    documents,
    moment_sheet,
    one_document,
    one_task,
    open_tasks,
    owners,
)
from app.dossiers.rules.memory import Due, due
from app.schema import TRADE
from tests.builders import (
    make_ambassador,
    make_document,
    make_moment,
    make_organisation,
    make_person,
    make_reception,
    make_task,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

EN = Language.EN
MONDAY = dt.date(2026, 11, 23)


def test_a_moment_is_kept_with_people_post_and_follow_up_as_one_step(office: Workspace) -> None:
    aoi, ren = make_person(office), make_person(office, given_name="Ren")
    post = make_organisation(office)
    draft = MomentDraft(
        dt.date(2026, 7, 6), dt.time(11, 30), "call", "Port hydrogen", "They will write.",
        "Mia", confidential=True, people=(aoi, ren), organisation=post,
    )  # fmt: skip
    task = TaskDraft("Send the brochure", "Mia", dt.date(2026, 7, 20))
    made = office.run(log_moment, draft, task)
    sheet = office.ask(moment_sheet, made, EN)
    assert replace(sheet.draft, people=()) == replace(draft, people=())
    assert [one.name for one in sheet.people] == ["Aoi Tanaka", "Ren Tanaka"]
    assert sheet.organisation is not None
    assert sheet.organisation.name == "Embassy of Japan"
    (follow_up,) = office.ask(open_tasks, EN)
    assert (follow_up.draft.moment, follow_up.draft.organisation) == (made, post)
    office.undo()
    assert office.ask(open_tasks, EN) == []
    with pytest.raises(NotFoundError):
        office.ask(moment_sheet, made, EN)


def test_a_moment_changes_its_people_and_leaves_its_task_behind(office: Workspace) -> None:
    aoi, ren = make_person(office), make_person(office, given_name="Ren")
    draft = MomentDraft(MONDAY, subject="Lunch", people=(aoi,))
    made = office.run(log_moment, draft, TaskDraft("Write"))
    office.run(change_moment, made, None, replace(draft, people=(ren,)))
    assert [one.id for one in office.ask(moment_sheet, made, EN).people] == [ren]
    office.run(remove_moment, made)
    (left,) = office.ask(open_tasks, EN)
    assert left.draft.moment is None
    office.undo()
    assert office.ask(open_tasks, EN)[0].draft.moment == made


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"happened_on": None}, "happened_on"),
        ({"happened_on": dt.date(2999, 1, 1)}, "happened_on"),
        ({"subject": " ", "words": ""}, "subject"),
        ({"people": ()}, "people"),
        ({"kind": "telepathy"}, "kind"),
        ({"subject": "x" * 201}, "subject"),
    ],
)
def test_a_moment_says_what_it_lacks(changes: dict[str, object], field: str) -> None:
    good = MomentDraft(MONDAY, subject="Lunch", people=(make_id(),))
    with clock.stopped_at(dt.datetime(2026, 12, 1, tzinfo=dt.UTC)):
        assert not good.problems()
        assert [one.field for one in replace(good, **changes).problems()] == [field]  # type: ignore[arg-type]  # parametrised


def make_id() -> UUID:
    """Some key."""
    from uuid import uuid4

    return uuid4()


def test_tasks_come_by_urgency_and_are_ticked(office: Workspace) -> None:
    person = make_person(office)
    make_task(office, title="Some day")
    make_task(office, title="Late", due_on=dt.date(2026, 1, 2), owner="Mia", person=person)
    soon = make_task(office, title="Soon", due_on=dt.date(2026, 1, 9), owner="Jan")
    assert [one.draft.title for one in office.ask(open_tasks, EN)] == ["Late", "Soon", "Some day"]
    assert [one.draft.title for one in office.ask(open_tasks, EN, owner="Jan")] == ["Soon"]
    assert [one.draft.title for one in office.ask(open_tasks, EN, person=person)] == ["Late"]
    assert office.ask(owners) == ["Jan", "Mia"]
    office.run(set_done, soon)
    assert office.ask(one_task, soon, EN).done_on == clock.today()
    assert len(office.ask(open_tasks, EN)) == 2
    office.run(set_done, soon, done=False)
    assert len(office.ask(open_tasks, EN)) == 3


def test_the_same_task_for_several_is_one_step(workspace: Workspace) -> None:
    people = [make_person(workspace), make_person(workspace, given_name="Ren")]
    assert workspace.run(add_tasks, TaskDraft("Greet"), people) == 2
    assert {one.draft.person for one in workspace.ask(open_tasks, EN)} == set(people)
    workspace.undo()
    assert workspace.ask(open_tasks, EN) == []


@pytest.mark.parametrize(
    ("day", "wanted"),
    [(22, Due.OVERDUE), (23, Due.TODAY), (24, Due.WEEK), (29, Due.WEEK), (30, Due.LATER)],
)
def test_the_week_ends_on_sunday(day: int, wanted: Due) -> None:
    assert due(dt.date(2026, 11, day), MONDAY) is wanted
    assert due(None, MONDAY) is Due.OPEN


def test_a_document_comes_and_goes_and_comes_back(office: Workspace) -> None:
    person = make_person(office)
    body = bytes(range(256)) * 400
    kept = make_document(office, body, name="scan.pdf", person=person)
    (row,) = office.ask(documents, person=person)
    assert (row.draft.name, row.draft.size, row.added_on) == ("scan.pdf", len(body), clock.today())
    assert office.ask(document_body, kept) == body
    office.undo()
    assert office.ask(documents, person=person) == []
    office.redo()
    assert office.ask(document_body, kept) == body
    renamed = replace(row.draft, name="visit.pdf", note="signed")
    office.run(change_document, kept, office.ask(one_document, kept).revision, renamed)
    office.run(remove_document, kept)
    with pytest.raises(NotFoundError):
        office.ask(document_body, kept)
    office.undo()
    assert office.ask(document_body, kept) == body
    office.undo()
    office.undo()
    assert office.ask(documents, person=person) == []


def test_a_document_is_taken_back_after_the_office_was_closed(file_office: Workspace) -> None:
    kept = make_document(file_office, b"x" * 50_000)
    file_office.close()
    again = open_office(file_office.place.location, TRADE)
    assert again.ask(document_body, kept) == b"x" * 50_000
    again.undo()
    assert again.ask(documents) == []
    again.close()


def test_a_step_with_a_document_does_not_hold_it_twice(workspace: Workspace) -> None:
    make_document(workspace, b"y" * 1_000_000)
    size = "SELECT coalesce(max(length(images)), 0) FROM change_log"
    with workspace._engine.connect() as connection:
        assert connection.exec_driver_sql(size).scalar_one() < 10_000


def test_a_person_keeps_what_was_written_of_them(office: Workspace) -> None:
    person = make_ambassador(office, "JP")
    make_moment(office, person)
    make_task(office, person=person)
    make_task(office, person=person, title="Another")
    make_document(office, person=person)
    with pytest.raises(InUseError) as told:
        office.run(remove_person, person)
    assert str(told.value) == (
        "This is still used by 1 contact moment, 2 tasks and 1 document: remove it there first."
    )
    labels = [str(one.label) for one in office.ask(history.rows, person)]
    assert labels[:2] == ["Added letter.txt", "Added the task Another"]


def test_a_post_with_people_says_so(office: Workspace) -> None:
    make_ambassador(office, "JP")
    make_reception(office)
    from app.core import search
    from app.core.directory import View

    (post,) = office.ask(search.first_lines, View(kinds=("organisation",)), "docid", 5)
    with pytest.raises(InUseError, match="used by 1 posting: remove"):
        office.run(remove_organisation, post.id)


def test_a_dangerous_file_is_refused_with_all_that_came_with_it(workspace: Workspace) -> None:
    files = [(DocumentDraft("a.txt"), b"fine"), (DocumentDraft("b.txt"), b"MZ\x90\0")]
    with pytest.raises(InvalidError, match="is a program or a script"):
        workspace.run(add_documents, files)
    assert workspace.ask(documents) == []
