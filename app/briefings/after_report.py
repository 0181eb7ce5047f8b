"""After it was held: what came of it, who came, what is to be done, what it cost, how it is judged.

An external one keeps to the outcome and who was there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Column, Fact, Facts, Heading, Paragraph, Row, Table, bold
from app.briefings.guest_words import GuestWords, guest_words
from app.briefings.house import Audience, Frame, day_words, frame, span_words
from app.core.text import N_, format_amount, say, t
from app.dossiers.queries import FollowUp, TaskRow, actions, follow_up
from app.dossiers.rules import Origin
from app.dossiers.rules import label as dossier_label
from app.dossiers.rules.costs import left_words
from app.dossiers.rules.evaluation import mark_words, question_words
from app.policy.rules import goal_title
from app.receptions.queries import (
    Attendance,
    DoorCounts,
    ReceptionSheet,
    attendance,
    door,
    guests,
    reception_sheet,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class AfterReport:
    """What the report says, before it is laid out; `came` stands in order of precedence."""

    frame: Frame
    reception: ReceptionSheet
    follow_up: FollowUp
    attendance: Attendance
    counts: DoorCounts
    came: tuple[GuestWords, ...]
    actions: tuple[TaskRow, ...]

    @property
    def internal(self) -> bool:
        """Whether it stays in the house."""
        return self.frame.audience is Audience.INTERNAL


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> AfterReport:
    """Gather the report of a reception."""
    sheet = reception_sheet(session, reception_id)
    whole = door(session, reception_id, language)
    there = {row.id for row in whole.rows if row.came}
    rows = [row for row in guests(session, reception_id, language) if row.id in there]
    return AfterReport(
        frame(session, language, audience),
        sheet,
        follow_up(session, reception_id),
        attendance(session, reception_id),
        whole.counts,
        tuple(guest_words(session, rows, language, audience, sheet.day)),
        tuple(actions(session, reception_id, language)),
    )


def document(report: AfterReport) -> Document:
    """Lay the report out as blocks."""
    language = report.frame.language
    blocks: list[Block] = [_facts(report), Heading(t(N_("Outcome"), language))]
    none = t(N_("No outcome was written down yet."), language)
    blocks.append(Paragraph(report.follow_up.outcome or none))
    if report.internal:
        blocks += _actions(report)
        blocks += _costs(report)
        blocks += _evaluation(report)
    blocks += _people(report)
    title = t(N_("After-report"), language)
    return report.frame.document(title, tuple(blocks), report.reception.draft.dossier.title)


def _facts(report: AfterReport) -> Facts:
    reception, language = report.reception, report.frame.language
    facts = reception.draft.dossier
    origin = dossier_label(Origin(facts.origin)).to(language)
    if reception.requested_by:
        asked = t(N_("asked by {name}"), language, name=reception.requested_by)
        origin = f"{origin}, {asked}"
    sdg = t(N_("SDG\u00a0{n}"), language)
    goals = [f"{sdg.format(n=one)} {goal_title(one, language)}" for one in facts.goals]
    rows: list[tuple[str, Words]] = [
        (N_("When"), _bold(span_words(facts.starts_at, facts.ends_at, language))),
        (N_("Where"), facts.place),
        (N_("Host"), facts.host),
        (N_("Origin"), origin if report.internal else ""),
        (N_("Objective"), facts.objective if report.internal else ""),
        (N_("Priorities"), " · ".join(reception.priorities)),
        (N_("Goals"), " · ".join(goals)),
        (N_("Were there"), _numbers(report)),
        (N_("Did not come"), ", ".join(report.attendance.no_shows) if report.internal else ""),
        (N_("No photographs of"), ", ".join(report.attendance.no_photo) if report.internal else ""),
    ]
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _bold(words: str) -> Words:
    return bold(words) if words else ""


def _numbers(report: AfterReport) -> str:
    language, counts = report.frame.language, report.counts
    told = [say(N_("{n} guest"), N_("{n} guests"), n=counts.came).to(language)]
    if counts.persons > counts.came:
        told.append(say(N_("{n} person"), N_("{n} persons"), n=counts.persons).to(language))
    if counts.walk_ins:
        words = say(
            N_("{n} was not on the list"), N_("{n} were not on the list"), n=counts.walk_ins
        )
        told.append(words.to(language))
    return ", ".join(told)


def _actions(report: AfterReport) -> list[Block]:
    language = report.frame.language
    if not report.actions:
        return []
    columns = (
        Column(t(N_("What is to be done"), language), share=2, weight=600),
        Column(t(N_("By whom"), language)),
        Column(t(N_("Before"), language), share=1.2),
        Column(t(N_("Done"), language), share=1.2),
    )
    rows = tuple(
        Row(
            (
                one.draft.title,
                one.draft.owner,
                day_words(one.draft.due_on, language) if one.draft.due_on else "",
                day_words(one.done_on, language) if one.done_on else "",
            )
        )
        for one in report.actions
    )
    return [Heading(t(N_("Actions"), language)), Table(columns, rows)]


def _costs(report: AfterReport) -> list[Block]:
    language, found = report.frame.language, report.follow_up
    if not found.costs.lines and found.costs.budget is None:
        return []
    columns = (
        Column(t(N_("What for"), language), share=2, weight=600),
        Column(t(N_("Paid by"), language)),
        Column(t(N_("Planned, €"), language), width=26, kind="number"),
        Column(t(N_("Paid, €"), language), width=26, kind="number"),
    )
    city = report.frame.profile.city
    rows = [
        Row(
            (
                one.what,
                one.paid_by or city,
                _amount(one.planned, language),
                _amount(one.paid, language),
            )
        )
        for one in found.costs.lines
    ]
    totals = found.totals
    together = t(N_("Together"), language)
    sums = (_amount(totals.planned, language), _amount(totals.paid, language))
    rows.append(Row((together, "", *sums), strong=True))
    blocks: list[Block] = [Heading(t(N_("Costs"), language)), Table(columns, tuple(rows))]
    left = totals.left
    words = (
        left_words(totals, f"€\u00a0{_amount(abs(left), language)}") if left is not None else None
    )
    told = [words.to(language)] if words else []
    if totals.budget is not None:
        budget = f"€\u00a0{_amount(totals.budget, language)}"
        told.insert(0, t(N_("Budget: {sum}"), language, sum=budget))
    if totals.open:
        open_ = say(N_("{n} not paid yet"), N_("{n} not paid yet"), n=totals.open)
        told.append(open_.to(language))
    return [*blocks, Paragraph(" · ".join(told), "note")] if told else blocks


def _amount(cents: int | None, language: Language) -> str:
    return "" if cents is None else format_amount(cents, language)


def _evaluation(report: AfterReport) -> list[Block]:
    language, found = report.frame.language, report.follow_up
    if not found.is_evaluated:
        return []
    columns = (
        Column(t(N_("Question"), language), share=1.6, weight=600),
        Column(t(N_("Mark"), language), share=1.05),
        Column(t(N_("In words"), language), share=2),
    )
    rows = []
    for one in found.evaluation.answers:
        mark = mark_words(one.mark)
        told = f"{one.mark} · {mark.to(language)}" if mark else ""
        rows.append(Row((question_words(one.question).to(language), told, one.words)))
    return [Heading(t(N_("Evaluation"), language)), Table(columns, tuple(rows))]


def _people(report: AfterReport) -> list[Block]:
    language = report.frame.language
    if not report.came:
        return []
    columns = (
        Column("#", width=9, kind="number"),
        Column(t(N_("Name"), language), share=1.4, weight=600),
        Column(t(N_("Function"), language), share=1.6),
    )
    rows = tuple(
        Row((str(number), one.listed_words(), one.title), one.where)
        for number, one in enumerate(report.came, 1)
    )
    return [Heading(t(N_("Who was there"), language)), Table(columns, rows)]
