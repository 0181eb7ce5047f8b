"""Three missions known from reports can be entered whole, and their papers made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core.text import Language
from app.missions.queries import delegation, mission_sheet
from tests.app.missions.public_missions import japan, kanazawa, port

if TYPE_CHECKING:
    from app.core.workspace import Workspace


def test_x(workspace: Workspace) -> None:
    import time
    t=time.time()
    k=kanazawa(workspace); w,c=japan(workspace); p=port(workspace)
    print(time.time()-t)
    print(workspace.ask(mission_sheet,c,Language.EN))
