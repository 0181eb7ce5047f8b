"""The recovery code, shown once: to copy, to print, and to write down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QCheckBox

from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Card, row
from ui.core.labels import Text
from ui.core.language import tr

GROUPS_A_LINE = 7


class RecoveryCode(Card):
    """Signals `went_on()` once the person says it is written down."""

    went_on = Signal()

    def __init__(self, code: str, office: str) -> None:
        super().__init__(margin=24, gap=16)
        self._code = code
        self._office = office
        self.setAccessibleName(tr("Recovery code"))
        words = Text(in_lines(code), "figure", selectable=True)
        words.setAccessibleName(tr("Recovery code: {code}", code=code))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.copy, paper = Button(tr("Copy"), icon="copy"), Button(tr("Print…"), icon="print")
        self.copy.clicked.connect(self._copy)
        paper.clicked.connect(self._print)
        self.written = QCheckBox(tr("I wrote it down and keep it away from this machine"))
        self.go_on = Button(tr("Open the office"), PRIMARY)
        self.go_on.setEnabled(False)
        self.written.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.went_on)
        self.add(
            Text(tr("Write down the recovery code"), "title"),
            Text(
                tr(
                    "The office is encrypted. This code opens it when this machine is lost or its"
                    " keyring forgets the key. It is shown only now and kept nowhere."
                ),
                ink="text2",
                wrap=True,
            ),
            words,
            row(None, self.copy, paper, None),
            self.written,
            row(None, self.go_on),
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.copy.setText(tr("Copied"))
        self.copy.restyle()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            self.paper().print_(printer)

    def paper(self) -> QTextDocument:
        """What is printed."""
        document = QTextDocument()
        head = tr("Recovery code of the office {name}", name=self._office)
        keep = tr("Keep this away from the machine; whoever has it can read the office.")
        document.setPlainText(f"{head}\n\n{in_lines(self._code)}\n\n{keep}")
        return document


def in_lines(code: str) -> str:
    """The groups of the code in lines of seven."""
    groups = code.split("-")
    lines = [groups[at : at + GROUPS_A_LINE] for at in range(0, len(groups), GROUPS_A_LINE)]
    return "\n".join("-".join(line) for line in lines)
