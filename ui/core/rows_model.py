"""A table over any number of rows: it holds the ordered ids and fetches rows by the screenful.

Show the first screenful at once (`show_first`), then all ids (`show`). Rows come from `fetch`, it
takes ids and answers later; an answer to an older question is dropped.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Signal

from ui.core.row_models import Index, TableModel

if TYPE_CHECKING:
    from ui.core.columns import Column

PAGE = 100
KEPT_PAGES = 60
WAITING_AT_MOST = 8
_ROOT = QModelIndex()


class Cancellable(Protocol):
    """A question that can be called off: `jobs.Ticket` is one."""

    def cancel(self) -> None: ...


Fetch: TypeAlias = Callable[[list[UUID], Callable[[Sequence[Any]], None]], "Cancellable | None"]


class RowsModel(TableModel):
    """Windowed rows. `counted(n)` tells how many rows are shown."""

    counted = Signal(int)

    def __init__(
        self, columns: Sequence[Column], fetch: Fetch, parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._fetch = fetch
        self._ids: Sequence[UUID] = ()
        self._pages: OrderedDict[int, dict[UUID, Any]] = OrderedDict()
        self._asked: OrderedDict[int, Cancellable | None] = OrderedDict()
        self._outdated: set[int] = set()
        self._stash: dict[UUID, Any] = {}  # rows lately shown: painted until fresh ones come
        self._generation = 0

    # For pages

    def show_first(self, rows: Sequence[Any]) -> None:
        """Show the first screenful while the ids of all are still counted."""
        self.show([row.id for row in rows], rows)

    def show(self, ids: Sequence[UUID], rows: Sequence[Any] = ()) -> None:
        """Show these records in this order; `rows` are those at hand already.

        Where the order stays (an edit, a refresh) nothing jumps; where it only grows, rows are
        added at the end.
        """
        self._generation += 1
        self._call_off()
        shown = len(self._ids)
        if shown and len(ids) >= shown and self._begins_alike(ids, shown):
            self._renew(ids, rows, shown)
        else:
            self.beginResetModel()
            self._stash = {
                k: row for page in list(self._pages.values())[-4:] for k, row in page.items()
            }
            self._ids = ids
            self._pages.clear()
            self._outdated.clear()
            self._cells.clear()
            self._keep_first(rows)
            self.endResetModel()
        self.counted.emit(len(ids))

    def refresh_rows(self) -> None:
        """The records changed but not their order: fetch them anew as they are looked at."""
        self.show(self._ids)

    def ids(self) -> Sequence[UUID]:
        """The ids shown, in order."""
        return self._ids

    # Inside

    def _begins_alike(self, ids: Sequence[UUID], shown: int) -> bool:
        if shown > PAGE and len(ids) != shown:
            return False
        return all(ids[place] == self._ids[place] for place in _probe(shown)) and (
            shown <= PAGE or ids == self._ids
        )

    def _renew(self, ids: Sequence[UUID], rows: Sequence[Any], shown: int) -> None:
        """Keep what is painted until fresh rows come."""
        self._outdated = set(self._pages)
        if len(ids) > shown:
            self.beginInsertRows(_ROOT, shown, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        else:
            self._ids = ids
        if rows:
            self._keep_first(rows)
        self._tell(0, shown - 1)

    def _keep_first(self, rows: Sequence[Any]) -> None:
        if rows:
            self._cells.clear()
            self._pages[0] = {row.id: row for row in rows}
            if len(rows) < min(PAGE, len(self._ids)):
                self._outdated.add(0)
            else:
                self._outdated.discard(0)

    def _call_off(self) -> None:
        for ticket in self._asked.values():
            if ticket is not None:
                ticket.cancel()
        self._asked.clear()

    def _want(self, page: int) -> None:
        """Ask for a page; of many that wait the oldest falls away."""
        if page in self._asked or (page in self._pages and page not in self._outdated):
            return
        if not 0 <= page * PAGE < len(self._ids):
            return
        while len(self._asked) >= WAITING_AT_MOST:
            _, ticket = self._asked.popitem(last=False)
            if ticket is not None:
                ticket.cancel()
        ids = list(self._ids[page * PAGE : (page + 1) * PAGE])
        generation = self._generation
        self._asked[page] = None

        def answer(rows: Sequence[Any]) -> None:
            if generation == self._generation:
                self._take(page, rows)

        ticket = self._fetch(ids, answer)
        if page in self._asked:
            self._asked[page] = ticket

    def _take(self, page: int, rows: Sequence[Any]) -> None:
        self._asked.pop(page, None)
        self._outdated.discard(page)
        self.drop_cells_of(rows)
        self._pages[page] = {row.id: row for row in rows}
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            _, gone = self._pages.popitem(last=False)
            self.drop_cells_of(gone.values())
        self._tell(page * PAGE, min((page + 1) * PAGE, len(self._ids)) - 1)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            right = len(self.columns) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, right))

    # TableModel

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many rows."""
        return 0 if parent.isValid() else len(self._ids)

    def row(self, place: int) -> Any:
        """The row at a place; None while it is fetched."""
        page = place // PAGE
        kept = self._pages.get(page)
        row = (self._stash if kept is None else kept).get(self._ids[place])
        if kept is None or page in self._outdated:
            self._want(page)
        at = place % PAGE
        if at > PAGE - 20:
            self._want(page + 1)
        elif at < 10 and page:
            self._want(page - 1)
        return row

    def id_at(self, place: int) -> UUID:
        """The id at a place."""
        return self._ids[place]

    def place_of(self, record: UUID) -> int:
        """Where a record stands; -1 where it does not."""
        try:
            return self._ids.index(record)
        except ValueError:
            return -1

    def rows_at(self, places: Sequence[int], then: Callable[[list[Any]], None]) -> None:
        """Give the rows at these places once all are fetched."""
        ids = [self._ids[place] for place in places]

        def answer(rows: Sequence[Any]) -> None:
            found = {row.id: row for row in rows}
            then([found[record] for record in ids if record in found])

        self._fetch(ids, answer)


def _probe(shown: int) -> range:
    return range(shown) if shown <= PAGE else range(0, shown, max(shown // 50, 1))
