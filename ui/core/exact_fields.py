"""Fields that read what is typed: dates, times, numbers."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtWidgets import QLineEdit

from app.core.text import N_, Sentence, say
from ui.core import language
from ui.core.dates import BadEntryError, example, read_date, read_time
from ui.core.fields import Field
from ui.core.labels import Text


class ReadField(Field):
    """A line that is read when it is left; what cannot be read stays as typed and says why."""

    def __init__(
        self, key: str, label: str, *, hint: str = "", needed: bool = False, placeholder: str = ""
    ) -> None:
        super().__init__(key, label, hint=hint, needed=needed)
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(placeholder)
        self.beside = Text("", "small", ink="text2")
        self.editor.textEdited.connect(self._typed)
        self.editor.editingFinished.connect(self._left)
        self._take_editor(self.editor, self.beside)
        self.beside.hide()

    def _read(self) -> object:
        raise NotImplementedError

    def _written(self, value: object) -> str:
        raise NotImplementedError

    def _remark(self, value: object) -> str:
        del value
        return ""

    def _typed(self) -> None:
        self._own_problem = ""
        self._edited()
        self._tell_remark()

    def _tell_remark(self) -> None:
        try:
            remark = self._remark(self._read())
        except (BadEntryError, ValueError):
            remark = ""
        self.beside.say(remark)
        self.beside.setVisible(bool(remark))

    def _left(self) -> None:
        try:
            value = self._read()
        except BadEntryError as error:
            self._say_own(language.read(error.sentence))
        else:
            self._say_own("")
            self.editor.setText(self._written(value))
        self._tell_remark()

    def own_problem(self) -> str:
        """Why what is typed cannot be read."""
        self._left()
        return self._own_problem

    def value(self) -> object:
        """What was typed, read; None where there is nothing, or it cannot be read."""
        try:
            return self._read()
        except BadEntryError:
            return None

    def set_value(self, value: object) -> None:
        """Show a value."""
        self._say_own("")
        self.editor.setText(self._written(value))
        self._tell_remark()


class DateField(ReadField):
    """A date, typed as people write it, with its weekday beside it."""

    def __init__(self, key: str, label: str, *, hint: str = "", needed: bool = False) -> None:
        super().__init__(
            key, label, hint=hint, needed=needed, placeholder=example(language.current())
        )

    def _read(self) -> dt.date | None:
        return read_date(self.editor.text())

    def _written(self, value: object) -> str:
        return language.day(value) if isinstance(value, dt.date) else ""

    def _remark(self, value: object) -> str:
        if not isinstance(value, dt.date):
            return ""
        return language.locale().dayName(value.isoweekday())


class TimeField(ReadField):
    """A time of the day."""

    def __init__(self, key: str, label: str, *, hint: str = "", needed: bool = False) -> None:
        super().__init__(key, label, hint=hint, needed=needed, placeholder="18:30")

    def _read(self) -> dt.time | None:
        return read_time(self.editor.text())

    def _written(self, value: object) -> str:
        return value.strftime("%H:%M") if isinstance(value, dt.time | dt.datetime) else ""


class NumberField(ReadField):
    """A whole number within bounds; nothing typed is None, or the least where it is `needed`."""

    def __init__(
        self,
        key: str,
        label: str,
        *,
        least: int = 0,
        most: int = 999_999,
        hint: str = "",
        needed: bool = False,
    ) -> None:
        self._least, self._most = least, most
        super().__init__(key, label, hint=hint, needed=needed)

    def _read(self) -> int | None:
        typed = re.sub(r"[\s.,’']", "", self.editor.text())
        if not typed:
            return None
        if re.fullmatch(r"-?\d{1,12}", typed) and self._least <= int(typed) <= self._most:
            return int(typed)
        raise BadEntryError(_between(self._least, self._most))

    def _written(self, value: object) -> str:
        return str(value) if isinstance(value, int) else ""


class DecimalField(ReadField):
    """A number with decimals (a latitude, an amount); comma and point both serve."""

    def _read(self) -> float | None:
        typed = self.editor.text().replace(" ", "").replace(",", ".")
        if not typed:
            return None
        try:
            return float(typed)
        except ValueError:
            raise BadEntryError(say(N_("This is not a number. Type it as 51.05."))) from None

    def _written(self, value: object) -> str:
        return "" if value is None else str(value)


def _between(least: int, most: int) -> Sentence:
    return say(N_("Type a whole number from {least} to {most}."), least=least, most=most)
