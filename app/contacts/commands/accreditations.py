"""Writing the further accreditations of a posting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.draft.accreditations import AccreditationDraft, list_problems
from app.contacts.model import Accreditation, Posting
from app.contacts.rules import names
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

ACCREDITATION_FIELDS = tuple(AccreditationDraft.__slots__)


@command(N_("Changed the accreditations of {name}"))
def set_accreditations(
    session: Session, posting_id: UUID, drafts: Sequence[AccreditationDraft]
) -> None:
    """Keep these as the further accreditations of a posting, in place of those it had."""
    posting = checked(session, Posting, posting_id, None)
    fill_accreditations(posting, drafts)
    naming(session, name=names.full_name(posting.person.name))


def fill_accreditations(posting: Posting, drafts: Sequence[AccreditationDraft]) -> None:
    """Make the accreditations of a posting these; a body that stays keeps its record.

    Raises:
        InvalidError: one has a problem, or two are to the same body.
    """
    refuse(list_problems(drafts, posting.receiving_body))
    kept = {one.body: one for one in posting.accreditations}
    for body in kept.keys() - {draft.body for draft in drafts}:
        posting.accreditations.remove(kept[body])
    for draft in drafts:
        one = kept.get(draft.body)
        if one is None:
            one = Accreditation(body=draft.body)
            posting.accreditations.append(one)
        for name in ACCREDITATION_FIELDS:
            setattr(one, name, getattr(draft, name))
