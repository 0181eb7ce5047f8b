"""The directory lines of people and organisations."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from app.contacts.model import Organisation, Person, Posting
from app.contacts.queries import posting_habits
from app.contacts.rules import codes, names, naming
from app.contacts.rules.places import NOWHERE, Place, place_code
from app.contacts.rules.tenure import USUAL, Habit, Tenure, expected_end
from app.core import clock
from app.core.directory import Entry, Indexer, Row, entry_of
from app.core.fold import sort_key, words
from app.core.spelling import latin_words
from app.core.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from app.core.images import TableImages

PERSON, ORGANISATION = "person", "organisation"
_CHUNK = 1_000


class Held(Protocol):
    """A posting as its dates tell when it ends: the record, or the draft of one."""

    @property
    def function(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def arrived_on(self) -> dt.date | None: ...
    @property
    def starts_on(self) -> dt.date | None: ...
    @property
    def ends_on(self) -> dt.date | None: ...
    @property
    def credentials_on(self) -> dt.date | None: ...
    @property
    def exequatur_on(self) -> dt.date | None: ...
    @property
    def farewell_on(self) -> dt.date | None: ...
    @property
    def expected_end_on(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True)
class Office:
    """What a posting adds to a person's line; `since` says which day `day` is."""

    function: str = ""
    title: str = ""
    day: str = ""
    place: Place = NOWHERE
    until: str = ""
    since: str = ""


NO_OFFICE = Office()


def person_row(
    row_id: str,
    name: names.Name,
    office: Office,
    found_by: str,
    phones: Sequence[str],
    language: str = "",
) -> Row:
    """The line of a person with the office they hold now, as the directory stores it.

    `row_id` is 32 hex digits. A row and not a value, for an import makes a hundred thousand.
    """
    place = office.place
    named = _named(f"{name.family} {name.given} {name.native}")
    more = words(f"{found_by} {office.title}")
    told = f"{named} {more} {_office_words(office.function, place)}"
    return (
        row_id, PERSON, names.list_name(name), name.native, office.function, place.name,
        place_code(place), place.country, office.day, office.since, language, office.until, "", 0,
        sort_key(name.family, name.given), named,
        f"{told} {phone_words(phones)}" if phones else told,
    )  # fmt: skip


def organisation_row(row_id: str, place: Place, found_by: str, phones: Sequence[str]) -> Row:
    """The line of an organisation, as the directory stores it."""
    title = place.name or naming.place_name(place_code(place), Language.NL)
    named = _place_words(place)
    told = f"{named} {words(found_by)} {_kind_words(place.kind)} {phone_words(phones)}"
    return (
        row_id, ORGANISATION, title, "", place.kind, place.city, place_code(place), place.country,
        "", "", "", "", "", 0, sort_key(title), named, told,
    )  # fmt: skip


def _named(text: str) -> str:
    """The words of a name; one in another script also in Latin letters."""
    found = words(text)
    if found.isascii():
        return found
    latin = latin_words(found)
    return f"{found} {latin}" if latin else found


@lru_cache(maxsize=4_096)
def _office_words(function: str, place: Place) -> str:
    return f"{_function_words(function)} {_place_words(place)}"


@lru_cache(maxsize=4_096)
def _place_words(place: Place) -> str:
    if place.name:
        return _named(f"{place.name} {place.city}")
    code = place_code(place)
    if not code:
        return ""
    spoken = (naming.place_name(code, language) for language in Language)
    return words(" ".join((*spoken, place.city)))


@lru_cache(maxsize=256)
def _function_words(function: str) -> str:
    if function not in set(codes.Function):
        return ""
    label = codes.label(codes.Function(function))
    return words(" ".join(label.to(language) for language in Language))


@lru_cache(maxsize=64)
def _kind_words(kind: str) -> str:
    label = codes.label(codes.OrganisationKind(kind))
    return words(" ".join(label.to(language) for language in Language))


def phone_words(phones: Iterable[str]) -> str:
    """A number as people type it: whole, without the leading zeros or country code, its end."""
    found: list[str] = []
    for phone in phones:
        digits = re.sub(r"\D", "", phone).removeprefix("00").lstrip("0")
        if digits:
            found += [digits, digits[2:], digits[-9:], digits[-7:], digits[-6:]]
    return " ".join(dict.fromkeys(found))


# --- from the tables ---


def office_posting(postings: Iterable[Posting], today: dt.date) -> Posting | None:
    """The posting a person's line shows: the highest they hold today."""
    held = [one for one in postings if one.ends_on is None or one.ends_on >= today]
    return min(held, key=_weight, default=None)


def office_of(
    postings: Iterable[Posting], today: dt.date, habits: Mapping[str, Habit] | None = None
) -> Office:
    """What a person's line shows of the office they hold.

    `habits` say how long sending States leave their heads at a post (`posting_habits`).
    """
    chosen = office_posting(postings, today)
    if chosen is None:
        return NO_OFFICE
    organisation = chosen.organisation
    return held(chosen, organisation.place if organisation else NOWHERE, habits or {})


def held(posting: Held, place: Place, habits: Mapping[str, Habit]) -> Office:
    """What a line shows of a posting, given as record or as draft, at a place."""
    day = posting.credentials_on or posting.exequatur_on or posting.starts_on
    since = codes.EXEQUATUR if posting.exequatur_on else ""
    return Office(
        posting.function,
        posting.title,
        day.isoformat() if day else "",
        place,
        until_of(posting, place, habits),
        codes.CREDENTIALS if posting.credentials_on else since,
    )


def until_of(posting: Held, place: Place, habits: Mapping[str, Habit]) -> str:
    """Until when a posting lasts, or is expected to, as an ISO day; empty where nobody can tell."""
    began = (
        posting.arrived_on or posting.starts_on or posting.credentials_on or posting.exequatur_on
    )
    ends = posting.ends_on, posting.farewell_on, posting.expected_end_on
    expected = expected_end(
        Tenure(posting.function, began, *ends), habits.get(place.country, USUAL)
    )
    return expected.day.isoformat() if expected else ""


def _weight(posting: Posting) -> tuple[int, str, str]:
    function = posting.function
    rank = codes.diplomatic_class(function) or 10 + (codes.consular_class(function) or 10)
    started = posting.starts_on.isoformat() if posting.starts_on else ""
    return rank, "".join(chr(0x10FFFF - ord(c)) for c in started), posting.id.hex


def _person_entries(session: Session, ids: Iterable[UUID] | None) -> Iterator[Entry]:
    today, habits = clock.today(), posting_habits(session)
    wanted = select(Person).options(
        selectinload(Person.postings).joinedload(Posting.organisation),
    )
    for chosen in _chunks(session, Person.id, ids):
        for person in session.scalars(wanted.where(Person.id.in_(chosen))):
            found_by = " ".join((person.city, person.note, *person.emails))
            office = office_of(person.postings, today, habits)
            yield entry_of(
                person_row(
                    person.id.hex, person.name, office, found_by, person.phones, person.language
                )
            )


def _organisation_entries(session: Session, ids: Iterable[UUID] | None) -> Iterator[Entry]:
    wanted = select(Organisation)
    for chosen in _chunks(session, Organisation.id, ids):
        for one in session.scalars(wanted.where(Organisation.id.in_(chosen))):
            found_by = " ".join((one.note, *one.emails))
            yield entry_of(organisation_row(one.id.hex, one.place, found_by, one.phones))


def _chunks(
    session: Session, column: InstrumentedAttribute[UUID], ids: Iterable[UUID] | None
) -> Iterator[list[UUID]]:
    chosen = list(session.scalars(select(column)) if ids is None else ids)
    for start in range(0, len(chosen), _CHUNK):
        yield chosen[start : start + _CHUNK]
        session.expunge_all()


# --- what a Step touched ---


def _affected_people(session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    ids = set(images.get("person", ()))
    ids |= _owners(images.get("posting", {}), "person_id")
    organisations = list(images.get("organisation", ()))
    if organisations:
        held = select(Posting.person_id).where(Posting.organisation_id.in_(organisations))
        ids |= set(session.scalars(held))
    return ids | _of_countries(session, _habits_changed(session, images))


def _habits_changed(session: Session, images: Mapping[str, TableImages]) -> set[str]:
    """The countries whose habit may be another one now: a posting ended, or was said to."""
    codes_ = set()
    for name, field in (("country", "usual_posting_months"), ("organisation", "country")):
        code = "code" if name == "country" else "country"
        for before, after in images.get(name, {}).values():
            if before and after and before[field] != after[field]:
                codes_ |= {before[code], after[code]}
    posts = {
        image["organisation_id"]
        for pair in images.get("posting", {}).values()
        if any(image and image["ends_on"] for image in pair)
        for image in pair
        if image and image["organisation_id"]
    }
    if posts:
        query = select(Organisation.country).where(Organisation.id.in_(posts))
        codes_ |= set(session.scalars(query))
    return {code for code in codes_ if code}


def _of_countries(session: Session, codes_: set[str]) -> set[UUID]:
    """Whose expected end follows from what is known of these countries."""
    if not codes_:
        return set()
    held = select(Posting.person_id).join(Posting.organisation)
    return set(session.scalars(held.where(Organisation.country.in_(codes_))))


def _dated_people(session: Session, after: str, until: str) -> set[UUID]:
    """Whose posting began or ended by its date alone, after one ISO day and up to another."""
    first, last = dt.date.fromisoformat(after), dt.date.fromisoformat(until)
    begun = (Posting.starts_on > first) & (Posting.starts_on <= last)
    ended = (Posting.ends_on >= first) & (Posting.ends_on < last)
    return set(session.scalars(select(Posting.person_id).where(or_(begun, ended))))


def _affected_organisations(_session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    return set(images.get("organisation", ()))


def _owners(rows: TableImages, column: str) -> set[UUID]:
    both = (image for pair in rows.values() for image in pair if image is not None)
    return {image[column] for image in both if image[column] is not None}


INDEXERS = (
    Indexer(
        frozenset({"person", "posting", "organisation", "country"}),
        _affected_people,
        _person_entries,
        _dated_people,
    ),
    Indexer(
        frozenset({"organisation"}),
        _affected_organisations,
        _organisation_entries,
    ),
)
