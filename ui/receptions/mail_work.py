"""Sending from a page: the last look, the password, the progress with Cancel, resuming."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.mailing.sending import mailing_draft
from app.mailing.settings import keep_password, password_of
from app.receptions.commands import begin_mailing
from app.receptions.rules.messages import message_label
from ui.core.language import read, tr, trn
from ui.core.progress import ProgressPanel
from ui.receptions.letters_dialogs import SendDialog, SendWish
from ui.receptions.mail_run import MailRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from app.mailing.sending import Run
    from app.mailing.writing import Post
    from app.receptions.draft import MailingDraft
    from app.receptions.queries import MailingRow, Recipient
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


class MailWork(QObject):
    """Shows its progress in `box` of the page; tells `moved()` when a run begins and ends."""

    def __init__(
        self, page: QWidget, desk: Desk, box: QVBoxLayout, moved: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._box, self._moved = page, desk, box, moved

    @property
    def busy(self) -> bool:
        """Whether letters are under way in this window."""
        return MailRun.of(self._desk.jobs) is not None

    def send(self, post: Post, people: Sequence[Recipient]) -> None:
        """A last look, then a mailing begins; where no server is set, its settings come first."""
        from ui.settings.mail_settings import MailSettingsEditor

        if self.busy:
            return
        if not post.settings.ready:
            MailSettingsEditor.begin(self._page, self._desk)
            return
        self._with_password(post, partial(self._look, post, tuple(people)))

    def _look(self, post: Post, people: tuple[Recipient, ...], known: str | None) -> None:
        rest = tuple(one for one in post.recipients if one not in people)
        wish = SendWish(people, rest, post.settings, asks=known is None)

        def save(made: SendWish, done: Done, failed: Failed) -> None:
            def begun(mailing: UUID) -> None:
                done(mailing)
                self._run(mailing, self._typed(made) if known is None else known)

            def listed(draft: MailingDraft) -> None:
                self._desk.jobs.run(
                    begin_mailing, post.round.reception, draft, then=begun, failed=failed,
                    owner=self,
                )  # fmt: skip

            self._desk.jobs.background(
                mailing_draft, post, made.chosen, then=listed, failed=failed, owner=self
            )

        SendDialog.edit(self._page, read(message_label(post.round.kind)), wish, save=save)

    def resume(self, post: Post, mailing: MailingRow) -> None:
        """Send on what waits of a mailing."""

        def go_on(known: str | None) -> None:
            if known is not None:
                self._run(mailing.id, known)
                return
            wish = SendWish((), (), post.settings, asks=True)
            typed = SendDialog.ask(self._page, read(message_label(mailing.kind)), wish)
            if typed is not None:
                self._run(mailing.id, self._typed(typed))

        if not self.busy:
            self._with_password(post, go_on)

    def _with_password(self, post: Post, then: Callable[[str | None], None]) -> None:
        """Go on with the kept password: "" where the server asks none, None where none is kept."""
        if not post.settings.user:
            then("")
            return
        self._desk.jobs.background(
            password_of, post.settings, then=then, failed=self._desk.complain, owner=self
        )

    def _typed(self, wish: SendWish) -> str:
        if wish.keep:
            self._desk.jobs.background(keep_password, wish.settings, wish.password, owner=self)
        return wish.password

    def follow(self) -> None:
        """Show the progress of a run that another page began."""
        run = MailRun.of(self._desk.jobs)
        if run is not None and not self._box.count():
            self._follow(run)

    def _run(self, mailing: UUID, password: str) -> None:
        run = MailRun(self._desk.jobs, mailing, password)
        self._follow(run)
        run.begin()

    def _follow(self, run: MailRun) -> None:
        panel = ProgressPanel(tr("Letters go out by mail"), run.watch)
        self._box.addWidget(panel)
        run.ended.connect(partial(self._ended, panel))
        self._moved()

    def _ended(self, panel: ProgressPanel, run: Run, why: str) -> None:
        panel.setParent(None)
        panel.deleteLater()
        words = trn("{n} letter went out.", "{n} letters went out.", run.sent)
        self._desk.say(f"{words} {why}".strip())
        QTimer.singleShot(0, self, self._moved)
