"""The form of a mission: what, when, who leads it, why, and what is decided."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from app.dossiers.rules import Origin, Stage
from app.dossiers.rules import label as dossier_label
from app.missions.draft import MissionDraft
from app.missions.rules.mission import Kind, kind_label
from app.policy.rules import goal_title
from ui.contacts.choices import finder
from ui.core import language
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from app.missions.queries import MissionSheet
    from app.policy.queries import PriorityRow
    from ui.core.jobs import Jobs

GOALS = range(1, 18)
_FACTS = ("title", "subtitle", "stage", "origin", "reason", "objective", "note")
_OWN = (
    "kind", "decision", "decided_on", "register_by", "closed_on", "foreword", "practical",
    "emergency",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the form offers besides the draft; `sheet` names what the draft points at."""

    jobs: Jobs
    priorities: tuple[PriorityRow, ...] = ()
    sheet: MissionSheet | None = None

    def choice(self, name: str) -> Choice | None:
        """An organisation or mission the draft points at, by the name of its field."""
        sheet = self.sheet
        if sheet is None:
            return None
        if name == "parent":
            return Choice(sheet.parent.id, sheet.parent.title) if sheet.parent else None
        row_id = sheet.draft.organiser if name == "organiser" else sheet.draft.dossier.requested_by
        words = sheet.organiser if name == "organiser" else sheet.requested_by
        return Choice(row_id, words) if row_id else None


class MissionEditor(Editor[MissionDraft]):
    """Edits a mission; `around` is set on a subclass made for one dialog."""

    width_wanted = 720
    around: Surroundings

    def build(self) -> Form:
        """The form, empty."""
        kinds = [(str(kind), read(kind_label(kind))) for kind in Kind]
        stages = [(str(stage), read(dossier_label(stage, "mission"))) for stage in Stage]
        origins = [(str(one), read(dossier_label(one))) for one in Origin]
        self._priorities = [
            (CheckField(f"priority-{row.id.hex}", row.name), row.id)
            for row in self.around.priorities
        ]
        jobs = self.around.jobs
        parts: list[Any] = [
            TextField("title", tr("Title"), needed=True),
            TextField("subtitle", tr("Subtitle")),
            [ChoiceField("kind", tr("Kind"), kinds), ChoiceField("stage", tr("Stage"), stages)],
            [DateField("from_day", tr("Leaves on")), TimeField("from_time", tr("Time"))],
            [DateField("until_day", tr("Back on")), TimeField("until_time", tr("Time"))],
            [
                RecordField("organiser", tr("Led by"), finder(jobs, self, "organisation")),
                RecordField("parent", tr("Inside the mission"), finder(jobs, self, "mission"),
                            hint=tr("The larger mission this delegation travels in")),
            ],
            DateField("register_by", tr("Registration until")),
            tr("Why"),
            [
                ChoiceField("origin", tr("Origin"), origins),
                RecordField("requested_by", tr("Asked by"), finder(jobs, self, "organisation")),
            ],
            LongTextField("reason", tr("Reason"), lines=2),
            LongTextField("objective", tr("Objective"), lines=2),
            tr("Decision and budget"),
            [
                TextField("decision", tr("Decision of the college")),
                DateField("decided_on", tr("Decided on")),
            ],
            [
                NumberField("budget", tr("Budget in euro"), most=999_999_999),
                DateField("closed_on", tr("Closed on"),
                          hint=tr("From that day its figures stay as they are")),
            ],
            tr("For the booklet"),
            LongTextField("foreword", tr("Foreword"), lines=3),
            LongTextField("practical", tr("Practical notes"), lines=3),
            LongTextField("emergency", tr("In case of emergency"), lines=2),
            LongTextField("note", tr("Notes"), lines=3),
        ]  # fmt: skip
        return Form(parts + self._tag_parts())

    def _tag_parts(self) -> list[Any]:
        parts: list[Any] = []
        if self._priorities:
            parts.append(tr("Priorities"))
            fields = [field for field, _id in self._priorities]
            parts += [fields[at : at + 2] for at in range(0, len(fields), 2)]
        spoken = language.current()
        goals = [CheckField(f"goal-{n}", f"{n} · {goal_title(n, spoken)}") for n in GOALS]
        parts.append(tr("Sustainable Development Goals"))
        return parts + [goals[at : at + 2] for at in range(0, len(goals), 2)]

    def fill(self, draft: MissionDraft) -> None:
        """Show a draft."""
        facts = draft.dossier
        values: dict[str, object] = {name: getattr(facts, name) for name in _FACTS}
        values |= {name: getattr(draft, name) for name in _OWN}
        for name, at in (("from", facts.starts_at), ("until", facts.ends_at)):
            values[f"{name}_day"] = at.date() if at else None
            values[f"{name}_time"] = at.time() if at else None
        values["budget"] = None if draft.budget is None else draft.budget // 100
        for name in ("organiser", "parent", "requested_by"):
            values[name] = self.around.choice(name)
        values |= {f"goal-{number}": number in facts.goals for number in GOALS}
        values |= {field.key: row_id in facts.priorities for field, row_id in self._priorities}
        self.form.set_values(values)
        self._was = draft

    def draft(self) -> MissionDraft:
        """Make a draft of what was typed; what the form does not show stays."""
        values = cast("dict[str, Any]", self.form.values())
        words: dict[str, Any] = {name: str(values[name] or "") for name in _FACTS}
        facts = replace(
            self._was.dossier,
            **words,
            starts_at=moment(values["from_day"], values["from_time"]),
            ends_at=moment(values["until_day"], values["until_time"]),
            requested_by=values["requested_by"],
            goals=tuple(number for number in GOALS if values[f"goal-{number}"]),
            priorities=tuple(one for field, one in self._priorities if values[field.key]),
        )
        return replace(
            self._was,
            dossier=facts,
            **{name: values[name] for name in _OWN},
            organiser=values["organiser"],
            parent=values["parent"],
            budget=self._cents(values["budget"]),
        )

    def _cents(self, euros: int | None) -> int | None:
        """The budget in cents; what was kept to the cent stays where nobody typed another."""
        was = self._was.budget
        if euros is None:
            return None
        return was if was is not None and was // 100 == euros else euros * 100


def moment(day: dt.date | None, time: object) -> dt.datetime | None:
    """A day and perhaps a time of it; without a time its beginning."""
    if day is None:
        return None
    return dt.datetime.combine(day, time if isinstance(time, dt.time) else dt.time())


def editor_for(around: Surroundings) -> type[MissionEditor]:
    """The editor with what it offers, for one dialog."""
    return type("MissionEditor", (MissionEditor,), {"around": around})
