"""The dialog of a hotel room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from app.missions.rules.rooms import Kind, kind_label, nights
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr, trn
from ui.missions.who_field import WhoField

if TYPE_CHECKING:
    from app.core.errors import Problem
    from app.missions.draft import RoomDraft
    from app.missions.queries import Party


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """A room in the editor with who may sleep in it; `each` gives everybody chosen a room."""

    draft: RoomDraft
    party: Party
    each: bool = False

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class RoomEditor(Editor[RoomEntry]):
    """Edits a room."""

    width_wanted = 600

    def build(self) -> Form:
        """The form, empty."""
        self._entry: RoomEntry | None = None
        kinds = [(str(one), read(kind_label(one))) for one in Kind]
        made = Form(
            [
                TextField("hotel", tr("Hotel"), needed=True),
                [
                    ChoiceField("kind", tr("Kind"), kinds),
                    TextField("number", tr("Room")),
                ],
                [
                    DateField("from_on", tr("First night")),
                    DateField("until_on", tr("Leaves on")),
                ],
                WhoField("sleepers", tr("Who sleeps in it")),
                LongTextField("note", tr("Note for the hotel"), lines=2),
            ]
        )
        made.changed.connect(self._tell_nights)
        return made

    def fill(self, draft: RoomEntry) -> None:
        """Show a room."""
        self._entry = draft
        room = draft.draft
        cast("WhoField", self.form["sleepers"]).offer(draft.party, room.sleepers)
        names = ("hotel", "kind", "number", "from_on", "until_on", "sleepers", "note")
        self.form.set_values({name: getattr(room, name) for name in names})
        if draft.each:
            self.form["sleepers"].set_hint(tr("Each of them gets a room like this."))
        self._tell_nights()

    def _tell_nights(self) -> None:
        values: dict[str, Any] = self.form.values()
        count = nights(values["from_on"], values["until_on"])
        told = trn("{n} night", "{n} nights", count) if count and count > 0 else ""
        self.form["until_on"].set_hint(told)

    def draft(self) -> RoomEntry:
        """Make a room of what was typed."""
        values: dict[str, Any] = self.form.values()
        entry = cast("RoomEntry", self._entry)
        return replace(entry, draft=replace(entry.draft, **values))
