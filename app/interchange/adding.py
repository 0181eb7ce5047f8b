"""Drafts from a list into the office: matched, added through the bulk door, one Step in all."""

from __future__ import annotations

import datetime as dt
import gc
import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from app.contacts import indexing
from app.contacts.commands import change_organisation, change_person
from app.contacts.draft import (
    ContactDraft,
    OrganisationDraft,
    PersonDraft,
    PostingDraft,
)
from app.contacts.model import Organisation, Person, Posting
from app.contacts.queries import (
    ORGANISATION_FIELDS,
    ORGANISATION_LISTS,
    PERSON_FIELDS,
    PERSON_LISTS,
    POSTING_FIELDS,
    organisation_sheet,
    person_sheet,
    posting_habits,
)
from app.contacts.rules.names import Name
from app.contacts.rules.places import NOWHERE, Place
from app.core import search_index
from app.core.bulk import Bulk, bulk_door
from app.core.command import Progress, command, naming, unwatched
from app.core.directory import outdate
from app.core.fold import sort_key
from app.core.letting_go import let_go
from app.core.text import N_
from app.interchange import known as office
from app.interchange.gaps import mended, merged
from app.interchange.matching import KnownPerson, Organisations, People, seen_in
from app.receptions.commands import invite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from app.contacts.rules.tenure import Habit
    from app.core.directory import Row
    from app.core.entity import Base
    from app.core.errors import Problem
    from app.interchange.decisions import Decision

D = TypeVar("D", PersonDraft, OrganisationDraft)

SKIP, UPDATE, ADD = "skip", "update", "add"
STRIDE = 2_000
"""Rows between two reports of progress."""

_PLAIN = tuple(name for name in PERSON_FIELDS if name != "birth_date")
_PERSON = ("id", *_PLAIN, *PERSON_LISTS, "birth_date", "source_line")
_ORGANISATION = ("id", *ORGANISATION_FIELDS, *ORGANISATION_LISTS, "source_line")
_POSTING = ("id", *POSTING_FIELDS, "person_id", "organisation_id")

_PLAIN_WORD = re.compile(r"[^\x00-\x1f\x7f\"\\]*").fullmatch
_person_words = attrgetter(*_PLAIN)
_person_lists = attrgetter(*PERSON_LISTS)
_organisation_words = attrgetter(*ORGANISATION_FIELDS)
_organisation_lists = attrgetter(*ORGANISATION_LISTS)
_posting_fields = attrgetter(*POSTING_FIELDS)


def _person_fields(draft: PersonDraft) -> tuple[Any, ...]:
    """A person's columns without the birth date, lists as JSON."""
    return (*_person_words(draft), *map(_json, _person_lists(draft)))


def _organisation_fields(draft: OrganisationDraft) -> tuple[Any, ...]:
    """An organisation's columns, lists as JSON."""
    return (*_organisation_words(draft), *map(_json, _organisation_lists(draft)))


def _json(values: tuple[str, ...]) -> str:
    """A list as JSON; the many of one plain word are written without the encoder."""
    if not values:
        return "[]"
    if len(values) == 1 and values[0].isascii() and _PLAIN_WORD(values[0]):
        return f'["{values[0]}"]'
    return json.dumps(values)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list: rows read, added, updated, skipped, and why.

    `fresh` are the lines of people the office did not know, `lines` those of `people`.
    """

    read: int = 0
    added: int = 0
    updated: int = 0
    skipped: int = 0
    problems: tuple[Problem, ...] = ()
    met: tuple[str, ...] = ()
    fresh: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()

    @property
    def people(self) -> tuple[UUID, ...]:
        """The people of the rows, in their order, new ones and known ones."""
        return tuple(map(UUID, self.met))


@dataclass(slots=True)
class Import:
    """An import under way: what is known, and the rows to add, as the bulk door wants them."""

    session: Session
    bulk: Bulk
    on_duplicate: str
    people: People = field(default_factory=People)
    organisations: Organisations = field(default_factory=Organisations)
    person_rows: list[tuple[Any, ...]] = field(default_factory=list)
    organisation_rows: list[tuple[Any, ...]] = field(default_factory=list)
    posting_rows: list[tuple[Any, ...]] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    habits: dict[str, Habit] = field(default_factory=dict)
    late: set[str] = field(default_factory=set)
    met: list[str] = field(default_factory=list)
    met_on: list[int] = field(default_factory=list)
    fresh: list[int] = field(default_factory=list)
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    rehearsal: bool = False
    read: int = 0
    added: int = 0
    updated: int = 0
    skipped: int = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()

    def take(self, draft: ContactDraft) -> None:
        """Put one row where it belongs, or where somebody decided."""
        decision = self.decisions.get(draft.line) if self.decisions else None
        if decision is None:
            self._take(draft)
        elif decision.action == SKIP:
            self.read += 1
            self.skipped += 1
        else:
            usual, self.on_duplicate = self.on_duplicate, decision.action
            self._take(replace(draft, id=decision.id))
            self.on_duplicate = usual

    def _take(self, draft: ContactDraft) -> None:
        self.read += 1
        problems = draft.problems()
        if problems:
            self.problems += problems
            if any(problem.field != "emails" for problem in problems[len(draft.problems_read) :]):
                self.skipped += 1
                return
            draft = mended(draft)
        before = self.added + self.updated
        organisation = ""
        if draft.organisation is not None:
            organisation = self._organisation(draft, draft.organisation)
        if draft.person is not None:
            self._person(draft, draft.person, organisation)
        if self.added + self.updated == before:
            self.skipped += 1

    # --- organisations ---

    def _organisation(self, row: ContactDraft, draft: OrganisationDraft) -> str:
        """The id of the organisation a row names, added where it is new."""
        known = (
            None
            if self.on_duplicate == ADD
            else self.organisations.find(draft, row.organisation_id)
        )
        if known is None:
            return self._new_organisation(draft, row.line)
        if self.on_duplicate == UPDATE and not known.startswith(self.bulk.range.prefix):
            self._update_organisation(UUID(known), draft)
        return known

    def _new_organisation(self, draft: OrganisationDraft, line: int) -> str:
        row_id = self.bulk.new_id()
        self.organisation_rows.append((row_id, *_organisation_fields(draft), line or None))
        self.organisations.add(draft, row_id)
        place = Place(draft.name, draft.kind, draft.country, draft.city)
        self.places[row_id] = place
        found_by = " ".join((draft.note, *draft.emails))
        self.lines.append(indexing.organisation_row(row_id, place, found_by, draft.phones))
        self.added += 1
        return row_id

    def _update_organisation(self, row_id: UUID, draft: OrganisationDraft) -> None:
        kept = organisation_sheet(self.session, row_id).draft
        filled = merged(kept, draft)
        if filled != kept:
            self.updated += 1
            if not self.rehearsal:
                change_organisation(self.session, row_id, None, filled)

    # --- people ---

    def _person(self, row: ContactDraft, draft: PersonDraft, organisation: str) -> None:
        name_key = sort_key(draft.family_name, draft.given_name)
        seen = seen_in(draft, row.id)
        known = None
        if self.on_duplicate != ADD:
            known = self.people.find(name_key, seen, organisation)
        if known is None:
            known = seen
            self.fresh.append(row.line)
            known.id = self.bulk.new_id()
            self.people.add(name_key, known, row.id)
            self._new_person(known, draft, row, organisation)
        else:
            self._known_person(known, draft, row.posting, organisation)
        self.met.append(known.id)
        self.met_on.append(row.line)

    def _new_person(
        self,
        known: KnownPerson,
        draft: PersonDraft,
        row: ContactDraft,
        organisation: str,
    ) -> None:
        line, posting = row.line or None, row.posting
        self.person_rows.append((known.id, *_person_fields(draft), known.birth or None, line))
        held = indexing.NO_OFFICE
        if posting is not None:
            self._posting(known, posting, organisation)
            held = self._office(posting, organisation)
        name = Name(draft.family_name, draft.given_name, draft.name_order, draft.native_name)
        found_by = " ".join((draft.city, draft.note, *draft.emails))
        self.lines.append(
            indexing.person_row(known.id, name, held, found_by, draft.phones, draft.language)
        )
        self.added += 1

    def _known_person(
        self,
        known: KnownPerson,
        draft: PersonDraft,
        posting: PostingDraft | None,
        organisation: str,
    ) -> None:
        """Somebody the office knows: a new function is added, fields only when asked."""
        changed = False
        if self.on_duplicate == UPDATE and not known.id.startswith(self.bulk.range.prefix):
            kept = person_sheet(self.session, UUID(known.id)).draft
            filled = merged(kept, draft)
            changed = filled != kept
            if changed and not self.rehearsal:
                change_person(self.session, UUID(known.id), None, filled)
        if posting is not None and not known.holds(organisation, posting):
            self._posting(known, posting, organisation)
            self.late.add(known.id)
            changed = True
        self.updated += changed

    def _posting(self, known: KnownPerson, draft: PostingDraft, organisation: str) -> None:
        fields = [_plain(value) for value in _posting_fields(draft)]
        self.posting_rows.append((self.bulk.new_id(), *fields, known.id, organisation or None))
        known.hold(organisation, draft)

    def _office(self, posting: PostingDraft, organisation: str) -> indexing.Office:
        place = self.places[organisation] if organisation else NOWHERE
        return indexing.held(posting, place, self.habits)

    # --- the end ---

    def write(self) -> Imported:
        """Write what was collected, set by set; who got a further function has another line."""
        put = self.bulk.insert
        put(_table(Organisation), _ORGANISATION, self.organisation_rows)
        put(_table(Person), _PERSON, self.person_rows)
        put(_table(Posting), _POSTING, self.posting_rows)
        connection = self.session.connection()
        search_index.put_rows(connection, self.lines)
        outdate(self.session, map(UUID, self.late))
        problems, met, lines = tuple(self.problems), tuple(self.met), tuple(self.met_on)
        counts = (self.read, self.added, self.updated, self.skipped)
        return Imported(*counts, problems, met, lines=lines)

    def let_go(self) -> None:
        """Forget what was collected, bit by bit; for the end, whichever it is."""
        self.people.let_go()
        self.organisations.let_go()
        let_go(self.person_rows, self.organisation_rows, self.posting_rows)
        let_go(self.lines, self.problems, self.places, self.met)


def _plain(value: object) -> Any:
    """A date or time as text, anything else as it is."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _table(entity: type[Base]) -> Table:
    return cast("Table", entity.__table__)


@command(N_("Imported {n} guest from {file}"), N_("Imported {n} guests from {file}"))
def import_guests(
    session: Session,
    drafts: Iterable[ContactDraft],
    file: str,
    reception_id: UUID,
    on_duplicate: str = SKIP,
    progress: Progress | None = None,
) -> Imported:
    """Bring people into the office, where they are new, and put all of them on a guest list."""
    result = import_contacts(session, drafts, file, on_duplicate, progress)
    session.flush()
    invited = invite(session, reception_id, result.people)
    naming(session, n=invited, file=file)
    return replace(result, added=invited, skipped=result.read - invited)


@command(N_("Imported {n} record from {file}"), N_("Imported {n} records from {file}"))
def import_contacts(
    session: Session,
    drafts: Iterable[ContactDraft],
    file: str,
    on_duplicate: str = SKIP,
    progress: Progress | None = None,
    total: int = 0,
    decisions: Mapping[int, Decision] | None = None,
) -> Imported:
    """Bring drafts into the office as one Step; `decisions` stand for single lines.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    tell = progress or unwatched
    work = Import(session, bulk_door(session), on_duplicate, decisions=decisions or {})
    work.habits = posting_habits(session)
    if on_duplicate != ADD or decisions:
        work.people = office.people(session)
        work.organisations, work.places = office.organisations(session)
    with _no_collecting(), work:
        for draft in drafts:
            work.take(draft)
            if work.read % STRIDE == 0:
                tell(work.read, total)
        result = work.write()
    naming(session, n=result.added + result.updated, file=file)
    return result


@contextmanager
def _no_collecting() -> Iterator[None]:
    """No search for garbage meanwhile: everything that is made here is kept to the end."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
