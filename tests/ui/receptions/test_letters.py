"""Letters in the window: choosing, looking, sending through a real server, stopping, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.text import Language
from app.mailing.settings import set_mail_settings
from app.receptions.queries import guests, mailings, message_texts, sendings
from tests.app.mailing.crowd import address, crowd_of
from tests.app.mailing.post_office import PostOffice, open_office
from tests.ui.fakes import Beat
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.briefings.pages_view import PageView
from ui.receptions.dossier import ReceptionPage
from ui.receptions.letters_dialogs import PaperEntry, SendDialog
from ui.receptions.mail_run import MailRun
from ui.receptions.message_editor import EVERYWHERE, HERE, MessageEditor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.main_window import MainWindow
    from ui.receptions.letters_tab import LettersTab


@pytest.fixture
def post() -> PostOffice:
    """A mail server that takes everything unless a test says otherwise."""
    return PostOffice()


@pytest.fixture
def spring(workspace: Workspace, post: PostOffice) -> Iterator[UUID]:
    """A reception with twelve guests, in an office that can send mail."""
    reception, _people = crowd_of(workspace, 12)
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        yield reception


@pytest.fixture
def letters(spring: UUID, window: MainWindow, qtbot: QtBot) -> LettersTab:
    """The tab of its letters."""
    window.go("reception", spring)
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    page.tabs.choose("letters")
    qtbot.waitUntil(lambda: page.letters.model.rowCount() == 12)
    return page.letters


def told(qtbot: QtBot, letters: LettersTab, query: Any, *args: object) -> Any:
    """What the office answers; the window's thread never asks it directly."""
    answers: list[Any] = []
    letters._desk.jobs.ask(query, *args, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def _chosen(letters: LettersTab) -> int:
    return sum(one.chosen for one in letters.model.rows())


def test_the_list_says_who_gets_it_and_the_paper_how_it_looks(
    letters: LettersTab, qtbot: QtBot
) -> None:
    assert _chosen(letters) == 12
    qtbot.waitUntil(lambda: bool(letters._pages.findChildren(PageView)))
    letters.table.setFocus()
    letters.table.selectRow(0)
    QTest.keyClick(letters.table, Qt.Key.Key_Space)
    assert _chosen(letters) == 11
    letters.table.selectAll()
    QTest.keyClick(letters.table, Qt.Key.Key_Space)
    assert _chosen(letters) == 12
    letters.choose("invitation", "post")
    qtbot.waitUntil(lambda: letters._post is not None and letters._post.round.channel == "post")
    assert not letters._send.isVisible()
    letters.choose("thank_you")
    qtbot.waitUntil(lambda: letters.model.rowCount() == 0)


def test_a_mailing_is_sent_and_the_guests_are_invited(
    letters: LettersTab, post: PostOffice, spring: UUID, qtbot: QtBot
) -> None:
    post.refused.add(address(3))
    letters.send()
    dialog = opened(qtbot, SendDialog)
    assert "12 letters go out" in dialog._who.words()
    dialog.keep.click()
    qtbot.waitUntil(lambda: len(post.taken) == 11, timeout=20_000)
    qtbot.waitUntil(lambda: MailRun.of(letters._desk.jobs) is None, timeout=20_000)
    qtbot.waitUntil(lambda: [one.counts for one in letters.log.rows()] ==
                    [{"sent": 11, "failed": 1}])  # fmt: skip
    rows = told(qtbot, letters, guests, spring, Language.NL)
    assert sorted(row.status for row in rows) == ["invited"] * 11 + ["proposed"]
    qtbot.waitUntil(lambda: _chosen(letters) == 1)  # whom the server refused


def test_cancel_stops_between_two_letters_and_the_rest_goes_out_later(
    letters: LettersTab, post: PostOffice, spring: UUID, qtbot: QtBot
) -> None:
    letters.send()
    opened(qtbot, SendDialog).keep.click()
    qtbot.waitUntil(lambda: len(post.taken) >= 2, timeout=20_000)
    run = MailRun.of(letters._desk.jobs)
    assert run is not None
    run.watch.cancel()
    qtbot.waitUntil(lambda: MailRun.of(letters._desk.jobs) is None, timeout=20_000)
    sent = len(post.taken)
    assert sent < 12
    qtbot.waitUntil(letters._resume.isVisible)
    letters.resume()
    qtbot.waitUntil(lambda: len(post.taken) == 12, timeout=20_000)
    qtbot.waitUntil(lambda: MailRun.of(letters._desk.jobs) is None, timeout=20_000)
    assert all(len(post.to(address(number))) == 1 for number in range(12))
    mailing = told(qtbot, letters, mailings, spring)[0]
    assert {row.state for row in told(qtbot, letters, sendings, mailing.id)} == {"sent"}


def test_a_text_of_its_own_goes_before_the_offices(
    letters: LettersTab, spring: UUID, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: letters.table.current_row() is not None)
    spoken = str(letters.table.current_row().to.language)
    letters.edit_text()
    editor = opened(qtbot, MessageEditor)
    assert editor._letter.words()
    editor.form.set_values({"body": "{opening}\n\n{dinner}"})
    editor.keep.click()
    assert "Line 3" in editor.form["body"].problem()
    assert shown(MessageEditor) is not None
    keep(qtbot, MessageEditor, body="{opening}\n\nKom.", scope=HERE)
    qtbot.waitUntil(lambda: letters._own.isVisible())
    texts = told(qtbot, letters, message_texts, spring, "invitation")
    assert texts["invitation", spoken].own
    assert texts["invitation", spoken].draft.body == "{opening}\n\nKom."
    office = told(qtbot, letters, message_texts, None, "invitation")
    assert office["invitation", spoken].draft.body != "{opening}\n\nKom."
    letters.use_office_text()
    qtbot.waitUntil(lambda: not letters._own.isVisible())
    letters.edit_text()
    keep(qtbot, MessageEditor, body="{opening}\n\nWelkom.", scope=EVERYWHERE)

    kept = told(qtbot, letters, message_texts, None, "invitation")
    assert kept["invitation", spoken].draft.body == "{opening}\n\nWelkom."


def test_what_was_typed_in_another_language_is_kept(
    letters: LettersTab, spring: UUID, qtbot: QtBot
) -> None:
    letters.edit_text()
    editor = opened(qtbot, MessageEditor)
    for spoken, body in (("nl", "{opening}\n\nKom."), ("fr", "{opening}\n\nVenez.")):
        editor.form.set_values({"language": spoken})
        editor.form["language"].changed.emit()
        editor.form.set_values({"body": body})
    keep(qtbot, MessageEditor, scope=HERE)
    qtbot.waitUntil(lambda: letters._own.isVisible())
    texts = told(qtbot, letters, message_texts, spring, "invitation")
    assert texts["invitation", "nl"].draft.body == "{opening}\n\nKom."
    assert texts["invitation", "fr"].draft.body == "{opening}\n\nVenez."
    assert not texts["invitation", "en"].own


def test_letters_on_paper_and_as_drafts(
    letters: LettersTab, spring: UUID, tmp_path: Path, qtbot: QtBot
) -> None:
    letters.save_drafts(tmp_path / "drafts")
    qtbot.waitUntil(lambda: len(list((tmp_path / "drafts").glob("*.eml"))) == 12, timeout=10_000)
    toast = letters.window().frame.status.toast  # type: ignore[attr-defined]  # the main window
    qtbot.waitUntil(lambda: toast._action.text() == "Note them as sent")
    letters.choose("invitation", "post")
    qtbot.waitUntil(lambda: letters._post is not None and letters._post.round.channel == "post")
    letters.put_on_paper(PaperEntry(went_out=True), tmp_path / "letters.pdf")
    qtbot.waitUntil(lambda: [one.channel for one in letters.log.rows()] == ["post"], timeout=10_000)
    assert (tmp_path / "letters.pdf").read_bytes().startswith(b"%PDF-")
    rows = told(qtbot, letters, guests, spring, Language.NL)
    assert {row.status for row in rows} == {"invited"}


@pytest.fixture
def three_hundred(workspace: Workspace, post: PostOffice) -> Iterator[UUID]:
    """A reception with three hundred guests, in an office that can send mail."""
    reception, _people = crowd_of(workspace, 300)
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        yield reception


@pytest.mark.slow
def test_three_hundred_letters_never_stall_the_window(
    three_hundred: UUID, window: MainWindow, post: PostOffice, qtbot: QtBot
) -> None:
    window.go("reception", three_hundred)
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    page.tabs.choose("letters")
    letters = page.letters
    qtbot.waitUntil(lambda: letters.model.rowCount() == 300, timeout=20_000)
    beat = Beat()
    letters.choose("save_the_date")
    qtbot.waitUntil(lambda: letters._post is not None and letters._post.round.kind != "invitation",
                    timeout=20_000)  # fmt: skip
    letters.choose("invitation")
    qtbot.waitUntil(lambda: letters._post is not None and letters._post.round.kind == "invitation",
                    timeout=20_000)  # fmt: skip
    letters.table.selectAll()
    letters.toggle()
    letters.toggle()
    letters.send()
    opened(qtbot, SendDialog).keep.click()
    qtbot.waitUntil(lambda: len(post.taken) >= 10, timeout=30_000)
    beat.stop()
    run = MailRun.of(letters._desk.jobs)
    assert run is not None
    run.watch.cancel()
    qtbot.waitUntil(lambda: MailRun.of(letters._desk.jobs) is None, timeout=20_000)
    assert beat.longest <= 0.1, f"{beat.longest * 1000:.0f} ms"
