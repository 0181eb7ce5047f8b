"""The parts that show what the office remembers, in a pane or on a tab: timeline, tasks, documents.

Each tells what people want by `wanted(what, data)`; `MemoryWork` does it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from app.receptions.rules import Status
from ui.core.buttons import IconButton
from ui.core.cards import Facts, column, row
from ui.core.labels import Link, Text
from ui.core.language import day, number, read, tr
from ui.dossiers.task_list import TaskList

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.dossiers.queries import DocumentRow
    from app.overview.entries import TimelineRow
    from ui.dossiers.facts import MemoryFacts

    Wanted = Callable[[str, object], object]

STATUS_INKS = {Status.ATTENDED: "good", Status.ACCEPTED: "good", Status.REGRETS: "wrong"}
LABEL_WIDTH = 84
DOCUMENTS_SHOWN = 20


def timeline_part(facts: MemoryFacts, wanted: Wanted) -> QWidget:
    """The newest of what happened, each line opening its record."""
    if not facts.timeline.rows:
        words = tr("Nothing yet. Log a contact, and it stands here for whoever comes after.")
        return Text(words, ink="text2", wrap=True)
    shown = Facts(label_width=LABEL_WIDTH)
    for one in facts.timeline.rows:
        shown.add(day(one.day) if one.day else tr("No day yet"), _line(one, wanted))
    return shown


def _line(one: TimelineRow, wanted: Wanted) -> QWidget:
    title = Link(read(one.title), ink="accent")
    title.setAccessibleName(tr("Show {name}", name=read(one.title)))
    title.clicked.connect(partial(wanted, "open", one))
    status = Status(one.status) if one.status else None
    under = read(one.subtitle)
    told = Text(under, "small", ink=STATUS_INKS.get(status, "text2") if status else "text2",
                elide=True)  # fmt: skip
    line = row(told, gap=8)
    line.setStretch(0, 1)
    if one.confidential:
        line.insertWidget(0, Text(tr("Confidential"), "small_strong", ink="attention_ink"))
    holder = QWidget()
    holder.setLayout(column(title, line, gap=0))
    return holder


def more_of_timeline(wanted: Wanted) -> QWidget:
    """The way to the whole timeline."""
    made = Link(tr("Show all"))
    made.setAccessibleName(tr("Show the whole timeline"))
    made.clicked.connect(partial(wanted, "timeline", None))
    return made


def tasks_part(facts: MemoryFacts, wanted: Wanted, *, about: bool = False) -> QWidget:
    """The open tasks."""
    if not facts.tasks:
        return Text(tr("Nothing to do."), ink="text2", wrap=True)
    made = TaskList(facts.tasks, about=about)
    made.ticked.connect(partial(wanted, "tick"))
    made.opened.connect(partial(wanted, "edit_task"))
    return made


def documents_part(facts: MemoryFacts, wanted: Wanted) -> QWidget:
    """The documents; a click opens a copy."""
    if not facts.documents:
        return Text(tr("Drop files here, or add them."), ink="text2", wrap=True)
    lines = [_document(one, wanted) for one in facts.documents[:DOCUMENTS_SHOWN]]
    holder = QWidget()
    holder.setLayout(column(*lines, gap=4))
    return holder


def _document(one: DocumentRow, wanted: Wanted) -> QWidget:
    name = one.draft.name
    title = Link(name)
    title.setAccessibleName(tr("Open {name}", name=name))
    title.clicked.connect(partial(wanted, "open_document", one))
    when = one.draft.dated or one.added_on
    parts = (size_words(one.draft.size), day(when), one.draft.note)
    told = Text(" · ".join(part for part in parts if part), "small", ink="text2", elide=True)
    more = IconButton("more", tr("More for {name}", name=name), size=24)
    more.clicked.connect(partial(_document_menu, more, one, wanted))
    line = row(column(title, told, gap=0), more, gap=4)
    line.setStretch(0, 1)
    holder = QWidget()
    holder.setLayout(line)
    return holder


def _document_menu(button: IconButton, one: DocumentRow, wanted: Wanted) -> None:
    menu = QMenu(button)
    for what, words in (
        ("open_document", tr("Open")),
        ("save_document", tr("Save a copy…")),
        ("rename_document", tr("Rename…")),
        ("remove_document", tr("Remove")),
    ):
        menu.addAction(words).triggered.connect(partial(_told, wanted, what, one))
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _told(wanted: Wanted, what: str, one: DocumentRow, *_checked: object) -> None:
    wanted(what, one)


def add_link(words: str, what: str, wanted: Wanted, name: str) -> QWidget:
    """The way to a new one, beside the title of a part."""
    made = Link(words)
    made.setAccessibleName(name)
    made.clicked.connect(partial(wanted, what, None))
    return made


def size_words(size: int) -> str:
    """A size as people say it: "340 kB", "2.1 MB"."""
    if size < 1_000_000:
        return f"{number(max(1, round(size / 1000)))} kB"
    return f"{number(round(size / 1_000_000, 1))} MB"
