"""Forms of address for two people together, by rank: either of them may be the one who ranks.

Where only one holds a public function, that one's form leads and the other is named beside it
("Son Excellence Monsieur l'Ambassadeur et Madame X", archimail.com). Where both do, each keeps the
own form. The templates are data like the others, with `company` "couple".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from app.contacts.rules import codes
from app.contacts.rules.addressing import (
    CLOSING,
    Form,
    fields_of,
    filled,
    form,
    template_for,
)
from app.contacts.rules.names import full_name
from app.core.text import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.contacts.rules.addressing import Addressee, Book, Template

BOTH_RANK = "both_rank"
"""The template's "function" where each keeps the own form."""
ROYAL_COUPLE = "royal_couple"
"""The template's "function" of a king and a queen together."""

_MONARCHS = frozenset({codes.Function.KING, codes.Function.QUEEN})
_PRIVATE = frozenset(
    {
        codes.Function.BUSINESS,
        codes.Function.CHAIR,
        codes.Function.CITY_OFFICIAL,
        codes.Function.DIRECTOR,
        codes.Function.JOURNALIST,
        codes.Function.STAFF,
        codes.Function.INTERPRETER,
        codes.Function.ASSISTANT,
        codes.Function.PARTNER_OF,
        codes.Function.OTHER,
    }
)
_COURTESY = {
    Language.EN: {"m": ("Mr", "Mr", "Mr"), "f": ("Ms", "Ms", "Ms")},
    Language.NL: {"m": ("de heer", "heer", "mijnheer"), "f": ("mevrouw", "mevrouw", "mevrouw")},
    Language.FR: {"m": ("Monsieur",) * 3, "f": ("Madame",) * 3},
}
"""On an envelope, after "dear", in speech."""
_PLURALS = {
    "Your Excellency": "Your Excellencies",
    "Your Eminence": "Your Eminences",
    "Excellence": "Excellences",
    "Excellentie": "Excellenties",
}
_LOWERED = ("Dear ", "Geachte ", "De heer ", "Mevrouw ", "Mijnheer ")


def has_rank(function: str) -> bool:
    """Whether a function gives its holder a form of their own beside a spouse or partner."""
    return function not in _PRIVATE


Wishes: TypeAlias = "Mapping[str, Form]"
"""How one of the two wishes to be addressed alone, by channel."""


def couple_form(
    leader: Addressee,
    partner: Addressee,
    channel: str,
    language: Language,
    book: Book,
    wishes: tuple[Wishes, Wishes] = ({}, {}),
) -> Form:
    """The form for two people together; `leader` is the one who goes first.

    `wishes` are those of leader and partner: a wish takes the place of the usual own form.
    """
    if channel == CLOSING:
        template = template_for(leader, channel, language, book.alone)
        opening = couple_form(leader, partner, codes.Channel.OPENING, language, book, wishes).text
        return filled(template, {**fields_of(leader, language), "opening": opening.rstrip(",")})
    own = wishes[0].get(channel) or form(leader, channel, language, book.alone)
    others = wishes[1].get(channel) or form(partner, channel, language, book.alone)
    both = has_rank(leader.function) and has_rank(partner.function)
    template = _template(leader, partner, channel, language, book)
    fields = {
        **fields_of(leader, language),
        "own": own.text.rstrip(","),
        "partner_own": _continued(others.text.rstrip(",")),
        **_partner_fields(partner, language),
    }
    if both and own.text == others.text and fields["own"] in _PLURALS:
        return replace(own, text=own.text.replace(fields["own"], _PLURALS[fields["own"]]))
    made = filled(template, fields)
    read = template.verified and all(
        one.verified
        for one, name in ((own, "{own}"), (others, "{partner_own}"))
        if name in template.words
    )
    return replace(made, verified=read, source=template.source or own.source)


def _template(
    leader: Addressee, partner: Addressee, channel: str, language: Language, book: Book
) -> Template:
    function = leader.function
    if {function, partner.function} == _MONARCHS:
        function = ROYAL_COUPLE
    elif has_rank(function) and has_rank(partner.function):
        function = BOTH_RANK
    return template_for(replace(leader, function=function), channel, language, book.couple)


def _partner_fields(partner: Addressee, language: Language) -> dict[str, str]:
    full = full_name(partner.name)
    family = partner.name.family or partner.name.given
    written, called, said = _COURTESY[language].get(partner.gender, ("", "", ""))
    if not written:
        return dict.fromkeys(("partner", "partner_short", "partner_called", "partner_said"), full)
    vocative = language is Language.FR  # "Monsieur l'Ambassadeur, Madame," takes no name
    return {
        "partner": f"{written} {full}",
        "partner_short": f"{written} {family}",
        "partner_called": called if vocative else f"{called} {family}",
        "partner_said": said if vocative else f"{said} {family}",
    }


def _continued(text: str) -> str:
    """A form that goes on after another: "dear", "de heer", "mevrouw" lose their capital."""
    return text[:1].lower() + text[1:] if text.startswith(_LOWERED) else text
