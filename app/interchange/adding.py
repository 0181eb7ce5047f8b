"""Drafts from a list into the office: matched, added through the bulk door, one Step in all."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from app.contacts import indexing
from app.contacts.commands import change_organisation, change_person
from app.contacts.draft import (
    ContactDraft,
    OrganisationDraft,
    PersonDraft,
    PostingDraft,
    is_mail,
)
from app.contacts.model import ContactPoint, Organisation, Person, Posting
from app.contacts.queries import (
    ORGANISATION_FIELDS,
    PERSON_FIELDS,
    POSTING_FIELDS,
    organisation_sheet,
    person_sheet,
)
from app.contacts.rules.names import Name
from app.core import search_index
from app.core.bulk import Bulk, bulk_door
from app.core.command import Progress, Silent, command, naming
from app.core.errors import CancelledError, Problem
from app.core.text import N_, say
from app.interchange import known as office
from app.interchange.matching import KnownPerson, Organisations, People, known_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from app.core.directory import Entry
    from app.core.entity import Base

D = TypeVar("D", PersonDraft, OrganisationDraft)

SKIP, UPDATE, ADD = "skip", "update", "add"
STRIDE = 2_000
"""Rows between two reports of progress."""

_PERSON = ("id", *PERSON_FIELDS, "languages")
_ORGANISATION = ("id", *ORGANISATION_FIELDS, "jurisdictions")
_POSTING = ("id", *POSTING_FIELDS, "person_id", "organisation_id")
_POINT = ("id", "kind", "value", "position", "person_id", "organisation_id")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list: rows read, added, updated, skipped, and why."""

    read: int = 0
    added: int = 0
    updated: int = 0
    skipped: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Import:
    """An import under way: what is known, and the rows to add, as the bulk door wants them."""

    session: Session
    bulk: Bulk
    on_duplicate: str
    people: People = field(default_factory=People)
    organisations: Organisations = field(default_factory=Organisations)
    person_rows: list[tuple[Any, ...]] = field(default_factory=list)
    organisation_rows: list[tuple[Any, ...]] = field(default_factory=list)
    posting_rows: list[tuple[Any, ...]] = field(default_factory=list)
    point_rows: list[tuple[Any, ...]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    fresh: dict[str, OrganisationDraft] = field(default_factory=dict)
    kept: dict[str, OrganisationDraft] = field(default_factory=dict)
    late: set[str] = field(default_factory=set)
    read: int = 0
    added: int = 0
    updated: int = 0
    skipped: int = 0

    def take(self, draft: ContactDraft) -> None:
        """Put one row where it belongs."""
        self.read += 1
        problems = draft.problems()
        if problems:
            self.problems += problems
            if any(problem.field != "emails" for problem in problems[len(draft.problems_read) :]):
                self.skipped += 1
                return
            draft = _mended(draft)
        before = self.added + self.updated
        organisation = self._organisation(draft.organisation) if draft.organisation else ""
        if draft.person is not None:
            self._person(draft.person, draft.posting, organisation)
        if self.added + self.updated == before:
            self.skipped += 1

    # --- organisations ---

    def _organisation(self, draft: OrganisationDraft) -> str:
        """The id of the organisation a row names, added where it is new."""
        known = None if self.on_duplicate == ADD else self.organisations.find(draft)
        if known is None:
            return self._new_organisation(draft)
        if self.on_duplicate == UPDATE and known not in self.fresh:
            self._update_organisation(UUID(known), draft)
        return known

    def _new_organisation(self, draft: OrganisationDraft) -> str:
        row_id = self.bulk.new_id()
        fields = [getattr(draft, name) for name in ORGANISATION_FIELDS]
        self.organisation_rows.append((row_id, *fields, json.dumps(draft.jurisdictions)))
        self._points(draft.emails, draft.phones, None, row_id)
        self.organisations.add(draft, row_id)
        self.fresh[row_id] = draft
        place = indexing.Place(draft.name, draft.kind, draft.country, draft.city)
        found_by = " ".join((draft.note, *draft.emails))
        entry = indexing.organisation_entry(UUID(row_id), place, found_by, draft.phones)
        self.entries.append(entry)
        self.added += 1
        return row_id

    def _update_organisation(self, row_id: UUID, draft: OrganisationDraft) -> None:
        kept = organisation_sheet(self.session, row_id).draft
        merged = _merged(kept, draft)
        if merged != kept:
            change_organisation(self.session, row_id, None, merged)
            self.updated += 1

    # --- people ---

    def _person(self, draft: PersonDraft, posting: PostingDraft | None, organisation: str) -> None:
        known = None if self.on_duplicate == ADD else self.people.find(draft, organisation)
        if known is None:
            self._new_person(draft, posting, organisation)
        else:
            self._known_person(known, draft, posting, organisation)

    def _new_person(
        self, draft: PersonDraft, posting: PostingDraft | None, organisation: str
    ) -> None:
        row_id = self.bulk.new_id()
        fields = [_plain(getattr(draft, name)) for name in PERSON_FIELDS]
        self.person_rows.append((row_id, *fields, json.dumps(draft.languages)))
        self._points(draft.emails, draft.phones, row_id, None)
        known = known_from(draft, row_id, organisation)
        self.people.add(draft.family_name, draft.given_name, known)
        held = indexing.NO_OFFICE
        if posting is not None:
            self._posting(known, posting, organisation)
            held = self._office(posting, organisation)
        name = Name(draft.family_name, draft.given_name, draft.name_order, draft.native_name)
        found_by = " ".join((draft.city, draft.note, *draft.emails))
        self.entries.append(indexing.person_entry(UUID(row_id), name, held, found_by, draft.phones))
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
        if self.on_duplicate == UPDATE and not self._mine(known.id):
            kept = person_sheet(self.session, UUID(known.id)).draft
            merged = _merged(kept, draft)
            changed = merged != kept
            if changed:
                change_person(self.session, UUID(known.id), None, merged)
        if posting is not None and (organisation, posting.function) not in known.postings:
            self._posting(known, posting, organisation)
            self.late.add(known.id)
            changed = True
        known.mails |= {mail.lower() for mail in draft.emails}
        self.updated += changed

    def _mine(self, row_id: str) -> bool:
        return row_id.startswith(self.bulk.range.prefix)

    def _posting(self, known: KnownPerson, draft: PostingDraft, organisation: str) -> None:
        fields = [_plain(getattr(draft, name)) for name in POSTING_FIELDS]
        row = (self.bulk.new_id(), *fields, known.id, organisation or None)
        self.posting_rows.append(row)
        known.postings.add((organisation, draft.function))
        if organisation:
            known.organisations.add(organisation)

    def _office(self, posting: PostingDraft, organisation: str) -> indexing.Office:
        place = self._places(organisation)
        day = posting.credentials_on or posting.exequatur_on or posting.starts_on
        return indexing.Office(
            posting.function, posting.title, day.isoformat() if day else "", place
        )

    def _places(self, organisation: str) -> indexing.Place:
        if not organisation:
            return indexing.Place()
        draft = self.fresh.get(organisation) or self.kept[organisation]
        return indexing.Place(draft.name, draft.kind, draft.country, draft.city)

    def _points(
        self,
        mails: Sequence[str],
        phones: Sequence[str],
        person: str | None,
        organisation: str | None,
    ) -> None:
        wanted = [("email", mail) for mail in mails] + [("phone", phone) for phone in phones]
        self.point_rows += [
            (self.bulk.new_id(), kind, value, at, person, organisation)
            for at, (kind, value) in enumerate(wanted)
        ]

    # --- the end ---

    def write(self) -> Imported:
        """Write what was collected, set by set."""
        put = self.bulk.insert
        put(_table(Organisation), _ORGANISATION, self.organisation_rows)
        put(_table(Person), _PERSON, self.person_rows)
        put(_table(Posting), _POSTING, self.posting_rows)
        put(_table(ContactPoint), _POINT, self.point_rows)
        connection = self.session.connection()
        search_index.put(connection, self.entries)
        self._refresh_late()
        return Imported(self.read, self.added, self.updated, self.skipped, tuple(self.problems))

    def _refresh_late(self) -> None:
        """People who got a further function have another line than when they were met."""
        if not self.late:
            return
        ids = [UUID(one) for one in self.late]
        search_index.forget(self.session.connection(), ids)
        entries = indexing.INDEXERS[0].entries(self.session, ids)
        search_index.put(self.session.connection(), entries)


def _mended(draft: ContactDraft) -> ContactDraft:
    """A row whose bad mail addresses are kept as a note, so that nothing is lost."""
    person, organisation = draft.person, draft.organisation
    return replace(
        draft,
        person=_noted(person) if person else None,
        organisation=_noted(organisation) if organisation else None,
    )


def _noted(draft: D) -> D:
    good = tuple(mail for mail in draft.emails if is_mail(mail))
    wrong = [mail for mail in draft.emails if mail not in good]
    return replace(draft, emails=good, note="\n".join(filter(None, (draft.note, *wrong))))


def _merged(kept: D, fresh: D) -> D:
    """What is kept, with every field the list fills; mails and phones are joined."""
    default = type(fresh)()
    filled: dict[str, Any] = {
        name: getattr(fresh, name)
        for name in type(fresh).__slots__
        if getattr(fresh, name) != getattr(default, name)
    }
    for name in ("emails", "phones"):
        filled[name] = tuple(dict.fromkeys((*getattr(kept, name), *getattr(fresh, name))))
    return replace(kept, **filled)


def _plain(value: object) -> Any:
    """A date or time as text, anything else as it is."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _table(entity: type[Base]) -> Table:
    return cast("Table", entity.__table__)


@command(N_("Imported {n} record from {file}"), N_("Imported {n} records from {file}"))
def import_contacts(
    session: Session,
    drafts: Iterable[ContactDraft],
    file: str,
    on_duplicate: str = SKIP,
    progress: Progress | None = None,
    total: int = 0,
) -> Imported:
    """Bring drafts into the office as one Step.

    Raises:
        CancelledError: `progress` said stop; nothing was changed.
    """
    go_on = progress or Silent()
    work = _Import(session, bulk_door(session), on_duplicate)
    if on_duplicate != ADD:
        work.people = office.people(session)
        work.organisations, work.kept = office.organisations(session)
    for draft in drafts:
        work.take(draft)
        if work.read % STRIDE == 0 and not go_on(work.read, total):
            raise CancelledError(say(N_("Cancelled: nothing was imported.")))
    result = work.write()
    naming(session, n=result.added + result.updated, file=file)
    return result
