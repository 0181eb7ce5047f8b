"""How long a posting is expected to last: a guess, always shown as one."""

from __future__ import annotations

import datetime as dt

from app.contacts.rules import codes

USUAL_MONTHS = 48
"""Heads of mission stay three or four years (DOMAIN §1.4; unverified, so editable per country)."""


def expected_end(
    function: str,
    began: dt.date | None,
    stated: dt.date | None = None,
    usual_months: int | None = None,
) -> dt.date | None:
    """When a posting is expected to end: the day stated, else the usual length from its beginning.

    None where nobody can tell: no beginning is known, or the function does not rotate (honorary
    consuls, officers of a city or a company).
    """
    if stated is not None:
        return stated
    if began is None or not codes.is_career(function):
        return None
    months = began.year * 12 + began.month - 1 + (usual_months or USUAL_MONTHS)
    return dt.date(months // 12, months % 12 + 1, min(began.day, 28))
