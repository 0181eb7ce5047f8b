"""The sample office: invented people and receptions, made by the same commands as anybody's work.

The data stands in `resources/sample`; its dates are weeks counted from today, so that the office is
always current: receptions past and coming, ambassadors who came, changed and left. The work is done
in the order of its days, so that the history reads like that of an office a year and a half old.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.commands import (
    add_organisation,
    add_person,
    add_posting,
    change_posting,
    set_accreditations,
    set_override,
    set_photo,
)
from app.contacts.draft import AccreditationDraft
from app.contacts.queries import PostingRow, person_sheet
from app.contacts.rules import names
from app.core import clock
from app.core.profile import Profile, set_profile
from app.dossiers.commands import set_programme, set_stage
from app.dossiers.draft import DossierDraft
from app.policy.commands import add_priority
from app.receptions.commands import (
    begin_reception,
    change_guest,
    invite,
    move_guest,
    represent,
    set_status,
)
from app.receptions.draft import BeginningDraft, ReceptionDraft
from app.receptions.model import Guest
from app.receptions.rules import Status
from app.sample_office.booklet import plan_booklet
from app.sample_office.choosing import plan_choosing
from app.sample_office.days import keep_national_days
from app.sample_office.follow_up import plan_follow_up
from app.sample_office.groups import build_groups
from app.sample_office.guests import plan_guests
from app.sample_office.letters import plan_letters
from app.sample_office.mailings import plan_mailings
from app.sample_office.memory import plan_memory
from app.sample_office.missions import plan_missions
from app.sample_office.rows import (
    Calendar,
    Held,
    Row,
    at,
    organisation_draft,
    person_draft,
    portrait,
    programme_draft,
    read_held,
    reply_by,
    rows,
    story,
)
from app.sample_office.stages import plan_checklists, template_for
from app.schema import furnish_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

FOUNDED = 80
"""Weeks since the office began to use Belfry."""
_PER_DAY = 45
"""People entered on one day when the office began."""
_PACE = dt.timedelta(seconds=90)
Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Sample:
    """What was built, by the keys of the sample's files."""

    organisations: Mapping[str, UUID]
    people: Mapping[str, UUID]
    receptions: Mapping[str, UUID]
    letters: Mapping[str, UUID] = field(default_factory=dict)
    missions: Mapping[str, UUID] = field(default_factory=dict)

    @property
    def briefed(self) -> UUID:
        """The coming reception whose papers are worth printing."""
        return self.receptions["kanazawa"]


def furnish_and_build(workspace: Workspace, today: dt.date | None = None) -> Sample:
    """Fill a new, empty office: reference data, then the sample."""
    calendar = Calendar(today or clock.today())
    with clock.stopped_at(_moment(calendar.work_day(calendar.day(FOUNDED)), 0)):
        furnish_office(workspace)
    return build(workspace, calendar.today)


def build(workspace: Workspace, today: dt.date | None = None) -> Sample:
    """Fill a furnished office with the sample, everything by commands, as of `today`."""
    builder = Builder(workspace, Calendar(today or clock.today()))
    builder.plan_contacts()
    builder.plan_receptions()
    builder.on(builder.calendar.today, keep_national_days, workspace)
    plan_memory(builder)
    plan_letters(builder)
    plan_follow_up(builder)
    plan_choosing(builder)
    plan_mailings(builder)
    plan_guests(builder)
    plan_checklists(builder)
    plan_missions(builder)
    plan_booklet(builder)
    builder.work()
    return Sample(
        builder.organisations,
        builder.people,
        builder.receptions,
        builder.letters,
        builder.missions,
    )


def _moment(day: dt.date, count: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(7, 30), dt.UTC) + count * _PACE


@dataclass(slots=True)
class Builder:
    """Collects what is to be done on which day, then does it in that order."""

    workspace: Workspace
    calendar: Calendar
    story: dict[str, Any] = field(default_factory=story)
    acts: list[tuple[dt.date, Act]] = field(default_factory=list)
    organisations: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    receptions: dict[str, UUID] = field(default_factory=dict)
    priorities: dict[str, UUID] = field(default_factory=dict)
    letters: dict[str, UUID] = field(default_factory=dict)
    missions: dict[str, UUID] = field(default_factory=dict)

    def on(self, day: dt.date, act: Callable[..., object], *args: object) -> None:
        """Do something on a day, or on the last working day before it."""
        self.acts.append((self.calendar.work_day(day), partial(act, *args)))

    def work(self) -> None:
        """Do everything, the clock standing at the moment of each act."""
        done: dict[dt.date, int] = {}
        for day, act in sorted(self.acts, key=lambda entry: entry[0]):
            done[day] = done.get(day, 0) + 1
            with clock.stopped_at(_moment(day, done[day])):
                act()

    # --- contacts ---

    def plan_contacts(self) -> None:
        """The office's details, its organisations and its people with their postings."""
        founded = self.calendar.day(FOUNDED)
        profile = Profile(city="Stad Gent", service="Protocol")
        self.on(founded, self.workspace.run, set_profile, profile)
        for name in self.story["priorities"]:
            self.on(founded, self._priority, name)
        for row in rows("organisations"):
            self.on(founded, self._organisation, row)
        held: dict[str, list[Held]] = {}
        for number, row in enumerate(rows("postings")):
            held.setdefault(row["person"], []).append(read_held(row, self.calendar, number))
        for number, row in enumerate(rows("people")):
            slot = founded + dt.timedelta(days=1 + number // _PER_DAY)
            self._plan_person(row, held[row["key"]], slot)
        for row in self.story["overrides"]:
            self.on(self.calendar.day(row.get("weeks", FOUNDED - 3), 2), self._override, row)
        self.on(self.calendar.day(6), self._groups)
        for person in dict.fromkeys(row["person"] for row in self.story["accreditations"]):
            self.on(self.calendar.day(FOUNDED - 3, 3), self._accredit, person)
        for person in self.story["portraits"]:
            self.on(self.calendar.day(FOUNDED - 2), self._portrait, person)

    def _plan_person(self, row: Row, held: list[Held], slot: dt.date) -> None:
        first, *others = held
        entered = max(slot, first.known_on)
        self.on(entered, self._person, row, first.open_until(entered))
        for one in others:
            self.on(max(entered, one.known_on), self._posting, one.open_until(entered))
        for one in held:
            if one.draft.ends_on and one.draft.ends_on >= entered:
                self.on(one.draft.ends_on + dt.timedelta(days=4), self._end_posting, one)

    def _priority(self, name: str) -> None:
        self.priorities[name] = self.workspace.run(add_priority, name)

    def _organisation(self, row: Row) -> None:
        draft = organisation_draft(row)
        self.organisations[row["key"]] = self.workspace.run(add_organisation, draft)

    def _person(self, row: Row, held: Held) -> None:
        draft = person_draft(row)
        place = self.organisations[held.organisation]
        self.people[row["key"]] = self.workspace.run(add_person, draft, held.draft, place)

    def _posting(self, held: Held) -> None:
        place = self.organisations[held.organisation]
        self.workspace.run(add_posting, self.people[held.person], held.draft, place)

    def _end_posting(self, held: Held) -> None:
        place = self.organisations[held.organisation]
        sheet = self.workspace.ask(person_sheet, self.people[held.person])
        kept = next(one for one in sheet.postings if _is_same(one, held, place))
        self.workspace.run(change_posting, kept.id, kept.revision, held.draft, place)

    def _override(self, row: dict[str, Any]) -> None:
        confirmed = "weeks" in row
        self.workspace.run(
            set_override,
            self.people[row["person"]],
            row["language"],
            row["channel"],
            row["words"],
            self.calendar.day(row["weeks"], 1) if confirmed else None,
        )

    def _groups(self) -> None:
        build_groups(self.workspace, self.people, self.organisations, self.priorities)

    def _accredit(self, key: str) -> None:
        further = [
            AccreditationDraft(row["body"], credentials_on=self.calendar.audience_day(row["weeks"]))
            for row in self.story["accreditations"]
            if row["person"] == key
        ]
        posting = self.workspace.ask(person_sheet, self.people[key]).postings[0]
        self.workspace.run(set_accreditations, posting.id, further)

    def _portrait(self, key: str) -> None:
        sheet = self.workspace.ask(person_sheet, self.people[key])
        image = portrait(names.initials(sheet.name))
        self.workspace.run(set_photo, sheet.id, image)

    # --- receptions ---

    def plan_receptions(self) -> None:
        """Every reception with its stages, guests and replies on their days."""
        for told in self.story["receptions"]:
            self._plan_reception(told)

    def _plan_reception(self, told: dict[str, Any]) -> None:
        day = None
        if "weeks" in told:
            day = self.calendar.reception_day(told["weeks"], told["weekday"])
        key, stages = told["key"], told.get("stages", {})
        zero = day or self.calendar.today

        def after(days: int) -> dt.date:
            return zero + dt.timedelta(days=days)

        self.on(after(told["created"]), self._reception, told, day)
        for stage, days in stages.items():
            self.on(after(days), self._stage, key, stage)
        for group in told["guests"]:
            proposed = group["status"] == Status.PROPOSED
            invited = told["created"] + 2 if proposed else stages["invited"]
            self.on(after(invited), self._invite, key, group)
            for days, act in self._replies(told, group):
                self.on(after(days), act)
        settled = stages.get("confirmed", told["created"] + 3)
        for person, details in told.get("details", {}).items():
            self.on(after(settled), self._details, key, person, details)
        for person, place in told.get("places", {}).items():
            self.on(after(settled), self._place, key, person, place)

    def _replies(self, told: dict[str, Any], group: dict[str, Any]) -> Iterator[tuple[int, Act]]:
        key, status, days = told["key"], group["status"], group.get("day", -12)
        if status in (Status.ATTENDED, Status.ABSENT):
            yield days, partial(self._reply, key, group["people"], Status.ACCEPTED)
            yield 1, partial(self._reply, key, group["people"], status)
        elif status in (Status.ACCEPTED, Status.REGRETS):
            yield days, partial(self._reply, key, group["people"], status)
        elif status == Status.REPRESENTED:
            for person in group["people"]:
                yield days, partial(self._represent, key, person, told["represented"][person])

    def _reception(self, told: dict[str, Any], day: dt.date | None) -> None:
        draft = ReceptionDraft(
            dossier=self._dossier(told, day),
            kind=told["kind"],
            capacity=told.get("capacity"),
            reply_by=reply_by(day, told.get("reply_days")),
            dress=told.get("dress", ""),
        )
        self.receptions[told["key"]] = made = self.workspace.run(
            begin_reception,
            BeginningDraft(draft, template_for(self.workspace, told["kind"])),
        )
        if day and told.get("programme"):
            items = [programme_draft(item, day) for item in told["programme"]]
            self.workspace.run(set_programme, made, items)

    def _dossier(self, told: dict[str, Any], day: dt.date | None) -> DossierDraft:
        words = ("title", "subtitle", "place", "origin", "reason", "host", "host_part")
        more = ("objective", "to_avoid", "note")
        return DossierDraft(
            **{name: told.get(name, "") for name in words + more},
            starts_at=at(day, told["begins"]) if day else None,
            ends_at=at(day, told["ends"]) if day else None,
            requested_by=self.organisations[told["requested_by"]],
            points_to_raise=tuple(told.get("points", ())),
            priorities=tuple(self.priorities[name] for name in told["priorities"]),
            goals=tuple(told["goals"]),
        )

    def _stage(self, key: str, stage: str) -> None:
        self.workspace.run(set_stage, self.receptions[key], stage)

    def _invite(self, key: str, group: dict[str, Any]) -> None:
        wanted = [self.people[one] for one in group["people"]]
        proposed = group["status"] == Status.PROPOSED
        status = Status.PROPOSED if proposed else Status.INVITED
        self.workspace.run(invite, self.receptions[key], wanted, status, group["circle"])

    def _guest(self, key: str, person: str) -> tuple[UUID, str]:
        return self.workspace.ask(_guest_of, self.receptions[key], self.people[person])

    def _reply(self, key: str, people: list[str], status: str) -> None:
        ids = [self._guest(key, person)[0] for person in people]
        self.workspace.run(set_status, ids, status)

    def _represent(self, key: str, person: str, substitute: str) -> None:
        guest, _circle = self._guest(key, person)
        if substitute.startswith("="):
            self.workspace.run(represent, guest, None, substitute.removeprefix("="))
        else:
            self.workspace.run(represent, guest, self.people[substitute])

    def _details(self, key: str, person: str, details: dict[str, Any]) -> None:
        guest, circle = self._guest(key, person)
        self.workspace.run(
            change_guest,
            guest,
            circle=circle,
            persons=details.get("persons", 1),
            note=details.get("note", ""),
            guest_of_honour=details.get("guest_of_honour", False),
        )

    def _place(self, key: str, person: str, place: tuple[int, str]) -> None:
        guest, _circle = self._guest(key, person)
        self.workspace.run(move_guest, guest, *place)


def _is_same(kept: PostingRow, held: Held, place: UUID) -> bool:
    return kept.organisation_id == place and kept.draft.function == held.draft.function


def _guest_of(session: Session, reception: UUID, person: UUID) -> tuple[UUID, str]:
    query = select(Guest.id, Guest.circle).where(
        Guest.reception_id == reception, Guest.person_id == person
    )
    found = session.execute(query).one()
    return found.id, found.circle
