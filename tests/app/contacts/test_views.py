"""Saved views: what their conditions find, on every engine, and how they are kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.commands import (
    add_mailing_set,
    add_members,
    add_person,
    add_view,
    change_view,
    furnish_missing_views,
    order_views,
    remove_view,
    set_tags,
)
from app.contacts.draft import MailingSetDraft, TagDraft, ViewDraft
from app.contacts.furnish import furnish
from app.contacts.model import Country, Tag
from app.contacts.queries import (
    resolved,
    saved_views,
    view_counts,
    view_ids,
    view_lines,
    view_named,
)
from app.contacts.rules.standing import Standing, standing
from app.contacts.rules.views import (
    FURNISHED,
    Conditions,
    Met,
    Together,
    core_view,
    from_json,
    months_before,
    to_json,
)
from app.core import clock, search
from app.core.command import command
from app.core.directory import SORTED, Line, View
from app.core.entity import new_id
from app.core.errors import InvalidError, NotFoundError
from app.core.text import Language
from app.dossiers.model import Moment, MomentPerson
from app.receptions.commands import invite
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import (
    make_ambassador,
    make_organisation,
    make_person,
    make_reception,
    person_draft,
    posting_draft,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

TODAY = dt.date(2026, 11, 25)
HEADS = (str(Together.HEADS_OF_MISSION),)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.stopped_at(dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)):
        yield


def shown(
    office: Workspace, conditions: Conditions, text: str = "", sort: str = "docid"
) -> list[str]:
    """The titles of a view."""
    lines = office.ask(view_lines, conditions, text, sort, descending=False)
    return [line.title for line in lines]


def envoy(office: Workspace, country: str, name: str, began: dt.date, **changes: object) -> UUID:
    """An ambassador by name, since a day."""
    post = make_organisation(office, country=country)
    draft = person_draft(family_name=name, given_name="", language="fr")
    return office.run(add_person, draft, posting_draft(starts_on=began, **changes), post)


# --- conditions ---


def test_leaving_soon_follows_the_usual_length_of_a_posting(office: Workspace) -> None:
    office.run(furnish)
    envoy(office, "JP", "Due", dt.date(2023, 2, 1))
    envoy(office, "FR", "Fresh", dt.date(2026, 2, 1))
    envoy(office, "PL", "Stated", dt.date(2026, 2, 1), expected_end_on=dt.date(2027, 1, 15))
    envoy(office, "SE", "Forgotten", dt.date(2012, 2, 1))
    soon = Conditions(leaving_days=183)
    assert shown(office, soon, sort="until") == ["Stated", "Due"]
    office.run(set_usual_length, "FR", 12)
    assert shown(office, soon) == ["Due", "Fresh", "Stated"]
    assert_directory_whole(office)
    office.undo()
    assert shown(office, soon) == ["Due", "Stated"]


def test_who_was_met_is_known_from_receptions_and_moments(office: Workspace) -> None:
    often = envoy(office, "JP", "Often", dt.date(2025, 2, 1))
    spoken = envoy(office, "FR", "Spoken", dt.date(2025, 2, 1))
    envoy(office, "PL", "Never", dt.date(2025, 2, 1))
    for day in (dt.datetime(2024, 5, 1, 18), dt.datetime(2025, 5, 1, 18)):  # noqa: DTZ001 - local
        reception = make_reception(office, starts_at=day)
        office.run(invite, reception, [often], "attended")
    office.run(add_moment, [spoken], dt.date(2026, 10, 2))
    lines = {
        line.title: line
        for line in office.ask(view_lines, Conditions(), "", "seen", descending=True)
    }
    assert (lines["Often"].seen, lines["Often"].times) == ("2025-05-01", 2)
    assert (lines["Spoken"].seen, lines["Spoken"].times) == ("2026-10-02", 1)
    assert shown(office, Conditions(functions=HEADS, met=Met.NEVER)) == ["Never"]
    assert shown(office, Conditions(met=Met.BEFORE, met_months=12)) == ["Often"]
    assert shown(office, Conditions(met=Met.SINCE, met_months=12)) == ["Spoken"]
    assert shown(office, Conditions(met=Met.SINCE, met_on="2025-05-01")) == ["Often", "Spoken"]
    assert_directory_whole(office)
    office.undo()
    assert shown(office, Conditions(functions=HEADS, met=Met.NEVER)) == ["Never", "Spoken"]
    office.redo()
    assert shown(office, Conditions(functions=HEADS, met=Met.NEVER)) == ["Never"]
    office.rebuild_directory()
    assert_directory_whole(office)


@command("A test's length of posting")
def set_usual_length(session: Session, code: str, months: int) -> None:
    """Say how long postings of a country usually last."""
    session.query(Country).filter_by(code=code).one().usual_posting_months = months


@command("A test's moment")
def add_moment(session: Session, people: list[UUID], day: dt.date) -> None:
    """A moment with people."""
    moment = Moment(happened_on=day)
    for one in people:
        there = MomentPerson()
        there.person_id = one
        moment.people.append(there)
    session.add(moment)


def test_credentials_count_and_not_the_mere_beginning(office: Workspace) -> None:
    envoy(office, "JP", "Presented", dt.date(2026, 9, 1), credentials_on=dt.date(2026, 10, 20))
    envoy(office, "FR", "Arrived", dt.date(2026, 10, 1))
    envoy(office, "PL", "Long ago", dt.date(2023, 10, 1), credentials_on=dt.date(2024, 1, 20))
    assert shown(office, Conditions(credentials_days=92)) == ["Presented"]


def test_national_days_of_the_month(office: Workspace) -> None:
    office.run(furnish)
    envoy(office, "LB", "Beirut", dt.date(2025, 1, 1))  # 22 November
    envoy(office, "JP", "Tokyo", dt.date(2025, 1, 1))
    found = Conditions(functions=HEADS, national_day=True)
    assert shown(office, found) == ["Beirut"]
    assert shown(office, replace(found, countries=("JP",))) == []


def test_tags_interests_and_sets_narrow_a_view(office: Workspace) -> None:
    first = envoy(office, "JP", "Hydrogen", dt.date(2025, 1, 1))
    second = envoy(office, "FR", "Expert", dt.date(2025, 1, 1))
    tag = TagDraft("Hydrogen", "sector")
    office.run(set_tags, "person", first, [(tag, "interest", None)])
    office.run(set_tags, "person", second, [(tag, "expertise", None)])
    kept = office.run(add_mailing_set, MailingSetDraft("Cards", "New-year cards"))
    office.run(add_members, kept, [second])
    tag_id = office.ask(_only_tag)
    assert shown(office, Conditions(tags=(tag_id,))) == ["Expert", "Hydrogen"]
    assert shown(office, Conditions(interests=(tag_id,))) == ["Hydrogen"]
    assert shown(office, Conditions(sets=(kept.hex,))) == ["Expert"]
    assert shown(office, Conditions(tags=(tag_id,), sets=(kept.hex,))) == ["Expert"]
    assert_directory_whole(office)
    office.undo()
    assert shown(office, Conditions(sets=(kept.hex,))) == []
    assert_directory_whole(office)


def _only_tag(session: Session) -> str:
    return session.query(Tag).one().id.hex


def test_language_country_kind_and_words_narrow_a_view(office: Workspace) -> None:
    envoy(office, "JP", "Tanaka", dt.date(2025, 1, 1))
    make_person(office, family_name="Peeters", given_name="", language="nl")
    make_organisation(office, name="Zeehaven", kind="port", country="BE")
    assert shown(office, Conditions(languages=("nl",))) == ["Peeters"]
    assert shown(office, Conditions(countries=("JP",), show="person")) == ["Tanaka"]
    assert shown(office, Conditions(kinds=(str(Together.PARTNERS),))) == ["Zeehaven"]
    assert shown(office, Conditions(functions=(str(Together.WITHOUT),))) == ["Peeters"]
    assert shown(office, Conditions(text="tanaka")) == shown(office, Conditions(), "tanaka")


def test_groups_follow_the_order_of_the_list(office: Workspace) -> None:
    for country in ("PT", "JP", "JP"):
        envoy(office, country, country, dt.date(2025, 1, 1))
    packed, groups = office.ask(view_ids, Conditions(functions=HEADS), "", "country", "country")
    assert groups == [("JP", 2), ("PT", 1)]
    assert len(packed) == 16 * 3
    assert office.ask(view_ids, Conditions(), "", "docid", "country")[1] == []


@pytest.mark.parametrize("descending", [False, True])
def test_the_first_lines_of_a_view_are_the_first_of_its_ids(
    office: Workspace, *, descending: bool
) -> None:
    for country, name in (("PT", "Silva"), ("JP", "Tanaka"), ("FR", "Aubin"), ("JP", "Abe")):
        make_ambassador(office, country, family_name=name)
    lines = office.ask(view_lines, Conditions(), "", "country", descending=descending)
    packed, _groups = office.ask(view_ids, Conditions(), "", "country")
    ids = [UUID(bytes=packed[at : at + 16]) for at in range(0, len(packed), 16)]
    assert [line.id for line in lines] == (ids[::-1] if descending else ids)


# --- what is kept ---


def test_an_office_begins_with_good_views(office: Workspace) -> None:
    untouched = office.ask(saved_views)
    assert [row.draft.name for row in untouched] == [one.name for one in FURNISHED]
    office.run(furnish)
    kept = office.ask(saved_views)
    assert [(row.id, row.draft) for row in kept] == [(row.id, row.draft) for row in untouched]
    office.run(command("Once more", undoable=False)(furnish_missing_views))
    assert office.ask(saved_views) == kept
    assert set(office.ask(view_counts)) == {row.id for row in kept}
    assert kept[1].name(Language.NL) == "Missiehoofden"


def test_a_view_is_changed_before_any_was_kept_and_undone(office: Workspace) -> None:
    before = dump(office)
    heads = office.ask(saved_views)[1]
    office.run(change_view, heads.id, None, replace(heads.draft, name="Ambassadors"))
    assert office.ask(saved_views)[1].draft.name == "Ambassadors"
    office.undo()
    assert dump(office)["saved_view"] == before["saved_view"] == []
    office.redo()
    assert office.ask(saved_views)[1].draft.name == "Ambassadors"


def test_views_are_added_ordered_and_removed(office: Workspace) -> None:
    first = office.ask(saved_views)[0]
    draft = ViewDraft(
        "Hydrogen people", Conditions(languages=("de",)), ("title",), "seen", True, ""
    )
    made = office.run(add_view, draft, first.id)
    rows = office.ask(saved_views)
    assert rows[1].id == made
    assert rows[1].draft == draft
    order = [row.id for row in reversed(rows)]
    office.run(order_views, order)
    assert [row.id for row in office.ask(saved_views)] == order
    office.run(remove_view, made)
    assert made not in {row.id for row in office.ask(saved_views)}
    office.undo()
    assert [row.id for row in office.ask(saved_views)] == order


def test_a_view_is_found_by_its_name_in_any_language(office: Workspace) -> None:
    for name in ("Leaving soon", "leaving SOON", "Vertrekt weldra"):
        assert office.ask(view_named, name).draft.conditions.leaving_days
    with pytest.raises(NotFoundError, match="Heads of mission"):
        office.ask(view_named, "Nobody")


def test_a_view_without_a_name_is_refused(office: Workspace) -> None:
    with pytest.raises(InvalidError):
        office.run(add_view, ViewDraft(" "))
    assert [p.field for p in ViewDraft("x", Conditions(leaving_days=-1)).problems()] == [
        "leaving_days"
    ]


TEXTS = st.lists(st.text(max_size=5), max_size=3).map(tuple)


@given(
    st.builds(
        Conditions,
        functions=TEXTS,
        countries=TEXTS,
        tags=TEXTS,
        met=st.sampled_from([str(one) for one in Met]),
        leaving_days=st.integers(0, 999),
        national_day=st.booleans(),
        text=st.text(max_size=9),
    )
)
def test_conditions_come_back_as_they_were_kept(conditions: Conditions) -> None:
    assert from_json(to_json(conditions)) == conditions


def test_kept_conditions_of_another_program_ask_nothing() -> None:
    kept = {"moon": "full", "functions": "ambassador", "leaving_days": "12", "languages": ["nl"]}
    assert from_json(kept) == Conditions(languages=("nl",))
    assert core_view(Conditions(), TODAY) == View(kinds=("person", "organisation"))
    assert asdict(Conditions()) | to_json(Conditions()) == asdict(Conditions())


def test_months_are_counted_by_the_calendar() -> None:
    assert months_before(dt.date(2026, 3, 31), 1) == dt.date(2026, 2, 28)
    assert months_before(dt.date(2026, 1, 5), 12) == dt.date(2025, 1, 5)


# --- days that come ---


def test_a_posting_that_ended_by_its_date_leaves_the_line_when_the_office_is_opened(
    office: Workspace,
) -> None:
    envoy(office, "JP", "Tanaka", dt.date(2024, 1, 1), ends_on=dt.date(2026, 11, 30))
    office.keep_up()
    assert shown(office, Conditions(functions=HEADS)) == ["Tanaka"]
    with clock.stopped_at(dt.datetime(2026, 12, 2, 9, tzinfo=dt.UTC)):
        office.keep_up()
        assert shown(office, Conditions(functions=HEADS)) == []
        assert_directory_whole(office)


# --- standing ---


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"role": "ambassador", "times": 3, "seen": "2026-01-01"}, Standing.MET),
        ({"role": "ambassador"}, Standing.NEVER),
        ({"role": "ambassador", "until": "2027-01-01", "times": 3}, Standing.LEAVING),
        ({"role": "ambassador", "until": "2019-01-01"}, Standing.NEVER),
        ({"role": "ambassador", "day": "2026-11-01", "state": "credentials"}, Standing.NEW),
        ({"role": "ambassador", "day": "2026-11-01"}, Standing.NEVER),
        ({"role": "charge_ai", "times": 2}, Standing.VACANT),
        ({"role": "director", "until": "2027-01-01"}, Standing.NONE),
        ({"role": "director", "times": 1}, Standing.MET),
        ({"kind": "organisation", "role": "embassy"}, Standing.NONE),
    ],
)
def test_the_standing_of_a_contact(line: dict[str, object], expected: Standing) -> None:
    made = Line(**{"id": new_id(), "kind": "person", "title": "x", **line})  # type: ignore[arg-type]  # fields by name
    assert standing(made, TODAY) is expected


# --- plans: a list of 100,000 is never sorted whole ---


@pytest.mark.parametrize("sort", ["docid", *SORTED])
@pytest.mark.parametrize("one", FURNISHED, ids=[one.key for one in FURNISHED])
def test_no_view_sorts_or_walks_what_an_index_can_give(
    workspace: Workspace, one: object, sort: str
) -> None:
    """Wide views read in order; narrow ones find their few by an index, and sort those alone."""
    workspace.run(furnish)
    conditions = one.conditions  # type: ignore[attr-defined]  # a furnished view
    plan = workspace.ask(search.plan, workspace.ask(resolved, conditions), sort)
    narrow = core_view(conditions, TODAY) != View(kinds=core_view(conditions, TODAY).kinds)
    if not narrow:
        assert "TEMP B-TREE" not in plan, plan
    else:
        assert "TEMP B-TREE" not in plan or "SEARCH d USING INDEX" in plan, plan
        assert "ix_directory_kind" not in plan, plan
