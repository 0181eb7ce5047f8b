"""Small dialogs of the guest list: who is added, who comes instead, a place by hand."""

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
from ui.core.record_field import Choice, RecordField
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.core.directory import Line
    from app.receptions.queries import GuestRow
    from ui.core.jobs import Jobs

SHOWN = 500


def _role(line: Line) -> str:
    return lines.role(line, language.current())


def _place(line: Line) -> str:
    return lines.place(line, language.current())


_COLUMNS = (
    Column("title", N_("Name"), 220, Kind.NAME, quiet="native", stretch=2),
    Column("role", N_("Function"), 170, value=_role),
    Column("place", N_("Organisation"), 220, value=_place, stretch=2),
)


class AddGuests(QDialog):
    """Type to find people, select many, add them; `chosen` gives their ids."""

    chosen = Signal(list)

    def __init__(self, parent: QWidget, jobs: Jobs, known: set[UUID]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Add guests"))
        self._jobs = jobs
        self._known = known
        self._more = False
        self.field = SearchField(tr("Search people by name, function or organisation"))
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("People"))
        self._told = Text("", "small", ink="text2", elide=True)
        self.add = Button(tr("Add to the list"), PRIMARY)
        leave = Button(tr("Cancel"))
        self.add.clicked.connect(self._accept)
        leave.clicked.connect(self.reject)
        self.field.textChanged.connect(lambda _text: self._ask())
        self.table.selection_grew.connect(self._count)
        self.table.opened.connect(lambda _row: self._accept())
        foot = row(self._told, leave, self.add, margin=12, gap=8)
        foot.setStretch(0, 1)
        head = column(Text(tr("Add guests"), "title"), self.field, TableCard(self.table), margin=16)
        head.setStretch(2, 1)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.resize(theme.px(760), theme.px(560))
        self._count(0)
        QTimer.singleShot(0, self._ask)

    def _ask(self) -> None:
        view = View(kinds=("person",), text=self.field.text())
        self._jobs.ask(
            search.first_lines,
            view,
            "docid",
            SHOWN,
            then=self._answered,
            owner=self,
            channel="add guests",
        )

    def _answered(self, found: list[Line]) -> None:
        self._more = len(found) == SHOWN
        self.model.show([line for line in found if line.id not in self._known])
        self._count(len(self.table.selected_ids()))

    def _count(self, number: int) -> None:
        self.add.setEnabled(number > 0)
        if number:
            self._told.say(trn("{n} person selected", "{n} persons selected", number))
        elif self._more:
            first = tr("The first {n} are shown: type to find others.", n=SHOWN)
            self._told.say(first)
        else:
            self._told.say(tr("Select people; Ctrl and Shift select several."))

    def _accept(self) -> None:
        ids = self.table.selected_ids()
        if ids:
            self.chosen.emit(ids)
            self.accept()


@dataclass(frozen=True, slots=True)
class SubstituteDraft:
    """Who comes instead: a person of the office, or a name."""

    person: UUID | None = None
    name: str = ""

    def problems(self) -> list[Problem]:
        """Somebody must be named."""
        if self.person is None and not self.name.strip():
            return [Problem("name", say(N_("Say who comes instead.")))]
        return []


class SubstituteEditor(Editor[SubstituteDraft]):
    """Who represents a guest."""

    jobs: Jobs

    @classmethod
    def begin(cls, parent: QWidget, jobs: Jobs, save: Callable[..., object]) -> None:
        """Ask, and save."""
        made = cast("type[SubstituteEditor]", type("SubstituteEditor", (cls,), {"jobs": jobs}))
        made.edit(parent, tr("Represented by"), SubstituteDraft(), save=save)

    def build(self) -> Form:
        """The form, empty."""
        hint = tr("A substitute takes the seat, never the rank.")
        return Form(
            [
                RecordField("person", tr("Person in the office"), self._find, hint=hint),
                TextField("name", tr("Or the name as given")),
            ]
        )

    def _find(self, text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
        def told(found: list[Line]) -> None:
            spoken = language.current()
            answer([Choice(one.id, one.title, lines.subtitle(one, spoken)) for one in found])

        self.jobs.ask(search.find, text, ("person",), 20, then=told, owner=self, channel="instead")

    def fill(self, draft: SubstituteDraft) -> None:
        """Show a draft."""
        self.form.set_values({"name": draft.name})

    def draft(self) -> SubstituteDraft:
        """What was typed."""
        values = self.form.values()
        person = values["person"]
        chosen = person.id if isinstance(person, Choice) else person
        return SubstituteDraft(cast("UUID | None", chosen), str(values["name"]))


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """A place by hand."""

    place: int = 1
    reason: str = ""

    def problems(self) -> list[Problem]:
        """A reason is asked."""
        if not self.reason.strip():
            why = say(N_("Say why: the reason stands beside the place."))
            return [Problem("reason", why)]
        return []


class MoveEditor(Editor[MoveDraft]):
    """A place and its reason."""

    @classmethod
    def begin(cls, parent: QWidget, guest: GuestRow, save: Callable[..., object]) -> None:
        """Ask, and save."""
        draft = MoveDraft(guest.manual_place or max(1, guest.place), "")
        cls.edit(parent, tr("Move to a place"), draft, save=save)

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                NumberField("place", tr("Place in the order"), least=1, needed=True),
                TextField(
                    "reason",
                    tr("Reason"),
                    needed=True,
                    hint=tr("For example: guest of honour. It is shown and printed."),
                ),
            ]
        )

    def fill(self, draft: MoveDraft) -> None:
        """Show a draft."""
        self.form.set_values({"place": draft.place, "reason": draft.reason})

    def draft(self) -> MoveDraft:
        """What was typed."""
        values = self.form.values()
        return MoveDraft(cast("int", values["place"] or 1), str(values["reason"]))
