"""The office's templates of a noun: which there are, and what each brings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core.text import N_
from app.dossiers.commands import (
    add_template,
    change_template,
    copy_template,
    remove_template,
)
from app.dossiers.draft import LineDraft, TemplateDraft
from app.dossiers.queries import TemplateRow, templates
from app.dossiers.rules.templates import Part, part_label
from ui.actions import bind_keys
from ui.core import theme
from ui.core.buttons import PRIMARY, Button, ChipBar, IconButton
from ui.core.cards import Empty, column, row
from ui.core.columns import Column, Kind
from ui.core.labels import Link, Text
from ui.core.language import read, tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.dossiers.template_choice import brought
from ui.dossiers.template_lines import (
    LINE_COLUMNS,
    LineRow,
    line_editor,
    line_rows,
    name_editor,
)

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json
    from ui.dossiers.noun import Noun

ALL = ""


class TemplatesPage(ListPage):
    """The templates at the left, the lines of the one chosen beside them; a page for each noun."""

    tables: ClassVar[frozenset[str]] = frozenset({"template", "template_line"})
    noun: ClassVar[Noun]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Templates"))
        self.dialog: Editor[Any] | None = None
        self._wanted: UUID | None = None
        self._one: TemplateRow | None = None
        whose = tr(self.noun.title)
        back = Link(f"‹ {whose}", role="small_medium", ink="text2")
        back.setAccessibleName(whose)
        back.clicked.connect(partial(desk.go, self.noun.listed))
        self.body.insertWidget(0, back)
        new = Button(tr("New template"), PRIMARY, icon="add")
        new.clicked.connect(self.add)
        self.buttons.addWidget(new)
        self.model = ListModel(self._columns(), parent=self)
        self.table = Table(self.model, tr("Templates"), desk.state)
        self.lines_model = ListModel(LINE_COLUMNS, parent=self)
        self.lines = Table(self.lines_model, tr("Lines of the template"), desk.state)
        self._stack = QStackedLayout()
        holder = QWidget()
        holder.setLayout(self._stack)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._both())
        self._stack.addWidget(
            Empty(
                "duplicate",
                tr("No templates yet"),
                tr(self.noun.no_templates),
                (tr("New template"), self.add),
            )
        )
        self.body.addWidget(holder, 1)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _row: self.edit())
        self.lines.opened.connect(lambda _row: self.edit_line())
        self.table.menu_maker = self._fill_menu
        self.lines.menu_maker = self._fill_line_menu
        self.on(f"{self.noun.templates}.new", self.add)
        self.on(f"{self.noun.templates}.new_line", partial(self.add_line, Part.TASK))
        for name, do in (("edit", self.edit), ("remove", self._remove)):
            bind_keys(self.table, f"templates.{name}", do)
        for name, act in (
            ("edit", self.edit_line),
            ("up", partial(self._shift, -1)),
            ("down", partial(self._shift, 1)),
            ("remove", self._remove_line),
        ):
            bind_keys(self.lines, f"template_lines.{name}", act)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", N_("Template"), 210, Kind.NAME, stretch=2),
            Column("kind", N_("Kind"), 140, value=self._kind, stretch=1),
        )

    def _kind(self, one: TemplateRow) -> str:
        return self.noun.kind_words(one.draft.dossier_kind)

    def _both(self) -> QWidget:
        self._name = Text("", "heading", elide=True)
        self._told = Text("", "small", ink="text2", elide=True)
        self._parts = ChipBar([(ALL, tr("All"))], ALL, name=tr("Part of the template"))
        self._parts.chosen.connect(lambda _key: self._show_lines())
        menu = QMenu(self)
        for part in Part:
            menu.addAction(_part_verb(part), partial(self.add_line, part))
        add = Button(tr("Add a line"), icon="add", menu=menu)
        up, down = IconButton("chevron-up", tr("Earlier")), IconButton("chevron-down", tr("Later"))
        remove = IconButton("delete", tr("Remove the line"))
        up.clicked.connect(partial(self._shift, -1))
        down.clicked.connect(partial(self._shift, 1))
        remove.clicked.connect(self._remove_line)
        edit, copy = Button(tr("Edit…"), icon="edit"), Button(tr("Copy"), icon="copy")
        away = IconButton("delete", tr("Remove the template"))
        edit.clicked.connect(self.edit)
        copy.clicked.connect(self._copy)
        away.clicked.connect(self._remove)
        head = row(column(self._name, self._told, gap=0), edit, copy, away, gap=8)
        head.setStretch(0, 1)
        chips = row(self._parts, add, up, down, remove, gap=8)
        chips.setStretch(0, 1)
        right = column(head, chips, TableCard(self.lines), gap=12)
        right.setStretch(2, 1)
        self._list_card = TableCard(self.table)
        self._list_card.setFixedWidth(theme.px(380))
        whole = row(self._list_card, right, gap=16)
        whole.setStretch(1, 1)
        both = QWidget()
        both.setLayout(whole)
        return both

    # --- showing ---

    def state(self) -> dict[str, Json]:
        """The template chosen."""
        return {"record": self._one.id.hex if self._one else ""}

    def restore(self, kept: dict[str, Json]) -> None:
        """Choose it again."""
        from uuid import UUID

        if kept.get("record"):
            self._wanted = UUID(str(kept["record"]))

    def refresh(self) -> None:
        """Ask for all of them."""
        self.desk.jobs.ask(templates, self.noun.code, then=self._answered, owner=self)

    def show_record(self, record: UUID) -> None:
        """Choose a template once it is there."""
        self._wanted = record
        self.mark_stale()

    def _answered(self, rows: list[TemplateRow]) -> None:
        self.model.show(rows)
        self.remark.say(trn("{n} template", "{n} templates", len(rows)))
        self._stack.setCurrentIndex(0 if rows else 1)
        wanted, self._wanted = self._wanted, None
        if not self.table.select_id(wanted) and rows and self.table.current_id() is None:
            self.table.select_id(rows[0].id)
        self._show(self.table.current_row())

    def _show(self, one: TemplateRow | None) -> None:
        self._one = one
        self._name.say(one.name if one else "")
        self._told.say(f"{self._kind(one)} · {brought(one)}" if one else "")
        if one is not None:
            counted = [(str(part), f"{read(part_label(part))} · {one.count(part)}")
                       for part in Part]  # fmt: skip
            self._parts.offer([(ALL, tr("All")), *counted])
        self._show_lines()

    def _show_lines(self) -> None:
        one = self._one
        rows = line_rows(one.id, one.draft.lines, self._parts.current()) if one else []
        self.lines_model.show(rows)

    # --- templates ---

    def add(self) -> None:
        """Ask for a new template."""

        def save(made: TemplateDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(add_template, made, then=done, failed=failed)

        draft = TemplateDraft(noun=self.noun.code)
        self.dialog = name_editor(self.noun).edit(
            self, tr("New template"), draft, save=save, then=self.show_record
        )

    def edit(self) -> None:
        """Edit the name of the template chosen."""
        one = self._one
        if one is not None:
            title = tr("Edit {name}", name=one.name)
            editor = name_editor(self.noun)
            self.dialog = editor.edit(self, title, one.draft, save=self._saver(one))

    def _saver(self, one: TemplateRow) -> Any:
        def save(made: TemplateDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                change_template, one.id, one.revision, made, then=done, failed=failed
            )

        return save

    def _copy(self) -> None:
        if self._one is not None:
            self.desk.jobs.run(copy_template, self._one.id, then=self.show_record)

    def _remove(self) -> None:
        if self._one is not None:
            self.desk.jobs.run(remove_template, self._one.id)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit…"), self.edit)
        menu.addAction(tr("Copy"), self._copy)
        menu.addAction(tr("Remove"), self._remove)

    # --- lines ---

    def add_line(self, part: Part) -> None:
        """Ask for a new line, last of its part."""
        one = self._one
        if one is None:
            return

        def save(made: LineDraft, done: Done, failed: Failed) -> None:
            lines = list(one.draft.lines)
            same = [at for at, line in enumerate(lines) if line.kind == part]
            lines.insert(same[-1] + 1 if same else len(lines), made)
            self._keep(one, lines, done, failed)

        editor = line_editor(part, self.noun.code)
        self.dialog = editor.edit(self, _part_verb(part), LineDraft(part), save=save)

    def edit_line(self) -> None:
        """Edit the line chosen."""
        one, line = self._one, self.lines.current_row()
        if one is None or line is None:
            return

        def save(made: LineDraft, done: Done, failed: Failed) -> None:
            lines = list(one.draft.lines)
            lines[line.place] = made
            self._keep(one, lines, done, failed)

        editor = line_editor(Part(line.draft.kind), self.noun.code)
        title = read(part_label(line.draft.kind))
        self.dialog = editor.edit(self, title, line.draft, save=save)

    def _keep(self, one: TemplateRow, lines: list[LineDraft], done: Any, failed: Any) -> None:
        draft = replace(one.draft, lines=tuple(lines))
        self.desk.jobs.run(change_template, one.id, one.revision, draft, then=done, failed=failed)

    def _shift(self, by: int) -> None:
        """Move the line among those shown."""
        one, line = self._one, self.lines.current_row()
        shown: list[LineRow] = self.lines_model.rows()
        if one is None or line is None:
            return
        at = next(place for place, each in enumerate(shown) if each.id == line.id) + by
        if not 0 <= at < len(shown):
            return
        lines = list(one.draft.lines)
        there = shown[at].place
        lines.insert(there, lines.pop(line.place))
        self.lines.select_id(shown[at].id)
        self._keep(one, lines, None, self.desk.complain)

    def _remove_line(self) -> None:
        one = self._one
        gone = set(self.lines.selected_places())
        shown: list[LineRow] = self.lines_model.rows()
        away = {shown[at].place for at in gone}
        if one is not None and away:
            lines = [each for at, each in enumerate(one.draft.lines) if at not in away]
            self._keep(one, lines, None, self.desk.complain)

    def _fill_line_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit…"), self.edit_line)
        menu.addAction(tr("Earlier"), partial(self._shift, -1))
        menu.addAction(tr("Later"), partial(self._shift, 1))
        menu.addAction(tr("Remove"), self._remove_line)

    def restyle(self) -> None:
        """The list of templates grows with the text."""
        super().restyle()
        if hasattr(self, "_list_card"):
            self._list_card.setFixedWidth(theme.px(380))


def _part_verb(part: Part) -> str:
    return {
        Part.ITEM: tr("Line of the programme"),
        Part.TASK: tr("Task"),
        Part.ROLE: tr("Role"),
        Part.PAPER: tr("Paper"),
    }[part]
