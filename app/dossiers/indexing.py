"""What contact moments add to the directory lines of people: when last, how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.contacts.marking import parts
from app.core.directory import Contribution, Facts
from app.dossiers.model import Moment, MomentPerson
from app.dossiers.rules.memory import MomentKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.images import TableImages


_WRITTEN = (str(MomentKind.MAIL), str(MomentKind.LETTER))


def _affected(session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    there = images.get("moment_person", {})
    both = (image for pair in there.values() for image in pair if image is not None)
    people: set[UUID] = {image["person_id"] for image in both}
    moments = list(images.get("moment", ()))
    for part in parts(moments):
        query = select(MomentPerson.person_id).where(MomentPerson.moment_id.in_(part or ()))
        people |= set(session.scalars(query))
    return people


def _facts(session: Session, ids: Sequence[UUID] | None) -> Mapping[UUID, Facts]:
    """Mail and letters are no meeting. How often counts moments without a dossier: the others are
    counted by the dossier's room.
    """
    found: dict[UUID, Facts] = {}
    alone = func.count().filter(Moment.dossier_id.is_(None))
    met = (
        select(MomentPerson.person_id, func.max(Moment.happened_on), alone)
        .join(MomentPerson.moment)
        .where(Moment.kind.not_in(_WRITTEN))
        .group_by(MomentPerson.person_id)
    )
    for part in parts(ids):
        chosen = met if part is None else met.where(MomentPerson.person_id.in_(part))
        for person, day, times in session.execute(chosen):
            found[person] = Facts(day.isoformat() if day else "", times)
    return found


CONTRIBUTIONS = (Contribution(frozenset({"moment", "moment_person"}), _affected, _facts),)
