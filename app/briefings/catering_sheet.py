"""What the kitchen must know: how many, and what for which seat; never why, never for whom.

A seat says enough to the caterer. Only on an internal paper, and only while somebody has no seat
yet, does a name stand in its place (DOMAIN sections 1.3 and 5).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Column, Fact, Facts, Heading, Paragraph, Row, Table
from app.briefings.house import Audience, Frame, frame, span_words
from app.contacts.rules import names
from app.core.fold import words
from app.core.text import N_, Language, say, t
from app.receptions.queries import (
    CateringRow,
    GuestRow,
    ReceptionSheet,
    catering_notes,
    guests,
    reception_sheet,
)
from app.receptions.rules import COMING

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document


@dataclass(frozen=True, slots=True)
class Plate:
    """An instruction for one seat; `name` stands in only where there is no seat yet."""

    seat: str
    instruction: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CateringSheet:
    """The kitchen's numbers before they are laid out; plates in the order of the seats."""

    frame: Frame
    reception: ReceptionSheet
    persons: int
    plates: tuple[Plate, ...]

    @property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """How often each instruction, the commonest first; however it was written."""
        counts = Counter(words(one.instruction) for one in self.plates)
        said = {words(one.instruction): one.instruction for one in reversed(self.plates)}
        return tuple(
            (said[key], counts[key]) for key in sorted(counts, key=lambda k: (-counts[k], k))
        )


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> CateringSheet:
    """The notes of those who come; names only where the paper stays in the house."""
    notes = catering_notes(session, reception_id)
    named = audience is Audience.INTERNAL
    coming = [row for row in guests(session, reception_id, language) if row.status in COMING]
    plates = [_plate(row, note, named=named) for row in coming for note in notes.get(row.id, ())]
    plates.sort(key=lambda one: (not one.seat, _natural(one.seat), words(one.instruction)))
    sheet = reception_sheet(session, reception_id)
    return CateringSheet(frame(session, language, audience), sheet, sheet.expected, tuple(plates))


def _plate(row: GuestRow, note: CateringRow, *, named: bool) -> Plate:
    companion = next((one for one in row.companions if one.id == note.draft.companion), None)
    seat = companion.draft.seat if companion else row.seat
    name = companion.name if companion else names.full_name(row.name)
    return Plate(seat, note.draft.instruction, name if named and not seat else "")


def _natural(seat: str) -> tuple[tuple[int, str], ...]:
    """Seat 9 before seat 10, table A before table B."""
    parts = "".join(letter if letter.isdigit() else f" {letter} " for letter in seat).split()
    return tuple((int(part), "") if part.isdigit() else (0, part.lower()) for part in parts)


def document(sheet: CateringSheet) -> Document:
    """Totals, then seat by seat."""
    language = sheet.frame.language
    told = sheet.reception.draft.dossier
    facts = (
        (N_("When"), span_words(told.starts_at, told.ends_at, language)),
        (N_("Where"), told.place),
        (N_("Expected"), say(N_("{n} person"), N_("{n} persons"), n=sheet.persons).to(language)),
        (N_("With an instruction"), str(len(sheet.plates))),
    )
    totals = Table(
        (
            Column(t(N_("How many"), language), width=22, kind="number"),
            Column(t(N_("Instruction"), language), share=1.0, weight=600),
        ),
        tuple(Row((str(number), words_of)) for words_of, number in sheet.totals),
        t(N_("There are no instructions."), language),
    )
    seats = Table(
        (
            Column(t(N_("Seat"), language), width=46, weight=600),
            Column(t(N_("Instruction"), language), share=1.0),
        ),
        tuple(Row((_seat(one, language), one.instruction)) for one in sheet.plates),
        t(N_("There are no instructions."), language),
    )
    note = t(N_("Destroy this sheet after the event. It gives no reasons: ask none."), language)
    blocks = (
        Facts(tuple(Fact(t(name, language), value) for name, value in facts if value)),
        Heading(t(N_("Totals"), language), 2),
        totals,
        Heading(t(N_("By seat"), language), 2),
        seats,
        Paragraph(note, "note"),
    )
    return sheet.frame.document(t(N_("Catering sheet"), language), blocks, told.title)


def _seat(one: Plate, language: Language) -> str:
    return one.seat or one.name or t(N_("seat to follow"), language)
