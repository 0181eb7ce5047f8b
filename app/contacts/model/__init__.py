"""The records of the contacts room."""

from __future__ import annotations

from app.contacts.model.groups import MailingSet, Membership, SavedView, Tag, Tagging
from app.contacts.model.people import (
    Accreditation,
    AddressOverride,
    NotSame,
    NotSameOrganisation,
    Organisation,
    Person,
    Photo,
    Posting,
    Relationship,
)
from app.contacts.model.reference import (
    AddressForm,
    Celebration,
    Country,
    NationalDay,
    PrecedenceBand,
    PrecedenceList,
)

__all__ = [
    "Accreditation",
    "AddressForm",
    "AddressOverride",
    "Celebration",
    "Country",
    "MailingSet",
    "Membership",
    "NationalDay",
    "NotSame",
    "NotSameOrganisation",
    "Organisation",
    "Person",
    "Photo",
    "Posting",
    "PrecedenceBand",
    "PrecedenceList",
    "Relationship",
    "SavedView",
    "Tag",
    "Tagging",
]
