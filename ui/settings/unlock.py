"""The dialog that asks for a passphrase or recovery code where no keyring answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.core.errors import WrongKeyError
from app.core.office_file import Key
from app.core.secrets import from_recovery_code
from ui.core import problems, theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Hairline, column, row
from ui.core.fields import TextField
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import tr
from ui.settings.create_form import SecretField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.core.errors import BelfryError

PASSPHRASE, CODE = "passphrase", "code"


class UnlockDialog(QDialog):
    """`UnlockDialog.ask(parent, error)` gives a `Key`, or None where the person gave up."""

    def __init__(self, parent: QWidget | None, error: BelfryError) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open the office"))
        self._key: Key | None = None
        self.way = ChipBar(
            [(PASSPHRASE, tr("Passphrase")), (CODE, tr("Recovery code"))],
            PASSPHRASE,
            name=tr("What opens the office"),
        )
        self.way.chosen.connect(self._show_way)
        self.passphrase = SecretField("passphrase", tr("Passphrase"))
        self.code = TextField(
            "code",
            tr("Recovery code"),
            placeholder="XXXX-XXXX-…",
            hint=tr("Groups of four letters, as printed when the office was made."),
        )
        self.open_it = Button(tr("Open"), PRIMARY)
        leave = Button(tr("Cancel"))
        self.open_it.clicked.connect(self.try_to_open)
        leave.clicked.connect(self.reject)
        inner = column(
            Text(tr("Open the office"), "title"),
            Text(problems.sentence_of(error), ink="text2", wrap=True),
            self.way,
            self.passphrase,
            self.code,
            None,
            margin=20,
            gap=12,
        )
        foot = row(None, leave, self.open_it, margin=12)
        self.setLayout(column(inner, Hairline(), foot, gap=0))
        self._ring = FocusRing(self)
        self._show_way()
        self.resize(theme.px(480), theme.px(300))

    @classmethod
    def ask(cls, parent: QWidget | None, error: BelfryError) -> Key | None:
        """Show it until the person is done."""
        dialog = cls(parent, error)
        dialog.exec()
        key = dialog.key()
        dialog.deleteLater()
        return key

    def key(self) -> Key | None:
        """What the person offers."""
        return self._key

    def try_to_open(self) -> None:
        """Take what was typed, unless it cannot be right."""
        if self.way.current() == PASSPHRASE:
            typed = self.passphrase.value()
            if not typed:
                self.passphrase.show_problem(tr("Type the passphrase of this office."))
                return
            self._key = Key(passphrase=typed)
        else:
            typed = self.code.value()
            try:
                from_recovery_code(typed)
            except WrongKeyError as error:
                self.code.show_problem(problems.sentence_of(error))
                return
            self._key = Key(recovery_code=typed)
        self.accept()

    def _show_way(self) -> None:
        by_code = self.way.current() == CODE
        self.passphrase.setVisible(not by_code)
        self.code.setVisible(by_code)
        (self.code if by_code else self.passphrase).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.try_to_open()
        else:
            super().keyPressEvent(event)
