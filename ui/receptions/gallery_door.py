"""Scenes of the door and of the follow-up, over the sample office."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_person
from app.contacts.draft import PersonDraft
from app.core.text import Language
from app.dossiers.queries import follow_up
from app.receptions.commands import add_walk_in, check_in, invite, keep_guest
from app.receptions.draft import CompanionDraft, GuestDraft, WalkInDraft
from app.receptions.queries import door
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.dossiers.evaluation_editor import EvaluationEditor
from ui.gallery import scene
from ui.receptions.door_window import DoorWindow
from ui.receptions.follow_up_editors import CostsEditor, WordDraft, WordEditor
from ui.receptions.gallery import dossier_shown, sample_copy, sample_reception, sample_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.core.workspace import Workspace

_LONG = PersonDraft(
    "de Montmorency-Habsburg van Wassenaer tot Duivenvoorde", "Maximiliaan Karel Lodewijk"
)
_SIX = dt.datetime(2027, 4, 21, 18, 4)  # noqa: DTZ001 - local time, as the model keeps it


def _evening() -> Workspace:
    """The sample office while its reception begins: some are in, one had regretted."""
    workspace = sample_copy()
    reception = sample_reception()
    person = workspace.run(add_person, _LONG)
    workspace.run(invite, reception, [person], "accepted")
    rows = workspace.ask(door, reception, Language.NL).rows
    company = (CompanionDraft("Anna-Maria Louise", "echtgenote"), CompanionDraft("Ken Sato"))
    for number, row in enumerate(row for row in rows if not row.is_companion):
        bare = not (row.others or row.unnamed or row.guest_of_honour)
        if bare and (number < 3 or row.name.startswith("de Montmorency")):
            consent = "no" if number % 2 else ""
            seated = GuestDraft(
                persons=4, seat=f"Tafel {number + 1}", photo_consent=consent, companions=company
            )
            workspace.run(keep_guest, row.guest_id, None, seated)
    rows = workspace.ask(door, reception, Language.NL).rows
    guests = [row.id for row in rows if not row.is_companion and row.status != "regrets"]
    for number, guest in enumerate(guests[::3]):
        workspace.run(check_in, [guest], at=_SIX + dt.timedelta(minutes=number))
    workspace.run(add_walk_in, reception, WalkInDraft("Jan van Eyck", "Gilde van Gent"))
    return workspace


def _window() -> QWidget:
    sample_reception()  # before the picture's time begins to run
    jobs = Jobs(_evening)  # type: ignore[arg-type]  # a workspace
    made = DoorWindow(None, jobs, sample_reception())
    jobs.setParent(made)
    made.destroyed.connect(jobs.close)
    return made


def _shown(typed: str, window: Any) -> bool:
    if not window.came.words():
        window.refresh()
        return False
    if typed and window.field.text() != typed:
        window.look_for(typed)
        return False
    return True


def _ticked(window: Any) -> bool:
    if not _shown("", window):
        return False
    if window.property("ticked") is None:
        window.setProperty("ticked", "yes")
        awaited = next(row for row in window.model.rows if row.status == "accepted")
        window.tick(awaited)
        return False
    return bool(window.strip.undo.isVisible())


def _walk_in(window: Any) -> bool:
    if not _shown("", window):
        return False
    if not window.walk_in.isVisible():
        window.field.setText("Tana")
        window.begin_walk_in()
        return False
    return bool(window.walk_in.known)


scene("door", 1440, 900, ready=_ticked)(_window)
scene("door-search", 1440, 900, ready=partial(_shown, "am"))(_window)
scene("door-walk-in", 1440, 900, ready=_walk_in)(_window)
scene("door-small", 900, 640, ready=_ticked)(_window)
scene("door-150", 1440, 900, ready=_ticked, scale=1.5)(_window)


# --- the follow-up ---


def _followed(window: Any) -> bool:
    """The dinner for the Asian embassies, on its follow-up."""
    page = dossier_shown(window, "azie")
    if page is None:
        return False
    if page.tabs.current() != "follow-up":
        page.tabs.choose("follow-up")
        return False
    tab = page.follow_up
    return bool(tab.is_filled)


def _receptions() -> QWidget:
    return sample_window("receptions")


def _dialog(what: str) -> QWidget:
    """A dialog by itself: a picture of a window has no dialogs in it."""
    workspace = sample_copy()
    reception = sample_reception("azie")
    found = workspace.ask(follow_up, reception)
    workspace.close()
    if what == "costs":
        return CostsEditor(None, tr("Costs"), found.costs)
    if what == "evaluation":
        return EvaluationEditor(None, tr("Evaluation"), found.evaluation)
    return WordEditor(
        None, tr("Write it onto the guests' timelines"), WordDraft("Diner", "", "Mia")
    )


scene("follow-up", 1440, 900, ready=_followed)(_receptions)
scene("follow-up-small", 1100, 700, ready=_followed)(_receptions)
for _name, _high in (("costs", 520), ("evaluation", 860), ("word", 420)):
    scene(f"follow-up-{_name}", 720, _high)(partial(_dialog, _name))
