"""The golden book: its pages, prepared, signed, scanned."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QFileDialog

from app.core.text import N_
from app.dossiers.taking import taken
from app.receptions.commands import (
    add_golden_page,
    change_golden_page,
    remove_golden_page,
    set_golden_scan,
)
from app.receptions.draft import GoldenPageDraft
from app.receptions.queries import GoldenRow, golden_pages, golden_suggestion
from ui.briefings.one_paper import OnePaper
from ui.contacts.choices import finder, no_finder
from ui.contacts.manage import ManageDialog
from ui.core import language
from ui.core.buttons import QUIET, Button
from ui.core.columns import Cell, Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import LongTextField, TextField
from ui.core.form import Form
from ui.core.language import day, tr
from ui.core.record_field import Choice, RecordField
from ui.dossiers.document_work import DocumentWork

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.errors import Problem
    from app.dossiers.draft import DocumentDraft
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.core.record_field import Answer, Search


def _when(row: GoldenRow) -> str:
    known = row.draft.signed_on or row.day
    return day(known, "weekday") if known else tr("no date yet")


def _state(row: GoldenRow) -> Cell:
    if row.scan is not None:
        return Cell(tr("scanned"), tone="good")
    if row.draft.signed_on is not None:
        return Cell(tr("signed"), tone="accent")
    return Cell(tr("to be signed"), tone="attention")


def _signed_by(row: GoldenRow) -> str:
    return ", ".join(row.draft.signatories.split("\n"))


COLUMNS = (
    Column("when", N_("Day"), 130, value=_when),
    Column("title", N_("Occasion"), 210, Kind.NAME, stretch=2),
    Column("state", N_("State"), 116, Kind.PILL, value=_state),
    Column("words", N_("How it begins"), 240, value=lambda row: row.first_line, stretch=3),
    Column("signatories", N_("Signed by"), 180, value=_signed_by, stretch=2),
)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page in its editor with its reception by name; `suggest` gives words for a reception."""

    draft: GoldenPageDraft = field(default_factory=GoldenPageDraft)
    reception: Choice | None = None
    look: Search = field(default=no_finder, compare=False)
    suggest: Callable[[UUID, Callable[[GoldenPageDraft], object]], object] | None = field(
        default=None, compare=False
    )

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class PageEditor(Editor[PageEntry]):
    """Edits a page; a button suggests the words."""

    width_wanted = 620

    def build(self) -> Form:
        """The form, empty."""
        lines = tr("A line each, as it is to be written on the page.")
        return Form(
            [
                RecordField("reception", tr("At the reception"), self._find),
                LongTextField("words", tr("Words"), lines=6, hint=lines),
                LongTextField(
                    "signatories", tr("Who signs"), lines=3, hint=tr("A name each line.")
                ),
                [
                    DateField("signed_on", tr("Signed on")),
                    TextField("note", tr("Note"), placeholder=tr("Page 214")),
                ],
            ]
        )

    def _lay_out(self, title: str) -> None:
        super()._lay_out(title)
        self.suggestion = Button(tr("Suggest the words"), QUIET, icon="star")
        self.suggestion.clicked.connect(self._suggest)
        self.foot.insertWidget(0, self.suggestion)

    def _find(self, text: str, answer: Answer) -> None:
        self._entry.look(text, answer)

    def fill(self, draft: PageEntry) -> None:
        """Show a page."""
        self._entry = draft
        page = draft.draft
        names = ("words", "signatories", "signed_on", "note")
        values: dict[str, object] = {name: getattr(page, name) for name in names}
        self.form.set_values(values | {"reception": draft.reception})

    def _suggest(self) -> None:
        chosen = cast("RecordField", self.form["reception"]).choice()
        if chosen is not None and self._entry.suggest is not None:
            self._entry.suggest(chosen.id, self._suggested)

    def _suggested(self, made: GoldenPageDraft) -> None:
        self.form["words"].set_value(made.words)
        self.form["signatories"].set_value(made.signatories)
        self.form.dirty = True

    def draft(self) -> PageEntry:
        """The page as typed."""
        values: dict[str, Any] = self.form.values()
        chosen = cast("RecordField", self.form["reception"]).choice()
        page = GoldenPageDraft(
            str(values["words"]),
            str(values["signatories"]),
            values["signed_on"],
            str(values["note"]),
            chosen.id if chosen else None,
        )
        return replace(self._entry, draft=page, reception=chosen)


class GoldenBook(ManageDialog):
    """The pages of the book, or those of one reception; new ones are then of that reception."""

    def __init__(self, parent: QWidget | None, desk: Desk, reception: Choice | None = None) -> None:
        self.dialog: Editor[Any] | None = None
        self._desk = desk
        self._reception = reception
        self._documents: DocumentWork | None = None
        of = reception.id if reception else None
        super().__init__(
            parent,
            desk.jobs,
            title=tr("Golden book"),
            told=reception.title if reception else tr(
                "Every page the city’s guests signed, and those that are to be signed."
            ),
            columns=COLUMNS,
            query=_Pages(of),
            tables=frozenset({"golden_book_page", "document", "dossier", "reception"}),
            empty=("star", tr("No page of the golden book yet"),
                   tr("Prepare a page: the words can be suggested from the reception.")),
            verbs=(
                (tr("Prepare a page"), False, self._new),
                (tr("Edit…"), True, self._edit),
                (tr("Page to print…"), True, self._print),
                (tr("Add the scan…"), True, self._scan),
                (tr("Open the scan"), True, self._open_scan),
                (tr("Remove"), True, self._remove),
            ),
        )  # fmt: skip
        self.resize(self.width() + 160, self.height())
        self._documents = DocumentWork(self, desk)

    def _entry(self, draft: GoldenPageDraft, reception: Choice | None) -> PageEntry:
        def suggest(of: UUID, answer: Callable[[GoldenPageDraft], object]) -> None:
            self._jobs.ask(golden_suggestion, of, language.current(), then=answer, owner=self)

        return PageEntry(draft, reception, finder(self._jobs, self, "reception"), suggest)

    def _new(self, _row: GoldenRow | None) -> None:
        if self._reception is None:
            self._begin(GoldenPageDraft())
        else:
            self._jobs.ask(
                golden_suggestion, self._reception.id, language.current(),
                then=self._begin, owner=self,
            )  # fmt: skip

    def _begin(self, draft: GoldenPageDraft) -> None:
        def save(made: PageEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(add_golden_page, made.draft, then=done, failed=failed, owner=self)

        self.dialog = PageEditor.edit(
            self, tr("Page of the golden book"), self._entry(draft, self._reception),
            save=save, then=self.show_record,
        )  # fmt: skip

    def _edit(self, row: GoldenRow | None) -> None:
        if row is None:
            return

        def save(made: PageEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_golden_page, row.id, row.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        of = row.draft.reception
        known = Choice(of, row.title) if of is not None else None
        entry = self._entry(row.draft, known)
        self.dialog = PageEditor.edit(self, tr("Page of the golden book"), entry, save=save)

    def _print(self, row: GoldenRow | None) -> None:
        if row is not None:
            OnePaper(self, self._desk, "golden-book-page", row.id, row.title).open()

    def _scan(self, row: GoldenRow | None) -> None:
        if row is not None:
            kinds = tr("Pictures and PDF files (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)")
            name, _kind = QFileDialog.getOpenFileName(self, tr("Scan of the page"), "", kinds)
            if name:
                self.take_scan(row, Path(name))

    def take_scan(self, row: GoldenRow, path: Path) -> None:
        """Keep a picture of a page."""
        self._jobs.background(
            taken, [path], then=partial(self._keep, row), failed=self._desk.complain, owner=self
        )

    def _keep(self, row: GoldenRow, files: list[tuple[DocumentDraft, bytes]]) -> None:
        for draft, body in files:
            known = replace(draft, dossier=row.draft.reception, dated=row.draft.signed_on)
            self._jobs.run(
                set_golden_scan, row.id, known, body, failed=self._desk.complain, owner=self
            )

    def _open_scan(self, row: GoldenRow | None) -> None:
        if row is not None and row.scan is not None and self._documents is not None:
            self._documents.open_by_id(row.scan[0])

    def _remove(self, row: GoldenRow | None) -> None:
        if row is not None:
            self._jobs.run(remove_golden_page, row.id)


class _Pages:
    """The query of the list, for a reception or for all."""

    def __init__(self, reception: UUID | None) -> None:
        self._reception = reception

    def __call__(self, session: Any) -> list[GoldenRow]:  # a session: ui knows no SQL
        return golden_pages(session, self._reception)
