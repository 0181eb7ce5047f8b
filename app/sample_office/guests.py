"""Rounds, delegations, company, the waiting list and the kitchen's notes of the sample's guests."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core import clock
from app.core.text import Language
from app.receptions.commands import (
    add_delegation,
    invite,
    keep_guest,
    set_catering,
    set_round,
    set_status,
)
from app.receptions.draft import CateringDraft, CompanionDraft, DelegationDraft, GuestDraft
from app.receptions.queries import GuestRow, guests
from app.receptions.rules import Status

if TYPE_CHECKING:
    from uuid import UUID

    from app.sample_office import Builder

_FILE = Path(__file__).parents[2] / "resources" / "sample" / "guests.json"
_AS_IT_IS = (
    "circle", "persons", "note", "guest_of_honour", "invitation_round", "seat", "car", "plate",
    "spouse_programme", "photo_consent",
)  # fmt: skip


def plan_guests(builder: Builder) -> None:
    """Everything on a day of its own, once the replies are in."""
    told: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    for key, reception in told.items():
        day = builder.calendar.day(reception["weeks"], reception["weekday"])
        for act in (_next_rounds, _delegations, _company, _kitchen):
            builder.on(day, act, builder, key, reception)


def _rows(builder: Builder, key: str) -> dict[str, GuestRow]:
    """The guests of a reception by the keys of the sample."""
    found = builder.workspace.ask(guests, builder.receptions[key], Language.NL)
    by_person = {row.person.id: row for row in found}
    return {
        name: by_person[person] for name, person in builder.people.items() if person in by_person
    }


def _next_rounds(builder: Builder, key: str, told: dict[str, Any]) -> None:
    """Who is asked once a place comes free, and who said yes when the room was full."""
    run, reception = builder.workspace.run, builder.receptions[key]
    for number, group in told.get("rounds", {}).items():
        people = [builder.people[one] for one in group["people"]]
        run(invite, reception, people, Status.PROPOSED, group["circle"])
        rows = _rows(builder, key)
        run(set_round, [rows[one].id for one in group["people"]], int(number))
    waiting = told.get("waiting", ())
    if waiting:
        run(invite, reception, [builder.people[one] for one in waiting], Status.INVITED, "corps")
        rows = _rows(builder, key)
        run(set_status, [rows[one].id for one in waiting], Status.WAITING)


def _delegations(builder: Builder, key: str, told: dict[str, Any]) -> None:
    for one in told.get("delegations", ()):
        rows = _rows(builder, key)
        draft = DelegationDraft(one["name"], one["expected"], one.get("note", ""))
        members: list[UUID] = [rows[name].id for name in one["members"]]
        builder.workspace.run(add_delegation, builder.receptions[key], draft, members)


def _company(builder: Builder, key: str, told: dict[str, Any]) -> None:
    for name, facts in told.get("guests", {}).items():
        row = _rows(builder, key)[name]
        brought = tuple(CompanionDraft(**one) for one in facts.get("companions", ()))
        draft = GuestDraft(**{part: getattr(row, part) for part in _AS_IT_IS})
        more = {part: value for part, value in facts.items() if part != "companions"}
        least = max(row.persons, 1 + len(brought))
        kept = replace(
            draft, delegation=row.delegation_id, companions=brought, **{"persons": least, **more}
        )
        builder.workspace.run(keep_guest, row.id, None, kept)


def _kitchen(builder: Builder, key: str, told: dict[str, Any]) -> None:
    for name, notes in told.get("kitchen", {}).items():
        row = _rows(builder, key)[name]
        company = {one.name: one.id for one in row.companions}
        drafts = [
            CateringDraft(
                one["instruction"],
                one["source"],
                clock.today(),
                one["consent"],
                company[one["for"]] if "for" in one else None,
            )
            for one in notes
        ]
        builder.workspace.run(set_catering, row.id, drafts)
