"""The pane of a template: tried on somebody invented, its source, what came before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.contacts.queries.forms import channel_label
from ui.contacts.detail_parts import Sections
from ui.contacts.template_editor import company_choices, function_words, template_genders
from ui.core.buttons import Button, IconButton
from ui.core.cards import Card, Facts, column, row
from ui.core.flow import Flow
from ui.core.labels import Pill, Text
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.contacts.queries import TemplateSheet
    from ui.contacts.template_preview import Shelf

LABELS = 84


class TemplateDetail(Sections):
    """Signals `edit(sheet)` and `remove(sheet)`."""

    edit = Signal(object)
    remove = Signal(object)

    def __init__(
        self, sheet: TemplateSheet, shelf: Shelf, wordings: Sequence[TemplateSheet]
    ) -> None:
        super().__init__()
        self.sheet = sheet
        draft = sheet.draft
        self.box.addWidget(Text(function_words(draft.function), "heading", wrap=True))
        where = read(channel_label(draft.channel))
        told = (where, draft.language.upper(), *who_for(sheet))
        self.box.addWidget(Text(" · ".join(told), wrap=True))
        self._buttons()
        tried = Card(tr("On somebody invented"), margin=12, gap=4)
        tried.add(Text(shelf.tried(draft), wrap=True, selectable=True))
        self.box.addWidget(tried)
        facts = Facts(label_width=LABELS)
        facts.add(tr("Words"), draft.template)
        facts.add(tr("Source"), draft.source or tr("None given"))
        facts.add(tr("Verified"), verified_pill(verified=draft.verified))
        facts.add(tr("From"), since(draft.valid_from))
        if sheet.later_on:
            facts.add(tr("Until"), tr("other words from {day} on", day=day(sheet.later_on)))
        self.section(tr("Template"), facts)
        if len(wordings) > 1:
            self.section(tr("History"), *(self._wording(one) for one in wordings))
        self.finish()

    def _buttons(self) -> None:
        holder = QWidget()
        flow = Flow(holder)
        for words, icon, signal in (
            (tr("Edit"), "edit", self.edit),
            (tr("Remove"), "delete", self.remove),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(partial(signal.emit, self.sheet))
            flow.addWidget(button)
        self.box.addWidget(holder)

    def _wording(self, one: TemplateSheet) -> QWidget:
        draft = one.draft
        edit = IconButton("edit", tr("Correct the words of {day}", day=since(draft.valid_from)),
                          size=24)  # fmt: skip
        edit.clicked.connect(partial(self.edit.emit, one))
        head = row(Text(since(draft.valid_from), "small", ink="text2"), edit, gap=4)
        head.setStretch(0, 1)
        holder = QWidget()
        words = Text(draft.template, wrap=True, selectable=True)
        source = Text(draft.source, "small", ink="text2", wrap=True)
        holder.setLayout(column(head, words, source, gap=2))
        return holder


def who_for(sheet: TemplateSheet) -> tuple[str, ...]:
    """For whom the words are: a woman, a man, anybody; whether as a couple."""
    draft = sheet.draft
    genders, companies = dict(template_genders()), dict(company_choices())
    gender = genders.get(draft.gender, draft.gender)
    return (gender, companies.get(draft.company, draft.company)) if draft.company else (gender,)


def since(start: dt.date) -> str:
    """From which day words hold."""
    return tr("Always") if start.year == 1 else day(start)


def verified_pill(*, verified: bool) -> QWidget:
    """Whether the words were read in their source."""
    pill = Pill(tr("Verified"), "good") if verified else Pill(tr("Not verified"), "attention")
    holder = QWidget()
    holder.setLayout(row(pill, None, gap=0))
    return holder
