"""Relationships, couples, letters and forms of address, as people work with them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from app.contacts.commands import add_relationship
from app.contacts.draft import PersonDraft, RelationshipDraft
from app.contacts.queries import partner_of, person_sheet, relationships, template_sheets
from app.core import clock
from app.dossiers.queries import letters_of_person
from tests.ui.contacts.hands import choose, press
from ui.contacts.address_forms import AddressFormsPage
from ui.contacts.facts import PersonFacts
from ui.contacts.letter_editor import LetterEditor
from ui.contacts.override_editor import OverrideEditor
from ui.contacts.person_detail import PersonDetail
from ui.contacts.relationship_editor import NEW, RelationshipEditor
from ui.contacts.template_editor import TemplateEditor
from ui.core.labels import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.contacts.page import ContactsPage
    from ui.core.page import Desk
    from ui.core.record_field import Choice, RecordField


def _said(part: QWidget | None) -> str:
    assert part is not None
    return "\n".join(one.words() for one in part.findChildren(Text))


def _answer(qtbot: QtBot, page: Any, query: Callable[..., object], *args: object) -> Any:
    told: list[object] = []
    page.desk.jobs.ask(query, *args, then=told.append, owner=page)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def _pane(page: ContactsPage) -> PersonDetail:
    return cast("PersonDetail", page.detail.content)


def _married(qtbot: QtBot, page: ContactsPage, person: UUID) -> None:
    draft = RelationshipDraft("spouse", "together", joint_envelope=True)
    page.desk.jobs.run(
        add_relationship, person, draft, None, PersonDraft("Mori", "Ken", gender="m")
    )
    qtbot.waitUntil(
        lambda: (
            isinstance(page.detail.content, PersonDetail)
            and page.detail.content.facts.address.partner is not None
        )
    )


def test_a_spouse_whom_nobody_knew_is_added_by_name(qtbot: QtBot, page: ContactsPage) -> None:
    facts = choose(qtbot, page, "Tanaka")
    press(page.detail, "Add a relationship")
    dialog = page.address.dialog
    assert isinstance(dialog, RelationshipEditor)
    assert not dialog.form["given_name"].isVisible()
    assert not dialog.form["copied"].isVisible()
    offered: list[Choice] = []
    dialog._find("Ken van der Mori", offered.extend)
    qtbot.waitUntil(lambda: bool(offered))
    assert offered[-1].id == NEW
    other = cast("RecordField", dialog.form["other"])
    other.set_value(offered[-1])
    dialog.form.changed.emit()
    assert dialog.form["given_name"].isVisible()
    assert dialog.form["family_name"].value() == "Mori"
    dialog.form["given_name"].set_value("Ken")
    dialog.form["family_name"].set_value("van der Mori")
    dialog.form["gender"].set_value("m")
    dialog.form["invited"].set_value("together")
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.address.dialog is None)
    partner = _answer(qtbot, page, partner_of, facts.sheet.id, clock.today())
    assert (partner.sheet.name.family, partner.together) == ("van der Mori", True)
    qtbot.waitUntil(lambda: "Invited together" in _said(page.detail))


def test_an_assistant_is_seen_from_both_sides_and_changed(qtbot: QtBot, page: ContactsPage) -> None:
    facts = choose(qtbot, page, "Tanaka")
    [lies] = [
        page.model.id_at(at) for at in range(page.model.rowCount())
        if (line := page.model.row(at)) and line.title.startswith("De Backer")
    ]  # fmt: skip
    draft = RelationshipDraft("assistant", copied=True)
    page.desk.jobs.run(add_relationship, facts.sheet.id, draft, lies)
    qtbot.waitUntil(lambda: "gets a copy of invitations" in _said(page.detail))
    choose(qtbot, page, "De Backer")
    qtbot.waitUntil(lambda: "Assistant of" in _said(page.detail))
    press(page.detail, "Edit the relationship with Aoi Tanaka")
    dialog = page.address.dialog
    assert isinstance(dialog, RelationshipEditor)
    assert not dialog.form["other"].isEnabled()
    dialog.form["ends_on"].editor.setText("1 Mar 2026")  # type: ignore[attr-defined]  # a date field's line
    dialog.form["kind"].set_value("secretary")
    dialog.form.changed.emit()
    dialog.keep.click()
    qtbot.waitUntil(lambda: "Secretary of" in _said(page.detail))
    [row] = _answer(qtbot, page, relationships, lies)
    assert row.draft.ends_on == dt.date(2026, 3, 1)
    press(page.detail, "Edit the relationship with Aoi Tanaka")
    assert page.address.dialog is not None
    press(page.address.dialog, "Remove this relationship")
    qtbot.waitUntil(lambda: "Secretary of" not in _said(page.detail))


def test_a_couple_is_shown_copied_and_corrected(qtbot: QtBot, page: ContactsPage) -> None:
    facts = choose(qtbot, page, "Tanaka")
    assert not _pane(page).address.company.isVisible()
    _married(qtbot, page, facts.sheet.id)
    qtbot.waitUntil(
        lambda: (
            isinstance(page.detail.content, PersonDetail)
            and page.detail.content.address.company.isVisible()
        )
    )
    press(page.detail, "As a couple")
    page.detail.refresh()  # a pane that is made anew stays with the couple

    def together() -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return "Your Excellency, dear Mr Mori," in _said(page.detail)

    qtbot.waitUntil(together)
    assert _pane(page).address.company.current() == "couple"
    press(page.detail, "Copy letter opening")
    assert QGuiApplication.clipboard().text() == "Your Excellency, dear Mr Mori,"
    press(page.detail, "Correct letter opening")
    dialog = page.work.dialog
    assert isinstance(dialog, OverrideEditor)
    assert dialog.form["company"].value() == "couple"
    assert dialog.form["valid_from"].value() == clock.today()
    dialog.form["words"].set_value("Dear Aoi, dear Ken,")
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.work.dialog is None)
    sheet = _answer(qtbot, page, person_sheet, facts.sheet.id)
    [own] = sheet.overrides
    assert (own.company, own.valid_from, own.words) == (
        "couple",
        clock.today(),
        "Dear Aoi, dear Ken,",
    )


def test_a_letter_shows_its_opening_while_it_is_typed_then_its_paper(
    qtbot: QtBot, page: ContactsPage
) -> None:
    facts = choose(qtbot, page, "Tanaka")
    press(page.detail, "New letter…")
    dialog = page.address.dialog
    assert isinstance(dialog, LetterEditor)
    dialog.form["language"].set_value("fr")
    dialog.form.changed.emit()
    qtbot.waitUntil(lambda: "Excellence," in _said(dialog))
    assert "Je vous prie d'agréer, Excellence," in _said(dialog)
    dialog.form["subject"].set_value("Kanazawa")
    dialog.form["body"].set_value("Un jardin.\n\nUne invitation.")
    dialog.form["signed_by"].set_value("Mia Vermeulen")
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.address.paper is not None)
    paper = page.address.paper
    assert paper is not None
    qtbot.waitUntil(lambda: paper.panel.is_shown, timeout=10_000)
    paper.close()
    qtbot.waitUntil(lambda: page.address.paper is None)
    [row] = _answer(qtbot, page, letters_of_person, facts.sheet.id)
    assert (row.draft.subject, row.draft.language) == ("Kanazawa", "fr")
    qtbot.waitUntil(lambda: "Letters" in _said(page.detail))
    press(page.detail, "New letter…")
    again = page.address.dialog
    assert isinstance(again, LetterEditor)
    assert again.form["signed_by"].value() == "Mia Vermeulen"
    again.reject()


def test_a_letter_to_a_post_is_listed_there_edited_and_removed(
    qtbot: QtBot, page: ContactsPage
) -> None:
    choose(qtbot, page, "Ambassade van Japan")
    press(page.detail, "New letter…")
    dialog = page.address.dialog
    assert isinstance(dialog, LetterEditor)
    dialog.form["subject"].set_value("Welcome")
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.address.paper is not None)
    assert page.address.paper is not None
    page.address.paper.close()
    qtbot.waitUntil(lambda: "to Aoi Tanaka" in _said(page.detail))
    press(page.detail, "Open Welcome")
    dialog = page.address.dialog
    assert isinstance(dialog, LetterEditor)
    dialog.form["written_on"].editor.setText("")  # type: ignore[attr-defined]  # a date field's line
    dialog.keep.click()
    assert "needs its date" in dialog.form["written_on"].problem()
    press(dialog, "Remove this letter")
    qtbot.waitUntil(lambda: "to Aoi Tanaka" not in _said(page.detail))


@pytest.fixture
def forms(
    desk: Desk, keep: Callable[[AddressFormsPage], AddressFormsPage], qtbot: QtBot
) -> AddressFormsPage:
    """The page of templates, with its rows."""
    made = keep(AddressFormsPage(desk))
    made.resize(1250, 800)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 100)
    qtbot.waitUntil(lambda: made.detail is not None)
    return made


def test_templates_are_narrowed_by_language_place_doubt_and_words(
    qtbot: QtBot, forms: AddressFormsPage
) -> None:
    assert {one.draft.language for one in forms.model.rows()} == {"en"}
    press(forms.languages, "FR")
    press(forms.channels, "Letter closing")
    rows = forms.model.rows()
    assert {(one.draft.language, one.draft.channel) for one in rows} == {("fr", "closing")}
    press(forms.channels, "All")
    forms.unverified.click()
    assert not any(one.draft.verified for one in forms.model.rows())
    forms.filter.setText("bourgmestre")
    forms._narrow()
    assert {one.draft.function for one in forms.model.rows()} == {"mayor"}
    kept = forms.state()
    forms.unverified.setChecked(False)
    forms.restore(kept)
    assert forms.unverified.isChecked()
    qtbot.waitUntil(lambda: forms.detail is not None)


def test_a_template_is_changed_from_today_and_tells_its_history(
    qtbot: QtBot, forms: AddressFormsPage, filled: Workspace
) -> None:
    del filled
    wanted = next(
        one for one in forms.model.rows()
        if (one.draft.function, one.draft.channel, one.draft.gender)
        == ("ambassador", "opening", "m")
    )  # fmt: skip
    forms.table.select_id(wanted.id)
    qtbot.waitUntil(lambda: forms.detail is not None and forms.detail.sheet.id == wanted.id)
    forms.handlers["address_forms.edit"]()
    dialog = forms.dialog
    assert isinstance(dialog, TemplateEditor)
    assert not dialog.form["function"].isVisible()
    assert dialog.form["valid_from"].value() == clock.today()
    dialog.form["template"].set_value("Your Excellency and dear {nobody},")
    dialog.form.changed.emit()
    dialog.keep.click()
    assert "{nobody}" in dialog.form["template"].problem()
    dialog.form["template"].set_value("Excellency and dear {given},")
    dialog.form.changed.emit()
    assert "Excellency and dear Anders," in _said(dialog)
    dialog.keep.click()
    qtbot.waitUntil(lambda: forms.dialog is None)

    def shown() -> bool:
        return any(
            one.draft.template == "Excellency and dear {given}," for one in forms.model.rows()
        )

    qtbot.waitUntil(shown)
    fresh = next(one for one in forms.model.rows() if "dear {given}" in one.draft.template)
    assert (fresh.earlier, fresh.draft.valid_from) == (1, clock.today())
    forms.table.select_id(fresh.id)
    qtbot.waitUntil(lambda: forms.detail is not None and forms.detail.sheet.id == fresh.id)
    qtbot.waitUntil(lambda: "History" in _said(forms.detail))
    assert "Always" in _said(forms.detail)
    assert "Excellency and dear Anders," in _said(forms.detail)


def test_a_new_template_is_added_and_removed(qtbot: QtBot, forms: AddressFormsPage) -> None:
    forms.new()
    dialog = forms.dialog
    assert isinstance(dialog, TemplateEditor)
    dialog.form["function"].set_value("business")
    dialog.form["template"].set_value("To {full}")
    dialog.form["source"].set_value("agreed with the port")
    dialog.keep.click()
    qtbot.waitUntil(lambda: forms.dialog is None)

    def own() -> list[Any]:
        found = _answer(qtbot, forms, template_sheets, clock.today())
        return [one for one in found if one.draft.function == "business"]

    assert [one.draft.template for one in own()] == ["To {full}"]
    qtbot.waitUntil(lambda: any(r.draft.function == "business" for r in forms.model.rows()))
    [row] = own()
    forms.table.select_id(row.id)
    qtbot.waitUntil(lambda: forms.detail is not None and forms.detail.sheet.id == row.id)
    press(cast("QWidget", forms.detail), "Remove")
    qtbot.waitUntil(lambda: not own())


def test_the_pane_of_somebody_alone_offers_what_is_missing(
    qtbot: QtBot, page: ContactsPage
) -> None:
    facts = choose(qtbot, page, "De Backer")
    assert isinstance(facts, PersonFacts)
    said = _said(page.detail)
    assert "No spouse, assistant or driver known yet." in said
    assert "No letter written yet." in said
