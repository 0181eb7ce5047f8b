"""What comes in of the guest list: a guest, whom they bring, a delegation, the kitchen's notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, Sentence, say
from app.dossiers.draft import TITLE_LIMIT
from app.receptions.rules.guests import FIRST_ROUND, PHOTO_ANSWERS, least_persons
from app.receptions.rules.reception import Circle

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


def _too_long(field: str, words: str) -> list[Problem]:
    if len(words) <= TITLE_LIMIT:
        return []
    long = N_("This is longer than {limit} characters: shorten it.")
    return [Problem(field, say(long, limit=TITLE_LIMIT))]


@dataclass(frozen=True, slots=True)
class CompanionDraft:
    """Somebody a guest brings along; `id` is of one who is on the list already.

    Named by `name`, or by the person of the office they are.
    """

    name: str = ""
    relation: str = ""
    badge_name: str = ""
    seat: str = ""
    note: str = ""
    person: UUID | None = None
    id: UUID | None = None

    def problems(self) -> list[Problem]:
        """Somebody must be named: an unnamed one is a number, not a companion."""
        found = _too_long("name", self.name)
        if not self.name.strip() and self.person is None:
            found.append(Problem("name", say(N_("Say who comes along."))))
        return found


@dataclass(frozen=True, slots=True)
class GuestDraft:
    """What the list says of a guest, beside the reply.

    `persons` counts the guest and whoever comes along, named or not. `arrives_at` is local.
    """

    circle: str = Circle.GUESTS
    persons: int = 1
    note: str = ""
    guest_of_honour: bool = False
    invitation_round: int = FIRST_ROUND
    seat: str = ""
    arrives_at: dt.datetime | None = None
    car: str = ""
    plate: str = ""
    spouse_programme: bool = False
    photo_consent: str = ""
    delegation: UUID | None = None
    interprets_for: UUID | None = None
    companions: tuple[CompanionDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = [problem for one in self.companions for problem in one.problems()]
        least = least_persons(len(self.companions))
        if self.persons < 1:
            found.append(Problem("persons", say(N_("A guest counts for at least one person."))))
        elif self.persons < least:
            found.append(Problem("persons", too_few(least)))
        if self.invitation_round < FIRST_ROUND:
            found.append(Problem("invitation_round", say(N_("Rounds count from 1."))))
        for name, value, known in (
            ("circle", self.circle, set(Circle)),
            ("photo_consent", self.photo_consent, set(PHOTO_ANSWERS)),
        ):
            if value not in known:
                found.append(Problem(name, say(N_("Choose one from the list."))))
        return found


def too_few(least: int) -> Sentence:
    """Why a guest counts for more."""
    few = N_("With those named this is at least {n} person.")
    return say(few, N_("With those named these are at least {n} persons."), n=least)


@dataclass(frozen=True, slots=True)
class DelegationDraft:
    """People who come as one body; `expected` is the number announced, None while unknown."""

    name: str = ""
    expected: int | None = None
    note: str = ""
    organisation: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = _too_long("name", self.name)
        if not self.name.strip():
            found.append(Problem("name", say(N_("Say how the delegation is called."))))
        if self.expected is not None and self.expected < 1:
            found.append(Problem("expected", say(N_("A delegation is at least one person."))))
        return found


@dataclass(frozen=True, slots=True)
class CateringDraft:
    """What the kitchen must do, never why; who said it, when, and whether it may be kept.

    `companion` is the one it is for, None for the guest.
    """

    instruction: str = ""
    source: str = ""
    told_on: dt.date | None = None
    consent: bool = False
    companion: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = _too_long("instruction", self.instruction)
        if not self.instruction.strip():
            sentence = say(N_("Say what the kitchen must do, without the reason."))
            found.append(Problem("instruction", sentence))
        return found


@dataclass(frozen=True, slots=True)
class GuestRules:
    """The office's own numbers: days before the deadline to phone, after the event to forget."""

    phone_days: int = 3
    catering_days: int = 14

    def problems(self) -> list[Problem]:
        """Days count from 0."""
        found = []
        for name, days in (("phone_days", self.phone_days), ("catering_days", self.catering_days)):
            if not 0 <= days <= 365:
                found.append(Problem(name, say(N_("Type a number of days from 0 to 365."))))
        return found
