"""Every kind of record as a list: a row a record, a column a field, read from the model itself.

A new table or field is part of it without a line here. Beside each key of another record stands a
column with its name, for people to read; where somebody adds a row by hand, the name alone will do.
Records whose worth is bytes (photos, the bodies of documents) are no lists and stay out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, Table, Uuid, select

from app.contacts.rules.lines import title
from app.core import search
from app.core.entity import Base, Entity
from app.core.errors import CannotWriteError, UnreadableError
from app.core.text import N_, Language, say
from app.interchange.record_cells import cell_of
from app.interchange.writing import CHUNK, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Column
    from sqlalchemy.orm import Mapper, Session

    from app.core.command import Progress

PRIVATE = "private"
"""In `info` of a table: what it holds goes into no list unless somebody asks for it by name."""
CALLED = ("name", "title", "what", "subject", "code")
"""Fields that say what a record is called, the first it has."""


@dataclass(frozen=True, slots=True)
class Link:
    """A field that names another record: its column, the attribute it fills, what it points at."""

    key: str
    attribute: str
    target: type[Entity]


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of record with its fields, as the model has them."""

    name: str
    entity: type[Entity]
    plain: tuple[Column[Any], ...]
    links: tuple[Link, ...]

    @property
    def private(self) -> bool:
        """Whether its table says that ordinary lists leave it out."""
        table = self.entity.__table__
        return isinstance(table, Table) and bool(table.info.get(PRIVATE))

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of its list."""
        beside = [name for one in self.links for name in (one.key, one.attribute)]
        return ("id", *(column.key for column in self.plain), *beside)


def nouns() -> dict[str, Noun]:
    """Every kind of record of the office by the name of its list, e.g. "mailing-set"."""
    mappers = sorted(Base.registry.mappers, key=lambda one: str(one.local_table))
    made = (_noun(mapper) for mapper in mappers if _is_list(mapper))
    return {one.name: one for one in made}


def noun_of(word: str, *, private: bool = False) -> Noun:
    """The noun somebody names, in singular or plural.

    Raises:
        UnreadableError: there is none of that name, or it is private and was not asked as such.
    """
    known = nouns()
    plain = word.strip().lower().replace("_", "-").replace(" ", "-")
    for guess in (
        plain,
        plain.removesuffix("s"),
        plain.removesuffix("es"),
        plain.removesuffix("ies") + "y",
    ):
        if guess in known and known[guess].private and not private:
            kept = N_("“{what}” is private and no ordinary list: add --private to export it.")
            raise UnreadableError(say(kept, what=word))
        if guess in known:
            return known[guess]
    none = N_("There is no list “{what}”: choose {known}.")
    raise UnreadableError(say(none, what=word, known=", ".join(known)))


def _is_list(mapper: Mapper[Any]) -> bool:
    if not issubclass(mapper.class_, Entity) or mapper.polymorphic_abstract:
        return False
    return not any(isinstance(column.type, LargeBinary) for column in mapper.columns)


def _noun(mapper: Mapper[Any]) -> Noun:
    linked = {
        next(iter(one.local_columns)).key: Link(
            str(next(iter(one.local_columns)).key), one.key, one.mapper.class_
        )
        for one in mapper.relationships
        if one.direction.name == "MANYTOONE" and not one.viewonly
    }
    own = {"id", "revision", mapper.polymorphic_on.key if mapper.polymorphic_on is not None else ""}
    plain = tuple(
        column
        for column in mapper.columns
        if column.key not in own and column.key not in linked and not _is_key(column)
    )
    name = str(mapper.local_table).replace("_", "-")
    return Noun(name, mapper.class_, plain, tuple(sorted(linked.values(), key=lambda one: one.key)))


def _is_key(column: Column[Any]) -> bool:
    return isinstance(column.type, Uuid)


def export_records(
    session: Session,
    noun: Noun,
    path: Path,
    language: Language,
    *,
    bom: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write every record of a noun as a CSV that Excel in Belgium opens.

    Returns:
        How many rows were written.

    Raises:
        CannotWriteError: the file cannot be written, or its name does not end in .csv.
    """
    if path.suffix.lower() != ".csv":
        raise CannotWriteError(say(N_("This list is written as CSV: end the name in .csv.")))
    rows = _rows(session, noun, language)
    return write_csv(path, noun.header, rows, bom=bom, progress=progress)


def record_rows(session: Session, noun: Noun, language: Language) -> list[list[str]]:
    """Every record of a noun as cells, in the order of its header."""
    return list(_rows(session, noun, language))


def _rows(session: Session, noun: Noun, language: Language) -> Iterator[list[str]]:
    query = select(noun.entity).order_by(noun.entity.id).execution_options(yield_per=CHUNK)
    for part in session.scalars(query).partitions(CHUNK):
        names = _names(session, noun, part, language)
        for entity in part:
            cells = [entity.id.hex]
            cells += [cell_of(getattr(entity, column.key)) for column in noun.plain]
            for link in noun.links:
                there = getattr(entity, link.key)
                cells += [there.hex if there else "", cell_of(names.get(there, ""))]
            yield cells


def _names(
    session: Session, noun: Noun, entities: Sequence[Entity], language: Language
) -> dict[UUID, str]:
    """What the records these point at are called."""
    found: dict[UUID, str] = {}
    for link in noun.links:
        ids = list({there for one in entities if (there := getattr(one, link.key)) is not None})
        for line in search.lines(session, ids):
            found[line.id] = title(line, language)
        for target in targets(session, link, [one for one in ids if one not in found]):
            found[target.id] = _called(target)
    return found


def targets(session: Session, link: Link, ids: Sequence[UUID]) -> Sequence[Entity]:
    """The records of these ids a link points at."""
    if not ids:
        return []
    return session.scalars(select(link.target).where(link.target.id.in_(ids))).all()


def _called(entity: Entity) -> str:
    return next((str(getattr(entity, name)) for name in CALLED if hasattr(entity, name)), "")
