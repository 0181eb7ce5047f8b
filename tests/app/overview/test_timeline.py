"""One list of what happened: of a person, of a post over its people, of a country."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.core.text import Language
from app.dossiers.commands import set_done
from app.overview.timeline import of_country, of_organisation, of_person, of_reception
from app.receptions.commands import invite
from tests.builders import (
    make_document,
    make_gift,
    make_moment,
    make_person,
    make_post,
    make_posting,
    make_reception,
    make_task,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.overview.timeline import Timeline

EN = Language.EN
OLD, NEW = dt.date(2020, 1, 1), dt.date(2024, 2, 1)


def titles(told: Timeline) -> list[str]:
    """What the rows say."""
    return [str(row.title) for row in told.rows]


def line(workspace: Workspace) -> tuple[UUID, UUID, UUID]:
    """A post whose head was replaced: the predecessor, the new head, the post."""
    post = make_post(workspace, "JP")
    before = make_person(workspace, given_name="Kenji", family_name="Watanabe")
    after = make_person(workspace)
    ended = dt.date(2024, 1, 31)
    make_posting(workspace, before, post, starts_on=OLD, ends_on=ended)
    make_posting(workspace, after, post, starts_on=NEW)
    return before, after, post


def test_a_person_has_everything_newest_first(office: Workspace) -> None:
    _, aoi, post = line(office)
    evening = make_reception(office, title="Kanazawa", starts_at=dt.datetime(2026, 9, 12, 18))  # noqa: DTZ001 - local time
    office.run(invite, evening, [aoi], "attended")
    make_moment(office, aoi, happened_on=dt.date(2026, 7, 6), confidential=True)
    make_gift(office, person=aoi, given_on=dt.date(2026, 3, 5))
    make_document(office, name="cv.pdf", person=aoi, dated=dt.date(2025, 1, 1))
    office.run(set_done, make_task(office, title="Thank", person=aoi))
    make_task(office, title="Not done yet", person=aoi)
    told = office.ask(of_person, aoi, EN)
    assert titles(told) == [
        "Thank",
        "Kanazawa",
        "Port hydrogen",
        "Gift given: Lace bookmark",
        "cv.pdf",
        "Began as Ambassador of Japan",
    ]
    assert dict(told.counts) == {
        "moment": 1, "reception": 1, "gift": 1, "document": 1, "task": 1, "posting": 1,
    }  # fmt: skip
    assert [row.confidential for row in told.rows].count(True) == 1
    assert told.rows[1].status == "attended"
    assert titles(office.ask(of_person, aoi, EN, ("gift", "moment"))) == [
        "Port hydrogen",
        "Gift given: Lace bookmark",
    ]
    assert len(titles(office.ask(of_organisation, post, EN))) > 6


def test_a_successor_sees_what_the_post_lived_through(office: Workspace) -> None:
    kenji, aoi, post = line(office)
    make_moment(office, kenji, happened_on=dt.date(2022, 5, 1), subject="While there")
    make_moment(office, kenji, happened_on=dt.date(2025, 5, 1), subject="After he left")
    make_moment(office, happened_on=dt.date(2023, 1, 1), subject="The post", organisation=post)
    other = make_post(office, "KR")
    make_moment(
        office, aoi, happened_on=dt.date(2025, 6, 1), subject="Elsewhere", organisation=other
    )
    past = make_reception(office, title="Past", starts_at=dt.datetime(2024, 1, 31, 20))  # noqa: DTZ001 - local time
    office.run(invite, past, [kenji], "attended")
    told = office.ask(of_organisation, post, EN, ("moment", "reception"))
    assert titles(told) == ["Past", "The post", "While there"]
    assert str(told.rows[0].subtitle) == "Kenji Watanabe · Attended"
    assert titles(office.ask(of_organisation, other, EN, ("moment",))) == ["Elsewhere"]
    assert titles(office.ask(of_person, aoi, EN, ("moment",))) == ["Elsewhere"]


def test_a_country_has_its_posts_people_and_nationals(office: Workspace) -> None:
    kenji, _, post = line(office)
    national = make_person(office, family_name="Sato", nationality="JP")
    stranger = make_person(office, family_name="Cruz", nationality="ES")
    make_moment(office, kenji, happened_on=dt.date(2022, 5, 1), subject="Posted")
    make_moment(office, national, happened_on=dt.date(2022, 6, 1), subject="National")
    make_moment(office, stranger, happened_on=dt.date(2022, 7, 1), subject="Stranger")
    make_gift(office, organisation=post, given_on=dt.date(2022, 8, 1))
    found = titles(office.ask(of_country, "JP", EN, ("moment", "gift")))
    assert found == ["Gift given: Lace bookmark", "National", "Posted"]


def test_a_reception_has_what_came_of_it(office: Workspace) -> None:
    evening, person = make_reception(office), make_person(office)
    make_moment(office, person, dossier=evening)
    make_gift(office, dossier=evening, given_on=None)
    make_document(office, dossier=evening)
    make_gift(office, person=person)
    found = titles(office.ask(of_reception, evening, EN))
    assert found == ["Gift given: Lace bookmark", "letter.txt", "Port hydrogen"]


def test_a_long_life_is_told_in_portions(workspace: Workspace) -> None:
    person = make_person(workspace)
    for day in range(1, 29):
        make_moment(workspace, person, happened_on=dt.date(2025, 2, day), subject=f"Day {day}")
    told = workspace.ask(of_person, person, EN, (), 10)
    assert titles(told) == [f"Day {day}" for day in range(28, 18, -1)]
    assert told.more == 18
    assert dict(told.counts) == {"moment": 28}
    assert workspace.ask(of_person, person, EN).more == 0
