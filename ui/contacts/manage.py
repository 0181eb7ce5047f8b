"""The dialog that shows a short list of the office's own (tags, mailing sets) with its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from ui.core import theme
from ui.core.buttons import PRIMARY, SECONDARY, Button
from ui.core.cards import Empty, Hairline, column, row
from ui.core.flow import Flow
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from ui.core.columns import Column
    from ui.core.jobs import Changes, Jobs


class ManageDialog(QDialog):
    """A list that stays fresh, and buttons that work on its current row.

    `verbs` are words, whether a row is needed, and what to do with the row (or None).
    """

    def __init__(
        self,
        parent: QWidget | None,
        jobs: Jobs,
        *,
        title: str,
        told: str,
        columns: Sequence[Column],
        query: Callable[[Any], list[Any]],
        tables: frozenset[str],
        empty: tuple[str, str, str],
        verbs: Sequence[tuple[str, bool, Callable[[Any], object]]],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._jobs, self._query, self._tables = jobs, query, tables
        self._wanted: UUID | None = None
        self.model = ListModel(columns, (), self)
        self.table = Table(self.model, title)
        self.table.chosen.connect(self._chosen)
        self._holder = QWidget()
        self._stack = QStackedLayout(self._holder)
        self._stack.addWidget(TableCard(self.table))
        self._stack.addWidget(Empty(*empty))
        self.buttons: list[tuple[Button, bool]] = []
        line = QWidget()
        flow = Flow(line)
        for place, (words, needs, do) in enumerate(verbs):
            button = Button(words, SECONDARY if place else PRIMARY, icon="" if place else "add")
            button.clicked.connect(self._doing(do))
            self.buttons.append((button, needs))
            flow.addWidget(button)
        self.table.opened.connect(self._second(verbs))
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        body = column(Text(title, "title"), Text(told, ink="text2", wrap=True), line, margin=20,
                      gap=12)  # fmt: skip
        body.addWidget(self._holder, 1)
        self.setLayout(column(gap=0))
        outer = self.layout()
        if isinstance(outer, type(body)):
            outer.addLayout(body, 1)
            outer.addWidget(Hairline())
            outer.addLayout(row(None, close, margin=12))
        self.resize(theme.px(760), theme.px(520))
        self._ring = FocusRing(self)
        jobs.changed.connect(self._changed)
        self._chosen(None)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the rows anew."""
        self._jobs.ask(self._query, then=self._came, owner=self, urgent=True)

    def show_record(self, record: object) -> None:
        """Choose a row once it is there (one just added)."""
        self._wanted = record  # type: ignore[assignment]  # what a command answered, an id
        self.refresh()

    def _doing(self, do: Callable[[Any], object]) -> Callable[[], None]:
        def work() -> None:
            do(self.table.current_row())

        return work

    @staticmethod
    def _second(verbs: Sequence[tuple[str, bool, Callable[[Any], object]]]) -> Callable[..., Any]:
        """What opening a row does: the first verb that needs one."""
        return next(do for _words, needs, do in verbs if needs)

    def _changed(self, changes: Changes) -> None:
        if self._tables & changes.tables:
            self.refresh()

    def _came(self, rows: list[Any]) -> None:
        self.model.show(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        wanted, self._wanted = self._wanted, None
        if not self.table.select_id(wanted) and rows and self.table.current_id() is None:
            self.table.select_id(rows[0].id)
        self._chosen(self.table.current_row())

    def _chosen(self, one: object) -> None:
        for button, needs in self.buttons:
            button.setEnabled(not needs or one is not None)
