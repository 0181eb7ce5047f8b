"""A person's name: as it is said, as it stands in a list, in two letters."""

from __future__ import annotations

from dataclasses import dataclass

from app.contacts.rules.codes import NameOrder


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; `order` is a `NameOrder` value."""

    family: str = ""
    given: str = ""
    order: str = "given_first"
    native: str = ""


def full_name(name: Name) -> str:
    """As the person says it: "Aoi Tanaka", "Nguyễn Thị Hạnh"."""
    family_first = name.order == NameOrder.FAMILY_FIRST
    parts = (name.family, name.given) if family_first else (name.given, name.family)
    return " ".join(part for part in parts if part)


def list_name(name: Name) -> str:
    """As a list shows it: "Tanaka, Aoi"; names that begin with the family keep their own order.

    Belgian lists sort a particle with the name ("van der Meulen" under V), so it leads here too.
    """
    if name.order == NameOrder.FAMILY_FIRST or not (name.family and name.given):
        return full_name(name)
    return f"{name.family}, {name.given}"


def initials(name: Name) -> str:
    """Two letters for an avatar, the given name's first where it is said first."""
    family = next(
        (part for part in reversed(name.family.split()) if part[:1].isupper()), name.family
    )
    letters = (name.given[:1], family[:1])
    if name.order == NameOrder.FAMILY_FIRST:
        letters = (name.family[:1], name.given[:1])
    return "".join(letters).upper()
