"""Fields of travel and costs: hours, amounts of any currency, places that may be airports."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from app.core.text import N_, say
from app.missions.rules.figures import hours
from ui.core.dates import BadEntryError
from ui.core.exact_fields import ReadField
from ui.core.fields import TextField
from ui.core.language import current, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.missions.rules.airports import Airport

    LookAirports: TypeAlias = "Callable[[str, Callable[[Sequence[Airport]], None]], object]"

_HOURS = re.compile(r"^(\d{1,3})\s*(?:[:.hu]\s*(\d{1,2}))?\s*$", re.IGNORECASE)
_AMOUNT_MARKS = re.compile(r"[\s\u00a0\u202f'’]")
_THOUSANDS = 3


class HoursField(ReadField):
    """A time it takes, typed as "5:40"; its value is in minutes."""

    def __init__(self, key: str, label: str, *, hint: str = "") -> None:
        super().__init__(key, label, hint=hint, placeholder="5:40")

    def _read(self) -> int | None:
        typed = self.editor.text().strip()
        if not typed:
            return None
        found = _HOURS.match(typed)
        minutes = int(found[2] or 0) if found else 60
        if found is None or minutes >= 60:
            raise BadEntryError(say(N_("Type hours and minutes: 5:40.")))
        return int(found[1]) * 60 + minutes

    def _written(self, value: object) -> str:
        return hours(value) if isinstance(value, int) else ""


class AmountField(ReadField):
    """An amount of money in any currency; its value is an exact `Decimal`."""

    def _read(self) -> Decimal | None:
        typed = _AMOUNT_MARKS.sub("", self.editor.text())
        if not typed:
            return None
        try:
            return Decimal(_plain(typed))
        except InvalidOperation:
            raise BadEntryError(say(N_("This is not an amount. Type it as 12,50."))) from None

    def _written(self, value: object) -> str:
        if not isinstance(value, Decimal):
            return ""
        words = f"{value:f}"
        return words.replace(".", _decimal_mark())


def _decimal_mark() -> str:
    return "." if current() == "en" else ","


def _plain(typed: str) -> str:
    """An amount with a point for its decimals.

    A single mark before three last figures parts thousands, unless it is the decimal mark of the
    window's language ("1.250" is 1250 in Dutch and 1.25 in English) or nothing stands before it.
    """
    marks = [one for one in typed if one in ".,"]
    if not marks:
        return typed
    last = max(typed.rfind("."), typed.rfind(","))
    whole, tail = typed[:last], typed[last + 1 :]
    if len(marks) == 1:
        exact = typed[last] == _decimal_mark() or whole in ("", "0", "-0")
        thousands = len(tail) == _THOUSANDS and not exact
    else:
        thousands = len(set(marks)) == 1
    if thousands:
        return re.sub(r"[.,]", "", typed)
    return re.sub(r"[.,]", "", whole) + "." + tail


class PlaceField(TextField):
    """A place; where it may be an airport, its code and name are offered while one types."""

    def __init__(self, key: str, label: str, *, needed: bool = False) -> None:
        super().__init__(key, label, needed=needed)
        self.look: LookAirports | None = None
        self._asked = ""
        self._found = QStringListModel(self.editor)
        self._popup = QCompleter(self._found, self.editor)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._popup.setWidget(self.editor)
        self._popup.activated.connect(self._take)
        self.editor.textEdited.connect(self._ask)

    def _ask(self, text: str) -> None:
        self._asked = text
        if self.look is not None and len(text.strip()) > 1:
            self.look(text, lambda airports: self._show(text, airports))

    def _show(self, asked: str, airports: Sequence[Airport]) -> None:
        if asked != self._asked or not self.editor.hasFocus():
            return
        self._found.setStringList(
            [tr("{code} {name}", code=one.code, name=one.name) for one in airports]
        )
        if airports:
            self._popup.complete()

    def _take(self, words: str) -> None:
        self.editor.setText(words)
        self._edited()
