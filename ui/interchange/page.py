"""The import: a file, its columns, its rows, and what became of them. Nothing is kept before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.core.command import unwatched
from app.interchange.adding import SKIP, import_contacts
from app.interchange.importing import write_report
from app.interchange.rehearsing import rehearse
from ui.contacts.twins import read_material
from ui.core import language
from ui.core.cards import column
from ui.core.drops import files_of
from ui.core.labels import Link
from ui.core.language import tr, trn
from ui.core.page import ListPage
from ui.core.problems import is_cancel, sentence_of
from ui.core.progress import ProgressPanel
from ui.core.watch import Watch
from ui.interchange.choose_step import ChooseStep
from ui.interchange.found import FileRead, PreviewRow, preview, read_file, twins_of_list
from ui.interchange.map_step import MapStep
from ui.interchange.preview_step import PreviewStep
from ui.interchange.result_step import ResultStep, problem_rows

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.contacts.queries.twins import Material
    from app.core.command import Progress
    from app.core.errors import Problem
    from app.interchange.adding import Imported
    from app.interchange.decisions import Decision
    from app.interchange.importing import Plan
    from ui.core.jobs import Office
    from ui.core.page import Desk
    from ui.interchange.result_step import ProblemRow

REHEARSED_UP_TO = 20_000
"""Rows of a longer list are not compared beforehand: it would keep the office busy too long."""


class ImportPage(ListPage):
    """The steps of an import; `open_file(path)` begins with a file that was dropped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Import"))
        back = Link(f"‹ {tr('Contacts')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Contacts"))
        back.clicked.connect(self._leave)
        self.body.insertWidget(0, back)
        self._holder = QWidget()
        self._stack = QStackedLayout(self._holder)
        self.body.addWidget(self._holder, 1)
        self.setAcceptDrops(True)
        self.choose = ChooseStep()
        self.choose.chosen.connect(self.open_file)
        self._stack.addWidget(self.choose)
        self.found: FileRead | None = None
        self.plan: Plan | None = None
        self.map: MapStep | None = None
        self.preview: PreviewStep | None = None
        self.result: ResultStep | None = None
        self.watch: Watch | None = None
        self._compared: PreviewStep | None = None
        self._fresh: frozenset[int] = frozenset()
        self.on("app.import", self.choose.ask)

    # The file

    def open_file(self, path: Path) -> None:
        """Read a file, away from the window."""
        self.choose.banner.say("")
        self.remark.say(tr("Reading {name}…", name=path.name))
        self.desk.jobs.background(
            read_file, path, then=self._read, failed=self._unreadable, owner=self
        )

    def _read(self, found: FileRead) -> None:
        self.remark.say(found.path.name)
        self.found = found
        self.map = MapStep(found)
        self.map.went_back.connect(self.start_again)
        self.map.went_on.connect(self._look)
        self._show(self.map)

    def _unreadable(self, error: Exception) -> None:
        self.remark.say("")
        self.start_again()
        self.choose.banner.say(sentence_of(error))

    def start_again(self) -> None:
        """Back to the choice of a file."""
        self.remark.say("")
        self._show(self.choose)

    # The rows

    def _look(self, plan: Plan) -> None:
        if self.found is None:
            return
        self.plan = plan
        step = PreviewStep(self.found.rows, self.desk.state)
        self.preview = step
        step.went_back.connect(self._back_to_columns)
        step.went_on.connect(self._run)
        step.rehearse.connect(self._rehearse)
        self._show(step)
        self.desk.jobs.background(
            preview, plan, then=step.show_rows, failed=self._unreadable, owner=step
        )
        self._rehearse(SKIP)

    def _back_to_columns(self) -> None:
        if self.map is not None:
            self._show(self.map)

    def _rehearse(self, on_duplicate: str) -> None:
        step, plan, found = self.preview, self.plan, self.found
        if step is None or plan is None or found is None:
            return
        if found.rows > REHEARSED_UP_TO:
            step.show_outcome(None)
            return
        self.desk.jobs.ask(
            _rehearsed, plan, on_duplicate, then=self._rehearsed, owner=step, channel="rehearse"
        )

    def _rehearsed(self, outcome: Imported) -> None:
        """Say what would come of it; the first time, look for who only looks known."""
        if self.preview is None:
            return
        self.preview.show_outcome(outcome)
        if self._compared is not self.preview and outcome.fresh and outcome.met:
            self._compared = self.preview
            self._fresh = frozenset(outcome.fresh)
            self.desk.jobs.ask(read_material, then=self._compare, owner=self.preview)

    def _compare(self, read: Material) -> None:
        if self.plan is not None and self.preview is not None and read.people:
            self.desk.jobs.background(
                twins_of_list, read, self.plan, unwatched,
                then=self._compared_rows, owner=self.preview,
            )  # fmt: skip

    def _compared_rows(self, rows: list[PreviewRow]) -> None:
        if self.preview is not None:
            self.preview.show_twins([one for one in rows if one.line in self._fresh])

    # The import

    def _run(self, on_duplicate: str) -> None:
        if self.plan is None or self.found is None:
            return
        name = self.found.path.name
        self.watch = Watch(self)
        panel = ProgressPanel(tr("Importing {name}", name=name), self.watch)
        holder = QWidget()
        holder.setLayout(column(panel, None))
        self._show(holder)
        decisions = self.preview.decisions() if self.preview is not None else {}
        step, total = self.watch.step, self.found.rows
        self.desk.jobs.with_office(
            partial(_bring_in, self.plan, name, on_duplicate, decisions, step, total),
            then=self._imported,
            failed=self._stopped,
            owner=self,
        )

    def _imported(self, brought: _Brought) -> None:
        if self.found is None:
            return
        result, problems, rows = brought
        step = ResultStep(result, problems, rows, self.found.path.name, self.desk.state)
        step.undo.connect(self._undo)
        step.again.connect(self.start_again)
        step.show_contacts.connect(self._leave)
        step.save.connect(self._save)
        step.copied.connect(self._copied)
        self.result = step
        self._show(step)

    def _stopped(self, error: Exception) -> None:
        words = sentence_of(error)
        if self.preview is not None:
            self._show(self.preview)
            self.preview.start.setEnabled(True)
        if is_cancel(error):
            self.desk.say(words)
        else:
            self.desk.complain(error)

    def _undo(self) -> None:
        self.desk.jobs.undo(then=self._undone)

    def _undone(self, _: object) -> None:
        self.start_again()
        self.desk.say(tr("The import was taken back; the office is as it was."))

    def _save(self, path: Path) -> None:
        if self.result is not None:
            self.desk.jobs.background(
                write_report, path, self.result.problems, language.current(),
                then=self._saved, failed=self.desk.complain, owner=self,
            )  # fmt: skip

    def _saved(self, _: object) -> None:
        self.desk.say(tr("The list of problems is saved."))

    def _copied(self, count: int) -> None:
        self.desk.say(trn("Copied {n} line", "Copied {n} lines", count))

    # Inside

    def _leave(self) -> None:
        self.desk.go("contacts")

    def _show(self, step: QWidget) -> None:
        """Show a step; those that no longer lead anywhere are let go."""
        kept = {self.choose, self.map, self.preview, step}
        for at in reversed(range(self._stack.count())):
            widget = self._stack.widget(at)
            if widget is not None and widget not in kept:
                self._stack.removeWidget(widget)
                widget.deleteLater()
        if self._stack.indexOf(step) < 0:
            self._stack.addWidget(step)
        self._stack.setCurrentWidget(step)
        step.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take a file an import may read, at any step."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Begin anew with it."""
        found = files_of(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.open_file(found[0])


class _Brought(NamedTuple):
    """What came of an import, its problems, and the same in words."""

    result: Imported
    problems: tuple[Problem, ...]
    rows: list[ProblemRow]


def _bring_in(
    plan: Plan,
    name: str,
    on_duplicate: str,
    decisions: dict[int, Decision],
    tell: Progress,
    total: int,
    office: Office,
) -> _Brought:
    """In the worker: import, and say what is left to mend."""
    result = office.run(import_contacts, plan.drafts(), name, on_duplicate, tell, total, decisions)
    problems = (*plan.table.problems, *result.problems)
    return _Brought(result, problems, problem_rows(problems))


def _rehearsed(session: object, plan: Plan, on_duplicate: str) -> Imported:
    """In the worker: what would come of it."""
    return rehearse(session, plan.drafts(), on_duplicate)  # type: ignore[arg-type]  # ui knows no SQL
