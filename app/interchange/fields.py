"""The fields a column can mean: those of the drafts, and a few that are taken apart."""

from __future__ import annotations

from typing import NamedTuple

from app.core.text import N_, Sentence, say

PERSON, ORGANISATION, POSTING, RECORD = "person", "organisation", "posting", "record"


class Field(NamedTuple):
    """`name` is what `--map` takes; `part` is the draft it goes to; `meaning` explains it."""

    name: str
    part: str
    meaning: Sentence


_ALL = (
    ("id", RECORD, N_("The record's id in this office, as an export writes it")),
    ("name", RECORD, N_("A name: of a person or an organisation, as the list holds either")),
    ("family_name", PERSON, N_("Family name, with its particle")),
    ("given_name", PERSON, N_("Given name")),
    ("middle_name", PERSON, N_("Further given names")),
    ("name_suffix", PERSON, N_("What follows the name, such as Jr.")),
    ("full_name", PERSON, N_("Whole name in one cell, with or without courtesy title")),
    ("sort_name", PERSON, N_("Whole name, family name first")),
    ("head", PERSON, N_("Head of the post: name and function in one cell")),
    ("name_order", PERSON, N_("given_first or family_first: which name is said first")),
    ("native_name", PERSON, N_("The name in its own script")),
    ("pronunciation", PERSON, N_("How the name is said")),
    ("gender", PERSON, N_("Woman, man or neutral, for forms of address")),
    ("language", PERSON, N_("Language for letters: nl, fr or en")),
    ("languages", PERSON, N_("Languages the person speaks")),
    ("honorific", PERSON, N_("Courtesy or academic title")),
    ("nationality", PERSON, N_("Nationality, as a country")),
    ("birth_date", PERSON, N_("Date of birth")),
    ("birth_year", PERSON, N_("Year of birth, where the date is in three columns")),
    ("birth_month", PERSON, N_("Month of birth")),
    ("birth_day", PERSON, N_("Day of birth")),
    ("address", PERSON, N_("Whole address in one cell")),
    ("street", PERSON, N_("Street and number")),
    ("postal_code", PERSON, N_("Postal code")),
    ("city", PERSON, N_("Town or city")),
    ("region", PERSON, N_("Province, region or state")),
    ("country", PERSON, N_("Country: of the address; in a list of posts, the host country")),
    ("emails", PERSON, N_("Mail addresses, one or several")),
    ("phones", PERSON, N_("Phone numbers, one or several")),
    ("website", PERSON, N_("Web page")),
    ("note", PERSON, N_("Note")),
    ("external_id", PERSON, N_("Number or address of the record in another system")),
    ("organisation_name", ORGANISATION, N_("Name of the organisation or post")),
    ("organisation_kind", ORGANISATION, N_("Kind of organisation, such as embassy")),
    ("sending_country", ORGANISATION, N_("Country the post represents, or the organisation's own")),
    ("host_country", ORGANISATION, N_("Country the post is in")),
    ("jurisdictions", ORGANISATION, N_("Countries and bodies the post is accredited to")),
    ("organisation_address", ORGANISATION, N_("The organisation's whole address")),
    ("organisation_street", ORGANISATION, N_("The organisation's street and number")),
    ("organisation_postal_code", ORGANISATION, N_("The organisation's postal code")),
    ("organisation_city", ORGANISATION, N_("The organisation's town or city")),
    ("organisation_region", ORGANISATION, N_("The organisation's province, region or state")),
    ("organisation_emails", ORGANISATION, N_("The organisation's mail addresses")),
    ("organisation_phones", ORGANISATION, N_("The organisation's phone numbers")),
    ("organisation_website", ORGANISATION, N_("The organisation's web page")),
    ("organisation_note", ORGANISATION, N_("Note on the organisation")),
    ("latitude", ORGANISATION, N_("Latitude in degrees")),
    ("longitude", ORGANISATION, N_("Longitude in degrees")),
    ("organisation_external_id", ORGANISATION, N_("The organisation's number in another system")),
    ("function", POSTING, N_("Function, such as ambassador")),
    ("title", POSTING, N_("The function in its own words")),
    ("starts_on", POSTING, N_("First day of the function")),
    ("ends_on", POSTING, N_("Last day of the function")),
    ("agrement_on", POSTING, N_("Day of the agrément")),
    ("arrived_on", POSTING, N_("Day of arrival")),
    ("credentials_on", POSTING, N_("Day the credentials were presented")),
    ("credentials_time", POSTING, N_("Time the credentials were presented")),
    ("credentials_sequence", POSTING, N_("Turn among those received on the same day")),
    ("exequatur_on", POSTING, N_("Day of the exequatur")),
    ("receiving_body", POSTING, N_("To whom accredited")),
)

FIELDS = tuple(Field(name, part, say(meaning)) for name, part, meaning in _ALL)
BY_NAME = {field.name: field for field in FIELDS}

TO_ORGANISATION = {
    "name": "organisation_name", "address": "organisation_address",
    "street": "organisation_street", "postal_code": "organisation_postal_code",
    "city": "organisation_city", "region": "organisation_region",
    "emails": "organisation_emails", "phones": "organisation_phones",
    "website": "organisation_website", "note": "organisation_note",
    "external_id": "organisation_external_id", "country": "host_country",
}  # fmt: skip
"""What a general column means in a list of organisations."""

EXPORT_FIELDS = (
    "id",
    *(
        field.name
        for field in FIELDS
        if field.name
        not in {
            "id", "name", "middle_name", "name_suffix", "full_name", "sort_name", "head",
            "birth_year", "birth_month", "birth_day", "address", "region",
            "organisation_address", "organisation_region",
        }
    ),
)  # fmt: skip
"""The columns of an export: every field of the drafts, once."""


def fields() -> tuple[Field, ...]:
    """All fields, in the order a person thinks of them."""
    return FIELDS
