"""Gathering what is known of everybody who might be invited: columns only, one query a matter.

Whoever holds a posting at a post on the day is a candidate. No query is asked per person: two
thousand of them are weighed in a fraction of a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from app.contacts.model import Organisation, Person, Posting, Tag, Tagging
from app.contacts.queries import national_days, posting_habits
from app.contacts.rules import codes, lines
from app.contacts.rules.countries import country_name
from app.contacts.rules.places import Place
from app.contacts.rules.tags import Role
from app.contacts.rules.tenure import USUAL, Tenure, expected_end
from app.core import clock
from app.core.fold import words
from app.core.text import Language
from app.dossiers.model import (
    DossierGoal,
    DossierPartner,
    DossierPriority,
)
from app.policy.model import Priority
from app.receptions.model import Reception
from app.receptions.queries.received import POSTS, History, history_before
from app.receptions.rules.proposals import Corps, Facts, Occasion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.queries import NationalDayRow
    from app.contacts.rules.tenure import Habit

_MULTILATERAL = frozenset(
    {
        codes.OrganisationKind.PERMANENT_REPRESENTATION,
        codes.OrganisationKind.MISSION_TO_EU,
        codes.OrganisationKind.MISSION_TO_NATO,
        codes.OrganisationKind.EU_DELEGATION,
    }
)
_SHORT = 3
"""Names of fewer letters are not looked for in the words of a wish."""


@cache
def corps_of(kind: str) -> Corps:
    """To which corps a kind of post belongs."""
    if codes.is_consular_post(kind):
        return Corps.CONSULAR
    return Corps.MULTILATERAL if kind in _MULTILATERAL else Corps.BILATERAL


@cache
def heads(function: str) -> bool:
    """Whether the function heads a post, of whatever kind."""
    return codes.is_head_of_mission(function) or codes.consular_class(function) is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who holds a posting at a post on the day; the posting that counts there."""

    person: UUID
    posting: UUID
    organisation: UUID
    family: str
    given: str
    function: str
    place: Place
    tenure: Tenure
    credentials_on: dt.date | None

    @property
    def corps(self) -> Corps:
        """To which corps they belong."""
        return corps_of(self.place.kind)


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of the reception, with what they wish; `words` are those of the wish, folded."""

    id: UUID
    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """What the reception is for: its day, its words and goals, its partners and who asked."""

    id: UUID
    occasion: Occasion
    said: str
    goals: frozenset[int]
    partners: tuple[Partner, ...]
    asked_by: UUID | None


def aim_of(session: Session, reception_id: UUID) -> Aim:
    """What a reception is for."""
    one = session.get_one(Reception, reception_id)
    today = clock.today()
    day = one.starts_at.date() if one.starts_at else today
    priorities = session.scalars(
        select(Priority.name)
        .join(DossierPriority, DossierPriority.priority_id == Priority.id)
        .where(DossierPriority.dossier_id == reception_id)
    )
    said = [one.title, one.subtitle, one.objective, one.reason, *priorities]
    goals = session.scalars(
        select(DossierGoal.number).where(DossierGoal.dossier_id == reception_id)
    )
    partners = _partners(session, one)
    return Aim(
        one.id, Occasion(day, today), f" {words(' '.join(said))} ", frozenset(goals),
        partners, one.requested_by_id,
    )  # fmt: skip


def _partners(session: Session, reception: Reception) -> tuple[Partner, ...]:
    query = (
        select(DossierPartner.wish, Organisation)
        .join(Organisation, Organisation.id == DossierPartner.organisation_id)
        .where(DossierPartner.dossier_id == reception.id)
        .order_by(Organisation.name, Organisation.id)
    )
    found = {
        body.id: Partner(body.id, lines.place_title(body.place), f" {words(wish)} ")
        for wish, body in session.execute(query)
    }
    asker = reception.requested_by
    if asker is not None and not codes.is_post(asker.kind):
        found.setdefault(asker.id, Partner(asker.id, lines.place_title(asker.place)))
    return tuple(found.values())


def candidates(session: Session, day: dt.date) -> dict[UUID, Candidate]:
    """Everybody at a post on a day, by person; of several postings the highest counts."""
    query = (
        select(
            Posting.person_id, Posting.id, Posting.organisation_id,
            Person.family_name, Person.given_name, Posting.function,
            Posting.starts_on, Posting.arrived_on, Posting.credentials_on, Posting.exequatur_on,
            Posting.ends_on, Posting.farewell_on, Posting.expected_end_on,
            Organisation.name, Organisation.kind, Organisation.country, Organisation.city,
            Organisation.host_country,
        )
        .join(Person, Person.id == Posting.person_id)
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .where(
            Organisation.kind.in_(POSTS),
            or_(Posting.ends_on.is_(None), Posting.ends_on >= day),
            or_(Posting.starts_on.is_(None), Posting.starts_on <= day),
        )
    )  # fmt: skip
    found: dict[UUID, Candidate] = {}
    for row in session.execute(query):
        began = row.arrived_on or row.starts_on or row.credentials_on or row.exequatur_on
        tenure = Tenure(
            row.function, began, row.ends_on, row.farewell_on, row.expected_end_on
        )  # fmt: skip
        place = Place(row.name, row.kind, row.country, row.city, row.host_country)
        one = Candidate(
            row.person_id, row.id, row.organisation_id, row.family_name, row.given_name,
            row.function, place, tenure, row.credentials_on or row.exequatur_on,
        )  # fmt: skip
        known = found.get(one.person)
        if known is None or _height(one) < _height(known):
            found[one.person] = one
    return found


def _height(one: Candidate) -> tuple[int, int, str]:
    corps = list(Corps).index(one.corps)
    return corps, codes.diplomatic_class(one.function) or 9, one.posting.hex


class Gathered:
    """What is known of the candidates of a reception; each matter is read once, when asked."""

    def __init__(self, session: Session, aim: Aim, language: Language) -> None:
        self._session = session
        self._aim = aim
        self._language = language
        self._names: dict[str, str] = {}
        self._days: dict[str, dt.date | None] = {}
        self._wished: dict[str, tuple[str, ...]] = {}
        self._matches: dict[tuple[str, int | None], bool] = {}

    def facts(self, one: Candidate, honoured: frozenset[str], *, thin: bool, meant: bool) -> Facts:
        """The facts of a candidate."""
        country = one.place.country
        expected = expected_end(one.tenure, self._habits.get(country, USUAL))
        tags, history = self._tags, self.history
        return Facts(
            country=self._name(country),
            head=codes.is_head_of_mission(one.function),
            wished_by=self._wishes(one),
            requested=one.organisation == self._aim.asked_by,
            interests=self._interests(one.person),
            shared=self._shared(one.person),
            opens=tuple(tags.opens.get(one.person, ())),
            same_country=country in honoured,
            received_on=history.received.get(one.person),
            met_on=history.met.get(one.person),
            replies=history.replies.get(one.person, ()),
            credentials_on=one.credentials_on,
            leaves_on=expected.day if expected else None,
            leaving_is_guess=expected.guess if expected else True,
            national_day=self._national_day(country),
            country_times=history.times.get(country, 0),
            country_last=history.last.get(country),
            corps_is_thin=thin,
            corps_is_meant=meant,
        )

    def _name(self, country: str) -> str:
        if country not in self._names:
            self._names[country] = country_name(country, self._language) if country else ""
        return self._names[country]

    # --- interests ---

    @cached_property
    def _tags(self) -> _Tags:
        return _read_tags(self._session, self._aim.partners)

    def _interests(self, person: UUID) -> tuple[str, ...]:
        return tuple(
            name for name, goal in self._tags.interests.get(person, ()) if self._serves(name, goal)
        )

    def _serves(self, name: str, goal: int | None) -> bool:
        key = (name, goal)
        if key not in self._matches:
            hit = goal in self._aim.goals if goal else f" {words(name)} " in self._aim.said
            self._matches[key] = hit
        return self._matches[key]

    def _shared(self, person: UUID) -> tuple[tuple[str, str], ...]:
        found = []
        for name, _goal in self._tags.interests.get(person, ()):
            for partner in self._aim.partners:
                of_partner = name in self._tags.of_partner.get(partner.id, ())
                if of_partner or f" {words(name)} " in partner.words:
                    found.append((name, partner.name))
                    break
        return tuple(found)

    # --- wishes ---

    def _wishes(self, one: Candidate) -> tuple[str, ...]:
        """A country is asked for at its bilateral and consular posts; a person by name anywhere."""
        bilateral = one.corps is not Corps.MULTILATERAL
        asked = self._wishes_for(one.place.country) if bilateral else ()
        family = words(one.family)
        if len(family) <= _SHORT:
            return asked
        named = (p.name for p in self._aim.partners if f" {family} " in p.words)
        return tuple(dict.fromkeys((*asked, *named)))

    def _wishes_for(self, country: str) -> tuple[str, ...]:
        if not country:
            return ()
        if country not in self._wished:
            names = {words(country_name(country, spoken)) for spoken in Language}
            self._wished[country] = tuple(
                partner.name
                for partner in self._aim.partners
                if any(f" {name} " in partner.words for name in names if len(name) > _SHORT)
            )
        return self._wished[country]

    # --- days ---

    @cached_property
    def _habits(self) -> Mapping[str, Habit]:
        return posting_habits(self._session)

    @cached_property
    def _national_days(self) -> Mapping[str, tuple[NationalDayRow, ...]]:
        return national_days(self._session)

    def _national_day(self, country: str) -> dt.date | None:
        """The principal day nearest to the reception."""
        if country not in self._days:
            self._days[country] = self._nearest(country)
        return self._days[country]

    def _nearest(self, country: str) -> dt.date | None:
        day = self._aim.occasion.day
        rows = self._national_days.get(country, ())
        years = (day.year - 1, day.year, day.year + 1)
        known = [rows[0].in_year(year).on for year in years] if rows else []
        return min((one for one in known if one), key=lambda one: abs((one - day).days),
                   default=None)  # fmt: skip

    # --- receptions ---

    @cached_property
    def history(self) -> History:
        """What earlier receptions tell."""
        return history_before(self._session, self._aim.id, self._aim.occasion)


@dataclass(frozen=True, slots=True)
class _Tags:
    interests: dict[UUID, list[tuple[str, int | None]]]
    opens: dict[UUID, list[tuple[str, str]]]
    of_partner: dict[UUID, set[str]]


def _read_tags(session: Session, partners: Iterable[Partner]) -> _Tags:
    named = {one.id: one.name for one in partners}
    query = (
        select(
            Tagging.person_id, Tagging.organisation_id, Tagging.role, Tagging.opens_for_id,
            Tag.name, Tag.goal,
        )
        .join(Tag, Tag.id == Tagging.tag_id)
        .where(
            or_(
                and_(
                    Tagging.person_id.is_not(None),
                    Tagging.role.in_((Role.INTEREST, Role.EXPERTISE, Role.NETWORK)),
                ),
                Tagging.organisation_id.in_(list(named)),
            )
        )
        .order_by(Tag.name, Tag.id)
    )  # fmt: skip
    made = _Tags({}, {}, {})
    for person, body, role, opens_for, name, goal in session.execute(query):
        if person is None:
            if body is not None:
                made.of_partner.setdefault(body, set()).add(name)
        elif role == Role.NETWORK and opens_for in named:
            made.opens.setdefault(person, []).append((name, named[opens_for]))
        else:
            made.interests.setdefault(person, []).append((name, goal))
    for person, found in made.interests.items():
        made.interests[person] = list(dict.fromkeys(found))
    return made
