"""The page "Forms of address": the office's templates, each with its source and its history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.contacts.commands import add_template, change_template, remove_template
from app.contacts.draft import TemplateDraft
from app.contacts.queries import TemplateSheet, template_history, template_sheets
from app.contacts.queries.forms import channel_label
from app.core import clock
from app.core.fold import fold
from app.core.text import N_
from ui.contacts.template_detail import TemplateDetail, since, who_for
from ui.contacts.template_editor import (
    TemplateEditor,
    TemplateEntry,
    channel_choices,
    function_words,
    language_choices,
)
from ui.contacts.template_preview import shelf_of
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button, Chip, ChipBar
from ui.core.cards import Empty, clear, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.labels import Link
from ui.core.language import number, read, tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json

ALL = "all"


def _words(sheet: TemplateSheet) -> str:
    return sheet.draft.template.replace("\n", " / ")


def _state(sheet: TemplateSheet) -> Cell:
    if sheet.draft.verified:
        return Cell(tr("Verified"), tone="good")
    return Cell(tr("Not verified"), tone="attention")


_COLUMNS = (
    Column("function", N_("Function"), 180, Kind.NAME,
           value=lambda row: function_words(row.draft.function), stretch=1),
    Column("channel", N_("Where"), 104, value=lambda row: channel_label(row.draft.channel)),
    Column("language", N_("Language"), 72, value=lambda row: row.draft.language.upper()),
    Column("who", N_("For"), 116, value=lambda row: " · ".join(who_for(row))),
    Column("words", N_("Words"), 220, value=_words, stretch=2),
    Column("state", N_("State"), 142, Kind.PILL, value=_state),
    Column("since", N_("From"), 88, Kind.QUIET, value=lambda row: since(row.draft.valid_from)),
)  # fmt: skip


class AddressFormsPage(ListPage):
    """Every template of today, narrowed by language, place, words and whether it is verified."""

    tables: ClassVar[frozenset[str]] = frozenset({"address_form"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Forms of address"))
        self.sheets: list[TemplateSheet] = []
        self._folded: dict[UUID, str] = {}
        self.dialog: Editor[TemplateEntry] | None = None
        back = Link(f"‹ {tr('Contacts')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Contacts"))
        back.clicked.connect(partial(desk.go, "contacts"))
        self.body.insertWidget(0, back)
        new = Button(tr("New form of address"), PRIMARY, icon="add")
        new.clicked.connect(self.new)
        self.buttons.addWidget(new)
        self._make_head()
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Forms of address"), desk.state)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.body.addWidget(TableCard(self.table), 1)
        self._inner = QWidget()
        self._inner.setObjectName("Clear")
        self._box = column(gap=0)
        self._inner.setLayout(self._box)
        self.detail: TemplateDetail | None = None
        self.set_pane(self._inner, name=tr("Form of address"))
        self.on("address_forms.edit", self._edit_chosen)
        self.on("address_forms.filter", self._go_to_filter)
        self._tell_nothing()

    def _make_head(self) -> None:
        every = (ALL, tr("All"))
        self.languages = ChipBar(
            [every, *language_choices()], str(language.current()), name=tr("Language")
        )
        self.channels = ChipBar([every, *channel_choices()], ALL, name=tr("Where"))
        self.unverified = Chip(tr("Not verified only"))
        self.unverified.clicked.connect(self._narrow)
        self.filter = SearchField(tr("Filter this list"), rest=120)
        self.filter.searched.connect(self._narrow)
        for bar in (self.languages, self.channels):
            bar.chosen.connect(self._narrow)
        self.filter.setMaximumWidth(theme.px(240))
        first = row(self.languages, self.unverified, self.filter, gap=12)
        first.setStretch(0, 1)
        for part in (self.unverified, self.filter):
            first.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(first)
        self.body.addWidget(self.channels)

    def refresh(self) -> None:
        """Ask for the templates of today."""
        self.desk.jobs.ask(template_sheets, clock.today(), then=self._came, owner=self)

    def _came(self, sheets: list[TemplateSheet]) -> None:
        self.sheets = sheets
        self._folded.clear()
        self._narrow()
        chosen = self.table.current_row()
        if chosen is not None:
            self._choose(chosen)

    def _narrow(self) -> None:
        spoken, channel = self.languages.current(), self.channels.current()
        typed = fold(self.filter.text().strip())
        doubtful = self.unverified.isChecked()
        shown = [
            one
            for one in self.sheets
            if spoken in (ALL, one.draft.language)
            and channel in (ALL, one.draft.channel)
            and not (doubtful and one.draft.verified)
            and (not typed or typed in self._searched(one))
        ]
        self.model.show(shown)
        total = trn("{n} form", "{n} forms", len(self.sheets))
        part = tr("{n} of {total} shown", n=number(len(shown)), total=number(len(self.sheets)))
        self.remark.say(total if len(shown) == len(self.sheets) else part)
        if shown and self.table.current_id() is None and not self.pane_is_folded():
            self.table.select_id(shown[0].id)

    def _searched(self, sheet: TemplateSheet) -> str:
        """What the filter looks in, folded once."""
        found = self._folded.get(sheet.id)
        if found is None:
            draft = sheet.draft
            found = fold(f"{function_words(draft.function)} {draft.template} {draft.source}")
            self._folded[sheet.id] = found
        return found

    # The pane

    def _choose(self, sheet: TemplateSheet | None) -> None:
        if sheet is None:
            self._tell_nothing()
            return
        self.desk.jobs.ask(
            template_history, sheet.id, then=partial(self._tell, sheet), owner=self,
            channel="template", urgent=True,
        )  # fmt: skip

    def _tell(self, sheet: TemplateSheet, wordings: Sequence[TemplateSheet]) -> None:
        made = TemplateDetail(sheet, shelf_of(self.sheets), wordings)
        made.edit.connect(self.edit)
        made.remove.connect(self._remove)
        clear(self._box)
        self.detail = made
        self._box.addWidget(made)

    def _tell_nothing(self) -> None:
        clear(self._box)
        self.detail = None
        words = tr("Choose a form of address in the list.")
        self._box.addWidget(Empty("mail", tr("Nothing chosen"), words))

    def _open(self, sheet: TemplateSheet) -> None:
        if self.pane_is_folded():
            self._choose(sheet)
            self.open_pane()
        else:
            self.edit(sheet)

    # Doing

    def edit(self, sheet: TemplateSheet) -> None:
        """Change a template, or correct it."""
        draft = sheet.draft
        entry = TemplateEntry(draft, shelf=shelf_of(self.sheets))

        def save(made: TemplateEntry, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                change_template, sheet.id, sheet.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        where = read(channel_label(draft.channel))
        parts = (function_words(draft.function), where, draft.language.upper(), *who_for(sheet))
        self._show(TemplateEditor.edit(self, " · ".join(parts), entry, save=save))

    def new(self) -> None:
        """Add a template for a function that has none of its own."""
        chosen = self.languages.current()
        draft = TemplateDraft(
            function="director", language=str(language.current()) if chosen == ALL else chosen
        )
        entry = TemplateEntry(draft, fresh=True, shelf=shelf_of(self.sheets))

        def save(made: TemplateEntry, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(add_template, made.draft, then=done, failed=failed, owner=self)

        self._show(TemplateEditor.edit(self, tr("New form of address"), entry, save=save))

    def _remove(self, sheet: TemplateSheet) -> None:
        self.desk.jobs.run(remove_template, sheet.id, failed=self.desk.complain, owner=self)

    def _edit_chosen(self) -> None:
        sheet = self.table.current_row()
        if sheet is not None:
            self.edit(sheet)

    def _go_to_filter(self) -> None:
        self.close_pane()
        self.filter.setFocus()
        self.filter.selectAll()

    def _show(self, dialog: Editor[TemplateEntry]) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None

    # Keeping

    def state(self) -> dict[str, Json]:
        """What is narrowed to."""
        return {
            "language": self.languages.current(),
            "channel": self.channels.current(),
            "filter": self.filter.text(),
            "unverified": self.unverified.isChecked(),
        }

    def restore(self, kept: dict[str, Json]) -> None:
        """Take it again."""
        self.languages.choose(str(kept.get("language", "")))
        self.channels.choose(str(kept.get("channel", "")))
        self.filter.setText(str(kept.get("filter", "")))
        self.unverified.setChecked(bool(kept.get("unverified")))

    def show_record(self, record: UUID) -> None:
        """Choose a template."""
        self.table.select_id(record)
