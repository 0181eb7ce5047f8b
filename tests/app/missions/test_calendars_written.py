"""Calendars are written whole, or the older ones stay."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings.house import Audience
from app.core.errors import CannotWriteError
from app.dossiers.draft import ProgrammeDraft
from app.mailing.schedules import calendars_of, write_folder, write_zip
from app.missions.commands import add_mission_line
from app.missions.draft import MissionLineDraft
from tests.builders import make_mission, make_participant

if TYPE_CHECKING:
    from app.core.workspace import Workspace


@pytest.mark.parametrize("name", ["all.zip", "out"])
def test_calendars_on_a_full_disk_leave_nothing_half(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    mission = make_mission(workspace)
    make_participant(workspace, mission)
    line = ProgrammeDraft("Port", dt.datetime(2027, 5, 11, 9), 60)  # noqa: DTZ001 - local time
    workspace.run(add_mission_line, mission, MissionLineDraft(line))
    made = workspace.ask(calendars_of, mission, Audience.INTERNAL)
    folder = tmp_path / "here"
    folder.mkdir()
    write = write_zip if name.endswith(".zip") else write_folder
    assert write(made, folder / name) == 1
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotWriteError, match="No space left"):
        write(made, folder / name)
    assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
