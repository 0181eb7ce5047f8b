"""Writing saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import SavedView
from app.contacts.rules.views import FURNISHED, to_json
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import ViewDraft


def furnish_missing_views(session: Session) -> None:
    """Keep the views every office begins with, where it has none of its own (any more)."""
    if session.scalars(select(SavedView.id).limit(1)).first() is not None:
        return
    for position, one in enumerate(FURNISHED):
        session.add(
            SavedView(
                id=one.id,
                name=one.name,
                conditions=to_json(one.conditions),
                columns=list(one.columns),
                sort=one.sort,
                descending=one.descending,
                group_by=one.group_by,
                position=position,
            )
        )
    session.flush()


@command(N_("Added the view {name}"))
def add_view(session: Session, draft: ViewDraft, after: UUID | None = None) -> UUID:
    """Add a view, after another or at the end."""
    refuse(draft.problems())
    furnish_missing_views(session)
    naming(session, name=draft.name)
    rows = _in_order(session)
    added = SavedView(name=draft.name)
    _fill(added, draft)
    session.add(added)
    place = next((at + 1 for at, one in enumerate(rows) if one.id == after), len(rows))
    _number([*rows[:place], added, *rows[place:]])
    return added.id


@command(N_("Changed the view {name}"))
def change_view(session: Session, view_id: UUID, revision: UUID | None, draft: ViewDraft) -> None:
    """Keep a view as the draft has it."""
    refuse(draft.problems())
    furnish_missing_views(session)
    view = checked(session, SavedView, view_id, revision)
    naming(session, name=draft.name)
    _fill(view, draft)


@command(N_("Removed the view {name}"))
def remove_view(session: Session, view_id: UUID) -> None:
    """Remove a view; nobody in it is touched."""
    furnish_missing_views(session)
    view = checked(session, SavedView, view_id, None)
    naming(session, name=view.name)
    session.delete(view)


@command(N_("Put the views in another order"))
def order_views(session: Session, ids: Sequence[UUID]) -> None:
    """Put the views in this order; those that are not named come last."""
    furnish_missing_views(session)
    places = {one: at for at, one in enumerate(ids)}
    _number(sorted(_in_order(session), key=lambda one: places.get(one.id, len(places))))


def _in_order(session: Session) -> list[SavedView]:
    query = select(SavedView).order_by(SavedView.position, SavedView.name, SavedView.id)
    return list(session.scalars(query))


def _number(rows: Sequence[SavedView]) -> None:
    for position, one in enumerate(rows):
        if one.position != position:
            one.position = position


def _fill(view: SavedView, draft: ViewDraft) -> None:
    view.name = draft.name.strip()
    view.conditions = to_json(draft.conditions)
    view.columns = list(draft.columns)
    view.sort = draft.sort
    view.descending = draft.descending
    view.group_by = draft.group_by
