"""Companies and hosts, or wishes, from a list: a file, what would come of it, then it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from app.interchange.fair_import import (
    import_parties,
    import_wishes,
    rehearse_parties,
    rehearse_wishes,
)
from app.interchange.fair_lists import read_parties, read_wishes
from ui.core import theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Figure, Hairline, column, row
from ui.core.labels import Text
from ui.core.language import number, tr, trn
from ui.core.problems import sentence_of
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.interchange.choose_step import ChooseStep
from ui.interchange.result_step import PROBLEM_COLUMNS, problem_rows

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.interchange.fair_import import FairBrought
    from app.interchange.fair_lists import FairList
    from ui.core.page import Desk

PARTIES = "parties"


class FairImportDialog(QDialog):
    """Choose a list, see what would come of it, bring it in."""

    def __init__(self, parent: QWidget | None, desk: Desk, mission: UUID, what: str) -> None:
        """`what` is "parties" or "wishes"."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._parties = what == PARTIES
        title = tr("Companies and hosts from a list") if self._parties else tr("Wishes from a list")
        self.setWindowTitle(title)
        self._desk, self._mission = desk, mission
        self._file = ""
        self._list: FairList | None = None
        self.choose = ChooseStep()
        self.choose.chosen.connect(self.open_file)
        self._figures = {
            "read": Figure(tr("Rows read")),
            "added": Figure(tr("New")),
            "updated": Figure(tr("Changed")),
            "skipped": Figure(tr("Left out")),
        }
        self._told = Text("", ink="text2", wrap=True)
        self._title = Text("", "strong")
        self.model = ListModel(PROBLEM_COLUMNS, parent=self)
        self.start = Button(tr("Bring them in"), PRIMARY, icon="import")
        leave = Button(tr("Cancel"))
        self._holder = QStackedLayout()
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(self.choose)
        self._holder.addWidget(self._seen())
        head = column(Text(title, "title"), Text(self._wanted(), ink="text2", wrap=True), box,
                      margin=16, gap=12)  # fmt: skip
        head.setStretch(2, 1)
        foot = row(None, leave, self.start, margin=12, gap=8)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.start.setEnabled(False)
        self.start.clicked.connect(self.bring_in)
        leave.clicked.connect(self.reject)
        self.resize(theme.px(780), theme.px(580))

    def _wanted(self) -> str:
        if self._parties:
            return tr("Columns: name, side (ours or host), wanted, offered, language, most, away.")
        return tr(
            "Columns company, host and weight (1 to 5); or a company and 1, 2, 3 … with the names "
            "of hosts in order; or companies by hosts with weights in the cells."
        )

    def _seen(self) -> QWidget:
        seen = QWidget()
        table = TableCard(Table(self.model, tr("Problems of the import"), self._desk.state))
        body = column(row(*self._figures.values(), gap=12), self._told, self._title, table, gap=12)
        body.setStretch(3, 1)
        seen.setLayout(body)
        return seen

    def open_file(self, path: Path) -> None:
        """Read a list, away from the window."""
        self.choose.banner.say("")
        self._file = path.name
        self._desk.jobs.background(
            read_parties if self._parties else read_wishes, path,
            then=self._read, failed=self._unreadable, owner=self,
        )  # fmt: skip

    def _unreadable(self, error: Exception) -> None:
        self._holder.setCurrentIndex(0)
        self.choose.banner.say(sentence_of(error))

    def _lines(self) -> object:
        if self._list is None:
            return ()
        return self._list.parties if self._parties else self._list.wishes

    def _read(self, found: FairList) -> None:
        self._list = found
        self._desk.jobs.ask(
            rehearse_parties if self._parties else rehearse_wishes, self._lines(), self._mission,
            then=self.show_outcome, failed=self._unreadable, owner=self,
        )  # fmt: skip

    def show_outcome(self, outcome: FairBrought) -> None:
        """What would come of the list."""
        for name, figure in self._figures.items():
            figure.show_figure(number(getattr(outcome, name)))
        columns = ", ".join(self._list.mapping) if self._list is not None else ""
        self._told.say(tr("Understood columns: {columns}", columns=columns) if columns else "")
        before = self._list.problems if self._list is not None else ()
        rows = problem_rows((*before, *outcome.problems))
        self.model.show(rows)
        nothing = tr("Nothing to mend")
        self._title.say(
            trn("{n} thing to look at", "{n} things to look at", len(rows)) if rows else nothing
        )
        self.start.setEnabled(outcome.added + outcome.updated > 0)
        self._holder.setCurrentIndex(1)

    def bring_in(self) -> None:
        """Import; the toast takes it back."""
        self.start.setEnabled(False)
        self._desk.jobs.run(
            import_parties if self._parties else import_wishes, self._lines(), self._file,
            self._mission, then=lambda _done: self.accept(), failed=self._failed, owner=self,
        )  # fmt: skip

    def _failed(self, error: Exception) -> None:
        self.start.setEnabled(True)
        self._told.say(sentence_of(error), "wrong")
