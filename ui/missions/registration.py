"""Registrations from a list into the delegation: a file, what would come of it, what came."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedLayout, QWidget

from app.interchange.importing import plan, write_report
from app.interchange.participants import import_participants, rehearse_participants
from app.interchange.registrations import read_registrations
from ui.core import language, theme
from ui.core.buttons import PRIMARY, QUIET, Button
from ui.core.cards import Figure, Hairline, column, row
from ui.core.fields import CheckField
from ui.core.labels import Text
from ui.core.language import number, tr, trn
from ui.core.problems import sentence_of
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.interchange.choose_step import ChooseStep
from ui.interchange.result_step import PROBLEM_COLUMNS, ProblemRow, problem_rows

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.errors import Problem
    from app.interchange.adding import Imported
    from app.interchange.registrations import Registrations
    from ui.core.page import Desk

SKIP, UPDATE = "skip", "update"


class ListRead(NamedTuple):
    """A list that was read, away from the window."""

    name: str
    found: Registrations
    problems: tuple[Problem, ...]


def read_list(path: Path) -> ListRead:
    """Read a registration list.

    Raises:
        UnreadableError: no list, or no column of it is understood.
    """
    made = plan(path, "participants")
    made.refuse_unknown(path.name)
    found = read_registrations(made)
    return ListRead(path.name, found, (*made.table.problems, *found.problems))


class RegistrationDialog(QDialog):
    """Choose a list, see what would come of it, bring it in, read what is left to mend."""

    def __init__(self, parent: QWidget | None, desk: Desk, mission_id: UUID) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import registrations"))
        self._desk = desk
        self._mission = mission_id
        self._list: ListRead | None = None
        self._problems: tuple[Problem, ...] = ()
        self.choose = ChooseStep()
        self.choose.chosen.connect(self.open_file)
        self._figures = {
            "read": Figure(tr("Rows read")),
            "added": Figure(tr("New in the delegation")),
            "updated": Figure(tr("Changed")),
            "skipped": Figure(tr("Left as they are")),
        }
        self._told = Text("", ink="text2", wrap=True)
        again = tr("Take over the cells of the list for those who are in the delegation already")
        self.update_known = CheckField("update", again)
        self.update_known.changed.connect(self._rehearse)
        self.model = ListModel(PROBLEM_COLUMNS, parent=self)
        self._title = Text("", "strong")
        self.start = Button(tr("Bring them in"), PRIMARY, icon="import")
        self.save = Button(tr("Save as CSV…"), QUIET, icon="save")
        self.leave = Button(tr("Cancel"))
        self._holder = QStackedLayout()
        self._lay_out()
        self.start.clicked.connect(self.bring_in)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)
        self.resize(theme.px(820), theme.px(620))

    def _lay_out(self) -> None:
        seen = QWidget()
        table = TableCard(Table(self.model, tr("Problems of the import"), self._desk.state))
        body = column(
            row(*self._figures.values(), gap=12),
            self._told,
            self.update_known,
            self._title,
            table,
            gap=12,
        )
        body.setStretch(4, 1)
        seen.setLayout(body)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(self.choose)
        self._holder.addWidget(seen)
        head = column(Text(tr("Import registrations"), "title"), box, margin=16, gap=12)
        head.setStretch(1, 1)
        foot = row(self.save, None, self.leave, self.start, margin=12, gap=8)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.start.setEnabled(False)
        self.save.hide()

    # --- the list ---

    def open_file(self, path: Path) -> None:
        """Read a list, away from the window."""
        self.choose.banner.say("")
        self._desk.jobs.background(
            read_list, path, then=self._read, failed=self._unreadable, owner=self
        )

    def _unreadable(self, error: Exception) -> None:
        self._holder.setCurrentIndex(0)
        self.choose.banner.say(sentence_of(error))

    def _read(self, found: ListRead) -> None:
        self._list = found
        self._rehearse()

    def _how(self) -> str:
        return UPDATE if self.update_known.value() else SKIP

    def _rehearse(self) -> None:
        if self._list is None:
            return
        self._desk.jobs.ask(
            rehearse_participants, self._list.found.rows, self._mission, self._how(),
            then=self._foreseen, failed=self._unreadable, owner=self, channel="registrations",
        )  # fmt: skip

    def _foreseen(self, outcome: Imported) -> None:
        if self._list is not None:
            self.show_list(self._list, outcome)

    def show_list(self, found: ListRead, outcome: Imported) -> None:
        """What was understood of a list, and what would come of it."""
        self._list = found
        self._show(outcome)
        columns = ", ".join(found.found.mapping)
        self._told.say(tr("Understood columns: {columns}", columns=columns))
        self.start.setEnabled(outcome.added + outcome.updated > 0)
        self._holder.setCurrentIndex(1)

    def _show(self, outcome: Imported) -> None:
        for name, figure in self._figures.items():
            figure.show_figure(number(getattr(outcome, name)))
        before = self._list.problems if self._list is not None else ()
        self._problems = (*before, *outcome.problems)
        rows: list[ProblemRow] = problem_rows(self._problems)
        self.model.show(rows)
        nothing = tr("Nothing to mend")
        self._title.say(
            trn("{n} thing to look at", "{n} things to look at", len(rows)) if rows else nothing
        )
        self.save.setVisible(bool(rows))

    # --- the import ---

    def bring_in(self) -> None:
        """Import; the toast takes it back."""
        if self._list is None:
            return
        self.start.setEnabled(False)
        self._desk.jobs.run(
            import_participants, self._list.found.rows, self._list.name, self._mission,
            self._how(), then=self._done, failed=self._failed, owner=self,
        )  # fmt: skip

    def _done(self, outcome: Imported) -> None:
        if not outcome.problems and not self._problems:
            self.accept()
            return
        self._show(outcome)
        self._told.say(tr("They are in the delegation; this is left to look at."))
        self.update_known.hide()
        self.start.hide()
        self.leave.setText(tr("Close"))

    def _failed(self, error: Exception) -> None:
        self.start.setEnabled(True)
        self._told.say(sentence_of(error), "wrong")

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save as CSV…"), "", "CSV (*.csv)")
        if name:
            self._desk.jobs.background(
                write_report, Path(name), self._problems, language.current(),
                then=self._saved, failed=self._desk.complain, owner=self,
            )  # fmt: skip

    def _saved(self, _: object) -> None:
        self._desk.say(tr("The list of problems is saved."))
