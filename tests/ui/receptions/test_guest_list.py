"""The guest list in depth: views, rounds, delegations, company, the kitchen, replies of a list."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.contacts.commands import change_person
from app.contacts.queries import person_sheet
from app.core import clock
from app.core.text import Language
from app.receptions.commands import (
    change_reception,
    invite,
    keep_guest,
    set_guest_rules,
    set_round,
    set_status,
)
from app.receptions.draft import CompanionDraft, GuestDraft, GuestRules
from app.receptions.queries import catering_notes, delegations, guests, reception_sheet
from app.receptions.rules import Status
from tests.builders import make_person, make_reception
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.receptions import guest_views
from ui.receptions.catering_editor import CateringEditor
from ui.receptions.delegations_dialog import DelegationEditor, DelegationsDialog
from ui.receptions.dossier import ReceptionPage
from ui.receptions.guest_editor import GuestEditor
from ui.receptions.guest_rules_editor import GuestRulesEditor
from ui.receptions.guest_views import Deadline
from ui.receptions.replies_dialog import ASK, RepliesDialog

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from app.receptions.queries import GuestRow
    from ui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, evening: UUID, qtbot: QtBot) -> ReceptionPage:
    """The guests of the coming reception."""
    window.go("reception", evening)
    made = window.frame.pages.page()
    assert isinstance(made, ReceptionPage)
    made.tabs.choose("guests")
    qtbot.waitUntil(lambda: made.guests.model.rowCount() == 2)
    return made


def rows(page: ReceptionPage) -> list[GuestRow]:
    return page.guests.model.rows()


def told(qtbot: QtBot, page: ReceptionPage, query: Any, *args: object) -> Any:
    answers: list[Any] = []
    page.desk.jobs.ask(query, *args, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_the_circle_of_many_and_the_view_by_circle(page: ReceptionPage, qtbot: QtBot) -> None:
    page.guests.table.selectRow(0)
    page.guests.set_circle("press")
    qtbot.waitUntil(lambda: {one.circle for one in rows(page)} == {"press", "guests"})
    page.guests._chips.choose(guest_views.CIRCLES)
    page.guests._show()
    assert [one.circle for one in rows(page)] == ["press", "guests"]
    assert page.guests.table.groups._words == [("Press", 1), ("Guests", 1)]


def test_a_regret_offers_the_next_by_one_key(
    page: ReceptionPage, evening: UUID, people: list[UUID], qtbot: QtBot
) -> None:
    jobs = page.desk.jobs
    jobs.run(invite, evening, people[2:])
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    later = next(one for one in rows(page) if one.name.family == "Cruz")
    page.guests.table.select_id(later.id)
    page.guests.set_round(2)
    qtbot.waitUntil(lambda: rows(page)[-1].waits)
    assert not page.guests.findings.isVisible()
    first = rows(page)[0].id
    jobs.run(set_status, [first], Status.REGRETS)
    qtbot.waitUntil(page.guests.findings.isVisible)
    assert page.guests.findings.free.words() == "1 place came free. Invite: Dé Cruz."
    page.guests.table.setFocus()
    page.guests.table.selectRow(0)
    qtbot.waitUntil(page.guests.table.hasFocus)
    QTest.keyClick(page.guests.table, Qt.Key.Key_B)
    qtbot.waitUntil(
        lambda: {one.name.family: one.status for one in rows(page)}["Cruz"] == Status.INVITED
    )
    qtbot.waitUntil(lambda: not page.guests.findings.isVisible())


def test_a_guest_is_edited_with_company(page: ReceptionPage, qtbot: QtBot) -> None:
    page.guests.table.selectRow(0)
    page.guests.edit()
    dialog = opened(qtbot, GuestEditor)
    dialog.company.more.click()
    dialog.company.lines[0].edits["name"].setText("Keiko Aoki")
    dialog.company.lines[0].edits["seat"].setText("2")
    dialog.company.more.click()  # nobody: left out
    keep(qtbot, GuestEditor, persons=3, seat="1", plate="CD-001", invitation_round="2")
    qtbot.waitUntil(lambda: any(one.seat == "1" for one in rows(page)))
    one = next(one for one in rows(page) if one.seat == "1")
    assert [(who.name, who.draft.seat) for who in one.companions] == [("Keiko Aoki", "2")]
    assert (one.persons, one.missing_names, one.plate, one.invitation_round) == (3, 1, "CD-001", 2)


def test_a_delegation_is_begun_with_the_selected(
    page: ReceptionPage, evening: UUID, qtbot: QtBot
) -> None:
    page.guests.table.selectAll()
    page.guests.new_delegation()
    keep(qtbot, DelegationEditor, name="Kanazawa", expected=12)
    qtbot.waitUntil(lambda: {one.delegation for one in rows(page)} == {"Kanazawa"})
    qtbot.waitUntil(lambda: bool(page.guests._around.delegations))
    page.guests._chips.choose(guest_views.DELEGATIONS)
    page.guests._show()
    assert page.guests.table.groups._words == [("Kanazawa · 12 announced, 2 named", 2)]
    page.guests.show_delegations()
    dialog = opened(qtbot, DelegationsDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    remove = next(button for button, _ in dialog.buttons if button.text() == "Remove")
    remove.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    dialog.accept()
    assert told(qtbot, page, delegations, evening) == []
    qtbot.waitUntil(lambda: {one.delegation for one in rows(page)} == {""})
    assert len(rows(page)) == 2


def test_the_kitchens_notes_are_hidden_until_asked_for(
    page: ReceptionPage, evening: UUID, qtbot: QtBot
) -> None:
    page.guests.table.selectRow(0)
    first = rows(page)[0].id
    page.guests.edit_catering()
    dialog = opened(qtbot, CateringEditor)
    dialog.notes.notes[0].what.setText("no shellfish")
    dialog.notes.notes[0].source.setText("the embassy")
    keep(qtbot, CateringEditor)
    qtbot.waitUntil(lambda: rows(page)[0].catering == 1)
    catering = [one.key for one in page.guests.model.columns].index("catering")

    def cell() -> str:
        cells = page.guests.model.cells(0)
        assert cells is not None
        return cells[catering].text

    assert cell() == "1 note"
    assert "shellfish" not in repr(rows(page))
    page.guests._reveal.setChecked(True)
    qtbot.waitUntil(lambda: cell() == "no shellfish")
    page.guests._reveal.setChecked(False)
    qtbot.waitUntil(lambda: cell() == "1 note")
    [note] = told(qtbot, page, catering_notes, evening)[first]
    assert note.draft.told_on == clock.today()


def test_replies_are_looked_at_before_they_are_noted(
    page: ReceptionPage, evening: UUID, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "replies.csv"
    path.write_text(
        "naam;antwoord\nRen Aoki;ja, met 2 personen\nZ. Blanc;komt niet\nIda Nobody;ja\n", "utf-8"
    )
    dialog = RepliesDialog.show_file(page.guests, page.desk, evening, path)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    assert [one.state for one in dialog.model.rows()] == ["sure", "doubtful", "unknown"]
    assert dialog.note.text() == "Note 1 reply"
    dialog.chips.choose(ASK)
    dialog._show()
    assert [one.row.name for one in dialog.model.rows()] == ["Z. Blanc", "Ida Nobody"]
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.note.text() == "Note 2 replies"
    dialog.all_new.click()
    assert dialog.note.text() == "Note 3 replies"
    dialog.note.click()
    qtbot.waitUntil(lambda: shown(RepliesDialog) is None)
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    assert {one.name.family: (one.status, one.persons) for one in rows(page)} == {
        "Aoki": (Status.ACCEPTED, 2),
        "Blanc": (Status.REGRETS, 1),
        "Nobody": (Status.ACCEPTED, 1),
    }


def test_a_list_that_is_none_is_told(
    page: ReceptionPage, evening: UUID, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("naam;stad\nRen Aoki;Gent\n", "utf-8")
    dialog = RepliesDialog.show_file(page.guests, page.desk, evening, path)
    qtbot.waitUntil(lambda: bool(dialog.banner.words()))
    assert "No replies are found" in dialog.banner.words()
    assert not dialog.note.isEnabled()
    dialog.reject()


def test_the_office_sets_its_numbers(page: ReceptionPage, qtbot: QtBot) -> None:
    page.guests.edit_rules()
    keep(qtbot, GuestRulesEditor, phone_days=7, catering_days=30)
    qtbot.waitUntil(lambda: page.guests._around.rules.phone_days == 7)
    assert page.guests._around.rules.catering_days == 30


def test_views_and_figures_are_plain_functions(workspace: Workspace) -> None:
    reception = make_reception(workspace, title="List", capacity=3)
    ids = [make_person(workspace, family_name=name) for name in ("Aalto", "Bo", "Cruz", "Dietz")]
    workspace.run(invite, reception, ids, Status.INVITED)
    listed = workspace.ask(guests, reception, Language.EN)
    spouse = GuestDraft(persons=3, companions=(CompanionDraft("Ida"),))
    workspace.run(keep_guest, listed[0].id, None, spouse)
    workspace.run(set_status, [listed[0].id, listed[1].id], Status.ACCEPTED)
    workspace.run(set_round, [listed[3].id], 2)
    found = workspace.ask(guests, reception, Language.EN)
    late = Deadline(clock.today().replace(year=2001), clock.today())
    assert dict(guest_views.chips(found, late)) == {
        "all": "By precedence",
        "awaiting": "Awaiting · 2",
        "phone": "To phone · 2",
        "waiting": "Waiting list · 1",
        "round2": "Round B · 1",
    }
    assert guest_views.figures(found, 3, late)["persons"] == ("3", "of 3 seats · 1 without a name")
    assert guest_views.figures(found, 3, late)["awaiting"] == ("2", "2 past deadline")
    assert len(guest_views.shown(found, "phone", late)) == 2
    assert [one.status for one in guest_views.shown(found, "waiting", late)] == [Status.WAITING]
    assert guest_views.shown(found, "phone", replace(late, day=None)) == []


def test_three_hundred_guests_are_calm(
    window: MainWindow, workspace: Workspace, evening: UUID, qtbot: QtBot
) -> None:
    del workspace
    window.go("reception", evening)
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    page.tabs.choose("guests")
    qtbot.waitUntil(lambda: page.guests.model.rowCount() == 2)
    one = rows(page)[0]
    from uuid import uuid4

    many = [replace(one, id=uuid4(), place=place) for place in range(1, 301)]

    def show() -> None:
        page.guests._answered(many)
        page.guests._chips.choose(guest_views.CIRCLES)
        page.guests._show()
        page.guests._chips.choose(guest_views.ALL)
        page.guests._show()

    calm_in_one_of(3, show)
    assert page.guests.model.rowCount() == 300


def test_those_to_phone_stand_with_their_numbers(
    page: ReceptionPage, evening: UUID, people: list[UUID], qtbot: QtBot
) -> None:
    jobs = page.desk.jobs
    jobs.run(set_guest_rules, GuestRules(365, 14))
    sheet = told(qtbot, page, reception_sheet, evening)
    soon = clock.today() + dt.timedelta(days=2)
    jobs.run(change_reception, evening, sheet.revision, replace(sheet.draft, reply_by=soon))
    person = told(qtbot, page, person_sheet, people[0])
    with_phone = replace(person.draft, phones=("+32 2 500 00 01",))
    jobs.run(change_person, people[0], person.revision, with_phone)
    qtbot.waitUntil(lambda: guest_views.PHONE in page.guests._chips._chips)
    page.guests._chips.choose(guest_views.PHONE)
    page.guests._choose_view(guest_views.PHONE)
    qtbot.waitUntil(lambda: any(one.phones == "+32 2 500 00 01" for one in rows(page)))
    assert "phones" in page.guests.table.columns_shown()
    page.guests._chips.choose(guest_views.ALL)
    page.guests._choose_view(guest_views.ALL)
    assert "phones" not in page.guests.table.columns_shown()
