"""The booklet of the sample's coming mission, of `booklet.json`: texts, bios, photos, numbers."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.contacts.commands import set_photo
from app.contacts.queries import photo
from app.contacts.rules import names
from app.core.text import Language
from app.dossiers.commands import set_roles
from app.dossiers.draft.templates import RoleDraft
from app.missions.commands import change_participant, set_texts
from app.missions.draft import TextDraft, TextsDraft
from app.missions.queries import mission_sheet, participant
from app.sample_office.missions import participant_row
from app.sample_office.rows import portrait

if TYPE_CHECKING:
    from app.sample_office import Builder

_FILE = Path(__file__).parents[2] / "resources" / "sample" / "booklet.json"


def plan_booklet(builder: Builder) -> None:
    """The texts are written once the delegation is known."""
    told = json.loads(_FILE.read_text(encoding="utf-8"))
    day = builder.calendar.reception_day(13, 0) + dt.timedelta(days=told["begun"])
    builder.on(day, _write, builder, told)
    builder.on(day + dt.timedelta(days=2), _people, builder, told)


def _write(builder: Builder, told: dict[str, Any]) -> None:
    workspace, mission = builder.workspace, builder.missions[told["mission"]]
    texts = [
        TextDraft(part, language, words)
        for part in ("foreword", "practical", "emergency")
        for language, words in told["texts"][part].items()
    ]
    for place in workspace.ask(mission_sheet, mission).destinations:
        known = told["texts"]["facts"].get(place.draft.city, {})
        texts += [TextDraft("facts", code, words, place.id) for code, words in known.items()]
    workspace.run(set_texts, mission, TextsDraft(tuple(texts)))
    workspace.run(set_roles, mission, [RoleDraft(*one) for one in told["roles"]])


def _people(builder: Builder, told: dict[str, Any]) -> None:
    mission = builder.missions[told["mission"]]
    for person in dict.fromkeys((*told["bios"], *told["photos"])):
        row_id = builder.workspace.ask(participant_row, mission, builder.people[person])
        kept = builder.workspace.ask(participant, row_id, Language.NL)
        draft = replace(
            kept.draft,
            bio=told["bios"].get(person, kept.draft.bio),
            photo_consent=told["photos"].get(person, ""),
        )
        if draft != kept.draft:
            builder.workspace.run(change_participant, row_id, None, draft)
        if person in told["photos"] and builder.workspace.ask(photo, kept.person_id) is None:
            image = portrait(names.initials(kept.name))
            builder.workspace.run(set_photo, kept.person_id, image)
