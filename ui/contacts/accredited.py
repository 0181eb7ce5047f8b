"""To whom somebody is accredited, and what may be expected of a posting: parts of the panes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from app.contacts import protocol
from app.contacts.draft import AccreditationDraft
from app.contacts.queries import expected_to_leave
from app.contacts.rules import codes
from app.contacts.rules.accreditation import canonical, is_non_resident
from app.contacts.rules.succession import is_acting
from app.core import clock
from ui.contacts.accreditation_editor import accreditation_words
from ui.contacts.choices import body_words, country_words
from ui.core import language
from ui.core.cards import column
from ui.core.labels import Text
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from app.contacts.queries import PostingRow
    from app.contacts.rules.tenure import Habit
    from ui.core.cards import Facts


def add_accreditations(facts: Facts, one: PostingRow) -> None:
    """A line for the body of the posting, then one for each further State or body."""
    body = protocol.body_of(one)
    if body and (one.draft.receiving_body or one.accreditations):
        facts.add(tr("Accredited to"), body_words(body))
    for number, further in enumerate(one.accreditations):
        named, told = accreditation_words(further)
        label = "" if number else tr("Also to")
        facts.add(label, lines_of(named, told))


def accredited_lines(one: PostingRow | None) -> list[tuple[str, str]]:
    """The bodies a posting is accredited to, each with title and credentials, its own first."""
    if one is None:
        return []
    found = []
    body = protocol.body_of(one)
    heads = codes.is_head_of_mission(one.draft.function) and not is_acting(one.draft.function)
    if body and heads:
        draft = one.draft
        own = AccreditationDraft(
            body,
            draft.function,
            draft.title,
            None,
            draft.credentials_on,
            draft.credentials_time,
            draft.credentials_sequence,
        )
        found.append((body, accreditation_words(own)[1]))
    for further in one.accreditations:
        named = replace(further, function=further.function or one.draft.function)
        found.append((further.body, accreditation_words(named)[1]))
    return found


def lines_of(title: str, told: str) -> QWidget:
    """A name with what is said of it under it."""
    holder = QWidget()
    holder.setAccessibleName(", ".join(part for part in (title, told) if part))
    box = column(Text(title, wrap=True, selectable=True), gap=0)
    if told:
        box.addWidget(Text(told, "small", ink="text2", wrap=True, selectable=True))
    holder.setLayout(box)
    return holder


def add_expected(facts: Facts, one: PostingRow, habits: Mapping[str, Habit]) -> None:
    """When the holder may leave, always with why it is thought so."""
    draft = one.draft
    if draft.ends_on is not None and draft.ends_on < clock.today():
        return
    found = expected_to_leave(draft, one.place.country, habits)
    if found is None or (not found.guess and found.day == draft.ends_on):
        return
    if found.guess:
        words = tr("about {day}", day=month_words(found.day))
    else:
        words = day(found.day, "weekday")
    facts.add(tr("May leave"), lines_of(words, read(found.reason)))


def month_words(known: dt.date) -> str:
    """The month of a day: a guess has no day of the week."""
    return language.locale().toString(QDate(known.year, known.month, 1), "MMMM yyyy")


def seat_elsewhere(one: PostingRow, home: str) -> str:
    """Where a post that is accredited here has its seat, "" for one that resides here."""
    bodies = [protocol.body_of(one) or "", *(further.body for further in one.accreditations)]
    return _seat(one.place.kind, one.place.host_country, one.place.city, bodies, home)


def post_elsewhere(
    kind: str, host_country: str, city: str, jurisdictions: Sequence[str], home: str
) -> str:
    """The same of a post by its own jurisdictions."""
    return _seat(kind, host_country, city, jurisdictions, home)


def _seat(kind: str, host: str, city: str, bodies: Sequence[str], home: str) -> str:
    known = [canonical(one) for one in bodies if one]
    if not is_non_resident(kind, host, known, home):
        return ""
    seat = ", ".join(part for part in (city, country_words(host)) if part)
    return tr("Non-resident: its seat is {seat}", seat=seat)
