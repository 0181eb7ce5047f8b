"""Postings in the window: further accreditations, the steps, the line of a post."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.contacts.commands import add_person, add_posting
from app.contacts.draft import AccreditationDraft, PostingDraft
from app.contacts.queries import PostingRow, person_sheet
from app.contacts.rules.names import Name
from app.contacts.rules.places import Place
from app.core import clock
from tests.builders import make_organisation, person_draft, posting_draft
from tests.ui.contacts.hands import choose, press, titles
from tests.ui.receptions.dialogs import keep as keep_dialog
from tests.ui.receptions.dialogs import opened
from ui.contacts.accreditation_editor import AccreditationEditor, accreditation_words
from ui.contacts.facts import OrganisationFacts, PersonFacts
from ui.contacts.post_line import PostLine
from ui.contacts.posting_editor import PostingEditor
from ui.contacts.steps_strip import StepsStrip, steps_part
from ui.core.labels import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.contacts.page import ContactsPage

TODAY = dt.date(2026, 11, 25)
LONDON = AccreditationDraft("GB", "high_commissioner", credentials_on=dt.date(2016, 2, 18))


def words_of(part: QWidget) -> str:
    """Everything a part says."""
    return "\n".join(text.words() for text in part.findChildren(Text))


def test_further_accreditations_are_edited_with_the_posting(
    qtbot: QtBot, page: ContactsPage, far: Workspace
) -> None:
    facts = choose(qtbot, page, "Tanaka")
    assert isinstance(facts, PersonFacts)
    page.work.edit_posting(facts.sheet.postings[0])
    dialog = page.work.dialog
    assert isinstance(dialog, PostingEditor)
    press(dialog, "Add a State or body…")
    keep_dialog(
        qtbot, AccreditationEditor,
        body="GB", function="high_commissioner", credentials_on=dt.date(2016, 2, 18),
    )  # fmt: skip
    assert dialog.form["accreditations"].value() == (LONDON,)
    assert dialog.form.dirty
    press(dialog, "Edit United Kingdom")
    assert opened(qtbot, AccreditationEditor).draft() == LONDON
    keep_dialog(qtbot, AccreditationEditor, title="Her own words")
    dialog.form["consular_district"].set_value("Antwerp")
    dialog.form["posting_note"].set_value("Comes by train")
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.work.dialog is None)

    def told() -> bool:
        shown = page.detail.content
        return shown is not None and "Her own words · credentials 18 Feb 2016" in words_of(shown)

    qtbot.waitUntil(told)
    [posting] = far.ask(person_sheet, facts.sheet.id).postings
    assert posting.accreditations[0].title == "Her own words"
    assert posting.draft.consular_district == "Antwerp"
    assert page.detail.content is not None
    assert "Comes by train" in words_of(page.detail.content)
    far.undo()
    assert far.ask(person_sheet, facts.sheet.id).postings[0].accreditations == ()


def test_the_same_body_twice_is_said_in_the_editor(
    qtbot: QtBot, keep: Callable[[PostingEditor], PostingEditor]
) -> None:
    from ui.contacts.posting_editor import PostingEntry

    draft = posting_draft(receiving_body="NL")
    dialog = keep(PostingEditor(None, "Posting", PostingEntry(draft)))
    dialog.form["accreditations"].set_value((AccreditationDraft("NL"),))
    dialog.try_to_save()
    assert "twice" in dialog.form["accreditations"].problem()
    line = dialog.form["accreditations"]._lines.itemAt(0).widget()  # type: ignore[attr-defined]  # the first entry
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert dialog.form["accreditations"].value() == ()
    dialog.form.dirty = False
    del qtbot


def test_an_accreditation_in_words() -> None:
    assert accreditation_words(LONDON) == (
        "United Kingdom",
        "High Commissioner · credentials 18 Feb 2016",
    )
    ended = AccreditationDraft("nato", ends_on=dt.date(2020, 1, 1))
    assert accreditation_words(ended) == (
        "NATO",
        "credentials date not known · until 1 Jan 2020",
    )


def test_the_strip_says_what_is_due(keep: Callable[[QWidget], QWidget]) -> None:
    arrived = clock.today() - dt.timedelta(weeks=6)
    part = steps_part(PostingDraft("ambassador", arrived_on=arrived))
    assert part is not None
    keep(part)
    assert words_of(part) == "Credentials not presented yet, arrived 6 weeks ago"
    strip = part.findChild(StepsStrip)
    assert isinstance(strip, StepsStrip)
    assert "Credentials: due" in strip.accessibleName()
    part.resize(200, 80)
    part.grab()
    assert steps_part(PostingDraft("mayor")) is None


def held(number: int, name: str, function: str, begins: str, ends: str = "") -> PostingRow:
    draft = PostingDraft(
        function,
        starts_on=dt.date.fromisoformat(begins),
        ends_on=dt.date.fromisoformat(ends) if ends else None,
    )
    own = UUID(int=number)
    return PostingRow(own, own, draft, own, Name(name, ""), "", own, Place(kind="embassy"))


def test_the_line_of_a_post_tells_of_its_vacancy(
    keep: Callable[[PostLine], PostLine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    rows = [
        held(1, "Quispe", "ambassador", "2022-09-01", "2026-08-02"),
        held(2, "Delgado", "charge_ai", "2026-08-03"),
        held(3, "Paredes", "ambassador", "2018-03-01", "2022-08-31"),
    ]
    line = keep(PostLine(rows, {}))
    line.resize(320, 600)
    line.grab()
    told = words_of(line)
    assert "Vacant since 3 Aug 2026" in told
    assert "Chargé d'affaires a.i. · since 3 Aug 2026" in told
    assert "Successor of Paredes" in told
    opened_ids: list[object] = []
    line.opened.connect(opened_ids.append)
    press(line, "Show Quispe")
    assert opened_ids == [UUID(int=1)]


def test_a_post_page_shows_accreditations_and_a_seat_elsewhere(
    qtbot: QtBot, page: ContactsPage
) -> None:
    def add_envoy(office: Any) -> None:
        post = make_organisation(
            office, country="FJ", host_country="GB", city="London", jurisdictions=("BE", "IE")
        )
        person = office.run(add_person, person_draft(family_name="Vakaloloma"))
        draft = posting_draft(function="high_commissioner", receiving_body="GB")
        further = (AccreditationDraft("BE", "ambassador", credentials_on=dt.date(2024, 9, 18)),)
        office.run(add_posting, person, draft, post, further)

    page.desk.jobs.with_office(add_envoy, owner=page)  # in the thread of the office
    page.desk.jobs.run(add_person, person_draft(family_name="Zz"))  # the page looks again
    qtbot.waitUntil(lambda: page.model.rowCount() == 9)
    qtbot.waitUntil(lambda: any(one.startswith("Vakaloloma") for one in titles(page)))
    qtbot.waitUntil(lambda: "Ambassade van Fiji" in titles(page))
    assert isinstance(choose(qtbot, page, "Ambassade van Fiji"), OrganisationFacts)
    assert page.detail.content is not None
    told = words_of(page.detail.content)
    assert "Non-resident: its seat is London, United Kingdom" in told
    assert "Ambassador · credentials 18 Sept 2024" in told
    assert "no accreditation noted" in told
    assert "usually about 4 years; guess" in told
    assert isinstance(choose(qtbot, page, "Vakaloloma"), PersonFacts)
    told = words_of(page.detail.content)
    assert "Ambassador of Fiji" in told, "before the King she is ambassador"
    assert "Non-resident" in told
