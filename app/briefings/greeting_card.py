"""Greeting cards for a national day: one to each head of post, in their language, on A5.

Each addressee has two cards on one sheet: the greeting to sign, and the address for the envelope.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Card, CardLine, Cards, Run, SheetName, name
from app.briefings.house import Audience, Frame, day_words, frame
from app.contacts import protocol
from app.contacts.queries import (
    address_templates,
    country_sheet,
    heads_of_posts,
    national_days,
    organisation_sheet,
    people,
)
from app.contacts.rules import codes, days, names
from app.contacts.rules.countries import country_name, of_country
from app.core import clock
from app.core.text import N_, Language, t

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.contacts.queries import HeadRow, NationalDayRow, OrganisationSheet, PersonSheet


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is greeted, in the words of their language."""

    language: Language
    title: str
    opening: str
    wishes: str
    envelope: str
    address: str
    script: str
    where: str


@dataclass(frozen=True, slots=True)
class GreetingCards:
    """Cards of one national day."""

    frame: Frame
    country: str
    people: tuple[Addressee, ...]


def compose(
    session: Session, country_id: UUID, language: Language, audience: Audience
) -> GreetingCards:
    """Cards for the next national day; who has no language of ours is greeted in the paper's.

    The heads of mission are greeted, or where there is none the heads of consular posts.
    """
    code = country_sheet(session, country_id).row.code
    made = frame(session, language, audience)
    kept = national_days(session, [code]).get(code, ())
    if not kept:
        return GreetingCards(made, code, ())
    first = kept[0]
    heads = heads_of_posts(session, [code]).get(code, ())
    missions = [one for one in heads if codes.is_head_of_mission(one.posting.draft.function)]
    told = [_addressee(session, one, first, made) for one in missions or heads]
    return GreetingCards(made, code, tuple(one for one in told if one is not None))


def _addressee(
    session: Session, head: HeadRow, day: NationalDayRow, made: Frame
) -> Addressee | None:
    found = people(session, [head.posting.person_id])
    if not found:
        return None
    person = found[0]
    spoken = set(Language)
    language = Language(head.language) if head.language in spoken else made.language
    forms = protocol.forms(person, head.posting, language, address_templates(session))
    organisation = head.posting.organisation_id
    post = organisation_sheet(session, organisation) if organisation else None
    return Addressee(
        language,
        day.name(language) or t(N_("National day"), language),
        forms["opening"].text,
        _wishes(day, next_day(day), language),
        forms["envelope"].text,
        _address(post, person, language),
        protocol.script_of(person),
        names.full_name(person.name),
    )


def next_day(day: NationalDayRow) -> dt.date | None:
    """The next time a national day falls: by its rule, else as it was announced."""
    today = clock.today()
    announced = [one.held_on for one in day.celebrations if one.held_on and one.held_on >= today]
    return days.next_date(day.rule, today) or min(announced, default=None)


def _wishes(day: NationalDayRow, on: dt.date | None, language: Language) -> str:
    of = of_country(day.country, language)
    if on is None:
        words = N_(
            "On the occasion of the national day {of_country} we send you, and through you the "
            "people of your country, our warm congratulations and best wishes."
        )
        return t(words, language, of_country=of)
    words = N_(
        "On the occasion of the national day {of_country}, on {day}, we send you, and through you "
        "the people of your country, our warm congratulations and best wishes."
    )
    return t(words, language, of_country=of, day=day_words(on, language))


def _address(post: OrganisationSheet | None, person: PersonSheet, language: Language) -> str:
    """Street and town of the post, else of the person."""
    draft = post.draft if post is not None and post.draft.street else person.draft
    host = getattr(draft, "host_country", "") or draft.country
    abroad = country_name(host, language) if host not in ("", "BE") else ""
    town = " ".join(part for part in (draft.postal_code, draft.city) if part)
    return "\n".join(part for part in (draft.street, town, abroad) if part)


def document(listed: GreetingCards) -> Document:
    """The cards; where nobody is known or no day, a card that says so."""
    language = listed.frame.language
    title = t(N_("Greeting card for the national day"), language)
    cards = [card for one in listed.people for card in _cards(one, listed.frame)]
    if not cards:
        words = t(
            N_("Nobody is known who heads a post {of_country}, or no national day."),
            language,
            of_country=of_country(listed.country, language),
        )
        cards = [Card((CardLine(words, "second"),))]
    return listed.frame.document(title, (Cards(SheetName.A5, tuple(cards)),))


def _cards(one: Addressee, made: Frame) -> tuple[Card, Card]:
    greeting = (
        CardLine(one.title, "name"),
        CardLine((Run("\n"), name(one.opening, one.script, where=one.where)), "second"),
        CardLine(f"\n{one.wishes}\n"),
        CardLine(made.profile.city),
    )
    envelope = [
        CardLine(name(line, one.script, where=one.where), "second")
        for line in one.envelope.split("\n")
        if line
    ]
    address = [CardLine(line) for line in one.address.split("\n") if line]
    return Card(greeting, where=one.where), Card((*envelope, *address), where=one.where)
