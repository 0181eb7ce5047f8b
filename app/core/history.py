"""The change log: who changed what, when; the audit trail and the source of undo."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    Uuid,
    func,
    insert,
    or_,
    select,
)

from app.core.bulk import BulkRange
from app.core.entity import Base
from app.core.images import decode, encode
from app.core.text import Sentence

if TYPE_CHECKING:
    from sqlalchemy import Connection, RowMapping
    from sqlalchemy.orm import Session

    from app.core.images import TableImages

DONE, UNDONE, REDONE, FOUNDED = "do", "undo", "redo", "found"
KEPT = 200
"""How many Steps can be taken back."""

change_log = Table(
    "change_log",
    Base.metadata,
    Column("seq", Integer, Identity(), primary_key=True),
    Column("step", Uuid, nullable=False, index=True),
    Column("act", String(8), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", Text, nullable=False),
    Column("schema", String(80), nullable=False),
    Column("label", Text, nullable=False),
    Column("bulk", Text, nullable=False),
    Column("images", LargeBinary, nullable=True),
    info={"journal": False},
)

change_touch = Table(
    "change_touch",
    Base.metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column(
        "seq",
        Integer,
        ForeignKey("change_log.seq", deferrable=True, initially="IMMEDIATE"),
        nullable=False,
        index=True,
    ),
    Column("row", Uuid, nullable=False, index=True),
    info={"journal": False},
)


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of work: its name, the images of the rows it changed, the ranges it added."""

    id: UUID
    label: Sentence
    images: dict[str, TableImages]
    bulk: tuple[BulkRange, ...] = ()

    @property
    def tables(self) -> frozenset[str]:
        """Every table the Step touched."""
        return frozenset(self.images).union(*(span.counts for span in self.bulk))

    @property
    def ids(self) -> frozenset[UUID]:
        """Every single row the Step touched (not those of a bulk range)."""
        return frozenset().union(*self.images.values())


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line of the audit trail."""

    at: dt.datetime
    who: str
    act: str
    label: Sentence
    step: UUID


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes, and with which schema."""

    who: str
    schema: str


def write(connection: Connection, step: Step, act: str, at: dt.datetime, desk: Desk) -> None:
    """Add a line to the change log; images are kept once, with the doing."""
    row = {
        "step": step.id,
        "act": act,
        "at": at,
        "who": desk.who,
        "schema": desk.schema,
        "label": _label_text(step.label),
        "bulk": json.dumps([[span.prefix, span.counts] for span in step.bulk]),
        "images": encode(step.images) if act == DONE else None,
    }
    made = connection.execute(insert(change_log).returning(change_log.c.seq), row).scalar_one()
    touched = [{"seq": made, "row": row_id} for row_id in _concerned(step)] if act == DONE else []
    if touched:
        connection.execute(insert(change_touch), touched)


def _concerned(step: Step) -> set[UUID]:
    """The rows a Step changed, and those they belong to: a posting is its person's history too."""
    pairs = (pair for rows_of in step.images.values() for pair in rows_of.values())
    images = (image for pair in pairs for image in pair if image is not None)
    owners = {
        value
        for image in images
        for name, value in image.items()
        if name.endswith("_id") and isinstance(value, UUID)
    }
    return owners | step.ids


def load(connection: Connection, step: UUID) -> Step:
    """A Step with its images, as it was done."""
    query = select(change_log).where(change_log.c.step == step, change_log.c.act == DONE)
    row = connection.execute(query).mappings().one()
    images = decode(row["images"], Base.metadata.tables)
    return Step(step, _label_of(row), images, _spans(row))


def label(connection: Connection, step: UUID) -> Sentence:
    """What a Step is called, without its images (which may hold whole documents)."""
    query = select(change_log.c.label).where(change_log.c.step == step, change_log.c.act == DONE)
    return _sentence(json.loads(connection.execute(query).scalar_one()))


def last(connection: Connection) -> int:
    """The number of the newest line, 0 where there is none."""
    return connection.execute(select(func.max(change_log.c.seq))).scalar() or 0


def told(connection: Connection, step: UUID) -> tuple[str, Sentence]:
    """Who did a Step, and what it is called."""
    columns = (change_log.c.who, change_log.c.label)
    query = select(*columns).where(change_log.c.step == step, change_log.c.act != UNDONE)
    who, label_text = connection.execute(query.order_by(change_log.c.seq).limit(1)).one()
    return who, _sentence(json.loads(label_text))


def undoable(connection: Connection, desk: Desk) -> list[UUID]:
    """The Steps of this person that can be taken back, the newest last.

    Steps from before the last change of the schema stay in the log but cannot be taken back.
    """
    query = (
        select(change_log.c.step, change_log.c.act)
        .where(change_log.c.who == desk.who, change_log.c.schema == desk.schema)
        .order_by(change_log.c.seq.desc())
        .limit(KEPT)
    )
    done: list[UUID] = []
    for step, act in reversed(connection.execute(query).all()):
        if act == UNDONE and step in done:
            done.remove(step)
        elif act in (DONE, REDONE):
            done.append(step)
    return done


def rows(session: Session, row_id: UUID | None = None, limit: int = 200) -> list[HistoryRow]:
    """The audit trail, newest first, of everything or of one record."""
    told = [column for column in change_log.c if column.name != "images"]
    query = select(*told).order_by(change_log.c.seq.desc()).limit(limit)
    if row_id is not None:
        touching = change_touch.join(change_log, change_log.c.seq == change_touch.c.seq)
        touched = select(change_log.c.step).select_from(touching)
        touched = touched.where(change_touch.c.row == row_id)
        imported = change_log.c.bulk.contains(row_id.hex[:16])
        query = query.where(or_(change_log.c.step.in_(touched), imported))
    return [
        HistoryRow(_utc(row["at"]), row["who"], row["act"], _label_of(row), row["step"])
        for row in session.execute(query).mappings()
    ]


def _utc(at: dt.datetime) -> dt.datetime:
    """SQLite keeps the moment without its time zone."""
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _label_text(label: Sentence) -> str:
    return json.dumps(_plain(label), ensure_ascii=False)


def _plain(sentence: Sentence) -> list[Any]:
    """A sentence as JSON; a sentence inside it stays translatable."""
    values = [
        [name, _plain(value) if isinstance(value, Sentence) else _word(value)]
        for name, value in sentence.values
    ]
    return [sentence.message, values, sentence.plural]


def _word(value: object) -> int | float | str:
    return value if isinstance(value, int | float) else str(value)


def _label_of(row: RowMapping) -> Sentence:
    return _sentence(json.loads(row["label"]))


def _sentence(plain: list[Any]) -> Sentence:
    message, values, plural = plain
    filled = (
        (name, _sentence(value) if isinstance(value, list) else value) for name, value in values
    )
    return Sentence(message, tuple(filled), plural)


def _spans(row: RowMapping) -> tuple[BulkRange, ...]:
    spans: list[list[Any]] = json.loads(row["bulk"])
    return tuple(BulkRange(prefix, counts) for prefix, counts in spans)
