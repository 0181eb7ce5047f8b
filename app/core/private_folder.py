"""Copies of documents to look at: in a folder only this person can enter, gone at the end.

What a crash left behind is cleared by the next run that makes a copy.
"""

from __future__ import annotations

import atexit
import shutil
import stat
import tempfile
import time
from functools import lru_cache
from pathlib import Path

from app.core.errors import CannotWriteError
from app.core.settings import folder
from app.core.text import N_, say

_NAME = "opened"
_LEFT_SECONDS = 24 * 3600


def put(name: str, body: bytes) -> Path:
    """Write a copy that may be read and not changed; each has a folder of its own.

    Raises:
        CannotWriteError: the disk refused.
    """
    try:
        place = Path(tempfile.mkdtemp(dir=_own())) / name
        place.write_bytes(body)
        place.chmod(stat.S_IRUSR)
    except OSError as error:
        refused = N_("“{name}” cannot be opened, for the disk refused a copy: make room for it.")
        raise CannotWriteError(say(refused, name=name)) from error
    return place


@lru_cache(maxsize=1)
def _own() -> Path:
    """The folder of this run (mkdtemp makes it 0700)."""
    above = folder() / _NAME
    above.mkdir(mode=0o700, parents=True, exist_ok=True)
    above.chmod(0o700)
    _clear_old(above)
    made = Path(tempfile.mkdtemp(dir=above))
    atexit.register(clear, made)
    return made


def clear(place: Path) -> None:
    """Remove a folder of copies, the write-protected ones too."""
    for one in place.rglob("*"):
        if one.is_file() and not one.is_symlink():
            one.chmod(stat.S_IRUSR | stat.S_IWUSR)
    shutil.rmtree(place, ignore_errors=True)


def forget() -> None:
    """Clear the folder of this run now; the next copy makes another."""
    if _own.cache_info().currsize:
        clear(_own())
        _own.cache_clear()


def _clear_old(above: Path) -> None:
    now = time.time()
    for one in above.iterdir():
        if one.is_dir() and now - one.stat().st_mtime > _LEFT_SECONDS:
            clear(one)
