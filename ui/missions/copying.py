"""The dialogs that copy a mission, and that give it another departure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.dossiers.draft import Along, MoveDraft
from app.missions.draft import MissionAlong, MissionCopyDraft
from app.missions.queries import Booked
from app.missions.rules.moving import to_rebook
from ui.core.cards import Banner
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, TimeField
from ui.core.fields import CheckField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import day as written
from ui.core.language import read, tr
from ui.dossiers.template_choice import moment

if TYPE_CHECKING:
    import datetime as dt

    from app.core.errors import Problem


@dataclass(frozen=True, slots=True)
class Copying:
    """A copy in the dialog; `people` is how many may come along."""

    draft: MissionCopyDraft = field(default_factory=MissionCopyDraft)
    people: int = 0

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class MissionCopyEditor(Editor[Copying]):
    """Asks what comes along into a copy of a mission, and when it leaves."""

    width_wanted = 640

    def build(self) -> Form:
        """The form, empty."""
        self._entry = Copying()
        own = [CheckField(str(one), words) for one, words in _own_words()]
        along = [CheckField(str(one), words) for one, words in _along_words()]
        self.people = CheckField(str(MissionAlong.PARTICIPANTS), tr("Participants and groups"))
        boxes = [*own, *along]
        told = tr(
            "The copy is an idea again: nothing is decided, booked, paid or told of results."
            " Travel papers, journeys, rooms and meetings never come along."
        )
        return Form(
            [
                TextField("title", tr("Title"), needed=True),
                [DateField("day", tr("Leaves on")), TimeField("from", tr("Time"))],
                tr("What comes along"),
                *[boxes[at : at + 3] for at in range(0, len(boxes), 3)],
                self.people,
                Text(told, "small", ink="text2", wrap=True),
            ]
        )

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
        values |= {str(one): one in draft.draft.own for one in MissionAlong}
        self.form.set_values(values)
        self.people.setVisible(draft.people > 0)

    def draft(self) -> Copying:
        """Make a copy of what was typed."""
        values = self.form.values()
        made = MissionCopyDraft(
            str(values["title"]),
            moment(values["day"], values["from"]),
            frozenset(one for one in Along if values[str(one)]),
            frozenset(one for one in MissionAlong if values[str(one)]),
        )
        return replace(self._entry, draft=made)


def _own_words() -> list[tuple[MissionAlong, str]]:
    return [
        (MissionAlong.DESTINATIONS, tr("Destinations")),
        (MissionAlong.OBJECTIVES, tr("Objectives")),
        (MissionAlong.TEXTS, tr("Texts of the booklet")),
    ]


def _along_words() -> list[tuple[Along, str]]:
    return [
        (Along.PROGRAMME, tr("Programme")),
        (Along.CHECKLIST, tr("Checklist")),
        (Along.ROLES, tr("Roles")),
        (Along.PAPERS, tr("Papers")),
        (Along.COSTS, tr("Planned costs")),
    ]


@dataclass(frozen=True, slots=True)
class Moving:
    """Another departure in the dialog; `before` is the present one, `booked` what hangs on it."""

    draft: MoveDraft = field(default_factory=MoveDraft)
    before: dt.datetime | None = None
    booked: Booked = field(default_factory=Booked)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class DepartureEditor(Editor[Moving]):
    """Asks for another departure; says what moves along and what somebody must see to."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._entry = Moving()
        self.moves = Text("", ink="text2", wrap=True)
        self.told = Banner("Notice")
        made = Form(
            [
                self.moves,
                [DateField("day", tr("Leaves on"), needed=True), TimeField("from", tr("Time"))],
                self.told,
            ]
        )
        made.changed.connect(self._tell)
        return made

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Move")

    def fill(self, draft: Moving) -> None:
        """Show the present departure."""
        self._entry = draft
        begins = draft.draft.starts_at
        self.form.set_values(
            {
                "day": begins.date() if begins else None,
                "from": begins.time() if begins else None,
            }
        )
        self._tell()

    def _tell(self) -> None:
        words = [
            tr(
                "The return, destinations, programme, registration and relative tasks move along"
                " by whole days; journeys and rooms stay as they are booked."
            )
        ]
        before, after = self._entry.before, self.draft().draft.starts_at
        if before is not None:
            now = f"{written(before.date(), 'full')}, {before:%H:%M}"
            words.insert(0, tr("Now {moment}.", moment=now))
        self.moves.say(" ".join(words))
        told = []
        if before is not None and after is not None and before.date() != after.date():
            found = self._entry.booked
            told = to_rebook(found.told, found.legs, found.rooms, before)
        self.told.say(" ".join(read(one) for one in told))

    def draft(self) -> Moving:
        """Make a departure of what was typed."""
        values = self.form.values()
        return replace(self._entry, draft=MoveDraft(moment(values["day"], values["from"])))
