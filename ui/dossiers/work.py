"""What people do with the office's memory: each opens a dialog and runs a command when it is kept.

One object serves a page: `do(what, data, subject)` for what its parts ask, `log`, `task`, `gift`,
`attach` and `timeline` for its buttons and keys.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.core import clock, settings
from app.dossiers.commands import (
    add_gift,
    add_task,
    change_gift,
    change_moment,
    change_task,
    hand_over,
    log_moment,
    remove_gift,
    remove_moment,
    remove_task,
    set_done,
)
from app.dossiers.draft import GiftDraft, MomentDraft, TaskDraft
from app.dossiers.queries import (
    GiftRow,
    MomentSheet,
    Named,
    StockRow,
    TaskRow,
    gift,
    gift_stock,
    moment_sheet,
    one_task,
)
from app.dossiers.rules import Direction
from app.receptions.queries import Earlier, given_alike
from ui.contacts.choices import finder
from ui.core import language
from ui.core.buttons import QUIET, Button
from ui.core.language import read, tr, trn
from ui.core.record_field import Choice
from ui.dossiers.agreement_work import AgreementWork
from ui.dossiers.document_work import DocumentWork
from ui.dossiers.gift_editor import GiftEditor, GiftEntry
from ui.dossiers.moment_editor import MomentEditor, MomentEntry
from ui.dossiers.subject import DOSSIERS, Subject
from ui.dossiers.task_editor import TaskEditor, TaskEntry
from ui.dossiers.timeline_dialog import TimelineDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.overview.entries import TimelineRow
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk


class MemoryWork(QObject):
    """`opened(kind, id)` shows a person, an organisation or a dossier.

    `dialog` is the dialog that is open, `whole` the timeline that is.
    """

    def __init__(self, page: QWidget, desk: Desk, opened: Callable[[str, UUID], object]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._jobs = desk.jobs
        self._opened = opened
        self.documents = DocumentWork(page, desk)
        self.agreements = AgreementWork(page, desk)
        self.dialog: Editor[Any] | None = None
        self.whole: TimelineDialog | None = None

    def do(self, what: str, data: Any, subject: Subject) -> None:
        """What a part asked for; `data` is its row."""
        acts: dict[str, Callable[[], object]] = {
            "log": partial(self.log, subject),
            "task": partial(self.task, subject),
            "gift": partial(self.gift, subject),
            "plan_gift": partial(self.gift, subject, planned=True),
            "gift_received": partial(self.gift, subject, received=True),
            "edit_gift": partial(self.edit_gift, data),
            "give": partial(self.give, data),
            "agreement": partial(self.agreements.add, subject),
            "edit_agreement": partial(self.agreements.edit, data),
            "timeline": partial(self.timeline, subject),
            "attach": partial(self.documents.attach, subject),
            "open": partial(self.open, data),
            "tick": partial(self.tick, data),
            "edit_task": partial(self.edit_task, data),
            "edit_moment": partial(self.edit_moment, data),
            "open_document": partial(self.documents.open, data),
            "save_document": partial(self.documents.save, data),
            "rename_document": partial(self.documents.rename, data),
            "remove_document": partial(self.documents.remove, data),
        }
        if what in acts:
            acts[what]()

    # Moments

    def log(self, subject: Subject) -> None:
        """Log a contact with whom the subject names, perhaps with a task that follows."""
        draft = MomentDraft(
            clock.today(), by=settings.who(), dossier=subject.links().get("dossier")
        )
        entry = MomentEntry(
            draft,
            subject.people,
            subject.organisation,
            TaskDraft(owner=settings.who()),
            look_people=finder(self._jobs, self, "person"),
            look_posts=finder(self._jobs, self, "organisation"),
        )

        def save(made: MomentEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                log_moment, made.draft, made.follow_up, then=done, failed=failed, owner=self
            )

        many = len(subject.people)
        title = trn("Log contact with {n} person", "Log contact with {n} people", many)
        title = title if many > 1 else tr("Log contact")
        self._open(MomentEditor.edit(self._page, title, entry, save=save))

    def edit_moment(self, moment_id: UUID) -> None:
        """Read a moment, then edit it."""
        self._ask(moment_sheet, moment_id, self._moment_read)

    def _moment_read(self, sheet: MomentSheet) -> None:
        entry = MomentEntry(
            sheet.draft,
            tuple(_choice(one) for one in sheet.people),
            _choice(sheet.organisation) if sheet.organisation else None,
            offers_task=False,
            look_people=finder(self._jobs, self, "person"),
            look_posts=finder(self._jobs, self, "organisation"),
        )

        def save(made: MomentEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_moment, sheet.id, sheet.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        dialog = MomentEditor.edit(self._page, tr("Contact"), entry, save=save)
        self._removable(dialog, remove_moment, sheet.id)
        self._open(dialog)

    # Tasks

    def task(self, subject: Subject) -> None:
        """Ask for a new task about the subject."""
        own = subject.kind not in DOSSIERS
        person = subject.person() if own else None
        where = subject.organisation if own and person is None else None
        draft = TaskDraft(owner=settings.who())
        entry = self._task_entry(draft, person, where, subject.dossier)

        def save(made: TaskEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(add_task, made.draft, then=done, failed=failed, owner=self)

        self._open(TaskEditor.edit(self._page, tr("New task"), entry, save=save))

    def edit_task(self, row: TaskRow) -> None:
        """Edit a task as just read."""
        about = {one.kind: _choice(one) for one in row.about}
        entry = self._task_entry(
            row.draft, about.get("person"), about.get("organisation"), _dossier(about)
        )

        def save(made: TaskEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_task, row.id, row.revision, made.draft, then=done, failed=failed, owner=self
            )

        dialog = TaskEditor.edit(self._page, tr("Task"), entry, save=save)
        self._removable(dialog, remove_task, row.id)
        self._open(dialog)

    def tick(self, row: TaskRow) -> None:
        """A task is done, or open again."""
        self._jobs.run(set_done, row.id, row.done_on is None)

    def _task_entry(
        self,
        draft: TaskDraft,
        person: Choice | None,
        organisation: Choice | None,
        dossier: Choice | None,
    ) -> TaskEntry:
        jobs = self._jobs
        return TaskEntry(
            draft, person, organisation, dossier,
            finder(jobs, self, "person"), finder(jobs, self, "organisation"),
            finder(jobs, self, *DOSSIERS),
        )  # fmt: skip

    # Gifts

    def gift(self, subject: Subject, *, planned: bool = False, received: bool = False) -> None:
        """Register a gift to or from the subject; a planned one has no day yet."""
        person = subject.person()
        draft = GiftDraft(
            given_on=None if planned else clock.today(),
            direction=Direction.IN if received else Direction.OUT,
        )
        party = person or subject.organisation
        named = party.title if party else ""
        draft = replace(draft, giver=named) if received else replace(draft, receiver=named)
        entry = self._gift_entry(draft, person, subject.organisation, subject.dossier)

        def save(made: GiftEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(add_gift, made.draft, then=done, failed=failed, owner=self)

        title = tr("Plan a gift") if planned else tr("Register a gift")
        self._open(GiftEditor.edit(self._page, title, entry, save=save))

    def give(self, gift_id: UUID) -> None:
        """A planned gift was given today."""
        self._jobs.run(hand_over, gift_id, clock.today())

    def edit_gift(self, gift_id: UUID) -> None:
        """Read a gift, then edit it."""
        self._ask(gift, gift_id, self._gift_read)

    def _gift_read(self, row: GiftRow) -> None:
        about = {one.kind: _choice(one) for one in row.about}
        entry = self._gift_entry(
            row.draft, about.get("person"), about.get("organisation"), _dossier(about), row.id,
        )  # fmt: skip

        def save(made: GiftEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_gift, row.id, row.revision, made.draft, then=done, failed=failed, owner=self
            )

        dialog = GiftEditor.edit(self._page, tr("Gift"), entry, save=save)
        self._removable(dialog, remove_gift, row.id)
        self._open(dialog)

    def _gift_entry(
        self,
        draft: GiftDraft,
        person: Choice | None,
        organisation: Choice | None,
        dossier: Choice | None,
        own: UUID | None = None,
    ) -> GiftEntry:
        jobs = self._jobs
        draft = replace(
            draft,
            person=person.id if person else None,
            organisation=organisation.id if organisation else None,
            dossier=dossier.id if dossier else None,
        )

        def before(asked: GiftDraft, answer: Callable[[Sequence[Earlier]], object]) -> None:
            jobs.ask(
                given_alike, asked, language.current(), own,
                then=answer, channel="given before",
            )  # fmt: skip

        def stock(answer: Callable[[Sequence[StockRow]], object]) -> None:
            jobs.ask(gift_stock, then=answer, owner=self, channel="stock")

        return GiftEntry(
            draft, person, organisation, dossier,
            finder(jobs, self, "person"), finder(jobs, self, "organisation"),
            finder(jobs, self, *DOSSIERS), before, stock,
        )  # fmt: skip

    # Timelines

    def timeline(self, subject: Subject) -> None:
        """Show the whole timeline."""
        dialog = TimelineDialog(self._page, self._desk, subject)
        dialog.opened.connect(self.open)
        dialog.finished.connect(self._whole_closed)
        self.whole = dialog
        dialog.open()

    def _whole_closed(self) -> None:
        if self.whole is not None:
            self.whole.deleteLater()
        self.whole = None

    def open(self, row: TimelineRow) -> None:
        """Show the record of a line."""
        acts: dict[str, Callable[[UUID], object]] = {
            "moment": self.edit_moment,
            "gift": self.edit_gift,
            "task": lambda record: self._ask(one_task, record, self.edit_task),
            "document": self.documents.open_by_id,
        }
        if row.ref_kind in acts:
            acts[row.ref_kind](row.ref_id)
        elif row.ref_kind == "letter":
            self._show_letter(row.ref_id, read(row.title))
        elif row.ref_kind in ("person", "organisation", "reception", "mission"):
            if self.whole is not None:
                self.whole.accept()
            self._opened(row.ref_kind, row.ref_id)

    # Inside

    def _show_letter(self, record: UUID, name: str) -> None:
        from ui.contacts.letter_paper import LetterPaper  # printing is loaded on the first print

        LetterPaper(self._page, self._desk, record, name).open()

    def _ask(self, query: Any, record: UUID, then: Callable[[Any], object]) -> None:
        self._jobs.ask(
            query, record, language.current(), then=then, failed=self._desk.complain, owner=self,
            urgent=True,
        )  # fmt: skip

    def _removable(self, dialog: Editor[Any], command: Any, record: UUID) -> None:
        """A button at the left of the foot that takes the record away; the toast takes it back."""
        button = Button(tr("Remove"), QUIET, icon="delete")
        button.clicked.connect(partial(self._remove, dialog, command, record))
        dialog.foot.insertWidget(0, button)

    def _remove(self, dialog: Editor[Any], command: Any, record: UUID) -> None:
        dialog.form.dirty = False
        dialog.reject()
        self._jobs.run(command, record)

    def _open(self, dialog: Editor[Any]) -> None:  # whatever it edits
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name)


def _dossier(about: dict[str, Choice]) -> Choice | None:
    """The reception or mission among what a record is about."""
    return next((about[kind] for kind in DOSSIERS if kind in about), None)
