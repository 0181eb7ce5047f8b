"""Choosing in the sample office: interests, wishes, decisions, the stock of gifts, golden book."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.contacts.commands import set_tags
from app.contacts.queries import goal_tag, offered_tags
from app.dossiers.commands import add_gift, add_stock, set_partners
from app.dossiers.draft import GiftDraft, GiftStockDraft, PartnerDraft
from app.dossiers.queries import gift_stock
from app.receptions.commands import add_golden_page, put_off_proposal, refuse_proposal, set_masts
from app.receptions.draft import GoldenPageDraft, PutOffDraft, RefusalDraft
from app.sample_office.rows import DATA

if TYPE_CHECKING:
    from uuid import UUID

    from app.contacts.draft import TagDraft
    from app.sample_office import Builder

_ROLES = ("interest", "expertise", "network")
_TAGGED = 5
_WISHED = 4
_BOUGHT = 60


def plan_choosing(builder: Builder) -> None:
    """Everything on its day."""
    told: dict[str, Any] = json.loads((DATA / "choosing.json").read_text(encoding="utf-8"))
    day = builder.calendar.day
    builder.on(day(_TAGGED, 3), _interests, builder, told["borne"])
    for key, rows in told["partners"].items():
        builder.on(day(_WISHED, 3), _partners, builder, key, rows)
    for one in told["decisions"]:
        builder.on(day(one["weeks"], one["weekday"]), _decide, builder, one)
    for key, masts in told["masts"].items():
        builder.on(day(_WISHED, 4), _masts, builder, key, masts)
    stock: dict[str, UUID] = {}
    for one in told["stock"]:
        builder.on(day(_BOUGHT, 1), _buy, builder, one, stock)
    for one in told["given"]:
        builder.on(day(one["weeks"], one["weekday"]), _give, builder, one, stock)
    for one in told["pages"]:
        noted = one.get("noted", one.get("weeks", 0))
        builder.on(day(noted, one.get("weekday", 2)), _page, builder, one)


def _interests(builder: Builder, rows: list[dict[str, Any]]) -> None:
    known = {one.name: one for one in builder.workspace.ask(offered_tags)}
    for row in rows:
        whom = builder.organisations[row["for"]] if "for" in row else None
        wanted: list[tuple[TagDraft, str, Any]] = [
            (known.get(name) or goal_tag(int(name.split()[1])), role,
             whom if role == "network" else None)
            for role in _ROLES
            for name in row.get(role, ())
        ]  # fmt: skip
        builder.workspace.run(set_tags, "person", builder.people[row["person"]], wanted)


def _partners(builder: Builder, key: str, rows: list[dict[str, str]]) -> None:
    wanted = [PartnerDraft(builder.organisations[row["organisation"]], row["wish"]) for row in rows]
    builder.workspace.run(set_partners, builder.receptions[key], wanted)


def _decide(builder: Builder, one: dict[str, Any]) -> None:
    reception, person = builder.receptions[one["reception"]], builder.people[one["person"]]
    if one["decision"] == "no":
        draft = RefusalDraft(one["reason"], everywhere=one.get("everywhere", False))
        builder.workspace.run(refuse_proposal, reception, person, draft)
    else:
        later = PutOffDraft(builder.calendar.day(one["again"], 0), one["reason"])
        builder.workspace.run(put_off_proposal, reception, person, later)


def _masts(builder: Builder, key: str, masts: int) -> None:
    builder.workspace.run(set_masts, builder.receptions[key], masts)


def _buy(builder: Builder, one: dict[str, Any], stock: dict[str, UUID]) -> None:
    draft = GiftStockDraft(**{name: value for name, value in one.items() if name != "key"})
    stock[one["key"]] = builder.workspace.run(add_stock, draft)


def _give(builder: Builder, one: dict[str, Any], stock: dict[str, UUID]) -> None:
    known = {row.id: row.draft for row in builder.workspace.ask(gift_stock)}
    taken = known[stock[one["stock"]]]
    draft = GiftDraft(
        taken.what,
        given_on=builder.calendar.work_day(builder.calendar.day(one["weeks"], one["weekday"])),
        value=taken.value,
        giver="Stad Gent",
        occasion=one["occasion"],
        person=builder.people[one["person"]],
        organisation=builder.organisations[one["organisation"]],
        dossier=builder.receptions[one["reception"]],
        stock=stock[one["stock"]],
    )
    builder.workspace.run(add_gift, draft)


def _page(builder: Builder, one: dict[str, Any]) -> None:
    day = builder.calendar.day
    signed = day(one["weeks"], one["weekday"]) if "weeks" in one else None
    draft = GoldenPageDraft(
        one["words"], one["signatories"], signed, one["note"], builder.receptions[one["reception"]]
    )
    builder.workspace.run(add_golden_page, draft)
