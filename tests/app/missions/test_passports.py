"""What is said before somebody stands at a border."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from app.missions.rules.passports import TravelPaper, machine_readable, warnings

OUT, BACK, TODAY = dt.date(2026, 6, 5), dt.date(2026, 6, 11), dt.date(2026, 4, 1)
GOOD = TravelPaper("AOKI REN", "Ren Aoki", dt.date(2030, 1, 1), insured=True)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Łucja d'Élan-Weiß", "LUCJA DELAN WEISS"),
        ("Bjørn Åse", "BJOERN AASE"),
        ("Ĳsbrand Müller", "IJSBRAND MUELLER"),
        ("Nguyễn Thị Hạnh", "NGUYEN THI HANH"),
    ],
)
def test_letters_of_the_machine_readable_zone(name: str, letters: str) -> None:
    assert machine_readable(name) == letters


def test_warnings_in_words() -> None:
    def said(**other: Any) -> list[str]:
        return [str(one) for one in warnings(replace(GOOD, **other), OUT, BACK, TODAY)]

    assert said() == []
    assert said(expires_on=dt.date(2026, 12, 10)) == [
        "The passport expires on 10 Dec 2026, within six months after the return."
    ]
    assert said(expires_on=dt.date(2026, 12, 11)) == []
    assert said(expires_on=BACK) == ["The passport expires on 11 Jun 2026, before the return."]
    assert said(ticket_name="Bobby Aoki") == [
        "The name on the ticket is not the name in the passport."
    ]
    assert said(visa_needed=True) == ["A visa must be asked for."]
    late = warnings(replace(GOOD, visa_needed=True), OUT, BACK, dt.date(2026, 6, 4))
    assert [str(one) for one in late] == ["No visa yet, 1 day before leaving."]
