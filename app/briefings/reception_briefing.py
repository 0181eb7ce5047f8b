"""The briefing a mayor holds: why, when, where and who on one page; then everybody in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Block,
    Callout,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    PersonCard,
    Points,
    Row,
    Run,
    Table,
    bold,
    italic,
)
from app.briefings.guest_words import GuestWords, guest_words
from app.briefings.house import Audience, Frame, day_words, frame, span_words
from app.core.text import N_, format_time, say, t
from app.dossiers.rules import Origin
from app.policy.rules import goal_title
from app.receptions.queries import ReceptionSheet, guests, reception_sheet
from app.receptions.rules import Circle, Status

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words
    from app.core.text import Language
    from app.dossiers.queries import ProgrammeRow

CARDS = 12
"""So many people get a card with picture and last contact; the others a line in the table."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the briefing says, before it is laid out."""

    frame: Frame
    reception: ReceptionSheet
    people: tuple[GuestWords, ...]
    replies: dict[str, int]


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> Briefing:
    """Gather the briefing of a reception; an external one has no notes and no points."""
    sheet = reception_sheet(session, reception_id)
    listed = guests(session, reception_id, language)
    coming = [row for row in listed if row.place]
    words = guest_words(session, coming, language, audience, sheet.day)
    return Briefing(frame(session, language, audience), sheet, tuple(words), sheet.counts)


def document(briefing: Briefing) -> Document:
    """Lay the briefing out as blocks."""
    facts, language = briefing.reception.draft.dossier, briefing.frame.language
    internal = briefing.frame.audience is Audience.INTERNAL
    blocks: list[Block] = [_facts(briefing)]
    if internal and facts.points_to_raise:
        points = facts.points_to_raise
        title = t(N_("Three points to raise"), language)
        blocks.append(Heading(title if len(points) == 3 else t(N_("Points to raise"), language)))
        blocks.append(Points(points))
    if internal and facts.to_avoid:
        blocks.append(Callout(facts.to_avoid, "attention", t(N_("Rather not"), language)))
    blocks += _people(briefing)
    blocks += _programme(briefing)
    if internal and facts.note:
        blocks += [Heading(t(N_("Notes"), language)), Paragraph(facts.note)]
    return briefing.frame.document(facts.title, tuple(blocks), _subtitle(briefing))


def _subtitle(briefing: Briefing) -> Words:
    language = briefing.frame.language
    honoured = [one for one in briefing.people if one.row.guest_of_honour]
    if honoured:
        first = honoured[0]
        return t(N_("Reception of {guest}"), language, guest=first.styled_name) + (
            f", {first.title}" if first.title else ""
        )
    return briefing.reception.draft.dossier.subtitle


def _facts(briefing: Briefing) -> Facts:
    reception, language = briefing.reception, briefing.frame.language
    facts = reception.draft.dossier
    internal = briefing.frame.audience is Audience.INTERNAL
    rows: list[tuple[str, Words]] = [
        (N_("When"), _bold(span_words(facts.starts_at, facts.ends_at, language))),
        (N_("Where"), facts.place),
        (N_("Host"), facts.host),
        (N_("Why"), _why(reception, language) if internal else facts.reason),
        (N_("Objective"), facts.objective if internal else ""),
        (N_("Your part"), facts.host_part if internal else ""),
        (N_("Expected"), _expected(briefing)),
        (N_("Dress"), reception.draft.dress),
        (N_("Precedence"), reception.precedence.told.to(language) if internal else ""),
    ]
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _bold(words: str) -> Words:
    return bold(words) if words else ""


def _why(reception: ReceptionSheet, language: Language) -> str:
    facts = reception.draft.dossier
    proactive = facts.origin == Origin.PROACTIVE
    start = N_("On our own initiative") if proactive else N_("On request")
    parts = [t(start, language)]
    if reception.requested_by:
        parts.append(t(N_("asked by {name}"), language, name=reception.requested_by))
    told = ", ".join(parts) + (f": {facts.reason}" if facts.reason else "")
    tags = list(reception.priorities)
    sdg = N_("SDG\u00a0{n}")
    tags += [f"{t(sdg, language, n=one)} {goal_title(one, language)}" for one in facts.goals]
    return f"{told}. {' · '.join(tags)}" if tags else told


def _expected(briefing: Briefing) -> str:
    language, counts = briefing.frame.language, briefing.replies
    if not briefing.people:
        return ""
    told = say(N_("{n} person"), N_("{n} persons"), n=briefing.reception.expected).to(language)
    awaiting = counts.get(Status.INVITED, 0)
    if awaiting and briefing.frame.audience is Audience.INTERNAL:
        told += ", " + say(N_("{n} reply open"), N_("{n} replies open"), n=awaiting).to(language)
    return told


def _people(briefing: Briefing) -> list[Block]:
    language = briefing.frame.language
    if not briefing.people:
        return []
    first = [one for one in briefing.people if one.row.circle != Circle.PRESS][:CARDS]
    others = [one for one in briefing.people if one not in first]
    title = t(N_("Whom you meet, in order of precedence"), language)
    blocks: list[Block] = [Heading(title), *(_card(one, briefing) for one in first)]
    if others:
        blocks += [Heading(t(N_("Also there"), language)), _table(others, language)]
    return blocks


def _card(one: GuestWords, briefing: Briefing) -> PersonCard:
    language = briefing.frame.language
    lines: list[Words] = []
    said: list[str | Run] = []
    if one.pronunciation:
        said += [t(N_("Say:"), language) + " ", italic(one.pronunciation), ". "]
    if one.spoken:
        said.append(t(N_("Address: “{form}”."), language, form=one.spoken))
    if said:
        lines.append(tuple(said))
    if one.note:
        lines.append(one.note)
    side = []
    if briefing.frame.audience is Audience.INTERNAL:
        met = t(N_("not received before"), language)
        if one.last_met is not None and one.last_met.day is not None:
            met = f"{day_words(one.last_met.day, language)}, {one.last_met.title}"
        side.append(Fact(t(N_("Last contact"), language), met))
    function = one.title
    if one.since is not None:
        since = t(N_("since {day}"), language, day=_long(one.since, language))
        function = f"{function}, {since}" if function else since
    return PersonCard(
        one.name_words(),
        function,
        tuple(lines),
        tuple(side),
        one.initials,
        one.row.person.photo,
        one.where,
    )


def _long(day: dt.date, language: Language) -> str:
    from app.core.text import format_date

    return format_date(day, language, "long")


def _table(people: list[GuestWords], language: Language) -> Table:
    columns = (
        Column("#", width=9, kind="number"),
        Column(t(N_("Name"), language), share=1.2, weight=600),
        Column(t(N_("Function"), language), share=1.6),
        Column(t(N_("Say"), language), share=0.9),
    )
    rows = tuple(
        Row((str(one.row.place), one.listed_words(), one.title, one.pronunciation), one.where)
        for one in people
    )
    return Table(columns, rows)


def _programme(briefing: Briefing) -> list[Block]:
    language = briefing.frame.language
    internal = briefing.frame.audience is Audience.INTERNAL
    items = [row for row in briefing.reception.programme if internal or row.draft.public]
    if not items:
        return []
    columns = [
        Column(t(N_("Time"), language), width=16, weight=600),
        Column(t(N_("What"), language), share=2),
        Column(t(N_("Where"), language)),
    ]
    if internal:
        columns.append(Column(t(N_("Owner"), language), share=0.8))
    rows = tuple(Row(_item(row, language, internal=internal)) for row in items)
    return [Heading(t(N_("Programme"), language)), Table(tuple(columns), rows)]


def _item(row: ProgrammeRow, language: Language, *, internal: bool) -> tuple[Words, ...]:
    item = row.draft
    time = format_time(item.starts_at, language) if item.starts_at else ""
    what = f"{item.title} ({item.host})" if item.host else item.title
    if internal and item.note:
        what += f"\n{item.note}"
    cells = (time, what, item.place)
    return (*cells, item.owner) if internal else cells
