"""Invented tags and mailing sets for the pictures of contacts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.commands import add_mailing_set, add_members, set_tags
from app.contacts.draft import MailingSetDraft, TagDraft

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.core.workspace import Workspace


def invented_groups(workspace: Workspace, first: UUID, others: Sequence[UUID], port: UUID) -> None:
    """Give people of the pictures tags, interests and places in mailing sets."""
    garden, hydrogen = TagDraft("Sister city Kanazawa"), TagDraft("Hydrogen", "sector")
    study, goal = TagDraft("Higher education", "priority"), TagDraft("SDG 11", "goal", 11)
    wanted = [
        (garden, "interest"),
        (hydrogen, "interest"),
        (study, "interest"),
        (goal, "expertise"),
    ]
    tags = [(tag, role, None) for tag, role in wanted]
    workspace.run(set_tags, "person", first, [*tags, (hydrogen, "network", port)])
    workspace.run(set_tags, "organisation", port, [(hydrogen, "expertise", None)])
    for name, purpose, until in (
        (
            "New-year cards 2027",
            "Cards of the mayor to the corps and the partners",
            dt.date(2027, 2, 1),
        ),
        ("Flemish holiday 2025", "Invitations to the reception of 11 July", dt.date(2025, 12, 31)),
    ):
        draft = MailingSetDraft(name, purpose, "Task in the public interest (GDPR art. 6.1.e)",
                                keep_until=until)  # fmt: skip
        made = workspace.run(add_mailing_set, draft)
        workspace.run(add_members, made, [first, *others], reinvite=False)
