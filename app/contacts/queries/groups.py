"""Reading saved views, tags and mailing sets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.contacts.draft import MailingSetDraft, TagDraft, ViewDraft
from app.contacts.model import (
    MailingSet,
    Membership,
    Organisation,
    SavedView,
    Tag,
    Tagging,
)
from app.contacts.queries.countries import days_of_month
from app.contacts.rules import lines
from app.contacts.rules.tags import GOALS, TagKind
from app.contacts.rules.views import FURNISHED, Conditions, core_view, from_json, spoken
from app.core import clock, search
from app.core.errors import NotFoundError
from app.core.fold import fold
from app.core.text import N_, Language, say, t
from app.policy.queries import priorities
from app.policy.rules import goal_title

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.directory import Line, View


# --- views ---


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A saved view; without a revision it is one the office has not changed yet."""

    id: UUID
    revision: UUID | None
    draft: ViewDraft
    position: int

    def name(self, language: Language) -> str:
        """Its name as a person reads it."""
        return spoken(self.draft.name, language)


def saved_views(session: Session) -> list[ViewRow]:
    """The views of the office in its order; those every office begins with where it has none."""
    query = select(SavedView).order_by(SavedView.position, SavedView.name, SavedView.id)
    kept = [_view_row(one) for one in session.scalars(query)]
    return kept or [
        ViewRow(
            one.id,
            None,
            ViewDraft(
                one.name, one.conditions, one.columns, one.sort, one.descending, one.group_by
            ),
            position,
        )
        for position, one in enumerate(FURNISHED)
    ]


def _view_row(one: SavedView) -> ViewRow:
    draft = ViewDraft(
        one.name,
        from_json(one.conditions),
        tuple(one.columns),
        one.sort,
        one.descending,
        one.group_by,
    )
    return ViewRow(one.id, one.revision, draft, one.position)


def view_named(session: Session, name: str) -> ViewRow:
    """A view by its name in any language; case and accents do not count.

    Raises:
        NotFoundError: there is none.
    """
    wanted = fold(name)
    rows = saved_views(session)
    for row in rows:
        if wanted in {fold(row.draft.name), *(fold(row.name(one)) for one in Language)}:
            return row
    known = ", ".join(row.draft.name for row in rows)
    raise NotFoundError(
        say(N_("There is no view “{name}”: choose {known}."), name=name, known=known)
    )


def resolved(session: Session, conditions: Conditions, text: str = "") -> View:
    """The lines that answer the conditions today, and what is typed beside them."""
    today = clock.today()
    celebrating = celebrating_in(session, today) if conditions.national_day else ()
    return core_view(conditions, today, celebrating, text)


def celebrating_in(session: Session, day: dt.date) -> tuple[str, ...]:
    """The countries whose national day falls, or is celebrated this year, in the month of a day."""
    dated, _undated = days_of_month(session, day.year, day.month)
    return tuple(sorted({one.day.country for one in dated}))


def view_counts(session: Session) -> dict[UUID, int]:
    """How many lines each view shows, counted up to `search.COUNT_LIMIT`."""
    rows = saved_views(session)
    found = search.counts(session, [resolved(session, row.draft.conditions) for row in rows])
    return {row.id: count for row, count in zip(rows, found, strict=True)}


def view_lines(
    session: Session, conditions: Conditions, text: str, sort: str, *, descending: bool
) -> list[Line]:
    """The first screenful of a view."""
    return search.first_lines(
        session, resolved(session, conditions, text), sort, descending=descending
    )


def view_ids(
    session: Session, conditions: Conditions, text: str, sort: str, group_by: str = ""
) -> tuple[bytes, list[tuple[str, int]]]:
    """The ids of a view, packed, in ascending order, and its groups with how many are in each."""
    view = resolved(session, conditions, text)
    groups = search.groups(session, view, group_by) if group_by and group_by == sort else []
    return search.ordered_ids(session, view, sort), groups


def lines_of_kind(session: Session, row: ViewRow, kind: str) -> bytes:
    """The ids of the people, or the organisations, of a view, in its order."""
    view = resolved(session, row.draft.conditions)
    if kind not in view.kinds:
        return b""
    packed = search.ordered_ids(session, replace(view, kinds=(kind,)), row.draft.sort)
    if not row.draft.descending:
        return packed
    return b"".join(packed[at : at + 16] for at in range(len(packed) - 16, -1, -16))


# --- tags ---


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag and how many people and organisations bear it."""

    id: UUID
    revision: UUID
    draft: TagDraft
    people: int = 0
    organisations: int = 0

    def name(self, language: Language) -> str:
        """Its name; a goal of the United Nations is named in the reader's language."""
        return tag_name(self.draft, language)


@dataclass(frozen=True, slots=True)
class BorneTag:
    """A tag somebody bears, in which role, and for whom a network opens."""

    id: UUID
    draft: TagDraft
    role: str
    opens_for_id: UUID | None = None
    opens_for: str = ""

    def name(self, language: Language) -> str:
        """Its name in the reader's language."""
        return tag_name(self.draft, language)


def tag_name(draft: TagDraft, language: Language) -> str:
    """The name of a tag in the reader's language; a goal's with a plain space, as it is typed."""
    title = goal_title(draft.goal, language) if draft.goal else ""
    if not title:
        return draft.name
    number = t(N_("SDG\u00a0{n}"), language, n=draft.goal).replace("\u00a0", " ")
    return f"{number} · {title}"


def tags(session: Session) -> list[TagRow]:
    """Every tag by its name, with how often it is borne."""
    people = func.count(Tagging.person_id.distinct())
    organisations = func.count(Tagging.organisation_id.distinct())
    query = (
        select(Tag, people, organisations)
        .outerjoin(Tagging, Tagging.tag_id == Tag.id)
        .group_by(Tag.id)
    )
    rows = [
        TagRow(one.id, one.revision, _tag_draft(one), of_people, of_organisations)
        for one, of_people, of_organisations in session.execute(query)
    ]
    return sorted(rows, key=lambda row: (row.draft.goal or 0, fold(row.draft.name), row.id.hex))


def offered_tags(session: Session) -> list[TagDraft]:
    """Every tag somebody may be given: those there are, the office's priorities, the goals."""
    known = [row.draft for row in tags(session)]
    there = {(one.kind, one.name) for one in known}
    goals = {one.goal for one in known}
    mine = [TagDraft(one.name, TagKind.PRIORITY) for one in priorities(session) if one.active]
    more = [one for one in mine if (one.kind, one.name) not in there]
    more += [goal_tag(number) for number in GOALS if number not in goals]
    return [*known, *more]


def goal_tag(number: int) -> TagDraft:
    """The tag of a Sustainable Development Goal."""
    return TagDraft(f"SDG {number}", TagKind.GOAL, number)


def borne_tags(session: Session, owner: UUID) -> list[BorneTag]:
    """The tags a person or organisation bears, by role and name."""
    query = (
        select(Tag, Tagging.role, Organisation)
        .join(Tagging.tag)
        .outerjoin(Organisation, Organisation.id == Tagging.opens_for_id)
        .where((Tagging.person_id == owner) | (Tagging.organisation_id == owner))
    )
    found = [
        BorneTag(
            tag.id,
            _tag_draft(tag),
            role,
            body.id if body else None,
            lines.place_title(body.place) if body else "",
        )
        for tag, role, body in session.execute(query)
    ]
    return sorted(found, key=lambda one: (one.role, fold(one.draft.name)))


def _tag_draft(one: Tag) -> TagDraft:
    return TagDraft(one.name, one.kind, one.goal, one.note)


# --- mailing sets ---


@dataclass(frozen=True, slots=True)
class MailingSetRow:
    """A mailing set and how many are in it, and of those how many may be re-invited."""

    id: UUID
    revision: UUID
    draft: MailingSetDraft
    members: int
    reinvite: int


def mailing_sets(session: Session) -> list[MailingSetRow]:
    """Every mailing set by its name."""
    again = func.count().filter(Membership.reinvite.is_(True))
    counted = {
        row[0]: (row[1], row[2])
        for row in session.execute(
            select(Membership.mailing_set_id, func.count(), again).group_by(
                Membership.mailing_set_id
            )
        )
    }
    rows = [
        MailingSetRow(one.id, one.revision, _set_draft(one), *counted.get(one.id, (0, 0)))
        for one in session.scalars(select(MailingSet))
    ]
    return sorted(rows, key=lambda row: (fold(row.draft.name), row.id.hex))


def sets_of(session: Session, person_id: UUID) -> list[str]:
    """The names of the mailing sets a person is in."""
    query = select(MailingSet.name).join(Membership).where(Membership.person_id == person_id)
    return sorted(session.scalars(query), key=fold)


def _set_draft(one: MailingSet) -> MailingSetDraft:
    return MailingSetDraft(
        one.name, one.purpose, one.legal_basis, one.reuse_for, one.keep_until, one.note
    )
