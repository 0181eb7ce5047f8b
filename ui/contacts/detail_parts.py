"""Pieces the pane of a person and that of an organisation share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core import history
from ui.contacts.choices import country_words
from ui.core.cards import Facts, Hairline, column, row
from ui.core.labels import Link, Text
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
    from app.core.history import HistoryRow

MARGIN, GAP = 20, 12


class Sections(QWidget):
    """Parts under each other, a hairline between."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Clear")
        self.box: QVBoxLayout = column(margin=MARGIN, gap=GAP)
        self.setLayout(self.box)

    def section(self, title: str, *parts: QWidget, beside: QWidget | None = None) -> None:
        """A titled part."""
        self.box.addWidget(Hairline())
        head = row(Text(title, "strong"), None, beside) if beside else row(Text(title, "strong"))
        inner = column(head, *parts, gap=8)
        self.box.addLayout(inner)

    def finish(self) -> None:
        """What is left stays below."""
        self.box.addStretch(1)


def reach(draft: PersonDraft | OrganisationDraft) -> Facts | None:
    """Where somebody is reached; None where nothing is known."""
    facts = Facts(label_width=84)
    there = False
    for label, values, copied in (
        (tr("Mail"), draft.emails, tr("Copy mail address")),
        (tr("Telephone"), draft.phones, tr("Copy telephone")),
        (tr("Address"), tuple(filter(None, [address_of(draft)])), tr("Copy address")),
    ):
        for number, value in enumerate(values):
            facts.add("" if number else label, value, copied=copied)
            there = True
    if draft.website:
        facts.add(tr("Web page"), link(draft.website, partial(_browse, draft.website)))
        there = True
    return facts if there else None


def address_of(draft: PersonDraft | OrganisationDraft) -> str:
    """Street, town and country on their lines."""
    country = getattr(draft, "host_country", "") or draft.country
    town = " ".join(part for part in (draft.postal_code, draft.city) if part)
    if not (draft.street or town):
        return ""
    return "\n".join(part for part in (draft.street, town, country_words(country)) if part)


def _browse(address: str) -> None:
    whole = address if "://" in address else f"https://{address}"
    if whole.startswith(("http://", "https://")):
        QDesktopServices.openUrl(QUrl(whole))


def history_part(rows: Sequence[HistoryRow]) -> QWidget:
    """The last Steps: when, who, what."""
    facts = Facts(label_width=84)
    for one in rows:
        when = one.at.astimezone()
        words = read(one.label)
        if one.act == history.UNDONE:
            words = tr("Undone: {label}", label=words)
        elif one.act == history.REDONE:
            words = tr("Redone: {label}", label=words)
        facts.add(f"{day(when.date())}\n{when:%H:%M}", f"{words} · {one.who}")
    return facts


def period(draft: PostingDraft) -> str:
    """From when until when somebody held a function."""
    begins = draft.starts_on or draft.credentials_on or draft.exequatur_on
    if begins and draft.ends_on:
        return tr("{start} – {end}", start=day(begins), end=day(draft.ends_on))
    if begins:
        return tr("since {start}", start=day(begins))
    if draft.ends_on:
        return tr("until {end}", end=day(draft.ends_on))
    return ""


def years(draft: PostingDraft) -> str:
    """The years of a posting: "2020–2024", "since 2024"."""
    begins = draft.starts_on or draft.credentials_on or draft.exequatur_on
    if begins and draft.ends_on:
        return f"{begins.year}–{draft.ends_on.year}"
    if begins:
        return tr("since {year}", year=begins.year)
    return ""


def link(words: str, do: Callable[[], object], name: str = "") -> QWidget:
    """Words that lead somewhere, at the left of the room they are given."""
    made = Link(words)
    made.setAccessibleName(name or words)
    made.clicked.connect(do)
    holder = QWidget()
    line = row(made, gap=0)
    line.addStretch(1)
    holder.setLayout(line)
    return holder
