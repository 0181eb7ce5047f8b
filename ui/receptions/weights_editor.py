"""What counts in whom to invite: the office's own weights, each with why it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.receptions.commands import set_weights
from app.receptions.queries import weights
from app.receptions.rules.weights import LEAST, MOST, NAMES, Weights, weight_label, weight_reason
from ui.core.buttons import QUIET, Button
from ui.core.cards import row
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.page import Desk

_FOR = tuple(name for name in NAMES if getattr(Weights(), name) > 0)
_AGAINST = tuple(name for name in NAMES if getattr(Weights(), name) < 0)


@dataclass(frozen=True, slots=True)
class WeightsDraft:
    """The weights as typed; an empty field is None."""

    values: tuple[int | None, ...]

    def problems(self) -> list[Problem]:
        """Each must be a number."""
        empty = say(N_("Type a whole number; 0 leaves it out."))
        return [
            Problem(name, empty)
            for name, value in zip(NAMES, self.values, strict=True)
            if value is None
        ]

    def weights(self) -> Weights:
        """As the office keeps them."""
        known = zip(NAMES, self.values, strict=True)
        return Weights(**{name: value or 0 for name, value in known})


def draft_of(kept: Weights) -> WeightsDraft:
    """Weights as a draft."""
    return WeightsDraft(tuple(getattr(kept, name) for name in NAMES))


class WeightsEditor(Editor[WeightsDraft]):
    """`WeightsEditor.begin(window, desk)` reads, edits and keeps the weights."""

    width_wanted = 720

    def build(self) -> Form:
        """The form, empty: two weights a line."""
        told = Text(
            tr("Points are added up; the highest sum stands first. 0 leaves something out. These"
               " are the office’s own: no rule of protocol prescribes them."),
            ink="text2", wrap=True,
        )  # fmt: skip
        as_made = Button(tr("As furnished"), QUIET, icon="undo")
        as_made.clicked.connect(lambda: self._fill_again())
        return Form(
            [
                told,
                tr("Speaks for"), *self._pairs(_FOR),
                tr("Speaks against"), *self._pairs(_AGAINST),
                _line(as_made),
            ]
        )  # fmt: skip

    @staticmethod
    def _pairs(names: tuple[str, ...]) -> list[list[NumberField]]:
        made = [
            NumberField(
                name, read(weight_label(name)), least=LEAST, most=MOST,
                hint=read(weight_reason(name)), needed=True,
            )
            for name in names
        ]  # fmt: skip
        return [made[place : place + 2] for place in range(0, len(made), 2)]

    def _fill_again(self) -> None:
        self.fill(draft_of(Weights()))
        self.form.dirty = True

    def fill(self, draft: WeightsDraft) -> None:
        """Show the weights."""
        self.form.set_values(dict(zip(NAMES, draft.values, strict=True)))

    def draft(self) -> WeightsDraft:
        """Make weights of what was typed."""
        values = self.form.values()
        typed = (values[name] for name in NAMES)
        return WeightsDraft(tuple(one if isinstance(one, int) else None for one in typed))

    @classmethod
    def begin(cls, parent: QWidget, desk: Desk) -> None:
        """Read the weights, then show them."""

        def save(made: WeightsDraft, done: Done, failed: Failed) -> None:
            desk.jobs.run(set_weights, made.weights(), then=done, failed=failed, owner=parent)

        def told(kept: Weights) -> None:
            cls.edit(parent, tr("What counts in whom to invite"), draft_of(kept), save=save)

        desk.jobs.ask(weights, then=told, owner=parent)


def _line(button: Button) -> QWidget:
    from PySide6.QtWidgets import QWidget as Holder

    made = Holder()
    made.setLayout(row(button, None))
    return made
