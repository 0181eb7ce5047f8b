"""Invitations and letters of a reception: the words, who gets them, the paper, what went out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from app.mailing.output import write_drafts
from app.mailing.sending import mailing_draft
from app.mailing.writing import Post, post_of
from app.receptions.commands import drop_own_message, keep_messages, note_posted
from app.receptions.draft import MailingDraft, MessageDraft
from app.receptions.queries import mailings
from app.receptions.rules.messages import (
    MESSAGE_LABELS,
    Channel,
    Message,
    channel_label,
    message_label,
)
from ui.actions import bind_keys
from ui.briefings.pages_view import PagesView
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, Empty, column, row
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.receptions.letters_columns import MAILING_COLUMNS, RECIPIENT_COLUMNS, Line, is_mail, remarks
from ui.receptions.letters_dialogs import PaperDialog, PaperEntry
from ui.receptions.letters_paper import letter, paper
from ui.receptions.mail_work import MailWork
from ui.receptions.message_editor import MessageEditor, MessageEntry
from ui.receptions.send_log import SendLog

if TYPE_CHECKING:
    from uuid import UUID

    from app.briefings.paper import Printed
    from app.receptions.queries import MailingRow, ReceptionSheet, Recipient
    from ui.briefings.making import Made
    from ui.core.editor import Done, Failed
    from ui.core.jobs import Changes
    from ui.core.page import Desk

TABLES = frozenset({"mailing", "sending", "message_template", "setting"})
_LOOK_EVERY = 1500
"""Milliseconds between two looks at the log while letters go out."""


class LettersTab(QWidget):
    """Choose a message and a way; the list says who gets it, the paper how it looks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: ReceptionSheet | None = None
        self._post: Post | None = None
        self._chosen: set[UUID] = set()
        self._touched: set[UUID] = set()
        self._stale = True
        self._kinds = ChipBar(
            [(str(one), tr(words)) for one, words in MESSAGE_LABELS.items()],
            str(Message.INVITATION),
            name=tr("Message"),
        )
        self._ways = ChipBar(
            [(str(one), read(channel_label(one))) for one in (Channel.MAIL, Channel.POST)],
            str(Channel.MAIL),
            name=tr("How"),
        )
        self.model = ListModel(RECIPIENT_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Who gets it"), desk.state)
        self.log = ListModel(MAILING_COLUMNS, parent=self)
        self.mailings = Table(self.log, tr("What went out"), desk.state)
        self._notice = Banner("Notice")
        self._count = Text("", "strong")
        self._known = Text("", "small", ink="text2", wrap=True)
        self._pages = PagesView(desk.jobs)
        self._stack = QStackedLayout()
        self._resume = Button(tr("Send the rest"), icon="mail")
        self._progress = column()
        self.mail = MailWork(self, desk, self._progress, self._mail_moved)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_LOOK_EVERY)
        self._looking.timeout.connect(self._look_at_log)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        edit = Button(tr("Edit text…"), icon="edit")
        edit.clicked.connect(self.edit_text)
        self._own = Button(tr("The office’s text again"))
        self._own.clicked.connect(self.use_office_text)
        paper = Button(tr("On paper…"), icon="print")
        paper.clicked.connect(self.ask_paper)
        drafts = Button(tr("Mail drafts…"), icon="save")
        drafts.clicked.connect(self.ask_drafts)
        self._send = Button(tr("Send…"), PRIMARY, icon="mail")
        self._send.clicked.connect(self.send)
        tools = row(self._count, None, self._ways, edit, self._own, paper, drafts, self._send)
        box = QWidget()
        box.setLayout(self._stack)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(TableCard(self.table))
        self._stack.addWidget(
            Empty("mail", tr("Nobody is meant by this message now"), tr(
                "The list follows the replies: invitations go to guests proposed or invited,"
                " reminders to those who did not answer, thanks to those who came."
            ))
        )  # fmt: skip
        log_head = row(Text(tr("What went out"), "strong"), None, self._resume)
        log = TableCard(self.mailings)
        log.setMinimumHeight(theme.px(72))
        log.setMaximumHeight(theme.px(112))
        self._log_box = QWidget()
        self._log_box.setLayout(column(log_head, log, gap=8))
        left = column(box, self._known, self._log_box, gap=8)
        left.setStretch(0, 3)
        left.setStretch(2, 1)
        both = row(left, self._pages, gap=16)
        both.setStretch(0, 5)
        both.setStretch(1, 3)
        whole = column(self._kinds, tools, self._notice, self._progress, both, gap=12)
        whole.setStretch(4, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._kinds.chosen.connect(lambda _key: self._ask(fresh=True))
        self._ways.chosen.connect(lambda _key: self._ask(fresh=True))
        self.table.chosen.connect(lambda _row: self._preview())
        self.table.opened.connect(lambda _row: self.toggle())
        bind_keys(self.table, "letters.toggle", self.toggle)
        self.mailings.opened.connect(self._open_log)
        self._resume.clicked.connect(self.resume)
        self._desk.jobs.changed.connect(self._changed)

    # --- showing ---

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Show the letters of a reception."""
        other = self._sheet is None or self._sheet.id != sheet.id
        self._sheet = sheet
        self._ask(fresh=other)

    def choose(self, kind: str, way: str = Channel.MAIL) -> None:
        """Choose a message and a way."""
        self._kinds.choose(kind)
        self._ways.choose(way)
        self._ask(fresh=True)

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Ask for what went stale while nobody looked."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        if self._stale:
            self._ask()
        self.mail.follow()

    def _changed(self, changes: Changes) -> None:
        if not TABLES & changes.tables:
            return
        if self.mail.busy:
            if not self._looking.isActive():
                self._looking.start()
            return
        self._ask()

    def _ask(self, *, fresh: bool = False) -> None:
        """Ask who gets what; `fresh` forgets who was chosen by hand."""
        if fresh:
            self._touched.clear()
        if self._sheet is None or not self.isVisible():
            self._stale = True
            return
        self._stale = False
        kind, way = self._kinds.current(), self._ways.current()
        self._desk.jobs.ask(
            post_of, self._sheet.id, kind, way, language.current(), then=self._answered,
            failed=self._desk.complain, owner=self, channel="letters",
        )  # fmt: skip
        self._look_at_log()

    def _look_at_log(self) -> None:
        if self._sheet is not None and self.isVisible():
            self._desk.jobs.ask(
                mailings, self._sheet.id, then=self._logged, owner=self, channel="mailings"
            )

    def _logged(self, rows: list[MailingRow]) -> None:
        self.log.show(rows)
        self._log_box.setVisible(bool(rows))
        waits = any(one.open and one.channel == Channel.MAIL for one in rows)
        self._resume.setVisible(waits and not self.mail.busy)

    def _answered(self, post: Post) -> None:
        self._post = post
        there = {one.id for one in post.recipients}
        self._touched &= there
        ready = {one.id for one in post.recipients if one.ready}
        self._chosen = {one for one in self._chosen & self._touched if one in there} | (
            ready - self._touched
        )
        own = next((row for row in post.round.texts.values() if row.own), None)
        self._own.setVisible(own is not None)
        self._notice.say("\n".join(read(one) for one in post.round.remarks))
        self._show()
        if self.model.rowCount() and self.table.current_id() is None:
            self.table.selectRow(0)
        self._preview()

    def _show(self) -> None:
        post = self._post
        if post is None:
            return
        by_post = post.round.channel == Channel.POST
        lines = [Line(one, one.id in self._chosen, by_post) for one in post.recipients]
        self.model.show(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        count = len(self._picked())
        of_all = trn("{k} of {n} gets it", "{k} of {n} get it", len(lines), k=count)
        self._count.say(of_all if lines else "")
        self._send.setVisible(is_mail(post.round.channel))
        self._send.setEnabled(bool(count) and not self.mail.busy)

    def _picked(self) -> list[Recipient]:
        post = self._post
        if post is None:
            return []
        return [one for one in post.recipients if one.id in self._chosen and not one.problems]

    def _preview(self) -> None:
        """The letter of the current guest, as it prints; what is known of them under the list."""
        line: Line | None = self.table.current_row()
        post = self._post
        known = "" if line is None else "\n".join(read(one) for one in remarks(line))
        self._known.say(known)
        self._known.setVisible(bool(known))
        if line is None or post is None or str(line.to.language) not in post.round.texts:
            self._pages.clear()
            return
        asked = line.id

        def printed(made: Made) -> None:
            if self.table.current_id() == asked and self._post is post:
                self._pages.show_pdf(made.pdf, made.sizes)

        self._desk.jobs.background(
            letter, post, line.to, then=printed, failed=self._desk.complain, owner=self
        )

    # --- choosing ---

    def toggle(self) -> None:
        """Let the selected guests get it, or not: one by one those who can."""
        lines = [one for one in self.model.rows() if one.id in set(self.table.selected_ids())]
        able = [one for one in lines if not one.to.problems]
        give = any(not one.chosen for one in able)
        for one in able:
            self._touched.add(one.id)
            if give:
                self._chosen.add(one.id)
            else:
                self._chosen.discard(one.id)
        self._show()

    # --- the text ---

    def edit_text(self) -> None:
        """Edit the text in the language of the current guest."""
        post = self._post
        if post is None:
            return
        line: Line | None = self.table.current_row()
        spoken = str(line.to.language if line else post.round.profile.language)
        row_of = post.round.texts.get(spoken)
        draft = row_of.draft if row_of else MessageDraft(post.round.kind, spoken)
        entry = MessageEntry(post, draft, line.id if line else None)

        def save(made: MessageEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(keep_messages, made.texts, then=done, failed=failed, owner=self)

        MessageEditor.edit(self, read(message_label(post.round.kind)), entry, save=save)

    def use_office_text(self) -> None:
        """Take away the reception's own texts of this message."""
        if self._post is not None:
            for one in self._post.round.texts.values():
                if one.own:
                    self._desk.jobs.run(drop_own_message, one.id)

    # --- sending ---

    def send(self) -> None:
        """A last look, then a mailing begins."""
        if self._post is not None:
            self.mail.send(self._post, self._picked())

    def resume(self) -> None:
        """Send what still waits of the newest open mailing."""
        waits = next(
            (one for one in self.log.rows() if one.open and one.channel == Channel.MAIL), None
        )
        if waits is not None:
            self._resume_one(waits)

    def _resume_one(self, mailing: MailingRow) -> None:
        if self._post is not None:
            self.mail.resume(self._post, mailing)

    def _mail_moved(self) -> None:
        """Letters began to go out, or none goes out any more."""
        if self.mail.busy:
            self._send.setEnabled(False)
            self._resume.hide()
        else:
            self._ask()

    def _open_log(self, mailing: MailingRow) -> None:
        log = SendLog(self, self._desk, mailing, partial(self._resume_one, mailing))
        log.exec()
        log.deleteLater()

    # --- on paper and as drafts ---

    def ask_paper(self) -> None:
        """Ask what to put on paper, then where."""
        entry = PaperDialog.ask(self, tr("On paper"), PaperEntry())
        if entry is None or self._post is None:
            return
        start = str(Path.home() / f"{self._file_name(tr(entry.wish.what))}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Save as PDF"), start, tr("PDF files (*.pdf)")
        )
        if chosen:
            self.put_on_paper(entry, Path(chosen))

    def put_on_paper(self, entry: PaperEntry, path: Path) -> None:
        """Write the PDF; then note the letters as sent where that was asked."""
        post, people = self._post, self._picked()
        if post is None:
            return

        def written(printed: Printed) -> None:
            told = trn("{name}: {n} page", "{name}: {n} pages", printed.pages, name=path.name)
            warned = " ".join(read(one) for one in printed.warnings[:3])
            self._desk.say(f"{told} {warned}".strip())
            if entry.went_out:
                self._note(post, people, Channel.POST)

        self._desk.jobs.background(
            paper, post, people, entry, path, then=written, failed=self._desk.complain, owner=self
        )

    def _note(self, post: Post, people: list[Recipient], channel: Channel) -> None:
        def listed(draft: MailingDraft) -> None:
            self._desk.jobs.run(
                note_posted, post.round.reception, draft, failed=self._desk.complain, owner=self
            )

        self._desk.jobs.background(
            mailing_draft, post, people, channel, then=listed, failed=self._desk.complain,
            owner=self,
        )  # fmt: skip

    def ask_drafts(self) -> None:
        """Ask for a folder and write a mail draft for each."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for the drafts"))
        if chosen:
            self.save_drafts(Path(chosen) / self._file_name(""))

    def save_drafts(self, folder: Path) -> None:
        """Write the drafts into a folder; one press notes them as sent, so nobody gets a second."""
        post, people = self._post, self._picked()
        if post is None or not people:
            return

        def written(files: list[Path]) -> None:
            words = trn("{n} draft in {folder}", "{n} drafts in {folder}", len(files),
                        folder=folder.name)  # fmt: skip
            note = partial(self._note, post, people, Channel.DRAFTS)
            self._desk.say(words, tr("Note them as sent"), note)

        self._desk.jobs.background(
            write_drafts, post, people, folder, then=written, failed=self._desk.complain, owner=self
        )

    def _file_name(self, what: str) -> str:
        title = self._sheet.draft.dossier.title if self._sheet else ""
        kind = read(message_label(self._kinds.current()))
        return " - ".join(part for part in (kind, what, title) if part).replace("/", "-")[:90]
