"""Is this row somebody the office knows already? By dictionary, never pair by pair.

A person is the same when the outside id is, or when the folded name is and nothing speaks against
it: other mails, another birth date, another organisation, another town. An organisation is the same
when the outside id is, or name (or kind), country and town are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.fold import fold, words
from app.core.letting_go import let_go

if TYPE_CHECKING:
    from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft


@dataclass(slots=True)
class KnownPerson:
    """What tells a person from another of the same name.

    Ids are 32 hex digits; a posting is an organisation's id ("" for none), a function and the day
    it began (ISO, "" where not known). `file_id` is the id another office's export gave.
    """

    id: str
    external_id: str = ""
    birth: str = ""
    city: str = ""
    mails: tuple[str, ...] = ()
    file_id: str = ""
    postings: list[tuple[str, str, str]] = field(default_factory=list)

    def hold(self, organisation: str, posting: PostingDraft) -> None:
        """Remember a posting."""
        day = posting.starts_on.isoformat() if posting.starts_on else ""
        self.postings.append((organisation, posting.function, day))

    def holds(self, organisation: str, posting: PostingDraft) -> bool:
        """Whether this posting is known; an unknown day is no other day."""
        day = posting.starts_on.isoformat() if posting.starts_on else ""
        return any(
            (where, function) == (organisation, posting.function)
            and (day in (begun, "") or not begun)
            for where, function, begun in self.postings
        )


class People:
    """Everybody known so far: those of the office, then those of the rows already read."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[KnownPerson]] = {}
        self._without_mail: dict[str, list[KnownPerson]] = {}
        self._by_mail: dict[tuple[str, str], KnownPerson] = {}
        self._by_outside_id: dict[str, KnownPerson] = {}
        self._by_id: dict[str, KnownPerson] = {}

    def add(self, name_key: str, known: KnownPerson, also: str = "") -> None:
        """Remember a person under the sort key of their name, and under an id of another office."""
        self._by_name.setdefault(name_key, []).append(known)
        if known.mails:
            for mail in known.mails:
                self._by_mail.setdefault((name_key, mail), known)
        else:
            self._without_mail.setdefault(name_key, []).append(known)
        if known.external_id:
            self._by_outside_id.setdefault(known.external_id, known)
        known.file_id = also
        for one in (known.id, also):
            if one:
                self._by_id[one] = known

    def find(self, name_key: str, seen: KnownPerson, organisation: str) -> KnownPerson | None:
        """The person a row means, None where it is somebody new; our own id before all."""
        if seen.id in self._by_id:
            return self._by_id[seen.id]
        if seen.external_id and seen.external_id in self._by_outside_id:
            return self._by_outside_id[seen.external_id]
        for mail in seen.mails:
            one = self._by_mail.get((name_key, mail))
            if one is not None and _same(one, seen, organisation):
                return one
        among = self._without_mail if seen.mails else self._by_name
        for one in among.get(name_key, ()):
            if _same(one, seen, organisation):
                return one
        return None

    def let_go(self) -> None:
        """Forget everybody, bit by bit."""
        let_go(self._by_name, self._without_mail, self._by_mail, self._by_outside_id, self._by_id)


def seen_in(draft: PersonDraft, own_id: str = "") -> KnownPerson:
    """What a draft tells of a person; `own_id` is the id an export of this office gave."""
    return KnownPerson(
        own_id,
        draft.external_id,
        draft.birth_date.isoformat() if draft.birth_date else "",
        fold(draft.city) if draft.city else "",
        tuple([mail.lower() for mail in draft.emails]),
    )


def _same(one: KnownPerson, two: KnownPerson, organisation: str) -> bool:
    """Nothing speaks against it, or a shared mail speaks for it."""
    if one.external_id and two.external_id and one.external_id != two.external_id:
        return False
    if one.file_id and two.id and one.file_id != two.id:
        return False
    if one.birth and two.birth and one.birth != two.birth:
        return False
    if one.mails and two.mails:
        return any(mail in one.mails for mail in two.mails)
    held = [where for where, _function, _day in one.postings if where]
    if held and organisation:
        return organisation in held
    return not (one.city and two.city and one.city != two.city)


class Organisations:
    """Every organisation known so far."""

    def __init__(self) -> None:
        self._found: dict[OrganisationDraft, str] = {}
        self._ids: set[str] = set()
        self._by_key: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._by_outside_id: dict[str, str] = {}

    def add(self, draft: OrganisationDraft, row_id: str) -> None:
        """Remember an organisation."""
        self._ids.add(row_id)
        self._by_key.setdefault(organisation_key(draft), []).append((row_id, draft.external_id))
        if draft.external_id:
            self._by_outside_id.setdefault(draft.external_id, row_id)

    def find(self, draft: OrganisationDraft, own_id: str = "") -> str | None:
        """The organisation a draft means, None where it is a new one; our own id before all."""
        if own_id in self._ids:
            return own_id
        known = self._found.get(draft)
        if known is None:
            known = self._search(draft)
            if known is not None:
                self._found[draft] = known
        return known

    def _search(self, draft: OrganisationDraft) -> str | None:
        if draft.external_id and draft.external_id in self._by_outside_id:
            return self._by_outside_id[draft.external_id]
        for row_id, outside_id in self._by_key.get(organisation_key(draft), ()):
            if not (outside_id and draft.external_id):
                return row_id
        return None

    def let_go(self) -> None:
        """Forget all, bit by bit."""
        let_go(self._found, self._by_key, self._by_outside_id)


def organisation_key(draft: OrganisationDraft) -> tuple[str, ...]:
    """Name, country and town; a post without a name goes by its kind and where it stands."""
    if draft.name:
        return (words(draft.name), draft.country, words(draft.city))
    return ("", draft.kind, draft.country, draft.host_country, words(draft.city))
