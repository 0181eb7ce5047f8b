"""Every write to contacts."""

from __future__ import annotations

from app.contacts.commands.forms import (
    add_template,
    change_template,
    remove_template,
    set_override,
)
from app.contacts.commands.people import (
    add_organisation,
    add_person,
    add_posting,
    change_country,
    change_organisation,
    change_person,
    change_posting,
    remove_organisation,
    remove_person,
    remove_posting,
    set_photo,
)
from app.contacts.commands.relationships import (
    add_relationship,
    change_relationship,
    remove_relationship,
)

__all__ = [
    "add_organisation",
    "add_person",
    "add_posting",
    "add_relationship",
    "add_template",
    "change_country",
    "change_organisation",
    "change_person",
    "change_posting",
    "change_relationship",
    "change_template",
    "remove_organisation",
    "remove_person",
    "remove_posting",
    "remove_relationship",
    "remove_template",
    "set_override",
    "set_photo",
]
