"""Posts named after what they are: "Embassy of Japan", "Ambassade van Japan", "Ambassade du Japon".

A post whose name the office has not written down is kept as a place code, `kind:country:city`, and
read in the reader's language.
"""

from __future__ import annotations

from functools import lru_cache

from app.contacts.rules.codes import OrganisationKind, is_consular_post, label
from app.contacts.rules.countries import country_name, of_country
from app.core.text import N_, Language, t

_PATTERNS = {
    OrganisationKind.EMBASSY: N_("Embassy {of_country}"),
    OrganisationKind.HIGH_COMMISSION: N_("High Commission {of_country}"),
    OrganisationKind.CONSULATE_GENERAL: N_("Consulate-General {of_country}"),
    OrganisationKind.CONSULATE: N_("Consulate {of_country}"),
    OrganisationKind.VICE_CONSULATE: N_("Vice-Consulate {of_country}"),
    OrganisationKind.CONSULAR_AGENCY: N_("Consular Agency {of_country}"),
    OrganisationKind.HONORARY_CONSULATE_GENERAL: N_("Honorary Consulate-General {of_country}"),
    OrganisationKind.HONORARY_CONSULATE: N_("Honorary Consulate {of_country}"),
    OrganisationKind.PERMANENT_REPRESENTATION: N_("Permanent Representation {of_country}"),
    OrganisationKind.MISSION_TO_EU: N_("Mission {of_country} to the European Union"),
    OrganisationKind.MISSION_TO_NATO: N_("Mission {of_country} to NATO"),
    OrganisationKind.LIAISON_OFFICE: N_("Liaison Office {of_country}"),
    OrganisationKind.TRADE_OFFICE: N_("Trade Office {of_country}"),
    OrganisationKind.INTERESTS_SECTION: N_("Interests Section {of_country}"),
}


def encode_place(kind: str, country: str, city: str = "") -> str:
    """The place code of an organisation without a name of its own."""
    return f"{kind}:{country}:{city}"


def decode_place(code: str) -> tuple[str, str, str]:
    """Kind, country and city of a place code."""
    kind, country, city = [*code.split(":", 2), "", ""][:3]
    return kind, country, city


@lru_cache(maxsize=16_384)
def place_name(code: str, language: Language) -> str:
    """The name a place code stands for; consular posts and the like say their city."""
    if not code:
        return ""
    kind, country, city = decode_place(code)
    if kind not in set(OrganisationKind):
        return " ".join(part for part in (country_name(country, language), city) if part)
    known = OrganisationKind(kind)
    name = _name(known, country, language)
    if city and (
        is_consular_post(kind)
        or kind in (OrganisationKind.TRADE_OFFICE, OrganisationKind.LIAISON_OFFICE)
    ):
        return t("{post} in {city}", language, post=name, city=city)
    return name


def _name(kind: OrganisationKind, country: str, language: Language) -> str:
    if kind is OrganisationKind.NUNCIATURE or kind is OrganisationKind.EU_DELEGATION:
        return label(kind).to(language)
    if kind not in _PATTERNS:
        return f"{label(kind).to(language)} · {country_name(country, language)}"
    of = of_country(country, language) or country_name(country, language)
    return t(_PATTERNS[kind], language, of_country=of)
