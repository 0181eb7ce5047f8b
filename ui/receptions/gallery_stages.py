"""Scenes of templates, copies, the checklist, the board and the calendars."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from app.dossiers.draft import DossierDraft, LineDraft, SpecialDayDraft, TaskDraft
from app.dossiers.queries import TemplateRow, templates
from app.dossiers.rules.templates import Part
from app.receptions.draft import BeginningDraft, CopyDraft, MoveDraft, ReceptionDraft
from app.receptions.queries import CalendarEntry, EntryKind
from ui.core.language import tr
from ui.dossiers.stage_editors import ChecklistEditor
from ui.dossiers.template_choice import TemplateChoice, TemplateChooser
from ui.dossiers.template_lines import line_editor
from ui.dossiers.templates_page import TemplatesPage
from ui.gallery import scene
from ui.receptions.beginning import BeginEditor, Beginning
from ui.receptions.copying import Copying, MomentEditor, Moving, copy_editor
from ui.receptions.gallery import sample_copy, sample_window
from ui.receptions.page import ReceptionsPage
from ui.receptions.special_days import SpecialDayEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.receptions.day_hint import Told

BEGINS = dt.datetime(2026, 7, 17, 18)  # noqa: DTZ001 - local time, as the model keeps it


def _page(window: QWidget) -> ReceptionsPage | None:
    page = window.findChild(ReceptionsPage)
    return page if isinstance(page, ReceptionsPage) and page.model.rowCount() else None


def _looked(look: str, window: QWidget) -> bool:
    page = _page(window)
    if page is None:
        return False
    if page.looks.look() != look:
        page.looks.show_look(look)
        return False
    if look == "board":
        return page.looks.board is not None and any(
            one.cards.cards for one in page.looks.board.columns
        )
    shown = page.looks.calendar
    return shown is not None and bool(shown.month.sheet.entries or shown.year.entries)


def _templates(window: QWidget) -> bool:
    page = window.findChild(TemplatesPage)
    if not isinstance(page, TemplatesPage):
        window.go("templates")  # type: ignore[attr-defined]  # a main window
        return False
    if page.model.rowCount() < 5:
        return False
    page.table.selectRow(4)
    return bool(page.lines_model.rowCount())


for _look in ("board", "month", "year"):
    scene(f"receptions-{_look}", 1440, 900, ready=partial(_looked, _look))(
        partial(sample_window, "receptions")
    )
scene("receptions-board-small", 1100, 700, ready=partial(_looked, "board"))(
    partial(sample_window, "receptions")
)
scene("receptions-month-150", 1440, 900, ready=partial(_looked, "month"), scale=1.5)(
    partial(sample_window, "receptions")
)
scene("receptions-year-small", 1100, 700, ready=partial(_looked, "year"))(
    partial(sample_window, "receptions")
)
scene("templates", 1440, 900, ready=_templates)(partial(sample_window, "receptions"))


def _known() -> list[TemplateRow]:
    office = sample_copy()
    found: list[TemplateRow] = office.ask(templates)
    office.close()
    return found


@scene("reception-new", 700, 560)
def new() -> QWidget:
    """A new reception from a template, in a hurry."""
    known = _known()
    soon = dt.datetime.combine(dt.date.today() + dt.timedelta(days=20), dt.time(18))  # noqa: DTZ011 - as a person would choose
    facts = DossierDraft("Receptie voor de nationale feestdag", starts_at=soon, place="Stadhuis")
    draft = BeginningDraft(ReceptionDraft(facts, "national_day"), known[4].id)
    return BeginEditor(None, tr("New reception"), Beginning(draft, tuple(known), _busy_day))


def _busy_day(day: dt.date, answer: Told) -> None:
    """A council and a national day stand on every day."""
    kinds = ((EntryKind.SPECIAL_DAY, "council", "Gemeenteraad"),
             (EntryKind.NATIONAL_DAY, "JP", "Japan"))  # fmt: skip
    answer(
        [
            CalendarEntry(kind, UUID(int=1), day, day, (name, name, name), code)
            for kind, code, name in kinds
        ]
    )


@scene("reception-copy", 660, 480)
def copy() -> QWidget:
    """A copy with its circles."""
    found = (("principal", 2), ("corps", 14), ("city", 6), ("partners", 4), ("press", 2))
    draft = CopyDraft("Diner voor de Aziatische ambassades", BEGINS, circles=("corps", "city"))
    return copy_editor(found)(None, tr("Copy {name}", name=draft.title), Copying(draft))


@scene("reception-move", 580, 320)
def move() -> QWidget:
    """Another moment, with guests to tell."""
    after = BEGINS + dt.timedelta(days=3)
    entry = Moving(MoveDraft(after), BEGINS, 43)
    return MomentEditor(None, tr("Move {name}", name="Belgisch-Japanse avond"), entry)


@scene("template-apply", 540, 360)
def apply() -> QWidget:
    """A template for a reception that is there."""
    known = _known()
    entry = TemplateChoice(known[5].id.hex, tuple(known))
    return TemplateChooser(None, tr("Apply a template"), entry)


@scene("template-line", 580, 480)
def line() -> QWidget:
    """A task of a template."""
    draft = LineDraft(Part.TASK, "Bedankbrieven versturen", -3, owner="Protocol")
    return line_editor(Part.TASK)(None, tr("Checklist"), draft)


@scene("checklist-task", 620, 480)
def task() -> QWidget:
    """A task of a checklist."""
    draft = TaskDraft("Draaiboek rondsturen", "Arne Maessens", days_before=3)
    return ChecklistEditor(None, tr("Task"), draft)


@scene("special-day", 620, 620)
def special_day() -> QWidget:
    """A day to mind."""
    draft = SpecialDayDraft(
        name_nl="Gemeenteraad", name_fr="Conseil communal", name_en="City council",
        starts_on=dt.date(2026, 6, 22), advice="council",
    )  # fmt: skip
    return SpecialDayEditor(None, tr("Day to mind"), draft)
