"""Qt's system libraries on Linux: which are missing, and how they come.

The wheels of PySide6 bring Qt, but not the libraries every desktop has and a bare server or
container lacks. Found by running `ldd` over Qt's modules and plug-ins in a minimal Debian 12.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FOR_QT: dict[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Library -> Debian package, without which nothing of Qt loads, tests and gallery included."""

FOR_A_SCREEN: dict[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
"""Library -> Debian package that a window on X11 or Wayland and its printing need besides."""


def missing(libraries: Iterable[str]) -> list[str]:
    """Those of `libraries` that this machine cannot load."""
    return [name for name in libraries if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def provide() -> bool:
    """Look, say, install where allowed; whether everything is there now.

    Never raises: a missing library is a sentence, and what needs it fails by itself.
    """
    if sys.platform != "linux":
        return True
    packages = FOR_QT | FOR_A_SCREEN
    lacking = missing(packages)
    if not lacking:
        return True
    wanted = [packages[name] for name in lacking]
    tell(f"This machine lacks system libraries that Qt needs: {', '.join(lacking)}.")
    if shutil.which("apt-get") and os.geteuid() == 0:
        tell(f"Installing them: {' '.join(wanted)}")
        _install(wanted)
        lacking = missing(packages)
    if lacking:
        _advise([packages[name] for name in lacking], nothing_runs=bool(missing(FOR_QT)))
    return not lacking


def _install(packages: list[str]) -> None:
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(
            step,
            check=False,  # a half-broken package source must not stop what needs no window
            env=quietly,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        if done.returncode:
            tell(f"`{' '.join(step[:3])} …` ended with {done.returncode}.")


def _advise(packages: list[str], *, nothing_runs: bool) -> None:
    stops = "the window and the tests of it" if nothing_runs else "a window on a screen"
    if shutil.which("apt-get"):
        command = f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
        tell(f"Without them {stops} cannot start. Please run:\n    {command}")
    else:
        tell(
            f"Without them {stops} cannot start. Please install your system's packages for: "
            f"{', '.join(packages)} (these are Debian's names)."
        )


def tell(sentence: str) -> None:
    """Say something to whoever runs make, on standard error."""
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(0 if provide() else 1)
