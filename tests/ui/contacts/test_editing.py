"""The editors of contacts: what is kept, what is refused, and that nothing typed is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtTest import QTest

from app.contacts.queries import person_sheet
from app.core import search
from tests.builders import make_reception, person_draft
from tests.ui.calm import calm_in_one_of
from tests.ui.contacts.hands import choose, press, titles
from ui.contacts.facts import PersonFacts
from ui.contacts.override_editor import OverrideEditor
from ui.contacts.person_editor import PersonEditor
from ui.contacts.posting_editor import PostingEditor

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.contacts.page import ContactsPage


def test_a_new_person_is_added_and_shown(qtbot: QtBot, page: ContactsPage, far: Workspace) -> None:
    page.handlers["contacts.new_person"]()
    dialog = page.work.dialog
    assert isinstance(dialog, PersonEditor)
    QTest.keyClicks(dialog.form["given_name"].editor, "Ingrid")  # type: ignore[attr-defined]  # a line
    QTest.keyClicks(dialog.form["family_name"].editor, "Solheim")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    qtbot.waitUntil(lambda: "Solheim, Ingrid" in titles(page))

    def shown() -> bool:
        facts = page.detail.facts()
        return isinstance(facts, PersonFacts) and facts.sheet.draft.family_name == "Solheim"

    qtbot.waitUntil(shown)
    assert far.ask(search.count, "Solheim") == 1


def test_an_editor_keeps_what_was_typed_when_something_is_wrong(page: ContactsPage) -> None:
    page.work.new_person()
    dialog = page.work.dialog
    assert dialog is not None
    dialog.form["emails"].set_value(("not a mail",))
    dialog.keep.click()
    assert dialog.isVisible()
    assert "needs a name" in dialog.form["family_name"].problem()
    assert "no mail address" in dialog.form["emails"].problem()
    dialog.form["birth_date"].editor.setText("31 Feb 1970")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    assert dialog.form["birth_date"].problem()
    dialog.form.dirty = False
    dialog.reject()


def test_a_change_by_somebody_else_is_told_and_nothing_is_lost(
    qtbot: QtBot, page: ContactsPage
) -> None:
    from app.contacts.commands import change_person

    facts = choose(qtbot, page, "Okafor")
    assert isinstance(facts, PersonFacts)
    page.work.edit_person(facts)
    dialog = page.work.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.form["city"].editor, "Ghent")  # type: ignore[attr-defined]  # a line
    draft = person_draft(family_name="Okafor", given_name="Chidi", city="Bruges")
    page.desk.jobs.run(change_person, facts.sheet.id, None, draft)
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(dialog.form.banner.words()))
    assert "Somebody else changed this" in dialog.form.banner.words()
    assert dialog.form["city"].value() == "Ghent"
    dialog.form.dirty = False
    dialog.reject()


def test_people_are_put_on_a_guest_list(qtbot: QtBot, page: ContactsPage) -> None:
    receptions: list[UUID] = []
    page.desk.jobs.with_office(make_reception, then=receptions.append)
    qtbot.waitUntil(lambda: bool(receptions))
    facts = choose(qtbot, page, "Tanaka")
    assert isinstance(facts, PersonFacts)
    page.handlers["contacts.invite"]()
    qtbot.waitUntil(lambda: page.work.dialog is not None)
    dialog = page.work.dialog
    assert dialog is not None
    dialog.keep.click()
    assert dialog.form["reception"].problem()
    from ui.core.record_field import Choice

    dialog.form["reception"].set_value(Choice(receptions[0], "Spring reception"))
    dialog.keep.click()

    def met() -> bool:
        shown = page.detail.facts()
        return isinstance(shown, PersonFacts) and any(
            one.kind == "reception" for one in shown.memory.timeline.rows
        )

    qtbot.waitUntil(met)


def test_a_posting_with_a_bad_date_is_not_kept(qtbot: QtBot, page: ContactsPage) -> None:
    choose(qtbot, page, "Tanaka")
    press(page.detail, "Edit the posting: Ambassador")
    dialog = page.work.dialog
    assert isinstance(dialog, PostingEditor)
    until = dialog.form["ends_on"]
    until.editor.setText("31 Feb 2027")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    assert dialog.isVisible()
    assert until.problem()
    until.editor.setText("1 Jan 2020")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    assert "before the beginning" in until.problem()
    until.editor.setText("1 Jan 2027")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()

    def ended() -> bool:
        facts = page.detail.facts()
        if not isinstance(facts, PersonFacts):
            return False
        return facts.sheet.postings[0].draft.ends_on is not None

    qtbot.waitUntil(ended)


def test_an_own_form_of_address_is_kept_with_its_confirmation(
    qtbot: QtBot, page: ContactsPage
) -> None:
    facts = choose(qtbot, page, "Tanaka")
    press(page.detail, "Correct place card")
    dialog = page.work.dialog
    assert isinstance(dialog, OverrideEditor)
    dialog.form["words"].set_value("H.E. Ms Tanaka")
    dialog.form["confirmed_on"].editor.setText("9 Apr 2024")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.work.dialog is None)

    def kept() -> bool:
        told: list[object] = []
        page.desk.jobs.ask(person_sheet, facts.sheet.id, then=told.append, owner=page)
        qtbot.waitUntil(lambda: bool(told))
        return bool(told[0].overrides)  # type: ignore[attr-defined]  # a sheet

    qtbot.waitUntil(kept)


@pytest.mark.parametrize("which", ["new person", "person", "new post", "post", "posting"])
def test_an_editor_opens_without_a_stop(qtbot: QtBot, page: ContactsPage, which: str) -> None:
    facts = choose(qtbot, page, "North Sea" if which == "post" else "Tanaka")
    acts: dict[str, Callable[[], object]] = {
        "new person": page.handlers["contacts.new_person"],
        "person": page.handlers["contacts.edit"],
        "new post": page.handlers["contacts.new_post"],
        "post": page.handlers["contacts.edit"],
        "posting": partial(page.work.new_posting, cast("PersonFacts", facts)),
    }
    work = page.work

    def open_it() -> None:
        if work.dialog is not None:
            work.dialog.reject()
            work.dialog = None
        acts[which]()
        qtbot.waitUntil(lambda: work.dialog is not None and work.dialog.isVisible())

    calm_in_one_of(3, open_it)
    assert work.dialog is not None
    work.dialog.reject()
