"""Every write to contacts."""

from __future__ import annotations

from app.contacts.commands.countries import change_country, set_celebration
from app.contacts.commands.people import (
    add_organisation,
    add_person,
    add_posting,
    change_organisation,
    change_person,
    change_posting,
    remove_organisation,
    remove_person,
    remove_posting,
    set_override,
    set_photo,
)
from app.contacts.commands.twins import keep_apart, keep_organisations_apart

__all__ = [
    "add_organisation",
    "add_person",
    "add_posting",
    "change_country",
    "change_organisation",
    "change_person",
    "change_posting",
    "keep_apart",
    "keep_organisations_apart",
    "remove_organisation",
    "remove_person",
    "remove_posting",
    "set_celebration",
    "set_override",
    "set_photo",
]
