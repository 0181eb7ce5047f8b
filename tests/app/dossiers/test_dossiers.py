"""What every dossier has: dates that agree, a stage, tags, a programme in its order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.contacts.commands import remove_organisation
from app.core.errors import ConflictError, InUseError, InvalidError, NotFoundError
from app.core.text import Language
from app.dossiers.commands import set_programme, set_stage
from app.dossiers.draft import DossierDraft, ProgrammeDraft
from app.dossiers.rules import Origin, Stage, label
from app.receptions.commands import add_reception, change_reception
from app.receptions.queries import reception_sheet
from tests.builders import make_organisation, make_priority, make_reception, reception_draft

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.receptions.queries import ReceptionSheet

EVENING = dt.datetime(2027, 4, 21, 18, 0)  # noqa: DTZ001 - local time, as the model keeps it


def sheet(office: Workspace, reception: UUID) -> ReceptionSheet:
    return office.ask(reception_sheet, reception)


def titles(office: Workspace, reception: UUID) -> list[str]:
    return [row.draft.title for row in sheet(office, reception).programme]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"starts_at": EVENING, "ends_at": EVENING - dt.timedelta(hours=1)}, "ends_at"),
        ({"ends_at": EVENING}, "starts_at"),
        ({"stage": "nowhere"}, "stage"),
        ({"origin": "nowhere"}, "stage"),
    ],
)
def test_what_must_be_mended_names_its_field(
    workspace: Workspace, wrong: dict[str, Any], field: str
) -> None:
    draft = DossierDraft(**{"title": "Evening", **wrong})
    assert [one.field for one in draft.problems()] == [field]
    with pytest.raises(InvalidError):
        workspace.run(add_reception, replace(reception_draft(), dossier=draft))
    assert workspace.undo_label is None


def test_every_fact_comes_back(office: Workspace) -> None:
    asker = make_organisation(office, name="Chamber of Invention", kind="chamber", country="BE")
    draft = reception_draft(
        title="Evening",
        subtitle='with <b>music</b> & "words"',
        starts_at=EVENING,
        ends_at=EVENING + dt.timedelta(hours=2),
        place="Town hall",
        origin=Origin.PROACTIVE,
        reason="Ten years of twinning",
        requested_by=asker,
        host="Mayor",
        host_part="Toast",
        objective="A port agreement",
        stage=Stage.CLEARED,
        points_to_raise=("Trams", "Students", "Water"),
        to_avoid="The bridge",
        note="Photographer until 19:00",
        priorities=(make_priority(office, "Ports"),),
        goals=(6, 11),
        kind="dinner",
        capacity=80,
        reply_by=dt.date(2027, 4, 1),
        dress="Lounge suit",
    )
    reception = make_reception(office)
    office.run(change_reception, reception, None, draft)
    found = sheet(office, reception)
    assert found.draft == draft
    assert (found.requested_by, found.priorities) == ("Chamber of Invention", ("Ports",))
    with pytest.raises(InUseError):
        office.run(remove_organisation, asker)


def test_tags_are_added_and_taken_away(office: Workspace) -> None:
    water, arts = make_priority(office, "Water"), make_priority(office, "Arts")
    reception = make_reception(office, priorities=(water,), goals=(3, 4))
    changed = reception_draft(priorities=(arts,), goals=(4, 5))
    office.run(change_reception, reception, None, changed)
    assert sheet(office, reception).draft == changed
    office.undo()
    assert sheet(office, reception).draft.dossier.goals == (3, 4)
    assert sheet(office, reception).priorities == ("Water",)


def test_a_second_editor_is_told(office: Workspace) -> None:
    reception = make_reception(office)
    seen = sheet(office, reception).revision
    office.run(change_reception, reception, seen, reception_draft(title="First"))
    with pytest.raises(ConflictError):
        office.run(change_reception, reception, seen, reception_draft(title="Second"))
    assert sheet(office, reception).draft.dossier.title == "First"


def test_the_programme_keeps_its_order(office: Workspace) -> None:
    reception = make_reception(office)
    lines = [ProgrammeDraft(name) for name in ("Arrival", "Speech", "Toast")]
    office.run(set_programme, reception, lines)
    office.run(set_programme, reception, [lines[2], lines[0]])
    assert titles(office, reception) == ["Toast", "Arrival"]
    office.undo()
    assert titles(office, reception) == ["Arrival", "Speech", "Toast"]


def test_a_line_keeps_all_it_says(office: Workspace) -> None:
    line = ProgrammeDraft(
        "Toast", EVENING, 15, "Blue room", "Mayor", "Mia", "fr", public=False, note="Water only"
    )
    reception = make_reception(office)
    office.run(set_programme, reception, [line])
    assert [row.draft for row in sheet(office, reception).programme] == [line]


@pytest.mark.parametrize("wrong", [ProgrammeDraft(" "), ProgrammeDraft("Toast", minutes=-1)])
def test_a_wrong_line_is_refused(workspace: Workspace, wrong: ProgrammeDraft) -> None:
    reception = make_reception(workspace)
    with pytest.raises(InvalidError):
        workspace.run(set_programme, reception, [ProgrammeDraft("Arrival"), wrong])
    assert titles(workspace, reception) == []


def test_a_stage_is_set_and_named(office: Workspace) -> None:
    reception = make_reception(office, title="Evening")
    for stage in Stage:
        office.run(set_stage, reception, stage)
        assert sheet(office, reception).draft.dossier.stage == stage
    assert office.undo_label is not None
    assert office.undo_label.to(Language.EN) == "Evening is now: Closed"
    with pytest.raises(ValueError, match="nowhere"):
        office.run(set_stage, reception, "nowhere")


def test_what_is_gone_is_said_so(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        workspace.ask(reception_sheet, uuid4())


@pytest.mark.parametrize("language", Language)
def test_every_word_of_a_dossier_has_a_label(language: Language) -> None:
    codes: list[Origin | Stage] = [*Origin, *Stage]
    words = {label(one).to(language) for one in codes}
    assert len(words) == len(codes)


def test_a_mission_has_its_own_words_for_a_stage() -> None:
    assert str(label(Stage.INVITED)) == "Invitations out"
    assert str(label(Stage.INVITED, "mission")) == "Registration open"
    assert str(label(Stage.CLOSED, "mission")) == str(label(Stage.CLOSED))
