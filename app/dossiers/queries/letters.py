"""Reading letters: whom they addressed on their date, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.contacts import protocol
from app.contacts.model import Person, Posting
from app.contacts.queries import (
    OrganisationSheet,
    Partner,
    PersonSheet,
    PostingRow,
    address_templates,
    current_posting,
    organisation_sheet,
    partner_of,
    people,
    posting_row,
)
from app.contacts.rules import codes
from app.contacts.rules.addressing import CHANNELS, CLOSING, Addressee, Form, book_of, form
from app.contacts.rules.names import Name
from app.core import clock
from app.core.errors import NotFoundError
from app.core.profile import profile
from app.core.text import N_, Language, say, t
from app.dossiers.draft import LetterDraft
from app.dossiers.model import Letter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

LETTER_FIELDS = ("written_on", "language", "subject", "body", "signed_by", "couple")
_HEADS = (
    codes.Function.MAYOR,
    codes.Function.GOVERNOR,
    codes.Function.RECTOR,
    codes.Function.MINISTER_PRESIDENT,
    codes.Function.CABINET_MINISTER,
    codes.Function.SPEAKER,
    codes.Function.CHAIR,
    codes.Function.DIRECTOR,
)
"""Who heads an organisation that is no post, the first that is there."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in a list, with whom it reached on its date (None: nobody headed the post)."""

    id: UUID
    revision: UUID
    draft: LetterDraft
    person_id: UUID | None
    to: Name | None


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom a letter addresses on its date: a person in a function, perhaps with their partner.

    `organisation` is where the function is held, or the post itself where nobody headed it.
    """

    person: PersonSheet | None
    posting: PostingRow | None
    organisation: OrganisationSheet | None
    partner: Partner | None = None


@dataclass(frozen=True, slots=True)
class LetterForms:
    """The forms of address of a letter: envelope, opening, closing; in which language."""

    language: Language
    envelope: Form
    opening: Form
    closing: Form


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """A letter with everything its page needs."""

    id: UUID
    revision: UUID
    draft: LetterDraft
    to: Addressed
    forms: LetterForms


def letter_sheet(
    session: Session, letter_id: UUID, language: Language | None = None
) -> LetterSheet:
    """One letter, addressed as on its date; `language` counts where the letter names none.

    Raises:
        NotFoundError: there is no such letter (any more).
    """
    row = session.get(Letter, letter_id)
    if row is None:
        raise NotFoundError(say(N_("This letter is no longer in the office.")))
    draft = _draft(row)
    to = addressed(session, draft)
    return LetterSheet(row.id, row.revision, draft, to, _forms(session, draft, to, language))


def letter_forms(session: Session, draft: LetterDraft) -> LetterForms:
    """How a letter that is being typed would address its reader."""
    return _forms(session, draft, addressed(session, draft), None)


def addressed(session: Session, draft: LetterDraft) -> Addressed:
    """Whom a letter addresses on its date."""
    day = draft.written_on or clock.today()
    if draft.person_id is not None:
        return _to_person(session, draft, day)
    if draft.organisation_id is None:
        return Addressed(None, None, None)
    post = organisation_sheet(session, draft.organisation_id)
    head = head_on(post.postings, day)
    if head is None:
        return Addressed(None, None, post)
    person = people(session, [head.person_id])[0]
    partner = partner_of(session, person.id, day) if draft.couple else None
    return Addressed(person, head, post, partner)


def _to_person(session: Session, draft: LetterDraft, day: dt.date) -> Addressed:
    found = people(session, [draft.person_id] if draft.person_id else [])
    if not found:
        return Addressed(None, None, None)
    person = found[0]
    posting = current_posting(person.postings, day)
    place = posting.organisation_id if posting else None
    partner = partner_of(session, person.id, day) if draft.couple else None
    return Addressed(
        person, posting, organisation_sheet(session, place) if place else None, partner
    )


def head_on(postings: Iterable[PostingRow], day: dt.date) -> PostingRow | None:
    """Who headed an organisation on a day; a chargé while a post had no head."""
    held = [row for row in postings if row.held_on(day)]
    heads = [row for row in held if _heads_post(row.draft.function)]
    if heads:
        return current_posting(heads, day)
    ranked = [row for row in held if row.draft.function in _HEADS]
    return min(ranked, key=lambda row: (_HEADS.index(_function(row)), row.id.hex), default=None)


def _function(row: PostingRow) -> codes.Function:
    return codes.Function(row.draft.function)


def _heads_post(function: str) -> bool:
    return codes.is_head_of_mission(function) or codes.consular_class(function) is not None


def _forms(
    session: Session, draft: LetterDraft, to: Addressed, asked: Language | None
) -> LetterForms:
    language = _language(session, draft, to, asked)
    templates = address_templates(session)
    day = draft.written_on or clock.today()
    channels = (*CHANNELS, CLOSING)
    if to.person is None:
        book = book_of(templates, day)
        nobody = Addressee(Name())
        made = {one: form(nobody, one, language, book.alone) for one in map(str, channels)}
        made["envelope"] = Form("")
        made["opening"] = Form(t(N_("Dear Sir or Madam,"), language))
    else:
        partner = to.partner
        company = protocol.Company(partner.sheet, partner.posting) if partner else None
        made = protocol.forms(to.person, to.posting, language, templates, day, company, channels)
    return LetterForms(language, made["envelope"], made["opening"], made[CLOSING])


def _language(
    session: Session, draft: LetterDraft, to: Addressed, asked: Language | None
) -> Language:
    """The letter's own; else the one asked for, the reader's, the office's."""
    for one in (draft.language, asked, to.person.draft.language if to.person else ""):
        if one and one in set(Language):
            return Language(one)
    return profile(session).language


def letters_of_person(session: Session, person_id: UUID) -> list[LetterRow]:
    """The letters to a person, and those to the posts they held or hold, the newest first.

    Who heads a post now finds the letters to those before: the relation is with the post.
    """
    query = select(Posting).where(Posting.person_id == person_id)
    rows = session.scalars(
        query.options(joinedload(Posting.person), joinedload(Posting.organisation))
    )
    postings = [posting_row(row, row.person) for row in rows]
    own = select(Letter).where(Letter.person_id == person_id)
    found = {row.id: row for row in _rows(session, session.scalars(own))}
    for one in postings:
        if one.organisation_id is None or not _leads(one.draft.function):
            continue
        for row in letters_of_post(session, one.organisation_id):
            if row.person_id == person_id or one.held_on(clock.today()):
                found[row.id] = row
    return _newest_first(found.values())


def letters_of_post(session: Session, organisation_id: UUID) -> list[LetterRow]:
    """The letters to a post, and those to its people while they were there, the newest first."""
    post = organisation_sheet(session, organisation_id)
    here = {row.person_id for row in post.postings}
    query = select(Letter).where(
        or_(Letter.organisation_id == organisation_id, Letter.person_id.in_(here))
    )
    rows = [
        row
        for row in session.scalars(query)
        if row.organisation_id == organisation_id
        or any(
            one.person_id == row.person_id and one.held_on(row.written_on) for one in post.postings
        )
    ]
    return _newest_first(_rows(session, rows))


def letter_of(session: Session, reference: str) -> UUID | None:
    """The letter whose id begins so (32 hex digits, eight will do), where there is one such."""
    plain = reference.strip().replace("-", "").lower()
    if len(plain) < 8 or set(plain) - set("0123456789abcdef"):
        return None
    found = [one for one in session.scalars(select(Letter.id)) if one.hex.startswith(plain)]
    return found[0] if len(found) == 1 else None


def _leads(function: str) -> bool:
    return _heads_post(function) or function in _HEADS


def _rows(session: Session, letters: Iterable[Letter]) -> list[LetterRow]:
    """Letters with whom they reached; people and posts are read once, however many letters."""
    found = list(letters)
    people_ids = {one.person_id for one in found if one.person_id}
    people_there = session.scalars(select(Person).where(Person.id.in_(people_ids)))
    known = {one.id: one.name for one in people_there}
    posts = {one.organisation_id for one in found if one.organisation_id and not one.person_id}
    lines = {one: organisation_sheet(session, one).postings for one in posts}
    return [_row(one, known, lines) for one in found]


def _row(
    one: Letter, known: Mapping[UUID, Name], lines: Mapping[UUID, Sequence[PostingRow]]
) -> LetterRow:
    draft = _draft(one)
    if one.person_id is not None:
        return LetterRow(one.id, one.revision, draft, one.person_id, known.get(one.person_id))
    line = lines.get(one.organisation_id, ()) if one.organisation_id else ()
    head = head_on(line, one.written_on)
    return LetterRow(
        one.id,
        one.revision,
        draft,
        head.person_id if head else None,
        head.person if head else None,
    )


def _newest_first(rows: Iterable[LetterRow]) -> list[LetterRow]:
    return sorted(rows, key=_when, reverse=True)


def _when(row: LetterRow) -> tuple[int, str]:
    day = row.draft.written_on
    return day.toordinal() if day else 0, row.id.hex


def _draft(row: Letter) -> LetterDraft:
    return LetterDraft(
        **{name: getattr(row, name) for name in LETTER_FIELDS},
        person_id=row.person_id,
        organisation_id=row.organisation_id,
        dossier_id=row.dossier_id,
    )
