"""Dialogs of a reception's follow-up: what it cost, a word for every timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.dossiers.draft import CostDraft, CostsDraft
from app.dossiers.rules import cents_of, euros
from ui.core import theme
from ui.core.buttons import Button, IconButton
from ui.core.cards import column
from ui.core.editor import Editor
from ui.core.fields import Field, LongTextField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.errors import Problem

_PARTS = ("what", "planned", "paid", "paid_by")


class EurosField(TextField):
    """An amount in euros as people type it; its value is euro cents."""

    def own_problem(self) -> str:
        """Why what is typed is no amount."""
        typed = self.editor.text().strip()
        wrong = bool(typed) and cents_of(typed) is None
        self._say_own(tr("This is no amount. Type it as 12.50.") if wrong else "")
        return self._own_problem

    def value(self) -> int | None:  # type: ignore[override]  # cents instead of text
        """Euro cents, None where nothing (readable) is typed."""
        return cents_of(self.editor.text())

    def set_value(self, value: object) -> None:
        """Show an amount."""
        super().set_value(euros(value) if isinstance(value, int) else "")


class CostLines(Field):
    """Costs under each other, four cells a line; a fresh line waits at the end."""

    def __init__(self) -> None:
        super().__init__("lines", tr("Costs"))
        self._name.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        titles = (tr("What for"), tr("Planned, €"), tr("Paid, €"), tr("Paid by"))
        for place, title in enumerate(titles):
            self._grid.addWidget(Text(title, "small_medium", ink="text2"), 0, place)
        for place, stretch in enumerate((5, 2, 2, 3)):
            self._grid.setColumnStretch(place, stretch)
        self._titles = titles
        self.lines: list[tuple[QLineEdit, ...]] = []
        more = Button(tr("Another cost"), icon="add")
        more.clicked.connect(self._another)
        holder = QWidget()
        holder.setObjectName("Clear")
        holder.setLayout(column(self._grid, more, gap=8))
        self._take_editor(holder)

    def _another(self) -> None:
        self._add(CostDraft())
        self.lines[-1][0].setFocus()

    def _add(self, draft: CostDraft) -> None:
        row = self._grid.rowCount()
        shown = (draft.what, euros(draft.planned), euros(draft.paid), draft.paid_by)
        cells = tuple(QLineEdit(words) for words in shown)
        for place, (cell, title) in enumerate(zip(cells, self._titles, strict=True)):
            cell.setAccessibleName(f"{title} {len(self.lines) + 1}")
            cell.textEdited.connect(self._edited)
            self._grid.addWidget(cell, row, place)
        cells[3].setPlaceholderText(tr("the city"))
        away = IconButton("delete", tr("Remove this cost"), size=28)
        away.clicked.connect(lambda: self._remove(cells, away))
        self._grid.addWidget(away, row, 4)
        self.lines.append(cells)

    def _remove(self, cells: tuple[QLineEdit, ...], button: QWidget) -> None:
        self.lines.remove(cells)
        for one in (*cells, button):
            one.hide()
            one.deleteLater()
        self._edited()

    def own_problem(self) -> str:
        """Which amount cannot be read."""
        wrong = next((cell for row in self.lines for cell in row[1:3] if _is_wrong(cell)), None)
        self._say_own(
            tr("“{typed}” is no amount. Type it as 12.50.", typed=wrong.text()) if wrong else ""
        )
        return self._own_problem

    def value(self) -> tuple[CostDraft, ...]:
        """The lines in which something stands."""
        found = []
        for what, planned, paid, by in self.lines:
            words = (what.text().strip(), planned.text(), paid.text(), by.text().strip())
            if any(word.strip() for word in words):
                found.append(CostDraft(words[0], cents_of(words[1]), cents_of(words[2]), words[3]))
        return tuple(found)

    def set_value(self, value: object) -> None:
        """Show lines, and a fresh one."""
        for one in (*cast("Sequence[CostDraft]", value or ()), CostDraft()):
            self._add(one)


def _is_wrong(cell: QLineEdit) -> bool:
    return bool(cell.text().strip()) and cents_of(cell.text()) is None


class CostsEditor(Editor[CostsDraft]):
    """Budget and costs of a dossier."""

    width_wanted = 720

    def build(self) -> Form:
        """The form, empty."""
        return Form([EurosField("budget", tr("Budget, €")), CostLines()])

    def fill(self, draft: CostsDraft) -> None:
        """Show a draft."""
        self.form.set_values({"budget": draft.budget, "lines": draft.lines})

    def draft(self) -> CostsDraft:
        """What was typed."""
        values = self.form.values()
        lines = cast("tuple[CostDraft, ...]", values["lines"])
        return CostsDraft(cast("int | None", values["budget"]), lines)


@dataclass(frozen=True, slots=True)
class WordDraft:
    """What stands on the timeline of everybody who was there."""

    subject: str = ""
    words: str = ""
    by: str = ""

    def problems(self) -> list[Problem]:
        """Nothing is asked: the title of the reception serves."""
        return []


class WordEditor(Editor[WordDraft]):
    """A contact moment for everybody who was there."""

    def build(self) -> Form:
        """The form, empty."""
        hint = tr("It stands once on each guest's timeline and once on that of each post.")
        return Form(
            [
                TextField("subject", tr("Subject"), hint=hint),
                LongTextField("words", tr("What was said and done"), lines=4),
                TextField("by", tr("By whom of the office")),
            ]
        )

    def save_words(self) -> str:
        """What the button does."""
        return tr("Write it down")

    def fill(self, draft: WordDraft) -> None:
        """Show a draft."""
        self.form.set_values({"subject": draft.subject, "words": draft.words, "by": draft.by})

    def draft(self) -> WordDraft:
        """What was typed."""
        values = self.form.values()
        return WordDraft(str(values["subject"]), str(values["words"]), str(values["by"]))
