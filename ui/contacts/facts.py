"""What the detail pane asks in the worker: everything of one contact in one question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.contacts import protocol
from app.contacts.queries import (
    CountryRow,
    OrganisationSheet,
    PersonSheet,
    PostingRow,
    address_templates,
    countries,
    organisation_sheet,
    person_sheet,
)
from app.contacts.rules import codes
from app.core import history
from app.core.text import Language
from app.receptions.queries import Meeting, meetings
from ui.contacts.interests import NO_BEARING, Bearing, bearing_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from app.contacts.rules.addressing import Form
    from app.core.history import HistoryRow

HISTORY_SHOWN = 8


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as the pane tells of them; `before` and `after` are the same office's others."""

    sheet: PersonSheet
    forms: dict[Language, dict[str, Form]]
    meetings: tuple[Meeting, ...] = ()
    history: tuple[HistoryRow, ...] = ()
    before: PostingRow | None = None
    after: PostingRow | None = None
    bearing: Bearing = NO_BEARING


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """An organisation with its line of heads, its staff, and what is known of its country."""

    sheet: OrganisationSheet
    country: CountryRow | None = None
    history: tuple[HistoryRow, ...] = field(default=())
    bearing: Bearing = NO_BEARING


def person_facts(session: Any, person_id: UUID) -> PersonFacts:  # a session: ui knows no SQL
    """Everything of a person.

    Raises:
        NotFoundError: there is no such person (any more).
    """
    sheet = person_sheet(session, person_id)
    templates = tuple(address_templates(session))
    current = sheet.current
    forms = {one: protocol.forms(sheet, current, one, templates) for one in Language}
    before = after = None
    if current is not None and current.organisation_id is not None and _heads(current):
        line = organisation_sheet(session, current.organisation_id).postings
        before, after = neighbours(current, line)
    return PersonFacts(
        sheet,
        forms,
        tuple(meetings(session, [person_id]).get(person_id, ())),
        tuple(history.rows(session, person_id, HISTORY_SHOWN)),
        before,
        after,
        bearing_of(session, person_id),
    )


def organisation_facts(session: Any, organisation_id: UUID) -> OrganisationFacts:  # a session
    """Everything of an organisation.

    Raises:
        NotFoundError: there is no such organisation (any more).
    """
    sheet = organisation_sheet(session, organisation_id)
    code = sheet.draft.country
    country = next((row for row in countries(session) if row.code == code), None) if code else None
    return OrganisationFacts(
        sheet,
        country,
        tuple(history.rows(session, organisation_id, HISTORY_SHOWN)),
        bearing_of(session, organisation_id),
    )


def country_facts(session: Any, code: str) -> CountryRow | None:  # a session
    """What the office knows of a country."""
    return next((row for row in countries(session) if row.code == code), None)


def neighbours(
    own: PostingRow, line: Sequence[PostingRow]
) -> tuple[PostingRow | None, PostingRow | None]:
    """Who headed the post before and after."""
    heads = [row for row in line if _heads(row) and row.person_id != own.person_id]
    began = _began(own)
    if began is None:
        return None, None
    dated = [(day, row) for row in heads if (day := _began(row)) is not None]
    before = max((one for one in dated if one[0] < began), key=lambda one: one[0], default=None)
    after = min((one for one in dated if one[0] > began), key=lambda one: one[0], default=None)
    return (before[1] if before else None), (after[1] if after else None)


def _heads(row: PostingRow) -> bool:
    function = row.draft.function
    return codes.is_head_of_mission(function) or codes.consular_class(function) is not None


def is_head(row: PostingRow) -> bool:
    """Whether a posting heads a mission or a consular post."""
    return _heads(row)


def _began(row: PostingRow) -> dt.date | None:
    draft = row.draft
    return draft.starts_on or draft.credentials_on or draft.exequatur_on or draft.arrived_on
