"""Never the same twice: what was given before to a person, their post, or their country."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.contacts.model import Organisation, Posting
from app.contacts.rules import codes
from app.dossiers.model import Gift
from app.dossiers.queries.gifts import GiftRow, gift_row, load_about
from app.dossiers.rules.gifts import is_same_gift

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language
    from app.dossiers.draft.gifts import GiftDraft


class Whose(StrEnum):
    """To whom the same gift went before, the nearest first."""

    PERSON = "person"
    POST = "post"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same gift, given or received before, and how near the receiver is."""

    gift: GiftRow
    whose: Whose


@dataclass(frozen=True, slots=True)
class _Circle:
    """The post of a person, and the posts of its country; who is or was there, by either."""

    posts: frozenset[UUID] = frozenset()
    at_posts: frozenset[UUID] = frozenset()
    country: frozenset[UUID] = frozenset()
    of_country: frozenset[UUID] = frozenset()


def given_alike(
    session: Session, draft: GiftDraft, language: Language, besides: UUID | None = None
) -> list[Earlier]:
    """The same gift that went the same way before: to the person, at their post (a predecessor),
    or to another post of the country; the nearest first, then the newest.

    The same is what came from the same stock, or is called alike.
    """
    if not (draft.person or draft.organisation) or not (draft.what.strip() or draft.stock):
        return []
    around = _around(session, draft)
    people = {*around.at_posts, *around.of_country, *filter(None, (draft.person,))}
    places = {*around.posts, *around.country, *filter(None, (draft.organisation,))}
    query = (
        select(Gift)
        .where(
            or_(Gift.person_id.in_(people), Gift.organisation_id.in_(places)),
            Gift.direction == draft.direction,
        )
        .options(*load_about())
        .order_by(Gift.given_on.desc().nulls_last(), Gift.id)
    )
    found = [
        Earlier(gift_row(one, language), _whose(one, draft, around))
        for one in session.scalars(query)
        if one.id != besides and _is_same(one, draft)
    ]
    return sorted(found, key=lambda one: list(Whose).index(one.whose))


def _is_same(one: Gift, draft: GiftDraft) -> bool:
    from_stock = draft.stock is not None and one.stock_id == draft.stock
    return from_stock or is_same_gift(one.what, draft.what)


def _whose(one: Gift, draft: GiftDraft, around: _Circle) -> Whose:
    if draft.person is not None and one.person_id == draft.person:
        return Whose.PERSON
    if one.organisation_id == draft.organisation is not None:
        return Whose.POST
    if one.organisation_id in around.posts or one.person_id in around.at_posts:
        return Whose.POST
    return Whose.COUNTRY


def _around(session: Session, draft: GiftDraft) -> _Circle:
    posts = {draft.organisation} if draft.organisation else set()
    if draft.person is not None:
        held = select(Posting.organisation_id).where(
            Posting.person_id == draft.person, Posting.organisation_id.is_not(None)
        )
        posts |= set(session.scalars(held))
    known = select(Organisation.country, Organisation.kind, Organisation.id)
    rows = session.execute(known.where(Organisation.id.in_(posts))).all()
    embassies = frozenset(one for _, kind, one in rows if codes.is_post(kind))
    countries = {country for country, kind, _ in rows if country and codes.is_post(kind)}
    same = session.execute(known.where(Organisation.country.in_(countries)))
    others = frozenset(one for _, kind, one in same if codes.is_post(kind)) - embassies
    return _Circle(embassies, _people(session, embassies), others, _people(session, others))


def _people(session: Session, posts: frozenset[UUID]) -> frozenset[UUID]:
    """Who heads, or headed, posts; their staff got no gift of the post."""
    query = select(Posting.person_id, Posting.function).where(Posting.organisation_id.in_(posts))
    return frozenset(
        person
        for person, function in session.execute(query)
        if codes.is_head_of_mission(function) or codes.consular_class(function) is not None
    )
