"""The office's own numbers for guest lists."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.profile import Setting
from app.receptions.draft.guests import GuestRules

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

KEY = "guest_rules"


def guest_rules(session: Session) -> GuestRules:
    """What the office chose, the usual where it chose nothing or something unreadable."""
    kept = session.scalar(select(Setting.value).where(Setting.key == KEY))
    try:
        told = json.loads(kept or "{}")
        known = {one.name: int(told[one.name]) for one in fields(GuestRules) if one.name in told}
    except (ValueError, TypeError):
        known = {}
    return GuestRules(**known)
