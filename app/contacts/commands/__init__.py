"""Every write to contacts."""

from __future__ import annotations

from app.contacts.commands.accreditations import (
    set_accreditations,
)
from app.contacts.commands.bulk import (
    change_people,
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
from app.contacts.commands.groups import (
    add_mailing_set,
    add_members,
    change_mailing_set,
    remove_mailing_set,
    remove_members,
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
from app.contacts.commands.tags import (
    add_tag,
    change_tag,
    merge_tags,
    remove_tag,
    set_tags,
    tag_contacts,
    untag_contacts,
)
from app.contacts.commands.twins import (
    keep_apart,
    keep_organisations_apart,
)
from app.contacts.commands.views import (
    add_view,
    change_view,
    furnish_missing_views,
    order_views,
    remove_view,
)

__all__ = [
    "add_band",
    "add_mailing_set",
    "add_members",
    "add_organisation",
    "add_person",
    "add_posting",
    "add_precedence_list",
    "add_relationship",
    "add_shipped_lists",
    "add_tag",
    "add_template",
    "add_view",
    "change_band",
    "change_country",
    "change_mailing_set",
    "change_organisation",
    "change_people",
    "change_person",
    "change_posting",
    "change_precedence_list",
    "change_relationship",
    "change_tag",
    "change_template",
    "change_view",
    "choose_usual_list",
    "furnish_missing_views",
    "keep_apart",
    "keep_organisations_apart",
    "merge_tags",
    "move_band",
    "order_views",
    "remove_band",
    "remove_mailing_set",
    "remove_members",
    "remove_organisation",
    "remove_person",
    "remove_posting",
    "remove_precedence_list",
    "remove_relationship",
    "remove_tag",
    "remove_template",
    "remove_view",
    "set_accreditations",
    "set_celebration",
    "set_override",
    "set_photo",
    "set_tags",
    "tag_contacts",
    "untag_contacts",
]
