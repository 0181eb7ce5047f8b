"""Several tags for many contacts, as one Step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_tag, tag_contacts, untag_contacts
from app.core.command import Progress, command, naming
from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.contacts.draft import TagDraft


@command(N_("Gave {n} contact the tag {name}"), N_("Gave {n} contacts the tag {name}"))
def tag_all(
    session: Any,  # a session: ui knows no SQL
    people: Sequence[UUID],
    organisations: Sequence[UUID],
    drafts: Sequence[TagDraft],
    role: str = "",
    progress: Progress | None = None,
) -> int:
    """Give many contacts one or more tags.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    count = 0
    for draft in drafts:
        count = max(count, tag_contacts(session, people, organisations, draft, role, progress))
    naming(session, n=count, name=", ".join(draft.name for draft in drafts))
    return count


@command(N_("Took the tag {name} from {n} contact"), N_("Took the tag {name} from {n} contacts"))
def untag_all(
    session: Any,  # a session, as above
    people: Sequence[UUID],
    organisations: Sequence[UUID],
    drafts: Sequence[TagDraft],
    _role: str = "",
    progress: Progress | None = None,
) -> int:
    """Take one or more tags from many contacts.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    count = 0
    for draft in drafts:
        tag_id = add_tag(session, draft)
        count = max(count, untag_contacts(session, people, organisations, tag_id, progress))
    naming(session, n=count, name=", ".join(draft.name for draft in drafts))
    return count
