"""Gifts on paper: the slip that goes with one, and the register for the college and the audit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Column,
    Fact,
    Facts,
    GroupRow,
    Heading,
    Paragraph,
    Row,
    Spacer,
    Table,
    bold,
)
from app.briefings.house import Audience, Frame, day_words, frame
from app.core.text import N_, Language, format_date, t
from app.dossiers.queries import GiftRow, gift, gifts
from app.dossiers.rules import Direction, direction_label, euros

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document

_SIGNING = 46.0


@dataclass(frozen=True, slots=True)
class GiftSlip:
    """A gift before its slip is laid out."""

    frame: Frame
    gift: GiftRow


def compose_slip(
    session: Session, reference: UUID, language: Language, audience: Audience
) -> GiftSlip:
    """The slip of one gift."""
    return GiftSlip(frame(session, language, audience), gift(session, reference, language))


def slip_document(slip: GiftSlip) -> Document:
    """What, from whom, for whom, when, worth what; two names to be signed."""
    language, row, draft = slip.frame.language, slip.gift, slip.gift.draft
    internal = slip.frame.audience is Audience.INTERNAL
    rows = (
        (N_("Gift"), draft.what),
        (N_("Given by"), giver(row, slip.frame)),
        (N_("Received by"), receiver(row, slip.frame)),
        (N_("Day"), day_words(draft.given_on, language) if draft.given_on else ""),
        (N_("Occasion"), occasion(row)),
        (N_("Value"), value(row) if internal else ""),
        (N_("Where it is now"), draft.kept_at),
        (N_("Note"), draft.note if internal else ""),
    )
    facts = Facts(tuple(Fact(t(name, language), words) for name, words in rows if words))
    signing: list[Block] = []
    for name in (N_("Handed over by"), N_("Received by")):
        signing += [Spacer(_SIGNING), Paragraph(t(name, language), "note"), Paragraph("…" * 28)]
    title = t(N_("Gift slip"), language)
    way = direction_label(draft.direction).to(language)
    lead = Paragraph(bold(draft.what), "lead")
    return slip.frame.document(title, (lead, facts, *signing), way)


@dataclass(frozen=True, slots=True)
class GiftRegister:
    """The register before it is laid out, the newest first."""

    frame: Frame
    rows: tuple[GiftRow, ...]


def compose_register(
    session: Session, reference: UUID | None, language: Language, audience: Audience
) -> GiftRegister:
    """Every gift, in both directions."""
    del reference
    return GiftRegister(frame(session, language, audience), tuple(gifts(session, language)))


def register_document(register: GiftRegister) -> Document:
    """Two tables, received and given, each by year, with the sum of what is known."""
    language = register.frame.language
    blocks: list[Block] = []
    for way in (Direction.OUT, Direction.IN):
        rows = [one for one in register.rows if one.draft.direction == way]
        blocks.append(Heading(_heading(way, rows, language), 2))
        blocks.append(_table(rows, way, register.frame))
    title = t(N_("Gift register"), language)
    return register.frame.document(title, tuple(blocks), landscape=True)


def _heading(way: Direction, rows: list[GiftRow], language: Language) -> str:
    name = N_("Gifts given") if way is Direction.OUT else N_("Gifts received")
    worth = sum(one.draft.value or 0 for one in rows)
    unknown = sum(1 for one in rows if one.draft.value is None)
    parts = [t(name, language), str(len(rows))]
    if worth:
        parts.append(f"€ {euros(worth)}")
    if unknown:
        parts.append(t(N_("value unknown: {n}"), language, n=unknown))
    return " · ".join(parts)


def _table(rows: list[GiftRow], way: Direction, made: Frame) -> Table:
    language = made.language
    columns = (
        Column(t(N_("Day"), language), width=24),
        Column(t(N_("Gift"), language), share=1.5, weight=600),
        Column(t(N_("Given by"), language), share=1.2),
        Column(t(N_("Received by"), language), share=1.2),
        Column(t(N_("Occasion"), language), share=1.3),
        Column(t(N_("Value"), language), width=20, kind="number"),
        Column(t(N_("Where it is now"), language)),
    )
    lines: list[Row | GroupRow] = []
    year = ""
    for one in rows:
        of = str(one.draft.given_on.year) if one.draft.given_on else t(N_("no day given"), language)
        if of != year:
            lines.append(GroupRow(of))
            year = of
        lines.append(Row(_cells(one, made), one.draft.what))
    empty = N_("No gift was given yet.") if way is Direction.OUT else N_("No gift came in yet.")
    return Table(columns, tuple(lines), t(empty, language))


def _cells(one: GiftRow, made: Frame) -> tuple[str, ...]:
    draft = one.draft
    day = format_date(draft.given_on, made.language) if draft.given_on else ""
    return (
        day, draft.what, giver(one, made), receiver(one, made), occasion(one), value(one),
        draft.kept_at,
    )  # fmt: skip


def giver(row: GiftRow, made: Frame) -> str:
    """Who gave it: as written, else who is known, the city for what went out."""
    if row.draft.giver:
        return row.draft.giver
    return made.profile.city if row.draft.direction == Direction.OUT else _known(row)


def receiver(row: GiftRow, made: Frame) -> str:
    """Who received it: as written, else who is known, the city for what came in."""
    if row.draft.receiver:
        return row.draft.receiver
    return made.profile.city if row.draft.direction == Direction.IN else _known(row)


def _known(row: GiftRow) -> str:
    return ", ".join(one.name for one in row.about if one.kind in ("person", "organisation"))


def occasion(row: GiftRow) -> str:
    """The occasion, else the reception or mission."""
    at = [one.name for one in row.about if one.kind in ("reception", "mission")]
    return row.draft.occasion or ", ".join(at)


def value(row: GiftRow) -> str:
    """The value in euro, "" where nobody knows it."""
    return f"€ {euros(row.draft.value)}" if row.draft.value is not None else ""
