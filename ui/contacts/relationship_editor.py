"""The form of a relationship; whoever is not in the office yet is added by name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast
from uuid import UUID

from app.contacts.draft import PersonDraft, RelationshipDraft
from app.contacts.rules.relations import Invited, Relation, is_couple, label
from ui.contacts.choices import gender_choices, no_finder
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.core.errors import Problem
    from ui.core.form import Part
    from ui.core.record_field import Answer, Search

NEW = UUID(int=0)
"""The id of the choice that stands for a person the office does not know yet."""
_OF_NEW = ("given_name", "family_name", "gender")
_OF_COUPLES = ("invited", "joint_envelope")


@dataclass(frozen=True, slots=True)
class RelationshipEntry:
    """A relationship in the editor: with somebody of the office, or with a new person (`fresh`).

    `look` finds people; where the relationship is there already, whom it is with stays.
    """

    draft: RelationshipDraft = field(default_factory=RelationshipDraft)
    other: Choice | None = None
    fresh: PersonDraft | None = None
    fixed: bool = False
    look: Search = field(default=no_finder, compare=False)

    @property
    def other_id(self) -> UUID | None:
        """Who was chosen; None for a new person."""
        return self.other.id if self.other and self.other.id != NEW else None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return [*self.draft.problems(), *(self.fresh.problems() if self.fresh else ())]


class RelationshipEditor(Editor[RelationshipEntry]):
    """Edits who somebody is to a person."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty; parts that do not count are hidden as people choose."""
        self._entry = RelationshipEntry()
        kinds = [(str(one), read(label(one))) for one in Relation]
        invited = [("", tr("Not agreed")), *((str(one), read(label(one))) for one in Invited)]
        parts: list[Part] = [
            [
                ChoiceField("kind", tr("Is their"), kinds),
                RecordField(
                    "other", tr("Who"), self._find, hint=tr("A name we do not know is added.")
                ),
            ],
            [
                TextField("given_name", tr("Given name")),
                TextField("family_name", tr("Family name")),
                ChoiceField("gender", tr("Form of address for"), gender_choices()),
            ],
            ChoiceField("invited", tr("Invitations"), invited),
            CheckField("joint_envelope", tr("One envelope for both")),
            CheckField(
                "copied",
                tr("Gets a copy of invitations"),
                hint=tr("A copy only: nobody ranks by working for somebody."),
            ),
            [DateField("starts_on", tr("From")), DateField("ends_on", tr("Until"))],
            LongTextField("note", tr("Notes"), lines=2),
        ]
        made = Form(parts)
        made.changed.connect(self._show_what_counts)
        return made

    def _find(self, text: str, answer: Answer) -> None:
        def told(found: Sequence[Choice]) -> None:
            answer([*found, Choice(NEW, text, tr("New person"))])

        self._entry.look(text, told)

    def fill(self, draft: RelationshipEntry) -> None:
        """Show a relationship."""
        self._entry = draft
        names = RelationshipDraft.__slots__
        values: dict[str, object] = {name: getattr(draft.draft, name) for name in names}
        fresh = draft.fresh or PersonDraft()
        values |= {name: getattr(fresh, name) for name in _OF_NEW}
        self.form.set_values({**values, "other": draft.other})
        self._chosen = draft.other
        self.form["other"].setEnabled(not draft.fixed)
        self._show_what_counts()

    def _show_what_counts(self) -> None:
        other = cast("RecordField", self.form["other"]).choice()
        fresh = other is not None and other.id == NEW
        if fresh and other != self._chosen:
            given, _, family = other.title.strip().rpartition(" ") if other else ("", "", "")
            self.form["given_name"].set_value(given)
            self.form["family_name"].set_value(family)
        self._chosen = other
        couple = is_couple(str(self.form["kind"].value()))
        for names, shown in ((_OF_NEW, fresh), (_OF_COUPLES, couple), (("copied",), not couple)):
            for name in names:
                self.form[name].setVisible(shown)

    def draft(self) -> RelationshipEntry:
        """Make a relationship of what was typed."""
        values = self.form.values()
        kind = str(values["kind"])
        couple = is_couple(kind)
        draft = RelationshipDraft(
            kind,
            str(values["invited"] or "") if couple else "",
            bool(values["joint_envelope"]) and couple,
            bool(values["copied"]) and not couple,
            cast("dt.date | None", values["starts_on"]),
            cast("dt.date | None", values["ends_on"]),
            str(values["note"] or ""),
        )
        other = cast("RecordField", self.form["other"]).choice()
        fresh = None
        if other is not None and other.id == NEW:
            fresh = PersonDraft(
                str(values["family_name"] or ""),
                str(values["given_name"] or ""),
                gender=str(values["gender"] or ""),
            )
        return replace(self._entry, draft=draft, other=other, fresh=fresh)
