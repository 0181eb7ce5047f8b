"""To whom an envoy is accredited, and which accreditation counts before a host.

One head of mission may be accredited to several States and bodies, each with its own moment and
title (Vienna Convention on Diplomatic Relations, art. 5); Brussels has three corps: that of the
King, of the European Union and of NATO.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from app.contacts.rules import codes
from app.contacts.rules.countries import country_name
from app.core.text import N_, Language, Sentence, plain, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

BELGIUM = "BE"
_BODY_OF_KIND = {
    codes.OrganisationKind.MISSION_TO_EU: codes.ReceivingBody.EUROPEAN_UNION,
    codes.OrganisationKind.MISSION_TO_NATO: codes.ReceivingBody.NATO,
}
_INTERNATIONAL = frozenset({codes.Function.PERMANENT_REPRESENTATIVE})


class Accredited(Protocol):
    """An accreditation: to whom, and until when."""

    @property
    def body(self) -> str: ...

    @property
    def ends_on(self) -> dt.date | None: ...


A = TypeVar("A", bound=Accredited)


def canonical(body: str) -> str:
    """The code of a receiving body; the State Belgium is the King, "EU" the Union."""
    known = {
        BELGIUM: codes.ReceivingBody.KING_OF_THE_BELGIANS,
        "EU": codes.ReceivingBody.EUROPEAN_UNION,
    }
    return str(known.get(body.upper(), body))


def receiving_body(given: str, function: str, kind: str, host_country: str) -> str | None:
    """To whom the holder of a posting is accredited by it.

    `given` is what the office noted, else the post tells: a mission to the Union or NATO, an
    embassy whose seat is in Belgium. "" is some international organisation, None is not known.
    """
    if given:
        return canonical(given)
    if kind in _BODY_OF_KIND:
        return str(_BODY_OF_KIND[codes.OrganisationKind(kind)])
    if function in _INTERNATIONAL:
        return ""
    return canonical(host_country) if host_country == BELGIUM and codes.is_post(kind) else None


def chosen(accreditations: Iterable[A], body: str, day: dt.date) -> A | None:
    """The accreditation to a body that runs on a day; None where there is none."""
    wanted = canonical(body)
    for one in accreditations:
        if canonical(one.body) == wanted and (one.ends_on is None or one.ends_on >= day):
            return one
    return None


def body_name(body: str, language: Language) -> Sentence:
    """A receiving body in words: a State by its name in `language`."""
    code = canonical(body)
    if code in set(codes.ReceivingBody):
        return codes.label(codes.ReceivingBody(code))
    if not code:
        return say(N_("an international organisation"))
    return plain(country_name(code, language))


def is_non_resident(
    kind: str, host_country: str, accredited_to: Iterable[str], home: str = BELGIUM
) -> bool:
    """Whether a post has its seat elsewhere while it is accredited here (VCDR art. 5 and 6)."""
    here = {canonical(home), home}
    accredited = any(canonical(one) in here for one in accredited_to)
    return codes.is_post(kind) and bool(host_country) and host_country != home and accredited
