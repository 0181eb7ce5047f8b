"""The sheet of a country: one page for a mayor about to receive somebody from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Block,
    Callout,
    Column,
    Fact,
    Facts,
    Flag,
    Heading,
    Paragraph,
    PersonCard,
    Row,
    Run,
    Table,
    bold,
    italic,
    name,
)
from app.briefings.greeting_card import next_day
from app.briefings.house import Audience, Frame, day_words, frame
from app.contacts import protocol
from app.contacts.queries import CountrySheet, address_templates, country_sheet, people
from app.contacts.rules import codes, days, names, naming
from app.contacts.rules.countries import country_name
from app.contacts.rules.flags import flag_svg
from app.contacts.rules.places import place_code
from app.contacts.rules.public_holidays import public_holidays
from app.core import clock
from app.core.text import N_, Language, format_date, say, t
from app.receptions.countries import (
    CountryGift,
    CountryReception,
    country_gifts,
    country_receptions,
)
from app.receptions.queries import last_met, meetings

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words
    from app.contacts.queries import HeadRow, NationalDayRow, PersonSheet
    from app.contacts.rules.addressing import Form
    from app.contacts.rules.public_holidays import Holiday
    from app.receptions.queries import Meeting

CARDS, OTHERS, RECEPTIONS, GIFTS, HOLIDAYS = 2, 4, 3, 3, 3
"""So many of each: a sheet is one page."""


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody who heads a post, in the words of the paper's language."""

    person: PersonSheet
    head: HeadRow
    styled_name: str
    title: str
    spoken: Form
    last_met: Meeting | None


@dataclass(frozen=True, slots=True)
class CountryPaper:
    """What the sheet says, before it is laid out; an external one has only what is public."""

    frame: Frame
    sheet: CountrySheet
    people: tuple[Representative, ...]
    receptions: tuple[CountryReception, ...]
    gifts: tuple[CountryGift, ...]
    holidays: tuple[Holiday, ...]


def compose(
    session: Session, country_id: UUID, language: Language, audience: Audience
) -> CountryPaper:
    """Gather the sheet of a country; receptions, gifts and notes are for the house alone."""
    sheet = country_sheet(session, country_id)
    code, internal = sheet.row.code, audience is Audience.INTERNAL
    return CountryPaper(
        frame(session, language, audience),
        sheet,
        tuple(_representatives(session, sheet, language)),
        tuple(country_receptions(session, code, RECEPTIONS)) if internal else (),
        tuple(country_gifts(session, code, GIFTS)) if internal else (),
        _coming(code, language),
    )


def _representatives(
    session: Session, sheet: CountrySheet, language: Language
) -> list[Representative]:
    heads = [one for one in sheet.people if _heads(one)][:CARDS]
    templates = address_templates(session)
    known = {one.id: one for one in people(session, [one.posting.person_id for one in heads])}
    met = meetings(session, list(known))
    made = []
    for one in heads:
        person = known[one.posting.person_id]
        made.append(
            Representative(
                person,
                one,
                protocol.styled_name(person, one.posting, language),
                protocol.title_of(one.posting, person.draft.gender, language),
                protocol.forms(person, one.posting, language, templates)["spoken"],
                last_met(met.get(person.id, ()), clock.today()),
            )
        )
    return made


def _heads(one: HeadRow) -> bool:
    function = one.posting.draft.function
    return codes.is_head_of_mission(function) or codes.consular_class(function) is not None


def _coming(code: str, language: Language) -> tuple[Holiday, ...]:
    today = clock.today()
    both = [
        *public_holidays(code, today.year, language),
        *public_holidays(code, today.year + 1, language),
    ]
    return tuple(one for one in both if one.day >= today)[:HOLIDAYS]


def document(paper: CountryPaper) -> Document:
    """Lay the sheet out."""
    language, row = paper.frame.language, paper.sheet.row
    title = country_name(row.code, language)
    official = getattr(row, f"official_{language}")
    svg = flag_svg(row.code)
    blocks: list[Block] = [Flag(svg, title)] if svg else []
    blocks.append(_facts(paper))
    internal = paper.frame.audience is Audience.INTERNAL
    if internal and row.note:
        blocks.append(Callout(row.note, "note"))
    blocks += _people(paper)
    if internal:
        blocks += [*_received(paper), *_gifts(paper)]
    if internal and not row.verified:
        words = N_("The facts of this country were not checked by the office yet.")
        blocks.append(Paragraph(t(words, language), "note"))
    return paper.frame.document(title, tuple(blocks), official if official != title else "")


def _facts(paper: CountryPaper) -> Facts:
    language, sheet = paper.frame.language, paper.sheet
    row = sheet.row
    others = [one for one in Language if one is not language]
    official = " · ".join(dict.fromkeys(getattr(row, f"official_{one}") for one in others))
    head = " ".join(part for part in (row.head_of_state_title, row.head_of_state) if part)
    towns = ", ".join(one.place.name or one.place.city for one in sheet.cities)
    holidays = "; ".join(f"{_short(one.day, language)} {one.name}" for one in paper.holidays)
    rows: list[tuple[str, Words]] = [
        (N_("National day"), _national_day(sheet.days, language)),
        (N_("Capital"), getattr(row, f"capital_{language}")),
        (N_("Head of State"), head),
        (N_("Official name"), official),
        (N_("Our towns there"), towns if row.code != "BE" else ""),
        (N_("Next holidays"), holidays),
    ]
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _national_day(kept: tuple[NationalDayRow, ...], language: Language) -> Words:
    if not kept:
        return ""
    first = kept[0]
    on = next_day(first)
    when = day_words(on, language) if on else days.rule_words(first.rule).to(language)
    told: list[str | Run] = [bold(when), f" · {first.name(language)}"]
    celebrated = first.celebrated(on.year) if on else None
    if celebrated is not None and (celebrated.held_on or celebrated.place):
        held = day_words(celebrated.held_on, language) if celebrated.held_on else ""
        what = ", ".join(part for part in (held, celebrated.place) if part)
        told.append("\n" + t(N_("celebrated: {what}"), language, what=what))
    others = (
        f"{days.rule_words(one.rule).to(language)} · {one.name(language)}" for one in kept[1:]
    )
    return (*told, *(f"\n{one}" for one in others))


def _short(day: dt.date, language: Language) -> str:
    return format_date(day, language, "medium")


def _people(paper: CountryPaper) -> list[Block]:
    language, sheet = paper.frame.language, paper.sheet
    if not paper.people:
        words = t(N_("The office knows nobody who represents this country."), language)
        return [Paragraph(words, "note")]
    blocks: list[Block] = [Heading(t(N_("Who represents it"), language))]
    blocks += [_card(one, paper.frame) for one in paper.people]
    shown = {one.person.id for one in paper.people}
    others = [one for one in sheet.people if one.posting.person_id not in shown and _ranks(one)]
    if others:
        blocks += [
            Heading(t(N_("Also at its posts"), language), 2),
            _table(others[:OTHERS], language),
        ]
    return blocks


def _ranks(one: HeadRow) -> bool:
    """Diplomats and consuls; no assistants, no partners."""
    return _heads(one) or codes.staff_order(one.posting.draft.function) is not None


def _card(one: Representative, made: Frame) -> PersonCard:
    language = made.language
    draft, where = one.person.draft, names.full_name(one.person.name)
    said: list[str | Run] = []
    if draft.pronunciation:
        said += [t(N_("Say:"), language) + " ", italic(draft.pronunciation), ". "]
    if one.spoken.text:
        said.append(t(N_("Address: “{form}”."), language, form=one.spoken.text))
    lines: list[Words] = [tuple(said)] if said else []
    side = []
    if made.audience is Audience.INTERNAL:
        lines += [draft.note] if draft.note else []
        met = t(N_("not received before"), language)
        if one.last_met is not None and one.last_met.day is not None:
            met = f"{day_words(one.last_met.day, language)}, {one.last_met.title}"
        side.append(Fact(t(N_("Last contact"), language), met))
    shown: list[Run] = [name(one.styled_name, where=where)]
    if one.person.name.native:
        script = protocol.script_of(one.person)
        shown += [Run(" "), name(one.person.name.native, script, where=where)]
    return PersonCard(
        tuple(shown),
        _function(one, language),
        tuple(lines),
        tuple(side),
        names.initials(one.person.name),
        one.person.photo,
        where,
    )


def _function(one: Representative, language: Language) -> str:
    held = one.head.posting.draft
    since = held.credentials_on or held.exequatur_on or held.starts_on
    if since is None:
        return one.title
    told = t(N_("since {day}"), language, day=format_date(since, language, "long"))
    return f"{one.title}, {told}" if one.title else told


def _table(others: list[HeadRow], language: Language) -> Table:
    columns = (
        Column(t(N_("Name"), language), share=1.1, weight=600),
        Column(t(N_("Function"), language), share=1.3),
        Column(t(N_("Post"), language), share=1.5),
    )
    return Table(columns, tuple(_other(one, language) for one in others))


def _other(one: HeadRow, language: Language) -> Row:
    posting = one.posting
    who = names.full_name(posting.person)
    title = posting.draft.title or codes.label(codes.Function(posting.draft.function)).to(language)
    place = posting.place.name or naming.place_name(place_code(posting.place), language)
    return Row(((name(who, where=who),), title, place), who)


def _received(paper: CountryPaper) -> list[Block]:
    language = paper.frame.language
    heading = Heading(t(N_("Receptions"), language))
    if not paper.receptions:
        words = t(N_("Nobody of this country was received yet."), language)
        return [heading, Paragraph(words, "note")]
    columns = (
        Column(t(N_("Day"), language), width=30),
        Column(t(N_("Reception"), language), share=1.4, weight=600),
        Column(t(N_("Guests"), language), share=1.2),
    )
    rows = tuple(
        Row((_day(one.day, language), one.title, ", ".join(one.guests))) for one in paper.receptions
    )
    return [heading, Table(columns, rows)]


def _day(day: dt.date | None, language: Language) -> str:
    return format_date(day, language, "medium") if day else t(N_("no date yet"), language)


def _gifts(paper: CountryPaper) -> list[Block]:
    language = paper.frame.language
    if not paper.gifts:
        return []
    columns = (
        Column(t(N_("Day"), language), width=30),
        Column(t(N_("Gift"), language), share=1.4, weight=600),
        Column("", share=0.5),
        Column(t(N_("With"), language), share=1.2),
    )
    rows = tuple(Row(_gift(one, language)) for one in paper.gifts)
    title = say(N_("Gifts exchanged")).to(language)
    return [Heading(title), Table(columns, rows)]


def _gift(one: CountryGift, language: Language) -> tuple[str, str, str, str]:
    given = t(N_("given") if one.direction == "out" else N_("received"), language)
    day = _day(one.given_on, language) if one.given_on else ""
    return day, one.what, given, one.with_
