"""The programme in the office: line by line, what follows keeping step, and undone as one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.core.errors import ConflictError, InvalidError
from app.dossiers.commands import (
    add_line,
    change_line,
    move_line,
    remove_line,
    set_programme,
    shift_lines,
)
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.queries import programme_findings
from app.receptions.queries import reception_sheet
from tests.builders import make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.dossiers.queries import ProgrammeRow

DAY = dt.datetime(2027, 4, 21, 18)  # noqa: DTZ001 - local time, as the model keeps it


def at(minute: int) -> dt.datetime:
    return DAY + dt.timedelta(minutes=minute)


def evening(office: Workspace, *lines: ProgrammeDraft, **facts: Any) -> UUID:
    reception = make_reception(office, **facts)
    office.run(set_programme, reception, lines)
    return reception


def three(office: Workspace) -> UUID:
    return evening(
        office,
        ProgrammeDraft("Arrival", at(0), 20),
        ProgrammeDraft("Welcome", at(20), 10, kind="speech"),
        ProgrammeDraft("Dinner", at(60), 90, fixed=True),
    )


def rows(office: Workspace, reception: UUID) -> tuple[ProgrammeRow, ...]:
    return office.ask(reception_sheet, reception).programme


def told(office: Workspace, reception: UUID) -> list[str]:
    return [f"{one.draft.starts_at:%H:%M} {one.draft.title}" for one in rows(office, reception)]


def test_a_longer_arrival_pushes_the_welcome_but_not_the_dinner(office: Workspace) -> None:
    reception = three(office)
    first = rows(office, reception)[0]
    office.run(change_line, first.id, first.revision, replace(first.draft, minutes=35))
    assert told(office, reception) == ["18:00 Arrival", "18:35 Welcome", "19:00 Dinner"]
    office.undo()
    assert told(office, reception) == ["18:00 Arrival", "18:20 Welcome", "19:00 Dinner"]


def test_without_shifting_the_others_stay(office: Workspace) -> None:
    reception = three(office)
    first = rows(office, reception)[0]
    longer = replace(first.draft, minutes=35)
    office.run(change_line, first.id, first.revision, longer, shift=False)
    assert told(office, reception)[1] == "18:20 Welcome"
    [found, *_] = office.ask(programme_findings, reception)
    assert "15 minutes overlap" in str(found.sentence)


def test_a_line_is_put_in_between(office: Workspace) -> None:
    reception = three(office)
    office.run(add_line, reception, ProgrammeDraft("Photo", minutes=5), 1)
    assert told(office, reception) == [
        "18:00 Arrival", "18:20 Photo", "18:25 Welcome", "19:00 Dinner",
    ]  # fmt: skip
    office.run(add_line, reception, ProgrammeDraft("Toast", at(40), 5))
    assert told(office, reception)[3] == "18:40 Toast"
    office.undo()
    office.undo()
    assert told(office, reception) == ["18:00 Arrival", "18:20 Welcome", "19:00 Dinner"]


def test_lines_change_places_and_are_taken_out(office: Workspace) -> None:
    reception = three(office)
    first, second, _third = rows(office, reception)
    office.run(move_line, second.id, 0)
    assert told(office, reception) == ["18:00 Welcome", "18:10 Arrival", "19:00 Dinner"]
    office.run(move_line, second.id, 99)
    assert told(office, reception)[-1].endswith("Welcome")
    office.undo()
    office.run(remove_line, first.id)
    assert told(office, reception) == ["18:00 Welcome", "19:00 Dinner"]
    office.undo()
    office.undo()
    assert [one.id for one in rows(office, reception)][:2] == [first.id, second.id]


def test_everything_from_here_on(office: Workspace) -> None:
    reception = three(office)
    office.run(shift_lines, rows(office, reception)[0].id, 15)
    assert told(office, reception) == ["18:15 Arrival", "18:35 Welcome", "19:00 Dinner"]
    assert "from “Arrival” on by 15 minutes" in str(office.undo_label)
    office.run(shift_lines, rows(office, reception)[2].id, -5)
    assert told(office, reception)[2] == "18:55 Dinner"


def test_a_line_keeps_every_field(office: Workspace) -> None:
    line = ProgrammeDraft(
        "Boat", DAY, 60, "Quay 3", "Port", "Mia", "en", public=False, note="Life jackets",
        kind="transfer", phone="0470 55 01 00", attendees="Ambassador", speaker="Captain",
        interpreter="Emi", travel_minutes=10, rain_plan="Bus", fixed=True,
    )  # fmt: skip
    reception = make_reception(office)
    made = office.run(add_line, reception, line)
    [row] = rows(office, reception)
    assert (row.id, row.draft) == (made, line)


def test_two_who_change_a_line_are_told(office: Workspace) -> None:
    reception = three(office)
    first = rows(office, reception)[0]
    office.run(change_line, first.id, first.revision, replace(first.draft, owner="Mia"))
    with pytest.raises(ConflictError):
        office.run(change_line, first.id, first.revision, replace(first.draft, owner="Jan"))
    assert rows(office, reception)[0].draft.owner == "Mia"


@pytest.mark.parametrize(
    "wrong",
    [
        ProgrammeDraft(""),
        ProgrammeDraft("Way", travel_minutes=-1),
        ProgrammeDraft("Long", minutes=2000),
        ProgrammeDraft("What", kind="dance"),
        ProgrammeDraft("Fixed without a time", fixed=True),
        ProgrammeDraft("Words", language="Dutch"),
    ],
)
def test_a_line_with_problems_is_refused(workspace: Workspace, wrong: ProgrammeDraft) -> None:
    reception = three(workspace)
    with pytest.raises(InvalidError):
        workspace.run(add_line, reception, wrong)
    assert len(rows(workspace, reception)) == 3


def test_somebody_is_needed_in_another_dossier_that_day(office: Workspace) -> None:
    reception = evening(office, ProgrammeDraft("Welcome", at(0), 30, "Town hall", owner="Mia"))
    evening(office, ProgrammeDraft("Sound check", at(15), 30, "Opera", owner="Mia"), title="Gala")
    make_reception(office, title="Port", place="Dock", host="mia", starts_at=at(20))
    found = [str(one.sentence) for one in office.ask(programme_findings, reception)]
    assert "Mia is needed in two places at 18:15: “Welcome”, and “Sound check” of Gala." in found
    assert "Mia is needed in two places at 18:20: “Welcome”, and “Port” of Port." in found


def test_a_public_invitation_with_the_wrong_friday(office: Workspace) -> None:
    starts = dt.datetime(2025, 4, 25, 18)  # noqa: DTZ001 - local time
    reception = make_reception(office, title="King’s Day, Friday 26 April 2025", starts_at=starts)
    [found] = office.ask(programme_findings, reception)
    assert "26/4/2025 is a Saturday" in str(found.sentence)
    assert found.line is None
