"""The sample office: rich enough to show everything, honest in its dates, made by commands."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.contacts.commands import remove_person
from app.contacts.model import Organisation, Person, Posting
from app.contacts.queries import OrganisationSheet, PersonSheet, organisation_sheet, people
from app.contacts.rules import codes
from app.core import history
from app.core.check import findings
from app.core.office import create
from app.core.profile import profile
from app.core.text import Language
from app.receptions.queries import (
    GuestRow,
    catering_notes,
    delegations,
    guests,
    reception_sheet,
    receptions,
)
from app.receptions.rules import Status
from app.receptions.rules.guests import offer
from app.sample_office import Sample, furnish_and_build
from app.sample_office.rows import Calendar, Held, organisation_draft, person_draft, read_held, rows
from app.schema import TRADE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

TODAY = dt.date(2026, 11, 24)
DAYS = [TODAY + dt.timedelta(days=step) for step in range(0, 1_200, 13)]
NO_HEAD = {codes.Function.CHARGE_AI, codes.Function.ACTING_HEAD_OF_POST}


def _built(folder: Path, today: dt.date) -> tuple[Workspace, Sample]:
    workspace = create(str(folder / "sample.belfry"), TRADE, plain=True).workspace
    return workspace, furnish_and_build(workspace, today)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Sample]]:
    workspace, sample = _built(tmp_path_factory.mktemp("sample"), TODAY)
    yield workspace, sample
    workspace.close()


@pytest.fixture
def workspace(built: tuple[Workspace, Sample]) -> Workspace:
    return built[0]


@pytest.fixture
def sample(built: tuple[Workspace, Sample]) -> Sample:
    return built[1]


@pytest.fixture
def everybody(workspace: Workspace, sample: Sample) -> list[PersonSheet]:
    return workspace.ask(people, list(sample.people.values()))


@pytest.fixture
def places(workspace: Workspace, sample: Sample) -> list[OrganisationSheet]:
    return [workspace.ask(organisation_sheet, one) for one in sample.organisations.values()]


@pytest.fixture
def briefed(workspace: Workspace, sample: Sample) -> list[GuestRow]:
    return workspace.ask(guests, sample.briefed, Language.NL)


def _is_head(function: str) -> bool:
    return codes.is_head_of_mission(function) or codes.consular_class(function) is not None


def test_there_is_enough_to_look_at(
    everybody: list[PersonSheet], places: list[OrganisationSheet]
) -> None:
    posts = [one for one in places if codes.is_post(one.draft.kind)]
    assert len(everybody) >= 150
    assert len(posts) >= 48
    assert len(places) - len(posts) >= 30
    assert len({one.draft.kind for one in posts}) >= 10
    assert sum(bool(one.draft.native_name) for one in everybody) >= 35
    assert {one.draft.gender for one in everybody} == {"f", "m", "x", ""}


def test_posts_have_a_line_of_heads(places: list[OrganisationSheet]) -> None:
    changed = 0
    for place in places:
        heads = [row for row in place.postings if _is_head(row.draft.function)]
        changed += any(row.draft.ends_on for row in heads)
        if codes.is_post(place.draft.kind) and place.draft.kind != "trade_office":
            assert any(row.held_on(TODAY) for row in heads), place.draft.external_id
    assert changed >= 12


def test_a_vacant_post_has_a_charge(workspace: Workspace, sample: Sample) -> None:
    place = workspace.ask(organisation_sheet, sample.organisations["emb-jo"])
    now = [row.draft.function for row in place.postings if row.held_on(TODAY)]
    assert "charge_ai" in now
    assert "ambassador" not in now


def test_all_went_through_commands(workspace: Workspace, sample: Sample) -> None:
    def untold(session: Session) -> int:
        touched = set(session.scalars(select(history.change_touch.c.row)))
        ids = [*session.scalars(select(Person.id)), *session.scalars(select(Posting.id))]
        ids += session.scalars(select(Organisation.id))
        return sum(one not in touched for one in ids)

    assert workspace.ask(untold) == 0
    log = list(reversed(workspace.ask(history.rows, limit=5_000)))
    assert log[0].act == history.FOUNDED
    assert [row.at for row in log] == sorted(row.at for row in log)
    assert log[-1].at.date() < TODAY
    assert workspace.ask(history.rows, sample.people["jp-tanaka"])


def test_the_directory_is_whole(workspace: Workspace) -> None:
    assert findings(workspace) == []


def test_the_office_writes_dutch(workspace: Workspace) -> None:
    assert workspace.ask(profile).language == Language.NL


def test_no_two_share_an_external_id(
    everybody: list[PersonSheet], places: list[OrganisationSheet]
) -> None:
    ids = Counter(one.draft.external_id for one in everybody)
    ids.update(one.draft.external_id for one in places)
    assert set(ids.values()) == {1}
    mails = Counter(mail for one in everybody for mail in one.draft.emails)
    assert set(mails.values()) == {1}
    assert all(mail.endswith(".example") for mail in mails)


def test_receptions_stand_in_every_stage(workspace: Workspace) -> None:
    found = workspace.ask(receptions)
    stages = {row.stage for row in found}
    assert stages == {"idea", "cleared", "invited", "confirmed", "held", "closed"}
    assert {row.origin for row in found} == {"proactive", "reactive"}
    for row in found:
        if row.starts_at is not None:
            assert (row.starts_at.date() < TODAY) == (row.stage in {"held", "closed"})


def test_the_briefed_reception_shows_every_reply(
    workspace: Workspace, sample: Sample, briefed: list[GuestRow]
) -> None:
    assert len(briefed) >= 60
    assert {row.status for row in briefed} == set(Status) - {Status.ATTENDED, Status.ABSENT}
    first = briefed[0]
    assert first.guest_of_honour
    assert first.manual_place == 1
    assert all(row.substitute for row in briefed if row.status == Status.REPRESENTED)
    assert all(row.posting for row in briefed if row.person.draft.external_id != "ge-ghyselbrecht")
    sheet = workspace.ask(reception_sheet, sample.briefed)
    facts = sheet.draft.dossier
    assert len(facts.points_to_raise) == 3
    assert facts.to_avoid
    assert facts.objective
    assert facts.host_part
    assert {item.draft.public for item in sheet.programme} == {True, False}
    assert sheet.priorities
    assert facts.goals


def test_two_credentials_on_a_day_have_a_sequence(everybody: list[PersonSheet]) -> None:
    held = [row.draft for one in everybody for row in one.postings if row.draft.credentials_on]
    king = [one for one in held if one.receiving_body == codes.ReceivingBody.KING_OF_THE_BELGIANS]
    days: dict[dt.date | None, list[int | None]] = {}
    for one in king:
        days.setdefault(one.credentials_on, []).append(one.credentials_sequence)
    shared = [sorted(filter(None, numbers)) for numbers in days.values() if len(numbers) > 1]
    assert shared == [[1, 2], [1, 2]]
    assert {one.receiving_body for one in held} >= {
        "king_of_the_belgians",
        "european_union",
        "nato",
    }


def test_the_same_day_builds_the_same_office(
    workspace: Workspace, sample: Sample, tmp_path: Path
) -> None:
    again, other = _built(tmp_path, TODAY)
    try:
        assert _told(again, other) == _told(workspace, sample)
    finally:
        again.close()


def _told(workspace: Workspace, sample: Sample) -> list[object]:
    log = workspace.ask(history.rows, limit=5_000)
    found: list[object] = [(row.at, row.act, str(row.label)) for row in log]
    for person in workspace.ask(people, list(sample.people.values())):
        found += [person.draft, person.photo, [row.draft for row in person.postings]]
    for reception in sample.receptions.values():
        listed = workspace.ask(guests, reception, Language.EN)
        found += [(row.place, row.name, row.status, str(row.reason)) for row in listed]
    return found


def test_portraits_are_small(everybody: list[PersonSheet]) -> None:
    photos = [one.photo for one in everybody if one.photo]
    assert len(photos) == 7
    assert all(len(photo) <= 5_000 for photo in photos)


def test_the_last_step_can_be_taken_back(tmp_path: Path) -> None:
    workspace, sample = _built(tmp_path, dt.date(2028, 2, 29))
    try:
        loner = sample.people["us-attache"]
        workspace.run(remove_person, loner)
        workspace.undo()
        assert workspace.ask(people, [loner])
        assert workspace.undo_label is not None
        workspace.undo()
    finally:
        workspace.close()


# --- what must hold whatever the day ---


def test_every_draft_is_without_problems() -> None:
    assert [one for row in rows("people") for one in person_draft(row).problems()] == []
    assert [
        one for row in rows("organisations") for one in organisation_draft(row).problems()
    ] == []


@pytest.mark.parametrize("today", DAYS[::9])
def test_postings_make_sense(today: dt.date) -> None:
    calendar = Calendar(today)
    held = [read_held(row, calendar, number) for number, row in enumerate(rows("postings"))]
    by_place: dict[tuple[str, str], list[Held]] = {}
    for one in held:
        draft = one.draft
        assert draft.problems() == []
        assert one.known_on <= today
        assert draft.credentials_on is None or draft.credentials_on.weekday() == 2
        assert draft.exequatur_on is None or draft.exequatur_on <= today
        if _is_head(draft.function) and draft.function not in NO_HEAD:
            by_place.setdefault((one.organisation, draft.receiving_body), []).append(one)
    for line in by_place.values():
        line.sort(key=lambda one: one.draft.starts_on or dt.date.min)
        for before, after in pairwise(line):
            assert before.draft.ends_on is not None, before.person
            assert after.draft.starts_on is not None
            assert before.draft.ends_on < after.draft.starts_on, before.person


@pytest.mark.parametrize("weeks", [-54, -31, -17, -4, 2, 6, 9])
def test_receptions_fall_on_working_days(weeks: int) -> None:
    for today in DAYS:
        for weekday in (1, 2):
            day = Calendar(today).reception_day(weeks, weekday)
            assert day.weekday() == weekday
            assert (day.month, day.day) not in {(5, 1), (7, 21), (12, 25), (1, 1)}
            assert (day > today) == (weeks > 0)


def test_work_is_done_on_working_days() -> None:
    for today in DAYS:
        day = Calendar(today).work_day(today)
        assert day < today
        assert day.weekday() < 5


def test_the_coming_guest_list_shows_everything_a_list_can(
    workspace: Workspace, sample: Sample, briefed: list[GuestRow]
) -> None:
    capacity = workspace.ask(reception_sheet, sample.briefed).draft.capacity
    assert {Status.WAITING, Status.REPRESENTED} <= {Status(row.status) for row in briefed}
    assert any(row.waits and row.status == Status.PROPOSED for row in briefed)
    assert offer([row.listed for row in briefed], capacity) is not None
    assert any(row.companions for row in briefed)
    assert any(row.missing_names for row in briefed)
    assert sum(row.catering for row in briefed) >= 5
    [delegation] = workspace.ask(delegations, sample.briefed)
    assert delegation.named < (delegation.draft.expected or 0)
    notes = workspace.ask(catering_notes, sample.briefed).values()
    assert any(note.whom for rows in notes for note in rows)
