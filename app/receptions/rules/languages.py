"""In which language somebody is written to, of those the office writes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.core.text import Language

if TYPE_CHECKING:
    from collections.abc import Sequence


def letter_language(own: str, spoken: Sequence[str], country: str, usual: Language) -> Language:
    """The language of a letter.

    The person's own; else the first of ours they speak; else the official language of the State
    they stand for, where that is one of ours (CLDR); else the office's usual one.
    """
    for one in (own, *spoken, official_language(country)):
        if one and one in set(Language):
            return Language(one)
    return usual


@lru_cache(maxsize=512)
def official_language(country: str) -> str:
    """The official language of a country that the office writes; "" where none is or two are."""
    from babel.languages import get_official_languages

    if not country:
        return ""
    official = get_official_languages(country, regional=False, de_facto=True)
    ours = [one for one in official if one in set(Language)]
    return ours[0] if len(ours) == 1 else ""
