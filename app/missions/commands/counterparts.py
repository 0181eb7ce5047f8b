"""Counterparts become contacts: a host is linked with an organisation, known or made new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.commands import add_organisation, add_person
from app.contacts.draft import PostingDraft
from app.contacts.model import Organisation, Person
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.missions.model import FairParty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.missions.draft.counterparts import CounterpartDraft


@command(N_("Made {n} counterpart a contact"), N_("Made {n} counterparts contacts"))
def keep_counterparts(session: Session, drafts: Sequence[CounterpartDraft]) -> int:
    """Link hosts with organisations and people of the office, making those that are new.

    Returns:
        How many organisations are new.
    """
    refuse(problem for one in drafts for problem in one.problems())
    fresh = 0
    for draft in drafts:
        party = checked(session, FairParty, draft.party, None)
        organisation_id = draft.organisation
        if organisation_id is None:
            organisation_id = add_organisation(session, draft.made)
            session.flush()
            fresh += 1
        party.organisation = checked(session, Organisation, organisation_id, None)
        if draft.contact is not None:
            posting = PostingDraft(title=draft.function.strip())
            made = add_person(session, draft.contact, posting, organisation_id)
            session.flush()
            party.person = checked(session, Person, made, None)
    naming(session, n=len(drafts))
    return fresh
