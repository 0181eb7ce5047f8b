"""The command that writes the calendars of a mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.common import answer, opened, resolve
from app.cli.paper import known_audience
from app.core.text import N_, say
from app.mailing.schedules import calendars_of, write_folder, write_zip

if TYPE_CHECKING:
    from pathlib import Path


def write_calendars(reference: str, out: Path, audience: str, whom: str) -> int:
    """Write a calendar for each participant into a folder, or into one .zip."""
    reader = known_audience(audience)
    with opened() as workspace:
        mission = workspace.ask(resolve, reference, ("mission",))
        made = workspace.ask(calendars_of, mission, reader, whom)
    packed = out.suffix.lower() == ".zip"
    count = write_zip(made, out) if packed else write_folder(made, out)
    files = [str(out)] if packed else [str(out / f"{one.name}.ics") for one in made.calendars]
    value = {
        "files": files,
        "calendars": count,
        "events": sum(len(one.events) for one in made.calendars),
    }
    words = say(
        N_("{n} calendar written to {folder}."),
        N_("{n} calendars written to {folder}."),
        n=count,
        folder=str(out),
    )
    answer(value, words)
    return 0
