"""Two people, or two organisations, become one: one command, one undo.

The command stands here because the second portrait is kept as a document, which is of this room;
what higher rooms hold of a person (guests, gifts) follows by the metadata, without their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.commands import change_organisation, change_person
from app.contacts.model import Organisation, Person, Posting
from app.core import clock
from app.core.absorb import absorb
from app.core.command import command
from app.core.errors import InvalidError
from app.core.records import checked
from app.core.text import N_, say
from app.dossiers.model import Document, DocumentContent

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import OrganisationDraft, PersonDraft


@command(N_("Merged two records of {name}"))
def merge_people(
    session: Session,
    kept_id: UUID,
    other_id: UUID,
    draft: PersonDraft,
    revisions: tuple[UUID | None, UUID | None] = (None, None),
    *,
    photo_of_other: bool = False,
) -> None:
    """Make one person of two, as the draft has them; everything of both stays with the one.

    Postings that say the same become one. Where both have a portrait, the one not chosen is kept
    among the documents.

    Raises:
        InvalidError: it is one person already, or the draft has problems.
        ConflictError: one of them was changed in between.
    """
    _refuse_one(kept_id, other_id)
    kept = checked(session, Person, kept_id, revisions[0])
    other = checked(session, Person, other_id, revisions[1])
    _keep_portraits(session, kept, other, photo_of_other=photo_of_other)
    line = kept.source_line if kept.source_line is not None else other.source_line
    absorb(session, kept, other)
    _join_postings(session, kept)
    change_person(session, kept_id, None, draft)
    kept.source_line = line


@command(N_("Merged two records of {name}"))
def merge_organisations(
    session: Session,
    kept_id: UUID,
    other_id: UUID,
    draft: OrganisationDraft,
    revisions: tuple[UUID | None, UUID | None] = (None, None),
) -> None:
    """Make one organisation of two; its people, gifts and letters are those of both.

    Raises:
        InvalidError: it is one organisation already, or the draft has problems.
        ConflictError: one of them was changed in between.
    """
    _refuse_one(kept_id, other_id)
    kept = checked(session, Organisation, kept_id, revisions[0])
    other = checked(session, Organisation, other_id, revisions[1])
    absorb(session, kept, other)
    change_organisation(session, kept_id, None, draft)


def _refuse_one(kept_id: UUID, other_id: UUID) -> None:
    if kept_id == other_id:
        raise InvalidError(say(N_("This is one record already: choose two.")), ())


def _keep_portraits(session: Session, kept: Person, other: Person, *, photo_of_other: bool) -> None:
    """The chosen portrait stays the portrait; the other becomes a document of the person."""
    if kept.photo is None or other.photo is None:
        return
    left = kept.photo.image if photo_of_other else other.photo.image
    if photo_of_other:
        kept.photo.image = other.photo.image
    if left == kept.photo.image:
        return
    document = Document(
        name="portrait.jpg", media_type="image/jpeg", size=len(left), added_on=clock.today()
    )
    document.content = DocumentContent(body=left)
    document.person = kept
    session.add(document)
    session.flush()


def _join_postings(session: Session, person: Person) -> None:
    """Postings of which nothing contradicts the other are one."""
    left = sorted(person.postings, key=lambda one: one.id.hex)
    while left:
        first = left.pop(0)
        for twin in tuple(left):
            if _alike(first, twin):
                left.remove(twin)
                first.take_in(twin)
                absorb(session, first, twin)


_DECIDING = (
    "title", "starts_on", "ends_on", "credentials_on", "credentials_time", "exequatur_on",
    "receiving_body", "consular_district",
)  # fmt: skip


def _alike(one: Posting, two: Posting) -> bool:
    if (one.function, one.organisation_id) != (two.function, two.organisation_id):
        return False
    begun_alike = one.starts_on is not None and one.starts_on == two.starts_on
    if (one.ends_on is None) != (two.ends_on is None) and not begun_alike:
        return False  # one has ended, the other runs
    pairs = ((getattr(one, name), getattr(two, name)) for name in _DECIDING)
    return all(mine == theirs or not mine or not theirs for mine, theirs in pairs)
