"""The directory lines of missions, and what having gone along adds to the line of a person.

Travel papers are in none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.contacts.marking import parts
from app.contacts.rules.lines import place_title
from app.core.directory import Contribution, Entry, Facts, Indexer, Line
from app.core.fold import sort_key, words
from app.dossiers.queries.agreements import agreed_words
from app.dossiers.rules import Stage
from app.missions.model import FairParty, Mission, Participant
from app.missions.rules.delegation import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.images import Image, TableImages

MISSION = "mission"
_DATED = ("starts_at", "ends_at", "stage")
_CLOSED = (str(Stage.HELD), str(Stage.CLOSED))


def _affected(session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    """Missions alone: the lines of other dossiers are their own rooms'."""
    found = set(images.get("mission", ()))
    for table in ("destination", "fair_party"):
        found |= {image["mission_id"] for image in _both(images, table)}
    agreed = {image["dossier_id"] for image in _both(images, "agreement") if image["dossier_id"]}
    for part in parts(sorted(set(images.get("dossier", ())) | agreed)):
        found |= set(session.scalars(select(Mission.id).where(Mission.id.in_(part or ()))))
    for part in parts(sorted(images.get("organisation", ()))):
        led = select(Mission.id).where(Mission.organiser_id.in_(part or ()))
        found |= set(session.scalars(led))
    return found


def _both(images: Mapping[str, TableImages], table: str) -> Iterator[Image]:
    """Every image of a table, before and after."""
    for pair in images.get(table, {}).values():
        yield from (image for image in pair if image is not None)


def _entries(session: Session, ids: Iterable[UUID] | None) -> Iterator[Entry]:
    wanted = select(Mission).options(
        selectinload(Mission.destinations), selectinload(Mission.organiser)
    )
    for part in parts(None if ids is None else list(ids)):
        chosen = wanted if part is None else wanted.where(Mission.id.in_(part))
        agreed, met = agreed_words(session, part), _parties(session, part)
        for one in session.scalars(chosen):
            yield _entry(one, agreed.get(one.id, ""), met.get(one.id, ""))


def _parties(session: Session, part: Sequence[UUID] | None) -> dict[UUID, str]:
    """The companies and hosts of the meetings, by mission."""
    wanted = select(FairParty.mission_id, FairParty.name).order_by(FairParty.id)
    chosen = wanted if part is None else wanted.where(FairParty.mission_id.in_(part))
    found: dict[UUID, str] = {}
    for mission, name in session.execute(chosen):
        found[mission] = f"{found.get(mission, '')} {name}"
    return found


def _entry(one: Mission, agreed: str, met: str) -> Entry:
    day = one.starts_at.date().isoformat() if one.starts_at else ""
    there = sorted(one.destinations, key=lambda place: (place.position, place.id))
    cities = ", ".join(dict.fromkeys(place.city for place in there)) or one.place
    country = next((place.country_code for place in there if place.country_code), "")
    line = Line(one.id, MISSION, one.title, "", one.kind, cities, "", country, day, one.stage)
    named = words(one.title)
    organiser = place_title(one.organiser.place) if one.organiser else ""
    told = (one.subtitle, cities, one.place, organiser, one.reason, one.objective, agreed, met)
    return Entry(line, sort_key(one.title), named, f"{named} {words(' '.join(told))}")


INDEXERS = (
    Indexer(
        frozenset({"dossier", "mission", "destination", "organisation", "agreement", "fair_party"}),
        _affected,
        _entries,
    ),
)


# --- what having gone along adds to the line of a person ---


def _affected_people(session: Session, images: Mapping[str, TableImages]) -> set[UUID]:
    people: set[UUID] = {image["person_id"] for image in _both(images, "participant")}
    moved = [
        row_id
        for row_id, (before, after) in images.get("dossier", {}).items()
        if before and after and any(before[name] != after[name] for name in _DATED)
    ]
    for part in parts(moved):
        along = select(Participant.person_id).where(Participant.mission_id.in_(part or ()))
        people |= set(session.scalars(along))
    return people


def _gone_along(session: Session, ids: Sequence[UUID] | None) -> Mapping[UUID, Facts]:
    """When last somebody was abroad with the city, and how often: missions held or closed."""
    found: dict[UUID, Facts] = {}
    back = func.coalesce(Mission.ends_at, Mission.starts_at)
    been = (
        select(Participant.person_id, func.max(back), func.count())
        .join(Participant.mission)
        .where(Participant.status == str(Status.CONFIRMED), Mission.stage.in_(_CLOSED))
        .group_by(Participant.person_id)
    )
    for part in parts(ids):
        chosen = been if part is None else been.where(Participant.person_id.in_(part))
        for person, last, times in session.execute(chosen):
            found[person] = Facts(last.date().isoformat() if last else "", times)
    return found


CONTRIBUTIONS = (
    Contribution(frozenset({"participant", "dossier"}), _affected_people, _gone_along),
)
