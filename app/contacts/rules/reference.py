"""The reference data of `resources/reference`: small UTF-8 CSV files, each read once, on use."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from app.core.fold import words

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")

REFERENCE = Path(__file__).parents[3] / "resources" / "reference"
READ_LIMIT = 300  # letters of a cell that are searched for a phrase


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a reference file, by its name without ".csv"; FileNotFoundError if none."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def key(text: str) -> str:
    """Folded letters and digits only: "Côte d'Ivoire" and "Cotedivoire" are one."""
    return words(text).replace(" ", "")


class Phrases(Generic[Value]):
    """Phrases looked up whole, or found as whole words inside a longer text: leftmost, longest."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = {key(phrase): value for phrase, value in values.items()}
        self._longest = max(len(words(phrase).split()) for phrase in values)

    def whole(self, text: str) -> Value | None:
        """The value of a text that is a phrase; spaces, hyphens, case and accents do not count."""
        return self._values.get(key(text))

    def within(self, text: str) -> Value | None:
        """The value of the leftmost phrase, the longest where several begin there."""
        parts = words(text[:READ_LIMIT]).split()
        for start in range(len(parts)):
            for end in range(min(len(parts), start + self._longest), start, -1):
                value = self._values.get("".join(parts[start:end]))
                if value is not None:
                    return value
        return None


def words_of_kind(kind: str) -> list[str]:
    """Words that stand in names or addresses without telling whose they are: titles, particles."""
    return [row["word"] for row in rows("name_words") if row["kind"] == kind]
