"""Who goes before whom, and why: every place with its reason in words.

The order is data (`resources/reference/precedence_lists.csv`): bands of functions, each ordered by
credentials, exequatur, the ladder of a mission or the name. Sources of the rules: Vienna Convention
on Diplomatic Relations (VCDR) art. 13, 14, 16, 17, 19; Vienna Convention on Consular Relations
(VCCR) art. 9 and 16. Bands marked unverified are this office's default, for the Belgian lists
disagree; a guest may always be moved by hand with a reason.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.countries import country_name
from app.contacts.rules.reference import rows
from app.core.fold import sort_key, words
from app.core.text import N_, Language, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

_LATE = dt.date.max
_LAST = 10**6


@dataclass(frozen=True, slots=True)
class RankInput:
    """What decides somebody's place. `country` is the sending State, alpha-2.

    `since` is the day the function was taken up, which orders chargés a.i.; `substitute` marks
    somebody known only by name who comes for the person of this function.
    """

    id: UUID
    function: str = "other"
    country: str = ""
    family: str = ""
    given: str = ""
    credentials_on: dt.date | None = None
    credentials_time: dt.time | None = None
    credentials_sequence: int | None = None
    exequatur_on: dt.date | None = None
    since: dt.date | None = None
    receiving_body: str = ""
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class Manual:
    """A place given by hand, counted from 1, with the reason that is shown."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class PrecedenceRules:
    """Which list, before which body the host is accredited, and places given by hand."""

    list_name: str = "city"
    host_body: str = codes.ReceivingBody.KING_OF_THE_BELGIANS
    manual: tuple[tuple[UUID, Manual], ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in the order, from 1, with its reason and its band."""

    position: int
    id: UUID
    reason: Sentence
    band: Sentence


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the order: functions that rank alike, and what orders them."""

    position: int
    ordered_by: str
    label: str


Key = tuple[object, ...]

BAND_LABELS = (
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
)
"""The labels of the lists that come with the program, here to be translated."""


def rank(
    people: Sequence[RankInput],
    rules: PrecedenceRules | None = None,
    language: Language = Language.EN,
) -> list[Placed]:
    """Put people in order: total, stable, whatever the order they come in.

    Ties are broken by date, time, sequence, the name of the State in `language`, the person's
    name, and at the very last the id.
    """
    chosen = rules or PrecedenceRules()
    bands = precedence_list(chosen.list_name)
    heads = _heads(people, bands, chosen.host_body, language)
    keys = {one.id: _key(one, bands, chosen.host_body, language, heads) for one in people}
    ordered = sorted(people, key=lambda one: keys[one.id])
    shared = _shared_days(ordered)
    by_rule = [(one, _reason(one, bands, chosen, shared)) for one in ordered]
    moved = _moved(by_rule, dict(chosen.manual))
    return [
        Placed(position, one.id, reason, say(_band(one, bands).label))
        for position, (one, reason) in enumerate(moved, start=1)
    ]


@cache
def precedence_list(name: str) -> Mapping[str, Band]:
    """The band of each function in a list; KeyError-free: unknown functions go with "other"."""
    found: dict[str, Band] = {}
    for row in rows("precedence_lists"):
        if row["list"] == name:
            band = Band(int(row["position"]), row["ordered_by"], row["label"])
            found.update(dict.fromkeys(row["functions"].split("|"), band))
    return found


def _band(one: RankInput, bands: Mapping[str, Band]) -> Band:
    if one.substitute:
        return bands["staff"]
    return bands.get(one.function) or bands["other"]


def _heads(
    people: Sequence[RankInput], bands: Mapping[str, Band], host_body: str, language: Language
) -> dict[str, int]:
    """The places of the heads of mission by their State: their staff follow in the same order."""
    heads = [one for one in people if codes.is_head_of_mission(one.function) and not one.substitute]
    heads.sort(key=lambda one: _key(one, bands, host_body, language, {}), reverse=True)
    return {one.country: len(heads) - at for at, one in enumerate(heads) if one.country}


def _key(
    one: RankInput,
    bands: Mapping[str, Band],
    host_body: str,
    language: Language,
    heads: Mapping[str, int],
) -> Key:
    band = _band(one, bands)
    state = words(country_name(one.country, language)) if one.country else "~"
    name = sort_key(one.family, one.given)
    inside = {
        "credentials": _by_credentials(one, host_body),
        "exequatur": _by_exequatur(one),
        "ladder": _by_ladder(one, heads),
    }.get(band.ordered_by, _by_list(one, bands))
    if one.substitute:
        inside = (0, 0, 0, 0, 0, 0)
    return (band.position, *map(_sortable, inside), state, name, one.id.int)


def _sortable(value: object) -> float:
    """Dates and times as numbers, so that keys of different bands compare."""
    if isinstance(value, dt.date):
        return float(value.toordinal())
    if isinstance(value, dt.time):
        return value.hour * 3600.0 + value.minute * 60 + value.second
    return float(value) if isinstance(value, int | float) else 0.0


def _by_credentials(one: RankInput, host_body: str) -> Key:
    """Class, then the host's own corps before the others, then the moment (VCDR art. 14, 16)."""
    rank_class = codes.diplomatic_class(one.function) or _LAST
    other_corps = int(_receiving_body(one, host_body) != host_body)
    charge = one.function == codes.Function.CHARGE_AI
    day = (one.since or one.credentials_on) if charge else one.credentials_on
    time = one.credentials_time or dt.time(23, 59, 59)
    return (other_corps, rank_class, day or _LATE, time, one.credentials_sequence or _LAST, 0)


def _receiving_body(one: RankInput, host_body: str) -> str:
    """To whom somebody is accredited; a permanent representative is not to a head of State."""
    if one.receiving_body:
        return one.receiving_body
    return "" if one.function == codes.Function.PERMANENT_REPRESENTATIVE else host_body


def _by_ladder(one: RankInput, heads: Mapping[str, int]) -> Key:
    """The rung, then as the head of the own mission ranks, then the day of arrival (VCDR 17)."""
    rung = codes.staff_order(one.function) or _LAST
    return (rung, heads.get(one.country, _LAST), one.since or _LATE, 0, 0, 0)


def _by_exequatur(one: RankInput) -> Key:
    """Class, career before honorary in each, then the exequatur; acting heads last (VCCR 16).

    Without an exequatur date: after those with one, by the day the function was taken up.
    """
    rank_class = codes.consular_class(one.function) or _LAST
    honorary = int(codes.is_honorary(one.function))
    return (rank_class, honorary, one.exequatur_on or _LATE, one.since or _LATE, 0, 0)


def _by_list(one: RankInput, bands: Mapping[str, Band]) -> Key:
    """By the place of the function in its band."""
    return (list(bands).index(one.function) if one.function in bands else _LAST, 0, 0, 0, 0, 0)


# --- reasons ---


def _shared_days(ordered: Sequence[RankInput]) -> dict[UUID, int]:
    """For heads of mission received on one day: who was the how-manyth."""
    by_day: dict[tuple[str, dt.date], list[UUID]] = {}
    for one in ordered:
        if one.credentials_on and one.function != codes.Function.CHARGE_AI and not one.substitute:
            by_day.setdefault((one.receiving_body, one.credentials_on), []).append(one.id)
    many = [ids for ids in by_day.values() if len(ids) > 1]
    return {row_id: at for ids in many for at, row_id in enumerate(ids, start=1)}


def _reason(
    one: RankInput, bands: Mapping[str, Band], rules: PrecedenceRules, shared: Mapping[UUID, int]
) -> Sentence:
    if one.substitute:
        return say(N_("A substitute does not inherit rank"))
    if one.function == codes.Function.NUNCIO:
        return say(N_("Nuncio first, as dean of the corps"))
    reasons = {
        "credentials": _credentials_reason,
        "exequatur": _exequatur_reason,
        "ladder": _ladder_reason,
    }
    band = _band(one, bands)
    give = reasons.get(band.ordered_by)
    if give is None:
        return say(N_("{band}, by the list of the office"), band=say(band.label))
    return give(one, rules, shared)


def _credentials_reason(
    one: RankInput, rules: PrecedenceRules, shared: Mapping[UUID, int]
) -> Sentence:
    if one.function == codes.Function.CHARGE_AI:
        if one.since is None:
            return say(N_("Chargé d'affaires a.i., after the ambassadors"))
        return say(N_("Chargé d'affaires a.i. since {day}, after ambassadors"), day=one.since)
    if _receiving_body(one, rules.host_body) != rules.host_body:
        return say(N_("Accredited to {body}: after the host's own corps"), body=_body(one))
    if one.credentials_on is None:
        return say(N_("Credentials date not known: after those with a date"))
    if one.id in shared:
        return say(
            N_("Credentials {day}, no. {place} that day"),
            day=one.credentials_on,
            place=one.credentials_sequence or shared[one.id],
        )
    return say(N_("Credentials {day}"), day=one.credentials_on)


def _body(one: RankInput) -> Sentence:
    if one.receiving_body in set(codes.ReceivingBody):
        return codes.label(codes.ReceivingBody(one.receiving_body))
    if not one.receiving_body:
        return say(N_("an international organisation"))
    return plain(country_name(one.receiving_body, Language.EN))


def _exequatur_reason(
    one: RankInput, _rules: PrecedenceRules, _shared: Mapping[UUID, int]
) -> Sentence:
    if one.function == codes.Function.ACTING_HEAD_OF_POST:
        return say(N_("Acting head: after all heads of post"))
    day = one.exequatur_on
    if codes.is_honorary(one.function):
        if day is None:
            return say(N_("Honorary, after career consuls of the class; exequatur date not known"))
        return say(N_("Honorary, after career consuls of the class; exequatur {day}"), day=day)
    if day is None:
        return say(N_("Consul; exequatur date not known"))
    return say(N_("Exequatur {day}"), day=day)


def _ladder_reason(
    one: RankInput, _rules: PrecedenceRules, _shared: Mapping[UUID, int]
) -> Sentence:
    function = codes.label(codes.Function(one.function))
    return say(N_("{function}: by the ladder of a mission's staff"), function=function)


def _moved(
    by_rule: list[tuple[RankInput, Sentence]], manual: Mapping[UUID, Manual]
) -> list[tuple[RankInput, Sentence]]:
    """Take those with a place of their own out, then put them in, the lowest place first."""
    stay = [entry for entry in by_rule if entry[0].id not in manual]
    chosen = [entry for entry in by_rule if entry[0].id in manual]
    for one, _rule in sorted(chosen, key=lambda entry: manual[entry[0].id].place):
        wish = manual[one.id]
        told = N_("Moved to {place}: {reason}")
        reason = say(told, place=wish.place, reason=wish.reason)
        stay.insert(min(wish.place - 1, len(stay)), (one, reason))
    return stay
