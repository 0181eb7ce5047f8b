"""Small dialogs every list of people wants: who is added, a place by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.contacts.rules import lines
from app.core import search
from app.core.directory import View
from app.core.errors import Problem
from app.core.text import N_, say
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Hairline, column, row
from ui.core.columns import Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.fields import TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr, trn
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from app.core.directory import Line
    from ui.core.jobs import Jobs

SHOWN = 500

_COLUMNS = (
    Column("title", N_("Name"), 220, Kind.NAME, quiet="native", stretch=2),
    Column("role", N_("Function"), 170, value=lambda line: lines.role(line, language.current())),
    Column(
        "place",
        N_("Organisation"),
        220,
        value=lambda line: lines.place(line, language.current()),
        stretch=2,
    ),
)


class ChoosePeople(QDialog):
    """Type to find people, select many, take them; `chosen` gives their ids.

    `known` are on the list already and not offered.
    """

    chosen = Signal(list)

    def __init__(
        self, parent: QWidget, jobs: Jobs, title: str, take: str, known: Collection[UUID]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._jobs = jobs
        self._known = frozenset(known)
        self._more = False
        self.field = SearchField(tr("Search people by name, function or organisation"))
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("People"))
        self._told = Text("", "small", ink="text2", elide=True)
        self.add = Button(take, PRIMARY)
        leave = Button(tr("Cancel"))
        self.add.clicked.connect(self._take)
        leave.clicked.connect(self.reject)
        self.field.textChanged.connect(lambda _text: self._ask())
        self.table.selection_grew.connect(self._count)
        self.table.opened.connect(lambda _row: self._take())
        foot = row(self._told, leave, self.add, margin=12, gap=8)
        foot.setStretch(0, 1)
        head = column(Text(title, "title"), self.field, TableCard(self.table), margin=16)
        head.setStretch(2, 1)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.resize(theme.px(760), theme.px(560))
        self._count(0)
        QTimer.singleShot(0, self._ask)

    def _ask(self) -> None:
        view = View(kinds=("person",), text=self.field.text())
        self._jobs.ask(
            search.first_lines, view, "docid", SHOWN, then=self._answered, owner=self,
            channel="choose people",
        )  # fmt: skip

    def _answered(self, found: list[Line]) -> None:
        self._more = len(found) == SHOWN
        self.model.show([line for line in found if line.id not in self._known])
        self._count(len(self.table.selected_ids()))

    def _count(self, number: int) -> None:
        self.add.setEnabled(number > 0)
        if number:
            self._told.say(trn("{n} person selected", "{n} persons selected", number))
        elif self._more:
            self._told.say(tr("The first {n} are shown: type to find others.", n=SHOWN))
        else:
            self._told.say(tr("Select people; Ctrl and Shift select several."))

    def _take(self) -> None:
        ids = self.table.selected_ids()
        if ids:
            self.chosen.emit(ids)
            self.accept()


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A place by hand, from 1, and why."""

    place: int = 1
    reason: str = ""

    def problems(self) -> list[Problem]:
        """A reason is asked."""
        if not self.reason.strip():
            why = say(N_("Say why: the reason stands beside the place."))
            return [Problem("reason", why)]
        return []


class PlaceEditor(Editor[PlaceDraft]):
    """A place in an order, and its reason."""

    def build(self) -> Form:
        """The form, empty."""
        hint = tr("For example: guest of honour. It is shown and printed.")
        return Form(
            [
                NumberField("place", tr("Place in the order"), least=1, needed=True),
                TextField("reason", tr("Reason"), needed=True, hint=hint),
            ]
        )

    def fill(self, draft: PlaceDraft) -> None:
        """Show a draft."""
        self.form.set_values({"place": draft.place, "reason": draft.reason})

    def draft(self) -> PlaceDraft:
        """What was typed."""
        values = self.form.values()
        return PlaceDraft(cast("int", values["place"] or 1), str(values["reason"]))
