"""How somebody is addressed: four places, three languages, each to copy or to correct."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from app.contacts.rules import codes
from app.contacts.rules.addressing import COUPLE
from app.core.text import Language
from ui.core import language, theme
from ui.core.buttons import ChipBar, IconButton
from ui.core.cards import clear, column, row
from ui.core.labels import Text
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    from app.contacts.rules.addressing import Form

LABELS = 84


class AddressCard(QWidget):
    """Signals `correct(language, channel, company)`: the person wants to change a form.

    Where there is a spouse or partner, `couple` has the forms for both together.
    """

    correct = Signal(str, str, str)
    copied = Signal(str)
    chosen = Signal(str)

    def __init__(
        self,
        forms: dict[Language, dict[str, Form]],
        spoken: str = "",
        couple: dict[Language, dict[str, Form]] | None = None,
        company: str = "",
    ) -> None:
        super().__init__()
        self._forms = {"": forms, COUPLE: couple or forms}
        both = [("", tr("Alone")), (COUPLE, tr("As a couple"))]
        self.company = ChipBar(both, company if couple else "", name=tr("Alone or as a couple"))
        self.company.chosen.connect(self._show)
        self.company.setVisible(couple is not None)
        chips = [(str(one), str(one).upper()) for one in Language]
        self.languages = ChipBar(
            chips, spoken or str(language.current()), name=tr("Language of the forms of address")
        )
        self.languages.chosen.connect(self._show)
        self.languages.chosen.connect(self.chosen)
        head = row(Text(tr("Forms of address"), "strong"), None, self.languages)
        head.setStretch(0, 1)
        head.setStretch(1, 0)
        self.languages.setMinimumWidth(theme.px(150))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, theme.px(LABELS))
        self._advice = Text("", "small", ink="attention_ink", wrap=True)
        self.setLayout(column(head, self.company, self._grid, self._advice, gap=8))
        self._show()

    def spoken(self) -> str:
        """The language shown."""
        return self.languages.current()

    def _show(self) -> None:
        clear(self._grid)
        spoken = Language(self.languages.current())
        forms = self._forms[self.company.current()][spoken]
        for line, channel in enumerate(codes.Channel):
            self._add(line, channel, forms[str(channel)])
        doubtful = any(not form.verified for form in forms.values())
        self._advice.say(tr("Not verified: ask before you use it") if doubtful else "")
        self._advice.setVisible(doubtful)

    def _add(self, line: int, channel: codes.Channel, form: Form) -> None:
        label = read(codes.label(channel))
        name = Text(label, "small", ink="text2", wrap=True)
        name.setContentsMargins(0, 2, 0, 0)
        words = Text(form.text, wrap=True, selectable=True)
        words.setAccessibleName(f"{label}: {form.text}")
        told, ink = _state(form)
        state = Text(told, "small", ink=ink, wrap=True)
        state.setVisible(bool(told))
        copy = IconButton("copy", tr("Copy {what}", what=label.lower()), size=24)
        copy.clicked.connect(partial(self._copy, copy, form.text))
        edit = IconButton("edit", tr("Correct {what}", what=label.lower()), size=24)
        edit.clicked.connect(partial(self._correct, channel))
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, line, 0, top)
        holder = QWidget()
        holder.setLayout(column(words, state, gap=2))
        self._grid.addWidget(holder, line, 1, top)
        self._grid.addLayout(row(copy, edit, gap=0), line, 2, top)

    def _copy(self, button: IconButton, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        button.setToolTip(tr("Copied"))
        self.copied.emit(words)

    def _correct(self, channel: codes.Channel) -> None:
        self.correct.emit(self.languages.current(), str(channel), self.company.current())


def _state(form: Form) -> tuple[str, str]:
    """What is to be said of a form, and in which ink."""
    since = tr("since {start}", start=day(form.valid_from)) if form.valid_from else ""
    if form.confirmed_on is not None:
        told = tr("Confirmed by the embassy on {day}", day=day(form.confirmed_on, "weekday"))
        return " · ".join(part for part in (told, since) if part), "good"
    if form.overridden:
        told = tr("Own words, not confirmed yet")
        return " · ".join(part for part in (told, since) if part), "attention_ink"
    if not form.verified:
        return tr("Not verified"), "attention_ink"
    return "", "text2"
