"""The contacts page as people use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.core import search
from app.core.directory import View
from tests.builders import make_guest, make_person, person_draft
from tests.ui.contacts.hands import choose, make_ids, press, titles
from ui.contacts.facts import OrganisationFacts, PersonFacts
from ui.core.labels import Link

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.ui.contacts.conftest import Told
    from ui.contacts.page import ContactsPage


def test_the_list_shows_everybody_in_name_order(page: ContactsPage) -> None:
    assert titles(page)[-3:] == ["North Sea Port", "Okafor, Chidi", "Tanaka, Aoi"]
    assert page.remark.words() == "3 people · 3 posts and organisations"


def test_a_view_shows_only_its_lines(qtbot: QtBot, page: ContactsPage) -> None:
    press(page, "Heads of mission")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert titles(page) == ["Okafor, Chidi", "Tanaka, Aoi"]
    qtbot.waitUntil(lambda: page.remark.words() == "2 of 6 shown")


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


def test_removing_is_taken_back_by_undo(qtbot: QtBot, page: ContactsPage) -> None:
    choose(qtbot, page, "De Backer")
    page.table.setFocus()
    page.handlers["contacts.delete"]()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    assert page.desk.jobs.undo_label is not None
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: "De Backer, Lies" in titles(page))


def test_a_choice_made_while_a_list_is_on_its_way_stays(qtbot: QtBot, page: ContactsPage) -> None:
    chosen = choose(qtbot, page, "Tanaka").sheet.id
    page.listing._held = (None, frozenset())  # as if another list had been asked for before
    packed = b"".join(one.bytes for one in page.model.ids())
    page.listing._ids_came((packed, []))
    assert page.table.current_id() == chosen
    assert page.table.selected_ids() == [chosen]


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
