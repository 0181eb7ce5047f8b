"""Scenes of the booklet: its texts in three languages, a photo with its consent, its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.core.text import Language
from app.missions.queries import Texts
from app.missions.queries.texts import TextRow
from app.sample_office.rows import portrait
from ui.briefings.panel import PaperPanel
from ui.core.language import tr
from ui.gallery import scene
from ui.missions.dossier import MissionPage
from ui.missions.face_editor import FaceDraft, FaceEditor
from ui.missions.page import MissionsPage
from ui.missions.texts_editor import TextsEditor
from ui.receptions.gallery import sample_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NL, FR, EN = Language.NL, Language.FR, Language.EN
TEXTS = Texts(
    NL,
    (
        TextRow("foreword", None, "", {
            NL: "Vijftig jaar vriendschap verdient een bezoek.\n\nWe reizen met wie haar draagt.",
            FR: "Cinquante ans d’amitié méritent une visite.",
        }),
        TextRow("practical", None, "", {NL: "Stekkers type A, 100 volt."}),
        TextRow("emergency", None, "", {NL: "Politie 110.", FR: "Police 110.", EN: "Police 110."}),
        TextRow("facts", UUID(int=7), "Kanazawa", {NL: "Zusterstad met 460.000 inwoners."}),
    ),
)  # fmt: skip


@scene("mission-texts", 800, 820)
def _texts() -> QWidget:
    return _Texts(None, tr("Texts of the booklet"), TEXTS.draft)


class _Texts(TextsEditor):
    texts, begins = TEXTS, FR


@scene("mission-face", 560, 380)
def _face() -> QWidget:
    return FaceEditor(None, "Daichi Fujisakura", FaceDraft(portrait("DF"), ""))


def _booklet_shown(window: QWidget) -> bool:
    listed, page = window.findChild(MissionsPage), window.findChild(MissionPage)
    if not isinstance(page, MissionPage):
        if isinstance(listed, MissionsPage) and listed.model.rowCount():
            rows = listed.model.rows()
            listed.open(next(one.id for one in rows if "Kanazawa" in one.title))
        return False
    if page.tabs.current() != "paper":
        page.tabs.choose("paper")
        return False
    panel = page.findChild(PaperPanel)
    if not isinstance(panel, PaperPanel):
        return False
    if panel.paper.kind != "booklet":
        panel.choose("booklet")
        return False
    return panel.is_shown


@scene("mission-booklet", 1440, 900, ready=_booklet_shown)
def _booklet() -> QWidget:
    return sample_window("missions")
