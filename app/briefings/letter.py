"""A letter on the city's paper: to whom, when, and in the form of address of its date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.briefings.blocks import Inset, Paragraph, Rule, Spacer, Together, bold
from app.briefings.house import frame
from app.briefings.runs import Role, Run
from app.contacts import protocol
from app.contacts.rules import names, naming
from app.contacts.rules.places import place_code
from app.contacts.rules.postal import postal_lines, postal_of
from app.core.text import N_, Language, format_date, t
from app.dossiers.queries import letter_sheet

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.briefings.house import Audience, Frame
    from app.contacts.draft import OrganisationDraft, PersonDraft
    from app.dossiers.queries import Addressed, LetterSheet

ADDRESS_LEFT = 84.0
"""mm from the margin: the window of an envelope is at the right."""
_ABOVE_ADDRESS = 34.0
_ABOVE_DATE = 34.0
_ABOVE_SIGNATURE = 52.0


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A letter as it goes out."""

    frame: Frame
    address: tuple[str, ...]
    dated: str
    written: str
    subject: str
    opening: str
    paragraphs: tuple[Words, ...]
    closing: str
    signature: tuple[str, ...]
    where: str
    below: tuple[Block, ...] = ()
    """What belongs to the last paragraph and stands before the closing: a code for the door."""


def compose(
    session: Session, reference: UUID, language: Language, audience: Audience
) -> LetterPage:
    """A letter with the forms of address of its date; its own language goes before the asked one.

    Raises:
        NotFoundError: there is no such letter (any more).
    """
    sheet = letter_sheet(session, reference, language)
    written_in = sheet.forms.language
    made = frame(session, written_in, audience)
    draft = sheet.draft
    city = naming.plain_city(made.profile.city, written_in)
    written = _day(draft.written_on, written_in)
    return LetterPage(
        made,
        _address(sheet, made.profile.host_country),
        t(N_("{city}, {day}"), written_in, city=city, day=written) if written else "",
        written,
        draft.subject,
        sheet.forms.opening.text,
        tuple(part.strip() for part in draft.body.split("\n\n") if part.strip()),
        sheet.forms.closing.text,
        tuple(line.strip() for line in draft.signed_by.splitlines() if line.strip()),
        names.full_name(sheet.to.person.name) if sheet.to.person else draft.subject,
    )


def document(page: LetterPage) -> Document:
    """Lay the letter out: head, address, date, subject, words, signature."""
    language, profile = page.frame.language, page.frame.profile
    address = "\n".join(page.address)
    subject = t(N_("Subject: {subject}"), language, subject=page.subject) if page.subject else ""
    blocks: list[Block] = [
        Paragraph(Run(profile.city, weight=700, role=Role.ACCENT), "letterhead"),
        Paragraph(profile.service, "note"),
        Rule(),
        Spacer(_ABOVE_ADDRESS),
        Inset((Paragraph(Run(address, where=page.where), "letter"),), ADDRESS_LEFT),
        Spacer(_ABOVE_DATE),
        Paragraph(page.dated, "letter"),
    ]
    if subject:
        blocks += [Spacer(8), Paragraph(bold(subject), "letter")]
    blocks += [Spacer(10), Paragraph(Run(page.opening, where=page.where), "letter"), Spacer(2)]
    for words in page.paragraphs:
        blocks += [Paragraph(words, "letter"), Spacer(3)]
    ending = _ending(page)
    if page.below:  # what it is for goes with it: the last paragraph and the air under it
        ending = Together((*blocks[-2:], *page.below, *ending.blocks))
        blocks = blocks[:-2]
    blocks.append(ending)
    title = t(N_("Letter to {name}"), language, name=page.where)
    made = page.frame.document(title, tuple(blocks))
    return _as_letter(made, page)


def _ending(page: LetterPage) -> Together:
    """The closing and the signature under it, never parted."""
    first, rest = page.signature[:1], page.signature[1:]
    signed: list[Block] = [Paragraph(bold(line), "letter") for line in first]
    if rest:
        signed.append(Paragraph("\n".join(rest), "letter"))
    closing = Paragraph(Run(page.closing, where=page.where), "letter")
    return Together((Spacer(4), closing, Spacer(_ABOVE_SIGNATURE), *signed))


def _as_letter(made: Document, page: LetterPage) -> Document:
    """No word of when and by whom it was printed: that is the office's business alone."""
    header = (bold(page.frame.profile.city), f" · {page.written} · {page.where}")
    return replace(made, letter=True, header=header, footer="", confidentiality=None)


def _day(day: dt.date | None, language: Language) -> str:
    """ "25 november 2026", "1er novembre 2026"."""
    if day is None:
        return ""
    written = format_date(day, language, "long")
    first = language is Language.FR and day.day == 1
    return written.replace("1 ", "1er ", 1) if first else written


def _address(sheet: LetterSheet, host: str) -> tuple[str, ...]:
    """The envelope: form of address, where the function is held, street, town, country abroad."""
    language, to = sheet.forms.language, sheet.to
    lines = sheet.forms.envelope.text.splitlines()
    place = _place(to, language)
    if place and not any(place in line for line in lines):
        lines.append(place)
    post = to.organisation.draft if to.organisation else None
    return (*lines, *_where(post or (to.person.draft if to.person else None), language, host))


def _place(to: Addressed, language: Language) -> str:
    if to.organisation is None:
        return ""
    if to.posting is not None:
        return protocol.place_of(to.posting, language)
    made = naming.place_name(place_code(to.organisation.place), language)
    return to.organisation.draft.name or made


def _where(
    draft: OrganisationDraft | PersonDraft | None, language: Language, host: str
) -> tuple[str, ...]:
    return postal_lines(postal_of(draft), language, host) if draft is not None else ()
