"""Cells as values: dates in every usual spelling, several mails in one cell, names taken apart."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from app.contacts.rules.codes import NameOrder
from app.core.fold import fold

PARTICLES = frozenset(
    {
        "van", "der", "den", "de", "het", "ter", "ten", "te", "'t", "von", "zu", "zur", "zum",
        "vom", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "les",
        "al", "el", "bin", "ben", "ibn", "abu", "bint", "af", "av", "of", "y", "e", "i",
    }
)  # fmt: skip
PARTED = " | "
"""Stands between several values of one cell in our own lists."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet takes for a formula; our lists put an apostrophe before it."""
_MONTHS = {
    "jan": 1, "feb": 2, "fev": 2, "mar": 3, "mrt": 3, "maa": 3, "apr": 4, "avr": 4, "mei": 5,
    "mai": 5, "may": 5, "jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8, "aou": 8, "sep": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_NUMBERS = re.compile(r"^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$")
_WORDS = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ .-]*([a-z]+)\.?[ ,.-]*(\d{4})$")
_MONTH_FIRST = re.compile(r"^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_CJK = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u30fb\u3005\s]+$")
_PATRONYMIC = re.compile("(вич|вна|чна|ична)$")
_MAIL = re.compile(r"[^\s;,<>()|\"'][^\s;,<>()|\"]*@[^\s;,<>()|\"']+")
_ONE_MAIL = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_PHONE_ENDS = re.compile(r"[;\n|]| ::: |, ?(?=\+|00|0)")
_TIME = re.compile(r"^(\d{1,2})[:.hu](\d{2})")


def plain_cell(cell: str) -> str:
    """A cell without the apostrophe our own lists put before what looks like a formula."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA and cell[1:2] else cell


class NoDateError(ValueError):
    """Words that are no date."""


@lru_cache(maxsize=65_536)
def read_date(text: str) -> dt.date | None:
    """A date as people write it, day before month; nothing gives None.

    Raises:
        NoDateError: something is there, but no date.
    """
    plain = fold(text).strip()
    if not plain:
        return None
    try:
        return _date(plain)
    except ValueError as error:
        raise NoDateError(text) from error


def _date(plain: str) -> dt.date:
    for pattern in (_ISO, _COMPACT):
        if match := pattern.match(plain):
            return dt.date(*(int(part) for part in match.groups()))
    if match := _NUMBERS.match(plain):
        day, month, year = (int(part) for part in match.groups())
        return dt.date(year, month, day) if month <= 12 else dt.date(year, day, month)
    if match := _WORDS.match(plain):
        return dt.date(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.match(plain):
        return dt.date(int(match[3]), _month(match[1]), int(match[2]))
    raise NoDateError(plain)


def _month(word: str) -> int:
    for length in (4, 3):
        if word[:length] in _MONTHS:
            return _MONTHS[word[:length]]
    raise NoDateError(word)


def read_time(text: str) -> dt.time | None:
    """A time of day, None where there is none."""
    match = _TIME.match(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return dt.time(int(match[1]), int(match[2]))


def read_mails(text: str) -> tuple[str, ...]:
    """Mail addresses of a cell; a cell without any is given back whole, to be told as a problem."""
    if _ONE_MAIL.match(text):
        return (text,)
    found = [mail.removeprefix("mailto:").strip(".") for mail in _MAIL.findall(text)]
    if found or not text.strip():
        return tuple(dict.fromkeys(found))
    return (text.strip(),)


def read_phones(text: str) -> tuple[str, ...]:
    """Telephone numbers of a cell, as they were written."""
    parts = _PHONE_ENDS.split(text)
    if len(parts) == 1:
        return (text.strip(),) if text.strip() else ()
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def split_name(full: str) -> tuple[str, str, str]:
    """Family name, given name, name order of a name in one cell.

    "Tanaka, Aoi" is parted at the comma; else the last word is the family name, with the particles
    before it ("van der Meulen"). Names in Chinese, Japanese or Korean letters begin with the
    family.
    """
    name = " ".join(full.split())
    if not name:
        return "", "", NameOrder.GIVEN_FIRST
    if _CJK.match(name):
        family, _space, given = name.partition(" ")
        return family, given, NameOrder.FAMILY_FIRST
    if "," in name:
        family, _comma, given = name.partition(",")
        return family.strip(), given.strip(), NameOrder.GIVEN_FIRST
    parts = name.split(" ")
    shouted = [part for part in parts if part.isupper() and len(part) > 1 and "." not in part]
    if shouted and len(shouted) < len(parts):
        return _by_capitals(parts, shouted)
    if _PATRONYMIC.search(parts[-1]) and len(parts) > 2:
        return parts[0], " ".join(parts[1:]), NameOrder.GIVEN_FIRST
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(parts[at:]), " ".join(parts[:at]), NameOrder.GIVEN_FIRST


def _by_capitals(parts: list[str], shouted: list[str]) -> tuple[str, str, str]:
    """The family name in capitals, as French and Japanese lists write it; it stays as typed."""
    given = " ".join(part for part in parts if part not in shouted)
    order = NameOrder.FAMILY_FIRST if parts[0] in shouted else NameOrder.GIVEN_FIRST
    return " ".join(shouted), given, order


def by_sort_name(full: str, sort_name: str) -> tuple[str, str]:
    """Family and given name where a list has both "Bob van 't Wout" and "Wout, B. van 't"."""
    family, _comma, given = sort_name.partition(",")
    family, given = family.strip(), given.strip()
    if not full:
        return family, given
    if not given:
        return _turned(full, sort_name)
    if family and full.endswith(family):
        before = full[: -len(family)].split()
        at = len(before)
        while at > 1 and before[at - 1].lower() in PARTICLES:
            at -= 1
        return " ".join([*before[at:], family]), " ".join(before[:at])
    if family and full.startswith(family):
        return family, full[len(family) :].strip()
    parted = split_name(full)
    return parted[0], parted[1]


def _turned(full: str, sort_name: str) -> tuple[str, str]:
    """A sort name without comma is the name turned round: its beginning ends the name."""
    parts = sort_name.split()
    for at in range(1, len(parts)):
        family, given = " ".join(parts[:at]), " ".join(parts[at:])
        if full == f"{given} {family}":
            return family, given
    parted = split_name(full)
    return parted[0], parted[1]


def is_cjk(text: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean letters."""
    return bool(text) and _CJK.match(text) is not None
