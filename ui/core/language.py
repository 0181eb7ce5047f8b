"""The window's language: read sentences in it, switch it while running.

One mechanism: words are read with `tr` while a page or dialog is built, and a switch of language
builds the frame and its pages anew through their factories, handing each page its `state()`.
Nothing needs a list of its labels, and nothing can stay behind in the old language. Values that are
translated at paint time (column titles, dates in tables) follow by themselves.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from app.core.text import Language, Sentence, first_of_month, n, t

__all__ = ["Language", "changed", "current", "day", "read", "set_language", "tr", "trn"]

_TERRITORIES = {
    Language.NL: QLocale.Country.Belgium,
    Language.FR: QLocale.Country.Belgium,
    Language.EN: QLocale.Country.UnitedKingdom,
}
_TONGUES = {
    Language.NL: QLocale.Language.Dutch,
    Language.FR: QLocale.Language.French,
    Language.EN: QLocale.Language.English,
}
_DAY_PATTERNS = {
    "short": "d/M/yyyy",
    "medium": "d MMM yyyy",
    "weekday": "ddd d MMM yyyy",
    "full": "dddd d MMMM yyyy",
    "month": "MMM yyyy",
}


class _Current(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language = Language.EN
        self.translator: QTranslator | None = None


_current = _Current()
changed = _current.changed


def current() -> Language:
    """The language of the window."""
    return _current.language


def set_language(language: Language) -> None:
    """Switch the window; Qt's own dialogs follow where Qt has their translation."""
    if language is _current.language:
        return
    _current.language = language
    _load_qt_words(language)
    QLocale.setDefault(locale(language))
    day.cache_clear()
    changed.emit()


def tr(message: str, /, **values: object) -> str:
    """Translate a literal message into the window's language and fill it in."""
    return t(message, _current.language, **values)


def trn(singular: str, plural: str, count: int, /, **values: object) -> str:
    """Translate a message that counts; `{n}` is the count, written with the language's grouping."""
    return n(singular, plural, count, _current.language, **{"n": number(count), **values})


def read(words: Sentence | str) -> str:
    """Read a sentence in the window's language; plain text is left as it is."""
    return words if isinstance(words, str) else words.to(_current.language)


def locale(language: Language | None = None) -> QLocale:
    """Qt's locale of a language: Belgian for Dutch and French, British for English."""
    spoken = language or _current.language
    return QLocale(_TONGUES[spoken], _TERRITORIES[spoken])


def number(value: float) -> str:
    """A number with the language's grouping: 1,284 or 1.284."""
    return locale().toString(value)


@lru_cache(maxsize=4096)
def day(date: dt.date | str | None, style: str = "medium") -> str:
    """A date (or its ISO form) in the window's language; nothing gives "".

    Styles: short, medium, weekday (medium with it), full, month. Qt's own CLDR data serves here,
    so that the first paint of a table does not wait for Babel.
    """
    if not date:
        return ""
    try:
        known = dt.date.fromisoformat(date[:10]) if isinstance(date, str) else date
    except ValueError:
        return str(date)
    written = locale().toString(QDate(known.year, known.month, known.day), _DAY_PATTERNS[style])
    return first_of_month(written, known, current())


def _load_qt_words(language: Language) -> None:
    application = QCoreApplication.instance()
    if application is None:
        return
    if _current.translator is not None:
        application.removeTranslator(_current.translator)
        _current.translator = None
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language is not Language.EN and translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
        _current.translator = translator
