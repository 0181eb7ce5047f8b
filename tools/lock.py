"""Write requirements*.txt from requirements*.in: every version pinned, every file hashed.

One lock serves each platform and Python the house promises: what only Windows or an older Python
needs carries its marker. No address of a registry and no path gets into the files, so they
install from wherever a machine's pip looks.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import venv
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
LOCKER = HOUSE / "build" / "locker"
LOCKER_TOOL = "uv==0.13.9"
OLDEST_PYTHON = "3.11"
PAIRS = tuple(
    (f"requirements{name}.in", f"requirements{name}.txt") for name in ("", "-dev", "-bench")
)
HEADER = "# Made from {source} by `make lock`: change that file, not this one.\n"


def locker() -> Path:
    """The resolver in its own corner, so that nobody's environment carries it."""
    tool = LOCKER / ("Scripts/uv.exe" if sys.platform == "win32" else "bin/uv")
    if not tool.exists():
        venv.create(LOCKER, with_pip=True)
        python = tool.with_name("python.exe" if sys.platform == "win32" else "python")
        subprocess.run([python, "-m", "pip", "install", "-q", LOCKER_TOOL], check=True)
    return tool


def lock(source: str, target: str, *, upgrade: bool) -> None:
    """Resolve one file, keeping the versions already locked unless `upgrade`."""
    command = [
        *(str(locker()), "pip", "compile", source, "--output-file", target, "--quiet"),
        *("--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"),
        *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
        *(["--upgrade"] if upgrade else []),
    ]
    subprocess.run(command, cwd=HOUSE, check=True)
    path = HOUSE / target
    path.write_text(HEADER.format(source=source) + path.read_text("utf-8"), "utf-8")


def main() -> None:
    """Lock both files; `--upgrade` takes the newest versions the .in files allow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true")
    upgrade: bool = parser.parse_args().upgrade
    for source, target in PAIRS:
        lock(source, target, upgrade=upgrade)


if __name__ == "__main__":
    main()
