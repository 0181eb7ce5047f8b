"""What a post is called where it has no name of its own: kind, sending State and seat."""

from __future__ import annotations

from functools import cache

from app.contacts.rules.codes import OrganisationKind, is_consular_post
from app.contacts.rules.countries import countries, of_country
from app.contacts.rules.reference import key, rows
from app.core.text import Language


def post_name(kind: str, country: str, city: str, language: Language) -> str:
    """ "Embassy of Japan", "Consulate-General of France in Antwerp"; "" for what is no post.

    `country` is the sending State (alpha-2); `city` the seat, told where one State has several
    such posts. A nunciature needs no State.
    """
    named = next((row for row in rows("post_names") if row["kind"] == kind), None)
    if named is None:
        return ""
    words = named[str(language)]
    if kind not in _WITHOUT_COUNTRY:
        of = of_country(country, language)
        if not of:
            return ""
        words = f"{words} {of}{_tail(named, language)}"
    return f"{words} {in_city(city, language)}" if city and _tells_seat(kind) else words


def encode_place(kind: str, country: str, city: str) -> str:
    """The code by which a made name is kept in the directory: "embassy:JP:Brussels"."""
    return f"{kind}:{country}:{city}"


def decode_place(code: str) -> tuple[str, str, str]:
    """Kind, country and city of a place code; what is missing is ""."""
    kind, _, rest = code.partition(":")
    country, _, city = rest.partition(":")
    return kind, country, city


def place_name(code: str, language: Language) -> str:
    """The name of a place code in a language; "" for what is no post."""
    return post_name(*decode_place(code), language)


def city_name(city: str, language: Language) -> str:
    """A capital or Belgian city in a language (Ghent, Gent, Gand); others stay as written."""
    names = _city_names().get(key(city))
    return names[str(language)] if names else city


def in_city(city: str, language: Language) -> str:
    """ "in Antwerp", "in Antwerpen", "à Anvers"; French seats with an article contract."""
    return _prefixed("à" if language is Language.FR else "in", city_name(city, language), language)


def of_city(city: str, language: Language) -> str:
    """ "of Ghent", "van Gent", "de Gand", "d'Anvers", "du Caire"."""
    before = {Language.EN: "of", Language.NL: "van", Language.FR: "de"}[language]
    return _prefixed(before, city_name(city, language), language)


_PREFIXES = ("stad ", "gemeente ", "ville de ", "commune de ", "city of ")


def plain_city(city: str, language: Language) -> str:
    """The place a city's office stands in: "Stad Gent" is Gent, in French Gand."""
    bare = next((city[len(one) :] for one in _PREFIXES if city.lower().startswith(one)), city)
    return city_name(bare.strip(), language)


_CONTRACTED = {("à", "Le"): "au", ("à", "Les"): "aux", ("de", "Le"): "du", ("de", "Les"): "des"}
_VOWELS = "aeiouâàéèêëîïôù"


def _prefixed(before: str, city: str, language: Language) -> str:
    if language is not Language.FR:
        return f"{before} {city}"
    article, _, rest = city.partition(" ")
    if rest and (before, article) in _CONTRACTED:
        return f"{_CONTRACTED[before, article]} {rest}"
    if before == "de" and city[:1].casefold() in _VOWELS:
        return f"d'{city}"
    return f"{before} {city}"


_WITHOUT_COUNTRY = frozenset({OrganisationKind.NUNCIATURE, OrganisationKind.EU_DELEGATION})


def _tells_seat(kind: str) -> bool:
    return is_consular_post(kind) or kind in _WITH_SEAT


_WITH_SEAT = frozenset(
    {
        OrganisationKind.EU_DELEGATION,
        OrganisationKind.LIAISON_OFFICE,
        OrganisationKind.TRADE_OFFICE,
        OrganisationKind.PERMANENT_REPRESENTATION,
    }
)


def _tail(named: dict[str, str], language: Language) -> str:
    tail = named[f"tail_{language}"]
    return f" {tail}" if tail else ""


@cache
def _city_names() -> dict[str, dict[str, str]]:
    """Every spelling of a capital or a neighbouring city, folded, to its names by language."""
    capitals = [found.capitals for found in countries() if found.capitals["en"]]
    listed = [*capitals, *rows("city_names")]
    return {key(name): names for names in listed for name in names.values()}
