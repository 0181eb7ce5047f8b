"""The form of a reception: what, when, why, and what the host must know."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast
from uuid import UUID

from app.contacts.rules import lines
from app.core import search
from app.dossiers.rules import Origin, Stage
from app.dossiers.rules import label as dossier_label
from app.policy.rules import goal_title
from app.receptions.draft import ReceptionDraft
from app.receptions.rules import Kind, label
from ui.core import language
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import CheckField, ChoiceField, ListField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField
from ui.receptions.date_hint import DateHint
from ui.receptions.evening import end_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.contacts.queries import PrecedenceListRow
    from app.core.directory import Line
    from app.policy.queries import PriorityRow
    from ui.core.jobs import Jobs

GOALS = range(1, 18)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the form offers besides the draft."""

    jobs: Jobs
    priorities: tuple[PriorityRow, ...] = ()
    asker: str = ""
    lists: tuple[PrecedenceListRow, ...] = ()
    reception: UUID | None = None


class ReceptionEditor(Editor[ReceptionDraft]):
    """Edits a reception; `around` is set on a subclass made for one dialog."""

    width_wanted = 720
    around: Surroundings
    _moved_reply: dt.date | None = None

    def build(self) -> Form:
        """The form, empty."""
        kinds = [(str(kind), read(label(kind))) for kind in Kind]
        stages = [(str(stage), read(dossier_label(stage))) for stage in Stage]
        origins = [(str(one), read(dossier_label(one))) for one in Origin]
        self._priorities = [
            (CheckField(f"priority-{row.id.hex}", row.name), row.id)
            for row in self.around.priorities
        ]
        parts: list[object] = [
            TextField("title", tr("Title"), needed=True),
            TextField("subtitle", tr("Subtitle")),
            [ChoiceField("kind", tr("Kind"), kinds), ChoiceField("stage", tr("Stage"), stages)],
            [
                DateField("day", tr("Day")),
                TimeField("from", tr("From")),
                TimeField("until", tr("Until")),
            ],
            [TextField("place", tr("Place")), TextField("host", tr("Host"))],
            [
                NumberField("capacity", tr("Capacity"), least=1),
                DateField("reply_by", tr("Reply by")),
                TextField("dress", tr("Dress")),
            ],
            ChoiceField(
                "precedence_list",
                tr("List of precedence"),
                list_choices(self.around.lists),
                hint=tr("By which list the guests stand"),
            ),
            tr("Why"),
            [
                ChoiceField("origin", tr("Origin"), origins),
                RecordField("requested_by", tr("Asked by"), self._find_organisations),
            ],
            LongTextField("reason", tr("Reason"), lines=2),
            LongTextField("objective", tr("Objective"), lines=2),
            tr("For the host"),
            TextField("host_part", tr("Part of the host"), hint=tr("Welcome, toast, golden book")),
            ListField("points_to_raise", tr("Points to raise"), hint=tr("One a line"), lines=3),
            LongTextField("to_avoid", tr("Rather not"), lines=2),
            LongTextField("note", tr("Notes"), lines=3),
        ]
        parts += self._tag_parts()
        made = Form(parts)  # type: ignore[arg-type]  # rows of fields are lists
        made["day"].changed.connect(self._day_changed)
        return made

    def _day_changed(self) -> None:
        """The day of reply keeps its distance, unless it was changed by hand."""
        day, reply_by = self.form["day"].value(), self._was.reply_by
        begins = self._was.dossier.starts_at
        if isinstance(day, dt.date) and reply_by and begins:
            moved = reply_by + (day - begins.date())
            if self.form["reply_by"].value() == self._moved_reply:
                self._moved_reply = moved
                self.form["reply_by"].set_value(moved)

    def _tag_parts(self) -> list[object]:
        parts: list[object] = []
        if self._priorities:
            parts.append(tr("Priorities"))
            fields = [field for field, _id in self._priorities]
            parts += [fields[at : at + 2] for at in range(0, len(fields), 2)]
        spoken = language.current()
        goals = [CheckField(f"goal-{n}", f"{n} · {goal_title(n, spoken)}") for n in GOALS]
        parts.append(tr("Sustainable Development Goals"))
        parts += [goals[at : at + 2] for at in range(0, len(goals), 2)]
        return parts

    def _find_organisations(self, text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
        def told(found: list[Line]) -> None:
            spoken = language.current()
            answer([Choice(one.id, lines.title(one, spoken), one.place) for one in found])

        self.around.jobs.ask(
            search.find, text, ("organisation",), 20, then=told, owner=self, channel="asker"
        )

    def fill(self, draft: ReceptionDraft) -> None:
        """Show a draft."""
        facts = draft.dossier
        values: dict[str, object] = {
            name: getattr(facts, name)
            for name in (
                "title", "subtitle", "stage", "place", "host", "origin", "reason", "objective",
                "host_part", "points_to_raise", "to_avoid", "note",
            )
        }  # fmt: skip
        for name in ("kind", "capacity", "reply_by", "dress"):
            values[name] = getattr(draft, name)
        values["precedence_list"] = draft.precedence_list.hex if draft.precedence_list else ""
        values["day"] = facts.starts_at.date() if facts.starts_at else None
        values["from"] = facts.starts_at.time() if facts.starts_at else None
        values["until"] = facts.ends_at.time() if facts.ends_at else None
        if facts.requested_by is not None:
            values["requested_by"] = Choice(facts.requested_by, self.around.asker, "")
        values |= {f"goal-{number}": number in facts.goals for number in GOALS}
        values |= {field.key: row_id in facts.priorities for field, row_id in self._priorities}
        DateHint(self.form, self.around.jobs, self.around.reception)
        self.form.set_values(values)
        self._was = draft
        self._moved_reply = draft.reply_by

    def draft(self) -> ReceptionDraft:
        """Make a draft of what was typed; what the form does not show stays."""
        values = self.form.values()
        texts = {
            name: str(values[name] or "")
            for name in (
                "title", "subtitle", "stage", "place", "host", "origin", "reason", "objective",
                "host_part", "to_avoid", "note",
            )
        }  # fmt: skip
        day = cast("dt.date | None", values["day"])
        facts = replace(
            self._was.dossier,
            **texts,
            starts_at=_moment(day, values["from"]),
            ends_at=end_moment(_moment(day, values["from"]), values["until"], self._was.dossier),
            requested_by=_chosen(values["requested_by"]),
            points_to_raise=tuple(cast("Sequence[str]", values["points_to_raise"])),
            goals=tuple(number for number in GOALS if values[f"goal-{number}"]),
            priorities=tuple(one for field, one in self._priorities if values[field.key]),
        )
        return ReceptionDraft(
            facts,
            str(values["kind"]),
            cast("int | None", values["capacity"]),
            cast("dt.date | None", values["reply_by"]),
            str(values["dress"]),
            UUID(str(values["precedence_list"])) if values["precedence_list"] else None,
        )


def list_choices(lists: Sequence[PrecedenceListRow]) -> list[tuple[str, str]]:
    """The lists of the office by name; "" is the usual one, whichever it is then."""
    usual = next((read(one.name) for one in lists if one.usual), "")
    first = tr("The usual one: {name}", name=usual) if usual else tr("The usual one")
    return [("", first), *((one.id.hex, read(one.name)) for one in lists)]


def _moment(day: dt.date | None, time: object) -> dt.datetime | None:
    if day is None:
        return None
    return dt.datetime.combine(day, time if isinstance(time, dt.time) else dt.time())


def _chosen(value: object) -> UUID | None:
    if isinstance(value, Choice):
        return value.id
    return value if isinstance(value, UUID) else None


def editor_for(around: Surroundings) -> type[ReceptionEditor]:
    """The editor with what it offers, for one dialog."""
    return type("ReceptionEditor", (ReceptionEditor,), {"around": around})
