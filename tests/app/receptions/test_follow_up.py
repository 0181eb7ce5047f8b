"""After a reception: who was there stands on every timeline, once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.errors import InvalidError
from app.core.text import Language
from app.dossiers.model import Moment
from app.overview import timeline
from app.receptions.commands import check_in, close_door, log_attendance, represent
from app.receptions.queries import attendance
from tests.app.receptions.test_door import with_company
from tests.builders import (
    guest_of,
    make_guest,
    make_organisation,
    make_person,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

EVENING = dt.datetime(2027, 4, 21, 18)  # noqa: DTZ001 - local time, as the model keeps it


@pytest.fixture(autouse=True)
def the_day_after() -> Iterator[None]:
    with clock.stopped_at(dt.datetime(2027, 4, 22, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def held(office: Workspace) -> dict[str, UUID]:
    """A reception two of one embassy came to, one of nowhere, a substitute; one did not."""
    reception, post = make_reception(office, starts_at=EVENING), make_organisation(office)
    people = {
        name: make_person(office, family_name=name) for name in ("Abe", "Baba", "Cruz", "Dara")
    }
    for name in ("Abe", "Baba"):
        make_posting(office, people[name], post)
    for person in people.values():
        make_guest(office, reception, person, "accepted")
    people["Eto"] = make_person(office, family_name="Eto")
    office.run(represent, office.ask(guest_of, reception, people["Cruz"]), people["Eto"])
    for name in ("Abe", "Baba", "Cruz"):
        office.run(check_in, [office.ask(guest_of, reception, people[name])], at=EVENING)
    office.run(close_door, reception)
    return {**people, "reception": reception, "post": post}


def _moments(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Moment)) or 0


def titles(office: Workspace, kind: str, record: UUID) -> list[str]:
    query = timeline.of_person if kind == "person" else timeline.of_organisation
    rows = office.ask(query, record, Language.EN, ("moment",), 50).rows
    return [str(row.title) for row in rows]


def test_who_came_and_who_did_not(office: Workspace, held: dict[str, UUID]) -> None:
    office.run(
        with_company, office.ask(guest_of, held["reception"], held["Abe"]), photo_consent="no"
    )
    found = office.ask(attendance, held["reception"])
    assert [one.name for one in found.came] == ["Aoi Abe", "Aoi Baba", "Aoi Eto"]
    assert found.no_shows == ("Aoi Dara",)
    assert found.no_photo == ("Aoi Abe",)
    assert found.photo_unasked == 2


def test_everybody_who_was_there_has_it_on_their_timeline_once(
    office: Workspace, held: dict[str, UUID]
) -> None:
    assert office.run(log_attendance, held["reception"], "Spoke of trams.", "Mia") == 3
    assert str(office.undo_label) == "Wrote Spring reception onto the timelines of 3 guests"
    for name in ("Abe", "Baba", "Eto"):
        assert titles(office, "person", held[name]) == ["Spring reception"]
    for name in ("Cruz", "Dara"):
        assert titles(office, "person", held[name]) == []
    assert titles(office, "organisation", held["post"]) == ["Spring reception"]
    assert office.ask(_moments) == 2  # one for the embassy, one for who has no post
    rows = office.ask(timeline.of_reception, held["reception"], Language.EN, ("moment",), 50).rows
    assert [str(row.subtitle) for row in rows] == ["Event · 3 guests · Mia"]  # one line for all
    assert office.ask(attendance, held["reception"]).unlogged == ()
    office.undo()
    assert office.ask(_moments) == 0


def test_who_is_ticked_later_is_added_and_nobody_twice(
    office: Workspace, held: dict[str, UUID]
) -> None:
    office.run(log_attendance, held["reception"])
    office.run(check_in, [office.ask(guest_of, held["reception"], held["Dara"])])
    assert office.run(log_attendance, held["reception"]) == 1
    assert office.run(log_attendance, held["reception"]) == 0
    assert titles(office, "person", held["Dara"]) == ["Spring reception"]


def test_a_reception_still_to_come_has_no_memory(office: Workspace) -> None:
    coming = make_reception(office, starts_at=EVENING + dt.timedelta(days=30))
    with pytest.raises(InvalidError, match="still to come"):
        office.run(log_attendance, coming)


def test_a_substitute_with_but_a_name_is_told(office: Workspace) -> None:
    reception = make_reception(office, starts_at=EVENING)
    guest = make_guest(office, reception, make_person(office), "accepted")
    office.run(represent, guest, None, "Mr Chen")
    office.run(check_in, [guest], at=EVENING)
    found = office.ask(attendance, reception)
    assert (found.came, found.unknown) == ((), ("Mr Chen",))
    assert office.run(log_attendance, reception) == 0


def test_who_came_for_another_and_as_a_guest_was_there_once(office: Workspace) -> None:
    reception = make_reception(office, starts_at=EVENING)
    deputy = make_person(office, family_name="Abe")
    guests = [make_guest(office, reception), make_guest(office, reception, deputy)]
    office.run(represent, guests[0], deputy)
    office.run(check_in, guests, at=EVENING)
    assert [one.person_id for one in office.ask(attendance, reception).came] == [deputy]
    assert office.run(log_attendance, reception) == 1
