"""The dialog of a gift; it tells where the same was given before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from app.core.text import N_, say
from app.receptions.draft import GiftDraft
from app.receptions.rules import Direction, cents_of, direction_label, euros
from ui.contacts.choices import no_finder
from ui.core.cards import Banner
from ui.core.dates import BadEntryError
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, ReadField
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import day, read, tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from app.core.errors import Problem
    from app.receptions.queries import GiftRow
    from ui.core.record_field import Answer, Search

Before: TypeAlias = Callable[[GiftDraft, Callable[[Sequence["GiftRow"]], object]], object]
_TOLD = 3


def _never(draft: GiftDraft, answer: Callable[[Sequence[GiftRow]], object]) -> None:
    del draft
    answer([])


class MoneyField(ReadField):
    """An amount in euro, typed as "12,50"; its value is in cents."""

    def _read(self) -> int | None:
        typed = self.editor.text().strip()
        if not typed:
            return None
        cents = cents_of(typed)
        if cents is None:
            raise BadEntryError(say(N_("This is not an amount. Type it as 12,50.")))
        return cents

    def _written(self, value: object) -> str:
        return euros(value) if isinstance(value, int) else ""


@dataclass(frozen=True, slots=True)
class GiftEntry:
    """A gift in the editor with whom it is for or from by name; `before` asks for earlier ones."""

    draft: GiftDraft = field(default_factory=GiftDraft)
    person: Choice | None = None
    organisation: Choice | None = None
    reception: Choice | None = None
    look_people: Search = field(default=no_finder, compare=False)
    look_posts: Search = field(default=no_finder, compare=False)
    look_receptions: Search = field(default=no_finder, compare=False)
    before: Before = field(default=_never, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class GiftEditor(Editor[GiftEntry]):
    """Edits a gift."""

    width_wanted = 640

    def build(self) -> Form:
        """The form, empty."""
        self._entry = GiftEntry()
        self._asked: tuple[object, ...] = ()
        self.warning = Banner("Notice")
        ways = [(str(one), read(direction_label(one))) for one in Direction]
        made = Form(
            [
                [
                    ChoiceField("direction", tr("Which way"), ways),
                    DateField("given_on", tr("Day")),
                    MoneyField("value", tr("Value in euro"), placeholder="12,50"),
                ],
                TextField("what", tr("What"), needed=True),
                self.warning,
                [
                    RecordField("person", tr("Person"), self._find_people),
                    RecordField("organisation", tr("Post or organisation"), self._find_posts),
                ],
                [TextField("giver", tr("Given by")), TextField("receiver", tr("Received by"))],
                [
                    RecordField("reception", tr("At the reception"), self._find_receptions),
                    TextField("occasion", tr("Occasion")),
                ],
                TextField(
                    "kept_at", tr("Where it is now"), hint=tr("Of a gift the city received.")
                ),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )
        made.changed.connect(self._ask_before)
        return made

    def _find_people(self, text: str, answer: Answer) -> None:
        self._entry.look_people(text, answer)

    def _find_posts(self, text: str, answer: Answer) -> None:
        self._entry.look_posts(text, answer)

    def _find_receptions(self, text: str, answer: Answer) -> None:
        self._entry.look_receptions(text, answer)

    def fill(self, draft: GiftEntry) -> None:
        """Show a gift."""
        self._entry = draft
        gift = draft.draft
        values: dict[str, object] = {
            name: getattr(gift, name)
            for name in ("direction", "given_on", "value", "what", "giver", "receiver", "occasion",
                         "kept_at", "note")
        }  # fmt: skip
        values |= {name: getattr(draft, name) for name in ("person", "organisation", "reception")}
        self.form.set_values(values)
        self._ask_before()

    def _ask_before(self) -> None:
        """Ask for the same gift given before, once what decides it changed."""
        draft = self.draft().draft
        asked = (draft.what.strip(), draft.direction, draft.person, draft.organisation)
        if asked != self._asked:
            self._asked = asked
            self._entry.before(draft, self._tell_before)

    def _tell_before(self, rows: Sequence[GiftRow]) -> None:
        told = [self._earlier(row) for row in rows[:_TOLD]]
        received = self.form["direction"].value() == Direction.IN
        words = tr("Received before: {gifts}") if received else tr("Given before: {gifts}")
        self.warning.say(words.format(gifts="; ".join(told)) if told else "")

    @staticmethod
    def _earlier(row: GiftRow) -> str:
        when = day(row.draft.given_on) if row.draft.given_on else tr("no day given")
        return f"{row.draft.what}, {when}, {row.party}"

    def draft(self) -> GiftEntry:
        """Make a gift of what was typed."""
        values: dict[str, Any] = self.form.values()
        about: dict[str, Any] = {
            name: cast("RecordField", self.form[name]).choice()
            for name in ("person", "organisation", "reception")
        }
        words = ("what", "giver", "receiver", "occasion", "kept_at", "note", "direction")
        typed: dict[str, Any] = {name: str(values[name]) for name in words}
        chosen: dict[str, Any] = {name: one.id if one else None for name, one in about.items()}
        gift = replace(
            self._entry.draft,
            **typed,
            given_on=values["given_on"],
            value=values["value"],
            **chosen,
        )
        return replace(self._entry, draft=gift, **about)
