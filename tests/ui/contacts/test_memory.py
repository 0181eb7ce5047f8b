"""What the office remembers, as people write it down on the contacts page."""

from __future__ import annotations

import datetime as dt
import os
import stat
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from app.core import private_folder
from app.core.errors import InvalidError
from app.core.text import Language
from app.dossiers.commands import write_letter
from app.dossiers.draft import LetterDraft
from app.dossiers.queries import GiftRow, document_body, documents, gifts, moment_sheet, open_tasks
from app.overview.timeline import of_person
from tests.builders import make_document, make_gift, make_moment, make_task
from tests.ui.contacts.hands import choose, make_ids, press
from tests.ui.receptions.dialogs import opened, shown
from ui.contacts.facts import PersonFacts
from ui.contacts.letter_paper import LetterPaper
from ui.core.record_field import Choice
from ui.dossiers.gift_editor import GiftEditor
from ui.dossiers.moment_editor import MomentEditor
from ui.dossiers.task_editor import DocumentEditor, TaskEditor
from ui.dossiers.timeline_dialog import TimelineDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.ui.contacts.conftest import Told
    from ui.contacts.page import ContactsPage

EN = Language.EN


@pytest.fixture
def opening(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the system was asked to open."""
    asked: list[str] = []

    def note(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    yield asked
    private_folder.forget()


def tanaka(qtbot: QtBot, page: ContactsPage) -> UUID:
    """Choose the ambassador of Japan."""
    return choose(qtbot, page, "Tanaka").sheet.id


def facts_of(page: ContactsPage) -> PersonFacts:
    """What the pane shows of a person."""
    found = page.detail.facts()
    assert isinstance(found, PersonFacts)
    return found


def test_a_contact_is_logged_with_its_task_and_taken_back(
    qtbot: QtBot, page: ContactsPage, far: Workspace
) -> None:
    tanaka(qtbot, page)
    press(page.detail, "Log contact")
    dialog = opened(qtbot, MomentEditor)
    assert dialog.form["people"].choices()[0].title == "Aoi Tanaka"  # type: ignore[attr-defined]  # several records
    assert dialog.form["by"].value() == "desk"
    QTest.keyClicks(dialog.form["subject"].editor, "Port hydrogen")  # type: ignore[attr-defined]  # a line
    QTest.keyClicks(dialog.form["task_title"].editor, "Send the brochure")  # type: ignore[attr-defined]  # a line
    assert dialog.form.dirty
    dialog.keep.click()
    qtbot.waitUntil(lambda: shown(MomentEditor) is None)
    qtbot.waitUntil(lambda: len(facts_of(page).memory.tasks) == 1)
    row = next(one for one in facts_of(page).memory.timeline.rows if one.kind == "moment")
    sheet = far.ask(moment_sheet, row.ref_id, EN)
    assert sheet.organisation is not None
    assert sheet.organisation.name == "Embassy of Japan"
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: not facts_of(page).memory.tasks)
    assert not [one for one in facts_of(page).memory.timeline.rows if one.kind == "moment"]


def test_a_contact_lacking_words_stays_open(qtbot: QtBot, page: ContactsPage) -> None:
    tanaka(qtbot, page)
    page.handlers["contacts.log"]()
    dialog = opened(qtbot, MomentEditor)
    dialog.form.set_values({"task_due": dt.date(2026, 1, 5)})
    dialog.keep.click()
    assert dialog.form["subject"].problem()
    assert dialog.form["task_title"].problem()
    dialog.form.dirty = False
    dialog.reject()


def test_several_chosen_are_logged_together(qtbot: QtBot, page: ContactsPage) -> None:
    ids = make_ids(page, ("Tanaka", "Okafor"))
    page.table.clearSelection()
    model = page.table.selectionModel()
    for record in ids:
        index = page.model.index(page.model.place_of(record), 0)
        model.select(index, model.SelectionFlag.Select | model.SelectionFlag.Rows)
    page.handlers["contacts.log"]()
    dialog = opened(qtbot, MomentEditor)
    assert dialog.windowTitle() == "Log contact with 2 people"
    assert set(dialog.form["people"].value()) == set(ids)  # type: ignore[call-overload]  # ids
    press(dialog, "Take Tanaka, Aoi out")
    assert len(dialog.form["people"].value()) == 1  # type: ignore[arg-type]  # ids
    dialog.form.dirty = False
    dialog.reject()


def test_space_ticks_a_task(qtbot: QtBot, page: ContactsPage, far: Workspace) -> None:
    record = tanaka(qtbot, page)
    late = dt.date(2020, 1, 6)
    make_task(far, person=record, due_on=late)
    page.detail.refresh()
    qtbot.waitUntil(lambda: bool(page.detail.findChildren(QCheckBox)))
    box = page.detail.findChildren(QCheckBox)[0]
    assert box.accessibleName() == "Done: Thank-you letter"
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not facts_of(page).memory.tasks)
    assert far.ask(open_tasks, EN, person=record) == []


def test_a_task_is_added_about_the_contact(
    qtbot: QtBot, page: ContactsPage, far: Workspace
) -> None:
    record = tanaka(qtbot, page)
    page.handlers["contacts.task"]()
    dialog = opened(qtbot, TaskEditor)
    QTest.keyClicks(dialog.form["title"].editor, "Phone")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    qtbot.waitUntil(lambda: len(facts_of(page).memory.tasks) == 1)
    (task,) = far.ask(open_tasks, EN, person=record)
    assert task.draft.owner == "desk"


def test_files_are_dropped_on_the_pane_and_opened_as_copies(
    qtbot: QtBot, page: ContactsPage, far: Workspace, tmp_path: Path, opening: list[str]
) -> None:
    record = tanaka(qtbot, page)
    kept = tmp_path / "visit.txt"
    kept.write_text("Programme", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(kept))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert page.memory._drop.eventFilter(page.detail, drop)
    qtbot.waitUntil(lambda: len(facts_of(page).memory.documents) == 1)
    (row,) = far.ask(documents, person=record)
    assert far.ask(document_body, row.id) == b"Programme"
    press(page.detail, "Open visit.txt")
    qtbot.waitUntil(lambda: len(opening) == 1)
    from pathlib import Path as Place

    copy = Place(opening[0])
    assert copy.read_bytes() == b"Programme"
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    private_folder.forget()
    assert not copy.exists()


def test_a_dangerous_file_is_neither_kept_nor_opened(
    qtbot: QtBot, page: ContactsPage, told: Told, tmp_path: Path, far: Workspace,
    opening: list[str],
) -> None:  # fmt: skip
    record = tanaka(qtbot, page)
    bad = tmp_path / "offer.pdf"
    bad.write_bytes(b"MZ\x90\0")
    page.memory.take([bad])
    qtbot.waitUntil(lambda: len(told.complaints) == 1)
    assert isinstance(told.complaints[0], InvalidError)
    assert far.ask(documents) == []
    make_document(far, b"drawing", name="plan.dwg", person=record)
    (row,) = far.ask(documents, person=record)
    page.memory.work.documents.open(row)
    qtbot.waitUntil(lambda: len(told.complaints) == 2)
    assert "does not open files like" in str(told.complaints[1])
    assert opening == []


def test_a_document_is_saved_renamed_and_removed(
    qtbot: QtBot, page: ContactsPage, far: Workspace, tmp_path: Path, told: Told
) -> None:
    record = tanaka(qtbot, page)
    make_document(far, person=record)
    (row,) = far.ask(documents, person=record)
    work = page.memory.work.documents
    work.save_to(row, tmp_path / "out.txt")
    qtbot.waitUntil(lambda: told.said == ["Saved out.txt"])
    assert (tmp_path / "out.txt").read_bytes() == b"Dear reader"
    work.rename(row)
    dialog = opened(qtbot, DocumentEditor)
    dialog.form.set_values({"name": "letter.exe"})
    dialog.keep.click()
    assert "program or a script" in dialog.form["name"].problem()
    dialog.form.set_values({"name": "answer.txt"})
    dialog.keep.click()
    qtbot.waitUntil(lambda: shown(DocumentEditor) is None)
    work.remove(far.ask(documents, person=record)[0])
    qtbot.waitUntil(lambda: filled_documents(page) == 0)
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: filled_documents(page) == 1)
    assert facts_of(page).memory.documents[0].draft.name == "answer.txt"


def filled_documents(page: ContactsPage) -> int:
    """How many documents the pane shows."""
    return len(facts_of(page).memory.documents)


def test_the_whole_timeline_filters_and_opens_records(
    qtbot: QtBot, page: ContactsPage, far: Workspace
) -> None:
    record = tanaka(qtbot, page)
    for day in range(1, 13):
        make_moment(far, record, happened_on=dt.date(2025, 3, day), subject=f"Day {day}")
    make_gift(far, person=record)
    page.handlers["contacts.timeline"]()
    dialog = opened(qtbot, TimelineDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 14)
    press(dialog, "Gifts · 1")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog.table.opened.emit(dialog.model.row(0))
    gift = opened(qtbot, GiftEditor)
    assert gift.form["what"].value() == "Lace bookmark"
    press(gift, "Remove")
    qtbot.waitUntil(lambda: shown(GiftEditor) is None)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 13)
    dialog.reject()
    assert len(far.ask(of_person, record, EN).rows) == 13


def test_a_letter_opens_from_the_timeline(qtbot: QtBot, page: ContactsPage, far: Workspace) -> None:
    record = tanaka(qtbot, page)
    draft = LetterDraft(dt.date(2026, 3, 2), "nl", "Kanazawa", "Beste groeten.", person_id=record)
    far.run(write_letter, draft)
    page.handlers["contacts.timeline"]()
    dialog = opened(qtbot, TimelineDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    press(dialog, "Letters · 1")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog.table.opened.emit(dialog.model.row(0))
    paper = opened(qtbot, LetterPaper)
    assert "Kanazawa" in paper.windowTitle()
    paper.reject()


def test_the_same_gift_is_told_before_it_is_given(
    qtbot: QtBot, page: ContactsPage, far: Workspace
) -> None:
    record = tanaka(qtbot, page)
    make_gift(far, person=record)
    page.handlers["contacts.gift"]()
    dialog = opened(qtbot, GiftEditor)
    QTest.keyClicks(dialog.form["what"].editor, "bookmark lace")  # type: ignore[attr-defined]  # a line
    qtbot.waitUntil(lambda: bool(dialog.warning.words()))
    assert dialog.warning.words() == "Given before: Lace bookmark, 5 Mar 2026, Aoi Tanaka"
    dialog.form["value"].editor.setText("12,5x")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    assert dialog.form["value"].problem()
    dialog.form["value"].editor.setText("12,5")  # type: ignore[attr-defined]  # a line
    dialog.keep.click()
    qtbot.waitUntil(lambda: shown(GiftEditor) is None)
    values = [one.draft.value for one in _gifts(far)]
    assert sorted(values, key=str) == [1250, None]


def _gifts(far: Workspace) -> list[GiftRow]:
    return far.ask(gifts, EN)


def test_records_are_gathered_and_taken_out(qtbot: QtBot, page: ContactsPage) -> None:
    from ui.core.records_field import RecordsField

    first, other = (Choice(record, "somebody") for record in make_ids(page, ("Tanaka", "Okafor")))
    field = RecordsField("people", "With", lambda _text, answer: answer([first, other]))
    qtbot.addWidget(field)
    field.show()
    field.set_value([first, first])
    assert field.value() == (first.id,)
    field.set_value(other)
    assert field.value() == (first.id, other.id)
    QTest.keyClicks(field.editor, "nobody chosen")
    assert field.own_problem()
