"""The sheet of a country, its editor, the list of national days, and finding a country."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.contacts.draft import CelebrationDraft, NationalDayDraft
from app.contacts.queries import country_of, country_sheet, national_days
from app.core import clock
from app.core.text import Language
from app.dossiers.greetings import month_of_days
from tests.ui.contacts.hands import choose, press
from ui.contacts.country_page import CountryPage
from ui.contacts.days_field import DaysField
from ui.contacts.flag import FlagView
from ui.contacts.national_days_page import ALL, NationalDaysPage
from ui.core import language
from ui.core.labels import Text
from ui.search import find_lines
from ui.today.national_days import NationalDaysCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.ui.contacts.conftest import Told
    from ui.contacts.page import ContactsPage
    from ui.core.page import Desk

MONDAY = dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def february(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is Monday 1 February 2027, in every thread."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def japan(filled: Workspace) -> UUID:
    """The id of Japan."""
    found = filled.ask(country_of, "JP")
    assert found is not None
    return found.id


@pytest.fixture
def sheet(
    desk: Desk, japan: UUID, keep: Callable[[CountryPage], CountryPage], qtbot: QtBot
) -> CountryPage:
    """The page of Japan, shown."""
    made = keep(CountryPage(desk))
    made.resize(1250, 800)
    made.show()
    made.show_record(japan)
    qtbot.waitUntil(lambda: made.known is not None)
    return made


@pytest.fixture
def month(
    february: None, desk: Desk, keep: Callable[[NationalDaysPage], NationalDaysPage], qtbot: QtBot
) -> NationalDaysPage:
    """The list of February 2027, shown."""
    del february
    made = keep(NationalDaysPage(desk))
    made.resize(1250, 800)
    made.show()
    qtbot.waitUntil(lambda: made.shown is not None)
    return made


def _words(part: QWidget) -> str:
    return "\n".join(one.words() for one in part.findChildren(Text) if one.isVisibleTo(part))


def test_a_country_opens_from_a_contact(
    qtbot: QtBot, page: ContactsPage, told: Told, japan: UUID
) -> None:
    choose(qtbot, page, "Tanaka")
    press(page.detail, "Japan")
    qtbot.waitUntil(lambda: ("country", japan) in told.gone)


def test_the_post_tells_the_national_day(qtbot: QtBot, page: ContactsPage) -> None:
    choose(qtbot, page, "Ambassade van Japan")
    assert "23 February · Birthday of the Emperor" in _words(page.detail)
    flags = page.detail.findChildren(FlagView)
    assert [one.accessibleName() for one in flags] == ["Japan"]


def test_the_sheet_shows_what_is_known(qtbot: QtBot, sheet: CountryPage, told: Told) -> None:
    assert sheet.title() == "Japan"
    qtbot.waitUntil(lambda: "Emperor's Birthday" in _words(sheet))
    words = _words(sheet)
    for told_ in ("Tokio · Tokyo", "Birthday of the Emperor", "No gift is on record yet."):
        assert told_ in words
    press(sheet.sheet, "Show Aoi Tanaka")
    assert told.gone[-1][0] == "contacts"


def test_everything_of_a_country_is_edited_and_undone(
    qtbot: QtBot, sheet: CountryPage, far: Workspace, japan: UUID
) -> None:
    sheet.edit()
    dialog = sheet.dialog
    assert dialog is not None
    field = dialog.form["days"]
    assert isinstance(field, DaysField)
    field.more.click()
    line = field.lines()[-1]
    QTest.keyClicks(line.rule, "third Monday of July")
    assert "Jul" in line.preview.words()
    QTest.keyClicks(line.names["nl"], "Dag van de Zee")
    line.up.click()
    head = dialog.form["head_of_state"].findChild(QLineEdit)
    assert isinstance(head, QLineEdit)
    QTest.keyClicks(head, "Hana the First")
    dialog.keep.click()
    qtbot.waitUntil(lambda: sheet.known is not None and len(sheet.known.sheet.days) == 2)
    known = far.ask(country_sheet, japan)
    assert [one.rule for one in known.days] == ["third Monday of July", "02-23"]
    assert known.row.head_of_state == "Hana the First"
    sheet.desk.jobs.undo()
    qtbot.waitUntil(lambda: sheet.known is not None and len(sheet.known.sheet.days) == 1)


def test_a_day_that_does_not_exist_stays_in_the_dialog(sheet: CountryPage) -> None:
    sheet.edit()
    dialog = sheet.dialog
    assert dialog is not None
    field = dialog.form["days"]
    assert isinstance(field, DaysField)
    line = field.lines()[0]
    line.rule.clear()
    QTest.keyClicks(line.rule, "02-30")
    assert "no date" in line.preview.words()
    dialog.keep.click()
    assert "no such day" in field.problem()
    line.remove.click()
    assert field.value() == ()
    field.set_value((NationalDayDraft("Easter"),))
    assert [one.rule for one in field.value()] == ["Easter"]
    dialog.form.dirty = False
    dialog.reject()


def test_a_celebration_is_noted_from_the_sheet(
    qtbot: QtBot, sheet: CountryPage, far: Workspace
) -> None:
    year = clock.today().year
    press(sheet.sheet, f"How it is celebrated in {year}")
    dialog = sheet.dialog
    assert dialog is not None
    draft = dialog.draft()
    assert isinstance(draft, CelebrationDraft)
    assert draft.held_on == dt.date(year, 2, 23)
    place = dialog.form["place"].findChild(QLineEdit)
    assert isinstance(place, QLineEdit)
    QTest.keyClicks(place, "Hotel of Invention")
    dialog.keep.click()
    qtbot.waitUntil(lambda: "Hotel of Invention" in _words(sheet.sheet))
    (kept,) = far.ask(national_days, ["JP"])["JP"][0].celebrations
    assert kept.place == "Hotel of Invention"


def test_the_month_lists_the_countries_we_know_then_all(
    qtbot: QtBot, month: NationalDaysPage
) -> None:
    assert [one.of.day.country for one in month.rows()] == ["JP"]
    assert "Tue 23 Feb" in _words(month)
    month.chips.choose(ALL)
    month.chips.chosen.emit(ALL)
    assert len(month.rows()) > 8
    qtbot.waitUntil(lambda: "5 Iyar" in _words(month))


def test_a_month_is_planned_greeted_and_undone(
    qtbot: QtBot, month: NationalDaysPage, far: Workspace
) -> None:
    assert month.plan.text() == "Plan 1 greeting"
    month.plan.click()
    qtbot.waitUntil(lambda: "due 16 Feb" in _pills(month))
    assert not month.plan.isEnabled()
    press(month, "Japan was greeted")
    qtbot.waitUntil(lambda: "greeted 1 Feb" in _pills(month))
    month.desk.jobs.undo()
    month.desk.jobs.undo()
    qtbot.waitUntil(lambda: month.plan.isEnabled())
    assert not [one for one in far.ask(month_of_days, 2027, 2).rows if one.greeting]


def _pills(page: NationalDaysPage) -> list[str]:
    from ui.core.labels import Pill

    return [one.accessibleName() for one in page.findChildren(Pill)]


def test_keys_turn_the_months(qtbot: QtBot, month: NationalDaysPage) -> None:
    month.setFocus()
    QTest.keyClick(month, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: month.shown is not None and month.shown.month == 1)
    month.turn(-1)
    qtbot.waitUntil(lambda: month.shown is not None and month.shown.month == 12)
    assert month.year == 2026
    month.go_to_today()
    qtbot.waitUntil(lambda: month.shown is not None and month.shown.month == 2)
    kept = month.state()
    assert (kept["year"], kept["month"]) == (2027, 2)


def test_a_country_opens_from_the_list_and_its_card_shows(
    qtbot: QtBot, month: NationalDaysPage, told: Told, japan: UUID
) -> None:
    press(month, "Show the sheet of Japan")
    qtbot.waitUntil(lambda: ("country", japan) in told.gone)
    press(month, "Greeting card for Japan")
    qtbot.waitUntil(lambda: month.card is not None and month.card.panel.is_shown)
    assert month.card is not None
    assert month.card.panel.paper.kind == "greeting-card"
    month.card.accept()


def test_countries_come_first_in_the_search(filled: Workspace, japan: UUID) -> None:
    found = filled.ask(find_lines, "japo", Language.FR)
    assert (found[0][0].id, found[0][0].title) == (japan, "Japon")
    assert filled.ask(find_lines, "tanaka", Language.FR)[0][0].kind == "person"


def test_the_card_of_the_first_page(
    february: None,
    qtbot: QtBot,
    desk: Desk,
    told: Told,
    japan: UUID,
    keep: Callable[[NationalDaysCard], NationalDaysCard],
) -> None:
    del february
    card = keep(NationalDaysCard(desk))
    with qtbot.waitSignal(card.counted) as counted:
        card.refresh()
    assert counted.args == [1]
    press(card, "Show the sheet of Japan")
    qtbot.waitUntil(lambda: ("country", japan) in told.gone)
    card.show_days(())
    assert "None in the coming month" in _words(card)


def test_flags_are_painted_and_the_one_nobody_drew_has_letters(
    keep: Callable[[FlagView], FlagView],
) -> None:
    shown = keep(FlagView("FR", width=36))
    picture: QPixmap = shown.grab()
    image = picture.toImage()
    assert image.pixelColor(4, 13).blue() > 100
    assert image.pixelColor(32, 13).red() > 200
    shown.show_code("XM")
    pennant = shown.grab().toImage()
    colours = {pennant.pixelColor(x, 13).name() for x in range(36)}
    assert len(colours) > 2
    assert QColor("#ED2939").name() not in colours


def test_the_pages_read_in_dutch(month: NationalDaysPage, keep: Callable[..., object]) -> None:
    del keep
    language.set_language(Language.NL)
    month.mark_stale()
    assert month.shown is not None
    month._show()
    assert "Februari 2027" in _words(month)
