"""The dialogs of matchmaking: a party, slots, tables, a meeting, what came of it, a ranked list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.draft import (
    FairPartyDraft,
    MeetingDraft,
    OutcomeDraft,
    RoomOfTablesDraft,
    SlotsDraft,
)
from app.missions.rules.meetings import Result, Side, interpreters_of, result_label, side_label
from ui.contacts.choices import finder
from ui.core import language
from ui.core.chips_field import ChipsField
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import CheckField, ChoiceField, ListField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr, trn
from ui.core.record_field import Choice, RecordField
from ui.missions.schedule_model import language_words

if TYPE_CHECKING:
    from app.missions.queries import FairBoard, SlotRow
    from ui.core.jobs import Jobs

_LANGUAGES = (
    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hi", "hu", "id", "it", "ja", "ko", "nl",
    "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip


def language_choices() -> list[tuple[str, str]]:
    """Languages interpreters are needed for, by name, with none first."""
    named = sorted(((one, language_words(one)) for one in _LANGUAGES), key=lambda each: each[1])
    return [("", tr("No interpreter needed")), *named]


def time_words(slot: SlotRow) -> str:
    """A slot in words: number, day, from and until."""
    hours = f"{slot.starts_at:%H:%M}–{slot.ends_at:%H:%M}"
    return f"{slot.number} · {hours} · {language.day(slot.starts_at.date())}"


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A party in the editor, with the slots it may miss and who it is in the office."""

    draft: FairPartyDraft
    jobs: Jobs
    slots: tuple[SlotRow, ...] = ()
    known_as: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class PartyEditor(Editor[PartyEntry]):
    """Edits a company or a host."""

    width_wanted = 620

    def build(self) -> Form:
        """The form, empty; who it is in the office is asked once the jobs are known."""
        sides = [(str(one), read(side_label(one))) for one in Side]
        self._look: Any = None
        return Form(
            [
                TextField("name", tr("Company or host"), needed=True),
                [
                    ChoiceField("side", tr("Side"), sides),
                    NumberField("most", tr("Meetings at most"), least=1, most=200),
                ],
                LongTextField(
                    "wanted", tr("Wanted"), lines=2, hint=tr("What it looks for, in its own words.")
                ),
                LongTextField("offered", tr("Offered"), lines=2),
                [
                    ChoiceField("language", tr("Interpreter for"), language_choices()),
                    RecordField("organisation", tr("Known in the office as"), self._search),
                ],
                ChipsField("away", tr("Cannot come in"), [], placeholder=tr("Type a time: 10:20")),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )

    def _search(self, text: str, answer: Any) -> None:
        if self._look is not None:
            self._look(text, answer)

    def fill(self, draft: PartyEntry) -> None:
        """Show a party."""
        self._entry = draft
        self._look = finder(draft.jobs, self, "organisation")
        slots = [(str(one.position), time_words(one)) for one in draft.slots]
        cast("ChipsField", self.form["away"]).offer(slots)
        party = draft.draft
        known = Choice(party.organisation, draft.known_as) if party.organisation else None
        names = ("name", "side", "most", "wanted", "offered", "language", "note")
        values: dict[str, object] = {name: getattr(party, name) for name in names}
        there = {one.position for one in draft.slots}
        values["away"] = tuple(str(one) for one in party.away if one in there)
        values["organisation"] = known
        self.form.set_values(values)

    def draft(self) -> PartyEntry:
        """Make a party of what was typed."""
        values: dict[str, Any] = self.form.values()
        values["away"] = tuple(int(one) for one in values["away"])
        return replace(self._entry, draft=replace(self._entry.draft, **values))


class SlotsEditor(Editor[SlotsDraft]):
    """Makes the slots of a day."""

    def build(self) -> Form:
        """The form, empty."""
        made = Form(
            [
                DateField("day", tr("Day"), needed=True),
                [TimeField("starts", tr("From")), TimeField("until", tr("Until"))],
                [
                    NumberField("minutes", tr("Minutes a meeting takes"), least=1, most=480),
                    NumberField("pause", tr("Minutes between two"), least=0, most=240),
                ],
            ]
        )
        made.changed.connect(self._tell)
        return made

    def fill(self, draft: SlotsDraft) -> None:
        """Show what is usual."""
        self.form.set_values({name: getattr(draft, name) for name in SlotsDraft.__slots__})
        self._tell()

    def _tell(self) -> None:
        draft = self.draft()
        count = 0 if draft.problems() else len(draft.times())
        self.form["pause"].set_hint(trn("{n} slot", "{n} slots", count) if count else "")

    def draft(self) -> SlotsDraft:
        """Make slots of what was typed."""
        return SlotsDraft(**cast("dict[str, Any]", self.form.values()))

    def save_words(self) -> str:
        """What saving does."""
        return tr("Make slots")


@dataclass(frozen=True, slots=True)
class TablesEntry:
    """Tables and interpreters in the editor; `lines` as typed, one language a line."""

    tables: int | None = None
    lines: tuple[str, ...] = ()

    @classmethod
    def of(cls, board: FairBoard) -> TablesEntry:
        """As the mission has them."""
        return cls(board.tables, tuple(f"{a}={n}" for a, n in sorted(board.interpreters.items())))

    def made(self) -> RoomOfTablesDraft:
        """As the office takes it."""
        return RoomOfTablesDraft(self.tables, tuple(sorted(interpreters_of(self.lines).items())))

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if len(interpreters_of(self.lines)) != len(self.lines):
            told = say(N_("Write a language and a number on each line: ja=2."))
            return [Problem("lines", told)]
        return self.made().problems()


class TablesEditor(Editor[TablesEntry]):
    """Edits how many tables and interpreters there are."""

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                NumberField(
                    "tables", tr("Tables"), least=1, most=999,
                    hint=tr("Left open, every host has one."),
                ),
                ListField(
                    "lines", tr("Interpreters"),
                    hint=tr("One language a line: ja=2 are two of Japanese."), lines=3,
                ),
            ]
        )  # fmt: skip

    def fill(self, draft: TablesEntry) -> None:
        """Show what there is."""
        self.form.set_values({"tables": draft.tables, "lines": draft.lines})

    def draft(self) -> TablesEntry:
        """Make an entry of what was typed."""
        return TablesEntry(**cast("dict[str, Any]", self.form.values()))


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting in the editor, among whom and when it may be; `fixed` ones keep their parties."""

    draft: MeetingDraft
    board: FairBoard
    fixed: bool = False

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class MeetingEditor(Editor[MeetingEntry]):
    """Sets a meeting by hand, or moves one; slots in which both are free stand first."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self.company = ChoiceField("company", tr("Company"), [])
        self.host = ChoiceField("host", tr("Host"), [])
        self.slot = ChoiceField("slot", tr("Slot"), [])
        made = Form(
            [
                [self.company, self.host],
                self.slot,
                TextField("place", tr("Table or place"), hint=tr("Left open, a free table.")),
                CheckField("locked", tr("Stays when the rest is arranged anew")),
            ]
        )
        self.company.changed.connect(self._offer_slots)
        self.host.changed.connect(self._offer_slots)
        return made

    def fill(self, draft: MeetingEntry) -> None:
        """Show a meeting."""
        self._entry = draft
        board = draft.board
        none = ("", tr("None"))
        self.company.offer([none, *((one.id.hex, one.name) for one in board.companies)])
        self.host.offer([none, *((one.id.hex, one.name) for one in board.hosts)])
        ids = {
            name: found.hex if (found := getattr(draft.draft, name)) else ""
            for name in ("company", "host", "slot")
        }
        self.form.set_values({name: ids[name] for name in ("company", "host")})
        self._offer_slots()
        self.form.set_values({"place": draft.draft.place, "locked": draft.draft.locked})
        if draft.fixed or draft.draft.slot is not None:
            self.form.set_values({"slot": ids["slot"]})
        for one in (self.company, self.host):
            one.setEnabled(not draft.fixed)

    def _offer_slots(self) -> None:
        board, values = self._entry.board, self.form.values()
        parties = [one for one in board.parties.values()
                   if one.id.hex in (values["company"], values["host"])]  # fmt: skip
        free, busy = [], []
        for slot in board.slots:
            taken = [
                one.name
                for one in parties
                if slot.id in board.days.get(one.id, {}) or board.is_away(one, slot)
            ]
            mine = slot.id == self._entry.draft.slot
            if taken and not mine:
                words = tr("{slot} · not free: {names}",
                           slot=time_words(slot), names=", ".join(taken))  # fmt: skip
                busy.append((slot.id.hex, words))
            else:
                free.append((slot.id.hex, time_words(slot)))
        self.slot.offer([("", tr("No time yet")), *free, *busy])
        if not self.slot.value() and free and not self._entry.fixed:
            self.slot.set_value(free[0][0])

    def draft(self) -> MeetingEntry:
        """Make a meeting of what was typed."""
        values: dict[str, Any] = self.form.values()
        for name in ("company", "host", "slot"):
            values[name] = UUID(hex=values[name]) if values[name] else None
        return replace(self._entry, draft=replace(self._entry.draft, **values))


class OutcomeEditor(Editor[OutcomeDraft]):
    """Notes what came of a meeting, and what is to follow."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        results = [(one, read(result_label(one))) for one in ("", *Result)]
        return Form(
            [
                ChoiceField("result", tr("What came of it"), results),
                LongTextField("outcome", tr("In words"), lines=3),
                tr("To follow up"),
                TextField("task", tr("What is to be done"),
                          hint=tr("It becomes a task of the mission, seen on Today.")),
                [TextField("owner", tr("By whom")), DateField("due_on", tr("Before"))],
            ]
        )  # fmt: skip

    def fill(self, draft: OutcomeDraft) -> None:
        """Show what was noted."""
        self.form.set_values({name: getattr(draft, name) for name in OutcomeDraft.__slots__})

    def draft(self) -> OutcomeDraft:
        """Make an outcome of what was typed."""
        return OutcomeDraft(**cast("dict[str, Any]", self.form.values()))


@dataclass(frozen=True, slots=True)
class RankEntry:
    """Whom a party would meet, in order; `offered` are all of the other side."""

    chosen: tuple[str, ...]
    offered: tuple[tuple[str, str], ...] = ()

    def problems(self) -> list[Problem]:
        """Nothing can be wrong with it."""
        return []


class RankEditor(Editor[RankEntry]):
    """Edits the wishes of a party as a ranked list: the first weighs 5, the fifth and on 1."""

    room_below = 160

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                ChipsField(
                    "chosen", tr("Whom it would meet, the dearest first"), [],
                    hint=tr("The first weighs 5, the next 4, the fifth and all after it 1."),
                    placeholder=tr("Type a name"),
                )
            ]
        )  # fmt: skip

    def fill(self, draft: RankEntry) -> None:
        """Show the list."""
        self._entry = draft
        cast("ChipsField", self.form["chosen"]).offer(draft.offered)
        self.form.set_values({"chosen": draft.chosen})

    def draft(self) -> RankEntry:
        """The list as it was put together."""
        values: dict[str, Any] = self.form.values()
        return replace(self._entry, chosen=tuple(values["chosen"]))


def ranked(board: FairBoard, party: UUID) -> RankEntry:
    """The wishes of a party as a ranked list, the strongest first."""
    ours = any(one.id == party for one in board.companies)
    others = board.hosts if ours else board.companies
    names = {one.id: one.name for one in others}
    mine = sorted(
        ((weight, other) for (one, other), weight in board.wishes.items() if one == party),
        key=lambda each: (-each[0], names[each[1]]),
    )
    return RankEntry(
        tuple(other.hex for _weight, other in mine),
        tuple((one.id.hex, one.name) for one in others),
    )
