"""The United Nations' Sustainable Development Goals, 1 to 17, by number."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.text import Language

_FILE = Path(__file__).parents[2] / "resources" / "reference" / "sdgs.csv"


def goal_title(number: int, language: Language) -> str:
    """The short title of a goal; an unknown number has none."""
    return _goals().get(number, {}).get(str(language), "")


@cache
def _goals() -> dict[int, dict[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {int(row["number"]): row for row in csv.DictReader(file)}
