"""Everything the program can say is said in each language of the house."""

from __future__ import annotations

import pytest

from app.core.text import Language
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
