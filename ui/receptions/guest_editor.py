"""The form of a guest: on the list, with whom, on the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from app.receptions.draft import GuestDraft
from app.receptions.queries import DelegationRow, GuestRow, delegations
from app.receptions.rules import Circle, label
from app.receptions.rules.guests import round_letter
from ui.contacts.choices import finder, no_finder
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField, TimeField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField
from ui.receptions.company_field import CompanyField

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.errors import Problem
    from ui.core.jobs import Jobs
    from ui.core.record_field import Answer, Search

ROUNDS = 4
_WORDS = ("circle", "note", "seat", "car", "plate", "photo_consent")
_FLAGS = ("guest_of_honour", "spouse_programme")


@dataclass(frozen=True, slots=True)
class GuestEntry:
    """A guest in the editor: the draft, and the names of what it points at."""

    draft: GuestDraft = field(default_factory=GuestDraft)
    day: dt.date | None = None
    interprets_for: Choice | None = None
    people: dict[object, str] = field(default_factory=dict, compare=False)
    known: tuple[DelegationRow, ...] = ()
    look: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


def entry_of(
    guest: GuestRow, day: dt.date | None, known: tuple[DelegationRow, ...], look: Search
) -> GuestEntry:
    """What the editor starts from."""
    names = [one for one in GuestDraft.__slots__ if hasattr(guest, one) and one != "delegation"]
    values: dict[str, Any] = {name: getattr(guest, name) for name in names}
    values["companions"] = tuple(one.draft for one in guest.companions)
    values["delegation"] = guest.delegation_id
    values["interprets_for"] = guest.interprets_for_id
    for_whom = guest.interprets_for_id
    return GuestEntry(
        GuestDraft(**values),
        day,
        Choice(for_whom, guest.interprets_for) if for_whom else None,
        {one.draft.person: one.name for one in guest.companions if one.draft.person},
        known,
        look,
    )


class GuestEditor(Editor[GuestEntry]):
    """Edits one line of the guest list."""

    width_wanted = 680

    @classmethod
    def begin(
        cls,
        parent: QWidget,
        jobs: Jobs,
        guest: GuestRow,
        where: tuple[UUID, dt.date | None],
        save: Callable[..., object],
    ) -> None:
        """Ask which delegations there are, then show the form and save. `where` is the reception
        and its day.
        """

        def asked(known: list[DelegationRow]) -> None:
            look = finder(jobs, parent, "person")
            entry = entry_of(guest, where[1], tuple(known), look)
            cls.edit(parent, guest_name(guest), entry, save=save)

        jobs.ask(delegations, where[0], then=asked, owner=parent, urgent=True)

    def build(self) -> Form:
        """The form, empty."""
        self._entry = GuestEntry()
        circles = [(str(one), read(label(one))) for one in Circle]
        rounds = [
            (str(one), tr("Round {letter}", letter=round_letter(one)))
            for one in range(1, ROUNDS + 1)
        ]
        photo = [("", tr("Not asked")), ("yes", tr("Agrees")), ("no", tr("No photo"))]
        self._delegation = ChoiceField(
            "delegation", tr("Delegation"), [("", tr("In no delegation"))]
        )
        self.company = CompanyField("companions", tr("Who comes along"))
        self._more = RecordField(
            "of_office", tr("Or somebody of the office"), self._find,
            hint=tr("Who comes along without a name counts in the number only."),
        )  # fmt: skip
        self._more.changed.connect(self._add_person)
        return Form(
            [
                [
                    ChoiceField("circle", tr("Circle"), circles),
                    ChoiceField("invitation_round", tr("Invitation"), rounds),
                    NumberField("persons", tr("Persons"), least=1, needed=True),
                ],
                [
                    CheckField("guest_of_honour", tr("Guest of honour")),
                    CheckField("spouse_programme", tr("Follows the partners’ programme")),
                ],
                tr("Comes with"),
                self.company,
                self._more,
                tr("On the day"),
                [
                    TextField("seat", tr("Seat")),
                    TimeField("arrives_at", tr("Arrives at")),
                    TextField("car", tr("Car")),
                    TextField("plate", tr("Number plate")),
                ],
                [
                    self._delegation,
                    RecordField("interprets_for", tr("Interprets for"), self._find),
                    ChoiceField("photo_consent", tr("Photographs"), photo),
                ],
                LongTextField("note", tr("Note"), lines=2),
            ]
        )

    def _find(self, text: str, answer: Answer) -> None:
        self._entry.look(text, answer)

    def _add_person(self) -> None:
        chosen = self._more.choice()
        if chosen is None:
            return
        self.company.set_value(chosen)
        self._more.set_value(None)
        least = 1 + len(self.company.value())
        if cast("int", self.form["persons"].value() or 1) < least:
            self.form["persons"].set_value(least)

    def fill(self, draft: GuestEntry) -> None:
        """Show a guest."""
        self._entry = draft
        self.company.know(draft.people)
        for one in draft.known:
            self._delegation.editor.addItem(one.draft.name, str(one.id))
        guest = draft.draft
        values: dict[str, object] = {
            name: getattr(guest, name) for name in (*_WORDS, *_FLAGS, "persons", "companions")
        }
        values["invitation_round"] = str(guest.invitation_round)
        values["delegation"] = str(guest.delegation) if guest.delegation else ""
        values["arrives_at"] = guest.arrives_at
        values["interprets_for"] = draft.interprets_for
        self.form.set_values(values)

    def draft(self) -> GuestEntry:
        """Make a guest of what was typed."""
        values: dict[str, Any] = self.form.values()
        chosen = str(values["delegation"])
        companions = self.company.value()
        at = values["arrives_at"]
        day = self._entry.day or (at.date() if isinstance(at, dt.datetime) else None)
        moment = at.time() if isinstance(at, dt.datetime) else at
        plain: dict[str, Any] = {name: str(values[name] or "") for name in _WORDS}
        plain |= {name: bool(values[name]) for name in _FLAGS}
        typed = replace(
            self._entry.draft,
            **plain,
            persons=max(values["persons"] or 1, 1 + len(companions)),
            invitation_round=int(str(values["invitation_round"] or "1")),
            arrives_at=dt.datetime.combine(day, moment) if day and moment else None,
            delegation=next((one.id for one in self._entry.known if str(one.id) == chosen), None),
            interprets_for=values["interprets_for"],
            companions=companions,
        )
        return replace(self._entry, draft=typed)


def guest_name(guest: GuestRow) -> str:
    """The title of a dialog about a guest."""
    from app.contacts.rules import names

    return names.full_name(guest.name)
