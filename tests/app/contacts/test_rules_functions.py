"""Understanding functions, kinds of post and courtesies; naming posts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.rules.codes import (
    Channel,
    Function,
    Gender,
    NameOrder,
    OrganisationKind,
    ReceivingBody,
    consular_class,
    diplomatic_class,
    is_career,
    is_head_of_mission,
    is_honorary,
    is_post,
    label,
    staff_order,
)
from app.contacts.rules.functions import (
    name_and_function,
    parse_courtesy,
    parse_function,
    parse_kind,
)
from app.contacts.rules.naming import (
    city_name,
    decode_place,
    encode_place,
    in_city,
    of_city,
    place_name,
    post_name,
)
from app.contacts.rules.reference import rows
from app.core.text import Language

EN, NL, FR = Language.EN, Language.NL, Language.FR


def test_every_code_has_a_label() -> None:
    for enum in (OrganisationKind, Function, NameOrder, Gender, ReceivingBody, Channel):
        for code in enum:
            assert str(label(code))


def test_what_the_codes_imply() -> None:
    assert sum(is_post(kind) for kind in OrganisationKind) == 16
    assert not is_post("city")
    assert not is_post("no such kind")
    assert is_head_of_mission("charge_ai")
    assert not is_head_of_mission("consul_general")
    assert diplomatic_class("nuncio") == 1
    assert consular_class("honorary_consul") == consular_class("consul") == 2
    assert consular_class("mayor") is None
    assert is_honorary("honorary_consulate")
    assert is_career("consul")
    assert not is_career("honorary_consul")
    assert not is_career("mayor")
    assert (staff_order("minister") or 99) < (staff_order("first_secretary") or 0)


@pytest.mark.parametrize(
    ("text", "function", "gender"),
    [
        ("Ambassador", "ambassador", ""), ("AMBASSADOR ", "ambassador", ""),
        ("Ambassador Extraordinary and Plenipotentiary", "ambassador", ""),
        ("Ambassador of Japan to the Kingdom of Belgium", "ambassador", ""),
        ("außerordentlicher und bevollmächtigter Botschafter", "ambassador", "m"),
        ("außerordentliche und bevollmächtigte Botschafterin", "ambassador", "f"),
        ("Botschafterin", "ambassador", "f"), ("Ambassadeur", "ambassador", ""),
        ("Buitengewoon en Gevolmachtigd Ambassadeur", "ambassador", ""),
        ("Generalkonsul", "consul_general", "m"), ("Honorarkonsulin", "honorary_consul", "f"),
        ("Honorarkonsul der Bundesrepublik Deutschland", "honorary_consul", "m"),
        ("Ereconsul", "honorary_consul", ""), ("Consul général honoraire",
                                               "honorary_consul_general", ""),
        ("Consul-General", "consul_general", ""), ("Vice-Consul", "vice_consul", ""),
        ("Acting Consul General", "acting_head_of_post", ""),
        ("Maire", "mayor", ""), ("Burgemeester", "mayor", ""), ("Bourgmestre", "mayor", ""),
        ("Schepen van Cultuur", "deputy_mayor", ""), ("Échevine", "deputy_mayor", "f"),
        ("Chargé d'affaires a.i.", "charge_ai", ""), ("Charge d’Affaires", "charge_ai", ""),
        ("Geschäftsträger a.i.", "charge_ai", "m"), ("Chargé d'affaires en pied",
                                                     "charge_en_pied", ""),
        ("Leiter der Vertretung", "head_of_delegation", "m"),
        ("Minister-Counsellor", "minister_counsellor", ""),
        ("Minister Plenipotentiary", "minister", ""), ("Gesandter", "minister", "m"),
        ("Envoy Extraordinary and Minister Plenipotentiary", "envoy", ""),
        ("First Secretary (Political)", "first_secretary", ""),
        ("Nonce apostolique", "nuncio", "m"),
        ("Plaatsvervangend chef de poste", "deputy_head", ""),
        ("Minister of Foreign Affairs", "foreign_minister", ""),
        ("Minister van Financiën", "cabinet_minister", ""), ("Eerste minister",
                                                             "head_of_government", ""),
        ("Deputy Prime Minister", "cabinet_minister", ""), ("Gouverneur", "governor", ""),
        ("Wife of the Consul General", "partner_of", "f"),
        ("Assistant to the Ambassador", "assistant", ""), ("Former ambassador", "other", ""),
        ("CEO North Sea Port", "business", ""), ("Defence Attaché", "military_attache", ""),
        ("Permanent Representative to NATO", "permanent_representative", ""),
    ],
)  # fmt: skip
def test_functions_as_lists_write_them(text: str, function: str, gender: str) -> None:
    read = parse_function(text)
    assert read
    assert (read.function.value, read.gender.value) == (function, gender)


def test_a_minister_at_a_post_is_a_diplomat() -> None:
    read = parse_function("Minister", "embassy")
    assert read
    assert read.function is Function.MINISTER
    plain = parse_function("Minister")
    assert plain
    assert plain.function is Function.CABINET_MINISTER


@pytest.mark.parametrize("text", ["", "   ", "Gardener of the palace", "\x00", "😀", "١٢٣"])
def test_what_is_unknown_stays_unknown(text: str) -> None:
    assert parse_function(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("embassy", "embassy"), ("Botschaft der Bundesrepublik Deutschland", "embassy"),
        ("consulate general", "consulate_general"), ("Consulategeneral", "consulate_general"),
        ("British High Commission", "high_commission"), ("honorary consulate",
                                                         "honorary_consulate"),
        ("Honorarkonsul der Bundesrepublik Deutschland", "honorary_consulate"),
        ("apostolic nunciature", "nunciature"), ("de facto embassy", "liaison_office"),
        ("Interests Section", "interests_section"), ("Permanentmission",
                                                     "permanent_representation"),
        ("Mission of Japan to the European Union", "mission_to_eu"),
        ("Permanent Representation of Estonia to the EU", "permanent_representation"),
        ("Permanent Representation of Canada to NATO", "mission_to_nato"),
        ("Delegation of the European Union to Japan", "eu_delegation"),
        ("Ereconsulaat van Estland", "honorary_consulate"), ("Stad Gent", "city"),
        ("Universiteit Gent", "university"), ("Provincie Oost-Vlaanderen", "province"),
        ("Ministerie van Defensie", "ministry"), ("Kamer van Koophandel", "chamber"),
    ],
)  # fmt: skip
def test_kinds_as_lists_write_them(text: str, kind: str) -> None:
    assert parse_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "name", "title", "gender"),
    [
        ("H.E. Mr. Jan Peeters", "Jan Peeters", "", "m"),
        ("S.E. Mgr. Aldo Bianchi", "Aldo Bianchi", "Mgr.", "m"),
        ("M. Paul NOIR", "Paul NOIR", "", "m"), ("Mme Xu", "Xu", "", "f"),
        ("De heer Piet Pot", "Piet Pot", "", "m"), ("Mevr. A. Jans", "A. Jans", "", "f"),
        ("Prof. dr. An De Smet", "An De Smet", "Prof. dr.", ""),
        ("Frau Dr. Eva Klein", "Eva Klein", "Dr.", "f"),
        ("Zijne Excellentie de heer Tom Bos", "Tom Bos", "", "m"),
        ("He Jun", "He Jun", "", ""), ("Baron", "Baron", "", ""), ("Mr", "Mr", "", ""),
        ("HRH Prince Otto", "Prince Otto", "HRH", ""), ("", "", "", ""),
    ],
)  # fmt: skip
def test_courtesies_come_off_the_name(text: str, name: str, title: str, gender: str) -> None:
    read = parse_courtesy(text)
    assert (read.name, read.title, read.gender.value) == (name, title, gender)


@given(st.text(max_size=80))
def test_no_text_breaks_the_readers(text: str) -> None:
    parse_function(text)
    parse_kind(text)
    read = parse_courtesy(text)
    assert bool(read.name) == bool(text.split())
    name_and_function(text)


def test_name_and_function_in_one_cell() -> None:
    name, read = name_and_function("Max Muster, außerordentlicher und bevollmächtigter Botschafter")
    assert name == "Max Muster"
    assert read
    assert read.gender is Gender.M
    assert name_and_function("Tanaka, Aoi") == ("Tanaka, Aoi", None)


def test_the_words_files_name_only_known_codes_once() -> None:
    for row in rows("function_words"):
        assert Function(row["function"])
        assert Gender(row["gender"]) in Gender
    for row in rows("organisation_words"):
        assert OrganisationKind(row["kind"])
    for file, column in (("function_words", "words"), ("honorifics", "words")):
        assert max(Counter(row[column] for row in rows(file)).values()) == 1
    assert {row["kind"] for row in rows("post_names")} == {
        k for k in OrganisationKind if is_post(k)
    }


@pytest.mark.parametrize(
    ("kind", "country", "city", "en", "nl", "fr"),
    [
        ("embassy", "JP", "Brussels", "Embassy of Japan", "Ambassade van Japan",
         "Ambassade du Japon"),
        ("embassy", "US", "Brussels", "Embassy of the United States",
         "Ambassade van de Verenigde Staten", "Ambassade des États-Unis"),
        ("consulate_general", "FR", "Antwerp", "Consulate-General of France in Antwerp",
         "Consulaat-generaal van Frankrijk in Antwerpen", "Consulat général de France à Anvers"),
        ("honorary_consulate", "EE", "Gent", "Honorary Consulate of Estonia in Ghent",
         "Ereconsulaat van Estland in Gent", "Consulat honoraire d'Estonie à Gand"),
        ("nunciature", "VA", "Brussels", "Apostolic Nunciature", "Apostolische Nuntiatuur",
         "Nonciature apostolique"),
        ("mission_to_eu", "JP", "Brussels", "Mission of Japan to the European Union",
         "Missie van Japan bij de Europese Unie", "Mission du Japon auprès de l'Union européenne"),
        ("consulate", "FR", "Cairo", "Consulate of France in Cairo",
         "Consulaat van Frankrijk in Caïro", "Consulat de France au Caire"),
        ("city", "BE", "Gent", "", "", ""),
        ("embassy", "", "Gent", "", "", ""),
    ],
)  # fmt: skip
def test_a_post_without_a_name_is_named(
    kind: str, country: str, city: str, en: str, nl: str, fr: str
) -> None:
    assert [post_name(kind, country, city, language) for language in (EN, NL, FR)] == [en, nl, fr]
    assert place_name(encode_place(kind, country, city), FR) == fr


@given(st.sampled_from(list(OrganisationKind)), st.sampled_from(["JP", "BE", ""]), st.text())
def test_place_codes_come_back(kind: OrganisationKind, country: str, city: str) -> None:
    assert decode_place(encode_place(kind, country, city)) == (kind, country, city)


def test_cities_in_three_languages() -> None:
    assert [city_name("gand", language) for language in (EN, NL, FR)] == ["Ghent", "Gent", "Gand"]
    assert city_name("Lovendegem", FR) == "Lovendegem"
    assert of_city("Antwerpen", FR) == "d'Anvers"
    assert of_city("Cairo", FR) == "du Caire"
    assert in_city("Havana", FR) == "à La Havane"
