"""The dialogs that copy a reception, and that give it another moment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.dossiers.rules.moving import distance, to_tell
from app.receptions.draft import Along, CopyDraft, MoveDraft
from app.receptions.rules import Circle, label
from ui.core.cards import Banner
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, TimeField
from ui.core.fields import CheckField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import day as written
from ui.core.language import read, tr
from ui.dossiers.template_choice import moment
from ui.receptions.day_hint import DayHint, Look, nowhere

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from app.core.errors import Problem


@dataclass(frozen=True, slots=True)
class Copying:
    """A copy in the dialog."""

    draft: CopyDraft = field(default_factory=CopyDraft)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class CopyEditor(Editor[Copying]):
    """Asks what comes along into a copy of a reception, and when it is."""

    width_wanted = 600
    circles: tuple[tuple[str, int], ...] = ()

    def build(self) -> Form:
        """The form, empty; the circles are those of the class made for one dialog."""
        self._entry = Copying()
        along = [CheckField(str(one), words) for one, words in _along_words()]
        parts: list[object] = [
            TextField("title", tr("Title"), needed=True),
            [DateField("day", tr("Day")), TimeField("from", tr("From"))],
            tr("What comes along"),
            *[along[at : at + 3] for at in range(0, len(along), 3)],
        ]
        boxes = [
            CheckField(f"circle-{code}", f"{read(label(Circle(code)))} · {number}")
            for code, number in self.circles
        ]
        if boxes:
            parts.append(tr("Guests, proposed anew"))
            parts += [boxes[at : at + 3] for at in range(0, len(boxes), 3)]
        hint = tr("The copy is an idea again: nothing is done, invited or paid.")
        parts.append(Text(hint, "small", ink="text2", wrap=True))
        return Form(parts)  # type: ignore[arg-type]  # rows of fields are lists

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Copy")

    def fill(self, draft: Copying) -> None:
        """Show what is proposed."""
        self._entry = draft
        begins = draft.draft.starts_at
        values: dict[str, object] = {
            "title": draft.draft.title,
            "day": begins.date() if begins else None,
            "from": begins.time() if begins else None,
        }
        values |= {str(one): one in draft.draft.along for one in Along}
        values |= {f"circle-{code}": code in draft.draft.circles for code, _ in self.circles}
        self.form.set_values(values)

    def draft(self) -> Copying:
        """Make a copy of what was typed."""
        values = self.form.values()
        begins = moment(values["day"], values["from"])
        made = CopyDraft(
            str(values["title"]),
            begins,
            frozenset(one for one in Along if values[str(one)]),
            tuple(code for code, _ in self.circles if values[f"circle-{code}"]),
        )
        return replace(self._entry, draft=made)


def _along_words() -> list[tuple[Along, str]]:
    return [
        (Along.PROGRAMME, tr("Programme")),
        (Along.CHECKLIST, tr("Checklist")),
        (Along.ROLES, tr("Roles")),
        (Along.PAPERS, tr("Papers")),
        (Along.COSTS, tr("Planned costs")),
    ]


def copy_editor(circles: Sequence[tuple[str, int]]) -> type[CopyEditor]:
    """The dialog with the circles of one reception."""
    return type("CopyEditor", (CopyEditor,), {"circles": tuple(circles)})


@dataclass(frozen=True, slots=True)
class Moving:
    """Another moment in the dialog; `before` is the present one, `told` who was invited for it."""

    draft: MoveDraft = field(default_factory=MoveDraft)
    before: dt.datetime | None = None
    told: int = 0
    record: UUID | None = None
    look: Look = field(default=nowhere, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class MomentEditor(Editor[Moving]):
    """Asks for another moment, and says what moves along and who must be told."""

    width_wanted = 520

    def build(self) -> Form:
        """The form, empty."""
        self._entry = Moving()
        self.moves = Text("", ink="text2", wrap=True)
        self.hint = DayHint()
        self.told = Banner("Notice")
        made = Form(
            [
                self.moves,
                [DateField("day", tr("Day"), needed=True), TimeField("from", tr("From"))],
                self.hint,
                self.told,
            ]
        )
        made.changed.connect(self._tell)
        return made

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Move")

    def fill(self, draft: Moving) -> None:
        """Show the present moment, or the one that was asked for."""
        self._entry = draft
        self.hint.but = draft.record
        begins = draft.draft.starts_at
        self.form.set_values(
            {
                "day": begins.date() if begins else None,
                "from": begins.time() if begins else None,
            }
        )
        self._tell()

    def _tell(self) -> None:
        self.hint.show_day(self.form["day"].value(), self._entry.look)
        words = [tr("Programme, relative tasks, arrivals and the day of reply move along.")]
        if self._entry.before is not None:
            now = f"{written(self._entry.before.date(), 'full')}, {self._entry.before:%H:%M}"
            words.insert(0, tr("Now {moment}.", moment=now))
        self.moves.say(" ".join(words))
        before, after = self._entry.before, self.draft().draft.starts_at
        moved = distance(before, after) is not None
        told = to_tell(self._entry.told, before) if before and moved else ""
        self.told.say(read(told))

    def draft(self) -> Moving:
        """Make a moment of what was typed."""
        values = self.form.values()
        return replace(self._entry, draft=MoveDraft(moment(values["day"], values["from"])))
