"""A field that gathers several records: each is typed and chosen, and stands as a chip."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.core.buttons import Button
from ui.core.flow import Flow
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.record_field import Search


class RecordsField(RecordField):
    """`value()` are the ids chosen, in the order they were chosen."""

    def __init__(
        self, key: str, label: str, search: Search, *, hint: str = "", needed: bool = False
    ) -> None:
        self._all: list[Choice] = []
        super().__init__(key, label, search, hint=hint, needed=needed)
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self._box.insertWidget(1, self._holder)
        self._holder.hide()

    def value(self) -> tuple[UUID, ...]:  # type: ignore[override]  # several ids instead of one
        """The ids of the chosen records."""
        return tuple(one.id for one in self._all)

    def choices(self) -> tuple[Choice, ...]:
        """The chosen records with their names."""
        return tuple(self._all)

    def set_value(self, value: object) -> None:
        """Show several `Choice`s (a tuple or list); one chosen in the list is added to them."""
        if isinstance(value, Choice):
            value = [*self._all, value]
        given = value if isinstance(value, list | tuple) else ()
        known = {one.id: one for one in given if isinstance(one, Choice)}
        self._all = list(known.values())
        super().set_value(None)
        if hasattr(self, "_flow"):
            self._show_all()

    def _show_all(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._all:
            button = Button(one.title, icon="close")
            button.setAccessibleName(tr("Take {name} out", name=one.title))
            button.clicked.connect(partial(self._drop, one.id))
            self._flow.addWidget(button)
        self._holder.setVisible(bool(self._all))

    def _drop(self, record: UUID) -> None:
        self.set_value([one for one in self._all if one.id != record])
        self._edited()
        self.editor.setFocus()
