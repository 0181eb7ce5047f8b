"""Are two organisations one? By name, kind, country, town and how they are reached."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from app.contacts.rules.codes import is_post
from app.contacts.rules.likeness import words_likeness
from app.contacts.rules.reference import words_of_kind
from app.contacts.rules.sounds import Word, words_of
from app.contacts.rules.twins import NONE, Verdict, mail_key, odds_of, phone_key, plain_words
from app.core.text import N_, Sentence, say

_LEGAL = frozenset(words_of_kind("legal_form"))
_CURVE = ((0.0, -5.0), (0.5, -4.0), (0.7, -2.0), (0.85, 0.6), (0.95, 1.8), (1.0, 2.6))
_KIND_OTHER, _COUNTRY_OTHER, _CITY, _CITY_OTHER = -1.6, -2.6, 0.5, -1.6
_MAIL, _PHONE, _SITE = 2.4, 1.8, 1.6
_UNNAMED = 2.6
_NAME_ENOUGH = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class PlaceFacts:
    """What tells one organisation from another. `post` says that it is one of a State's posts."""

    id: str
    name: str
    words: tuple[Word, ...]
    joined: str
    kind: str
    country: str
    host: str
    city: str
    post: bool
    mails: frozenset[str] = NONE
    ends: frozenset[str] = NONE
    site: str = ""


def place_facts(
    row_id: str,
    name: str,
    kind: str,
    country: str = "",
    host: str = "",
    city: str = "",
    mails: tuple[str, ...] = (),
    phones: tuple[str, ...] = (),
    website: str = "",
) -> PlaceFacts:
    """An organisation's facts from the fields as kept."""
    words = tuple(word for word in words_of(name) if word.text not in _LEGAL) or words_of(name)
    site = website.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return PlaceFacts(
        row_id,
        name,
        words,
        "".join(word.level for word in words),
        kind,
        country,
        host,
        plain_words(city) if city else "",
        is_post(kind),
        frozenset(map(mail_key, mails)) if mails else NONE,
        frozenset(phone_key(phone)[-7:] for phone in phones) if phones else NONE,
        site.rstrip("/"),
    )


def weigh_places(one: PlaceFacts, two: PlaceFacts, least: float = 0.0) -> Verdict:
    """How likely two organisations are one; under `least` without reasons."""
    odds, reasons = _names(one, two)
    for more, reason in (_kinds(one, two), _towns(one, two), _reached(one, two)):
        odds += more
        if reason:
            reasons.append(reason)
    score = 1 / (1 + math.exp(-odds))
    if odds < odds_of(least):
        return Verdict(score)
    return Verdict(score, tuple(reasons))


def _names(one: PlaceFacts, two: PlaceFacts) -> tuple[float, list[Sentence]]:
    """Posts without a name are called by kind and country; a named one may be the same post."""
    if not (one.words and two.words):
        if one.post and two.post and one.kind == two.kind and one.country == two.country:
            return _UNNAMED, [say(N_("same kind of post of the same country"))]
        return -4.0, []
    alike = max(
        words_likeness(one.words, two.words).score,
        0.97 * fuzz.token_sort_ratio(one.joined, two.joined) / 100,
    )
    low = _CURVE[0]
    odds = _CURVE[-1][1]
    for high in _CURVE:
        if alike <= high[0]:
            share = (alike - low[0]) / (high[0] - low[0]) if high[0] > low[0] else 0.0
            odds = low[1] + share * (high[1] - low[1])
            break
        low = high
    if one.post and two.post and one.kind == two.kind and one.country == two.country != "":
        odds = max(odds, 0.8)
    told = N_("same name") if alike >= 1 else N_("name spelt alike")
    return odds, [say(told if alike > _NAME_ENOUGH else N_("another name"))]


def _kinds(one: PlaceFacts, two: PlaceFacts) -> tuple[float, Sentence | None]:
    odds = 0.0
    if one.kind != two.kind and "other" not in (one.kind, two.kind):
        odds += _KIND_OTHER
    if one.country and two.country and one.country != two.country:
        return odds + _COUNTRY_OTHER, say(N_("another country"))
    if one.host and two.host and one.host != two.host:
        return odds + _COUNTRY_OTHER, say(N_("another host country"))
    return odds, None


def _towns(one: PlaceFacts, two: PlaceFacts) -> tuple[float, Sentence | None]:
    if not (one.city and two.city):
        return 0.0, None
    if JaroWinkler.similarity(one.city, two.city) > 0.88:
        return _CITY, say(N_("same town"))
    return _CITY_OTHER, say(N_("another town"))


def _reached(one: PlaceFacts, two: PlaceFacts) -> tuple[float, Sentence | None]:
    if not one.mails.isdisjoint(two.mails):
        return _MAIL, say(N_("same mail address"))
    if not one.ends.isdisjoint(two.ends):
        return _PHONE, say(N_("same phone number"))
    if one.site and one.site == two.site:
        return _SITE, say(N_("same website"))
    return 0.0, None
