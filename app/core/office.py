"""Offices: made, opened, brought up to date, copied. A path is a file, a URL a shared office."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.core import migrate, search_index, secrets, settings
from app.core.engine import APPLICATION_ID, explain, postgresql_engine, sqlite_engine
from app.core.errors import BelfryError, CannotOpenError, KeyNeededError, WrongKeyError
from app.core.office_file import Key, check_file, copy_office, key_of
from app.core.text import N_, say
from app.core.workspace import Place, Workspace

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.core.workspace import Trade


@dataclass(frozen=True, slots=True)
class Created:
    """A new office. The recovery code is shown once and kept nowhere."""

    workspace: Workspace
    recovery_code: str = ""
    in_keyring: bool = False


def is_url(location: str) -> bool:
    """Whether a location is a shared office."""
    return location.startswith(("postgresql:", "postgres:", "postgresql+psycopg:"))


# --- making -------------------------------------------------------------------------------------


def create(location: str, trade: Trade, *, plain: bool = False, passphrase: str = "") -> Created:
    """Make an office and open it.

    Raises:
        CannotOpenError: something is there already, or the folder cannot be written.
        KeyNeededError: no keyring answers and no passphrase was given.
    """
    if is_url(location):
        return Created(_create_shared(location, trade))
    path = Path(location)
    if path.exists():
        raise CannotOpenError(
            say(N_("There is already a file {name}: choose another name."), name=path.name)
        )
    if not path.parent.is_dir():
        raise CannotOpenError(
            say(N_("There is no folder {name}: make it first."), name=str(path.parent))
        )
    salt, key = secrets.new_salt(), b""
    in_keyring = False
    if not plain:
        key = secrets.stretch(passphrase, salt) if passphrase else secrets.new_key()
        in_keyring = secrets.keep(salt, key) if not passphrase else False
        if not (in_keyring or passphrase):
            none = N_("No keyring answers on this machine: give the office a passphrase.")
            raise KeyNeededError(say(none))
    workspace = _create_file(path, trade, (key + salt).hex() if key else None)
    return Created(workspace, secrets.recovery_code(key) if key else "", in_keyring)


def _create_file(path: Path, trade: Trade, key: str | None) -> Workspace:
    engine = sqlite_engine(path, key)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.commit()
        return _found(engine, trade, Place(path.stem, str(path), key))
    except (DBAPIError, BelfryError) as error:
        engine.dispose()
        for ending in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        raise CannotOpenError(
            say(N_("Nothing can be written at {name}: choose another folder."), name=str(path))
        ) from error


def _create_shared(url: str, trade: Trade) -> Workspace:
    engine = postgresql_engine(url)
    try:
        with engine.connect() as connection:
            there = connection.execute(
                text("SELECT count(*) FROM information_schema.tables WHERE table_schema='public'")
            ).scalar_one()
    except DBAPIError as error:
        engine.dispose()
        raise explain(error) from error
    if there:
        engine.dispose()
        raise CannotOpenError(
            say(N_("This database is not empty: open it, or make the office in an empty one."))
        )
    return _found(engine, trade, Place(engine.url.database or "office", url))


def _found(engine: Engine, trade: Trade, place: Place) -> Workspace:
    migrate.upgrade(engine)
    _install(engine)
    return Workspace(engine, trade, settings.who(), place)


def _install(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        search_index.install(connection)


# --- opening ------------------------------------------------------------------------------------


def open_office(location: str, trade: Trade, key: Key | None = None) -> Workspace:
    """Open an office, bringing an older one up to date after copying it.

    Raises:
        CannotOpenError: no file, no office, locked, read-only, damaged.
        KeyNeededError: encrypted, and neither keyring nor `key` opens it.
        WrongKeyError: the passphrase or code given is not the right one.
        NewerOfficeError: written by a newer Belfry.
    """
    if is_url(location):
        return _open_shared(location, trade)
    path = Path(location)
    check_file(path)
    raw_key = key_of(path, key or Key())
    engine = sqlite_engine(path, raw_key)
    try:
        _check_is_office(engine, path, encrypted=raw_key is not None)
        place = Place(path.stem, str(path), raw_key)
        _bring_up_to_date(engine, trade, place)
        return _kept_up(Workspace(engine, trade, settings.who(), place))
    except DBAPIError as error:
        engine.dispose()
        raise CannotOpenError(explain(error).sentence) from error
    except BelfryError:
        engine.dispose()
        raise


def _open_shared(url: str, trade: Trade) -> Workspace:
    engine = postgresql_engine(url)
    place = Place(engine.url.database or "office", url)
    try:
        with engine.connect() as connection:
            revision = migrate.revision_of(connection)
        if revision is None:
            raise CannotOpenError(
                say(N_("There is no office in this database: make one with “new”."))
            )
        if revision != trade.schema:
            migrate.check_known(revision)
            _upgrade_shared(engine, trade, place)
        return _kept_up(Workspace(engine, trade, settings.who(), place))
    except DBAPIError as error:
        engine.dispose()
        raise CannotOpenError(explain(error).sentence) from error
    except BelfryError:
        engine.dispose()
        raise


def _upgrade_shared(engine: Engine, trade: Trade, place: Place) -> None:
    """A migration is one transaction there: it succeeds, or the office is as it was."""
    try:
        migrate.upgrade(engine)
    except Exception as error:
        raise CannotOpenError(
            say(
                N_("{name} could not be brought up to date and is as it was: ask for help."),
                name=place.name,
            )
        ) from error
    Workspace(engine, trade, settings.who(), place).bring_up_to_date()


def _kept_up(workspace: Workspace) -> Workspace:
    workspace.keep_up()
    return workspace


def _check_is_office(engine: Engine, path: Path, *, encrypted: bool) -> None:
    try:
        with engine.connect() as connection:
            mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar()
    except DBAPIError as error:
        if encrypted and "not a database" in str(error.orig):
            raise WrongKeyError(
                say(N_("This key does not open {name}: check it and try again."), name=path.name)
            ) from error
        if "locked" in str(error.orig):
            raise CannotOpenError(
                say(N_("{name} is in use by another program: close it there."), name=path.name)
            ) from error
        raise
    if mark != APPLICATION_ID:
        raise CannotOpenError(
            say(N_("{name} is a database, but no Belfry office."), name=path.name)
        )


def _bring_up_to_date(engine: Engine, trade: Trade, place: Place) -> None:
    path = Path(place.location)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        revision = migrate.revision_of(connection)
    if revision == trade.schema:
        _check_not_locked(engine, path)
        return
    migrate.check_known(revision)
    kept = path.with_name(f"{path.stem}.before-{trade.schema}{path.suffix}")
    copy_office(engine, place.key, kept)
    try:
        migrate.upgrade(engine)
        Workspace(engine, trade, settings.who(), place).bring_up_to_date()
    except Exception as error:
        engine.dispose()
        _put_copy_back(kept, path)
        raise CannotOpenError(
            say(
                N_("{name} could not be brought up to date and is as it was; a copy is {copy}."),
                name=path.name,
                copy=kept.name,
            )
        ) from error


def _check_not_locked(engine: Engine, path: Path) -> None:
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(belfry_write=True)
            with connection.begin():
                pass
    except DBAPIError as error:
        if "locked" not in str(error.orig):
            raise
        raise CannotOpenError(
            say(N_("{name} is in use by another program: close it there."), name=path.name)
        ) from error


def _put_copy_back(kept: Path, path: Path) -> None:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    shutil.copyfile(kept, path)
