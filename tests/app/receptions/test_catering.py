"""The kitchen's notes: kept apart, never in a label, and dropped after the event for good."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

import pytest

from app.core import clock, history
from app.core.errors import ConflictError, InvalidError
from app.core.images import decode
from app.core.text import Language
from app.receptions.commands import (
    drop_catering,
    remove_guests,
    remove_reception,
    set_catering,
    set_guest_rules,
)
from app.receptions.commands.catering import due
from app.receptions.draft import CateringDraft, GuestRules
from app.receptions.queries import catering_notes, guest_rules, guests
from app.schema import metadata
from tests.builders import make_guest, make_person, make_reception

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

HELD = dt.datetime(2026, 5, 4, 18)  # noqa: DTZ001 - local time, as the model keeps it
NOTE = CateringDraft("no shellfish", "the embassy", dt.date(2026, 4, 20), consent=True)


def remembered(session: Session) -> str:
    """Everything the history holds, as text."""
    found = session.connection().execute(history.change_log.select()).mappings()
    return " ".join(
        f"{row['label']} {decode(row['images'], metadata.tables) if row['images'] else ''}"
        for row in found
    )


@pytest.fixture
def reception(office: Workspace) -> UUID:
    return make_reception(office, starts_at=HELD)


def after(days: int) -> dt.datetime:
    return HELD.replace(tzinfo=dt.UTC) + dt.timedelta(days=days)


def days(count: int) -> tuple[str, str]:
    """The day before and the day itself, as opening the office on a new day tells them."""
    day = after(count).date()
    return (day - dt.timedelta(days=1)).isoformat(), day.isoformat()


def test_a_note_says_who_told_it_and_when(office: Workspace, reception: UUID) -> None:
    guest = make_guest(office, reception)
    office.run(set_catering, guest, [NOTE])
    assert str(office.undo_label) == "Changed the catering notes of Aoi Tanaka"
    [row] = office.ask(catering_notes, reception)[guest]
    assert row.draft == NOTE
    [listed] = office.ask(guests, reception, Language.EN)
    assert listed.catering == 1
    assert "shellfish" not in repr(listed)
    office.run(set_catering, guest, [])
    assert office.ask(catering_notes, reception) == {}
    office.undo()
    assert office.ask(catering_notes, reception)[guest] == (row,)


def test_a_note_without_an_instruction_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InvalidError):
        workspace.run(set_catering, make_guest(workspace), [CateringDraft(" ", "the embassy")])


def test_notes_are_dropped_after_the_event_and_from_the_history(
    office: Workspace, reception: UUID
) -> None:
    guest = make_guest(office, reception)
    gone = make_guest(office, reception, make_person(office, family_name="Bo"))
    office.run(set_catering, guest, [NOTE])
    office.run(set_catering, gone, [CateringDraft("no peanuts")])
    office.run(remove_guests, [gone])
    assert "shellfish" in office.ask(remembered)
    with clock.stopped_at(after(13)):
        assert office.ask(due) == []
        assert office.run(drop_catering, *days(13)) == 0
    with clock.stopped_at(after(14)):
        assert office.ask(due) == [reception]
        assert office.run(drop_catering, *days(14)) == 1
    assert office.ask(catering_notes, reception) == {}
    told = office.ask(remembered)
    assert "shellfish" not in told
    assert "peanuts" not in told
    assert "Dropped" in told
    office.undo()  # the removal: the guest comes back, what the kitchen knew does not
    assert {row.catering for row in office.ask(guests, reception, Language.EN)} == {0}
    assert len(office.ask(guests, reception, Language.EN)) == 2


def test_a_note_that_came_in_meanwhile_is_not_lost(office: Workspace, reception: UUID) -> None:
    guest = make_guest(office, reception)
    office.run(set_catering, guest, [NOTE])
    with pytest.raises(ConflictError):
        office.run(set_catering, guest, [CateringDraft("no peanuts")], ())
    office.run(set_catering, guest, [CateringDraft("no peanuts")], (NOTE,))
    [row] = office.ask(catering_notes, reception)[guest]
    assert row.draft.instruction == "no peanuts"


def test_what_was_removed_before_is_forgotten_too(office: Workspace, reception: UUID) -> None:
    gone, kept = make_guest(office, reception), make_guest(office, reception)
    office.run(set_catering, gone, [NOTE])
    office.run(set_catering, kept, [CateringDraft("no peanuts")])
    office.run(remove_guests, [gone])
    office.run(set_catering, kept, [])
    cancelled = make_reception(office, starts_at=HELD.replace(year=2031))
    office.run(set_catering, make_guest(office, cancelled), [CateringDraft("no sesame")])
    office.run(remove_reception, cancelled)
    for count, left in ((13, True), (15, False)):
        later = clock.now() + dt.timedelta(days=count)
        today = later.date()
        with clock.stopped_at(later):
            office.run(drop_catering, (today - dt.timedelta(days=1)).isoformat(), today.isoformat())
        told = office.ask(remembered)
        assert {word in told for word in ("shellfish", "peanuts", "sesame")} == {left}


def test_two_desks_that_open_at_once_both_drop(
    office: Workspace, reception: UUID, colleague: Callable[[Workspace], Workspace]
) -> None:
    if office.engine_name != "postgresql":
        pytest.skip("a file has one writer at a time")
    for _ in range(3):
        office.run(set_catering, make_guest(office, reception), [NOTE])
    both, failed = threading.Barrier(2), list[Exception]()

    def drop(desk: Workspace) -> None:
        both.wait()
        try:
            desk.run(drop_catering, *days(30))
        except ConflictError as error:
            failed.append(error)

    other = colleague(office)
    office.run(set_catering, make_guest(office, reception), [NOTE])
    desks = [threading.Thread(target=drop, args=[one]) for one in (office, other)]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    assert failed == []
    assert office.ask(catering_notes, reception) == {}


def test_the_office_says_how_long_they_are_kept(office: Workspace, reception: UUID) -> None:
    assert office.ask(guest_rules) == GuestRules(3, 14)
    office.run(set_guest_rules, GuestRules(5, 30))
    office.run(set_guest_rules, GuestRules(5, 31))
    assert office.ask(guest_rules) == GuestRules(5, 31)
    office.run(set_catering, make_guest(office, reception), [NOTE])
    with clock.stopped_at(after(30)):
        assert office.ask(due) == []
    with clock.stopped_at(after(31)):
        assert office.ask(due) == [reception]
    with pytest.raises(InvalidError):
        office.run(set_guest_rules, GuestRules(-1, 14))


def test_opening_the_office_on_a_later_day_drops_them(workspace: Workspace) -> None:
    reception = make_reception(workspace, starts_at=HELD)
    workspace.run(set_catering, make_guest(workspace, reception), [NOTE])
    with clock.stopped_at(after(40)):
        workspace.keep_up()
    assert workspace.ask(catering_notes, reception) == {}
