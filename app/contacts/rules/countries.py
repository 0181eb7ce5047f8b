"""Countries: names, capitals, official names, national days, and how a title says "of" each.

Codes are ISO 3166-1 alpha-2, and three more: XK Kosovo (user-assigned, in general use), EU the
European Union (reserved), XM the Order of Malta (user-assigned, this office's choice). NATO and
the United Nations are organisations, not countries. Names come from CLDR, with "and" and "Saint"
written out and a few replaced by the diplomatic ones (the Holy See, both Congos):
`country_names.csv` says which. All of it is reference data that a person may correct.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from app.contacts.rules.reference import key, rows
from app.core.fold import words
from app.core.text import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

NameForm = Literal["short", "official"]

_VOWELS = "aeiouyhàâéèêëîïôù"
_STATE_WORDS = frozenset(
    words(
        """the la le les l het de der die das den a of van du des d von s and et
        republic republiek republique republik rep federative federatieve federale federal
        federation kingdom koninkrijk royaume konigreich grand duchy principality vorstendom
        principaute furstentum state staat etat sultanate sultanaat sultanat commonwealth
        gemenebest union unie people peoples democratic democratische democratique demokratische
        volksrepubliek volksrepublik islamic islamitische islamique islamische arab arabische arabe
        hashemite government gouvernement regering regierung bundesrepublik bondsrepubliek
        plurinational bolivarian socialist socialistische socialiste sozialistische popular
        populaire independent united verenigde"""
    ).split()
)
_NEVER_BARE = frozenset({"korea", "coree", "congo", "kongo", "china", "chine", "chinese", "korean"})


@dataclass(frozen=True, slots=True)
class Country:
    """A State, territory or body as the reference data has it.

    `status` is state, territory (of `parent`), body or other (contested or associated). Official
    names carry their article: "the Kingdom of Belgium". `verified` lists the languages in which
    the official name was read in a source.
    """

    code: str
    alpha3: str
    status: str
    parent: str
    names: dict[str, str]
    capitals: dict[str, str]
    articles: dict[str, str]
    officials: dict[str, str]
    source: str
    verified: frozenset[str]
    note: str


@dataclass(frozen=True, slots=True)
class NationalDay:
    """A national day: its rule (`app.contacts.rules.days`), its names by language.

    `verified` says that day and English name were read in the source; the names in Dutch and French
    are this house's translations. `note` says where a source disagrees.
    """

    country: str
    rule: str
    names: dict[str, str]
    source: str
    verified: bool
    note: str


def country(code: str) -> Country | None:
    """The country of an alpha-2 code."""
    return _countries().get(code)


def countries() -> tuple[Country, ...]:
    """All countries, in order of code."""
    return tuple(_countries().values())


def country_name(code: str, language: Language) -> str:
    """The common name, without article; an unknown code names itself."""
    found = _countries().get(code)
    return found.names[language] if found else code


def official_name(code: str, language: Language) -> str:
    """The official name without article, or the common one where none is known."""
    found = _countries().get(code)
    if found is None or not found.officials[language]:
        return country_name(code, language)
    return _split_article(found.officials[language], language)[1]


def capital(code: str, language: Language) -> str:
    """The capital, "" where there is none; where the government sits elsewhere, `note` says so."""
    found = _countries().get(code)
    return found.capitals[language] if found else ""


def of_country(code: str, language: Language, form: NameForm = "short") -> str:
    """The country as a title has it: "of the Netherlands", "van Japan", "de l'Inde"; "" if unknown.

    French leaves the article away where usage does ("Ambassadeur de France", but "du Japon").
    """
    found = _countries().get(code)
    if found is None:
        return ""
    short = found.names[language]
    if form == "official" and found.officials[language]:
        article, name = _split_article(found.officials[language], language)
        if name != short:
            return _of(article, name, language)
    if language is Language.FR:
        return _join(found.articles["fr"], short)
    return _of(found.articles[language], short, language)


def national_days(code: str) -> tuple[NationalDay, ...]:
    """The national days of a country, the first the principal one; none for most territories."""
    return _national_days().get(code, ())


@lru_cache(maxsize=8192)
def country_code(text: str) -> str | None:
    """Understand a country as people write it in English, Dutch, French or German.

    Takes common, official, former and run-together names, demonyms, alpha-2 and alpha-3 codes.
    """
    index = _index()
    for attempt in _attempts(text):
        code = index.get(key(attempt))
        if code:
            return code
    return _code_of_long_form(text)


def _attempts(text: str) -> list[str]:
    """The text itself, then without what lists add: "(…)", "… siehe …", "Korea, Republic of"."""
    head = re.split(r"\s+siehe\s|\n", text.strip())[0]
    bare = re.sub(r"\s*\([^)]*\)", "", head)
    turned = " ".join(reversed([part.strip() for part in bare.split(",")]))
    return list(dict.fromkeys((text, head, bare, turned)))


def _code_of_long_form(text: str) -> str | None:
    """ "Government of the Republic of Poland" -> PL; a bare Korea, Congo or China stays unclear."""
    parts = words(text).split()
    while parts and parts[0] in _STATE_WORDS:
        parts.pop(0)
    if parts and parts[-1] in ("republic", "republiek", "republique", "republik"):
        parts.pop()
    rest = "".join(parts)
    return None if rest in _NEVER_BARE else _index().get(rest)


def _of(article: str, name: str, language: Language) -> str:
    if language is Language.EN:
        return _join("of", _join(article, name))
    if language is Language.NL:
        return _join("van", _join(article, name))
    contracted = {"le": "du", "les": "des", "la": "de la", "l'": "de l'"}
    if article in contracted:
        return _join(contracted[article], name)
    return _join("d'" if name[:1].casefold() in _VOWELS else "de", name)


def _join(before: str, after: str) -> str:
    return before + after if not before or before.endswith("'") else f"{before} {after}"


def _split_article(name: str, language: Language) -> tuple[str, str]:
    """Part "the Kingdom of Belgium" into article and name."""
    if language is Language.FR and name.startswith("l'"):
        return "l'", name[2:]
    first, _, rest = name.partition(" ")
    articles = {Language.EN: ("the",), Language.NL: ("de", "het"), Language.FR: ("le", "la", "les")}
    return (first, rest) if first in articles[language] else ("", name)


@cache
def _countries() -> dict[str, Country]:
    names = {row["code"]: row for row in rows("country_names")}
    return {row["code"]: _country(row, names[row["code"]]) for row in rows("countries")}


def _country(row: dict[str, str], names: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        alpha3=row["alpha3"],
        status=row["status"],
        parent=row["parent"],
        names={language: names[language] for language in ("en", "nl", "fr", "de")},
        capitals={language: row[f"capital_{language}"] for language in ("en", "nl", "fr")},
        articles={"en": row["article_en"], "nl": row["article_nl"], "fr": row["of_fr"]},
        officials={language: row[f"official_{language}"] for language in ("en", "nl", "fr")},
        source=row["source"],
        verified=frozenset(row["verified"].split()),
        note=row["note"],
    )


def day_name(names: Mapping[str, str], language: Language) -> str:
    """What a national day is called in a language.

    Without a name of its own there, that of the same English name in the reference data, else
    whatever name it has.
    """
    own = names.get(language, "")
    return (
        own
        or _day_names().get((names.get("en", ""), language), "")
        or next((name for name in names.values() if name), "")
    )


@cache
def _day_names() -> dict[tuple[str, str], str]:
    return {
        (row["name_en"], language): row[f"name_{language}"]
        for row in rows("national_days")
        for language in ("nl", "fr")
    }


@cache
def _national_days() -> dict[str, tuple[NationalDay, ...]]:
    days: dict[str, list[NationalDay]] = {}
    for row in rows("national_days"):
        days.setdefault(row["code"], []).append(
            NationalDay(
                country=row["code"],
                rule=row["rule"],
                names={language: row[f"name_{language}"] for language in ("en", "nl", "fr")},
                source=row["source"],
                verified=row["verified"] == "yes",
                note=row["note"],
            )
        )
    return {code: tuple(of_code) for code, of_code in days.items()}


@cache
def _index() -> dict[str, str]:
    """Every written form, folded; a common name wins over an alias, an alias over a code."""
    index: dict[str, str] = {}
    for found in _countries().values():
        index.setdefault(found.alpha3.lower(), found.code)
        index.setdefault(found.code.lower(), found.code)
        for official in found.officials.values():
            index[key(official)] = found.code
    index.update((key(row["alias"]), row["code"]) for row in rows("country_aliases"))
    for found in _countries().values():
        index.update((key(name), found.code) for name in found.names.values())
    index.pop("", None)
    return index
