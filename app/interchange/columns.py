"""Which column is what: headers of many programs and three languages, then what cells look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.contacts.rules.reference import key, rows
from app.core.errors import UnreadableError
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.interchange.table import Table

_MAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.\w+")
_DAY = re.compile(r"[0-3]?\d")
_WIKIDATA = re.compile(r"^(https?://www\.wikidata\.org/entity/)?Q\d+$")


@dataclass(frozen=True, slots=True)
class FieldName:
    """A field an import fills, and what it means."""

    name: str
    meaning: Sentence


_FIELDS = {
    "full_name": N_("the whole name in one cell; it is parted into family and given name"),
    "sort_name": N_("the name as it is sorted: “Family, Given”"),
    "family_name": N_("family name, with its particle"),
    "given_name": N_("given name or names"),
    "middle_name": N_("second given name"),
    "honorific": N_("courtesy or academic title before the name: “Dr.”, “Mme”"),
    "suffix": N_("what follows the name: “jr.”"),
    "name_order": N_("given_first or family_first"),
    "native_name": N_("the name in its own script"),
    "pronunciation": N_("how the name is said"),
    "phonetic_family": N_("how the family name is said"),
    "phonetic_given": N_("how the given name is said"),
    "gender": N_("gender: f, m or x, for forms of address"),
    "language": N_("language of letters: nl, fr or en"),
    "languages": N_("languages spoken"),
    "nationality": N_("nationality, as a country"),
    "birth_date": N_("date of birth"),
    "birth_year": N_("year of birth, where the date is in three columns"),
    "birth_month": N_("month of birth"),
    "birth_day": N_("day of birth"),
    "street": N_("street and number"),
    "street_2": N_("second line of the address"),
    "street_3": N_("third line of the address"),
    "postal_code": N_("postal code"),
    "city": N_("town"),
    "country": N_("country of the address; of a post: its sending State"),
    "home_street": N_("private street, used where there is no other"),
    "home_postal_code": N_("private postal code"),
    "home_city": N_("private town"),
    "home_country": N_("private country"),
    "emails": N_("mail addresses, several in one cell"),
    "emails_2": N_("second mail address"),
    "emails_3": N_("third mail address"),
    "phones": N_("telephone numbers, several in one cell"),
    "phones_2": N_("second telephone number"),
    "phones_3": N_("third telephone number"),
    "phones_mobile": N_("mobile telephone"),
    "phones_home": N_("private telephone"),
    "phones_main": N_("main number of the organisation"),
    "fax": N_("fax; kept in the note"),
    "website": N_("web page"),
    "note": N_("note"),
    "postal_address": N_("another address; kept in the note"),
    "office_hours": N_("consular district; kept in the note"),
    "external_id": N_("the record's id in the other program"),
    "id": N_("the record's id in this office"),
    "organisation_id": N_("the organisation's id in this office"),
    "organisation_name": N_("name of the organisation or post"),
    "organisation_kind": N_("kind of the organisation: embassy, consulate, company …"),
    "organisation_city": N_("town of the organisation"),
    "sending_country": N_("sending State of a post"),
    "host_country": N_("country where a post is"),
    "iso_country": N_("country as a two-letter code"),
    "jurisdictions": N_("States and bodies a post is accredited to, parted by |"),
    "function": N_("function at the organisation: ambassador, director …"),
    "title": N_("courtesy title, or function where there is no other column for it"),
    "department": N_("department; kept in the note"),
    "starts_on": N_("first day in the function"),
    "ends_on": N_("last day in the function"),
    "agrement_on": N_("date of the agrément"),
    "arrived_on": N_("date of arrival"),
    "credentials_on": N_("date of the credentials"),
    "credentials_time": N_("time of the credentials"),
    "credentials_sequence": N_("place among those received that day"),
    "exequatur_on": N_("date of the exequatur"),
    "receiving_body": N_("to whom accredited: king_of_the_belgians, european_union, nato"),
    "farewell_on": N_("date of the farewell call"),
    "expected_end_on": N_("day the posting is expected to end"),
    "consular_district": N_("consular district"),
    "posting_note": N_("note on the posting"),
    "latitude": N_("latitude in degrees"),
    "longitude": N_("longitude in degrees"),
}
PERSON_FIELDS = frozenset(
    {
        "full_name",
        "sort_name",
        "family_name",
        "given_name",
        "birth_date",
        "honorific",
        "middle_name",
    }
)
ORGANISATION_FIELDS = frozenset(
    {"organisation_name", "organisation_kind", "sending_country", "jurisdictions"}
)


def fields() -> list[FieldName]:
    """Every field, in the order of a form."""
    return [FieldName(name, say(meaning)) for name, meaning in _FIELDS.items()]


@cache
def _known() -> dict[str, str]:
    return {key(row["header"]): row["field"] for row in rows("column_headers")}


def field_of(header: str) -> str:
    """The field a header means, "" where it is not known."""
    known = _known()
    plain = key(header)
    found = known.get(plain) or known.get(plain.rstrip("0123456789"))
    return found or ""


def guess(
    table: Table, wishes: Mapping[str, str] | None = None, holds: str = ""
) -> tuple[str, ...]:
    """Per column the field it fills ("" where it is left out).

    `wishes` are headers with the field a person chose for them; `holds` is "people" or
    "organisations", which decides what a column "name" means.

    Raises:
        UnreadableError: a wish names a header or a field that does not exist.
    """
    chosen = [field_of(header) for header in table.header]
    first = table.preview(40)
    chosen = [
        _by_content(one, table.header[at], [row.cells[at] for row in first if at < len(row.cells)])
        for at, one in enumerate(chosen)
    ]
    chosen = _settled(chosen, holds)
    for header, field_name in (wishes or {}).items():
        places = [at for at, one in enumerate(table.header) if one == header]
        if not places or (field_name and field_name not in _FIELDS):
            none = N_("There is no column “{header}” or no field “{field}”: see import --fields.")
            raise UnreadableError(say(none, header=header, field=field_name))
        for at in places:
            chosen[at] = field_name
    return tuple(chosen)


def _by_content(found: str, header: str, cells: Sequence[str]) -> str:
    """A column of mail addresses holds mails; one of Wikidata numbers is no country."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if filled and found != "external_id" and all(_WIKIDATA.match(cell) for cell in filled):
        return "external_id" if key(header) in ("item", "officeholder") else ""
    if found == "birth_date" and filled and all(map(_DAY.fullmatch, filled)):
        return "birth_day"
    if found:
        return found
    return "emails" if filled and all(_MAIL.search(cell) for cell in filled) else ""


def _settled(chosen: list[str], holds: str) -> list[str]:
    """Each field once, and "name", "title" and "country" by their company."""
    _settle_name(chosen, holds)
    _settle_titles(chosen)
    if "sending_country" in chosen and "country" in chosen and "host_country" not in chosen:
        chosen[chosen.index("country")] = "host_country"
    return _once(chosen)


def _settle_name(chosen: list[str], holds: str) -> None:
    """ "Name" is a person's, an organisation's where posts are listed, or the family name."""
    if "full_name" not in chosen:
        return
    at, there = chosen.index("full_name"), set(chosen)
    of_posts = {"organisation_kind", "sending_country", "jurisdictions", "iso_country"} & there
    people = (PERSON_FIELDS - {"full_name"}) | {"organisation_name", "function"}
    if "organisation_name" not in there and (
        holds == "organisations" or (holds == "" and of_posts and not people & there)
    ):
        chosen[at] = "organisation_name"
    elif "given_name" in there and "family_name" not in there:
        chosen[at] = "family_name"


def _settle_titles(chosen: list[str]) -> None:
    """ "Title" is a courtesy where it leads a name or a function stands elsewhere."""
    titles = [at for at, one in enumerate(chosen) if one == "title"]
    named = bool({"family_name", "given_name"} & set(chosen))
    if {"honorific", "function"} <= set(chosen):
        return
    if len(titles) > 1:
        chosen[titles[0]], chosen[titles[1]] = "honorific", "function"
    elif titles and ("function" in chosen or (named and titles[0] == 0)):
        chosen[titles[0]] = "honorific"
    elif titles:
        chosen[titles[0]] = "function"


_REPEATS = {"emails": ("emails_2", "emails_3"), "phones": ("phones_2", "phones_3")}


def _once(chosen: list[str]) -> list[str]:
    """A field that comes twice: mails and phones are numbered, of others the first counts."""
    seen: set[str] = set()
    result = []
    for one in chosen:
        field_name = one
        if one in seen:
            field_name = next((two for two in _REPEATS.get(one, ()) if two not in seen), "")
        if field_name:
            seen.add(field_name)
        result.append(field_name)
    return result


def holds_what(columns: Sequence[str]) -> str:
    """Whether a list holds people or organisations."""
    there = set(columns)
    return "people" if there & PERSON_FIELDS else "organisations"
