"""What people do on the contacts page, for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.contacts.facts import OrganisationFacts, PersonFacts
    from ui.contacts.page import ContactsPage


def titles(page: ContactsPage) -> list[str]:
    """The names in the list."""
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    return [row.title for row in rows if row is not None]


def choose(qtbot: QtBot, page: ContactsPage, title: str) -> PersonFacts | OrganisationFacts:
    """Choose a contact by the beginning of its name, and wait for its pane."""
    qtbot.waitUntil(lambda: not page.listing.is_between())
    place = next(at for at, one in enumerate(titles(page)) if one.startswith(title))
    wanted = page.model.id_at(place)
    page.table.select_id(wanted)

    def shown() -> bool:
        facts = page.detail.facts()
        return facts is not None and facts.sheet.id == wanted

    qtbot.waitUntil(shown)
    facts = page.detail.facts()
    assert facts is not None
    return facts


def press(part: QWidget, words: str) -> None:
    """Click the button with these words or this accessible name."""
    found = [
        one
        for one in part.findChildren(QAbstractButton)
        if words in (one.text().replace("&", ""), one.accessibleName())
    ]
    assert found, f"no button {words}"
    found[0].click()


def make_ids(page: ContactsPage, names: tuple[str, ...]) -> list[UUID]:
    """The ids of the contacts whose names begin so."""
    return [page.model.id_at(at) for at, one in enumerate(titles(page)) if one.startswith(names)]
