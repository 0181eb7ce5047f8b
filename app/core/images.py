"""Row images: a row as plain JSON values, the same on every engine."""

from __future__ import annotations

import base64
import datetime as dt
import json
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


def encode(images: Mapping[str, TableImages]) -> bytes:
    """Images as compressed JSON."""
    plain = {
        table: [
            [row_id.hex, _encode_row(before), _encode_row(after)]
            for row_id, (before, after) in rows.items()
        ]
        for table, rows in images.items()
    }
    return zlib.compress(json.dumps(plain, ensure_ascii=False).encode(), 6)


def decode(data: bytes, tables: Mapping[str, Table]) -> dict[str, TableImages]:
    """The images back, each value with the type of its column."""
    plain = json.loads(zlib.decompress(data))
    return {
        name: {
            UUID(row_id): (_decode_row(before, tables[name]), _decode_row(after, tables[name]))
            for row_id, before, after in rows
        }
        for name, rows in plain.items()
    }


def _encode_row(row: Image | None) -> Image | None:
    return None if row is None else {name: _encode_value(value) for name, value in row.items()}


def _encode_value(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def _decode_row(row: Image | None, table: Table) -> Image | None:
    if row is None:
        return None
    return {name: _decode_value(value, table.c[name].type) for name, value in row.items()}


def _decode_value(value: Any, column_type: Any) -> Any:
    if value is None or not isinstance(value, str):
        return value
    kind = column_type.python_type
    if kind is UUID:
        return UUID(value)
    if kind in (dt.datetime, dt.date, dt.time):
        return kind.fromisoformat(value)
    return base64.b64decode(value) if kind is bytes else value
