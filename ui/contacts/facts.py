"""What the detail pane asks in the worker: everything of one contact in one question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.contacts import protocol
from app.contacts.queries import (
    CountryRow,
    NationalDayRow,
    OrganisationSheet,
    PersonSheet,
    PostingRow,
    address_templates,
    country_of,
    national_days,
    organisation_sheet,
    person_sheet,
    posting_habits,
    terms_of,
)
from app.contacts.rules import succession
from app.core import clock, history
from app.core.profile import profile
from app.core.text import Language
from app.dossiers.queries import LetterRow, letters_of_post
from ui.contacts.address_facts import AddressFacts, address_facts
from ui.contacts.interests import NO_BEARING, Bearing, bearing_of
from ui.dossiers.facts import MemoryFacts, memory_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from app.contacts.rules.addressing import Form
    from app.contacts.rules.tenure import Habit
    from app.core.history import HistoryRow

HISTORY_SHOWN = 8


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as the pane tells of them; `before` and `after` are the same office's others.

    `standing` is what they are before the office's own host: an envoy also accredited here is
    that, whatever they are elsewhere. `habits` say how long the sending States leave their heads,
    `home` is the office's country.
    """

    sheet: PersonSheet
    forms: dict[Language, dict[str, Form]]
    memory: MemoryFacts = field(default_factory=MemoryFacts)
    history: tuple[HistoryRow, ...] = ()
    before: PostingRow | None = None
    after: PostingRow | None = None
    habits: Mapping[str, Habit] = field(default_factory=dict)
    home: str = "BE"
    standing: PostingRow | None = None
    address: AddressFacts = field(default_factory=AddressFacts)
    bearing: Bearing = NO_BEARING


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """An organisation with its line of heads, its staff, and what is known of its country."""

    sheet: OrganisationSheet
    country: CountryRow | None = None
    history: tuple[HistoryRow, ...] = field(default=())
    days: tuple[NationalDayRow, ...] = ()
    memory: MemoryFacts = field(default_factory=MemoryFacts)
    habits: Mapping[str, Habit] = field(default_factory=dict)
    home: str = "BE"
    letters: tuple[LetterRow, ...] = ()
    bearing: Bearing = NO_BEARING


def person_facts(session: Any, person_id: UUID) -> PersonFacts:  # a session: ui knows no SQL
    """Everything of a person.

    Raises:
        NotFoundError: there is no such person (any more).
    """
    sheet = person_sheet(session, person_id)
    templates = address_templates(session)
    current = sheet.current
    home = profile(session).host_country
    standing = protocol.posting_before(sheet.postings, clock.today(), home)
    forms = {one: protocol.forms(sheet, standing, one, templates) for one in Language}
    before = after = None
    if current is not None and current.organisation_id is not None and is_head(current):
        line = organisation_sheet(session, current.organisation_id).postings
        before, after = neighbours(current, line)
    return PersonFacts(
        sheet,
        forms,
        memory_of(session, "person", person_id),
        tuple(history.rows(session, person_id, HISTORY_SHOWN)),
        before,
        after,
        _habits(session, {row.place.country for row in sheet.postings}),
        home,
        standing,
        address_facts(session, sheet, templates),
        bearing_of(session, person_id),
    )


def _habits(session: Any, states: Iterable[str]) -> dict[str, Habit]:  # a session
    """How long these States leave their heads of mission at a post."""
    known: dict[str, Habit] = {}
    for code in states:
        known |= posting_habits(session, code) if code else {}
    return known


def organisation_facts(session: Any, organisation_id: UUID) -> OrganisationFacts:  # a session
    """Everything of an organisation.

    Raises:
        NotFoundError: there is no such organisation (any more).
    """
    sheet = organisation_sheet(session, organisation_id)
    code = sheet.draft.country
    return OrganisationFacts(
        sheet,
        country_of(session, code) if code else None,
        tuple(history.rows(session, organisation_id, HISTORY_SHOWN)),
        national_days(session, [code]).get(code, ()) if code else (),
        memory_of(session, "organisation", organisation_id),
        _habits(session, [code]),
        profile(session).host_country,
        tuple(letters_of_post(session, organisation_id)),
        bearing_of(session, organisation_id),
    )


def neighbours(
    own: PostingRow, line: Sequence[PostingRow]
) -> tuple[PostingRow | None, PostingRow | None]:
    """Who headed the post before and after, by the dates; who only stood in does not count."""
    known = {row.id: row for row in line}
    before, after = succession.neighbours(own.id, succession.line_of(terms_of(line), clock.today()))
    return (known[before] if before else None), (known[after] if after else None)


def is_head(row: PostingRow) -> bool:
    """Whether a posting heads a mission or a consular post."""
    return succession.is_head(row.draft.function)
