"""Contact moments, tasks and documents as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core import clock
from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.draft.dossier import TITLE_LIMIT
from app.dossiers.rules.files import name_problem
from app.dossiers.rules.memory import MomentKind

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

WORDS_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class MomentDraft:
    """What was said or done, on a day that has come, with people or a post.

    `organisation` is the post it stays with; `by` who of the office was there.
    """

    happened_on: dt.date | None = None
    happened_at: dt.time | None = None
    kind: str = MomentKind.CONVERSATION
    subject: str = ""
    words: str = ""
    by: str = ""
    confidential: bool = False
    people: tuple[UUID, ...] = ()
    organisation: UUID | None = None
    dossier: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = [*_long("subject", self.subject), *_long("words", self.words, WORDS_LIMIT)]
        if self.happened_on is None:
            found.append(Problem("happened_on", say(N_("Say on which day it was."))))
        elif self.happened_on > clock.today():
            later = say(N_("This day is still to come: make it a task instead."))
            found.append(Problem("happened_on", later))
        if not (self.subject.strip() or self.words.strip()):
            found.append(Problem("subject", say(N_("Say in a few words what it was about."))))
        if not (self.people or self.organisation or self.dossier):
            found.append(Problem("people", say(N_("Say with whom: people, a post, or both."))))
        if self.kind not in set(MomentKind):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        return found


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """Something to do, by whom and before when.

    With `days_before` it is due that many days before its dossier begins, whatever `due_on` says.
    """

    title: str = ""
    owner: str = ""
    due_on: dt.date | None = None
    note: str = ""
    person: UUID | None = None
    organisation: UUID | None = None
    dossier: UUID | None = None
    moment: UUID | None = None
    days_before: int | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = [*_long("title", self.title), *_long("note", self.note, WORDS_LIMIT)]
        if not self.title.strip():
            found.append(Problem("title", say(N_("Say what is to be done."))))
        return found


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A file to keep in the office; `size` in bytes, `media_type` as MIME."""

    name: str = ""
    media_type: str = ""
    size: int = 0
    dated: dt.date | None = None
    note: str = ""
    person: UUID | None = None
    organisation: UUID | None = None
    dossier: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = [*_long("name", self.name), *_long("note", self.note, WORDS_LIMIT)]
        wrong = name_problem(self.name)
        if wrong is not None:
            found.append(Problem("name", wrong))
        return found


def _long(name: str, text: str, limit: int = TITLE_LIMIT) -> list[Problem]:
    if len(text) <= limit:
        return []
    long = N_("This is longer than {limit} characters: shorten it.")
    return [Problem(name, say(long, limit=limit))]
