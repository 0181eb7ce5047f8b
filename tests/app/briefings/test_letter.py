"""The letter on paper: its words in three languages, its address, what it never says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.contacts.commands import add_relationship, set_override
from app.contacts.draft import PersonDraft, RelationshipDraft
from app.contacts.furnish import furnish
from app.contacts.rules.naming import plain_city
from app.core.profile import Profile, set_profile
from app.core.text import Language
from app.dossiers.commands import write_letter
from app.dossiers.draft import LetterDraft
from app.receptions.commands import invite
from tests.app.briefings.reading import letter_boxes, pages_text, text
from tests.app.briefings.spelled import spelled
from tests.builders import make_organisation, make_person, make_posting, make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace

GOLDEN = Path(__file__).parents[2] / "golden"
DAY = dt.date(2026, 5, 1)
BODIES = {
    Language.NL: "Met genoegen nodigen wij u uit op het stadhuis.\n\nOnze tuin staat in bloei.",
    Language.FR: "C'est avec plaisir que nous vous invitons.\n\nNotre jardin est en fleurs.",
    Language.EN: "It is our pleasure to invite you.\n\nOur garden is in bloom.",
}


def _sato(office: Workspace) -> UUID:
    office.run(furnish)
    office.run(set_profile, Profile("Stad Gent", "Protocol"))
    post = make_organisation(
        office, street="Olmenlaan 14", postal_code="1050", city="Brussel", country="JP"
    )
    sato = make_person(
        office, family_name="Sato", given_name="Yui", native_name="佐藤 結衣", gender="f"
    )
    make_posting(office, sato, post)
    maes = PersonDraft("Wiśniewski", "Jan", gender="m")
    office.run(add_relationship, sato, RelationshipDraft("spouse"), None, maes)
    return sato


def _written(office: Workspace, person: UUID, language: str, **changes: object) -> Document:
    usual = {
        "written_on": DAY,
        "language": language,
        "subject": "Kanazawa",
        "body": BODIES.get(Language(language), "") if language else "…",
        "signed_by": "Mia Vermeulen\nMayor",
        "person_id": person,
    }
    letter = office.run(write_letter, LetterDraft(**{**usual, **changes}))  # type: ignore[arg-type]  # fields by name
    wanted = paper("letter")
    assert wanted is not None
    return office.ask(wanted.make, letter, Language.EN, Audience.INTERNAL)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("couple", [False, True])
def test_every_word_is_as_it_was_agreed(
    workspace: Workspace, language: Language, request: pytest.FixtureRequest, *, couple: bool
) -> None:
    found = spelled(_written(workspace, _sato(workspace), str(language), couple=couple))
    golden = GOLDEN / f"letter-{language}{'-couple' if couple else ''}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_a_letter_says_nothing_of_the_office_that_printed_it(workspace: Workspace) -> None:
    document = _written(workspace, _sato(workspace), "nl")
    words = text(print_bytes(document).data)
    assert document.confidentiality is None
    assert not [one for one in ("INTERN", "Afgedrukt", "desk", "Brief aan") if one in words]
    assert "佐藤" not in words
    assert "Gent, 1 mei 2026" in words


def test_a_long_letter_goes_on_under_its_readers_name(workspace: Workspace) -> None:
    body = "\n\n".join(["Een lange alinea over tuinen, havens en water. " * 12] * 6)
    document = _written(workspace, _sato(workspace), "nl", body=body)
    printed = print_bytes(document)
    assert printed.pages == 2
    assert [str(one) for one in printed.warnings] == []
    first, second = pages_text(printed.data)
    assert "1 van 2" in first
    assert "2 van 2" in second
    assert "Stad Gent · 1 mei" not in first
    assert "Yui Sato" in second
    assert "Mia Vermeulen" in second


def test_the_address_stands_in_the_window_of_the_envelope(workspace: Workspace) -> None:
    document = _written(workspace, _sato(workspace), "fr")
    data = print_bytes(document).data
    boxes = list(letter_boxes(data))
    at = "".join(one[0] for one in boxes).index("SonExcellence")
    _, left, bottom, _, top = boxes[at]
    assert 105 < left / 72 * 25.4 < 115
    assert 45 < (841.89 - top) / 72 * 25.4 < 62
    assert bottom < top


def test_names_of_every_script_and_length_are_printed_whole(workspace: Workspace) -> None:
    workspace.run(furnish)
    post = make_organisation(
        workspace,
        name="Ambassade de la République démocratique fédérale auprès du Royaume de Belgique",
        host_country="FR",
        street="Avenue du Président Franklin Delano Roosevelt 1475 bis, bâtiment C",
        postal_code="75116",
        city="Paris",
    )
    person = make_person(
        workspace, family_name="Παπαδοπούλου-Οικονομίδου", given_name="سلمى Łucja", gender="f"
    )
    make_posting(workspace, person, post)
    workspace.run(set_override, person, "fr", "opening", "Чуважаемая Госпожа 田中,")
    printed = print_bytes(_written(workspace, person, "fr"))
    assert [str(one) for one in printed.warnings] == []
    words = text(printed.data)
    assert "Οικονομίδου" in words
    assert "田中" in words
    assert "FRANCE" in words
    assert printed.pages == 1


def test_a_letter_to_a_post_without_a_head_names_the_post(workspace: Workspace) -> None:
    workspace.run(furnish)
    post = make_organisation(workspace, country="PE")
    document = _written(workspace, post, "fr", person_id=None, organisation_id=post)
    found = spelled(document)
    assert "Ambassade du Pérou" in found
    assert "Madame, Monsieur," in found


@pytest.mark.parametrize(
    ("city", "language", "expected"),
    [
        ("Stad Gent", Language.FR, "Gand"),
        ("City of Ghent", Language.NL, "Gent"),
        ("Ville de Liège", Language.EN, "Liège"),
        ("Melle", Language.NL, "Melle"),
    ],
)
def test_a_letter_is_dated_from_the_city(city: str, language: Language, expected: str) -> None:
    assert plain_city(city, language) == expected


def test_a_past_guest_list_keeps_the_words_of_its_day(workspace: Workspace) -> None:
    sato = _sato(workspace)
    past = make_reception(workspace, starts_at=dt.datetime(2025, 6, 2, 18))  # noqa: DTZ001 - local time, as the model keeps it
    coming = make_reception(workspace, starts_at=dt.datetime(2026, 6, 2, 18))  # noqa: DTZ001 - local time, as the model keeps it
    for one in (past, coming):
        workspace.run(invite, one, [sato], "accepted")
    workspace.run(set_override, sato, "en", "card", "H.E. Yui", None, "", dt.date(2026, 1, 1))
    wanted = paper("place-cards")
    assert wanted is not None
    cards = [
        spelled(workspace.ask(wanted.make, one, Language.EN, Audience.EXTERNAL))
        for one in (past, coming)
    ]
    assert "H.E. the Ambassador of Japan" in cards[0]
    assert "H.E. Yui" not in cards[0]
    assert "H.E. Yui" in cards[1]
