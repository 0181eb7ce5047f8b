"""What the house stands on: pinned, hashed, from nowhere in particular, and safe for its Python."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtWidgets import QLabel

HOUSE = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def test_the_qt_of_an_older_python_spares_its_none() -> None:
    """PySide6 6.12 takes a reference off None at each void call: Python 3.11 dies of it."""
    if sys.version_info < (3, 12):
        assert PySide6.__version_info__[:2] < (6, 12)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
@pytest.mark.usefixtures("qapp")
def test_none_keeps_its_references() -> None:
    label = QLabel()
    label.setText("warm")
    before = sys.getrefcount(None)
    for number in range(200):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_hashed(name: str) -> None:
    text = (HOUSE / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) > 20
    for line in lines:
        assert re.match(r"^[a-z0-9.\-\[\]]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_has_what_is_asked_for(name: str) -> None:
    locked = set(
        re.findall(r"(?m)^([a-z0-9.\-]+)(?:\[[^\]]*\])?==", (HOUSE / name).read_text("utf-8"))
    )
    asked = (HOUSE / name).with_suffix(".in").read_text("utf-8")
    wanted = re.findall(r"(?m)^([A-Za-z0-9_.\-]+)(?=[\[<>=~! ;]|$)", asked)
    missing = {_normal(one) for one in wanted if one != "-r"} - locked
    assert not missing, "requirements changed: run `make lock`"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
