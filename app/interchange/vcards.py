"""vCards, 2.1 to 4.0, as rows under the field names of an import.

vobject reads a card; where it cannot (comments, broken lines, letters in another charset), the
lines are read one by one, so that no card is lost for one bad line.
"""

from __future__ import annotations

import logging
import quopri
import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from app.core.text import N_, say
from app.interchange.table import Format, Problems, RawRow, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.core.errors import Problem

HEADER = (
    "family_name", "given_name", "middle_name", "honorific", "suffix", "full_name",
    "organisation_name", "function", "emails", "phones", "street", "postal_code", "city",
    "country", "birth_date", "website", "note", "phonetic_family", "phonetic_given",
    "external_id", "id",
)  # fmt: skip
OWN_UID = "belfry:"
"""Before the id of a record in the cards we write, so that they find it again."""
_LINE = re.compile(r"\r\n|\r|\n")
_PROPERTY = re.compile(r"^(?:[\w-]+\.)?([A-Za-z-]+)((?:;[^:\"]*(?:\"[^\"]*\")?)*):(.*)$", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CHARSET = re.compile(r"CHARSET=\"?([\w-]+)", re.IGNORECASE)
_VERSION_2 = re.compile(r"VERSION:\s*2\.1", re.IGNORECASE)
_DEPTH = {"BEGIN": 1, "END": -1, "": 0}
_SKIPPED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT"})

Values: TypeAlias = "dict[str, list[str]]"


def read_cards(text: str, form: Format, standing: tuple[Problem, ...] = ()) -> Table:
    """Read every card of a text; `form` tells its encoding."""
    found = replace(form, kind="vcard", header=HEADER)
    size = text.upper().count("BEGIN:VCARD")
    return Table(found, HEADER, partial(_rows, text), size, standing)


def _rows(text: str, problems: Problems) -> Iterator[RawRow]:
    for line, body, whole in _cards(text):
        if not whole:
            problems.add(line, say(N_("This card does not end: check it.")))
        values = _values(body)
        cells = _cells(values)
        if any(cells):
            yield RawRow(line, cells)
        else:
            problems.add(line, say(N_("This card holds no name: it was left out.")))


def _cards(text: str) -> Iterator[tuple[int, list[str], bool]]:
    """First line, lines and whether it is closed, of each card; an agent inside is left out."""
    body: list[str] = []
    start = depth = 0
    for number, raw in enumerate(_LINE.split(text.removeprefix("\ufeff")), start=1):
        mark = _mark(raw)
        if mark == "BEGIN" and depth and not _in_agent(body):
            yield start, body, False
            depth = 0
        depth = max(0, depth + _DEPTH[mark])
        if mark == "BEGIN" and depth == 1:
            start, body = number, []
        elif mark == "END" and depth == 0 and start:
            yield start, body, True
            start = 0
        elif not mark and depth == 1:
            body.append(raw)
    if depth:
        yield start, body, False


def _mark(line: str) -> str:
    """BEGIN or END of a card, "" for any other line."""
    word = line.strip().upper().replace(" ", "")
    return word.split(":")[0] if word in ("BEGIN:VCARD", "END:VCARD") else ""


def _in_agent(body: list[str]) -> bool:
    return bool(body) and body[-1].upper().replace(" ", "").endswith("AGENT:")


def _values(body: list[str]) -> Values:
    """Property to values; vobject for well-formed cards, line by line else."""
    wanted = [one for one in _unfolded(body) if _name_of(one) not in _SKIPPED]
    old = any(_VERSION_2.match(one) for one in wanted)
    found: Values = {}
    parsed = None if old else _by_vobject(wanted)
    if parsed is not None:
        return parsed
    for one in wanted:
        match = _PROPERTY.match(one)
        if match:
            value = _decoded(match[2], match[3])
            found.setdefault(match[1].upper(), []).append(value)
    return found


def _name_of(line: str) -> str:
    match = _PROPERTY.match(line)
    return match[1].upper() if match else ""


def _unfolded(body: list[str]) -> list[str]:
    """Lines put together again: by a leading blank, or after "=" in quoted-printable."""
    lines: list[str] = []
    for raw in body:
        if not raw.strip():
            continue
        if lines and "QUOTED-PRINTABLE" in lines[-1].upper() and lines[-1].endswith("="):
            lines[-1] = lines[-1][:-1] + raw.lstrip()
        elif lines and raw[0] in " \t" and ":" in lines[-1]:
            lines[-1] += raw[1:]
        else:
            lines.append(raw.lstrip())
    return lines


def _decoded(parameters: str, value: str) -> str:
    if "QUOTED-PRINTABLE" not in parameters.upper():
        return value
    charset = _CHARSET.search(parameters)
    raw = quopri.decodestring(value.encode("utf-8", "replace"))
    for codec in (charset[1] if charset else "utf-8", "utf-8", "cp1252"):
        try:
            return raw.decode(codec)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("latin-1")


def _by_vobject(lines: list[str]) -> Values | None:
    """What vobject reads, None where it gives up."""
    import vobject

    logging.getLogger("vobject").setLevel(logging.CRITICAL)  # it logs the lines, names included
    logging.getLogger("vobject.base").setLevel(logging.CRITICAL)
    text = "\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", ""))
    try:
        card = vobject.readOne(text, ignoreUnreadable=True, allowQP=True)
        return {
            name.upper(): [_escaped(one.value) for one in entries]
            for name, entries in card.contents.items()
        }
    except Exception:  # vobject lets every kind of error through on a broken card
        return None


def _escaped(value: Any) -> str:
    """vobject's parts of a name or address as the text of the standard, to be read in one way."""
    parts: list[Any]
    if hasattr(value, "family"):
        parts = [value.family, value.given, value.additional, value.prefix, value.suffix]
    elif hasattr(value, "street"):
        parts = [value.box, value.extended, value.street, value.city, value.region, value.code,
                 value.country]  # fmt: skip
    elif isinstance(value, list):
        parts = value
    else:
        return _hidden(str(value))
    return ";".join(_hidden(_joined(part)) for part in parts)


def _joined(part: Any) -> str:
    return " ".join(str(one) for one in part) if isinstance(part, list) else str(part or "")


def _hidden(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace("\n", "\\n")


def _parts(text: str) -> list[str]:
    """The parts of a structured value, their escapes taken off."""
    parts = re.split(r"(?<!\\)(?:\\\\)*;", text)
    return [_plain(part) for part in parts]


def _plain(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        return "\n" if match[1] in "nN" else match[1]

    return _ESCAPED.sub(one, text).strip()


def _first(values: Values, *names: str) -> str:
    return next((_plain(values[name][0]) for name in names if values.get(name)), "")


def _all(values: Values, name: str, begins: str = "") -> str:
    found = [_plain(one) for one in values.get(name, [])]
    kept = [one[len(begins) :] if one.lower().startswith(begins) else one for one in found]
    return " | ".join(dict.fromkeys(one for one in kept if one))


def _cells(values: Values) -> tuple[str, ...]:
    name = [*_parts(values["N"][0]), *[""] * 5] if values.get("N") else [""] * 5
    place = next((one for one in values.get("ADR", []) if one.strip("; ")), "")
    box, extended, street, city, _region, code, country = ([*_parts(place), *[""] * 7])[:7]
    organisation = _parts(values["ORG"][0])[0] if values.get("ORG") else ""
    lines = [part for part in (street, extended, box) if part]
    whole = "" if name[0] or name[1] else _first(values, "FN")
    nothing = not (any(name) or whole or organisation)
    return (
        *name[:2], name[2], name[3], name[4],
        _first(values, "NICKNAME", "EMAIL") if nothing else whole,
        organisation,
        _first(values, "TITLE", "ROLE"),
        _all(values, "EMAIL", "mailto:"),
        _all(values, "TEL", "tel:").replace(";ext=", " ext. "),
        ", ".join(" ".join(line.split()) for line in lines),
        code, city, country,
        _birthday(_first(values, "BDAY")),
        _first(values, "URL").replace("\\:", ":"),
        "\n".join(_plain(one) for one in values.get("NOTE", [])),
        _first(values, "X-PHONETIC-LAST-NAME"),
        _first(values, "X-PHONETIC-FIRST-NAME"),
        "" if (uid := _first(values, "UID")).startswith(OWN_UID) else uid,
        uid.removeprefix(OWN_UID) if uid.startswith(OWN_UID) else "",
    )  # fmt: skip


def _birthday(text: str) -> str:
    """Day, month and year; a birthday without the year (--0415) is no date of ours."""
    return "" if text.startswith("--") else text.split("T", maxsplit=1)[0]
