"""The send log of one mailing: what became of each letter, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from app.receptions.commands import count_as_arrived, send_again, stop_mailing
from app.receptions.queries import MailingRow, SendingRow, sendings
from app.receptions.rules.messages import State, channel_label, message_label
from ui.core import theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Banner, column, row
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.receptions.letters_columns import SENDING_COLUMNS, moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.core.jobs import Changes
    from ui.core.page import Desk


class SendLog(QDialog):
    """Lines by what they need; `resume` sends on what waits."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, mailing: MailingRow, resume: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._desk, self._mailing = desk, mailing
        title = f"{read(message_label(mailing.kind))} · {read(channel_label(mailing.channel))}"
        self.setWindowTitle(title)
        self.model = ListModel(SENDING_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Send log"))
        self._notice = Banner("Notice")
        self.again = Button(tr("Send again"))
        self.arrived = Button(tr("It arrived"))
        self.stop = Button(tr("Do not send the rest"))
        self.go_on = Button(tr("Send the rest"), PRIMARY, icon="mail")
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        self.again.clicked.connect(self._send_again)
        self.arrived.clicked.connect(self._arrived)
        self.stop.clicked.connect(self._stop)
        self.go_on.clicked.connect(self.accept)
        self.go_on.clicked.connect(resume)
        self.table.selection_grew.connect(lambda _n: self._enable())
        self.table.chosen.connect(lambda _row: self._enable())
        head = row(Text(title, "title"), Text(moment(mailing.begun_at), ink="text2"), None, gap=12)
        tools = row(self.again, self.arrived, self.stop, None)
        foot = row(None, close, self.go_on)
        whole = column(head, self._notice, TableCard(self.table), tools, foot, gap=12, margin=20)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.resize(theme.px(940), theme.px(560))
        desk.jobs.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the lines."""
        self._desk.jobs.ask(sendings, self._mailing.id, then=self._answered, owner=self)

    def _changed(self, changes: Changes) -> None:
        if "sending" in changes.tables:
            self.refresh()

    def _answered(self, rows: list[SendingRow]) -> None:
        self.model.show(rows)
        unsure = any(one.state == State.SENDING for one in rows)
        self._notice.say(
            tr(
                "Some letters may have arrived: the line broke before the server answered. They are"
                " not sent again unless you say so."
            )
            if unsure
            else ""
        )
        waits = any(one.state == State.WAITING for one in rows)
        self.stop.setVisible(waits)
        self.go_on.setVisible(waits)
        self._enable()

    def _picked(self, *states: State) -> list[SendingRow]:
        wanted = set(self.table.selected_ids())
        return [one for one in self.model.rows() if one.id in wanted and one.state in states]

    def _enable(self) -> None:
        self.again.setEnabled(bool(self._picked(State.FAILED, State.SENDING)))
        self.arrived.setEnabled(bool(self._picked(State.SENDING)))

    def _send_again(self) -> None:
        ids = [one.id for one in self._picked(State.FAILED, State.SENDING)]
        self._desk.jobs.run(send_again, ids, failed=self._desk.complain, owner=self)

    def _arrived(self) -> None:
        ids = [one.id for one in self._picked(State.SENDING)]
        self._desk.jobs.run(count_as_arrived, ids, failed=self._desk.complain, owner=self)

    def _stop(self) -> None:
        self._desk.jobs.run(stop_mailing, self._mailing.id, failed=self._desk.complain, owner=self)
