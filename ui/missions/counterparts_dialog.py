"""Counterparts become contacts: each host with whom of the office it may be, looked at first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from app.contacts.draft import PersonDraft
from app.core.text import N_
from app.missions.commands import keep_counterparts
from app.missions.draft import CounterpartDraft
from app.missions.queries import counterparts
from ui.contacts.choices import country_choices
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Banner, Hairline, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.editor import Editor
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.problems import sentence_of
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.core.errors import Problem
    from app.missions.queries import Counterpart
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


@dataclass(frozen=True, slots=True)
class CounterpartLine:
    """A host, and what would come of it: `chosen` is a known organisation, None a new one."""

    row: Counterpart
    chosen: UUID | None

    @property
    def id(self) -> UUID:
        """The host's."""
        return self.row.id

    def draft(self) -> CounterpartDraft:
        """As the office takes it."""
        return CounterpartDraft(self.row.id, self.chosen, self.row.draft)


def _becomes(one: CounterpartLine) -> Cell:
    if one.chosen is None:
        tone = "attention" if one.row.known else "accent"
        return Cell(read(one.row.words()) if not one.row.likely else tr("New organisation"),
                    tone=tone)  # fmt: skip
    name = next((each.name for each in one.row.known if each.id == one.chosen), "")
    return Cell(tr("Already known: {name}", name=name), tone="good")


def _why(one: CounterpartLine) -> str:
    return one.row.known[0].reason if one.row.known else ""


COLUMNS = (
    Column("name", N_("Host"), 190, Kind.NAME, value=lambda one: one.row.name, stretch=2),
    Column("met", N_("Met"), 60, value=lambda one: one.row.met),
    Column("becomes", N_("Becomes"), 250, Kind.PILL, value=_becomes, stretch=2),
    Column("why", N_("Why it may be the same"), 240, Kind.QUIET, value=_why, stretch=3, empty=""),
)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """The organisation and the person one met there."""

    line: CounterpartLine
    name: str = ""
    country: str = ""
    city: str = ""
    family_name: str = ""
    given_name: str = ""
    function: str = ""
    email: str = ""

    def made(self) -> CounterpartDraft:
        """As the office takes it; without a name no person is made."""
        made = replace(self.line.row.draft, name=self.name, country=self.country, city=self.city)
        person = None
        if self.family_name.strip() or self.given_name.strip():
            mails = (self.email.strip(),) if self.email.strip() else ()
            person = PersonDraft(self.family_name.strip(), self.given_name.strip(), emails=mails)
        return replace(self.line.draft(), made=made, contact=person, function=self.function)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.made().problems()


class CounterpartEditor(Editor[PersonEntry]):
    """One host as a contact, with the person one met."""

    width_wanted = 580

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                TextField("name", tr("Organisation"), needed=True),
                [ChoiceField("country", tr("Country"), country_choices()),
                 TextField("city", tr("City"))],
                tr("Whom one met there"),
                [TextField("given_name", tr("Given name")),
                 TextField("family_name", tr("Family name"))],
                [TextField("function", tr("Function")), TextField("email", tr("Mail"))],
            ]
        )  # fmt: skip

    def fill(self, draft: PersonEntry) -> None:
        """Show a host."""
        self._entry = draft
        names = [name for name in PersonEntry.__slots__ if name != "line"]
        self.form.set_values({name: getattr(draft, name) for name in names})
        known = draft.line.chosen is not None
        for name in ("name", "country", "city"):
            self.form[name].setEnabled(not known)

    def draft(self) -> PersonEntry:
        """Make a contact of what was typed."""
        return replace(self._entry, **cast("dict[str, Any]", self.form.values()))

    def save_words(self) -> str:
        """What saving does."""
        return tr("Make a contact")


class CounterpartsDialog(QDialog):
    """All hosts that are no contacts yet; the chosen ones become contacts at once."""

    def __init__(self, parent: QWidget | None, desk: Desk, mission: UUID) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Counterparts to contacts"))
        self._desk, self._mission = desk, mission
        self.model = ListModel(COLUMNS, parent=self)
        self.table = Table(self.model, tr("Counterparts"), desk.state)
        self.banner = Banner()
        self._told = Text("", ink="text2", wrap=True)
        self.one = Button(tr("With the person met…"))
        self.keep = Button(tr("Make contacts"), PRIMARY, icon="check")
        leave = Button(tr("Close"))
        head = column(
            Text(tr("Counterparts to contacts"), "title"), self._told, self.banner,
            TableCard(self.table), margin=16, gap=8,
        )  # fmt: skip
        head.setStretch(3, 1)
        foot = row(self.one, None, leave, self.keep, margin=12, gap=8)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.table.selection_grew.connect(self._counted)
        self.table.opened.connect(lambda _row: self.edit_one())
        self.table.menu_maker = self._fill_menu
        self.one.clicked.connect(self.edit_one)
        self.keep.clicked.connect(self.make)
        leave.clicked.connect(self.reject)
        self.resize(theme.px(860), theme.px(560))
        self._counted(0)
        self.ask()

    def ask(self) -> None:
        """Ask who is no contact yet."""
        self._desk.jobs.ask(
            counterparts, self._mission, language.current(), then=self.show_rows, owner=self
        )

    def show_rows(self, found: Sequence[Counterpart]) -> None:
        """Show them; those one met are chosen already."""
        self.model.show([CounterpartLine(one, one.likely.id if one.likely else None)
                         for one in found])  # fmt: skip
        told = tr("Every host is a contact of the office.")
        if found:
            told = tr(
                "What is already known is linked, what is new is made. A likely likeness is told; "
                "choose by the menu of a line which it is."
            )
        self._told.say(told)
        self.table.selectAll()

    def _counted(self, count: int) -> None:
        self.keep.setText(trn("Make {n} contact", "Make {n} contacts", count))
        self.keep.restyle()
        self.keep.setEnabled(count > 0)
        self.one.setEnabled(count > 0)

    def _fill_menu(self, menu: QMenu) -> None:
        line: Any = self.table.current_row()
        if line is None:
            return
        for known in line.row.known:
            words = tr("It is {name}", name=known.name)
            menu.addAction(words, partial(self._choose, line, known.id))
        menu.addAction(tr("It is a new organisation"), partial(self._choose, line, None))
        menu.addSeparator()
        menu.addAction(tr("With the person met…"), self.edit_one)

    def _choose(self, line: CounterpartLine, known: UUID | None) -> None:
        rows = [replace(one, chosen=known) if one.id == line.id else one
                for one in self.model.rows()]  # fmt: skip
        self.model.show(rows)

    def make(self) -> None:
        """Make the chosen ones contacts, in one step."""
        chosen = set(self.table.selected_ids())
        drafts = [one.draft() for one in self.model.rows() if one.id in chosen]
        if drafts:
            self._desk.jobs.run(
                keep_counterparts, drafts, then=lambda _new: self.accept(), failed=self._failed,
                owner=self,
            )  # fmt: skip

    def edit_one(self) -> None:
        """Make the current one a contact, with the person one met."""
        line: Any = self.table.current_row()
        if line is None:
            return
        draft = line.row.draft
        entry = PersonEntry(line, draft.name, draft.country, draft.city)

        def save(made: PersonEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(keep_counterparts, [made.made()], then=done, failed=failed)

        title = tr("{name} as a contact", name=line.row.name)
        CounterpartEditor.edit(self, title, entry, save=save, then=lambda _new: self.ask())

    def _failed(self, error: Exception) -> None:
        self.banner.say(sentence_of(error))
