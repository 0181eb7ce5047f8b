"""Views, groups, tags, mailing sets and work on many contacts, as people use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtTest import QTest

from app.contacts.commands import add_mailing_set, add_members, set_tags
from app.contacts.draft import BulkDraft, MailingSetDraft, TagDraft
from app.contacts.queries import borne_tags, mailing_sets, person_sheet, saved_views, tags
from app.contacts.rules.views import FURNISHED, Conditions
from tests.ui.contacts.hands import choose, make_ids, press, titles
from ui.contacts.bulk_dialogs import BulkEditor, TagEditor
from ui.contacts.interests import InterestsEditor
from ui.contacts.mailing_sets import MailingSetEditor, MembersEditor
from ui.contacts.view_editor import NameEditor, ViewEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.contacts.page import ContactsPage
    from ui.core.chips_field import ChipsField
    from ui.core.fields import TextField

SPARE = 3


def key_of(name: str) -> str:
    """The key of a view every office begins with."""
    return next(one.id.hex for one in FURNISHED if one.key == name)


def show(page: ContactsPage, name: str) -> None:
    """Choose a view as a click does."""
    page.views.bar.choose(key_of(name))
    page.views.bar.chosen.emit(key_of(name))


def asked(page: ContactsPage, query: Callable[..., Any], *args: object) -> Any:
    """What the office answers, asked in its own thread."""
    found: list[Any] = []
    page.desk.jobs.ask(query, *args, then=found.append, owner=page)
    while not found:
        QTest.qWait(5)
    return found[0]


def take(field: object, *words: str) -> None:
    """Type words into a field of chips, Enter after each."""
    chips = cast("ChipsField", field)
    for one in words:
        chips.editor.setText(one)
        chips.editor.taken.emit()


def test_chips_tell_how_many_are_in_a_view(qtbot: QtBot, page: ContactsPage) -> None:
    chips = page.views.bar._chips
    qtbot.waitUntil(lambda: chips[key_of("heads")].text() == "Heads of mission · 2")
    assert chips[key_of("never")].text() == "Never received · 2"
    assert chips[key_of("all")].text() == "All"


def test_a_view_brings_its_columns_order_and_groups(qtbot: QtBot, page: ContactsPage) -> None:
    own = page.table.columns_shown()
    show(page, "posts")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.table.columns_shown() == ("title", "place", "role", "country")
    assert page.listing.sort == "role"
    assert page.table.groups.begins(0)
    assert not page.table.groups.begins(1)
    assert page.table.rowHeight(0) > page.table.rowHeight(1)
    show(page, "all")
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    assert page.table.columns_shown() == own
    assert page.table.rowHeight(0) == page.table.rowHeight(1)


def test_the_choice_stays_when_the_list_is_sorted_anew(qtbot: QtBot, page: ContactsPage) -> None:
    wanted = choose(qtbot, page, "Okafor").sheet.id
    for key in ("country", "until", "docid"):
        page.table.sort_asked.emit(key, True)
        qtbot.waitUntil(lambda: not page.listing.is_between())
        assert page.table.current_id() == wanted
    facts = page.detail.facts()
    assert facts is not None
    assert facts.sheet.id == wanted


def test_a_filter_is_kept_as_a_new_view(qtbot: QtBot, page: ContactsPage) -> None:
    assert page.head.keep.isHidden()
    QTest.keyClicks(page.filter, "japan")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert not page.head.keep.isHidden()
    page.views._keep_as()
    dialog = page.views.dialog
    assert isinstance(dialog, NameEditor)
    dialog.form["name"].set_value("Japan")
    dialog.try_to_save()
    qtbot.waitUntil(lambda: page.views.row().draft.name == "Japan")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.filter.text() == ""
    assert page.views.row().draft.conditions == Conditions(text="japan")
    assert [row.draft.name for row in asked(page, saved_views)][1] == "Japan"
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: page.views.row().draft.name == "All")


def test_a_view_is_made_with_conditions(qtbot: QtBot, page: ContactsPage) -> None:
    page.views.new()
    qtbot.waitUntil(lambda: isinstance(page.views.dialog, ViewEditor))
    dialog = cast("ViewEditor", page.views.dialog)
    dialog.form["name"].set_value("Ambassadors of Japan")
    take(dialog.form["functions"], "Ambassador")
    take(dialog.form["countries"], "Japan")
    dialog.try_to_save()
    qtbot.waitUntil(lambda: titles(page) == ["Tanaka, Aoi"])
    draft = page.views.row().draft
    assert draft.conditions == Conditions(functions=("ambassador",), countries=("JP",))


def test_a_view_is_edited_moved_copied_and_removed(qtbot: QtBot, page: ContactsPage) -> None:
    heads = key_of("heads")
    page.views.bar.wanted.emit("first", heads)
    qtbot.waitUntil(lambda: page.views.rows()[0].id.hex == heads)
    page.views.bar.wanted.emit("right", heads)
    qtbot.waitUntil(lambda: page.views.rows()[1].id.hex == heads)
    page.views.bar.wanted.emit("duplicate", heads)
    qtbot.waitUntil(lambda: page.views.row().draft.name == "Heads of mission (copy)")
    copy = page.views.row()
    page.views.bar.wanted.emit("edit", copy.id.hex)
    qtbot.waitUntil(lambda: isinstance(page.views.dialog, ViewEditor))
    dialog = cast("ViewEditor", page.views.dialog)
    dialog.form["name"].set_value("Heads")
    dialog.try_to_save()
    qtbot.waitUntil(lambda: page.views.row().draft.name == "Heads")
    page.views.bar.wanted.emit("remove", copy.id.hex)
    qtbot.waitUntil(lambda: len(page.views.rows()) == len(FURNISHED))


def test_views_that_do_not_fit_stand_in_the_menu(qtbot: QtBot, page: ContactsPage) -> None:
    bar = page.views.bar
    bar.resize(300, bar.height())
    bar.offer([(row.id.hex, row.draft.name) for row in page.views.rows()])
    assert bar.more.isVisible()
    assert 0 < len(bar._hidden) < len(FURNISHED)
    hidden = bar._hidden[-1]
    with qtbot.waitSignal(bar.chosen):
        bar._pick(hidden)
    assert bar.current() == hidden
    assert hidden not in bar._hidden


# --- tags and interests ---


def test_interests_are_given_in_the_pane(qtbot: QtBot, page: ContactsPage) -> None:
    person = choose(qtbot, page, "Tanaka").sheet.id
    press(page.detail, "Change tags and interests")
    qtbot.waitUntil(lambda: isinstance(page.work.dialog, InterestsEditor))
    dialog = cast("InterestsEditor", page.work.dialog)
    take(dialog.form["interest"], "Hydrogen", "SDG 11 · Sustainable cities and communities")
    take(dialog.form["expertise"], "Gardens")
    dialog.try_to_save()
    qtbot.waitUntil(lambda: len(page.detail.facts().bearing.tags) == SPARE)  # type: ignore[union-attr]  # a person is shown
    found = {(one.draft.name, one.role) for one in asked(page, borne_tags, person)}
    assert found == {("Hydrogen", "interest"), ("SDG 11", "interest"), ("Gardens", "expertise")}
    press(page.detail, "Hydrogen")
    qtbot.waitUntil(lambda: titles(page) == ["Tanaka, Aoi"])
    assert page.views.row().draft.name == "Hydrogen"
    show(page, "all")
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    assert next(row.draft.name for row in page.views.rows()) == "All"


def test_tags_are_managed(qtbot: QtBot, page: ContactsPage) -> None:
    person = choose(qtbot, page, "Tanaka").sheet.id
    wanted = [(TagDraft("H2"), "", None), (TagDraft("Hydrogen"), "", None)]
    page.desk.jobs.run(set_tags, "person", person, wanted)
    page.handlers["contacts.tags"]()
    manager = page.bulk.manager
    assert manager is not None
    qtbot.waitUntil(lambda: manager.model.rowCount() == 2)
    manager._merge(manager.model.row(0))  # type: ignore[attr-defined]  # the tag manager
    merge = manager.dialog  # type: ignore[attr-defined]  # the tag manager
    merge.form["into"].set_value(manager.model.row(1).id.hex)
    merge.try_to_save()
    qtbot.waitUntil(lambda: manager.model.rowCount() == 1)
    press(manager, "Remove")
    qtbot.waitUntil(lambda: manager.model.rowCount() == 0)
    assert asked(page, tags) == []
    manager.accept()


# --- mailing sets and many at once ---


def test_people_go_into_a_mailing_set_made_on_the_way(qtbot: QtBot, page: ContactsPage) -> None:
    people = make_ids(page, ("Tanaka", "Okafor"))
    page.bulk.do("set", people, [])
    qtbot.waitUntil(lambda: isinstance(page.bulk.dialog, MailingSetEditor))
    dialog = cast("MailingSetEditor", page.bulk.dialog)
    dialog.form["name"].set_value("Cards")
    dialog.try_to_save()
    assert dialog.form["purpose"].problem()
    dialog.form["purpose"].set_value("New-year cards")
    dialog.try_to_save()
    qtbot.waitUntil(lambda: [row.members for row in asked(page, mailing_sets)] == [2])
    page.bulk.do("set", make_ids(page, ("De Backer",)), [])
    qtbot.waitUntil(lambda: isinstance(page.bulk.dialog, MembersEditor))
    cast("MembersEditor", page.bulk.dialog).try_to_save()
    qtbot.waitUntil(lambda: [row.members for row in asked(page, mailing_sets)] == [3])


def test_the_members_of_a_set_are_shown(qtbot: QtBot, page: ContactsPage) -> None:
    person = choose(qtbot, page, "Okafor").sheet.id
    made: list[object] = []
    jobs = page.desk.jobs
    jobs.run(add_mailing_set, MailingSetDraft("Cards", "Cards"), then=made.append)
    qtbot.waitUntil(lambda: bool(made))
    jobs.run(add_members, made[0], [person])
    page.handlers["contacts.sets"]()
    manager = page.bulk.manager
    assert manager is not None
    qtbot.waitUntil(lambda: manager.model.rowCount() == 1)
    press(manager, "Show its members")
    qtbot.waitUntil(lambda: titles(page) == ["Okafor, Chidi"])


def test_many_are_changed_and_tagged_together(qtbot: QtBot, page: ContactsPage) -> None:
    people = make_ids(page, ("Tanaka", "Okafor"))
    page.bulk.do("bulk", people, [])
    editor = cast("BulkEditor", page.bulk.dialog)
    city = editor.form["city"]
    QTest.keyClicks(cast("TextField", city).editor, "Gent")
    assert editor.draft() == BulkDraft(city="Gent")
    editor.try_to_save()
    qtbot.waitUntil(lambda: asked(page, person_sheet, people[1]).draft.city == "Gent")
    page.bulk.do("give_tag", people, [])
    qtbot.waitUntil(lambda: isinstance(page.bulk.dialog, TagEditor))
    tagging = cast("TagEditor", page.bulk.dialog)
    take(tagging.form["tags"], "Hydrogen")
    tagging.try_to_save()
    qtbot.waitUntil(lambda: [row.people for row in asked(page, tags)] == [2])


def test_the_pane_offers_what_can_be_done_with_many(qtbot: QtBot, page: ContactsPage) -> None:
    page.table.selectAll()
    qtbot.waitUntil(lambda: page.detail.facts() is None)
    press(page.detail, "Add a task for each…")
    qtbot.waitUntil(lambda: page.bulk.dialog is not None)
    dialog = page.bulk.dialog
    assert dialog is not None
    dialog.reject()
