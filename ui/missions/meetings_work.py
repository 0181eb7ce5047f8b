"""What people do on the tab of meetings: dialogs, menus, commands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QMenu

from app.missions.commands import (
    add_companies_of_delegation,
    add_meeting,
    add_party,
    change_party,
    lock_meetings,
    make_slots,
    move_meeting,
    note_outcome,
    rank_wishes,
    remove_meetings,
    remove_parties,
    remove_slots,
    set_results,
    set_tables,
    set_wishes,
    swap_meetings,
    unlock_meetings,
)
from app.missions.draft import (
    FairPartyDraft,
    MeetingDraft,
    OutcomeDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.rules.meetings import Result, Side, result_label
from ui.core import language
from ui.core.language import read, tr, trn
from ui.missions.meeting_editors import (
    MeetingEditor,
    MeetingEntry,
    OutcomeEditor,
    PartyEditor,
    PartyEntry,
    RankEditor,
    RankEntry,
    SlotsEditor,
    TablesEditor,
    TablesEntry,
    ranked,
    time_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.missions.queries import MeetingRow, PartyRow, SlotRow
    from ui.core.editor import Done, Failed
    from ui.missions.meeting_columns import MeetingLine
    from ui.missions.meetings_tab import MeetingsTab
    from ui.missions.schedule_model import Spot


class MeetingsWork:
    """The verbs of a `MeetingsTab`."""

    def __init__(self, tab: MeetingsTab) -> None:
        self._tab = tab

    def _run(self, command: Callable[..., Any], *args: object) -> None:
        """Write; a refusal is said above the schedule, not lost."""
        tab = self._tab
        tab.tell("")
        tab.desk.jobs.run(command, *args, failed=tab.complain, owner=tab)

    # --- parties ---

    def add_companies(self) -> None:
        """Take the companies of the delegation at once."""
        tab = self._tab
        if tab.record is not None:
            tab.desk.jobs.run(
                add_companies_of_delegation, tab.record, then=self._companies_taken, owner=tab
            )

    def _companies_taken(self, count: object) -> None:
        if not count:
            told = tr("No company is new: business, academic and cultural participants count.")
            self._tab.tell(told)

    def add_party(self) -> None:
        """Add a company or a host."""
        tab, board = self._tab, self._tab.board
        if board is None:
            return
        mission = board.mission

        def save(entry: PartyEntry, done: Done, failed: Failed) -> None:
            tab.desk.jobs.run(add_party, mission, entry.draft, then=done, failed=failed)

        side = Side.HOST if board.companies else Side.OURS
        entry = PartyEntry(FairPartyDraft(side=side), tab.desk.jobs, board.slots)
        PartyEditor.edit(tab, tr("New company or host"), entry, save=save)

    def edit_party(self, party: UUID | None) -> None:
        """Change a company or a host."""
        tab, board = self._tab, self._tab.board
        found = board.parties.get(party) if board is not None and party is not None else None
        if board is None or found is None:
            return

        def save(entry: PartyEntry, done: Done, failed: Failed) -> None:
            tab.desk.jobs.run(
                change_party, found.id, found.revision, entry.draft, then=done, failed=failed
            )

        entry = PartyEntry(found.draft, tab.desk.jobs, board.slots, found.known_as)
        PartyEditor.edit(tab, found.name, entry, save=save)

    def remove_parties(self) -> None:
        """Take the selected ones out."""
        ids = self._tab.current_parties()
        if ids:
            self._run(remove_parties, ids)

    def fill_party_menu(self, menu: QMenu) -> None:
        """What can be done with a party."""
        tab = self._tab
        menu.addAction(tr("Edit…"), lambda: self.edit_party(tab.panel.party))
        menu.addAction(tr("Ranked wishes…"), lambda: self.rank(tab.panel.party))
        menu.addAction(tr("Show its day"), lambda: tab.go_to(tab.panel.party))
        menu.addSeparator()
        menu.addAction(tr("Remove from the meetings"), self.remove_parties)

    # --- wishes ---

    def wish(self, party: UUID, other: UUID, weight: int) -> None:
        """Keep, or take back, a wish."""
        board = self._tab.board
        if board is not None and board.wishes.get((party, other), 0) != weight:
            self._run(set_wishes, board.mission, [WishDraft(party, other, weight)])

    def rank(self, party: UUID | None) -> None:
        """Edit the wishes of a party as a ranked list."""
        tab, board = self._tab, self._tab.board
        if board is None or party is None or party not in board.parties:
            return

        seen = board.ranking(party)

        def save(entry: RankEntry, done: Done, failed: Failed) -> None:
            others = [UUID(hex=one) for one in entry.chosen]
            tab.desk.jobs.run(rank_wishes, party, others, seen, then=done, failed=failed)

        title = tr("Wishes of {name}", name=board.parties[party].name)
        RankEditor.edit(tab, title, ranked(board, party), save=save)

    def suggest(self) -> None:
        """Show pairs whose words meet."""
        from ui.missions.suggestions_dialog import SuggestionsDialog

        if self._tab.board is not None:
            SuggestionsDialog(self._tab, self._tab.desk, self._tab.board).open()

    def bring_in_parties(self) -> None:
        """Companies and hosts from a list."""
        self._import("parties")

    def bring_in_wishes(self) -> None:
        """Wishes from a list."""
        self._import("wishes")

    def _import(self, what: str) -> None:
        from ui.missions.fair_import import FairImportDialog

        if self._tab.record is not None:
            FairImportDialog(self._tab, self._tab.desk, self._tab.record, what).open()

    # --- slots and tables ---

    def add_slots(self) -> None:
        """Make the slots of a day."""
        tab, board = self._tab, self._tab.board
        if board is None:
            return
        mission = board.mission

        def save(draft: SlotsDraft, done: Done, failed: Failed) -> None:
            tab.desk.jobs.run(make_slots, mission, draft, then=done, failed=failed)

        day = board.slots[-1].starts_at.date() if board.slots else board.starts_on
        SlotsEditor.edit(tab, tr("Slots for meetings"), SlotsDraft(day), save=save)

    def edit_tables(self) -> None:
        """Say how many tables and interpreters there are."""
        tab, board = self._tab, self._tab.board
        if board is None:
            return

        def save(entry: TablesEntry, done: Done, failed: Failed) -> None:
            tab.desk.jobs.run(
                set_tables, board.mission, board.revision, entry.made(), then=done, failed=failed
            )

        TablesEditor.edit(tab, tr("Tables and interpreters"), TablesEntry.of(board), save=save)

    # --- meetings ---

    def add_meeting(self) -> None:
        """Set a meeting by hand."""
        self._new_meeting(MeetingDraft())

    def meet(self, party: UUID, other: UUID) -> None:
        """Set a meeting for a wish that is not met."""
        board = self._tab.board
        if board is None:
            return
        ours = any(one.id == party for one in board.companies)
        pair = (party, other) if ours else (other, party)
        there = board.met.get(pair)
        if there is not None:
            self.edit_meeting(there)
        else:
            self._new_meeting(MeetingDraft(*pair))

    def open_cell(self, meeting: MeetingRow | None, where: tuple[PartyRow, SlotRow]) -> None:
        """Change the meeting of a cell, or set one there."""
        if meeting is not None:
            self.edit_meeting(meeting)
            return
        party, slot = where
        ours = party.draft.side == Side.OURS
        company, host = (party.id, None) if ours else (None, party.id)
        self._new_meeting(MeetingDraft(company, host, slot.id))

    def _new_meeting(self, draft: MeetingDraft) -> None:
        tab, board = self._tab, self._tab.board
        if board is None:
            return
        mission = board.mission

        def save(entry: MeetingEntry, done: Done, failed: Failed) -> None:
            tab.desk.jobs.run(add_meeting, mission, entry.draft, then=done, failed=failed)

        MeetingEditor.edit(tab, tr("New meeting"), MeetingEntry(draft, board), save=save)

    def edit_meeting(self, meeting: MeetingRow) -> None:
        """Put a meeting elsewhere."""
        tab, board = self._tab, self._tab.board
        if board is None:
            return

        def save(entry: MeetingEntry, done: Done, failed: Failed) -> None:
            draft = entry.draft
            tab.desk.jobs.run(
                move_meeting, meeting.id, meeting.revision, draft.slot, draft.place or None,
                draft.locked, then=done, failed=failed,
            )  # fmt: skip

        draft = MeetingDraft(
            meeting.company, meeting.host, meeting.slot, meeting.place, meeting.interpreter,
            meeting.locked,
        )  # fmt: skip
        entry = MeetingEntry(draft, board, fixed=True)
        MeetingEditor.edit(tab, tr("Meeting"), entry, save=save)

    def move(self, meeting: MeetingRow, slot: UUID) -> None:
        """Move a meeting to a slot; onto another one of the same party they swap."""
        board = self._tab.board
        if board is None or meeting.slot == slot:
            return
        shown = self._tab.schedule.grid.side
        mine = meeting.company if shown is Side.OURS else meeting.host
        there = board.days.get(mine, {}).get(slot)
        if there is not None:
            self._run(swap_meetings, meeting.id, there.id)
        else:
            self._run(move_meeting, meeting.id, meeting.revision, slot)

    def turn_lock(self, meeting: MeetingRow) -> None:
        """Let it stay when the rest is arranged anew, or not."""
        self._run(unlock_meetings if meeting.locked else lock_meetings, [meeting.id])

    def remove_meeting(self, meeting: MeetingRow) -> None:
        """Take it out of the schedule."""
        self._run(remove_meetings, [meeting.id])

    def fill_cell_menu(self, menu: QMenu, spot: Spot, party: PartyRow, slot: SlotRow) -> None:
        """What can be done in a cell."""
        meeting = spot.meeting
        if meeting is None:
            menu.addAction(tr("Meeting here…"), partial(self.open_cell, None, (party, slot)))
            menu.addSeparator()
            menu.addAction(tr("Remove this slot"), partial(self._run, remove_slots, [slot.id]))
            return
        menu.addAction(tr("Change…"), partial(self.edit_meeting, meeting))
        self._move_menu(menu.addMenu(tr("Move to")), meeting, party)
        lock = tr("Let it be moved") if meeting.locked else tr("Stay where it is")
        menu.addAction(lock, partial(self.turn_lock, meeting))
        menu.addSeparator()
        menu.addAction(tr("What came of it…"), partial(self.edit_outcome, meeting))
        menu.addSeparator()
        menu.addAction(tr("Remove meeting"), partial(self.remove_meeting, meeting))

    def _move_menu(self, menu: QMenu, meeting: MeetingRow, party: PartyRow) -> None:
        board = self._tab.board
        if board is None:
            return
        pair = [board.parties[one] for one in meeting.pair]
        for slot in board.slots:
            busy = any(slot.id in board.days.get(one.id, {}) for one in pair)
            away = any(board.is_away(one, slot) for one in pair)
            act = menu.addAction(time_words(slot), partial(self.move, meeting, slot.id))
            mine = slot.id in board.days.get(party.id, {})
            act.setEnabled(not away and slot.id != meeting.slot and (mine or not busy))
        menu.addAction(
            tr("No time yet"),
            partial(self._run, move_meeting, meeting.id, meeting.revision, None),
        )

    # --- what came of it ---

    def edit_outcome(self, meeting: MeetingRow) -> None:
        """Note what came of a meeting."""
        tab, board = self._tab, self._tab.board
        if board is None:
            return

        def save(draft: OutcomeDraft, done: Done, failed: Failed) -> None:
            tab.desk.jobs.run(
                note_outcome, meeting.id, meeting.revision, draft, then=done, failed=failed
            )

        task = meeting.task
        draft = OutcomeDraft(meeting.result, meeting.outcome)
        if task is not None:
            draft = replace(draft, task=task.title, owner=task.owner, due_on=task.due_on)
        names = [board.parties[one].name for one in meeting.pair]
        OutcomeEditor.edit(tab, " – ".join(names), draft, save=save)

    def edit_current_outcome(self) -> None:
        """Of the current line."""
        line: MeetingLine | None = self._tab.outcome_table.current_row()
        if line is not None:
            self.edit_outcome(line.row)

    def fill_outcome_menu(self, menu: QMenu) -> None:
        """Outcomes for all selected at once."""
        menu.addAction(tr("What came of it…"), self.edit_current_outcome)
        menu.addSeparator()
        for result in Result:
            menu.addAction(read(result_label(result)), partial(self._results, result))

    def _results(self, result: str) -> None:
        ids: Sequence[UUID] = self._tab.outcome_table.selected_ids()
        if ids:
            self._run(set_results, ids, result)

    def counterparts(self) -> None:
        """Make counterparts contacts, with a preview."""
        from ui.missions.counterparts_dialog import CounterpartsDialog

        tab = self._tab
        if tab.record is not None:
            CounterpartsDialog(tab, tab.desk, tab.record).open()

    def export(self) -> None:
        """Ask where, and write the list of meetings there."""
        name, _kind = QFileDialog.getSaveFileName(
            self._tab, tr("List of meetings (CSV)…"), tr("meetings.csv"), "CSV (*.csv)"
        )
        if name:
            self.write_list(Path(name))

    def write_list(self, path: Path) -> None:
        """Write the list of meetings to a file."""
        from app.interchange.meetings import export_meetings

        tab = self._tab

        def done(count: int) -> None:
            tab.desk.say(trn("Wrote {n} meeting.", "Wrote {n} meetings.", count))

        tab.desk.jobs.ask(
            export_meetings, tab.record, path, language.current(), then=done,
            failed=tab.desk.complain, owner=tab,
        )  # fmt: skip
