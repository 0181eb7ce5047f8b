"""The calendar of each participant of a mission: their schedule as an iCalendar file.

Times stand in UTC (see `calendar`), with the local time in words; an entry keeps its UID for good,
and its number is that of the office's last change, which never goes down, also not by undo.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.personal_schedule import compose
from app.briefings.schedule_words import line_details, step_kind, step_title, way_words
from app.core import clock, history
from app.core.errors import CannotWriteError
from app.core.text import N_, Language, format_date, say, t
from app.dossiers.rules.programme import ItemKind
from app.dossiers.rules.zones import zone_words
from app.mailing.calendar import Event, calendar_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.house import Audience
    from app.briefings.personal_schedule import Person, Schedules
    from app.missions.rules.itinerary import Step

_OPEN = dt.timedelta(minutes=30)
"""How long an entry is whose length nobody said: a calendar wants an end."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The entries of one participant; `name` names the file, without its ending."""

    name: str
    title: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Calendars:
    """Calendars, ready to be written."""

    calendars: tuple[Calendar, ...]
    written_at: dt.datetime

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files by name."""
        for one in self.calendars:
            words = calendar_of(one.events, self.written_at, one.title)
            yield f"{one.name}.ics", words.encode()


def calendars_of(
    session: Session, mission_id: UUID, audience: Audience, whom: str = ""
) -> Calendars:
    """The calendars of everybody, of a group or of one participant; a query.

    Raises:
        NotFoundError: nobody is called so, or they do not go.
    """
    made = compose(session, mission_id, None, audience, whom)
    number = history.last(session.connection())
    taken: dict[str, int] = {}
    calendars = []
    for one in made.people:
        name = "".join(sign for sign in one.name if sign not in '/\\:*?"<>|').strip(". ")
        taken[name] = taken.get(name, 0) + 1
        if taken[name] > 1:
            name = f"{name} {taken[name]}"
        steps = made.steps_of(one)
        events = tuple(_event(step, one, made, number) for step in steps)
        calendars.append(Calendar(name, made.found.title, events))
    return Calendars(tuple(calendars), clock.now().astimezone())


def _event(step: Step, one: Person, made: Schedules, number: int) -> Event:
    language = one.language
    return Event(
        f"{step.id.hex}@belfry",
        step_title(step, language),
        step.start,
        step.stop if step.ends is not None else step.start + _OPEN,
        step.place,
        "\n".join(_words(step, made, language)),
        number,
        busy=step.kind != ItemKind.FREE,
    )


def _words(step: Step, made: Schedules, language: Language) -> Iterator[str]:
    """Local time first, then what the paper says."""
    day = format_date(step.begins, language, "full")
    local = f"{step.begins:%H:%M}"
    if step.ends is not None:
        local += f" – {step.ends:%H:%M}"
        if step.ends.utcoffset() != step.begins.utcoffset():
            local += f" ({zone_words(step.ends)})"
    yield t(N_("Local time: {time}, {zone}, {day}"), language,
            time=local, zone=zone_words(step.begins), day=day)  # fmt: skip
    line = made.found.line(step.id)
    draft = line.row.draft if line else None
    told = [step_kind(step, language), way_words(step.travel, language)]
    if draft is not None:
        told += [*line_details(draft, language), draft.note]
        call = ", ".join(part for part in (draft.owner, draft.phone) if part)
        told += [t(N_("Whom to call: {who}"), language, who=call)] if call else []
    yield from filter(None, told)


def write_folder(made: Calendars, folder: Path) -> int:
    """Write a file for each into a folder, made where it is not there; how many were written.

    Raises:
        CannotWriteError: the folder or a file cannot be written.
    """
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.files():
            _put(folder / name, content)
            count += 1
    except OSError as error:
        raise _cannot(folder, error) from error
    return count


def write_zip(made: Calendars, path: Path) -> int:
    """Write one file that holds them all; how many they are.

    Raises:
        CannotWriteError: the file cannot be written; an older one stays as it was.
    """
    count = 0
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in made.files():
            packed.writestr(name, content)
            count += 1
    try:
        _put(path, whole.getvalue())
    except OSError as error:
        raise _cannot(path, error) from error
    return count


def _put(path: Path, content: bytes) -> None:
    """A file beside the old one, then put in its place: never half a file."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _cannot(path: Path, error: OSError) -> CannotWriteError:
    told = N_("“{file}” could not be written: {reason}; choose another folder or make room.")
    return CannotWriteError(say(told, file=path.name, reason=error.strerror or str(error)))
