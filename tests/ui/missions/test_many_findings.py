"""Hundreds of findings are told without a long wait: the first of them, and how many more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.dossiers.rules.findings import Severity
from ui.core.labels import Text
from ui.dossiers.findings import SHOWN, FindingList

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.fakes import Beat


def test_the_first_are_told_and_the_rest_counted(
    keep: Callable[[FindingList], FindingList], qtbot: QtBot, beat: Beat
) -> None:
    del beat
    shown = keep(FindingList())
    shown.resize(300, 800)
    shown.show()
    many = [(Severity.WRONG, "", f"Two things at once, {n}", n) for n in range(620)]
    shown.show_lines(many, lambda _line: None)
    qtbot.waitUntil(lambda: len(shown.lines()) == SHOWN)
    assert any("590" in one.text() for one in shown.findChildren(Text))
    shown.show_lines(many[:2])
    assert len(shown.lines()) == 2
