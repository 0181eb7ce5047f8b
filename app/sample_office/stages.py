"""Receptions of the sample begin from the office's templates, and their checklists get ticked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.core import clock
from app.core.text import Language
from app.dossiers.commands import add_special_day, set_done, set_partners, set_roles
from app.dossiers.draft import PartnerDraft, RoleDraft, SpecialDayDraft
from app.dossiers.queries import checklist, roles, templates
from app.dossiers.rules.special_days import DayKind
from app.dossiers.rules.templates import RECEPTION

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.sample_office import Builder

_LATE = 2
"""Of the tasks of a coming reception that are due, how many are still open."""
_STAFF = (
    ("Mieke Vandevoordt", "0470 00 00 11"),
    ("Koen Lambrechtsen", "0470 00 00 12"),
    ("Nico Kesteloots", "0470 00 00 13"),
    ("Luc Bodein", "0470 00 00 14"),
)
_WISHES = {
    "kanazawa": (
        ("unileie", "Iemand uit de Verenigde Staten: de beurzen voor tuinkunst lopen af."),
        ("tuinvrienden", "Wie van tuinen houdt."),
    ),
}
_COUNCIL_MONTHS = 9
_FIRST_MONDAYS = 21
"""The council meets on the fourth Monday of a month."""


def template_for(workspace: Workspace, kind: str, noun: str = RECEPTION) -> UUID | None:
    """The template a kind of dossier begins from, None where the office has none for it."""
    known = workspace.ask(templates, noun)
    return next((one.id for one in known if one.draft.dossier_kind == kind), None)


def plan_checklists(builder: Builder) -> None:
    """Who does what in coming receptions, what is done, and the days the council meets."""
    today = builder.calendar.today
    builder.on(today, _council_days, builder)
    for told in builder.story["receptions"]:
        builder.on(today, _work_off, builder, told)


def _work_off(builder: Builder, told: dict[str, Any]) -> None:
    """Tick what is due, but the last ones of a reception still to come; name its staff."""
    office, record = builder.workspace, builder.receptions[told["key"]]
    if work_off(office, record):
        _name_staff(office, record)
    wishes = [
        PartnerDraft(builder.organisations[key], wish)
        for key, wish in _WISHES.get(told["key"], ())
        if key in builder.organisations
    ]
    if wishes:
        office.run(set_partners, record, wishes)


def work_off(office: Workspace, record: UUID, late: int = _LATE) -> bool:
    """Tick what is due, but the last ones of a dossier still to come; whether it is to come."""
    today = clock.today()
    rows = office.ask(checklist, record, Language.NL)
    relative = [one for one in rows if one.draft.days_before is not None]
    due = [one for one in relative if one.draft.due_on and one.draft.due_on <= today]
    coming = any(one.draft.due_on and one.draft.due_on > today for one in relative)
    for one in due[: len(due) - late] if coming else due:
        office.run(set_done, one.id)
    return coming


def _name_staff(office: Workspace, record: UUID) -> None:
    found = office.ask(roles, record)
    if found:
        staff = [*_STAFF, *[("", "")] * len(found)]
        named = [RoleDraft(one.role, *staff[at]) for at, one in enumerate(found)]
        office.run(set_roles, record, named)


def _council_days(builder: Builder) -> None:
    month = builder.calendar.today.replace(day=1)
    for _ in range(_COUNCIL_MONTHS):
        monday = month + dt.timedelta(days=(-month.weekday()) % 7 + _FIRST_MONDAYS)
        draft = SpecialDayDraft(
            DayKind.COUNCIL, "City council", "Gemeenteraad", "Conseil communal", monday,
            advice="council", verified=True,
        )  # fmt: skip
        builder.workspace.run(add_special_day, draft)
        month = (month + dt.timedelta(days=32)).replace(day=1)
