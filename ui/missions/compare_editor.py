"""The dialog that compares a leg with other ways, and keeps what the train would take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from app.briefings.bar_chart import Bar, bar_chart
from app.missions.rules.comparing import Way, compare, told
from app.missions.rules.figures import hours, kilograms
from app.missions.rules.travel import TRAIN_KINDS, Mode, TravelClass
from app.missions.rules.travel_words import class_label, mode_label
from ui.briefings.drawing_view import DrawingView
from ui.core import language
from ui.core.editor import Editor
from ui.core.exact_fields import DecimalField, NumberField
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.missions.fields import HoursField

if TYPE_CHECKING:
    import datetime as dt

    from app.core.errors import Problem
    from app.missions.queries import Counting, LegRow
    from app.missions.rules.comparing import Compared


@dataclass(frozen=True, slots=True)
class CompareEntry:
    """A leg beside a train and a car; what is kept are the train's minutes and the motive."""

    row: LegRow
    counting: Counting
    day: dt.date
    train_minutes: int | None = None
    motive: str = ""

    def problems(self) -> list[Problem]:
        """Nothing can be wrong but what a field tells."""
        return []


class CompareEditor(Editor[CompareEntry]):
    """Shows kilograms and hours of each way while one types."""

    width_wanted = 600

    def build(self) -> Form:
        """The form, empty."""
        self._entry: CompareEntry | None = None
        self.told = Text("", "strong", wrap=True)
        self.chart = DrawingView(bar_chart([]), "")
        kinds = [(str(one), read(class_label(one))) for one in TRAIN_KINDS]
        made = Form(
            [
                [
                    DecimalField("train_km", tr("Kilometres by rail")),
                    ChoiceField("kind", tr("Kind of train"), kinds),
                    HoursField("train_minutes", tr("Door to door by train")),
                ],
                [
                    DecimalField("car_km", tr("Kilometres by road")),
                    NumberField("car_persons", tr("Persons in the car"), least=1, most=9),
                    HoursField("own_minutes", tr("Door to door as planned")),
                ],
                self.told,
                self.chart,
                TextField("motive", tr("Why one flies")),
            ]
        )
        made.changed.connect(self._show)
        return made

    def fill(self, draft: CompareEntry) -> None:
        """Show a leg beside a train."""
        self._entry = draft
        self.form.set_values(
            {
                "kind": str(TravelClass.HIGH_SPEED),
                "train_minutes": draft.train_minutes,
                "motive": draft.motive,
                "car_persons": 1,
            }
        )
        self.form["motive"].setVisible(draft.row.draft.mode == Mode.PLANE)
        self._show()

    def ways(self) -> list[Compared]:
        """What was typed, compared."""
        entry = cast("CompareEntry", self._entry)
        values: dict[str, Any] = self.form.values()
        leg = entry.row.draft
        kind = TravelClass(values["kind"] or TravelClass.AVERAGE)
        ways = [
            Way(
                Mode(leg.mode), TravelClass(leg.travel_class), leg.distance_km,
                values["own_minutes"], leg.shared_by or max(1, entry.row.going),
            ),
            Way(Mode.TRAIN, kind, values["train_km"], values["train_minutes"]),
            Way(
                Mode.CAR, distance_km=values["car_km"],
                passengers=values["car_persons"] or 1,
            ),
        ]  # fmt: skip
        known = [one for one in ways if one.distance_km is not None]
        return compare(known, entry.day, entry.counting.factors, entry.counting.sources)

    def _show(self) -> None:
        if self._entry is None:
            return
        found = self.ways()
        words = read(told(found, language.current()))
        self.told.say(words or tr("Type the kilometres of the other ways."))
        self.chart.show_drawing(bar_chart([_bar(one) for one in found]), words)

    def draft(self) -> CompareEntry:
        """What is kept of it."""
        values: dict[str, Any] = self.form.values()
        entry = cast("CompareEntry", self._entry)
        return replace(entry, train_minutes=values["train_minutes"], motive=str(values["motive"]))


def _bar(one: Compared) -> Bar:
    figure = tr("no row") if one.kg is None else kilograms(one.kg, language.current())
    if one.way.minutes is not None:
        figure = f"{figure} · {hours(one.way.minutes)}"
    return Bar(read(mode_label(one.way.mode)), one.kg or 0.0, figure, one.way.mode == Mode.PLANE)
