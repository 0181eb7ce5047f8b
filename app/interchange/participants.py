"""A registration list into a delegation: people and organisations matched, everybody once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts import protocol
from app.contacts.model import Person
from app.contacts.queries import people
from app.contacts.rules import names
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.fold import words
from app.core.profile import profile
from app.core.text import N_, say
from app.interchange.adding import SKIP, UPDATE, Imported, import_contacts
from app.interchange.rehearsing import rehearse
from app.interchange.spellings import spelt_alike
from app.missions.commands import add_participants, fill_participant, keep_papers
from app.missions.draft import PapersDraft, ParticipantDraft
from app.missions.model import Participant
from app.missions.queries import PARTICIPANT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.command import Progress
    from app.interchange.registrations import Registration


@command(N_("Imported {n} participant from {file}"), N_("Imported {n} participants from {file}"))
def import_participants(
    session: Session,
    rows: Sequence[Registration],
    file: str,
    mission_id: UUID,
    on_duplicate: str = SKIP,
    progress: Progress | None = None,
) -> Imported:
    """Bring people into the office, where they are new, and put all of them in a delegation.

    Who is in it already stays as they are; with `update` the list's cells are taken over.
    """
    alike = spelt_alike(session, [one.contact for one in rows])
    contacts = [one.contact for one in rows]
    result = import_contacts(session, contacts, file, on_duplicate, progress)
    session.flush()
    met = dict(zip(result.lines, result.people, strict=True))
    work = _Work(session, mission_id, on_duplicate, before=_there(session, mission_id))
    add_participants(session, mission_id, list(met.values()))
    session.flush()
    work.there = _there(session, mission_id)
    for one in rows:
        if one.line in met:
            work.take(one, met[one.line])
    work.settle()
    naming(session, n=work.added + work.updated, file=file)
    return replace(
        result,
        added=work.added,
        updated=work.updated,
        skipped=result.read - work.added - work.updated,
        problems=(*result.problems, *alike, *work.problems),
    )


def rehearse_participants(
    session: Session,
    rows: Sequence[Registration],
    mission_id: UUID,
    on_duplicate: str = SKIP,
) -> Imported:
    """What an import of participants would do; a query, so nothing is written."""
    contacts = [one.contact for one in rows]
    alike = spelt_alike(session, contacts)
    result = rehearse(session, contacts, on_duplicate)
    known = set(result.people) & set(_there(session, mission_id))
    fresh = len(set(result.people)) - len(known)
    updated = len(known) if on_duplicate == UPDATE else 0
    return replace(
        result,
        added=fresh,
        updated=updated,
        skipped=result.read - fresh - updated,
        problems=(*result.problems, *alike),
    )


def _there(session: Session, mission_id: UUID) -> dict[UUID, UUID]:
    """The participants of a delegation by person."""
    wanted = select(Participant.person_id, Participant.id)
    return dict(session.execute(wanted.where(Participant.mission_id == mission_id)).all())


@dataclass(slots=True)
class _Work:
    """An import of registrations under way."""

    session: Session
    mission_id: UUID
    on_duplicate: str
    before: Mapping[UUID, UUID]
    there: Mapping[UUID, UUID] = field(default_factory=dict)
    done: set[UUID] = field(default_factory=set)
    companions: list[tuple[Registration, UUID]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    added: int = 0
    updated: int = 0

    def take(self, row: Registration, person_id: UUID) -> None:
        """Let a participant have what their row says; somebody's second row adds nothing."""
        if person_id in self.done:
            twice = say(N_("This person stands in the list before: the first row counts."))
            self.problems.append(Problem("", twice, row.line))
            return
        self.done.add(person_id)
        known = person_id in self.before
        if known and self.on_duplicate != UPDATE:
            return
        self.added += not known
        self.updated += known
        one = self.session.get_one(Participant, self.there[person_id])
        self._fill(one, row)
        if row.papers != PapersDraft():
            revision = one.papers.revision if one.papers is not None else None
            keep_papers(self.session, one.id, revision, row.papers)
        if row.with_name:
            self.companions.append((row, one.id))

    def _fill(self, one: Participant, row: Registration) -> None:
        now = {name: getattr(one, name) for name in PARTICIPANT_FIELDS}
        draft = ParticipantDraft(**(now | self._held(row) | dict(row.fields)), with_id=one.with_id)
        wrong = draft.problems()
        for problem in wrong:
            self.problems.append(Problem(problem.field, problem.sentence, row.line))
        kept: dict[str, Any] = {each.field: now.get(each.field) for each in wrong}
        fill_participant(self.session, one, replace(draft, **kept))
        self._place(one, row)

    def _held(self, row: Registration) -> dict[str, str]:
        """Title and organisation as the list has them: those of the moment of registering."""
        found = {}
        place, posting = row.contact.organisation, row.contact.posting
        if place is not None and place.name:
            found["organisation_name"] = place.name
        if posting is not None and posting.title:
            found["title"] = posting.title
        return found

    def _place(self, one: Participant, row: Registration) -> None:
        """Point at the organisation the list names, where it is one the person is posted at."""
        place = row.contact.organisation
        if place is None:
            return
        for posting in one.person.postings:
            there = posting.organisation
            if there is not None and words(there.name) == words(place.name):
                one.organisation = there
                if not one.title:
                    one.title = self._title(one, posting.id)
                return

    def _title(self, one: Participant, posting_id: UUID) -> str:
        [sheet] = people(self.session, [one.person_id])
        held = next((row for row in sheet.postings if row.id == posting_id), None)
        return protocol.title_of(held, one.person.gender, profile(self.session).language)

    def settle(self) -> None:
        """Whom somebody accompanies, once everybody is there; a name of nobody is told."""
        if not self.companions:
            return
        by_name = self._by_name()
        for row, participant_id in self.companions:
            other = by_name.get(_name_key(row.with_name))
            if other is None or other == participant_id:
                told = N_("“{words}” is nobody of this delegation: say whom they accompany.")
                sentence = say(told, words=row.with_name[:60])
                self.problems.append(Problem("with_id", sentence, row.line))
                continue
            one = self.session.get_one(Participant, participant_id)
            one.accompanies = self.session.get_one(Participant, other)

    def _by_name(self) -> dict[str, UUID]:
        """Participants by their name in any order of its words; of namesakes none."""
        found: dict[str, set[UUID]] = {}
        wanted = select(Participant.id, Person).join(Person, Person.id == Participant.person_id)
        for row_id, person in self.session.execute(
            wanted.where(Participant.mission_id == self.mission_id)
        ):
            found.setdefault(_name_key(names.full_name(person.name)), set()).add(row_id)
        return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _name_key(name: str) -> str:
    return " ".join(sorted(words(name).split()))
