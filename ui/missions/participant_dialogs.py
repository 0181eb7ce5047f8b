"""Dialogs of the delegation: a participant, a withdrawal, a group, travel papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from app.contacts.rules import names
from app.core import clock
from app.core.errors import Problem
from app.core.fold import words
from app.core.text import N_, say
from app.missions.draft import PapersDraft, ParticipantDraft
from app.missions.rules.delegation import (
    Role,
    Status,
    role_label,
    status_label,
)
from app.missions.rules.passports import Visa, visa_label
from app.missions.rules.withdrawal import (
    FREE_UNTIL,
    Withdrawal,
    free_day,
    free_until,
    is_rule,
    rule_lacking,
    withdrawal_label,
)
from ui.contacts.choices import country_choices
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import ChoiceField, ListField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField
from ui.missions.editor import moment
from ui.missions.face_editor import consent_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.missions.queries import ParticipantRow
    from ui.core.editor import Save
    from ui.core.record_field import Answer

FOUND = 20


def role_choices() -> list[tuple[str, str]]:
    """Every role in its order."""
    return [(str(one), read(role_label(one))) for one in Role]


def rule_choices(none: str) -> list[tuple[str, str]]:
    """Every rule of a withdrawal; `none` is said where none is chosen."""
    rules = [("", none), *((str(one), read(withdrawal_label(one))) for one in Withdrawal)]
    return [*rules, (FREE_UNTIL, tr("Free until a day, then all of it"))]


def free_hint() -> str:
    """When the day counts."""
    return tr("Only where it is free until a day")


def rule_values(field: str, rule: str) -> dict[str, object]:
    """A rule as the values of its two fields."""
    chosen = FREE_UNTIL if rule.startswith(FREE_UNTIL) else rule
    return {field: chosen, "free_day": free_day(rule)}


def rule_of(values: dict[str, Any], field: str) -> str:
    """The rule of the two fields."""
    rule = str(values[field])
    return free_until(values["free_day"]) if rule == FREE_UNTIL else rule


class ParticipantEditor(Editor[ParticipantDraft]):
    """What the list says of somebody; `others` are whom they may accompany."""

    width_wanted = 660
    others: Sequence[ParticipantRow] = ()

    @classmethod
    def begin(
        cls,
        parent: QWidget,
        one: ParticipantRow,
        everybody: Sequence[ParticipantRow],
        save: Save[ParticipantDraft],
    ) -> None:
        """Ask, and save."""
        others = tuple(each for each in everybody if each.id != one.id)
        made = cast(
            "type[ParticipantEditor]", type("ParticipantEditor", (cls,), {"others": others})
        )
        made.edit(parent, names.full_name(one.name), one.draft, save=save)

    def build(self) -> Form:
        """The form, empty."""
        statuses = [(str(one), read(status_label(one))) for one in Status]
        return Form(
            [
                [
                    ChoiceField("role", tr("Role"), role_choices()),
                    ChoiceField("status", tr("Status"), statuses),
                ],
                tr("As they were when they registered"),
                [
                    TextField("title", tr("Function")),
                    TextField("organisation_name", tr("Organisation")),
                ],
                [
                    TextField("badge_name", tr("Name on the badge")),
                    DateField("registered_on", tr("Registered on")),
                ],
                [
                    ListField("groups", tr("Groups"), hint=tr("One a line")),
                    RecordField("with_id", tr("Comes with"), self._find),
                ],
                tr("Own journey"),
                [
                    DateField("arrives_day", tr("Arrives on")),
                    TimeField("arrives_time", tr("Time")),
                    DateField("leaves_day", tr("Leaves on")),
                    TimeField("leaves_time", tr("Time")),
                ],
                [
                    TextField("emergency_contact", tr("In case of emergency")),
                    TextField("emergency_phone", tr("Phone")),
                ],
                LongTextField("bio", tr("For the booklet"), lines=3),
                consent_field(),
                LongTextField("note", tr("Note"), lines=2),
                NumberField("host_place", tr("Place by the host"), least=1),
                tr("If they withdraw"),
                [
                    ChoiceField(
                        "withdrawal_rule", tr("What is due"), rule_choices(tr("Not settled yet"))
                    ),
                    DateField("free_day", tr("Free until"), hint=free_hint()),
                ],
                DateField("withdrawn_on", tr("Withdrawn on")),
            ]
        )

    def _find(self, text: str, answer: Answer) -> None:
        """Among the delegation: no question to the office."""
        wanted = words(text).split()
        found = [
            _choice(one)
            for one in self.others
            if all(part in words(names.full_name(one.name)) for part in wanted)
        ]
        answer(found[:FOUND])

    def fill(self, draft: ParticipantDraft) -> None:
        """Show a draft."""
        values: dict[str, object] = {
            name: getattr(draft, name) for name in ParticipantDraft.__slots__
        }
        values["with_id"] = next(
            (_choice(one) for one in self.others if one.id == draft.with_id), None
        )
        for name, at in (("arrives", draft.arrives_at), ("leaves", draft.leaves_at)):
            values[f"{name}_day"] = at.date() if at else None
            values[f"{name}_time"] = at.time() if at and at.time() != dt.time() else None
        values |= rule_values("withdrawal_rule", draft.withdrawal_rule)
        self.form.set_values(values)
        self._was = draft

    def draft(self) -> ParticipantDraft:
        """What was typed."""
        values = cast("dict[str, Any]", self.form.values())
        plain = {name: values[name] for name in ParticipantDraft.__slots__ if name in values}
        return replace(
            self._was,
            **plain | {"withdrawal_rule": rule_of(values, "withdrawal_rule")},
            arrives_at=moment(values["arrives_day"], values["arrives_time"]),
            leaves_at=moment(values["leaves_day"], values["leaves_time"]),
        )


def _choice(one: ParticipantRow) -> Choice:
    return Choice(one.id, names.full_name(one.name), one.title)


@dataclass(frozen=True, slots=True)
class WithdrawDraft:
    """That somebody does not go, since when, and what they owe."""

    rule: str = ""
    day: dt.date | None = None

    def problems(self) -> list[Problem]:
        """What is due must be said."""
        if is_rule(self.rule):
            return []
        lacking = "free_day" if self.rule.startswith(FREE_UNTIL) else "rule"
        return [Problem(lacking, rule_lacking(self.rule))]


class WithdrawEditor(Editor[WithdrawDraft]):
    """A withdrawal."""

    @classmethod
    def begin(cls, parent: QWidget, save: Save[WithdrawDraft]) -> None:
        """Ask, and save."""
        cls.edit(parent, tr("Does not go along"), WithdrawDraft("", clock.today()), save=save)

    def build(self) -> Form:
        """The form, empty."""
        rules = rule_choices(tr("Choose…"))
        return Form(
            [
                ChoiceField("rule", tr("What is due"), rules, needed=True),
                DateField("free_day", tr("Free until"), hint=free_hint()),
                DateField("day", tr("Since")),
            ]
        )

    def fill(self, draft: WithdrawDraft) -> None:
        """Show a draft."""
        self.form.set_values(rule_values("rule", draft.rule) | {"day": draft.day})

    def draft(self) -> WithdrawDraft:
        """What was typed."""
        values = cast("dict[str, Any]", self.form.values())
        return WithdrawDraft(rule_of(values, "rule"), values["day"])


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """The name of a group."""

    group: str = ""

    def problems(self) -> list[Problem]:
        """It must have one."""
        if self.group.strip():
            return []
        return [Problem("group", say(N_("Give the group a name.")))]


class GroupEditor(Editor[GroupDraft]):
    """Into which group; those that are there are named below."""

    known: tuple[str, ...] = ()

    @classmethod
    def begin(cls, parent: QWidget, known: Sequence[str], save: Save[GroupDraft]) -> None:
        """Ask, and save."""
        made = cast("type[GroupEditor]", type("GroupEditor", (cls,), {"known": tuple(known)}))
        made.edit(parent, tr("Put in a group"), GroupDraft(), save=save)

    def build(self) -> Form:
        """The form, empty."""
        there = ", ".join(self.known)
        hint = tr("There are: {groups}", groups=there) if there else tr("For example: Ports")
        return Form([TextField("group", tr("Group"), needed=True, hint=hint)])

    def fill(self, draft: GroupDraft) -> None:
        """Show a draft."""
        self.form.set_values({"group": draft.group})

    def draft(self) -> GroupDraft:
        """What was typed."""
        return GroupDraft(str(self.form.values()["group"]))


class PapersEditor(Editor[PapersDraft]):
    """Travel papers of one participant."""

    width_wanted = 600

    def build(self) -> Form:
        """The form, empty."""
        visa = [(str(one), read(visa_label(one))) for one in Visa]
        as_read = tr("As in the two lines at the foot of the passport")
        return Form(
            [
                TextField("machine_name", tr("Name in the passport"), hint=as_read),
                TextField("ticket_name", tr("Name on the ticket")),
                [
                    TextField("number", tr("Passport number")),
                    DateField("expires_on", tr("Expires on")),
                ],
                [
                    ChoiceField("nationality", tr("Nationality"), country_choices()),
                    DateField("born_on", tr("Born on")),
                ],
                [
                    ChoiceField("visa", tr("Visa"), visa),
                    DateField("visa_granted_on", tr("Granted on")),
                ],
                TextField("insurance", tr("Insurance")),
            ]
        )

    def fill(self, draft: PapersDraft) -> None:
        """Show a draft."""
        self.form.set_values({name: getattr(draft, name) for name in PapersDraft.__slots__})

    def draft(self) -> PapersDraft:
        """What was typed."""
        values = cast("dict[str, Any]", self.form.values())
        return PapersDraft(**{name: values[name] for name in PapersDraft.__slots__})
