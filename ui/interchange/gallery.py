"""Scenes of the import."""
# ruff: noqa: E501 - an invented list

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from app.core.text import N_
from ui.contacts.gallery import sample_office
from ui.core.jobs import Jobs
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.interchange.page import ImportPage
from ui.main_window import MainWindow, OfficeWords
from ui.navigation import PageSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_LIST = (
    "Titre;Prénom;Nom;Fonction;Organisation;Pays;E-mail;Téléphone;Lettres de créance\r\n"
    "S.E. Mme;Aoi;Tanaka;Ambassadeur;Ambassade du Japon;Japon;a.tanaka@jp.example;+32 2 555 01 58;06/03/2024\r\n"
    "S.E. Mme;Halina;Zielinska;Ambassadeur;Ambassade de Hongrie;Hongrie;protocol@hu.example;02/555.01.90;14/01/2025\r\n"
    "M.;Jean-Luc;D'Hondt;Consul honoraire;Consulat honoraire du Luxembourg;Luxembourg;jl.dhondt(at)lu.example;09 555 12 00;\r\n"
    "Mme;Ingrid;Solheim;Conseiller;Ambassade de Norvège;Norvège;i.solheim@no.example;;31/02/2025\r\n"
    "Dr.;Kofi;Mensah;Directeur;Port de Tema;Ghana;k.mensah@port.example;+233 55 555 010;\r\n"
)  # fmt: skip


def import_window(act: Callable[[ImportPage], None]) -> MainWindow:
    """The frame with the import page, taken to a step."""
    folder = Path(mkdtemp(prefix="belfry-gallery-"))
    (folder / "corps diplomatique.csv").write_bytes(_LIST.encode("cp1252", "replace"))
    page_spec = (
        PageSpec("contacts", N_("Contacts"), "contacts", ImportPage, group=1),
        PageSpec("receptions", N_("Receptions"), "receptions", ImportPage, group=1),
    )
    window = MainWindow(WindowState(folder / "window.json"), page_spec)
    jobs = Jobs(sample_office, window)  # type: ignore[arg-type]  # a workspace
    window.furnish(
        jobs, OfficeWords("Protocol office", encrypted=True, who="Mia Vermeulen"), "contacts"
    )
    page = _page(window)
    window.setProperty("list", str(folder / "corps diplomatique.csv"))
    act(page)
    return window


def _page(window: QWidget) -> ImportPage:
    found = window.findChild(ImportPage)
    if not isinstance(found, ImportPage):
        raise TypeError("no import page")
    return found


def _begin(page: ImportPage) -> None:
    page.open_file(Path(str(page.window().property("list"))))


def _nothing(page: ImportPage) -> None:
    del page


def _mapped(window: QWidget) -> bool:
    page = _page(window)
    if page.found is None:
        if not window.property("begun"):
            window.setProperty("begun", True)  # noqa: FBT003 - Qt's signature
            _begin(page)
        return False
    return page.map is not None


def _previewed(window: QWidget) -> bool:
    page = _page(window)
    if not _mapped(window) or page.map is None:
        return False
    if page.preview is None:
        page.map.go_on.click()
        return False
    return page.preview.model.rowCount() > 0


def _done(window: QWidget) -> bool:
    page = _page(window)
    if not _previewed(window) or page.preview is None:
        return False
    if page.watch is None:
        page.preview.start.click()
        return False
    return page.result is not None


@scene("import-choose", 1440, 900, ready=lambda window: _page(window).desk.jobs.is_open)
def choose() -> QWidget:
    """A file to choose."""
    return import_window(_nothing)


@scene("import-map", 1440, 900, ready=_mapped)
def mapped() -> QWidget:
    """Which column is what."""
    return import_window(_nothing)


@scene("import-preview", 1440, 900, ready=_previewed)
def previewed() -> QWidget:
    """The first rows."""
    return import_window(_nothing)


@scene("import-result", 1440, 900, ready=_done)
def done() -> QWidget:
    """What became of it."""
    return import_window(_nothing)
