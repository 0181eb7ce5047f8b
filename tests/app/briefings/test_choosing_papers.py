"""Papers of choosing: balance, flag plan, golden book page, gift slip and register."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.core import clock
from app.core import office as offices
from app.core.profile import Profile, set_profile
from app.core.text import Language
from app.receptions.commands import add_golden_page, set_masts
from app.receptions.draft import GoldenPageDraft
from app.schema import TRADE
from tests.app.briefings.spelled import spelled
from tests.builders import (
    make_ambassador,
    make_gift,
    make_guest,
    make_organisation,
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
KINDS = ("balance", "flag-plan", "golden-book-page", "gift-slip", "gift-register")
INTERNAL, EXTERNAL = Audience.INTERNAL, Audience.EXTERNAL


@dataclass(frozen=True)
class Scene:
    """An office with two receptions, a gift and a page of the golden book."""

    office: Workspace
    reception: UUID
    gift: UUID
    bare: UUID

    def document(
        self, kind: str, language: Language, audience: Audience = INTERNAL, of: UUID | None = None
    ) -> Document:
        """A document made on the same morning."""
        wanted = paper(kind)
        assert wanted is not None
        records = {"reception": of or self.reception, "gift": self.gift}
        with clock.stopped_at(MONDAY):
            return self.office.ask(wanted.make, records.get(wanted.of), language, audience)


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
    path = tmp_path_factory.mktemp("choosing") / "scene.belfry"
    shutil.copyfile(prepared.plain, path)
    office = offices.open_office(str(path), TRADE)
    with clock.stopped_at(MONDAY):
        yield _told(office)
    office.close()


def _told(office: Workspace) -> Scene:
    office.run(set_profile, Profile("Stad Gent", "Protocol"))
    port = make_organisation(office, kind="port", name="Port of Invention", country="BE")
    japan = make_ambassador(
        office, "JP", gender="f", native_name="田中 葵", name_order="family_first"
    )
    norway = make_ambassador(office, "NO", family_name="Østby", given_name="Åse", gender="f")
    evening = make_reception(
        office,
        title="Ten years of garden",
        starts_at=dt.datetime(2027, 7, 11, 18),  # noqa: DTZ001 - local time
        place="Town hall",
        dress="Lounge suit",
        origin="proactive",
        stage="cleared",
        requested_by=port,
        priorities=(make_priority(office, "Sister cities"),),
    )
    make_guest(office, evening, japan, "accepted", "principal")
    make_guest(office, evening, norway, "accepted", "corps")
    office.run(set_masts, evening, 5)
    bare = make_reception(office, title="Courtesy call", starts_at=None, host="The mayor")
    make_guest(office, bare, norway, "accepted", "principal")
    words = "What we planted together\nblooms in two cities."
    signing = "H.E. Ms Tanaka Aoi\nThe mayor"
    page = GoldenPageDraft(words, signing, dt.date(2027, 7, 11), "SECRET page 3", evening)
    office.run(add_golden_page, page)
    gift = make_gift(
        office, what="Etching of the town hall", value=4500, person=japan, dossier=evening,
        giver="Stad Gent", receiver="", note="SECRET number 7",
    )  # fmt: skip
    make_gift(
        office, what="Fan", direction="in", person=japan, given_on=None, receiver="",
        kept_at="Cabinet", giver="",
    )  # fmt: skip
    return Scene(office, evening, gift, bare)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_prints_without_a_warning(
    scene: Scene, kind: str, language: Language, audience: Audience
) -> None:
    document = scene.document(kind, language, audience)
    printed = print_bytes(document)
    assert [str(one) for one in printed.warnings] == []
    assert printed.pages >= 1
    if audience is EXTERNAL:
        assert "SECRET" not in spelled(document)


@pytest.mark.parametrize("kind", KINDS)
def test_the_languages_differ(scene: Scene, kind: str) -> None:
    assert len({spelled(scene.document(kind, language)) for language in Language}) == 3


def test_a_page_nobody_wrote_is_suggested(scene: Scene) -> None:
    told = spelled(scene.document("golden-book-page", Language.EN, of=scene.bare))
    assert "The city of Ghent welcomed" in told
    assert "H.E. Ms Åse Østby, Ambassador of Norway" in told
    assert "Suggested words" in told
    assert "Suggested words" not in spelled(scene.document("golden-book-page", Language.EN))


def test_a_flag_without_a_mast_is_told_in_red(scene: Scene) -> None:
    told = spelled(scene.document("flag-plan", Language.EN))
    assert "No mast is left for: City." in told
    assert "A flag day, Day of the Flemish Community" in told
    assert "Japan: after Belgium" in told


@pytest.mark.parametrize(
    ("language", "audience"),
    [(Language.EN, INTERNAL), (Language.EN, EXTERNAL), (Language.NL, INTERNAL),
     (Language.FR, INTERNAL)],
)  # fmt: skip
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
