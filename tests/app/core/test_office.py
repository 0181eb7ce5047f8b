"""Offices made, opened, copied; and every way in which that can fail, each in one sentence."""

from __future__ import annotations

import io
import os
import sqlite3
import struct
import zipfile
import zlib
from contextlib import closing
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
from tests.builders import make_ambassador, make_person, person_draft

if TYPE_CHECKING:
    from collections.abc import Callable

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
        raw_connection(other).execute("PRAGMA query_only=ON")
        with pytest.raises(CannotWriteError) as refused:
            make_person(other, family_name="Mori")
        assert "only be read" in said(refused.value)
        assert len(other.ask(search.find, "aoi")) == 1


def raw_connection(office: Workspace) -> sqlite3.Connection:
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
        raw_connection(file_office).execute("PRAGMA busy_timeout=10")
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
