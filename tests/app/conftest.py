"""A console on an office of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.cli.console import Console
from tests.conftest import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Location


@pytest.fixture
def console(
    location: Location, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Console]:
    """The command line on an empty plain office."""
    places = location(PLAIN)
    yield Console(capsys, tmp_path, ["--office", next(places)])
    next(places, None)
