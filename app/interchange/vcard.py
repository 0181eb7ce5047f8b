"""vCards, 2.1 to 4.0, as rows under the field names of drafts."""

from __future__ import annotations

import re
from typing import Any

from app.core.errors import Problem
from app.core.text import N_, say
from app.interchange.reading import Format, RawRow, Table

HEADER = (
    "family_name", "given_name", "honorific", "full_name", "organisation_name", "title", "email",
    "phone", "street", "postal_code", "city", "country", "birth_date", "website", "note",
    "external_id",
)  # fmt: skip
_CARD = re.compile(r"BEGIN:VCARD.*?END:VCARD[^\r\n]*", re.IGNORECASE | re.DOTALL)


def read_vcards(text: str, encoding: str) -> Table:
    """Read every card; one that cannot be read is told with its line."""
    import vobject

    rows: list[RawRow] = []
    problems: list[Problem] = []
    for match in _CARD.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        try:
            card = vobject.readOne(match.group(0), ignoreUnreadable=True, allowQP=True)
            rows.append(RawRow(line, _cells(card)))
        except Exception:  # vobject lets every kind of error through on a broken card
            problems.append(
                Problem("", say(N_("This card cannot be read; it was left out.")), line)
            )
    return Table(Format("vcard", encoding), HEADER, tuple(rows), tuple(problems))


def _cells(card: Any) -> tuple[str, ...]:
    found = card.contents
    name = _first(found, "n")
    address = _first(found, "adr")
    organisation = _first(found, "org")
    return (
        _part(name, "family"),
        " ".join(part for part in (_part(name, "given"), _part(name, "additional")) if part),
        _part(name, "prefix"),
        _text(_first(found, "fn")),
        _text(organisation[0]) if isinstance(organisation, list) and organisation else "",
        _text(_first(found, "title") or _first(found, "role")),
        "\n".join(_all(found, "email")),
        "\n".join(one.removeprefix("tel:") for one in _all(found, "tel")),
        _part(address, "street"),
        _part(address, "code"),
        _part(address, "city"),
        _part(address, "country"),
        _text(_first(found, "bday")),
        _text(_first(found, "url")),
        "\n".join(_all(found, "note")),
        _text(_first(found, "uid")),
    )


def _first(found: dict[str, list[Any]], key: str) -> Any:
    entries = found.get(key)
    return entries[0].value if entries else None


def _all(found: dict[str, list[Any]], key: str) -> list[str]:
    return [_text(one.value) for one in found.get(key, []) if _text(one.value)]


def _part(value: Any, name: str) -> str:
    return _text(getattr(value, name, ""))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(_text(one) for one in value)
    return str(value).strip()
