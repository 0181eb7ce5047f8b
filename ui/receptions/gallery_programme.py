"""Scenes of the programme with its faces, its editor, and of the date, over the sample office."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from app.core.text import N_, say
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.rules.findings import Severity
from app.receptions.queries import DateCheck
from app.receptions.rules.clashes import Clash, ClashKind
from ui.core.cards import column
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.page import Desk
from ui.dossiers.programme_editor import ProgrammeEditor
from ui.dossiers.programme_table import EDIT, PUBLIC, RUN_SHEET, SPEECHES
from ui.gallery import scene
from ui.receptions.date_card import DateCard
from ui.receptions.dossier import ReceptionPage
from ui.receptions.gallery import sample_window, tab_shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _reception() -> QWidget:
    return sample_window("receptions")


def _face_shown(key: str, window: QWidget) -> bool:
    if not tab_shown("programme", window):
        return False
    page = window.findChild(ReceptionPage)
    if not isinstance(page, ReceptionPage) or not page.programme.findings.lines():
        return False
    tab = page.programme
    if tab.faces.current() != key:
        tab.show_face(key)
        return False
    return True


for _key in (EDIT, PUBLIC, RUN_SHEET, SPEECHES):
    scene(f"programme-{_key}", 1440, 900, ready=partial(_face_shown, _key))(_reception)
scene("programme-small", 1000, 640, ready=partial(_face_shown, EDIT))(_reception)


@scene("programme-editor", 700, 800)
def editor() -> QWidget:
    """A speech in all its details."""
    draft = ProgrammeDraft(
        "Antwoord van de ambassadeur",
        dt.datetime(2027, 4, 21, 19, 5),  # noqa: DTZ001 - local time, as the model keeps it
        5,
        "Stadhuis, Pacificatiezaal",
        kind="speech",
        speaker="Z.E. de heer Maximiliaan von und zu Hohenlohe-Schillingsfürst",
        interpreter="Emiko Vandamme-Sato",
        owner="Jana Verstraetens",
        phone="0470 55 01 17",
        language="ja",
        travel_minutes=10,
        rain_plan="binnen, in de Wandelzaal",
        note="Tekst ligt op de lessenaar.",
    )
    return ProgrammeEditor(None, tr("Line of the programme"), draft)


@scene("date-card", 900, 480)
def date() -> QWidget:
    """A date with much in its way."""
    from PySide6.QtWidgets import QWidget as Plain

    page = Plain()
    page.setObjectName("Page")
    card = DateCard(Desk(Jobs(lambda: None, page), None))  # type: ignore[arg-type, return-value]  # never asked
    card.show_check(DateCheck(dt.date(2027, 2, 12), _clashes(), ("JP", "MA", "FR")))
    page.setLayout(column(card, None, margin=16))
    return page


def _clashes() -> tuple[Clash, ...]:
    wrong, look = Severity.WRONG, Severity.ATTENTION
    elsewhere = say(
        N_("On the list of “{dossier}” at the same time ({at}): {who}."),
        dossier="Waterstof en haven", at="18:30", who="Aoi Tanaka, Karim Haddaoui",
    )  # fmt: skip
    room = say(
        N_("{place} is taken at {at} by “{dossier}”."),
        place="Stadhuis, Troonzaal", at="18:00", dossier="Gulden boek: Tallinn",
    )  # fmt: skip
    holiday = say(
        N_("Public holiday in {countries}: {name}."), countries="Japan", name="Foundation Day"
    )
    sabbath = say(N_("The Sabbath lasts from Friday evening to Saturday evening."))
    return (
        Clash(ClashKind.GUEST, wrong, elsewhere, uuid4()),
        Clash(ClashKind.PLACE, wrong, room, uuid4()),
        Clash(ClashKind.HOLIDAY, look, holiday),
        Clash(ClashKind.SABBATH, Severity.NOTE, sabbath),
    )
