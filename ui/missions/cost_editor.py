"""The dialogs of a cost with who pays it, and of a rate of exchange."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.draft import CostDraft, RateDraft, ShareDraft
from app.missions.rules.costs import Money, exact, units_of
from app.missions.rules.shares import Payer
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField
from ui.core.fields import TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.missions.fields import AmountField
from ui.missions.who_field import WhoField

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

    from app.missions.queries import Party

_PARTNERS = (1, 2)
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class CostEntry:
    """A cost in the editor; `unread` are amounts with more decimals than the currency has."""

    draft: CostDraft
    party: Party
    unread: tuple[str, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        told = say(N_("{currency} has fewer decimals."), currency=self.draft.currency)
        return [*self.draft.problems(), *(Problem(name, told) for name in self.unread)]


class CostEditor(Editor[CostEntry]):
    """Edits a line of the budget and its shares: each share is a weight."""

    width_wanted = 640

    def build(self) -> Form:
        """The form, empty."""
        self._entry: CostEntry | None = None
        return Form(
            [
                [TextField("what", tr("What for"), needed=True),
                 DateField("spent_on", tr("Day"), hint=tr("The rate of this day counts."))],
                [
                    AmountField("planned", tr("Planned")),
                    AmountField("paid", tr("Paid")),
                    TextField("currency", tr("Currency"), hint=tr("EUR, JPY, USD…")),
                    TextField("paid_by", tr("Paid by")),
                ],
                tr("Who pays, by weight"),
                [
                    NumberField("city", tr("The city"), most=_MOST, hint=tr("Alone where empty")),
                    NumberField("each", tr("Each participant"), most=_MOST),
                ],
                *(
                    [
                        TextField(f"partner{at}", tr("Partner")),
                        NumberField(f"weight{at}", tr("Weight"), most=_MOST),
                    ]
                    for at in _PARTNERS
                ),
                WhoField("people", tr("Only these participants"),
                         hint=tr("Nobody chosen: all of them.")),
            ]
        )  # fmt: skip

    def fill(self, draft: CostEntry) -> None:
        """Show a line."""
        self._entry = draft
        cost = draft.draft
        named = [one.participant for one in cost.shares if one.participant is not None]
        cast("WhoField", self.form["people"]).offer(draft.party, named)
        values: dict[str, object] = {
            name: getattr(cost, name) for name in ("what", "spent_on", "currency", "paid_by")
        }
        for name in ("planned", "paid"):
            units: int | None = getattr(cost, name)
            values[name] = None if units is None else exact(Money(units, cost.currency))
        values |= _weights(cost)
        self.form.set_values(values)

    def draft(self) -> CostEntry:
        """Make a line of what was typed."""
        values: dict[str, Any] = self.form.values()
        entry = cast("CostEntry", self._entry)
        currency = str(values["currency"]).strip().upper()
        amounts: dict[str, int | None] = {}
        unread = []
        for name in ("planned", "paid"):
            typed: Decimal | None = values[name]
            amounts[name] = units_of(typed, currency) if typed is not None else None
            if typed is not None and amounts[name] is None:
                unread.append(name)
        cost = replace(
            entry.draft,
            what=str(values["what"]),
            spent_on=values["spent_on"],
            currency=currency,
            paid_by=str(values["paid_by"]),
            planned=amounts["planned"],
            paid=amounts["paid"],
            shares=_shares(values),
        )
        return replace(entry, draft=cost, unread=tuple(unread))


def _weights(cost: CostDraft) -> dict[str, object]:
    """The shares of a line as the form shows them."""
    found: dict[str, object] = {}
    people: list[UUID] = []
    partners = iter(_PARTNERS)
    for one in cost.shares:
        if one.payer == Payer.CITY:
            found["city"] = one.weight
        elif one.payer == Payer.PARTICIPANT:
            found["each"] = one.weight
            people += [one.participant] if one.participant else []
        else:
            at = next(partners, _PARTNERS[-1])
            found |= {f"partner{at}": one.name, f"weight{at}": one.weight}
    return {**found, "people": tuple(people)}


def _shares(values: dict[str, Any]) -> tuple[ShareDraft, ...]:
    """The shares of a line as typed; partners without a weight count for one."""
    made = [ShareDraft(Payer.CITY, values["city"])] if values["city"] else []
    for at in _PARTNERS:
        name, weight = str(values[f"partner{at}"]).strip(), values[f"weight{at}"]
        if name or weight:
            made.append(ShareDraft(Payer.PARTNER, 1 if weight is None else weight, name))
    people: tuple[UUID, ...] = values["people"]
    weight = values["each"]
    if people:
        each = 1 if weight is None else weight
        made += [ShareDraft(Payer.PARTICIPANT, each, participant=one) for one in people]
    elif weight:
        made.append(ShareDraft(Payer.PARTICIPANT, weight))
    return tuple(made)


class RateEditor(Editor[RateDraft]):
    """Edits a rate of exchange."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                [
                    TextField("currency", tr("Currency"), needed=True),
                    DateField("day", tr("Day"), needed=True),
                ],
                TextField(
                    "euro", tr("One unit in euro"), needed=True, placeholder="0.0061",
                    hint=tr("What one yen or dollar was worth in euro on that day."),
                ),
                TextField("source", tr("Source")),
            ]
        )  # fmt: skip

    def fill(self, draft: RateDraft) -> None:
        """Show a rate."""
        names = ("currency", "day", "euro", "source")
        self.form.set_values({name: getattr(draft, name) for name in names})

    def draft(self) -> RateDraft:
        """Make a rate of what was typed."""
        values: dict[str, Any] = self.form.values()
        values["currency"] = str(values["currency"]).strip().upper()
        return RateDraft(**values)
