"""A template, its lines, roles, partners and days to mind as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, Sentence, say
from app.dossiers.draft.dossier import TITLE_LIMIT
from app.dossiers.rules.special_days import DayKind
from app.dossiers.rules.templates import RECEPTION, Part

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

_CHOOSE = say(N_("Choose one from the list."))
_TITLES: dict[str, Sentence] = {
    Part.ITEM: say(N_("Say what happens.")),
    Part.TASK: say(N_("Say what is to be done.")),
    Part.ROLE: say(N_("Say who is needed.")),
    Part.PAPER: say(N_("Choose a paper.")),
}


def _long(name: str, text: str) -> list[Problem]:
    if len(text) <= TITLE_LIMIT:
        return []
    long = N_("This is longer than {limit} characters: shorten it.")
    return [Problem(name, say(long, limit=TITLE_LIMIT))]


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line of a template; `title` of a paper is its kind in the catalogue."""

    kind: str = Part.TASK
    title: str = ""
    days_before: int | None = None
    minutes: int | None = None
    owner: str = ""
    place: str = ""
    public: bool = True
    item_kind: str = "item"
    note: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if self.kind not in set(Part):
            return [Problem("kind", _CHOOSE)]
        found = _long("title", self.title)
        if not self.title.strip():
            found.append(Problem("title", _TITLES[self.kind]))
        if self.minutes is not None and self.minutes < 0:
            found.append(Problem("minutes", say(N_("Minutes count upwards from 0."))))
        return found


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A template with its lines, in order; `dossier_kind` is the kind of dossier it is for."""

    name: str = ""
    noun: str = RECEPTION
    dossier_kind: str = ""
    note: str = ""
    lines: tuple[LineDraft, ...] = ()

    @property
    def tasks(self) -> tuple[LineDraft, ...]:
        """Its lines of the checklist."""
        return tuple(one for one in self.lines if one.kind == Part.TASK)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = _long("name", self.name)
        if not self.name.strip():
            found.append(Problem("name", say(N_("Give it a name, so that others find it."))))
        return found + [problem for line in self.lines for problem in line.problems()]


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """Who does what on the day, and how to reach them."""

    role: str = ""
    name: str = ""
    phone: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = _long("role", self.role)
        if not self.role.strip():
            found.append(Problem("role", _TITLES[Part.ROLE]))
        return found


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """A partner whose contacts a dossier serves, and what they wish of it."""

    organisation: UUID | None = None
    wish: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if self.organisation is None:
            return [Problem("organisation", say(N_("Choose a partner.")))]
        return []


@dataclass(frozen=True, slots=True)
class SpecialDayDraft:
    """A day to mind, or several: named in one language at least."""

    kind: str = DayKind.COUNCIL
    name_en: str = ""
    name_nl: str = ""
    name_fr: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    from_evening: bool = False
    advice: str = ""
    source: str = ""
    verified: bool = False

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not any(one.strip() for one in (self.name_en, self.name_nl, self.name_fr)):
            found.append(Problem("name_nl", say(N_("Give it a name, in one language at least."))))
        if self.starts_on is None:
            found.append(Problem("starts_on", say(N_("Say on which day it begins."))))
        elif self.ends_on is not None and self.ends_on < self.starts_on:
            early = say(N_("The end lies before the beginning: check date and time."))
            found.append(Problem("ends_on", early))
        return found
