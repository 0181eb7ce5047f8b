"""Fields of two records laid side by side, and what they make together."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.contacts.draft import OrganisationDraft, PersonDraft

D = TypeVar("D", bound="PersonDraft | OrganisationDraft")
EMPTY: tuple[object, ...] = ("", None, ())


@dataclass(frozen=True, slots=True)
class Difference:
    """A field two records fill differently: what the one holds, and the other."""

    field: str
    kept: Any
    other: Any


def joined(kept: D, other: D) -> D:
    """What the one has, its gaps filled from the other, lists united, notes one after the other."""
    made: dict[str, Any] = {}
    for name in (one.name for one in fields(kept)):
        mine, theirs = getattr(kept, name), getattr(other, name)
        if isinstance(mine, tuple):
            made[name] = united(mine, theirs)
        elif name == "note" and mine and theirs and theirs not in mine:
            made[name] = mine if mine in theirs and len(mine) > len(theirs) else f"{mine}\n{theirs}"
        else:
            made[name] = theirs if mine in EMPTY else mine
    if getattr(kept, "family_name", None) == "" and getattr(other, "family_name", ""):
        made["name_order"] = getattr(other, "name_order", "")
    return replace(kept, **made)


def united(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    """Both lists, each entry once, however it is written."""
    known = {" ".join(entry.lower().split()) for entry in one}
    return (*one, *(entry for entry in two if " ".join(entry.lower().split()) not in known))


def differences(kept: D, other: D) -> list[Difference]:
    """The fields to choose in: both filled, and not alike. Lists and notes are united."""
    return [
        Difference(name, mine, theirs)
        for name in (one.name for one in fields(kept))
        if name != "note"
        and not isinstance(mine := getattr(kept, name), tuple)
        and mine not in EMPTY
        and (theirs := getattr(other, name)) not in EMPTY
        and mine != theirs
    ]


def chosen(kept: D, other: D, from_other: Mapping[str, bool]) -> D:
    """The joined record with the fields somebody chose from the other."""
    picked = {name: getattr(other, name) for name, wanted in from_other.items() if wanted}
    return replace(joined(kept, other), **picked)
