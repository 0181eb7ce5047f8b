"""Cards of a mission's follow-up: contacts made, whom to thank, actions, what is still open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.core import clock
from app.missions.rules.meetings import result_label
from app.missions.rules.thanks import reason_words
from ui.core.cards import Hairline, column, row
from ui.core.labels import Link, Pill, Text
from ui.core.language import day, read, tr, trn
from ui.dossiers.task_list import TaskList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout

    from app.missions.queries import ContactMade, ToThank
    from ui.missions.after_facts import After

    Wanted = Callable[[str, object], object]

CONTACTS_SHOWN, THANKS_SHOWN, DONE_SHOWN, OPEN_SHOWN = 12, 8, 5, 8


def contacts_part(found: After, wanted: Wanted) -> QWidget:
    """Whom the mission met, and how its meetings ended."""
    lines: list[QWidget | QLayout] = []
    if found.meetings.total:
        parts = [f"{number} {read(result_label(code))}" for code, number in found.meetings.counts]
        total = trn("{n} meeting", "{n} meetings", found.meetings.total)
        told = tr("{count}: {parts}", count=total, parts=" · ".join(parts))
        lines.append(Text(told, wrap=True))
    fresh = sum(one.first for one in found.contacts)
    if fresh:
        told = trn("{n} person was met for the first time.",
                   "{n} people were met for the first time.", fresh)  # fmt: skip
        lines.append(Text(told, ink="text2", wrap=True))
    lines += [_contact(one, wanted) for one in found.contacts[:CONTACTS_SHOWN]]
    more = len(found.contacts) - CONTACTS_SHOWN
    if more > 0:
        lines.append(Text(trn("and {n} more", "and {n} more", more), "small", ink="text2"))
    if not lines:
        told = tr("Nobody is noted yet. Log a contact, and it stands here and on their timeline.")
        lines.append(Text(told, ink="text2", wrap=True))
    return _stacked(lines)


def _contact(one: ContactMade, wanted: Wanted) -> QWidget:
    name = Link(one.name)
    name.setAccessibleName(tr("Show {name}", name=one.name))
    name.clicked.connect(partial(wanted, "edit_moment", one.moment))
    told = " · ".join(part for part in (one.where, day(one.met_on)) if part)
    head = row(name, gap=8)
    if one.first:
        head.addWidget(Pill(tr("new contact"), "good"))
    head.addStretch(1)
    holder = QWidget()
    holder.setLayout(column(head, Text(told, "small", ink="text2", elide=True), gap=0))
    return holder


def thanks_part(found: After) -> QWidget:
    """Whom nobody thanked yet, then how many were."""
    if not found.thanks:
        told = tr("Nobody to thank yet: hosts of meetings, people met, givers and partners come"
                  " here by themselves.")  # fmt: skip
        return Text(told, ink="text2", wrap=True)
    lines: list[QWidget | QLayout] = []
    waiting = found.unthanked
    if waiting:
        told = trn("{n} is not thanked yet", "{n} are not thanked yet", len(waiting))
        lines.append(Text(told, "small_strong", ink="attention_ink"))
    lines += [_to_thank(one) for one in waiting[:THANKS_SHOWN]]
    more = len(waiting) - THANKS_SHOWN
    if more > 0:
        lines.append(Text(trn("and {n} more", "and {n} more", more), "small", ink="text2"))
    thanked = [one for one in found.thanks if one.letter is not None]
    if thanked:
        names = ", ".join(one.name for one in thanked[:THANKS_SHOWN])
        beyond = len(thanked) - THANKS_SHOWN
        if beyond > 0:
            names = f"{names} {trn('and {n} more', 'and {n} more', beyond)}"
        told = trn("{n} letter written: {names}", "{n} letters written: {names}", len(thanked),
                   names=names)  # fmt: skip
        lines.append(Text(told, ink="good", wrap=True))
    return _stacked(lines)


def _to_thank(one: ToThank) -> QWidget:
    why = ", ".join(read(reason_words(reason)) for reason in one.reasons)
    told = " · ".join(part for part in (one.where, why) if part)
    holder = QWidget()
    holder.setLayout(column(Text(one.name), Text(told, "small", ink="text2", elide=True), gap=0))
    return holder


def actions_part(found: After, wanted: Wanted) -> QWidget:
    """What is open, with owner and day; then what was done."""
    open_ = [one for one in found.actions if one.done_on is None]
    done = [one for one in found.actions if one.done_on is not None]
    lines: list[QWidget | QLayout] = []
    if open_:
        tasks = TaskList(open_, about=False)
        tasks.ticked.connect(partial(wanted, "tick"))
        tasks.opened.connect(partial(wanted, "edit_task"))
        lines.append(tasks)
    else:
        lines.append(Text(tr("Nothing to do."), ink="text2", wrap=True))
    lacking = sum(not one.draft.owner for one in open_)
    if lacking:
        told = trn("{n} action has no owner", "{n} actions have no owner", lacking)
        lines.append(Text(told, "small_strong", ink="attention_ink"))
    if done:
        lines.append(Hairline())
        lines += [
            Text(f"{tr('done')} · {one.draft.title} · {one.draft.owner}".rstrip(" ·"), "small",
                 ink="text2", elide=True)
            for one in done[-DONE_SHOWN:]
        ]  # fmt: skip
    return _stacked(lines)


def closing_part(found: After) -> QWidget:
    """The decision it answers to, and what is open before it is closed."""
    draft = found.sheet.draft
    lines: list[QWidget | QLayout] = []
    if draft.decision:
        decided = (
            f"{draft.decision}, {day(draft.decided_on)}" if draft.decided_on else draft.decision
        )
        lines.append(Text(decided, ink="text2", wrap=True))
    else:
        lines.append(
            Text(tr("No decision of the college is noted."), ink="attention_ink", wrap=True)
        )
    closed = draft.closed_on
    if closed is not None and closed <= clock.today():
        told = tr("Closed on {day}; costs and journeys keep their figures.", day=day(closed))
        lines.append(Text(told, ink="good", wrap=True))
    elif not found.findings:
        lines.append(Text(tr("Everything is settled."), ink="good", wrap=True))
    for one in found.findings[:OPEN_SHOWN]:
        ink = "wrong" if one.heavy else "attention_ink"
        lines.append(Text(read(one.sentence), "small", ink=ink, wrap=True))
    more = len(found.findings) - OPEN_SHOWN
    if more > 0:
        lines.append(Text(trn("and {n} more", "and {n} more", more), "small", ink="text2"))
    return _stacked(lines)


def _stacked(lines: list[QWidget | QLayout]) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(*lines, gap=6))
    return holder
