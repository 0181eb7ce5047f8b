"""The documents of the house: every word in three languages, and nothing private outside."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings.catalogue import CATALOGUE, paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.contacts.furnish import furnish
from app.core import clock
from app.core import office as offices
from app.core.profile import Profile, set_profile
from app.core.text import Language
from app.dossiers.commands import set_programme
from app.dossiers.draft import ProgrammeDraft
from app.receptions.commands import change_guest, invite, move_guest, represent, set_status
from app.schema import TRADE
from tests.app.briefings.reading import text
from tests.app.briefings.spelled import spelled
from tests.builders import (
    guest_of,
    make_organisation,
    make_person,
    make_post,
    make_posting,
    make_priority,
    make_reception,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace
    from tests.conftest import Prepared

GOLDEN = Path(__file__).parents[2] / "golden"
MONDAY = dt.datetime(2027, 4, 19, 8, 30, tzinfo=dt.UTC)
ELSEWHERE = frozenset({"after-report", "balance", "flag-plan", "golden-book-page", "gift-register"})
"""Papers that name few guests, in a file of their own."""
KINDS = [one.kind for one in CATALOGUE if one.of in ("reception", "") and one.kind not in ELSEWHERE]
WHOLE = [kind for kind in KINDS if kind not in ("phone-list", "catering-sheet")]
"""Those that name every guest."""
OF_THE_DAY = ("programme", "run-sheet", "speech-order")
"""Papers of lines of the programme, which name no guests."""
NAMES = (
    ("JP", "Tanaka", "Aoi", "田中 葵", "ambassador"),
    ("CN", "Wang", "Fang", "王 芳", "ambassador"),
    ("KR", "Kim", "Seo-yeon", "김서연", "ambassador"),
    ("GR", "Papadopoulou", "Eleni", "Ελένη Παπαδοπούλου", "ambassador"),
    ("UA", "Koval", "Olena", "Олена Коваль", "ambassador"),
    ("MA", "El Idrissi", "Salma", "سلمى الإدريسي", "ambassador"),
    ("IL", "Ben-Ami", "Noa", "נועה בן־עמי", "charge_ai"),
    ("IN", "Sharma", "Asha", "आशा शर्मा", "ambassador"),
    ("TH", "Chaiyasit", "Mali", "มะลิ ไชยสิทธิ์", "counsellor"),
    ("VN", "Nguyễn", "Thị Ánh Tuyết", "", "ambassador"),
    ("PL", "Wiśniewska", "Łucja", "", "consul_general"),
    ("FR", "d'Ærøskøbing", "Zoë", "", "honorary_consul"),
)
PRIVATE = ("SECRET", "+32 2 555 00", "INTERNAL", "Rather not", "Telephone", "Why this place")


@dataclass(frozen=True)
class Scene:
    """An office with one reception."""

    office: Workspace
    reception: UUID

    def document(
        self, kind: str, language: Language, audience: Audience = Audience.INTERNAL
    ) -> Document:
        """A document of the reception (or of the office), made on the same morning."""
        wanted = paper(kind)
        assert wanted is not None
        reference = self.reception if wanted.of else None
        with clock.stopped_at(MONDAY):
            return self.office.ask(wanted.make, reference, language, audience)


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The printed time is that of the office; here it is in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="module")
def scene(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Twelve posts of many scripts, a markup name, the city, a journalist; in many stages."""
    path = tmp_path_factory.mktemp("scene") / "scene.belfry"
    shutil.copyfile(prepared.plain, path)
    office = offices.open_office(str(path), TRADE)
    with clock.stopped_at(MONDAY):
        office.run(furnish)
        yield Scene(office, _told(office))
    office.close()


def _told(office: Workspace) -> UUID:
    office.run(set_profile, Profile("City of Invention", "Protocol"))
    people = [_head(office, number, *row) for number, row in enumerate(NAMES)]
    markup = make_person(
        office, family_name='<b>&"', given_name="Bo", note="SECRET & <i>note</i>", gender="m"
    )
    mayor = make_person(office, family_name="Vermeulen", given_name="Mia", gender="f")
    city = make_organisation(office, name="City", kind="city", country="BE", city="Invention")
    make_posting(office, mayor, city, function="mayor")
    press = make_person(office, family_name="Zeno", given_name="Ida")
    daily = make_organisation(office, name="The Daily", kind="press", country="")
    make_posting(office, press, daily, function="journalist")
    earlier = make_reception(
        office,
        title="New Year",
        starts_at=dt.datetime(2026, 1, 8, 18),  # noqa: DTZ001 - local time
    )
    office.run(invite, earlier, people[:2], "attended")
    asker = make_organisation(office, name="Chamber of Invention", kind="chamber", country="BE")
    reception = make_reception(
        office,
        title='Spring & <b>"sails"</b>',
        starts_at=dt.datetime(2027, 4, 21, 18),  # noqa: DTZ001 - local time
        ends_at=dt.datetime(2027, 4, 21, 20, 30),  # noqa: DTZ001 - local time
        place="Town hall, blue room",
        host="The mayor",
        host_part="SECRET toast",
        origin="proactive",
        reason="Ten years of twinning",
        requested_by=asker,
        objective="SECRET objective",
        points_to_raise=("SECRET trams", "SECRET students", "SECRET water"),
        to_avoid="SECRET bridge",
        note="SECRET note of the dossier",
        priorities=(make_priority(office, "Ports and water"),),
        goals=(6, 11),
        dress="Lounge suit",
    )
    lines = [
        ProgrammeDraft("Arrival", dt.datetime(2027, 4, 21, 18), 20, "Hall", owner="Mia"),  # noqa: DTZ001 - local time
        ProgrammeDraft(
            "Toast",
            dt.datetime(2027, 4, 21, 19),  # noqa: DTZ001 - local time
            host="Mayor",
            note="SECRET water",
            kind="speech",
            speaker="Mia Vermeulen",
            language="nl",
            minutes=5,
            phone="+32 2 555 00 99",
            rain_plan="SECRET rain",
            interpreter="Emi Ito",
        ),
        ProgrammeDraft("SECRET sweep", public=False),
    ]
    office.run(set_programme, reception, lines)
    office.run(invite, reception, [*people, markup, mayor], "accepted")
    office.run(invite, reception, [press], "invited", "press")
    _replies(office, reception, people, markup)
    return reception


def _head(office: Workspace, number: int, *row: str) -> UUID:
    country, family, given, native, function = row
    person = make_person(
        office,
        family_name=family,
        given_name=given,
        native_name=native,
        nationality=country,
        gender="f" if number % 2 else "m",
        name_order="family_first" if country in ("JP", "CN", "KR") else "given_first",
        pronunciation=f"say-{number}",
        note=f"SECRET {number}",
        emails=(f"guest{number}@example.org",),
        phones=(f"+32 2 555 00 {number:02}",),
    )
    day = dt.date(2023, 1, 10) + dt.timedelta(days=30 * (number // 2))
    date = "exequatur_on" if "consul_" in function or "_consul" in function else "credentials_on"
    known = {date: day} if function not in ("charge_ai", "counsellor") else {}
    make_posting(office, person, make_post(office, country), function=function, **known)
    return person


def _replies(office: Workspace, reception: UUID, people: list[UUID], markup: UUID) -> None:
    def guest(person: UUID) -> UUID:
        return office.ask(guest_of, reception, person)

    office.run(represent, guest(people[2]), substitute_name="Mr Chen <deputy>")
    office.run(set_status, [guest(people[9])], "regrets")
    office.run(set_status, [guest(people[3])], "invited")
    office.run(move_guest, guest(markup), 2, "speaks after the mayor")
    office.run(
        change_guest,
        guest(people[0]),
        circle="principal",
        persons=2,
        note="SECRET seat",
        guest_of_honour=True,
    )


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", WHOLE)
def test_every_document_prints_without_a_warning(
    scene: Scene, kind: str, language: Language, audience: Audience
) -> None:
    document = scene.document(kind, language, audience)
    printed = print_bytes(document)
    assert [str(one) for one in printed.warnings] == []
    found = text(printed.data)
    names = ["Łucja", "Æ"] if kind == "guest-list-door" else ["葵", "Ελένη", "Олена", "Łucja", "Æ"]
    if kind == "badges":
        names.remove("Ελένη")  # who has not answered has none
    if kind not in OF_THE_DAY:
        assert [name for name in names if name not in found] == []
        assert '<b>&"' in found
    assert printed.pages >= 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", WHOLE)
def test_nothing_private_reaches_others(scene: Scene, kind: str, language: Language) -> None:
    outside = spelled(scene.document(kind, language, Audience.EXTERNAL))
    assert not [word for word in PRIVATE if word in outside]
    assert scene.document(kind, language, Audience.EXTERNAL).confidentiality is None
    inside = scene.document(kind, language)
    assert inside.confidentiality or kind == "programme"
    assert "Łucja" in outside or kind in OF_THE_DAY


@pytest.mark.parametrize("kind", KINDS)
def test_the_languages_differ(scene: Scene, kind: str) -> None:
    told = {spelled(scene.document(kind, language)) for language in Language}
    assert len(told) == 3


@pytest.mark.parametrize("kind", ["reception-briefing", "guest-list", "guest-list-door"])
def test_who_comes_instead_is_said_beside_the_guest(scene: Scene, kind: str) -> None:
    for audience in Audience:
        [line] = [
            line
            for line in spelled(scene.document(kind, Language.EN, audience)).splitlines()
            if "Kim" in line
        ]
        assert "Mr Chen <deputy>" in line
        assert "Excellency" not in line


def test_a_dossier_without_anybody_prints(scene: Scene) -> None:
    empty = make_reception(scene.office, title="Nobody yet", starts_at=None)
    for kind in KINDS:
        document = Scene(scene.office, empty).document(kind, Language.NL)
        assert not print_bytes(document).warnings
    scene.office.undo()


def test_a_document_is_the_same_twice(scene: Scene) -> None:
    document = scene.document("guest-list", Language.FR)
    assert document == scene.document("guest-list", Language.FR)
    assert print_bytes(document).data == print_bytes(document).data


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
