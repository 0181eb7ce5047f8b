"""How a text is cut into cells: the delimiter, by which one the lines agree; the end of lines."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice
from typing import NamedTuple

DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 200
_SAMPLE_TEXT = 200_000
_SEP_LINE = re.compile('^"?sep=(.)"?[;,\t ]*(\r\n|\r|\n)', re.IGNORECASE)
_PADDED = re.compile(r'[,;\t|] +"')


class Dialect(NamedTuple):
    """Delimiter; whether blanks before a quotation mark are no content; lines before the table."""

    delimiter: str
    padded: bool = False
    skip_lines: int = 0
    backslash: bool = False


def find_dialect(text: str) -> Dialect:
    """The delimiter on which the first rows agree; Excel's own line “sep=;” decides at once."""
    told = _SEP_LINE.match(text)
    head = text[:_SAMPLE_TEXT]
    if told:
        return Dialect(told[1], padded=_is_padded(head), skip_lines=1)
    scores = [(_agreement(head, one), -place, one) for place, one in enumerate(DELIMITERS)]
    return Dialect(max(scores)[2], padded=_is_padded(head), backslash=_has_backslashes(head))


def _is_padded(head: str) -> bool:
    """Whether the header is written `"a", "b"`."""
    return _PADDED.search(re.split("\r|\n", head.lstrip("\r\n"), maxsplit=1)[0]) is not None


def _has_backslashes(head: str) -> bool:
    r"""Whether quotation marks are written \" instead of doubled."""
    return len(re.findall(r'[^\\"]\\"(?![,;\t|\r\n])', head)) > 0 and '""' not in head


def _agreement(head: str, delimiter: str) -> float:
    """From 0 to about 1.4: the share of rows as wide as most, more where they are wide."""
    rows = csv.reader(StringIO(head, newline=""), delimiter=delimiter)
    widths: list[int] = []
    try:
        widths.extend(len(row) for row in islice(rows, _SAMPLE_ROWS) if row and any(row))
    except csv.Error:
        return 0.0
    if len(widths) > 1 and len(head) == _SAMPLE_TEXT:
        widths.pop()  # cut off
    return _score(widths)


def _score(widths: list[int]) -> float:
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return 0.0
    width, often = max(counts.items(), key=lambda item: (item[1], item[0]))
    top = 0.1 if widths[0] == width else 0.0
    return often / len(widths) + top + min(width, 20) * 0.015


def line_end(text: str) -> str:
    """The commonest end of line: CRLF, LF or CR."""
    pairs = text.count("\r\n")
    counts = {"LF": text.count("\n") - pairs, "CR": text.count("\r") - pairs, "CRLF": pairs}
    return max(counts, key=lambda name: counts[name]) if any(counts.values()) else ""
