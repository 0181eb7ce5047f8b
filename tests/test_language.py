"""Everything the program can say is said in each language of the house."""

from __future__ import annotations

import datetime as dt

import pytest

from app.core.text import Language, format_date, say
from tools import catalogues


def test_the_languages_are_those_of_the_house() -> None:
    assert {*catalogues.LANGUAGES, "en"} == {language.value for language in Language}


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_left_untranslated(language: str) -> None:
    missing = catalogues.missing(language)
    assert not missing, f"{len(missing)} without {language}: run `make words` and translate"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_translation_fills_in_what_its_message_has(language: str) -> None:
    assert not catalogues.misfilled(language)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_kept_that_the_program_no_longer_says(language: str) -> None:
    assert not catalogues.outdated(language)


def test_a_sentence_that_counts_is_found_wherever_its_two_forms_are_kept() -> None:
    source = """
@command(N_("Took {n} guest"), N_("Took {n} guests"))
def f():
    one = N_("{n} row")
    many = N_("{n} rows")
    say(one, many, n=2)
    both = N_("{n} page"), N_("{n} pages")
    say(N_("{n} card"), N_("{n} cards"), n=1)
"""
    assert {
        ("Took {n} guest", "Took {n} guests"),
        ("{n} row", "{n} rows"),
        ("{n} page", "{n} pages"),
        ("{n} card", "{n} cards"),
    } <= catalogues.extract(source)


@pytest.mark.parametrize("language", [Language.NL, Language.FR])
def test_what_counts_is_read_in_both_forms(language: Language) -> None:
    catalogue = catalogues.load(language)
    for one in (one for one in catalogues.sentences().values() if one.plural):
        kept = catalogue.get(one.message)
        assert kept is not None, one.message
        for count, words in zip((1, 2), tuple(kept.string or ()), strict=True):
            values = dict.fromkeys(catalogues.fields(one.plural), "·") | {"n": count}
            assert say(one.message, one.plural, **values).to(language) == words.format(**values)


def test_french_writes_the_first_of_a_month_as_it_is_said() -> None:
    first, eleventh = dt.date(2026, 3, 1), dt.date(2026, 3, 11)
    assert format_date(first, Language.FR, "long") == "1er mars 2026"
    assert format_date(first, Language.FR, "full") == "dimanche 1er mars 2026"
    assert format_date(eleventh, Language.FR, "long") == "11 mars 2026"
    assert format_date(first, Language.NL, "long") == "1 maart 2026"
    assert format_date(first, Language.FR, "short") == "1/03/26"
