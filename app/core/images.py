"""Row images: a row as plain JSON values, the same on every engine.

Large bodies (documents, photos) stand behind the JSON as they are: writing them as text and
compressing them would take longer than the rest of a step together.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import struct
import zlib
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table

Image = dict[str, Any]
"""One row: column name to Python value."""
TableImages = dict[UUID, tuple[Image | None, Image | None]]
"""Per row id: how it was (None: absent) and how the Step left it (None: gone)."""


_LARGE = 4_096
_LENGTH = struct.Struct(">Q")


def encode(images: Mapping[str, TableImages]) -> bytes:
    """Images as compressed JSON, and behind it the large bodies, each after its length."""
    bodies: list[bytes] = []
    plain = {
        table: [
            [row_id.hex, _encode_row(before, bodies), _encode_row(after, bodies)]
            for row_id, (before, after) in rows.items()
        ]
        for table, rows in images.items()
    }
    packed = zlib.compress(json.dumps(plain, ensure_ascii=False).encode(), 6)
    return b"".join([packed, *(part for one in bodies for part in (_LENGTH.pack(len(one)), one))])


def decode(data: bytes, tables: Mapping[str, Table]) -> dict[str, TableImages]:
    """The images back, each value with the type of its column."""
    unpacking = zlib.decompressobj()
    plain = json.loads(unpacking.decompress(data))
    bodies = _bodies(unpacking.unused_data)
    return {
        name: {
            UUID(row_id): (
                _decode_row(before, tables[name], bodies),
                _decode_row(after, tables[name], bodies),
            )
            for row_id, before, after in rows
        }
        for name, rows in plain.items()
    }


def names_table(data: bytes, table: str) -> bool:
    """Whether images may hold rows of a table; quick, because nothing is made of them."""
    return f'"{table}"'.encode() in zlib.decompressobj().decompress(data)


def _bodies(data: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(data):
        start = at + _LENGTH.size
        at = start + int(_LENGTH.unpack_from(data, at)[0])
        found.append(data[start:at])
    return found


def _encode_row(row: Image | None, bodies: list[bytes]) -> Image | None:
    if row is None:
        return None
    return {name: _encode_value(value, bodies) for name, value in row.items()}


def _encode_value(value: Any, bodies: list[bytes]) -> Any:
    if isinstance(value, bytes) and len(value) >= _LARGE:
        bodies.append(value)
        return {"body": len(bodies) - 1}
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def _decode_row(row: Image | None, table: Table, bodies: list[bytes]) -> Image | None:
    if row is None:
        return None
    return {
        name: _decode_value(value, table.c[name].type, bodies)
        for name, value in row.items()
        if name in table.c  # a migration may have let a column go
    }


def _decode_value(value: Any, column_type: Any, bodies: list[bytes]) -> Any:
    if isinstance(value, dict) and column_type.python_type is bytes:
        return bodies[value["body"]]
    if value is None or not isinstance(value, str):
        return value
    kind = column_type.python_type
    if kind is UUID:
        return UUID(value)
    if kind in (dt.datetime, dt.date, dt.time):
        return kind.fromisoformat(value)
    return base64.b64decode(value) if kind is bytes else value
