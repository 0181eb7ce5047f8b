"""What every record is: a key made by the client, a token of its last change, named constraints."""

from __future__ import annotations

import datetime as dt
import uuid
from contextvars import ContextVar
from typing import Any, ClassVar, Self

from sqlalchemy import JSON, ForeignKey, MetaData, String, Text, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, declared_attr, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

current_step: ContextVar[uuid.UUID] = ContextVar("current_step")
"""The Step being made; its id becomes the revision token of every row it writes."""


ALWAYS = dt.date.min
"""The first day of what has always been so (a key column cannot be empty)."""


def new_id() -> uuid.UUID:
    """A key that no other desk will make."""
    return uuid.uuid4()


def reference(target: str) -> ForeignKey:
    """A foreign key that undo can suspend for a moment and that never cascades."""
    return ForeignKey(target, deferrable=True, initially="IMMEDIATE")


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False, eq=False):
    """The root of all mapped classes."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads this attribute of the class
        uuid.UUID: Uuid(),
        str: Text(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
    }


class Entity(Base):
    """A record with a client-made key and a revision token.

    `revision` is the id of the Step that last wrote the row: the optimistic lock between desks,
    the guard of undo, and the answer to "who changed this". What is `sensitive` is in no list that
    goes out unless somebody asks for it by name and says so.
    """

    __abstract__ = True

    sensitive: ClassVar[bool] = False

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default_factory=new_id, kw_only=True)
    revision: Mapped[uuid.UUID] = mapped_column(init=False)

    def settle(self) -> bool:
        """Come to terms with having been pointed at another record by a merge.

        Answers False where the record makes no sense any more and goes.
        """
        return True

    def take_in(self, other: Self) -> None:
        """Take over what a twin knows and this record does not (see `app.core.absorb`)."""
        for name in plain_fields(type(self)):
            mine, theirs = getattr(self, name), getattr(other, name)
            if theirs not in EMPTY and mine in EMPTY:
                setattr(self, name, theirs)

    @declared_attr.directive
    def __mapper_args__(cls: type[Any]) -> dict[str, Any]:  # noqa: N805 - a directive receives the class
        """Only the root of an inheritance carries the token; `polymorphy` is the class's own."""
        arguments: dict[str, Any] = dict(cls.__dict__.get("polymorphy", {}))
        if Entity in cls.__mro__[1:2]:
            arguments["version_id_col"] = cls.__dict__.get("revision") or cls.revision
            arguments["version_id_generator"] = lambda _previous: current_step.get()
        return arguments


EMPTY: tuple[object, ...] = (None, "", [], {})
"""What says nothing in a field."""


def plain_fields(entity: type[Entity]) -> list[str]:
    """The fields of a record that are neither its key, its token nor the key of another."""
    return [
        column.key
        for column in entity.__mapper__.columns
        if not column.foreign_keys and column.key not in ("id", "revision", "noun")
    ]


def code(length: int = 40) -> String:
    """The type of a code: short text that rules read and people see translated."""
    return String(length)
