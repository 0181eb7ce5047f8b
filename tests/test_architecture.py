"""The house keeps its own rules: who imports whom, how long a file is, what no file may hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tools import catalogues

HOUSE = Path(__file__).parents[1]
LONGEST = 400
NOT_OURS = {".git", ".venv", "build", "__pycache__", ".hypothesis"}


@cache
def files() -> tuple[Path, ...]:
    """Every file the repository keeps; without git, every file that is not made."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached"],  # noqa: S607 - whichever git the machine has
            cwd=HOUSE,
            capture_output=True,
            check=True,
            text=True,
        )
        paths = [HOUSE / name for name in listed.stdout.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [
            Path(folder, name)
            for folder, _, names in os.walk(HOUSE)
            if not NOT_OURS.intersection(Path(folder).relative_to(HOUSE).parts)
            for name in names
        ]
    return tuple(path for path in paths if path.is_file())


def sources() -> list[Path]:
    """Every Python file of the repository."""
    return [path for path in files() if path.suffix == ".py"]


def texts() -> list[tuple[Path, str]]:
    """Every text file of the repository with its text."""
    found = []
    for path in files():
        raw = path.read_bytes()
        if b"\0" not in raw:
            found.append((path, raw.decode("utf-8", "replace")))
    return found


@pytest.mark.slow
def test_imports_keep_the_contracts() -> None:
    """The arrows of pyproject.toml; exhaustive, so that a new room must be given its place."""
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", done.stdout)


def test_every_room_has_its_place() -> None:
    contracts = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    rooms = next(one for one in contracts["contracts"] if one["name"] == "rooms")
    assert rooms["exhaustive"] is True
    placed = {name.strip(" ()") for layer in rooms["layers"] for name in layer.split("|")}
    built = {
        path.stem
        for path in (HOUSE / "app").iterdir()
        if path.name != "__init__.py" and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    assert built <= placed


def test_files_stay_short() -> None:
    long = {
        str(path.relative_to(HOUSE)): length
        for path in sources()
        if "versions" not in path.parts  # a migration is written once and read never
        and (length := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert not long


ADDRESSES = re.compile(
    r"--(?:extra-)?index-url|--find-links|file:///|(?:pypi|pythonhosted|npmjs|proxy\.golang)\.(?:org|com)",
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|home/\w+|root|opt/pypi|Users/\w+)/\w|C:\\\\?Users")
THIS_TEST = Path(__file__).name


def test_no_file_names_a_registry() -> None:
    named = [
        str(path.relative_to(HOUSE))
        for path, text in texts()
        if path.name not in {THIS_TEST, "lock.py"} and ADDRESSES.search(text)
    ]
    assert not named


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    named = [
        f"{path.relative_to(HOUSE)}: {found[0]}"
        for path, text in texts()
        if path.name != THIS_TEST and (found := MACHINE_PATHS.search(text))
    ]
    assert not named


def test_migrations_import_nothing_of_ours() -> None:
    """A migration must do tomorrow what it does today, whatever becomes of the models."""
    for path in (HOUSE / "migrations" / "versions").glob("*.py"):
        assert not re.search(r"(?m)^\s*(?:from|import) (?:app|ui)\b", path.read_text("utf-8")), path


def test_every_lint_exception_has_its_reason() -> None:
    bare = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type: ignore(?:\[[\w, -]+\])?)\s*$")
    found = [
        f"{path.relative_to(HOUSE)}:{number}"
        for path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert not found


def test_sentences_are_found_as_the_program_says_them() -> None:
    source = 'say(N_("{n} guest"), N_("{n} guests"), n=3); tr("Open {name}", name=x); t(known, nl)'
    assert catalogues.extract(source) == {("{n} guest", "{n} guests"), ("Open {name}", "")}
