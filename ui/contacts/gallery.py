"""Scenes of the contacts page and its dialogs, over an invented office."""
# ruff: noqa: E501 - invented words for pictures

from __future__ import annotations

import datetime as dt
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_organisation, add_person, add_posting, set_override
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.furnish import furnish
from app.core import office
from app.core.text import N_
from app.dossiers.draft import DossierDraft
from app.receptions.commands import add_reception, invite
from app.receptions.draft import ReceptionDraft
from app.schema import TRADE
from ui.contacts.choices import no_finder
from ui.contacts.gallery_groups import invented_groups
from ui.contacts.organisation_editor import OrganisationEditor
from ui.contacts.override_editor import OverrideDraft, OverrideEditor
from ui.contacts.page import ContactsPage
from ui.contacts.person_editor import PersonEditor, PersonEntry
from ui.contacts.posting_editor import PostingEditor, PostingEntry
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow, OfficeWords
from ui.navigation import PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.core.workspace import Workspace

_PEOPLE = (
    (
        "Aoi",
        "Tanaka",
        "田中 葵",
        "f",
        "JP",
        "ambassador",
        (2024, 3, 6),
        "ah-OH-ee ta-NA-ka",
        ("nl", "en", "ja"),
    ),
    ("Chidi", "Okafor", "", "m", "NG", "ambassador", (2023, 1, 18), "", ("en",)),
    (
        "Małgorzata",
        "Wiśniewska",
        "",
        "f",
        "PL",
        "ambassador",
        (2022, 10, 9),
        "mau-go-ZHA-ta vish-NYEV-ska",
        ("pl", "fr"),
    ),
    ("Nour", "al-Khatib", "نور الخطيب", "f", "JO", "charge_ai", None, "", ("ar", "en")),
    ("Inês", "Ferreira Lopes", "", "f", "PT", "ambassador", (2025, 6, 21), "", ("pt", "fr")),
    ("Петя", "Иванова", "Petya Ivanova", "f", "BG", "ambassador", (2024, 5, 2), "", ("bg",)),
    ("Thandeka", "Dlamini", "", "f", "ZA", "ambassador", (2026, 9, 14), "", ("en", "zu")),
    (
        "Siobhán",
        "Ó Briain",
        "",
        "f",
        "IE",
        "ambassador",
        (2023, 8, 30),
        "shi-VAWN oh-BREE-un",
        ("en", "ga"),
    ),
    ("Thị Hạnh", "Nguyễn", "", "f", "VN", "ambassador", (2024, 11, 11), "", ("vi",)),
    ("Karim", "Haddad", "كريم حدّاد", "m", "MA", "ambassador", (2021, 2, 6), "", ("ar", "fr")),
    ("Åsa", "Lindqvist", "", "f", "SE", "ambassador", (2025, 9, 12), "", ("sv",)),
    ("Ji-woo", "Park", "박지우", "m", "KR", "minister_counsellor", None, "", ("ko",)),
    (
        "Eleni",
        "Papadopoulou",
        "Ελένη Παπαδοπούλου",
        "f",
        "GR",
        "ambassador",
        (2025, 3, 27),
        "",
        ("el",),
    ),
    ("Andris", "Bērziņš", "", "m", "LV", "ambassador", (2023, 12, 19), "", ("lv",)),
    ("Lakshmi", "Rao", "लक्ष्मी राव", "f", "IN", "ambassador", (2025, 4, 4), "", ("hi", "en")),
    ("Élodie", "Moreau", "", "f", "FR", "ambassador", (2024, 9, 15), "", ("fr",)),
    ("Anong", "Suksai", "อนงค์ สุขใส", "f", "TH", "ambassador", (2025, 6, 3), "", ("th",)),
    ("Nino", "Beridze", "ნინო ბერიძე", "f", "GE", "ambassador", (2026, 1, 8), "", ("ka",)),
)


@cache
def _file() -> str:
    """An invented office in a folder of its own, made once."""
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Protocol office.belfry"
    workspace = office.create(str(place), TRADE, plain=True).workspace
    workspace.run(furnish)
    _people(workspace)
    workspace.close()
    return str(place)


def _people(workspace: Workspace) -> None:
    first = None
    for given, family, native, gender, country, function, day, said, tongues in _PEOPLE:
        order = "family_first" if country in ("VN", "KR") else "given_first"
        person = workspace.run(
            add_person,
            PersonDraft(
                family, given, order, native, said, gender, "en", tongues, nationality=country
            ),
        )
        post = workspace.run(
            add_organisation,
            OrganisationDraft(kind="embassy", country=country, host_country="BE", city="Brussels",
                              street="Example Avenue 58", postal_code="1000",
                              emails=(f"protocol@{country.lower()}.example",), phones=("+32 2 555 01 58",)),
        )  # fmt: skip
        held = dt.date(*day) if day else None
        begun = dt.date(2024, 2, 1) if held is None else held.replace(day=1)
        workspace.run(
            add_posting,
            person,
            PostingDraft(function, starts_on=begun, credentials_on=held,
                         credentials_sequence=2 if country == "JP" else None,
                         receiving_body="king_of_the_belgians" if held else ""),
            post,
        )  # fmt: skip
        if first is None:
            first = person
            before = workspace.run(add_person, PersonDraft("Watanabe", "Kenji", gender="m"))
            workspace.run(
                add_posting,
                before,
                PostingDraft(
                    "ambassador", starts_on=dt.date(2020, 5, 4), ends_on=dt.date(2024, 1, 31)
                ),
                post,
            )
    if first is not None:
        _more(workspace, first)


def _more(workspace: Workspace, first: Any) -> None:
    honorary = workspace.run(
        add_organisation,
        OrganisationDraft(kind="honorary_consulate", country="EE", host_country="BE", city="Ghent"),
    )
    joost = workspace.run(
        add_person,
        PersonDraft("van der Meulen", "Joost", gender="m", language="nl", languages=("nl", "et")),
    )
    workspace.run(
        add_posting,
        joost,
        PostingDraft("honorary_consul", exequatur_on=dt.date(2019, 5, 21)),
        honorary,
    )
    port = workspace.run(
        add_organisation, OrganisationDraft("North Sea Port", "port", "BE", city="Ghent")
    )
    lies = workspace.run(add_person, PersonDraft("De Backer", "Lies", gender="f", language="nl"))
    workspace.run(add_posting, lies, PostingDraft("director", "Public affairs"), port)
    for title, when, status in (
        ("Reception: Kanazawa garden anniversary", dt.datetime(2026, 9, 12, 18), "attended"),  # noqa: DTZ001 - local time
        ("Courtesy call: port hydrogen delegation", dt.datetime(2026, 7, 6, 11), "accepted"),  # noqa: DTZ001 - local time
    ):
        reception = workspace.run(
            add_reception, ReceptionDraft(DossierDraft(title=title, starts_at=when))
        )
        workspace.run(invite, reception, [first], status)
    invented_groups(workspace, first, [joost, lies], port)
    workspace.run(
        set_override, first, "nl", "card", "H.E. de Ambassadeur van Japan", dt.date(2024, 4, 9)
    )


def sample_office() -> Workspace:
    """Open a copy of the invented office."""
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Protocol office.belfry"
    shutil.copyfile(_file(), place)
    return office.open_office(str(place), TRADE)


_SPECS = (
    PageSpec("contacts", N_("Contacts"), "contacts", ContactsPage, group=1),
    PageSpec("receptions", N_("Receptions"), "receptions", ContactsPage, group=1),
)


def contacts_window() -> MainWindow:
    """The frame with the contacts page."""
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    window = MainWindow(state, _SPECS)
    jobs = Jobs(sample_office, window)  # type: ignore[arg-type]  # a workspace
    window.destroyed.connect(jobs.close)
    window.furnish(
        jobs, OfficeWords("Protocol office", encrypted=True, who="Mia Vermeulen"), "contacts"
    )
    return window


def page_of(window: QWidget) -> ContactsPage:
    """The contacts page of a window."""
    found = window.findChild(ContactsPage)
    if not isinstance(found, ContactsPage):
        raise TypeError("no contacts page")
    return found


def _ready(window: QWidget) -> bool:
    page = page_of(window)
    return page.model.rowCount() > 20 and page.detail.facts() is not None


def _chosen(family: str) -> Any:
    def ready(window: QWidget) -> bool:
        page = page_of(window)
        if not _ready(window):
            return False
        facts = page.detail.facts()
        wanted = next(
            (page.model.id_at(at) for at in range(page.model.rowCount())
             if (row := page.model.row(at)) and row.title.startswith(family)),
            None,
        )  # fmt: skip
        if wanted is not None and facts is not None and facts.sheet.id != wanted:
            page.table.select_id(wanted)
            return False
        return wanted is not None

    return ready


@scene("contacts", 1440, 900, ready=_chosen("Tanaka"))
def contacts() -> QWidget:
    """The list and a person."""
    return contacts_window()


@scene("contacts-post", 1440, 900, ready=_chosen("Ambassade van Japan"))
def contacts_post() -> QWidget:
    """The list and a post."""
    return contacts_window()


@scene("contacts-150", 1440, 900, ready=_chosen("Tanaka"), scale=1.5)
def contacts_large() -> QWidget:
    """With larger text."""
    return contacts_window()


def _pane_alone(window: QWidget) -> bool:
    page = page_of(window)
    rows = (page.model.row(at) for at in range(page.model.rowCount()))
    wanted = next((one for one in rows if one and one.title.startswith("Tanaka")), None)
    if wanted is None:
        return False
    if page.pane is not None and not page.pane.isVisible():
        page.table.select_id(wanted.id)
        page.open_pane()
    return page.detail.facts() is not None


@scene("contacts-pane-150", 900, 900, ready=_pane_alone, scale=1.5)
def contacts_pane() -> QWidget:
    """The pane in place of the list, with larger text."""
    return contacts_window()


@scene("person-editor-150", 1000, 900, scale=1.5)
def person_editor_large() -> QWidget:
    """A new person, with larger text."""
    return person_editor()


@scene("person-editor", 700, 900)
def person_editor() -> QWidget:
    """A new person."""
    return PersonEditor(
        None,
        tr("New person"),
        PersonEntry(PersonDraft("Tanaka", "Aoi", native_name="田中 葵", gender="f", language="nl",
                                languages=("nl", "en", "ja"), emails=("a.tanaka@jp.example",)), look=no_finder),
    )  # fmt: skip


@scene("posting-editor", 640, 620)
def posting_editor() -> QWidget:
    """A posting with a date that does not exist."""
    from uuid import UUID

    dialog = PostingEditor(
        None,
        tr("Edit posting"),
        PostingEntry(
            PostingDraft("ambassador", starts_on=dt.date(2024, 3, 1), credentials_on=dt.date(2024, 3, 6), credentials_sequence=2,
                         receiving_body="king_of_the_belgians"),
            Choice(UUID(int=1), "Embassy of Japan", "Brussels"),
        ),
    )  # fmt: skip
    dialog.form["ends_on"].editor.setText("31 Feb 2027")  # type: ignore[attr-defined]  # a date field's line
    dialog.form.readable()
    return dialog


@scene("organisation-editor", 640, 760)
def organisation_editor() -> QWidget:
    """A new post."""
    return OrganisationEditor(
        None,
        tr("New post or organisation"),
        OrganisationDraft(kind="embassy", country="JP", city="Brussels"),
    )


@scene("override-editor", 560, 440)
def override_editor() -> QWidget:
    """An own form of address."""
    return OverrideEditor(None, tr("How to address, in {language}", language="NL"),
                          OverrideDraft("H.E. de Ambassadeur van Japan", dt.date(2024, 4, 9)))  # fmt: skip
