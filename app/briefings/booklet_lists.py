"""The lists of a booklet: groups, companies, programme, hosts, whom to call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.briefings import mission_programme
from app.briefings.blocks import (
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    TickBox,
    bold,
    muted,
    name,
    plain_text,
)
from app.briefings.book import Chapter
from app.briefings.greeting_card import next_day
from app.briefings.house import day_words, days_words
from app.contacts.rules import days, names
from app.contacts.rules.countries import country_name
from app.core.fold import sort_key
from app.core.text import N_
from app.dossiers.rules.printings import key_of

if TYPE_CHECKING:
    from app.briefings.blocks import Block, Cell, Words
    from app.briefings.booklet import Booklet
    from app.contacts.queries import CountryRow, NationalDayRow
    from app.missions.queries import ParticipantRow


def groups(made: Booklet) -> list[Block]:
    """Who is in which group."""
    found: dict[str, list[ParticipantRow]] = {}
    for one in made.people:
        for group in one.groups:
            found.setdefault(group, []).append(one)
    if not found:
        return []
    rows = tuple(
        Row(((bold(group),), str(len(found[group])), _people(found[group])))
        for group in sorted(found, key=sort_key)
    )
    columns = (
        Column(made.called(N_("Group")), share=0.8),
        Column("", width=12, kind="number"),
        Column(made.called(N_("Participants")), share=2.4),
    )
    return [Chapter(made.called(N_("Groups")), "groups"), Table(columns, rows, size=9.5)]


def organisations(made: Booklet) -> list[Block]:
    """Companies and institutions from A to Z with their people."""
    found: dict[str, list[ParticipantRow]] = {}
    for one in made.people:
        if one.organisation:
            found.setdefault(one.organisation, []).append(one)
    if not found:
        return []
    rows = tuple(
        Row(((bold(title),), _people(found[title], with_titles=True)), title)
        for title in sorted(found, key=sort_key)
    )
    columns = (
        Column(made.called(N_("Company or institution")), share=1.1),
        Column(made.called(N_("Participants")), share=1.6),
    )
    title = made.called(N_("Companies and institutions"))
    return [Chapter(title, "organisations", flows=True), Table(columns, rows, size=9.5)]


def _people(people: list[ParticipantRow], *, with_titles: bool = False) -> Words:
    said: list[str | Run] = []
    for one in people:
        said += ([Run("\n") if with_titles else Run(", ")]) if said else []
        called = names.full_name(one.name)
        said.append(name(called, where=called))
        if with_titles and one.title:
            said.append(muted(f", {one.title}"))
    return tuple(said)


# --- programme ---


def programme(made: Booklet) -> list[Block]:
    """Day by day, in the time of the place, with for whom each line is."""
    table = mission_programme.table(made.programme, owners=False, size=9.5)
    if not table.rows:
        return []
    return [Chapter(made.called(N_("Programme")), "programme"), _filled(table)]


# --- the country ---


def land(made: Booklet, row: CountryRow, kept: tuple[NationalDayRow, ...]) -> list[Block]:
    """A country as the reference has it; the house is told what nobody checked."""
    language = made.language
    title = country_name(row.code, language)
    official = getattr(row, f"official_{language}")
    head = " ".join(part for part in (row.head_of_state_title, row.head_of_state) if part)
    rows = (
        (N_("Official name"), official if official != title else ""),
        (N_("Capital"), getattr(row, f"capital_{language}")),
        (N_("Head of State"), head),
        (N_("National day"), _national_day(kept, made)),
    )
    facts = Facts(tuple(Fact(made.called(label), value) for label, value in rows if value))
    blocks: list[Block] = [Heading(title), facts]
    if made.internal and not row.verified:
        words = N_("The facts of this country were not checked by the office yet.")
        blocks.append(Paragraph(made.called(words), "note"))
    return blocks if facts.rows else []


def _national_day(kept: tuple[NationalDayRow, ...], made: Booklet) -> str:
    if not kept:
        return ""
    on = next_day(kept[0])
    rule = days.rule_words(kept[0].rule).to(made.language)
    when = day_words(on, made.language) if on else rule
    return f"{when} · {kept[0].name(made.language)}"


# --- whom to meet, whom to call ---


def _filled(table: Table) -> Table:
    """The same without columns in which nobody has anything."""
    rows = [one for one in table.rows if isinstance(one, Row)]
    kept = [
        at
        for at in range(len(table.columns))
        if any(_says(one.cells[at]) for one in rows) or not rows
    ]
    fresh = tuple(
        replace(one, cells=tuple(one.cells[at] for at in kept)) if isinstance(one, Row) else one
        for one in table.rows
    )
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=fresh)


def _says(cell: Cell) -> bool:
    return isinstance(cell, TickBox) or bool(plain_text(cell))


def counterparts(made: Booklet) -> list[Block]:
    """The other side, and the posts of our country there."""
    if not (made.hosts or made.posts):
        return []
    blocks: list[Block] = [Chapter(made.called(N_("Contacts there")), "contacts", flows=True)]
    if made.hosts:
        blocks.append(_hosts(made))
    if made.posts:
        blocks += [Heading(made.called(N_("Embassy and consulates"))), _posts(made)]
    return blocks


def _hosts(made: Booklet) -> Table:
    columns = [
        Column(made.called(N_("Organisation")), share=1.2, weight=600),
        Column(made.called(N_("Contact")), share=1.0),
        Column(made.called(N_("Offers")), share=1.4),
    ]
    if made.internal:
        columns.append(Column(made.called(N_("Phone")), share=1.1))
    rows = []
    for one in made.hosts:
        who = names.full_name(one.person) if one.person else ""
        cells: list[Words] = [one.organisation or one.name, name(who) if who else "", one.offered]
        if made.internal:
            cells.append("\n".join((*one.reach.phones[:1], *one.reach.emails[:1])))
        rows.append(Row(tuple(cells), one.name, key=key_of("host", one.id), label=one.name))
    return _filled(Table(tuple(columns), tuple(rows)))


def _posts(made: Booklet) -> Table:
    columns = (
        Column(made.called(N_("Post")), share=1.2, weight=600),
        Column(made.called(N_("Address")), share=1.3),
        Column(made.called(N_("Phone")), share=1.1),
    )
    rows = tuple(
        Row(
            (one.title, "\n".join(one.lines), "\n".join((*one.phones, *one.emails[:1]))),
            one.title,
            key=key_of("post", one.id),
            label=one.title,
        )
        for one in made.posts
    )
    return Table(columns, rows)


def calls(made: Booklet) -> list[Block]:
    """Who does what on the way, and where the delegation sleeps."""
    if not (made.calls or made.hotels):
        return []
    title = made.called(N_("Whom to call") if made.calls else N_("Hotels"))
    blocks: list[Block] = [Chapter(title, "calls", flows=True)]
    if made.calls:
        columns = (
            Column(made.called(N_("For what")), share=1.0, weight=600),
            Column(made.called(N_("Who")), share=1.2),
            Column(made.called(N_("Phone")), share=1.0),
        )
        rows = tuple(
            Row((one.role, one.name, one.phone), one.role, key=key_of("call", one.id),
                label=one.role)
            for one in made.calls
        )  # fmt: skip
        blocks.append(Table(columns, rows, size=10.0))
    if made.hotels:
        told = tuple(
            Fact(one.name, days_words(one.from_on, one.until_on, made.language) or "–")
            for one in made.hotels
        )
        blocks += [Heading(made.called(N_("Hotels")))] if made.calls else []
        blocks.append(Facts(told))
    return blocks
