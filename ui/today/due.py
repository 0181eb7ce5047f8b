"""Tasks by how near their day is: overdue, this week, later; mine or everybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from app.core import clock, settings
from app.core.text import N_
from ui.core.buttons import ChipBar
from ui.core.cards import row
from ui.core.labels import Text
from ui.core.language import number, tr
from ui.today.cards import TodayCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.dossiers.queries import TaskRow
    from ui.core.language import Language
    from ui.core.page import Desk
    from ui.dossiers.work import MemoryWork

MINE, EVERYBODY = "mine", "all"
_KEPT = "today_tasks"
_MOST = 8


class DueCard(TodayCard):
    """Space ticks a task; its title opens it."""

    tables: ClassVar[frozenset[str]] = frozenset({"task", "person", "organisation", "dossier"})
    title: ClassVar[str] = N_("Tasks")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: list[TaskRow] = []
        self._work: MemoryWork | None = None
        kept = desk.state.get(_KEPT, EVERYBODY)
        self.chips = ChipBar([(MINE, tr("Mine")), (EVERYBODY, tr("Everybody’s"))], kept,
                             name=tr("Whose tasks"))  # fmt: skip
        self.chips.chosen.connect(self._choose)
        self.head.addWidget(self.chips)

    @staticmethod
    def ask(session: Any, spoken: Language) -> Any:
        """Every open task."""
        from app.dossiers.queries import open_tasks

        return open_tasks(session, spoken)

    def show_answer(self, answer: list[TaskRow]) -> None:
        """Show them in groups."""
        self._rows = answer
        self._show()

    def _choose(self, whose: str) -> None:
        from ui.core.cards import clear

        self.desk.state.put(_KEPT, whose)
        clear(self.content)
        self._show()

    def _show(self) -> None:
        mine = self.chips.current() == MINE
        rows = [one for one in self._rows if not mine or one.draft.owner == settings.who()]
        if not rows:
            self.quiet(tr("Nothing to do. A task noted with a contact or a reception stands here."))
            return
        for words, ink, group in _groups(rows):
            head = row(
                Text(words, "small_strong", ink=ink),
                Text(number(len(group)), "small", ink="text2"),
                None,
                gap=8,
            )
            head.setContentsMargins(0, 8, 0, 4)
            self.content.addLayout(head)
            self.content.addWidget(self._list(group))

    def _list(self, rows: list[TaskRow]) -> QWidget:
        from ui.dossiers.task_list import TaskList

        made = TaskList(rows, about=True, most=_MOST)
        made.ticked.connect(self._tick)
        made.opened.connect(self._open)
        return made

    def work(self) -> MemoryWork:
        """What opens the dialogs; made when it is first needed."""
        if self._work is None:
            from ui.dossiers.work import MemoryWork

            self._work = MemoryWork(self, self.desk, self.desk.go)
        return self._work

    def add_task(self) -> None:
        """Ask for a new task."""
        from ui.dossiers.subject import Subject

        self.work().task(Subject())

    def _tick(self, one: TaskRow) -> None:
        self.work().tick(one)

    def _open(self, one: TaskRow) -> None:
        self.work().edit_task(one)


def _groups(rows: list[TaskRow]) -> list[tuple[str, str, list[TaskRow]]]:
    from app.dossiers.rules.memory import Due, due

    today = clock.today()
    near = {one.id: due(one.draft.due_on, today) for one in rows}
    groups = (
        (tr("Overdue"), "wrong", (Due.OVERDUE,)),
        (tr("This week"), "attention_ink", (Due.TODAY, Due.WEEK)),
        (tr("Later"), "text2", (Due.LATER,)),
        (tr("Without a day"), "text2", (Due.OPEN,)),
    )
    found = [
        (words, ink, [one for one in rows if near[one.id] in which]) for words, ink, which in groups
    ]
    return [group for group in found if group[2]]
