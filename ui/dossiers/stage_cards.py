"""The cards at the head of the overview: what the next stage waits for, checklist, roles,
partners, papers.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.briefings.catalogue import paper
from app.dossiers.commands import (
    add_task,
    change_task,
    remove_task,
    set_done,
    set_papers,
    set_partners,
    set_roles,
)
from app.dossiers.draft import PartnerDraft, RoleDraft, TaskDraft
from app.dossiers.rules import label as stage_label
from ui.contacts.choices import finder
from ui.core import language, theme
from ui.core.buttons import QUIET, Button
from ui.core.cards import Card, clear, column, row
from ui.core.flow import Flow
from ui.core.labels import Link, Pill, Text
from ui.core.language import read, tr, trn
from ui.core.record_field import Choice
from ui.dossiers.checklist_view import ChecklistView
from ui.dossiers.stage_editors import (
    ChecklistEditor,
    PapersDraft,
    PartnerEditor,
    PartnerEntry,
    RoleEditor,
    papers_editor,
)
from ui.dossiers.template_lines import paper_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.dossiers.queries import DossierOverview, PartnerRow, TaskRow
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.dossiers.noun import Noun


ALL = 10_000


class StageCards(QWidget):
    """Signals `printed(kind)` for a paper, `templated()` for a template to apply.

    `overview` is the query of a noun that answers a `DossierOverview`; `most` is how many waiting
    tasks are shown at first, the nearest.
    """

    printed = Signal(str)
    templated = Signal()

    def __init__(self, desk: Desk, noun: Noun, overview: Any, most: int = ALL) -> None:
        super().__init__()
        self._most = most
        self._noun = noun
        self._overview = overview
        self._jobs = desk.jobs
        self._record: UUID | None = None
        self.shown: DossierOverview | None = None
        self.dialog: Editor[Any] | None = None
        self._all = self._whole = False
        self._next = self._stage_card()
        checklist = self._checklist_card()
        self._roles = self._side_card(tr("Roles"), tr("Add a role"), self._add_role)
        self._partners = self._side_card(tr("Partners"), tr("Add a partner"), self._add_partner)
        self._papers = self._side_card(tr("Papers needed"), tr("Choose papers"), self._ask_papers)
        side = column(*(card for card, _ in (self._roles, self._partners, self._papers)), None,
                      gap=12)  # fmt: skip
        below = row(column(checklist, None), side, gap=12)
        below.setStretch(0, 3)
        below.setStretch(1, 2)
        self.setLayout(column(self._next, below, gap=12))

    # --- building ---

    def _stage_card(self) -> Card:
        self._next_words = Text("", "strong")
        self._open = QWidget()
        self._open_flow = Flow(self._open)
        self.forward = Button("")
        self.forward.clicked.connect(self._go_forward)
        line = row(self._next_words, self._open, self.forward, gap=12)
        line.setStretch(1, 1)
        for part in (self._next_words, self._open):
            line.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        card = Card(margin=12).add(line)
        card.hide()
        return card

    def _checklist_card(self) -> Card:
        self.checklist = ChecklistView()
        self.checklist.ticked.connect(self._tick)
        self.checklist.opened.connect(self._edit_task)
        self._counted = Text("", "small", ink="text2")
        self._done = Link("", role="small_medium")
        self._done.clicked.connect(self._toggle_done)
        self._later = Link("", role="small_medium")
        self._later.clicked.connect(self._toggle_later)
        add = Button(tr("New task"), icon="add")
        add.clicked.connect(self.add_task)
        template = Button(tr("Apply a template…"))
        template.clicked.connect(self.templated)
        head = row(Text(tr("Checklist"), "strong"), self._counted, None, template, add, gap=8)
        self._empty = Text(
            tr(self._noun.no_tasks),
            ink="text2",
            wrap=True,
        )
        return Card().add(
            head, self.checklist, self._empty, row(self._later, self._done, None, gap=16)
        )

    @staticmethod
    def _side_card(title: str, verb: str, do: Callable[[], object]) -> tuple[Card, Any]:
        link = Link(verb, role="small_medium")
        link.clicked.connect(do)
        card = Card(margin=12, gap=6).add(row(Text(title, "strong"), None, link))
        card.setAccessibleName(title)
        box = column(gap=6)
        card.body.addLayout(box)
        return card, box

    # --- showing ---

    def show_record(self, record: UUID) -> None:
        """Ask for what belongs to a dossier."""
        if record != self._record:
            self._record, self._all, self._whole = record, False, False
        self._jobs.ask(
            self._overview, record, language.current(),
            then=self._answered, owner=self, channel="overview",
        )  # fmt: skip

    def _answered(self, found: DossierOverview) -> None:
        self.shown = found
        self._show_next(found)
        self._show_tasks()
        self._fill(self._roles[1], [self._role_lines(found)] if found.roles else [],
                   tr("Announcer, usher, interpreter, photographer…"))  # fmt: skip
        self._fill(self._partners[1], [self._partner(one) for one in found.partners],
                   tr("Whose contacts it serves, and what they wish."))  # fmt: skip
        self._fill(self._papers[1], [self._paper(one) for one in found.papers],
                   tr("Nothing chosen yet."))  # fmt: skip

    def _show_next(self, found: DossierOverview) -> None:
        clear(self._open_flow)
        self._next.setVisible(found.following is not None)
        if found.following is None:
            return
        words = read(stage_label(found.following, self._noun.code))
        self._next_words.say(tr("Next stage: {stage}", stage=words))
        self.forward.setText(tr("To: {stage}", stage=words))
        self.forward.restyle()
        told = [Pill(read(one), "attention") for one in found.open]
        for pill in told or [Pill(tr("Nothing open"), "good")]:
            self._open_flow.addWidget(pill)
            pill.show()
        names = ", ".join(read(one) for one in found.open) or tr("Nothing open")
        self._next.setAccessibleName(f"{self._next_words.words()}: {names}")

    def _show_tasks(self) -> None:
        found = self.shown
        if found is None:
            return
        waiting = [one for one in found.tasks if one.done_on is None]
        done = [one for one in found.tasks if one.done_on is not None]
        shown = waiting if self._whole else waiting[: self._most]
        self.checklist.show_tasks([*shown, *(done if self._all else ())])
        left = len(waiting) - self._most
        self._later.setVisible(left > 0)
        later = trn("Show {n} later one", "Show {n} later ones", left)
        self._later.setText(tr("Hide what is later") if self._whole else later)
        self._later.restyle()
        self._empty.setVisible(not found.tasks)
        self._counted.say(
            tr("{done} of {n} done", done=len(done), n=len(found.tasks)) if found.tasks else ""
        )
        self._done.setVisible(bool(done))
        hidden = trn("Show {n} done", "Show {n} done", len(done))
        self._done.setText(tr("Hide what is done") if self._all else hidden)
        self._done.restyle()

    def _toggle_later(self) -> None:
        self._whole = not self._whole
        self._show_tasks()

    def _toggle_done(self) -> None:
        self._all = not self._all
        self._show_tasks()

    @staticmethod
    def _fill(box: Any, lines: list[QWidget], nothing: str) -> None:
        clear(box)
        for line in lines or [Text(nothing, "small", ink="text2", wrap=True)]:
            box.addWidget(line)

    def _role_lines(self, found: DossierOverview) -> QWidget:
        """Role, name and phone under each other."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for at, one in enumerate(found.roles):
            link = Link(one.role, ink="text")
            link.setAccessibleName(tr("Edit {name}", name=one.role))
            link.clicked.connect(partial(self._edit_role, at))
            who = Text(one.name or tr("nobody yet"), ink="text" if one.name else "attention_ink",
                       elide=True)  # fmt: skip
            grid.addWidget(link, at, 0)
            grid.addWidget(who, at, 1)
            grid.addWidget(Text(one.phone, "small", ink="text2", selectable=True), at, 2)
        return holder

    def _partner(self, one: PartnerRow) -> QWidget:
        link = Link(one.of.name, ink="text")
        link.setAccessibleName(tr("Edit {name}", name=one.of.name))
        link.clicked.connect(partial(self._edit_partner, one))
        holder = QWidget()
        wish = Text(one.draft.wish, "small", ink="text2", wrap=True)
        holder.setLayout(column(link, wish, gap=0) if one.draft.wish else column(link))
        return holder

    def _paper(self, kind: str) -> QWidget:
        name = paper_words(kind)
        words = Text(name, elide=True)
        known = paper(kind) is not None
        show = Link(tr("Print"), role="small_medium")
        show.setAccessibleName(tr("Print {name}", name=name))
        show.setVisible(known)
        show.clicked.connect(partial(self.printed.emit, kind))
        line = row(words, show)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    # --- stage and tasks ---

    def _go_forward(self) -> None:
        if self.shown is not None and self.shown.following is not None:
            self._jobs.run(self._noun.staging, self.shown.id, self.shown.following)

    def _tick(self, one: TaskRow) -> None:
        self._jobs.run(set_done, one.id, one.done_on is None)

    def add_task(self) -> None:
        """Ask for a new task of the checklist."""
        record = self._record
        if record is None:
            return

        def save(made: TaskDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(add_task, made, then=done, failed=failed, owner=self)

        draft = TaskDraft(dossier=record)
        self.dialog = ChecklistEditor.edit(self, tr("New task"), draft, save=save)

    def _edit_task(self, one: TaskRow) -> None:
        def save(made: TaskDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_task, one.id, one.revision, made, then=done, failed=failed, owner=self
            )

        self.dialog = ChecklistEditor.edit(self, tr("Task"), one.draft, save=save)
        self._removable(partial(self._jobs.run, remove_task, one.id))

    # --- roles, partners, papers ---

    def _add_role(self) -> None:
        self._edit_role(None)

    def _edit_role(self, at: int | None) -> None:
        found = self.shown
        if found is None:
            return
        was = found.roles[at] if at is not None else RoleDraft()

        def roles(made: RoleDraft | None) -> list[RoleDraft]:
            kept = list(found.roles)
            place = at if at is not None else len(kept)
            kept[place : place + 1] = [made] if made else []
            return kept

        def save(made: RoleDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                set_roles, found.id, roles(made), found.roles, then=done, failed=failed, owner=self
            )

        self.dialog = RoleEditor.edit(self, tr("Role"), was, save=save)
        if at is not None:
            self._removable(partial(self._jobs.run, set_roles, found.id, roles(None), found.roles))

    def _add_partner(self) -> None:
        self._edit_partner(None)

    def _edit_partner(self, row_: PartnerRow | None) -> None:
        found = self.shown
        if found is None:
            return
        others = [one.draft for one in found.partners if row_ is None or one.of != row_.of]
        entry = PartnerEntry(
            row_.draft if row_ else PartnerDraft(),
            Choice(row_.of.id, row_.of.name) if row_ else None,
            finder(self._jobs, self, "organisation"),
        )

        def save(made: PartnerEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                set_partners, found.id, [*others, made.draft],
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        self.dialog = PartnerEditor.edit(self, tr("Partner"), entry, save=save)
        if row_ is not None:
            self._removable(partial(self._jobs.run, set_partners, found.id, others))

    def _ask_papers(self) -> None:
        found = self.shown
        if found is None:
            return

        def save(made: PapersDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(set_papers, found.id, made.kinds, then=done, failed=failed, owner=self)

        title = tr("Papers needed")
        self.dialog = papers_editor(self._noun.code).edit(
            self, title, PapersDraft(found.papers), save=save
        )

    def _removable(self, do: Callable[[], object]) -> None:
        """A button at the left of the foot that takes the thing away; the toast brings it back."""
        dialog = self.dialog
        if dialog is None:
            return
        button = Button(tr("Remove"), QUIET, icon="delete")
        button.clicked.connect(partial(_away, dialog, do))
        dialog.foot.insertWidget(0, button)


def _away(dialog: Editor[Any], do: Callable[[], object], *_: object) -> None:
    dialog.form.dirty = False
    dialog.reject()
    do()
