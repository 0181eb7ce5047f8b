"""What the files of the sample say, as drafts: their weeks become days, counted from today."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.rules import codes
from app.dossiers.draft import ProgrammeDraft

DATA = Path(__file__).parents[2] / "resources" / "sample"
_CLOSED = frozenset({(5, 1), (7, 11), (7, 21), (8, 15), (11, 1), (11, 2), (11, 11)})
"""Days without receptions, as month and day; from Christmas Eve to 3 January there are none."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days of the sample, all counted from `today`."""

    today: dt.date

    def day(self, weeks: int, weekday: int = 0) -> dt.date:
        """A weekday (0 Monday) of the week so many weeks ago; negative weeks lie ahead."""
        monday = self.today - dt.timedelta(days=self.today.weekday())
        return monday + dt.timedelta(days=weekday - 7 * weeks)

    def reception_day(self, weeks: int, weekday: int) -> dt.date:
        """A weekday so many weeks ahead, a week later where the city hall is closed."""
        day = self.day(-weeks, weekday)
        while _is_closed(day):
            day += dt.timedelta(days=7)
        return day

    def audience_day(self, weeks: int) -> dt.date:
        """A Wednesday so many weeks ago on which the King receives, not in the Christmas days."""
        day = self.day(weeks, 2)
        while _is_closed(day):
            day -= dt.timedelta(days=7)
        return day

    def work_day(self, day: dt.date) -> dt.date:
        """The last working day until `day`, yesterday at the latest."""
        day = min(day, self.today - dt.timedelta(days=1))
        return day - dt.timedelta(days=max(0, day.weekday() - 4))


def _is_closed(day: dt.date) -> bool:
    month_day = (day.month, day.day)
    return month_day in _CLOSED or month_day >= (12, 24) or month_day <= (1, 3)


@dataclass(frozen=True, slots=True)
class Held:
    """A posting of the sample: whose, where, and since when the office knows of it."""

    person: str
    organisation: str
    draft: PostingDraft
    known_on: dt.date

    def open_until(self, day: dt.date) -> Held:
        """As the office knew it on a day: an end that lay ahead was not known."""
        ends = self.draft.ends_on
        if ends is None or ends < day:
            return self
        return replace(self, draft=replace(self.draft, ends_on=None))


def read_held(row: Row, calendar: Calendar, number: int) -> Held:
    """A posting with its dates: credentials on a Wednesday, exequatur on a Thursday."""
    weeks, function = int(row["weeks"]), row["function"]
    draft = PostingDraft(
        function=function,
        title=row["title"],
        starts_on=calendar.day(weeks),
        ends_on=calendar.day(int(row["until"]), 4) if row["until"] else None,
    )
    if row["body"]:
        ahead = 3 + number % 5 if row["body"] == codes.ReceivingBody.KING_OF_THE_BELGIANS else 1
        received = calendar.audience_day(weeks)
        arrived = received - dt.timedelta(days=7 * ahead + number % 4)
        draft = replace(
            draft,
            starts_on=arrived,
            arrived_on=arrived,
            agrement_on=arrived - dt.timedelta(days=97),
            credentials_on=received,
            credentials_time=dt.time.fromisoformat(row["time"]) if row["time"] else None,
            credentials_sequence=int(row["sequence"]) if row["sequence"] else None,
            receiving_body=row["body"],
        )
    elif codes.consular_class(function) and function != codes.Function.ACTING_HEAD_OF_POST:
        draft = replace(draft, exequatur_on=calendar.day(weeks - 5, 3))
    latest = draft.credentials_on or draft.starts_on or calendar.today
    return Held(row["person"], row["organisation"], draft, latest + dt.timedelta(days=2))


def organisation_draft(row: Row) -> OrganisationDraft:
    """A post or another organisation of `organisations.csv`."""
    return OrganisationDraft(
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        host_country=row["host_country"],
        jurisdictions=tuple(row["jurisdictions"].split()),
        street=row["street"],
        postal_code=row["postal_code"],
        city=row["city"],
        phones=_filled(row["phone"]),
        emails=_filled(row["email"]),
        note=row["note"],
        external_id=row["key"],
    )


def person_draft(row: Row) -> PersonDraft:
    """A person of `people.csv`."""
    return PersonDraft(
        family_name=row["family"],
        given_name=row["given"],
        name_order=row["order"] or codes.NameOrder.GIVEN_FIRST,
        native_name=row["native"],
        pronunciation=row["pronunciation"],
        gender=row["gender"],
        language=row["language"],
        languages=tuple(row["languages"].split()),
        honorific=row["honorific"],
        nationality=row["nationality"],
        emails=_filled(row["email"]),
        note=row["note"],
        external_id=row["key"],
    )


def programme_draft(item: dict[str, Any], day: dt.date) -> ProgrammeDraft:
    """A line of a programme on its day."""
    fields = {name: value for name, value in item.items() if name != "at"}
    return ProgrammeDraft(**fields, starts_at=at(day, item["at"]))


def reply_by(day: dt.date | None, days: int | None) -> dt.date | None:
    """The working day by which replies are asked."""
    if day is None or days is None:
        return None
    asked = day - dt.timedelta(days=days)
    return asked - dt.timedelta(days=max(0, asked.weekday() - 4))


def at(day: dt.date, time: str) -> dt.datetime:
    """A time of a day, local to the place."""
    return dt.datetime.combine(day, dt.time.fromisoformat(time))


def _filled(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def rows(name: str) -> list[Row]:
    """A file of the sample, row by row."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def story() -> dict[str, Any]:
    """The receptions, priorities and what else is told in `receptions.json`."""
    read: dict[str, Any] = json.loads((DATA / "receptions.json").read_text(encoding="utf-8"))
    return read


def portrait(initials: str) -> bytes:
    """Initials on a plain ground as JPEG, where others have a photo; no face is shown."""
    from PIL import Image, ImageDraw, ImageFont

    size = 240
    image = Image.new("RGB", (size, size), "#E4EDF7")
    font = ImageFont.load_default(96)
    pen = ImageDraw.Draw(image)
    pen.text((size / 2, size / 2), initials, fill="#1D4E89", font=font, anchor="mm")
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=82)
    return kept.getvalue()
