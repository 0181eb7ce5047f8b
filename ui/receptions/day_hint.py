"""What stands on the day that is typed in a dialog, told below it while one types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from app.receptions.queries import CalendarEntry
from ui.core.labels import Text
from ui.core.language import tr
from ui.receptions.calendar_words import entry_told

if TYPE_CHECKING:
    from uuid import UUID

Told: TypeAlias = Callable[[Sequence[CalendarEntry]], object]
Look: TypeAlias = Callable[[dt.date, Told], object]


def nowhere(day: dt.date, answer: Told) -> None:
    """Looks at nothing (a dialog without an office)."""
    del day, answer


class DayHint(Text):
    """One line: receptions, days to mind and national days of a day; hidden where it is free."""

    def __init__(self, but: UUID | None = None) -> None:
        """`but` is a reception that is not told of: the one that moves."""
        super().__init__("", "small", ink="attention_ink", wrap=True)
        self.but = but
        self._day: dt.date | None = None
        self.hide()

    def show_day(self, day: object, look: Look) -> None:
        """Ask what stands on a day, once it is another one."""
        wanted = day if isinstance(day, dt.date) else None
        if wanted == self._day:
            return
        self._day = wanted
        self.hide()
        if wanted is not None:
            look(wanted, self._answered)

    def _answered(self, entries: Sequence[CalendarEntry]) -> None:
        found = [entry_told(one) for one in entries if one.record != self.but]
        self.say(tr("On this day: {what}.", what="; ".join(found)) if found else "")
        self.setVisible(bool(found))
