"""The form of a new office: its name, where it lies, how it is kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.core.errors import KeyNeededError
from ui.core import language, problems
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Card, row
from ui.core.fields import CheckField, Field, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr
from ui.settings.making import Wish

if TYPE_CHECKING:
    from ui.core.cards import Banner

SHORTEST_PASSPHRASE = 8
_UNWANTED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class FolderField(Field):
    """A folder, typed or chosen."""

    def __init__(self, key: str, label: str) -> None:
        super().__init__(key, label)
        self.editor = QLineEdit()
        self.editor.textEdited.connect(self._edited)
        choose = Button(tr("Choose…"))
        choose.setAccessibleName(tr("Choose a folder"))
        choose.clicked.connect(self._ask)
        self._take_editor(self.editor, choose)

    def value(self) -> str:
        """The path as typed."""
        return self.editor.text().strip()

    def set_value(self, value: Any) -> None:  # as every field
        """Show a path."""
        self.editor.setText("" if value is None else str(value))

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.label, self.value())
        if chosen:
            self.set_value(chosen)
            self._edited()


class SecretField(TextField):
    """A line nobody reads over the shoulder."""

    def __init__(self, key: str, label: str, *, hint: str = "") -> None:
        super().__init__(key, label, hint=hint)
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """As typed: spaces count in a passphrase."""
        return self.editor.text()


class CreateForm(Card):
    """Signals `wanted(wish)` and `left()`; `refuse(error)` shows why it could not be made."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(margin=24, gap=16)
        self.setAccessibleName(tr("Create an office"))
        self._passphrase = [
            SecretField(
                "passphrase",
                tr("Passphrase"),
                hint=tr("At least {n} characters; a few words are best.", n=SHORTEST_PASSPHRASE),
            ),
            SecretField("again", tr("Passphrase again")),
        ]
        self.form = Form(
            [
                TextField("name", tr("Name of the office"), needed=True),
                [TextField("city", tr("City")), TextField("service", tr("Service"))],
                FolderField("folder", tr("Folder")),
                CheckField(
                    "encrypted",
                    tr("Encrypt the office"),
                    hint=tr("The key is kept in this machine’s keyring; you get a recovery code."),
                ),
                list(self._passphrase),
            ]
        )
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.form.set_values(
            {
                "name": tr("Protocol office"),
                "folder": QStandardPaths.writableLocation(documents),
                "encrypted": True,
            }
        )
        self._ask_passphrase(asked=False)
        back, self.make = Button(tr("Back")), Button(tr("Create the office"), PRIMARY)
        back.clicked.connect(self.left)
        self.make.clicked.connect(self.try_to_make)
        self.form["encrypted"].changed.connect(self._encryption_changed)
        self.add(
            Text(tr("Create an office"), "title"),
            self.form,
            row(back, None, self.make),
        )

    @property
    def banner(self) -> Banner:
        """What went wrong."""
        return self.form.banner

    def wish(self) -> Wish:
        """What is wanted."""
        values = self.form.values()
        name = _UNWANTED.sub(" ", str(values["name"])).strip(" .")
        return Wish(
            Path(str(values["folder"])).expanduser() / f"{name}.belfry",
            str(values["city"]),
            str(values["service"]),
            bool(values["encrypted"]),
            str(values["passphrase"]) if self._asks() else "",
            language.current(),
        )

    def try_to_make(self) -> None:
        """Ask for it, unless something must be mended first."""
        self.form.clear_problems()
        found = self._mistakes()
        for key, words in found.items():
            self.form[key].show_problem(words)
        if found:
            self.form[next(iter(found))].setFocus()
        else:
            self.wanted.emit(self.wish())

    def _mistakes(self) -> dict[str, str]:
        values = self.form.values()
        found = {}
        if not _UNWANTED.sub("", str(values["name"])).strip(" ."):
            found["name"] = tr("Give the office a name.")
        if not values["folder"]:
            found["folder"] = tr("Choose the folder in which the office lies.")
        if self._asks():
            if len(str(values["passphrase"])) < SHORTEST_PASSPHRASE:
                found["passphrase"] = tr("Type at least {n} characters.", n=SHORTEST_PASSPHRASE)
            elif values["passphrase"] != values["again"]:
                found["again"] = tr("The two passphrases differ: type them again.")
        return found

    def refuse(self, error: Exception) -> None:
        """Say why it could not be made; where no keyring answers, ask for a passphrase."""
        if isinstance(error, KeyNeededError):
            self._ask_passphrase(asked=True)
            self._passphrase[0].setFocus()
        self.form.banner.say(problems.sentence_of(error))

    def _asks(self) -> bool:
        return not self._passphrase[0].isHidden()

    def _ask_passphrase(self, *, asked: bool) -> None:
        for one in self._passphrase:
            one.setVisible(asked)

    def _encryption_changed(self) -> None:
        if not self.form["encrypted"].value():
            self._ask_passphrase(asked=False)
