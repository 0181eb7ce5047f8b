"""Whom to invite: everybody worth a thought, the best first, with the reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.core.fold import words
from app.overview.balance import Standing, standing, standing_words
from app.receptions.commands import (
    accept_proposals,
    forget_decision,
    put_off_proposal,
    refuse_proposal,
)
from app.receptions.queries import Proposed, decisions, who_to_invite
from app.receptions.rules.proposals import Corps, choice_label, spread_words
from ui.actions import bind_keys
from ui.contacts.choices import country_words
from ui.core import language, theme
from ui.core.buttons import Button, Chip, ChipBar
from ui.core.cards import Empty, column, row
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard
from ui.receptions.proposal_columns import DECISION_COLUMNS, PROPOSAL_COLUMNS
from ui.receptions.proposal_pane import ProposalPane

if TYPE_CHECKING:
    from app.receptions.draft import PutOffDraft, RefusalDraft
    from app.receptions.queries import DecidedRow, ProposedRow, ReceptionSheet
    from ui.core.page import Desk

ALL, DECIDED = "all", "decided"


class WhoToInvite(QWidget):
    """The proposals of one reception, the decisions against some, and what the list holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: ReceptionSheet | None = None
        self._found = Proposed()
        self._place = 0
        self._standing: Standing | None = None
        self.chips = ChipBar([(ALL, tr("All"))], ALL, name=tr("Corps"))
        self.staff = Chip(tr("Staff too"))
        self.filter = SearchField(tr("Filter by name, country or reason"))
        self.model = ListModel(PROPOSAL_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Who to invite"), desk.state)
        self.decided = ListModel(DECISION_COLUMNS, parent=self)
        self.decided_table = Table(self.decided, tr("Decided against"), desk.state)
        self.pane = ProposalPane()
        self._balance = Text("", "small", ink="text2", wrap=True)
        self._keys = Text("", "small", ink="text2", elide=True)
        self._stack = QStackedLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        weights = Button(tr("What counts…"), icon="settings")
        weights.clicked.connect(self._weights)
        partners = Button(tr("Partners’ wishes…"), icon="partners")
        partners.clicked.connect(self._partners)
        tools = row(self.chips, self.staff, self.filter, partners, weights, gap=8)
        tools.setStretch(0, 1)
        self.filter.setMaximumWidth(theme.px(240))
        holder = QWidget()
        holder.setLayout(self._stack)
        both = row(TableCard(self.table), self.pane, gap=12)
        both.setStretch(0, 1)
        first = QWidget()
        first.setLayout(both)
        self._stack.addWidget(first)
        self._stack.addWidget(TableCard(self.decided_table))
        self._stack.addWidget(
            Empty(
                "star",
                tr("Nobody is left to propose"),
                tr("Heads of post are proposed here who are not on the list yet. Give contacts"
                   " interests, and the reception partners with their wishes: the order follows."),
            )
        )  # fmt: skip
        foot = row(self._balance, self._keys, gap=12)
        foot.setStretch(0, 3)
        foot.setStretch(1, 2)
        whole = column(tools, holder, foot, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self.chips.chosen.connect(lambda _key: self._show())
        self.filter.textChanged.connect(lambda _text: self._show())
        self.staff.clicked.connect(self._ask)
        self.table.chosen.connect(lambda _row: self.pane.show_row(self.table.current_row()))
        self.table.opened.connect(lambda _row: self.accept())
        self.pane.accepted.connect(self.accept)
        self.pane.refused.connect(self._refuse)
        self.pane.put_off.connect(self._put_off)
        self.pane.left.connect(self.table.setFocus)
        self.pane.opened.connect(lambda person: self._desk.go("contacts", person))
        bind_keys(self.table, "proposals.accept", self.accept)
        bind_keys(self.table, "proposals.later", self.pane.ask_later)
        bind_keys(self.table, "proposals.refuse", self.pane.ask_no)
        bind_keys(self.decided_table, "decisions.forget", self._forget)
        self.decided_table.opened.connect(lambda _row: self._forget())

    # --- showing ---

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Show the proposals of a reception, now where it is looked at, else then."""
        if self._sheet is None or self._sheet.id != sheet.id:
            self.model.show([])
            self.decided.show([])
        self._sheet = sheet
        if self.isVisible():
            self._ask()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Ask for what is shown."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._ask()

    def _ask(self) -> None:
        if self._sheet is None:
            return
        jobs, record, spoken = self._desk.jobs, self._sheet.id, language.current()
        jobs.ask(
            who_to_invite, record, spoken, staff=self.staff.isChecked(),
            then=self._answered, owner=self, channel="proposals",
        )  # fmt: skip
        jobs.ask(standing, record, then=self._stands, owner=self, channel="standing")
        jobs.ask(decisions, record, then=self._decided, owner=self, channel="decisions")

    def _answered(self, found: Proposed) -> None:
        self._found = found
        self._tell_balance()
        self._show()

    def _stands(self, found: Standing | None) -> None:
        self._standing = found
        self._tell_balance()

    def _tell_balance(self) -> None:
        told = [read(spread_words(self._found.there))]
        if self._standing is not None:
            told.append(read(standing_words(self._standing)))
        self._balance.say("\n".join(told))

    def _decided(self, rows: list[DecidedRow]) -> None:
        self.decided.show(rows)
        self._offer()

    def _offer(self) -> None:
        counted = {one: sum(r.corps == one for r in self._found.rows) for one in Corps}
        choices = [(ALL, tr("All · {n}", n=language.number(len(self._found.rows))))]
        choices += [
            (str(one), f"{read(choice_label(one))} · {language.number(counted[one])}")
            for one in Corps
        ]
        put_off = self.decided.rowCount()
        choices.append((DECIDED, tr("Later and no · {n}", n=language.number(put_off))))
        self.chips.offer(choices)

    def _show(self) -> None:
        self._offer()
        view, wanted = self.chips.current(), words(self.filter.text()).split()
        if view == DECIDED:
            self._stack.setCurrentIndex(1)
            self._keys.say(tr("Keys: U or Enter proposes again"))
            return

        def shown(one: ProposedRow) -> bool:
            return view in (ALL, one.corps) and all(part in _text(one) for part in wanted)

        held = self.table.hasFocus() or self.pane.isAncestorOf(self._focus())
        self.model.show([one for one in self._found.rows if shown(one)])
        self._stack.setCurrentIndex(0 if self._found.rows else 2)
        more = self._found.total - len(self._found.rows)
        keys = tr("Keys: A or Enter puts on the list · L later · N no")
        left = trn("{n} more below these", "{n} more below these", more) if more > 0 else ""
        self._keys.say(" · ".join(part for part in (left, keys) if part))
        self._choose_again(focus=held)

    def _focus(self) -> QWidget:
        return self.focusWidget() or self

    def _choose_again(self, *, focus: bool) -> None:
        """After a decision the next one stands where the last one stood."""
        rows = self.model.rowCount()
        if rows and self.table.current_id() is None:
            self.table.select_id(self.model.id_at(min(self._place, rows - 1)))
            if focus:
                self.table.setFocus()
        self.pane.show_row(self.table.current_row())

    # --- deciding ---

    def accept(self) -> None:
        """Put the selected people on the list."""
        ids = self.table.selected_ids()
        if ids and self._sheet is not None:
            self._remember()
            self._desk.jobs.run(accept_proposals, self._sheet.id, ids)

    def _refuse(self, draft: RefusalDraft) -> None:
        if self.pane.row is not None and self._sheet is not None:
            self._remember()
            self._desk.jobs.run(refuse_proposal, self._sheet.id, self.pane.row.id, draft)
            self.table.setFocus()

    def _put_off(self, draft: PutOffDraft) -> None:
        if self.pane.row is not None and self._sheet is not None:
            self._remember()
            self._desk.jobs.run(put_off_proposal, self._sheet.id, self.pane.row.id, draft)
            self.table.setFocus()

    def _remember(self) -> None:
        places = self.table.selected_places()
        self._place = places[0] if places else max(self.table.currentIndex().row(), 0)

    def _forget(self) -> None:
        current = self.decided_table.current_id()
        if current is not None:
            self._desk.jobs.run(forget_decision, current)

    # --- what counts ---

    def _weights(self) -> None:
        from ui.receptions.weights_editor import WeightsEditor

        WeightsEditor.begin(self, self._desk)

    def _partners(self) -> None:
        from ui.receptions.partners_editor import PartnersEditor

        if self._sheet is not None:
            PartnersEditor.begin(self, self._desk, self._sheet.id)


def _text(one: ProposedRow) -> str:
    told = [one.styled, one.title, country_words(one.country)]
    told += [read(reason.words) for reason in one.told]
    return words(" ".join(told))
