"""The balance of receptions the city has to hold with those it wants to hold.

A reception counts from the moment it is cleared and has a day. It counts for every country of whose
posts somebody came, or is to come; for each of its priorities; and for each partner it serves.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation, Posting
from app.contacts.rules import codes, lines
from app.contacts.rules.countries import country_name
from app.core import clock
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.fold import sort_key
from app.core.kept import keep, kept
from app.core.records import refuse
from app.core.text import N_, Sentence, say
from app.dossiers.model import Dossier, DossierPartner, DossierPriority
from app.dossiers.rules import Origin, Stage
from app.overview.day import YEARS, YearBalance
from app.policy.model import Priority
from app.receptions.model import Guest, Reception
from app.receptions.rules import COMING, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language

TARGET = "balance_target"
"""The key of the setting."""
USUAL_TARGET = 50
"""Per cent on the city's own initiative, until the office sets its own."""
_EXPECTED = (*(str(one) for one in COMING), str(Status.INVITED))


@dataclass(frozen=True, slots=True)
class Side:
    """What is counted apart (a country, a priority, a partner): its name and its two numbers."""

    name: str
    proactive: int
    reactive: int
    code: str = ""

    @property
    def total(self) -> int:
        """Both together."""
        return self.proactive + self.reactive


@dataclass(frozen=True, slots=True)
class Balance:
    """The years with their numbers, the oldest first, and one of them in parts."""

    years: tuple[YearBalance, ...]
    year: int
    target: int
    countries: tuple[Side, ...] = ()
    priorities: tuple[Side, ...] = ()
    partners: tuple[Side, ...] = ()

    @property
    def of_year(self) -> YearBalance:
        """The year that is told in parts."""
        known = {one.year: one for one in self.years}
        return known.get(self.year, YearBalance(self.year, 0, 0))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a year stands with a reception in it."""

    year: int
    proactive: int
    reactive: int
    target: int


def share(proactive: int, reactive: int) -> int | None:
    """Per cent on the city's own initiative; None where nothing is counted."""
    total = proactive + reactive
    return round(100 * proactive / total) if total else None


def balance_target(session: Session) -> int:
    """The share on the city's own initiative the office aims at, in per cent."""
    found = kept(session, TARGET).get("percent", USUAL_TARGET)
    return found if type(found) is int and 0 <= found <= 100 else USUAL_TARGET


@command(N_("Set the target of the balance to {percent} %"))
def set_balance_target(session: Session, percent: int) -> None:
    """Keep the share the office aims at.

    Raises:
        InvalidError: it is no percentage.
    """
    if not 0 <= percent <= 100:
        refuse([Problem("percent", say(N_("Type a percentage from 0 to 100.")))])
    keep(session, TARGET, {"percent": percent})
    naming(session, percent=percent)


def balance_in_parts(
    session: Session, language: Language, year: int | None = None, years: int = YEARS
) -> Balance:
    """The last years, and one of them (this one unless told) by country, priority and partner.

    Next year is there once a reception of it counts.
    """
    this = clock.today().year
    wanted = year or this
    first = this - years + 1
    known = _counted(session, min(wanted, first), max(wanted, this + 1))
    last = max([this, *(of for of, _ in known.values() if of <= this + 1)])
    rows = tuple(_year(one, known) for one in range(first, last + 1))
    origins = {one: origin for one, (of, origin) in known.items() if of == wanted}
    return Balance(
        rows,
        wanted,
        balance_target(session),
        _by_country(session, origins, language),
        _by_priority(session, origins),
        _by_partner(session, origins, language),
    )


def standing(session: Session, reception_id: UUID) -> Standing | None:
    """Where the year of a reception stands with it, counted already or not; None without a day."""
    one = session.get(Reception, reception_id)
    if one is None or one.starts_at is None:
        return None
    year = one.starts_at.year
    known = _counted(session, year, year)
    known[one.id] = (year, one.origin)
    row = _year(year, known)
    return Standing(year, row.proactive, row.reactive, balance_target(session))


def standing_words(found: Standing) -> Sentence:
    """The line on a reception."""
    words = N_("With this one {year} stands at {proactive} proactive, {reactive} reactive:"
               " {share} %; target {target} %.")  # fmt: skip
    return say(
        words,
        year=str(found.year),
        proactive=found.proactive,
        reactive=found.reactive,
        share=share(found.proactive, found.reactive) or 0,
        target=found.target,
    )


def target_words(row: YearBalance, target: int) -> Sentence:
    """How far a year is from the target, as a next step."""
    got = share(row.proactive, row.reactive)
    if got is None:
        return say(N_("No reception planned or held in {year} yet."), year=str(row.year))
    missing = _missing(row, target)
    if not missing:
        return say(N_("{share} % on our initiative: the target of {target} % is met."),
                   share=got, target=target)  # fmt: skip
    one = N_("{share} % on our initiative, target {target} %: {n} more of our own would meet it.")
    many = N_("{share} % on our initiative, target {target} %: {n} more of our own would meet it.")
    if missing > _FAR:
        far = N_("{share} % on our initiative, target {target} %.")
        return say(far, share=got, target=target)
    return say(one, many, n=missing, share=got, target=target)


_FAR = 50


def _missing(row: YearBalance, target: int) -> int:
    """How many more of the city's own meet the target, all else equal; 101 where none would."""
    for more in range(_FAR + 1):
        total = row.proactive + row.reactive + more
        if 100 * (row.proactive + more) >= target * total:
            return more
    return _FAR + 1


def _counted(session: Session, first: int, last: int) -> dict[UUID, tuple[int, str]]:
    """The year and origin of every reception that counts."""
    query = select(Dossier.id, Dossier.starts_at, Dossier.origin).where(
        Dossier.noun == "reception",
        Dossier.stage != Stage.IDEA,
        Dossier.starts_at >= dt.datetime(first, 1, 1),  # noqa: DTZ001 - local to the place
        Dossier.starts_at < dt.datetime(last + 1, 1, 1),  # noqa: DTZ001 - local to the place
    )
    return {one: (begins.year, origin) for one, begins, origin in session.execute(query) if begins}


def _year(year: int, known: Mapping[UUID, tuple[int, str]]) -> YearBalance:
    counts = Counter(origin for of, origin in known.values() if of == year)
    return YearBalance(year, counts[Origin.PROACTIVE], counts[Origin.REACTIVE])


def _sides(
    pairs: Iterable[tuple[str, UUID]], origins: Mapping[UUID, str], names: Mapping[str, str]
) -> tuple[Side, ...]:
    """Pairs of a key and a reception, each counted once."""
    counts = Counter((key, origins[reception]) for key, reception in set(pairs))
    made = [
        Side(
            name, counts[key, Origin.PROACTIVE], counts[key, Origin.REACTIVE],
            key if len(key) == 2 else "",
        )
        for key, name in names.items()
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda one: (-one.total, sort_key(one.name))))


def _by_country(
    session: Session, origins: Mapping[UUID, str], language: Language
) -> tuple[Side, ...]:
    posts = tuple(str(one) for one in codes.OrganisationKind if codes.is_post(one))
    query = (
        select(
            Organisation.country, Guest.reception_id, Dossier.starts_at, Posting.starts_on,
            Posting.ends_on,
        )
        .join(Dossier, Dossier.id == Guest.reception_id)
        .join(Posting, Posting.person_id == Guest.person_id)
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .where(
            Guest.reception_id.in_(list(origins)),
            Guest.status.in_(_EXPECTED),
            Organisation.kind.in_(posts),
        )
    )  # fmt: skip
    pairs = set()
    for country, reception, begins, starts, ends in session.execute(query):
        day = begins.date() if begins else dt.date.max
        if country and (starts is None or starts <= day) and (ends is None or ends >= day):
            pairs.add((country, reception))
    names = {code: country_name(code, language) for code, _ in pairs}
    return _sides(pairs, origins, names)


def _by_priority(session: Session, origins: Mapping[UUID, str]) -> tuple[Side, ...]:
    query = (
        select(Priority.id, Priority.name, DossierPriority.dossier_id)
        .join(DossierPriority, DossierPriority.priority_id == Priority.id)
        .where(DossierPriority.dossier_id.in_(list(origins)))
    )
    found = [(one.hex, name, reception) for one, name, reception in session.execute(query)]
    active = select(Priority.id, Priority.name).where(Priority.active)
    names = {one.hex: name for one, name in session.execute(active)}
    names |= {key: name for key, name, _ in found}
    return _sides(((key, reception) for key, _, reception in found), origins, names)


def _by_partner(
    session: Session, origins: Mapping[UUID, str], language: Language
) -> tuple[Side, ...]:
    asked = select(Organisation, Dossier.id).join(
        Dossier, Dossier.requested_by_id == Organisation.id
    )
    served = select(Organisation, DossierPartner.dossier_id).join(
        DossierPartner, DossierPartner.organisation_id == Organisation.id
    )
    rows = [
        *session.execute(asked.where(Dossier.id.in_(list(origins)))),
        *session.execute(served.where(DossierPartner.dossier_id.in_(list(origins)))),
    ]
    found = [(body, reception) for body, reception in rows if not codes.is_post(body.kind)]
    names = {body.id.hex: lines.place_title(body.place, language) for body, _ in found}
    return _sides(((body.id.hex, reception) for body, reception in found), origins, names)
