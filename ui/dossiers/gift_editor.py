"""The dialog of a gift; it tells where the same was given before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from app.core.text import N_, say
from app.dossiers.draft import GiftDraft
from app.dossiers.rules import Direction, cents_of, direction_label, euros
from app.receptions.queries import Whose
from ui.contacts.choices import no_finder
from ui.core.cards import Banner
from ui.core.dates import BadEntryError
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, ReadField
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import day, read, tr, trn
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.errors import Problem
    from app.dossiers.queries import StockRow
    from app.receptions.queries import Earlier
    from ui.core.record_field import Answer, Search

Before: TypeAlias = Callable[[GiftDraft, Callable[[Sequence["Earlier"]], object]], object]
Stock: TypeAlias = Callable[[Callable[[Sequence["StockRow"]], object]], object]
_TOLD = 3


def _never(draft: GiftDraft, answer: Callable[[Sequence[Earlier]], object]) -> None:
    del draft
    answer([])


def _no_stock(answer: Callable[[Sequence[StockRow]], object]) -> None:
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
    """A gift in the editor with whom it is for or from by name.

    `before` asks for the same given earlier, `stock` for what the city keeps ready.
    """

    draft: GiftDraft = field(default_factory=GiftDraft)
    person: Choice | None = None
    organisation: Choice | None = None
    dossier: Choice | None = None
    look_people: Search = field(default=no_finder, compare=False)
    look_posts: Search = field(default=no_finder, compare=False)
    look_dossiers: Search = field(default=no_finder, compare=False)
    before: Before = field(default=_never, compare=False)
    stock: Stock = field(default=_no_stock, compare=False)

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
                [
                    TextField("what", tr("What"), needed=True),
                    ChoiceField("stock", tr("From the stock"), [("", tr("Not from the stock"))]),
                ],
                self.warning,
                [
                    RecordField("person", tr("Person"), self._find_people),
                    RecordField("organisation", tr("Post or organisation"), self._find_posts),
                ],
                [TextField("giver", tr("Given by")), TextField("receiver", tr("Received by"))],
                [
                    RecordField(
                        "dossier", tr("At the reception or on the mission"), self._find_dossiers
                    ),
                    TextField("occasion", tr("Occasion")),
                ],
                TextField(
                    "kept_at", tr("Where it is now"), hint=tr("Of a gift the city received.")
                ),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )
        self._stock: dict[str, StockRow] = {}
        self._taken = ""
        made.changed.connect(self._changed)
        return made

    def _changed(self) -> None:
        self._take_from_stock()
        self._ask_before()

    def _offer_stock(self, rows: Sequence[StockRow]) -> None:
        self._stock = {row.id.hex: row for row in rows}
        chosen = self._entry.draft.stock
        self._taken = chosen.hex if chosen else ""
        choices = [("", tr("Not from the stock"))]
        choices += [(key, _in_stock(row)) for key, row in self._stock.items()]
        offered = cast("ChoiceField", self.form["stock"])
        offered.offer(choices)
        offered.set_value(self._taken)
        offered.setVisible(bool(rows))
        self._tell_left()

    def _take_from_stock(self) -> None:
        """What was chosen from the stock fills in what it is and what it is worth."""
        chosen = str(self.form["stock"].value())
        if chosen == self._taken:
            return
        self._taken = chosen
        row = self._stock.get(chosen)
        if row is not None:
            self.form["what"].set_value(row.draft.what)
            self.form["value"].set_value(row.draft.value)
            self.form["direction"].set_value(Direction.OUT)
        self._tell_left()

    def _tell_left(self) -> None:
        row = self._stock.get(self._taken)
        none = row is not None and row.left <= 0 and row.id != self._entry.draft.stock
        self.form["stock"].set_hint(tr("None of these is left by the register.") if none else "")

    def _find_people(self, text: str, answer: Answer) -> None:
        self._entry.look_people(text, answer)

    def _find_posts(self, text: str, answer: Answer) -> None:
        self._entry.look_posts(text, answer)

    def _find_dossiers(self, text: str, answer: Answer) -> None:
        self._entry.look_dossiers(text, answer)

    def fill(self, draft: GiftEntry) -> None:
        """Show a gift."""
        self._entry = draft
        gift = draft.draft
        values: dict[str, object] = {
            name: getattr(gift, name)
            for name in ("direction", "given_on", "value", "what", "giver", "receiver", "occasion",
                         "kept_at", "note")
        }  # fmt: skip
        values |= {name: getattr(draft, name) for name in ("person", "organisation", "dossier")}
        self.form.set_values(values)
        self.form["stock"].setVisible(False)
        draft.stock(self._offer_stock)
        self._ask_before()

    def _ask_before(self) -> None:
        """Ask for the same gift given before, once what decides it changed."""
        draft = self.draft().draft
        asked = (
            draft.what.strip(), draft.stock, draft.direction, draft.person, draft.organisation,
        )  # fmt: skip
        if asked != self._asked:
            self._asked = asked
            self._entry.before(draft, self._tell_before)

    def _tell_before(self, rows: Sequence[Earlier]) -> None:
        told = [self._earlier(row) for row in rows[:_TOLD]]
        received = self.form["direction"].value() == Direction.IN
        words = tr("Received before: {gifts}") if received else tr("Given before: {gifts}")
        self.warning.say(words.format(gifts="; ".join(told)) if told else "")

    @staticmethod
    def _earlier(row: Earlier) -> str:
        gift = row.gift
        when = day(gift.draft.given_on) if gift.draft.given_on else tr("no day given")
        told = f"{gift.draft.what}, {when}, {gift.party}"
        if row.whose is Whose.POST:
            return tr("{gift} (the same post)", gift=told)
        if row.whose is Whose.COUNTRY:
            return tr("{gift} (the same country)", gift=told)
        return told

    def _chosen_stock(self, chosen: str) -> UUID | None:
        """What is chosen; what was, as long as the stock is not there to choose from."""
        row = self._stock.get(chosen)
        return row.id if row else (None if self._stock else self._entry.draft.stock)

    def draft(self) -> GiftEntry:
        """Make a gift of what was typed."""
        values: dict[str, Any] = self.form.values()
        about: dict[str, Any] = {
            name: cast("RecordField", self.form[name]).choice()
            for name in ("person", "organisation", "dossier")
        }
        words = ("what", "giver", "receiver", "occasion", "kept_at", "note", "direction")
        typed: dict[str, Any] = {name: str(values[name]) for name in words}
        chosen: dict[str, Any] = {name: one.id if one else None for name, one in about.items()}
        gift = replace(
            self._entry.draft,
            **typed,
            given_on=values["given_on"],
            value=values["value"],
            stock=self._chosen_stock(str(values["stock"])),
            **chosen,
        )
        return replace(self._entry, draft=gift, **about)


def _in_stock(row: StockRow) -> str:
    left = trn("{n} left", "{n} left", max(row.left, 0))
    return f"{row.draft.what} · {left}"
