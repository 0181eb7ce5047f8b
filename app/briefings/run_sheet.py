"""The run sheet of the day, minute by minute: what ushers and drivers work by.

Outside the house it goes without phones, notes and lines for staff.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Callout,
    Column,
    Fact,
    Facts,
    GroupRow,
    Heading,
    Row,
    Run,
    Table,
    bold,
    muted,
)
from app.briefings.house import Audience, Frame, frame, span_words
from app.briefings.programme_words import by_day, ends_at, spoken_words
from app.core.fold import words as folded
from app.core.text import N_, format_time, t
from app.dossiers.queries.day_roles import DayRole, day_roles
from app.dossiers.rules.findings import Finding, Severity
from app.dossiers.rules.programme import ItemKind, item_label
from app.receptions.queries import ReceptionSheet, reception_findings, reception_sheet

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.core.text import Language
    from app.dossiers.draft import ProgrammeDraft
    from app.dossiers.queries import ProgrammeRow


@dataclass(frozen=True, slots=True)
class RunSheet:
    """The run sheet, before it is laid out; `wrong` is what must still be mended."""

    frame: Frame
    reception: ReceptionSheet
    lines: tuple[ProgrammeRow, ...]
    roles: tuple[DayRole, ...]
    wrong: tuple[Finding, ...]

    @property
    def internal(self) -> bool:
        """Whether it stays in the house."""
        return self.frame.audience is Audience.INTERNAL


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> RunSheet:
    """Gather lines, roles and what is wrong; others get the lines for guests alone."""
    sheet = reception_sheet(session, reception_id)
    internal = audience is Audience.INTERNAL
    lines = tuple(row for row in sheet.programme if internal or row.draft.public)
    found = reception_findings(session, reception_id) if internal else ()
    wrong = tuple(one for one in found if one.severity is Severity.WRONG)
    roles = day_roles(session, reception_id) if internal else ()
    return RunSheet(frame(session, language, audience), sheet, lines, roles, wrong)


def document(made: RunSheet) -> Document:
    """Lay the run sheet out as blocks, on its side."""
    facts, language = made.reception.draft.dossier, made.frame.language
    told: list[tuple[str, Words]] = [
        (N_("When"), bold(span_words(facts.starts_at, facts.ends_at, language))),
        (N_("Where"), facts.place),
        (N_("Host"), facts.host),
    ]
    rows = tuple(Fact(t(label, language), value) for label, value in told if _filled(value))
    blocks: list[Block] = [Facts(rows), *_roles(made)]
    if made.wrong:
        words = "\n".join(one.sentence.to(language) for one in made.wrong)
        blocks.append(Callout(words, "wrong", t(N_("Still to mend"), language)))
    blocks.append(_table(made))
    title = t(N_("Run sheet"), language)
    return made.frame.document(title, tuple(blocks), facts.title, landscape=True)


def _filled(words: Words) -> bool:
    return bool(words.text if isinstance(words, Run) else words)


def _roles(made: RunSheet) -> list[Block]:
    language = made.frame.language
    if not made.roles:
        return []
    half = (
        Column(t(N_("Role"), language), share=1.2, weight=600),
        Column(t(N_("Name"), language)),
        Column(t(N_("Phone"), language), width=26),
    )
    told = [_role(one, language) for one in made.roles]
    split = (len(told) + 1) // 2 if len(told) > 1 else len(told)
    left, right = told[:split], told[split:]
    right += [("", "", "")] * (len(left) - len(right))
    columns = half * 2 if made.roles[1:] else half
    rows = tuple(
        Row((*one, *other) if made.roles[1:] else one)
        for one, other in zip(left, right, strict=True)
    )
    return [Heading(t(N_("Who does what"), language)), Table(columns, rows)]


def _role(one: DayRole, language: Language) -> tuple[Words, Words, Words]:
    return one.role, one.name or muted(t(N_("to be named"), language)), one.phone


def _table(made: RunSheet) -> Table:
    language = made.frame.language
    columns = [
        Column(t(N_("Time"), language), width=20, weight=600),
        Column(t(N_("Min."), language), width=12, kind="number"),
        Column(t(N_("What"), language), share=1.7),
        Column(t(N_("Where"), language), share=1.1),
        Column(t(N_("Host"), language), share=0.9),
        Column(t(N_("Owner"), language), share=0.9),
    ]
    if made.internal:
        columns.append(Column(t(N_("To do and to know"), language), share=1.4))
    rows: list[Row | GroupRow] = []
    for day, lines in by_day(made.lines, language):
        rows += [GroupRow(day)] if day else []
        rows += [_row(one.draft, made) for one in lines]
    empty = t(N_("The programme follows."), language)
    return Table(tuple(columns), tuple(rows), empty, size=9.5)


def _row(item: ProgrammeDraft, made: RunSheet) -> Row:
    language = made.frame.language
    cells: tuple[Words, ...] = (
        _time(item, language),
        str(item.minutes) if item.minutes is not None else "",
        _what(item, language),
        _place(item, language),
        item.host,
        _owner(item, made),
    )
    if made.internal:
        cells = (*cells, _know(item, language))
    return Row(cells, where=item.title)


def _time(item: ProgrammeDraft, language: Language) -> Words:
    if item.starts_at is None:
        return ""
    begins = bold(format_time(item.starts_at, language))
    said: list[str | Run] = [begins]
    if item.minutes:
        said.append(muted(f"\n– {format_time(ends_at(item), language)}"))
    if item.fixed:
        said.append(muted("\n" + t(N_("fixed"), language)))
    return tuple(said)


def _what(item: ProgrammeDraft, language: Language) -> Words:
    said: list[str | Run] = [bold(item.title)]
    if not item.public:
        said.append(muted(f" ({t(N_('staff only'), language)})"))
    lines = []
    if item.kind != ItemKind.ITEM:
        kind = item_label(item.kind).to(language)
        lines.append(f"{kind}: {item.speaker}" if item.speaker else kind)
    elif item.speaker:
        lines.append(item.speaker)
    if item.language or item.interpreter:
        spoken = spoken_words(item, language)
        lines.append(f"{spoken}: {item.interpreter}" if item.interpreter else spoken)
    if item.attendees:
        lines.append(t(N_("With {names}"), language, names=item.attendees))
    for line in lines:
        said += [Run("\n"), line]
    return tuple(said)


def _place(item: ProgrammeDraft, language: Language) -> Words:
    if not item.travel_minutes:
        return item.place
    way = t(N_("{n} min on the way"), language, n=item.travel_minutes)
    return (item.place, Run("\n"), muted(way)) if item.place else muted(way)


def _owner(item: ProgrammeDraft, made: RunSheet) -> Words:
    phone = item.phone or _phone_of(item.owner, made.roles)
    if not made.internal or not phone:
        return item.owner
    return (item.owner, Run("\n"), phone) if item.owner else phone


def _phone_of(name: str, roles: tuple[DayRole, ...]) -> str:
    wanted = folded(name)
    return next((one.phone for one in roles if wanted and folded(one.name) == wanted), "")


def _know(item: ProgrammeDraft, language: Language) -> Words:
    lines = [item.note] if item.note else []
    if item.rain_plan:
        lines.append(t(N_("If it rains: {plan}"), language, plan=item.rain_plan))
    return "\n".join(lines)
