"""The sections "Relationships" and "Letters" of the panes.

Each tells through `wanted(what, row)`: "relationship" and "letter" open what is there (None: a new
one), "print" a letter.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.contacts import protocol
from app.contacts.rules import names
from app.contacts.rules.relations import Invited, Relation, is_couple, label, label_from_the_other
from app.core import clock
from ui.contacts.choices import function_words
from ui.contacts.detail_parts import link
from ui.core import language
from ui.core.buttons import IconButton
from ui.core.cards import Facts, column, row
from ui.core.labels import Text
from ui.core.language import day, read, tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.contacts.queries import RelationshipRow
    from app.dossiers.queries import LetterRow
    from ui.contacts.detail_parts import Sections

    Wanted = Callable[[str, object], None]
    Opened = Callable[[str, UUID], None]

LABELS = 84
LETTERS_SHOWN = 8


def relationships_part(
    pane: Sections, rows: Sequence[RelationshipRow], wanted: Wanted, opened: Opened
) -> None:
    """Who is what to this person, and to whom they are something."""
    more = link(tr("Add…"), partial(wanted, "relationship", None), tr("Add a relationship"))
    if not rows:
        quiet = Text(tr("No spouse, assistant or driver known yet."), ink="text2", wrap=True)
        pane.section(tr("Relationships"), quiet, beside=more)
        return
    facts = Facts(label_width=LABELS)
    for one in rows:
        facts.add(relation_words(one), _person(one, wanted, opened))
    pane.section(tr("Relationships"), facts, beside=more)


def relation_words(one: RelationshipRow) -> str:
    """What the other is: "Spouse"; from the other side "Assistant of"."""
    if one.draft.kind not in set(Relation):
        return one.draft.kind
    kind = Relation(one.draft.kind)
    return read(label_from_the_other(kind) if one.from_the_other else label(kind))


def _person(one: RelationshipRow, wanted: Wanted, opened: Opened) -> QWidget:
    name = names.full_name(one.other)
    go = partial(opened, "person", one.other_id)
    title = link(name, go, tr("Show {name}", name=name))
    edit = IconButton("edit", tr("Edit the relationship with {name}", name=name), size=24)
    edit.clicked.connect(partial(wanted, "relationship", one))
    head = row(title, edit, gap=4)
    head.setStretch(0, 1)
    told = column(head, gap=0)
    for words in _quiet(one):
        told.addWidget(Text(words, "small", ink="text2", wrap=True))
    holder = QWidget()
    holder.setLayout(told)
    return holder


def _quiet(one: RelationshipRow) -> list[str]:
    """Their own function, then what was agreed, then until when."""
    found = []
    if one.posting is not None:
        title = protocol.title_of(one.posting, one.gender, language.current())
        found.append(title or function_words(one.posting.draft.function))
    found.append(" · ".join(_agreed(one)))
    if one.draft.note:
        found.append(one.draft.note)
    return [words for words in found if words]


def _agreed(one: RelationshipRow) -> list[str]:
    draft = one.draft
    found = []
    if is_couple(draft.kind):
        if draft.invited in set(Invited):
            found.append(read(label(Invited(draft.invited))))
        if draft.joint_envelope:
            found.append(tr("one envelope"))
    elif draft.copied:
        found.append(tr("gets a copy of invitations"))
    if draft.starts_on:
        found.append(tr("since {start}", start=day(draft.starts_on)))
    if draft.ends_on:
        ended = draft.ends_on < clock.today()
        words = tr("ended {end}", end=day(draft.ends_on))
        found.append(words if ended else tr("until {end}", end=day(draft.ends_on)))
    return found


def letters_part(
    pane: Sections, rows: Sequence[LetterRow], wanted: Wanted, own: UUID | None = None
) -> None:
    """The letters, the newest first; `own` is the person of the pane, who needs no naming."""
    more = link(tr("New letter…"), partial(wanted, "letter", None))
    if not rows:
        quiet = Text(tr("No letter written yet."), ink="text2", wrap=True)
        pane.section(tr("Letters"), quiet, beside=more)
        return
    facts = Facts(label_width=LABELS)
    for one in rows[:LETTERS_SHOWN]:
        facts.add(day(one.draft.written_on), _letter(one, wanted, own))
    parts: list[QWidget] = [facts]
    rest = len(rows) - LETTERS_SHOWN
    if rest > 0:
        words = trn("and {n} more", "and {n} more", rest)
        parts.append(Text(words, "small", ink="text2"))
    pane.section(tr("Letters"), *parts, beside=more)


def _letter(one: LetterRow, wanted: Wanted, own: UUID | None) -> QWidget:
    subject = one.draft.subject or tr("Without subject")
    title = link(subject, partial(wanted, "letter", one), tr("Open {name}", name=subject))
    paper = IconButton("print", tr("Print {name}", name=subject), size=24)
    paper.clicked.connect(partial(wanted, "print", one))
    head = row(title, paper, gap=4)
    head.setStretch(0, 1)
    told = column(head, gap=0)
    if one.to is None:
        told.addWidget(Text(tr("to the post"), "small", ink="text2", wrap=True))
    elif one.person_id != own:
        to = tr("to {name}", name=names.full_name(one.to))
        told.addWidget(Text(to, "small", ink="text2", wrap=True))
    holder = QWidget()
    holder.setLayout(told)
    return holder
