"""What the golden book says where nobody wrote anything yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_, Language, format_date, t

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a page is written for, in the words of its language."""

    day: dt.date | None
    city: str
    guests: tuple[str, ...]
    title: str
    place: str = ""


def suggested_words(occasion: Occasion, language: Language) -> str:
    """Two or three lines: whom the city received, when, and for what."""
    lines = []
    guests = _joined(occasion.guests, language)
    day = format_date(occasion.day, language, "full") if occasion.day else ""
    if guests and day:
        words = N_("On {day} the city of {city} welcomed\n{guests}")
        lines.append(t(words, language, day=day, city=occasion.city, guests=guests))
    elif guests:
        words = N_("The city of {city} welcomed\n{guests}")
        lines.append(t(words, language, city=occasion.city, guests=guests))
    elif day:
        lines.append(day)
    if occasion.title:
        lines.append(t(N_("on the occasion of “{title}”."), language, title=occasion.title))
    return "\n".join(lines)


def _joined(names: tuple[str, ...], language: Language) -> str:
    if len(names) < 2:
        return "".join(names)
    return t(N_("{names} and {last}"), language, names=", ".join(names[:-1]), last=names[-1])
