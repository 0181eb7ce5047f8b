"""Scenes of the duplicates page, the merge dialog and the hint while somebody is entered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from app.contacts.commands import add_organisation, add_person, add_posting
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.core import search
from app.core.text import N_
from ui.contacts.duplicates import DuplicatesPage
from ui.contacts.gallery import sample_office
from ui.contacts.merge_dialog import MergeDialog, MergeEntry
from ui.contacts.page import ContactsPage
from ui.contacts.person_editor import PersonEditor, PersonEntry
from ui.contacts.twins import TwinTold, two_sheets
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow, OfficeWords
from ui.navigation import PageSpec

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.workspace import Workspace

_SPECS = (
    PageSpec("contacts", N_("Contacts"), "contacts", ContactsPage, group=1),
    PageSpec("duplicates", N_("Duplicates"), "duplicate", DuplicatesPage, parent="contacts"),
)
_TWINS = (
    PersonDraft("TANAKA", "Aoi", emails=("aoi.tanaka@jp.example",), phones=("02 555 01 58",)),
    PersonDraft("Ivanova", "Petya", gender="f", nationality="BG"),
    PersonDraft("Papadopoulou", "Elena", native_name="Ελένη Παπαδοπούλου", gender="f"),
    PersonDraft("Van der Meulen", "J.", language="nl", city="Gent"),
    PersonDraft("Wisniewska", "Malgorzata", birth_date=dt.date(1967, 4, 2)),
    PersonDraft(
        "Schaumburg-Lippe-Weißenfels von Hohenstein", "Maximilian Alexander Ferdinand", city="Gent"
    ),
    PersonDraft("Schaumburg Lippe Weissenfels", "Maximilian A. F.", city="Ghent"),
)


def twins_office() -> Workspace:
    """The invented office with some who stand twice."""
    office = sample_office()
    for draft in _TWINS:
        office.run(add_person, draft)
    japan = office.run(
        add_organisation, OrganisationDraft(kind="embassy", country="JP", city="Brussel")
    )
    office.run(
        add_posting, _person(office, "TANAKA"), PostingDraft("ambassador", title="H.E."), japan
    )
    return office


def _person(office: Workspace, family: str) -> UUID:
    found = office.ask(search.find, family, ("person",), 20)
    return next(line.id for line in found if line.title.startswith(family))


def _window() -> MainWindow:
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    window = MainWindow(state, _SPECS)
    jobs = Jobs(twins_office, window)  # type: ignore[arg-type]  # a workspace
    window.destroyed.connect(jobs.close)
    words = OfficeWords("Protocol office", encrypted=True, who="Mia Vermeulen")
    window.furnish(jobs, words, "contacts")
    window.go("duplicates")
    return window


def _ready(window: QWidget) -> bool:
    page = window.findChild(DuplicatesPage)
    return isinstance(page, DuplicatesPage) and page.model.rowCount() > 2


@scene("contacts-duplicates", 1280, 760, ready=_ready)
def duplicates() -> QWidget:
    """The page with its pairs."""
    return _window()


@scene("contacts-duplicates-narrow", 900, 620, ready=_ready)
def duplicates_narrow() -> QWidget:
    """The same where there is little room."""
    return _window()


def _entry(one: str, two: str) -> MergeEntry:
    office = twins_office()
    ids = [_person(office, family) for family in (one, two)]
    entry = MergeEntry(office.ask(two_sheets, "person", *ids))
    office.close()
    return entry


@scene("contacts-merge", 760, 720)
def merge() -> QWidget:
    """Two ambassadors who are one."""
    entry = _entry("Tanaka", "TANAKA")
    return MergeDialog(None, tr("Merge two contacts"), entry)


@scene("contacts-merge-long", 760, 720)
def merge_long() -> QWidget:
    """Long names."""
    entry = _entry("Schaumburg-Lippe", "Schaumburg Lippe")
    return MergeDialog(None, tr("Merge two contacts"), entry)


@scene("contacts-person-twins", 700, 620)
def editor_with_twins() -> QWidget:
    """Somebody is entered who looks like somebody known."""
    draft = PersonDraft("Tanaka", "Aoi", language="nl")
    dialog = PersonEditor(None, tr("New person"), PersonEntry(draft))
    told = (
        TwinTold("person", dialog_id(), "Tanaka, Aoi – Ambassador · Embassy of Japan", "", 0.97),
        TwinTold("person", dialog_id(), "Tanaka-Schaumburg von Hohenstein, Aoi Maria", "", 0.8),
    )
    dialog.twins.show_twins(told)
    return dialog


def dialog_id() -> UUID:
    """Any id."""
    from uuid import uuid4

    return uuid4()
