"""Days to mind when a date is chosen: the dialog that lists them, and the one that edits one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core.text import N_, Language
from app.dossiers.commands import add_special_day, change_special_day, remove_special_day
from app.dossiers.draft import SpecialDayDraft
from app.dossiers.queries import SpecialDayRow, special_days
from app.dossiers.rules.days_to_mind import ADVICE, advice_words
from app.dossiers.rules.special_days import DayKind, day_kind_label
from ui.contacts.manage import ManageDialog
from ui.core import language
from ui.core.columns import Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.jobs import Jobs

_NAMES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}


def _when(row: SpecialDayRow) -> str:
    first = language.day(row.first, "weekday")
    return first if row.last == row.first else f"{first} – {language.day(row.last, 'weekday')}"


def _name(row: SpecialDayRow) -> str:
    return row.name(language.current())


def _kind(row: SpecialDayRow) -> str:
    return read(day_kind_label(row.draft.kind))


def _sure(row: SpecialDayRow) -> str:
    return "" if row.draft.verified else tr("estimate")


COLUMNS = (
    Column("when", N_("When"), 250, value=_when),
    Column("name", N_("Name"), 220, Kind.NAME, value=_name, stretch=3),
    Column("kind", N_("Kind"), 150, value=_kind),
    Column("sure", N_("Certain"), 90, value=_sure, empty=""),
)


class SpecialDayEditor(Editor[SpecialDayDraft]):
    """Edits a day to mind."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        kinds = [(str(one), read(day_kind_label(one))) for one in DayKind]
        names = [TextField(f"name_{one}", _NAMES[one]) for one in Language]
        return Form(
            [
                ChoiceField("kind", tr("Kind"), kinds),
                [
                    DateField("starts_on", tr("From"), needed=True),
                    DateField("ends_on", tr("Until")),
                ],
                tr("Name"),
                names,
                CheckField("from_evening", tr("Begins in the evening before")),
                ChoiceField(
                    "advice",
                    tr("What it means for a host"),
                    [("", tr("Nothing of the usual")), *_advice_choices()],
                ),
                LongTextField("own", tr("In the office’s own words"), lines=2),
                [TextField("source", tr("Source")), CheckField("verified", tr("Certain"))],
            ]
        )  # fmt: skip

    def fill(self, draft: SpecialDayDraft) -> None:
        """Show a day."""
        values = {name: getattr(draft, name) for name in SpecialDayDraft.__slots__}
        own = draft.advice not in ADVICE
        self.form.set_values(
            values | {"advice": "" if own else draft.advice, "own": draft.advice if own else ""}
        )

    def draft(self) -> SpecialDayDraft:
        """The day as it stands in the form."""
        values: dict[str, Any] = self.form.values()
        own = values.pop("own")
        return SpecialDayDraft(**values | {"advice": own or values["advice"]})


def _advice_choices() -> list[tuple[str, str]]:
    return [(code, read(advice_words(code))) for code in ADVICE]


class SpecialDaysDialog(ManageDialog):
    """Lists the days to mind; `day` begins a new one on it."""

    def __init__(self, parent: QWidget | None, jobs: Jobs, *, record: UUID | None = None) -> None:
        self.dialog: Editor[Any] | None = None
        super().__init__(
            parent,
            jobs,
            title=tr("Days to mind"),
            told=tr(
                "Council days, feasts and days of the court: the calendar shows them, and a date"
                " that falls on one is told."
            ),
            columns=COLUMNS,
            query=special_days,
            tables=frozenset({"special_day"}),
            empty=("today", tr("No days to mind yet"),
                   tr("Add council days and feasts, or import them as a list.")),
            verbs=(
                (tr("New day"), False, self._new),
                (tr("Edit…"), True, self._edit),
                (tr("Remove"), True, self._remove),
            ),
        )  # fmt: skip
        if record is not None:
            self.show_record(record)

    def _new(self, _row: SpecialDayRow | None) -> None:
        self.add()

    def add(self, day: dt.date | None = None) -> None:
        """Ask for a new day."""

        def save(made: SpecialDayDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(add_special_day, made, then=done, failed=failed, owner=self)

        draft = SpecialDayDraft(starts_on=day, verified=True)
        self.dialog = SpecialDayEditor.edit(
            self, tr("New day to mind"), draft, save=save, then=self.show_record
        )

    def _edit(self, row: SpecialDayRow | None) -> None:
        if row is None:
            return

        def save(made: SpecialDayDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_special_day, row.id, row.revision, made,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("Edit {name}", name=_name(row))
        self.dialog = SpecialDayEditor.edit(self, title, row.draft, save=save)

    def _remove(self, row: SpecialDayRow | None) -> None:
        if row is not None:
            self._jobs.run(remove_special_day, row.id)
