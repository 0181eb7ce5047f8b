"""Settings of the office that are more than a word: JSON under one key of `Setting`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.core.profile import Setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


def kept(session: Session, key: str) -> dict[str, Any]:
    """What is kept under a key; empty where nothing was, or where it cannot be read."""
    text = session.scalar(select(Setting.value).where(Setting.key == key))
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def keep(session: Session, key: str, values: Mapping[str, Any]) -> None:
    """Write values under a key, for the command that runs."""
    text = json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
    known = session.scalars(select(Setting).where(Setting.key == key)).first()
    if known is None:
        session.add(Setting(key=key, value=text))
    else:
        known.value = text
