"""One line of a programme with all it says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from app.dossiers.draft import ProgrammeDraft
from app.dossiers.rules.programme import ItemKind, item_label
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField, TimeField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.dossiers.spoken import spoken_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.core.fields import Field
    from ui.core.form import Part

SPOKEN = ("nl", "fr", "en", "de", "es", "it", "pt", "ja", "zh", "ar", "ru", "pl", "tr", "uk")
"""Languages offered; another one that is kept is shown too."""
_TEXTS = (
    "title", "kind", "place", "host", "owner", "phone", "attendees", "speaker", "interpreter",
    "language", "rain_plan", "note",
)  # fmt: skip
_NUMBERS = ("minutes", "travel_minutes")
_CHECKS = ("public", "fixed")


def line_parts(
    when: Sequence[Field] = (), whom: Sequence[Part] = (), seen_by: str = "", note: str = ""
) -> list[Part]:
    """The parts of a form for a line; `when` stands before its time, `whom` before who works.

    `seen_by` are the words for a line not for staff alone, `note` those for its note.
    """
    kinds = [(str(one), read(item_label(one))) for one in ItemKind]
    spoken = [("", tr("not said")), *((one, spoken_name(one)) for one in SPOKEN)]
    shift = CheckField("shift", tr("What follows moves along, up to a fixed line"))
    return [
        TextField("title", tr("What happens"), needed=True),
        [
            ChoiceField("kind", tr("Kind"), kinds),
            *when,
            TimeField("time", tr("Time")),
            NumberField("minutes", tr("Minutes")),
        ],
        [
            TextField("place", tr("Where")),
            NumberField("travel_minutes", tr("Minutes on the way there")),
        ],
        *whom,
        shift,
        CheckField("fixed", tr("Fixed: keeps its time when others shift")),
        CheckField("public", seen_by or tr("In the programme for guests")),
        tr("Who"),
        [TextField("host", tr("Host")), TextField("attendees", tr("Who takes part"))],
        [TextField("owner", tr("Owner")), TextField("phone", tr("Phone"))],
        tr("Speech and language"),
        TextField("speaker", tr("Speaker")),
        [
            ChoiceField("language", tr("Language"), spoken),
            TextField("interpreter", tr("Interpreter")),
        ],
        *([] if note else [tr("For staff")]),
        LongTextField("rain_plan", tr("If it rains"), lines=2),
        LongTextField("note", note or tr("Note for staff"), lines=2),
    ]


def line_values(draft: ProgrammeDraft) -> dict[str, object]:
    """What the form shows of a line."""
    names: Sequence[str] = (*_TEXTS, *_NUMBERS, *_CHECKS)
    values: dict[str, object] = {name: getattr(draft, name) for name in names}
    values["time"] = draft.starts_at.time() if draft.starts_at else None
    values["shift"] = True
    return values


def read_line(
    values: Mapping[str, object], was: ProgrammeDraft, day: dt.date | None
) -> ProgrammeDraft:
    """The line the form says; what it does not show stays as it was."""
    time = values["time"]
    made: dict[str, Any] = {name: str(values[name] or "") for name in _TEXTS}
    made |= {name: cast("int | None", values[name]) for name in _NUMBERS}
    made |= {name: bool(values[name]) for name in _CHECKS}
    made["starts_at"] = None
    if isinstance(time, dt.time) and day is not None:
        made["starts_at"] = dt.datetime.combine(day, time)
    return replace(was, **made)


class ProgrammeEditor(Editor[ProgrammeDraft]):
    """One line of the programme; its day is that of the line, else `day`."""

    width_wanted = 640
    day = dt.date(2000, 1, 1)

    def build(self) -> Form:
        """The form, empty."""
        return Form(line_parts())

    def fill(self, draft: ProgrammeDraft) -> None:
        """Show a draft."""
        self._was = draft
        self.form.set_values(line_values(draft))
        if draft.starts_at is not None:
            self.day = draft.starts_at.date()

    def draft(self) -> ProgrammeDraft:
        """What was typed."""
        return read_line(self.form.values(), self._was, self.day)
