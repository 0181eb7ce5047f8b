"""Forms of address: how somebody stands on an envelope, in a letter, in speech, on a place card.

Templates are data (`resources/reference/address_forms.csv` seeds the office's own), one per
function, language, gender and channel, each with its source and whether that source was verified.
"Excellency" belongs to the envoy of another State (dico-lettres.com), so nationals of the host
country get the ordinary form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from app.contacts.rules import codes
from app.contacts.rules.countries import NameForm, of_country
from app.contacts.rules.names import Name, full_name
from app.contacts.rules.naming import city_name, of_city
from app.contacts.rules.reference import rows
from app.core.fold import fold
from app.core.text import Language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

DEFAULT = "default"
CHANNELS = tuple(codes.Channel)
CLOSING = "closing"
"""The last words of a letter: a template like those of the channels, found in letters only."""
COUPLE = "couple"
"""The `company` of a form for somebody with their spouse or partner."""
_EXCELLENCY = frozenset(
    [
        "ambassador",
        "high_commissioner",
        "envoy",
        "permanent_representative",
        "head_of_state",
        "head_of_government",
        "foreign_minister",
    ]
)
_PRELATES = frozenset({"nuncio", "internuncio", "archbishop", "bishop"})
_EXCELLENT = re.compile(r"excell|\b[HSZ]\.E\.", re.IGNORECASE)
_FIELD = re.compile(r"\{(\w+)\}")
_THRONES = {
    "BE": {Language.EN: "of the Belgians", Language.NL: "der Belgen", Language.FR: "des Belges"},
    "NL": {Language.NL: "der Nederlanden"},
}
"""What a monarch is of, where it is not the country's common name."""

TemplateKey = tuple[str, str, str, str]
"""Function, language, gender, channel."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template with where it comes from."""

    words: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is addressed. `organisation` is its name in the language of the form."""

    name: Name
    gender: str = ""
    honorific: str = ""
    function: str = codes.Function.OTHER
    title: str = ""
    country: str = ""
    organisation: str = ""
    city: str = ""
    host_country: str = "BE"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of address; `overridden` where the person has their own, from a day on or always."""

    text: str
    verified: bool = False
    source: str = ""
    overridden: bool = False
    confirmed_on: dt.date | None = None
    valid_from: dt.date | None = None


def form(
    who: Addressee, channel: str, language: Language, templates: Mapping[TemplateKey, Template]
) -> Form:
    """The usual form for a person in a function; a word in braces that is no field stays."""
    template = template_for(who, channel, language, templates)
    fields = fields_of(who, language)
    if channel == CLOSING:
        fields["opening"] = form(who, codes.Channel.OPENING, language, templates).text.rstrip(",")
    return filled(template, fields)


def filled(template: Template, fields: Mapping[str, str]) -> Form:
    """A template with its fields filled in, tidy: no empty lines, no comma left at an end."""
    text = _FIELD.sub(lambda found: fields.get(found[1], found[0]), template.words)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    tidy = [line.strip(" ,") if at else line for at, line in enumerate(lines)]
    return Form("\n".join(line for line in tidy if line), template.verified, template.source)


def function_title(who: Addressee, language: Language) -> str:
    """The function with what it is of: "Ambassador of Japan", "Bourgmestre de Gand".

    A title typed by a person goes before everything.
    """
    if who.title:
        return who.title
    row = _titles().get(who.function)
    if row is None:
        return who.organisation
    word = _word(row, who.gender, language)
    if not word:
        return who.organisation
    if row["of"] == "country" and who.country:
        return f"{word} {_of(who, language)}".strip()
    if row["of"] == "city" and who.city:
        return f"{word} {of_city(who.city, language)}"
    if row["of"] == "org" and who.organisation:
        return f"{word}, {who.organisation}"
    return word


def styled_name(who: Addressee, language: Language) -> str:
    """The name as a list or a briefing shows it: "H.E. Ms Aoi Tanaka"."""
    courtesy = _COURTESY[language].get(who.gender, "")
    if who.function in _PRELATES:
        courtesy = {Language.EN: "Msgr.", Language.NL: "Mgr.", Language.FR: "Mgr"}[language]
    honorific = "" if fold(who.honorific).startswith(("mgr", "msgr")) else who.honorific
    parts = [_excellency(who, language), courtesy, honorific, full_name(who.name)]
    return " ".join(part for part in parts if part)


_COURTESY = {
    Language.EN: {"m": "Mr", "f": "Ms"},
    Language.NL: {"m": "de heer", "f": "mevrouw"},
    Language.FR: {"m": "M.", "f": "Mme"},
}


def _excellency(who: Addressee, language: Language) -> str:
    nuncio = who.function in ("nuncio", "internuncio")
    if not (_foreign(who) and (who.function in _EXCELLENCY or nuncio)):
        return ""
    if language is Language.NL:
        return "H.E." if who.gender == "f" else "Z.E."
    return "S.E." if language is Language.FR else "H.E."


def _foreign(who: Addressee) -> bool:
    return who.country != who.host_country


def template_for(
    who: Addressee, channel: str, language: Language, templates: Mapping[TemplateKey, Template]
) -> Template:
    """The function's own template, else the general one; unknown gender gets the neutral words.

    An own national keeps "Monsieur l'Ambassadeur", and leaves "Excellency" to other States.
    """
    gender = who.gender if who.gender in ("f", "m") else ""
    plainly = who.function in _EXCELLENCY and not _foreign(who)
    for wanted in (who.function, DEFAULT):
        for kind in (gender, ""):
            found = templates.get((wanted, str(language), kind, str(channel)))
            if found is not None and not (plainly and _EXCELLENT.search(found.words)):
                return found
    return Template("{full}", "", verified=False)


def fields_of(who: Addressee, language: Language) -> dict[str, str]:
    of = _of(who, language)
    official = _of(who, language, "official") or of
    honorific = f"{who.honorific} " if who.honorific else ""
    return {
        "full": honorific + full_name(who.name),
        "family": who.name.family or who.name.given,
        "given": who.name.given,
        "honorific": who.honorific,
        "of": of,
        "of_official": official,
        "for": of.replace("of ", "for ", 1),
        "for_official": official.replace("of ", "for ", 1),
        "org": who.organisation,
        "title": function_title(who, language),
        "city": city_name(who.city, language),
        "of_city": of_city(who.city, language) if who.city else "",
    }


def _of(who: Addressee, language: Language, name_form: NameForm = "short") -> str:
    if who.function in ("king", "queen") and language in _THRONES.get(who.country, {}):
        return _THRONES[who.country][language]
    return of_country(who.country, language, name_form)


def _word(row: Mapping[str, str], gender: str, language: Language) -> str:
    if language is Language.FR:
        return row["fr_f"] if gender == "f" else row["fr_m"]
    return row[str(language)]


@cache
def _titles() -> dict[str, dict[str, str]]:
    return {row["function"]: row for row in rows("function_titles")}


class Row(Protocol):
    """A template as it is stored."""

    @property
    def function(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def gender(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def template(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def verified(self) -> bool: ...
    @property
    def company(self) -> str: ...
    @property
    def valid_from(self) -> dt.date: ...


@dataclass(frozen=True, slots=True)
class Book:
    """The templates of a day: for a person alone, and for a couple."""

    alone: Mapping[TemplateKey, Template]
    couple: Mapping[TemplateKey, Template]


def book_of(found: Iterable[Row], day: dt.date) -> Book:
    """The templates as they were on a day: of each key the last one that had begun."""
    pages: dict[str, dict[TemplateKey, Template]] = {"": {}, COUPLE: {}}
    for row in sorted(found, key=lambda one: one.valid_from):
        if row.valid_from <= day:
            key = (row.function, row.language, row.gender, row.channel)
            made = Template(row.template, row.source, row.verified)
            pages.setdefault(row.company, {})[key] = made
    return Book(pages[""], pages[COUPLE])
