"""Offices made, opened, copied; and every way in which that can fail, each in one sentence."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import zipfile
import zlib
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backends import fail

from app.contacts.commands import add_person
from app.core import check, search, secrets
from app.core.engine import prepare
from app.core.errors import (
    BelfryError,
    CannotOpenError,
    CannotWriteError,
    KeyNeededError,
    NewerOfficeError,
    WrongKeyError,
)
from app.core.office import create, open_office
from app.core.office_file import Key, salt_of
from app.core.text import Language
from app.schema import TRADE
from tests.app.core.dump import dump
from tests.builders import make_ambassador, make_person, person_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.core.workspace import Workspace
    from tests.conftest import MemoryKeyring, Server

ROOT = Path(__file__).parents[3]


def said(error: BelfryError) -> str:
    """The sentence of an error: one line, ended, readable in each language."""
    for language in Language:
        words = error.sentence.to(language)
        assert "\n" not in words
        assert words.endswith(".")
        assert "Error" not in words
        assert "{" not in words
    return str(error)


@pytest.fixture
def no_keyring() -> None:
    """A machine on which no keyring answers."""
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped


# --- making ---


def test_a_new_office_is_encrypted_and_its_key_kept(
    tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    path = tmp_path / "office.belfry"
    made = create(str(path), TRADE)
    assert made.in_keyring
    assert made.workspace.encrypted
    make_person(made.workspace)
    made.workspace.close()
    assert list(memory_keyring.kept) == [("Belfry", (salt_of(path) or b"").hex())]
    with closing(open_office(str(path), TRADE)) as opened:
        assert len(opened.ask(search.find, "tanaka")) == 1


def test_a_plain_office_has_no_key(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    made = create(str(tmp_path / "office.belfry"), TRADE, plain=True)
    assert not made.workspace.encrypted
    assert made.recovery_code == ""
    assert memory_keyring.kept == {}
    made.workspace.close()


def test_an_encrypted_office_holds_no_readable_name(tmp_path: Path) -> None:
    with closing(create(str(tmp_path / "office.belfry"), TRADE).workspace) as made:
        make_ambassador(made, "JP", family_name="Readablename", note="secretnote" * 500)
        made.run(add_person, person_draft(family_name="Readablename", given_name="Twice"))
        _assert_unreadable(tmp_path)
    _assert_unreadable(tmp_path)


def _assert_unreadable(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        data = path.read_bytes().lower()
        for word in (b"readablename", b"secretnote", b"create table", b"sqlite format"):
            assert word not in data, f"{word!r} stands in {path.name}"


def test_a_plain_office_would_have_shown_the_name(workspace: Workspace) -> None:
    make_person(workspace, family_name="Readablename")
    workspace.close()
    assert b"Readablename" in Path(workspace.place.location).read_bytes()


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_a_passphrase_is_asked_and_nothing_is_made(tmp_path: Path) -> None:
    path = tmp_path / "office.belfry"
    with pytest.raises(KeyNeededError) as asked:
        create(str(path), TRADE)
    assert "passphrase" in said(asked.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_keyring")
def test_a_passphrase_makes_and_opens_an_encrypted_office(tmp_path: Path) -> None:
    path = tmp_path / "office.belfry"
    made = create(str(path), TRADE, passphrase="zeven torens")
    assert made.workspace.encrypted
    assert not made.in_keyring
    make_person(made.workspace)
    made.workspace.close()
    with pytest.raises(KeyNeededError) as asked:
        open_office(str(path), TRADE)
    assert "passphrase" in said(asked.value)
    with pytest.raises(WrongKeyError) as wrong:
        open_office(str(path), TRADE, Key(passphrase="acht torens"))
    assert "check it" in said(wrong.value)
    for key in (Key(passphrase="zeven torens"), Key(recovery_code=made.recovery_code)):
        with closing(open_office(str(path), TRADE, key)) as opened:
            assert len(opened.ask(search.find, "tanaka")) == 1


def test_a_passphrase_opens_the_file_in_any_sqlcipher(tmp_path: Path) -> None:
    import sqlcipher3

    path = tmp_path / "office.belfry"
    create(str(path), TRADE, passphrase="zeven torens").workspace.close()
    with closing(sqlcipher3.connect(str(path))) as raw:
        raw.execute("PRAGMA key='zeven torens'")
        assert raw.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)


@pytest.mark.parametrize("plain", [True, False])
def test_an_office_is_never_made_over_a_file(tmp_path: Path, plain: bool) -> None:
    path = tmp_path / "office.belfry"
    path.write_text("a letter")
    with pytest.raises(CannotOpenError) as refused:
        create(str(path), TRADE, plain=plain)
    assert "another name" in said(refused.value)
    assert path.read_text() == "a letter"


def test_an_office_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotOpenError) as refused:
        create(str(tmp_path / "nowhere" / "office.belfry"), TRADE, plain=True)
    assert "no folder" in said(refused.value)


def test_a_database_that_is_not_empty_is_left_alone(server: Server) -> None:
    database = server.fresh(server.template)
    with pytest.raises(CannotOpenError) as refused:
        create(server.address(database), TRADE)
    assert "not empty" in said(refused.value)
    server.drop(database)


def test_an_empty_database_becomes_an_office(server: Server) -> None:
    database = server.fresh()
    with pytest.raises(CannotOpenError) as refused:
        open_office(server.address(database), TRADE)
    assert "no office in this database" in said(refused.value)
    with closing(create(server.address(database), TRADE).workspace) as made:
        make_person(made)
        assert check.findings(made) == []
    server.drop(database)


def test_a_server_that_does_not_answer_is_one_sentence() -> None:
    with pytest.raises(BelfryError) as refused:
        open_office("postgresql://nobody@127.0.0.1:1/office?connect_timeout=1", TRADE)
    assert "network" in said(refused.value)


# --- the recovery code ---


@pytest.fixture
def lost(tmp_path: Path, memory_keyring: MemoryKeyring) -> tuple[Path, str]:
    """An encrypted office whose machine was lost, and its recovery code."""
    path = tmp_path / "office.belfry"
    made = create(str(path), TRADE)
    make_person(made.workspace)
    made.workspace.close()
    memory_keyring.kept.clear()
    return path, made.recovery_code


@pytest.mark.parametrize(
    "written",
    [
        lambda code: code,
        lambda code: code.lower().replace("-", " "),
        lambda code: code.replace("0", "O").replace("1", "I"),
        lambda code: code.replace("0", "o").replace("1", "l"),
        lambda code: f"  {code[:20]}\n{code[20:]}\n",
        lambda code: code.replace("-", "–"),
    ],
    ids=["as printed", "small, spaces", "O and I", "o and l", "two lines", "en dashes"],
)
def test_the_recovery_code_opens_the_office(
    lost: tuple[Path, str], written: Callable[[str], str]
) -> None:
    path, code = lost
    with closing(open_office(str(path), TRADE, Key(recovery_code=written(code)))) as opened:
        assert len(opened.ask(search.find, "tanaka")) == 1


@pytest.mark.parametrize(
    "key",
    [b"\x00" * 32, b"\xff" * 32, bytes(range(32)), b"\x00" * 31 + b"\x01"],
    ids=["zeros", "ones", "counting", "one"],
)
def test_a_recovery_code_is_the_key(key: bytes) -> None:
    assert secrets.from_recovery_code(secrets.recovery_code(key)) == key


@pytest.mark.parametrize("wrong", ["one letter", "two exchanged", "short", "words", "", "U" * 56])
def test_a_wrong_recovery_code_is_one_sentence(lost: tuple[Path, str], wrong: str) -> None:
    path, code = lost
    first = "A" if code[0] != "A" else "B"
    other = next(at for at in range(1, 60) if code[at] != code[0] and code[at] != "-")
    exchanged = code[other] + code[1:other] + code[0] + code[other + 1 :]
    typed = {"one letter": first + code[1:], "two exchanged": exchanged, "short": code[:-5]}
    with pytest.raises((WrongKeyError, KeyNeededError)) as refused:
        open_office(str(path), TRADE, Key(recovery_code=typed.get(wrong, wrong)))
    assert "code" in said(refused.value)


def test_the_code_of_another_office_does_not_open_this_one(lost: tuple[Path, str]) -> None:
    path, _code = lost
    other = secrets.recovery_code(secrets.new_key())
    with pytest.raises(WrongKeyError) as refused:
        open_office(str(path), TRADE, Key(recovery_code=other))
    assert "does not open" in said(refused.value)


# --- what is no office ---


def _png(path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    pixels = zlib.compress(os.urandom(64 * (64 * 3 + 1)))
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    path.write_bytes((b"\x89PNG\r\n\x1a\n" + parts).ljust(16384, b"\0"))


def _zip(path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("list.csv", os.urandom(12_000))
    path.write_bytes(made.getvalue()[:12_288].ljust(12_288, b"\0"))


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE person (name TEXT)")


def _half(path: Path) -> None:
    create(str(path), TRADE, plain=True).workspace.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x5a" * 8192)


NO_OFFICE: dict[str, Callable[[Path], object]] = {
    "text file": lambda path: path.write_text("Family name;Given name\n" * 400),
    "text of whole pages": lambda path: path.write_text("x" * 8192),
    "png": _png,
    "zip": _zip,
    "empty file": lambda path: path.touch(),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "folder": lambda path: path.mkdir(),
    "missing": lambda _path: None,
    "foreign database": _foreign,
    "only a header": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "header and noise": lambda path: path.write_bytes(b"SQLite format 3\0" + os.urandom(8176)),
    "cut short": _half,
}


@pytest.mark.parametrize("what", NO_OFFICE)
def test_what_is_no_office_is_one_sentence_and_stays_as_it_is(tmp_path: Path, what: str) -> None:
    path = tmp_path / "office.belfry"
    NO_OFFICE[what](path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(CannotOpenError) as refused:
        open_office(str(path), TRADE)
    said(refused.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_random_bytes_are_taken_for_an_encrypted_office_without_its_key(tmp_path: Path) -> None:
    path = tmp_path / "office.belfry"
    path.write_bytes(os.urandom(16_384))
    with pytest.raises(KeyNeededError) as refused:
        open_office(str(path), TRADE)
    said(refused.value)
    with pytest.raises(WrongKeyError) as wrong:
        open_office(str(path), TRADE, Key(passphrase="x"))
    said(wrong.value)


def test_a_read_only_file_is_one_sentence(file_office: Workspace) -> None:
    file_office.close()
    path = Path(file_office.place.location)
    path.chmod(0o444)
    with pytest.raises(CannotOpenError) as refused:
        open_office(str(path), TRADE)
    assert "right to write" in said(refused.value)


def test_a_file_that_turns_read_only_refuses_the_write(
    file_office: Workspace,
) -> None:
    with closing(open_office(file_office.place.location, TRADE)) as other:
        make_person(other)
        _raw(other).execute("PRAGMA query_only=ON")
        with pytest.raises(CannotWriteError) as refused:
            make_person(other, family_name="Mori")
        assert "only be read" in said(refused.value)
        assert len(other.ask(search.find, "aoi")) == 1


def _raw(office: Workspace) -> sqlite3.Connection:
    with office._engine.connect() as connection:
        raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # the cipher's twin of it
        return raw


def _elsewhere(office: Workspace) -> sqlite3.Connection:
    """Another connection to the same file, with its key."""
    import sqlcipher3

    other: sqlite3.Connection = sqlcipher3.connect(office.place.location)
    prepare(other, office.place.key)
    return other


def test_a_locked_office_is_one_sentence(
    file_office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_person(file_office)
    monkeypatch.setattr("app.core.engine.BUSY_MS", 10)
    with closing(_elsewhere(file_office)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotOpenError) as refused:
            open_office(file_office.place.location, TRADE)
        assert "in use" in said(refused.value)
        _raw(file_office).execute("PRAGMA busy_timeout=10")
        with pytest.raises(CannotWriteError) as waiting:
            make_person(file_office, family_name="Mori")
        assert "try again" in said(waiting.value)
        other.execute("ROLLBACK")
    make_person(file_office, family_name="Mori")
    assert len(file_office.ask(search.find, "aoi")) == 2


def test_an_office_of_a_newer_belfry_is_one_sentence(office: Workspace) -> None:
    from sqlalchemy import text

    with office._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '2099_later'"))
    office.close()
    with pytest.raises(NewerOfficeError) as refused:
        open_office(office.place.location, TRADE)
    assert "update the program" in said(refused.value)


# --- copies ---


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
    pages = _raw(file_office).execute("PRAGMA page_count").fetchone()[0]
    _raw(file_office).execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(CannotWriteError) as refused:
        make_person(file_office, family_name="Mori", note="x" * 90_000)
    assert "make room" in said(refused.value)
    assert dump(file_office) == before
    assert check.findings(file_office) == []
    _raw(file_office).execute("PRAGMA max_page_count=1000000")
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
