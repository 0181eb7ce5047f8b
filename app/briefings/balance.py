"""The balance of receptions on paper: the years as a chart, this one in its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.balance_chart import balance_chart
from app.briefings.blocks import Column, Fact, Facts, Figure, Heading, Paragraph, Row, Table
from app.briefings.house import Audience, Frame, frame
from app.core.text import N_, Language, t
from app.overview.balance import Balance, balance_in_parts, share, target_words

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document
    from app.overview.balance import Side

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class BalancePaper:
    """The balance before it is laid out."""

    frame: Frame
    balance: Balance


def compose(
    session: Session, reference: UUID | None, language: Language, audience: Audience
) -> BalancePaper:
    """The balance of this year."""
    del reference
    return BalancePaper(frame(session, language, audience), balance_in_parts(session, language))


def document(paper: BalancePaper) -> Document:
    """Lay it out: the sentence, the chart, three tables."""
    language, balance = paper.frame.language, paper.balance
    row = balance.of_year
    blocks: list[Block] = [
        Paragraph(target_words(row, balance.target).to(language), "lead"),
        Facts(
            (
                Fact(t(N_("On our initiative"), language), str(row.proactive)),
                Fact(t(N_("On request"), language), str(row.reactive)),
                Fact(t(N_("Target"), language), f"{balance.target} %"),
            )
        ),
        _figure(balance, language),
    ]
    for title, rows, empty in (
        (N_("By country"), balance.countries, N_("Nobody of a post was received yet.")),
        (N_("By priority"), balance.priorities, N_("The office has no priorities yet.")),
        (N_("By partner"), balance.partners, N_("No partner is named yet.")),
    ):
        blocks += [Heading(t(title, language), 2), _table(rows, language, t(empty, language))]
    title = t(N_("Balance of receptions {year}"), language, year=str(balance.year))
    return paper.frame.document(title, tuple(blocks))


def _figure(balance: Balance, language: Language) -> Figure:
    years = [(one.year, one.proactive, one.reactive) for one in balance.years]
    told = "; ".join(
        t(N_("{year}: {proactive} proactive, {reactive} reactive"), language,
          year=str(one.year), proactive=one.proactive, reactive=one.reactive)
        for one in balance.years
    )  # fmt: skip
    caption = t(
        N_("Grey: on request. Blue: on our initiative. Dashed: where the target would be met."),
        language,
    )
    return Figure(balance_chart(years, balance.target), told, caption)


def _table(rows: tuple[Side, ...], language: Language, empty: str) -> Table:
    columns = (
        Column(t(N_("Name"), language), share=3, weight=600),
        Column(t(N_("Proactive"), language), width=24, kind="number"),
        Column(t(N_("Reactive"), language), width=24, kind="number"),
        Column(t(N_("Our initiative"), language), width=30, kind="number"),
    )
    shown = tuple(
        Row((one.name, str(one.proactive), str(one.reactive), _percent(one)), one.name)
        for one in rows[:_SHOWN]
    )
    return Table(columns, shown, empty)


def _percent(one: Side) -> str:
    got = share(one.proactive, one.reactive)
    return "—" if got is None else f"{got} %"
