"""The report of a mission: why, who, what came of it, what follows, what it emitted and cost.

An external one leaves out gifts, costs, the evaluation, single outcomes of companies, and contacts
noted as confidential.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings import mission_results as results
from app.briefings.blocks import (
    Callout,
    Column,
    Fact,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Row,
    Table,
    bold,
)
from app.briefings.house import Audience, Frame, day_words, frame
from app.briefings.participant_list import as_what, styled
from app.briefings.travel_sheet import train_first, travel_facts
from app.briefings.travel_words import modes_chart, modes_told
from app.core.text import N_, Language, format_date, format_time, n, t
from app.dossiers.queries import (
    AgreementRow,
    FollowUp,
    GiftRow,
    ProgrammeRow,
    TaskRow,
    agreements,
    follow_up,
    gifts_of,
)
from app.dossiers.rules import Origin
from app.dossiers.rules import label as dossier_label
from app.missions.queries import (
    ContactMade,
    Costs,
    FairBoard,
    MissionSheet,
    Outcomes,
    ParticipantRow,
    Travel,
    contacts_made,
    costs,
    delegation,
    fair_board,
    mission_actions,
    mission_sheet,
    outcomes,
    programme_of,
    to_settle,
    travel,
)
from app.missions.rules.costs import Money
from app.missions.rules.delegation import GOING, role_label
from app.missions.rules.figures import amount, decimal, plain_amount
from app.missions.rules.mission import kind_label
from app.missions.rules.shares import Payer, PayerKey, payer_label
from app.policy.rules import goal_title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.missions.rules.closing import ClosingFinding

_PEOPLE_SHOWN = 60
"""A larger delegation is told by role alone: the participant list names everybody."""


@dataclass(frozen=True, slots=True)
class MissionReport:
    """What the report says, before it is laid out."""

    frame: Frame
    mission: MissionSheet
    people: tuple[ParticipantRow, ...]
    programme: tuple[ProgrammeRow, ...]
    follow_up: FollowUp
    agreements: tuple[AgreementRow, ...]
    meetings: Outcomes
    board: FairBoard | None
    contacts: tuple[ContactMade, ...]
    actions: tuple[TaskRow, ...]
    gifts: tuple[GiftRow, ...]
    travel: Travel
    costs: Costs
    open: tuple[ClosingFinding, ...]

    @property
    def internal(self) -> bool:
        """Whether it stays in the house."""
        return self.frame.audience is Audience.INTERNAL


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> MissionReport:
    """Gather the report of a mission."""
    going = [row for row in delegation(session, mission_id, language) if row.status in GOING]
    meetings = outcomes(session, mission_id)
    return MissionReport(
        frame(session, language, audience),
        mission_sheet(session, mission_id, language),
        tuple(going),
        programme_of(session, mission_id),
        follow_up(session, mission_id),
        tuple(agreements(session, language, dossier=mission_id)),
        meetings,
        fair_board(session, mission_id) if meetings.total else None,
        tuple(contacts_made(session, mission_id, language)),
        tuple(mission_actions(session, mission_id, language)),
        tuple(gifts_of(session, mission_id, language)),
        travel(session, mission_id),
        costs(session, mission_id),
        to_settle(session, mission_id),
    )


def document(report: MissionReport) -> Document:
    """Lay the report out as blocks."""
    language, internal = report.frame.language, report.internal
    blocks: list[Block] = [_facts(report), *_unsettled(report), *_purpose(report)]
    blocks.append(Heading(t(N_("Outcome"), language)))
    none = t(N_("No outcome was written down yet."), language)
    blocks += [Paragraph(part) for part in (report.follow_up.outcome or none).split("\n\n")]
    blocks += results.objectives(report.mission.objectives, language)
    blocks += results.agreements(report.agreements, language)
    blocks += results.meetings(report.meetings, report.board, language, internal=internal)
    blocks += results.contacts(report.contacts, language, internal=internal)
    blocks += results.actions(report.actions, language)
    blocks += [*_people(report), *_programme(report), *_travel(report)]
    if internal:
        blocks += _costs(report)
        blocks += results.gifts(report.gifts, language)
        blocks += results.evaluation(report.follow_up, _mean(report), language)
    title = t(N_("Mission report"), language)
    return report.frame.document(title, tuple(blocks), report.mission.draft.dossier.title)


def _mean(report: MissionReport) -> str:
    mean, language = report.follow_up.mean, report.frame.language
    return t(N_("{mark} of 5"), language, mark=decimal(mean, language, 1)) if mean else ""


def _facts(report: MissionReport) -> Facts:
    sheet, language = report.mission, report.frame.language
    facts = sheet.draft.dossier
    sdg = t(N_("SDG\u00a0{n}"), language)
    goals = [f"{sdg.format(n=one)} {goal_title(one, language)}" for one in facts.goals]
    cities = " · ".join(dict.fromkeys(one.draft.city for one in sheet.destinations))
    rows: list[tuple[str, Words]] = [
        (N_("Kind"), kind_label(sheet.draft.kind).to(language)),
        (N_("When"), bold(_span(sheet.day, sheet.back_on, language))),
        (N_("Where to"), cities or facts.place),
        (N_("Led by"), sheet.organiser),
        (N_("Part of"), sheet.parent.title if sheet.parent else ""),
        (N_("Origin"), _origin(report) if report.internal else ""),
        (N_("Decision of the college"), _decision(report)),
        (N_("Priorities"), " · ".join(sheet.priorities)),
        (N_("Goals"), " · ".join(goals)),
        (N_("Delegation"), _numbers(report)),
    ]
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _span(first: dt.date | None, last: dt.date | None, language: Language) -> str:
    days = [one for one in (first, last) if one is not None]
    return " – ".join(day_words(one, language) for one in dict.fromkeys(days))


def _origin(report: MissionReport) -> str:
    sheet, language = report.mission, report.frame.language
    origin = dossier_label(Origin(sheet.draft.dossier.origin)).to(language)
    if not sheet.requested_by:
        return origin
    return f"{origin}, {t(N_('asked by {name}'), language, name=sheet.requested_by)}"


def _decision(report: MissionReport) -> str:
    draft, language = report.mission.draft, report.frame.language
    day = format_date(draft.decided_on, language, "long") if draft.decided_on else ""
    return ", ".join(part for part in (draft.decision, day) if part)


def _numbers(report: MissionReport) -> str:
    """How many went, and as what."""
    language = report.frame.language
    count = n(N_("{n} participant"), N_("{n} participants"), len(report.people), language)
    roles: dict[str, int] = {}
    for one in report.people:
        roles[one.role] = roles.get(one.role, 0) + 1
    parts = [f"{number} × {role_label(role).to(language)}" for role, number in roles.items()]
    return t(N_("{count}: {parts}"), language, count=count, parts=", ".join(parts))


def _unsettled(report: MissionReport) -> list[Block]:
    """In the house, before it is closed: what is still open."""
    draft, language = report.mission.draft, report.frame.language
    if not report.internal or draft.closed_on is not None or not report.open:
        return []
    told = "\n".join(one.sentence.to(language) for one in report.open)
    return [Callout(told, "attention", t(N_("Still open"), language))]


def _purpose(report: MissionReport) -> list[Block]:
    facts, language = report.mission.draft.dossier, report.frame.language
    words = [facts.objective, facts.reason if report.internal else ""]
    told: list[Block] = [Paragraph(one) for one in words if one]
    return [Heading(t(N_("Purpose"), language)), *told] if told else []


def _people(report: MissionReport) -> list[Block]:
    language = report.frame.language
    if not report.people or len(report.people) > _PEOPLE_SHOWN:
        return []
    columns = (
        Column("#", width=9, kind="number"),
        Column(t(N_("Name"), language), share=1.3, weight=600),
        Column(t(N_("Function and organisation"), language), share=1.9),
        Column(t(N_("Role"), language), share=0.9),
    )
    rows = tuple(
        Row(
            (str(one.place), styled(one, language), as_what(one), role_label(one.role).to(language))
        )
        for one in report.people
    )
    return [Heading(t(N_("Delegation"), language)), Table(columns, rows)]


def _programme(report: MissionReport) -> list[Block]:
    """A line a day; what is for the house alone is left out of an external one."""
    language = report.frame.language
    days: dict[dt.date, list[tuple[dt.datetime, str]]] = {}
    for one in report.programme:
        draft = one.draft
        if draft.starts_at is None or not draft.title or not (draft.public or report.internal):
            continue
        told = f"{format_time(draft.starts_at, language)} {draft.title}"
        days.setdefault(draft.starts_at.date(), []).append((draft.starts_at, told))
    if not days:
        return []
    columns = (
        Column(t(N_("Day"), language), width=44, weight=600),
        Column(t(N_("Programme"), language), share=1),
    )
    rows = tuple(
        Row((day_words(day, language), " · ".join(told for _at, told in sorted(lines))))
        for day, lines in sorted(days.items())
    )
    return [Heading(t(N_("Programme in short"), language)), Table(columns, rows)]


def _travel(report: MissionReport) -> list[Block]:
    found, language = report.travel, report.frame.language
    if not found.legs:
        return []
    blocks: list[Block] = [
        Heading(t(N_("Travel and CO2"), language)),
        travel_facts(found, language),
    ]
    if found.by_mode:
        caption = t(N_("kg CO2e by mode"), language)
        drawing = modes_chart(found.by_mode, language)
        blocks.append(Figure(drawing, modes_told(found.by_mode, language), caption))
    return [*blocks, *train_first(found, language, internal=report.internal)]


def _costs(report: MissionReport) -> list[Block]:
    """Planned and paid in euro by payer; participants together."""
    found, language = report.costs, report.frame.language
    if not found.lines:
        return []
    columns = (
        Column(t(N_("Payer"), language), share=2, weight=600),
        Column(t(N_("Planned, €"), language), width=32, kind="number"),
        Column(t(N_("Paid, €"), language), width=32, kind="number"),
    )
    keys = list(dict.fromkeys([*found.planned.euro, *found.paid.euro]))
    rows = [
        Row(
            (
                label,
                _sum(found.planned.euro, group, language),
                _sum(found.paid.euro, group, language),
            )
        )
        for label, group in _grouped(keys, report)
    ]
    totals = [plain_amount(found.euro(what), language) for what in ("planned", "paid")]
    rows.append(Row((t(N_("Together"), language), *totals), strong=True))
    blocks: list[Block] = [Heading(t(N_("Costs"), language)), Table(columns, tuple(rows))]
    told = [one.to(language) for one in found.findings]
    budget = report.mission.draft.budget
    if budget is not None:
        told.insert(0, t(N_("Budget: {sum}"), language, sum=amount(Money(budget), language)))
    return [*blocks, Paragraph(" · ".join(told), "note")] if told else blocks


def _sum(euro: dict[PayerKey, Money], keys: Iterable[PayerKey], language: Language) -> str:
    return plain_amount(Money(sum(euro[one].units for one in keys if one in euro)), language)


def _grouped(keys: Iterable[PayerKey], report: MissionReport) -> list[tuple[str, list[PayerKey]]]:
    """The city by its name, partners by theirs, participants as one."""
    language, city = report.frame.language, report.frame.profile.city
    found: dict[str, list[PayerKey]] = {}
    for one in keys:
        if one.payer == Payer.PARTICIPANT:
            label = t(N_("Participants"), language)
        elif one.payer == Payer.CITY:
            label = city
        else:
            label = one.name or payer_label(one.payer).to(language)
        found.setdefault(label, []).append(one)
    return list(found.items())
