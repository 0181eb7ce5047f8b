"""The programme of a reception: one list, lines edited in a dialog."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core.text import N_
from app.dossiers.commands import set_programme
from app.dossiers.draft import ProgrammeDraft
from ui.core.buttons import Button, IconButton
from ui.core.cards import Empty, column, row
from ui.core.columns import Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField, TimeField
from ui.core.fields import CheckField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from app.dossiers.queries import ProgrammeRow
    from app.receptions.queries import ReceptionSheet
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


def _time(one: ProgrammeRow) -> str:
    return f"{one.draft.starts_at:%H:%M}" if one.draft.starts_at else ""


def _for_whom(one: ProgrammeRow) -> str:
    return tr("Everybody") if one.draft.public else tr("Staff only")


_COLUMNS = (
    Column("time", N_("Time"), 70, value=_time),
    Column("minutes", N_("Min."), 60, Kind.NUMBER, value=lambda one: one.draft.minutes),
    Column("title", N_("What"), 280, Kind.NAME, value=lambda one: one.draft.title, stretch=3),
    Column("place", N_("Where"), 180, value=lambda one: one.draft.place, stretch=1),
    Column("host", N_("Host"), 160, value=lambda one: one.draft.host, stretch=1),
    Column("owner", N_("Owner"), 130, value=lambda one: one.draft.owner),
    Column("public", N_("For"), 110, value=_for_whom),
)


class ProgrammeTab(QWidget):
    """Lines in order; they can be moved up and down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: ReceptionSheet | None = None
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Programme"), desk.state)
        add = Button(tr("Add a line…"), icon="add")
        up, down = IconButton("chevron-up", tr("Earlier")), IconButton("chevron-down", tr("Later"))
        remove = IconButton("delete", tr("Remove the line"))
        add.clicked.connect(self.add)
        up.clicked.connect(lambda: self._shift(-1))
        down.clicked.connect(lambda: self._shift(+1))
        remove.clicked.connect(self._remove)
        self.table.opened.connect(lambda _row: self._edit())
        self.table.menu_maker = self._fill_menu
        self._holder = QStackedLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(
            Empty(
                "programme",
                tr("No programme yet"),
                tr("Arrival, speeches, golden book, toast: each with its time, place and owner."),
                (tr("Add a line…"), self.add),
            )
        )
        whole = column(row(add, None, up, down, remove), box, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Show the programme of a reception."""
        self._sheet = sheet
        self.model.show(sheet.programme)
        self._holder.setCurrentIndex(0 if sheet.programme else 1)

    def _items(self) -> list[ProgrammeDraft]:
        return [one.draft for one in self.model.rows()]

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit…"), self._edit)
        menu.addAction(tr("Remove the line"), self._remove)

    def add(self) -> None:
        """Add a line at the end."""
        self._ask(ProgrammeDraft(), len(self.model.rows()))

    def _edit(self) -> None:
        at = self.table.currentIndex().row()
        if at >= 0:
            self._ask(self._items()[at], at)

    def _ask(self, draft: ProgrammeDraft, at: int) -> None:
        def save(made: ProgrammeDraft, done: Done, failed: Failed) -> None:
            items = self._items()
            items[at : at + 1] = [self._dated(made)]
            self._keep(items, done, failed)

        ProgrammeEditor.edit(self, tr("Line of the programme"), draft, save=save)

    def _keep(
        self, items: list[ProgrammeDraft], done: Done | None = None, failed: Failed | None = None
    ) -> None:
        if self._sheet is not None:
            run = self._desk.jobs.run
            run(set_programme, self._sheet.id, items, then=done, failed=failed)

    def _dated(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        """A line's time on the day of the reception."""
        day = self._sheet.day if self._sheet else None
        if draft.starts_at is None or day is None:
            return draft
        return replace(draft, starts_at=dt.datetime.combine(day, draft.starts_at.time()))

    def _shift(self, by: int) -> None:
        at = self.table.currentIndex().row()
        items = self._items()
        if 0 <= at < len(items) and 0 <= at + by < len(items):
            items[at], items[at + by] = items[at + by], items[at]
            self._keep(items)

    def _remove(self) -> None:
        at = self.table.currentIndex().row()
        items = self._items()
        if 0 <= at < len(items):
            del items[at]
            self._keep(items)


class ProgrammeEditor(Editor[ProgrammeDraft]):
    """One line of the programme."""

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                TextField("title", tr("What happens"), needed=True),
                [TimeField("time", tr("Time")), NumberField("minutes", tr("Minutes"))],
                [TextField("place", tr("Where")), TextField("host", tr("Host"))],
                [TextField("owner", tr("Owner")), TextField("language", tr("Language"))],
                CheckField("public", tr("In the programme for guests")),
                LongTextField("note", tr("Note for staff"), lines=2),
            ]
        )

    def fill(self, draft: ProgrammeDraft) -> None:
        """Show a draft."""
        names = ("title", "minutes", "place", "host", "owner", "language", "public", "note")
        values: dict[str, object] = {name: getattr(draft, name) for name in names}
        values["time"] = draft.starts_at.time() if draft.starts_at else None
        self.form.set_values(values)

    def draft(self) -> ProgrammeDraft:
        """What was typed."""
        values = self.form.values()
        time = values["time"]
        moment = None
        if isinstance(time, dt.time):
            moment = dt.datetime.combine(dt.date(2000, 1, 1), time)
        return ProgrammeDraft(
            str(values["title"]),
            moment,
            cast("int | None", values["minutes"]),
            str(values["place"]),
            str(values["host"]),
            str(values["owner"]),
            str(values["language"]),
            bool(values["public"]),
            str(values["note"]),
        )
