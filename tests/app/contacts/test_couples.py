"""Two people in one form of address, by rank, in every function, language and place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

import pytest

from app.contacts.draft import TemplateDraft
from app.contacts.rules.addressing import CLOSING, COUPLE, Addressee, book_of, form
from app.contacts.rules.codes import Channel, Function, Gender
from app.contacts.rules.couples import BOTH_RANK, couple_form, has_rank
from app.contacts.rules.names import Name
from app.contacts.rules.reference import rows
from app.core.text import Language

EN, NL, FR = Language.EN, Language.NL, Language.FR
CHANNELS = (*map(str, Channel), CLOSING)


@dataclass(frozen=True)
class Seed:
    """A row of the reference data, as the office would keep it."""

    function: str
    language: str
    gender: str
    channel: str
    template: str
    source: str
    verified: bool
    company: str
    valid_from: dt.date = dt.date.min


SEEDS = [
    Seed(**{**row, "verified": row["verified"] == "yes"})  # type: ignore[arg-type]  # a row of words
    for row in rows("address_forms")
]
BOOK = book_of(SEEDS, dt.date(2026, 1, 1))
AOI = Addressee(
    Name("Sato", "Aoi"), "f", "", "ambassador", "", "JP", "Embassy of Japan", "Brussels"
)
KEN = Addressee(
    Name("Sato", "Ken"), "m", "", "ambassador", "", "JP", "Embassy of Japan", "Brussels"
)
ELS = Addressee(Name("Maes", "Els"), "f")
JAN = Addressee(Name("Peeters", "Jan"), "m")


@pytest.mark.parametrize(
    ("leader", "partner", "language", "channel", "expected"),
    [
        (KEN, ELS, FR, "envelope", "Son Excellence Monsieur l'Ambassadeur\net Madame Maes"),
        (KEN, ELS, FR, "opening", "Monsieur l'Ambassadeur, Madame,"),
        (KEN, ELS, EN, "envelope",
         "His Excellency Ken Sato\nAmbassador of Japan\nand Ms Els Maes"),
        (KEN, ELS, EN, "opening", "Your Excellency, dear Ms Maes,"),
        (AOI, JAN, NL, "opening", "Mevrouw de ambassadeur, geachte heer Peeters,"),
        (AOI, JAN, NL, "spoken", "Mevrouw de ambassadeur en mijnheer Peeters"),
        (AOI, JAN, NL, "envelope",
         "Hare Excellentie mevrouw Aoi Sato\nAmbassadeur van Japan\nen de heer Jan Peeters"),
        (JAN, ELS, NL, "envelope", "De heer Jan Peeters\nen mevrouw Els Maes"),
        (JAN, ELS, NL, "opening", "Geachte heer Peeters, geachte mevrouw Maes,"),
        (JAN, ELS, EN, "opening", "Dear Mr Peeters, dear Ms Maes,"),
        (KEN, replace(ELS, gender=""), EN, "opening", "Your Excellency, dear Els Maes,"),
        (KEN, replace(ELS, function="professor", organisation="UGent"), EN, "envelope",
         "His Excellency Ken Sato\nAmbassador of Japan\nand Professor Els Maes\nUGent"),
        (KEN, replace(ELS, function="professor"), EN, "opening",
         "Your Excellency, dear Professor Maes,"),
        (KEN, replace(ELS, function="rector"), FR, "opening",
         "Monsieur l'Ambassadeur, Madame la Rectrice,"),
        (KEN, replace(AOI, country="PE"), EN, "opening", "Your Excellencies,"),
        (KEN, replace(AOI, country="PE"), FR, "opening",
         "Monsieur l'Ambassadeur, Madame l'Ambassadeur,"),
        (replace(KEN, function="king", country="BE"), replace(AOI, function="queen", country="BE"),
         FR, "envelope", "À Leurs Majestés le Roi et la Reine des Belges"),
        (JAN, ELS, FR, "closing",
         "Veuillez agréer, Monsieur, Madame, l'expression de mes sentiments distingués."),
    ],
)  # fmt: skip
def test_couples_of_the_field(
    leader: Addressee, partner: Addressee, language: Language, channel: str, expected: str
) -> None:
    assert couple_form(leader, partner, channel, language, BOOK).text == expected


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("function", list(Function))
def test_every_function_has_a_sensible_form_alone_and_as_a_couple(
    function: Function, language: Language
) -> None:
    for channel in CHANNELS:
        for gender in Gender:
            who = replace(AOI, function=function, gender=gender, city="Ghent")
            made = [form(who, channel, language, BOOK.alone)]
            for partner in (JAN, replace(ELS, gender=""), replace(ELS, function="professor")):
                made.append(couple_form(who, partner, channel, language, BOOK))
                made.append(couple_form(who, replace(partner, gender="f"), channel, language, BOOK))
            for one in made:
                _sensible(one.text, channel)
                assert one.source


def _sensible(words: str, channel: str) -> None:
    assert words
    assert not set("{}") & set(words), words
    assert "  " not in words, words
    assert ",," not in words, words
    assert not re.search(r"[ ,]\n|\n ", words), words
    assert words == words.strip()
    if channel == "opening":
        assert words.endswith(",")
        assert "\n" not in words
    if channel in ("spoken", "card", "envelope"):
        assert not words.endswith(",")


def test_every_template_names_only_fields_there_are() -> None:
    for one in SEEDS:
        draft = TemplateDraft(
            one.template, one.source, one.verified,
            function=one.function, channel=one.channel, company=one.company,
        )  # fmt: skip
        assert [str(problem.sentence) for problem in draft.problems()] == [], one


def test_every_function_of_the_domain_has_words_of_its_own_in_each_language() -> None:
    private = {"business", "city_official", "journalist", "staff", "interpreter", "assistant",
               "partner_of", "other"}  # fmt: skip
    own = {(one.function, one.language, one.channel, one.gender) for one in SEEDS
           if not one.company}  # fmt: skip
    wanted = {
        (str(function), str(language), str(channel), gender)
        for function in Function
        if function not in private
        for language in Language
        for channel in Channel
        for gender in ("m", "f", "")
    }
    assert wanted <= own


def test_only_what_was_read_in_a_source_is_verified_and_a_couple_no_more_than_its_parts() -> None:
    both = couple_form(KEN, ELS, "envelope", FR, BOOK)
    assert both.verified
    assert not couple_form(AOI, JAN, "envelope", FR, BOOK).verified
    assert not couple_form(KEN, ELS, "envelope", NL, BOOK).verified
    for one in SEEDS:
        assert not (one.verified and "default" in one.source)
        assert one.source


def test_working_for_somebody_or_being_with_them_gives_no_form_of_its_own() -> None:
    assert has_rank("professor")
    assert not has_rank("assistant")
    assert not has_rank("partner_of")
    partner = replace(JAN, function="partner_of", organisation="Embassy of Japan")
    assert (
        couple_form(AOI, partner, "opening", EN, BOOK).text == "Your Excellency, dear Mr Peeters,"
    )


def test_the_templates_of_a_day_are_the_last_that_had_begun() -> None:
    old = next(one for one in SEEDS if one.function == BOTH_RANK and one.channel == "opening")
    new = replace(old, template="{own} & {partner_own},", valid_from=dt.date(2026, 5, 1))
    key = (old.function, old.language, old.gender, old.channel)
    before = book_of([new, *SEEDS], dt.date(2026, 4, 30))
    after = book_of([new, *SEEDS], dt.date(2026, 5, 1))
    assert before.couple[key].words == old.template
    assert after.couple[key].words == new.template
    assert old.company == COUPLE
