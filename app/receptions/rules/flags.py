"""Flags on masts: in which order, on which mast, seen from the street and from the building.

The order of public bodies and the numbers of the masts are those of the Flemish administration for
municipal buildings (DOMAIN section 1.8, S28): Belgium, Flanders, Europe, province, municipality;
standing with the back to the building, an odd number of masts is counted 5-3-1-2-4 and an even one
6-4-2-1-3-5. Where the flags of guests go is custom (S29) and not verified: the office edits it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.contacts.rules.countries import country_name
from app.core.text import N_, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.core.text import Language


class Body(StrEnum):
    """A public body with a flag, in the furnished order."""

    STATE = "state"
    REGION = "region"
    EUROPE = "europe"
    PROVINCE = "province"
    MUNICIPALITY = "municipality"


class Whose(StrEnum):
    """Whose flags are flown beside those of the bodies."""

    HONOUR = "honour"
    COMING = "coming"
    NOBODY = "nobody"


_LABELS: dict[StrEnum, str] = {
    Body.STATE: N_("Belgium"),
    Body.REGION: N_("Flanders"),
    Body.EUROPE: N_("Europe"),
    Body.PROVINCE: N_("Province"),
    Body.MUNICIPALITY: N_("City"),
    Whose.HONOUR: N_("The guests of honour’s"),
    Whose.COMING: N_("Those of everybody who comes"),
    Whose.NOBODY: N_("None"),
}
FIRST, LAST = "first", "last"
"""Before all bodies, and behind them all, as the place of the guests' flags."""
MOST_MASTS = 15


def flag_label(code: Body | Whose) -> Sentence:
    """The word for a body, or for whose flags are flown."""
    return say(_LABELS[code])


@dataclass(frozen=True, slots=True)
class FlagRules:
    """How the office flies flags.

    `guests_after` is the body behind which the guests' flags hang, or FIRST or LAST; `language`
    that of the alphabet they follow. `odd` and `even` number the masts from left to right with the
    back to the building. `verified`: the office checked where the guests' flags go.
    """

    bodies: tuple[str, ...] = tuple(Body)
    guests_after: str = Body.STATE
    whose: str = Whose.HONOUR
    language: str = "nl"
    odd: tuple[int, ...] = (5, 3, 1, 2, 4)
    even: tuple[int, ...] = (6, 4, 2, 1, 3, 5)
    masts: int = 5
    verified: bool = False


def rules_from(kept: Mapping[str, Any]) -> FlagRules:
    """The rules as kept; what is missing or cannot be read is as it was furnished."""
    usual = FlagRules()
    bodies = tuple(one for one in kept.get("bodies", usual.bodies) if one in set(Body))
    places = {FIRST, LAST, *Body}
    after = kept.get("guests_after", usual.guests_after)
    whose = kept.get("whose", usual.whose)
    language = kept.get("language", usual.language)
    masts = kept.get("masts", usual.masts)
    return FlagRules(
        tuple(dict.fromkeys(bodies)) or usual.bodies,
        after if after in places else usual.guests_after,
        whose if whose in set(Whose) else usual.whose,
        language if language in ("nl", "fr", "en") else usual.language,
        _pattern(kept.get("odd"), 1) or usual.odd,
        _pattern(kept.get("even"), 0) or usual.even,
        masts if type(masts) is int and 1 <= masts <= MOST_MASTS else usual.masts,
        kept.get("verified") is True,
    )


def _pattern(value: object, odd: int) -> tuple[int, ...]:
    """A pattern of the right kind, () where it is none."""
    if not isinstance(value, list | tuple) or any(type(one) is not int for one in value):
        return ()
    made = tuple(value)
    return made if is_pattern(made) and len(made) % 2 == odd else ()


def is_pattern(numbers: Sequence[int]) -> bool:
    """Whether every mast from 1 on has its number, once."""
    return bool(numbers) and sorted(numbers) == list(range(1, len(numbers) + 1))


def read_pattern(typed: str) -> tuple[int, ...]:
    """The numbers of a pattern as typed: "5-3-1-2-4"; () where it cannot be read."""
    parts = typed.replace(" ", "").replace("–", "-").split("-")
    if not all(part.isdigit() for part in parts):
        return ()
    numbers = tuple(int(part) for part in parts)
    return numbers if is_pattern(numbers) else ()


def written_pattern(numbers: Sequence[int]) -> str:
    """A pattern as it is typed."""
    return "-".join(str(one) for one in numbers)


def mast_numbers(masts: int, rules: FlagRules) -> tuple[int, ...]:
    """The numbers of the masts from left to right, with the back to the building.

    Fewer masts than the pattern has leave its highest numbers out; more go on at both ends, each
    beside the one two numbers lower.
    """
    numbers = [one for one in (rules.odd if masts % 2 else rules.even) if one <= masts]
    for number in range(len(numbers) + 1, masts + 1):
        if numbers and numbers[0] == number - 2:
            numbers.insert(0, number)
        else:
            numbers.append(number)
    return tuple(numbers)


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag to fly: a body's, or a country's with its alpha-2 code; `label` names it."""

    key: str
    label: Sentence
    is_guest: bool = False

    def words(self, language: Language) -> str:
        """Its name in a reader's language."""
        return country_name(self.key, language) if self.is_guest else self.label.to(language)


def in_order(rules: FlagRules, guests: Sequence[tuple[str, str]]) -> tuple[Flag, ...]:
    """The flags in order of precedence; `guests` are (code, name), in alphabetical order."""
    own = [Flag(one, flag_label(Body(one))) for one in rules.bodies]
    theirs = [Flag(code, plain(name), is_guest=True) for code, name in guests]
    if rules.guests_after == FIRST:
        at = 0
    elif rules.guests_after in rules.bodies:
        at = rules.bodies.index(rules.guests_after) + 1
    else:
        at = len(own)
    return (*own[:at], *theirs, *own[at:])


@dataclass(frozen=True, slots=True)
class Mast:
    """A mast with its number and its flag; None where it stays bare."""

    number: int
    flag: Flag | None


@dataclass(frozen=True, slots=True)
class FlagPlan:
    """The masts as they are seen from the street, and the flags no mast is left for."""

    order: tuple[Flag, ...]
    from_street: tuple[Mast, ...]
    left_over: tuple[Flag, ...] = ()

    @property
    def from_building(self) -> tuple[Mast, ...]:
        """The same with the back to the building."""
        return tuple(reversed(self.from_street))


def plan(rules: FlagRules, guests: Sequence[tuple[str, str]], masts: int | None = None) -> FlagPlan:
    """Which flag hangs on which mast; the first flag on mast 1."""
    order = in_order(rules, guests)
    count = masts or rules.masts
    hung = dict(enumerate(order[:count], start=1))
    numbers = mast_numbers(count, rules)
    seen = tuple(Mast(number, hung.get(number)) for number in reversed(numbers))
    return FlagPlan(order, seen, order[count:])
