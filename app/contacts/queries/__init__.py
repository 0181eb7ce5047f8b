"""Reading contacts: frozen rows going out."""

from __future__ import annotations

from app.contacts.queries.people import (
    ORGANISATION_FIELDS,
    ORGANISATION_LISTS,
    PERSON_FIELDS,
    PERSON_LISTS,
    POSTING_FIELDS,
    CountryRow,
    OrganisationSheet,
    OverrideRow,
    PersonSheet,
    PostingRow,
    TemplateRow,
    address_templates,
    countries,
    current_posting,
    organisation_sheet,
    people,
    person_sheet,
    photo,
    posting_row,
)

__all__ = [
    "ORGANISATION_FIELDS",
    "ORGANISATION_LISTS",
    "PERSON_FIELDS",
    "PERSON_LISTS",
    "POSTING_FIELDS",
    "CountryRow",
    "OrganisationSheet",
    "OverrideRow",
    "PersonSheet",
    "PostingRow",
    "TemplateRow",
    "address_templates",
    "countries",
    "current_posting",
    "organisation_sheet",
    "people",
    "person_sheet",
    "photo",
    "posting_row",
]
