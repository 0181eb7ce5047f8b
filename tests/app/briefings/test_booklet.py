"""The booklet and the emergency cards: what stands in them, for whom, and what never does."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from app.briefings.blocks import PersonCard
from app.briefings.book import Chapter, CutCards, Keyed
from app.briefings.catalogue import CATALOGUE, paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.contacts.commands import set_photo
from app.core.command import command
from app.core.errors import CancelledError
from app.core.text import N_, Language
from app.dossiers.commands import set_roles
from app.dossiers.draft.templates import RoleDraft
from app.dossiers.model import ProgrammeItem
from app.missions.commands import (
    change_participant,
    group_participants,
    keep_papers,
    set_destinations,
    set_face,
    set_participant_status,
    set_texts,
    withdraw,
)
from app.missions.draft import DestinationDraft, PapersDraft, TextDraft, TextsDraft
from app.missions.model import ItemFor, Mission, Participant, ParticipantGroup
from app.missions.queries import delegation, mission_texts
from app.missions.rules.booklet import photo_allowed
from tests.app.briefings.reading import pages_text, text
from tests.builders import make_mission, make_organisation, make_participant, make_person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace

NUMBER = "EX7654321"
MISSION_PAPERS = tuple(one for one in CATALOGUE if one.of == "mission")
NAMED = (
    "booklet", "emergency-card", "participant-list", "participant-list-alphabetical",
    "personal-schedule", "mission-programme",
)  # fmt: skip


def jpeg(colour: str = "navy") -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (300, 400), colour).save(kept, "JPEG")
    return kept.getvalue()


@command(N_("A line for a test"))
def put_line(session: Session, mission: UUID, title: str, /, **fields: object) -> None:
    """A line of the programme; `group` and `who` say for whom."""
    group, who = fields.pop("group", ""), fields.pop("who", None)
    dossier = session.get_one(Mission, mission)
    groups = [one for one in dossier.groups if one.name == group]
    person = session.get_one(Participant, who) if who is not None else None
    item = ProgrammeItem(title=title, **fields)  # type: ignore[arg-type]  # fields of a line
    item.dossier = dossier
    session.add(item)
    session.flush()
    if groups or person:
        made = ItemFor()
        session.add(made)
        made.item, made.group, made.participant = item, next(iter(groups), None), person


@pytest.fixture
def people() -> dict[str, UUID]:
    """Participants by family name; Baert withdrew, Aerts waits."""
    return {}


@pytest.fixture
def mission(workspace: Workspace, people: dict[str, UUID]) -> UUID:
    """Five people, two cities, a programme for whom, numbers to call, a passport planted."""
    made = make_mission(workspace, title="Gent in Kanazawa", foreword="Welkom.\n\nTot ziens.",
                        emergency="Politie 110.", note="SECRET NOTE")  # fmt: skip
    cities = [
        DestinationDraft("Kanazawa", "JP", "Asia/Tokyo", dt.date(2027, 5, 11),
                         dt.date(2027, 5, 13), "Tuinstad."),
        DestinationDraft("Tallinn", "EE", "Europe/Tallinn", dt.date(2027, 5, 13),
                         dt.date(2027, 5, 16)),
    ]  # fmt: skip
    workspace.run(set_destinations, made, cities)
    for family, role in (("Vermeulen", "head"), ("Zwart", "business"), ("Aerts", "business"),
                         ("Baert", "business"), ("Smit", "press")):  # fmt: skip
        person = make_person(workspace, family_name=family, given_name="Bo", note="SECRET BO",
                             phones=(f"+32 9 {family}",))  # fmt: skip
        people[family] = make_participant(workspace, made, person, role, "confirmed")
    workspace.run(withdraw, [people["Baert"]], "all")
    workspace.run(set_participant_status, [people["Aerts"]], "waiting")
    workspace.run(group_participants, list(people.values()), "Ports")
    papers = PapersDraft("MACHINENAME BO", number=NUMBER, insurance="POLIS 99")
    for one in people.values():
        workspace.run(keep_papers, one, None, papers)
    _tell(workspace, made, people["Zwart"], emergency_contact="Ouders Zwart",
          emergency_phone="+32 9 thuis", bio="Bouwt kranen.")  # fmt: skip
    workspace.run(set_roles, made, [RoleDraft("Begeleiding", "An Wacht", "+32 9 dag en nacht")])
    morning = dt.datetime(2027, 5, 12, 9, 0)  # noqa: DTZ001 - local time, as the model keeps it
    workspace.run(put_line, made, "Ontvangst", starts_at=morning, minutes=60, place="Stadhuis")
    workspace.run(put_line, made, "Havenronde", starts_at=morning, group="Ports", position=1)
    workspace.run(put_line, made, "Voor Baert", starts_at=morning, who=people["Baert"], position=2)
    workspace.run(put_line, made, "Interne pauze", public=False, position=3)
    return made


def _tell(workspace: Workspace, mission: UUID, who: UUID, **fields: str) -> None:
    row = next(one for one in workspace.ask(delegation, mission, Language.NL) if one.id == who)
    workspace.run(change_participant, who, None, replace(row.draft, **fields))  # type: ignore[arg-type]  # fields of a draft


def made(
    office: Workspace, mission: UUID, audience: Audience = Audience.INTERNAL,
    language: Language = Language.EN, kind: str = "booklet",
) -> Document:  # fmt: skip
    wanted = paper(kind)
    assert wanted is not None
    return office.ask(wanted.make, mission, language, audience)


def words(document: Document) -> str:
    return text(print_bytes(document).data)


def cards(document: Document) -> dict[str, PersonCard]:
    return {
        one.label: inner
        for one in document.blocks
        if isinstance(one, Keyed)
        for inner in one.blocks
        if isinstance(inner, PersonCard)
    }


@pytest.mark.parametrize("kind", [one.kind for one in MISSION_PAPERS])
@pytest.mark.parametrize("audience", Audience)
def test_nobody_who_withdrew_or_waits_is_printed_nor_a_passport(
    workspace: Workspace, mission: UUID, kind: str, audience: Audience
) -> None:
    found = words(made(workspace, mission, audience, kind=kind))
    hidden = [NUMBER, "SECRET", "POLIS 99"]
    hidden += ["Bo Baert", "Baert, Bo", "Aerts"] if kind in NAMED else []
    hidden += ["MACHINENAME"] if kind in NAMED else []
    for one in hidden:
        assert one not in found


def test_contents_name_the_page_of_each_chapter(workspace: Workspace, mission: UUID) -> None:
    document = made(workspace, mission)
    pages = pages_text(print_bytes(document).data)
    for chapter in (one for one in document.blocks if isinstance(one, Chapter)):
        line = next(one for one in pages[1].splitlines() if chapter.words in one)
        number = int(line.rsplit(None, 1)[-1]) if line.rsplit(None, 1)[-1].isdigit() else 0
        number = number or int(pages[1].splitlines()[pages[1].splitlines().index(line) + 1])
        assert chapter.words in pages[number - 1]


def test_the_head_stands_first_and_bios_are_told(workspace: Workspace, mission: UUID) -> None:
    found = cards(made(workspace, mission))
    assert list(found) == ["Bo Vermeulen", "Bo Zwart", "Bo Smit"]
    assert any("Bouwt kranen." in str(line) for line in found["Bo Zwart"].lines)


def test_phones_and_what_is_for_staff_are_for_the_house(
    workspace: Workspace, mission: UUID
) -> None:
    inside = words(made(workspace, mission))
    outside = words(made(workspace, mission, Audience.EXTERNAL))
    for private in ("+32 9 Zwart", "+32 9 Vermeulen", "Interne pauze"):
        assert private in inside
        assert private not in outside
    for shared in ("Bouwt kranen.", "+32 9 dag en nacht", "Havenronde"):
        assert shared in outside
    for either in (inside, outside):
        assert "Ouders Zwart" not in either


def test_the_programme_says_the_zone_and_for_whom(workspace: Workspace, mission: UUID) -> None:
    found = words(made(workspace, mission))
    assert "JST, UTC+9" in found
    assert "Ports" in found
    assert "Everybody" in found


@pytest.mark.parametrize(
    ("answer", "internal", "external"),
    [("yes", True, True), ("", True, False), ("no", False, False)],
)
def test_a_photo_needs_consent(
    workspace: Workspace, mission: UUID, people: dict[str, UUID], answer: str, *,
    internal: bool, external: bool,
) -> None:  # fmt: skip
    workspace.run(set_face, people["Zwart"], None, jpeg(), answer)
    for audience, shown in ((Audience.INTERNAL, internal), (Audience.EXTERNAL, external)):
        card = cards(made(workspace, mission, audience))["Bo Zwart"]
        assert (card.photo is not None) is shown
        assert card.initials == "BZ"
        assert photo_allowed(answer, internal=audience is Audience.INTERNAL) is shown


def test_each_photo_is_in_the_file_once_and_small(
    workspace: Workspace, mission: UUID, people: dict[str, UUID]
) -> None:
    same = jpeg("teal")
    for name in ("Zwart", "Smit", "Vermeulen"):
        workspace.run(set_face, people[name], None, same, "yes")
    file = print_bytes(made(workspace, mission)).data
    assert file.count(b"/Subtype /Image") == 1
    document = pypdfium2.PdfDocument(file)
    images = [one for page in document for one in page.get_objects() if one.type == 3]
    assert len(images) == 3
    assert max(images[0].get_px_size()) <= 213
    document.close()


def test_a_missing_translation_is_told_to_the_house_alone(
    workspace: Workspace, mission: UUID
) -> None:
    told = "not translated yet"
    assert told in words(made(workspace, mission, language=Language.EN))
    assert told not in words(made(workspace, mission, Audience.EXTERNAL, Language.EN))
    assert "niet vertaald" not in words(made(workspace, mission, language=Language.NL))
    workspace.run(set_texts, mission, TextsDraft((TextDraft("foreword", "en", "Welcome."),)))
    found = words(made(workspace, mission, language=Language.EN))
    assert "Welcome." in found
    assert "Welkom." not in found
    assert workspace.ask(mission_texts, mission).lacks == (Language.FR, Language.EN)


@pytest.mark.parametrize("language", Language)
def test_an_empty_mission_has_a_booklet_all_the_same(
    workspace: Workspace, language: Language
) -> None:
    for kind in ("booklet", "emergency-card"):
        empty = make_mission(workspace)
        assert "Mission to Japan" in words(made(workspace, empty, language=language, kind=kind))


def test_long_names_and_bios_run_on_over_the_page(workspace: Workspace) -> None:
    mission = make_mission(workspace, title="A" + " very long title" * 12)
    for family, native in (("Featherstonehaugh-" * 5, ""), ("Tanaka", "田中 葵"),
                           ("Al-Alawi", "محمد العلوي"), ("Ivanova", "Анна Иванова")):  # fmt: skip
        person = make_person(workspace, family_name=family, native_name=native)
        who = make_participant(workspace, mission, person)
        _tell(workspace, mission, who, bio="A sentence about what was done. " * 63)
    printed = print_bytes(made(workspace, mission))
    assert printed.warnings == ()
    found = text(printed.data)
    for name in ("田中 葵", "Анна Иванова"):
        assert name in found


def test_a_card_has_who_to_tell_at_home_for_the_house_alone(
    workspace: Workspace, mission: UUID
) -> None:
    inside = made(workspace, mission, kind="emergency-card")
    outside = made(workspace, mission, Audience.EXTERNAL, kind="emergency-card")
    for document in (inside, outside):
        [sheet] = [one for one in document.blocks if isinstance(one, CutCards)]
        assert [one.label for one in sheet.cards] == ["Bo Smit", "Bo Vermeulen", "Bo Zwart"]
        assert "Politie 110." in words(document)
        assert "+32 9 dag en nacht" in words(document)
    assert "Ouders Zwart" in words(inside)
    assert "+32 9 Vermeulen" in words(inside)
    for private in ("Ouders Zwart", "+32 9 thuis", "+32 9 Vermeulen"):
        assert private not in words(outside)


def test_outside_the_leader_has_the_number_of_their_role(
    workspace: Workspace, mission: UUID
) -> None:
    roles = [RoleDraft("Leiding", "bo vermeulen", "+32 9 leiding"),
             RoleDraft("Begeleiding", "An Wacht", "+32 9 dag en nacht")]  # fmt: skip
    workspace.run(set_roles, mission, roles)
    for kind in ("emergency-card", "booklet"):
        for audience in Audience:
            document = made(workspace, mission, audience, kind=kind)
            sheets = [one for one in document.blocks if isinstance(one, CutCards)]
            told = [(one.label, one.value) for one in sheets[0].cards[0].rows]
            assert ("Leader", "+32 9 leiding · Bo Vermeulen") in told
            assert not [value for label, value in told if label == "Leiding"]


def test_a_long_title_stays_on_the_head_of_a_card(workspace: Workspace) -> None:
    mission = make_mission(workspace, title="Handelszending " + "naar een verre stad " * 6)
    make_participant(workspace, mission, make_person(workspace), "head", "confirmed")
    found = words(made(workspace, mission, kind="emergency-card"))
    [head] = [one for one in found.splitlines() if "In case of emergency" in one]
    assert head.endswith("…")


def test_the_belgian_post_there_is_named(workspace: Workspace, mission: UUID) -> None:
    make_organisation(workspace, kind="embassy", country="BE", host_country="JP", name="",
                      city="Tokyo", phones=("+81 3 0000",))  # fmt: skip
    make_organisation(workspace, kind="embassy", country="FR", host_country="JP", name="Of others",
                      phones=("+81 3 9999",))  # fmt: skip
    make_organisation(workspace, kind="embassy", country="BE", host_country="EE", name="",
                      city="Tallinn", phones=("+372 0000",))  # fmt: skip
    for kind in ("booklet", "emergency-card"):
        found = words(made(workspace, mission, kind=kind))
        assert "+81 3 0000" in found
        assert "+372 0000" in found
        assert "+81 3 9999" not in found


def test_a_print_tells_parts_then_pages_and_can_be_stopped(
    workspace: Workspace, mission: UUID
) -> None:
    document = made(workspace, mission)
    parts: list[tuple[int, int]] = []
    pages: list[tuple[int, int]] = []

    def note(into: list[tuple[int, int]], done: int, total: int) -> bool:
        into.append((done, total))
        return True

    print_bytes(document, progress=partial(note, pages), setting=partial(note, parts))
    assert parts[0] == (0, len(document.blocks))
    assert pages[-1][0] == pages[-1][1] == len(pages)
    with pytest.raises(CancelledError):
        print_bytes(document, progress=lambda _done, _total: False)
    with pytest.raises(CancelledError):
        print_bytes(document, setting=lambda _done, _total: False)


def test_a_photo_taken_away_leaves_initials(
    workspace: Workspace, mission: UUID, people: dict[str, UUID]
) -> None:
    workspace.run(set_face, people["Zwart"], None, jpeg(), "yes")
    row = next(one for one in workspace.ask(delegation, mission, Language.NL)
               if one.id == people["Zwart"])  # fmt: skip
    workspace.run(set_photo, row.person_id, None)
    assert cards(made(workspace, mission))["Bo Zwart"].photo is None


def test_groups_are_a_list(workspace: Workspace, mission: UUID) -> None:
    assert workspace.ask(lambda session: session.query(ParticipantGroup).count()) == 1
    assert "Groups" in words(made(workspace, mission))
