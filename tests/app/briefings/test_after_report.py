"""The paper of a reception that was held, and the codes on its badges."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings import badges
from app.briefings.blocks import Cards
from app.briefings.catalogue import paper
from app.briefings.door_code import SIDE, qr_drawing
from app.briefings.drawing import Rect
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.core import clock
from app.core.text import Language
from app.dossiers.commands import set_costs, set_done, set_evaluation, set_outcome
from app.dossiers.draft import AnswerDraft, CostDraft, CostsDraft, EvaluationDraft
from app.receptions.commands import add_walk_in, check_in, close_door
from app.receptions.draft import WalkInDraft
from app.receptions.rules.door import door_code
from tests.app.briefings.spelled import spelled
from tests.app.receptions.test_door import with_company
from tests.builders import (
    guest_of,
    make_ambassador,
    make_guest,
    make_person,
    make_priority,
    make_reception,
    make_task,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from app.core.workspace import Workspace

GOLDEN = Path(__file__).parents[2] / "golden"
AFTER = dt.datetime(2027, 4, 22, 8, 30, tzinfo=dt.UTC)
SIX = dt.datetime(2027, 4, 21, 18)  # noqa: DTZ001 - local time, as the model keeps it


@pytest.fixture(autouse=True)
def the_day_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    with clock.stopped_at(AFTER):
        yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def held(workspace: Workspace) -> UUID:
    """Two came, one of them with a companion; one did not; one walked in. All is written down."""
    reception = make_reception(
        workspace,
        title="Spring & <b>sails</b>",
        starts_at=SIX,
        ends_at=SIX + dt.timedelta(hours=2),
        place="Town hall",
        host="The mayor",
        origin="proactive",
        objective="SECRET objective",
        priorities=(make_priority(workspace),),
        goals=(17,),
    )
    people = [
        make_ambassador(workspace, country, family_name=family, given_name="A")
        for country, family in (("PL", "Łukasik"), ("JP", "Aoki"), ("FR", "Blanc"))
    ]
    guests = [make_guest(workspace, reception, one, "accepted") for one in people]
    company = workspace.run(with_company, guests[0], "Jan Łukasik", persons=2)
    workspace.run(with_company, guests[1], photo_consent="no")
    workspace.run(check_in, guests[:2], company, at=SIX)
    workspace.run(add_walk_in, reception, WalkInDraft("Hugo Goes", "Gilde"))
    workspace.run(close_door, reception)
    workspace.run(set_outcome, reception, "A letter of intent on trams.")
    lines = (CostDraft("Drinks", 60_000, 72_550), CostDraft("Flowers", 5_000, None, "The port"))
    workspace.run(set_costs, reception, CostsDraft(70_000, lines))
    answers = (AnswerDraft("aim", 5, "SECRET words"), AnswerDraft("course", 2))
    workspace.run(set_evaluation, reception, EvaluationDraft(answers))
    due = dt.date(2027, 5, 3)
    make_task(workspace, title="SECRET letter", owner="Mia", due_on=due, dossier=reception)
    workspace.run(set_done, make_task(workspace, title="Photos", owner="An", dossier=reception))
    return reception


@pytest.mark.parametrize(
    ("language", "audience"),
    [
        (Language.EN, Audience.INTERNAL),
        (Language.EN, Audience.EXTERNAL),
        (Language.NL, Audience.INTERNAL),
        (Language.FR, Audience.INTERNAL),
    ],
)
def test_the_report_reads_as_it_was_agreed(
    workspace: Workspace,
    held: UUID,
    language: Language,
    audience: Audience,
    request: pytest.FixtureRequest,
) -> None:
    wanted = paper("after-report")
    assert wanted is not None
    document = workspace.ask(wanted.make, held, language, audience)
    assert not print_bytes(document).warnings
    found = spelled(document)
    assert ("SECRET" in found) == (audience is Audience.INTERNAL)
    golden = GOLDEN / f"after-report-{language}-{audience}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_a_badge_carries_the_code_of_its_bearer(workspace: Workspace) -> None:
    reception, person = make_reception(workspace), make_person(workspace)
    guest = make_guest(workspace, reception, person, "accepted")
    [child] = workspace.run(with_company, guest, "Mei Tanaka")
    make_guest(workspace, reception, make_person(workspace, family_name="Mori"), "regrets")
    assert workspace.ask(guest_of, reception, person) == guest
    listed = workspace.ask(badges.compose, reception, Language.EN, Audience.EXTERNAL)
    [block] = badges.document(listed).blocks
    assert isinstance(block, Cards)
    assert [card.where for card in block.cards] == ["Tanaka, Aoi", "Mei Tanaka"]
    marks = [card.mark for card in block.cards]
    assert marks == [qr_drawing(door_code(reception, one)) for one in (person, child)]


def test_a_code_is_a_square_with_white_around_it() -> None:
    drawing = qr_drawing("BELFRY:0123456789AB:0123456789AB")
    ground, *dark = drawing.shapes
    assert isinstance(ground, Rect)
    assert (ground.width, ground.height) == (SIDE, SIDE)
    cell = SIDE / 31  # 25 modules, three white ones on each side
    rects = [one for one in dark if isinstance(one, Rect)]
    assert min(one.x for one in rects) == pytest.approx(3 * cell)
    assert max(one.x + one.width for one in rects) == pytest.approx(28 * cell)
