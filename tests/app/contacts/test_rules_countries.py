"""Countries: names against CLDR, understanding what people write, and the grammar of titles."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.contacts.rules.countries import (
    capital,
    countries,
    country,
    country_code,
    country_name,
    national_days,
    of_country,
    official_name,
)
from app.contacts.rules.reference import key, rows
from app.core.text import Language

EN, NL, FR = Language.EN, Language.NL, Language.FR
DATA = Path(__file__).parents[4] / "shared" / "data"


def test_every_country_of_iso_and_our_three_are_there() -> None:
    codes = {found.code for found in countries()}
    assert len(codes) == 252
    assert {"XK", "EU", "XM", "BE", "VA", "PS", "TW"} <= codes
    assert sum(found.status == "state" for found in countries()) == 196
    assert all(found.parent in codes for found in countries() if found.status == "territory")
    assert all(found.names[tongue] for found in countries() for tongue in ("en", "nl", "fr", "de"))


def test_names_are_those_of_cldr_unless_the_file_says_house() -> None:
    from babel import Locale

    for tongue in ("en", "nl", "fr", "de"):
        cldr = Locale(tongue).territories
        for row in rows("country_names"):
            if row["source"] == "CLDR":
                wanted = cldr[row["code"]].replace("’", "'")
                if tongue == "en":
                    wanted = wanted.replace(" & ", " and ").replace("St. ", "Saint ")
                assert row[tongue] == wanted


@pytest.mark.parametrize(
    ("code", "en", "nl", "fr"),
    [
        ("JP", "of Japan", "van Japan", "du Japon"),
        ("FR", "of France", "van Frankrijk", "de France"),
        ("NL", "of the Netherlands", "van Nederland", "des Pays-Bas"),
        ("IT", "of Italy", "van Italië", "d'Italie"),
        ("IN", "of India", "van India", "de l'Inde"),
        ("US", "of the United States", "van de Verenigde Staten", "des États-Unis"),
        ("GB", "of the United Kingdom", "van het Verenigd Koninkrijk", "du Royaume-Uni"),
        ("AE", "of the United Arab Emirates", "van de Verenigde Arabische Emiraten",
         "des Émirats arabes unis"),
        ("PH", "of the Philippines", "van de Filipijnen", "des Philippines"),
        ("VA", "of the Holy See", "van de Heilige Stoel", "du Saint-Siège"),
        ("EU", "of the European Union", "van de Europese Unie", "de l'Union européenne"),
        ("XM", "of the Order of Malta", "van de Orde van Malta", "de l'Ordre de Malte"),
        ("CD", "of the Democratic Republic of the Congo", "van de Democratische Republiek Congo",
         "de la République démocratique du Congo"),
        ("CG", "of the Republic of the Congo", "van de Republiek Congo",
         "de la République du Congo"),
        ("CF", "of the Central African Republic", "van de Centraal-Afrikaanse Republiek",
         "de la République centrafricaine"),
        ("DO", "of the Dominican Republic", "van de Dominicaanse Republiek",
         "de la République dominicaine"),
        ("DM", "of Dominica", "van Dominica", "de la Dominique"),
        ("BS", "of the Bahamas", "van de Bahama's", "des Bahamas"),
        ("GM", "of the Gambia", "van Gambia", "de Gambie"),
        ("EC", "of Ecuador", "van Ecuador", "de l'Équateur"),
        ("UY", "of Uruguay", "van Uruguay", "de l'Uruguay"),
        ("IR", "of Iran", "van Iran", "d'Iran"),
        ("IQ", "of Iraq", "van Irak", "d'Irak"),
        ("IL", "of Israel", "van Israël", "d'Israël"),
        ("HT", "of Haiti", "van Haïti", "d'Haïti"),
        ("HU", "of Hungary", "van Hongarije", "de Hongrie"),
        ("HN", "of Honduras", "van Honduras", "du Honduras"),
        ("YE", "of Yemen", "van Jemen", "du Yémen"),
        ("CI", "of Côte d'Ivoire", "van Ivoorkust", "de Côte d'Ivoire"),
        ("CU", "of Cuba", "van Cuba", "de Cuba"),
        ("CY", "of Cyprus", "van Cyprus", "de Chypre"),
        ("MT", "of Malta", "van Malta", "de Malte"),
        ("MG", "of Madagascar", "van Madagaskar", "de Madagascar"),
        ("MX", "of Mexico", "van Mexico", "du Mexique"),
        ("MZ", "of Mozambique", "van Mozambique", "du Mozambique"),
        ("KH", "of Cambodia", "van Cambodja", "du Cambodge"),
        ("SC", "of Seychelles", "van de Seychellen", "des Seychelles"),
        ("KM", "of the Comoros", "van de Comoren", "des Comores"),
        ("JM", "of Jamaica", "van Jamaica", "de la Jamaïque"),
        ("BB", "of Barbados", "van Barbados", "de la Barbade"),
        ("SM", "of San Marino", "van San Marino", "de Saint-Marin"),
        ("SV", "of El Salvador", "van El Salvador", "du Salvador"),
        ("SE", "of Sweden", "van Zweden", "de Suède"),
        ("AO", "of Angola", "van Angola", "d'Angola"),
        ("TO", "of Tonga", "van Tonga", "des Tonga"),
        ("VC", "of Saint Vincent and the Grenadines", "van Saint Vincent en de Grenadines",
         "de Saint-Vincent-et-les-Grenadines"),
        ("??", "", "", ""),
    ],
)  # fmt: skip
def test_a_title_says_of_each_country_rightly(code: str, en: str, nl: str, fr: str) -> None:
    assert (of_country(code, EN), of_country(code, NL), of_country(code, FR)) == (en, nl, fr)


@pytest.mark.parametrize(
    ("code", "en", "nl", "fr"),
    [
        ("BE", "of the Kingdom of Belgium", "van het Koninkrijk België", "du Royaume de Belgique"),
        ("NL", "of the Kingdom of the Netherlands", "van het Koninkrijk der Nederlanden",
         "du Royaume des Pays-Bas"),
        ("DE", "of the Federal Republic of Germany", "van de Bondsrepubliek Duitsland",
         "de la République fédérale d'Allemagne"),
        ("JP", "of Japan", "van Japan", "du Japon"),
        ("IE", "of Ireland", "van Ierland", "d'Irlande"),
        ("US", "of the United States of America", "van de Verenigde Staten van Amerika",
         "des États-Unis d'Amérique"),
        ("IL", "of the State of Israel", "van de Staat Israël", "de l'État d'Israël"),
        ("LU", "of the Grand Duchy of Luxembourg", "van het Groothertogdom Luxemburg",
         "du Grand-Duché de Luxembourg"),
        ("BN", "of Brunei Darussalam", "van Brunei Darussalam", "du Brunei Darussalam"),
        ("TW", "of Taiwan", "van Taiwan", "de Taïwan"),
    ],
)  # fmt: skip
def test_official_names_take_their_own_article(code: str, en: str, nl: str, fr: str) -> None:
    found = [of_country(code, language, "official") for language in (EN, NL, FR)]
    assert found == [en, nl, fr]


def test_every_of_form_is_well_made() -> None:
    starts = {EN: ("of ",), NL: ("van ",), FR: ("du ", "des ", "de ", "d'")}
    for found in countries():
        for language, allowed in starts.items():
            for form in (
                of_country(found.code, language),
                of_country(found.code, language, "official"),
            ):
                assert form.startswith(allowed), (found.code, form)
                assert "  " not in form
                assert not form.startswith(("de le ", "de les ", "de des ", "van de het "))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"), ("USA", "US"), ("U.S.A.", "US"), ("Turkey", "TR"), ("Türkiye", "TR"),
        ("Ivory Coast", "CI"), ("Cotedivoire", "CI"), ("Holland", "NL"), ("Burma", "MM"),
        ("Czech Republic", "CZ"), ("Republic of Poland", "PL"), ("Vatican", "VA"),
        ("Holy See", "VA"), ("Heiliger Stuhl", "VA"), ("Palestine", "PS"), ("Taiwan", "TW"),
        ("Kosovo", "XK"), ("Macau", "MO"), ("Swaziland", "SZ"), ("Frenchpolynesia", "PF"),
        ("Brazil ", "BR"), ("België", "BE"), ("BELGIQUE", "BE"), ("Belgien", "BE"),
        ("Pays-Bas", "NL"), ("Vereinigte Staaten von Amerika", "US"), ("Kongo, Republik", "CG"),
        ("Kongo, Demokratische Republik", "CD"), ("Congo (Democratic Republic)", "CD"),
        ("Korea, Republik", "KR"), ("Koreademocraticrepublic", "KP"),
        ("Korea, Demokratische Volksrepublik", "KP"), ("People's Republic of China", "CN"),
        ("Republic of China", "TW"), ("Kingdom of Denmark", "DK"), ("Republic of Ireland", "IE"),
        ("The Gambia", "GM"), ("Sovereign Military Order of Malta", "XM"),
        ("Sahrawi Arab Democratic Republic", "EH"), ("EU", "EU"), ("be", "BE"), ("jpn", "JP"),
        ("Japanese", "JP"), ("République française", "FR"),
        ("Het Koninkrijk der Nederlanden", "NL"),
        ("Grenada siehe Botschaft Port-of-Spain (Trinidad u. Tobago)", "GD"),
        ("", None), ("Quebec", None), ("Atlantis", None), ("Democratic Korea", None),
        ("12", None), ("\x00", None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_countries_as_people_write_them(text: str, code: str | None) -> None:
    assert country_code(text) == code


def test_every_name_official_name_and_code_leads_back() -> None:
    for found in countries():
        spelt = [*found.names.values(), *found.officials.values(), found.alpha3]
        assert {country_code(text) for text in spelt if text} == {found.code}, found.code


def test_no_alias_contradicts_another() -> None:
    seen: dict[str, str] = {}
    for row in rows("country_aliases"):
        assert country(row["code"])
        assert seen.setdefault(key(row["alias"]), row["code"]) == row["code"]
        assert country_code(row["alias"]) == row["code"]


def test_names_capitals_and_official_names() -> None:
    assert country_name("KR", NL) == "Zuid-Korea"
    assert country_name("nowhere", NL) == "nowhere"
    assert [capital("AT", language) for language in (EN, NL, FR)] == ["Vienna", "Wenen", "Vienne"]
    assert official_name("LU", FR) == "Grand-Duché de Luxembourg"
    assert official_name("JO", NL) == "Hasjemitisch Koninkrijk Jordanië"
    assert official_name("AW", EN) == "Aruba"
    assert all(found.capitals["nl"] for found in countries() if found.status == "state")


def test_national_days_name_their_source_and_whether_checked() -> None:
    assert [one.rule for one in national_days("BE")] == ["07-21"]
    assert national_days("AQ") == ()
    for found in countries():
        if found.status == "state":
            assert national_days(found.code), found.code
        for day in national_days(found.code):
            assert day.source
            assert day.rule


@pytest.mark.skipif(not DATA.exists(), reason="the outside data is not here")
def test_nearly_every_sending_state_of_a_real_list_is_understood() -> None:
    with (DATA / "diplomatic/database_of_embassies.csv").open(encoding="utf-8", newline="") as file:
        senders = [row["operator"] for row in csv.DictReader(file, delimiter=";")]
    understood = sum(country_code(sender) is not None for sender in senders)
    assert understood >= 9_800
