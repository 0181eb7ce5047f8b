"""The office file: is it one, what opens it, and a whole copy of it."""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.core import secrets
from app.core.engine import prepare
from app.core.errors import CannotOpenError, CannotWriteError, KeyNeededError
from app.core.text import N_, say

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

SQLITE_HEADER = b"SQLite format 3\0"
_PAGE = 512
_VARIETY = 180


@dataclass(frozen=True, slots=True)
class Key:
    """What a person offers to open a file: nothing (the keyring), a passphrase or a code."""

    passphrase: str = ""
    recovery_code: str = ""


def check_file(path: Path) -> None:
    """Refuse what cannot be an office, before any database looks at it."""
    name = path.name
    if not path.exists():
        raise CannotOpenError(
            say(N_("There is no office at {name}: check the path or make one."), name=str(path))
        )
    if path.is_dir():
        raise CannotOpenError(say(N_("{name} is a folder: choose the office in it."), name=name))
    try:
        mode, size = path.stat().st_mode, path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise CannotOpenError(
            say(N_("{name} cannot be read: ask for the right to read it."), name=name)
        ) from error
    if size < _PAGE or size % _PAGE or not _may_be_office(head):
        raise CannotOpenError(
            say(N_("{name} is no Belfry office: choose another file."), name=name)
        )
    if not (mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)) or not os.access(path, os.W_OK):
        raise CannotOpenError(
            say(
                N_("{name} can only be read: ask for the right to write, or copy it elsewhere."),
                name=name,
            )
        )


def _may_be_office(head: bytes) -> bool:
    """A SQLite file, or bytes as random as an encrypted one."""
    return head.startswith(SQLITE_HEADER) or len(set(head[:512])) > _VARIETY


def key_of(path: Path, key: Key) -> str | None:
    """The key and salt of a file as hex, None where it is not encrypted.

    Raises:
        KeyNeededError: nothing was offered and the keyring does not know the file.
        WrongKeyError: what was offered is no recovery code.
    """
    salt = salt_of(path)
    if salt is None:
        return None
    if key.recovery_code:
        return (secrets.from_recovery_code(key.recovery_code) + salt).hex()
    if key.passphrase:
        return (secrets.stretch(key.passphrase, salt) + salt).hex()
    found = secrets.kept(salt)
    if found is None:
        sentence = N_(
            "{name} is encrypted and its key is not on this machine: give the passphrase or the"
            " recovery code."
        )
        raise KeyNeededError(say(sentence, name=path.name))
    return (found + salt).hex()


def copy_office(engine: Engine, key: str | None, goal: Path) -> None:
    """Copy an open office file page by page, check the copy, then give it its name.

    `key` is the file's key with its salt (96 hex digits), so that the copy answers to the same
    name in the keyring.

    Raises:
        CannotWriteError: the copy cannot be written or is not whole.
    """
    import sqlcipher3

    fresh = goal.with_name(goal.name + ".part")
    try:
        fresh.unlink(missing_ok=True)
        _copy_pages(engine, fresh, key)
        fresh.replace(goal)
    except (OSError, sqlcipher3.Error) as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise CannotWriteError(
            say(N_("The copy cannot be written to {name}: choose another place."), name=str(goal))
        ) from error


def _copy_pages(engine: Engine, fresh: Path, key: str | None) -> None:
    import sqlcipher3

    with contextlib.closing(sqlcipher3.connect(str(fresh))) as copy:
        prepare(copy, key)
        with engine.connect() as connection:
            source: Any = connection.connection.driver_connection
            connection.rollback()
            source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise CannotWriteError(say(N_("The copy is not whole: try another place for it.")))


def salt_of(path: Path) -> bytes | None:
    """The salt an encrypted file begins with, None for a plain one."""
    with path.open("rb") as file:
        salt = file.read(secrets.SALT_BYTES)
    return None if salt == SQLITE_HEADER else salt
