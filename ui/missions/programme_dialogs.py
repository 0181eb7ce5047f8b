"""Small questions about a programme: whose schedule, and which day again for which group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast
from uuid import UUID

from app.core.errors import Problem
from app.core.fold import words
from app.core.text import N_, say
from app.missions.draft import DayCopy
from ui.core import language
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import ChoiceField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from app.missions.queries import MissionProgramme, Party
    from ui.core.record_field import Answer

_MOST = 12


@dataclass(frozen=True, slots=True)
class Whose:
    """A participant to be chosen."""

    party: Party
    person: UUID | None = None

    def problems(self) -> list[Problem]:
        """Somebody must be chosen."""
        if self.person is None:
            return [Problem("person", say(N_("Choose somebody from the list.")))]
        return []


class WhoseEditor(Editor[Whose]):
    """Chooses one participant of those who go."""

    width_wanted = 460
    room_below = 160

    def build(self) -> Form:
        """The form, empty."""
        self._whose: Whose | None = None
        return Form([RecordField("person", tr("Participant"), self._search, needed=True)])

    def _search(self, typed: str, answer: Answer) -> None:
        wanted = words(typed).split()
        going = self._whose.party.going() if self._whose else ()
        found = [
            Choice(one.id, one.listed, one.unit)
            for one in going
            if all(part in words(f"{one.listed} {one.unit}") for part in wanted)
        ]
        answer(found[:_MOST])

    def fill(self, draft: Whose) -> None:
        """Show who is chosen."""
        self._whose = draft
        one = next((one for one in draft.party.people if one.id == draft.person), None)
        self.form["person"].set_value(Choice(one.id, one.listed, one.unit) if one else None)

    def draft(self) -> Whose:
        """Who is chosen."""
        whose = cast("Whose", self._whose)
        return Whose(whose.party, cast("UUID | None", self.form["person"].value()))

    def save_words(self) -> str:
        """What the button says."""
        return tr("Show")


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A day to be copied, in the editor."""

    found: MissionProgramme
    day: dt.date | None = None
    source: str = ""
    group: str = ""
    to_day: dt.date | None = None
    draft: DayCopy | None = field(default=None, compare=False)

    def problems(self) -> list[Problem]:
        """Everything must be chosen."""
        if self.draft is not None:
            return self.draft.problems()
        if not self.group:
            return [Problem("group", say(N_("Choose the group.")))]
        return [Problem("to_day", say(N_("Choose the day.")))]


class CopyDayEditor(Editor[CopyEntry]):
    """Copies the lines of a day for a group, on the same day or another."""

    width_wanted = 520

    def build(self) -> Form:
        """The form, empty."""
        self._entry: CopyEntry | None = None
        return Form(
            [
                [ChoiceField("day", tr("Day"), []), ChoiceField("source", tr("Lines of"), [])],
                [ChoiceField("group", tr("Again for"), []), DateField("to_day", tr("On"))],
            ]
        )

    def fill(self, draft: CopyEntry) -> None:
        """Offer days and groups."""
        self._entry = draft
        found = draft.found
        days = dict.fromkeys(one.begins.date() for one in found.lines if one.begins)
        groups = [(one.id.hex, one.name) for one in found.groups]
        self._choice("day").offer([(day.isoformat(), language.day(day, "weekday")) for day in days])
        self._choice("source").offer([("", tr("Everybody")), *groups])
        self._choice("group").offer(groups)
        day = draft.day or next(iter(days), None)
        values = {"day": day.isoformat() if day else "", "source": draft.source,
                  "group": draft.group or (groups[-1][0] if groups else ""),
                  "to_day": draft.to_day or day}  # fmt: skip
        self.form.set_values(values)

    def _choice(self, key: str) -> ChoiceField:
        return cast("ChoiceField", self.form[key])

    def draft(self) -> CopyEntry:
        """What was chosen."""
        entry, values = cast("CopyEntry", self._entry), self.form.values()
        day, source, group = (str(values[name] or "") for name in ("day", "source", "group"))
        to_day = values["to_day"]
        made = None
        if day and group and isinstance(to_day, dt.date):
            own = UUID(source) if source else None
            made = DayCopy(dt.date.fromisoformat(day), UUID(group), to_day, own)
        return CopyEntry(
            entry.found, dt.date.fromisoformat(day) if day else None, source, group,
            to_day if isinstance(to_day, dt.date) else None, made,
        )  # fmt: skip

    def save_words(self) -> str:
        """What the button says."""
        return tr("Copy")
