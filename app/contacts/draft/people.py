"""People, organisations and postings as typed or read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt

_MAIL = re.compile(r"^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$")
NAME_LIMIT = 200
TEXT_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as typed or read. `country` and `nationality` are ISO 3166-1 alpha-2 codes."""

    family_name: str = ""
    given_name: str = ""
    name_order: str = "given_first"
    native_name: str = ""
    pronunciation: str = ""
    gender: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    honorific: str = ""
    nationality: str = ""
    birth_date: dt.date | None = None
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    website: str = ""
    note: str = ""
    external_id: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = _mail_problems(self.emails) if self.emails else []
        if not (self.family_name.strip() or self.given_name.strip()):
            found.append(
                Problem("family_name", say(N_("A person needs a name: fill in the family name.")))
            )
        if len(self.family_name) > NAME_LIMIT:
            found.append(_too_long("family_name", NAME_LIMIT))
        if len(self.given_name) > NAME_LIMIT:
            found.append(_too_long("given_name", NAME_LIMIT))
        if len(self.native_name) > NAME_LIMIT:
            found.append(_too_long("native_name", NAME_LIMIT))
        if len(self.note) > TEXT_LIMIT:
            found.append(_too_long("note", TEXT_LIMIT))
        return found


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """A post or other organisation; `country` is the sending State of a post, else its own.

    A post may go without a name: it is then named after its kind, country and city.
    `jurisdictions` are the States and bodies a post is accredited to.
    """

    name: str = ""
    kind: str = "other"
    country: str = ""
    host_country: str = ""
    jurisdictions: tuple[str, ...] = ()
    street: str = ""
    postal_code: str = ""
    city: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    website: str = ""
    note: str = ""
    latitude: float | None = None
    longitude: float | None = None
    external_id: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = _mail_problems(self.emails) if self.emails else []
        if not self.name.strip() and not self.country:
            found.append(
                Problem("name", say(N_("An organisation needs a name, or a kind and a country.")))
            )
        if len(self.name) > NAME_LIMIT:
            found.append(_too_long("name", NAME_LIMIT))
        if len(self.note) > TEXT_LIMIT:
            found.append(_too_long("note", TEXT_LIMIT))
        return found


@dataclass(frozen=True, slots=True)
class PostingDraft:
    """A function somebody holds at an organisation, with the dates that decide precedence.

    Credentials are a date with an optional time or sequence number, for several heads of mission
    may be received on one day (Vienna Convention on Diplomatic Relations, art. 13).
    """

    function: str = "other"
    title: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    agrement_on: dt.date | None = None
    arrived_on: dt.date | None = None
    credentials_on: dt.date | None = None
    credentials_time: dt.time | None = None
    credentials_sequence: int | None = None
    exequatur_on: dt.date | None = None
    receiving_body: str = ""
    farewell_on: dt.date | None = None
    expected_end_on: dt.date | None = None
    consular_district: str = ""
    posting_note: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            found.append(
                Problem("ends_on", say(N_("The end lies before the beginning: check both dates.")))
            )
        if self.credentials_on and self.agrement_on and self.credentials_on < self.agrement_on:
            found.append(
                Problem(
                    "credentials_on",
                    say(N_("Credentials come after the agrément: check both dates.")),
                )
            )
        if self.credentials_sequence is not None and self.credentials_sequence < 1:
            found.append(
                Problem("credentials_sequence", say(N_("Count the sequence from 1 upwards.")))
            )
        return found


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What one row of a list becomes: a person, an organisation, or both with a posting.

    The ids are those an export of this office gave (32 hex digits), else "".
    """

    person: PersonDraft | None = None
    organisation: OrganisationDraft | None = None
    posting: PostingDraft | None = None
    line: int = 0
    id: str = ""
    organisation_id: str = ""
    problems_read: tuple[Problem, ...] = field(default=())

    def problems(self) -> list[Problem]:
        """All problems of the row, each with its line."""
        parts = (self.person, self.organisation, self.posting)
        own = [p for part in parts if part is not None for p in part.problems()]
        return [*self.problems_read, *(Problem(p.field, p.sentence, self.line) for p in own)]


def is_mail(text: str) -> bool:
    """Whether text has the shape of a mail address."""
    return _MAIL.fullmatch(text) is not None


def _mail_problems(emails: tuple[str, ...]) -> list[Problem]:
    return [
        Problem("emails", say(N_("“{mail}” is no mail address: check it."), mail=mail[:80]))
        for mail in emails
        if not is_mail(mail)
    ]


def _too_long(name: str, limit: int) -> Problem:
    long = N_("This is longer than {limit} characters: shorten it.")
    return Problem(name, say(long, limit=limit))
