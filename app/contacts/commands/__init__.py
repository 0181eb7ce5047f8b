"""Every write to contacts."""

from __future__ import annotations

from app.contacts.commands.accreditations import (
    set_accreditations,
)
from app.contacts.commands.countries import (
    change_country,
    set_celebration,
)
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
    change_organisation,
    change_person,
    change_posting,
    remove_organisation,
    remove_person,
    remove_posting,
    set_photo,
)
from app.contacts.commands.precedence import (
    add_band,
    add_precedence_list,
    add_shipped_lists,
    change_band,
    change_precedence_list,
    choose_usual_list,
    move_band,
    remove_band,
    remove_precedence_list,
)
from app.contacts.commands.relationships import (
    add_relationship,
    change_relationship,
    remove_relationship,
)

__all__ = [
    "add_band",
    "add_organisation",
    "add_person",
    "add_posting",
    "add_precedence_list",
    "add_relationship",
    "add_shipped_lists",
    "add_template",
    "change_band",
    "change_country",
    "change_organisation",
    "change_person",
    "change_posting",
    "change_precedence_list",
    "change_relationship",
    "change_template",
    "choose_usual_list",
    "move_band",
    "remove_band",
    "remove_organisation",
    "remove_person",
    "remove_posting",
    "remove_precedence_list",
    "remove_relationship",
    "remove_template",
    "set_accreditations",
    "set_celebration",
    "set_override",
    "set_photo",
]
