"""Lists of precedence: bands of functions, and the lists that come with the program.

The lists are data (`resources/reference/precedence_lists.csv`, their dates and sources in
`precedence_sources.csv`) that seed the office's own. A band names functions; "speaker@BE" means
those of one State or body and goes before "speaker". A gap is a place the source as read does not
give: without functions it marks numbers that were not read, with functions it says where this
office puts them meanwhile.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.reference import rows
from app.core.text import N_, Language, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AT = "@"
USUAL = "city"


class OrderedBy(StrEnum):
    """What orders the people of one band."""

    CREDENTIALS = "credentials"
    EXEQUATUR = "exequatur"
    LADDER = "ladder"
    SINCE = "since"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a list: functions that rank alike, and what orders them inside.

    `numbered` is the place as the source counts it ("13", "1–5"), "" where it gives none.
    """

    label: str
    functions: tuple[str, ...] = ()
    ordered_by: str = OrderedBy.NAME
    gap: bool = False
    verified: bool = False
    source: str = ""
    numbered: str = ""


@dataclass(frozen=True, slots=True)
class ShippedList:
    """A list that comes with the program, with its date and source."""

    key: str
    name: str
    dated: dt.date | None
    source: str
    note: str
    tie_language: Language
    host_body: str
    bands: tuple[Band, ...]

    @property
    def usual(self) -> bool:
        """Whether a new office begins with it."""
        return self.key == USUAL


NAMES = (
    N_("Usual list of the office"),
    N_("Vienna order: diplomats and consuls"),
    N_("Corps accredited to the European Union"),
    N_("De Standaard, 4 February 2010"),
    N_("Dutch Wikipedia"),
    N_("Flemish Government, advice of 12 October 2010"),
)
"""What the lists are called, here to be translated."""

NOTES = (
    N_("The office’s own order. The Belgian lists disagree: where a band is not verified, it is an"
       " assumption to correct."),
    N_("Only what the Vienna Conventions order. Consuls after diplomats is custom; whoever else"
       " comes stands behind them."),
    N_("Where a host is accredited to the Union, the envoys to the Union go before the others."
       " The nuncio is the dean."),
    N_("A newspaper’s list, royal family above number 1. Governor, mayor, aldermen and consuls are"
       " not in what was read."),
    N_("Ambassadors by seniority right after the nuncio. Date of the page not known."),
    N_("Advice, not law. The presidents of Chamber and Senate alternate yearly. The Minister of"
       " Foreign Affairs stands at 15 if foreign diplomats are present."),
)  # fmt: skip
"""What the lists say of themselves, here to be translated."""

LABELS = (
    N_("Royal family"),
    N_("Cardinals"),
    N_("Dean of the corps"),
    N_("Heads of State"),
    N_("Presidents of parliaments"),
    N_("Heads of government"),
    N_("Ministers"),
    N_("Heads of mission"),
    N_("Chargés d'affaires"),
    N_("Governor"),
    N_("Mayor"),
    N_("Bishops"),
    N_("Deputy mayors"),
    N_("Members of parliament"),
    N_("General officers"),
    N_("Rectors"),
    N_("Staff of missions"),
    N_("Consular corps"),
    N_("Councillors"),
    N_("City administration"),
    N_("Partners and guests"),
    N_("Press"),
    N_("Accompanying, without rank"),
    N_("Nuncio, dean of the corps"),
    N_("King and royal family"),
    N_("Nuncio, then foreign ambassadors by seniority"),
    N_("President of the European Parliament"),
    N_("Presidents of Chamber and Senate"),
    N_("President of the Flemish Parliament"),
    N_("Prime Minister"),
    N_("Minister-President"),
    N_("Minister of Foreign Affairs, if foreign diplomats are present"),
    N_("Minister of Foreign Affairs"),
    N_("Foreign ministers of other States"),
    N_("Federal ministers"),
    N_("Foreign ambassadors"),
    N_("Heads of State and government of other States"),
    N_("Presidents of other parliaments"),
    N_("Chargés d'affaires en pied"),
    N_("Chargés d'affaires a.i."),
    N_("Other heads of mission"),
    N_("Ministers of other governments"),
    N_("Not read"),
    N_("Outside the Vienna Conventions"),
)
"""The labels of their bands, here to be translated."""

SOURCES = (
    N_("De Standaard 4 Feb 2010; Flemish Government advice 12 Oct 2010"),
    N_("De Standaard 4 Feb 2010"),
    N_("VCDR art. 16.3; all three Belgian lists read"),
    N_("office default"),
    N_("the Belgian lists disagree"),
    N_("VCDR art. 14 and 16"),
    N_("VCDR art. 14 and 19"),
    N_("VCDR art. 17; each mission orders its own"),
    N_("Order inside: VCCR art. 9 and 16; after diplomats by custom, not verified"),
    N_("VCDR art. 16.3"),
    N_("VCDR art. 13, 14 and 16"),
    N_("VCDR art. 14.1(c)"),
    N_("VCDR art. 19; among themselves by the day they took charge: not verified"),
    N_("not ordered by the Conventions"),
    N_("EU vade-mecum Corps diplomatique"),
    N_("EU vade-mecum Corps diplomatique: envoys to the Union before others; VCDR art. 16"),
    N_("De Standaard 4 Feb 2010: above number 1"),
    N_("not in what was read; placed by the office"),
    N_("nl.wikipedia, Lijst van Préséance in België"),
    N_("Flemish Government advice 12 Oct 2010"),
    N_("Vienna Convention on Diplomatic Relations (18 April 1961), art. 13–19; Vienna"
       " Convention on Consular Relations (24 April 1963), art. 9 and 16"),
    N_("European Union, vade-mecum Corps diplomatique; VCDR art. 16"),
    N_("De Standaard, 4 Feb 2010"),
    N_("nl.wikipedia.org, Lijst van Préséance in België"),
    N_("Vademecum Vlaamse Regering, advice of 12 Oct 2010"),
)  # fmt: skip
"""Where their bands come from, here to be translated."""

_OURS = frozenset({*NAMES, *NOTES, *LABELS, *SOURCES})
_ORDER_LABELS = {
    OrderedBy.CREDENTIALS: N_("Class, then credentials"),
    OrderedBy.EXEQUATUR: N_("Class, then exequatur"),
    OrderedBy.LADDER: N_("Ladder of a mission’s staff"),
    OrderedBy.SINCE: N_("Day the function was taken up"),
    OrderedBy.NAME: N_("Function as listed, then name"),
}


def own_words(words: str) -> Sentence:
    """A name or label of a list: ours are translated, those people typed stay as they are."""
    return say(words) if words in _OURS else plain(words)


def order_label(code: str) -> Sentence:
    """What orders a band, in words."""
    return say(_ORDER_LABELS[OrderedBy(code)]) if code in set(OrderedBy) else plain(code)


@cache
def shipped_lists() -> tuple[ShippedList, ...]:
    """The lists that come with the program, the usual one first."""
    return tuple(_shipped(row) for row in rows("precedence_sources"))


def shipped(key: str = USUAL) -> ShippedList:
    """One of them by its key; KeyError where there is none."""
    found = {one.key: one for one in shipped_lists()}
    return found[key]


def _shipped(row: Mapping[str, str]) -> ShippedList:
    bands = [_band(one) for one in rows("precedence_lists") if one["list"] == row["list"]]
    return ShippedList(
        row["list"],
        row["name"],
        dt.date.fromisoformat(row["dated"]) if row["dated"] else None,
        row["source"],
        row["note"],
        Language(row["tie_language"]),
        row["host_body"],
        tuple(bands),
    )


def _band(row: Mapping[str, str]) -> Band:
    return Band(
        row["label"],
        tuple(part for part in row["functions"].split("|") if part),
        row["ordered_by"],
        row["gap"] == "yes",
        row["verified"] == "yes",
        row["source"],
        row["numbered"],
    )


@dataclass(frozen=True, slots=True)
class Order:
    """The bands of a list, looked up by function and State."""

    bands: tuple[Band, ...]
    places: Mapping[str, tuple[int, int]]

    def place(self, function: str, country: str) -> tuple[int, int]:
        """The band and the place in it; a function the list lacks goes with "other", else last."""
        for wanted in (f"{function}{AT}{country}", function, str(codes.Function.OTHER)):
            found = self.places.get(wanted)
            if found is not None:
                return found
        return len(self.bands) - 1, 0

    def ranks(self, function: str, country: str) -> bool:
        """Whether the list names the function."""
        return f"{function}{AT}{country}" in self.places or function in self.places


@lru_cache(maxsize=32)
def order_of(bands: Sequence[Band]) -> Order:
    """A list ready to be looked up; behind it a place for whom it does not name."""
    whole = (*bands, Band(N_("Not in this list"), gap=True))
    places: dict[str, tuple[int, int]] = {}
    for at, band in enumerate(whole):
        for inside, token in enumerate(band.functions):
            places.setdefault(token, (at, inside))
    return Order(whole, places)


def split_function(token: str) -> tuple[str, str]:
    """Function and State of an entry of a band: "speaker@BE" gives both, "speaker" only one."""
    function, _, country = token.partition(AT)
    return function, country
