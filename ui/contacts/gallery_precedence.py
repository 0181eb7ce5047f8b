"""Scenes of the lists of precedence and their dialogs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from app.contacts.draft import BandDraft, PrecedenceListDraft
from app.contacts.rules.precedence_lists import shipped
from app.core.text import N_
from ui.contacts.gallery import sample_office
from ui.contacts.precedence_editors import (
    BandEditor,
    FunctionDraft,
    FunctionEditor,
    PrecedenceListEditor,
)
from ui.contacts.precedence_page import PrecedencePage
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow, OfficeWords
from ui.navigation import PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SPECS = (
    PageSpec("precedence", N_("Lists of precedence"), "columns", PrecedencePage, group=1),
    PageSpec("contacts", N_("Contacts"), "contacts", PrecedencePage, group=1),
)


def _window() -> MainWindow:
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    window = MainWindow(state, _SPECS)
    jobs = Jobs(sample_office, window)  # type: ignore[arg-type]  # a workspace
    window.destroyed.connect(jobs.close)
    window.furnish(
        jobs, OfficeWords("Protocol office", encrypted=True, who="Mia Vermeulen"), "precedence"
    )
    return window


def _shown(part: str, window: QWidget) -> bool:
    page = window.findChild(PrecedencePage)
    if not isinstance(page, PrecedencePage) or not page.lists.rowCount():
        return False
    wanted = next(one for one in page.lists.rows() if part in one.draft.name)
    if page.current() != wanted:
        page.list_table.select_id(wanted.id)
        return False
    if page.band_table.current_row() is None:
        page.band_table.selectRow(3)
    return page.bands.rowCount() > 0


scene("precedence", 1440, 900, ready=partial(_shown, "Usual"))(_window)
scene("precedence-flemish", 1440, 1000, ready=partial(_shown, "Flemish"))(_window)
scene("precedence-150", 1440, 900, ready=partial(_shown, "Standaard"), scale=1.5)(_window)


@scene("precedence-list-editor", 560, 560)
def list_editor() -> QWidget:
    """Name, date and source."""
    known = shipped("flemish")
    draft = PrecedenceListDraft(known.name, known.dated, known.source, known.note)
    return PrecedenceListEditor(None, tr("Edit name, date and source…"), draft)


@scene("precedence-band-editor", 560, 620)
def band_editor() -> QWidget:
    """A band with several functions."""
    draft = BandDraft(
        "Presidents of Chamber and Senate", ("speaker@BE", "speaker@EU", "regional_speaker"),
        numbered="4", verified=True, source="De Standaard 4 Feb 2010",
    )  # fmt: skip
    return BandEditor(None, tr("Edit band…"), draft)


@scene("precedence-function-editor", 420, 300)
def function_editor() -> QWidget:
    """A function of one State."""
    return FunctionEditor(None, tr("Function of the band"), FunctionDraft("speaker", "BE"))
