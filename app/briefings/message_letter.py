"""A message to a guest on the city's paper; its envelope and its label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.briefings.blocks import Card, CardLine, Cards, Envelope, Figure, SheetName, bold, name
from app.briefings.door_code import qr_drawing
from app.briefings.envelopes import SIZES, EnvelopeSize
from app.briefings.house import Audience, Frame
from app.briefings.letter import LetterPage, document
from app.contacts.rules import naming
from app.core import clock, settings
from app.core.text import N_, Language, format_date, t

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.briefings.blocks import Document, Words
    from app.core.profile import Profile

Addressed = tuple[tuple[str, ...], str]
"""The lines of an address, and whose it is."""


def letter(
    office: Profile,
    language: Language,
    day: dt.date,
    *,
    address: tuple[str, ...],
    subject: str,
    opening: str,
    paragraphs: Sequence[str],
    told: str,
    closing: str,
    signature: tuple[str, ...],
    where: str,
    code: str = "",
) -> Document:
    """The letter as a document. `told` is the paragraph with what, when and where: its first line
    stands out. `code` is drawn for the scanner at the door.
    """
    written = format_date(day, language, "long")
    city = naming.plain_city(office.city, language)
    page = LetterPage(
        _frame(office, language),
        address,
        t(N_("{city}, {day}"), language, city=city, day=written),
        written,
        subject,
        opening,
        tuple(_facts(one) if one == told else one for one in paragraphs),
        closing,
        signature,
        where,
        (Figure(qr_drawing(code), code),) if code else (),
    )
    return document(page)


def _facts(paragraph: str) -> Words:
    first, _, rest = paragraph.partition("\n")
    return (bold(first), f"\n{rest}") if rest else bold(first)


def envelopes(
    office: Profile, language: Language, size: EnvelopeSize, addressed: Sequence[Addressed]
) -> Document:
    """An envelope for each, in the order of the letters."""
    title = t(N_("Envelopes"), language)
    sender = (office.service, office.city)
    blocks = tuple(Envelope(lines, sender, whose) for lines, whose in addressed)
    made = _frame(office, language).document(title, blocks)
    return replace(made, page=SIZES[size])


def labels(
    office: Profile,
    language: Language,
    sheet: SheetName,
    addressed: Sequence[Addressed],
    start: int = 1,
) -> Document:
    """A label for each, from the `start`-th of a half-used sheet."""
    cards = tuple(
        Card(
            (CardLine(name(lines[0]), "name"), *(CardLine(line) for line in lines[1:])),
            where=whose,
        )
        for lines, whose in addressed
        if lines
    )
    return _frame(office, language).document(
        t(N_("Labels"), language), (Cards(sheet, cards, start),)
    )


def _frame(office: Profile, language: Language) -> Frame:
    moment = clock.now().astimezone()
    return Frame(office, language, Audience.EXTERNAL, moment, settings.who())
