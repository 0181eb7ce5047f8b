"""Reading which flags a reception flies: the office's rules and the countries of its guests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation, Posting
from app.contacts.rules import codes
from app.contacts.rules.countries import country_name
from app.contacts.rules.flag_days import FlagDay, flag_day
from app.core import clock
from app.core.fold import sort_key
from app.core.kept import kept
from app.core.profile import profile
from app.core.text import Language
from app.receptions.model import Guest, Reception
from app.receptions.rules.flags import FlagPlan, FlagRules, Whose, plan, rules_from
from app.receptions.rules.reception import COMING, Circle, Status

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

FLAG_RULES = "flag_rules"
"""The key of the setting."""
_AWAY = (Status.REGRETS, Status.ABSENT)


def masts_key(reception_id: UUID) -> str:
    """The key of the number of masts of one reception."""
    return f"flags:{reception_id.hex}"


@dataclass(frozen=True, slots=True)
class FlagSheet:
    """The flags of a reception; `masts` is its own number of masts, None where it is the office's.

    `countries` are the codes of the guests' flags in order.
    """

    title: str
    day: dt.date | None
    place: str
    dress: str
    rules: FlagRules
    plan: FlagPlan
    masts: int | None
    countries: tuple[str, ...]
    flag_day: FlagDay | None


def flag_rules(session: Session) -> FlagRules:
    """How the office flies flags."""
    return rules_from(kept(session, FLAG_RULES))


def flag_sheet(session: Session, reception_id: UUID) -> FlagSheet:
    """The flags of a reception, in their order and on their masts."""
    one = session.get_one(Reception, reception_id)
    rules = flag_rules(session)
    own = kept(session, masts_key(reception_id)).get("masts")
    masts = own if type(own) is int and own > 0 else None
    day = one.starts_at.date() if one.starts_at else None
    spoken = Language(rules.language)
    found = _countries(session, one, rules, day or clock.today())
    named = [(code, country_name(code, spoken)) for code in found]
    named.sort(key=lambda pair: sort_key(pair[1]))
    made = plan(rules, named, masts)
    return FlagSheet(
        one.title, day, one.place, one.dress, rules, made, masts,
        tuple(code for code, _ in named), flag_day(day) if day else None,
    )  # fmt: skip


def _countries(session: Session, reception: Reception, rules: FlagRules, day: dt.date) -> set[str]:
    """The States of the guests whose flags are flown, but for the office's own."""
    if rules.whose == Whose.NOBODY:
        return set()
    query = (
        select(
            Guest.guest_of_honour, Guest.circle, Guest.status, Organisation.country,
            Organisation.kind, Posting.starts_on, Posting.ends_on,
        )
        .join(Posting, Posting.person_id == Guest.person_id)
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .where(Guest.reception_id == reception.id)
    )  # fmt: skip
    home = profile(session).host_country
    found = set()
    for honour, circle, status, country, kind, starts, ends in session.execute(query):
        held = (starts is None or starts <= day) and (ends is None or ends >= day)
        if not held or country in ("", home) or status in _AWAY:
            continue
        if rules.whose == Whose.HONOUR:
            wanted = honour or circle == Circle.PRINCIPAL
        else:
            wanted = status in COMING and (codes.is_post(kind) or kind in _OFFICIAL)
        if wanted:
            found.add(country)
    return found


_OFFICIAL = (codes.OrganisationKind.CITY, codes.OrganisationKind.GOVERNMENT)
