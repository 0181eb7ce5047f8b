"""What the list of contacts shows where there is nobody to list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.core.cards import Empty
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable


def nothing_found(show_all: Callable[[], None]) -> Empty:
    """No line of this view answers to the filter."""
    return Empty(
        "search",
        tr("Nothing found"),
        tr("Nobody in this view answers to these words."),
        (tr("Show everybody"), show_all),
        step_icon="",
    )


def nobody_yet(bring: Callable[[], None], new: Callable[[], None]) -> Empty:
    """The office is empty."""
    return Empty(
        "contacts",
        tr("No contacts yet"),
        tr(
            "People, embassies, consulates and organisations come here, with their"
            " functions and forms of address."
        ),
        (tr("Import a list…"), bring),
        (tr("New person"), new),
        step_icon="import",
    )
