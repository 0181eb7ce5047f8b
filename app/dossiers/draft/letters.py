"""A letter as typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, Language, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from uuid import UUID

SUBJECT_LIMIT = 200
BODY_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter to a person, or to a post: then to whoever headed it on `written_on`.

    `language` is a code of the house; "" leaves it to who prints. `couple` addresses the person
    with their spouse or life partner. In `body` an empty line parts paragraphs.
    """

    written_on: dt.date | None = None
    language: str = ""
    subject: str = ""
    body: str = ""
    signed_by: str = ""
    couple: bool = False
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    dossier_id: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.written_on is None:
            undated = N_("A letter needs its date: the forms of address are those of that day.")
            found.append(Problem("written_on", say(undated)))
        if self.language and self.language not in set(Language):
            found.append(Problem("language", say(N_("Choose one from the list."))))
        if self.person_id is None and self.organisation_id is None:
            found.append(Problem("", say(N_("Choose to whom the letter goes."))))
        for name, limit in (("subject", SUBJECT_LIMIT), ("body", BODY_LIMIT)):
            if len(getattr(self, name)) > limit:
                long = N_("This is longer than {limit} characters: shorten it.")
                found.append(Problem(name, say(long, limit=limit)))
        return found


@dataclass(frozen=True, slots=True)
class LettersDraft:
    """One letter to many, each in the reader's language.

    `texts` have a subject and a body by language ("nl", "fr", "en"); who reads a language without a
    text cannot be written to. `people` get it by name, `posts` as whoever heads them.
    """

    written_on: dt.date | None = None
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    signed_by: str = ""
    people: tuple[UUID, ...] = ()
    posts: tuple[UUID, ...] = ()
    dossier_id: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before these can be written."""
        found = []
        if not self.people and not self.posts:
            found.append(Problem("to", say(N_("Choose to whom the letters go."))))
        if self.written_on is None:
            undated = N_("A letter needs its date: the forms of address are those of that day.")
            found.append(Problem("written_on", say(undated)))
        for language, (subject, body) in self.texts.items():
            if not body.strip():
                missing = say(N_("This text is empty: write it, or leave its readers out."))
                found.append(Problem(f"body {language}", missing))
            if len(subject) > SUBJECT_LIMIT or len(body) > BODY_LIMIT:
                long = N_("This is longer than {limit} characters: shorten it.")
                limit = SUBJECT_LIMIT if len(subject) > SUBJECT_LIMIT else BODY_LIMIT
                found.append(Problem(f"body {language}", say(long, limit=limit)))
        return found
