"""Place cards: the card form of each name, folded tents, in order of precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.blocks import Card, CardLine, Cards, SheetName, name
from app.briefings.guest_list import GuestList, compose
from app.core.text import N_, t
from app.receptions.rules import Status

if TYPE_CHECKING:
    from app.briefings.blocks import Document
    from app.briefings.guest_words import GuestWords

__all__ = ["compose", "document"]


def document(listed: GuestList, sheet: SheetName = SheetName.TENT, start: int = 1) -> Document:
    """Cards for everybody with a place; a substitute gets a card with their own name."""
    cards = tuple(_card(one) for one in listed.people)
    title = t(N_("Place cards"), listed.frame.language)
    return listed.frame.document(title, (Cards(sheet, cards, start),))


def _card(one: GuestWords) -> Card:
    row = one.row
    if row.status == Status.REPRESENTED and row.substitute:
        return Card((CardLine(name(row.substitute), "name"),), where=one.where)
    first, *rest = one.card.split("\n")
    lines = [CardLine(name(first), "name")]
    if one.native and one.native not in one.card:
        lines.append(CardLine(name(one.native, one.script), "second"))
    lines += [CardLine(line) for line in rest if line]
    return Card(tuple(lines), where=one.where)
