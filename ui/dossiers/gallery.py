"""Scenes of moments, tasks, gifts, timelines and the page of the day, over the sample office."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.dossiers.draft import DocumentDraft, GiftDraft, MomentDraft, TaskDraft
from app.dossiers.queries import GiftRow
from app.receptions.queries import Earlier, Whose
from ui.contacts.page import ContactsPage
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.dossiers.gift_editor import GiftEditor, GiftEntry
from ui.dossiers.moment_editor import MomentEditor, MomentEntry
from ui.dossiers.task_editor import DocumentEditor, TaskEditor, TaskEntry
from ui.dossiers.timeline_dialog import TimelineDialog
from ui.gallery import scene
from ui.receptions.gallery import sample_copy, sample_window
from ui.receptions.gifts_page import GiftsPage
from ui.today.page import TodayPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TANAKA = Choice(UUID(int=1), "Aoi Tanaka")
OGATA = Choice(UUID(int=2), "Maria Immaculata Przybyszewska-Vandenbroucke")
POST = Choice(UUID(int=3), "Embassy of Japan", "Brussels")


def _shown(window: QWidget, kind: Any) -> Any:
    found = window.findChild(kind)
    return found if found is not None and found.isVisible() else None


def _today_ready(window: QWidget) -> bool:
    page = _shown(window, TodayPage)
    return page is not None and all(one.content.count() for one in page.cards)


def _chosen(family: str, window: QWidget) -> bool:
    page = _shown(window, ContactsPage)
    if page is None or not page.model.rowCount():
        return False
    facts = page.detail.facts()
    places = range(page.model.rowCount())
    rows = (page.model.row(at) for at in places)
    wanted = next((one.id for one in rows if one and one.title.startswith(family)), None)
    if wanted is None:
        page.filter.setText(family)
        page._ask_lines()  # noqa: SLF001 - the picture needs the line
        return False
    if facts is None or facts.sheet.id != wanted:
        page.table.select_id(wanted)
        return False
    bar = page.pane.findChildren(object, "Bare")[0].verticalScrollBar() if page.pane else None
    if bar is None or not bar.maximum():
        return False
    if bar.value() == 0:
        bar.setValue(bar.maximum() * 45 // 100)
    return True


def _whole(window: QWidget) -> bool:
    page = _shown(window, ContactsPage)
    if page is None or not _chosen("Tanaka, Aoi", window):
        return False
    if page.memory.work.whole is None:
        page.handlers["contacts.timeline"]()
    dialog = page.memory.work.whole
    return dialog is not None and dialog.model.rowCount() > 0


def _gifts_ready(window: QWidget) -> bool:
    page = _shown(window, GiftsPage)
    if page is None:
        window.go("gifts")  # type: ignore[attr-defined]  # a main window
        return False
    return bool(page.model.rowCount())


scene("today", 1440, 900, ready=_today_ready)(partial(sample_window, "today"))
scene("today-narrow", 900, 900, ready=_today_ready)(partial(sample_window, "today"))
scene("today-150", 1440, 900, ready=_today_ready, scale=1.5)(partial(sample_window, "today"))
scene("contacts-memory", 1440, 900, ready=partial(_chosen, "Tanaka, Aoi"))(
    partial(sample_window, "contacts")
)
scene("contacts-memory-post", 1440, 900, ready=partial(_chosen, "Ambassade van Japan"))(
    partial(sample_window, "contacts")
)
scene("gifts", 1440, 900, ready=_gifts_ready)(partial(sample_window, "receptions"))


@scene("timeline", 940, 640, ready=lambda dialog: dialog.model.rowCount() > 0)  # type: ignore[attr-defined]  # a timeline
def timeline() -> QWidget:
    """The timeline of a post."""
    from app.core import search
    from app.core.directory import View
    from ui.core.jobs import Jobs
    from ui.core.page import Desk
    from ui.core.window_state import WindowState
    from ui.dossiers.subject import ORGANISATION, Subject

    office = sample_copy()
    view = View(("organisation",), text="japan emb")
    (post,) = office.ask(search.first_lines, view, "docid", 1)
    jobs = Jobs(lambda: office)  # type: ignore[arg-type, return-value]  # a workspace
    subject = Subject(ORGANISATION, post.id, "Japan")
    made = TimelineDialog(None, Desk(jobs, WindowState()), subject)
    made.destroyed.connect(jobs.close)
    return made


@scene("moment-editor", 680, 900)
def moment_editor() -> QWidget:
    """A contact with two people, and a task that follows."""
    draft = MomentDraft(
        dt.date(2026, 7, 6), dt.time(11, 30), "call", "Port hydrogen delegation",
        "They write before the end of the month.", "Mia Vermeulen", confidential=True,
    )  # fmt: skip
    task = TaskDraft("Send the brochure", "An Maes", dt.date(2026, 7, 20))
    return MomentEditor(None, tr("Log contact"), MomentEntry(draft, (TANAKA, OGATA), POST, task))


@scene("moment-editor-wrong", 680, 900, scale=1.25)
def moment_editor_wrong() -> QWidget:
    """A contact that lacks everything."""
    made = MomentEditor(None, tr("Log contact"), MomentEntry(MomentDraft()))
    made.try_to_save()
    return made


@scene("task-editor", 600, 520)
def task_editor() -> QWidget:
    """A task."""
    draft = TaskDraft("Thank-you letter: Port of Sines", "Mia Vermeulen", dt.date(2026, 11, 27))
    return TaskEditor(None, tr("New task"), TaskEntry(draft, TANAKA, None, None))


@scene("gift-editor", 680, 760)
def gift_editor() -> QWidget:
    """A gift that was given before."""
    draft = GiftDraft("Lace bookmark", given_on=dt.date(2026, 11, 27), value=1250, giver="Gent")
    made = GiftEditor(None, tr("Register a gift"), GiftEntry(draft, TANAKA, POST, None))
    from app.dossiers.queries import Named

    about = (Named("person", TANAKA.id, TANAKA.title),)
    before = GiftDraft("Boekenlegger in kant", given_on=dt.date(2025, 6, 11))
    made._tell_before([Earlier(GiftRow(TANAKA.id, TANAKA.id, before, about), Whose.POST)])  # noqa: SLF001 - as answered
    return made


@scene("document-editor", 560, 400)
def document_editor() -> QWidget:
    """A document with a name that is refused."""
    draft = DocumentDraft("visit.pdf.exe", dated=dt.date(2026, 1, 5), note="Signed by both")
    made = DocumentEditor(None, tr("Document"), draft)
    made.form.show_problems(draft.problems())
    return made
