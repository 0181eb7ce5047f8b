"""Writes one small office per released schema: `python -m tests.migrations.make_offices`.

Run it once when a schema is released; files of older schemas stay as they are.
"""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

from app.contacts.commands import set_override, set_photo
from app.core.office import create
from app.schema import HEAD, TRADE
from tests.builders import make_ambassador, make_guest, make_reception

OFFICES = Path(__file__).parent / "offices"
PASSPHRASE = "seven towers"


def make(path: Path, passphrase: str) -> None:
    """Make an office with a few records of many kinds, one of them taken back."""
    workspace = create(str(path), TRADE, plain=not passphrase, passphrase=passphrase).workspace
    person = make_ambassador(workspace, "JP", native_name="田中 葵", phones=("+32 2 555 01 02",))
    workspace.run(set_override, person, "nl", "envelope", "Aan Hare Excellentie")
    workspace.run(set_photo, person, b"\xff\xd8\xff portrait")
    make_guest(workspace, make_reception(workspace, goals=(11,)), person)
    make_ambassador(workspace, "PT", family_name="Silva", given_name="Inês")
    workspace.undo()
    workspace.close()


def main() -> None:
    """Write the plain and the encrypted office of this schema."""
    OFFICES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"BELFRY_HOME": folder, "BELFRY_WHO": "desk"}
        for kind, passphrase in (("plain", ""), ("encrypted", PASSPHRASE)):
            path = Path(folder) / f"{HEAD}.{kind}.belfry"
            make(path, passphrase)
            packed = gzip.compress(path.read_bytes(), mtime=0)
            (OFFICES / f"{path.name}.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
