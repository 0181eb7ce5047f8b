"""What the editors of contacts offer: functions, kinds, countries, languages, in words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.contacts.rules import codes, countries, lines
from app.core import search
from app.core.fold import sort_key
from ui.core import language
from ui.core.language import read, tr
from ui.core.record_field import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from app.core.directory import Line
    from app.core.text import Language
    from ui.core.jobs import Jobs
    from ui.core.record_field import Answer, Search

Choices = list[tuple[str, str]]
FOUND = 20


def function_choices() -> Choices:
    """Every function."""
    return [(str(one), read(codes.label(one))) for one in codes.Function]


def kind_choices() -> Choices:
    """Every kind of organisation."""
    return [(str(one), read(codes.label(one))) for one in codes.OrganisationKind]


def gender_choices() -> Choices:
    """Genders, for forms of address."""
    return [(str(one), read(codes.label(one))) for one in codes.Gender]


def name_order_choices() -> Choices:
    """Which name is said first."""
    return [(str(one), read(codes.label(one))) for one in codes.NameOrder]


_OWN_NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English"}


def letter_language_choices() -> Choices:
    """Languages of the office's letters."""
    return [("", tr("Not known")), *_OWN_NAMES.items()]


def country_choices() -> Choices:
    """Every country by its name."""
    return [("", tr("None")), *_countries(language.current())]


@lru_cache(maxsize=3)
def _countries(spoken: Language) -> tuple[tuple[str, str], ...]:
    named = [(one.code, countries.country_name(one.code, spoken)) for one in countries.countries()]
    return tuple(sorted(named, key=lambda pair: sort_key(pair[1])))


def country_words(code: str) -> str:
    """The name of a country; "" where none is given."""
    return countries.country_name(code, language.current()) if code else ""


def function_words(code: str) -> str:
    """A function in words; one we do not know stays as it is."""
    known = set(codes.Function)
    return read(codes.label(codes.Function(code))) if code in known else code


def kind_words(code: str) -> str:
    """A kind of organisation in words."""
    known = set(codes.OrganisationKind)
    return read(codes.label(codes.OrganisationKind(code))) if code in known else code


def body_words(code: str) -> str:
    """To whom somebody is accredited: a body, or a State's name."""
    known = set(codes.ReceivingBody)
    return read(codes.label(codes.ReceivingBody(code))) if code in known else country_words(code)


def language_words(code: str) -> str:
    """A language in its own words, as Qt has them: "nl" gives "Nederlands"."""
    from PySide6.QtCore import QLocale

    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    known = QLocale(code)
    if known.language() is QLocale.Language.C:
        return code
    return known.nativeLanguageName() or code


def finder(jobs: Jobs, owner: QObject, *kinds: str) -> Search:
    """Looks for records of some kinds by a part of their name."""

    def look(text: str, answer: Answer) -> None:
        def told(found: Sequence[Line]) -> None:
            answer([choice_of(line) for line in found])

        jobs.ask(
            search.find, text, kinds, FOUND, then=told, owner=owner,
            channel=f"pick {' '.join(kinds)}", urgent=True,
        )  # fmt: skip

    return look


def choice_of(line: Line) -> Choice:
    """A line of the directory as a choice."""
    spoken = language.current()
    told = lines.subtitle(line, spoken) if line.kind != "organisation" else _where(line)
    return Choice(line.id, lines.title(line, spoken), told)


def _where(line: Line) -> str:
    parts = (lines.role(line, language.current()), line.place)
    return " · ".join(part for part in parts if part)


def no_finder(text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
    """Finds nothing."""
    del text
    answer([])
