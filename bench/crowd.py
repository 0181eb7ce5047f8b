"""A crowd as a large protocol office knows it: posts, their people, partners, tags, receptions."""

from __future__ import annotations

import datetime as dt
import random
import sys
from itertools import cycle
from typing import TYPE_CHECKING
from uuid import UUID

from app.contacts.commands import tag_contacts
from app.contacts.draft import (
    ContactDraft,
    OrganisationDraft,
    PersonDraft,
    PostingDraft,
    TagDraft,
)
from app.contacts.rules import countries
from app.core import search
from app.core.directory import View
from app.core.office import open_office
from app.dossiers.draft import DossierDraft
from app.interchange.adding import import_contacts
from app.receptions.commands import add_reception, invite
from app.receptions.draft import ReceptionDraft
from app.schema import TRADE
from bench import people

if TYPE_CHECKING:
    from collections.abc import Iterator

_POSTS = ("embassy", "consulate_general", "honorary_consulate", "mission_to_eu")
_HEADS = {
    "embassy": "ambassador",
    "consulate_general": "consul_general",
    "honorary_consulate": "honorary_consul",
    "mission_to_eu": "ambassador",
}
_STAFF = ("counsellor", "first_secretary", "third_secretary", "minister_counsellor", "staff")
_PARTNERS = ("company", "university", "city", "association", "press")
_PARTNERED, _ALONE = 6, 9
_DAY = dt.date(2026, 11, 1)


def drafts(count: int) -> Iterator[ContactDraft]:
    """`count` people: a tenth heads of posts, a half their staff, a third partners' people, and
    some without a function. Every run gives the same.
    """
    chance = random.Random(7)  # noqa: S311 - invented people
    codes = [one.code for one in countries.countries()]
    posts = cycle((kind, code) for kind in _POSTS for code in codes)
    for number, row in enumerate(people.people(count)):
        told = dict(zip(people.COLUMNS, row, strict=True))
        person = PersonDraft(
            told["Family name"], told["Given name"], native_name=told["Native name"],
            language=told["Language"], emails=(told["Email"],), phones=(told["Phone"],),
            note=told["Note"],
        )  # fmt: skip
        share = number % 10
        began = _DAY - dt.timedelta(days=chance.randrange(1, 2_000))
        if share == _ALONE:
            yield ContactDraft(person)
        elif share >= _PARTNERED:
            kind = _PARTNERS[number % len(_PARTNERS)]
            partner = OrganisationDraft(f"{kind.title()} {number % 3_000:04}", kind, "BE")
            yield ContactDraft(person, partner, PostingDraft("director", starts_on=began))
        else:
            kind, code = next(posts)
            head = share == 0
            function = _HEADS[kind] if head else _STAFF[number % len(_STAFF)]
            posting = PostingDraft(
                function, starts_on=began, credentials_on=began if head else None
            )
            post = OrganisationDraft("", kind, code, "BE", city="Brussels")
            yield ContactDraft(person, post, posting)


def fill(path: str, count: int) -> None:
    """Fill an office with the crowd, and let the city meet, tag and gather some of them."""
    workspace = open_office(path, TRADE)
    workspace.run(import_contacts, drafts(count), "crowd")
    ids = workspace.ask(search.ordered_ids, View(kinds=("person",)), "day")
    chosen = [UUID(bytes=ids[at : at + 16]) for at in range(0, len(ids), 16)]
    few = chosen[:: max(len(chosen) // 2_000, 1)]
    for year, guests in ((2024, few), (2026, few[::2])):
        when = dt.datetime(year, 5, 1, 18)  # noqa: DTZ001 - local to the place
        draft = ReceptionDraft(DossierDraft(title=f"Reception {year}", starts_at=when))
        workspace.run(invite, workspace.run(add_reception, draft), guests, "attended")
    workspace.run(tag_contacts, few[: len(few) // 2], [], TagDraft("Hydrogen", "sector"))
    workspace.close()


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
