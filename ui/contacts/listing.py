"""The list of contacts: the lines of the chosen view, in its order, its columns and its groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.contacts.queries import view_ids, view_lines
from app.core import search
from ui.contacts.columns import CONTACT_COLUMNS, NAME_ORDER, group_words
from ui.core.columns import PackedIds
from ui.core.language import tr
from ui.core.rows_model import RowsModel
from ui.core.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.contacts.draft import ViewDraft
    from app.core.directory import Line
    from ui.contacts.view_work import ViewWork
    from ui.core.page import Desk
    from ui.core.search_field import SearchField
    from ui.core.table import Held
    from ui.core.ticket import Ticket


class Listing(QObject):
    """Makes `model` and `table` and keeps them as view, filter and header ask. `came()` once the
    ids of a list are there.
    """

    came = Signal()

    def __init__(self, page: QWidget, desk: Desk, views: ViewWork, filter_: SearchField) -> None:
        super().__init__(page)
        self._desk, self._views, self._filter = desk, views, filter_
        self.sort, self.descending = NAME_ORDER, False
        self._question: tuple[object, ...] = ()
        self._held: Held | None = None
        self._found_again = True
        self.model = RowsModel(CONTACT_COLUMNS, self._fetch, self)
        self.table = Table(self.model, tr("Contacts"), desk.state)
        self.table.sort_asked.connect(self._sort_by)
        self.table.arranged.connect(self._compare)
        self.table.mark_sorted(NAME_ORDER)
        self.table.show_columns(views.row().draft.columns)
        views.changed.connect(self.show_view)
        filter_.searched.connect(self.ask)

    def is_between(self) -> bool:
        """Whether another list is being asked for, and what was chosen is held for it."""
        return self._held is not None

    def kept_choice(self) -> bool:
        """Whether what was chosen before is in the list that came."""
        return self._found_again

    def as_shown(self) -> ViewDraft:
        """The chosen view as it would be kept now: with the filter, order and columns shown."""
        return self._as_shown(self._views.row().draft)

    def restore(self, sort: str, *, descending: bool) -> None:
        """Take the order of the last time, and the columns of the chosen view."""
        self.table.show_columns(self._views.row().draft.columns)
        self.sort, self.descending = sort or NAME_ORDER, descending
        self.table.mark_sorted(self.sort, descending=descending)

    def _fetch(self, ids: list[UUID], answer: Callable[[Sequence[Line]], None]) -> Ticket:
        return self._desk.jobs.ask(search.lines, ids, then=answer, owner=self, urgent=True)

    def _sort_by(self, key: str, descending: bool) -> None:  # noqa: FBT001 - a signal's arguments
        self.sort, self.descending = key, descending
        self.ask()

    def show_view(self) -> None:
        """Another view, or the same one changed: its columns and order, and its lines."""
        draft = self._views.row().draft
        self.table.show_columns(draft.columns)
        self.sort, self.descending = draft.sort, draft.descending
        self.table.mark_sorted(self.sort, descending=self.descending)
        self.ask()

    def _as_shown(self, draft: ViewDraft) -> ViewDraft:
        """A view as it would be kept now: filter, order and columns of the page."""
        words = self._filter.text().strip()
        asked = replace(
            draft.conditions, text=" ".join(part for part in (draft.conditions.text, words) if part)
        )
        group = draft.group_by if draft.group_by == self.sort else ""
        return replace(
            draft,
            conditions=asked,
            columns=self.table.columns_shown() if draft.columns else (),
            sort=self.sort,
            descending=self.descending,
            group_by=group,
        )

    def _compare(self) -> None:
        self._views.compare(self._as_shown)

    def ask(self) -> None:
        """The first lines at once where another list is asked for, then the ids of all."""
        draft, words, sort = self._views.row().draft, self._filter.text().strip(), self.sort
        question = (draft.conditions, words, sort, self.descending)
        jobs = self._desk.jobs
        if question != self._question and draft.group_by != sort:
            self._held = self._held or self.table.hold()
            jobs.ask(
                view_lines, draft.conditions, words, sort, descending=self.descending,
                then=self._first_came, owner=self, channel="first contacts", urgent=True,
            )  # fmt: skip
        self._question = question
        jobs.ask(
            view_ids, draft.conditions, words, sort, draft.group_by,
            then=self._ids_came, owner=self, channel="contacts",
        )  # fmt: skip
        self._compare()

    def _first_came(self, rows: Sequence[Line]) -> None:
        self.table.groups.show(())
        self.model.show_first(rows)

    def _ids_came(self, found: tuple[bytes, list[tuple[str, int]]]) -> None:
        ids, groups = PackedIds(found[0]), found[1]
        held, self._held = self._held, None
        chosen = self.table.hold()
        if held is not None and chosen[0] not in (None, held[0]):
            held = chosen  # chosen among the first lines, while the others were on their way
        self.model.show(ids.reversed() if self.descending else ids)
        ordered = groups[::-1] if self.descending else groups
        self.table.groups.show([(group_words(self.sort, one), count) for one, count in ordered])
        self._found_again = held is None or self.table.take_up(held)
        self.came.emit()
