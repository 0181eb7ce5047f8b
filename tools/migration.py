"""`make migration m="why"`: write a migration for what changed in the models.

An empty office is made and brought to the newest migration; Alembic compares it with the models.
Read what it wrote: renames look like a loss and a gain, and data is never moved by itself.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command

from app.core import migrate
from app.core.engine import sqlite_engine
from app.schema import metadata

HOUSE = Path(__file__).resolve().parents[1]
SCHEMA = HOUSE / "app" / "schema.py"


def main(why: str) -> None:
    """Write the migration and make it the schema this program writes."""
    revision = f"{dt.date.today():%Y_%m_%d}_{re.sub(r'[^a-z0-9]+', '_', why.lower()).strip('_')}"  # noqa: DTZ011 - the day on the author's wall
    with tempfile.TemporaryDirectory() as folder:
        engine = sqlite_engine(Path(folder) / "empty.belfry", None)
        migrate.upgrade(engine)
        with engine.connect() as connection:
            config = migrate.config(connection, metadata=metadata)
            config.set_main_option("file_template", "%%(rev)s")
            made = command.revision(config, message=why, autogenerate=True, rev_id=revision)
        engine.dispose()
    path = HOUSE / "migrations" / "versions" / f"{revision}.py"
    if made is None or not path.exists():
        sys.exit("No migration was written.")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", path], check=True)
    text = SCHEMA.read_text("utf-8")
    SCHEMA.write_text(re.sub(r'(?m)^HEAD = ".*"$', f'HEAD = "{revision}"', text), "utf-8")
    sys.stdout.write(f"Wrote {path.relative_to(HOUSE)}; read it before you commit it.\n")


if __name__ == "__main__":
    main(sys.argv[1])
