"""Scenes of relationships, letters and forms of address, over the sample office."""
# ruff: noqa: E501 - invented words for pictures

from __future__ import annotations

import datetime as dt
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_person, add_relationship, change_template
from app.contacts.draft import PersonDraft, PostingDraft, RelationshipDraft, TemplateDraft
from app.contacts.queries import template_sheets
from app.contacts.rules.addressing import Form
from app.core import office
from app.core.text import Language
from app.dossiers.draft import LetterDraft
from app.dossiers.queries import LetterForms
from app.sample_office import furnish_and_build
from app.schema import TRADE
from ui.contacts.address_forms import AddressFormsPage
from ui.contacts.letter_editor import LetterEditor, LetterEntry
from ui.contacts.letter_paper import LetterPaper
from ui.contacts.page import ContactsPage
from ui.contacts.relationship_editor import NEW, RelationshipEditor, RelationshipEntry
from ui.contacts.template_editor import TemplateEditor, TemplateEntry
from ui.contacts.template_preview import shelf_of
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.page import Desk
from ui.core.record_field import Choice
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow, OfficeWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.workspace import Workspace
    from app.sample_office import Sample

_LONG = PersonDraft(
    "von und zu Hohenlohe-Waldenburg-Schillingsfürst",
    "Maximilian-Alexander",
    gender="m",
    language="fr",
)


@cache
def _made() -> tuple[Path, Sample, UUID]:
    """The sample office with a long name and a template that changed; made once."""
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Sample office.belfry"
    workspace = office.create(str(place), TRADE, plain=True).workspace
    sample = furnish_and_build(workspace)
    day = dt.date(2026, 1, 1)
    long = workspace.run(
        add_person, _LONG, PostingDraft("ambassador", starts_on=day), sample.organisations["emb-de"]
    )
    wife = PersonDraft("Παπαδοπούλου-Οικονομίδου", "Ελένη Μαρία", gender="f", language="fr")
    workspace.run(
        add_relationship,
        long,
        RelationshipDraft("spouse", "together", joint_envelope=True),
        None,
        wife,
    )
    changed = next(
        one
        for one in workspace.ask(template_sheets, day)
        if (one.draft.function, one.draft.language, one.draft.channel, one.draft.gender)
        == ("ambassador", "nl", "opening", "f")
        and not one.draft.company
    )
    workspace.run(
        change_template, changed.id, changed.revision,
        TemplateDraft("Hooggeachte mevrouw de ambassadeur,", "Kabinet van de burgemeester, nota", verified=True,
                      valid_from=day, function="ambassador", channel="opening", gender="f"),
    )  # fmt: skip
    workspace.close()
    return place, sample, long


def _copy() -> Workspace:
    place = Path(mkdtemp(prefix="belfry-gallery-")) / "Sample office.belfry"
    shutil.copyfile(_made()[0], place)
    return office.open_office(str(place), TRADE)


def _window(page: str) -> MainWindow:
    _made()
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    window = MainWindow(state)
    jobs = Jobs(_copy, window)  # type: ignore[arg-type]  # a workspace
    window.destroyed.connect(jobs.close)
    window.furnish(
        jobs, OfficeWords("Sample office", encrypted=True, who="Mia Vermeulen"), "contacts"
    )
    if page != "contacts":
        window.go(page)
    return window


def _contacts(window: QWidget) -> ContactsPage | None:
    found = window.findChild(ContactsPage)
    return found if isinstance(found, ContactsPage) and found.model.rowCount() else None


def _shown(
    record: Callable[[], UUID], *, couple: bool = False, below: bool = False
) -> Callable[[QWidget], bool]:
    """Whether a contact is in the pane; shows it, as a couple, scrolled to what is below."""

    def ready(window: QWidget) -> bool:
        page = _contacts(window)
        if page is None:
            return False
        facts = page.detail.facts()
        if facts is None or facts.sheet.id != record():
            page.show_record(record())
            return False
        content: Any = page.detail.content
        if couple and content.address.company.current() != "couple":
            content.address.company.choose("couple")
            content.address.company.chosen.emit("couple")
            return False
        if below and page.pane is not None:
            from PySide6.QtWidgets import QScrollArea

            bar = page.pane.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]  # a pane scrolls
            bar.setValue(bar.maximum() // 2)
        return True

    return ready


def _tanaka() -> UUID:
    return _made()[1].people["jp-tanaka"]


def _embassy() -> UUID:
    return _made()[1].organisations["emb-jp"]


def _long() -> UUID:
    return _made()[2]


def _page() -> QWidget:
    return _window("contacts")


scene("address-person", 1440, 1100, ready=_shown(_tanaka, couple=True))(_page)
scene("address-person-below", 1440, 900, ready=_shown(_tanaka, below=True))(_page)
scene("address-long-150", 1440, 1000, ready=_shown(_long, couple=True), scale=1.5)(_page)
scene("address-post", 1440, 900, ready=_shown(_embassy))(_page)


def _listed(window: QWidget) -> bool:
    page = window.findChild(AddressFormsPage)
    if not isinstance(page, AddressFormsPage) or not page.model.rowCount():
        return False
    wanted = next(
        one
        for one in page.model.rows()
        if (one.draft.channel, one.draft.gender) == ("opening", "f")
        and one.draft.function == "ambassador"
    )
    if page.table.current_id() != wanted.id:
        page.table.select_id(wanted.id)
        return False
    return page.detail is not None and page.detail.sheet.id == wanted.id


def _forms() -> QWidget:
    return _window("address_forms")


scene("address-forms", 1440, 900, ready=_listed)(_forms)
scene("address-forms-150", 1440, 900, ready=_listed, scale=1.5)(_forms)


def _shelf() -> list[Any]:
    workspace = _copy()
    try:
        return workspace.ask(template_sheets, dt.date(2026, 6, 1))
    finally:
        workspace.close()


@scene("address-template-editor", 700, 900)
def template_editor() -> QWidget:
    """A template for a couple."""
    sheets = _shelf()
    draft = next(
        one.draft
        for one in sheets
        if one.draft.company and one.draft.function == "ambassador" and one.draft.gender == "m"
    )
    return TemplateEditor(
        None, "Ambassador · Envelope · FR", TemplateEntry(draft, shelf=shelf_of(sheets))
    )


@scene("address-template-new", 700, 900)
def template_new() -> QWidget:
    """A new template, with a field that does not exist."""
    draft = TemplateDraft("{full}\n{titel}", "de gouverneur zelf", function="director", gender="f")
    dialog = TemplateEditor(None, tr("New form of address"), TemplateEntry(draft, fresh=True))
    dialog.form.show_problems(dialog.draft().problems())
    return dialog


@scene("address-relationship", 620, 700)
def relationship_editor() -> QWidget:
    """A spouse the office does not know yet."""
    entry = RelationshipEntry(
        RelationshipDraft("spouse", "together", joint_envelope=True),
        Choice(NEW, "Małgorzata Wiśniewska-Brzęczyszczykiewicz", ""),
        PersonDraft("Wiśniewska-Brzęczyszczykiewicz", "Małgorzata", gender="f"),
    )
    return RelationshipEditor(None, tr("Beside {name}", name="Aoi Tanaka"), entry)


@scene("address-letter-editor", 720, 960)
def letter_editor() -> QWidget:
    """A letter being written."""

    def see(_asker: object, _draft: LetterDraft, answer: Callable[[LetterForms], None]) -> None:
        answer(
            LetterForms(
                Language.FR,
                Form("Son Excellence Monsieur l'Ambassadeur\net Madame Sato", verified=True),
                Form("Monsieur l'Ambassadeur, Madame,"),
                Form(
                    "Je vous prie d'agréer, Monsieur l'Ambassadeur, Madame, les assurances de ma très haute considération."
                ),
            )
        )

    draft = LetterDraft(
        dt.date(2026, 11, 25), "fr", "Visite du jardin de Kanazawa",
        "C'est avec plaisir que nous vous invitons, vous et votre épouse.\n\nLe recteur sera des nôtres.",
        "Katelijne Vermanderlinck\nBourgmestre de Gand", couple=True, person_id=NEW,
    )  # fmt: skip
    return LetterEditor(
        None,
        tr("New letter to {name}", name="Kenji Sato"),
        LetterEntry(draft, couple=True, see=see),
    )


def _paper_shown(paper: QWidget) -> bool:
    return isinstance(paper, LetterPaper) and paper.panel.is_shown


@scene("address-letter-paper", 940, 980, ready=_paper_shown)
def letter_paper() -> QWidget:
    """A letter as it will print."""
    letter = _made()[1].letters["signed"]
    jobs = Jobs(_copy)  # type: ignore[arg-type]  # a workspace
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    paper = LetterPaper(None, Desk(jobs, state), letter, tr("Letter to {name}", name="Aoi Tanaka"))
    paper.destroyed.connect(jobs.close)
    jobs.ready.connect(paper.panel.refresh)
    return paper
