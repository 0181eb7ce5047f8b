"""The sample's couples, assistants and letters, entered on their days like everything else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.contacts.commands import add_relationship
from app.contacts.draft import PersonDraft, RelationshipDraft
from app.dossiers.commands import write_letter
from app.dossiers.draft import LetterDraft

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.sample_office.rows import Calendar

_DATA = Path(__file__).parents[2] / "resources" / "sample" / "letters.json"
_KEPT = 74
"""Weeks since the office put its older letters into Belfry."""


class Builder(Protocol):
    """Who does what is planned on its day."""

    workspace: Workspace
    calendar: Calendar
    organisations: dict[str, UUID]
    people: dict[str, UUID]
    letters: dict[str, UUID]

    def on(self, day: dt.date, act: Callable[..., object], *args: object) -> None:
        """Do something on a day."""


def plan_letters(builder: Builder) -> None:
    """Relationships and letters, on the days the office learnt of them or wrote them."""
    told: dict[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))
    for one in told["relationships"]:
        builder.on(builder.calendar.day(one["weeks"], 3), _relationship, builder, one)
    for one in told["letters"]:
        builder.on(builder.calendar.day(min(one["weeks"], _KEPT), 1), _letter, builder, one)


def _relationship(builder: Builder, told: dict[str, Any]) -> None:
    fresh = PersonDraft(**told["other"]) if isinstance(told["other"], dict) else None
    builder.workspace.run(
        add_relationship,
        builder.people[told["person"]],
        RelationshipDraft(**told["draft"]),
        None if fresh else builder.people[told["other"]],
        fresh,
    )


def _letter(builder: Builder, told: dict[str, Any]) -> None:
    draft = LetterDraft(
        written_on=builder.calendar.work_day(builder.calendar.day(told["weeks"], 1)),
        body="\n\n".join(told["body"]),
        **told["draft"],
    )
    if "post" in told:
        draft = replace(draft, organisation_id=builder.organisations[told["post"]])
    else:
        draft = replace(draft, person_id=builder.people[told["person"]])
    builder.letters[told["key"]] = builder.workspace.run(write_letter, draft)
