"""Every write to the lists of precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.contacts.model import PrecedenceBand, PrecedenceList
from app.contacts.queries.precedence import BAND_FIELDS, LIST_FIELDS
from app.contacts.rules import codes
from app.contacts.rules.precedence_lists import own_words, shipped_lists, split_function
from app.core.command import command, naming
from app.core.errors import InvalidError, Problem
from app.core.records import checked, refuse
from app.core.text import N_, say

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft.precedence import BandDraft, PrecedenceListDraft


@command(N_("Put the lists of precedence that come with Belfry in the office"))
def add_shipped_lists(session: Session) -> int:
    """Add those shipped lists the office has not got by name; how many were added."""
    known = set(session.scalars(select(PrecedenceList.name)))
    there = session.scalars(select(PrecedenceList.id).where(PrecedenceList.usual)).first()
    last = session.scalar(select(func.max(PrecedenceList.position))) or 0
    fresh = [one for one in shipped_lists() if one.name not in known]
    for at, one in enumerate(fresh, start=last + 1):
        fields = {name: getattr(one, name) for name in LIST_FIELDS}
        made = PrecedenceList(**fields, usual=one.usual and there is None, position=at)
        for place, band in enumerate(one.bands, start=1):
            own = {name: getattr(band, name) for name in BAND_FIELDS}
            made.bands.append(PrecedenceBand(position=place, functions=list(band.functions), **own))
        session.add(made)
    return len(fresh)


@command(N_("Added the list of precedence {name}"))
def add_precedence_list(
    session: Session, draft: PrecedenceListDraft, like: UUID | None = None
) -> UUID:
    """Add a list, with the bands of another one where `like` names it."""
    refuse(draft.problems())
    last = session.scalar(select(func.max(PrecedenceList.position))) or 0
    first = session.scalar(select(func.count()).select_from(PrecedenceList)) == 0
    fields = {name: getattr(draft, name) for name in LIST_FIELDS}
    made = PrecedenceList(**fields, position=last + 1, usual=first)
    if like is not None:
        for band in checked(session, PrecedenceList, like, None).bands:
            own = {name: getattr(band, name) for name in BAND_FIELDS}
            copied = PrecedenceBand(position=band.position, functions=list(band.functions), **own)
            made.bands.append(copied)
    session.add(made)
    _name(session, made)
    return made.id


@command(N_("Changed the list of precedence {name}"))
def change_precedence_list(
    session: Session, list_id: UUID, revision: UUID | None, draft: PrecedenceListDraft
) -> None:
    """Keep name, date, source and the rest of a list as the draft has them."""
    refuse(draft.problems())
    kept = checked(session, PrecedenceList, list_id, revision)
    for name in LIST_FIELDS:
        setattr(kept, name, getattr(draft, name))
    _name(session, kept)


@command(N_("Removed the list of precedence {name}"))
def remove_precedence_list(session: Session, list_id: UUID) -> None:
    """Remove a list with its bands.

    Raises:
        InvalidError: it is the usual one.
        InUseError: a reception follows it.
    """
    gone = checked(session, PrecedenceList, list_id, None)
    if gone.usual:
        words = N_("The office follows this list: choose another usual list first.")
        refuse([Problem("usual", say(words))])
    _name(session, gone)
    session.delete(gone)


@command(N_("The office now follows the list {name}"))
def choose_usual_list(session: Session, list_id: UUID) -> None:
    """Follow a list wherever no other is chosen."""
    chosen = checked(session, PrecedenceList, list_id, None)
    for one in session.scalars(select(PrecedenceList).where(PrecedenceList.usual)):
        one.usual = one is chosen
    chosen.usual = True
    _name(session, chosen)


@command(N_("Added {band} to the list {name}"))
def add_band(session: Session, list_id: UUID, draft: BandDraft, after: UUID | None = None) -> UUID:
    """Add a band under another one, or at the end."""
    refuse(draft.problems())
    home = checked(session, PrecedenceList, list_id, None)
    _refuse_twice(home, draft, None)
    band = PrecedenceBand(position=0)
    _fill(band, draft)
    order = list(home.bands)
    at = next((n for n, one in enumerate(order, start=1) if one.id == after), len(order))
    order.insert(at, band)
    home.bands.append(band)
    _count(order)
    _name(session, home, band)
    return band.id


@command(N_("Changed {band} in the list {name}"))
def change_band(session: Session, band_id: UUID, revision: UUID | None, draft: BandDraft) -> None:
    """Keep a band as the draft has it."""
    refuse(draft.problems())
    band = checked(session, PrecedenceBand, band_id, revision)
    _refuse_twice(band.precedence_list, draft, band)
    _fill(band, draft)
    _name(session, band.precedence_list, band)


@command(N_("Moved {band} in the list {name}"))
def move_band(session: Session, band_id: UUID, by: int) -> None:
    """Move a band up (-1) or down (1) by so many places, as far as the list goes."""
    band = checked(session, PrecedenceBand, band_id, None)
    home = band.precedence_list
    order = sorted(home.bands, key=lambda one: (one.position, one.id))
    at = order.index(band)
    order.insert(max(0, min(at + by, len(order) - 1)), order.pop(at))
    _count(order)
    _name(session, home, band)


@command(N_("Removed {band} from the list {name}"))
def remove_band(session: Session, band_id: UUID) -> None:
    """Take a band out of its list; its functions then stand at the end."""
    band = checked(session, PrecedenceBand, band_id, None)
    home = band.precedence_list
    _name(session, home, band)
    home.bands.remove(band)
    _count(sorted(home.bands, key=lambda one: (one.position, one.id)))


def _fill(band: PrecedenceBand, draft: BandDraft) -> None:
    for name in BAND_FIELDS:
        setattr(band, name, getattr(draft, name))
    band.functions = list(draft.functions)


def _count(order: list[PrecedenceBand]) -> None:
    for place, one in enumerate(order, start=1):
        one.position = place


def _refuse_twice(home: PrecedenceList, draft: BandDraft, own: PrecedenceBand | None) -> None:
    """A function stands once in a list, or nobody could say where.

    Raises:
        InvalidError: another band has one of the functions.
    """
    for band in home.bands:
        twice = set(band.functions) & set(draft.functions) if band is not own else set()
        if twice:
            function = codes.label(codes.Function(split_function(min(twice))[0]))
            words = N_("{function} stands in “{band}” already: take it out there first.")
            told = say(words, function=function, band=own_words(band.label))
            raise InvalidError(told, (Problem("functions", told),))


def _name(session: Session, home: PrecedenceList, band: PrecedenceBand | None = None) -> None:
    naming(session, name=own_words(home.name))
    if band is not None:
        naming(session, band=own_words(band.label))
