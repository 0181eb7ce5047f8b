"""The delegations of a reception: who comes as one body, how many are announced and named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from app.core.text import N_
from app.receptions.commands import add_delegation, change_delegation, remove_delegation
from app.receptions.draft import DelegationDraft
from app.receptions.queries import DelegationRow, delegations
from ui.contacts.choices import finder, no_finder
from ui.contacts.manage import ManageDialog
from ui.core.columns import Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.fields import LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.errors import Problem
    from ui.core.editor import Done, Failed
    from ui.core.jobs import Jobs
    from ui.core.record_field import Answer, Search

COLUMNS = (
    Column("name", N_("Delegation"), 220, Kind.NAME, value=lambda row: row.draft.name, stretch=3),
    Column("organisation", N_("Organisation"), 180, stretch=2),
    Column("told", N_("Names"), 170, value=lambda row: row.told, stretch=2),
)


@dataclass(frozen=True, slots=True)
class DelegationEntry:
    """A delegation in the editor, with its organisation by name."""

    draft: DelegationDraft = field(default_factory=DelegationDraft)
    organisation: Choice | None = None
    look: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class DelegationEditor(Editor[DelegationEntry]):
    """Edits a delegation."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        self._entry = DelegationEntry()
        return Form(
            [
                TextField("name", tr("Name"), needed=True),
                NumberField(
                    "expected", tr("Persons announced"), least=1,
                    hint=tr("As announced: names may follow."),
                ),
                RecordField("organisation", tr("Organisation"), self._find),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )  # fmt: skip

    def _find(self, text: str, answer: Answer) -> None:
        self._entry.look(text, answer)

    def fill(self, draft: DelegationEntry) -> None:
        """Show a delegation."""
        self._entry = draft
        told = draft.draft
        self.form.set_values(
            {
                "name": told.name,
                "expected": told.expected,
                "organisation": draft.organisation,
                "note": told.note,
            }
        )

    def draft(self) -> DelegationEntry:
        """Make a delegation of what was typed."""
        values: dict[str, Any] = self.form.values()
        chosen = cast("RecordField", self.form["organisation"]).choice()
        made = DelegationDraft(
            str(values["name"]), values["expected"], str(values["note"]),
            chosen.id if chosen else None,
        )  # fmt: skip
        return replace(self._entry, draft=made, organisation=chosen)


def ask_delegation(
    parent: QWidget,
    jobs: Jobs,
    reception: UUID,
    guest_ids: Sequence[UUID] = (),
    then: Callable[[Any], object] | None = None,
) -> None:
    """Open a new delegation, with these guests in it."""

    def save(entry: DelegationEntry, done: Done, failed: Failed) -> None:
        jobs.run(add_delegation, reception, entry.draft, tuple(guest_ids), then=done, failed=failed)

    entry = DelegationEntry(look=finder(jobs, parent, "organisation"))
    DelegationEditor.edit(parent, tr("New delegation"), entry, save=save, then=then)


class DelegationsDialog(ManageDialog):
    """Every delegation of a reception: new, changed, removed."""

    def __init__(self, parent: QWidget, jobs: Jobs, reception: UUID) -> None:
        self._reception = reception
        super().__init__(
            parent,
            jobs,
            title=tr("Delegations"),
            told=tr("Who comes as one body is one line on the list. Removing a delegation keeps its"
                    " members as guests."),
            columns=COLUMNS,
            query=partial(_of_reception, reception=reception),
            tables=frozenset({"delegation", "guest", "companion"}),
            empty=("contacts", tr("No delegations yet"),
                   tr("Select guests on the list and put them in one, or begin one here.")),
            verbs=(
                (tr("New delegation…"), False, lambda _row: self._new()),
                (tr("Edit…"), True, self._edit),
                (tr("Remove"), True, lambda row: jobs.run(remove_delegation, row.id)),
            ),
        )  # fmt: skip

    def _new(self) -> None:
        ask_delegation(self, self._jobs, self._reception, then=self.show_record)

    def _edit(self, one: DelegationRow) -> None:
        def save(entry: DelegationEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_delegation, one.id, one.revision, entry.draft, then=done, failed=failed
            )

        known = one.draft.organisation
        chosen = Choice(known, one.organisation) if known else None
        entry = DelegationEntry(one.draft, chosen, finder(self._jobs, self, "organisation"))
        DelegationEditor.edit(self, one.draft.name, entry, save=save)


def _of_reception(
    session: Any, *, reception: UUID
) -> list[DelegationRow]:  # a session: ui knows no SQL
    return delegations(session, reception)
