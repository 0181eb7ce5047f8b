"""Whether a country is greeted for its day, in a word and a tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

from app.core import clock
from ui.core import language
from ui.core.language import tr

if TYPE_CHECKING:
    import datetime as dt

    from app.dossiers.greetings import Greeting


def greeting_words(greeting: Greeting | None) -> tuple[str, str]:
    """Word and tone of a pill; no word where nothing is planned."""
    if greeting is None:
        return "", "neutral"
    if greeting.done_on is not None:
        return tr("greeted {day}", day=short(greeting.done_on)), "good"
    late = greeting.due_on is not None and greeting.due_on < clock.today()
    return tr("due {day}", day=short(greeting.due_on)), "attention" if late else "accent"


def short(date: dt.date | None) -> str:
    """A day near today, without its year: "1 Dec"."""
    if date is None:
        return ""
    return language.locale().toString(QDate(date.year, date.month, date.day), "d MMM")
