"""The papers of a country: its sheet on one page, and cards in the addressee's language."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings import greeting_card
from app.briefings.blocks import Cards, Flag
from app.briefings.catalogue import CATALOGUE, paper
from app.briefings.flags import areas
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.contacts.commands import change_country, set_celebration
from app.contacts.draft import CelebrationDraft, CountryDraft, NationalDayDraft
from app.contacts.furnish import furnish
from app.contacts.model import Person
from app.contacts.queries import country_of, country_sheet
from app.contacts.rules.countries import countries
from app.contacts.rules.flags import flag_svg
from app.core import clock
from app.core import office as offices
from app.core.command import command
from app.core.profile import Profile, set_profile
from app.core.records import checked
from app.core.text import Language
from app.dossiers.model import Gift
from app.receptions.commands import invite
from app.schema import TRADE
from tests.app.briefings.reading import text
from tests.app.briefings.spelled import spelled
from tests.builders import (
    make_organisation,
    make_person,
    make_post,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace
    from tests.conftest import Prepared

GOLDEN = Path(__file__).parents[2] / "golden"
MONDAY = dt.datetime(2027, 2, 1, 8, 30, tzinfo=dt.UTC)
KINDS = [one.kind for one in CATALOGUE if one.of == "country"]
JAPAN = CountryDraft(
    official_en="Japan of Invention",
    official_nl="Japan van de Verbeelding",
    official_fr="le Japon de l'Invention",
    capital_en="Tokyo",
    capital_nl="Tokio",
    capital_fr="Tokyo",
    head_of_state="Hana the First",
    head_of_state_title="Empress",
    note="SECRET green tea",
    days=(
        NationalDayDraft("02-23", "Birthday of the Empress", "Verjaardag", "Anniversaire"),
        NationalDayDraft("third Monday of July", "Marine Day", "Dag van de Zee", "Fête de la mer"),
    ),
)


@command("Gave {what}")
def _give(session: Session, what: str, person: UUID) -> None:
    gift = Gift(what=what, given_on=dt.date(2026, 5, 3))
    gift.person = checked(session, Person, person, None)
    session.add(gift)


@dataclass(frozen=True)
class Scene:
    """An office that knows Japan well, Finland by its consul, and Chad not at all."""

    office: Workspace
    countries: dict[str, UUID]

    def document(
        self, kind: str, language: Language, audience: Audience, code: str = "JP"
    ) -> Document:
        """A document of a country, made on the same morning."""
        wanted = paper(kind)
        assert wanted is not None
        with clock.stopped_at(MONDAY):
            return self.office.ask(wanted.make, self.countries[code], language, audience)


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The printed time is that of the office; here it is in UTC."""
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="module")
def scene(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    path = tmp_path_factory.mktemp("country") / "scene.belfry"
    shutil.copyfile(prepared.plain, path)
    office = offices.open_office(str(path), TRADE)
    with clock.stopped_at(MONDAY):
        office.run(furnish)
        office.run(set_profile, Profile("City of Invention", "Protocol"))
        known = {code: _id(office, code) for code in ("JP", "FI", "TD", "XM")}
        office.run(change_country, known["JP"], None, JAPAN)
        _tell(office, known["JP"])
        yield Scene(office, known)
    office.close()


def _id(office: Workspace, code: str) -> UUID:
    found = office.ask(country_of, code)
    assert found is not None
    return found.id


def _tell(office: Workspace, japan: UUID) -> None:
    embassy = make_post(office, "JP", street="Example Avenue 58", postal_code="1000")
    people = []
    for number, (family, function) in enumerate(
        (("Tanaka", "ambassador"), ("Mori", "counsellor"), ("Abe", "first_secretary"))
    ):
        person = make_person(
            office,
            family_name=family,
            given_name="Aoi",
            native_name="田中 葵" if number == 0 else "",
            language="fr" if number == 0 else "",
            gender="f",
            pronunciation=f"say-{number}",
            note=f"SECRET {number}",
        )
        make_posting(office, person, embassy, function=function)
        people.append(person)
    aide = make_person(office, family_name="Aide")
    make_posting(office, aide, embassy, function="assistant")
    make_organisation(office, kind="city", country="JP", name="Kanazawa", city="Kanazawa")
    held = make_reception(office, title="SECRET tea", starts_at=dt.datetime(2026, 5, 3, 18))  # noqa: DTZ001 - local time
    office.run(invite, held, people, "attended")
    office.run(_give, "SECRET lace", people[0])
    consulate = make_organisation(office, kind="honorary_consulate", country="FI", city="Ghent")
    consul = make_person(office, family_name="Virtanen", given_name="Elli", gender="f")
    make_posting(office, consul, consulate, function="honorary_consul")
    day = office.ask(country_sheet, japan).days[0]
    told = CelebrationDraft(2027, dt.date(2027, 2, 17), "Hotel of Invention")
    office.run(set_celebration, day.id, told)


@pytest.mark.parametrize("code", ["JP", "FI", "TD", "XM"])
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_prints_on_one_page_without_a_warning(
    scene: Scene, kind: str, language: Language, audience: Audience, code: str
) -> None:
    printed = print_bytes(scene.document(kind, language, audience, code))
    assert [str(one) for one in printed.warnings] == []
    assert printed.pages == 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_private_reaches_others(scene: Scene, kind: str, language: Language) -> None:
    outside = spelled(scene.document(kind, language, Audience.EXTERNAL))
    assert "SECRET" not in outside
    if kind == "country-sheet":
        inside = spelled(scene.document(kind, language, Audience.INTERNAL))
        for word in ("SECRET green tea", "SECRET 0", "SECRET tea", "SECRET lace"):
            assert word in inside


def test_a_sheet_says_who_represents_the_country_and_when_it_celebrates(scene: Scene) -> None:
    document = scene.document("country-sheet", Language.NL, Audience.INTERNAL)
    words = spelled(document)
    assert "dinsdag 23 februari 2027" in words
    assert "woensdag 17 februari 2027, Hotel of Invention" in words
    assert "de derde maandag van juli" in words
    assert "Kanazawa" in words
    assert "Mori" in words
    assert "Aide" not in words
    assert "葵" in text(print_bytes(document).data)


def test_a_card_speaks_the_language_of_its_addressee(scene: Scene) -> None:
    for language in Language:
        words = spelled(scene.document("greeting-card", language, Audience.EXTERNAL))
        assert "Madame l'Ambassadeur" in words
        assert "mardi 23 février 2027" in words
        assert "Example Avenue 58" in words
    dutch = spelled(scene.document("greeting-card", Language.NL, Audience.EXTERNAL, "FI"))
    assert "Virtanen" in dutch
    assert "zondag 6 december" not in dutch
    assert "maandag 6 december 2027" in dutch


def test_without_anybody_the_card_says_so(scene: Scene) -> None:
    document = scene.document("greeting-card", Language.EN, Audience.EXTERNAL, "TD")
    (cards,) = document.blocks
    assert isinstance(cards, Cards)
    assert "Nobody is known" in spelled(document)


def test_a_flag_stands_beside_the_title_where_there_is_one(scene: Scene) -> None:
    japan = scene.document("country-sheet", Language.EN, Audience.EXTERNAL)
    assert isinstance(japan.blocks[0], Flag)
    malta = scene.document("country-sheet", Language.EN, Audience.EXTERNAL, "XM")
    assert not isinstance(malta.blocks[0], Flag)


def test_every_flag_can_be_drawn_on_paper() -> None:
    for one in countries():
        svg = flag_svg(one.code)
        if svg is None:
            continue
        drawn = areas(svg)
        assert drawn, one.code
        for colour, operators, _even_odd in drawn:
            assert len(colour) == 7, (one.code, colour)
            assert int(colour[1:], 16) >= 0
            assert operators.split()[2] == "m"


def test_the_next_day_is_that_of_the_rule_else_as_announced(scene: Scene) -> None:
    with clock.stopped_at(MONDAY):
        day = scene.office.ask(country_sheet, scene.countries["JP"]).days[0]
        assert greeting_card.next_day(day) == dt.date(2027, 2, 23)
        assert greeting_card.next_day(replace(day, rule="some day")) == dt.date(2027, 2, 17)
        assert greeting_card.next_day(replace(day, rule="some day", celebrations=())) is None


@pytest.mark.parametrize(
    ("language", "audience"),
    [
        (Language.EN, Audience.INTERNAL),
        (Language.EN, Audience.EXTERNAL),
        (Language.NL, Audience.INTERNAL),
        (Language.FR, Audience.INTERNAL),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_is_as_it_was_agreed(
    scene: Scene,
    kind: str,
    language: Language,
    audience: Audience,
    request: pytest.FixtureRequest,
) -> None:
    """Where a change is meant: `pytest --update-golden`, and read the difference."""
    found = spelled(scene.document(kind, language, audience))
    golden = GOLDEN / f"{kind}-{language}-{audience}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
