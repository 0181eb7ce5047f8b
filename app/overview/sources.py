"""Where the rows of a timeline come from, one source a kind; each is one query over an index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Select, and_, exists, false, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased, joinedload

from app.contacts.model import Posting
from app.contacts.protocol import place_of, title_of
from app.contacts.queries import posting_row
from app.contacts.rules import names
from app.core.text import N_, Language, Sentence, plain, say
from app.dossiers.model import Document, Gift, Letter, Moment, MomentPerson, Task
from app.dossiers.queries import named, people_of
from app.dossiers.rules import direction_label
from app.dossiers.rules.memory import MomentKind, moment_label
from app.overview import outbound
from app.overview.entries import PERSON, Kind, Scope, TimelineRow
from app.receptions.model import Guest, Reception
from app.receptions.rules import Status, label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

Reader = Callable[..., list[TimelineRow]]


@dataclass(frozen=True, slots=True)
class Source:
    """How many rows of a kind a scope has, and the newest of them."""

    where: Callable[[Scope], Select[Any]]
    read: Reader

    def count(self, session: Session, scope: Scope) -> int:
        """How many records there are."""
        inner = self.where(scope).order_by(None).subquery()
        return session.scalar(select(func.count()).select_from(inner)) or 0

    def rows(
        self, session: Session, scope: Scope, language: Language, limit: int
    ) -> list[TimelineRow]:
        """The newest rows."""
        return self.read(session, scope, language, self.where(scope).limit(limit))


def _dots(*parts: str | Sentence) -> Sentence:
    """Parts with a dot between; empty ones fall away."""
    kept = [part for part in parts if str(part)]
    message = " · ".join(f"{{p{number}}}" for number in range(len(kept)))
    return Sentence(message, tuple((f"p{number}", part) for number, part in enumerate(kept)))


# --- moments ---


def _moments(scope: Scope) -> Select[Any]:
    if scope.is_dossier:
        own = and_(Moment.dossier_id == scope.id, ~_told_by_another())
    else:
        there: ColumnElement[bool] = (
            exists()
            .where(
                MomentPerson.moment_id == Moment.id,
                scope.of_person(MomentPerson.person_id, Moment.happened_on),
            )
            .correlate_except(MomentPerson)
        )
        if scope.kind != PERSON:
            there = and_(Moment.organisation_id.is_(None), there)
        own = or_(scope.of_organisation(Moment.organisation_id), there)
    return select(Moment.id).where(own).order_by(Moment.happened_on.desc(), Moment.id)


def _told_by_another() -> ColumnElement[bool]:
    """Whether another moment of the same event says the same: one line stands for all posts."""
    other = aliased(Moment)
    same = [
        getattr(other, name) == getattr(Moment, name)
        for name in ("dossier_id", "kind", "happened_on", "subject")
    ]
    event = Moment.kind == str(MomentKind.EVENT)
    return exists().where(event, *same, other.id < Moment.id).correlate_except(other)


def _there(session: Session, dossier: UUID) -> dict[tuple[dt.date, str], int]:
    """How many people were at an event of a dossier, by day and subject."""
    query = (
        select(Moment.happened_on, Moment.subject, func.count())
        .join(MomentPerson, MomentPerson.moment_id == Moment.id)
        .where(Moment.dossier_id == dossier, Moment.kind == str(MomentKind.EVENT))
        .group_by(Moment.happened_on, Moment.subject)
    )
    return {(day, subject): count for day, subject, count in session.execute(query)}


def _read_moments(
    session: Session, scope: Scope, _language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    ids = list(session.scalars(wanted))
    rows = list(session.scalars(select(Moment).where(Moment.id.in_(ids))))
    people = people_of(session, ids)
    there = _there(session, scope.id) if scope.is_dossier and scope.id else {}
    return [
        _moment(
            one,
            [row.name for row in people.get(one.id, ())],
            scope,
            there.get((one.happened_on, one.subject), 0) if one.kind == MomentKind.EVENT else 0,
        )
        for one in rows
    ]


def _moment(one: Moment, people: Sequence[str], scope: Scope, there: int = 0) -> TimelineRow:
    kind = moment_label(one.kind)
    told = one.subject.strip() or one.words.strip().partition("\n")[0][:120]
    title = plain(told) if told else kind
    with_whom: str | Sentence = ", ".join(people) if scope.kind != PERSON or len(people) > 1 else ""
    if there > len(people):
        with_whom = say(N_("{n} guest"), N_("{n} guests"), n=there)
    under = _dots(kind if told else "", with_whom, one.by)
    return TimelineRow(
        Kind.MOMENT, one.happened_on, title, under, "moment", one.id,
        confidential=one.confidential,
    )  # fmt: skip


# --- receptions ---

_HELD_ON = func.date(Reception.starts_at, type_=Date)


def _receptions(scope: Scope) -> Select[Any]:
    invited = (
        exists()
        .where(Guest.reception_id == Reception.id, scope.of_person(Guest.person_id, _HELD_ON))
        .correlate_except(Guest)
    )
    own = or_(invited, scope.of_organisation(Reception.requested_by_id))
    order = Reception.starts_at.desc().nulls_first()
    return select(Reception.id).where(own).order_by(order, Reception.id)


def _read_receptions(
    session: Session, scope: Scope, _language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    ids = list(session.scalars(wanted))
    query = select(Guest).where(Guest.reception_id.in_(ids)).options(joinedload(Guest.person))
    query = query.join(Reception, Reception.id == Guest.reception_id)
    guests: dict[UUID, list[Guest]] = {}
    for guest in session.scalars(query.where(scope.of_person(Guest.person_id, _HELD_ON))):
        guests.setdefault(guest.reception_id, []).append(guest)
    found = []
    for one in session.scalars(select(Reception).where(Reception.id.in_(ids))):
        day = one.starts_at.date() if one.starts_at else None
        under, status = _replies(guests.get(one.id, []), scope)
        row = TimelineRow(
            Kind.RECEPTION, day, plain(one.title), under, "reception", one.id, status=status
        )
        found.append(row)
    return found


def _replies(guests: list[Guest], scope: Scope) -> tuple[Sentence, str]:
    if not guests:
        return say(N_("at their request")), ""
    if scope.kind == PERSON:
        status = guests[0].status
        return label(Status(status)), status
    told = sorted(names.full_name(one.person.name) for one in guests)
    more = say(N_("and {n} more"), N_("and {n} more"), n=len(told) - 3) if len(told) > 3 else ""
    one_status = guests[0].status if len(guests) == 1 else ""
    word = label(Status(one_status)) if one_status else ""
    return _dots(", ".join(told[:3]), more, word), one_status


# --- gifts, letters, documents, tasks: records about a person, a post, a dossier ---


def _gifts(scope: Scope) -> Select[Any]:
    own = (
        Gift.dossier_id == scope.id
        if scope.is_dossier
        else scope.of_either(Gift.person_id, Gift.organisation_id, Gift.given_on)
    )
    return select(Gift).where(own).order_by(Gift.given_on.desc().nulls_first(), Gift.id)


def _read_gifts(
    session: Session, scope: Scope, language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    found = []
    for one in session.scalars(wanted.options(joinedload(Gift.person))):
        title = say(N_("{direction}: {what}"), direction=direction_label(one.direction),
                    what=one.what)  # fmt: skip
        who = named(one.person, None, None, language) if scope.kind != PERSON else ()
        under = _dots(*(row.name for row in who), one.occasion)
        found.append(TimelineRow(Kind.GIFT, one.given_on, title, under, "gift", one.id))
    return found


def _letters(scope: Scope) -> Select[Any]:
    own = (
        Letter.dossier_id == scope.id
        if scope.is_dossier
        else scope.of_either(Letter.person_id, Letter.organisation_id, Letter.written_on)
    )
    return select(Letter).where(own).order_by(Letter.written_on.desc(), Letter.id)


def _read_letters(
    session: Session, scope: Scope, language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    found = []
    for one in session.scalars(wanted.options(joinedload(Letter.person))):
        title = plain(one.subject) if one.subject.strip() else say(N_("Letter"))
        who = named(one.person, None, None, language) if scope.kind != PERSON else ()
        under = _dots(say(N_("Letter")) if one.subject.strip() else "",
                      *(row.name for row in who), one.signed_by)  # fmt: skip
        found.append(TimelineRow(Kind.LETTER, one.written_on, title, under, "letter", one.id))
    return found


_DOCUMENT_DAY = func.coalesce(Document.dated, Document.added_on, type_=Date)


def _documents(scope: Scope) -> Select[Any]:
    own = (
        Document.dossier_id == scope.id
        if scope.is_dossier
        else scope.of_either(Document.person_id, Document.organisation_id, _DOCUMENT_DAY)
    )
    return select(Document).where(own).order_by(_DOCUMENT_DAY.desc(), Document.id)


def _read_documents(
    session: Session, scope: Scope, language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    found = []
    for one in session.scalars(wanted.options(joinedload(Document.person))):
        who = named(one.person, None, None, language) if scope.kind != PERSON else ()
        under = _dots(say(N_("Document")), *(row.name for row in who))
        day = one.dated or one.added_on
        found.append(TimelineRow(Kind.DOCUMENT, day, plain(one.name), under, "document", one.id))
    return found


def _tasks(scope: Scope) -> Select[Any]:
    own = (
        Task.dossier_id == scope.id
        if scope.is_dossier
        else scope.of_either(Task.person_id, Task.organisation_id, Task.done_on)
    )
    done = Task.done_on.is_not(None)
    return select(Task).where(own, done).order_by(Task.done_on.desc(), Task.id)


def _read_tasks(
    session: Session, scope: Scope, language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    found = []
    for one in session.scalars(wanted.options(joinedload(Task.person))):
        who = named(one.person, None, None, language) if scope.kind != PERSON else ()
        under = _dots(say(N_("Task done")), *(row.name for row in who), one.owner)
        found.append(TimelineRow(Kind.TASK, one.done_on, plain(one.title), under, "task", one.id))
    return found


# --- postings: a line for each of their days ---

_PHASES = (
    ("end", "ends_on", N_("Left as {function}")),
    ("farewell", "farewell_on", N_("Took leave as {function}")),
    ("exequatur", "exequatur_on", N_("Exequatur as {function}")),
    ("credentials", "credentials_on", N_("Presented credentials as {function}")),
    ("arrival", "arrived_on", N_("Arrived as {function}")),
    ("begin", "starts_on", N_("Began as {function}")),
)


def _phase(column: Any, scope: Scope) -> Select[Any]:
    if scope.kind == PERSON:
        own = Posting.person_id == scope.id
    elif scope.is_dossier:
        own = false()
    else:
        own = scope.of_organisation(Posting.organisation_id)
    return select(Posting.id, column.label("day")).where(own, column.is_not(None))


def _postings(scope: Scope) -> Select[Any]:
    parts = [
        _phase(getattr(Posting, field), scope).add_columns(literal(name).label("phase"))
        for name, field, _ in _PHASES
    ]
    whole = union_all(*parts).subquery()
    return select(whole.c.id, whole.c.phase).order_by(whole.c.day.desc(), whole.c.id, whole.c.phase)


def _read_postings(
    session: Session, scope: Scope, language: Language, wanted: Select[Any]
) -> list[TimelineRow]:
    lines = list(session.execute(wanted))
    query = select(Posting).where(Posting.id.in_([line.id for line in lines]))
    whole = query.options(joinedload(Posting.person), joinedload(Posting.organisation))
    known = {one.id: one for one in session.scalars(whole)}
    told = {name: (field, words) for name, field, words in _PHASES}
    found = []
    for line in lines:
        one = known[line.id]
        row = posting_row(one, one.person)
        field, words = told[line.phase]
        title = say(words, function=title_of(row, one.person.gender, language))
        under = (
            place_of(row, language) if scope.kind == PERSON else names.full_name(one.person.name)
        )
        ref = ("posting", one.id) if scope.kind == PERSON else ("person", one.person_id)
        entry = TimelineRow(
            Kind.POSTING, getattr(one, field), title, plain(under), *ref,
            phase=f"{one.id.hex}{line.phase}",
        )  # fmt: skip
        found.append(entry)
    return found


SOURCES: dict[str, Source] = {
    Kind.MOMENT: Source(_moments, _read_moments),
    Kind.RECEPTION: Source(_receptions, _read_receptions),
    Kind.MISSION: Source(outbound.where, outbound.read),
    Kind.GIFT: Source(_gifts, _read_gifts),
    Kind.LETTER: Source(_letters, _read_letters),
    Kind.DOCUMENT: Source(_documents, _read_documents),
    Kind.TASK: Source(_tasks, _read_tasks),
    Kind.POSTING: Source(_postings, _read_postings),
}
"""Every kind of row, in the order of the filter."""
