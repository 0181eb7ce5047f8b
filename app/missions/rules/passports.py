"""Travel papers: what to warn of before somebody stands at a border.

Many countries want a passport to hold six months after the return (DOMAIN 2.2); it is the office's
warning, the embassy of the country decides.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.contacts.rules.months import add_months
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    import datetime as dt

MONTHS_AFTER = 6
VISA_DAYS = 21  # before departure: later than this a visa may come too late

_LETTERS = {
    "Æ": "AE",
    "Ø": "OE",
    "Å": "AA",
    "Ä": "AE",
    "Ö": "OE",
    "Ü": "UE",
    "ß": "SS",
    "Þ": "TH",
    "Ð": "D",
    "Œ": "OE",
    "Ł": "L",
    "Ñ": "N",
    "Ĳ": "IJ",
}
"""Transliterations of ICAO Doc 9303 part 3, section 6, that are not plain letter and mark."""


class Visa(StrEnum):
    """Whether a visa is needed, and how far it is."""

    UNKNOWN = ""
    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


_VISA: dict[Visa, str] = {
    Visa.UNKNOWN: N_("Not looked at yet"),
    Visa.NOT_NEEDED: N_("No visa needed"),
    Visa.NEEDED: N_("Visa needed"),
    Visa.ASKED: N_("Visa asked for"),
    Visa.GRANTED: N_("Visa granted"),
    Visa.REFUSED: N_("Visa refused"),
}
WANTED = frozenset({Visa.NEEDED, Visa.ASKED, Visa.REFUSED})
"""States in which somebody still waits for a visa."""


def visa_label(code: str) -> Sentence:
    """The word for the state of a visa."""
    return say(_VISA[Visa(code)]) if code in set(Visa) else say(_VISA[Visa.UNKNOWN])


@dataclass(frozen=True, slots=True)
class TravelPaper:
    """What a check needs to know of a traveller's papers; never shown in a list."""

    machine_name: str = ""
    ticket_name: str = ""
    expires_on: dt.date | None = None
    visa_needed: bool = False
    visa_granted_on: dt.date | None = None
    insured: bool = False


def machine_readable(name: str) -> str:
    """A name in the letters of a passport's machine-readable zone: A–Z and single blanks."""
    upper = "".join(_LETTERS.get(one, one) for one in unicodedata.normalize("NFC", name.upper()))
    plain = unicodedata.normalize("NFKD", upper)
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^A-Z]+", " ", letters.replace("'", "").replace("’", "")).split())


def warnings(
    paper: TravelPaper, leaves: dt.date, returns: dt.date, today: dt.date
) -> list[Sentence]:
    """What must be seen to before somebody leaves, most pressing first."""
    return [
        *_passport(paper, returns),
        *_visa(paper, leaves, today),
        *_names(paper),
        *_insurance(paper),
    ]


def _passport(paper: TravelPaper, returns: dt.date) -> list[Sentence]:
    if paper.expires_on is None:
        return [say(N_("No passport is noted yet."))]
    if paper.expires_on <= returns:
        return [say(N_("The passport expires on {day}, before the return."), day=paper.expires_on)]
    if paper.expires_on < add_months(returns, MONTHS_AFTER):
        return [
            say(
                N_("The passport expires on {day}, within six months after the return."),
                day=paper.expires_on,
            )
        ]
    return []


def _visa(paper: TravelPaper, leaves: dt.date, today: dt.date) -> list[Sentence]:
    if not paper.visa_needed or paper.visa_granted_on is not None:
        return []
    days = (leaves - today).days
    if days <= VISA_DAYS:
        return [
            say(
                N_("No visa yet, {n} day before leaving."),
                N_("No visa yet, {n} days before leaving."),
                n=days,
            )
        ]
    return [say(N_("A visa must be asked for."))]


def _names(paper: TravelPaper) -> list[Sentence]:
    if not paper.ticket_name or not paper.machine_name:
        return []
    same = set(machine_readable(paper.ticket_name).split()) == set(
        machine_readable(paper.machine_name).split()
    )
    return [] if same else [say(N_("The name on the ticket is not the name in the passport."))]


def _insurance(paper: TravelPaper) -> list[Sentence]:
    return [] if paper.insured else [say(N_("No insurance is noted."))]
