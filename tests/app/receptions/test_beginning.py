"""How receptions begin, are copied, move to another moment, and go from stage to stage."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.core.errors import ConflictError, InvalidError
from app.core.text import Language
from app.dossiers.commands import (
    add_special_day,
    add_task,
    add_template,
    set_done,
    set_papers,
    set_programme,
    set_roles,
    set_stage,
)
from app.dossiers.draft import (
    LineDraft,
    ProgrammeDraft,
    RoleDraft,
    SpecialDayDraft,
    TaskDraft,
    TemplateDraft,
)
from app.dossiers.queries import checklist
from app.dossiers.rules import Stage
from app.dossiers.rules.stages import next_stage
from app.dossiers.rules.templates import Part
from app.receptions.commands import (
    begin_reception,
    change_reception,
    copy_reception,
    invite,
    move_reception,
    set_status,
)
from app.receptions.draft import Along, BeginningDraft, CopyDraft, MoveDraft
from app.receptions.model import Guest, Reception
from app.receptions.queries import (
    EntryKind,
    board,
    calendar,
    guests,
    reception_overview,
    reception_sheet,
)
from app.receptions.rules import Kind, Status
from app.receptions.rules.stages import StageFacts, open_before
from tests.builders import (
    guest_of,
    make_guest,
    make_person,
    make_reception,
    reception_draft,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

FRIDAY = dt.datetime(2027, 3, 12, 18, 0)  # noqa: DTZ001 - local time, as the model keeps it
MONDAY = dt.datetime(2027, 3, 15, 17, 0)  # noqa: DTZ001 - local time, as the model keeps it
LINES = (
    LineDraft(Part.ITEM, "Set up", minutes=30, public=False),
    LineDraft(Part.ITEM, "Welcome", minutes=10),
    LineDraft(Part.ITEM, "Reception", minutes=80),
    LineDraft(Part.TASK, "Book the hall", 14, owner="Facilities"),
    LineDraft(Part.ROLE, "Usher"),
    LineDraft(Part.PAPER, "guest-list"),
)


def due(office: Workspace, reception: UUID) -> dict[str, dt.date | None]:
    rows = office.ask(checklist, reception, Language.EN)
    return {one.draft.title: one.draft.due_on for one in rows}


def starts(office: Workspace, reception: UUID) -> list[dt.datetime | None]:
    return [one.draft.starts_at for one in office.ask(reception_sheet, reception).programme]


def arrival(session: Session, guest: UUID) -> dt.datetime | None:
    return session.scalars(select(Guest.arrives_at).where(Guest.id == guest)).one()


def test_a_reception_begins_filled_in_one_step(office: Workspace) -> None:
    template = office.run(add_template, TemplateDraft("Evening", lines=LINES))
    draft = BeginningDraft(reception_draft(starts_at=FRIDAY, kind=Kind.DINNER), template)
    made = office.run(begin_reception, draft)
    sheet = office.ask(reception_sheet, made)
    assert sheet.draft.dossier.ends_at == FRIDAY + dt.timedelta(minutes=90)
    assert starts(office, made)[0] == FRIDAY - dt.timedelta(minutes=30)
    assert due(office, made) == {"Book the hall": dt.date(2027, 2, 26)}
    assert str(office.undo_label) == "Added the reception Spring reception"
    office.undo()
    assert office.ask(board) == []


def test_without_a_template_it_begins_empty(office: Workspace) -> None:
    made = office.run(begin_reception, BeginningDraft(reception_draft()))
    assert due(office, made) == {}
    with pytest.raises(InvalidError):
        office.run(begin_reception, BeginningDraft(reception_draft(title=" ")))


def test_one_without_a_day_gets_its_times_with_its_day(office: Workspace) -> None:
    template = office.run(add_template, TemplateDraft("Evening", lines=LINES))
    draft = BeginningDraft(reception_draft(starts_at=None), template)
    made = office.run(begin_reception, draft)
    assert starts(office, made) == [None, None, None]
    office.run(move_reception, made, None, MoveDraft(FRIDAY))
    assert starts(office, made)[:2] == [FRIDAY - dt.timedelta(minutes=30), FRIDAY]
    assert due(office, made) == {"Book the hall": dt.date(2027, 2, 26)}


def moved_office(office: Workspace) -> tuple[UUID, list[UUID]]:
    """A reception on Friday with a programme, tasks and five guests in all kinds of replies."""
    made = make_reception(
        office, starts_at=FRIDAY, ends_at=FRIDAY + dt.timedelta(hours=2),
        reply_by=dt.date(2027, 3, 1),
    )  # fmt: skip
    office.run(
        set_programme, made,
        [ProgrammeDraft("Welcome", FRIDAY, 10), ProgrammeDraft("Some time")],
    )  # fmt: skip
    for title, days in (("Book", 14), ("Done long ago", 30)):
        office.run(add_task, TaskDraft(title, dossier=made, days_before=days))
    office.run(add_task, TaskDraft("Fixed", due_on=dt.date(2027, 3, 3), dossier=made))
    done = next(one for one in office.ask(checklist, made, Language.EN)
                if one.draft.title == "Done long ago")  # fmt: skip
    office.run(set_done, done.id)
    people = [make_person(office, family_name=name) for name in "ABCDE"]
    office.run(invite, made, people, Status.INVITED)
    ids = [office.ask(guest_of, made, one) for one in people]
    for guest, status in zip(ids, (Status.ACCEPTED, Status.REGRETS, Status.PROPOSED), strict=False):
        office.run(set_status, [guest], status)
    return made, ids


def test_what_hangs_on_the_day_moves_with_it(office: Workspace) -> None:
    made, _ = moved_office(office)
    told = office.run(move_reception, made, None, MoveDraft(MONDAY))
    assert told.to(Language.EN) == (
        "3 guests were invited for Friday 12 March 2027, 18:00: tell them."
    )
    sheet = office.ask(reception_sheet, made)
    assert sheet.draft.dossier.ends_at == MONDAY + dt.timedelta(hours=2)
    assert sheet.draft.reply_by == dt.date(2027, 3, 4)
    assert starts(office, made) == [MONDAY, None]
    found = due(office, made)
    tell = next(title for title in found if title.endswith("maandag 15 maart 2027, 17:00"))
    assert tell.startswith("Laat 3 gasten")
    assert found["Book"] == dt.date(2027, 3, 1)
    assert found["Fixed"] == dt.date(2027, 3, 3)
    assert found["Done long ago"] == dt.date(2027, 2, 10), "what was done stays"
    office.undo()
    assert office.ask(reception_sheet, made).draft.dossier.starts_at == FRIDAY
    assert len(due(office, made)) == 3


def test_a_second_move_tells_the_newest_day_only(office: Workspace) -> None:
    made, _ = moved_office(office)
    office.run(move_reception, made, None, MoveDraft(MONDAY))
    office.run(move_reception, made, None, MoveDraft(MONDAY + dt.timedelta(days=1)))
    tells = [title for title in due(office, made) if title.startswith("Laat")]
    assert len(tells) == 1
    assert "16 maart" in tells[0]


def test_editing_the_day_moves_along_too(office: Workspace) -> None:
    made, _ = moved_office(office)
    sheet = office.ask(reception_sheet, made)
    facts = replace(sheet.draft.dossier, starts_at=MONDAY, ends_at=None)
    told = office.run(change_reception, made, sheet.revision, replace(sheet.draft, dossier=facts))
    assert told.to(Language.EN).startswith("3 guests")
    assert office.ask(reception_sheet, made).draft.reply_by == sheet.draft.reply_by
    assert due(office, made)["Book"] == dt.date(2027, 3, 1)
    sheet = office.ask(reception_sheet, made)
    same = office.run(change_reception, made, sheet.revision, sheet.draft)
    assert same.to(Language.EN) == ""


def test_what_was_put_off_without_a_day_goes_to_the_new_one(office: Workspace) -> None:
    made, _ = moved_office(office)
    before = starts(office, made)
    for day in (None, MONDAY):
        sheet = office.ask(reception_sheet, made)
        facts = replace(sheet.draft.dossier, starts_at=day, ends_at=None)
        draft = replace(sheet.draft, dossier=facts, reply_by=None)
        office.run(change_reception, made, sheet.revision, draft)
    assert starts(office, made) == [one + dt.timedelta(days=3) if one else None for one in before]


def test_arrivals_shift_unless_they_came(office: Workspace) -> None:
    from app.core.command import command

    @command("Arrivals")
    def arriving(session: Session, came: UUID, comes: UUID) -> None:
        for one in (came, comes):
            session.get_one(Guest, one).arrives_at = FRIDAY
        session.get_one(Guest, came).checked_in_at = FRIDAY

    made = make_reception(office, starts_at=FRIDAY)
    came, comes = (make_guest(office, made, make_person(office)) for _ in range(2))
    office.run(arriving, came, comes)
    office.run(move_reception, made, None, MoveDraft(MONDAY))
    assert office.ask(arrival, comes) == MONDAY
    assert office.ask(arrival, came) == FRIDAY


def test_a_move_needs_a_day_and_the_latest_record(office: Workspace) -> None:
    made = make_reception(office, starts_at=FRIDAY)
    seen = office.ask(reception_sheet, made).revision
    with pytest.raises(InvalidError):
        office.run(move_reception, made, None, MoveDraft())
    assert office.run(move_reception, made, seen, MoveDraft(MONDAY)).to(Language.EN) == ""
    with pytest.raises(ConflictError):
        office.run(move_reception, made, seen, MoveDraft(FRIDAY))


def test_a_copy_brings_what_was_chosen_and_begins_anew(office: Workspace) -> None:
    source, _ = moved_office(office)
    office.run(set_stage, source, Stage.CLOSED)
    office.run(set_roles, source, [RoleDraft("Usher", "Luc")])
    office.run(set_papers, source, ["guest-list"])
    later = FRIDAY.replace(year=2028)
    made = office.run(
        copy_reception, source, CopyDraft("Again", later, circles=("guests", "press"))
    )
    assert str(office.undo_label) == "Copied Spring reception as Again"
    sheet = office.ask(reception_sheet, made)
    assert (sheet.draft.dossier.title, sheet.draft.dossier.stage) == ("Again", Stage.IDEA)
    assert sheet.draft.dossier.ends_at == later + dt.timedelta(hours=2)
    assert sheet.draft.reply_by == dt.date(2028, 3, 1)
    assert starts(office, made) == [later, None]
    rows = office.ask(checklist, made, Language.EN)
    assert {one.draft.title: one.draft.days_before for one in rows} == {
        "Book": 14, "Done long ago": 30, "Fixed": 9,
    }  # fmt: skip
    assert all(one.done_on is None for one in rows)
    listed = office.ask(guests, made, Language.EN)
    assert [one.status for one in listed] == [Status.PROPOSED] * 5
    told = office.ask(reception_overview, made, Language.EN)
    assert [one.name for one in told.roles] == ["Luc"]
    assert told.papers == ("guest-list",)
    office.undo()
    assert len(office.ask(board)) == 1


def test_a_copy_may_leave_everything_behind(office: Workspace) -> None:
    source, _ = moved_office(office)
    made = office.run(copy_reception, source, CopyDraft("Bare", None, frozenset({Along.ROLES})))
    sheet = office.ask(reception_sheet, made)
    assert (sheet.programme, sheet.draft.dossier.starts_at) == ((), None)
    assert due(office, made) == {}
    assert office.ask(guests, made, Language.EN) == []
    with pytest.raises(InvalidError):
        office.run(copy_reception, source, CopyDraft(" "))


def test_a_copy_without_a_day_keeps_its_programme_without_hours(office: Workspace) -> None:
    source, _ = moved_office(office)
    made = office.run(copy_reception, source, CopyDraft("Some day"))
    assert starts(office, made) == [None, None]


# --- stages, board, calendar ---


def told(facts: StageFacts, stage: Stage) -> list[str]:
    return [one.to(Language.EN) for one in open_before(facts, stage, dt.date(2027, 3, 1))]


def test_each_stage_says_what_it_waits_for() -> None:
    bare = StageFacts(tasks=(dt.date(2027, 2, 1), None))
    assert told(bare, Stage.CLEARED) == [
        "no date yet", "no place yet", "no host yet", "1 task open",
    ]  # fmt: skip
    assert told(bare, Stage.INVITED)[:2] == ["nobody on the list yet", "no date to reply by"]
    full = StageFacts(
        day=dt.date(2027, 3, 12), place="Hall", host="Mayor", reply_by=dt.date(2027, 3, 1),
        lines=3, guests=9, proposed=2, waiting=4, unticked=5,
        tasks=(dt.date(2027, 3, 10), dt.date(2027, 3, 15), None), outcome="Well",
    )  # fmt: skip
    assert told(full, Stage.CLEARED) == []
    assert told(full, Stage.INVITED) == ["2 guests not invited yet"]
    assert told(full, Stage.CONFIRMED) == ["4 replies awaited"]
    assert told(full, Stage.HELD) == ["1 task open"]
    assert told(full, Stage.CLOSED) == ["5 guests neither there nor absent", "3 tasks open"]


def test_the_stages_follow_each_other() -> None:
    order = list(Stage)
    assert [next_stage(one) for one in order] == [*order[1:], None]


def test_the_overview_tells_and_the_stage_never_blocks(office: Workspace) -> None:
    made = make_reception(office, starts_at=FRIDAY)
    found = office.ask(reception_overview, made, Language.EN)
    assert found.following == Stage.CLEARED
    assert [one.to(Language.EN) for one in found.open] == ["no place yet", "no host yet"]
    office.run(set_stage, made, Stage.CLOSED)
    assert office.ask(reception_overview, made, Language.EN).following is None


def test_the_board_counts_open_and_late_tasks(office: Workspace) -> None:
    made = make_reception(office)
    office.run(add_task, TaskDraft("Late", due_on=dt.date(2001, 1, 1), dossier=made))
    office.run(add_task, TaskDraft("Some day", dossier=made))
    office.run(add_task, TaskDraft("Of nothing"))
    [card] = office.ask(board)
    assert (card.id, card.stage, card.tasks, card.overdue) == (made, Stage.IDEA, 2, 1)


def test_the_calendar_shows_receptions_and_days_to_mind(office: Workspace) -> None:
    made = make_reception(office, starts_at=FRIDAY, ends_at=FRIDAY + dt.timedelta(hours=8))
    make_reception(office, starts_at=None)
    day = dt.date(2027, 3, 12)
    office.run(add_special_day, SpecialDayDraft(name_nl="Raad", starts_on=day))
    found = office.ask(calendar, day, day)
    assert [one.kind for one in found] == [EntryKind.RECEPTION, EntryKind.SPECIAL_DAY]
    assert (found[0].record, found[0].last) == (made, dt.date(2027, 3, 13))
    assert found[1].name(Language.EN) == "Raad"
    after = day + dt.timedelta(days=1)
    assert [one.record for one in office.ask(calendar, after, after)] == [made]
    assert office.ask(calendar, day - dt.timedelta(days=2), day - dt.timedelta(days=1)) == []


def test_nothing_of_the_copied_stays_behind_unnoticed() -> None:
    """Every field of a reception is copied or left behind on purpose."""
    from app.dossiers.commands import copying
    from app.receptions.commands import beginning

    ours = {column.key for column in Reception.__mapper__.column_attrs}
    handled = set(beginning._COPIED) | set(copying.COPIED) | {
        "title", "starts_at", "ends_at", "reply_by", "papers", "requested_by_id",
        "precedence_list_id",
    }  # fmt: skip
    left = {"stage", "points_to_raise", "to_avoid", "note", "outcome"}
    assert ours - handled - left <= {"id", "revision", "noun", "row_id", "rowid"}
