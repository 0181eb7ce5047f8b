"""Two records become one: whatever points at the one points at the other, and nothing is lost.

Which tables those are is read from the metadata, so that no table is ever forgotten and no room
names a higher one. Where two rows would then be one (both people are guests of one reception), the
row that stays takes in the other by `Entity.take_in`, and what points at that row follows too.
`Entity.settle` lets a row come to terms with its new neighbour, or go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Table, UniqueConstraint, or_, select

from app.core.entity import Base, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Mapper, Session

E = TypeVar("E", bound=Entity)


def absorb(session: Session, kept: E, gone: E) -> None:
    """Point everything at `kept` that points at `gone`, and remove `gone`."""
    for mapper, columns in pointing_at(type(kept)):
        _repoint(session, mapper, columns, kept, gone)
    session.flush()
    session.expire_all()
    session.delete(gone)
    session.flush()
    session.expire_all()


def pointing_at(entity: type[Entity]) -> Iterator[tuple[Mapper[Any], list[Any]]]:
    """Each kind of record with the columns of it that hold a key of this one."""
    targets = {table.name for table in entity.__mapper__.tables if isinstance(table, Table)}
    for mapper in sorted(Base.registry.mappers, key=str):
        columns = [
            column
            for column in mapper.local_table.columns
            if not column.primary_key
            and targets & {key.column.table.name for key in column.foreign_keys}
        ]
        if columns:
            yield mapper, columns


def _repoint(
    session: Session, mapper: Mapper[Any], columns: list[Any], kept: Entity, gone: Entity
) -> None:
    names = [mapper.get_property_by_column(column).key for column in columns]
    pointing = or_(*(getattr(mapper.class_, name) == gone.id for name in names))
    for row in session.scalars(
        select(mapper.class_).where(pointing).order_by(mapper.class_.id)
    ).all():
        with session.no_autoflush:
            for name in names:
                if getattr(row, name) == gone.id:
                    setattr(row, name, kept.id)
            if not row.settle():
                session.delete(row)
            elif (twin := _twin(session, mapper, row)) is not None:
                twin.take_in(row)
                _give_up(session, row, twin)
        session.flush()


def _give_up(session: Session, row: Entity, twin: Entity) -> None:
    """Remove a row whose place is taken, after what points at it was given to its twin."""
    session.refresh(row)
    absorb(session, twin, row)


def _twin(session: Session, mapper: Mapper[Any], row: Entity) -> Any:
    """The row that has the same values where they may stand only once."""
    for group in _only_once(mapper):
        names = [mapper.get_property_by_column(column).key for column in group]
        values = {name: getattr(row, name) for name in names}
        if None in values.values():
            continue
        same = [getattr(mapper.class_, name) == value for name, value in values.items()]
        found = session.scalars(select(mapper.class_).where(*same, mapper.class_.id != row.id))
        if (twin := found.first()) is not None:
            return twin
    return None


def _only_once(mapper: Mapper[Any]) -> Iterator[list[Any]]:
    """The columns that together may hold each value only once."""
    table = mapper.local_table
    if not isinstance(table, Table):
        return
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield list(constraint.columns)
    for index in table.indexes:
        if index.unique:
            yield list(index.columns)
