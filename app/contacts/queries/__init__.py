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
from app.contacts.queries.precedence import (
    BandRow,
    PrecedenceListRow,
    precedence_list,
    precedence_lists,
)
from app.contacts.queries.tenure import expected_to_leave, posting_habits, tenure_of, terms_of

__all__ = [
    "ORGANISATION_FIELDS",
    "ORGANISATION_LISTS",
    "PERSON_FIELDS",
    "PERSON_LISTS",
    "POSTING_FIELDS",
    "BandRow",
    "CountryRow",
    "OrganisationSheet",
    "OverrideRow",
    "PersonSheet",
    "PostingRow",
    "PrecedenceListRow",
    "TemplateRow",
    "address_templates",
    "countries",
    "current_posting",
    "expected_to_leave",
    "organisation_sheet",
    "people",
    "person_sheet",
    "photo",
    "posting_habits",
    "posting_row",
    "precedence_list",
    "precedence_lists",
    "tenure_of",
    "terms_of",
]
