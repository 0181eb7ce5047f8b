"""Documents with their preview: choose, look, save, print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.briefings.catalogue import CATALOGUE, Paper
from app.briefings.house import Audience
from app.core.text import Language, say
from app.dossiers.commands import hand_out
from app.dossiers.draft import PrintingDraft
from ui.briefings.history_bar import HistoryBar
from ui.briefings.making import Composed, Made, Now, compose, make, standing_now
from ui.briefings.pages_view import POINTS, PagesView, draw_page
from ui.briefings.whom_box import OWN, WhomBox
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, clear, column, row
from ui.core.columns import Column, Kind
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.problems import is_cancel
from ui.core.progress import ProgressPanel
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.core.watch import Watch

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ui.core.jobs import Changes
    from ui.core.page import Desk

PRINT_SCALE = 300 / POINTS
_PATIENCE = 500
"""Milliseconds before progress is shown: most papers are there by then."""
_LANGUAGES = ((Language.NL, "NL"), (Language.FR, "FR"), (Language.EN, "EN"))


@dataclass(frozen=True, slots=True)
class _Listed:
    """A document as a row of the list."""

    id: UUID
    paper: Paper


_COLUMNS = (Column("title", "", 280, Kind.NAME, value=lambda row: tr(row.paper.title), stretch=1),)


class PaperPanel(QWidget):
    """The documents of one record (or of the office), one of them shown as it will print."""

    def __init__(self, desk: Desk, of: str, *, alone: bool = False) -> None:
        """`alone` is for a paper that is one of its kind, in one language, for one reader."""
        super().__init__()
        self._desk = desk
        self._record: UUID | None = None
        self._name = ""
        self._made: Made | None = None
        self._asked = 0
        self._stale = False
        self._alone = alone
        self._watch: Watch | None = None
        self._papers = [
            _Listed(uuid5(NAMESPACE_OID, one.kind), one) for one in CATALOGUE if one.of == of
        ]
        self._list = Table(ListModel(_COLUMNS, self._papers), tr("Documents"))
        self._list.horizontalHeader().hide()
        listed = TableCard(self._list)
        listed.setFixedWidth(theme.px(280))
        self._listed = listed
        chosen = str(language.current())
        self._languages = ChipBar(list(_LANGUAGES), chosen, name=tr("Language of the paper"))
        self._audiences = ChipBar(
            [(str(Audience.INTERNAL), tr("Internal")), (str(Audience.EXTERNAL), tr("External"))],
            str(Audience.INTERNAL),
            name=tr("Audience"),
        )
        self._whom = WhomBox()
        self._pages = PagesView(desk.jobs)
        self._remark = Text("", "small", ink="text2", elide=True)
        self._warnings = Banner("Notice")
        self.history = HistoryBar()
        self._again = Banner("Notice")
        retry = Button(tr("Make it"))
        retry.clicked.connect(self.refresh)
        self._again.beside.addWidget(retry)
        self._progress = QVBoxLayout()
        self._save = Button(tr("Save as PDF…"))
        self._print = Button(tr("Print…"), PRIMARY, icon="print")
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._lay_out()
        self._list.chosen.connect(lambda _row: self._paper_chosen())
        self._whom.activated.connect(lambda _place: self.refresh())
        self._languages.chosen.connect(lambda _key: self.refresh())
        self._audiences.chosen.connect(lambda _key: self.refresh())
        self.history.toggled.connect(self.refresh)
        desk.jobs.changed.connect(self._changed)
        self._list.select_id(self._papers[0].id)
        for part in (self._listed, self._languages, self._audiences):
            part.setVisible(not alone)

    def show_record(self, record: UUID | None, name: str) -> None:
        """Show the documents of a record, once somebody looks at them."""
        self._record, self._name = record, name
        self._offer()
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make what went stale while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _offer(self) -> None:
        """Offer for whom, and in which languages, this paper can be made."""
        choices = self.paper.choices
        languages = [(str(key), words) for key, words in _LANGUAGES]
        chosen = self._languages.current()
        if choices is None:
            self._languages.offer(languages, str(language.current()) if chosen == OWN else chosen)
        else:
            own = chosen if self._whom.isVisibleTo(self) else OWN
            self._languages.offer([(OWN, tr("Own language")), *languages], own)
            if self._record is not None:
                ask = self._desk.jobs.ask
                ask(choices, self._record, then=self._whom.offer, owner=self, channel="paper whom")
        self._whom.setVisible(choices is not None)

    def _paper_chosen(self) -> None:
        self._offer()
        self.refresh()

    def show_for(self, kind: str, whom: str = "") -> None:
        """Show one kind of document for a group or a person, by their key."""
        self._whom.want(whom)
        self.choose(kind)

    def choose(self, kind: str) -> None:
        """Show one kind of document, the others beside it."""
        self._list.select_id(uuid5(NAMESPACE_OID, kind))

    def show_only(self, kind: str) -> None:
        """Show one kind of document, without the list of the others."""
        self._list.select_id(uuid5(NAMESPACE_OID, kind))
        self._listed.hide()

    def _lay_out(self) -> None:
        chosen = (self._languages, self._audiences, self._whom)
        head = row(*chosen, self._remark, self._save, self._print, gap=12)
        head.setStretch(3, 1)
        right = column(head, self.history, self._warnings, self._again, self._progress, self._pages,
                       gap=12)  # fmt: skip
        right.setStretch(5, 1)
        whole = row(self._listed, right, gap=16)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def paper(self) -> Paper:
        """The document chosen."""
        chosen: _Listed | None = self._list.current_row()
        return (chosen or self._papers[0]).paper

    @property
    def is_shown(self) -> bool:
        """Whether the document chosen is made, so that it can be saved and printed."""
        return self._made is not None

    def refresh(self) -> None:
        """Make the document anew and show it."""
        if self._record is None and self.paper.of:
            return
        self._remark.say(tr("One moment…"))
        self._made, self._stale = None, False
        self._again.say("")
        self._enable(on=False)
        self._stop()
        self._asked += 1
        asked = self._asked

        def composed(found: Composed) -> None:
            if asked == self._asked:
                self._print_out(found, asked)

        self._desk.jobs.ask(
            compose,
            self.paper,
            self._record,
            *self._reader(),
            self._whom.whom() if self.paper.choices is not None else "",
            marks=self.history.wants_marks,
            then=composed,
            failed=partial(self._gave_up, asked),
            owner=self,
            channel="paper",
        )

    def _reader(self) -> tuple[Language | None, Audience]:
        """In which language (None: each in their own) and for whom."""
        chosen = self._languages.current()
        spoken = None if chosen == OWN else Language(chosen)
        return spoken, Audience(self._audiences.current())

    def _print_out(self, found: Composed, asked: int) -> None:
        """Print what was composed, with progress where it takes long."""
        made = found.edition
        self.history.show_standing(made.standing, found.gone, is_kept=made.is_kept)
        watch = self._watch = Watch(self)
        QTimer.singleShot(_PATIENCE, watch, partial(self._show_progress, watch))

        def printed(done: Made) -> None:
            if asked != self._asked:
                return
            self._watch = None
            if watch.cancelled:  # it was done before it heard of that
                self._tell_stopped()
            else:
                self._show(done)

        self._desk.jobs.background(
            make, made, then=printed, failed=partial(self._gave_up, asked), owner=self, watch=watch
        )

    def _show_progress(self, watch: Watch) -> None:
        if watch is self._watch:
            panel = ProgressPanel(tr("Making {paper}", paper=tr(self.paper.title)), watch)
            clear(self._progress)
            self._progress.addWidget(panel)

    def _stop(self) -> None:
        """What is being made for somebody who looks elsewhere by now need not be finished."""
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        clear(self._progress)

    def _gave_up(self, asked: int, error: Exception) -> None:
        if asked != self._asked:
            return
        self._watch = None
        if is_cancel(error):
            self._tell_stopped()
        else:
            self._pages.clear()
            self._failed(error)

    def _tell_stopped(self) -> None:
        self._pages.clear()
        self._remark.say("")
        self._again.say(tr("Stopped: the paper was not made."))

    def _show(self, made: Made) -> None:
        self._made = made
        clear(self._progress)
        self._remark.say(trn("{n} page", "{n} pages", len(made.sizes)))
        self._warnings.say("\n".join(read(one) for one in made.warnings[:5]))
        self._pages.show_pdf(made.pdf, made.sizes)
        self._enable(on=True)

    def _hand_out(self, made: Made) -> None:
        """Note that the paper is out, where it keeps its printings."""
        if self._record is None or not made.edition.is_kept:
            return
        spoken, audience = self._reader()
        draft = PrintingDraft(self.paper.kind, spoken or "", audience, made.edition.lines)
        self._desk.jobs.run(
            hand_out, self._record, draft, say(self.paper.title), failed=self._failed, owner=self
        )

    def _changed(self, changes: Changes) -> None:
        """A printing was noted or taken back, here or elsewhere: the line says so."""
        made = self._made
        if "printing" not in changes.tables or made is None or self._record is None:
            return
        if made.edition.is_kept:
            self._desk.jobs.ask(
                standing_now, self.paper, self._record, *self._reader(), made.edition.lines,
                then=self._show_standing, owner=self, channel="printings",
            )  # fmt: skip

    def _show_standing(self, now: Now) -> None:
        self.history.show_standing(now.standing, now.gone, is_kept=True)

    def _failed(self, error: Exception) -> None:
        self._remark.say("")
        self._desk.complain(error)

    def _enable(self, *, on: bool) -> None:
        self._save.setEnabled(on)
        self._print.setEnabled(on)

    def file_name(self) -> str:
        """A name for the file: what it is, of what, in which language."""
        whom = self._whom.words() if self.paper.choices is not None else ""
        parts = (tr(self.paper.title), self._name, whom, self._languages.current())
        return " - ".join(part for part in parts if part).replace("/", "-") + ".pdf"

    def save(self) -> None:
        """Ask where, and write the PDF there."""
        if self._made is None:
            return
        start = str(Path.home() / self.file_name())
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Save as PDF"), start, tr("PDF files (*.pdf)")
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the PDF to a file."""
        if self._made is None:
            return
        made = self._made

        def written(_nothing: object) -> None:
            self._desk.say(tr("Saved {name}", name=path.name))
            self._hand_out(made)

        self._desk.jobs.background(
            path.write_bytes, made.pdf, then=written, failed=self._failed, owner=self
        )

    def print(self) -> None:
        """Ask for a printer, and print the pages as they are shown."""
        if self._made is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.file_name())
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Send the pages to a printer, in the background."""
        if self._made is None:
            return
        made = self._made

        def printed(_nothing: object) -> None:
            self._desk.say(tr("Sent to the printer"))
            self._hand_out(made)

        self._desk.jobs.background(
            put_on_paper, made, printer, then=printed, failed=self._failed, owner=self
        )


def put_on_paper(made: Made, printer: QPrinter) -> None:
    """Paint every page on a printer at 300 dots an inch, at its true size."""
    painter = QPainter()
    for at, (width, height) in enumerate(made.sizes):
        landscape = width > height
        layout = QPageLayout.Orientation
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(layout.Landscape if landscape else layout.Portrait)
        if at == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        picture = draw_page(made.pdf, at, PRINT_SCALE)
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.stride,
            QImage.Format.Format_RGB32,
        )  # fmt: skip
        dots = printer.resolution() / POINTS
        painter.drawImage(QRectF(0, 0, width * dots, height * dots), image)
    painter.end()
