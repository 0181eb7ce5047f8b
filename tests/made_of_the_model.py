"""Records of every kind, made from the model itself: a new table or field is tried unasked.

Values are invented by a column's type, so that a row holds what its table can hold rather than what
a form would let through: undo and lists must carry all of it.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    String,
    Time,
    Uuid,
    inspect,
    select,
)

from app.core.command import command
from app.core.entity import Base, Entity

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Mapper, Session

TEXTS = (
    "", "Tanaka", "=1+1", "'quoted", "a; b", 'say "no"', "two\nlines", "田中 葵", "محمد", "x | y",
    "-", "+32 9 1", "[not json", "Łódź", " spaced ",
)  # fmt: skip
_NEW_YEAR = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - dossiers keep the time of the place
CODES = ("BE", "JP", "FR", "MA")


@cache
def mappers() -> tuple[Mapper[Any], ...]:
    """Every kind of record people can make, what is pointed at before what points."""
    found = [one for one in Base.registry.mappers if issubclass(one.class_, Entity)]
    waiting = sorted((one for one in found if not one.polymorphic_abstract), key=str)
    placed: list[Mapper[Any]] = []
    while waiting:
        ready = [one for one in waiting if not _needs(one) & {*waiting} - {one}]
        placed += ready or waiting
        waiting = [one for one in waiting if one not in placed]
    return tuple(placed)


def _needs(mapper: Mapper[Any]) -> set[Mapper[Any]]:
    """The kinds a record may point at, those of its family included."""
    return {one for link in links(mapper).values() for one in link.mapper.self_and_descendants}


def value(column: Column[Any], chance: random.Random) -> Any:
    """A value of a column, by its type."""
    if column.nullable and chance.random() < 0.3:
        return None
    make = next(how for kind, how in _MAKE if isinstance(column.type, kind))
    return make(column, chance)


def _text(column: Column[Any], chance: random.Random) -> str:
    """Any text; where the column holds a code, one that rules know."""
    length = getattr(column.type, "length", None)
    if length is None:
        return chance.choice(TEXTS) + (str(chance.randrange(10**6)) if column.unique else "")
    if length == 1:
        return chance.choice(("f", "m", ""))
    if length == 2:
        return chance.choice(("nl", "fr", "en") if "language" in column.key else CODES)
    return _usual(column) or chance.choice(("ambassador", "consul", "mayor"))


def _usual(column: Column[Any]) -> str:
    """The default the model gives the column."""
    usual = getattr(column.default, "arg", "")
    return usual if isinstance(usual, str) else ""


def _json(column: Column[Any], chance: random.Random) -> Any:
    annotation = str(_annotation(column))
    if "dict" in annotation:
        return {chance.choice("abc"): [1, "ü", None], "n": chance.randrange(9)}
    return [chance.choice(TEXTS) for _ in range(chance.randrange(4))]


def _annotation(column: Column[Any]) -> object:
    owners = (one.class_ for one in mappers() if column.table in one.tables)
    found = (
        base.__annotations__[column.key]
        for owner in owners
        for base in owner.__mro__
        if column.key in getattr(base, "__annotations__", {})
    )
    return next(found)


_MAKE: tuple[tuple[type, Callable[[Column[Any], random.Random], Any]], ...] = (
    (Boolean, lambda _c, r: r.random() < 0.5),
    (Integer, lambda _c, r: r.randrange(-5, 10**6)),
    (Float, lambda _c, r: r.uniform(-180, 180)),
    (DateTime, lambda _c, r: _NEW_YEAR + dt.timedelta(minutes=r.randrange(10**6))),
    (Date, lambda _c, r: dt.date(1, 1, 1) + dt.timedelta(days=r.randrange(800_000))),
    (Time, lambda _c, r: dt.time(r.randrange(24), r.randrange(60))),
    (JSON, _json),
    (LargeBinary, lambda _c, r: r.randbytes(r.randrange(1, 40))),
    (String, _text),
)


def links(mapper: Mapper[Any]) -> dict[str, Any]:
    """The relationships of a record that hold a key of another, by attribute."""
    return {one.key: one for one in mapper.relationships if one.direction.name == "MANYTOONE"}


def _plain(mapper: Mapper[Any]) -> list[Column[Any]]:
    keys = {"id", "revision", "noun"}
    return [
        column
        for column in mapper.columns
        if column.key not in keys and not isinstance(column.type, Uuid)
    ]


@command("Made a record")
def make(session: Session, number: int, seed: int) -> UUID:
    """Add a record of the kind `number` names, pointing at records that are there."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    mapper = mappers()[number % len(mappers())]
    init = {one.name for one in fields(mapper.class_) if one.init}
    made = {one.key: value(one, chance) for one in _plain(mapper)}
    record: Entity = mapper.class_(**{key: made[key] for key in made if key in init})
    for attribute, target in _targets(session, mapper, chance).items():
        setattr(record, attribute, target)
    session.add(record)
    return record.id


def _targets(
    session: Session, mapper: Mapper[Any], chance: random.Random
) -> dict[str, Entity | None]:
    found: dict[str, Entity | None] = {}
    for attribute, link in links(mapper).items():
        target = _some(session, link.mapper.class_, chance)
        column = next(iter(link.local_columns))
        if target is None and not column.nullable:
            message = f"nothing to point at with {column}"
            raise ValueError(message)
        found[attribute] = target if not column.nullable or chance.random() < 0.7 else None
    return found


@command("Changed a record")
def change(session: Session, number: int, seed: int) -> None:
    """Give one record other values in some of its fields."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    mapper = mappers()[number % len(mappers())]
    record = _some(session, mapper.class_, chance)
    if record is None:
        return
    columns = _plain(mapper)
    for column in chance.sample(columns, min(3, len(columns))):
        setattr(record, column.key, value(column, chance))
    for attribute, link in links(mapper).items():
        if chance.random() < 0.3:
            target = _some(session, link.mapper.class_, chance)
            if target is not None:
                setattr(record, attribute, target)


@command("Removed a record")
def remove(session: Session, number: int, seed: int) -> None:
    """Take a record away, with what belongs to it; refused where something else points at it."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    mapper = mappers()[number % len(mappers())]
    record = _some(session, mapper.class_, chance)
    if record is not None:
        session.delete(record)


def _some(session: Session, kind: type[Entity], chance: random.Random) -> Entity | None:
    found = session.scalars(select(kind).order_by(kind.id)).all()
    return chance.choice(found) if found else None


def is_bytes(mapper: Mapper[Any]) -> bool:
    """Whether the record is worth its bytes, and so is no list."""
    return any(isinstance(one.type, LargeBinary) for one in inspect(mapper.class_).columns)
