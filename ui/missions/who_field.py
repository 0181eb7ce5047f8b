"""A field that chooses people of a delegation: everybody, a group, or one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.core.fold import words
from ui.core import theme
from ui.core.buttons import Button
from ui.core.cards import column
from ui.core.fields import Field
from ui.core.flow import Flow
from ui.core.labels import Text
from ui.core.language import tr, trn
from ui.core.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.missions.queries import Party

_LINES = 5
_FEW = 8  # so many need no filter
_ID = Qt.ItemDataRole.UserRole


class WhoField(Field):
    """`value()` are the ids of those chosen, in the order of the list."""

    def __init__(self, key: str, label: str, *, hint: str = "") -> None:
        super().__init__(key, label, hint=hint)
        self._told = Text("", "small", ink="text2")
        self._quick = QWidget()
        self._flow = Flow(self._quick)
        self.filter = SearchField(tr("Filter people"))
        self.editor = QListWidget()
        self.editor.setObjectName("Who")
        self.editor.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.editor.itemChanged.connect(lambda _item: self._touched())
        self.editor.itemActivated.connect(self._turn)
        self._take_editor(self.editor)
        self._box.insertLayout(1, column(self._quick, self.filter, gap=4))
        self._box.addWidget(self._told)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        super().restyle()
        if hasattr(self, "editor"):
            self.editor.setFixedHeight(theme.px(25) * _LINES + theme.px(10))

    def offer(self, party: Party, chosen: Sequence[UUID] = ()) -> None:
        """Show who goes along, with buttons for everybody, the groups and nobody.

        Of those who do not go, only who is `chosen` already is shown.
        """
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.editor.clear()
        for one in party.people:
            if not one.goes and one.id not in chosen:
                continue
            said = f"{one.listed} · {one.unit}" if one.unit else one.listed
            item = QListWidgetItem(said if one.goes else tr("{name} (does not go)", name=said))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(_ID, str(one.id))
            item.setSizeHint(QSize(0, theme.px(24)))
            item.setCheckState(_mark(on=one.id in chosen))
            self.editor.addItem(item)
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.filter.setVisible(self.editor.count() > _FEW)
        self._offer_groups(party)
        self._tell()

    def _offer_groups(self, party: Party) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        going = tuple(one.id for one in party.going())
        choices = [(tr("Everybody"), going), *party.groups, (tr("Nobody"), ())]
        for title, ids in choices:
            button = Button(title)
            button.clicked.connect(partial(self._choose, ids))
            self._flow.addWidget(button)

    def _choose(self, ids: Sequence[UUID]) -> None:
        self.set_value(tuple(ids))
        self._touched()

    def value(self) -> tuple[UUID, ...]:
        """The ids of those chosen."""
        from uuid import UUID

        on = Qt.CheckState.Checked
        return tuple(UUID(str(one.data(_ID))) for one in self._items() if one.checkState() is on)

    def set_value(self, value: object) -> None:
        """Choose these ids."""
        wanted = {str(one) for one in value} if isinstance(value, tuple | list) else set()
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for one in self._items():
            one.setCheckState(_mark(on=one.data(_ID) in wanted))
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._tell()

    def _items(self) -> list[QListWidgetItem]:
        return [self.editor.item(at) for at in range(self.editor.count())]

    def _turn(self, item: QListWidgetItem) -> None:
        """Enter ticks the current line."""
        item.setCheckState(_mark(on=item.checkState() is not Qt.CheckState.Checked))

    def _touched(self) -> None:
        self._tell()
        self._edited()

    def _tell(self) -> None:
        count = len(self.value())
        self._told.say(trn("{n} person chosen", "{n} persons chosen", count))

    def _filter(self) -> None:
        wanted = words(self.filter.text()).split()
        for one in self._items():
            said = words(one.text())
            one.setHidden(not all(part in said for part in wanted))


def _mark(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
