"""What rows become: people, organisations, postings. All people are invented."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core.errors import UnreadableError
from app.interchange.importing import plan, wishes_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.contacts.draft import ContactDraft


def drafts(folder: Path, text: str, holds: str = "", *wishes: str) -> list[ContactDraft]:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return list(plan(path, holds, wishes_of(wishes)).drafts())


def names(found: list[ContactDraft]) -> list[tuple[str, str]]:
    return [(one.person.family_name, one.person.given_name) for one in found if one.person]


@pytest.mark.parametrize(
    "header",
    [
        "Last Name;First Name;E-mail Address;Mobile Phone;Company;Job Title",
        "Achternaam;Voornaam;E-mailadres;Mobiele telefoon;Bedrijf;Functie",
        "Nom;Prénom;Adresse de messagerie;Tél. mobile;Société;Fonction",
        "Nachname;Vorname;E-Mail-Adresse;Mobiltelefon;Firma;Funktion",
        "Family Name;Given Name;E-mail 1 - Value;Phone 1 - Value;Organization Name;Job Title",
    ],
)
def test_headers_of_many_programs(tmp_path: Path, header: str) -> None:
    row = "Claes;Zoë;zoe@example.org;+32 475 00 00 01;Harbour Works;Director"
    one = drafts(tmp_path, f"{header}\n{row}\n")[0]
    assert one.person is not None
    assert (one.person.family_name, one.person.given_name) == ("Claes", "Zoë")
    assert one.person.emails == ("zoe@example.org",)
    assert one.person.phones == ("+32 475 00 00 01",)
    assert one.organisation is not None
    assert one.organisation.name == "Harbour Works"
    assert one.posting is not None
    assert one.posting.function == "director"


def test_two_columns_titre_are_courtesy_and_function(tmp_path: Path) -> None:
    text = "Titre,Prénom,Nom,Société,Titre\nMme,Zoé,Petit,Ville de Nulle-Part,Directrice\n"
    one = drafts(tmp_path, text)[0]
    assert one.person is not None
    assert one.person.gender == "f"
    assert one.posting is not None
    assert one.posting.function == "director"


@pytest.mark.parametrize(
    ("typed", "family", "given"),
    [
        ("M. Christian NOIROT", "NOIROT", "Christian"),
        ("H.E. Ms Aoi Sorano", "Sorano", "Aoi"),
        ("Claes, Zoë", "Claes", "Zoë"),
        ("An van der Meulen", "van der Meulen", "An"),
        ("Dr. Jürgen Großkopf", "Großkopf", "Jürgen"),
        ("Cher", "Cher", ""),
    ],
)
def test_whole_names_are_parted(tmp_path: Path, typed: str, family: str, given: str) -> None:
    found = drafts(tmp_path, f"Full name;E-mail\n{typed};a@example.org\n")
    assert names(found) == [(family, given)]


def test_a_post_with_its_head(tmp_path: Path) -> None:
    text = (
        "Land;iso3166-alpha2;Ort;Bezeichnung;Leiter;Telefon\n"
        "Kenia;KE;Nairobi;Botschaft der Bundesrepublik Deutschland;"
        "Zoë Großkopf, außerordentliche und bevollmächtigte Botschafterin;+254 1 23, +254 1 24\n"
    )
    one = drafts(tmp_path, text)[0]
    assert one.organisation is not None
    assert one.posting is not None
    assert one.person is not None
    post = one.organisation
    assert (post.kind, post.country, post.host_country, post.city) == (
        "embassy", "DE", "KE", "Nairobi",
    )  # fmt: skip
    assert post.phones == ("+254 1 23", "+254 1 24")
    assert one.posting.function == "ambassador"
    assert (one.person.family_name, one.person.gender) == ("Großkopf", "f")


def test_posts_of_the_world(tmp_path: Path) -> None:
    text = (
        "operator;jurisdictions;country;city;type;email;latitude;longitude;QID\n"
        "Turkey;Belgium|Luxembourg;Belgium;Brussels;embassy;mailto:a@example.org;50.8;4.3;"
        "http://www.wikidata.org/entity/Q1\n"
        "Atlantis;;Belgium;Brussels;embassy;;;;http://www.wikidata.org/entity/Q2\n"
    )
    one, two = drafts(tmp_path, text, "organisations")
    assert one.organisation is not None
    post = one.organisation
    assert (post.kind, post.country, post.host_country) == ("embassy", "TR", "BE")
    assert post.jurisdictions == ("BE", "LU")
    assert post.emails == ("a@example.org",)
    assert (post.latitude, post.longitude, post.external_id) == (50.8, 4.3, "Q1")
    assert two.organisation is not None
    assert two.organisation.name == "Atlantis"
    assert [problem.line for problem in two.problems()] == [3]


@pytest.mark.parametrize(
    "typed", ["2024-03-05", "05/03/2024", "5.3.2024", "5 March 2024", "5 maart 2024", "5 mars 2024"]
)
def test_dates_in_usual_spellings(tmp_path: Path, typed: str) -> None:
    text = f"Family name;Function;Credentials\nSorano;Ambassador;{typed}\n"
    one = drafts(tmp_path, text)[0]
    assert one.posting is not None
    assert one.posting.credentials_on == dt.date(2024, 3, 5)


def test_a_date_that_is_none_is_told_by_line(tmp_path: Path) -> None:
    text = "Family name;Function;Credentials\nSorano;Ambassador;soon\n"
    problems = drafts(tmp_path, text)[0].problems()
    assert [(one.field, one.line) for one in problems] == [("credentials_on", 2)]


def test_a_person_decides_what_a_column_is(tmp_path: Path) -> None:
    found = drafts(tmp_path, "Wie;Waar\nClaes;Gent\n", "people", "Wie=family_name", "Waar=city")
    assert found[0].person is not None
    assert (found[0].person.family_name, found[0].person.city) == ("Claes", "Gent")
    with pytest.raises(UnreadableError):
        drafts(tmp_path, "Wie;Waar\nClaes;Gent\n", "people", "Wie=shoe_size")


def test_an_apostrophe_against_formulas_is_taken_off(tmp_path: Path) -> None:
    found = drafts(tmp_path, "Last name;First name;Note\n't Hoen;An;'=1+1\n")
    assert found[0].person is not None
    assert (found[0].person.family_name, found[0].person.note) == ("'t Hoen", "=1+1")


def test_a_birthday_in_three_columns(tmp_path: Path) -> None:
    text = "First Name,Last Name,Birth Year,Birth Month,Birth Day\nAn,Peeters,1970,12,5\n"
    found = drafts(tmp_path, text)
    assert found[0].person is not None
    assert found[0].person.birth_date == dt.date(1970, 12, 5)


def test_a_date_alone_makes_a_posting(tmp_path: Path) -> None:
    found = drafts(tmp_path, "Name,Start date\nZoë Claes,2020-05-06\n", "people")
    assert found[0].posting is not None
    assert found[0].posting.starts_on == dt.date(2020, 5, 6)


def test_an_organisation_of_many_rows_is_understood_once(tmp_path: Path) -> None:
    rows = "".join(f"P{n},An,Harbour Works\n" for n in range(3))
    found = drafts(tmp_path, "Last name,First name,Company\n" + rows)
    assert found[0].organisation is found[2].organisation
