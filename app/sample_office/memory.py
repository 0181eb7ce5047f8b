"""What the sample office remembers: contacts, tasks, gifts, documents, of `memory.json`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.dossiers.commands import add_documents, add_gift, add_task, log_moment, set_done
from app.dossiers.draft import DocumentDraft, GiftDraft, MomentDraft, TaskDraft

if TYPE_CHECKING:
    from app.sample_office import Builder

_FILE = Path(__file__).parents[2] / "resources" / "sample" / "memory.json"


def plan_memory(builder: Builder) -> None:
    """Everything on its day."""
    told: dict[str, list[dict[str, Any]]] = json.loads(_FILE.read_text(encoding="utf-8"))
    day = builder.calendar.day
    for one in told["moments"]:
        builder.on(day(one["weeks"], one["weekday"]), _moment, builder, one)
    for one in told["tasks"]:
        builder.on(day(one["noted"], 4), _task, builder, one)
    for one in told["gifts"]:
        builder.on(day(one["weeks"], one["weekday"]), _gift, builder, one)
    for one in told["documents"]:
        builder.on(day(one["weeks"], one["weekday"]), _document, builder, one)


def _links(builder: Builder, one: dict[str, Any]) -> dict[str, Any]:
    """The records a line names, by the fields of a draft."""
    found: dict[str, Any] = {}
    for key, known, name in (
        ("person", builder.people, "person"),
        ("organisation", builder.organisations, "organisation"),
        ("reception", builder.receptions, "dossier"),
    ):
        if key in one:
            found[name] = known[one[key]]
    return found


def _work_day(builder: Builder, one: dict[str, Any]) -> dt.date:
    return builder.calendar.work_day(builder.calendar.day(one["weeks"], one["weekday"]))


def _moment(builder: Builder, one: dict[str, Any]) -> None:
    draft = MomentDraft(
        _work_day(builder, one),
        dt.time.fromisoformat(one["time"]) if "time" in one else None,
        one["kind"],
        one["subject"],
        one.get("words", ""),
        one["by"],
        one.get("confidential", False),
        tuple(builder.people[key] for key in one["people"]),
        **_links(builder, one),
    )
    builder.workspace.run(log_moment, draft)


def _task(builder: Builder, one: dict[str, Any]) -> None:
    due = builder.calendar.day(one["weeks"], one["weekday"])
    draft = TaskDraft(one["title"], one["owner"], due, **_links(builder, one))
    made = builder.workspace.run(add_task, draft)
    if "done" in one:
        builder.workspace.run(set_done, made)


def _gift(builder: Builder, one: dict[str, Any]) -> None:
    given = {
        name: one[name]
        for name in ("what", "direction", "value", "occasion", "giver", "receiver", "kept_at")
        if name in one
    }
    draft = GiftDraft(**given, given_on=_work_day(builder, one), **_links(builder, one))
    builder.workspace.run(add_gift, draft)


def _document(builder: Builder, one: dict[str, Any]) -> None:
    links = _links(builder, one)
    draft = DocumentDraft(one["name"], "text/plain", dated=_work_day(builder, one), **links)
    builder.workspace.run(add_documents, [(draft, one["words"].encode())])
