"""The dialog of a leg: how, from where to where, when, and who travels."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from app.missions.rules.figures import kilometres
from app.missions.rules.travel import VEHICLE_MODES, Mode, classes_of
from app.missions.rules.travel_words import class_label, mode_label
from ui.core import language
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, DecimalField, NumberField, TimeField
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.missions.fields import HoursField, PlaceField
from ui.missions.who_field import WhoField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.core.errors import Problem
    from app.missions.draft import LegDraft
    from app.missions.queries import Party
    from app.missions.rules.airports import Airport

Airports: TypeAlias = "Callable[[str, Callable[[Sequence[Airport]], None]], object]"
Flown: TypeAlias = "Callable[[str, str, Callable[[float | None], None]], object]"
_TEXTS = ("operator", "number", "start", "end", "motive", "note")


def _no_airports(text: str, answer: Callable[[Sequence[Airport]], None]) -> None:
    del text
    answer([])


def _not_flown(start: str, end: str, answer: Callable[[float | None], None]) -> None:
    del start, end
    answer(None)


@dataclass(frozen=True, slots=True)
class LegEntry:
    """A leg in the editor with who may travel; airports and great circles are looked up."""

    draft: LegDraft
    party: Party
    look: Airports = field(default=_no_airports, compare=False)
    flown: Flown = field(default=_not_flown, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class LegEditor(Editor[LegEntry]):
    """Edits a leg; kinds of seats follow the mode, the distance of a flight its airports."""

    width_wanted = 680

    def build(self) -> Form:
        """The form, empty."""
        self._entry: LegEntry | None = None
        self._circle: tuple[str, str] = ("", "")
        modes = [(str(one), read(mode_label(one))) for one in Mode]
        made = Form(
            [
                [
                    ChoiceField("mode", tr("How"), modes),
                    ChoiceField("travel_class", tr("Class or kind"), []),
                    TextField("operator", tr("Company")),
                    TextField("number", tr("Number")),
                ],
                [
                    PlaceField("start", tr("Leaves from"), needed=True),
                    PlaceField("end", tr("Goes to"), needed=True),
                ],
                [
                    DateField("departs_on", tr("Departs on")),
                    TimeField("departs_time", tr("at")),
                ],
                [
                    DateField("arrives_on", tr("Arrives on")),
                    TimeField("arrives_time", tr("at")),
                ],
                [
                    DecimalField("distance_km", tr("Kilometres")),
                    NumberField("shared_by", tr("Persons in a vehicle"), least=1, most=99),
                    HoursField("train_minutes", tr("Door to door by train")),
                ],
                TextField("motive", tr("Why one flies")),
                WhoField("travellers", tr("Who travels")),
                LongTextField("note", tr("Note"), lines=1),
            ]
        )
        made.changed.connect(self._follow)
        return made

    def fill(self, draft: LegEntry) -> None:
        """Show a leg."""
        self._entry = draft
        leg = draft.draft
        who = cast("WhoField", self.form["travellers"])
        who.offer(draft.party, leg.travellers)
        for name in ("start", "end"):
            cast("PlaceField", self.form[name]).look = self._look
        values: dict[str, object] = {
            name: getattr(leg, name)
            for name in (*_TEXTS, "mode", "shared_by", "train_minutes", "travellers")
        }
        values["distance_km"] = _tenth(leg.distance_km)
        for name in ("departs", "arrives"):
            moment: dt.datetime | None = getattr(leg, f"{name}_at")
            values[f"{name}_on"] = moment.date() if moment else None
            values[f"{name}_time"] = moment.time() if moment else None
        self.form.set_values(values)
        self._offer_classes()
        self.form["travel_class"].set_value(leg.travel_class)
        self._show_for_mode()

    def _look(self, text: str, answer: Callable[[Sequence[Airport]], None]) -> None:
        if self._entry is not None and self.form["mode"].value() == Mode.PLANE:
            self._entry.look(text, answer)

    def _offer_classes(self) -> None:
        classes = classes_of(str(self.form["mode"].value()))
        field_ = cast("ChoiceField", self.form["travel_class"])
        if field_.value() not in [str(one) for one in classes]:
            field_.set_value("")
        field_.offer([(str(one), read(class_label(one))) for one in classes])

    def _follow(self) -> None:
        self._offer_classes()
        self._show_for_mode()

    def _show_for_mode(self) -> None:
        mode = self.form["mode"].value()
        flies = mode == Mode.PLANE
        self.form["train_minutes"].setVisible(flies)
        self.form["motive"].setVisible(flies)
        self.form["shared_by"].setVisible(mode in VEHICLE_MODES)
        if not flies:
            self.form["distance_km"].set_hint(tr("Of the route"))
            self._circle = ("", "")
            return
        ends = (str(self.form["start"].value()), str(self.form["end"].value()))
        if ends != self._circle and self._entry is not None:
            self._circle = ends
            self._entry.flown(*ends, self._tell_circle)

    def _tell_circle(self, kilometres_flown: float | None) -> None:
        hint = tr("Empty: the great circle between airports (BRU, HND).")
        if kilometres_flown is not None:
            told = kilometres(kilometres_flown, language.current())
            hint = tr("Great circle: {distance}, taken where this is empty.", distance=told)
        self.form["distance_km"].set_hint(hint)

    def draft(self) -> LegEntry:
        """Make a leg of what was typed."""
        values: dict[str, Any] = self.form.values()
        flies = values["mode"] == Mode.PLANE
        typed: dict[str, Any] = {name: str(values[name]) for name in (*_TEXTS, "mode")}
        entry = cast("LegEntry", self._entry)
        before = entry.draft.distance_km
        distance = values["distance_km"]
        if before is not None and distance == round(before, 1):
            distance = before
        leg = replace(
            entry.draft,
            **typed,
            travel_class=str(values["travel_class"]),
            departs_at=_moment(values["departs_on"], values["departs_time"]),
            arrives_at=_moment(values["arrives_on"], values["arrives_time"]),
            distance_km=distance,
            shared_by=values["shared_by"] if values["mode"] in VEHICLE_MODES else None,
            train_minutes=values["train_minutes"] if flies else None,
            travellers=values["travellers"],
        )
        return replace(entry, draft=leg)


def _tenth(kilometres_kept: float | None) -> float | int | None:
    """Kilometres to a tenth, whole where they are."""
    if kilometres_kept is None:
        return None
    tenth = round(kilometres_kept, 1)
    return int(tenth) if tenth.is_integer() else tenth


def _moment(day: dt.date | None, time: dt.time | None) -> dt.datetime | None:
    """A day with its time, midnight where none was typed."""
    return dt.datetime.combine(day, time or dt.time()) if day else None
