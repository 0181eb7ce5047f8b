"""The first screenful of a local office, before the libraries of the office are loaded.

The one raw SELECT outside the search rooms: a window shows people within a fraction of a second,
while the mapping of tables takes half a one. A test holds it against the real query.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.core import secrets
from app.core.directory import COLUMNS, line_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.directory import Line

LIMIT = 60
_HEADER = b"SQLite format 3\0"


def first_lines(location: str, kinds: Sequence[str], limit: int = LIMIT) -> list[Line]:
    """The first lines of the directory in name order.

    Empty where they cannot be had this way: a shared office, a key that is not at hand, a file that
    is none. Opening the office says then what is the matter.
    """
    path = Path(location)
    if "://" in location or not path.is_file():
        return []
    try:
        with path.open("rb") as file:
            salt = file.read(secrets.SALT_BYTES)
        key = b"" if salt == _HEADER else secrets.kept(salt)
    except OSError:
        return []
    return [] if key is None else _read(path, key.hex(), kinds, limit)


def _read(path: Path, key: str, kinds: Sequence[str], limit: int) -> list[Line]:
    import sqlcipher3

    columns = ", ".join(COLUMNS)
    marks = ", ".join("?" * len(kinds))
    query = f"SELECT {columns} FROM directory WHERE kind IN ({marks}) ORDER BY docid LIMIT ?"  # noqa: S608 - fixed parts only
    connection = sqlcipher3.connect(f"file:{path}?mode=ro", uri=True, timeout=0.2)
    try:
        if key:
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute(f"PRAGMA key=\"x'{key}'\"")
        return [line_from(row) for row in connection.execute(query, (*kinds, limit))]
    except sqlcipher3.Error:
        return []
    finally:
        connection.close()
