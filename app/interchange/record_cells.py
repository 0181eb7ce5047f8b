"""A field of a record as the text of a cell, and back, without loss."""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Date, DateTime, Float, Integer, String, Text, Time, Uuid

from app.core.text import N_, Sentence, say
from app.interchange.cell_values import FORMULA, PARTED, NoDateError, read_date
from app.interchange.writing import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Column

_YES = frozenset({"yes", "ja", "oui", "true", "1", "x"})
_BEYOND = 2**63
"""More than a database keeps in a whole number."""
_NO = frozenset({"no", "nee", "neen", "non", "false", "0", ""})


class NoValueError(ValueError):
    """A cell that is no value of its field; `sentence` tells a person."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence


def cell_of(value: object) -> str:
    """A value as a cell: dates as ISO, yes or no, several words parted by " | "."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return written(json.dumps(value, ensure_ascii=False, sort_keys=True))
    if isinstance(value, list):
        return written(_parted(value))
    return written(value)


def _parted(words: list[str]) -> str:
    """Several words in one cell; as JSON where a word would be read as two or none."""
    joined = PARTED.join(words)
    if joined.split(PARTED) == words and joined and joined[0] != "[":
        return joined
    return json.dumps(words, ensure_ascii=False) if words else ""


def value_of(column: Column[Any], cell: str) -> Any:
    """A cell as a value of a column.

    Raises:
        NoValueError: it is none.
    """
    text = cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA and cell[1:2] else cell
    if not text and column.nullable:
        return None
    if isinstance(column.type, String | Text):
        return text
    read = next(how for kind, how in _READ if isinstance(column.type, kind))
    try:
        return read(text if isinstance(column.type, JSON) else text.strip())
    except (ValueError, NoDateError) as error:
        raise NoValueError(say(_WRONG[read], words=text[:80])) from error


def _yes(text: str) -> bool:
    plain = text.lower()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise ValueError(text)


def _whole(text: str) -> int:
    found = int(text)
    if abs(found) >= _BEYOND:
        raise ValueError(text)
    return found


def _number(text: str) -> float:
    """A number, with a point or with the comma of an office's spreadsheet."""
    found = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    if not math.isfinite(found):
        raise ValueError(text)
    return found


def _date(text: str) -> dt.date:
    found = read_date(text)
    if found is None:
        raise NoDateError(text)
    return found


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _several(text: str) -> list[str] | dict[str, Any]:
    if text[:1] in ("[", "{"):
        found: list[str] | dict[str, Any] = json.loads(text)
        return found
    return text.split(PARTED) if text else []


_READ: tuple[tuple[type, Callable[[str], Any]], ...] = (
    (Boolean, _yes),
    (Integer, _whole),
    (Float, _number),
    (DateTime, _moment),
    (Date, _date),
    (Time, dt.time.fromisoformat),
    (JSON, _several),
    (Uuid, UUID),
)
_WRONG: dict[Callable[[str], Any], str] = {
    _yes: N_("“{words}” is neither yes nor no."),
    _whole: N_("“{words}” is no whole number."),
    _number: N_("“{words}” is no number."),
    _moment: N_("“{words}” is no date and time: write 2026-11-25T14:30."),
    _date: N_("“{words}” is no date: write 2026-11-25."),
    dt.time.fromisoformat: N_("“{words}” is no time: write 14:30."),
    _several: N_("“{words}” cannot be read as several words: part them by “ | ”."),
    UUID: N_("“{words}” is no id of a record."),
}
