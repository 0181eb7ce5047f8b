"""The flag plan of a reception: masts from the street, the order, anthem and dress to check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Callout,
    Column,
    Fact,
    Facts,
    Figure,
    Heading,
    Row,
    Table,
    TickBox,
)
from app.briefings.flag_drawing import flag_drawing
from app.briefings.house import Audience, Frame, day_words, frame
from app.contacts.rules.countries import country_name, of_country
from app.core.text import N_, Language, t
from app.receptions.queries import FlagSheet, flag_sheet
from app.receptions.rules.flags import FIRST, Body, flag_label

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document


@dataclass(frozen=True, slots=True)
class FlagPaper:
    """The plan before it is laid out."""

    frame: Frame
    sheet: FlagSheet


def compose(session: Session, reference: UUID, language: Language, audience: Audience) -> FlagPaper:
    """The flags of a reception."""
    return FlagPaper(frame(session, language, audience), flag_sheet(session, reference))


def document(paper: FlagPaper) -> Document:
    """The drawing, the order of flags with their masts, what to check."""
    language, sheet = paper.frame.language, paper.sheet
    day = day_words(sheet.day, language) if sheet.day else t(N_("no date yet"), language)
    rows = (
        (N_("When"), day),
        (N_("Where"), sheet.place),
        (N_("Masts"), str(len(sheet.plan.from_street))),
        (N_("Guests’ flags"), guests_words(sheet, language)),
        (N_("Dress"), sheet.dress),
    )
    facts = Facts(tuple(Fact(t(name, language), words) for name, words in rows if words))
    blocks: list[Block] = [facts, *_warnings(sheet, language)]
    told = ", ".join(
        f"{one.number}: {one.flag.words(language)}" for one in sheet.plan.from_street if one.flag
    )
    blocks.append(Figure(flag_drawing(sheet.plan.from_street, language), told))
    blocks += [
        Heading(t(N_("Order of flags"), language), 2),
        _order(sheet, language),
        Heading(t(N_("To check"), language), 2),
        _checks(sheet, language),
    ]
    title = t(N_("Flag plan"), language)
    return paper.frame.document(title, tuple(blocks), sheet.title)


def guests_words(sheet: FlagSheet, language: Language) -> str:
    """Whose flags fly, and behind which."""
    if not sheet.countries:
        return t(N_("none"), language)
    names = ", ".join(country_name(code, language) for code in sheet.countries)
    after = sheet.rules.guests_after
    if after == FIRST:
        return t(N_("{countries}: first"), language, countries=names)
    if after in set(Body):
        body = flag_label(Body(after)).to(language)
        return t(N_("{countries}: after {body}"), language, countries=names, body=body)
    return t(N_("{countries}: last"), language, countries=names)


def _warnings(sheet: FlagSheet, language: Language) -> list[Block]:
    blocks: list[Block] = []
    over = sheet.plan.left_over
    if over:
        names = ", ".join(one.words(language) for one in over)
        words = t(N_("No mast is left for: {flags}."), language, flags=names)
        blocks.append(Callout(words, "wrong"))
    if sheet.countries and not sheet.rules.verified:
        words = t(N_("Where the guests’ flags hang is custom: ask the embassy and the province."),
                  language)  # fmt: skip
        blocks.append(Callout(words, "attention"))
    if sheet.flag_day is not None:
        named = sheet.flag_day.name(language)
        if sheet.flag_day.half_mast:
            words = t(N_("A flag day at half-mast: check the circular of the year."), language)
        elif named:
            words = t(N_("A flag day, {name}: check the circular of the year."), language,
                      name=named)  # fmt: skip
        else:
            words = t(N_("A flag day: check the circular of the year."), language)
        blocks.append(Callout(words, "note"))
    return blocks


def _order(sheet: FlagSheet, language: Language) -> Table:
    columns = (
        Column("#", width=9, kind="number"),
        Column(t(N_("Flag"), language), share=2, weight=600),
        Column(t(N_("Mast"), language), width=18, kind="number"),
        Column(t(N_("From the street"), language), share=2),
    )
    seen = {
        mast.flag.key: (mast.number, place)
        for place, mast in enumerate(sheet.plan.from_street, start=1)
        if mast.flag
    }
    rows = []
    for place, one in enumerate(sheet.plan.order, start=1):
        label = one.words(language)
        mast, at = seen.get(one.key, (0, 0))
        where = t(N_("{place} from the left"), language, place=at) if at else ""
        rows.append(Row((str(place), label, str(mast or "—"), where), label))
    return Table(columns, tuple(rows))


def _checks(sheet: FlagSheet, language: Language) -> Table:
    names = [t(words, language) for words in _CHECKS]
    for code in sheet.countries:
        words = N_("Anthem {of_country}: recording, length, who starts it")
        names.append(t(words, language, of_country=of_country(code, language)))
    if sheet.countries:
        names.append(t(N_("Order of the anthems agreed with the embassy (guest first is usual)"),
                       language))  # fmt: skip
    names.append(t(N_("Belgian anthem: recording, length, who starts it"), language))
    if sheet.dress:
        names.append(t(N_("Dress on the invitation: {dress}"), language, dress=sheet.dress))
    else:
        names.append(t(N_("Dress agreed and on the invitation"), language))
    columns = (Column("", width=8, kind="tick"), Column("", share=1))
    return Table(columns, tuple(Row((TickBox(), one), one) for one in names))


_CHECKS = (
    N_("Flags clean, whole, of one size, the right way up"),
    N_("The newest design of each flag, confirmed by the embassy"),
    N_("Hoisted and lowered by whom, at what hour"),
    N_("Table flags in the order of the masts"),
)
