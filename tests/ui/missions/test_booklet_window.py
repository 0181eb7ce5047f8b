"""The booklet in the window: texts in three languages, photos, printings and who must not be on."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest
from PIL import Image

from app.contacts.commands import set_photo
from app.contacts.queries import photo
from app.core.text import Language
from app.dossiers.queries import printings
from app.missions.commands import set_texts, withdraw
from app.missions.draft import TextDraft, TextsDraft
from app.missions.queries import delegation, mission_texts
from tests.app.briefings.reading import text
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import opened, shown
from ui.briefings.panel import PaperPanel
from ui.missions.dossier import MissionPage
from ui.missions.face_editor import FaceEditor, edit_face
from ui.missions.texts_editor import TextsEditor

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.editor import Editor
    from ui.main_window import MainWindow

NL, FR, EN = Language.NL, Language.FR, Language.EN


@pytest.fixture
def page(window: MainWindow, mission: UUID, qtbot: QtBot) -> MissionPage:
    """The coming mission, opened on its overview."""
    window.go("mission", mission)
    found = window.frame.pages.page()
    assert isinstance(found, MissionPage)
    qtbot.waitUntil(lambda: found.delegation.model.rowCount() == 2)
    qtbot.waitUntil(lambda: found.overview.texts.texts is not None)
    quiet(found, qtbot)
    return found


@pytest.fixture
def panel(page: MissionPage, qtbot: QtBot) -> PaperPanel:
    """Its papers, the booklet shown."""
    page.tabs.choose("paper")
    found = page.findChild(PaperPanel)
    assert isinstance(found, PaperPanel)
    qtbot.waitUntil(lambda: found.is_shown)
    choose(found, "booklet", qtbot)
    return found


def choose(panel: PaperPanel, kind: str, qtbot: QtBot) -> None:
    panel._list.select_id(uuid5(NAMESPACE_OID, kind))
    qtbot.waitUntil(lambda: panel.paper.kind == kind)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.is_shown, timeout=20_000)
    qtbot.waitUntil(lambda: not panel._desk.jobs.is_working, timeout=20_000)


def texts_of(page: MissionPage, qtbot: QtBot) -> TextsEditor:
    page.overview.texts.edit()
    return opened(qtbot, TextsEditor)


def quiet(page: MissionPage, qtbot: QtBot) -> None:
    """Nobody else uses the office: the test may."""
    qtbot.waitUntil(lambda: not page.desk.jobs.is_working, timeout=20_000)


def undone(page: MissionPage, qtbot: QtBot) -> None:
    page.desk.jobs.undo()
    quiet(page, qtbot)


def kept(editor: Editor[Any], qtbot: QtBot) -> None:
    editor.keep.click()
    qtbot.waitUntil(lambda: shown(type(editor)) is None)


def test_texts_are_written_in_three_languages_and_taken_back(
    page: MissionPage, workspace: Workspace, mission: UUID, qtbot: QtBot
) -> None:
    editor = texts_of(page, qtbot)
    editor._forms[NL]["foreword"].set_value("Welkom.")
    editor._forms[FR]["foreword"].set_value("Bienvenue.")
    editor._count()
    assert "missing" in editor.tabs.tabText(2)
    assert "missing" not in editor.tabs.tabText(1)
    kept(editor, qtbot)
    quiet(page, qtbot)
    found = workspace.ask(mission_texts, mission)
    assert found.told("foreword", FR).words == "Bienvenue."
    assert found.lacks == (EN,)
    undone(page, qtbot)
    assert workspace.ask(mission_texts, mission).rows[0].words.get(FR, "") == ""


def test_what_another_desk_wrote_meanwhile_is_not_put_back(
    page: MissionPage, workspace: Workspace, mission: UUID, qtbot: QtBot
) -> None:
    editor = texts_of(page, qtbot)
    theirs = TextsDraft((TextDraft("practical", "nl", "Neem een paraplu mee."),))
    page.desk.jobs.run(set_texts, mission, theirs)
    quiet(page, qtbot)
    editor._forms[NL]["foreword"].set_value("Welkom.")
    kept(editor, qtbot)
    quiet(page, qtbot)
    found = workspace.ask(mission_texts, mission)
    assert found.told("practical", NL).words == "Neem een paraplu mee."
    assert found.told("foreword", NL).words == "Welkom."


def test_the_card_says_which_language_lacks(
    page: MissionPage, workspace: Workspace, mission: UUID, qtbot: QtBot
) -> None:
    editor = texts_of(page, qtbot)
    editor._forms[NL]["practical"].set_value("Stekkers.")
    kept(editor, qtbot)
    quiet(page, qtbot)
    qtbot.waitUntil(lambda: bool(page.overview.texts.texts and page.overview.texts.texts.lacks))
    assert page.overview.texts.texts is not None
    assert page.overview.texts.texts.lacks == (FR, EN)
    again = texts_of(page, qtbot)
    again._forms[NL]["practical"].set_value("")
    kept(again, qtbot)
    quiet(page, qtbot)
    assert workspace.ask(mission_texts, mission).told("practical", NL).words == ""


def test_a_photo_comes_with_the_consent(
    page: MissionPage, workspace: Workspace, mission: UUID, tmp_path: Path, qtbot: QtBot
) -> None:
    row = workspace.ask(delegation, mission, EN)[0]
    edit_face(page, page.desk, row)
    editor = opened(qtbot, FaceEditor)
    file = tmp_path / "face.png"
    Image.new("RGB", (300, 400), "teal").save(file)
    editor.form["image"].take_file(file)  # type: ignore[attr-defined]  # a photo field
    editor.form["photo_consent"].set_value("yes")
    kept(editor, qtbot)
    quiet(page, qtbot)
    again = workspace.ask(delegation, mission, EN)[0]
    assert again.draft.photo_consent == "yes"
    assert workspace.ask(photo, row.person_id) is not None
    undone(page, qtbot)
    assert workspace.ask(photo, row.person_id) is None
    assert workspace.ask(delegation, mission, EN)[0].draft.photo_consent == ""


def test_saving_is_noted_and_who_withdraws_is_named(
    panel: PaperPanel, page: MissionPage, workspace: Workspace, mission: UUID, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    assert "Not handed out yet" in panel.history.line.words()
    assert not panel.history.marks.isVisible()
    panel.save_to(tmp_path / "booklet.pdf")
    qtbot.waitUntil(lambda: "Printed 1×" in panel.history.line.words())
    quiet(page, qtbot)
    assert len(workspace.ask(printings, mission, "booklet")) == 1
    gone = workspace.ask(delegation, mission, EN)[0]
    page.desk.jobs.run(withdraw, [gone.id], "all", dt.date(2399, 5, 1))
    qtbot.waitUntil(lambda: gone.name.family in panel.history.gone.words())
    qtbot.waitUntil(lambda: "1 change since" in panel.history.line.words(), timeout=20_000)
    qtbot.waitUntil(lambda: panel.is_shown, timeout=20_000)
    assert panel._made is not None
    assert "No longer there" in text(panel._made.pdf)
    panel.history.marks.setChecked(False)
    qtbot.waitUntil(lambda: panel.is_shown, timeout=20_000)
    assert "No longer there" not in text(panel._made.pdf)
    page.tabs.choose("overview")
    qtbot.waitUntil(lambda: gone.name.family in page.overview.reprint.words())


def test_undo_takes_a_printing_back(
    panel: PaperPanel, page: MissionPage, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.save_to(tmp_path / "booklet.pdf")
    qtbot.waitUntil(lambda: "Printed 1×" in panel.history.line.words())
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: "Not handed out yet" in panel.history.line.words())


def test_a_stopped_paper_leaves_nothing(
    panel: PaperPanel, workspace: Workspace, mission: UUID, qtbot: QtBot
) -> None:
    panel.refresh()
    qtbot.waitUntil(lambda: panel._watch is not None or panel.is_shown)
    if panel._watch is not None:
        panel._watch.cancel()
        qtbot.waitUntil(lambda: bool(panel._again.words()))
        assert not panel.is_shown
        assert not panel._save.isEnabled()
    qtbot.waitUntil(lambda: not panel._desk.jobs.is_working, timeout=20_000)
    assert workspace.ask(printings, mission) == []
    panel.refresh()
    qtbot.waitUntil(lambda: panel.is_shown, timeout=20_000)


def test_a_booklet_of_many_faces_never_stops_the_window(
    panel: PaperPanel, workspace: Workspace, mission: UUID, qtbot: QtBot
) -> None:
    body = io.BytesIO()
    Image.effect_noise((600, 800), 50).convert("RGB").save(body, "JPEG")
    for row in workspace.ask(delegation, mission, EN):
        workspace.run(set_photo, row.person_id, body.getvalue())

    def make_again() -> None:
        panel.refresh()
        qtbot.waitUntil(lambda: panel.is_shown, timeout=20_000)

    calm_in_one_of(3, make_again)
