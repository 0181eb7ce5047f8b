"""The further accreditations of a posting in one cell, there and back without loss.

`[{"body": "GB", "function": "high_commissioner", "credentials_on": "2016-02-18"}]`: JSON, for a
title may hold any sign; what is empty is left out.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.draft import AccreditationDraft
from app.contacts.model import Accreditation
from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

FIELDS = tuple(one.name for one in fields(AccreditationDraft))
_DATES = ("agrement_on", "credentials_on", "ends_on")


def cells(session: Session) -> dict[UUID, str]:
    """The cell of every posting that has further accreditations."""
    columns = [getattr(Accreditation, name) for name in FIELDS]
    query = select(Accreditation.posting_id, *columns)
    found: dict[UUID, list[dict[str, Any]]] = {}
    for posting, *values in session.execute(query.order_by(Accreditation.body)):
        entry = {name: _plain(one) for name, one in zip(FIELDS, values, strict=True) if one}
        found.setdefault(posting, []).append(entry)
    return {one: json.dumps(entries, ensure_ascii=False) for one, entries in found.items()}


def read(cell: str, tell: Callable[..., None]) -> tuple[AccreditationDraft, ...]:
    """The accreditations of a cell; `tell(field, sentence, …)` hears of one that is none."""
    if not cell:
        return ()
    try:
        entries = json.loads(cell)
        return tuple(AccreditationDraft(**_typed(entry)) for entry in entries)
    except (ValueError, TypeError, AttributeError, KeyError):
        left = N_("“{words}” is no list of accreditations of ours; it was left out.")
        tell("accreditations", left, words=cell[:40])
        return ()


def _typed(entry: Mapping[str, Any]) -> dict[str, Any]:
    texts = ("body", "function", "title")
    typed: dict[str, Any] = {name: str(entry.get(name, "")) for name in texts}
    if entry.keys() - set(FIELDS) or not typed["body"]:
        raise KeyError("an unknown name, or no body")
    typed |= {name: dt.date.fromisoformat(entry[name]) for name in _DATES if name in entry}
    if "credentials_time" in entry:
        typed["credentials_time"] = dt.time.fromisoformat(entry["credentials_time"])
    if "credentials_sequence" in entry:
        typed["credentials_sequence"] = int(entry["credentials_sequence"])
    return typed


def _plain(value: object) -> Any:
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value
