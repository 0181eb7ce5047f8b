"""What comes in: a form somebody filled, a row of a list. Drafts know their own problems."""

from __future__ import annotations

from app.contacts.draft.bulk import (
    BulkDraft,
)
from app.contacts.draft.groups import (
    MailingSetDraft,
    TagDraft,
    ViewDraft,
)
from app.contacts.draft.people import (
    NAME_LIMIT,
    TEXT_LIMIT,
    ContactDraft,
    OrganisationDraft,
    PersonDraft,
    PostingDraft,
    is_mail,
)

__all__ = [
    "NAME_LIMIT",
    "TEXT_LIMIT",
    "BulkDraft",
    "ContactDraft",
    "MailingSetDraft",
    "OrganisationDraft",
    "PersonDraft",
    "PostingDraft",
    "TagDraft",
    "ViewDraft",
    "is_mail",
]
