"""Reading whom to invite: everybody who might be asked, ranked, with the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.contacts.model import Person, Posting
from app.contacts.protocol import title_of
from app.contacts.queries import posting_row
from app.contacts.rules import names
from app.core import clock
from app.core.fold import sort_key
from app.core.kept import kept
from app.receptions.model import Guest, Proposal
from app.receptions.queries.candidates import Gathered, aim_of, candidates, heads
from app.receptions.rules.proposals import (
    QUIET,
    Decision,
    Reason,
    Spread,
    Weighed,
    meant_corps,
    spread,
    thin_corps,
    weigh,
)
from app.receptions.rules.reception import Status
from app.receptions.rules.weights import Weights, weights_from

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.names import Name
    from app.core.text import Language
    from app.receptions.queries.candidates import Candidate

WEIGHTS = "proposal_weights"
"""The key of the setting."""
SHOWN = 200
_AWAY = (Status.REGRETS, Status.ABSENT)

_NOBODY = Spread()


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """Somebody worth inviting: `id` is the person's, `share` of the best score 0 to 100."""

    id: UUID
    name: Name
    styled: str
    title: str
    country: str
    corps: str
    score: int
    share: int
    reasons: tuple[Reason, ...]

    @property
    def told(self) -> tuple[Reason, ...]:
        """The reasons worth a word in a list."""
        return tuple(one for one in self.reasons if one.weight not in QUIET)


@dataclass(frozen=True, slots=True)
class Proposed:
    """The proposals, best first: the first of them, how many there are, and what the list holds."""

    rows: tuple[ProposedRow, ...] = ()
    total: int = 0
    there: Spread = _NOBODY
    put_off: int = 0


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A decision that keeps somebody from the proposals."""

    id: UUID
    person_id: UUID
    name: str
    decision: str
    reason: str
    decided_on: dt.date | None
    again_on: dt.date | None
    everywhere: bool


def weights(session: Session) -> Weights:
    """The office's own weights."""
    return weights_from(kept(session, WEIGHTS))


def who_to_invite(
    session: Session,
    reception_id: UUID,
    language: Language,
    limit: int = SHOWN,
    *,
    staff: bool = False,
) -> Proposed:
    """Whom to invite to a reception, the best first; heads of post only unless `staff`.

    Left out is who is on the list already, who holds no posting at a post on the day, and whom
    the office said no or later to.
    """
    aim = aim_of(session, reception_id)
    known = candidates(session, aim.occasion.day)
    guests = _guests(session, reception_id)
    there = spread(
        (known[one].corps, known[one].place.country)
        for one, (status, _) in guests.items()
        if one in known and status not in _AWAY
    )
    honoured = frozenset(
        known[one].place.country for one, (_, honour) in guests.items() if honour and one in known
    ) - {""}
    said = _decided(session, reception_id, aim.occasion.today)
    wanted = [one for one in known.values() if staff or heads(one.function)]
    thin = thin_corps(there, spread((one.corps, one.place.country) for one in wanted))
    left = [one for one in wanted if one.person not in guests and one.person not in said]
    gathered, counting = Gathered(session, aim, language), weights(session)
    meant = meant_corps(there)

    def weighing(one: Candidate) -> Weighed:
        facts = gathered.facts(
            one, honoured, thin=one.corps in thin, meant=one.corps == meant
        )  # fmt: skip
        return weigh(facts, aim.occasion, counting)

    weighed = [(weighing(one), one) for one in left]
    weighed.sort(key=_order)
    rows = _rows(session, weighed[:limit], language)
    return Proposed(rows, len(weighed), there, len(said))


def _order(pair: tuple[Weighed, Candidate]) -> tuple[int, str, str]:
    weighed, one = pair
    return -weighed.score, sort_key(one.family, one.given), one.person.hex


def _guests(session: Session, reception_id: UUID) -> dict[UUID, tuple[str, bool]]:
    query = select(Guest.person_id, Guest.status, Guest.guest_of_honour, Guest.circle)
    found = session.execute(query.where(Guest.reception_id == reception_id))
    return {
        person: (status, honour or circle == "principal")
        for person, status, honour, circle in found
    }


def _decided(session: Session, reception_id: UUID, today: dt.date) -> set[UUID]:
    """Whom a decision keeps away today: no, for this reception or for all; later, until its day."""
    query = select(Proposal.person_id, Proposal.decision, Proposal.again_on).where(
        or_(Proposal.reception_id == reception_id, Proposal.reception_id.is_(None)),
        Proposal.decision.in_((Decision.NO, Decision.LATER)),
    )
    return {
        person
        for person, decision, again in session.execute(query)
        if decision == Decision.NO or (again is not None and again > today)
    }


def _rows(
    session: Session, weighed: list[tuple[Weighed, Candidate]], language: Language
) -> tuple[ProposedRow, ...]:
    ids = [one.posting for _, one in weighed]
    query = (
        select(Posting)
        .where(Posting.id.in_(ids))
        .options(
            joinedload(Posting.person),
            joinedload(Posting.organisation),
            selectinload(Posting.accreditations),
        )
    )
    postings = {one.id: one for one in session.scalars(query)}
    best = max([1, *(one.score for one, _ in weighed)])
    return tuple(_row(found, one, postings[one.posting], best, language) for found, one in weighed)


def _row(
    found: Weighed, one: Candidate, posting: Posting, best: int, language: Language
) -> ProposedRow:
    person = posting.person
    row = posting_row(posting, person)
    return ProposedRow(
        one.person,
        person.name,
        names.full_name(person.name),
        title_of(row, person.gender, language),
        one.place.country,
        one.corps,
        found.score,
        max(0, round(100 * found.score / best)),
        found.reasons,
    )


def decisions(session: Session, reception_id: UUID) -> list[DecidedRow]:
    """What was decided against proposals of a reception: no (here or everywhere) and later."""
    today = clock.today()
    query = (
        select(Proposal, Person)
        .join(Person, Person.id == Proposal.person_id)
        .where(
            or_(Proposal.reception_id == reception_id, Proposal.reception_id.is_(None)),
            Proposal.decision.in_((Decision.NO, Decision.LATER)),
        )
    )
    rows = [
        DecidedRow(
            one.id, person.id, names.full_name(person.name), one.decision, one.reason,
            one.decided_on, one.again_on, one.reception_id is None,
        )
        for one, person in session.execute(query)
        if one.decision == Decision.NO or (one.again_on is not None and one.again_on > today)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.decision, row.name, row.id.hex))
