"""The directory lines of receptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.directory import Entry, Indexer, Line
from app.core.fold import sort_key, words
from app.receptions.model import Reception

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.images import TableImages

RECEPTION = "reception"


def _affected(_session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    return set(images.get("dossier", ())) | set(images.get("reception", ()))


def _entries(session: Session, ids: Iterable[UUID] | None) -> Iterator[Entry]:
    wanted = select(Reception)
    if ids is not None:
        wanted = wanted.where(Reception.id.in_(list(ids)))
    for one in session.scalars(wanted):
        day = one.starts_at.date().isoformat() if one.starts_at else ""
        line = Line(one.id, RECEPTION, one.title, "", one.kind, one.place, "", "", day, one.stage)
        named = words(one.title)
        told = words(f"{one.subtitle} {one.place} {one.host} {one.reason} {one.objective}")
        yield Entry(line, sort_key(one.title), named, f"{named} {told}")


INDEXERS = (Indexer(frozenset({"dossier", "reception"}), _affected, _entries),)
