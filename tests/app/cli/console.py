"""The command line as a script meets it: arguments in; exit code, output and errors out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


@dataclass(frozen=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)


@dataclass
class Console:
    """Runs commands on an office; `options` stand with each."""

    capsys: pytest.CaptureFixture[str]
    folder: Path
    options: list[str] = field(default_factory=list)

    def __call__(self, *arguments: object) -> Said:
        """Run a command that may fail."""
        self.capsys.readouterr()
        code = run([*map(str, arguments), *self.options])
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)

    def json(self, *arguments: object) -> Any:
        """Run a command that must do its work and say one JSON value, and nothing else."""
        said = self(*arguments, "--json")
        assert (said.code, said.err) == (0, "")
        return said.json

    def refused(self, *arguments: object) -> str:
        """Run a command that cannot do its work: one sentence on standard error, exit 1."""
        said = self(*arguments)
        assert (said.code, said.out) == (1, "")
        assert is_sentence(said.err)
        return said.err.strip()

    def file(self, name: str, data: str | bytes) -> Path:
        """Write a file to import."""
        path = self.folder / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path


def is_sentence(words: str) -> bool:
    """One line that begins and ends like a sentence, with no trace of a program's insides."""
    line = words.strip()
    inside = ("Traceback", "Error:", "Exception", 'File "', "sqlalchemy", "does not know")
    whole = words.count("\n") == 1 and line.endswith((".", "?")) and len(line) > 12
    return whole and not any(part in words for part in inside)
