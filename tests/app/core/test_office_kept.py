"""Copies of an office, and accidents: kills, full disks, the real keyring."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.core import check, secrets
from app.core.errors import (
    CannotOpenError,
    CannotWriteError,
)
from app.core.office import create, open_office
from app.schema import TRADE
from tests.app.core.dump import dump
from tests.app.core.test_office import raw_connection, said
from tests.builders import make_ambassador, make_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.core.workspace import Workspace

ROOT = Path(__file__).parents[3]


def test_a_backup_opens_with_the_same_key(file_office: Workspace, tmp_path: Path) -> None:
    make_ambassador(file_office, "JP")
    goal = tmp_path / "copy.belfry"
    file_office.backup(goal)
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.belfry"]
    with closing(open_office(str(goal), TRADE)) as copy:
        assert dump(copy) == dump(file_office)
        assert copy.encrypted == file_office.encrypted
        assert check.findings(copy) == []


def test_a_backup_that_cannot_be_written_leaves_nothing(
    file_office: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(CannotWriteError) as refused:
        file_office.backup(tmp_path / "nowhere" / "copy.belfry")
    assert "another place" in said(refused.value)


def test_a_backup_replaces_an_older_one_only_when_whole(
    file_office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = tmp_path / "copy.belfry"
    file_office.backup(goal)
    before = goal.read_bytes()

    def broken(*_arguments: object) -> None:
        message = "the disk went away"
        raise OSError(message)

    monkeypatch.setattr("app.core.office_file._copy_pages", broken)
    with pytest.raises(CannotWriteError):
        file_office.backup(goal)
    assert goal.read_bytes() == before


def test_a_shared_office_is_not_copied_to_a_file(shared_office: Workspace, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError) as refused:
        shared_office.backup(tmp_path / "copy.belfry")
    assert "keeper" in said(refused.value)


# --- accidents ---

_DIES = """
import os, signal, sys
from app.core import office
from app.core.office_file import Key
from app.core.command import command
from app.contacts.model import Person
from app.schema import TRADE
from app.core.bulk import bulk_door

@command("Dies in the middle")
def die(session):
    session.add_all([Person(family_name=f"Lost{at}", note="x" * 2000) for at in range(3000)])
    session.flush()
    session.connection().exec_driver_sql("PRAGMA cache_spill=1")
    os.kill(os.getpid(), signal.SIGKILL)

workspace = office.open_office(sys.argv[1], TRADE, Key(recovery_code=sys.argv[2]))
workspace.run(die)
"""


def test_a_kill_in_the_middle_of_a_command_leaves_a_whole_file(file_office: Workspace) -> None:
    make_ambassador(file_office, "JP")
    before = dump(file_office)
    file_office.close()
    key = bytes.fromhex(file_office.place.key or "")[: secrets.KEY_BYTES]
    code = secrets.recovery_code(key) if key else ""
    arguments = [sys.executable, "-c", _DIES, file_office.place.location, code]
    died = subprocess.run(arguments, cwd=ROOT, check=False, capture_output=True)  # noqa: S603 - our own script
    assert died.returncode == -9, died.stderr.decode()
    with closing(open_office(file_office.place.location, TRADE)) as opened:
        assert dump(opened) == before
        assert check.findings(opened) == []
        make_person(opened, family_name="Mori")


def test_a_full_disk_loses_nothing(file_office: Workspace) -> None:
    make_ambassador(file_office, "JP")
    before = dump(file_office)
    pages = raw_connection(file_office).execute("PRAGMA page_count").fetchone()[0]
    raw_connection(file_office).execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(CannotWriteError) as refused:
        make_person(file_office, family_name="Mori", note="x" * 90_000)
    assert "make room" in said(refused.value)
    assert dump(file_office) == before
    assert check.findings(file_office) == []
    raw_connection(file_office).execute("PRAGMA max_page_count=1000000")
    make_person(file_office, family_name="Mori", note="x" * 90_000)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB, where this machine lets us make one."""
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root")
    folder = tmp_path / "disk"
    folder.mkdir()
    arguments = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(arguments, check=False, capture_output=True).returncode:  # noqa: S603 - fixed words
        pytest.skip("this container may not mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607 - fixed words


def test_an_office_that_does_not_fit_is_not_left_half_made(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 1_900_000)
    with pytest.raises(CannotOpenError) as refused:
        create(str(small_disk / "office.belfry"), TRADE, plain=True)
    assert "another folder" in said(refused.value)
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_a_really_full_disk_loses_nothing(small_disk: Path) -> None:
    with closing(create(str(small_disk / "office.belfry"), TRADE).workspace) as made:
        make_ambassador(made, "JP")
        filler = small_disk / "filler"
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(b"x" * 4096):
                pass
        before = dump(made)
        with pytest.raises(CannotWriteError) as refused:
            make_person(made, family_name="Mori", note="x" * 90_000)
        said(refused.value)
        with pytest.raises(CannotWriteError):
            made.backup(small_disk / "copy.belfry")
        assert dump(made) == before
        filler.unlink()
        assert check.findings(made) == []
        make_person(made, family_name="Mori")


_REAL = """
import sys
import keyring
from pathlib import Path
from app.core import office, secrets
from app.schema import TRADE
made = office.create(sys.argv[1], TRADE)
print(type(keyring.get_keyring()).__module__, made.in_keyring)
made.workspace.close()
office.open_office(sys.argv[1], TRADE).close()
print("opened")
"""


@pytest.mark.slow
def test_the_key_is_kept_in_a_real_keyring(tmp_path: Path, home: Path) -> None:
    for tool in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    script = (
        "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;"
        f' exec "{sys.executable}" -c "$SCRIPT" "$OFFICE"'
    )
    clean = {
        **os.environ,
        "SCRIPT": _REAL,
        "OFFICE": str(tmp_path / "office.belfry"),
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }
    arguments = ["dbus-run-session", "--", "sh", "-c", script]
    ran = subprocess.run(  # noqa: S603 - our own script
        arguments, cwd=ROOT, env=clean, check=False, capture_output=True, timeout=60
    )
    told = ran.stdout.decode().split("\n")
    assert told[:2] == ["keyring.backends.SecretService True", "opened"], ran.stderr.decode()
