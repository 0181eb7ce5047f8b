"""What comes in of somebody who goes along, and of their travel papers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.rules.booklet import PHOTO_ANSWERS
from app.missions.rules.delegation import Role, Status
from app.missions.rules.passports import Visa
from app.missions.rules.withdrawal import is_rule, rule_lacking

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

_CHOOSE = N_("Choose one from the list.")
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9 \-]{2,19}")


@dataclass(frozen=True, slots=True)
class ParticipantDraft:
    """A participant; `title` and `organisation_name` as they were when the person registered.

    `with_id` is the participant they accompany, `groups` the names of their groups, `host_place`
    the place the host gives them, from 1. Times are local to the place.
    """

    role: str = Role.BUSINESS
    status: str = Status.REGISTERED
    title: str = ""
    organisation_name: str = ""
    badge_name: str = ""
    bio: str = ""
    groups: tuple[str, ...] = ()
    with_id: UUID | None = None
    arrives_at: dt.datetime | None = None
    leaves_at: dt.datetime | None = None
    emergency_contact: str = ""
    emergency_phone: str = ""
    registered_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    withdrawal_rule: str = ""
    host_place: int | None = None
    note: str = ""
    photo_consent: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = [
            Problem(name, say(_CHOOSE))
            for name, value, known in (
                ("role", self.role, set(Role)),
                ("status", self.status, set(Status)),
                ("photo_consent", self.photo_consent, set(PHOTO_ANSWERS)),
            )
            if value not in known
        ]
        if self.withdrawal_rule and not is_rule(self.withdrawal_rule):
            found.append(Problem("withdrawal_rule", rule_lacking(self.withdrawal_rule)))
        if self.arrives_at and self.leaves_at and self.leaves_at < self.arrives_at:
            sentence = say(N_("The departure lies before the arrival: check both days."))
            found.append(Problem("leaves_at", sentence))
        if self.host_place is not None and self.host_place < 1:
            found.append(Problem("host_place", say(N_("Places count from 1."))))
        return found


@dataclass(frozen=True, slots=True)
class PapersDraft:
    """Travel papers; what they say stays out of anything that prints a draft."""

    machine_name: str = field(default="", repr=False)
    ticket_name: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    nationality: str = field(default="", repr=False)
    born_on: dt.date | None = field(default=None, repr=False)
    expires_on: dt.date | None = field(default=None, repr=False)
    visa: str = Visa.UNKNOWN
    visa_granted_on: dt.date | None = None
    insurance: str = field(default="", repr=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept; no sentence repeats what was typed."""
        found = []
        if self.number and not _NUMBER.fullmatch(self.number.strip()):
            sentence = say(N_("A passport number has letters and figures, 3 to 20: check it."))
            found.append(Problem("number", sentence))
        if self.visa not in set(Visa):
            found.append(Problem("visa", say(_CHOOSE)))
        if self.born_on and self.expires_on and self.expires_on <= self.born_on:
            sentence = say(N_("The passport expires before the birth: check both days."))
            found.append(Problem("expires_on", sentence))
        return found
