"""The travel of a year as a list for a spreadsheet: by mode, mission, organisation, traveller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import N_, Language, t
from app.interchange.writing import write_csv, written
from app.missions.queries import travel_years
from app.missions.rules.travel_words import mode_label

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from app.missions.rules.years import YearPart

_HEADER = (
    N_("Year"), N_("By"), N_("Name"), N_("Travellers"), N_("Journeys"), N_("Km"), N_("kg CO2e"),
    N_("Not counted"),
)  # fmt: skip


def export_travel_year(session: Session, year: int, path: Path, language: Language) -> int:
    """Write a line for each mode, mission, organisation and traveller of a year.

    Kilometres and kilograms have one decimal and a decimal comma, as Belgium writes them.

    Returns:
        How many lines were written.

    Raises:
        CannotWriteError: the file cannot be written; an older one stays as it was.
    """
    found = travel_years(session, year)
    lines = [_cells(one, year, t(N_("Mode"), language), language) for one in found.modes]
    for line, one in zip(lines, found.modes, strict=True):
        line[2] = mode_label(one.name).to(language)
    for parts, label in (
        (found.missions, N_("Mission")),
        (found.units, N_("Organisation")),
        (found.people, N_("Traveller")),
    ):
        lines += [_cells(one, year, t(label, language), language) for one in parts]
    return write_csv(path, [t(words, language) for words in _HEADER], lines, bom=True)


def _cells(one: YearPart, year: int, by: str, language: Language) -> list[str]:
    return [
        str(year),
        by,
        written(one.name) or t(N_("No organisation"), language),
        str(one.people),
        str(one.journeys),
        _figure(one.km),
        "" if one.uncounted == one.journeys else _figure(one.kg),
        str(one.uncounted),
    ]


def _figure(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
