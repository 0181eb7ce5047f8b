"""A contacts page over a real office with a few invented people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication

from app.contacts.furnish import furnish
from tests.builders import make_ambassador, make_organisation, make_person
from tests.ui.fakes import Far
from ui.contacts.page import ContactsPage
from ui.core.jobs import Jobs
from ui.core.page import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.window_state import WindowState


@dataclass
class Told:
    """What a page told its frame."""

    gone: list[tuple[object, ...]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    complaints: list[Exception] = field(default_factory=list)


@pytest.fixture
def told() -> Told:
    """What the page told."""
    return Told()


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Three people, two embassies, a port."""
    workspace.run(furnish)
    make_ambassador(workspace, "JP", family_name="Tanaka", given_name="Aoi", native_name="田中 葵")
    make_ambassador(workspace, "NG", family_name="Okafor", given_name="Chidi")
    make_person(workspace, family_name="De Backer", given_name="Lies")
    make_organisation(workspace, name="North Sea Port", kind="port", country="BE", city="Ghent")
    return workspace


@pytest.fixture
def office_jobs(filled: Workspace, qtbot: QtBot) -> Iterator[Jobs]:
    """Jobs over the filled office."""
    made = Jobs(lambda: filled)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: made.is_open)
    QCoreApplication.processEvents()
    yield made
    made.close()


@pytest.fixture
def far(qtbot: QtBot, office_jobs: Jobs) -> Workspace:
    """The filled office behind a living page, asked through the page's jobs."""
    return cast("Workspace", Far(qtbot, office_jobs))


@pytest.fixture
def desk(office_jobs: Jobs, state: WindowState, told: Told) -> Desk:
    """A desk that writes down what it is told."""
    return Desk(
        office_jobs,
        state,
        lambda *where: told.gone.append(where),
        told.said.append,
        told.complaints.append,
    )


@pytest.fixture
def page(desk: Desk, keep: Callable[[ContactsPage], ContactsPage], qtbot: QtBot) -> ContactsPage:
    """The contacts page with its lines and the first contact shown."""
    made = keep(ContactsPage(desk))
    made.resize(1250, 800)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 6)
    qtbot.waitUntil(lambda: made.detail.facts() is not None)
    return made
