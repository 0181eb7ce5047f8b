"""While a date is typed: what stands in its way, below the field."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.dossiers.rules.findings import Severity
from app.receptions.queries import DateAsked, DateCheck, check_date
from ui.core import language
from ui.core.language import read
from ui.receptions.evening import end_moment

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.form import Form
    from ui.core.jobs import Jobs

SHOWN = 3
"""So many sentences fit below a field; the card of the date has them all."""


class DateHint(QObject):
    """Asks again whenever day, hours, place or host change in a form of a reception."""

    def __init__(self, form: Form, jobs: Jobs, reception: UUID | None = None) -> None:
        super().__init__(form)
        self._form = form
        self._jobs = jobs
        self._reception = reception
        for key in ("day", "from", "until", "place", "host", "kind"):
            form[key].changed.connect(self.ask)

    def ask(self) -> None:
        """Ask what stands in the way of the date as it is typed now."""
        asked = self._asked()
        if asked is None:
            self._form["day"].set_hint("")
            return
        self._jobs.ask(
            check_date,
            asked,
            language.current(),
            then=self._told,
            owner=self,
            channel="date-hint",
        )

    def _asked(self) -> DateAsked | None:
        values = {key: self._form[key].value() for key in ("day", "from", "until")}
        day, begins, ends = values["day"], values["from"], values["until"]
        if not isinstance(day, dt.date):
            return None
        first = dt.datetime.combine(day, begins if isinstance(begins, dt.time) else dt.time(12))
        last = end_moment(first, ends)
        return DateAsked(
            first,
            last if last is not None and last > first else None,
            str(self._form["place"].value() or ""),
            str(self._form["host"].value() or ""),
            str(self._form["kind"].value() or ""),
            self._reception,
        )

    def _told(self, check: DateCheck) -> None:
        grave = [one for one in check.clashes if one.severity is not Severity.NOTE]
        told = " ".join(read(one.sentence) for one in grave[:SHOWN])
        self._form["day"].set_hint(f"{told} …" if len(grave) > SHOWN else told)
