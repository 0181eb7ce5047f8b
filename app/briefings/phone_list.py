"""Whom to phone: who has not answered though the deadline is near or past, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Column, Fact, Facts, Row, Run, Table, TickBox
from app.briefings.guest_words import GuestWords, guest_words
from app.briefings.house import Audience, Frame, day_words, frame, span_words
from app.core.text import N_, Language, t
from app.receptions.queries import PhoneRow, ReceptionSheet, phone_list, reception_sheet

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.receptions.queries import Phone


@dataclass(frozen=True, slots=True)
class PhoneList:
    """The calls to make, in order of precedence, before they are laid out."""

    frame: Frame
    reception: ReceptionSheet
    calls: tuple[tuple[GuestWords, PhoneRow], ...]


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> PhoneList:
    """Who is to be phoned; private numbers only on an internal paper."""
    sheet = reception_sheet(session, reception_id)
    rows = phone_list(session, reception_id, language)
    words = guest_words(session, [row.guest for row in rows], language, audience, sheet.day)
    return PhoneList(
        frame(session, language, audience), sheet, tuple(zip(words, rows, strict=True))
    )


def document(listed: PhoneList) -> Document:
    """A line a guest: a box to tick, where to phone, room for the answer."""
    language = listed.frame.language
    columns = (
        Column("", width=8, kind="tick"),
        Column(t(N_("Name"), language), share=1.2, weight=600),
        Column(t(N_("Function"), language), share=1.2),
        Column(t(N_("Phone"), language), share=1.4),
        Column(t(N_("Deadline"), language), width=40),
        Column(t(N_("Answer"), language), width=34),
    )
    internal = listed.frame.audience is Audience.INTERNAL
    rows = tuple(
        Row(
            (
                TickBox(),
                words.name_words(),
                words.title,
                _numbers(row, language, internal=internal),
                row.call.reason.to(language),
                "",
            ),
            words.where,
        )
        for words, row in listed.calls
    )
    table = Table(columns, rows, t(N_("Nobody needs to be phoned."), language))
    title = t(N_("Guests to phone"), language)
    told = listed.reception.draft
    facts = (
        (N_("When"), span_words(told.dossier.starts_at, told.dossier.ends_at, language)),
        (N_("Where"), told.dossier.place),
        (N_("Reply by"), day_words(told.reply_by, language) if told.reply_by else ""),
    )
    shown = Facts(tuple(Fact(t(name, language), value) for name, value in facts if value))
    return listed.frame.document(title, (shown, table), told.dossier.title, landscape=True)


def _numbers(row: PhoneRow, language: Language, *, internal: bool) -> tuple[Run, ...]:
    runs: list[Run] = []
    for phone in row.phones:
        if phone.private and not internal:
            continue
        if runs:
            runs.append(Run("\n"))
        runs.append(Run(_line(phone, language)))
    return tuple(runs)


def _line(phone: Phone, language: Language) -> str:
    numbers = ", ".join(phone.numbers)
    if phone.role is None:
        return numbers
    role = phone.role.to(language)
    return f"{numbers} ({role}: {phone.who})" if phone.who else f"{numbers} ({role})"
