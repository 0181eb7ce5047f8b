"""A draft made fit to keep, and a record with what a draft adds to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from app.contacts.draft import OrganisationDraft, PersonDraft, is_mail

if TYPE_CHECKING:
    from app.contacts.draft import ContactDraft

D = TypeVar("D", PersonDraft, OrganisationDraft)


def mended(draft: ContactDraft) -> ContactDraft:
    """A row whose bad mail addresses are kept as a note, so that nothing is lost."""
    person, organisation = draft.person, draft.organisation
    return replace(
        draft,
        person=_noted(person) if person else None,
        organisation=_noted(organisation) if organisation else None,
    )


def _noted(draft: D) -> D:
    good = tuple(mail for mail in draft.emails if is_mail(mail))
    wrong: list[str] = [mail for mail in draft.emails if mail not in good]
    return replace(draft, emails=good, note="\n".join(filter(None, (draft.note, *wrong))))


def merged(kept: D, fresh: D) -> D:
    """What is kept, with every field the list fills; mails and phones are joined."""
    default = type(fresh)()
    filled: dict[str, Any] = {}
    for name in map(str, type(fresh).__slots__):
        value = getattr(fresh, name)
        if value != getattr(default, name):
            filled[name] = value
    filled["emails"] = _joined(kept.emails, fresh.emails)
    filled["phones"] = _joined(kept.phones, fresh.phones)
    return replace(kept, **filled)


def _joined(kept: tuple[str, ...], fresh: tuple[str, ...]) -> tuple[str, ...]:
    """Both, each once, as it was first written."""
    return tuple(reversed({one.lower(): one for one in reversed((*kept, *fresh))}.values()))
