"""The directory lines of receptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.contacts.marking import parts
from app.core.directory import Contribution, Entry, Facts, Indexer, Line
from app.core.fold import sort_key, words
from app.dossiers.queries.agreements import agreed_words
from app.receptions.model import Guest, Reception
from app.receptions.rules import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.images import TableImages

RECEPTION = "reception"


def _affected(session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    found = set(images.get("dossier", ())) | set(images.get("reception", ()))
    both = (image for pair in images.get("agreement", {}).values() for image in pair)
    agreed = {image["dossier_id"] for image in both if image is not None and image["dossier_id"]}
    if agreed:
        found |= set(session.scalars(select(Reception.id).where(Reception.id.in_(agreed))))
    return found


def _entries(session: Session, ids: Iterable[UUID] | None) -> Iterator[Entry]:
    wanted = select(Reception)
    if ids is not None:
        ids = list(ids)
        wanted = wanted.where(Reception.id.in_(ids))
    agreed = agreed_words(session, ids)
    for one in session.scalars(wanted):
        day = one.starts_at.date().isoformat() if one.starts_at else ""
        line = Line(one.id, RECEPTION, one.title, "", one.kind, one.place, "", "", day, one.stage)
        named = words(one.title)
        plain = (one.subtitle, one.place, one.host, one.reason, one.objective)
        told = words(" ".join((*plain, agreed.get(one.id, ""))))
        yield Entry(line, sort_key(one.title), named, f"{named} {told}")


INDEXERS = (Indexer(frozenset({"dossier", "reception", "agreement"}), _affected, _entries),)


# --- what being received adds to the line of a person ---


def _affected_guests(session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    rows = images.get("guest", {})
    both = (image for pair in rows.values() for image in pair if image is not None)
    people: set[UUID] = {image["person_id"] for image in both}
    moved = [
        row_id
        for row_id, (before, after) in images.get("dossier", {}).items()
        if before and after and before["starts_at"] != after["starts_at"]
    ]
    if moved:
        people |= set(session.scalars(select(Guest.person_id).where(Guest.reception_id.in_(moved))))
    return people


def _received(session: Session, ids: Sequence[UUID] | None) -> Mapping[UUID, Facts]:
    found: dict[UUID, Facts] = {}
    been = (
        select(Guest.person_id, func.max(Reception.starts_at), func.count())
        .join(Guest.reception)
        .where(Guest.status == str(Status.ATTENDED))
        .group_by(Guest.person_id)
    )
    for part in parts(ids):
        chosen = been if part is None else been.where(Guest.person_id.in_(part))
        for person, last, times in session.execute(chosen):
            found[person] = Facts(last.date().isoformat() if last else "", times)
    return found


CONTRIBUTIONS = (Contribution(frozenset({"guest", "dossier"}), _affected_guests, _received),)
