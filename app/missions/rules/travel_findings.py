"""What a person should look at on a leg, besides the train."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_, say

if TYPE_CHECKING:
    from app.core.text import Sentence

_SAME = 1e-12


@dataclass(frozen=True, slots=True)
class LegFacts:
    """What findings look at: `value` is what the leg was counted with, `value_now` what its row
    says by now; `withdrawn` stand on the leg and do not go.
    """

    mode: str
    travellers: int
    withdrawn: int
    distance_km: float | None
    counted: bool
    value: float | None
    value_now: float | None
    verified: bool
    dearer_class: bool = False
    """Whether a higher class is counted with a row for all classes."""


def remarks(facts: LegFacts) -> list[Sentence]:
    """What to look at, the most pressing first."""
    found = []
    if not facts.travellers:
        found.append(say(N_("Nobody travels on this leg.")))
    if facts.withdrawn:
        found.append(
            say(
                N_("{n} traveller does not go any more and is not counted."),
                N_("{n} travellers do not go any more and are not counted."),
                n=facts.withdrawn,
            )
        )
    if facts.distance_km is None:
        found.append(say(N_("The distance is missing: type the kilometres of the route.")))
    elif not facts.counted:
        found.append(say(N_("No row of the office's sources counts for it: choose one by hand.")))
    return [*found, *_row(facts)]


def _row(facts: LegFacts) -> list[Sentence]:
    if facts.value is None or facts.value_now is None:
        return []
    if abs(facts.value - facts.value_now) > _SAME:
        told = N_("The row now says {now}; this leg keeps the {then} it was counted with.")
        return [say(told, now=f"{facts.value_now:g}", then=f"{facts.value:g}")]
    found = []
    if facts.dearer_class:
        told = N_("The row makes no difference between classes; this one takes more room.")
        found.append(say(told))
    if not facts.verified:
        found.append(say(N_("Counted with a row the office did not verify.")))
    return found
