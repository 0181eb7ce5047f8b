"""The days on which public buildings in Flanders fly the flag, as far as they are known.

The list in `resources/reference/flag_days.csv` is that of DOMAIN section 1.8 (S28), which is cut
short there: none of it is verified, the circular of the year decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.contacts.rules.reference import rows

if TYPE_CHECKING:
    import datetime as dt

    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class FlagDay:
    """A day on which flags are flown anyway; `half_mast` where they hang low."""

    half_mast: bool
    names: tuple[tuple[str, str], ...]

    def name(self, language: Language) -> str:
        """What the day is, "" where the list does not say."""
        return dict(self.names).get(str(language), "")


def flag_day(day: dt.date) -> FlagDay | None:
    """Whether a day is a flag day."""
    return _days().get(f"{day:%m-%d}")


@cache
def _days() -> dict[str, FlagDay]:
    return {
        row["day"]: FlagDay(
            row["half_mast"] == "yes",
            tuple((one, row[f"name_{one}"]) for one in ("nl", "fr", "en")),
        )
        for row in rows("flag_days")
    }
