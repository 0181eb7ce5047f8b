"""The editor of a line of a mission: day and clock, and for whom it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.draft import MissionLineDraft
from ui.core.buttons import Chip
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import TextField
from ui.core.form import Form
from ui.core.language import tr, trn
from ui.dossiers.programme_editor import line_parts, line_values, read_line
from ui.missions.who_field import WhoField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.missions.queries import MissionProgramme, Party
    from app.missions.queries.itinerary import Group


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A line in the editor with the programme it is of; `day` stands there for a new one."""

    draft: MissionLineDraft
    found: MissionProgramme
    day: dt.date | None = None
    dayless: bool = False

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept; a time without its day is nothing."""
        told = [Problem("day", say(N_("Give the day: a mission has several.")))]
        return [*(told if self.dayless else []), *self.draft.problems()]


class WhomField(WhoField):
    """`groups()` and `value()`: the groups and the people a line is for; none means everybody."""

    def __init__(self, key: str, label: str) -> None:
        self._chips: dict[UUID, Chip] = {}
        super().__init__(key, label)

    def offer_groups(
        self, party: Party, groups: Sequence[Group], chosen: Sequence[UUID], people: Sequence[UUID]
    ) -> None:
        """Show the groups, and who goes along."""
        self._chips = {}
        for one in groups:
            chip = Chip(one.name)
            chip.setChecked(one.id in chosen)
            chip.clicked.connect(lambda _on: self._touched())
            self._chips[one.id] = chip
        self.offer(party, people)

    def _offer_groups(self, party: Party) -> None:
        del party
        for chip in self._chips.values():
            self._flow.addWidget(chip)

    def groups(self) -> tuple[UUID, ...]:
        """The groups chosen."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def _tell(self) -> None:
        groups = [chip.text() for chip in self._chips.values() if chip.isChecked()]
        people = len(self.value())
        if not groups and not people:
            self._told.say(tr("The whole delegation: choose groups or people to narrow it down"))
            return
        told = [*groups, *([trn("{n} person", "{n} persons", people)] if people else [])]
        self._told.say(", ".join(told))


class MissionLineEditor(Editor[LineEntry]):
    """Edits a line of a mission's programme."""

    width_wanted = 700

    def build(self) -> Form:
        """The form, empty."""
        self._entry: LineEntry | None = None
        zone = TextField(
            "time_zone", tr("Time zone"),
            hint=tr("Empty: that of the city on that day. Else as Asia/Tokyo."),
        )  # fmt: skip
        return Form(
            line_parts(
                [DateField("day", tr("Day"))],
                [WhomField("people", tr("For whom")), zone],
                tr("In the programme of the delegation; without it for staff alone"),
                tr("Note for participants, also outside the house (dress, what to bring)"),
            )
        )

    def fill(self, draft: LineEntry) -> None:
        """Show a line."""
        self._entry = draft
        line, found = draft.draft.line, draft.found
        whom = cast("WhomField", self.form["people"])
        whom.offer_groups(found.party, found.groups, draft.draft.groups, draft.draft.people)
        day = line.starts_at.date() if line.starts_at else draft.day
        self.form.set_values(line_values(line) | {"day": day, "time_zone": line.time_zone})

    def draft(self) -> LineEntry:
        """The line as it was typed."""
        entry, values = cast("LineEntry", self._entry), self.form.values()
        whom = cast("WhomField", self.form["people"])
        day = values["day"]
        line = read_line(values, entry.draft.line, day if isinstance(day, dt.date) else None)
        line = replace(line, time_zone=str(values["time_zone"] or ""))
        made = MissionLineDraft(line, whom.groups(), whom.value())
        return replace(entry, draft=made, dayless=day is None and values["time"] is not None)
