"""Forms of address: the verified examples, the Excellency rule, and that every function has one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.rules.addressing import (
    Addressee,
    Template,
    TemplateKey,
    form,
    function_title,
    styled_name,
)
from app.contacts.rules.codes import Channel, Function, Gender
from app.contacts.rules.names import Name, full_name, initials, list_name
from app.contacts.rules.reference import rows
from app.core.text import Language

EN, NL, FR = Language.EN, Language.NL, Language.FR
TEMPLATES: dict[TemplateKey, Template] = {
    (row["function"], row["language"], row["gender"], row["channel"]): Template(
        row["template"], row["source"], row["verified"] == "yes"
    )
    for row in rows("address_forms")
    if not row["company"]
}
AOI = Addressee(
    Name("Tanaka", "Aoi"), "f", "", "ambassador", "", "JP", "Embassy of Japan", "Brussels"
)
TOM = Addressee(Name("Berg", "Tom"), "m", "", "ambassador", "", "NL")


def text(who: Addressee, channel: str, language: Language) -> str:
    return form(who, channel, language, TEMPLATES).text


@pytest.mark.parametrize(
    ("who", "language", "channel", "expected"),
    [
        (AOI, EN, "envelope", "Her Excellency Aoi Tanaka\nAmbassador of Japan"),
        (TOM, EN, "envelope",
         "His Excellency Tom Berg\nAmbassador of the Kingdom of the Netherlands"),
        (AOI, EN, "opening", "Your Excellency,"),
        (AOI, EN, "card", "H.E. the Ambassador of Japan"),
        (TOM, FR, "envelope",
         "Son Excellence Monsieur Tom Berg\nAmbassadeur du Royaume des Pays-Bas"),
        (AOI, FR, "opening", "Madame l'Ambassadeur,"),
        (TOM, FR, "opening", "Monsieur l'Ambassadeur,"),
        (AOI, NL, "envelope", "Hare Excellentie mevrouw Aoi Tanaka\nAmbassadeur van Japan"),
        (AOI, NL, "opening", "Mevrouw de ambassadeur,"),
        (replace(AOI, function="charge_ai"), EN, "envelope",
         "Ms Aoi Tanaka\nChargé d'Affaires a.i.\nEmbassy of Japan"),
        (replace(AOI, function="charge_ai"), EN, "opening", "Dear Ms Tanaka,"),
        (replace(TOM, function="charge_ai"), FR, "opening", "Monsieur le Chargé d'affaires,"),
        (replace(AOI, function="honorary_consul", country="EE"), EN, "envelope",
         "Ms Aoi Tanaka\nHonorary Consul of the Republic of Estonia"),
        (replace(TOM, function="consul_general"), NL, "opening", "Mijnheer de consul-generaal,"),
        (replace(TOM, function="nuncio", country="VA"), EN, "envelope",
         "His Excellency Monsignor Tom Berg\nApostolic Nuncio"),
        (replace(TOM, function="nuncio", country="VA"), FR, "opening", "Monsieur le Nonce,"),
        (replace(TOM, function="high_commissioner", country="MV"), EN, "envelope",
         "His Excellency Tom Berg\nHigh Commissioner for the Republic of Maldives"),
        (replace(TOM, function="mayor", country="BE", city="Ghent"), FR, "card",
         "Le Bourgmestre de Gand"),
        (replace(AOI, function="mayor", country="BE", city="Antwerp"), FR, "card",
         "La Bourgmestre d'Anvers"),
        (replace(AOI, function="mayor", country="BE", city="Ghent"), NL, "opening",
         "Mevrouw de burgemeester,"),
        (replace(TOM, function="king", country="BE"), FR, "envelope",
         "À Sa Majesté le Roi des Belges"),
        (replace(TOM, function="king", country="BE"), NL, "envelope",
         "Zijne Majesteit de Koning der Belgen"),
        (replace(TOM, function="king", country="DK"), NL, "envelope",
         "Zijne Majesteit de Koning van Denemarken"),
        (replace(AOI, function="queen", country="BE"), NL, "spoken", "Mevrouw"),
        (replace(TOM, function="king", country="BE"), FR, "opening", "Sire,"),
        (replace(TOM, function="prince", country="BE"), NL, "spoken", "Monseigneur"),
        (replace(TOM, function="cardinal"), EN, "envelope", "His Eminence Tom Cardinal Berg"),
        (replace(TOM, function="head_of_government"), EN, "opening", "Dear Prime Minister,"),
        (replace(TOM, function="other"), NL, "opening", "Geachte heer Berg,"),
    ],
)  # fmt: skip
def test_the_forms_of_the_field(
    who: Addressee, language: Language, channel: str, expected: str
) -> None:
    assert text(who, channel, language) == expected


def test_an_own_national_is_no_excellency_but_keeps_the_title_in_speech() -> None:
    own = replace(TOM, country="BE")
    assert text(own, "opening", EN) == "Dear Mr Berg,"
    assert "Excellen" not in text(own, "envelope", FR)
    assert text(own, "opening", FR) == "Monsieur l'Ambassadeur,"
    assert text(replace(own, function="foreign_minister"), "opening", NL) == "Mijnheer de minister,"
    assert not styled_name(own, EN).startswith("H.E.")
    assert styled_name(AOI, EN) == "H.E. Ms Aoi Tanaka"
    assert styled_name(replace(TOM, function="nuncio", country="VA"), FR) == "S.E. Mgr Tom Berg"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("function", list(Function))
def test_every_function_has_a_form_for_everybody(function: Function, language: Language) -> None:
    for gender in Gender:
        for channel in Channel:
            for country in ("JP", "BE", ""):
                who = replace(AOI, function=function, gender=gender, country=country)
                made = form(who, channel, language, TEMPLATES)
                assert made.text
                assert made.source
                assert "{" not in made.text
                assert not any(line != line.strip() for line in made.text.split("\n"))
                assert "  " not in made.text


_BY_OFFICE = frozenset(
    {"nuncio", "internuncio", "cardinal", "archbishop", "bishop", "king", "queen"}
)


def test_unknown_gender_gets_no_his_or_her() -> None:
    for function in Function:
        who = replace(AOI, function=function, gender="")
        if function in _BY_OFFICE:
            continue
        for language in Language:
            said = " ".join(text(who, channel, language) for channel in Channel).split()
            assert not {"His", "Her", "Zijne", "Hare", "Mijnheer", "Mr", "Ms"} & set(said)


def test_only_what_was_read_in_a_source_is_called_verified() -> None:
    assert form(AOI, "opening", FR, TEMPLATES).verified
    assert not form(AOI, "opening", NL, TEMPLATES).verified
    assert not form(replace(AOI, gender=""), "opening", FR, TEMPLATES).verified
    for row in rows("address_forms"):
        if row["verified"] == "yes":
            assert "office default" not in row["source"]


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_a_name_or_template_with_braces_breaks_nothing(
    family: str, given_: str, words: str
) -> None:
    who = replace(AOI, name=Name(family, given_))
    for channel in Channel:
        form(who, channel, EN, TEMPLATES)
    odd = {("default", "en", "", "opening"): Template("{nobody} {0} {" + words, "", verified=False)}
    assert "{nobody}" in form(replace(who, function="other"), "opening", EN, odd).text


@pytest.mark.parametrize(
    ("who", "en", "nl", "fr"),
    [
        (AOI, "Ambassador of Japan", "Ambassadeur van Japan", "Ambassadeur du Japon"),
        (replace(AOI, function="honorary_consul", country="EE"), "Honorary Consul of Estonia",
         "Ereconsul van Estland", "Consule honoraire d'Estonie"),
        (replace(TOM, function="nuncio"), "Apostolic Nuncio", "Apostolisch nuntius",
         "Nonce apostolique"),
        (replace(TOM, function="mayor", city="Gent"), "Mayor of Ghent", "Burgemeester van Gent",
         "Bourgmestre de Gand"),
        (replace(TOM, function="king", country="BE"), "King of the Belgians", "Koning der Belgen",
         "Roi des Belges"),
        (replace(TOM, function="director", title="Keeper of the keys"), "Keeper of the keys",
         "Keeper of the keys", "Keeper of the keys"),
    ],
)  # fmt: skip
def test_functions_as_titles(who: Addressee, en: str, nl: str, fr: str) -> None:
    assert [function_title(who, language) for language in (EN, NL, FR)] == [en, nl, fr]


def test_names_as_said_and_as_listed() -> None:
    hanh = Name("Nguyễn", "Thị Hạnh", "family_first")
    assert full_name(hanh) == list_name(hanh) == "Nguyễn Thị Hạnh"
    assert list_name(Name("Tanaka", "Aoi")) == "Tanaka, Aoi"
    assert list_name(Name("van der Meulen", "Joost")) == "van der Meulen, Joost"
    assert initials(Name("van der Meulen", "Joost")) == "JM"
    assert initials(hanh) == "NT"
    assert full_name(Name("", "Sukarno")) == list_name(Name("", "Sukarno")) == "Sukarno"


def test_the_seventeen_goals_have_a_title_in_each_language() -> None:
    goals = rows("sdgs")
    assert [int(row["number"]) for row in goals] == list(range(1, 18))
    assert all(row[language] for row in goals for language in ("en", "nl", "fr"))
