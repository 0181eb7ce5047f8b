"""What the panes of a person and a post tell of relationships, couples and letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.contacts import protocol
from app.contacts.queries import Partner, RelationshipRow, partner_of, relationships
from app.core import clock
from app.core.text import Language
from app.dossiers.queries import LetterRow, letters_of_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.contacts.queries import PersonSheet, TemplateRow
    from app.contacts.rules.addressing import Form

Forms = dict[Language, "dict[str, Form]"]


@dataclass(frozen=True, slots=True)
class AddressFacts:
    """Who somebody's people are, how they are addressed together, what was written to them."""

    relationships: tuple[RelationshipRow, ...] = ()
    partner: Partner | None = None
    couple: Forms | None = None
    letters: tuple[LetterRow, ...] = ()


def address_facts(
    session: Any,  # a session: ui knows no SQL
    sheet: PersonSheet,
    templates: Sequence[TemplateRow],
) -> AddressFacts:
    """The relationships of a person, the forms of the couple where there is one, the letters."""
    partner = partner_of(session, sheet.id, clock.today())
    couple: Forms | None = None
    if partner is not None:
        company = protocol.Company(partner.sheet, partner.posting)
        couple = {
            one: protocol.forms(sheet, sheet.current, one, templates, company=company)
            for one in Language
        }
    return AddressFacts(
        tuple(relationships(session, sheet.id)),
        partner,
        couple,
        tuple(letters_of_person(session, sheet.id)),
    )
