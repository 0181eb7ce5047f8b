"""The command line: the same commands and queries as the window, for scripts and measuring."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

from app.cli import common

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def run(arguments: Sequence[str], show: Callable[[str], int] | None = None) -> int:
    """Run one command; `show` opens a window on an office, where there is one to open.

    Returns:
        0 done, 1 nothing could be done (one sentence on standard error), 2 wrong usage.
    """
    common.show_with(show)
    logging.basicConfig(level=logging.CRITICAL)
    try:
        rest = common.split(arguments)
    except SystemExit as stop:
        return 2 if stop.code else 0
    from app.core.errors import BelfryError

    try:
        return _answered(rest)
    except (KeyboardInterrupt, BrokenPipeError):
        return 1
    except BelfryError as error:
        if common.context().debug:
            traceback.print_exc()
        return common.fail(error)
    except Exception as error:
        _confess(error)
        return 1


def _answered(rest: Sequence[str]) -> int:
    """Run the command the arguments name; wrong usage is 2."""
    from app.cli.commands import cli

    try:
        outcome = cli(args=list(rest), prog_name="main.py", standalone_mode=False)
    except Exception as error:
        if not hasattr(error, "exit_code"):
            raise
        return _usage(error)
    return outcome if isinstance(outcome, int) else 0


def _usage(error: Exception) -> int:
    """What Typer says of wrong usage; its exceptions have no public common class."""
    show = getattr(error, "show", None)
    if show is not None:
        show()
    return int(getattr(error, "exit_code", 2))


def _confess(error: Exception) -> None:
    if common.context().debug:
        traceback.print_exc()
        return
    print(
        f"Belfry met an error it does not know ({type(error).__name__}): "
        "try again with --debug and send us what it prints.",
        file=sys.stderr,
    )
