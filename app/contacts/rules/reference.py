"""The reference data of `resources/reference`: small UTF-8 CSV files, each read once, on use."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from app.core.fold import words

REFERENCE = Path(__file__).parents[3] / "resources" / "reference"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a reference file, by its name without ".csv"; FileNotFoundError if none."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def key(text: str) -> str:
    """Folded letters and digits only: "Côte d'Ivoire" and "Cotedivoire" are one."""
    return words(text).replace(" ", "")
