"""The lists of precedence: which there are, who stands where in each, and on whose word."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.contacts.commands import (
    add_band,
    add_precedence_list,
    add_shipped_lists,
    change_band,
    change_precedence_list,
    choose_usual_list,
    move_band,
    remove_band,
    remove_precedence_list,
)
from app.contacts.draft import BandDraft, PrecedenceListDraft
from app.contacts.queries import precedence_lists
from app.contacts.rules.precedence_lists import own_words
from ui.actions import bind_keys
from ui.contacts.choices import body_words
from ui.contacts.precedence_columns import (
    BAND_COLUMNS,
    LIST_COLUMNS,
    functions_words,
    list_name,
)
from ui.contacts.precedence_editors import BandEditor, PrecedenceListEditor
from ui.core import theme
from ui.core.buttons import PRIMARY, QUIET, Button, IconButton
from ui.core.cards import Empty, column, row
from ui.core.labels import Link, Pill, Text
from ui.core.language import day, read, tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from app.contacts.queries import BandRow, PrecedenceListRow
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk

LISTS_WIDTH = 310  # pixels at 100 %
LISTS_SHARE = 0.28  # of the page at most


class PrecedencePage(ListPage):
    """Lists at the left, the bands of the chosen one at the right."""

    tables: ClassVar[frozenset[str]] = frozenset({"precedence_list", "precedence_band"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Lists of precedence"))
        self.dialog: Editor[Any] | None = None
        self._wanted: UUID | None = None
        self.lists = ListModel(LIST_COLUMNS, parent=self)
        self.bands = ListModel(BAND_COLUMNS, parent=self)
        self.list_table = Table(self.lists, tr("Lists of precedence"), desk.state)
        self.band_table = Table(self.bands, tr("Bands of the list"), desk.state)
        back = Link(f"‹ {tr('Contacts')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Contacts"))
        back.clicked.connect(partial(desk.go, "contacts"))
        self.body.insertWidget(0, back)
        new = Button(tr("New list"), PRIMARY, icon="add")
        new.clicked.connect(self.new_list)
        self.buttons.addWidget(new)
        self._lay_out()
        self._wire()

    # Building

    def _lay_out(self) -> None:
        self._holder = QStackedLayout()
        box = QWidget()
        box.setLayout(self._holder)
        left = TableCard(self.list_table)
        self._lists_card = left
        both = QWidget()
        line = row(left, self._chosen_part(), gap=16)
        line.setStretch(1, 1)
        both.setLayout(line)
        self._holder.addWidget(both)
        self._holder.addWidget(
            Empty(
                "columns",
                tr("No lists of precedence yet"),
                tr("The order of guests is a list you choose and correct: the office’s own, the"
                   " Vienna order, or one of the Belgian lists that disagree."),
                (tr("Take the lists that come with Belfry"), self.take_shipped),
                (tr("New list"), self.new_list),
            )
        )  # fmt: skip
        self.body.addWidget(box, 1)

    def _chosen_part(self) -> QWidget:
        self._named = Text("", "heading", wrap=True)
        self._usual = Pill("")
        self._told = Text("", ink="text2", wrap=True, selectable=True)
        self._note = Text("", "small", ink="text2", wrap=True, selectable=True)
        self._make_usual = Button(tr("Make it the usual list"), icon="check")
        self._make_usual.clicked.connect(self.make_usual)
        menu = QMenu(self)
        menu.addAction(tr("Edit name, date and source…"), self.edit_list)
        menu.addAction(tr("Copy this list…"), self.copy_list)
        menu.addSeparator()
        menu.addAction(tr("Put back the lists that come with Belfry"), self.take_shipped)
        menu.addAction(tr("Remove this list"), self.remove_list)
        more = Button(tr("List"), menu=menu)
        head = row(self._named, self._usual, self._make_usual, more, gap=8)
        head.setStretch(0, 1)
        self._up = IconButton("chevron-up", tr("Move the band up (Alt+Up)"))
        self._down = IconButton("chevron-down", tr("Move the band down (Alt+Down)"))
        self._up.clicked.connect(lambda: self.move_band(-1))
        self._down.clicked.connect(lambda: self.move_band(1))
        new = Button(tr("New band…"), icon="add")
        new.clicked.connect(self.new_band)
        edit = Button(tr("Edit band…"), QUIET, icon="edit")
        edit.clicked.connect(self.edit_band)
        keys = Text(
            tr("Keys: Enter edits · Alt+Up and Alt+Down move · Del removes"), "small",
            ink="text2", elide=True,
        )  # fmt: skip
        tools = row(new, edit, self._up, self._down, keys, gap=8)
        tools.setStretch(4, 1)
        holder = QWidget()
        self._of_band = Text("", "small", ink="text2", wrap=True, selectable=True)
        card = TableCard(self.band_table)
        whole = column(head, self._told, self._note, tools, card, self._of_band, gap=8)
        whole.setStretch(4, 1)
        holder.setLayout(whole)
        return holder

    def _wire(self) -> None:
        self.list_table.chosen.connect(self._choose)
        self.list_table.opened.connect(lambda _row: self.edit_list())
        self.list_table.menu_maker = self._list_menu
        self.band_table.chosen.connect(self._tell_band)
        self.band_table.opened.connect(lambda _row: self.edit_band())
        self.band_table.menu_maker = self._band_menu
        for table, action, do in (
            (self.band_table, "bands.edit", self.edit_band),
            (self.band_table, "bands.remove", self.remove_band),
            (self.band_table, "bands.up", partial(self.move_band, -1)),
            (self.band_table, "bands.down", partial(self.move_band, 1)),
            (self.list_table, "lists.edit", self.edit_list),
            (self.list_table, "lists.remove", self.remove_list),
        ):
            bind_keys(table, action, do)
        self.on("precedence.new_list", self.new_list)
        self.on("precedence.new_band", self.new_band)

    def _list_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit name, date and source…"), self.edit_list)
        menu.addAction(tr("Copy this list…"), self.copy_list)
        menu.addAction(tr("Make it the usual list"), self.make_usual)
        menu.addSeparator()
        menu.addAction(tr("Remove this list"), self.remove_list)

    def _band_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit band…"), self.edit_band)
        menu.addAction(tr("New band…"), self.new_band)
        menu.addSeparator()
        menu.addAction(tr("Move up"), partial(self.move_band, -1))
        menu.addAction(tr("Move down"), partial(self.move_band, 1))
        menu.addSeparator()
        menu.addAction(tr("Remove this band"), self.remove_band)

    def restyle(self) -> None:
        """The lists grow with the text."""
        super().restyle()
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The lists leave the bands their room."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if hasattr(self, "_lists_card"):
            most = round(self.width() * LISTS_SHARE)
            self._lists_card.setFixedWidth(min(theme.px(LISTS_WIDTH), most))

    # Showing

    def refresh(self) -> None:
        """Ask for every list."""
        self.desk.jobs.ask(precedence_lists, then=self._answered, owner=self)

    def show_record(self, record: UUID) -> None:
        """Bring a list before the person."""
        self._wanted = record
        self.mark_stale()

    def _answered(self, rows: list[PrecedenceListRow]) -> None:
        self.remark.say(trn("{n} list", "{n} lists", len(rows)))
        self._holder.setCurrentIndex(0 if rows else 1)
        self.lists.show(rows)
        if not rows:
            return
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.list_table.select_id(wanted):
            pass
        elif self.current() is None:
            usual = next((one.id for one in rows if one.usual), rows[0].id)
            self.list_table.select_id(usual)
        self._choose(self.current())

    def current(self) -> PrecedenceListRow | None:
        """The list that is shown."""
        found: PrecedenceListRow | None = self.list_table.current_row()
        return found

    def _choose(self, chosen: PrecedenceListRow | None) -> None:
        if chosen is None:
            return
        self._named.say(list_name(chosen))
        self._usual.say(tr("usual") if chosen.usual else "", "accent")
        self._make_usual.setVisible(not chosen.usual)
        draft = chosen.draft
        host = tr("Host accredited before: {body}", body=body_words(draft.host_body))
        parts = (day(draft.dated), read(own_words(draft.source)), host)
        self._told.say(" · ".join(part for part in parts if part))
        self._note.say(read(own_words(draft.note)))
        self._note.setVisible(bool(draft.note))
        self.bands.show(chosen.bands)

    def _tell_band(self, band: BandRow | None) -> None:
        """The whole of the present band under the table, where its cells are cut."""
        if band is None:
            self._of_band.say("")
            return
        parts = (
            read(own_words(band.draft.label)),
            functions_words(band),
            read(own_words(band.draft.source)),
        )
        self._of_band.say(" · ".join(part for part in parts if part))

    # Lists

    def new_list(self) -> None:
        """Ask for a new list."""
        self._ask_list(tr("New list"), PrecedenceListDraft(), None)

    def copy_list(self) -> None:
        """Ask for a list with the bands of the present one."""
        like = self.current()
        if like is not None:
            draft = replace(like.draft, name=tr("{name} (copy)", name=list_name(like)))
            self._ask_list(tr("Copy of {name}", name=list_name(like)), draft, like.id)

    def _ask_list(self, title: str, draft: PrecedenceListDraft, like: UUID | None) -> None:
        def save(made: PrecedenceListDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                add_precedence_list, made, like, then=done, failed=failed, owner=self
            )

        self._open(PrecedenceListEditor.edit(self, title, draft, save=save, then=self.show_record))

    def edit_list(self) -> None:
        """Edit name, date and source of the present list."""
        kept = self.current()
        if kept is None:
            return

        def save(made: PrecedenceListDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                change_precedence_list, kept.id, kept.revision, made,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        self._open(PrecedenceListEditor.edit(self, list_name(kept), kept.draft, save=save))

    def make_usual(self) -> None:
        """Follow the present list wherever no other is chosen."""
        self._with_list(choose_usual_list)

    def remove_list(self) -> None:
        """Remove the present list; the toast takes it back."""
        self._with_list(remove_precedence_list)

    def _with_list(self, command: Any) -> None:
        kept = self.current()
        if kept is not None:
            self.desk.jobs.run(command, kept.id, failed=self.desk.complain, owner=self)

    def take_shipped(self) -> None:
        """Put the lists that come with the program in the office."""
        self.desk.jobs.run(add_shipped_lists, then=self._taken, owner=self)

    def _taken(self, count: int) -> None:
        if not count:
            self.desk.say(tr("All of them are there already."))

    # Bands

    def new_band(self) -> None:
        """Ask for a band under the present one."""
        home, above = self.current(), self.band_table.current_row()
        if home is None:
            return
        after = above.id if above is not None else None

        def save(made: BandDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(add_band, home.id, made, after, then=done, failed=failed, owner=self)

        self._open(BandEditor.edit(self, tr("New band"), BandDraft(), save=save))

    def edit_band(self) -> None:
        """Edit the present band."""
        band: BandRow | None = self.band_table.current_row()
        if band is None:
            return

        def save(made: BandDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                change_band, band.id, band.revision, made, then=done, failed=failed, owner=self
            )

        title = read(own_words(band.draft.label))
        self._open(BandEditor.edit(self, title, band.draft, save=save))

    def move_band(self, by: int) -> None:
        """Move the present band up or down; it stays the present one."""
        self._with_band(partial(self.desk.jobs.run, move_band), by)

    def remove_band(self) -> None:
        """Take the present band out; the toast takes it back."""
        self._with_band(partial(self.desk.jobs.run, remove_band))

    def _with_band(self, run: Callable[..., object], *more: int) -> None:
        band = self.band_table.current_row()
        if band is not None:
            run(band.id, *more, failed=self.desk.complain, owner=self)

    def _open(self, dialog: Editor[Any]) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None
