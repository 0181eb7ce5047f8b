"""Any list of commands, undone, gives the first office again; redone, the last."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.contacts import commands as contacts
from app.contacts.draft import ContactDraft
from app.contacts.model import Organisation, Person, Posting
from app.core import profile
from app.core.command import command
from app.core.errors import BelfryError
from app.core.office import open_office
from app.core.text import Language
from app.dossiers import commands as dossiers
from app.dossiers.draft import DocumentDraft, GiftDraft, MomentDraft, TaskDraft
from app.dossiers.model import Document, Dossier, Gift, Moment, Task
from app.interchange.adding import ADD, SKIP, UPDATE, import_contacts
from app.policy.model import Priority
from app.receptions import commands as receptions
from app.receptions.model import Guest
from app.schema import TRADE
from tests.app.core import (
    acts_of_address,
    acts_of_meetings,
    acts_of_missions,
    acts_of_precedence,
    acts_of_programme,
    acts_of_stages,
)
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import organisation_draft, person_draft, posting_draft, reception_draft
from tests.conftest import ENGINES, Location

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.entity import Entity
    from app.core.workspace import Workspace

WORDS = ("Tanaka", "Ólafsdóttir", "de Smet", "O’Neil", "محمد", "田中", "Zhang", "Aa", "")
STATUSES = ("invited", "accepted", "regrets", "represented", "attended", "no such status")
Action = tuple[str, int, int, str]


@dataclass(slots=True)
class Desk:
    """An office, and what it should hold after each step."""

    workspace: Workspace
    dumps: list[dict[str, list[Any]]] = field(default_factory=list)
    undone: list[dict[str, list[Any]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dumps.append(dump(self.workspace))

    def ids(self, entity: type[Entity]) -> list[UUID]:
        """The records of a kind, in an order that does not hang on chance."""
        return self.workspace.ask(_ids, entity)

    def pick(self, entity: type[Entity], number: int) -> UUID:
        """One of the records; one that never was where there is none."""
        known = self.ids(entity)
        return known[number % len(known)] if known else Person().id

    def perform(self, act: Callable[[Desk, int, int, str], object], action: Action) -> None:
        """Run one command and see that it did a whole step, or nothing."""
        steps = len(self.workspace._done)
        with suppress(BelfryError, ValueError):
            act(self, *action[1:])
        now = dump(self.workspace)
        if len(self.workspace._done) == steps:
            assert now == self.dumps[-1], "a command without a step left a trace"
            return
        self.dumps.append(now)
        self.undone.clear()

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if len(self.dumps) > 1:
            self.workspace.undo()
            self.undone.append(self.dumps.pop())
            assert dump(self.workspace) == self.dumps[-1]

    def redo(self) -> None:
        """Do the last undone step again, if there is one."""
        if self.undone:
            self.workspace.redo()
            self.dumps.append(self.undone.pop())
            assert dump(self.workspace) == self.dumps[-1]


def _ids(session: Session, entity: type[Entity]) -> list[UUID]:
    rows = session.scalars(select(entity))
    return [row.id for row in sorted(rows, key=_content)]


def _content(row: Entity) -> str:
    columns = [c.key for c in type(row).__table__.columns if not c.key.endswith(("id", "revision"))]
    return repr([getattr(row, key) for key in columns])


@command("Two rows and an exception")
def fail_late(session: Session) -> None:
    """Write, flush, then fail."""
    session.add_all([Person(family_name="Lost"), Priority(name="Lost")])
    session.flush()
    message = "after the flush"
    raise ValueError(message)


@command("Added and removed at once")
def come_and_go(session: Session) -> None:
    """A row that is gone before the commit."""
    person = Person(family_name="Passing")
    session.add(person)
    session.flush()
    session.delete(person)


@command("Exchanged two people")
def exchange(session: Session, first: UUID, second: UUID) -> None:
    """Two people exchange their postings and their overrides, in several flushes."""
    one, other = session.get_one(Person, first), session.get_one(Person, second)
    mine, theirs = list(one.postings), list(other.postings)
    for posting in mine:
        posting.person = other
    session.flush()
    for posting in theirs:
        posting.person = one


@command("Added the priority {name}")
def add_priority_of(session: Session, name: str) -> None:
    """Add a priority without looking: the second of a name is refused by the database."""
    session.add(Priority(name=name))


def _draft(word: str, number: int) -> Any:
    return person_draft(
        family_name=word,
        given_name=WORDS[number % 8],
        phones=(f"+32 9 {number:03d} 11",),
        birth_date=dt.date(1970, 1, 1 + number % 28) if number % 3 else None,
        languages=("nl", "fr")[: number % 3],
    )


def _post(desk: Desk, number: int) -> UUID | None:
    return desk.pick(Organisation, number) if number % 4 else None


def _posting(desk: Desk, a: int, b: int, word: str) -> object:
    function = ("ambassador", "consul", "mayor")[b % 3]
    draft = posting_draft(function=function, title=word, credentials_time=dt.time(b % 24, a % 60))
    return desk.workspace.run(contacts.add_posting, desk.pick(Person, a), draft, _post(desk, b))


def _change_posting(desk: Desk, a: int, b: int, word: str) -> object:
    draft = posting_draft(title=word, ends_on=dt.date(2025, 1, 1) if b % 2 else None)
    return desk.workspace.run(
        contacts.change_posting, desk.pick(Posting, a), None, draft, _post(desk, b)
    )


def _reception(word: str, number: int, priorities: Sequence[UUID] = ()) -> Any:
    return reception_draft(
        title=word,
        goals=tuple(range(1, 1 + number % 5)),
        priorities=tuple(priorities),
        points_to_raise=("harbour",) * (number % 3),
        capacity=number,
    )


def _change_reception(desk: Desk, a: int, b: int, word: str) -> object:
    draft = _reception(word, b, desk.ids(Priority)[: b % 3])
    return desk.workspace.run(receptions.change_reception, desk.pick(Dossier, a), None, draft)


def _import(desk: Desk, a: int, b: int, word: str) -> object:
    posts = [organisation_draft(name=f"{word} Club", kind="association"), organisation_draft()]
    drafts = [
        ContactDraft(_draft(word, a), posts[0], posting_draft(), line=1),
        ContactDraft(_draft("Zhang", b), posts[1], posting_draft(function="consul"), line=2),
        ContactDraft(_draft(word, a), posts[1], posting_draft(function="mayor"), line=3),
        ContactDraft(None, organisation_draft(name=word, phones=("+32 9 1",)), None, line=4),
    ]
    policy = (SKIP, UPDATE, ADD)[a % 3]
    return desk.workspace.run(import_contacts, drafts[: 1 + b % 4], "list.csv", policy)


def _change_guest(desk: Desk, a: int, b: int, word: str) -> object:
    return desk.workspace.run(
        receptions.change_guest,
        desk.pick(Guest, a),
        circle=("corps", "city")[b % 2],
        persons=b % 3,
        note=word,
        guest_of_honour=bool(b % 2),
    )


def _represent(desk: Desk, a: int, b: int, word: str) -> object:
    person = desk.pick(Person, b) if b % 2 else None
    return desk.workspace.run(receptions.represent, desk.pick(Guest, a), person, word)


def _moment(desk: Desk, a: int, b: int, word: str) -> object:
    draft = MomentDraft(
        dt.date(2025, 1, 1 + a % 28), None, ("call", "visit")[b % 2], word, word, "desk",
        bool(a % 2), tuple(desk.ids(Person)[: b % 3]),
        desk.pick(Organisation, b) if a % 3 else None,
        desk.pick(Dossier, a) if b % 3 else None,
    )  # fmt: skip
    if a % 4 == 0:
        return desk.workspace.run(dossiers.change_moment, desk.pick(Moment, a), None, draft)
    task = TaskDraft(word, "desk", dt.date(2025, 2, 1)) if b % 2 else None
    return desk.workspace.run(dossiers.log_moment, draft, task)


def _document(desk: Desk, a: int, b: int, word: str) -> object:
    draft = DocumentDraft(f"{word}.txt", "text/plain", 0, None, word, desk.pick(Person, a))
    if a % 3 == 0:
        return desk.workspace.run(dossiers.change_document, desk.pick(Document, b), None, draft)
    bodies = [word.encode() * (1 + b), bytes(range(256)) * (1 + b)]
    return desk.workspace.run(dossiers.add_documents, [(draft, one) for one in bodies])


def _gift(desk: Desk, a: int, b: int, word: str) -> object:
    draft = GiftDraft(
        word, ("in", "out")[a % 2], None, b, word, word, word, word, word,
        desk.pick(Person, a) if b % 2 else None,
        desk.pick(Organisation, b) if a % 2 else None,
        desk.pick(Dossier, b) if a % 3 else None,
    )  # fmt: skip
    if a % 3 == 0:
        return desk.workspace.run(dossiers.change_gift, desk.pick(Gift, b), None, draft)
    return desk.workspace.run(dossiers.add_gift, draft)


ACTS: dict[str, Callable[[Desk, int, int, str], object]] = {
    "add person": lambda d, a, _b, w: d.workspace.run(contacts.add_person, _draft(w, a)),
    "add person in office": lambda d, a, b, w: d.workspace.run(
        contacts.add_person, _draft(w, a), posting_draft(), _post(d, b)
    ),
    "change person": lambda d, a, b, w: d.workspace.run(
        contacts.change_person, d.pick(Person, a), None, _draft(w, b)
    ),
    "remove person": lambda d, a, _b, _w: d.workspace.run(
        contacts.remove_person, d.pick(Person, a)
    ),
    "add organisation": lambda d, a, _b, w: d.workspace.run(
        contacts.add_organisation, organisation_draft(name=w, country=("JP", "FR", "")[a % 3])
    ),
    "change organisation": lambda d, a, b, w: d.workspace.run(
        contacts.change_organisation,
        d.pick(Organisation, a),
        None,
        organisation_draft(name=w, country="PT", city=WORDS[b % 9]),
    ),
    "remove organisation": lambda d, a, _b, _w: d.workspace.run(
        contacts.remove_organisation, d.pick(Organisation, a)
    ),
    "add posting": _posting,
    "change posting": _change_posting,
    "remove posting": lambda d, a, _b, _w: d.workspace.run(
        contacts.remove_posting, d.pick(Posting, a)
    ),
    "set override": lambda d, a, b, w: d.workspace.run(
        contacts.set_override, d.pick(Person, a), ("nl", "fr")[b % 2], "envelope", w
    ),
    "set photo": lambda d, a, b, w: d.workspace.run(
        contacts.set_photo, d.pick(Person, a), w.encode() or None if b % 3 else None
    ),
    "add priority": lambda d, _a, _b, w: d.workspace.run(add_priority_of, w),
    "set profile": lambda d, a, _b, w: d.workspace.run(
        profile.set_profile, profile.Profile(w, "Protocol", list(Language)[a % 3])
    ),
    "add reception": lambda d, a, b, w: d.workspace.run(
        receptions.add_reception, _reception(w, a, d.ids(Priority)[: b % 3])
    ),
    "change reception": _change_reception,
    "remove reception": lambda d, a, _b, _w: d.workspace.run(
        receptions.remove_reception, d.pick(Dossier, a)
    ),
    "set stage": lambda d, a, b, _w: d.workspace.run(
        dossiers.set_stage, d.pick(Dossier, a), ("held", "closed", "no such stage")[b % 3]
    ),
    "invite": lambda d, a, b, _w: d.workspace.run(
        receptions.invite, d.pick(Dossier, a), d.ids(Person)[: b % 5], STATUSES[b % 4]
    ),
    "set status": lambda d, a, b, _w: d.workspace.run(
        receptions.set_status, d.ids(Guest)[: 1 + a % 3], STATUSES[b % 6]
    ),
    "represent": _represent,
    "move guest": lambda d, a, b, w: d.workspace.run(
        receptions.move_guest, d.pick(Guest, a), b % 10, w
    ),
    "place by rule": lambda d, a, _b, _w: d.workspace.run(
        receptions.place_by_rule, d.pick(Guest, a)
    ),
    "change guest": _change_guest,
    "remove guests": lambda d, a, _b, _w: d.workspace.run(
        receptions.remove_guests, d.ids(Guest)[: 1 + a % 3]
    ),
    "moment": _moment,
    "remove moment": lambda d, a, _b, _w: d.workspace.run(
        dossiers.remove_moment, d.pick(Moment, a)
    ),
    "task done": lambda d, a, b, _w: d.workspace.run(
        dossiers.set_done, d.pick(Task, a), bool(b % 2)
    ),
    "remove task": lambda d, a, _b, _w: d.workspace.run(dossiers.remove_task, d.pick(Task, a)),
    "document": _document,
    "remove document": lambda d, a, _b, _w: d.workspace.run(
        dossiers.remove_document, d.pick(Document, a)
    ),
    "gift": _gift,
    "remove gift": lambda d, a, _b, _w: d.workspace.run(dossiers.remove_gift, d.pick(Gift, a)),
    "import": _import,
    "fail late": lambda d, _a, _b, _w: d.workspace.run(fail_late),
    "come and go": lambda d, _a, _b, _w: d.workspace.run(come_and_go),
    "exchange": lambda d, a, b, _w: d.workspace.run(exchange, d.pick(Person, a), d.pick(Person, b)),
}


ACTS |= acts_of_address.ACTS | acts_of_precedence.ACTS
ACTS |= acts_of_stages.ACTS | acts_of_programme.ACTS
ACTS |= acts_of_missions.ACTS | acts_of_meetings.ACTS

SEED: tuple[Action, ...] = (
    ("add organisation", 0, 0, "Zhang"),
    ("add person in office", 1, 1, "Tanaka"),
    ("add person", 2, 0, "de Smet"),
    ("add reception", 3, 0, "Aa"),
    ("invite", 0, 2, ""),
    ("import", 0, 3, "Tanaka"),
    *acts_of_precedence.SEED,
    *acts_of_stages.SEED,
    *acts_of_missions.SEED,
    *acts_of_meetings.SEED,
)
KINDS = st.sampled_from([*ACTS, "undo", "undo", "redo"])
ACTIONS = st.tuples(KINDS, st.integers(0, 60), st.integers(0, 60), st.sampled_from(WORDS))


def _play(desk: Desk, actions: Sequence[Action]) -> None:
    for action in actions:
        if action[0] == "undo":
            desk.undo()
        elif action[0] == "redo":
            desk.redo()
        else:
            desk.perform(ACTS[action[0]], action)
        assert_directory_whole(desk.workspace)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=12)
@given(actions=st.lists(ACTIONS, min_size=8, max_size=24))
def test_undoing_all_gives_the_first_office_and_redoing_all_the_last(
    engine: str, location: Location, actions: list[Action]
) -> None:
    places = location(engine)
    desk = Desk(open_office(next(places), TRADE))
    try:
        _play(desk, [*SEED, *actions])
        while desk.undone:
            desk.redo()
        last = len(desk.dumps)
        while len(desk.dumps) > 1:
            desk.undo()
        assert_directory_whole(desk.workspace)
        while desk.undone:
            desk.redo()
        assert len(desk.dumps) == last
        assert_directory_whole(desk.workspace)
    finally:
        desk.workspace.close()
        next(places, None)
