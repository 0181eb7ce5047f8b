"""What a cell looks like by itself: a mail address, phone number, date, web address, name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.contacts.rules.countries import country_code

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAIL = re.compile(r"\s*<?(mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+>?\s*", re.IGNORECASE)
_URL = re.compile(r"\s*(https?://|www\.)\S+\s*", re.IGNORECASE)
_DATE = re.compile(
    r"\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(T\S*)?|\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d\d))\s*"
)
_NUMBER = re.compile(r"\s*[-+]?\d[\d.,]*\s*")
_PHONE = re.compile(r"\s*[+(]?\d[\d\s()./-]{5,22}\s*")
_NAME = re.compile(r"\s*[^\W\d_][^\d@/:;<>]{1,60}\s*")
_ENOUGH = 0.6


def sign(cell: str) -> str:
    """mail, url, date, phone, number, name, or "" for anything else."""
    for kind, pattern in (("mail", _MAIL), ("url", _URL), ("date", _DATE)):
        if pattern.fullmatch(cell):
            return kind
    if _PHONE.fullmatch(cell) and (cell.lstrip()[:1] in "+0(" or _parted(cell)):
        return "phone"
    if _NUMBER.fullmatch(cell):
        return "number"
    return "name" if _NAME.fullmatch(cell) else ""


def _parted(cell: str) -> bool:
    return len(re.findall(r"\d+", cell)) > 2


def column_sign(cells: Iterable[str]) -> str:
    """What most filled cells of a column look like; country too, "" where they do not agree."""
    filled = [cell for cell in cells if cell.strip()][:50]
    if not filled:
        return ""
    signs = [sign(cell) for cell in filled]
    for kind in ("mail", "url", "date", "phone", "number"):
        if signs.count(kind) >= _ENOUGH * len(filled):
            return kind
    named = sum(len(cell.strip()) > 3 and country_code(cell.strip()) is not None for cell in filled)
    if named >= 0.8 * len(filled):
        return "country"
    return "name" if signs.count("name") >= _ENOUGH * len(filled) else ""
