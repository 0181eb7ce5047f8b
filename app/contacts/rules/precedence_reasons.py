"""Why somebody stands where they stand, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.accreditation import body_name
from app.contacts.rules.precedence_lists import Band, OrderedBy, own_words
from app.core.text import N_, Language, Sentence, plain, say

if TYPE_CHECKING:
    from app.contacts.rules.precedence import RankInput


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a reason is made of; `that_day` is the how-manyth of several received on one day."""

    one: RankInput
    band: Band
    own_corps: bool = True
    named: bool = True
    that_day: int | None = None


def reason_of(grounds: Grounds, language: Language) -> Sentence:
    """The reason of a place; States are named in `language`."""
    one, band = grounds.one, grounds.band
    if one.substitute:
        return say(N_("A substitute does not inherit rank"))
    if not grounds.named:
        return say(N_("{function}: not named in this list"), function=_function(one))
    told = _by_rule(grounds, language)
    if band.gap:
        return say(N_("{reason} (place not in the source)"), reason=told)
    return told


def _by_rule(grounds: Grounds, language: Language) -> Sentence:
    by, one = grounds.band.ordered_by, grounds.one
    if by == OrderedBy.CREDENTIALS:
        return _credentials(grounds, language)
    if by == OrderedBy.EXEQUATUR:
        return _exequatur(one)
    if by == OrderedBy.LADDER:
        return say(N_("{function}: by the ladder of a mission's staff"), function=_function(one))
    label = own_words(grounds.band.label)
    if by == OrderedBy.SINCE and one.since is not None:
        return say(N_("{band}, in function since {day}"), band=label, day=one.since)
    if grounds.band.numbered:
        return say(N_("{band}, number {number} of the list"), band=label,
                   number=grounds.band.numbered)  # fmt: skip
    return say(N_("{band}, by the list of the office"), band=label)


def _function(one: RankInput) -> Sentence:
    known = one.function in set(codes.Function)
    return codes.label(codes.Function(one.function)) if known else plain(one.function)


def _credentials(grounds: Grounds, language: Language) -> Sentence:
    one = grounds.one
    if not grounds.own_corps:
        body = body_name(one.receiving_body, language)
        return say(N_("Accredited to {body}: after the host's own corps"), body=body)
    if one.function == codes.Function.NUNCIO:
        return say(N_("Nuncio first, as dean of the corps"))
    if one.function == codes.Function.CHARGE_AI:
        if one.since is None:
            return say(N_("Chargé d'affaires a.i., after the ambassadors"))
        return say(N_("Chargé d'affaires a.i. since {day}, after ambassadors"), day=one.since)
    if one.credentials_on is None:
        return say(N_("Credentials date not known: after those with a date"))
    if grounds.that_day is not None:
        return say(
            N_("Credentials {day}, no. {place} that day"),
            day=one.credentials_on,
            place=one.credentials_sequence or grounds.that_day,
        )
    return say(N_("Credentials {day}"), day=one.credentials_on)


def _exequatur(one: RankInput) -> Sentence:
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
