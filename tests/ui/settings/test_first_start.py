"""Beginning: an office made, opened, unlocked; the sample office; the details."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.core import secrets, settings
from app.core.errors import CannotOpenError, KeyNeededError
from app.core.office import open_office
from app.core.office_file import Key, salt_of
from app.core.profile import Profile, profile
from app.core.text import N_, say
from app.schema import TRADE
from ui.settings.first_start import FirstStart
from ui.settings.making import Made
from ui.settings.office_details import DetailsDraft, OfficeDetails
from ui.settings.unlock import CODE, UnlockDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LONG = 30_000


@pytest.fixture
def page(keep: Callable[[FirstStart], FirstStart]) -> FirstStart:
    """The first start."""
    made = keep(FirstStart())
    made.resize(1100, 800)
    made.show()
    return made


def fill(page: FirstStart, where: Path, **values: object) -> None:
    """Fill the form of a new office."""
    page.begin.click()
    form = page.new_office.form
    form.set_values({"name": "Our office", "folder": str(where), "city": "Stad Gent", **values})


def test_an_encrypted_office_is_made_and_its_code_shown_once(
    qtbot: QtBot, page: FirstStart, tmp_path: Path
) -> None:
    chosen: list[tuple[str, object]] = []
    page.chosen.connect(lambda place, key: chosen.append((place, key)))
    fill(page, tmp_path)
    page.new_office.make.click()
    qtbot.waitUntil(lambda: page.code is not None, timeout=LONG)
    code = page.code
    assert code is not None
    assert not code.go_on.isEnabled()
    code.copy.click()
    copied = QGuiApplication.clipboard().text()
    code.written.setChecked(True)
    code.go_on.click()
    assert chosen == [(str(tmp_path / "Our office.belfry"), None)]
    place = tmp_path / "Our office.belfry"
    assert secrets.kept(salt_of(place) or b"") == secrets.from_recovery_code(copied)
    office = open_office(str(place), TRADE)
    assert office.encrypted
    assert office.ask(profile).city == "Stad Gent"
    office.close()


def test_without_a_keyring_a_passphrase_is_asked_and_opens_the_office(
    qtbot: QtBot, page: FirstStart, tmp_path: Path
) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own
    chosen: list[tuple[str, object]] = []
    page.chosen.connect(lambda place, key: chosen.append((place, key)))
    fill(page, tmp_path)
    page.new_office.make.click()
    qtbot.waitUntil(lambda: "passphrase" in page.new_office.banner.words(), timeout=LONG)
    form = page.new_office.form
    form.set_values({"passphrase": "bells over the canal", "again": "bells over the kanal"})
    page.new_office.make.click()
    assert "differ" in form["again"].problem()
    form.set_values({"again": "bells over the canal"})
    page.new_office.make.click()
    qtbot.waitUntil(lambda: page.code is not None, timeout=LONG)
    assert page.code is not None
    page.code.written.setChecked(True)
    page.code.go_on.click()
    place, key = chosen[0]
    assert isinstance(key, Key)
    office = open_office(place, TRADE, key)
    office.close()


def test_a_plain_office_is_opened_at_once(qtbot: QtBot, page: FirstStart, tmp_path: Path) -> None:
    fill(page, tmp_path, encrypted=False)
    with qtbot.waitSignal(page.chosen, timeout=LONG) as told:
        page.new_office.make.click()
    assert told.args == [str(tmp_path / "Our office.belfry"), None]


def test_what_cannot_be_made_is_told_and_the_form_stays(
    qtbot: QtBot, page: FirstStart, tmp_path: Path
) -> None:
    (tmp_path / "Our office.belfry").write_text("something")
    fill(page, tmp_path)
    page.new_office.make.click()
    qtbot.waitUntil(lambda: bool(page.new_office.banner.words()), timeout=LONG)
    assert "already a file" in page.new_office.banner.words()
    assert page.new_office.form["name"].value() == "Our office"


def test_an_office_needs_name_and_folder(page: FirstStart, tmp_path: Path) -> None:
    fill(page, tmp_path, name=" / ", folder="")
    page.new_office.make.click()
    assert page.new_office.form["name"].problem()
    assert page.new_office.form["folder"].problem()


def test_looking_around_takes_the_sample_office_that_is_there(
    qtbot: QtBot, page: FirstStart, home: Path, prepared: object
) -> None:
    import shutil

    shutil.copyfile(prepared.plain, home / "sample-office.belfry")  # type: ignore[attr-defined]  # the fixture's offices
    with qtbot.waitSignal(page.chosen, timeout=LONG) as told:
        page.look.click()
    assert told.args == [str(home / "sample-office.belfry"), None]


def test_building_the_sample_office_can_be_cancelled(
    qtbot: QtBot, page: FirstStart, home: Path
) -> None:
    page.look.click()
    assert page.watch is not None
    page.watch.cancel()
    qtbot.waitUntil(lambda: page._box.count() == 2, timeout=LONG)
    assert not list(home.glob("sample-office*"))
    assert page.banner.words() == ""


def test_the_office_of_last_time_is_offered(
    qtbot: QtBot, tmp_path: Path, keep: Callable[[FirstStart], FirstStart]
) -> None:
    from ui.core.buttons import Button

    place = tmp_path / "Ours.belfry"
    place.write_text("there")
    settings.change(last_office=str(place))
    page = keep(FirstStart())
    offered = next(one for one in page.findChildren(Button) if one.text() == "Open Ours")
    with qtbot.waitSignal(page.chosen) as told:
        offered.click()
    assert told.args == [str(place), None]


def test_a_failure_is_one_sentence(page: FirstStart) -> None:
    page.complain(CannotOpenError(say(N_("It is gone: look for it."))))
    assert page.banner.words() == "It is gone: look for it."


def unlock(keep: Callable[[UnlockDialog], UnlockDialog]) -> UnlockDialog:
    """The dialog, shown."""
    dialog = keep(UnlockDialog(None, KeyNeededError(say(N_("The key is not on this machine.")))))
    dialog.show()
    return dialog


def test_a_passphrase_is_offered(keep: Callable[[UnlockDialog], UnlockDialog]) -> None:
    dialog = unlock(keep)
    dialog.open_it.click()
    assert dialog.passphrase.problem()
    QTest.keyClicks(dialog.passphrase.editor, " with spaces ")
    dialog.open_it.click()
    assert dialog.key() == Key(passphrase=" with spaces ")


def test_a_wrong_letter_of_the_recovery_code_is_told_before_opening(
    keep: Callable[[UnlockDialog], UnlockDialog],
) -> None:
    dialog = unlock(keep)
    dialog.way.choose(CODE)
    dialog.way.chosen.emit(CODE)
    code = secrets.recovery_code(bytes(range(32)))
    dialog.code.set_value(f"Z{code[1:]}")
    dialog.open_it.click()
    assert "letter by letter" in dialog.code.problem()
    dialog.code.set_value(code.lower())
    dialog.open_it.click()
    assert dialog.key() == Key(recovery_code=code.lower())


def test_details_need_a_city(keep: Callable[[OfficeDetails], OfficeDetails]) -> None:
    dialog = keep(OfficeDetails(None, "Office details", DetailsDraft(Profile())))
    dialog.form["city"].set_value("")
    dialog.try_to_save()
    assert dialog.form["city"].problem()
    assert dialog.draft().profile.service == "Protocol"


def test_the_code_is_not_in_what_is_logged() -> None:
    made = Made("office", "AAAA-BBBB", Key(passphrase="secret"))
    assert "AAAA" not in repr(made)
    assert "secret" not in repr(made)
