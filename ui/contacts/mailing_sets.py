"""Mailing sets: why these people are kept together, until when, and who is in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from app.contacts.commands import (
    add_mailing_set,
    change_mailing_set,
    remove_mailing_set,
)
from app.contacts.draft import MailingSetDraft
from app.contacts.queries import MailingSetRow, mailing_sets
from app.core import clock
from app.core.errors import Problem
from app.core.text import N_, say
from ui.contacts.manage import ManageDialog
from ui.core.columns import Cell, Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import day, tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.jobs import Jobs

TABLES = frozenset({"mailing_set", "membership"})


def _name(row: MailingSetRow) -> str:
    return row.draft.name


def _purpose(row: MailingSetRow) -> str:
    return row.draft.purpose


def _members(row: MailingSetRow) -> int:
    return row.members


def _until(row: MailingSetRow) -> Cell:
    end = row.draft.keep_until
    if end is None:
        return Cell("—")
    past = end < clock.today()
    words = tr("over since {day}", day=day(end)) if past else day(end)
    return Cell(words, "", "attention" if past else "neutral")


COLUMNS = (
    Column("name", N_("Mailing set"), 190, Kind.NAME, value=_name, stretch=2),
    Column("purpose", N_("Purpose"), 220, value=_purpose, stretch=3),
    Column("members", N_("People"), 70, Kind.NUMBER, value=_members),
    Column("until", N_("Keep until"), 205, Kind.PILL, value=_until),
)


class MailingSetEditor(Editor[MailingSetDraft]):
    """Edits a mailing set."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                TextField("name", tr("Name"), needed=True),
                LongTextField(
                    "purpose", tr("Purpose") + " *", lines=2,
                    hint=tr("What these people are kept together for, e.g. new-year cards"),
                ),
                LongTextField(
                    "legal_basis", tr("Legal basis"), lines=2,
                    hint=tr("E.g. a task in the public interest (GDPR art. 6.1.e)"),
                ),
                LongTextField(
                    "reuse_for", tr("May be re-invited for"), lines=2,
                    hint=tr("What else its members may be asked for; nothing, where empty"),
                ),
                DateField("keep_until", tr("Keep until")),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )  # fmt: skip

    def fill(self, draft: MailingSetDraft) -> None:
        """Show a mailing set."""
        names = ("name", "purpose", "legal_basis", "reuse_for", "keep_until", "note")
        self.form.set_values({name: getattr(draft, name) for name in names})

    def draft(self) -> MailingSetDraft:
        """The mailing set as it stands in the form."""
        values = self.form.values()
        return MailingSetDraft(
            str(values["name"]),
            str(values["purpose"]),
            str(values["legal_basis"]),
            str(values["reuse_for"]),
            cast("dt.date | None", values["keep_until"]),
            str(values["note"]),
        )


class MailingSetManager(ManageDialog):
    """Lists the mailing sets; `show(hex, name)` lists who is in one."""

    def __init__(
        self, parent: QWidget | None, jobs: Jobs, show: Callable[[str, str], object]
    ) -> None:
        self.dialog: Editor[Any] | None = None
        self._show = show
        super().__init__(
            parent,
            jobs,
            title=tr("Mailing sets"),
            told=tr("People kept together for cards and invitations. Each says its purpose: to use "
                    "it for something else must be checked first."),
            columns=COLUMNS,
            query=mailing_sets,
            tables=TABLES,
            empty=("mail", tr("No mailing sets yet"),
                   tr("Make one, then choose people in the list and add them to it.")),
            verbs=(
                (tr("New mailing set"), False, self._new),
                (tr("Edit…"), True, self._edit),
                (tr("Show its members"), True, self._who),
                (tr("Remove"), True, self._remove),
            ),
        )  # fmt: skip

    def _new(self, _row: MailingSetRow | None) -> None:
        self.dialog = new_mailing_set(self, self._jobs, self.show_record)

    def _edit(self, row: MailingSetRow | None) -> None:
        if row is None:
            return

        def save(made: MailingSetDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_mailing_set, row.id, row.revision, made,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("Edit {name}", name=row.draft.name)
        self.dialog = MailingSetEditor.edit(self, title, row.draft, save=save)

    def _who(self, row: MailingSetRow | None) -> None:
        if row is not None:
            self._show(row.id.hex, row.draft.name)
            self.accept()

    def _remove(self, row: MailingSetRow | None) -> None:
        if row is not None:
            self._jobs.run(remove_mailing_set, row.id)


def new_mailing_set(
    parent: QWidget, jobs: Jobs, then: Callable[[Any], object]
) -> Editor[MailingSetDraft]:
    """Ask for a new mailing set; `then(id)` once it is there."""

    def save(made: MailingSetDraft, done: Done, failed: Failed) -> None:
        jobs.run(add_mailing_set, made, then=done, failed=failed, owner=parent)

    return MailingSetEditor.edit(
        parent, tr("New mailing set"), MailingSetDraft(), save=save, then=then
    )


@dataclass(frozen=True, slots=True)
class MembersDraft:
    """Into which mailing set, by its hex id; `rows` are those there are."""

    chosen: str = ""
    reinvite: bool = False
    rows: tuple[MailingSetRow, ...] = ()

    def problems(self) -> list[Problem]:
        """One must be chosen."""
        return [] if self.chosen else [Problem("set", say(N_("Choose the mailing set.")))]

    @property
    def set_id(self) -> UUID:
        """The chosen set."""
        from uuid import UUID

        return UUID(self.chosen)


class MembersEditor(Editor[MembersDraft]):
    """Asks for the mailing set people are added to, and says its purpose."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        self._rows: tuple[MailingSetRow, ...] = ()
        self._set = ChoiceField("set", tr("Mailing set"), (), needed=True)
        self._set.changed.connect(self._tell)
        self._again = CheckField("reinvite", tr("They may be re-invited for what it says"))
        return Form([self._set, self._again])

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Add to the set")

    def fill(self, draft: MembersDraft) -> None:
        """Show the sets there are."""
        self._rows = draft.rows
        self._set.offer([(row.id.hex, row.draft.name) for row in draft.rows])
        self.form.set_values({"set": draft.chosen, "reinvite": draft.reinvite})
        self._tell()

    def _tell(self) -> None:
        found = next((row for row in self._rows if row.id.hex == self._set.value()), None)
        self._set.set_hint(found.draft.purpose if found else "")
        reuse = found.draft.reuse_for if found else ""
        self._again.set_hint(reuse or tr("It may be used for its purpose alone."))

    def draft(self) -> MembersDraft:
        """What was chosen."""
        values = self.form.values()
        return MembersDraft(str(values["set"]), bool(values["reinvite"]), self._rows)
