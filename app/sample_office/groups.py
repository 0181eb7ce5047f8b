"""The tags, interests and mailing sets of the sample office."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_mailing_set, add_members, set_tags
from app.contacts.draft import MailingSetDraft, TagDraft
from app.contacts.queries import goal_tag
from app.sample_office.rows import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.core.workspace import Workspace

_ROLES = ("", "interest", "expertise", "network")


def build_groups(
    workspace: Workspace,
    people: Mapping[str, UUID],
    organisations: Mapping[str, UUID],
    priorities: Mapping[str, UUID],
) -> None:
    """Give people and organisations their tags, and gather people in mailing sets."""
    told: dict[str, Any] = json.loads((DATA / "groups.json").read_text(encoding="utf-8"))
    known = {name: TagDraft(name, kind) for name, kind in told["tags"].items()}
    known |= {name: TagDraft(name, "priority") for name in priorities}
    known |= {f"SDG {number}": goal_tag(number) for number in told["goals"]}
    for row in told["borne"]:
        whom = organisations[row["for"]] if "for" in row else None
        wanted = [
            (known[name], role, whom if role == "network" else None)
            for role in _ROLES
            for name in row.get(role, ())
        ]
        kind = "person" if "person" in row else "organisation"
        owner = people[row["person"]] if kind == "person" else organisations[row["organisation"]]
        workspace.run(set_tags, kind, owner, wanted)
    for row in told["sets"]:
        words = {name: row[name] for name in ("name", "purpose", "legal_basis", "reuse_for")}
        made = workspace.run(add_mailing_set, MailingSetDraft(**words))
        members = [people[one] for one in row["people"]]
        workspace.run(add_members, made, members, reinvite=row["reinvite"])
