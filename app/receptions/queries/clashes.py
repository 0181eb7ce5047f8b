"""What stands in the way of a date, before invitations go out: each in words.

Days come from the countries of the posts that guests work for, and from calendars everybody may
look up. Nobody's religion is known here, kept or guessed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from app.contacts.model import Country, NationalDay, Organisation, Person, Posting
from app.contacts.rules import codes, days, names
from app.contacts.rules.countries import country_name
from app.contacts.rules.public_holidays import BELGIUM, FLANDERS, holidays_on
from app.core.text import N_, Language, plain, say
from app.dossiers.model import Dossier
from app.dossiers.queries.days_to_mind import MindedDay, minded_days
from app.dossiers.queries.findings import lines_of
from app.dossiers.rules.days_to_mind import (
    COUNCIL,
    RELIGIOUS,
    advice_words,
    is_sabbath,
    name_in,
)
from app.dossiers.rules.findings import Line, Severity
from app.receptions.model import Guest, Reception
from app.receptions.rules.clashes import (
    Clash,
    ClashKind,
    overlap,
    sorted_clashes,
    taken,
)
from app.receptions.rules.reception import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

AWAY = (Status.REGRETS, Status.ABSENT)
HERE = (BELGIUM, FLANDERS)
NAMED = 3
"""So many guests are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class DateAsked:
    """A date as it is thought of: also one that is not kept yet. `reception` has the guests."""

    begins: dt.datetime
    ends: dt.datetime | None = None
    place: str = ""
    host: str = ""
    kind: str = Kind.RECEPTION
    reception: UUID | None = None


@dataclass(frozen=True, slots=True)
class DateCheck:
    """What was found on a date, and for how many countries it was looked up."""

    day: dt.date
    clashes: tuple[Clash, ...]
    countries: tuple[str, ...]


def date_check(session: Session, reception_id: UUID, language: Language) -> DateCheck | None:
    """What stands in the way of the date of a reception; None while it has none."""
    reception = session.get_one(Reception, reception_id)
    if reception.starts_at is None:
        return None
    asked = DateAsked(
        reception.starts_at,
        reception.ends_at,
        reception.place,
        reception.host,
        reception.kind,
        reception.id,
    )
    return check_date(session, asked, language)


def check_date(session: Session, asked: DateAsked, language: Language) -> DateCheck:
    """What stands in the way of a date that is thought of."""
    countries = guest_countries(session, asked)
    national = _national_days(session, asked, countries, language)
    found = [
        *national.values(),
        *_holidays(asked, [one for one in (*HERE, *countries) if one not in national], language),
        *_minded(session, asked, language),
        *_guests_elsewhere(session, asked),
        *_taken(session, asked),
    ]
    return DateCheck(asked.begins.date(), sorted_clashes(_each_once(found)), countries)


def _each_once(found: Iterable[Clash]) -> list[Clash]:
    return list({str(one.sentence): one for one in found}.values())


def guest_countries(session: Session, asked: DateAsked) -> tuple[str, ...]:
    """The countries whose posts the guests work for on that day, by code."""
    if asked.reception is None:
        return ()
    day = asked.begins.date()
    guests = select(Guest.person_id).where(
        Guest.reception_id == asked.reception, Guest.status.not_in(AWAY)
    )
    query = (
        select(Organisation.country, Organisation.kind)
        .join(Posting, Posting.organisation_id == Organisation.id)
        .where(
            Posting.person_id.in_(guests),
            or_(Posting.starts_on.is_(None), Posting.starts_on <= day),
            or_(Posting.ends_on.is_(None), Posting.ends_on >= day),
        )
        .distinct()
    )
    return tuple(
        sorted({code for code, kind in session.execute(query) if code and codes.is_post(kind)})
    )


def _national_days(
    session: Session, asked: DateAsked, countries: Sequence[str], language: Language
) -> dict[str, Clash]:
    """By the code of the country, so that its holiday is not told twice."""
    day = asked.begins.date()
    query = (
        select(NationalDay, Country.code)
        .join(Country, NationalDay.country_id == Country.id)
        .where(Country.code.in_({*countries, BELGIUM}))
        .order_by(Country.code, NationalDay.position)
    )
    meant = asked.kind == Kind.NATIONAL_DAY
    found: dict[str, Clash] = {}
    for one, code in session.execute(query):
        if days.date_of(one.rule, day.year) != day:
            continue
        told = say(
            N_("It is the national day of {country} ({name})."),
            country=country_name(code, language),
            name=name_in((one.name_en, one.name_nl, one.name_fr), language),
        )
        severity = Severity.NOTE if meant else Severity.WRONG
        found.setdefault(code, Clash(ClashKind.NATIONAL_DAY, severity, told))
    return found


def _holidays(asked: DateAsked, countries: Sequence[str], language: Language) -> list[Clash]:
    by_name: dict[str, list[str]] = {}
    here = []
    for code in countries:
        for name in holidays_on(code, asked.begins.date(), language):
            if code in HERE:
                here.append(say(N_("It is a holiday here: {name}."), name=name))
            else:
                by_name.setdefault(name, []).append(country_name(code, language))
    abroad = [
        say(N_("Public holiday in {countries}: {name}."), countries=", ".join(kept_in), name=name)
        for name, kept_in in by_name.items()
    ]
    return [Clash(ClashKind.HOLIDAY, Severity.ATTENTION, told) for told in (*here, *abroad)]


def _minded(session: Session, asked: DateAsked, language: Language) -> list[Clash]:
    found = [
        _minded_clash(one, asked, language)
        for one in minded_days(session, asked.begins, asked.ends)
    ]
    if is_sabbath(asked.begins, asked.ends):
        told = say(N_("The Sabbath lasts from Friday evening to Saturday evening."))
        found.append(Clash(ClashKind.SABBATH, Severity.NOTE, told))
    return found


def _minded_clash(one: MindedDay, asked: DateAsked, language: Language) -> Clash:
    name = name_in(one.names, language)
    told = plain(name)
    if one.first > asked.begins.date():
        told = say(N_("{name} begins this evening at sunset"), name=name)
    elif one.last > one.first:
        told = say(N_("{name}, {first} to {last}"), name=name, first=one.first, last=one.last)
    if one.advice:
        told = say("{day}: {advice}", day=told, advice=advice_words(one.advice))
    if not one.verified and one.kind == RELIGIOUS:
        told = say(N_("{told} (may be a day earlier or later)"), told=told)
    told = say("{told}.", told=told)
    if one.kind == COUNCIL:
        return Clash(ClashKind.COUNCIL, Severity.WRONG, told)
    kind = ClashKind.RELIGIOUS if one.kind == RELIGIOUS else ClashKind.OTHER
    return Clash(kind, Severity.ATTENTION, told)


def _guests_elsewhere(session: Session, asked: DateAsked) -> list[Clash]:
    """Other receptions that day which guests of this one are on the list of."""
    if asked.reception is None:
        return []
    mine = select(Guest.person_id).where(
        Guest.reception_id == asked.reception, Guest.status.not_in(AWAY)
    )
    begins, ends = _day(asked)
    query = (
        select(Reception, Person)
        .join(Guest, Guest.reception_id == Reception.id)
        .join(Person, Person.id == Guest.person_id)
        .where(
            Reception.id != asked.reception,
            Reception.starts_at >= begins,
            Reception.starts_at < ends,
            Guest.status.not_in(AWAY),
            Guest.person_id.in_(mine),
        )
        .order_by(Reception.starts_at, Person.family_name)
    )
    found: dict[UUID, tuple[Reception, list[str]]] = {}
    for other, person in session.execute(query):
        found.setdefault(other.id, (other, []))[1].append(names.full_name(person.name))
    return [_elsewhere(other, people, asked) for other, people in found.values()]


def _elsewhere(other: Reception, people: list[str], asked: DateAsked) -> Clash:
    at = f"{other.starts_at:%H:%M}"
    named, more = ", ".join(people[:NAMED]), len(people) - NAMED
    who = say(N_("{names} and {n} more"), names=named, n=more) if more > 0 else named
    both = overlap(asked.begins, _until(asked), other.starts_at, other.ends_at)
    message = (
        N_("On the list of “{dossier}” at the same time ({at}): {who}.")
        if both
        else N_("On the list of “{dossier}” the same day ({at}): {who}.")
    )
    told = say(message, dossier=other.title, at=at, who=who)
    severity = Severity.WRONG if both else Severity.ATTENTION
    return Clash(ClashKind.GUEST, severity, told, other.id)


def _until(asked: DateAsked) -> dt.datetime:
    return asked.ends or asked.begins + dt.timedelta(hours=2)


def _day(asked: DateAsked) -> tuple[dt.datetime, dt.datetime]:
    begins = dt.datetime.combine(asked.begins.date(), dt.time())
    return begins, begins + dt.timedelta(days=1)


def _taken(session: Session, asked: DateAsked) -> list[Clash]:
    begins, ends = _day(asked)
    query = (
        select(Dossier)
        .where(Dossier.starts_at >= begins, Dossier.starts_at < ends)
        .options(selectinload(Dossier.programme))
    )
    dossiers = list(session.scalars(query))
    others = [line for one in dossiers if one.id != asked.reception for line in lines_of(one)]
    return taken(_own(dossiers, asked), others)


def _own(dossiers: Sequence[Dossier], asked: DateAsked) -> list[Line]:
    """The lines of the date asked: its programme, and the whole of it for its host and place."""
    mine = next((one for one in dossiers if one.id == asked.reception), None)
    lines = lines_of(mine) if mine is not None and mine.programme else []
    lines = [one for one in lines if one.starts_at and one.starts_at.date() == asked.begins.date()]
    length = _until(asked) - asked.begins
    whole = Line(
        asked.reception or uuid4(),
        "",
        asked.begins,
        round(length.total_seconds() / 60),
        place=asked.place if not lines else "",
        host=asked.host,
    )
    return [whole, *lines]
