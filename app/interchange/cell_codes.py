"""Words of a cell as codes: countries, kinds, functions, languages, genders. Each word once."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from app.contacts.rules import codes
from app.contacts.rules.countries import country_code
from app.contacts.rules.functions import FunctionRead, parse_function, parse_kind

_LANGUAGES = {
    "nl": ("nl", "dutch", "nederlands", "neerlandais", "niederlandisch", "n"),
    "fr": ("fr", "french", "frans", "francais", "français", "f"),
    "en": ("en", "english", "engels", "anglais", "e"),
}
_LANGUAGE = {word: code for code, words in _LANGUAGES.items() for word in words}
_GENDERS = {
    "m": "m", "male": "m", "man": "m", "homme": "m", "mannelijk": "m", "masculin": "m", "h": "m",
    "f": "f", "v": "f", "female": "f", "vrouw": "f", "femme": "f", "vrouwelijk": "f",
    "feminin": "f", "féminin": "f", "w": "f", "x": "x",
}  # fmt: skip
_FUNCTIONS = {str(code): code for code in codes.Function}
_KINDS = frozenset(map(str, codes.OrganisationKind))
_HEADS = {
    "embassy": "ambassador", "high_commission": "high_commissioner", "nunciature": "nuncio",
    "consulate_general": "consul_general", "consulate": "consul",
    "honorary_consulate": "honorary_consul",
    "honorary_consulate_general": "honorary_consul_general",
}  # fmt: skip
_OF = (" of ", " der ", " des ", " van ", " de la ", " de l'", " du ", " de ", " d'")


def language(words: str) -> str:
    """nl, fr or en; "" for another."""
    return _LANGUAGE.get(words.lower(), "")


def gender(words: str) -> str:
    """f, m or x; "" where the words do not tell."""
    return _GENDERS.get(words.lower(), "")


@lru_cache(maxsize=8_192)
def country(words: str) -> str:
    """An alpha-2 code, "" where the country is not known."""
    return country_code(words) or ""


@lru_cache(maxsize=65_536)
def kind(words: str) -> str:
    """A kind of organisation, from its word or its name; "" where neither tells."""
    if words in _KINDS:
        return words
    found = parse_kind(words) if words else None
    return str(found) if found else ""


@lru_cache(maxsize=8_192)
def without_country(name: str, kind_code: str) -> tuple[str, str]:
    """ "Embassy of Japan" -> no name but JP: such posts are named in the reader's language."""
    if not name or not codes.is_post(kind_code):
        return name, ""
    for sign in _OF:
        before, found, after = name.partition(sign)
        if found and kind(before) == kind_code:
            code = country(after)
            return ("", code) if code else (name, "")
    return name, ""


def function(words: str, kind_code: str) -> FunctionRead | None:
    """A function by its code, as our own lists have it, or in words."""
    own = _FUNCTIONS.get(words)
    return FunctionRead(own) if own else parse_function(words, kind_code)


def head_of(kind_code: str) -> str:
    """The function of who heads such a post, "other" for what is no post."""
    return _HEADS.get(kind_code, "other")


def parts(text: str) -> tuple[str, ...]:
    """Several words of a cell."""
    return tuple(part.strip() for part in text.replace("|", ",").split(",") if part.strip())


def jurisdictions(text: str) -> tuple[str, ...]:
    """States as codes; bodies and regions as they are written."""
    found = [part.strip() for part in text.split("|")]
    return tuple(country(part) or part for part in found if part)


def number(text: str) -> float | None:
    """Degrees, with a point or a comma."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def day_of(year: str, month: str, day: str) -> dt.date | None:
    """A date from three cells, None where one of them is missing or wrong."""
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def outside_id(text: str) -> str:
    """A Wikidata address is kept as its Q number."""
    return text.rsplit("/", 1)[-1] if text.startswith("http") else text
