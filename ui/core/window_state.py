"""What a person's window remembers: columns, widths, sort, place, last page, theme, language.

A JSON file beside the person's settings, kept on each change within a second; tests pass a
path. A file that cannot be read or written is no reason to stop: the window then starts afresh.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, QTimer

from app.core.settings import folder

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
T = TypeVar("T", str, int, float, bool, list[Json], dict[str, Json])


class WindowState(QObject):
    """Named values; `get` gives the fallback where the kept value has another type."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or _path()
        self._values = self._load()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(800)
        self._timer.timeout.connect(self.save)

    def get(self, key: str, fallback: T) -> T:
        """The kept value of the fallback's type."""
        value = self._values.get(key)
        return value if type(value) is type(fallback) else fallback

    def put(self, key: str, value: Json) -> None:
        """Keep a value."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._timer.start()

    def forget(self, key: str) -> None:
        """Drop a value."""
        if self._values.pop(key, None) is not None:
            self._timer.start()

    def save(self) -> None:
        """Write now; the old file stays whole until the new one is."""
        self._timer.stop()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
            fresh.replace(self._path)
        except OSError as error:
            _log.warning("The window's state was not kept: %s", type(error).__name__)

    def _load(self) -> dict[str, Json]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}


def _path() -> Path:
    return folder() / "window.json"
