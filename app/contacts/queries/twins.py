"""Likely twins among the people and organisations of the office, and of somebody being entered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from sqlalchemy import Text, cast, func, or_, select

from app.contacts.model import NotSame, NotSameOrganisation, Organisation, Person, Posting
from app.contacts.rules import scan
from app.contacts.rules.names import Name, full_name, list_name
from app.contacts.rules.naming import place_name
from app.contacts.rules.organisation_twins import PlaceFacts, place_facts, weigh_places
from app.contacts.rules.places import Place, place_code
from app.contacts.rules.twins import Facts, facts, weigh
from app.core import clock, search
from app.core.command import Progress, unwatched
from app.core.text import Language, Sentence

_Side: TypeAlias = "tuple[str, str, int | None, str]"

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from app.contacts.draft import OrganisationDraft, PersonDraft

CHUNK = 2_000
"""Rows read in one step: SQLite gives up the interpreter's lock at every row."""
NEAR = 120
"""So many of a beginning are looked at while somebody is entered."""
ENTERED = 0.75
"""From here on a twin is shown while somebody is entered."""


@dataclass(frozen=True, slots=True)
class TwinSide:
    """One of two: its id, its name as a list has it, and where it came from."""

    id: UUID
    name: str
    line: int | None = None
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class TwinRow:
    """Two records that are likely one, from 0 to 1, and why."""

    kind: str
    a: TwinSide
    b: TwinSide
    score: float
    reasons: tuple[Sentence, ...]


# --- the whole office ---


@dataclass(frozen=True, slots=True)
class Material:
    """What a scan compares, read from the office; comparing it needs no office any more."""

    people: list[Facts]
    people_sides: list[_Side]
    people_apart: frozenset[tuple[str, str]]
    places: list[PlaceFacts]
    places_sides: list[_Side]
    places_apart: frozenset[tuple[str, str]]


def material(session: Session) -> Material:
    """Everybody and every organisation, ready to be compared."""
    people, sides = _people(session)
    apart = _apart(session, NotSame)
    places, place_sides = _places(session)
    return Material(people, sides, apart, places, place_sides, _apart(session, NotSameOrganisation))


def scanned(
    read: Material, least: float = scan.LIKELY, progress: Progress = unwatched
) -> list[TwinRow]:
    """Every likely pair, best first; pairs found to be two are left out.

    Raises:
        CancelledError: whoever watches cancelled.
    """
    pairs = scan.people(read.people, least, read.people_apart, progress)
    found = [_row("person", read.people_sides, pair) for pair in pairs]
    pairs = scan.places(read.places, least, read.places_apart, progress)
    found += [_row("organisation", read.places_sides, pair) for pair in pairs]
    return sorted(found, key=lambda row: -row.score)


def find_twins(
    session: Session, least: float = scan.LIKELY, progress: Progress = unwatched
) -> list[TwinRow]:
    """Every likely pair of the office, best first.

    Raises:
        CancelledError: whoever watches cancelled.
    """
    return scanned(material(session), least, progress)


def _row(kind: str, sides: list[_Side], pair: scan.Pair) -> TwinRow:
    one, two = _side(sides[pair.one]), _side(sides[pair.two])
    return TwinRow(kind, one, two, pair.score, pair.reasons)


def _side(side: _Side) -> TwinSide:
    return TwinSide(UUID(side[0]), *side[1:])


def _apart(
    session: Session, entity: type[NotSame | NotSameOrganisation]
) -> frozenset[tuple[str, str]]:
    found = session.execute(select(entity.first_id, entity.second_id))
    return frozenset(tuple(sorted((one.hex, two.hex))) for one, two in found)  # type: ignore[misc]  # two of them


# --- reading in bulk ---

_PERSON = (
    "family_name", "given_name", "name_order", "native_name", "birth_date", "emails", "phones",
    "street", "postal_code", "city", "country", "nationality", "gender", "source_line",
    "external_id",
)  # fmt: skip
_ORGANISATION = (
    "name", "kind", "country", "host_country", "city", "emails", "phones", "website",
    "source_line", "external_id",
)  # fmt: skip


def _bulk(
    session: Session, columns: Sequence[InstrumentedAttribute[Any]], where: Any = None
) -> Iterator[list[Any]]:
    """Rows as plain JSON values, many in one step, in the order of the first column.

    The first column is an id; it comes as 32 hex digits.
    """
    last: UUID | None = None
    lists = {"emails", "phones"}
    while True:
        inner = select(*columns).order_by(columns[0]).limit(CHUNK)
        if last is not None:
            inner = inner.where(columns[0] > last)
        if where is not None:
            inner = inner.where(where)
        rows = inner.subquery()
        if session.get_bind().dialect.name == "postgresql":
            row = func.json_build_array(*rows.c)
            told = select(cast(func.json_agg(row), Text))
        else:
            cells = [func.json(one) if one.key in lists else one for one in rows.c]
            told = select(func.json_group_array(func.json_array(*cells), type_=Text()))
        found = json.loads(session.scalar(told) or "[]")
        for one in found:
            one[0] = one[0].replace("-", "")
        yield from found
        if len(found) < CHUNK:
            return
        last = UUID(found[-1][0])


def _people(session: Session, ids: Sequence[UUID] | None = None) -> tuple[list[Facts], list[_Side]]:
    """The facts of everybody, or of some, with how a list names them."""
    held = _held(session, ids)
    people: list[Facts] = []
    sides: list[_Side] = []
    columns = [Person.id, *(getattr(Person, name) for name in _PERSON)]
    where = None if ids is None else Person.id.in_(ids)
    for row in _bulk(session, columns, where):
        row_id, family, given, order, native, birth, mails, phones, *rest = row
        street, postal, city, country, nation, gender, line, outside = rest
        name = Name(family, given, order, native)
        people.append(
            facts(
                row_id,
                full_name(name),
                native,
                birth=birth or "",
                mails=tuple(mails),
                phones=tuple(phones),
                address=(street, postal, city, country),
                nationality=nation,
                gender=gender,
                posts=tuple(held.get(row_id, ())),
            )
        )
        sides.append((row_id, list_name(name), line, outside))
    return people, sides


def _held(session: Session, ids: Sequence[UUID] | None) -> dict[str, list[tuple[str, str]]]:
    """The functions people hold today, each with the organisation's id."""
    held: dict[str, list[tuple[str, str]]] = {}
    where: Any = or_(Posting.ends_on.is_(None), Posting.ends_on >= clock.today())
    if ids is not None:
        where = where & Posting.person_id.in_(ids)
    columns = [Posting.id, Posting.person_id, Posting.organisation_id, Posting.function]
    for _row_id, person, place, function in _bulk(session, columns, where):
        found = (function, place.replace("-", "") if place else "")
        held.setdefault(person.replace("-", ""), []).append(found)
    return held


def _places(
    session: Session, ids: Sequence[UUID] | None = None
) -> tuple[list[PlaceFacts], list[_Side]]:
    """The facts of every organisation, or of some, with what they are called."""
    places: list[PlaceFacts] = []
    sides: list[_Side] = []
    columns = [Organisation.id, *(getattr(Organisation, name) for name in _ORGANISATION)]
    where = None if ids is None else Organisation.id.in_(ids)
    for row in _bulk(session, columns, where):
        row_id, name, kind, country, host, city, mails, phones, site, line, outside = row
        places.append(
            place_facts(row_id, name, kind, country, host, city, tuple(mails), tuple(phones), site)
        )
        made = name or place_name(place_code(Place(name, kind, country, city)), Language.EN)
        sides.append((row_id, made or city, line, outside))
    return places, sides


# --- somebody being entered ---


def twins_of(
    session: Session,
    draft: PersonDraft,
    but: UUID | None = None,
    posts: tuple[tuple[str, str], ...] = (),
    least: float = ENTERED,
) -> list[TwinRow]:
    """Who of the office is likely the person a draft describes; `but` is the record itself."""
    name = Name(draft.family_name, draft.given_name, draft.name_order, draft.native_name)
    ids = _near(session, "person", (full_name(name), draft.native_name), draft)
    ids -= _known_apart(session, NotSame, but)
    people, sides = _people(session, sorted(ids))
    mine = facts(
        "",
        full_name(name),
        draft.native_name,
        birth=draft.birth_date.isoformat() if draft.birth_date else "",
        mails=draft.emails,
        phones=draft.phones,
        address=(draft.street, draft.postal_code, draft.city, draft.country),
        nationality=draft.nationality,
        gender=draft.gender,
        posts=posts,
    )
    me = TwinSide(but or UUID(int=0), list_name(name))
    found = [
        TwinRow("person", me, _side(side), told.score, told.reasons)
        for one, side in zip(people, sides, strict=True)
        if (told := weigh(mine, one, least)).reasons
    ]
    return sorted(found, key=lambda row: -row.score)


def organisation_twins_of(
    session: Session,
    draft: OrganisationDraft,
    but: UUID | None = None,
    least: float = ENTERED,
) -> list[TwinRow]:
    """Which organisation of the office is likely the one a draft describes."""
    made = draft.name or place_name(
        place_code(Place(draft.name, draft.kind, draft.country, draft.city)), Language.EN
    )
    ids = _near(session, "organisation", (made,), draft)
    ids -= _known_apart(session, NotSameOrganisation, but)
    places, sides = _places(session, sorted(ids))
    mine = place_facts(
        "",
        draft.name,
        draft.kind,
        draft.country,
        draft.host_country,
        draft.city,
        draft.emails,
        draft.phones,
        draft.website,
    )
    me = TwinSide(but or UUID(int=0), made)
    found = [
        TwinRow("organisation", me, _side(side), told.score, told.reasons)
        for one, side in zip(places, sides, strict=True)
        if (told := weigh_places(mine, one, least)).reasons
    ]
    return sorted(found, key=lambda row: -row.score)


def _near(
    session: Session,
    kind: str,
    names: Sequence[str],
    draft: PersonDraft | OrganisationDraft,
) -> set[UUID]:
    """Whose names begin like a word of these, or who is reached in the same way."""
    wanted: list[str] = []
    for name in names:
        words = [word for word in name.replace(",", " ").split() if len(word) > 1]
        wanted += [" ".join(word[:3] for word in words), *(word[:5] for word in words), *words]
    wanted += [*draft.emails, *draft.phones]
    found: set[UUID] = set()
    for query in dict.fromkeys(filter(None, wanted)):
        found |= {line.id for line in search.find(session, query, (kind,), NEAR)}
    return found


def _known_apart(
    session: Session, entity: type[NotSame | NotSameOrganisation], but: UUID | None
) -> set[UUID]:
    if but is None:
        return set()
    either = or_(entity.first_id == but, entity.second_id == but)
    pairs = session.execute(select(entity.first_id, entity.second_id).where(either))
    return {but, *(one for pair in pairs for one in pair)}
