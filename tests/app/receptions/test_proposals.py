"""Whom to invite, over an office: who is left out, what is decided, and how fast it is."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.contacts.commands import add_person, remove_person, set_tags
from app.contacts.draft import TagDraft
from app.core import clock
from app.core.command import command
from app.core.errors import InvalidError
from app.core.text import N_, Language
from app.dossiers.commands import set_partners
from app.dossiers.draft import PartnerDraft
from app.receptions.commands import (
    accept_proposals,
    forget_decision,
    put_off_proposal,
    refuse_proposal,
    remove_guests,
    remove_reception,
    set_status,
    set_weights,
)
from app.receptions.draft import PutOffDraft, RefusalDraft
from app.receptions.queries import decisions, guests, weights, who_to_invite
from app.receptions.rules.weights import Weights
from tests.builders import (
    make_ambassador,
    make_guest,
    make_moment,
    make_organisation,
    make_person,
    make_post,
    make_posting,
    make_reception,
    person_draft,
    posting_draft,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace
    from app.receptions.queries import ProposedRow

EN = Language.EN
TODAY = dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)
DAY = dt.datetime(2027, 4, 21, 18)  # noqa: DTZ001 - local to the place


@command(N_("Added people"))
def _many(session: Session, posts: list[UUID]) -> None:
    for number in range(2_000):
        person = person_draft(family_name=f"Name {number}")
        add_person(session, person, posting_draft(), posts[number % 5])


@pytest.fixture(autouse=True)
def january() -> Iterator[None]:
    with clock.stopped_at(TODAY):
        yield


def proposed(office: Workspace, reception: UUID) -> list[ProposedRow]:
    return list(office.ask(who_to_invite, reception, EN).rows)


def said(row: ProposedRow) -> list[str]:
    return [str(one.words) for one in row.told]


def test_who_is_on_the_list_left_or_decided_against_is_left_out(office: Workspace) -> None:
    reception = make_reception(office)
    there = make_ambassador(office, "JP", family_name="There")
    make_guest(office, reception, there)
    gone = make_person(office, family_name="Gone")
    make_posting(office, gone, make_post(office, "EE"), ends_on=dt.date(2027, 3, 1))
    make_person(office, family_name="Nowhere")
    no = make_ambassador(office, "NO", family_name="No")
    never = make_ambassador(office, "PK", family_name="Never")
    later = make_ambassador(office, "LU", family_name="Later")
    left = make_ambassador(office, "SE", family_name="Left")
    secretary = make_person(office, family_name="Staff")
    make_posting(office, secretary, make_post(office, "FI"), function="second_secretary")
    make_posting(office, make_person(office), make_organisation(office, kind="company"))
    office.run(refuse_proposal, reception, no, RefusalDraft("not for this subject"))
    office.run(refuse_proposal, make_reception(office), never, RefusalDraft("recalled", True))
    office.run(put_off_proposal, reception, later, PutOffDraft(dt.date(2027, 2, 1)))
    assert [row.id for row in proposed(office, reception)] == [left]
    both = office.ask(who_to_invite, reception, EN, staff=True)
    assert {row.id for row in both.rows} == {left, secretary}
    assert both.put_off == 3
    assert both.there.bilateral == 1
    with clock.stopped_at(TODAY + dt.timedelta(days=40)):
        assert {row.id for row in proposed(office, reception)} == {left, later}


def test_a_no_for_one_reception_counts_for_that_one_only(office: Workspace) -> None:
    one, other = make_reception(office), make_reception(office)
    person = make_ambassador(office, "NO")
    office.run(refuse_proposal, one, person, RefusalDraft("not for this subject"))
    assert proposed(office, one) == []
    assert [row.id for row in proposed(office, other)] == [person]


def test_a_no_needs_a_reason_and_a_later_a_day(office: Workspace) -> None:
    reception, person = make_reception(office), make_ambassador(office, "NO")
    with pytest.raises(InvalidError, match="Say why"):
        office.run(refuse_proposal, reception, person, RefusalDraft(" "))
    with pytest.raises(InvalidError, match="tomorrow"):
        office.run(put_off_proposal, reception, person, PutOffDraft(TODAY.date()))


def test_a_decision_is_remembered_with_its_reason_and_taken_back(office: Workspace) -> None:
    reception, person = make_reception(office), make_ambassador(office, "NO")
    office.run(refuse_proposal, reception, person, RefusalDraft("asked not to", True))
    (kept,) = office.ask(decisions, reception)
    assert (kept.decision, kept.reason, kept.everywhere) == ("no", "asked not to", True)
    assert kept.decided_on == TODAY.date()
    office.run(forget_decision, kept.id)
    assert office.ask(decisions, reception) == []
    assert [row.id for row in proposed(office, reception)] == [person]
    office.undo()
    assert len(office.ask(decisions, reception)) == 1


def test_accepting_puts_on_the_list_and_one_undo_takes_both_back(office: Workspace) -> None:
    reception, person = make_reception(office), make_ambassador(office, "NO")
    assert office.run(accept_proposals, reception, [person]) == 1
    (guest,) = office.ask(guests, reception, EN)
    assert (guest.status, guest.circle) == ("proposed", "corps")
    assert proposed(office, reception) == []
    office.undo()
    assert office.ask(guests, reception, EN) == []
    assert [row.id for row in proposed(office, reception)] == [person]
    office.redo()
    assert len(office.ask(guests, reception, EN)) == 1


def test_decisions_hold_neither_a_reception_nor_who_left_the_list(office: Workspace) -> None:
    reception = make_reception(office, starts_at=DAY)
    accepted, refused = make_person(office), make_person(office)
    office.run(accept_proposals, reception, [accepted])
    office.run(refuse_proposal, reception, refused, RefusalDraft("known too well"))
    office.run(remove_guests, [row.id for row in office.ask(guests, reception, EN)])
    office.run(remove_person, accepted)
    office.undo()
    office.run(remove_reception, reception)
    office.undo()
    assert [row.person_id for row in office.ask(decisions, reception)] == [refused]


def test_deciding_again_replaces_what_was_decided(office: Workspace) -> None:
    reception, person = make_reception(office), make_ambassador(office, "NO")
    office.run(put_off_proposal, reception, person, PutOffDraft(dt.date(2027, 2, 1), "busy"))
    office.run(refuse_proposal, reception, person, RefusalDraft("asked not to"))
    (kept,) = office.ask(decisions, reception)
    assert (kept.decision, kept.again_on, kept.reason) == ("no", None, "asked not to")


def test_interests_wishes_and_networks_are_found_in_the_words(office: Workspace) -> None:
    port = make_organisation(office, kind="port", name="North Sea Port", country="BE")
    reception = make_reception(
        office, title="Hydrogen around the North Sea", starts_at=DAY, requested_by=port, goals=(7,)
    )
    office.run(
        set_partners, reception, [PartnerDraft(port, "Sweden, and who follows port logistics")]
    )
    sweden, norway = make_ambassador(office, "SE"), make_ambassador(office, "NO")
    chile = make_ambassador(office, "CL")
    mission = make_organisation(office, kind="mission_to_nato", country="SE")
    make_posting(office, make_person(office), mission, function="permanent_representative")
    hydrogen, goal = TagDraft("Hydrogen", "sector"), TagDraft("SDG 7", "goal", 7)
    office.run(set_tags, "person", norway, [(hydrogen, "interest", None), (goal, "interest", None)])
    logistics = TagDraft("Port logistics", "sector")
    wanted = [(logistics, "interest", None), (hydrogen, "network", port)]
    office.run(set_tags, "person", chile, wanted)
    rows = proposed(office, reception)
    assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)
    reasons = {row.id: set(said(row)) for row in rows}
    assert "asked for by North Sea Port" in reasons[sweden]
    assert {"Hydrogen matches", "SDG\u00a07 matches"} <= reasons[norway]
    opens = "opens Hydrogen for North Sea Port"
    assert {opens, "Port logistics matches North Sea Port"} <= reasons[chile]
    (last,) = reasons.keys() - {sweden, norway, chile}
    assert not any(word.startswith("asked") for word in reasons[last])


def test_what_happened_before_counts(office: Workspace) -> None:
    reception = make_reception(office, starts_at=DAY)
    past = make_reception(office, title="New Year", starts_at=DAY.replace(month=1, day=3))
    was, met = make_ambassador(office, "JP"), make_ambassador(office, "KE")
    guest = make_guest(office, past, was)
    office.run(set_status, [guest], "attended")
    make_moment(office, met, kind="visit", happened_on=dt.date(2026, 12, 7))
    rows = {row.id: said(row) for row in proposed(office, reception)}
    assert "received 1 day ago" in rows[was]
    assert "never received" not in rows[was]
    assert "never received, met 4 weeks ago" in rows[met]
    assert "Kenya: nobody received yet" in rows[met]
    assert "Japan: nobody received yet" not in rows[was]


def test_the_office_weighs_for_itself(office: Workspace) -> None:
    reception, person = make_reception(office), make_ambassador(office, "NO")
    assert office.ask(weights) == Weights()
    office.run(set_weights, Weights(never=100))
    assert office.ask(weights).never == 100
    assert [row.score for row in proposed(office, reception)] == [114]
    assert proposed(office, reception)[0].id == person
    with pytest.raises(InvalidError, match="whole number"):
        office.run(set_weights, Weights(never=101))
    office.undo()
    assert office.ask(weights) == Weights()


def test_two_thousand_are_weighed_in_a_moment_by_few_queries(office: Workspace) -> None:
    reception = make_reception(office)
    posts = [make_post(office, code) for code in ("JP", "NO", "SE", "KE", "CL")]
    office.run(_many, posts)
    asked: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        office.ask(who_to_invite, reception, EN)  # what is loaded once is not measured
        asked.clear()
        found = office.ask(who_to_invite, reception, EN)
        queries = len(asked)
        took = min(_seconds(office, reception) for _ in range(3))
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert found.total == 2_000
    assert len(found.rows) == 200
    assert queries < 25
    assert took < 0.3


def _seconds(office: Workspace, reception: UUID) -> float:
    """What the processor needs; other work on the machine does not count."""
    begun = time.process_time()
    office.ask(who_to_invite, reception, EN)
    return time.process_time() - begun
