"""Work on the chosen contacts together: each verb is one Step, one undo, with progress."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.contacts.commands import add_members, change_people, remove_members
from app.contacts.draft import BulkDraft, TagDraft
from app.contacts.queries import mailing_sets, offered_tags, tags
from app.contacts.rules.views import PERSON, Conditions
from app.dossiers.bulk_tasks import SharedTaskDraft, add_tasks
from ui.contacts.bulk_dialogs import BulkEditor, SharedTaskEditor, TagChoice, TagEditor
from ui.contacts.bulk_steps import tag_all, untag_all
from ui.contacts.interests import spoken_tag, tag_key
from ui.contacts.mailing_sets import (
    MailingSetManager,
    MembersDraft,
    MembersEditor,
    new_mailing_set,
)
from ui.contacts.tag_manager import TagManager
from ui.core import language
from ui.core.language import tr, trn
from ui.core.progress import ProgressPanel
from ui.core.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from ui.contacts.manage import ManageDialog
    from ui.contacts.view_work import ViewWork
    from ui.contacts.work import ContactWork
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk, ListPage

MANY = 300
"""From so many on, progress is shown."""


class BulkWork(QObject):
    """Each verb takes the chosen people and organisations; `views` shows who bears a tag."""

    views: ViewWork

    def __init__(self, page: ListPage, desk: Desk, work: ContactWork) -> None:
        super().__init__(page)
        self._page, self._desk, self._jobs, self._work = page, desk, desk.jobs, work
        self._room = page.body
        self.manager: ManageDialog | None = None
        self.dialog: Editor[Any] | None = None
        self.panel: ProgressPanel | None = None

    def do(self, what: str, people: list[UUID], organisations: list[UUID]) -> None:
        """Do one of the verbs of `many` with the chosen contacts."""
        verbs: dict[str, Callable[[list[UUID], list[UUID]], object]] = {
            "invite": self._invite,
            "bulk": self.edit,
            "give_tag": self.tag,
            "take_tag": self.untag,
            "set": self.add_to_set,
            "task": self.task,
            "merge": self._work.merge,
            "export": self._work.export_chosen,
            "remove": self._work.remove,
        }
        verbs[what](people, organisations)

    def _invite(self, people: list[UUID], _organisations: list[UUID]) -> None:
        self._work.invite(people)

    # Tags and mailing sets of the office

    def manage_tags(self) -> None:
        """Show the tags of the office."""
        self._manage(TagManager(self._page, self._jobs, self.show_tag))

    def manage_sets(self) -> None:
        """Show the mailing sets of the office."""
        self._manage(MailingSetManager(self._page, self._jobs, self.show_set))

    def _manage(self, dialog: ManageDialog) -> None:
        self.manager = dialog
        dialog.finished.connect(self._managed)
        dialog.open()

    def _managed(self) -> None:
        self.manager = None

    def show_tag(self, tag: str, name: str) -> None:
        """List who bears a tag, in any role."""
        self.views.show_passing(name, Conditions(tags=(tag,)))

    def show_set(self, one: str, name: str) -> None:
        """List who is in a mailing set."""
        self.views.show_passing(name, Conditions(sets=(one,), show=PERSON))

    # Verbs

    def edit(self, people: Sequence[UUID], _organisations: Sequence[UUID]) -> None:
        """Change fields of people."""
        if not self._some(people):
            return

        def save(made: BulkDraft, done: Done, failed: Failed) -> None:
            self._run(
                change_people, list(people), made, count=len(people), done=done, failed=failed
            )

        title = trn("Change {n} person", "Change {n} people together", len(people))
        self._open(BulkEditor.edit(self._page, title, BulkDraft(), save=save))

    def tag(self, people: Sequence[UUID], organisations: Sequence[UUID]) -> None:
        """Give a tag."""
        self._jobs.ask(offered_tags, then=partial(self._ask_tag, people, organisations, tag_all),
                       owner=self, urgent=True)  # fmt: skip

    def untag(self, people: Sequence[UUID], organisations: Sequence[UUID]) -> None:
        """Take a tag away."""
        self._jobs.ask(_known_tags, then=partial(self._ask_tag, people, organisations, untag_all),
                       owner=self, urgent=True)  # fmt: skip

    def _ask_tag(
        self,
        people: Sequence[UUID],
        organisations: Sequence[UUID],
        command: Callable[..., int],
        offered: list[TagDraft],
    ) -> None:
        count = len(people) + len(organisations)
        taking = command is untag_all

        def save(made: TagChoice, done: Done, failed: Failed) -> None:
            self._run(command, list(people), list(organisations), made.drafts(), made.role,
                      count=count, done=done, failed=failed)  # fmt: skip

        spoken = language.current()
        known = {tag_key(one): (spoken_tag(one, spoken), one) for one in offered}
        if taking:
            title = trn("Take a tag from {n} contact", "Take a tag from {n} contacts", count)
        else:
            title = trn("Give {n} contact a tag", "Give {n} contacts a tag", count)
        entry = TagChoice(offered=known, taking=taking)
        self._open(TagEditor.edit(self._page, title, entry, save=save))

    def task(self, people: Sequence[UUID], organisations: Sequence[UUID]) -> None:
        """Add the same task for each."""
        count = len(people) + len(organisations)

        def save(made: SharedTaskDraft, done: Done, failed: Failed) -> None:
            self._run(add_tasks, list(people), list(organisations), made, count=count, done=done,
                      failed=failed)  # fmt: skip

        title = trn("A task for {n} contact", "A task for each of {n} contacts", count)
        self._open(SharedTaskEditor.edit(self._page, title, SharedTaskDraft(), save=save))

    def add_to_set(self, people: Sequence[UUID], _organisations: Sequence[UUID]) -> None:
        """Put people in a mailing set; where there is none, make one first."""
        if self._some(people):
            self._jobs.ask(mailing_sets, then=partial(self._ask_set, people), owner=self,
                           urgent=True)  # fmt: skip

    def _ask_set(self, people: Sequence[UUID], rows: list[Any], chosen: str = "") -> None:
        if not rows:
            self._open(new_mailing_set(self._page, self._jobs, partial(self._set_made, people)))
            return

        def save(made: MembersDraft, done: Done, failed: Failed) -> None:
            self._run(add_members, made.set_id, list(people), reinvite=made.reinvite,
                      count=len(people), done=done, failed=failed)  # fmt: skip

        title = trn("Add {n} person to a mailing set", "Add {n} people to a mailing set",
                    len(people))  # fmt: skip
        entry = MembersDraft(chosen or rows[0].id.hex, rows=tuple(rows))
        self._open(MembersEditor.edit(self._page, title, entry, save=save))

    def _set_made(self, people: Sequence[UUID], made: UUID) -> None:
        self._run(add_members, made, list(people), count=len(people))

    def take_out(self, set_id: UUID, people: Sequence[UUID]) -> None:
        """Take people out of a mailing set."""
        self._run(remove_members, set_id, list(people), count=len(people))

    def _some(self, people: Sequence[UUID]) -> bool:
        if not people:
            self._desk.say(tr("Choose people first: this is not for organisations."))
        return bool(people)

    def _run(
        self,
        command: Callable[..., Any],
        *args: object,
        count: int,
        done: Done | None = None,
        failed: Failed | None = None,
        **values: Any,
    ) -> None:
        """Run a command; of many records with progress and Cancel, the dialog closed at once."""
        if count < MANY:
            self._jobs.run(command, *args, then=done, failed=failed, owner=self, **values)
            return
        watch = Watch(self)
        self.panel = ProgressPanel(tr("Working on {n} contacts", n=language.number(count)), watch)
        self._room.insertWidget(1, self.panel)
        if done is not None:
            done(None)
        told, broken = partial(self._finished, watch), partial(self._broken, watch)
        self._jobs.run(command, *args, then=told, failed=broken, owner=self, watch=watch, **values)

    def _finished(self, watch: Watch, _result: object) -> None:
        watch.finished.emit()
        self._drop_panel()

    def _broken(self, watch: Watch, error: Exception) -> None:
        watch.finished.emit()
        self._drop_panel()
        self._desk.complain(error)

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self._room.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None

    def _open(self, dialog: Editor[Any]) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None


def _known_tags(session: Any) -> list[TagDraft]:  # a session: ui knows no SQL
    return [row.draft for row in tags(session)]
