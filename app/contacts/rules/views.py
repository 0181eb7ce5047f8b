"""Lists of contacts by their conditions: what a saved view means, and the views to begin with."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.contacts.rules import codes
from app.core.directory import Bound, View
from app.core.text import N_, Language, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PERSON, ORGANISATION = "person", "organisation"
NAME_ORDER = "docid"
OVERDUE_DAYS = 183
"""Somebody half a year past their expected end still counts as leaving soon; later the guess, or
the date, is plainly wrong."""
LEAVING_DAYS = 183
NEW_DAYS = 92
"""How long before an end, and after the credentials, a contact is marked in a list."""
GROUPS = ("", "role", "country", "language")
"""By what a list may be grouped."""
_NOWHERE = "-"


class Together(StrEnum):
    """Functions and kinds that are chosen together."""

    HEADS_OF_MISSION = "heads_of_mission"
    HEADS_OF_POST = "heads_of_post"
    HONORARY = "honorary_consuls"
    CAREER = "career"
    WITHOUT = "without"
    POSTS = "posts"
    PARTNERS = "partners"


_CLASS_LABELS = {
    Together.HEADS_OF_MISSION: N_("All heads of mission"),
    Together.HEADS_OF_POST: N_("All heads of consular post"),
    Together.HONORARY: N_("All honorary consuls"),
    Together.CAREER: N_("All diplomats and career consuls"),
    Together.WITHOUT: N_("Without a function"),
    Together.POSTS: N_("All posts"),
    Together.PARTNERS: N_("All organisations that are no posts"),
}
FUNCTION_CLASSES = tuple(Together)[:5]
KIND_CLASSES = tuple(Together)[5:]


def class_label(one: Together) -> Sentence:
    """The words for functions or kinds chosen together."""
    return say(_CLASS_LABELS[one])


class Met(StrEnum):
    """When the city last met somebody."""

    ANY = ""
    NEVER = "never"
    BEFORE = "before"
    SINCE = "since"


_MET_LABELS = {
    Met.ANY: N_("Does not matter"),
    Met.NEVER: N_("Never"),
    Met.BEFORE: N_("Longer ago than"),
    Met.SINCE: N_("Within the last"),
}


def met_label(one: Met) -> Sentence:
    """The words for when somebody was last met."""
    return say(_MET_LABELS[one])


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a view asks for; what is empty asks nothing, all that is filled must hold.

    `functions` and `kinds` hold codes or a `Together`; `tags`, `interests` and `sets` ids of 32 hex
    digits, of which one is enough. `met` counts back `met_months` months, or from `met_on` (an ISO
    day) where that is given. `leaving_days`, `credentials_days`: within so many days, 0 for any.
    `national_day`: the sending country's falls in this month.
    """

    show: str = ""
    functions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    met: str = ""
    met_months: int = 12
    met_on: str = ""
    leaving_days: int = 0
    credentials_days: int = 0
    national_day: bool = False
    text: str = ""


def to_json(conditions: Conditions) -> dict[str, Any]:
    """The conditions that ask something, as they are kept."""
    usual = Conditions()
    kept = {
        name: value for name, value in asdict(conditions).items() if value != getattr(usual, name)
    }
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()
    }


def from_json(kept: Mapping[str, Any]) -> Conditions:
    """Kept conditions; what this program does not know, or of another type, asks nothing."""
    usual = Conditions()
    read: dict[str, Any] = {}
    for one in fields(Conditions):
        value, like = kept.get(one.name), getattr(usual, one.name)
        if isinstance(like, tuple) and isinstance(value, list):
            read[one.name] = tuple(str(part) for part in value)
        elif type(value) is type(like):
            read[one.name] = value
    return Conditions(**read)


def core_view(
    conditions: Conditions, today: dt.date, celebrating: Sequence[str] = (), text: str = ""
) -> View:
    """The lines a view shows.

    `celebrating` are the countries whose national day falls in this month, needed where the
    conditions ask for it; `text` is typed beside those of the view.
    """
    functions = _expanded(conditions.functions)
    kinds = _expanded(conditions.kinds)
    return View(
        kinds=_lines(conditions),
        roles=(*functions, *kinds),
        countries=_countries(conditions, celebrating),
        languages=conditions.languages,
        states=(codes.CREDENTIALS, codes.EXEQUATUR) if conditions.credentials_days else (),
        marks=_marks(conditions),
        bounds=_bounds(conditions, today),
        text=" ".join(part for part in (conditions.text, text) if part),
    )


def _lines(conditions: Conditions) -> tuple[str, ...]:
    if conditions.show:
        return (conditions.show,)
    of_people = conditions.functions or conditions.languages or conditions.met
    dated = conditions.leaving_days or conditions.credentials_days
    if conditions.kinds and not conditions.functions:
        return (ORGANISATION,)
    if (of_people or dated) and not conditions.kinds:
        return (PERSON,)
    return (PERSON, ORGANISATION)


def _countries(conditions: Conditions, celebrating: Sequence[str]) -> tuple[str, ...]:
    if not conditions.national_day:
        return conditions.countries
    wanted = set(conditions.countries or celebrating)
    return tuple(one for one in celebrating if one in wanted) or (_NOWHERE,)


def _marks(conditions: Conditions) -> tuple[tuple[str, ...], ...]:
    groups = {"tag": conditions.tags, "interest": conditions.interests, "set": conditions.sets}
    return tuple(
        tuple(f"{name}:{one}" for one in wanted) for name, wanted in groups.items() if wanted
    )


def _bounds(conditions: Conditions, today: dt.date) -> tuple[Bound, ...]:
    found: list[Bound] = []
    since = conditions.met_on or months_before(today, conditions.met_months).isoformat()
    if conditions.met == Met.NEVER:
        found.append(Bound("seen", "", ""))
    elif conditions.met == Met.BEFORE:
        found.append(Bound("seen", "0", since))
    elif conditions.met == Met.SINCE:
        found.append(Bound("seen", since))
    if conditions.leaving_days:
        first = today - dt.timedelta(days=OVERDUE_DAYS)
        last = today + dt.timedelta(days=conditions.leaving_days)
        found.append(Bound("until", first.isoformat(), last.isoformat()))
    if conditions.credentials_days:
        first = today - dt.timedelta(days=conditions.credentials_days)
        found.append(Bound("day", first.isoformat(), today.isoformat()))
    return tuple(found)


def months_before(day: dt.date, months: int) -> dt.date:
    """So many calendar months earlier; the last days of a month become its 28th."""
    count = day.year * 12 + day.month - 1 - months
    return dt.date(max(count // 12, 1), count % 12 + 1, min(day.day, 28))


_CLASSES: dict[str, tuple[str, ...]] = {
    Together.HEADS_OF_MISSION: tuple(filter(codes.is_head_of_mission, codes.Function)),
    Together.HEADS_OF_POST: tuple(filter(codes.consular_class, codes.Function)),
    Together.HONORARY: tuple(
        one for one in codes.Function if codes.is_honorary(one) and codes.consular_class(one)
    ),
    Together.CAREER: tuple(filter(codes.is_career, codes.Function)),
    Together.WITHOUT: ("",),
    Together.POSTS: tuple(filter(codes.is_post, codes.OrganisationKind)),
    Together.PARTNERS: tuple(one for one in codes.OrganisationKind if not codes.is_post(one)),
}


def _expanded(chosen: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(code) for one in chosen for code in _CLASSES.get(one, (one,))))


# --- views to begin with ---


@dataclass(frozen=True, slots=True)
class Furnished:
    """A view an office begins with; its name is a message, spoken in the reader's language."""

    key: str
    name: str
    conditions: Conditions
    sort: str = NAME_ORDER
    descending: bool = False
    columns: tuple[str, ...] = ()
    group_by: str = ""

    @property
    def id(self) -> uuid.UUID:
        """The same in every office, so that it can be changed before it was ever kept."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"belfry:view:{self.key}")

    def name_in(self, language: Language) -> str:
        """Its name in a language."""
        return say(self.name).to(language)


_HEADS = (str(Together.HEADS_OF_MISSION),)
_WHO = ("title", "place", "role")
FURNISHED = (
    Furnished("all", N_("All"), Conditions()),
    Furnished(
        "heads", N_("Heads of mission"), Conditions(functions=_HEADS),
        columns=(*_WHO, "day", "seen", "status"),
    ),
    Furnished(
        "leaving", N_("Leaving soon"),
        Conditions(functions=(str(Together.CAREER),), leaving_days=LEAVING_DAYS),
        "until", columns=(*_WHO, "day", "until", "status"),
    ),
    Furnished(
        "never", N_("Never received"), Conditions(functions=_HEADS, met=Met.NEVER),
        columns=(*_WHO, "day", "until", "status"),
    ),
    Furnished(
        "new", N_("New credentials"), Conditions(functions=_HEADS, credentials_days=NEW_DAYS),
        "day", descending=True, columns=(*_WHO, "day", "seen", "status"),
    ),
    Furnished(
        "national", N_("National days this month"),
        Conditions(functions=_HEADS, national_day=True), "country",
        columns=(*_WHO, "country", "seen", "status"),
    ),
    Furnished(
        "long_ago", N_("Not met for a year"), Conditions(met=Met.BEFORE, met_months=12), "seen",
        columns=(*_WHO, "seen", "times", "status"),
    ),
    Furnished("people", N_("People"), Conditions(show=PERSON)),
    Furnished(
        "posts", N_("Posts"), Conditions(kinds=(str(Together.POSTS),)), "role",
        columns=("title", "place", "role", "country"), group_by="role",
    ),
    Furnished(
        "honorary", N_("Honorary consuls"), Conditions(functions=(str(Together.HONORARY),)),
        columns=(*_WHO, "country", "day", "seen", "status"),
    ),
    Furnished(
        "partners", N_("Organisations"), Conditions(kinds=(str(Together.PARTNERS),)), "role",
        columns=("title", "place", "role", "country"), group_by="role",
    ),
    Furnished(
        "loose", N_("People without a function"),
        Conditions(functions=(str(Together.WITHOUT),), show=PERSON),
        columns=("title", "language", "seen", "times"),
    ),
)  # fmt: skip
ALL = FURNISHED[0]
_NAMES = frozenset(one.name for one in FURNISHED)


def spoken(name: str, language: Language) -> str:
    """The name of a view: one the office gave stays as it is."""
    return say(name).to(language) if name in _NAMES else name
