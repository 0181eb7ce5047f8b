"""Arranging that nobody waits for any more."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from app.missions.queries import propose
from tests.builders import make_mission
from ui.missions import meetings_tab

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from app.core.workspace import Workspace
    from app.missions.queries import FairBoard, Proposal
    from tests.ui.missions.meetings.conftest import Fair

    Opened = Callable[..., Fair]


def test_another_mission_stops_the_arranging(
    opened_fair: Opened, monkeypatch: pytest.MonkeyPatch, workspace: Workspace
) -> None:
    elsewhere = make_mission(workspace, title="Elsewhere")
    fair, told = opened_fair(), threading.Event()

    def late(board: FairBoard, progress: object) -> Proposal:
        del progress
        told.wait(20)
        return propose(board)

    monkeypatch.setattr(meetings_tab, "propose", late)
    fair.tab.arrange()
    fair.tab.show_record(elsewhere)
    told.set()
    fair.qtbot.waitUntil(lambda: fair.tab._watch is None, timeout=20_000)
    assert fair.tab.proposal is None
    assert not fair.tab.banner.isVisible()
