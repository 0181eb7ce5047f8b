"""The columns a person chose: width, order and which are shown, kept from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QTableView

from ui.core import theme
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.core.columns import Column
    from ui.core.window_state import Json, WindowState


class ColumnsKept(QObject):
    """Arranges the columns of a view; widths are at 100 % text size.

    `arranged()` when a person showed, hid or moved a column.
    """

    arranged = Signal()

    def __init__(
        self, view: QTableView, columns: Sequence[Column], state: WindowState | None, name: str
    ) -> None:
        super().__init__(view)
        self._view = view
        self._columns = columns
        self._state = state
        self._key = f"columns/{name}"
        self._fitting = False
        self._lent = False
        self._widths: dict[str, int] = {}
        self._restore()
        head = view.horizontalHeader()
        head.sectionResized.connect(self._resized)
        head.sectionMoved.connect(self._moved)

    def shown(self) -> list[Column]:
        """The columns shown, in the order people see."""
        head = self._view.horizontalHeader()
        places = (head.logicalIndex(n) for n in range(head.count()))
        return [self._columns[n] for n in places if not head.isSectionHidden(n)]

    def use(self, keys: Sequence[str]) -> None:
        """Show these columns in this order, for as long as a saved list is shown; with none, those
        the person chose for all lists.
        """
        self._fitting = True
        self._lent = bool(keys)
        if self._lent:
            for place, column in enumerate(self._columns):
                self._view.setColumnHidden(place, column.key not in keys)
            self._put_in_order(list(keys))
        else:
            self._put_in_order([column.key for column in self._columns])
            self._restore()
        self._fitting = False
        self.fit()

    def fit(self) -> None:
        """Give each its width, and what is left to those that stretch."""
        self._fitting = True
        widths = {c.key: theme.px(self._widths.get(c.key, c.width)) for c in self.shown()}
        room = self._view.horizontalHeader().width() - sum(widths.values())
        takers = [c for c in self.shown() if c.stretch]
        parts = sum(c.stretch for c in takers)
        for column in takers:
            extra = room * column.stretch // parts
            floor = theme.px(column.width * 0.6)
            widths[column.key] = max(widths[column.key] + extra, floor)
        head = self._view.horizontalHeader()
        for place, column in enumerate(self._columns):
            if column.key in widths:
                head.resizeSection(place, widths[column.key])
        self._fitting = False

    def menu(self) -> QMenu:
        """A menu to choose the columns."""
        menu = QMenu(self._view)
        for place, column in enumerate(self._columns):
            if column.name():
                entry = menu.addAction(column.name())
                entry.setCheckable(True)
                entry.setChecked(not self._view.isColumnHidden(place))
                entry.setData(place)
        menu.addSeparator()
        menu.addAction(tr("Columns as they were")).setData(-1)
        menu.triggered.connect(self._picked)
        return menu

    def _picked(self, entry: object) -> None:
        place = int(getattr(entry, "data")())  # noqa: B009 - QAction, typed as object by the signal
        if place < 0:
            self._reset()
            return
        hide = not self._view.isColumnHidden(place)
        if hide and len(self.shown()) == 1:
            return
        self._view.setColumnHidden(place, hide)
        self._save()
        self.fit()
        self.arranged.emit()

    def _reset(self) -> None:
        self._widths = {}
        head = self._view.horizontalHeader()
        for place, column in enumerate(self._columns):
            head.moveSection(head.visualIndex(place), place)
            self._view.setColumnHidden(place, not column.shown)
        if self._state is not None:
            self._state.forget(self._key)
        self.fit()
        self.arranged.emit()

    def _resized(self, place: int, before: int, width: int) -> None:
        del before
        if not self._fitting and width > 0:
            self._widths[self._columns[place].key] = round(width / theme.scale())
            self._save()

    def _moved(self) -> None:
        if not self._fitting:
            self._save()
            self.arranged.emit()

    def _save(self) -> None:
        if self._state is None:
            return
        head = self._view.horizontalHeader()
        order: list[Json] = [
            self._columns[head.logicalIndex(n)].key for n in range(len(self._columns))
        ]
        hidden: list[Json] = [
            c.key for n, c in enumerate(self._columns) if self._view.isColumnHidden(n)
        ]
        widths: dict[str, Json] = dict(self._widths)
        if self._lent:
            own = self._state.get(self._key, {})
            self._state.put(self._key, own | {"widths": widths})
            return
        self._state.put(self._key, {"order": order, "hidden": hidden, "widths": widths})

    def _restore(self) -> None:
        kept: dict[str, Json] = {} if self._state is None else self._state.get(self._key, {})
        widths = kept.get("widths")
        if isinstance(widths, dict):
            self._widths = {k: v for k, v in widths.items() if isinstance(v, int) and v > 0}
        hidden = kept.get("hidden")
        for place, column in enumerate(self._columns):
            hide = column.key in hidden if isinstance(hidden, list) else not column.shown
            self._view.setColumnHidden(place, hide)
        order = kept.get("order")
        if isinstance(order, list):
            self._put_in_order([str(key) for key in order])

    def _put_in_order(self, order: list[str]) -> None:
        head = self._view.horizontalHeader()
        places = {column.key: place for place, column in enumerate(self._columns)}
        known = [key for key in order if key in places]
        for target, key in enumerate(known):
            head.moveSection(head.visualIndex(places[key]), target)
