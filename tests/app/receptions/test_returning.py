"""Who comes back on a list, who replaces whom, whom to phone: a rule and a sentence for each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.contacts.commands import add_relationship
from app.contacts.draft import RelationshipDraft
from app.core import clock
from app.core.text import Language
from app.receptions.commands import (
    invite,
    invite_successor,
    keep_guest,
    remove_guests,
    set_guest_rules,
    set_status,
)
from app.receptions.draft import GuestDraft, GuestRules
from app.receptions.model import Mailing, Reception, Sending
from app.receptions.queries import guests, phone_list, succeeded, were_before
from app.receptions.rules import Status
from app.receptions.rules.guests import to_phone
from tests.builders import (
    guest_of,
    make_guest,
    make_person,
    make_post,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace
    from app.receptions.queries import GuestRow

MARCH = dt.datetime(2027, 3, 3, 12, 0, tzinfo=dt.UTC)
APRIL = dt.datetime(2027, 4, 1, 12, 0, tzinfo=dt.UTC)
EVENT = dt.date(2027, 4, 21)


def listed(office: Workspace, reception: UUID) -> list[GuestRow]:
    return office.ask(guests, reception, Language.EN)


def only(office: Workspace, reception: UUID) -> GuestRow:
    [row] = listed(office, reception)
    return row


# --- taken off and put on again ---


def test_who_is_put_on_again_begins_anew_but_not_unknown(office: Workspace) -> None:
    reception, person = make_reception(office), make_person(office)
    with clock.stopped_at(MARCH):
        guest = make_guest(office, reception, person, Status.INVITED)
        office.run(set_status, [guest], Status.REGRETS)
        office.run(remove_guests, [guest])
    with clock.stopped_at(APRIL):
        before = office.ask(were_before, reception, [person, make_person(office)])
        assert [str(one.told) for one in before.values()] == [
            "Was on this list before: Regrets, 3 Mar 2027"
        ]
        assert office.run(invite, reception, [person]) == 1
        row = only(office, reception)
        assert (row.status, row.replied_on) == (Status.PROPOSED, None)
        assert row.invited_on == MARCH.date()
        assert row.note == "Stond al eerder op deze lijst: Verontschuldigd, 3 mrt 2027"
        office.run(set_status, [row.id], Status.INVITED)
    assert only(office, reception).invited_on == MARCH.date()


def test_somebody_else_on_another_list_is_no_return(office: Workspace) -> None:
    person = make_person(office)
    one, two = make_reception(office), make_reception(office, title="Another")
    office.run(remove_guests, [make_guest(office, one, person)])
    assert office.ask(were_before, two, [person]) == {}
    office.run(invite, two, [person])
    assert only(office, two).note == ""


def test_what_was_sent_stays_told(workspace: Workspace) -> None:
    from app.core.command import command

    reception, person = make_reception(workspace), make_person(workspace)
    guest = make_guest(workspace, reception, person)

    @command("Sent")
    def send(session: Session) -> None:
        mailing = Mailing(kind="invitation")
        mailing.reception = session.get_one(Reception, reception)
        sending = Sending(state="sent", sent_at=dt.datetime(2027, 3, 4, 9))  # noqa: DTZ001 - as kept
        sending.person_id = person
        mailing.sendings.append(sending)
        session.add(mailing)

    workspace.run(send)
    workspace.run(remove_guests, [guest])
    assert workspace.ask(were_before, reception, [person])[person].sent_on == dt.date(2027, 3, 4)


# --- replaced between invitation and event ---


@pytest.fixture
def replaced(office: Workspace) -> tuple[UUID, UUID, UUID]:
    """A reception, the guest who leaves their post before it, and the successor."""
    post = make_post(office, "JP")
    leaving = make_person(office, family_name="Aoki", given_name="Ren")
    coming = make_person(office, family_name="Mori", given_name="Yui")
    make_posting(office, leaving, post, starts_on=dt.date(2023, 1, 1), ends_on=dt.date(2027, 4, 10))
    make_posting(office, coming, post, starts_on=dt.date(2027, 4, 11))
    reception = make_reception(office)
    with clock.stopped_at(MARCH):
        guest = make_guest(office, reception, leaving, Status.INVITED)
        draft = GuestDraft("principal", seat="1", guest_of_honour=True)
        office.run(keep_guest, guest, None, draft)
    return reception, guest, coming


def test_a_head_of_mission_who_is_replaced_is_found(
    office: Workspace, replaced: tuple[UUID, UUID, UUID]
) -> None:
    reception, guest, coming = replaced
    with clock.stopped_at(APRIL):
        [found] = office.ask(succeeded, reception)
    assert (found.guest_id, found.successor_id, found.successor_listed) == (guest, coming, False)
    assert str(found.told) == (
        "Ren Aoki leaves the post on 10 Apr 2027, before the reception: Yui Mori succeeds."
    )
    with clock.stopped_at(APRIL + dt.timedelta(days=40)):
        assert office.ask(succeeded, reception) == []  # it is over


def test_the_successor_is_invited_instead_and_nothing_is_forgotten(
    office: Workspace, replaced: tuple[UUID, UUID, UUID]
) -> None:
    reception, guest, coming = replaced
    with clock.stopped_at(APRIL):
        made = office.run(invite_successor, guest, coming)
        assert str(office.undo_label) == "Yui Mori is invited instead of Ren Aoki"
        assert office.ask(succeeded, reception) == []
    rows = {row.id: row for row in listed(office, reception)}
    after, before = rows[made], rows[guest]
    assert (after.status, after.circle, after.seat) == (Status.INVITED, "principal", "1")
    assert after.guest_of_honour
    assert (before.status, before.seat, before.invited_on) == ("regrets", "", MARCH.date())
    assert "Yui Mori" in before.note
    office.undo()
    assert [row.status for row in listed(office, reception)] == [Status.INVITED]


def test_who_keeps_a_function_they_were_invited_in_stays(office: Workspace) -> None:
    post = make_post(office, "JP")
    person = make_person(office, family_name="Aoki")
    make_posting(office, person, post, starts_on=dt.date(2020, 1, 1), ends_on=dt.date(2022, 4, 10))
    make_posting(office, person, make_post(office, "FR"), starts_on=dt.date(2022, 5, 1))
    make_posting(office, make_person(office), post, starts_on=dt.date(2022, 5, 1))
    reception = make_reception(office)
    with clock.stopped_at(MARCH):
        make_guest(office, reception, person)
        assert office.ask(succeeded, reception) == []


def test_a_post_without_a_successor_is_no_finding(office: Workspace) -> None:
    person = make_person(office)
    make_posting(office, person, ends_on=dt.date(2027, 4, 10))
    reception = make_reception(office)
    with clock.stopped_at(MARCH):
        make_guest(office, reception, person)
        assert office.ask(succeeded, reception) == []


# --- whom to phone ---


def test_only_the_invited_near_their_deadline_are_phoned() -> None:
    day = dt.date(2027, 4, 7)
    calls = [to_phone("invited", day, day + dt.timedelta(days=n), 3) for n in (-4, -3, 0, 1, 9)]
    assert [str(one.reason) if one else "" for one in calls] == [
        "",
        "The deadline is in 3 days",
        "The deadline is today",
        "The deadline passed 1 day ago",
        "The deadline passed 9 days ago",
    ]
    assert to_phone("accepted", day, day, 3) is None
    assert to_phone("invited", None, day, 3) is None


def test_the_phone_list_knows_who_answers(office: Workspace) -> None:
    reception = make_reception(office, reply_by=dt.date(2027, 4, 7))
    head = make_person(office, family_name="Aoki", given_name="Ren", phones=("+32 2 500 00 01",))
    make_posting(office, head, make_post(office, "JP", phones=("+32 2 500 00 00",)))
    helper = make_person(office, family_name="Bo", given_name="Ida", phones=("+32 2 500 00 02",))
    office.run(add_relationship, head, RelationshipDraft("assistant"), helper)
    make_guest(office, reception, head)
    make_guest(office, reception, make_person(office, family_name="Cruz"), Status.ACCEPTED)
    with clock.stopped_at(APRIL):
        assert office.ask(phone_list, reception, Language.EN) == []
        office.run(set_guest_rules, GuestRules(phone_days=6))
        [row] = office.ask(phone_list, reception, Language.EN)
    assert row.call.days == 6
    assert [(str(one.role or ""), one.who, one.numbers) for one in row.phones] == [
        ("Assistant", "Ida Bo", ("+32 2 500 00 02",)),
        ("", "Ren Aoki", ("+32 2 500 00 01",)),
        ("Post", "", ("+32 2 500 00 00",)),
    ]
    with clock.stopped_at(APRIL + dt.timedelta(days=30)):
        assert office.ask(phone_list, reception, Language.EN) == []


def test_inviting_again_says_who_was_there(workspace: Workspace) -> None:
    reception = make_reception(workspace)
    people = [make_person(workspace, family_name=name) for name in ("Aalto", "Bo", "Cruz")]
    workspace.run(invite, reception, people[:2], Status.INVITED)
    added = workspace.run(invite, reception, people)
    assert (added, len(people) - added) == (1, 2)
    assert workspace.ask(guest_of, reception, people[0]) is not None
