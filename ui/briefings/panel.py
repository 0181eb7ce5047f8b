"""Documents with their preview: choose, look, save, print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QWidget

from app.briefings.catalogue import CATALOGUE, Paper
from app.briefings.house import Audience
from app.core.text import Language
from ui.briefings.pages_view import POINTS, PagesView, draw_page, page_sizes
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, column, row
from ui.core.columns import Column, Kind
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from app.briefings.blocks import Document
    from app.core.text import Sentence
    from ui.core.page import Desk

PRINT_SCALE = 300 / POINTS
_LANGUAGES = ((Language.NL, "NL"), (Language.FR, "FR"), (Language.EN, "EN"))
_OWN = "own"
"""In place of a language: each reader's own."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A document as a row of the list."""

    id: UUID
    paper: Paper


_COLUMNS = (Column("title", "", 280, Kind.NAME, value=lambda row: tr(row.paper.title), stretch=1),)


@dataclass(frozen=True, slots=True)
class Made:
    """A printed document: its bytes, its pages, what a person should know."""

    pdf: bytes
    sizes: list[tuple[float, float]]
    warnings: tuple[Sentence, ...]


def make(document: Document) -> Made:
    """Print a document to bytes; for the background."""
    from app.briefings.paper import print_bytes

    printed = print_bytes(document)
    return Made(printed.data, page_sizes(printed.data), printed.warnings)


class WhomBox(QComboBox):
    """Chooses everybody, or one group or person a paper can be made for; typing finds a name."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("For whom"))
        self.setMaxVisibleItems(16)
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(tr("Everybody"), "")
        self._wanted = ""
        self.hide()

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Show these (key, words) behind everybody; the choice stays where it is still offered."""
        wanted = self._wanted or self.whom()
        self.clear()
        self.addItem(tr("Everybody"), "")
        for key, words in choices:
            self.addItem(words, key)
        self._wanted = ""
        self.setCurrentIndex(max(self.findData(wanted), 0))

    def want(self, whom: str) -> None:
        """Choose somebody, now or as soon as they are offered."""
        self._wanted = whom
        self.setCurrentIndex(max(self.findData(whom), 0))

    def whom(self) -> str:
        """The key chosen, "" for everybody."""
        return self._wanted or str(self.currentData() or "")

    def words(self) -> str:
        """The words chosen, "" for everybody."""
        return self.currentText() if self.whom() else ""


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
        self._save = Button(tr("Save as PDF…"))
        self._print = Button(tr("Print…"), PRIMARY, icon="print")
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._lay_out()
        self._list.chosen.connect(lambda _row: self._paper_chosen())
        self._whom.activated.connect(lambda _place: self.refresh())
        self._languages.chosen.connect(lambda _key: self.refresh())
        self._audiences.chosen.connect(lambda _key: self.refresh())
        self._list.select_id(self._papers[0].id)
        for part in (self._listed, self._languages, self._audiences):
            part.setVisible(not alone)

    def show_record(self, record: UUID | None, name: str) -> None:
        """Show the documents of a record."""
        self._record, self._name = record, name
        self._paper_chosen()

    def _paper_chosen(self) -> None:
        """Offer what this paper can be made for and in, and make it."""
        choices = self.paper.choices
        languages = [(str(key), words) for key, words in _LANGUAGES]
        if choices is not None:
            current = self._languages.current() if self._whom.isVisibleTo(self) else _OWN
            self._languages.offer([(_OWN, tr("Own language")), *languages], current)
        else:
            usual = self._languages.current()
            own = str(language.current()) if usual == _OWN else usual
            self._languages.offer(languages, own)
        self._whom.setVisible(choices is not None)
        if choices is not None and self._record is not None:
            ask = self._desk.jobs.ask
            ask(choices, self._record, then=self._whom.offer, owner=self, channel="paper whom")
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
        right = column(head, self._warnings, self._pages, gap=12)
        right.setStretch(2, 1)
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
        self._made = None
        self._enable(on=False)
        self._asked += 1
        asked = self._asked

        def composed(document: Document) -> None:
            self._desk.jobs.background(make, document, then=printed, failed=failed, owner=self)

        def printed(made: Made) -> None:
            if asked == self._asked:
                self._show(made)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._pages.clear()
                self._failed(error)

        self._desk.jobs.ask(
            self.paper.make,
            self._record,
            None if self._languages.current() == _OWN else Language(self._languages.current()),
            Audience(self._audiences.current()),
            self._whom.whom() if self.paper.choices is not None else "",
            then=composed,
            failed=failed,
            owner=self,
            channel="paper",
        )

    def _show(self, made: Made) -> None:
        self._made = made
        self._remark.say(trn("{n} page", "{n} pages", len(made.sizes)))
        self._warnings.say("\n".join(read(one) for one in made.warnings[:5]))
        self._pages.show_pdf(made.pdf, made.sizes)
        self._enable(on=True)

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
        pdf = self._made.pdf

        def written(_nothing: object) -> None:
            self._desk.say(tr("Saved {name}", name=path.name))

        self._desk.jobs.background(
            path.write_bytes, pdf, then=written, failed=self._failed, owner=self
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

        def printed(_nothing: object) -> None:
            self._desk.say(tr("Sent to the printer"))

        self._desk.jobs.background(
            put_on_paper, self._made, printer, then=printed, failed=self._failed, owner=self
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
