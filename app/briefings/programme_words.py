"""What the papers of a programme share: hours, languages, speakers in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.briefings.house import day_words
from app.core.fold import words as folded
from app.core.text import N_, format_time, t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.text import Language
    from app.dossiers.draft import ProgrammeDraft
    from app.dossiers.queries import ProgrammeRow


def language_name(code: str, language: Language) -> str:
    """The name of a language, as CLDR has it; a code nobody knows as it is."""
    from babel import Locale

    return Locale(str(language)).languages.get(code, code) if code else ""


def spoken_words(item: ProgrammeDraft, language: Language) -> str:
    """The language of a line, and whether it is interpreted."""
    name = language_name(item.language, language)
    if not item.interpreter:
        return name
    helped = t(N_("with interpreter"), language)
    return f"{name}, {helped}" if name else helped


def hours(item: ProgrammeDraft, language: Language) -> str:
    """From when to when; without minutes from when."""
    if item.starts_at is None:
        return ""
    begins = format_time(item.starts_at, language)
    if not item.minutes:
        return begins
    return f"{begins} – {format_time(ends_at(item), language)}"


def ends_at(item: ProgrammeDraft) -> dt.datetime:
    """When a line is over.

    Raises:
        ValueError: it has no time.
    """
    if item.starts_at is None:
        raise ValueError("a line without a time has no end")
    return item.starts_at + dt.timedelta(minutes=item.minutes or 0)


def by_day(
    rows: Sequence[ProgrammeRow], language: Language
) -> list[tuple[str, list[ProgrammeRow]]]:
    """The lines of each day, in their order; one day alone needs no name."""
    days: dict[dt.date | None, list[ProgrammeRow]] = {}
    last: dt.date | None = None
    for row in rows:
        begins = row.draft.starts_at
        last = begins.date() if begins else last
        days.setdefault(last, []).append(row)
    if len([day for day in days if day]) < 2:
        return [("", list(rows))]
    return [(day_words(day, language) if day else "", lines) for day, lines in days.items()]


def apart(one: str, other: str) -> str:
    """What the one says that the other does not say already."""
    return "" if folded(one) in folded(other) else one
