"""Are two people one? What speaks for it and against it, weighed, with the reasons in words.

The weights are odds (natural logarithms) as in record linkage after Fellegi and Sunter, set by hand
on invented pairs and the halves of the public examples that were not kept apart. What is missing on
one side says nothing. A score of 0.9 means very likely one person.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, JaroWinkler

from app.contacts.rules.likeness import NameLikeness, words_likeness
from app.contacts.rules.reference import words_of_kind
from app.contacts.rules.sounds import words_of
from app.core.romanise import romanise
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from app.contacts.rules.sounds import Word

_SAME_NAME = 2.4
_NAME_CURVE = (
    (0.0, -5.0), (0.4, -4.4), (0.55, -3.2), (0.65, -1.9), (0.75, -0.4), (0.85, 1.2), (0.92, 2.0),
    (1.0, _SAME_NAME),
)  # fmt: skip
_BIRTH, _BIRTH_NEAR, _BIRTH_OTHER = 5.4, 3.0, -3.4
_MAIL, _BOX, _MAIL_OTHER = 4.6, 0.6, -1.9
_PHONE, _PHONE_OTHER = 2.2, -0.3
_BEST_ADDRESS = 4.6
_POST, _FUNCTION, _POST_OTHER = 1.7, 0.8, -0.9
_NATION_OTHER, _GENDER_OTHER = -1.2, -1.0
_HOUSEHOLD = 0.0
"""No more than even odds where the names differ and only house, telephone or post are shared."""
_OTHER_PERSON = 0.7
"""A likeness of names below this is another name."""
_ANOTHER, _AT_HOME, _BORN_ALIKE = 0.55, 2, -2.6
"""Wholly other names born on one day: in a large office chance, unless they live at one address."""

_ENDS = 7

_BOXES = frozenset(words_of_kind("mailbox"))

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What tells a person from another, made ready for comparing. `id` is 32 hex digits.

    `birth` is an ISO date or ""; `mails` are a person's own, `boxes` an office's; `phones` are
    digits without what leads to them, `ends` their last seven; `posts` and `functions` are those
    held, as ids of organisations and as codes; `joined` is the name as it sounds, in one.
    """

    id: str
    name: str
    words: tuple[Word, ...]
    native: tuple[Word, ...] = ()
    birth: str = ""
    mails: frozenset[str] = NONE
    boxes: frozenset[str] = NONE
    phones: frozenset[str] = NONE
    ends: frozenset[str] = NONE
    street: str = ""
    number: str = ""
    postal: str = ""
    city: str = ""
    country: str = ""
    nationality: str = ""
    gender: str = ""
    posts: frozenset[str] = NONE
    functions: frozenset[str] = NONE
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two are one, 0 to 1, and why."""

    score: float
    reasons: tuple[Sentence, ...] = ()


_UNLIKELY = Verdict(0.0)


def facts(
    row_id: str,
    name: str,
    native: str = "",
    *,
    birth: str = "",
    mails: tuple[str, ...] = (),
    phones: tuple[str, ...] = (),
    address: tuple[str, str, str, str] = ("", "", "", ""),
    nationality: str = "",
    gender: str = "",
    posts: tuple[tuple[str, str], ...] = (),
) -> Facts:
    """A person's facts from the fields as kept; `address` is street, postal code, city, country."""
    street, postal, city, country = address
    letters, number = street_parts(street) if street else ("", "")
    words = words_of(name)
    reached = [mail_key(mail) for mail in mails]
    numbers = frozenset(filter(None, map(phone_key, phones))) if phones else NONE
    return Facts(
        row_id,
        name,
        words,
        words_of(native) if native else (),
        birth,
        frozenset([mail for mail in reached if not is_box(mail)]) if reached else NONE,
        frozenset([mail for mail in reached if is_box(mail)]) if reached else NONE,
        numbers,
        frozenset([number[-_ENDS:] for number in numbers]) if numbers else NONE,
        letters,
        number,
        plain_words(postal) if postal else "",
        plain_words(city) if city else "",
        country,
        nationality,
        gender,
        frozenset([place for _function, place in posts if place]) if posts else NONE,
        frozenset([function for function, _place in posts]) if posts else NONE,
        "".join(sorted([word.level for word in words])),
    )


@lru_cache(maxsize=16_384)
def mail_key(mail: str) -> str:
    """A mail address without capitals and what stands after a plus."""
    box, _at, domain = mail.strip().lower().partition("@")
    return f"{box.partition('+')[0]}@{domain}"


def phone_key(phone: str) -> str:
    """The digits of a number, without what leads to them (00, a trunk 0)."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    return digits.removeprefix("00").lstrip("0")


@lru_cache(maxsize=65_536)
def plain_words(text: str) -> str:
    """Latin letters and figures, words parted by one space."""
    return re.sub(r"[^a-z0-9]+", " ", romanise(text)).strip()


@lru_cache(maxsize=65_536)
def street_parts(street: str) -> tuple[str, str]:
    """The letters of a street and its house number."""
    plain = plain_words(street)
    found = re.search(r"\d+", plain)
    return re.sub(r"[\d ]+", "", plain), found.group() if found else ""


# --- weighing ---


def weigh(one: Facts, two: Facts, least: float = 0.0) -> Verdict:
    """How likely two people are one; under `least` a score that need not be exact, no reasons.

    What is quick to compare comes first: where even the same name could not lift the rest over
    `least`, names are not looked at.
    """
    told = _Told()
    _weigh_birth(told, one, two)
    _weigh_mails(told, one, two)
    _weigh_phones(told, one, two)
    _weigh_posts(told, one, two)
    _weigh_person(told, one, two)
    wanted = odds_of(least)
    if told.odds + _SAME_NAME + _BEST_ADDRESS < wanted:
        return _UNLIKELY
    _weigh_address(told, one, two)
    if told.odds + _SAME_NAME < wanted:
        return _UNLIKELY
    named = name_of_both(one, two)
    told.odds += name_odds(named.score)
    if named.score < _ANOTHER and told.near < _AT_HOME:
        told.odds += _BORN_ALIKE
    if named.score < _OTHER_PERSON and not told.personal:
        told.odds = min(told.odds, _HOUSEHOLD)
    if told.odds < wanted:
        return _UNLIKELY
    score = 1 / (1 + math.exp(-told.odds))
    return Verdict(score, (name_reason(named), *(say(message) for message in told.reasons)))


def odds_of(score: float) -> float:
    """A score from 0 to 1 as odds."""
    return math.log(score / (1 - score)) if 0 < score < 1 else -math.inf if score <= 0 else math.inf


class _Told:
    """What is known so far: the odds, the reasons, and whether something personal is shared."""

    __slots__ = ("near", "odds", "personal", "reasons")

    def __init__(self) -> None:
        self.odds = 0.0
        self.near = 0
        self.personal = False
        self.reasons: list[str] = []

    def add(self, odds: float, reason: str = "") -> None:
        self.odds += odds
        if reason:
            self.reasons.append(reason)


def name_of_both(one: Facts, two: Facts) -> NameLikeness:
    """How alike the names are, as written here or in their own script."""
    found = words_likeness(one.words, two.words)
    if one.native and two.native:
        own = words_likeness(one.native, two.native)
        if own.score > found.score:
            return own
        return found if own.score > _OTHER_PERSON else _lowered(found, own.score)
    for first, second in ((one.native, two.words), (one.words, two.native)):
        if first and second:
            found = max(found, words_likeness(first, second), key=_score)
    return found


def _score(named: NameLikeness) -> float:
    return named.score


def _lowered(named: NameLikeness, own: float) -> NameLikeness:
    """田中葵 and 田中碧 are both Tanaka Aoi."""
    return NameLikeness(0.75 * named.score + 0.25 * own, spelling=True, script=named.script)


def name_odds(likeness: float) -> float:
    """What the likeness of names says."""
    low = _NAME_CURVE[0]
    for high in _NAME_CURVE:
        if likeness <= high[0]:
            width = high[0] - low[0]
            return (
                high[1] if not width else low[1] + (likeness - low[0]) / width * (high[1] - low[1])
            )
        low = high
    return _SAME_NAME


def name_reason(named: NameLikeness) -> Sentence:
    """What can be said of two names."""
    if named.score < _OTHER_PERSON:
        return say(N_("another name"))
    if named.script:
        return say(N_("same name in another script"))
    if named.same or (named.score >= 1 and not named.swapped):
        return say(N_("same name"))
    if named.initials:
        return say(N_("initials fit the name"))
    if named.missing:
        return say(N_("same name, one of them longer"))
    if named.spelling:
        return say(N_("name spelt alike"))
    return say(N_("same name in another order"))


def _weigh_birth(told: _Told, one: Facts, two: Facts) -> None:
    if not (one.birth and two.birth):
        return
    if one.birth == two.birth:
        told.add(_BIRTH, N_("same birth date"))
        told.personal = True
    elif _near(one.birth, two.birth):
        told.add(_BIRTH_NEAR, N_("birth dates differ by a slip"))
        told.personal = True
    else:
        told.add(_BIRTH_OTHER, N_("other birth date"))


def _near(one: str, two: str) -> bool:
    """One figure wrong, two neighbours turned round, or day and month taken for each other."""
    if OSA.distance(one, two, score_cutoff=1) <= 1:
        return True
    return one[:4] == two[:4] and one[5:7] == two[8:] and one[8:] == two[5:7]


def _weigh_mails(told: _Told, one: Facts, two: Facts) -> None:
    if one.mails and two.mails:
        if one.mails.isdisjoint(two.mails):
            told.add(_MAIL_OTHER, N_("other mail address"))
        else:
            told.add(_MAIL, N_("same mail address"))
            told.personal = True
    elif one.boxes and two.boxes and not one.boxes.isdisjoint(two.boxes):
        told.add(_BOX, N_("same mailbox of an office"))


@lru_cache(maxsize=65_536)
def is_box(mail: str) -> bool:
    """Whether an address is an office's rather than a person's."""
    return not _BOXES.isdisjoint(re.split(r"[^a-z]+", mail.partition("@")[0]))


def _weigh_phones(told: _Told, one: Facts, two: Facts) -> None:
    if not (one.ends and two.ends):
        return
    if not one.ends.isdisjoint(two.ends) and any(
        same_number(first, second) for first in one.phones for second in two.phones
    ):
        told.add(_PHONE, N_("same phone number"))
    else:
        told.odds += _PHONE_OTHER


def same_number(one: str, two: str) -> bool:
    """Whether two rows of digits may be one number, as the phonenumbers library sees it."""
    if one == two:
        return True
    if one[-_ENDS:] != two[-_ENDS:] or min(len(one), len(two)) < _ENDS:
        return False
    return _matched(one, two)


@lru_cache(maxsize=4_096)
def _matched(one: str, two: str) -> bool:
    import phonenumbers  # only where two numbers end alike

    either = (phonenumbers.is_number_match(f"+{a}", b) for a, b in ((one, two), (two, one)))
    return any(found >= phonenumbers.MatchType.SHORT_NSN_MATCH for found in either)


def _weigh_address(told: _Told, one: Facts, two: Facts) -> None:
    odds, alike = 0.0, 0
    if one.street and two.street:
        street = _street_likeness(one.street, two.street)
        odds += 2.2 if street > 0.85 else 0.8 if street > 0.7 else -0.8
        alike += street > 0.85
        told.near += street > 0.85
        if one.number and two.number and street > 0.7:
            odds += 0.6 if one.number == two.number else -1.0
            told.near += one.number == two.number
    if one.postal and two.postal:
        near = sorted(one.postal) == sorted(two.postal)
        odds += 1.3 if one.postal == two.postal else 0.8 if near else -0.3
        alike += near
        told.near += near
    if one.city and two.city:
        near = JaroWinkler.similarity(one.city, two.city) > 0.85
        odds += 0.5 if near else -0.8
        alike += near
        told.near += near
    if one.country and two.country and one.country != two.country:
        odds -= 0.6
    told.add(odds, N_("same address") if alike > 1 and odds > 2 else "")


def _street_likeness(one: str, two: str) -> float:
    if one == two:
        return 1.0
    return 0.5 * (OSA.normalized_similarity(one, two) + JaroWinkler.similarity(one, two))


def _weigh_posts(told: _Told, one: Facts, two: Facts) -> None:
    if one.posts and two.posts:
        if one.posts.isdisjoint(two.posts):
            told.add(_POST_OTHER, N_("other post"))
        else:
            told.add(_POST, N_("same post"))
    if one.functions and not one.functions.isdisjoint(two.functions):
        told.add(_FUNCTION, N_("same function"))


def _weigh_person(told: _Told, one: Facts, two: Facts) -> None:
    if one.nationality and two.nationality and one.nationality != two.nationality:
        told.add(_NATION_OTHER, N_("other nationality"))
    if one.gender and two.gender and one.gender != two.gender:
        told.add(_GENDER_OTHER)
