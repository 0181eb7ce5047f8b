"""The programme that guests hold: times, places, who receives and speaks, in which language.

Nothing of the house reaches it: no line for staff, no owner, no phone, no note. So it is the same
paper for the house and for others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Column, Fact, Facts, GroupRow, Row, Run, Table, bold, muted
from app.briefings.house import Audience, Frame, frame, span_words
from app.briefings.programme_words import apart, by_day, hours, spoken_words
from app.briefings.speech_order import present, speaking
from app.core.text import N_, t
from app.dossiers.rules.programme import ItemKind
from app.receptions.queries import ReceptionSheet, reception_sheet

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words
    from app.briefings.guest_words import GuestWords
    from app.core.text import Language
    from app.dossiers.queries import ProgrammeRow


@dataclass(frozen=True, slots=True)
class Programme:
    """The public programme, before it is laid out; `lines` are those for guests.

    `speakers` has name and function of those who are on the guest list, by what was typed.
    """

    frame: Frame
    reception: ReceptionSheet
    lines: tuple[ProgrammeRow, ...]
    speakers: dict[str, str]


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> Programme:
    """Gather the public lines; always as others may see it."""
    del audience
    sheet = reception_sheet(session, reception_id)
    lines = tuple(row for row in sheet.programme if row.draft.public)
    typed = [row.draft.speaker for row in lines if row.draft.speaker]
    known = present(session, sheet, language) if typed else []
    speakers = {one: _styled(speaking(known, one), one) for one in typed}
    return Programme(frame(session, language, Audience.EXTERNAL), sheet, lines, speakers)


def _styled(who: GuestWords | None, typed: str) -> str:
    if who is None:
        return typed
    return f"{who.styled_name}, {who.title}" if who.title else who.styled_name


def document(made: Programme) -> Document:
    """Lay the programme out as blocks: large enough to be read standing."""
    facts, language = made.reception.draft.dossier, made.frame.language
    told: list[tuple[str, Words]] = [
        (N_("When"), span_words(facts.starts_at, facts.ends_at, language)),
        (N_("Where"), facts.place),
        (N_("Host"), facts.host),
        (N_("Dress"), made.reception.draft.dress),
    ]
    head = Facts(tuple(Fact(t(label, language), value) for label, value in told if value))
    columns = [
        Column(t(N_("Time"), language), width=30, weight=600),
        Column(t(N_("Programme"), language), share=1.7),
        Column(t(N_("Where"), language), share=1.1),
    ]
    spoken = any(row.draft.language or row.draft.interpreter for row in made.lines)
    if spoken:
        columns.append(Column(t(N_("Language"), language), share=0.7))
    rows: list[Row | GroupRow] = []
    for day, lines in by_day(made.lines, language):
        rows += [GroupRow(day)] if day else []
        rows += [_row(one, made, spoken=spoken) for one in lines]
    empty = t(N_("The programme follows."), language)
    table = Table(tuple(columns), tuple(rows), empty, size=10.5)
    return made.frame.document(facts.title, (head, table), facts.subtitle)


def _row(one: ProgrammeRow, made: Programme, *, spoken: bool) -> Row:
    item, language = one.draft, made.frame.language
    cells: tuple[Words, ...] = (hours(item, language), _what(one, made), item.place)
    return Row((*cells, spoken_words(item, language)) if spoken else cells, where=item.title)


def _what(one: ProgrammeRow, made: Programme) -> Words:
    item, language = one.draft, made.frame.language
    said: list[str | Run] = [bold(item.title)]
    lines = []
    if item.speaker and item.kind == ItemKind.SPEECH:
        lines.append(made.speakers.get(item.speaker, item.speaker))
    elif host := apart(item.host, made.reception.draft.dossier.host):
        lines.append(t(N_("Host: {name}"), language, name=host))
    if item.attendees:
        lines.append(t(N_("For {names}"), language, names=item.attendees))
    for line in lines:
        said += [Run("\n"), muted(line)]
    return tuple(said)
