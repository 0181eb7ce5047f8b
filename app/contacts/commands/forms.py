"""Every write to forms of address: a person's own, and the office's templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import AddressForm, AddressOverride, Person
from app.contacts.queries.forms import KEY_FIELDS, template_label
from app.contacts.rules import names
from app.core.command import command, naming
from app.core.entity import ALWAYS
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import TemplateDraft


@command(N_("Set how to address {name}"))
def set_override(
    session: Session,
    person_id: UUID,
    language: str,
    channel: str,
    words: str,
    confirmed_on: dt.date | None = None,
    company: str = "",
    valid_from: dt.date = ALWAYS,
) -> None:
    """Keep a person's own form of address from a day on.

    The same day again corrects the words in place; a later day leaves those before as they were,
    so that a letter keeps the form of its date. Empty words go back to the usual form from that
    day on. `company` is "couple" for the form with their spouse or partner.
    """
    person = checked(session, Person, person_id, None)
    naming(session, name=names.full_name(person.name))
    key = (language, channel, company)
    rows = [one for one in person.overrides if (one.language, one.channel, one.company) == key]
    if not words.strip():
        _back_to_usual(person, rows, key, valid_from)
        return
    here = next((one for one in rows if one.valid_from == valid_from), None)
    if here is None:
        person.overrides.append(_override(key, words, valid_from, confirmed_on))
    else:
        here.words, here.confirmed_on = words, confirmed_on


def _back_to_usual(
    person: Person, rows: list[AddressOverride], key: tuple[str, str, str], day: dt.date
) -> None:
    """No own form from a day on; one without words marks the end of an earlier one."""
    earlier = [one for one in rows if one.valid_from < day]
    here = next((one for one in rows if one.valid_from == day), None)
    for later in (one for one in rows if one.valid_from > day):
        person.overrides.remove(later)
    if any(one.words for one in earlier):
        if here is None:
            person.overrides.append(_override(key, "", day, None))
        else:
            here.words, here.confirmed_on = "", None
    elif here is not None:
        person.overrides.remove(here)


def _override(
    key: tuple[str, str, str], words: str, day: dt.date, confirmed_on: dt.date | None
) -> AddressOverride:
    language, channel, company = key
    return AddressOverride(
        language=language,
        channel=channel,
        company=company,
        words=words,
        valid_from=day,
        confirmed_on=confirmed_on,
    )


@command(N_("Changed the form of address: {form}"))
def change_template(
    session: Session, template_id: UUID, revision: UUID | None, draft: TemplateDraft
) -> UUID:
    """Change the words of a template; answers the row that now holds them.

    A change holds from `draft.valid_from` on and leaves the row before as it was; a correction, or
    a change from the very day the row began, mends it in place.

    Raises:
        InvalidError: the day lies before the words it would change.
    """
    refuse(draft.problems())
    row = checked(session, AddressForm, template_id, revision)
    naming(session, form=template_label(row))
    if draft.correction or draft.valid_from == row.valid_from:
        _fill(row, draft)
        return row.id
    if draft.valid_from < row.valid_from:
        early = N_("These words hold from {day} on: choose a later day, or correct them.")
        refuse([Problem("valid_from", say(early, day=row.valid_from))])
    key = {name: getattr(row, name) for name in KEY_FIELDS}
    there = _at(session, key, draft.valid_from)
    if there is None:
        there = AddressForm(**key, template=draft.template, valid_from=draft.valid_from)
        session.add(there)
    _fill(there, draft)
    return there.id


@command(N_("Added the form of address: {form}"))
def add_template(session: Session, draft: TemplateDraft) -> UUID:
    """Add a template for a function that had none of its own.

    Raises:
        InvalidError: there is one from that day on.
    """
    refuse(draft.problems())
    key = {name: getattr(draft, name) for name in KEY_FIELDS}
    if _at(session, key, draft.valid_from) is not None:
        there = N_("There is such a form from that day on: change that one.")
        refuse([Problem("function", say(there))])
    row = AddressForm(**key, template=draft.template, valid_from=draft.valid_from)
    _fill(row, draft)
    session.add(row)
    naming(session, form=template_label(row))
    return row.id


@command(N_("Removed the form of address: {form}"))
def remove_template(session: Session, template_id: UUID) -> None:
    """Remove a template; what it replaced, or the general one, serves again."""
    row = checked(session, AddressForm, template_id, None)
    naming(session, form=template_label(row))
    session.delete(row)


def _fill(row: AddressForm, draft: TemplateDraft) -> None:
    row.template = "\n".join(line.strip() for line in draft.template.strip().splitlines())
    row.source, row.verified = draft.source.strip(), draft.verified


def _at(session: Session, key: dict[str, str], day: dt.date) -> AddressForm | None:
    query = select(AddressForm).filter_by(**key).where(AddressForm.valid_from == day)
    return session.scalars(query).first()
