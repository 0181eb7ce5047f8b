"""The way of a schema: up, down, up again; and never without a copy."""

from __future__ import annotations

import dataclasses
import gzip
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from app.contacts.furnish import furnish
from app.contacts.queries import countries, national_days
from app.core import check, history, migrate, search
from app.core.engine import postgresql_engine, sqlite_engine
from app.core.errors import CannotOpenError
from app.core.office import open_office
from app.core.office_file import Key
from app.core.text import Language
from app.schema import HEAD, TRADE
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import make_ambassador, make_guest, make_person
from tests.migrations.make_offices import OFFICES, PASSPHRASE
from tests.migrations.schema import OWN_ROOMS, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from app.core.workspace import Workspace
    from tests.conftest import Server

LATER = "2099_01_01_later"


# --- the model and the migrations ---


@pytest.fixture
def empty(office: Workspace, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of the office's kind with nothing in it."""
    if office.engine_name == "postgresql":
        server: Server = request.getfixturevalue("server")
        database = server.fresh()
        engine = postgresql_engine(server.address(database))
        yield engine
        engine.dispose()
        server.drop(database)
        return
    engine = sqlite_engine(tmp_path / "empty.belfry", office.place.key)
    yield engine
    engine.dispose()


def test_the_program_writes_the_newest_revision() -> None:
    script = ScriptDirectory.from_config(migrate.config())
    assert script.get_heads() == [HEAD]
    assert len(HEAD) <= 32, "alembic_version keeps 32 characters on PostgreSQL"


def test_model_and_migrations_give_the_same_schema(empty: Engine, office: Workspace) -> None:
    TRADE.metadata.create_all(empty)
    assert schema_of(office._engine) == schema_of(empty)


def test_alembic_finds_no_difference(office: Workspace) -> None:
    with office._engine.connect() as connection:
        options = {"include_name": _of_the_model, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, TRADE.metadata) == []


def _of_the_model(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith(OWN_ROOMS)


def test_every_reference_can_be_suspended_and_never_cascades(office: Workspace) -> None:
    with office._engine.connect() as connection:
        look = inspect(connection)
        keys = [key for name in look.get_table_names() for key in look.get_foreign_keys(name)]
    assert keys
    for key in keys:
        options = dict(key["options"])
        assert options.pop("deferrable") is True
        assert options.pop("initially", "IMMEDIATE") == "IMMEDIATE"
        assert options == {}


def test_up_down_and_up_again(office: Workspace) -> None:
    make_guest(office, person_id=make_ambassador(office, "JP"))
    before = schema_of(office._engine)
    migrate.downgrade(office._engine, "base")
    assert schema_of(office._engine) == {}
    migrate.upgrade(office._engine)
    assert schema_of(office._engine) == before
    make_person(office)


# --- an older office ---


def _later(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that a newer program has one more migration."""
    scripts = folder / "migrations"
    shutil.copytree(migrate.MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    words = (
        f'"""Later."""\n\nimport sqlalchemy as sa\nfrom alembic import op\n\nrevision = "{LATER}"\n'
    )
    words += f'down_revision = "{HEAD}"\n\n\ndef upgrade():\n{body}\n\n\n'
    words += "def downgrade():\n    with op.batch_alter_table('person') as table:\n"
    words += "        table.drop_column('nickname')\n"
    (scripts / "versions" / f"{LATER}.py").write_text(words)
    monkeypatch.setattr(migrate, "MIGRATIONS", scripts)


ADD = (
    "    with op.batch_alter_table('person', recreate='auto') as table:\n"
    "        table.add_column("
    "sa.Column('nickname', sa.Text(), nullable=False, server_default=''))\n"
    "        table.create_unique_constraint('uq_person_try', ['id', 'nickname'])"
)
FAIL = ADD + "\n    op.drop_table('guest')\n    raise RuntimeError('halfway')"
ORPHANS = '    op.execute("DELETE FROM guest")\n    op.execute("DELETE FROM person")'
NEWER = dataclasses.replace(TRADE, schema=LATER)


def _beside(office: Workspace) -> Path:
    path = Path(office.place.location)
    return path.with_name(f"{path.stem}.before-{LATER}{path.suffix}")


def test_an_older_office_is_brought_up_to_date(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = make_ambassador(office, "JP")
    make_guest(office, person_id=person)
    before = dump(office)
    office.close()
    _later(tmp_path, ADD, monkeypatch)
    with closing(open_office(office.place.location, NEWER)) as opened:
        assert dump(opened) == before
        assert check.findings(opened) == []
        assert_directory_whole(opened)
        assert "nickname" in schema_of(opened._engine)["person"]["columns"]
        assert opened.undo_label is None
        assert len(opened.ask(history.rows)) == 5
        make_person(opened, family_name="Mori")
        opened.undo()
        assert dump(opened) == before
        migrate.downgrade(opened._engine, HEAD)
        assert "nickname" not in schema_of(opened._engine)["person"]["columns"]
        assert dump(opened) == before


def test_an_older_file_is_copied_first(
    file_office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ambassador(file_office, "JP")
    before = dump(file_office)
    file_office.close()
    _later(tmp_path, ADD, monkeypatch)
    open_office(file_office.place.location, NEWER).close()
    with closing(open_office(str(_beside(file_office)), TRADE)) as copy:
        assert dump(copy) == before
        assert copy.encrypted == file_office.encrypted


@pytest.mark.parametrize("body", [FAIL, ORPHANS], ids=["raises", "leaves orphans"])
def test_a_failing_migration_changes_nothing_and_says_so(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    make_guest(office, person_id=make_ambassador(office, "JP"))
    before, schema = dump(office), schema_of(office._engine)
    office.close()
    with monkeypatch.context() as newer:
        _later(tmp_path, body, newer)
        with pytest.raises(CannotOpenError) as refused:
            open_office(office.place.location, NEWER)
    for language in Language:
        assert "halfway" not in refused.value.sentence.to(language)
    assert "is as it was" in str(refused.value)
    with closing(open_office(office.place.location, TRADE)) as opened:
        assert dump(opened) == before
        assert schema_of(opened._engine) == schema
        assert check.findings(opened) == []
        make_person(opened, family_name="Mori")


def test_a_failing_migration_names_the_copy(
    file_office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(file_office)
    file_office.close()
    with monkeypatch.context() as newer:
        _later(tmp_path, FAIL, newer)
        with pytest.raises(CannotOpenError) as refused:
            open_office(file_office.place.location, NEWER)
    kept = _beside(file_office)
    assert kept.name in str(refused.value)
    with closing(open_office(str(kept), TRADE)) as copy:
        assert dump(copy) == before


def test_a_copy_that_cannot_be_made_stops_the_migration(
    file_office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(file_office)
    file_office.close()
    _beside(file_office).with_name(_beside(file_office).name + ".part").mkdir()
    with monkeypatch.context() as newer:
        _later(tmp_path, ADD, newer)
        with pytest.raises((CannotOpenError, Exception), match="copy cannot be written"):
            open_office(file_office.place.location, NEWER)
    with closing(open_office(file_office.place.location, TRADE)) as opened:
        assert dump(opened) == before


def test_a_migration_keeps_children_of_a_rebuilt_table(
    file_office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ambassador(file_office, "JP")
    file_office.close()
    _later(tmp_path, ADD.replace("'auto'", "'always'"), monkeypatch)
    with closing(open_office(file_office.place.location, NEWER)) as opened:
        count = opened.ask(lambda session: session.scalar(text("SELECT count(*) FROM posting")))
        assert count == 1


def test_national_days_move_out_of_the_countries_and_back(office: Workspace) -> None:
    office.run(furnish)
    country = "SELECT code, national_day, national_day_name, verified FROM country ORDER BY code"
    migrate.downgrade(office._engine, "2026_11_24_first_office")
    with office._engine.connect() as connection:
        before = connection.execute(text(country)).all()
        assert ("BE", "07-21", "National Day", True) in [tuple(row) for row in before]
    migrate.upgrade(office._engine)
    found = office.ask(national_days)
    for code, rule, name, verified in before:
        (day,) = found.get(code, (None,))
        assert (day is None) == (not rule)
        if day is not None:
            assert (day.rule, day.name_en, day.verified) == (rule, name, bool(verified))
            assert day.name(Language.FR)
    assert not any(row.verified for row in office.ask(countries))
    migrate.downgrade(office._engine, "2026_11_24_first_office")
    with office._engine.connect() as connection:
        assert connection.execute(text(country)).all() == before


# --- offices of released schemas ---


@pytest.mark.parametrize("packed", sorted(OFFICES.glob("*.gz")), ids=lambda path: path.name)
def test_an_office_of_a_released_schema_opens(packed: Path, tmp_path: Path) -> None:
    path = tmp_path / packed.stem
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    key = Key(passphrase=PASSPHRASE if ".encrypted." in packed.name else "")
    with closing(open_office(str(path), TRADE, key)) as opened:
        assert opened.encrypted == bool(key.passphrase)
        assert check.findings(opened) == []
        assert_directory_whole(opened)
        assert [line.native for line in opened.ask(search.find, "田中")] == ["田中 葵"]
        assert len(opened.ask(history.rows)) >= 8
        make_person(opened)
        opened.undo()


def test_the_present_schema_has_its_offices() -> None:
    kept = {path.name for path in OFFICES.glob(f"{HEAD}.*")}
    assert kept == {f"{HEAD}.plain.belfry.gz", f"{HEAD}.encrypted.belfry.gz"}
