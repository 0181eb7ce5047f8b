"""Texts of a mission in three languages: kept, found again, left with their city, undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.core.errors import InvalidError
from app.core.text import Language
from app.missions.commands import remove_mission, set_destinations, set_texts
from app.missions.draft import DestinationDraft, TextDraft, TextsDraft
from app.missions.queries import mission_sheet, mission_texts
from app.missions.rules.texts import Told, lacking, told_in
from tests.builders import make_mission

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

NL, FR, EN = Language.NL, Language.FR, Language.EN
CITIES = (DestinationDraft("Kanazawa", "JP"), DestinationDraft("Tokyo", "JP", facts="Groot."))


@pytest.fixture
def mission(office: Workspace) -> UUID:
    """A mission to two cities, with a foreword in Dutch and French."""
    made = make_mission(office, foreword="Welkom.")
    office.run(set_destinations, made, CITIES)
    write(office, made, TextDraft("foreword", "fr", "Bienvenue."))
    write(office, made, TextDraft("facts", "fr", "Grande.", place(office, made, "Tokyo")))
    return made


def write(office: Workspace, mission: UUID, *texts: TextDraft) -> None:
    office.run(set_texts, mission, TextsDraft(texts))


def place(office: Workspace, mission: UUID, city: str) -> UUID:
    rows = office.ask(mission_sheet, mission).destinations
    return next(one.id for one in rows if one.draft.city == city)


def facts(office: Workspace, mission: UUID, city: str, language: Language) -> Told:
    texts = office.ask(mission_texts, mission)
    return texts.told("facts", language, place(office, mission, city))


def test_the_readers_language_comes_first_then_the_offices_own(
    office: Workspace, mission: UUID
) -> None:
    texts = office.ask(mission_texts, mission)
    assert texts.told("foreword", FR) == Told("Bienvenue.")
    assert texts.told("foreword", EN) == Told("Welkom.", NL)
    assert texts.told("practical", FR) == Told()
    assert texts.lacks == (EN,)
    assert [one.lacks for one in texts.rows] == [(EN,), (), (), (), (EN,)]


def test_the_offices_own_words_stand_with_the_mission_itself(
    office: Workspace, mission: UUID
) -> None:
    city = place(office, mission, "Kanazawa")
    write(office, mission, TextDraft("practical", "nl", " Stekkers. "),
          TextDraft("facts", "nl", "Tuin.", city))  # fmt: skip
    sheet = office.ask(mission_sheet, mission)
    assert sheet.draft.practical == "Stekkers."
    assert sheet.destinations[0].draft.facts == "Tuin."


def test_an_empty_translation_goes_and_undo_brings_it_back(
    office: Workspace, mission: UUID
) -> None:
    write(office, mission, TextDraft("foreword", "fr", "  "))
    assert office.ask(mission_texts, mission).told("foreword", FR) == Told("Welkom.", NL)
    office.undo()
    assert office.ask(mission_texts, mission).told("foreword", FR) == Told("Bienvenue.")


def test_a_translation_stays_with_its_city(office: Workspace, mission: UUID) -> None:
    office.run(set_destinations, mission, [CITIES[1]])
    assert facts(office, mission, "Tokyo", FR) == Told("Grande.")
    office.run(set_destinations, mission, [CITIES[1], *CITIES[:1]])
    assert facts(office, mission, "Tokyo", FR) == Told("Grande.")
    assert facts(office, mission, "Kanazawa", FR) == Told()
    office.run(set_destinations, mission, [replace(CITIES[1], city="Tokio"), CITIES[0]])
    assert facts(office, mission, "Tokio", FR) == Told("Grande.")


def test_texts_go_with_their_city_and_their_mission(office: Workspace, mission: UUID) -> None:
    office.run(set_destinations, mission, [CITIES[0]])
    office.undo()
    assert facts(office, mission, "Tokyo", FR) == Told("Grande.")
    office.run(remove_mission, mission)
    office.undo()
    assert facts(office, mission, "Tokyo", FR) == Told("Grande.")


@pytest.mark.parametrize(
    "draft",
    [
        TextDraft("facts", "fr", "of no city"),
        TextDraft("foreword", "de", "in no language of ours"),
        TextDraft("foreword", "fr", "x" * 8001),
    ],
)
def test_what_is_no_text_is_refused(workspace: Workspace, draft: TextDraft) -> None:
    made = make_mission(workspace)
    with pytest.raises(InvalidError):
        write(workspace, made, draft)


def test_a_city_of_another_mission_is_refused(workspace: Workspace) -> None:
    mine, other = make_mission(workspace), make_mission(workspace)
    workspace.run(set_destinations, other, CITIES)
    city = place(workspace, other, "Tokyo")
    with pytest.raises(InvalidError):
        write(workspace, mine, TextDraft("facts", "fr", "x", city))


def test_rules_of_languages() -> None:
    assert told_in({NL: " a "}, NL, NL) == Told("a")
    assert told_in({FR: "b"}, NL, NL) == Told()
    assert lacking({}) == ()
    assert lacking({NL: "a", FR: " "}) == (FR, EN)
