"""The pane while several contacts are chosen: what can be done with them together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.contacts.detail_parts import Sections
from ui.core import theme
from ui.core.buttons import PRIMARY, SECONDARY, Button
from ui.core.labels import Text
from ui.core.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable


def verbs() -> tuple[tuple[str, str], ...]:
    """What can be done with several contacts, and its words."""
    return (
        ("invite", tr("Put on a guest list…")),
        ("bulk", tr("Change together…")),
        ("give_tag", tr("Give a tag…")),
        ("take_tag", tr("Take a tag away…")),
        ("set", tr("Add to mailing set…")),
        ("task", tr("Add a task for each…")),
        ("merge", tr("Merge two contacts…")),
        ("export", tr("Export the chosen ones…")),
        ("remove", tr("Remove")),
    )


class Many(Sections):
    """Says how many are chosen and offers the verbs; `asked(what)` does one."""

    def __init__(self, count: int, asked: Callable[[str], object]) -> None:
        super().__init__()
        self.box.addWidget(Text(trn("{n} contact chosen", "{n} contacts chosen", count), "heading"))
        told = tr("Whatever is done is one step, and one Undo takes it back.")
        self.box.addWidget(Text(told, ink="text2", wrap=True))
        for place, (what, words) in enumerate(verbs()):
            button = Button(words, SECONDARY if place else PRIMARY)
            button.clicked.connect(partial(asked, what))
            button.setMinimumWidth(theme.px(220))
            self.box.addWidget(button)
        self.finish()
