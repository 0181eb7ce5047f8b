"""Small dialogs of the overview: a destination, an objective, how long travel papers stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.rules.zones import usual_zone, zones_of
from app.missions.draft import DestinationDraft, ObjectiveDraft
from app.missions.rules.mission import Reached, reached_label
from ui.contacts.choices import country_choices
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class DestinationEditor(Editor[DestinationDraft]):
    """A city, its days and its own time."""

    def build(self) -> Form:
        """The form, empty."""
        self._country = ChoiceField("country_code", tr("Country"), country_choices())
        self._zone = ChoiceField("time_zone", tr("Time zone"), _zones(""))
        self._country.changed.connect(self._country_chosen)
        return Form(
            [
                TextField("city", tr("City"), needed=True),
                [self._country, self._zone],
                [
                    DateField("arrives_on", tr("Arrives on")),
                    DateField("leaves_on", tr("Leaves on")),
                ],
                LongTextField("facts", tr("What to know of it"), lines=4),
            ]
        )

    def _country_chosen(self) -> None:
        """Offer the zones of the country; the only one is chosen."""
        country = self._country.value()
        self._zone.offer(_zones(country))
        if usual_zone(country):
            self._zone.set_value(usual_zone(country))

    def fill(self, draft: DestinationDraft) -> None:
        """Show a draft."""
        self._zone.offer(_zones(draft.country_code))
        self.form.set_values({name: getattr(draft, name) for name in DestinationDraft.__slots__})

    def draft(self) -> DestinationDraft:
        """What was typed."""
        values = cast("dict[str, Any]", self.form.values())
        return DestinationDraft(**{name: values[name] for name in DestinationDraft.__slots__})


def _zones(country: str) -> list[tuple[str, str]]:
    found = zones_of(country) or zones_of("")
    return [("", tr("Not known")), *((one, one.replace("_", " ")) for one in found)]


class ObjectiveEditor(Editor[ObjectiveDraft]):
    """What is to come of the mission; when it is back, what came."""

    def build(self) -> Form:
        """The form, empty."""
        reached = [(str(one), read(reached_label(one))) for one in Reached]
        return Form(
            [
                TextField("what", tr("Objective"), needed=True),
                [
                    TextField("target", tr("How many"), hint=tr("For example: 2")),
                    TextField("measure", tr("Of what"), hint=tr("For example: agreements signed")),
                ],
                tr("Once it is back"),
                ChoiceField("reached", tr("Reached"), reached),
                LongTextField("result", tr("What came of it"), lines=3),
            ]
        )

    def fill(self, draft: ObjectiveDraft) -> None:
        """Show a draft."""
        self.form.set_values({name: getattr(draft, name) for name in ObjectiveDraft.__slots__})

    def draft(self) -> ObjectiveDraft:
        """What was typed."""
        values = cast("dict[str, Any]", self.form.values())
        return ObjectiveDraft(**{name: values[name] for name in ObjectiveDraft.__slots__})


@dataclass(frozen=True, slots=True)
class DaysDraft:
    """After how many days travel papers go."""

    days: int = 60

    def problems(self) -> list[Problem]:
        """The command looks at it."""
        return []


class DaysEditor(Editor[DaysDraft]):
    """The office's term for travel papers."""

    def build(self) -> Form:
        """The form, empty."""
        hint = tr("For every mission of the office; also erased from the history and undo.")
        field = NumberField("days", tr("Days after the return"), most=3650, needed=True, hint=hint)
        return Form([field])

    def fill(self, draft: DaysDraft) -> None:
        """Show a draft."""
        self.form.set_values({"days": draft.days})

    def draft(self) -> DaysDraft:
        """What was typed."""
        return DaysDraft(cast("int", self.form.values()["days"] or 0))


@dataclass(frozen=True, slots=True)
class ErasingDraft:
    """That somebody means it."""

    sure: bool = False

    def problems(self) -> list[Problem]:
        """The one thing here that cannot be taken back."""
        if self.sure:
            return []
        return [Problem("sure", say(N_("Tick this first: it cannot be taken back.")))]


class ErasingEditor(Editor[ErasingDraft]):
    """Asked because undo does not bring travel papers back."""

    def build(self) -> Form:
        """The form, empty."""
        words = tr("Erase the travel papers for good, also from the history")
        return Form([CheckField("sure", words)])

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Erase")

    def fill(self, draft: ErasingDraft) -> None:
        """Show a draft."""
        self.form.set_values({"sure": draft.sure})

    def draft(self) -> ErasingDraft:
        """What was ticked."""
        return ErasingDraft(bool(self.form.values()["sure"]))


def confirm_erasing(parent: QWidget, number: int, erase: Callable[..., object]) -> None:
    """Ask once; `erase(then=, failed=)` does it."""
    title = tr("Erase the travel papers of {n}", n=number)
    ErasingEditor.edit(
        parent, title, ErasingDraft(),
        save=lambda _draft, done, failed: erase(then=done, failed=failed),
    )  # fmt: skip
