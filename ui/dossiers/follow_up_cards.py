"""Cards of every follow-up: outcome, evaluation, agreements, gifts; each shows and asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core import clock
from app.dossiers.rules import Direction
from app.dossiers.rules.agreements import agreement_label, state_words
from app.dossiers.rules.evaluation import mark_words, question_words
from ui.core.buttons import Button
from ui.core.cards import Card, column, row
from ui.core.fields import LongTextField
from ui.core.labels import Link, Text
from ui.core.language import day, number, read, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLayout

    from app.dossiers.queries import AgreementRow, FollowUp, GiftRow

    Wanted = Callable[[str, object], object]


class OutcomeCard(Card):
    """The outcome, saved when it is left; what is being typed is never overwritten.

    Signal `written(text)`.
    """

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Outcome"))
        self.field = LongTextField(
            "outcome", tr("Outcome"), lines=3,
            hint=tr("What was agreed, for whoever reads this in a year. Saved as you leave it."),
        )  # fmt: skip
        self.add(self.field)
        self._kept = ""
        self.field.editor.installEventFilter(self)

    def show_outcome(self, words: str) -> None:
        """Show what is kept, unless somebody is typing something else."""
        typing = self.field.editor.hasFocus() and self.field.value() != self._kept
        self._kept = words
        if not typing and self.field.value() != words:
            self.field.set_value(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep it as it is left."""
        if event.type() is QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def save(self) -> None:
        """Tell what was typed, where it is new."""
        typed = self.field.value()
        if typed != self._kept:
            self._kept = typed
            self.written.emit(typed)


def evaluation_part(found: FollowUp) -> QWidget:
    """The questions answered, each with its mark in figure and words."""
    answered = [one for one in found.evaluation.answers if not one.is_empty]
    if not answered:
        return Text(tr("Not evaluated yet: a few questions, two minutes."), ink="text2", wrap=True)
    lines: list[QWidget | QLayout] = []
    for one in answered:
        mark = mark_words(one.mark)
        told = f"{one.mark} · {read(mark)}" if mark else tr("no mark")
        question = Text(read(question_words(one.question)), wrap=True)
        head = row(question, Text(told, "small_strong", ink="accent"), gap=8)
        head.setStretch(0, 1)
        lines.append(head)
        if one.words:
            lines.append(Text(one.words, "small", ink="text2", wrap=True))
    holder = QWidget()
    holder.setLayout(column(*lines, gap=4))
    return holder


def mean_words(found: FollowUp) -> str:
    """The mean mark: "4,4 of 5"."""
    return tr("{mark} of 5", mark=number(round(found.mean, 1))) if found.mean is not None else ""


def agreements_part(found: Sequence[AgreementRow], wanted: Wanted, *, at: bool = False) -> QWidget:
    """What was signed, each line opening it; `at` tells on which occasion instead of with whom."""
    if not found:
        return Text(tr("Nothing was signed."), ink="text2", wrap=True)
    return _stacked([_agreement(one, wanted, at=at) for one in found])


def _agreement(one: AgreementRow, wanted: Wanted, *, at: bool) -> QWidget:
    title = Link(one.draft.title)
    title.setAccessibleName(tr("Show {name}", name=one.draft.title))
    title.clicked.connect(partial(wanted, "edit_agreement", one.id))
    beside = (one.dossier.name if one.dossier else "") if at else one.partner
    signed = one.draft.signed_on
    parts = [read(agreement_label(one.draft.kind)), beside, day(signed) if signed else ""]
    told = " · ".join(part for part in parts if part)
    state, look = state_words(signed, one.draft.ends_on, clock.today())
    ink = "attention_ink" if look else "text2"
    under = row(Text(told, "small", ink="text2", elide=True), Text(read(state), "small", ink=ink))
    under.setStretch(0, 1)
    holder = QWidget()
    holder.setLayout(column(title, under, gap=0))
    return holder


def gifts_part(found: Sequence[GiftRow], wanted: Wanted) -> QWidget:
    """Gifts of a dossier: still to be given, given, received."""
    if not found:
        told = tr("No gifts yet. Plan what is taken along, from the stock or bought for it.")
        return Text(told, ink="text2", wrap=True)
    return _stacked([_gift(one, wanted) for one in found])


def _gift(one: GiftRow, wanted: Wanted) -> QWidget:
    draft = one.draft
    title = Link(draft.what)
    title.setAccessibleName(tr("Show {name}", name=draft.what))
    title.clicked.connect(partial(wanted, "edit_gift", one.id))
    received = draft.direction == Direction.IN
    waits = not received and draft.given_on is None
    word = tr("to be given") if waits else tr("received") if received else tr("given")
    when = day(draft.given_on) if draft.given_on else ""
    kept = draft.kept_at if received else ""
    told = " · ".join(part for part in (word, one.party, when, kept) if part)
    ink = "attention_ink" if waits else "text2"
    line = row(column(title, Text(told, "small", ink=ink, elide=True), gap=0), gap=8)
    line.setStretch(0, 1)
    if waits:
        give = Button(tr("Given today"))
        give.setAccessibleName(tr("Given today: {name}", name=draft.what))
        give.clicked.connect(partial(wanted, "give", one.id))
        line.addWidget(give)
    holder = QWidget()
    holder.setLayout(line)
    return holder


def _stacked(lines: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(*lines, gap=6))
    return holder
