"""Dossiers by stage: a column to a stage, a card to a dossier.

Every column is a list, so arrows and screen readers work as in any other. A card goes to another
stage by dragging, by Ctrl and an arrow, or from its menu.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QScrollArea,
    QWidget,
)

from app.dossiers.rules import Stage
from app.dossiers.rules import label as stage_label
from ui.core import language, theme
from ui.core.cards import column, row
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.dossiers.board_cards import MIME, CardPainter, Cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
    )

    from ui.dossiers.board_cards import Card

_WIDTH = 180
_LEFT, _RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


class StageColumn(QListView):
    """The cards of a stage: `moved(id, stage)`, `opened(id)`, `stepped(by)` to the next column."""

    moved = Signal(object, str)
    opened = Signal(object)
    stepped = Signal(int)

    def __init__(self, stage: Stage, noun: str) -> None:
        super().__init__()
        self.stage = stage
        self.words = read(stage_label(stage, noun))
        self._noun = noun
        self.cards = Cards(self)
        self.setModel(self.cards)
        self.setItemDelegate(CardPainter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("Bare")
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(self._open)

    def current(self) -> UUID | None:
        """The dossier of the current card."""
        place = self.currentIndex().row()
        return self.cards.cards[place].id if 0 <= place < len(self.cards.cards) else None

    def choose(self, record: UUID | None) -> bool:
        """Make a card current; false where it is not here."""
        place = self.cards.place_of(record)
        if place < 0:
            return False
        self.setCurrentIndex(self.cards.index(place, 0))
        return True

    def _open(self, *_: object) -> None:
        record = self.current()
        if record is not None:
            self.opened.emit(record)

    def _shift(self, by: int) -> None:
        order = list(Stage)
        place = order.index(self.stage) + by
        record = self.current()
        if record is not None and 0 <= place < len(order):
            self.moved.emit(record, str(order[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens; left and right go to the column beside, with Ctrl they take the card."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key in (_LEFT, _RIGHT):
            by = -1 if key == _LEFT else 1
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._shift(by)
            else:
                self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Open the card, or bring it to a stage."""
        record = self.current()
        if record is not None:
            self.menu_of(record).popup(event.globalPos())

    def menu_of(self, record: UUID) -> QMenu:
        """What can be done with a card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open"), self._open)
        menu.addSeparator()
        for stage in Stage:
            if stage is not self.stage:
                words = tr("To: {stage}", stage=read(stage_label(stage, self._noun)))
                menu.addAction(words, partial(self.moved.emit, record, str(stage)))
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Cards are welcome."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Anywhere in the column."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Bring the card here."""
        data = event.mimeData().data(MIME).data()
        if len(data) != 16:
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the list takes nothing away by itself
        event.accept()
        record = UUID(bytes=bytes(data))
        if self.cards.place_of(record) < 0:
            self.moved.emit(record, str(self.stage))


class BoardView(QScrollArea):
    """Signals `moved(id, stage)` and `opened(id)`."""

    moved = Signal(object, str)
    opened = Signal(object)

    def __init__(self, name: str, noun: str) -> None:
        super().__init__()
        self.columns = [StageColumn(stage, noun) for stage in Stage]
        self._heads = [Text("", "strong") for _ in Stage]
        inner = QWidget()
        inner.setObjectName("Clear")
        line = row(gap=8)
        for at, (head, cards) in enumerate(zip(self._heads, self.columns, strict=True)):
            cards.moved.connect(self._moved)
            cards.opened.connect(self.opened)
            cards.stepped.connect(partial(self._step, at))
            lane = QFrame()
            lane.setObjectName("Lane")
            box = column(head, cards, gap=8, margin=8)
            box.setStretch(1, 1)
            lane.setLayout(box)
            line.addWidget(lane, 1)
        inner.setLayout(line)
        self._inner = inner
        self.setViewport(QWidget())
        self.setObjectName("Bare")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._wanted: UUID | None = None
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Columns grow with the text."""
        self._inner.setMinimumWidth((theme.px(_WIDTH) + theme.px(12)) * len(self.columns))

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these; the card that was current stays it, also in another column."""
        wanted = self._wanted or self.current()
        focused = self._wanted is not None or any(one.hasFocus() for one in self.columns)
        self._wanted = None
        for head, place in zip(self._heads, self.columns, strict=True):
            mine = [one for one in cards if one.stage == place.stage]
            place.cards.show(mine)
            words = f"{place.words} · {language.number(len(mine))}"
            head.say(words)
            place.setAccessibleName(words)
            if place.choose(wanted) and focused:
                place.setFocus()

    def current(self) -> UUID | None:
        """The dossier of the card the keyboard is at, else of any that is chosen."""
        focused = [one for one in self.columns if one.hasFocus()]
        found = (one.current() for one in (*focused, *self.columns))
        return next((one for one in found if one is not None), None)

    def _moved(self, record: UUID, stage: str) -> None:
        self._wanted = record
        self.moved.emit(record, stage)

    def _step(self, at: int, by: int) -> None:
        """Go to the next column on that side that has cards."""
        place = at + by
        while 0 <= place < len(self.columns):
            there = self.columns[place]
            if there.cards.cards:
                row_at = min(max(self.columns[at].currentIndex().row(), 0),
                             len(there.cards.cards) - 1)  # fmt: skip
                self.columns[at].clearSelection()
                there.setCurrentIndex(there.cards.index(row_at, 0))
                there.setFocus()
                self.ensureWidgetVisible(there, 0, 0)
                return
            place += by
