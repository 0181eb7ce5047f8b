"""Reading the golden book, and what its next page may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.contacts import protocol
from app.contacts.rules import naming
from app.core.profile import profile
from app.core.text import N_, t
from app.receptions.draft.golden_book import GoldenPageDraft
from app.receptions.model import GoldenBookPage
from app.receptions.queries.reception import guests, reception_sheet
from app.receptions.rules.golden_book import Occasion, suggested_words
from app.receptions.rules.reception import Circle, Status

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language
    from app.receptions.queries.reception import GuestRow

PAGE_FIELDS = ("words", "signatories", "signed_on", "note")
_AWAY = (Status.REGRETS, Status.ABSENT)


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """A page; `scan` is the id and name of its picture, `title` and `day` its reception's."""

    id: UUID
    revision: UUID
    draft: GoldenPageDraft
    title: str
    day: dt.date | None
    scan: tuple[UUID, str] | None

    @property
    def first_line(self) -> str:
        """How it begins."""
        return next((line.strip() for line in self.draft.words.splitlines() if line.strip()), "")


def golden_pages(session: Session, reception_id: UUID | None = None) -> list[GoldenRow]:
    """The pages of a reception, or of the whole book: those to be signed first, then the newest."""
    query = select(GoldenBookPage).options(
        joinedload(GoldenBookPage.reception), joinedload(GoldenBookPage.scan)
    )
    if reception_id is not None:
        query = query.where(GoldenBookPage.reception_id == reception_id)
    rows = [_row(one) for one in session.scalars(query)]
    day = {row.id: row.draft.signed_on or row.day for row in rows}

    def order(row: GoldenRow) -> tuple[bool, int, str]:
        when = day[row.id]
        return row.draft.signed_on is not None, -(when.toordinal() if when else 0), row.id.hex

    return sorted(rows, key=order)


def _row(one: GoldenBookPage) -> GoldenRow:
    fields = {name: getattr(one, name) for name in PAGE_FIELDS}
    reception = one.reception
    begins = reception.starts_at if reception else None
    return GoldenRow(
        one.id,
        one.revision,
        GoldenPageDraft(**fields, reception=one.reception_id),
        reception.title if reception else "",
        begins.date() if begins else None,
        (one.scan.id, one.scan.name) if one.scan else None,
    )


def golden_suggestion(session: Session, reception_id: UUID, language: Language) -> GoldenPageDraft:
    """What the page of a reception may say and who signs it: its guests of honour and the host."""
    sheet = reception_sheet(session, reception_id)
    honoured = _honoured(guests(session, reception_id, language))
    facts = sheet.draft.dossier
    city = naming.plain_city(profile(session).city, language)
    occasion = Occasion(
        sheet.day, city, tuple(_named(row, language) for row in honoured), facts.title, facts.place
    )
    signing = [protocol.styled_name(row.person, row.posting, language) for row in honoured]
    signing.append(facts.host or t(N_("the mayor of {city}"), language, city=city))
    words = suggested_words(occasion, language)
    return GoldenPageDraft(words, "\n".join(signing), None, "", reception_id)


def _honoured(rows: list[GuestRow]) -> list[GuestRow]:
    """Guests of honour, else the principals, as far as they may still come."""
    there = [row for row in rows if row.status not in _AWAY]
    honour = [row for row in there if row.guest_of_honour]
    return honour or [row for row in there if row.circle == Circle.PRINCIPAL]


def _named(row: GuestRow, language: Language) -> str:
    styled = protocol.styled_name(row.person, row.posting, language)
    title = protocol.title_of(row.posting, row.person.draft.gender, language)
    return ", ".join(part for part in (styled, title) if part)
