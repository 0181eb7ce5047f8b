"""A keyring for machines without one, so that the office measured is the encrypted one.

Named by the environment variable of the keyring library; the program itself never knows it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileKeyring(KeyringBackend):
    """Keeps keys of the bench's own office in the bench's own folder."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library is typed in part
        self._path = Path(os.environ["BELFRY_BENCH_KEYS"])

    def _kept(self) -> dict[str, str]:
        known: dict[str, str] = json.loads(self._path.read_text()) if self._path.exists() else {}
        return known

    def get_password(self, service: str, username: str) -> str | None:
        """The key of an office."""
        return self._kept().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the key of an office."""
        self._path.write_text(json.dumps(self._kept() | {f"{service}/{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        """Forget the key of an office."""
        kept = self._kept()
        kept.pop(f"{service}/{username}", None)
        self._path.write_text(json.dumps(kept))
