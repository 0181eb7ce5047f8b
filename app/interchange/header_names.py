"""The header names people and programs use, folded, and the field each means."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from app.contacts.rules.reference import key, rows

_NUMBERED = re.compile(r"\d+")


class HeaderName(NamedTuple):
    """`field` is a field of `fields.py`, "" for a column known to hold nothing for us."""

    field: str
    kind: str


@cache
def known_headers() -> dict[str, HeaderName]:
    """By folded name, digits left out; `kind` hints what the list holds, where the name tells."""
    return {key(row["header"]): HeaderName(row["field"], row["kind"]) for row in rows("headers")}


def find_header(text: str) -> HeaderName | None:
    """What a header means, numbers in it ignored where it is not known with them."""
    table = known_headers()
    folded = key(text)
    return table.get(folded) or table.get(_NUMBERED.sub("", folded))


def is_known(text: str) -> bool:
    """Whether the text is a header that is known."""
    return find_header(text) is not None
