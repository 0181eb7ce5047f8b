"""Pairs of which one offers what the other wants, with the words they share; nothing by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.core.text import N_
from app.missions.commands import set_wishes
from app.missions.draft import WishDraft
from app.missions.rules.meetings import USUAL_WISH, Offer, suggestions
from ui.core import theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Hairline, column, row
from ui.core.columns import Column, Kind
from ui.core.labels import Text
from ui.core.language import tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.missions.queries import FairBoard, PartyRow
    from ui.core.page import Desk


@dataclass(frozen=True, slots=True)
class SuggestedLine:
    """A pair, the words it shares, and the wish there is."""

    id: UUID
    company: UUID
    host: UUID
    company_name: str
    host_name: str
    words: str
    wish: int


COLUMNS = (
    Column("company_name", N_("Company"), 180, Kind.NAME, stretch=2),
    Column("host_name", N_("Host"), 180, Kind.NAME, stretch=2),
    Column("words", N_("Shared words"), 220, stretch=3),
    Column("wish", N_("Wish there is"), 100, Kind.NUMBER, value=lambda one: one.wish or ""),
)


def suggested_lines(board: FairBoard) -> list[SuggestedLine]:
    """The pairs whose words meet, those with the most shared words first."""
    return [
        SuggestedLine(
            uuid5(UUID(hex=one.company), one.host),
            UUID(hex=one.company),
            UUID(hex=one.host),
            board.parties[UUID(hex=one.company)].name,
            board.parties[UUID(hex=one.host)].name,
            ", ".join(one.shared),
            board.wishes.get((UUID(hex=one.company), UUID(hex=one.host)), 0),
        )
        for one in suggestions(_offers(board.companies), _offers(board.hosts))
    ]


def _offers(parties: Sequence[PartyRow]) -> list[Offer]:
    return [Offer(one.id.hex, one.draft.wanted, one.draft.offered) for one in parties]


class SuggestionsDialog(QDialog):
    """Choose among suggested pairs; the chosen ones become wishes of the companies."""

    def __init__(self, parent: QWidget | None, desk: Desk, board: FairBoard) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Suggestions for wishes"))
        self._desk, self._board = desk, board
        self.model = ListModel(COLUMNS, suggested_lines(board), parent=self)
        self.table = Table(self.model, tr("Suggestions for wishes"), desk.state)
        self.keep = Button(tr("Make wishes of those chosen"), PRIMARY, icon="add")
        leave = Button(tr("Close"))
        told = tr(
            "One wants what the other offers, in the same words. Choose the pairs that make sense: "
            "each becomes a wish of 3 of the company, which you may change."
        )
        count = trn("{n} pair", "{n} pairs", self.model.rowCount())
        head = column(
            Text(tr("Suggestions for wishes"), "title"),
            Text(told, ink="text2", wrap=True),
            Text(count, "small", ink="text2"),
            TableCard(self.table),
            margin=16,
            gap=8,
        )
        head.setStretch(3, 1)
        foot = row(None, leave, self.keep, margin=12, gap=8)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.keep.clicked.connect(self.make)
        leave.clicked.connect(self.reject)
        self.table.selection_grew.connect(lambda count: self.keep.setEnabled(count > 0))
        self.keep.setEnabled(False)
        self.resize(theme.px(820), theme.px(560))

    def make(self) -> None:
        """Make wishes of the chosen pairs; a wish there is stays."""
        chosen = set(self.table.selected_ids())
        rows: list[Any] = [one for one in self.model.rows() if one.id in chosen and not one.wish]
        wishes = [WishDraft(one.company, one.host, USUAL_WISH) for one in rows]
        if wishes:
            self._desk.jobs.run(set_wishes, self._board.mission, wishes)
        self.accept()
