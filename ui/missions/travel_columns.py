"""The columns of legs and of their sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from app.core.text import N_
from app.missions.rules.figures import decimal, kilograms
from app.missions.rules.travel_words import factor_title, how, place_name
from ui.core import language
from ui.core.columns import Cell, Column, Kind
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.text import Sentence
    from app.missions.queries import LegRow, Sum


def _when(one: LegRow) -> str:
    moment = one.draft.departs_at
    return f"{language.day(moment.date(), 'short')} {moment:%H:%M}" if moment else ""


def _route(one: LegRow) -> Cell:
    carrier = " ".join(part for part in (one.draft.operator, one.draft.number) if part)
    return Cell(f"{place_name(one.draft.start)} – {place_name(one.draft.end)}", carrier)


def _way(one: LegRow) -> Sentence:
    return how(one.draft.mode, one.draft.travel_class)


def _whole(value: float | None) -> str:
    return "" if value is None else decimal(value, language.current())


def _kg(value: float | None) -> str:
    return "" if value is None else kilograms(value, language.current()).split("\u00a0")[0]


def _source(one: LegRow) -> str:
    if one.factor is None or one.factor_value is None:
        return ""
    value = decimal(one.factor_value, language.current(), 5)
    return f"{value} · {factor_title(one.factor.source, one.factor.edition)}"


def _train(one: LegRow) -> Cell:
    if one.draft.mode != "plane":
        return Cell("", tone="neutral")
    if one.train is not None:
        return Cell(language.tr("train?"), tone="wrong")
    if one.draft.motive:
        return Cell(language.tr("motive"), tone="accent")
    return Cell(language.tr("far"), tone="neutral")


LEG_COLUMNS = (
    Column("when", N_("When"), 128, value=_when),
    Column("route", N_("From – to"), 200, Kind.NAME, value=_route, stretch=4),
    Column("how", N_("How"), 150, value=_way, stretch=1),
    Column("train", N_("Train first"), 88, Kind.PILL, value=_train),
    Column("going", N_("Pers."), 48, Kind.NUMBER),
    Column("km", N_("Km"), 56, Kind.NUMBER, value=lambda one: _whole(one.draft.distance_km)),
    Column("each", N_("kg each"), 62, Kind.NUMBER, value=lambda one: _kg(one.kg_each)),
    Column("all", N_("kg all"), 62, Kind.NUMBER, value=lambda one: _kg(one.kg_all)),
    Column("source", N_("Counted with"), 130, Kind.QUIET, value=_source, stretch=1),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A sum as a row of a list."""

    id: UUID
    sum: Sum


def listed(sums: Sequence[Sum]) -> list[Listed]:
    """Sums with an id to be told by: a person's own, else one of the name."""
    return [Listed(one.id or uuid5(NAMESPACE_OID, one.name), one) for one in sums]


def _name(one: Listed) -> str | Sentence:
    return one.sum.name or tr("No organisation")


def _remark(one: Listed) -> Cell:
    if not one.sum.uncounted:
        return Cell("")
    return Cell(language.tr("{n} not counted", n=one.sum.uncounted), tone="attention")


SUM_COLUMNS = (
    Column("name", N_("Name"), 260, Kind.NAME, value=_name, stretch=3),
    Column("people", N_("Pers."), 60, Kind.NUMBER, value=lambda one: one.sum.people),
    Column("legs", N_("Legs"), 60, Kind.NUMBER, value=lambda one: one.sum.legs),
    Column("km", N_("Km"), 90, Kind.NUMBER, value=lambda one: _whole(one.sum.km)),
    Column("kg", N_("kg CO2e"), 90, Kind.NUMBER, value=lambda one: _kg(one.sum.kg)),
    Column("uncounted", "", 130, Kind.PILL, value=_remark),
)
