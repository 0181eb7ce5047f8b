"""What the contacts page writes to a file: everybody, a view as it is shown, or the chosen ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.contacts.queries import lines_of_kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from app.contacts.queries import ViewRow


def of_all(session: Any, what: str, path: Path) -> int:  # a session: ui knows no SQL
    """Write every record of "people" or "organisations"; how many rows were written."""
    return _written(session, what, path, None)


def of_view(view: ViewRow, session: Any, what: str, path: Path) -> int:  # a session, as above
    """Write the records of a view, in its order."""
    kind = "organisation" if what == "organisations" else "person"
    return _written(session, what, path, lines_of_kind(session, view, kind))


def of_ids(ids: Sequence[UUID], session: Any, what: str, path: Path) -> int:  # a session, as above
    """Write these records, in this order."""
    return _written(session, what, path, b"".join(one.bytes for one in ids))


def _written(session: Any, what: str, path: Path, only: bytes | None) -> int:
    from app.interchange.writing import export

    return export(session, what, path, bom=path.suffix.lower() == ".csv", only=only)
