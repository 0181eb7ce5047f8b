"""How a speech begins: whom the speaker greets, in order of precedence, and then everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.fold import words as folded
from app.core.text import N_, Language, t

if TYPE_CHECKING:
    from collections.abc import Sequence

GREETED = 7
"""More forms than this nobody listens to; the others are the ladies and gentlemen."""
_SEVERAL = {
    Language.EN: {
        "excellency": "Excellencies",
        "your excellency": "Excellencies",
    },
    Language.NL: {
        "excellentie": "Excellenties",
        "de ambassadeur": "Excellenties",
        "de hoge commissaris": "Excellenties",
        "de gezant": "Excellenties",
        "de zaakgelastigde": "Dames en heren zaakgelastigden",
        "de consul generaal": "Dames en heren consuls-generaal",
        "de consul": "Dames en heren consuls",
        "de schepen": "Dames en heren schepenen",
        "de burgemeester": "Dames en heren burgemeesters",
    },
    Language.FR: {
        "excellence": "Excellences",
        "l ambassadeur": "Mesdames et Messieurs les Ambassadeurs",
        "l ambassadrice": "Mesdames et Messieurs les Ambassadeurs",
        "le charge d affaires": "Mesdames et Messieurs les Chargés d’affaires",
        "la chargee d affaires": "Mesdames et Messieurs les Chargés d’affaires",
        "le consul general": "Mesdames et Messieurs les Consuls généraux",
        "la consule generale": "Mesdames et Messieurs les Consuls généraux",
        "le consul": "Mesdames et Messieurs les Consuls",
        "la consule": "Mesdames et Messieurs les Consuls",
        "l echevin": "Mesdames et Messieurs les Échevins",
        "l echevine": "Mesdames et Messieurs les Échevins",
    },
}
_BEFORE = ("mevrouw ", "mijnheer ", "meneer ", "madame ", "monsieur ", "madam ", "mr ")


@dataclass(frozen=True, slots=True)
class Greeted:
    """Somebody present: the spoken form, the family name, whether they are greeted apart."""

    form: str
    family: str = ""
    honoured: bool = False


def salutation(present: Sequence[Greeted], language: Language) -> tuple[str, ...]:
    """The opening of a speech, line by line, from those present in order of precedence.

    Several of one title are greeted at once, where the first of them stands; a guest of honour, or
    who was given a place by hand, is greeted apart (`honoured`). Who has no title but a name is
    among the ladies and gentlemen.
    """
    groups: dict[str, list[str]] = {}
    for one in present:
        form = one.form.strip()
        named = bool(one.family) and f" {folded(one.family)} " in f" {folded(form)} "
        if form and (one.honoured or not named):
            key = f"= {form}" if one.honoured else several(form, language) or form
            groups.setdefault(key, []).append(form)
    told = [_told(key, forms) for key, forms in groups.items()]
    return (*dict.fromkeys(told[:GREETED]), t(N_("Ladies and gentlemen"), language))


def several(form: str, language: Language) -> str:
    """How several are greeted who would each be greeted so; "" where there is no such form."""
    key = folded(form)
    for before in _BEFORE:
        key = key.removeprefix(before)
    return _SEVERAL[language].get(key, "")


def _told(key: str, forms: list[str]) -> str:
    return forms[0] if len(forms) == 1 or key.startswith("= ") else key
