"""The command line: the same commands and queries as the window, for scripts and measuring."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

from app.cli import common

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Returns:
        0 done, 1 nothing could be done (one sentence on standard error), 2 wrong usage.
    """
    logging.basicConfig(level=logging.CRITICAL)
    try:
        rest = common.split(arguments)
    except SystemExit as stop:
        return 2 if stop.code else 0
    from app.core.errors import BelfryError

    try:
        return _answered(rest)
    except KeyboardInterrupt:
        return 1
    except BelfryError as error:
        if common.context().debug:
            traceback.print_exc()
        return common.fail(error)
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001 - the last door: a sentence, never a traceback
        _confess(error)
        return 1


def _answered(rest: Sequence[str]) -> int:
    """Run the command the arguments name; wrong usage is 2."""
    import click

    from app.cli.commands import cli

    try:
        outcome = cli(args=list(rest), prog_name="main.py", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return 1
    return outcome if isinstance(outcome, int) else 0


def _confess(error: Exception) -> None:
    if common.context().debug:
        traceback.print_exc()
        return
    print(
        f"Belfry met an error it does not know ({type(error).__name__}): "
        "try again with --debug and send us what it prints.",
        file=sys.stderr,
    )
