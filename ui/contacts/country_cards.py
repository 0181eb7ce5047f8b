"""The cards of a country's page: posts and people, receptions, gifts, facts, days, holidays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.contacts.rules import days, names, naming
from app.contacts.rules.countries import official_name
from app.contacts.rules.places import place_code
from app.dossiers.rules import Stage
from app.dossiers.rules import label as dossier_label
from ui.contacts.choices import country_words, function_words, kind_words
from ui.contacts.detail_parts import history_part, link, period
from ui.contacts.greeting_pill import greeting_words
from ui.core import language
from ui.core.buttons import IconButton
from ui.core.cards import Card, Facts, Hairline, column, row
from ui.core.labels import Pill, Text
from ui.core.language import Language, day, number, read, tr, trn

if TYPE_CHECKING:
    from app.contacts.queries import CountrySheet, HeadRow, NationalDayRow, PlaceRow
    from app.contacts.rules.public_holidays import Holiday
    from app.receptions.countries import CountryGift, CountryReception
    from ui.contacts.country_facts import CountryFacts

PEOPLE_SHOWN = 12


class Leads(QObject):
    """Where the cards lead: `opened(kind, id)`, `celebrate(DayOfYear)`."""

    opened = Signal(str, object)
    celebrate = Signal(object)


def place_title(one: PlaceRow) -> str:
    """What an organisation is called in the window's language."""
    made = naming.place_name(place_code(one.place), language.current())
    return one.place.name or made or kind_words(one.place.kind)


def posts_card(sheet: CountrySheet, leads: Leads) -> Card:
    """Our posts of the country, and who serves there."""
    card = Card(tr("Posts and people"))
    if not sheet.posts:
        card.add(Text(tr("The office knows no post of this country yet."), ink="text2", wrap=True))
    for post in sheet.posts:
        card.add(_post(post, leads))
        here = [one for one in sheet.people if one.posting.organisation_id == post.id]
        for one in here[:PEOPLE_SHOWN]:
            card.add(_head(one, leads))
    return card


def _post(post: PlaceRow, leads: Leads) -> QWidget:
    holder = QWidget()
    go = partial(leads.opened.emit, "organisation", post.id)
    city = naming.city_name(post.place.city, language.current())
    where = " · ".join(part for part in (city, country_words(post.host_country)) if part)
    line = row(link(place_title(post), go), Text(where, "small", ink="text2", elide=True), gap=8)
    line.setStretch(1, 1)
    holder.setLayout(line)
    return holder


def _head(one: HeadRow, leads: Leads) -> QWidget:
    name = names.full_name(one.posting.person)
    go = partial(leads.opened.emit, "person", one.posting.person_id)
    function = one.posting.draft.title or function_words(one.posting.draft.function)
    parts = (function, period(one.posting.draft), one.language.upper())
    told = " · ".join(part for part in parts if part)
    holder = QWidget()
    box = column(
        link(name, go, tr("Show {name}", name=name)),
        Text(told, "small", ink="text2", wrap=True),
        gap=0,
    )
    box.setContentsMargins(16, 0, 0, 4)
    holder.setLayout(box)
    return holder


def partners_card(sheet: CountrySheet, leads: Leads) -> Card | None:
    """Towns and other organisations of the country; None where there are none."""
    shown = (*sheet.cities, *sheet.others)
    if not shown:
        return None
    card = Card(tr("Towns and partners there"))
    for one in shown[:PEOPLE_SHOWN]:
        go = partial(leads.opened.emit, "organisation", one.id)
        line = row(
            link(place_title(one), go),
            Text(kind_words(one.place.kind), "small", ink="text2", elide=True),
            gap=8,
        )
        line.setStretch(1, 1)
        card.add(line)
    more = len(shown) - PEOPLE_SHOWN
    if more > 0:
        card.add(Text(trn("and {n} more", "and {n} more", more), "small", ink="text2"))
    return card


def receptions_card(rows: tuple[CountryReception, ...], leads: Leads) -> Card:
    """The last receptions with guests of the country."""
    card = Card(tr("Last receptions"))
    if not rows:
        card.add(Text(tr("Nobody of this country was received yet."), ink="text2", wrap=True))
        return card
    facts = Facts(label_width=96)
    for one in rows:
        go = partial(leads.opened.emit, "reception", one.id)
        holder = QWidget()
        stage = read(dossier_label(Stage(one.stage)))
        told = " · ".join((stage, ", ".join(one.guests)))
        holder.setLayout(column(link(one.title, go), Text(told, "small", ink="text2", wrap=True),
                                gap=0))  # fmt: skip
        facts.add(day(one.day) or tr("no date yet"), holder)
    return card.add(facts)


def gifts_card(rows: tuple[CountryGift, ...]) -> Card:
    """The gifts exchanged, so that none is given twice."""
    card = Card(tr("Gifts exchanged"))
    if not rows:
        card.add(Text(tr("No gift is on record yet."), ink="text2", wrap=True))
        return card
    facts = Facts(label_width=96)
    for one in rows:
        facts.add(day(one.given_on) or "—", _gift(one))
    return card.add(facts)


def _gift(one: CountryGift) -> QWidget:
    given = one.direction == "out"
    title = row(
        Text(one.what, "strong", wrap=True, selectable=True),
        Pill(tr("given") if given else tr("received"), "accent" if given else "neutral"),
        gap=8,
    )
    title.setStretch(0, 1)
    worth = tr("€ {amount}", amount=number(one.value / 100)) if one.value else ""
    kept = tr("kept at {place}", place=one.kept_at) if one.kept_at else ""
    told = " · ".join(part for part in (one.with_, one.occasion, worth, kept) if part)
    holder = QWidget()
    holder.setLayout(column(title, Text(told, "small", ink="text2", wrap=True), gap=0))
    return holder


def facts_card(sheet: CountrySheet) -> Card:
    """Official names in three languages, capital, head of State, length of a posting."""
    known = sheet.row
    card = Card(tr("Facts"))
    facts = Facts(label_width=104)
    for spoken in (Language.NL, Language.FR, Language.EN):
        official = getattr(known, f"official_{spoken}") or official_name(known.code, spoken)
        facts.add(tr("Official name, {language}", language=spoken.upper()), official)
    capitals = dict.fromkeys((known.capital_nl, known.capital_fr, known.capital_en))
    facts.add(tr("Capital"), " · ".join(one for one in capitals if one) or "—")
    head = " ".join(part for part in (known.head_of_state_title, known.head_of_state) if part)
    facts.add(tr("Head of State"), head or tr("not entered yet"))
    if known.usual_posting_months:
        months = tr("{n} months", n=number(known.usual_posting_months))
        facts.add(tr("Usual posting"), months)
    facts.add(tr("Source"), known.source or "—")
    card.add(facts)
    if not known.verified:
        words = tr("Not checked by the office yet: take it as a start, not as a fact.")
        card.add(Text(words, "small", ink="attention_ink", wrap=True))
    return card


def days_card(facts: CountryFacts, leads: Leads) -> Card:
    """The national days, how they are celebrated this year and next, and whether greeted."""
    card = Card(tr("National days"))
    if not facts.sheet.days:
        card.add(Text(tr("No national day is known: add one with Edit."), ink="text2", wrap=True))
    for number_, one in enumerate(facts.sheet.days):
        if number_:
            card.add(Hairline())
        card.add(_day(one, first=number_ == 0))
        for year in (facts.year, facts.year + 1):
            card.add(_year(one, year, facts, leads))
    return card


def _day(one: NationalDayRow, *, first: bool) -> QWidget:
    holder = QWidget()
    title = Text(one.name(language.current()) or "—", "strong" if first else "body", wrap=True)
    told = read(days.rule_words(one.rule))
    if not one.verified:
        told = f"{told} · {tr('not checked')}"
    holder.setLayout(column(title, Text(told, "small", ink="text2", wrap=True), gap=0))
    return holder


def _year(one: NationalDayRow, year: int, facts: CountryFacts, leads: Leads) -> QWidget:
    """A year of a day: its date, how it is celebrated, whether greeted, and a way to correct it."""
    this = one.in_year(year)
    told = day(this.on, "weekday") if this.on else tr("{year}: day not known", year=str(year))
    words = column(Text(told, wrap=True), gap=0)
    kept = this.celebrated
    if kept is not None:
        held = day(kept.held_on, "weekday") if kept.held_on else ""
        more = " · ".join(part for part in (held, kept.place, kept.note) if part)
        words.addWidget(Text(tr("celebrated: {what}", what=more), "small", wrap=True))
    pill = Pill(*greeting_words(facts.greetings.get((one.id, year))))
    change = IconButton("edit", tr("How it is celebrated in {year}", year=str(year)), size=24)
    change.clicked.connect(partial(leads.celebrate.emit, this))
    line = row(words, pill, change, gap=8)
    line.setStretch(0, 1)
    holder = QWidget()
    holder.setLayout(line)
    return holder


def holiday_facts(rows: tuple[Holiday, ...]) -> QWidget:
    """The public holidays of a year."""
    if not rows:
        return Text(tr("No public holidays are known of this country."), ink="text2", wrap=True)
    facts = Facts(label_width=116)
    for one in rows:
        facts.add(day(one.day, "weekday"), one.name)
    return facts


def history_card(facts: CountryFacts) -> Card | None:
    """Who changed what; None where nobody did."""
    return Card(tr("History")).add(history_part(facts.history)) if facts.history else None
