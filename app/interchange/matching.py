"""Is this row somebody the office knows already? By dictionary, never pair by pair.

A person is the same when the outside id is, or when the folded name is and nothing speaks against
it: other mails, another birth date, another organisation, another town. An organisation is the same
when the outside id is, or name (or kind), country and town are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.fold import fold, sort_key, words

if TYPE_CHECKING:
    from app.contacts.draft import OrganisationDraft, PersonDraft


@dataclass(slots=True)
class KnownPerson:
    """What tells a person from another of the same name. Ids are 32 hex digits."""

    id: str
    external_id: str = ""
    birth: str = ""
    city: str = ""
    mails: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    postings: set[tuple[str, str]] = field(default_factory=set)


class People:
    """Everybody known so far: those of the office, then those of the rows already read."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[KnownPerson]] = {}
        self._by_outside_id: dict[str, KnownPerson] = {}

    def add(self, family: str, given: str, known: KnownPerson) -> None:
        """Remember a person."""
        self._by_name.setdefault(sort_key(family, given), []).append(known)
        if known.external_id:
            self._by_outside_id.setdefault(known.external_id, known)

    def find(self, draft: PersonDraft, organisation: str) -> KnownPerson | None:
        """The person a draft means, None where it is somebody new."""
        if draft.external_id:
            known = self._by_outside_id.get(draft.external_id)
            if known is not None:
                return known
        here = self._by_name.get(sort_key(draft.family_name, draft.given_name))
        if not here:
            return None
        seen = _seen(draft, organisation)
        return next((one for one in here if _same(one, seen)), None)


def known_from(draft: PersonDraft, row_id: str, organisation: str) -> KnownPerson:
    """What to remember of a draft."""
    seen = _seen(draft, organisation)
    seen.id = row_id
    return seen


def _seen(draft: PersonDraft, organisation: str) -> KnownPerson:
    return KnownPerson(
        "",
        draft.external_id,
        draft.birth_date.isoformat() if draft.birth_date else "",
        fold(draft.city) if draft.city else "",
        {mail.lower() for mail in draft.emails},
        {organisation} if organisation else set(),
    )


def _same(one: KnownPerson, two: KnownPerson) -> bool:
    """Nothing speaks against it, or a shared mail speaks for it."""
    if one.external_id and two.external_id and one.external_id != two.external_id:
        return False
    if one.birth and two.birth and one.birth != two.birth:
        return False
    if one.mails and two.mails:
        return not one.mails.isdisjoint(two.mails)
    if one.organisations and two.organisations:
        return not one.organisations.isdisjoint(two.organisations)
    return not (one.city and two.city and one.city != two.city)


class Organisations:
    """Every organisation known so far."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._by_outside_id: dict[str, str] = {}

    def add(self, draft: OrganisationDraft, row_id: str) -> None:
        """Remember an organisation."""
        self._by_key.setdefault(organisation_key(draft), []).append((row_id, draft.external_id))
        if draft.external_id:
            self._by_outside_id.setdefault(draft.external_id, row_id)

    def find(self, draft: OrganisationDraft) -> str | None:
        """The organisation a draft means, None where it is a new one."""
        if draft.external_id and draft.external_id in self._by_outside_id:
            return self._by_outside_id[draft.external_id]
        for row_id, outside_id in self._by_key.get(organisation_key(draft), ()):
            if not (outside_id and draft.external_id):
                return row_id
        return None


def organisation_key(draft: OrganisationDraft) -> tuple[str, ...]:
    """Name, country and town; a post without a name goes by its kind and where it stands."""
    if draft.name:
        return (words(draft.name), draft.country, words(draft.city))
    return ("", draft.kind, draft.country, draft.host_country, words(draft.city))
