"""Reading missions."""

from __future__ import annotations

from app.missions.queries.costs import (
    CostRow,
    Costs,
    InvoiceLine,
    RateRow,
    costs,
    invoice_lines,
    rates,
)
from app.missions.queries.emissions import Emission, emissions
from app.missions.queries.factors import Counting, FactorRow, counting, factor_rows
from app.missions.queries.rooms import Rooming, RoomRow, Sleeper, passport_names, rooming
from app.missions.queries.travel import LegRow, Sum, Travel, travel
from app.missions.queries.who import Party, Traveller, party

__all__ = [
    "CostRow",
    "Costs",
    "Counting",
    "Emission",
    "FactorRow",
    "InvoiceLine",
    "LegRow",
    "Party",
    "RateRow",
    "RoomRow",
    "Rooming",
    "Sleeper",
    "Sum",
    "Travel",
    "Traveller",
    "costs",
    "counting",
    "emissions",
    "factor_rows",
    "invoice_lines",
    "party",
    "passport_names",
    "rates",
    "rooming",
    "travel",
]
