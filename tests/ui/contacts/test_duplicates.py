"""The page of duplicates, the merge dialog, and the hint while somebody is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtTest import QTest

from app.contacts.commands import set_photo
from app.core import search
from app.core.errors import BelfryError
from tests.builders import make_ambassador, make_person
from tests.ui.contacts.hands import make_ids
from ui.contacts.duplicates import DuplicatesPage
from ui.contacts.sides_field import SidesField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.ui.contacts.conftest import Told
    from ui.contacts.merge_dialog import MergeDialog
    from ui.contacts.page import ContactsPage
    from ui.core.page import Desk


@pytest.fixture
def duplicates(
    desk: Desk,
    filled: Workspace,
    keep: Callable[[DuplicatesPage], DuplicatesPage],
    qtbot: QtBot,
) -> DuplicatesPage:
    """The page over an office in which two people stand twice."""
    make_ambassador(filled, "JP", family_name="TANAKA", given_name="Aoi", city="Gent")
    make_person(filled, family_name="de Backer", given_name="Lies", note="x")
    made = keep(DuplicatesPage(desk))
    made.resize(1100, 700)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() >= 2)
    return made


def pairs(page: DuplicatesPage) -> list[set[str]]:
    return [{row.one, row.two} for row in page.model.rows()]


def open_dialog(page: DuplicatesPage, qtbot: QtBot) -> MergeDialog:
    place = next(at for at, one in enumerate(pairs(page)) if "De Backer, Lies" in one)
    page.table.selectRow(place)
    page.merge.click()
    qtbot.waitUntil(lambda: page.work.dialog is not None)
    dialog = page.work.dialog
    assert dialog is not None
    return dialog


def test_pairs_are_shown_and_merged_with_the_chosen_fields(
    qtbot: QtBot, duplicates: DuplicatesPage, far: Workspace
) -> None:
    assert {"De Backer, Lies", "de Backer, Lies"} in pairs(duplicates)
    dialog = open_dialog(duplicates, qtbot)
    field = dialog.form["family_name"]
    assert isinstance(field, SidesField)
    words = [side.text() for side in field.sides]
    field.choose(right=words[1] == "De Backer")
    dialog.keep.click()
    qtbot.waitUntil(lambda: {"De Backer, Lies", "de Backer, Lies"} not in pairs(duplicates))
    found = far.ask(search.find, "backer")
    assert [line.title for line in found] == ["De Backer, Lies"]


def test_not_the_same_leaves_the_list_for_good(qtbot: QtBot, duplicates: DuplicatesPage) -> None:
    before = len(duplicates.pairs)
    open_dialog(duplicates, qtbot).not_same.click()
    qtbot.waitUntil(lambda: len(duplicates.pairs) == before - 1)
    duplicates.scan()
    qtbot.waitUntil(lambda: duplicates.watch is None)
    assert {"De Backer, Lies", "de Backer, Lies"} not in pairs(duplicates)


def test_chips_part_the_sure_from_the_rest(duplicates: DuplicatesPage) -> None:
    every = duplicates.model.rowCount()
    duplicates.chips.choose("maybe")
    duplicates.chips.chosen.emit("maybe")
    few = duplicates.model.rowCount()
    duplicates.chips.choose("sure")
    duplicates.chips.chosen.emit("sure")
    assert few + duplicates.model.rowCount() == every


def test_a_cancelled_scan_says_so(qtbot: QtBot, duplicates: DuplicatesPage, told: Told) -> None:
    duplicates.scan()
    watch: Any = duplicates.watch
    watch.cancel()
    qtbot.waitUntil(lambda: duplicates.watch is None)
    assert told.said
    assert not told.complaints


def test_somebody_gone_meanwhile_is_a_complaint(
    qtbot: QtBot, duplicates: DuplicatesPage, told: Told
) -> None:
    row = duplicates.model.rows()[0]
    duplicates.work.ask("person", row.twin.a.id, row.id)
    qtbot.waitUntil(lambda: bool(told.complaints))
    assert isinstance(told.complaints[0], BelfryError)


def test_two_chosen_contacts_are_laid_side_by_side(
    qtbot: QtBot, page: ContactsPage, told: Told
) -> None:
    (tanaka,), (okafor,) = make_ids(page, ("Tanaka",)), make_ids(page, ("Okafor",))
    page.work.merge([tanaka], [])
    assert told.said
    page.work.merge([tanaka, okafor], [])
    qtbot.waitUntil(lambda: page.work.merging.dialog is not None)
    dialog = page.work.merging.dialog
    assert dialog is not None
    assert "family_name" in dialog.form.fields
    dialog.reject()


def test_entering_somebody_known_is_noticed_and_stops_nobody(
    qtbot: QtBot, page: ContactsPage
) -> None:
    page.work.new_person()
    dialog: Any = page.work.dialog
    QTest.keyClicks(dialog.form["given_name"].editor, "Aoi")
    QTest.keyClicks(dialog.form["family_name"].editor, "Tanaka")
    qtbot.waitUntil(lambda: bool(dialog.twins.told))
    assert dialog.twins.isVisible()
    assert dialog.twins.told[0].words.startswith("Tanaka, Aoi – Ambassador")
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.work.dialog is None)


def test_two_portraits_are_a_choice(
    qtbot: QtBot, duplicates: DuplicatesPage, far: Workspace
) -> None:
    row = next(one for one in duplicates.model.rows() if "De Backer, Lies" in (one.one, one.two))
    far.run(set_photo, row.twin.a.id, b"one")
    far.run(set_photo, row.twin.b.id, b"two")
    dialog = open_dialog(duplicates, qtbot)
    assert "photo" in dialog.form.fields
    dialog.reject()
