"""Scenes of the countries and their national days, over the sample office."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.contacts.draft import CelebrationDraft, CountryDraft, NationalDayDraft
from app.contacts.queries import country_of
from app.core import clock
from app.receptions.countries import CountryGift
from ui.briefings.panel import PaperPanel
from ui.contacts.choices import country_words
from ui.contacts.country_cards import gifts_card
from ui.contacts.country_editor import CelebrationEditor, CountryEditor
from ui.contacts.country_page import CountryPage
from ui.contacts.flag import FlagView
from ui.contacts.greeting_dialog import GreetingDialog
from ui.contacts.national_days_page import ALL, NationalDaysPage
from ui.contacts.page import ContactsPage
from ui.core.cards import Card, Scroll, column
from ui.core.flow import Flow
from ui.core.jobs import Jobs
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.page import Desk
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow, OfficeWords
from ui.receptions.gallery import sample_copy
from ui.today.national_days import NationalDaysCard

if TYPE_CHECKING:
    from collections.abc import Callable

JAPAN = CountryDraft(
    "Japan", "Japan", "le Japon", "Tokyo", "Tokio", "Tokyo", "Hana the First", "Empress", 36,
    "Asks for green tea, never coffee.", "UNTERM; the embassy",
    days=(
        NationalDayDraft("02-23", "Birthday of the Emperor", "Verjaardag van de Keizer",
                         "Anniversaire de l'Empereur", "the embassy", verified=True),
        NationalDayDraft("third Monday of July", "Marine Day", "Dag van de Zee", "Fête de la mer"),
        NationalDayDraft("when the cherry trees blossom", "Hanami"),
    ),
)  # fmt: skip


def _window() -> MainWindow:
    sample_copy().close()  # built now, or the first picture would not wait for it
    folder = Path(mkdtemp(prefix="belfry-gallery-"))
    window = MainWindow(WindowState(folder / "window.json"))
    jobs = Jobs(sample_copy, window)  # type: ignore[arg-type]  # a workspace
    window.destroyed.connect(jobs.close)
    who = OfficeWords("Sample office", encrypted=True, who="Mia Vermeulen")
    window.furnish(jobs, who, "contacts")
    return window


def _country(code: str, tab: str, window: QWidget) -> bool:
    """Step by step: the contacts, the country, the tab; true when its data has come."""
    page = window.findChild(CountryPage)
    if not isinstance(page, CountryPage):
        _open_country(window, code)
        return False
    if page.known is None:
        return False
    if page.tabs.current() != tab:
        page.tabs.choose(tab)
        return False
    paper = page.findChild(PaperPanel)
    return tab != "paper" or (isinstance(paper, PaperPanel) and paper.is_shown)


def _open_country(window: QWidget, code: str) -> None:
    found = window.findChild(ContactsPage)
    if isinstance(found, ContactsPage) and found.model.rowCount():
        found.work.open_country(code)


def _month(chip: str, window: QWidget) -> bool:
    page = window.findChild(NationalDaysPage)
    if not isinstance(page, NationalDaysPage):
        found = window.findChild(ContactsPage)
        if isinstance(found, ContactsPage) and found.model.rowCount():
            found.desk.go("national_days")
        return False
    if page.shown is None:
        return False
    if page.chips.current() != chip:
        page.chips.choose(chip)
        page.chips.chosen.emit(chip)
        return False
    return True


def _next_month(window: QWidget) -> bool:
    if not _month("known", window):
        return False
    page = window.findChild(NationalDaysPage)
    today = clock.today()
    if isinstance(page, NationalDaysPage) and page.month == today.month:
        page.turn(1)
        return False
    return (
        isinstance(page, NationalDaysPage)
        and page.shown is not None
        and (page.shown.month != today.month)
    )


def _listed(holder: QWidget) -> bool:
    card = holder.findChild(NationalDaysCard)
    return isinstance(card, NationalDaysCard) and len(card.findChildren(FlagView)) > 1


def _shown(name: str, ready: Callable[[QWidget], bool], *, scale: float = 1.0,
           size: tuple[int, int] = (1440, 900)) -> None:  # fmt: skip
    scene(name, *size, ready=ready, scale=scale)(_window)


_shown("country", partial(_country, "JP", "sheet"))
_shown("country-paper", partial(_country, "JP", "paper"))
_shown("country-narrow-150", partial(_country, "JP", "sheet"), scale=1.5, size=(1000, 900))
_shown("country-home", partial(_country, "BE", "sheet"))
_shown("national-days", partial(_month, "known"))
_shown("national-days-all", partial(_month, ALL))
_shown("national-days-150", partial(_month, ALL), scale=1.5, size=(1100, 900))


_shown("national-days-next", _next_month)


def _card_shown(dialog: QWidget) -> bool:
    return isinstance(dialog, GreetingDialog) and dialog.panel.is_shown


@scene("greeting-card", 900, 780, ready=_card_shown)
def greeting_card() -> QWidget:
    """The card over the list of days."""
    office = sample_copy()
    found = office.ask(country_of, "RO")
    office.close()
    jobs = Jobs(sample_copy)  # type: ignore[arg-type]  # a workspace
    folder = Path(mkdtemp(prefix="belfry-gallery-"))
    desk = Desk(jobs, WindowState(folder / "window.json"))
    dialog = GreetingDialog(None, desk, found.id if found else UUID(int=0), country_words("RO"))
    dialog.destroyed.connect(jobs.close)
    return dialog


@scene("today-national-days", 460, 420, ready=_listed)
def today_card() -> QWidget:
    """The card of the first page."""
    holder = QWidget()
    sample_copy().close()
    jobs = Jobs(sample_copy, holder)  # type: ignore[arg-type]  # a workspace
    holder.destroyed.connect(jobs.close)
    folder = Path(mkdtemp(prefix="belfry-gallery-"))
    card = NationalDaysCard(Desk(jobs, WindowState(folder / "window.json")))
    jobs.ready.connect(card.refresh)
    holder.setLayout(column(card, None, margin=20))
    return holder


@scene("country-editor", 760, 900)
def country_editor() -> QWidget:
    """Everything of a country, with three days."""
    return CountryEditor(None, tr("Country"), JAPAN)


@scene("celebration-editor", 560, 420)
def celebration_editor() -> QWidget:
    """When a day is celebrated."""
    draft = CelebrationDraft(2027, dt.date(2027, 2, 17), "Hotel of Invention, Brussels", "Smoking")
    return CelebrationEditor(None, tr("National days"), draft)


@scene("country-flags", 900, 620)
def flags() -> QWidget:
    """Every flag, and the pennant of the one nobody drew."""
    from app.contacts.rules.countries import countries

    holder = QWidget()
    flow = Flow(holder, gap=8)
    for one in countries():
        flow.addWidget(FlagView(one.code, width=40))
    sheet = QWidget()
    sheet.setLayout(column(Text(tr("Country"), "title"), holder, None, margin=20))
    return Scroll(sheet)


@scene("country-gifts", 620, 360)
def gifts() -> QWidget:
    """Gifts in both directions."""
    rows = (
        CountryGift(UUID(int=1), "Book of lace patterns, bound in linen", "out",
                    dt.date(2026, 9, 12), 4500, "Kanazawa garden", "", "Aoi Tanaka", None),
        CountryGift(UUID(int=2), "Lacquer bowl", "in", dt.date(2025, 3, 6), None, "Courtesy call",
                    "Cabinet of the mayor, second shelf", "City of Kanazawa", None),
    )  # fmt: skip
    sheet = QWidget()
    card: Card = gifts_card(rows)
    sheet.setLayout(column(card, None, margin=20))
    return sheet
