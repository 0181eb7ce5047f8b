"""`make setup`: everything the house needs, once; instant when nothing changed.

Runs on the machine's own Python with nothing installed, so it imports the standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - `make PYTHON=…` may name any Python
    sys.exit("Belfry needs Python 3.11 or newer, and this is " + sys.version.split()[0] + ".")

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from tools import system_libraries  # noqa: E402 - the path above makes it importable
from tools.system_libraries import tell  # noqa: E402 - as above

ENVIRONMENT = HOUSE / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
LOCK = HOUSE / "requirements-dev.txt"
INSTALLED = ENVIRONMENT / "installed.sha256"
LIBRARIES = ENVIRONMENT / "libraries.found"
LOCALES = HOUSE / "resources" / "locale"


def fingerprint() -> str:
    """What the environment depends on: the locked packages, this Python, this place."""
    parts = (LOCK.read_bytes(), sys.version.encode(), str(ENVIRONMENT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def main() -> None:
    """Prepare what is not prepared yet."""
    wanted = fingerprint()
    if not INSTALLED.exists() or INSTALLED.read_text() != wanted:
        install()
        INSTALLED.write_text(wanted)
    if not LIBRARIES.exists() and system_libraries.provide():
        LIBRARIES.touch()
    compile_catalogues()


def install() -> None:
    """Make the environment and fill it with exactly the locked packages."""
    INSTALLED.unlink(missing_ok=True)
    tell("Preparing .venv: some 150 MB come from the package index, once.")
    if not _usable():
        _make_environment()
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    filled = subprocess.run(
        [*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)],
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PIP_NO_INPUT": "1"},
    )
    if filled.returncode:
        sys.exit("The packages could not be installed: read pip's lines above, then `make setup`.")


def _usable() -> bool:
    """Whether .venv is an environment of this very Python, with pip in it."""
    if not PYTHON.exists():
        return False
    asked = subprocess.run(
        [PYTHON, "-c", "import pip, sys; print(sys.version)"],
        check=False,
        capture_output=True,
        text=True,
    )
    return asked.returncode == 0 and asked.stdout.strip() == sys.version.strip()


def _make_environment() -> None:
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    try:
        venv.create(ENVIRONMENT, with_pip=True)
    except subprocess.CalledProcessError:  # Debian ships venv without ensurepip
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _make_with_the_pip_outside()


def _make_with_the_pip_outside() -> None:
    """Without ensurepip: the machine's own pip puts a pip into the bare environment."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    venv.create(ENVIRONMENT, with_pip=False)
    outside = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "pip"]
    helped = subprocess.run(
        outside, check=False, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if helped.returncode:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        sys.exit(
            "This Python cannot make an environment with pip in it. On Debian, please run:\n"
            f"    sudo apt-get install python{version}-venv"
        )


def compile_catalogues() -> None:
    """Compile each translation whose text is newer than its compiled form."""
    stale = [
        source
        for source in sorted(LOCALES.glob("*.po"))
        if not (made := source.with_suffix(".mo")).exists()
        or made.stat().st_mtime < source.stat().st_mtime
    ]
    if stale:
        subprocess.run([PYTHON, "-m", "tools.catalogues", "compile"], check=True, cwd=HOUSE)


if __name__ == "__main__":
    main()
