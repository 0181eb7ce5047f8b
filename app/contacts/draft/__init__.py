"""What comes in: a form somebody filled, a row of a list. Drafts know their own problems."""

from __future__ import annotations

from app.contacts.draft.accreditations import (
    AccreditationDraft,
)
from app.contacts.draft.bulk import (
    BulkDraft,
)
from app.contacts.draft.countries import (
    CelebrationDraft,
    CountryDraft,
    NationalDayDraft,
)
from app.contacts.draft.forms import (
    TemplateDraft,
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
from app.contacts.draft.precedence import (
    BandDraft,
    PrecedenceListDraft,
)
from app.contacts.draft.relationships import (
    RelationshipDraft,
)

__all__ = [
    "NAME_LIMIT",
    "TEXT_LIMIT",
    "AccreditationDraft",
    "BandDraft",
    "BulkDraft",
    "CelebrationDraft",
    "ContactDraft",
    "CountryDraft",
    "MailingSetDraft",
    "NationalDayDraft",
    "OrganisationDraft",
    "PersonDraft",
    "PostingDraft",
    "PrecedenceListDraft",
    "RelationshipDraft",
    "TagDraft",
    "TemplateDraft",
    "ViewDraft",
    "is_mail",
]
