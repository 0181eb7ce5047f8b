"""The contacts page as people use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.contacts.queries import person_sheet
from app.core import search
from app.core.directory import View
from tests.builders import make_guest, make_person, make_reception, person_draft
from ui.contacts.facts import OrganisationFacts, PersonFacts
from ui.contacts.person_editor import PersonEditor
from ui.contacts.posting_editor import OverrideEditor, PostingEditor
from ui.core.labels import Link

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.ui.contacts.conftest import Told
    from ui.contacts.page import ContactsPage


def titles(page: ContactsPage) -> list[str]:
    """The names in the list."""
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    return [row.title for row in rows if row is not None]


def choose(qtbot: QtBot, page: ContactsPage, title: str) -> PersonFacts | OrganisationFacts:
    """Choose a contact by the beginning of its name, and wait for its pane."""
    place = next(at for at, one in enumerate(titles(page)) if one.startswith(title))
    wanted = page.model.id_at(place)
    page.table.select_id(wanted)

    def shown() -> bool:
        facts = page.detail.facts()
        return facts is not None and facts.sheet.id == wanted

    qtbot.waitUntil(shown)
    facts = page.detail.facts()
    assert facts is not None
    return facts


def press(part: QWidget, words: str) -> None:
    """Click the button with these words or this accessible name."""
    found = [
        one
        for one in part.findChildren(QAbstractButton)
        if words in (one.text().replace("&", ""), one.accessibleName())
    ]
    assert found, f"no button {words}"
    found[0].click()


def test_the_list_shows_everybody_in_name_order(page: ContactsPage) -> None:
    assert titles(page)[-3:] == ["North Sea Port", "Okafor, Chidi", "Tanaka, Aoi"]
    assert page.remark.words() == "3 people · 3 posts and organisations"


def test_a_view_shows_only_its_lines(qtbot: QtBot, page: ContactsPage) -> None:
    press(page, "Heads of mission")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert titles(page) == ["Okafor, Chidi", "Tanaka, Aoi"]
    assert page.remark.words().startswith("2 shown")


def test_typing_in_the_filter_narrows_the_list(qtbot: QtBot, page: ContactsPage) -> None:
    page.handlers["contacts.filter"]()
    QTest.keyClicks(page.filter, "japan")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert "Tanaka, Aoi" in titles(page)
    QTest.keyClick(page.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)


def test_a_filter_without_answer_offers_everybody(qtbot: QtBot, page: ContactsPage) -> None:
    QTest.keyClicks(page.filter, "zzz")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    press(page, "Show everybody")
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)


def test_a_header_sorts_both_ways(qtbot: QtBot, page: ContactsPage) -> None:
    before = titles(page)
    page.table.sort_asked.emit("docid", True)
    qtbot.waitUntil(lambda: titles(page) == before[::-1])


def test_the_pane_tells_of_the_chosen_person(qtbot: QtBot, page: ContactsPage) -> None:
    facts = choose(qtbot, page, "Tanaka")
    assert isinstance(facts, PersonFacts)
    press(page.detail, "NL")
    words = [one.text() for one in page.detail.findChildren(QAbstractButton)]
    assert "Embassy of Japan" in words
    copied = page.detail.content.address  # type: ignore[union-attr]  # a person is shown
    assert copied.spoken() == "nl"


def test_a_form_of_address_is_copied(qtbot: QtBot, page: ContactsPage) -> None:
    facts = choose(qtbot, page, "Tanaka")
    assert isinstance(facts, PersonFacts)
    press(page.detail, "Copy envelope")
    english = next(forms for one, forms in facts.forms.items() if one == "en")
    assert QGuiApplication.clipboard().text() == english["envelope"].text


def test_a_link_leads_from_person_to_post(qtbot: QtBot, page: ContactsPage) -> None:
    choose(qtbot, page, "Tanaka")
    press(page.detail, "Show Embassy of Japan")
    qtbot.waitUntil(lambda: isinstance(page.detail.facts(), OrganisationFacts))
    current = page.table.current_row()
    assert current is not None
    assert current.kind == "organisation"


def test_a_new_person_is_added_and_shown(
    qtbot: QtBot, page: ContactsPage, filled: Workspace
) -> None:
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
    assert filled.ask(search.count, "Solheim") == 1


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


def test_removing_is_taken_back_by_undo(qtbot: QtBot, page: ContactsPage) -> None:
    choose(qtbot, page, "De Backer")
    page.table.setFocus()
    page.handlers["contacts.delete"]()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    assert page.desk.jobs.undo_label is not None
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: "De Backer, Lies" in titles(page))


def test_several_are_removed_as_one_step(qtbot: QtBot, page: ContactsPage) -> None:
    first = make_ids(page, ("De Backer", "North Sea Port"))
    page.table.clearSelection()
    for record in first:
        place = page.model.place_of(record)
        flags = page.table.selectionModel().SelectionFlag
        index = page.model.index(place, 0)
        page.table.selectionModel().select(index, flags.Select | flags.Rows)
    page.handlers["contacts.delete"]()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)


def make_ids(page: ContactsPage, names: tuple[str, ...]) -> list[UUID]:
    """The ids of the contacts whose names begin so."""
    return [page.model.id_at(at) for at, one in enumerate(titles(page)) if one.startswith(names)]


def test_the_selection_survives_a_change_elsewhere(qtbot: QtBot, page: ContactsPage) -> None:
    facts = choose(qtbot, page, "Tanaka")
    from app.contacts.commands import add_person

    page.desk.jobs.run(add_person, person_draft(family_name="Aalto", given_name="Eero"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)
    qtbot.waitUntil(lambda: page.table.current_id() == facts.sheet.id)


def test_a_guest_cannot_be_removed_and_the_reason_is_told(qtbot: QtBot, page: ContactsPage) -> None:
    facts = choose(qtbot, page, "De Backer")
    done: list[UUID] = []
    page.desk.jobs.with_office(
        lambda office: make_guest(office, person_id=facts.sheet.id), then=done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    problems: list[Exception] = []
    page.desk.jobs.problem.connect(problems.append)
    page.table.select_id(facts.sheet.id)
    page.handlers["contacts.delete"]()
    qtbot.waitUntil(lambda: bool(problems))
    assert "still used" in str(problems[0])


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
        return isinstance(shown, PersonFacts) and len(shown.meetings) == 1

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


def test_a_narrow_page_opens_the_pane_by_enter(qtbot: QtBot, page: ContactsPage) -> None:
    page.resize(640, 700)
    qtbot.waitUntil(page.pane_is_folded)
    assert page.pane is not None
    assert not page.pane.isVisible()
    page.table.select_id(page.model.id_at(0))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.pane.isVisible)


def test_a_record_from_elsewhere_is_found_through_any_filter(
    qtbot: QtBot, page: ContactsPage
) -> None:
    wanted = make_ids(page, ("North Sea Port",))[0]
    QTest.keyClicks(page.filter, "tanaka")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.show_record(wanted)
    qtbot.waitUntil(lambda: page.table.current_id() == wanted)
    qtbot.waitUntil(lambda: page.detail.record() == wanted)


def test_the_page_goes_back_to_where_it_was(qtbot: QtBot, page: ContactsPage, keep: object) -> None:
    press(page, "People")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    facts = choose(qtbot, page, "Tanaka")
    kept = page.state()
    from ui.contacts.page import ContactsPage

    again = keep(ContactsPage(page.desk))  # type: ignore[operator]  # a fixture's function
    again.restore(kept)
    again.resize(1250, 800)
    again.show()
    qtbot.waitUntil(lambda: again.model.rowCount() == 3)
    qtbot.waitUntil(lambda: again.table.current_id() == facts.sheet.id)


def test_an_empty_office_says_what_belongs_here(
    qtbot: QtBot, workspace: Workspace, keep: object, state: object
) -> None:
    from ui.contacts.page import ContactsPage
    from ui.core.jobs import Jobs
    from ui.core.page import Desk

    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    page = keep(ContactsPage(Desk(jobs, state)))  # type: ignore[arg-type, operator]  # fixtures
    page.resize(1200, 700)
    page.show()

    def offered() -> bool:
        found = [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()]
        return "Import a list…" in found

    qtbot.waitUntil(offered)
    jobs.close()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_clipped_in_the_pane(qtbot: QtBot, page: ContactsPage, scale: float) -> None:
    from ui.core import theme

    theme.apply(scale=scale)
    page.resize(1600, 1000)
    choose(qtbot, page, "Tanaka")
    page.detail.refresh()
    qtbot.wait(60)
    for button in page.detail.findChildren(QAbstractButton):
        if not isinstance(button, Link) and button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
            left = button.mapTo(page.detail, QPoint(0, 0)).x()
            assert left + button.width() <= page.detail.width(), button.accessibleName()


def test_a_hundred_thousand_lines_do_not_stall_the_window(
    qtbot: QtBot, page: ContactsPage, beat: object
) -> None:
    from uuid import uuid4

    from ui.core.columns import PackedIds

    packed = b"".join(uuid4().bytes for _ in range(100))
    page.model.show(PackedIds(packed * 1_000))
    page.table.scrollToBottom()
    qtbot.wait(30)
    page.table.scrollToTop()
    qtbot.wait(30)
    assert page.model.rowCount() == 100_000
    del beat


def test_the_office_counts_what_was_added(filled: Workspace) -> None:
    make_person(filled, family_name="Rao")
    ids = filled.ask(search.ordered_ids, View(kinds=("person",)), "docid")
    assert len(ids) == 16 * 4


def test_the_import_button_leads_to_the_import(page: ContactsPage, told: Told) -> None:
    press(page, "Import…")
    assert told.gone == [("import",)]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_people_are_exported(
    qtbot: QtBot, page: ContactsPage, told: Told, tmp_path: Path, ending: str
) -> None:
    page.work.export_to("people", tmp_path / f"people.{ending}")
    qtbot.waitUntil(lambda: bool(told.said))
    assert told.said == ["Wrote 3 rows"]
    assert (tmp_path / f"people.{ending}").stat().st_size > 100


def test_the_pane_is_built_quickly(qtbot: QtBot, page: ContactsPage) -> None:
    from time import perf_counter

    from ui.contacts.person_detail import PersonDetail

    facts = choose(qtbot, page, "Tanaka")
    assert isinstance(facts, PersonFacts)
    spent = []
    for _ in range(5):
        began = perf_counter()
        made = PersonDetail(facts)
        spent.append(perf_counter() - began)
        made.deleteLater()
    assert min(spent) < 0.05
