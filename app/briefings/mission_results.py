"""What a mission brought, as tables: objectives, agreements, meetings, contacts, actions, gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.blocks import Column, Heading, Paragraph, Row, Table, Together
from app.briefings.gift_papers import value
from app.briefings.house import day_words
from app.core import clock
from app.core.text import N_, Language, format_date, n, t
from app.dossiers.rules import direction_label
from app.dossiers.rules.agreements import agreement_label, state_words
from app.dossiers.rules.evaluation import mark_words, question_words
from app.missions.rules.meetings import Result, result_label
from app.missions.rules.mission import reached_label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.briefings.blocks import Block
    from app.dossiers.queries import AgreementRow, FollowUp, GiftRow, TaskRow
    from app.missions.queries import ContactMade, FairBoard, ObjectiveRow, Outcomes

_TOGETHER = 6
"""Tables of so few rows are not parted from their heading, nor over two pages."""
_TOLD = (Result.DEAL, Result.FOLLOW_UP)
"""Outcomes of meetings a report names one by one."""


def _kept(title: str, table: Table) -> list[Block]:
    """A heading with its table, kept together where it is short."""
    both = (Heading(title), table)
    return [Together(both)] if len(table.rows) <= _TOGETHER else list(both)


def objectives(rows: Sequence[ObjectiveRow], language: Language) -> list[Block]:
    """Each objective with its target, what came of it, and how far it was reached."""
    columns = (
        Column(t(N_("Objective"), language), share=2, weight=600),
        Column(t(N_("Aimed at"), language), share=1.1),
        Column(t(N_("Result"), language), share=1.8),
        Column(t(N_("Reached"), language), share=0.9),
    )
    made = tuple(
        Row(
            (
                one.draft.what,
                " ".join(part for part in (one.draft.target, one.draft.measure) if part),
                one.draft.result,
                reached_label(one.draft.reached).to(language),
            ),
            one.draft.what,
        )
        for one in rows
    )
    empty = t(N_("No objective was set."), language)
    return _kept(t(N_("Results against objectives"), language), Table(columns, made, empty))


def agreements(rows: Sequence[AgreementRow], language: Language) -> list[Block]:
    """What was signed, with whom, until when."""
    if not rows:
        return []
    columns = (
        Column(t(N_("What was agreed"), language), share=1.8, weight=600),
        Column(t(N_("Kind"), language), share=1.3),
        Column(t(N_("With"), language), share=1.3),
        Column(t(N_("Signed"), language), width=26),
        Column(t(N_("How it stands"), language), share=1.1),
    )
    made = tuple(Row(_agreement(one, language), one.draft.title) for one in rows)
    return _kept(t(N_("Agreements"), language), Table(columns, made))


def _agreement(one: AgreementRow, language: Language) -> tuple[str, ...]:
    draft = one.draft
    state, _look = state_words(draft.signed_on, draft.ends_on, clock.today())
    return (
        draft.title,
        agreement_label(draft.kind).to(language),
        one.partner,
        _short(draft.signed_on, language),
        state.to(language),
    )


def _short(day: dt.date | None, language: Language) -> str:
    return format_date(day, language, "medium") if day else ""


def meetings(
    found: Outcomes, board: FairBoard | None, language: Language, *, internal: bool
) -> list[Block]:
    """How many meetings ended how; in the house what came of the best, one by one."""
    if not found.total:
        return []
    parts = [f"{number} × {result_label(code).to(language)}" for code, number in found.counts]
    total = n(N_("{n} meeting"), N_("{n} meetings"), found.total, language)
    blocks: list[Block] = [
        Heading(t(N_("Meetings"), language)),
        Paragraph(t(N_("{count}: {parts}"), language, count=total, parts=" · ".join(parts))),
    ]
    if found.followed:
        told = n(N_("{n} has an action that follows."), N_("{n} have an action that follows."),
                 found.followed, language)  # fmt: skip
        blocks.append(Paragraph(told, "note"))
    told_rows = [one for one in board.meetings if one.result in _TOLD] if board else []
    if internal and board is not None and told_rows:
        columns = (
            Column(t(N_("Company"), language), share=1, weight=600),
            Column(t(N_("Host"), language), share=1.2),
            Column(t(N_("Outcome"), language), share=2.2),
        )
        made = tuple(
            Row(
                (
                    board.parties[one.company].draft.name,
                    board.parties[one.host].draft.name,
                    one.outcome or result_label(one.result).to(language),
                )
            )
            for one in told_rows
        )
        blocks.append(Table(columns, made))
    return blocks


def contacts(rows: Sequence[ContactMade], language: Language, *, internal: bool) -> list[Block]:
    """Whom the mission met; what is confidential stays in the house."""
    shown = [one for one in rows if internal or not one.confidential]
    if not shown:
        return []
    columns = (
        Column(t(N_("Name"), language), share=1.3, weight=600),
        Column(t(N_("Where"), language), share=1.6),
        Column(t(N_("Met on"), language), width=30),
        Column("", share=1),
    )
    first = t(N_("met for the first time"), language)
    made = tuple(
        Row((one.name, one.where, _short(one.met_on, language), first if one.first else ""))
        for one in shown
    )
    return _kept(t(N_("Contacts made"), language), Table(columns, made))


def actions(rows: Sequence[TaskRow], language: Language) -> list[Block]:
    """What follows, by whom and before when."""
    if not rows:
        return []
    columns = (
        Column(t(N_("What is to be done"), language), share=2, weight=600),
        Column(t(N_("By whom"), language)),
        Column(t(N_("Before"), language), share=1.2),
        Column(t(N_("Done"), language), share=1.2),
    )
    nobody = t(N_("nobody yet"), language)
    made = tuple(
        Row(
            (
                one.draft.title,
                one.draft.owner or nobody,
                day_words(one.draft.due_on, language) if one.draft.due_on else "",
                day_words(one.done_on, language) if one.done_on else "",
            ),
            one.draft.title,
        )
        for one in rows
    )
    return _kept(t(N_("Actions"), language), Table(columns, made))


def gifts(rows: Sequence[GiftRow], language: Language) -> list[Block]:
    """What was given and received."""
    if not rows:
        return []
    columns = (
        Column(t(N_("What"), language), share=1.6, weight=600),
        Column(t(N_("Which way"), language), share=1),
        Column(t(N_("For or from"), language), share=1.4),
        Column(t(N_("Day"), language), width=28),
        Column(t(N_("Value"), language), width=24, kind="number"),
    )
    waits = t(N_("to be given"), language)
    made = tuple(
        Row(
            (
                one.draft.what,
                direction_label(one.draft.direction).to(language),
                one.party,
                _short(one.draft.given_on, language) or waits,
                value(one),
            )
        )
        for one in rows
    )
    return _kept(t(N_("Gifts"), language), Table(columns, made))


def evaluation(found: FollowUp, mean: str, language: Language) -> list[Block]:
    """The questions with mark and words; the mean in the heading."""
    if not found.is_evaluated:
        return []
    columns = (
        Column(t(N_("Question"), language), share=1.6, weight=600),
        Column(t(N_("Mark"), language), share=1.05),
        Column(t(N_("In words"), language), share=2),
    )
    rows = []
    for one in found.evaluation.answers:
        if one.is_empty:
            continue
        mark = mark_words(one.mark)
        told = f"{one.mark} · {mark.to(language)}" if mark else ""
        rows.append(Row((question_words(one.question).to(language), told, one.words)))
    title = t(N_("Evaluation"), language)
    return _kept(f"{title} · {mean}" if mean else title, Table(columns, tuple(rows)))
