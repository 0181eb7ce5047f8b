"""Deciding whom to invite, and what counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Person
from app.contacts.rules import names
from app.core import clock
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.kept import keep
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.receptions.commands.reception import invite
from app.receptions.model import Proposal, Reception
from app.receptions.queries.proposals import WEIGHTS
from app.receptions.rules.proposals import Decision
from app.receptions.rules.reception import Circle, Status
from app.receptions.rules.weights import LEAST, MOST, NAMES, Weights

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.proposals import PutOffDraft, RefusalDraft


@command(N_("Put {n} proposed guest on the list"), N_("Put {n} proposed guests on the list"))
def accept_proposals(session: Session, reception_id: UUID, person_ids: Sequence[UUID]) -> int:
    """Put proposed people on the list as proposed guests of the corps, and remember it.

    Returns:
        How many were added.
    """
    reception = checked(session, Reception, reception_id, None)
    added = invite(session, reception_id, person_ids, Status.PROPOSED, Circle.CORPS)
    for person_id in dict.fromkeys(person_ids):
        _decide(session, person_id, reception, Decision.ACCEPTED)
    naming(session, n=added)
    return added


@command(N_("{name} is proposed again from {day}"))
def put_off_proposal(
    session: Session, reception_id: UUID, person_id: UUID, draft: PutOffDraft
) -> None:
    """Propose somebody for a reception again only from a day on."""
    refuse(draft.problems())
    reception = checked(session, Reception, reception_id, None)
    made = _decide(session, person_id, reception, Decision.LATER)
    made.again_on, made.reason = draft.again_on, draft.reason.strip()
    if draft.again_on is not None:
        naming(session, name=names.full_name(made.person.name), day=draft.again_on)


@command(N_("{name} is not to be invited"))
def refuse_proposal(
    session: Session, reception_id: UUID, person_id: UUID, draft: RefusalDraft
) -> None:
    """Say no to a proposal, for this reception or for all, with the reason."""
    refuse(draft.problems())
    reception = checked(session, Reception, reception_id, None)
    made = _decide(session, person_id, None if draft.everywhere else reception, Decision.NO)
    made.reason = draft.reason.strip()
    naming(session, name=names.full_name(made.person.name))


@command(N_("{name} is proposed again"))
def forget_decision(session: Session, proposal_id: UUID) -> None:
    """Take back a decision: the person is among the proposals again."""
    one = checked(session, Proposal, proposal_id, None)
    naming(session, name=names.full_name(one.person.name))
    session.delete(one)


def _decide(
    session: Session, person_id: UUID, reception: Reception | None, decision: Decision
) -> Proposal:
    """The one row of a person and a reception (or of all of them), decided anew today."""
    known = select(Proposal).where(
        Proposal.person_id == person_id,
        Proposal.reception_id == (reception.id if reception else None),
    )
    made = session.scalars(known).first()
    if made is None:
        person = checked(session, Person, person_id, None)
        made = Proposal(decision=decision, person=person, reception=reception)
        session.add(made)
    made.decision, made.decided_on = decision, clock.today()
    made.reason, made.again_on = "", None
    return made


@command(N_("Changed what counts in whom to invite"))
def set_weights(session: Session, wanted: Weights) -> None:
    """Keep the office's own weights.

    Raises:
        InvalidError: a weight is out of bounds.
    """
    bounds = say(N_("Type a whole number from {least} to {most}."), least=LEAST, most=MOST)
    refuse(Problem(name, bounds) for name in NAMES if not LEAST <= getattr(wanted, name) <= MOST)
    keep(session, WEIGHTS, asdict(wanted))
