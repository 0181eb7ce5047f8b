"""The date of a reception: what stands in its way, in words, before invitations go out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from app.dossiers.rules import Stage
from app.dossiers.rules.findings import Severity
from app.receptions.queries import DateCheck, date_check
from app.receptions.rules.clashes import clash_label
from ui.core import language
from ui.core.cards import Card, row
from ui.core.labels import Pill, Text
from ui.core.language import day, read, tr, trn
from ui.dossiers.findings import FindingList

if TYPE_CHECKING:
    from app.receptions.queries import ReceptionSheet
    from ui.core.page import Desk


class DateCard(Card):
    """Clashes of the date, what weighs most first; another reception opens by a click.

    Signal: `told(first)` once it is known whether the date should be looked at before all else.
    """

    told = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._open_yet = True
        self._pill = Pill("")
        head = row(Text(tr("The date"), "strong"), self._pill, None, gap=8)
        self._day = Text("", ink="text2", wrap=True)
        self.lines = FindingList()
        self._source = Text("", "small", ink="text2", wrap=True)
        self.add(head, self._day, self.lines, self._source)
        self.setAccessibleName(tr("The date"))

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Ask what stands in the way of the date of a reception, unless it is over."""
        stage = sheet.draft.dossier.stage
        self.setVisible(stage not in (Stage.HELD, Stage.CLOSED))
        self._open_yet = stage in (Stage.IDEA, Stage.CLEARED)
        if sheet.day is None:
            self._pill.say("")
            self._day.say(
                tr("No date yet: once there is one, what stands in its way is told here.")
            )
            self.lines.show_lines([])
            self._source.hide()
            return
        self._desk.jobs.ask(
            date_check,
            sheet.id,
            language.current(),
            then=self.show_check,
            owner=self,
            channel="date",
        )

    def show_check(self, check: DateCheck | None) -> None:
        """Show what was found."""
        if check is None:
            return
        self._day.say(day(check.day, "full"))
        grave = sum(one.severity is Severity.WRONG for one in check.clashes)
        others = len(check.clashes) - grave
        if grave:
            self._pill.say(trn("{n} clash", "{n} clashes", grave), "wrong")
        elif others:
            self._pill.say(trn("{n} remark", "{n} remarks", others), "attention")
        else:
            self._pill.say(tr("free"), "good")
        self.lines.show_lines(
            [
                (one.severity, read(clash_label(one.kind)), read(one.sentence), one.record)
                for one in check.clashes
            ],
            self._open,
        )
        self._source.say(_source(check))
        self._source.show()
        self.told.emit(grave > 0 or (self._open_yet and others > 0))

    def _open(self, record: object) -> None:
        if isinstance(record, UUID):
            self._desk.go("reception", record)


def _source(check: DateCheck) -> str:
    looked = trn(
        "Looked at: holidays of Belgium and {n} country of guests, the calendar of days to mind,"
        " other receptions, rooms and hosts.",
        "Looked at: holidays of Belgium and {n} countries of guests, the calendar of days to mind,"
        " other receptions, rooms and hosts.",
        len(check.countries),
    )
    nobody = tr("These are days of countries and calendars: nobody’s religion is kept or guessed.")
    return f"{looked} {nobody}"
