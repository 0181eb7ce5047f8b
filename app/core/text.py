"""Words in the reader's language: sentences as values, catalogues side by side, dates, folding.

A sentence is a value until somebody reads it. Rules and errors return `Sentence`s; the window reads
them in the window's language, paper in the paper's own.
"""

from __future__ import annotations

import datetime as dt
import gettext as _gettext
import io
import re
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

LOCALES = Path(__file__).parents[2] / "resources" / "locale"


class Language(StrEnum):
    """The languages of the house; CLDR codes."""

    NL = "nl"
    FR = "fr"
    EN = "en"


Value: TypeAlias = "str | int | float | dt.date | dt.datetime | Sentence"


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark a message for translation without translating it here."""
    return message


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message and what fills it, readable in any language.

    `plural` and the value named `n` choose the form where a message counts something.
    """

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str = ""

    def to(self, language: Language) -> str:
        """Read the sentence in a language."""
        filled = {name: _reading(value, language) for name, value in self.values}
        if not self.plural:
            return t(self.message, language, **filled)
        count = next(int(v) for k, v in self.values if k == "n" and isinstance(v, int))
        return n(self.message, self.plural, count, language, **filled)

    def __str__(self) -> str:
        return self.to(Language.EN)


def say(message: str, plural: str = "", /, **values: Value) -> Sentence:
    """Make a sentence; give `plural` and `n=` where it counts."""
    return Sentence(message, tuple(values.items()), plural)


def plain(words: str) -> Sentence:
    """Words that are the same in every language (a name, a title typed by a person)."""
    return Sentence("{words}", (("words", words),))


def _reading(value: Value, language: Language) -> object:
    if isinstance(value, Sentence):
        return value.to(language)
    if isinstance(value, dt.datetime | dt.date):
        return format_date(value, language)
    return value


def t(message: str, language: Language, /, **values: object) -> str:
    """Translate a message and fill it in."""
    words = message if language is Language.EN else _catalogue(language).gettext(message)
    return words.format(**values) if values else words


def n(singular: str, plural: str, count: int, language: Language, /, **values: object) -> str:
    """Translate a message that counts; `{n}` is the count."""
    if language is Language.EN:
        words = singular if count == 1 else plural
    else:
        words = _catalogue(language).ngettext(singular, plural, count)
    return words.format(**{"n": count, **values})


@lru_cache
def _catalogue(language: Language) -> _gettext.NullTranslations:
    """Load a compiled catalogue, compiling it first where the text file is newer."""
    source = LOCALES / f"{language}.po"
    compiled = source.with_suffix(".mo")
    if not source.exists() and not compiled.exists():
        return _gettext.NullTranslations()
    if compiled.exists() and (
        not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime
    ):
        with compiled.open("rb") as file:
            return _gettext.GNUTranslations(file)
    return _gettext.GNUTranslations(io.BytesIO(_compile(source, compiled)))


def _compile(source: Path, compiled: Path) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    made = io.BytesIO()
    write_mo(made, catalogue)
    with suppress(OSError):  # a read-only installation: compiled anew at each start, no harm
        compiled.write_bytes(made.getvalue())
    return made.getvalue()


def format_date(day: dt.date, language: Language, style: str = "medium") -> str:
    """A date as CLDR writes it: `short`, `medium`, `long`, `full` (with weekday)."""
    from babel.dates import format_date as written

    return first_of_month(written(day, style, locale=_locale(language)), day, language)


def first_of_month(words: str, day: dt.date, language: Language) -> str:
    """A written date as French spells the first day: "1er mars", which CLDR leaves out."""
    if language is not Language.FR or day.day != 1:
        return words
    return re.sub(r"\b1 (?=[^\W\d])", "1er ", words, count=1)


def format_time(moment: dt.time | dt.datetime, language: Language) -> str:
    """Hours and minutes, 24-hour clock."""
    from babel.dates import format_time as written

    return written(moment, "HH:mm", locale=_locale(language))


def format_amount(cents: int, language: Language) -> str:
    """Euro cents as an amount with two decimals: "1.310,50"."""
    from babel.numbers import format_decimal

    return format_decimal(cents / 100, "#,##0.00", locale=_locale(language))


def _locale(language: Language) -> str:
    """Belgian customs for Dutch and French; day-first English."""
    return {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}[language]
