"""Reading countries: their facts, their national days, the posts and people of each."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.contacts.model import Country, NationalDay, Organisation, Person, Posting
from app.contacts.queries.people import PostingRow, posting_row
from app.contacts.rules import codes, countries_found, days
from app.contacts.rules.countries import country_name, day_name
from app.core import clock
from app.core.directory import Line
from app.core.errors import NotFoundError
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.places import Place
    from app.core.text import Language

COUNTRY = "country"
"""The kind of a found country, as the directory names its lines."""


@dataclass(frozen=True, slots=True)
class CountryRow:
    """The office's reference data of a country."""

    id: UUID
    revision: UUID
    code: str
    capital_en: str
    capital_nl: str
    capital_fr: str
    official_en: str
    official_nl: str
    official_fr: str
    head_of_state: str
    head_of_state_title: str
    usual_posting_months: int | None
    note: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class CelebrationRow:
    """When and where a national day was or will be celebrated in a year."""

    id: UUID
    revision: UUID
    year: int
    held_on: dt.date | None
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class NationalDayRow:
    """A day a country keeps, with its celebrations, the newest year first."""

    id: UUID
    revision: UUID
    country: str
    rule: str
    name_en: str
    name_nl: str
    name_fr: str
    position: int
    source: str
    verified: bool
    celebrations: tuple[CelebrationRow, ...]

    def name(self, language: Language) -> str:
        """What it is called."""
        names = {"en": self.name_en, "nl": self.name_nl, "fr": self.name_fr}
        return day_name(names, language)

    def celebrated(self, year: int) -> CelebrationRow | None:
        """How it is celebrated in a year, where that is known."""
        return next((one for one in self.celebrations if one.year == year), None)

    def in_year(self, year: int) -> DayOfYear:
        """It in a year: on its own day, else on the one it is celebrated."""
        kept = self.celebrated(year)
        on = days.date_of(self.rule, year) or (kept.held_on if kept else None)
        return DayOfYear(self, year, on, kept)


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A national day in a year: `on` its date, None where nobody knows it."""

    day: NationalDayRow
    year: int
    on: dt.date | None
    celebrated: CelebrationRow | None

    @property
    def is_first(self) -> bool:
        """Whether it is the country's principal day."""
        return self.day.position == 0


@dataclass(frozen=True, slots=True)
class HeadRow:
    """Who heads a post now, and the language the office writes to them in ("" unknown)."""

    posting: PostingRow
    language: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """An organisation of a country."""

    id: UUID
    place: Place
    host_country: str


@dataclass(frozen=True, slots=True)
class CountrySheet:
    """A country as the contacts room knows it.

    `people` hold a function today at one of its posts, the highest first; `cities` are its towns
    the office keeps relations with.
    """

    row: CountryRow
    days: tuple[NationalDayRow, ...]
    posts: tuple[PlaceRow, ...]
    people: tuple[HeadRow, ...]
    cities: tuple[PlaceRow, ...]
    others: tuple[PlaceRow, ...]

    @property
    def id(self) -> UUID:
        """The country's id."""
        return self.row.id


def countries(session: Session) -> list[CountryRow]:
    """The reference data of every country, by code."""
    columns = [getattr(Country, name) for name in CountryRow.__slots__]
    return [CountryRow(*row) for row in session.execute(select(*columns).order_by(Country.code))]


def country_of(session: Session, code: str) -> CountryRow | None:
    """The reference data of one country, None where the office has none."""
    columns = [getattr(Country, name) for name in CountryRow.__slots__]
    found = session.execute(select(*columns).where(Country.code == code)).first()
    return CountryRow(*found) if found else None


def national_days(
    session: Session, codes_wanted: Iterable[str] | None = None
) -> dict[str, tuple[NationalDayRow, ...]]:
    """The national days by country, the principal one first; of all countries unless told."""
    query = (
        select(NationalDay, Country.code)
        .join(Country, Country.id == NationalDay.country_id)
        .options(selectinload(NationalDay.celebrations))
        .order_by(Country.code, NationalDay.position, NationalDay.id)
    )
    if codes_wanted is not None:
        query = query.where(Country.code.in_(list(codes_wanted)))
    found: dict[str, list[NationalDayRow]] = {}
    for day, code in session.execute(query):
        found.setdefault(code, []).append(_day(day, code))
    return {code: tuple(rows) for code, rows in found.items()}


def _day(day: NationalDay, code: str) -> NationalDayRow:
    newest = sorted(day.celebrations, key=lambda one: -one.year)
    return NationalDayRow(
        day.id, day.revision, code, day.rule, day.name_en, day.name_nl, day.name_fr, day.position,
        day.source, day.verified,
        tuple(
            CelebrationRow(one.id, one.revision, one.year, one.held_on, one.place, one.note)
            for one in newest
        ),
    )  # fmt: skip


def days_of_month(
    session: Session, year: int, month: int
) -> tuple[list[DayOfYear], list[DayOfYear]]:
    """The national days that fall in a month, by date and country; and those nobody can date."""
    last = calendar.monthrange(year, month)[1]
    first, end = dt.date(year, month, 1), dt.date(year, month, last)
    found = [one.in_year(year) for rows in national_days(session).values() for one in rows]
    dated = [(one.on, one) for one in found if one.on is not None and first <= one.on <= end]
    dated.sort(key=lambda pair: (pair[0], pair[1].day.country, pair[1].day.position))
    return [one for _on, one in dated], [one for one in found if one.on is None]


def heads_of_posts(
    session: Session, codes_wanted: Iterable[str], day: dt.date | None = None
) -> dict[str, tuple[HeadRow, ...]]:
    """Who heads the posts of countries on a day (today unless told), heads of mission first."""
    found = _people_of(session, codes_wanted, day or clock.today())
    return {
        code: heads
        for code, rows in found.items()
        if (heads := tuple(one for one in rows if _heads(one.posting.draft.function)))
    }


def _heads(function: str) -> bool:
    return codes.is_head_of_mission(function) or codes.consular_class(function) is not None


def _people_of(
    session: Session, codes_wanted: Iterable[str], day: dt.date
) -> dict[str, tuple[HeadRow, ...]]:
    query = (
        select(Posting)
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .join(Person, Person.id == Posting.person_id)
        .where(Organisation.country.in_(list(codes_wanted)))
        .options(joinedload(Posting.person), joinedload(Posting.organisation))
    )
    found: dict[str, list[HeadRow]] = {}
    for posting in session.scalars(query):
        organisation = posting.organisation
        if organisation is None or not codes.is_post(organisation.kind):
            continue
        row = posting_row(posting, posting.person)
        if row.held_on(day):
            head = HeadRow(row, posting.person.language)
            found.setdefault(organisation.country, []).append(head)
    return {code: tuple(_each_once(sorted(rows, key=_rank))) for code, rows in found.items()}


def _each_once(rows: Iterable[HeadRow]) -> list[HeadRow]:
    """Who holds several functions at a post is there once, by the highest."""
    kept: dict[tuple[UUID, UUID | None], HeadRow] = {}
    for one in rows:
        kept.setdefault((one.posting.person_id, one.posting.organisation_id), one)
    return list(kept.values())


def _rank(head: HeadRow) -> tuple[int, int, str, str]:
    function = head.posting.draft.function
    diplomatic, consular = codes.diplomatic_class(function), codes.consular_class(function)
    ladder = codes.staff_order(function)
    rank = diplomatic or (10 + consular if consular else 20 + (ladder or 30))
    begun = head.posting.draft.credentials_on or head.posting.draft.starts_on
    return rank, begun.toordinal() if begun else 0, head.posting.person.family, str(head.posting.id)


def country_sheet(session: Session, country_id: UUID) -> CountrySheet:
    """A country with its days, posts, people and towns.

    Raises:
        NotFoundError: the office has no such country.
    """
    columns = [getattr(Country, name) for name in CountryRow.__slots__]
    found = session.execute(select(*columns).where(Country.id == country_id)).first()
    if found is None:
        raise NotFoundError(say(N_("The office has no facts of this country.")))
    row = CountryRow(*found)
    query = select(Organisation).where(Organisation.country == row.code)
    places = [PlaceRow(one.id, one.place, one.host_country) for one in session.scalars(query)]
    places.sort(key=_place_order)
    return CountrySheet(
        row,
        national_days(session, [row.code]).get(row.code, ()),
        tuple(one for one in places if codes.is_post(one.place.kind)),
        _people_of(session, [row.code], clock.today()).get(row.code, ()),
        tuple(one for one in places if one.place.kind == codes.OrganisationKind.CITY),
        tuple(one for one in places if _is_other(one.place.kind)),
    )


def _is_other(kind: str) -> bool:
    return not codes.is_post(kind) and kind != codes.OrganisationKind.CITY


def _place_order(one: PlaceRow) -> tuple[int, str, str, str]:
    kinds = list(codes.OrganisationKind)
    rank = kinds.index(codes.OrganisationKind(one.place.kind)) if one.place.kind in kinds else 99
    return rank, one.place.city, one.place.name, str(one.id)


def find_countries(
    session: Session, text: str, language: Language, limit: int = 3
) -> Sequence[Line]:
    """Countries by a part of their name in any of the three languages, as lines of the directory.

    They have no lines of their own there: their names follow the reader's language, and a list of
    contacts has no place for them.
    """
    wanted = countries_found.matching(text)[:limit]
    if not wanted:
        return []
    query = select(Country.code, Country.id).where(Country.code.in_(wanted))
    ids = {row.code: row.id for row in session.execute(query)}
    return [
        Line(ids[code], COUNTRY, country_name(code, language), country=code)
        for code in wanted
        if code in ids
    ]
