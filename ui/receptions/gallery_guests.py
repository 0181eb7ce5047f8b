"""Scenes of the guest list in depth: its views, a guest, delegations, replies, the kitchen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog

from ui.gallery import scene
from ui.receptions.catering_editor import CateringEditor
from ui.receptions.delegations_dialog import DelegationsDialog
from ui.receptions.dossier import ReceptionPage
from ui.receptions.gallery import _reception, tab_shown
from ui.receptions.guest_editor import GuestEditor
from ui.receptions.guest_rules_editor import GuestRulesEditor
from ui.receptions.replies_dialog import RepliesDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.receptions.guests_tab import GuestsTab

_LIST = """Naam;E-mail;Antwoord;Aantal;Begeleider;Dieetwensen
Chidiebere Okonkwo;;ja, met 2 personen;;Ngozi Okonkwo-Eze;geen noten
Nguyen Thi Hanh;;oui;;;
Ines Ferreira Lopes de Mesquita;;verontschuldigd;;;
D. Ghyselbrechts;;komt;;;
Zsofia Kovagovari;;2 persons;;;
Zsófia Kővágóvári;;komt niet;;;
Iemand Die Niemand Kent;iemand@voorbeeld.example;ja graag;;;
Els Maertensdael;;misschien;;;
Katrijn Van Overmeiren;;ja;2;;vegetarisch
"""


def _tab(window: QWidget) -> GuestsTab | None:
    """The guest list of the sample's coming reception, once it is there."""
    if not tab_shown("guests", window):
        return None
    page = window.findChild(ReceptionPage)
    if not isinstance(page, ReceptionPage) or not page.guests.model.rowCount():
        return None
    return page.guests


def _view(key: str, window: QWidget) -> bool:
    """A view of the list."""
    tab = _tab(window)
    if tab is None or not tab._around.delegations:  # noqa: SLF001 - a picture waits for its data
        return False
    if tab._chips.current() != key:  # noqa: SLF001 - as a person would click
        tab._chips.choose(key)  # noqa: SLF001 - as a person would click
        tab._choose_view(key)  # noqa: SLF001 - as a person would click
        return False
    return key != "phone" or any(one.phones for one in tab.model.rows())


def _revealed(window: QWidget) -> bool:
    """The list with the kitchen's notes shown."""
    tab = _tab(window)
    if tab is None:
        return False
    tab._reveal.setChecked(True)  # noqa: SLF001 - as a person would click
    return any(one.kitchen for one in tab.model.rows())


def _dialog(kind: type[QDialog], act: Callable[[GuestsTab], object], window: QWidget) -> bool:
    """A dialog over the list, itself the picture: grabbed into the window's place."""
    tab = _tab(window)
    if tab is None:
        return False
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    if not shown:
        row = next((n for n, one in enumerate(tab.model.rows()) if one.companions), 0)
        tab.table.selectRow(row)
        act(tab)
        return False
    dialog = shown[-1]
    if isinstance(dialog, RepliesDialog) and not dialog.model.rowCount():
        return False
    dialog.setParent(window)
    dialog.setAutoFillBackground(True)
    dialog.move((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
    dialog.show()
    return True


def _replies(tab: GuestsTab) -> None:
    path = Path(mkdtemp(prefix="belfry-gallery-")) / "antwoorden.csv"
    path.write_text(_LIST, encoding="utf-8")
    sheet = tab._sheet  # noqa: SLF001 - the reception shown
    if sheet is not None:
        RepliesDialog.show_file(tab, tab._desk, sheet.id, path)  # noqa: SLF001 - its desk


for _key in ("circles", "delegations", "round2", "phone"):
    scene(f"guests-{_key}", 1440, 900, ready=partial(_view, _key))(_reception)
scene("guests-kitchen", 1440, 900, ready=_revealed)(_reception)
scene("guests-small", 1100, 700, ready=partial(tab_shown, "guests"))(_reception)
for _name, _kind, _act in (
    ("editor", GuestEditor, lambda tab: tab.edit()),
    ("catering", CateringEditor, lambda tab: tab.edit_catering()),
    ("delegations-dialog", DelegationsDialog, lambda tab: tab.show_delegations()),
    ("rules", GuestRulesEditor, lambda tab: tab.edit_rules()),
    ("replies", RepliesDialog, _replies),
):
    scene(f"guests-{_name}", 1440, 900, ready=partial(_dialog, _kind, _act))(_reception)
