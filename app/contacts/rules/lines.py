"""How a line of the directory reads in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.rules import codes, naming
from app.contacts.rules.places import Place, place_code
from app.core.text import Language

if TYPE_CHECKING:
    from app.core.directory import Line

_FUNCTIONS = frozenset(codes.Function)
_KINDS = frozenset(codes.OrganisationKind)


def title(line: Line, language: Language) -> str:
    """The name; a post without one is called after its kind, country and city."""
    if line.kind == "organisation" and line.place_code:
        return naming.place_name(line.place_code, language)
    return line.title


def place_title(found: Place, language: Language = Language.NL) -> str:
    """The name of a place; a post without one is called after its kind, country and city."""
    return found.name or naming.place_name(place_code(found), language) or found.city


def place(line: Line, language: Language) -> str:
    """Where: the organisation of a person, the city of an organisation, the hall of a reception."""
    if line.kind == "person" and line.place_code:
        return naming.place_name(line.place_code, language)
    return line.place


def role(line: Line, language: Language) -> str:
    """As what: a function or a kind, in words; other codes are the higher room's to read."""
    if line.kind == "person" and line.role in _FUNCTIONS:
        return codes.label(codes.Function(line.role)).to(language)
    if line.kind == "organisation" and line.role in _KINDS:
        return codes.label(codes.OrganisationKind(line.role)).to(language)
    return ""


def subtitle(line: Line, language: Language) -> str:
    """Role and place in one phrase."""
    return " · ".join(part for part in (role(line, language), place(line, language)) if part)
