"""The schema of an office: which revision it has, and the way to the newest."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, text

from app.core.errors import CannotOpenError, NewerOfficeError
from app.core.text import N_, say

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).parents[2] / "migrations"
_alone = Lock()  # Alembic keeps its environment in the module: one migration at a time


def config(connection: Connection | None = None, **attributes: Any) -> Config:
    """Alembic's configuration, without an ini file."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.attributes.update(connection=connection, **attributes)
    return made


def revision_of(connection: Connection) -> str | None:
    """The schema revision of an office, None where there is no office."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def check_known(revision: str | None) -> None:
    """Refuse a schema this program has never heard of.

    Raises:
        NewerOfficeError: a newer Belfry wrote the office.
        CannotOpenError: there is no schema in it.
    """
    from alembic.script import ScriptDirectory

    if revision is None:
        raise CannotOpenError(say(N_("This is no Belfry office: choose another file.")))
    known = {one.revision for one in ScriptDirectory.from_config(config()).walk_revisions()}
    if revision not in known:
        raise NewerOfficeError(
            say(N_("This office was written by a newer Belfry: update the program to open it."))
        )


def upgrade(engine: Engine, target: str = "head") -> None:
    """Bring the schema to `target`; foreign keys rest meanwhile and are checked at the end.

    Raises:
        RuntimeError: a migration left rows that point nowhere.
    """
    from alembic import command

    _move(engine, lambda connection: command.upgrade(config(connection), target))


def downgrade(engine: Engine, target: str) -> None:
    """Take the schema back to `target` (tests of migrations)."""
    from alembic import command

    _move(engine, lambda connection: command.downgrade(config(connection), target))


def _move(engine: Engine, step: Any) -> None:
    with _alone, engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        raw: Any = connection.connection.driver_connection
        if sqlite:  # ignored inside a transaction, and a batch migration would empty children
            raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                step(connection)
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    message = "the migration left rows that point nowhere"
                    raise RuntimeError(message)
        finally:
            if sqlite:
                raw.execute("PRAGMA foreign_keys=ON")
