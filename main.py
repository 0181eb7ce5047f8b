"""Belfry's front door: a window where nothing is asked, a command where one is named."""

from __future__ import annotations

import gc
import sys


def main(arguments: list[str]) -> int:
    """Start the window (no argument, or a file to open) or run a command.

    Returns:
        The exit code: 0 done, 1 nothing could be done, 2 wrong usage.
    """
    if not arguments or (len(arguments) == 1 and _is_place(arguments[0])):
        return show(arguments[0] if arguments else "")
    from app.cli import run

    return run(arguments, show)


def show(location: str) -> int:
    """Open the window on an office ("" for that of last time)."""
    gc.disable()  # until it is painted: what the start makes is kept
    from ui.start import start

    return start(location)


def _is_place(argument: str) -> bool:
    """Whether an argument is an office rather than the name of a command."""
    return not argument.startswith("-") and any(sign in argument for sign in "/\\.:")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
