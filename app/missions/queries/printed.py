"""Who stands in a paper that is out and does not go any more: it must be printed anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.contacts.model import Person
from app.contacts.rules.names import Name, full_name
from app.core import clock
from app.core.text import N_, Sentence, say
from app.dossiers.queries import last_printings
from app.dossiers.rules.printings import PEOPLE, digests_of, kind_of, record_of
from app.missions.model import Mission, Participant
from app.missions.rules.delegation import GOING, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class GoneRow:
    """Somebody printed who does not go; `name` is None where they are off the list altogether.

    `papers` are the kinds that name them, `printed_at` when the newest of those was handed out.
    """

    mission_id: UUID
    mission: str
    participant_id: UUID
    name: Name | None
    status: str
    withdrawn_on: dt.date | None
    papers: tuple[str, ...]
    printed_at: dt.datetime

    @property
    def sentence(self) -> Sentence:
        """What is wrong, in words."""
        if self.name is None:
            return say(N_("Printed with somebody who was taken off the list: reprint."))
        name = full_name(self.name)
        if self.status == Status.WAITING:
            return say(N_("Printed with {name}, who is on the waiting list: reprint."), name=name)
        if self.withdrawn_on is None:
            return say(N_("Printed with {name}, who withdrew: reprint."), name=name)
        told = N_("Printed with {name}, who withdrew on {day}: reprint.")
        return say(told, name=name, day=self.withdrawn_on)


def printed_and_gone(session: Session, mission_id: UUID) -> list[GoneRow]:
    """Those of one mission, by name."""
    return _gone(session, [mission_id])


def to_reprint(session: Session) -> list[GoneRow]:
    """Those of every mission that is not back yet, the next to leave first."""
    today = clock.today()
    wanted = select(Mission.id, Mission.starts_at, Mission.ends_at)
    coming = [
        (begins, one)
        for one, begins, ends in session.execute(wanted)
        if begins is None or (ends or begins).date() >= today
    ]
    coming.sort(key=lambda pair: (pair[0] is None, pair[0], pair[1].int))
    return _gone(session, [one for _begins, one in coming])


def participant_names(session: Session, ids: Iterable[UUID]) -> dict[UUID, Name]:
    """The names of participants who are on a list still, whatever their status."""
    return {one: name for one, (name, _status, _day) in _known(session, list(ids)).items()}


def participants_going(session: Session, ids: Iterable[UUID]) -> set[UUID]:
    """Those of these participants who go."""
    found = _known(session, list(ids))
    return {one for one, (_name, status, _day) in found.items() if status in GOING}


def _gone(session: Session, missions: list[UUID]) -> list[GoneRow]:
    if not missions:
        return []
    titles = dict(
        session.execute(select(Mission.id, Mission.title).where(Mission.id.in_(missions))).all()
    )
    stands: dict[tuple[UUID, UUID], tuple[list[str], dt.datetime]] = {}
    for printing in last_printings(session, missions):
        for key in digests_of(printing.lines):
            if kind_of(key) in PEOPLE:
                at = printing.dossier_id, UUID(record_of(key))
                papers, when = stands.get(at, ([], printing.printed_at))
                stands[at] = [*papers, printing.paper], max(when, printing.printed_at)
    known = _known(session, [who for _mission, who in stands])
    found = [
        GoneRow(
            mission,
            titles[mission],
            who,
            known[who][0] if who in known else None,
            known[who][1] if who in known else "",
            known[who][2] if who in known else None,
            tuple(dict.fromkeys(papers)),
            when,
        )
        for (mission, who), (papers, when) in stands.items()
        if who not in known or known[who][1] not in GOING
    ]
    order = {one: at for at, one in enumerate(missions)}
    found.sort(key=lambda one: (order[one.mission_id], str(one.name), one.participant_id.int))
    return found


def _known(session: Session, ids: list[UUID]) -> dict[UUID, tuple[Name, str, dt.date | None]]:
    found: dict[UUID, tuple[Name, str, dt.date | None]] = {}
    for start in range(0, len(ids), _CHUNK):
        wanted = (
            select(
                Participant.id,
                Participant.status,
                Participant.withdrawn_on,
                Person.family_name,
                Person.given_name,
                Person.name_order,
                Person.native_name,
            )
            .join(Person, Person.id == Participant.person_id)
            .where(Participant.id.in_(ids[start : start + _CHUNK]))
        )
        for one, status, day, *name in session.execute(wanted):
            found[one] = Name(*name), status, day
    return found
