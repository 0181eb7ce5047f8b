"""Scenes of postings: several accreditations, steps, the line of a post with its vacancies."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from uuid import UUID

from app.contacts.commands import add_organisation, add_person, add_posting
from app.contacts.draft import AccreditationDraft, OrganisationDraft, PersonDraft, PostingDraft
from app.core.text import N_
from ui.contacts.accreditation_editor import AccreditationEditor
from ui.contacts.gallery import sample_office
from ui.contacts.page import ContactsPage
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

KING = "king_of_the_belgians"
_SPECS = (PageSpec("contacts", N_("Contacts"), "contacts", ContactsPage, group=1),)
FURTHER = (
    AccreditationDraft("european_union", credentials_on=dt.date(2015, 4, 21)),
    AccreditationDraft("GB", "high_commissioner", credentials_on=dt.date(2016, 2, 18)),
    AccreditationDraft(
        "NL", credentials_on=dt.date(2016, 12, 14), credentials_time=dt.time(10, 30),
        credentials_sequence=3,
    ),
)  # fmt: skip


def _office() -> Workspace:
    """The invented office with an envoy to four, a vacant post, a newcomer and a post abroad."""
    workspace = sample_office()
    today = dt.date.today()  # noqa: DTZ011 - the day of the person looking

    def post(country: str, host: str = "BE", city: str = "Brussels", *to: str) -> UUID:
        draft = OrganisationDraft(
            kind="embassy", country=country, host_country=host, city=city, jurisdictions=to
        )
        return workspace.run(add_organisation, draft)

    def holder(name: str, where: UUID, draft: PostingDraft, *further: AccreditationDraft) -> None:
        given, _, family = name.partition(" ")
        person = workspace.run(add_person, PersonDraft(family, given, gender="m", language="en"))
        workspace.run(add_posting, person, draft, where, further)

    maldives = post("MV", "BE", "Brussels", "BE", "european_union", "GB", "NL", "LU")
    holder(
        "Ibrahim Naseer-Rasheed",
        maldives,
        PostingDraft(
            "ambassador", starts_on=dt.date(2015, 1, 12), arrived_on=dt.date(2015, 1, 12),
            agrement_on=dt.date(2014, 11, 3), credentials_on=dt.date(2015, 3, 11),
            receiving_body=KING, expected_end_on=today + dt.timedelta(days=120),
            posting_note="Resident in Brussels; London by train on Mondays.",
        ),
        *FURTHER,
    )  # fmt: skip
    vacant = post("PE")
    left = today - dt.timedelta(days=114)
    for name, function, begins, ends in (
        ("Rosa Quispe Mamani", "ambassador", dt.date(2022, 9, 1), left),
        ("Hernán Delgado", "charge_ai", left + dt.timedelta(days=1), None),
        ("Julio Paredes", "ambassador", dt.date(2018, 3, 1), dt.date(2022, 6, 30)),
        ("Lucía Vargas", "charge_ai", dt.date(2022, 7, 1), dt.date(2022, 8, 31)),
        ("Ana Torres", "ambassador", dt.date(2013, 5, 2), dt.date(2018, 2, 28)),
        ("Óscar Flores", "counsellor", dt.date(2023, 2, 1), None),
        ("Inés Castillo", "first_secretary", dt.date(2016, 2, 1), dt.date(2020, 7, 31)),
    ):
        body = KING if function == "ambassador" else ""
        holder(
            name,
            vacant,
            PostingDraft(function, starts_on=begins, ends_on=ends, receiving_body=body),
        )
    newcomer = post("UY")
    arrived = today - dt.timedelta(weeks=6)
    holder(
        "Martín Etcheverry", newcomer,
        PostingDraft("ambassador", starts_on=arrived, arrived_on=arrived,
                     agrement_on=arrived - dt.timedelta(days=80), receiving_body=KING),
    )  # fmt: skip
    abroad = post("FJ", "GB", "London", "BE", "GB", "IE")
    holder(
        "Semi Vakaloloma", abroad,
        PostingDraft("high_commissioner", starts_on=dt.date(2024, 2, 1),
                     credentials_on=dt.date(2024, 2, 21), receiving_body="GB"),
        AccreditationDraft("BE", "ambassador", credentials_on=dt.date(2024, 9, 18)),
    )  # fmt: skip
    consulate = workspace.run(
        add_organisation,
        OrganisationDraft(
            kind="consulate_general", country="TR", host_country="BE", city="Antwerp"
        ),
    )
    holder(
        "Cem Yıldırım", consulate,
        PostingDraft("consul_general", starts_on=arrived, arrived_on=arrived,
                     consular_district="Antwerp, Limburg, East and West Flanders, Flemish Brabant"),
    )  # fmt: skip
    return workspace


def _window() -> MainWindow:
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    window = MainWindow(state, _SPECS)
    jobs = Jobs(_office, window)  # type: ignore[arg-type]  # a workspace
    window.destroyed.connect(jobs.close)
    window.furnish(
        jobs, OfficeWords("Protocol office", encrypted=True, who="Mia Vermeulen"), "contacts"
    )
    return window


def _shown(which: str, window: QWidget) -> bool:
    """Choose the contact whose line begins so or holds the country, and wait for its pane."""
    page = window.findChild(ContactsPage)
    if not isinstance(page, ContactsPage) or page.model.rowCount() < 20:
        return False
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    wanted = next(
        (one.id for one in rows if one and (one.title.startswith(which)
         or (one.kind == "organisation" and one.country == which))),
        None,
    )  # fmt: skip
    facts = page.detail.facts()
    if wanted is None or facts is None:
        return False
    if facts.sheet.id != wanted:
        page.table.select_id(wanted)
        return False
    return True


for _name, _which in (
    ("posting-envoy", "Naseer"),
    ("posting-newcomer", "Etcheverry"),
    ("posting-consul", "Yıldırım"),
    ("posting-abroad", "Vakaloloma"),
    ("post-vacant", "PE"),
    ("post-envoy", "MV"),
    ("post-abroad", "FJ"),
):
    scene(_name, 1440, 1300, ready=partial(_shown, _which))(_window)


@scene("posting-editor-accredited", 680, 900)
def accredited() -> QWidget:
    """A posting with further accreditations."""
    return PostingEditor(
        None,
        tr("Edit posting"),
        PostingEntry(
            PostingDraft("ambassador", starts_on=dt.date(2015, 1, 12),
                         credentials_on=dt.date(2015, 3, 11), receiving_body=KING),
            Choice(UUID(int=1), "Embassy of Maldives", "Brussels"),
            accreditations=FURTHER,
        ),
    )  # fmt: skip


@scene("accreditation-editor", 520, 480)
def accreditation() -> QWidget:
    """A further accreditation."""
    return AccreditationEditor(None, tr("Edit accreditation"), FURTHER[1])
