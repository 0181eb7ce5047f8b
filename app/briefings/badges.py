"""Badges for who comes: name and function large, and a code the door reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Card, CardLine, Cards, SheetName, name
from app.briefings.door_code import qr_drawing
from app.briefings.guest_list import GuestList
from app.briefings.guest_list import compose as compose_list
from app.contacts.rules import names
from app.core.text import N_, t
from app.receptions.queries import DoorRow, door
from app.receptions.rules import COMING, Status
from app.receptions.rules.door import MARK

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.briefings.guest_words import GuestWords
    from app.briefings.house import Audience
    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class Badges:
    """Who gets a badge, by family name, and how each is called in the paper's language."""

    listed: GuestList
    rows: tuple[DoorRow, ...]
    words: dict[UUID, GuestWords]


def compose(session: Session, reception_id: UUID, language: Language, audience: Audience) -> Badges:
    """Everybody who comes, with whom they bring along."""
    listed = compose_list(session, reception_id, language, audience)
    whole = door(session, reception_id, language)
    rows = tuple(row for row in whole.rows if row.status in COMING and row.name)
    return Badges(listed, rows, {one.row.id: one for one in listed.people})


def document(badges: Badges, sheet: SheetName = SheetName.BADGE, start: int = 1) -> Document:
    """A badge each, in the order of the list at the door."""
    language = badges.listed.frame.language
    reception = badges.listed.reception
    cards = tuple(_card(row, badges) for row in badges.rows)
    title = t(N_("Badges"), language)
    return badges.listed.frame.document(
        title, (Cards(sheet, cards, start),), reception.draft.dossier.title
    )


def _card(row: DoorRow, badges: Badges) -> Card:
    reception = badges.listed.reception
    code = f"{MARK}:{reception.id.hex[:12].upper()}:{row.code}"
    lines = _companion(row) if row.is_companion else _guest(row, badges.words.get(row.guest_id))
    return Card(
        tuple(lines), band=reception.draft.dossier.title, mark=qr_drawing(code), where=row.name
    )


def _companion(row: DoorRow) -> list[CardLine]:
    return [CardLine(name(row.badge or row.name), "name")]


def _guest(row: DoorRow, words: GuestWords | None) -> list[CardLine]:
    if words is None or row.status == Status.REPRESENTED:
        return [CardLine(name(row.name), "name"), CardLine(row.place)]
    lines = [CardLine(name(names.full_name(words.row.name)), "name")]
    if words.native:
        lines.append(CardLine(name(words.native, words.script), "second"))
    return [*lines, *(CardLine(one) for one in (words.title or row.role,) if one)]
