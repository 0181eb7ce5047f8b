"""Scenes of choosing: whom to invite, balance, gifts' stock, golden book, flags."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.gallery import scene
from ui.main_window import MainWindow
from ui.receptions.balance_page import BalancePage
from ui.receptions.dossier import ReceptionPage
from ui.receptions.gallery import sample_window
from ui.receptions.page import ReceptionsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_HYDROGEN = "Waterstof en haven: ambassades rond de Noordzee"


def window() -> QWidget:
    """The sample office on its receptions."""
    return sample_window("receptions")


def dossier(window: QWidget, title: str = _HYDROGEN) -> ReceptionPage | None:
    """A reception opened; None while it is coming."""
    page = window.findChild(ReceptionPage)
    if isinstance(page, ReceptionPage) and page.record is not None:
        return page
    listed = window.findChild(ReceptionsPage)
    if isinstance(listed, ReceptionsPage):
        rows = [row for row in listed.model.rows() if row.title == title]
        if rows:
            listed.open(rows[0].id)
    return None


def _who(then: Callable[[ReceptionPage], bool], window: QWidget) -> bool:
    page = dossier(window)
    if page is None:
        return False
    if page.tabs.current() != "who":
        page.tabs.choose("who")
    return bool(page.who.model.rowCount()) and then(page)


def _plain(page: ReceptionPage) -> bool:
    return page.who.table.current_row() is not None


def _asking(page: ReceptionPage) -> bool:
    page.who.table.selectRow(1)
    page.who.pane.ask_no()
    return True


def _decided(page: ReceptionPage) -> bool:
    page.who.chips.choose("decided")
    page.who.chips.chosen.emit("decided")
    return bool(page.who.decided.rowCount())


def _balanced(window: QWidget) -> bool:
    page = window.findChild(BalancePage)
    if not isinstance(page, BalancePage):
        if isinstance(window, MainWindow) and window.findChild(ReceptionsPage):
            window.go("balance")
        return False
    return bool(page.models["country"].rowCount())


scene("balance", 1440, 900, ready=_balanced)(window)
scene("who-to-invite", 1440, 900, ready=partial(_who, _plain))(window)
scene("who-to-invite-no", 1440, 900, ready=partial(_who, _asking))(window)
scene("who-to-invite-decided", 1100, 700, ready=partial(_who, _decided))(window)
