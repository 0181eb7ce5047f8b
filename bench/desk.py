"""The bench's own desk: a folder, an environment to run programs in, an office filled once."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import people
from bench.measure import MissingPeerError

if TYPE_CHECKING:
    from collections.abc import Sequence

HOUSE = Path(__file__).resolve().parents[1]
PATIENCE = 900


class Desk:
    """Where one run of the benchmark works. `count` people stand in its office."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.count = count
        folder.mkdir(parents=True, exist_ok=True)
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"PYTHONDONTWRITEBYTECODE", "BELFRY_OFFICE"}
        } | {
            "BELFRY_HOME": str(folder / "home"),
            "BELFRY_WHO": "bench",
            "BELFRY_BENCH_KEYS": str(folder / "keys.json"),
            "PYTHON_KEYRING_BACKEND": "bench.file_keyring.FileKeyring",
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }

    def belfry(self, *arguments: str | Path) -> Any:
        """Run a command of the program; its JSON answer."""
        done = self.run([sys.executable, HOUSE / "main.py", "--json", *arguments])
        return json.loads(done)

    def run(self, command: Sequence[str | Path]) -> str:
        """Run a program to its end; its standard output.

        Raises:
            RuntimeError: it ended badly; the message is what it said.
        """
        done = subprocess.run(
            command,
            cwd=HOUSE,
            env=self.environment,
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        if done.returncode:
            raise RuntimeError(f"{command[1]} …: {done.stderr[-2000:] or done.stdout[-2000:]}")
        return done.stdout

    def python(self, *arguments: str | Path) -> list[str | Path]:
        """The command that runs a module of the bench."""
        return [sys.executable, *arguments]

    def new_office(self, name: str) -> Path:
        """An empty encrypted office."""
        path = self.folder / name
        for ending in ("", "-wal", "-shm"):
            path.with_name(name + ending).unlink(missing_ok=True)
        answer = self.belfry("new", path)
        if not answer["encrypted"]:
            raise RuntimeError("the office is not encrypted: this would measure another thing")
        return path

    @functools.cached_property
    def list_of_people(self) -> Path:
        """The file that is imported."""
        return people.write(self.folder / "people.csv", self.count)

    @functools.cached_property
    def office(self) -> Path:
        """An encrypted office with all the people in it."""
        path = self.new_office("office.belfry")
        self.import_people(path)
        return path

    @functools.cached_property
    def crowded_office(self) -> Path:
        """An encrypted office with as many people, in functions, met, tagged."""
        path = self.new_office("crowd.belfry")
        self.run(self.python("-m", "bench.crowd", path, str(self.count)))
        return path

    def import_people(self, office: Path) -> None:
        """Import the list, and see that everybody arrived."""
        answer = self.belfry(
            *("--office", office, "import", self.list_of_people),
            *("--as", "people", "--on-duplicate", "add"),
        )
        if answer["added"] != self.count:
            raise RuntimeError(f"only {answer['added']} of {self.count} people arrived")

    @functools.cached_property
    def plain_database(self) -> Path:
        """The same people in a plain SQLite file, made by sqlite-utils."""
        path = self.folder / "peer.db"
        self.insert_with_sqlite_utils(path)
        return path

    def insert_with_sqlite_utils(self, path: Path) -> None:
        """The peer of the import: insert the list, then index what Belfry indexes."""
        path.unlink(missing_ok=True)
        tool = [sys.executable, "-m", "sqlite_utils"]
        self.run([*tool, "insert", path, "people", self.list_of_people, "--csv"])
        self.run([*tool, "enable-fts", path, "people", *people.COLUMNS])


def program(name: str, package: str) -> str:
    """The path of a peer.

    Raises:
        MissingPeerError: it is not installed.
    """
    found = shutil.which(name)
    if found is None:
        raise MissingPeerError(f"{name} is not installed (Debian: {package})")
    return found
