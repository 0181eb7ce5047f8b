"""Scenes of choosing: whom to invite, balance, gifts' stock, golden book, flags."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.gallery import scene
from ui.main_window import MainWindow
from ui.receptions.balance_page import BalancePage
from ui.receptions.dossier import ReceptionPage
from ui.receptions.flags_view import FlagsView
from ui.receptions.gallery import sample_window
from ui.receptions.gifts_page import GiftsPage
from ui.receptions.golden_book import GoldenBook
from ui.receptions.page import ReceptionsPage
from ui.receptions.stock_dialog import StockDialog

if TYPE_CHECKING:
    from collections.abc import Callable


_GARDEN = "Kanazawatuin, tien jaar"
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


def _opened(kind: type[QWidget], window: QWidget) -> bool:
    """A dialog opened from the overview of a reception; true once it shows something."""
    page = dossier(window, _GARDEN)
    if page is None or page.tabs.current() == "":
        return False
    page.tabs.choose("overview")
    found = page.findChild(kind)
    if isinstance(found, GoldenBook):
        return bool(found.model.rowCount())
    if isinstance(found, FlagsView):
        return found.sheet is not None
    (page.around.to_golden if kind is GoldenBook else page.around.to_flags)()
    return False


def _grab(kind: type[QWidget], window: QWidget) -> bool:
    """Dialogs are windows of their own: shown inside the picture instead."""
    if not _opened(kind, window):
        return False
    found = window.findChild(kind)
    if isinstance(found, QWidget):
        found.setWindowFlags(Qt.WindowType.Widget)
        found.setAutoFillBackground(True)
        found.setParent(window)
        found.move((window.width() - found.width()) // 2, 60)
        found.show()
    return True


def _overview(window: QWidget) -> bool:
    page = dossier(window, _GARDEN)
    if page is None:
        return False
    page.tabs.choose("overview")
    return bool(page.around.balance.words())


def _stock(window: QWidget) -> bool:
    page = window.findChild(GiftsPage)
    if not isinstance(page, GiftsPage):
        if isinstance(window, MainWindow) and window.findChild(ReceptionsPage):
            window.go("gifts")
        return False
    if not page.model.rowCount():
        return False
    found = page.findChild(StockDialog)
    if not isinstance(found, StockDialog):
        StockDialog(page, page.desk).open()
        return False
    if not found.model.rowCount():
        return False
    found.setWindowFlags(Qt.WindowType.Widget)
    found.setAutoFillBackground(True)
    found.setParent(window)
    found.move((window.width() - found.width()) // 2, 60)
    found.show()
    return True


scene("golden-book", 1440, 900, ready=partial(_grab, GoldenBook))(window)
scene("flags", 1440, 900, ready=partial(_grab, FlagsView))(window)
scene("gift-stock", 1440, 900, ready=_stock)(window)
scene("reception-around", 1440, 1100, ready=_overview)(window)
scene("balance", 1440, 900, ready=_balanced)(window)
scene("who-to-invite", 1440, 900, ready=partial(_who, _plain))(window)
scene("who-to-invite-no", 1440, 900, ready=partial(_who, _asking))(window)
scene("who-to-invite-decided", 1100, 700, ready=partial(_who, _decided))(window)
