"""The peers of the benchmark that are Python packages, in an environment of their own.

They bring pandas, scipy and scikit-learn, some 400 MB that nobody needs to work on the house.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
PEERS = HOUSE / "build" / "peers"
PYTHON = PEERS / "bin" / "python"
LOCK = HOUSE / "requirements-bench.txt"
INSTALLED = PEERS / "installed.sha256"


def main() -> int:
    """Make the environment, or say that it cannot be made: the bench then skips those lines."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if INSTALLED.exists() and INSTALLED.read_text() == wanted:
        return 0
    sys.stderr.write(
        "Preparing the benchmark's peers: some 130 MB come from the package index, once.\n"
    )
    INSTALLED.unlink(missing_ok=True)
    if not PYTHON.exists():
        venv.create(PEERS, with_pip=True)
    filled = subprocess.run(
        [
            *(str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"),
            *("--require-hashes", "--no-deps", "-r", str(LOCK)),
        ],
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PIP_NO_INPUT": "1"},
    )
    if filled.returncode:
        sys.stderr.write("The peers could not be installed; what needs them is skipped.\n")
        return 1
    INSTALLED.write_text(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
