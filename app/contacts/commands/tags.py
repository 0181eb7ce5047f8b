"""Writing tags, and who bears them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Membership, Organisation, Person, Tag, Tagging
from app.contacts.rules import names
from app.core.command import Progress, command, naming, unwatched
from app.core.errors import ConflictError
from app.core.records import checked, refuse
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from app.contacts.draft import TagDraft

CHUNK = 500


def tag_of(session: Session, draft: TagDraft) -> Tag:
    """The tag a draft speaks of, made where the office has it not yet."""
    refuse(draft.problems())
    name = draft.name.strip()
    found = session.scalars(select(Tag).where(Tag.kind == draft.kind, Tag.name == name)).first()
    if found is None:
        found = Tag(name=name, kind=str(draft.kind), goal=draft.goal, note=draft.note)
        session.add(found)
        session.flush()
    return found


@command(N_("Added the tag {name}"))
def add_tag(session: Session, draft: TagDraft) -> UUID:
    """Add a tag; one that exists is kept as it is."""
    naming(session, name=draft.name)
    return tag_of(session, draft).id


@command(N_("Changed the tag {name}"))
def change_tag(session: Session, tag_id: UUID, revision: UUID | None, draft: TagDraft) -> None:
    """Give a tag another name or kind.

    Raises:
        ConflictError: there is another tag of that name; merge the two.
    """
    refuse(draft.problems())
    tag = checked(session, Tag, tag_id, revision)
    name = draft.name.strip()
    same = select(Tag.id).where(Tag.kind == draft.kind, Tag.name == name, Tag.id != tag_id)
    if session.scalars(same).first() is not None:
        raise ConflictError(say(N_("There is already a tag {name}: merge the two."), name=name))
    naming(session, name=name)
    tag.name, tag.kind, tag.note = name, str(draft.kind), draft.note


@command(N_("Merged the tag {name} into {other}"))
def merge_tags(session: Session, tag_id: UUID, into_id: UUID) -> None:
    """Whoever bears a tag bears another instead, and the first is gone."""
    tag, into = checked(session, Tag, tag_id, None), checked(session, Tag, into_id, None)
    naming(session, name=tag.name, other=into.name)
    if tag is into:
        return
    kept = {_bearer(one) for one in session.scalars(_of_tag(into))}
    for one in list(session.scalars(_of_tag(tag))):
        if _bearer(one) in kept:
            session.delete(one)
        else:
            one.tag = into
    session.flush()
    session.delete(tag)


@command(N_("Removed the tag {name}"))
def remove_tag(session: Session, tag_id: UUID) -> None:
    """Remove a tag from everybody and from the office."""
    tag = checked(session, Tag, tag_id, None)
    naming(session, name=tag.name)
    for one in list(session.scalars(_of_tag(tag))):
        session.delete(one)
    session.flush()
    session.delete(tag)


@command(N_("Changed the tags and interests of {name}"))
def set_tags(
    session: Session, kind: str, owner: UUID, wanted: Sequence[tuple[TagDraft, str, UUID | None]]
) -> None:
    """Keep exactly these tags on a person or organisation: tag, role, for whom it opens."""
    bearer = _owner(session, kind, owner)
    column = Tagging.person_id if isinstance(bearer, Person) else Tagging.organisation_id
    asked = {(tag_of(session, draft).id, role): opens_for for draft, role, opens_for in wanted}
    for one in list(session.scalars(select(Tagging).where(column == owner))):
        key = (one.tag_id, one.role)
        if key not in asked:
            session.delete(one)
        else:
            _open(session, one, asked.pop(key))
    session.flush()
    for (tag_id, role), opens_for in asked.items():
        added = Tagging(role=role)
        added.tag = checked(session, Tag, tag_id, None)
        _bear(added, bearer)
        _open(session, added, opens_for)
        session.add(added)


def _open(session: Session, one: Tagging, opens_for: UUID | None) -> None:
    if one.opens_for_id != opens_for:
        one.opens_for = checked(session, Organisation, opens_for, None) if opens_for else None


def _owner(session: Session, kind: str, owner: UUID) -> Person | Organisation:
    if kind == "person":
        person = checked(session, Person, owner, None)
        naming(session, name=names.full_name(person.name))
        return person
    body = checked(session, Organisation, owner, None)
    naming(session, name=body.name or body.city)
    return body


@command(
    N_("Gave {n} contact the tag {name}"),
    N_("Gave {n} contacts the tag {name}"),
)
def tag_contacts(
    session: Session,
    people: Sequence[UUID],
    organisations: Sequence[UUID],
    draft: TagDraft,
    role: str = "",
    progress: Progress | None = None,
) -> int:
    """Give many contacts a tag; those who bear it already are passed over.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    tag = tag_of(session, draft)
    tell, done, total = progress or unwatched, 0, len(people) + len(organisations)
    added = 0
    for of_people, ids in ((True, people), (False, organisations)):
        column = Tagging.person_id if of_people else Tagging.organisation_id
        borne = select(column).where(Tagging.tag_id == tag.id, Tagging.role == role)
        there = set(session.scalars(borne.where(column.is_not(None))))
        for chunk in _chunks(ids):
            fresh = [one for one in chunk if one not in there]
            added += _give(session, tag, role, _bearers(session, fresh, people=of_people))
            done += len(chunk)
            tell(done, total)
    naming(session, n=added, name=tag.name)
    return added


@command(
    N_("Took the tag {name} from {n} contact"),
    N_("Took the tag {name} from {n} contacts"),
)
def untag_contacts(
    session: Session,
    people: Sequence[UUID],
    organisations: Sequence[UUID],
    tag_id: UUID,
    progress: Progress | None = None,
) -> int:
    """Take a tag from many contacts, in whichever role they bear it.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    tag = checked(session, Tag, tag_id, None)
    tell, done, total, taken = progress or unwatched, 0, len(people) + len(organisations), set()
    for column, ids in ((Tagging.person_id, people), (Tagging.organisation_id, organisations)):
        for chunk in _chunks(ids):
            borne = select(Tagging).where(Tagging.tag_id == tag.id, column.in_(chunk))
            for one in list(session.scalars(borne)):
                taken.add(one.person_id or one.organisation_id)
                session.delete(one)
            session.flush()
            done += len(chunk)
            tell(done, total)
    naming(session, n=len(taken), name=tag.name)
    return len(taken)


def _bearers(
    session: Session, ids: Sequence[UUID], *, people: bool
) -> Iterable[Person | Organisation]:
    if people:
        return session.scalars(select(Person).where(Person.id.in_(ids)))
    return session.scalars(select(Organisation).where(Organisation.id.in_(ids)))


def _give(session: Session, tag: Tag, role: str, bearers: Iterable[Person | Organisation]) -> int:
    count = 0
    for bearer in bearers:
        one = Tagging(role=role)
        one.tag = tag
        _bear(one, bearer)
        session.add(one)
        count += 1
    session.flush()
    return count


def _bear(one: Tagging, bearer: Person | Organisation) -> None:
    if isinstance(bearer, Person):
        one.person = bearer
    else:
        one.organisation = bearer


def _of_tag(tag: Tag) -> Select[Tagging]:
    return select(Tagging).where(Tagging.tag_id == tag.id)


def _bearer(one: Tagging) -> tuple[str, UUID | None, UUID | None]:
    return one.role, one.person_id, one.organisation_id


def _chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def forget_bearer(session: Session, bearer: Person | Organisation) -> None:
    """Take away what goes with somebody who is removed: their tags, their place in mailing sets,
    and that a network opens for them.
    """
    if isinstance(bearer, Person):
        tagged, opened = Tagging.person_id == bearer.id, None
        for member in session.scalars(select(Membership).where(Membership.person_id == bearer.id)):
            session.delete(member)
    else:
        tagged, opened = Tagging.organisation_id == bearer.id, Tagging.opens_for_id == bearer.id
    for one in session.scalars(select(Tagging).where(tagged)):
        session.delete(one)
    if opened is not None:
        for one in session.scalars(select(Tagging).where(opened)):
            one.opens_for = None
